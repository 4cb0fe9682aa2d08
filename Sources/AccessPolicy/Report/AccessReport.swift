// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// What a user gets on a database, and which line of which file says so (`omniproxy access`).
package struct AccessReport: Sendable, Encodable {
    package struct Attribute: Sendable, Encodable {
        package enum Source: String, Sendable, Encodable {
            case assigned
            case `default`
            case system
        }

        package var name: String
        package var values: [String]
        package var source: Source
        /// Where the user, or the attribute with its default, is defined.
        package var place: SourceLocation
    }

    package struct Filter: Sendable, Encodable {
        package var field: String
        package var attribute: String
        package var values: [String]
        package var effect: RelationDecision.AppliedFilter.Effect
        package var summary: String
        package var place: SourceLocation
    }

    package struct ClosedColumn: Sendable, Encodable {
        package var name: String
        /// `hidden` or `masked`.
        package var state: String
        package var reason: String
        package var place: SourceLocation
    }

    package struct Relation: Sendable, Encodable {
        package var name: String
        /// What the database calls it, when that is another name.
        package var physical: String?
        package var views: [String]
        /// `all`, `filtered` or `refused`.
        package var rows: String
        /// What a statement that names it fails with.
        package var refusal: String?
        package var filters: [Filter]
        package var columns: [String]
        package var closedColumns: [ClosedColumn]
    }

    package struct Closed: Sendable, Encodable {
        package var name: String
        package var reason: String
        package var place: SourceLocation
    }

    package struct Topic: Sendable, Encodable {
        package struct Line: Sendable, Encodable {
            package var text: String
            package var place: SourceLocation

            package init(text: String, place: SourceLocation) {
                self.text = text
                self.place = place
            }
        }

        package var name: String
        package var place: SourceLocation
        /// What a statement that names it fails with.
        package var refusal: String?
        package var fields: [String]
        package var maskedFields: [String]
        package var measures: [String]
        package var filters: [Line]
        /// What the user does not get of it.
        package var omissions: [Line]
    }

    package var user: String
    package var impersonator: String?
    package var licence: String
    package var database: String
    package var environment: String
    package var model: String
    package var role: String
    package var searchPath: [String]
    package var attributes: [Attribute]
    package var grants: [String]
    package var topics: [Topic]
    package var closedTopics: [Closed]
    /// Whether the role reaches tables.
    package var reachesTables: Bool
    package var relations: [Relation]
    package var closed: [Closed]
}

extension PolicyResolver {
    /// Explains a session.
    ///
    /// - Parameters:
    ///   - target: What `target(user:database:)` answered.
    ///   - catalog: The catalog of `target.identity.environment`.
    /// - Returns: The report.
    /// - Throws: 42501 when the configuration no longer knows the connection.
    package func report(
        for target: SessionTarget,
        catalog: Catalog
    ) throws(ProxyError) -> AccessReport {
        let policy = try policy(for: target, catalog: catalog)
        let decisions = try decisions(for: target, catalog: catalog)
        let topics = try topicDecisions(for: target, catalog: catalog)
        let model = try model(of: target)
        return AccessReport(
            user: target.identity.user,
            impersonator: target.identity.impersonator,
            licence: licence(of: target.identity.user),
            database: target.identity.connection,
            environment: target.identity.environment,
            model: target.identity.model,
            role: target.identity.role,
            searchPath: policy.searchPath,
            attributes: attributes(of: target),
            grants: model.grantsHeld(with: target.attributes).sorted(),
            topics: topics.compactMap { $0.reported },
            closedTopics: topics.compactMap { $0.reportedClosed },
            reachesTables: target.role >= .querier,
            relations: decisions.compactMap { $0.reported },
            closed: decisions.compactMap { $0.reportedClosed }
        )
    }

    private func attributes(of target: SessionTarget) -> [AccessReport.Attribute] {
        let user = directory.users[target.identity.user]
        let nowhere = SourceLocation(file: "", line: 0)
        return target.attributes.sorted { $0.key < $1.key }.map { name, values in
            let definition = directory.attributes[name]
            let isAssigned = user?.attributes[name] == values
            return AccessReport.Attribute(
                name: name,
                values: values,
                source: definition == nil ? .system : isAssigned ? .assigned : .default,
                place: (definition == nil || isAssigned ? user?.location : definition?.location)
                    ?? nowhere
            )
        }
    }
}

extension RelationDecision {
    fileprivate var reported: AccessReport.Relation? {
        guard case .reachable(let relation) = outcome else { return nil }
        var report = AccessReport.Relation(
            name: Self.text(relation.logical),
            physical: relation.physical == relation.logical ? nil : Self.text(relation.physical),
            views: views,
            rows: "filtered",
            refusal: nil,
            filters: filters.map { filter in
                AccessReport.Filter(
                    field: filter.field.description,
                    attribute: filter.userAttribute,
                    values: filter.values,
                    effect: filter.effect,
                    summary: filter.summary,
                    place: filter.location
                )
            },
            columns: relation.columns.map(\.name),
            closedColumns: closedColumns.map { column in
                AccessReport.ClosedColumn(
                    name: column.name,
                    state: column.closure.kind == .hidden ? "hidden" : "masked",
                    reason: column.closure.reason,
                    place: column.closure.location
                )
            }
        )
        switch relation.filter {
        case .unfiltered: report.rows = "all"
        case .all, .condition: break
        case .refused(let message):
            report.rows = "refused"
            report.refusal = message
        }
        return report
    }

    fileprivate var reportedClosed: AccessReport.Closed? {
        guard case .absent(let reason, let location) = outcome else { return nil }
        return AccessReport.Closed(name: Self.text(logical), reason: reason, place: location)
    }

    private static func text(_ name: Catalog.QualifiedName) -> String {
        "\(name.schema).\(name.name)"
    }
}

extension TopicDecision {
    fileprivate var reported: AccessReport.Topic? {
        guard case .open(let topic) = outcome else { return nil }
        func name(_ field: GovernedTopic.Field) -> String {
            "\(topic.views[field.view].alias).\(field.name)"
        }
        return AccessReport.Topic(
            name: self.name,
            place: location,
            refusal: topic.refusal,
            fields: topic.fields.map(name),
            maskedFields: topic.fields.filter(\.isMasked).map(name),
            measures: topic.measures.keys.sorted(),
            filters: filters.map { AccessReport.Topic.Line(text: $0.summary, place: $0.location) },
            omissions: omissions.map {
                AccessReport.Topic.Line(text: $0.reason, place: $0.location)
            }
        )
    }

    fileprivate var reportedClosed: AccessReport.Closed? {
        guard case .absent(let reason, let location) = outcome else { return nil }
        return AccessReport.Closed(name: name, reason: reason, place: location)
    }
}
