// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Why a column of a table is not what it would be without the model.
package struct ColumnClosure: Sendable, Hashable {
    package enum Kind: Sendable, Hashable, Comparable {
        /// It reads as a hash.
        case masked
        /// It does not exist for the user.
        case hidden
    }

    package var kind: Kind
    /// Such as `dimension customers.email requires access grants pii`.
    package var reason: String
    package var location: SourceLocation

    package init(kind: Kind, reason: String, location: SourceLocation) {
        self.kind = kind
        self.reason = reason
        self.location = location
    }
}

/// Columns closed to a user because a dimension made from them is (spec 9).
struct ProtectedColumns {
    /// By view and lower-cased column name; `ModelView.anyColumn` stands for all of a view.
    private var closures: [String: [String: ColumnClosure]] = [:]
    /// Columns that a closed dimension names as such, by view, lower-cased; words of expressions are
    /// not all columns.
    private var named: [String: Set<String>] = [:]
    private let model: Model
    private let held: Set<String>

    /// - Parameters:
    ///   - model: The model.
    ///   - held: The grants that the user holds.
    init(_ model: Model, holding held: Set<String>) {
        self.model = model
        self.held = held
        for view in model.views.values {
            for field in view.fields.values {
                if let closure = closure(field, of: view) {
                    close(field, of: view, closure)
                } else if field.isHidden, case .column(let column) = field.meaning {
                    named[view.name, default: []].insert(column.lowercased())
                    close(
                        column,
                        of: view,
                        ColumnClosure(
                            kind: .hidden,
                            reason: "dimension \(view.name).\(field.name) is ignored",
                            location: field.location
                        )
                    )
                }
            }
        }
    }

    /// What became of a column; nil: it is open.
    func closure(of column: String, in view: String) -> ColumnClosure? {
        closures[view]?[column.lowercased()]
    }

    /// Why the view cannot be read at all; nil: it can.
    func closureOfAll(in view: String) -> ColumnClosure? {
        closures[view]?[ModelView.anyColumn]
    }

    /// Whether the model closes a column that the table does not have, or not yet: one that is added
    /// must not show before the catalog is read again.
    func closesMore(than columns: [Catalog.Column], in view: String) -> Bool {
        guard let named = named[view] else { return false }
        return !named.isSubset(of: columns.map { $0.name.lowercased() })
    }

    private func closure(_ field: ModelView.Field, of view: ModelView) -> ColumnClosure? {
        func needs(_ requirement: GrantRequirement?) -> GrantRequirement? {
            requirement.flatMap { $0.isMet(holding: held) ? nil : $0 }
        }
        if let requirement = needs(field.requiredGrants) {
            return ColumnClosure(
                kind: .hidden,
                reason:
                    "dimension \(view.name).\(field.name) requires access grants \(requirement)",
                location: requirement.location
            )
        }
        guard let requirement = needs(field.maskedUnless) else { return nil }
        return ColumnClosure(
            kind: .masked,
            reason: "dimension \(view.name).\(field.name) is masked without access grants "
                + "\(requirement)",
            location: requirement.location
        )
    }

    /// The strongest closure of a column counts; among equals the first by place, so that reports do not
    /// change from run to run.
    private mutating func close(
        _ column: String,
        of view: ModelView,
        _ closure: ColumnClosure
    ) {
        let key = column.lowercased()
        if let known = closures[view.name]?[key] {
            guard
                closure.kind > known.kind
                    || closure.kind == known.kind
                        && (closure.location.file, closure.location.line, closure.reason)
                            < (known.location.file, known.location.line, known.reason)
            else { return }
        }
        closures[view.name, default: [:]][key] = closure
    }

    private mutating func close(
        _ field: ModelView.Field,
        of view: ModelView,
        _ closure: ColumnClosure
    ) {
        if case .column(let column) = field.meaning {
            named[view.name, default: []].insert(column.lowercased())
            return close(column, of: view, closure)
        }
        // A hash of the column would say more than the hash of what is computed from it.
        var closure = closure
        closure.kind = .hidden
        for (below, column) in model.columns(below: field, of: view)
        where !model.exposesAsItIs(column, of: below, holding: held) {
            close(column, of: below, closure)
        }
    }
}

extension Model {
    /// The columns that an expression reads as far as its words tell, in this view and others.
    ///
    /// Too many rather than too few; `ModelView.anyColumn` where they cannot be told.
    func columns(
        below field: ModelView.Field,
        of view: ModelView
    ) -> [(view: ModelView, column: String)] {
        var columns: [(ModelView, String)] = []
        var visited: Set<FieldReference> = []
        var waiting: [(ModelView, ModelView.Meaning)] = [(view, field.meaning)]
        while let (view, meaning) = waiting.popLast() {
            switch meaning {
            case .column(let column):
                columns.append((view, column))
            case .expression(let words, let references):
                for word in words { columns.append((view, word)) }
                for reference in references {
                    let target = reference.view.map { self.view(named: $0) } ?? view
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
        return columns
    }

    /// Whether a dimension that is open to the user is nothing but the column.
    func exposesAsItIs(_ column: String, of view: ModelView, holding held: Set<String>) -> Bool {
        view.fields.values.contains { field in
            guard case .column(let exposed) = field.meaning, !field.isHidden,
                field.requiredGrants?.isMet(holding: held) != false,
                field.maskedUnless?.isMet(holding: held) != false
            else { return false }
            return exposed.lowercased() == column.lowercased()
        }
    }
}
