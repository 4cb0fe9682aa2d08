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
        ]
        var environment = Dictionary(
            uniqueKeysWithValues: variables.map { ("OMNIPROXY_DEMO_\($0)", "6000") }
        )
        environment["OMNIPROXY_DEMO_ADDRESS"] = "127.0.0.1:6432"
        // Any text will do for a certificate here.
        environment["OMNIPROXY_DEMO_CERTIFICATE"] = #filePath
        environment["OMNIPROXY_DEMO_PRIVATE_KEY"] = #filePath
        let loaded = try ConfigurationLoader.load(
            path: repositoryRoot + "/proxy.conf",
            environment: environment
        )
        #expect(loaded.warnings.isEmpty)
        #expect(loaded.configuration.connections.count == 3)
        let rules = try #require(loaded.configuration.connections["shop"]?.rules)
        #expect(rules.model.views.count == 7)
        #expect(rules.extensionNames == ["acme", "globex", "staff"])
        #expect(rules.model.dynamicSchemas["tenant"]?.fromSchema == "tenant_template")
        #expect(rules.model.relationships.allSatisfy { $0.equalities?.count == 1 })
    }
}

@Suite struct ConfigurationFilesTests {
    @Test func filesOfDottedFoldersAreNotListed() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/omniproxy-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for nested in [".git/objects", "Shop/public"] {
            try FileManager.default.createDirectory(
                atPath: folder + "/" + nested,
                withIntermediateDirectories: true
            )
        }
        for file in [".git/objects/a.view.yaml", ".hidden", "Shop/public/b.view.yaml", "a b"] {
            try "x".write(toFile: folder + "/" + file, atomically: false, encoding: .utf8)
        }
        let files = ConfigurationFiles.fileSystem
        #expect(files.filesBelow(folder) == ["Shop/public/b.view.yaml", "a b"])
        #expect(files.filesBelow(folder + "/gone") == nil)
        #expect(try files.text(folder + "/a b") == "x")
        #expect(throws: (any Error).self) { try files.text(folder + "/gone") }
    }

    @Test func whatIsNoTextIsRefused() throws {
        let path = FileManager.default.temporaryDirectory.path + "/omniproxy-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        for bytes in [Data([0x61, 0, 0x62]), Data([0xFF, 0xFE])] {
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(throws: (any Error).self) { try ConfigurationFiles.fileSystem.text(path) }
        }
    }
}
