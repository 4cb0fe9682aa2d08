// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The `fields` of a topic: what is listed is in, what is listed with a minus is out, and the more
/// particular entry decides (omni-reference 11.3, A-14).
struct TopicFields {
    private enum Pattern: Equatable {
        case all
        case view(String)
        case tag(String)
        case field(String)

        var rank: Int {
            switch self {
            case .all: 0
            case .view: 1
            case .tag: 2
            case .field: 3
            }
        }
    }

    private let entries: [(pattern: Pattern, isIncluded: Bool)]

    init(_ list: [String]?) {
        entries = (list ?? []).map { entry in
            let isIncluded = !entry.hasPrefix("-")
            let text = isIncluded ? entry : String(entry.dropFirst())
            if text == "all_views.*" { return (.all, isIncluded) }
            if text.hasPrefix("tag:") { return (.tag(String(text.dropFirst(4))), isIncluded) }
            if text.hasSuffix(".*") { return (.view(String(text.dropLast(2))), isIncluded) }
            return (.field(text), isIncluded)
        }
    }

    /// Whether a field is in the topic.
    func includes(_ field: String, of view: String, tags: [String]) -> Bool {
        var decision: (rank: Int, isIncluded: Bool)?
        for entry in entries {
            let matches =
                switch entry.pattern {
                case .all: true
                case .view(let name): name == view
                case .tag(let name): tags.contains(name)
                case .field(let name): name == "\(view).\(field)"
                }
            guard matches else { continue }
            // Among equals what takes out wins.
            if let known = decision {
                guard
                    entry.pattern.rank > known.rank
                        || entry.pattern.rank == known.rank && !entry.isIncluded
                else { continue }
            }
            decision = (entry.pattern.rank, entry.isIncluded)
        }
        if let decision { return decision.isIncluded }
        return !entries.contains { $0.isIncluded }
    }
}
