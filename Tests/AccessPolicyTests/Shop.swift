// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// The shop that the tests of this target resolve users in: two tenants in shared tables, a dynamic
/// schema, a reference table, two environments.
enum Shop {
    static let nowhere = SourceLocation(file: "test", line: 1)

    static func type(_ name: String) -> Catalog.TypeName {
        Catalog.TypeName(oid: 0, schema: "pg_catalog", name: name, formatted: name)
    }

    static func relation(
        _ schema: String,
        _ name: String,
        _ columns: KeyValuePairs<String, String>,
        kind: Catalog.RelationKind = .table
    ) -> Catalog.Relation {
        Catalog.Relation(
            oid: 0,
            name: Catalog.QualifiedName(schema: schema, name: name),
            kind: kind,
            columns: columns.enumerated().map { index, column in
                Catalog.Column(
                    name: column.key,
                    type: type(column.value),
                    typeModifier: -1,
                    number: Int16(index + 1),
                    isNotNull: false
                )
            },
            primaryKey: columns.first.map { [$0.key] } ?? [],
            isInheritanceChild: false
        )
    }

    static func catalog(_ extra: [Catalog.Relation] = []) -> Catalog {
        let relations =
            [
                relation(
                    "public",
                    "orders",
                    ["id": "int8", "tenant_id": "text", "customer_id": "int8", "shard": "int4"]
                ),
                relation("public", "order_items", ["order_id": "int8", "price": "numeric"]),
                relation(
                    "public",
                    "customers",
                    ["id": "int8", "tenant_id": "text", "email": "text", "salary": "numeric"]
                ),
                relation("public", "products", ["id": "int8", "name": "text"]),
                relation("tenant_template", "invoices", ["id": "int8", "amount": "numeric"]),
                relation("acme_data", "invoices", ["id": "int8", "amount": "numeric"]),
                relation("acme_data", "secrets", ["id": "int8"]),
            ] + extra
        return Catalog(
            serverVersion: 150_020,
            relations: Dictionary(uniqueKeysWithValues: relations.map { ($0.name, $0) })
        )
    }

