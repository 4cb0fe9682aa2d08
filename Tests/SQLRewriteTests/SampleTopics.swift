// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// A model with topics, for golden cases: orders with their buyers and lines.
enum SampleTopics {
    static let nowhere = SourceLocation(file: "model", line: 1)

    static func sql(_ text: String) -> ModelSQL {
        do {
            return try ModelSQL(text, location: nowhere)
        } catch {
            Issue.record("\(text): \(error.reason)")
            return ModelSQL(parts: [], location: nowhere)
        }
    }

    static func field(
        _ name: String,
        _ text: String? = nil,
        isKey: Bool = false,
        requires grant: String? = nil,
        masked: String? = nil
    ) -> ModelView.Field {
        var field = ModelView.Field(
            name: name,
            meaning: text == nil ? .column(name) : .expression(words: [], references: []),
            requiredGrants: grant.map { GrantRequirement([$0], location: nowhere) },
            maskedUnless: masked.map { GrantRequirement([$0], location: nowhere) },
            location: nowhere
        )
        field.sql = text.map(sql)
        field.isPrimaryKey = isKey
        return field
    }

    static func measure(
        _ name: String,
        _ aggregate: Measure.Aggregate?,
        _ text: String? = nil
    ) -> Measure {
        Measure(name: name, aggregate: aggregate, sql: text.map(sql), location: nowhere)
    }

    static func view(
        _ name: String,
        _ fields: [ModelView.Field],
        _ measures: [Measure] = []
    ) -> ModelView {
        var view = ModelView(
            name: name,
            source: .table(schema: "public", name: name),
            fields: Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) }),
            location: nowhere
        )
        view.measures = Dictionary(uniqueKeysWithValues: measures.map { ($0.name, $0) })
        return view
    }

    static func join(
        _ from: String,
        _ to: String,
        on condition: String,
        isToOne: Bool
    ) -> Relationship {
        var relationship = Relationship(
            fromView: from,
            toView: to,
            equalities: nil,
            location: nowhere
        )
        relationship.condition = sql(condition)
        relationship.multiplicity = .init(isToOne: isToOne, isFromOne: !isToOne)
        return relationship
    }

    static func filter(_ field: FieldReference) -> AccessFilter {
        AccessFilter(field: field, userAttribute: "tenant", location: nowhere)
    }

    static func topic(
        _ name: String,
        _ filters: [AccessFilter]?,
        where condition: String? = nil
    ) -> ModelTopic {
        func join(_ view: String) -> ModelTopic.Join {
            ModelTopic.Join(view: view, joins: [], location: nowhere)
        }
        var topic = ModelTopic(
            name: name,
            baseView: "orders",
            accessFilters: filters,
            location: nowhere
        )
        topic.joins = [join("customers"), join("order_items")]
        topic.alwaysWhereSQL = condition.map(sql)
        return topic
    }

    static var model: Model {
        let views = [
            view(
                "orders",
                [
                    field("id", isKey: true),
                    field("big", "${total} > 100"),
                    field("rate", "${total} / ${customers.id}"),
                    field("mine", "${status} = {{omni_attributes.tenant}}"),
                    field("secret", "status", requires: "nobody"),
                ],
                [
                    measure("count", .count), measure("revenue", .sum, "${total}"),
                    measure("each", nil, "${revenue} / ${count}"),
                    measure("raw", nil, "sum(${total})"),
                ]
            ),
            view("customers", [field("id", isKey: true), field("name", masked: "nobody")]),
            view("order_items", [field("id", isKey: true)], [measure("count", .count)]),
        ]
        return Model(
            name: "Shop",
            views: Dictionary(uniqueKeysWithValues: views.map { ($0.name, $0) }),
            relationships: [
                join(
                    "orders",
                    "customers",
                    on: "${orders.customer_id} = ${customers.id}",
                    isToOne: true
                ),
                join(
                    "orders",
                    "order_items",
                    on: "${orders.id} = ${order_items.order_id}",
                    isToOne: false
                ),
            ],
            topics: [
                topic("Open", []),
                topic("Orders", [filter(.init(view: "orders", field: "tenant_id"))]),
                topic("Buyers", [filter(.init(view: "customers", field: "tenant_id"))]),
                topic("Skus", [filter(.init(view: "order_items", field: "sku"))]),
                topic(
                    "Careful",
                    [filter(.init(field: "tenant_id"))],
                    where: "1 / ${orders.total} > 0"
                ),
                topic("Safe", [], where: "${orders.status} IS NOT NULL"),
            ]
        )
    }

    /// The policy of acme's users on these topics, over the tables of `SamplePolicies`.
    static func policy(attributes: [String: [String]] = ["tenant": ["acme"]]) -> Policy? {
        var relations: [Catalog.QualifiedName: Catalog.Relation] = [:]
        for relation in SamplePolicies.policy(tenants: ["acme"]).relations["public"]?.values
            ?? [:].values
        where relation.kind == .table {
            relations[relation.physical] = Catalog.Relation(
                oid: 1,
                name: relation.physical,
                kind: .table,
                columns: relation.columns,
                primaryKey: relation.primaryKey,
                isInheritanceChild: false
            )
        }
        let user = User(
            login: "ada@acme.example",
            groups: [],
            attributes: attributes,
            isActive: true,
            isOrgAdmin: false,
            location: nowhere
        )
        let resolver = PolicyResolver(
            directory: Directory(
                users: [user.login: user],
                attributes: [
                    "tenant": AttributeDefinition(
                        name: "tenant",
                        kind: .string,
                        isMultiple: true,
                        defaultValues: nil,
                        location: nowhere
                    )
                ]
            ),
            connections: [
                "shop": ConnectionRules(name: "shop", model: model, baseAccess: .restrictedQuerier)
            ]
        )
        guard let target = try? resolver.target(user: user.login, database: "shop") else {
            return nil
        }
        return try? resolver.policy(
            for: target,
            catalog: Catalog(serverVersion: 150_000, relations: relations)
        )
    }
}
