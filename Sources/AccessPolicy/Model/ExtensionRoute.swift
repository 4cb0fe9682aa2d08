// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// One entry of `dynamic_shared_extensions`: which extensions of a model govern a user
/// (omni-reference 7.3).
package struct ExtensionRoute: Sendable, Equatable {
    package enum Rule: Sendable, Equatable {
        /// Attribute values, each with the extension it leads to, in the order of the file.
        case values(attribute: String, [Mapping])
        /// The extension's name with the values of attributes in it.
        case pattern([Part])
    }

    package struct Mapping: Sendable, Equatable {
        package var value: String
        package var modelExtension: String

        package init(value: String, modelExtension: String) {
            self.value = value
            self.modelExtension = modelExtension
        }
    }

    package enum Part: Sendable, Equatable {
        case text(String)
        case attribute(String)
    }

    package var rule: Rule
    package var location: SourceLocation

    package init(rule: Rule, location: SourceLocation) {
        self.rule = rule
        self.location = location
    }

    /// The attributes that decide.
    package var attributes: [String] {
        switch rule {
        case .values(let attribute, _): [attribute]
        case .pattern(let parts):
            parts.compactMap { part in
                guard case .attribute(let name) = part else { return nil }
                return name
            }
        }
    }

    /// Combinations of values tried for one pattern; a user with more of them is sent nowhere.
    private static let combinationsMax = 10_000

    /// The extensions that somebody with these attributes is sent to.
    ///
    /// - Parameters:
    ///   - attributes: The user's.
    ///   - known: The extensions that exist: a pattern may make names of others.
    /// - Returns: Each once; empty when nothing matches.
    package func extensions(
        for attributes: [String: [String]],
        among known: Set<String>
    ) -> [String] {
        var names: [String] = []
        switch rule {
        case .values(let attribute, let mappings):
            let values = attributes[attribute] ?? []
            names = mappings.filter { values.contains($0.value) }.map(\.modelExtension)
        case .pattern(let parts):
            names = [""]
            for part in parts {
                switch part {
                case .text(let text):
                    names = names.map { $0 + text }
                case .attribute(let name):
                    let values = attributes[name] ?? []
                    guard values.count * names.count <= Self.combinationsMax else { return [] }
                    names = names.flatMap { name in values.map { name + $0 } }
                }
            }
        }
        var result: [String] = []
        for name in names where known.contains(name) && !result.contains(name) {
            result.append(name)
        }
        return result
    }
}
