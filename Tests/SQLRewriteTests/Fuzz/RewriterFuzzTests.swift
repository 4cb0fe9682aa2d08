// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import PostgresErrors
import SQLRewrite
import Testing

/// How much is tried: a little always, a lot with `scripts/test --long`.
private let isLong = ProcessInfo.processInfo.environment["OMNIPROXY_TEST_LONG"] != nil

private let firstSeed =
    ProcessInfo.processInfo.environment["OMNIPROXY_TEST_SEED"].flatMap(UInt64.init) ?? 1

/// What EXECUTE leaves is the list of its arguments, constants of one kind or another.
func isExecution(_ message: RewrittenMessage) -> Bool {
    message.statements.contains { statement in
        if case .execute = statement.kind { true } else { false }
    }
}

/// What is wrong with how a text is rewritten; nil when it is refused as it may be, or safe.
private func faultOf(_ sql: String) -> String? {
    do {
        let message = try rewritten(sql)
        guard !message.text.isEmpty, !isExecution(message) else { return nil }
        let violations = FilterAudit.violations(in: message.text)
        if violations.isEmpty { return nil }
        return violations.joined(separator: "; ") + " in: "
            + String(decoding: message.text, as: UTF8.self)
    } catch let error as ProxyError {
        // The second parse has caught a mistake; nobody is harmed, but it is one.
        if error.sqlState == .internalError { return error.logMessage ?? error.message }
        return nil
    } catch {
        return "\(error)"
    }
}

/// Threat model R5, R31, R39: whatever is sent to the rewriter, what leaves it is safe.
@Suite struct RewriterFuzzTests {
    @Test(arguments: firstSeed..<(firstSeed + 4))
    func mutantsAreRefusedOrFiltered(seed: UInt64) {
        var mutator = StatementMutator(seed: seed)
        var rewrittenOnes = 0
        for _ in 0..<(isLong ? 100_000 : 2_500) {
            let text = mutator.statement()
            if let fault = faultOf(text.sql) {
                let small = text.shrunk { faultOf($0) != nil }.sql
                Issue.record("seed \(seed): \(small)\n\(faultOf(small) ?? fault)")
                return
            }
            if (try? rewritten(text.sql)) != nil { rewrittenOnes += 1 }
        }
        // Mutants that are all refused would prove nothing.
        #expect(rewrittenOnes > (isLong ? 3_000 : 75))
    }

    /// The audit finds what it looks for.
    @Test(arguments: [
        "SELECT 1 FROM public.orders AS orders",
        "SELECT 1 FROM orders",
        "SELECT 1 FROM public.orders AS o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) OR true",
        "SELECT 1 FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acmf'::pg_catalog.text",
        "SELECT 1 FROM public.orders AS o WHERE x.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text",
        "SELECT 1 FROM public.orders AS o WHERE o.status OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text",
        "SELECT 1 FROM public.products AS p LEFT JOIN public.orders AS o ON true WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text",
        "SELECT 1 FROM public.orders AS o LEFT JOIN public.products AS p ON o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text",
        "SELECT 1 FROM public.orders AS o FULL JOIN public.products AS p ON o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text",
        "SELECT 1 FROM (public.orders AS o CROSS JOIN public.products) AS j WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text",
        "SELECT 1 FROM public.order_items AS i WHERE EXISTS (SELECT 1 FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)",
        "SELECT 1 FROM pg_catalog.pg_authid AS a", "COPY public.orders TO STDOUT",
    ])
    func theAuditRejects(sql: String) {
        #expect(!FilterAudit.violations(in: Array(sql.utf8)).isEmpty)
    }

    @Test func theAuditAcceptsEveryGoldenCase() {
        for golden in GoldenCase.all()
        where !golden.isRefusal && golden.policy == "acme" && !golden.input.hasPrefix("EXECUTE") {
            #expect(FilterAudit.violations(in: Array(golden.expected.utf8)) == [], "\(golden)")
        }
    }
}
