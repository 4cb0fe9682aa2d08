// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Ways from one view to another along the model's relationships.
struct RelationshipPaths {
    /// One relationship walked in one direction; names are those of views or of join aliases.
    struct Edge: Equatable {
        var from: String
        var to: String
        var relationship: Relationship
    }

    enum Answer: Equatable {
        case path([Edge])
        case none
        /// Two ways give different rows, and nothing says which is meant.
        case ambiguous
    }

    /// Longest path followed; a filter further away than that is a modelling mistake.
    private static let edgesMax = 8
    /// Steps of the search; a model so dense that they run out has more than one way.
    private static let stepsMax = 100_000

    private let edges: [String: [Edge]]

    init(_ relationships: [Relationship]) {
        var edges: [String: [Edge]] = [:]
        for relationship in relationships {
            let from = relationship.fromView
            let to = relationship.joinedName
            edges[from, default: []].append(Edge(from: from, to: to, relationship: relationship))
            if relationship.isReversible {
                edges[to, default: []].append(Edge(from: to, to: from, relationship: relationship))
            }
        }
        self.edges = edges
    }

    /// The only way from one name to another; a way visits no name twice.
    func path(from start: String, to end: String) -> Answer {
        var found: [Edge]?
        var steps = 0
        var waiting: [[Edge]] = (edges[start] ?? []).map { [$0] }
        while let path = waiting.popLast() {
            steps += 1
            guard steps <= Self.stepsMax, let last = path.last else { return .ambiguous }
            if last.to == end {
                if found != nil { return .ambiguous }
                found = path
                continue
            }
            guard path.count < Self.edgesMax else { continue }
            for edge in edges[last.to] ?? []
            where edge.to != start && !path.contains(where: { $0.to == edge.to }) {
                waiting.append(path + [edge])
            }
        }
        return found.map(Answer.path) ?? .none
    }
}
