// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A list such as `required_access_grants: [finance|audit&emea, sales]`: every element must hold, and an
/// element holds when one of its alternatives does (omni-reference 3.2, A-8).
package struct GrantRequirement: Sendable, Hashable, CustomStringConvertible {
    /// Elements of alternatives of names that are needed together.
    private let elements: [[[String]]]
    /// Where the list stands.
    package let location: SourceLocation

    /// Reads the elements of a list; an empty one requires nothing.
    ///
    /// - Parameters:
    ///   - texts: The elements as written: names joined by `|` and `&`, of which `&` binds tighter.
    ///   - location: Where they stand.
    package init(_ texts: [String], location: SourceLocation) {
        self.location = location
        elements = texts.map { text in
            text.split(separator: "|", omittingEmptySubsequences: false).map { alternative in
                alternative.split(separator: "&", omittingEmptySubsequences: false)
                    .map { Self.withoutBlanks($0) }
            }
        }
    }

    private static func withoutBlanks(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }

    package var isEmpty: Bool { elements.isEmpty }

    /// All names in it; an empty one stands for a sign with nothing beside it.
    package var names: [String] { elements.flatMap { $0.flatMap { $0 } } }

    /// Whether somebody who holds these grants meets it; a name that no grant has is held by nobody
    ///
    package func isMet(holding grants: Set<String>) -> Bool {
        elements.allSatisfy { alternatives in
            alternatives.contains { $0.allSatisfy(grants.contains) }
        }
    }

    package var description: String {
        elements.map { $0.map { $0.joined(separator: "&") }.joined(separator: "|") }
            .joined(separator: ", ")
    }
}

extension Model {
    /// The grants that somebody with these attributes holds: one of the allowed values is theirs.
    ///
    /// Texts are compared as they are; an attribute without a value holds nothing.
    package func grantsHeld(with attributes: [String: [String]]) -> Set<String> {
        Set(
            accessGrants.values.filter { grant in
                (attributes[grant.userAttribute] ?? []).contains(
                    where: grant.allowedValues.contains
                )
            }
            .map(\.name)
        )
    }
}
