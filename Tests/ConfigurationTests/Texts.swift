// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Configuration

/// Configurations out of texts, for the tests of this target.
enum Texts {
    static let verifier =
        "SCRAM-SHA-256$4096:0JmugrU+qAo92loofPcK9A==$"
        + "VcoiJT7gMNTMdDoyOv0Z6IezWA53PntzILHCS12AOdQ=:YoT0WgL2ArLf0kYqxLF1P6XwB0KrBU7e9GSYJlm5/4g="

    /// Complete and free of warnings; what a test appends begins at line 20.
    static let base = """
        [listen]
        addresses = ["127.0.0.1:6432"]
        [models]
        path = "models"
        [attributes.tenant]
        type = "string"
        [attributes.shard]
        type = "number"
        multiple = true
        [users."ada@acme.example"]
        password = "\(verifier)"
        groups = ["analysts"]
        attributes = { tenant = "acme", shard = [1, "2.50"] }
        [connections.shop]
        conninfo = "host=db dbname=shop"
        model = "Shop"
        base_access = "querier"
        [connections.shop_dev]
        conninfo = "host=dev dbname=shop"

        """

    /// What makes `shop_dev` an environment, which `base` needs.
    static let environments = """
        [connections.shop.environments]
        user_attribute = "tenant"
        default_values = ["acme"]
        [connections.shop.environments.shop_dev]
        values = ["dev"]

        """

    static let model = ["model.yaml": "{}", "public/orders.view.yaml": "schema: public\n"]

    static func load(
        _ text: String,
        model: [String: String] = model,
        otherFiles: [String: String] = [:],
        environment: [String: String] = [:]
    ) throws(ConfigurationError) -> ConfigurationLoader.Loaded {
        var files = otherFiles
        for (path, text) in model { files["conf/models/Shop/" + path] = text }
        files["conf/proxy.conf"] = text
        let all = files
        return try ConfigurationLoader.load(
            path: "conf/proxy.conf",
            environment: environment,
            files: ConfigurationFiles(
                text: { path in
                    guard let text = all[path] else { throw Missing() }
                    return text
                },
                filesBelow: { folder in
                    let prefix = folder + "/"
                    let paths = all.keys.filter { $0.hasPrefix(prefix) }
                    return paths.isEmpty
                        ? nil : paths.map { String($0.dropFirst(prefix.count)) }.sorted()
                }
            )
        )
    }

    private struct Missing: Error, CustomStringConvertible {
        var description: String { "there is no such file" }
    }

    /// The problems of a configuration as an operator reads them; empty when it loads.
    static func problems(
        _ text: String,
        model: [String: String] = model,
        environment: [String: String] = [:]
    ) -> [String] {
        do {
            _ = try load(text, model: model, environment: environment)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// The problems after `base`, the environments and further lines, which begin at line 25.
    static func problems(appending lines: String) -> [String] {
        problems(base + environments + lines)
    }

    /// The problems of a model that `base` serves.
    static func problems(model: [String: String]) -> [String] {
        problems(base + environments, model: model)
    }

    static func warnings(
        _ text: String,
        model: [String: String] = model
    ) throws -> [String] {
        try load(text, model: model).warnings.map(\.description)
    }
}
