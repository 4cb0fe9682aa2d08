// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Puts the queries of topics in place of their names, and aggregates in place of measures.
extension StatementPlan {
    /// A reference to a topic with its query made.
    struct PlannedTopic {
        let select: TopicSelect
        /// In parentheses.
        let sql: String
    }

    func plannedTopic(
        _ reference: Reference,
        at place: Int,
        _ compiled: CompiledTopic,
        isFenced: Bool
    ) throws(ProxyError) -> PlannedTopic {
        let use = analysis.topicUses[place] ?? TopicUse()
        if use.isWhole, !use.measures.isEmpty {
            throw ProxyError(
                .featureNotSupported,
                "a measure beside all columns of its topic is not supported",
                hint: "Name the columns."
            )
        }
        var copied: [String] = []
        for node in analysis.copiableConditions(for: reference) {
            guard let range = bounds.conjunct(of: node) else {
                throw Verification.failure("a condition has no place in the text")
            }
            copied.append(bounds.tokens.string(range))
        }
        do throws(TopicProblem) {
            let select = try TopicSelect(compiled, use: use, alias: reference.alias)
            let sql = "(" + (try select.sql(isFenced: isFenced, copied: copied)) + ")"
            return PlannedTopic(select: select, sql: sql)
        } catch {
            throw error.error(ofTopic: compiled.topic.name)
        }
    }
}

extension CompiledTopic {
    /// The query that COPY reads, in parentheses.
    func sourceOfCopy(_ columns: [String]) throws(ProxyError) -> String {
        do throws(TopicProblem) {
            let use = TopicUse(fields: Set(columns))
            let select = try TopicSelect(self, use: use, alias: topic.name)
            return "(" + (try select.sql(isFenced: false, copied: [])) + ")"
        } catch {
            throw error.error(ofTopic: topic.name)
        }
    }
}
