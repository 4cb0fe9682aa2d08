// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// One model as it protects one user: the model of the session, or a parent of it, whose protection
/// stands beside the extension's own.
struct ModelLayer {
    let binding: ViewBinding
    let maker: FilterMaker
    /// Views of partitions and inheritance children.
    let partsOfTables: [ViewBinding.BoundView]
    private let protected: ProtectedColumns
    private let held: Set<String>

    init(rules: ConnectionRules, attributes: [String: [String]], catalog: Catalog) {
        let model = rules.model
        held = model.grantsHeld(with: attributes)
        binding = ViewBinding(rules: rules, attributes: attributes, catalog: catalog)
        maker = FilterMaker(
            binding: binding,
            paths: RelationshipPaths(model.relationships),
            relationships: model.relationships,
            rules: rules,
            attributes: attributes,
            catalog: catalog
        )
        protected = ProtectedColumns(model, holding: held)
        partsOfTables = binding.views.values.filter { view in
            guard case .present(let relation) = view.table else { return false }
            return !relation.parents.isEmpty
        }
        .sorted { $0.view.name < $1.view.name }
    }

    /// The views whose table is a relation, under whatever name, by view name.
    func views(reading physical: Catalog.QualifiedName) -> [ViewBinding.BoundView] {
        binding.views.values.filter { view in
            guard case .present(let relation) = view.table else { return false }
            return relation.name == physical
        }
        .sorted { $0.view.name < $1.view.name }
    }

    /// The requirement of a view that the user does not meet.
    func missingGrants(of view: ModelView) -> GrantRequirement? {
        view.requiredGrants.flatMap { $0.isMet(holding: held) ? nil : $0 }
    }

    func closesMore(than columns: [Catalog.Column], in view: ModelView) -> Bool {
        protected.closesMore(than: columns, in: view.name)
    }

    /// What closes a column to the user, if anything does.
    func closure(of column: String, in view: ModelView) -> ColumnClosure? {
        let all = protected.closureOfAll(in: view.name)
        guard let one = protected.closure(of: column, in: view.name) else { return all }
        return all.map { $0.kind > one.kind ? $0 : one } ?? one
    }
}