    static func view(
        _ name: String,
        schema: String? = "public",
        table: String? = nil,
        fields: [ModelView.Field] = [],
        requiredGrants: GrantRequirement? = nil,
        isHidden: Bool = false
    ) -> ModelView {
        ModelView(
            name: name,
            source: .table(schema: schema, name: table ?? name),
            fields: Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) }),
            requiredGrants: requiredGrants,
            isHidden: isHidden,
            location: nowhere
        )
    }

    static func requires(_ elements: String...) -> GrantRequirement {
        GrantRequirement(elements, location: nowhere)
    }

    /// A grant held by those whose attribute `clearance` has the grant's name among its values.
    static func grant(_ name: String) -> AccessGrant {
        AccessGrant(
            name: name,
            userAttribute: "clearance",
            allowedValues: [name],
            location: nowhere
        )
    }

    static func filter(
        _ field: String,
        of view: String? = nil,
        by attribute: String = "tenant",
        unfiltered: [String] = [],
        like: Bool = false
    ) -> AccessFilter {
        AccessFilter(
            view: view,
            field: FieldReference(field) ?? FieldReference(field: field),
            userAttribute: attribute,
            valuesForUnfiltered: unfiltered,
            usesWildcards: like,
            location: nowhere
        )
    }

    static func join(
        _ from: String,
        _ to: String,
        as alias: String? = nil,
        on pairs: [(String, String)]?,
        isReversible: Bool = false
    ) -> Relationship {
        Relationship(
            fromView: from,
            toView: to,
            alias: alias,
            isReversible: isReversible,
            equalities: pairs?.compactMap { left, right in
                guard let left = FieldReference(left), let right = FieldReference(right) else {
                    return nil
                }
                return Relationship.Equality(left: left, right: right)
            },
            location: nowhere
        )
    }

    static var model: Model {
        let views = [
            view("orders"), view("order_items"), view("customers"), view("products"),
            view("tenant__invoices", schema: "tenant", table: "invoices"),
            view("tenant_template__invoices", schema: "tenant_template", table: "invoices"),
        ]
        return Model(
            name: "Shop",
            views: Dictionary(uniqueKeysWithValues: views.map { ($0.name, $0) }),
            relationships: [
                join("order_items", "orders", on: [("order_items.order_id", "orders.id")]),
                join("orders", "customers", on: [("orders.customer_id", "customers.id")]),
            ],
            defaultAccessFilters: [filter("tenant_id", unfiltered: ["ALL"])],
            dynamicSchemas: [
                "tenant": Model.DynamicSchema(
                    name: "tenant",
                    fromSchema: "tenant_template",
                    userAttribute: "tenant_schema",
                    location: nowhere
                )
            ],
            accessGrants: Dictionary(
                uniqueKeysWithValues: ["pii", "audit", "emea"].map { ($0, grant($0)) }
            )
        )
    }

    static var rules: ConnectionRules {
        ConnectionRules(
            name: "shop",
            model: model,
            access: [.group("analysts"): .querier],
            environments: EnvironmentRules(
                userAttribute: "place",
                defaultValues: ["here"],
                noMatch: .deny,
                environments: [
                    EnvironmentRules.Environment(
                        connection: "shop_dev",
                        values: ["dev"],
                        grantedTo: [],
                        location: nowhere
                    ),
                    EnvironmentRules.Environment(
                        connection: "shop_finance",
                        values: ["finance"],
                        grantedTo: [.group("auditors")],
                        location: nowhere
                    ),
                ]
            ),
            sql: SQLRules(
                unfilteredViews: .named(["products", "tenant__invoices"]),
                accessFilters: [filter("orders.tenant_id", of: "order_items")]
            )
        )
    }

    static func definition(
        _ name: String,
        _ kind: AttributeDefinition.Kind = .string,
        isMultiple: Bool = true,
        defaultValues: [String]? = nil
    ) -> AttributeDefinition {
        AttributeDefinition(
            name: name,
            kind: kind,
            isMultiple: isMultiple,
            defaultValues: defaultValues,
            location: nowhere
        )
    }

    static func user(
        _ attributes: [String: [String]] = [:],
        groups: [String] = ["analysts"],
        isActive: Bool = true,
        isOrgAdmin: Bool = false
    ) -> User {
        User(
            login: "ada@acme.example",
            groups: groups,
            attributes: ["tenant": ["acme"], "tenant_schema": ["acme_data"], "place": ["here"]]
                .merging(attributes) { $1 },
            isActive: isActive,
            isOrgAdmin: isOrgAdmin,
            location: nowhere
        )
    }

    static func resolver(
        _ user: User = user(),
        rules: ConnectionRules = rules,
        definitions: [AttributeDefinition] = []
    ) -> PolicyResolver {
        let standard = [
            definition("tenant"), definition("tenant_schema"), definition("place"),
            definition("shard", .number), definition("clearance"),
        ]
        return PolicyResolver(
            directory: Directory(
                users: [user.login: user],
                attributes: Dictionary(
                    (standard + definitions).map { ($0.name, $0) },
                    uniquingKeysWith: { $1 }
                )
            ),
            connections: [rules.name: rules]
        )
    }

    /// The policy of a user on the shop's tables.
    static func policy(
        _ user: User = user(),
        rules: ConnectionRules = rules,
        catalog: Catalog = catalog()
    ) throws -> Policy {
        let resolver = resolver(user, rules: rules)
        let target = try resolver.target(user: user.login, database: "shop")
        return try resolver.policy(for: target, catalog: catalog)
    }
}

extension Policy {
    func relation(_ name: String, in schema: String = "public") -> GovernedRelation? {
        relations[schema]?[name]
    }

    /// Message of a relation whose every statement is refused.
    func refusal(_ name: String, in schema: String = "public") -> String? {
        guard case .refused(let message) = relation(name, in: schema)?.filter else { return nil }
        return message
    }

    func predicates(_ name: String, in schema: String = "public") -> [FilterPredicate]? {
        guard case .all(let predicates) = relation(name, in: schema)?.filter else { return nil }
        return predicates
    }
}
