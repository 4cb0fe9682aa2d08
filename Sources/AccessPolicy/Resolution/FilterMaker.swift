// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Makes predicates for one user from the filters that bear on a view.
struct FilterMaker {
    /// What one filter entry comes to for this user.
    enum Outcome: Equatable {
        case predicate(FilterPredicate)
        /// The user's sole value is one of `values_for_unfiltered`.
        case lifted
        /// The message may be shown to the user, the reason helps an administrator.
        case refused(message: String, reason: String)
    }

    let binding: ViewBinding
    let paths: RelationshipPaths
    let relationships: [Relationship]
    let rules: ConnectionRules
    let attributes: [String: [String]]
    let catalog: Catalog

    /// Entries that bear on the rows of a view: the connection's that name it, the model's that name it
    /// or, unscoped, a field that it has.
    func filters(of bound: ViewBinding.BoundView) -> [AccessFilter] {
        let name = bound.view.name
        let own = rules.sql.accessFilters.filter { filter in
            filter.view.flatMap { binding[$0]?.view.name } == name
        }
        let defaults = rules.model.defaultAccessFilters.filter { filter in
            guard let view = filter.field.view else { return bound.hasField(filter.field.field) }
            return binding[view]?.view.name == name
        }
        return own + defaults
    }

    func outcome(of filter: AccessFilter, on bound: ViewBinding.BoundView) -> Outcome {
        let attribute = filter.userAttribute
        func refused(_ message: String, _ reason: String) -> Outcome {
            .refused(
                message: "permission denied for view \(bound.view.name): \(message)",
                reason: reason
            )
        }
        guard let values = attributes[attribute] else {
            return refused(
                "user attribute \"\(attribute)\" has no value",
                "attribute \(attribute) has no value"
            )
        }
        // with several values the user stays filtered.
        if values.count == 1, filter.valuesForUnfiltered.contains(values[0]) { return .lifted }
        let place: (column: Catalog.Column, path: [RelationshipStep])
        switch self.place(of: filter.field, from: bound) {
        case .failure(let problem):
            return refused("its access filter cannot be applied", problem.reason)
        case .success(let found):
            place = (ComparedType.compared(found.column, in: catalog), found.path)
        }
        switch FilterValues.condition(
            values,
            on: place.column,
            usesWildcards: filter.usesWildcards
        ) {
        case .refused(let why):
            return refused(
                "user attribute \"\(attribute)\" \(why)",
                "attribute \(attribute) \(why)"
            )
        case .condition(let condition):
            return .predicate(
                FilterPredicate(
                    column: place.column,
                    condition: condition,
                    path: place.path,
                    userAttribute: attribute
                )
            )
        }
    }

    private struct Problem: Error {
        var reason: String
    }

    /// The column of a filter's field, and the way to it.
    private func place(
        of field: FieldReference,
        from bound: ViewBinding.BoundView
    ) -> Result<(column: Catalog.Column, path: [RelationshipStep]), Problem> {
        func failure<Value>(_ reason: String) -> Result<Value, Problem> {
            .failure(Problem(reason: reason))
        }
        guard let view = field.view, view != bound.view.name,
            binding[view]?.view.name != bound.view.name
        else {
            guard let column = bound.column(ofField: field.field) else {
                return failure("field \(field) is not a plain column of the table")
            }
            return .success((column, []))
        }
        let edges: [RelationshipPaths.Edge]
        switch paths.path(from: bound.view.name, to: view) {
        case .none:
            return failure("no relationship leads from \(bound.view.name) to \(view)")
        case .ambiguous:
            return failure("several relationships lead from \(bound.view.name) to \(view)")
        case .path(let path):
            edges = path
        }
        var steps: [RelationshipStep] = []
        var current = bound
        for edge in edges {
            guard let next = self.view(joinedAs: edge.to), case .present(let relation) = next.table
            else { return failure("there is no table behind \(edge.to)") }
            guard let pairs = pairs(of: edge, from: current, to: next) else {
                return failure(
                    "\(edge.relationship.location): the join of \(edge.from) and \(edge.to) is not "
                        + "a conjunction of equal plain columns of comparable types"
                )
            }
            steps.append(RelationshipStep(target: relation.name, columns: pairs))
            current = next
        }
        guard let column = current.column(ofField: field.field) else {
            return failure("field \(field) is not a plain column of the table")
        }
        return .success((column, steps))
    }

    /// The view that a name stands for in relationships: a view, or the alias of a join.
    private func view(joinedAs name: String) -> ViewBinding.BoundView? {
        if let view = relationships.first(where: { $0.alias == name })?.toView {
            return binding[view]
        }
        return binding[name]
    }

    private func pairs(
        of edge: RelationshipPaths.Edge,
        from current: ViewBinding.BoundView,
        to next: ViewBinding.BoundView
    ) -> [RelationshipStep.ColumnPair]? {
        guard let equalities = edge.relationship.equalities, !equalities.isEmpty else { return nil }
        var pairs: [RelationshipStep.ColumnPair] = []
        for equality in equalities {
            let sides: (from: FieldReference, to: FieldReference)
            switch (equality.left.view, equality.right.view) {
            case (edge.from, edge.to): sides = (equality.left, equality.right)
            case (edge.to, edge.from): sides = (equality.right, equality.left)
            default: return nil
            }
            guard let from = current.column(ofField: sides.from.field),
                let to = next.column(ofField: sides.to.field)
            else { return nil }
            let types = [from, to].map { ComparedType.compared($0, in: catalog).type }
            guard ComparedType.areComparable(types[0], types[1]) else { return nil }
            pairs.append(RelationshipStep.ColumnPair(from: from, to: to))
        }
        return pairs
    }
}
