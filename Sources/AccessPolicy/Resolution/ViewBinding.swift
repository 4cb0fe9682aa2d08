// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The model's views bound to what one user finds in one catalog.
struct ViewBinding {
    /// What a view's table is for this user.
    enum Table: Equatable {
        case present(Catalog.Relation)
        /// The dynamic schema leads nowhere for this user; `structure` is the template's relation.
        case refused(message: String, structure: Catalog.Relation)
        case absent
    }

    struct BoundView: Equatable {
        var view: ModelView
        var logical: Catalog.QualifiedName
        var table: Table

        /// The relation read, or the one that shows the structure.
        var structure: Catalog.Relation? {
            switch table {
            case .present(let relation), .refused(_, let relation): relation
            case .absent: nil
            }
        }

        /// The column a field stands for: a dimension's, else the physical column of that name, which
        /// Omni's schema layer makes a field of.
        func column(ofField name: String) -> Catalog.Column? {
            let column: String
            if let field = view.fields[name] {
                guard case .column(let physical) = field.meaning else { return nil }
                column = physical
            } else {
                column = name
            }
            return structure?.columns.first { $0.name == column }
        }

        /// Whether the view has a field of this name, plain or not.
        func hasField(_ name: String) -> Bool {
            view.fields[name] != nil || structure?.columns.contains { $0.name == name } == true
        }
    }

    /// Table views by name; query views are reachable by no plain SQL.
    let views: [String: BoundView]
    private let formerNames: [String: String]

    init(rules: ConnectionRules, attributes: [String: [String]], catalog: Catalog) {
        var views: [String: BoundView] = [:]
        var formerNames: [String: String] = [:]
        for (name, view) in rules.model.views {
            guard case .table(let schema, let table) = view.source else { continue }
            let logical = Catalog.QualifiedName(schema: schema ?? rules.defaultSchema, name: table)
            views[name] = BoundView(
                view: view,
                logical: logical,
                table: Self.table(logical, rules, attributes, catalog)
            )
            for alias in view.aliases { formerNames[alias] = name }
        }
        self.views = views
        self.formerNames = formerNames
    }

    subscript(name: String) -> BoundView? {
        views[name] ?? formerNames[name].flatMap { views[$0] }
    }

    private static func table(
        _ logical: Catalog.QualifiedName,
        _ rules: ConnectionRules,
        _ attributes: [String: [String]],
        _ catalog: Catalog
    ) -> Table {
        guard let dynamic = rules.model.dynamicSchemas[logical.schema] else {
            guard !PhysicalSchemaName.isSystem(logical.schema) else { return .absent }
            return catalog.relations[logical].map(Table.present) ?? .absent
        }
        func refused(_ why: String) -> Table {
            let template = Catalog.QualifiedName(schema: dynamic.fromSchema, name: logical.name)
            guard let structure = catalog.relations[template] else { return .absent }
            return .refused(
                message: "permission denied for table \(logical.name): user attribute "
                    + "\"\(dynamic.userAttribute)\" \(why)",
                structure: structure
            )
        }
        let values = attributes[dynamic.userAttribute] ?? []
        guard let schema = values.first else { return refused("has no value") }
        guard values.count == 1 else { return refused("has several values") }
        let physical = Catalog.QualifiedName(schema: schema, name: logical.name)
        // Neither the template nor the shared schema is anybody's own.
        guard PhysicalSchemaName.isAcceptable(schema), schema != dynamic.fromSchema,
            schema != rules.defaultSchema, schema != "public",
            let relation = catalog.relations[physical]
        else { return refused("does not lead to this table") }
        return .present(relation)
    }
}
