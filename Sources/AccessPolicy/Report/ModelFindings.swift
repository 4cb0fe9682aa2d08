// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What in a model or its rules protects less than it seems to, and what it closes on the way
/// (omni-reference 16; spec 9).
package struct ModelFindings {
    private let rules: ConnectionRules
    private let directory: Directory
    /// Lower-cased column names by view; a view without an entry has no known table.
    private let columns: [String: Set<String>]
    private var model: Model { rules.model }

    /// - Parameters:
    ///   - rules: Of a connection; its model is the one that is looked at.
    ///   - directory: The users it meets.
    ///   - catalog: Of the primary connection; nil when nobody asked it: then only columns that some
    ///     dimension names are known.
    package init(rules: ConnectionRules, directory: Directory, catalog: Catalog?) {
        self.rules = rules
        self.directory = directory
        var columns: [String: Set<String>] = [:]
        for view in rules.model.views.values {
            guard case .table(let schema, let table) = view.source else { continue }
            let logical = schema ?? rules.defaultSchema
            let name = Catalog.QualifiedName(
                schema: rules.model.dynamicSchemas[logical]?.fromSchema ?? logical,
                name: table
            )
            if let relation = catalog?.relations[name] {
                columns[view.name] = Set(relation.columns.map { $0.name.lowercased() })
            } else if catalog == nil {
                columns[view.name] = Set(
                    view.fields.values.compactMap { field in
                        guard case .column(let column) = field.meaning else { return nil }
                        return column.lowercased()
                    }
                )
            }
        }
        self.columns = columns
    }

    /// All of them, by place.
    package var findings: [Finding] {
        let all =
            topicFindings + viewFindings + fieldFindings + grantFindings + unservedFindings
        return Set(all).sorted { left, right in
            let places = [left, right].map { $0.place ?? SourceLocation(file: "", line: 0) }
            return (places[0].file, places[0].line, left.subject, left.message)
                < (places[1].file, places[1].line, right.subject, right.message)
        }
    }

    private func finding(
        _ severity: Finding.Severity,
        _ subject: String,
        _ message: String,
        at place: SourceLocation
    ) -> Finding {
        Finding(severity, "model \(model.name): \(subject)", message, at: place)
    }

    // MARK: Topics and views

    private var topicFindings: [Finding] {
        model.topics.compactMap { topic in
            let filters = topic.accessFilters ?? model.defaultAccessFilters
            guard filters.isEmpty, !topic.isHidden else { return nil }
            // Opting out of the model's default is told when the configuration is loaded.
            let isTold = topic.accessFilters != nil && !model.defaultAccessFilters.isEmpty
            guard !isTold || !model.parents.isEmpty else { return nil }
            // L3, L4; what an extended model filters stays filtered.
            let inherited = model.parents.contains { parent in
                parent.topics.contains { other in
                    other.name == topic.name
                        && !(other.accessFilters ?? parent.defaultAccessFilters).isEmpty
                }
            }
            if inherited {
                return finding(
                    .note,
                    "topic \(topic.name)",
                    "opts out of access filters, and keeps those of the extended model",
                    at: topic.location
                )
            }
            return finding(
                .warning,
                "topic \(topic.name)",
                topic.accessFilters == nil
                    ? "has no access filter" : "opts out of access filters (access_filters: [])",
                at: topic.location
            )
        }
    }

    /// What was not understood closes itself; nobody should have to look for it.
    private var unservedFindings: [Finding] {
        func unserved(_ subject: String, _ problem: String?, _ place: SourceLocation) -> Finding? {
            problem.map { finding(.note, subject, "is not served: \($0)", at: place) }
        }
        var findings = model.topics.filter { !$0.isHidden }.compactMap { topic in
            unserved("topic \(topic.name)", topic.problem, topic.location)
        }
        findings += model.relationships.compactMap { relationship in
            unserved(
                "relationship of \(relationship.joiningName) and \(relationship.joinedName)",
                relationship.problem,
                relationship.location
            )
        }
        for view in model.views.values where !view.isIgnored {
            findings += view.fields.values.compactMap { field in
                unserved("dimension \(view.name).\(field.name)", field.problem, field.location)
            }
            findings += view.measures.values.compactMap { measure in
                unserved("measure \(view.name).\(measure.name)", measure.problem, measure.location)
            }
        }
        return findings
    }

    private var viewFindings: [Finding] {
        let templates = Set(model.dynamicSchemas.values.map(\.fromSchema))
        var findings: [Finding] = []
        for view in model.views.values {
            let subject = "view \(view.name)"
            switch view.source {
            case .query:
                if case .sql? = view.query {
                    // L10: filters of topics and dynamic schemas do not reach into it.
                    findings.append(
                        finding(
                            .note,
                            subject,
                            "is literal SQL: the tables in it are read as if the user had named them",
                            at: view.location
                        )
                    )
                }
            case .table(let schema, _):
                if templates.contains(schema ?? rules.defaultSchema),
                    case .named(let names) = rules.sql.unfilteredViews, names.contains(view.name)
                {
                    findings.append(
                        finding(
                            .warning,
                            subject,
                            "is the template of a dynamic schema, and unfiltered_views opens it",
                            at: view.location
                        )
                    )
                }
            }
            let isRevealed = model.parents.contains { parent in
                parent.views[view.name].map { $0.isHidden && !$0.isIgnored } ?? false
            }
            if !view.isHidden, isRevealed {
                findings.append(
                    finding(
                        .note,
                        subject,
                        "is hidden in the extended model, and shown in this one",
                        at: view.location
                    )
                )
            }
        }
        return findings
    }

    // MARK: Fields

    private var fieldFindings: [Finding] {
        var findings: [Finding] = []
        for view in model.views.values {
            for field in view.fields.values where field.isProtected {
                let subject = "dimension \(view.name).\(field.name)"
                if field.maskedUnless?.isEmpty == false {
                    // L11.
                    findings.append(
                        finding(
                            .note,
                            subject,
                            "is masked by MD5: whoever can list the possible values can tell them",
                            at: field.location
                        )
                    )
                }
                findings += columnFindings(of: field, in: view, subject)
            }
        }
        return findings
    }

    /// The columns that a protected dimension is made from, and who else shows them.
    private func columnFindings(
        of field: ModelView.Field,
        in view: ModelView,
        _ subject: String
    ) -> [Finding] {
        var findings: [Finding] = []
        var isComputed = true
        if case .column = field.meaning { isComputed = false }
        for (below, word) in model.columns(below: field, of: view)
        where columns[below.name]?.contains(word.lowercased()) == true {
            if isComputed {
                let shows = below.fields.values.first { other in
                    other.isColumn(word) && !other.isProtected && !other.isHidden
                }
                if let shows {
                    findings.append(
                        finding(
                            .warning,
                            subject,
                            "is made from \(below.name).\(word), which dimension "
                                + "\(below.name).\(shows.name) shows as it is",
                            at: shows.location
                        )
                    )
                } else {
                    findings.append(
                        finding(
                            .note,
                            subject,
                            "closes column \(below.name).\(word), which it is made from",
                            at: field.location
                        )
                    )
                }
            }
            findings += derived(from: word, of: below, besides: field, subject)
        }
        return findings
    }

    /// Open dimensions that compute something from a protected column (L7).
    private func derived(
        from column: String,
        of view: ModelView,
        besides field: ModelView.Field,
        _ subject: String
    ) -> [Finding] {
        view.fields.values.compactMap { other in
            guard other.name != field.name, !other.isProtected,
                case .expression = other.meaning,
                model.columns(below: other, of: view).contains(where: { below, word in
                    below.name == view.name && word.lowercased() == column.lowercased()
                })
            else { return nil }
            return finding(
                .warning,
                subject,
                "protects column \(view.name).\(column), from which the open dimension "
                    + "\(view.name).\(other.name) is computed",
                at: other.location
            )
        }
    }

    // MARK: Grants

    private var grantFindings: [Finding] {
        let groups = Set(directory.users.values.flatMap(\.groups))
        var findings: [Finding] = []
        for grant in model.accessGrants.values {
            let subject = "access grant \(grant.name)"
            if grant.userAttribute == SystemAttribute.groups.rawValue {
                // L14: a renamed group opens or closes without a word.
                for name in grant.allowedValues where !groups.contains(name) {
                    findings.append(
                        finding(
                            .warning,
                            subject,
                            "group \"\(name)\" has no members",
                            at: grant.location
                        )
                    )
                }
            }
            let defaults = directory.attributes[grant.userAttribute]?.defaultValues ?? []
            if defaults.contains(where: grant.allowedValues.contains) {
                findings.append(
                    finding(
                        .warning,
                        subject,
                        "is held by everybody whom nobody gave another value of attribute "
                            + grant.userAttribute,
                        at: grant.location
                    )
                )
            }
        }
        return findings
    }
}

extension ModelView.Field {
    fileprivate var isProtected: Bool {
        requiredGrants?.isEmpty == false || maskedUnless?.isEmpty == false
    }

    fileprivate func isColumn(_ name: String) -> Bool {
        guard case .column(let column) = meaning else { return false }
        return column.lowercased() == name.lowercased()
    }
}
