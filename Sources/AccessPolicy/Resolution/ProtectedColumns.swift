// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Columns closed because a protected dimension is made from them (spec 9).
///
/// Grants are not evaluated yet, so what is protected is closed to everybody, and what has a mask masked.
/// What is computed from columns cannot be masked under its own name; the columns are closed.
struct ProtectedColumns {
    /// Column names, lower-cased, by view; `ModelView.anyColumn` closes the view as a whole.
    private var closed: [String: Set<String>] = [:]
    /// Columns that are masked, likewise; one that is closed too stays closed.
    private var masked: [String: Set<String>] = [:]
    private let model: Model

    init(_ model: Model) {
        self.model = model
        for view in model.views.values {
            for field in view.fields.values {
                if field.protection == .mask, case .column(let column) = field.meaning {
                    masked[view.name, default: []].insert(column.lowercased())
                } else if field.protection != nil {
                    close(field, of: view)
                } else if field.isHidden, case .column(let column) = field.meaning {
                    closed[view.name, default: []].insert(column.lowercased())
                }
            }
        }
    }

    func closes(_ column: String, of view: String) -> Bool {
        closed[view]?.contains(column.lowercased()) ?? false
    }

    func masks(_ column: String, of view: String) -> Bool {
        masked[view]?.contains(column.lowercased()) ?? false
    }

    func closesAll(of view: String) -> Bool {
        closed[view]?.contains(ModelView.anyColumn) ?? false
    }

    private mutating func close(_ field: ModelView.Field, of view: ModelView) {
        var visited: Set<FieldReference> = []
        var waiting: [(ModelView, ModelView.Meaning)] = [(view, field.meaning)]
        if case .column(let column) = field.meaning {
            closed[view.name, default: []].insert(column.lowercased())
            waiting = []
        }
        while let (view, meaning) = waiting.popLast() {
            switch meaning {
            case .column(let column):
                closeBelow(column, of: view)
            case .expression(let words, let references):
                for word in words { closeBelow(word, of: view) }
                for reference in references {
                    let target = reference.view.map { model.view(named: $0) } ?? view
                    let key = FieldReference(view: target?.name, field: reference.field)
                    guard let target, visited.insert(key).inserted else { continue }
                    waiting.append(
                        (
                            target,
                            target.fields[reference.field]?.meaning ?? .column(reference.field)
                        )
                    )
                }
            }
        }
    }

    /// Closes a column used inside a protected expression, unless an open dimension shows it as it is.
    private mutating func closeBelow(_ column: String, of view: ModelView) {
        let isExposed = view.fields.values.contains { field in
            guard field.protection == nil, case .column(let exposed) = field.meaning else {
                return false
            }
            return exposed.lowercased() == column.lowercased()
        }
        if !isExposed { closed[view.name, default: []].insert(column.lowercased()) }
    }
}
