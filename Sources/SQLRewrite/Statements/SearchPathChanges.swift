// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// What the statements of one message do to the search path that the later ones are read with.
///
/// Each statement of a message runs before the next one's names are looked up, though all are rewritten
/// before any runs.
struct SearchPathChanges {
    private var atTransactionStart: RewriteContext?
    private var savepoints: [(name: String, context: RewriteContext)] = []
    private var initial: RewriteContext?

    mutating func completed(_ kind: RewrittenStatement.Kind, context: inout RewriteContext) {
        if initial == nil { initial = context }
        switch kind {
        case .setVirtual(name: "search_path", let value, _):
            context = RewriteContext(
                policy: context.policy,
                searchPath: value.map { SearchPath.schemas($0) },
                limits: context.limits
            )
        case .resetAll, .discard(target: "ALL"):
            context = RewriteContext(policy: context.policy, limits: context.limits)
        case .begin: atTransactionStart = context
        case .commit:
            atTransactionStart = nil
            savepoints = []
        case .rollback:
            context = atTransactionStart ?? initial ?? context
            atTransactionStart = nil
            savepoints = []
        case .savepoint(.define(let name)): savepoints.append((name, context))
        case .savepoint(.rollBackTo(let name)):
            if let index = savepoints.lastIndex(where: { $0.name == name }) {
                context = savepoints[index].context
                savepoints.removeSubrange((index + 1)...)
            }
        default: break
        }
    }
}
