// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import Synchronization

/// The topics of a policy, compiled when a statement first names them.
///
/// Most sessions name few; what is compiled is shared by all statements of the policy.
final class TopicCatalog: Sendable {
    private let policy: Policy
    private let compiled = Mutex<[String: CompiledTopic]>([:])
    private let readers = Mutex<ModelSQLReader?>(nil)

    init(_ policy: Policy) { self.policy = policy }

    /// Whether any topic is there: `measure` is an ordinary name else.
    var isEmpty: Bool { policy.topics.isEmpty }

    /// The topic of a name in a schema; nil when there is none for the user.
    func topic(named name: String, in schema: String) -> CompiledTopic? {
        guard schema == policy.topicsSchema, let topic = policy.topics[name] else { return nil }
        if let known = compiled.withLock({ $0[name] }) { return known }
        let made = CompiledTopic(topic, schema: schema, reader: reader)
        return compiled.withLock { compiled in
            // Another thread may have been faster; all statements share one.
            if let known = compiled[name] { return known }
            compiled[name] = made
            return made
        }
    }

    /// All of them, as relations, by name.
    var relations: [GovernedRelation] {
        policy.topics.keys.sorted().compactMap {
            topic(named: $0, in: policy.topicsSchema)?.relation
        }
    }

    private var reader: ModelSQLReader {
        readers.withLock { reader in
            if let reader { return reader }
            let made = ModelSQLReader(policy)
            reader = made
            return made
        }
    }
}

extension RewriteContext {
    /// What of a topic cannot be computed, for an administrator; empty for one that is not there.
    package func problems(ofTopic name: String) -> [TopicOmission] {
        topics.topic(named: name, in: policy.topicsSchema)?.problems ?? []
    }
}
