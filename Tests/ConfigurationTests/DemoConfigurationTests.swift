// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Foundation
import Testing

/// The repository's root, from this file's place.
let repositoryRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite struct DemoConfigurationTests {
    @Test func theDemosConfigurationLoads() throws {
        let variables = [
            "PRODUCTION_HOST", "PRODUCTION_PORT", "DEVELOPMENT_HOST", "DEVELOPMENT_PORT",
            "PASSFILE",
            "CERTIFICATE", "PRIVATE_KEY",
        ]
        var environment = Dictionary(
            uniqueKeysWithValues: variables.map { ("OMNIPROXY_DEMO_\($0)", "6000") }
        )
        environment["OMNIPROXY_DEMO_ADDRESS"] = "127.0.0.1:6432"
        let loaded = try ConfigurationLoader.load(
            path: repositoryRoot + "/proxy.conf",
            environment: environment
        )
        #expect(loaded.warnings.isEmpty)
        #expect(loaded.configuration.connections.count == 3)
        let rules = try #require(loaded.configuration.connections["shop"]?.rules)
        #expect(rules.model.views.count == 7)
        #expect(rules.model.dynamicSchemas["tenant"]?.fromSchema == "tenant_template")
        #expect(rules.model.relationships.allSatisfy { $0.equalities?.count == 1 })
    }
}
