// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite
import Testing

private func disclosure(
    protected: Bool,
    said texts: String...,
    schemas: [String: String] = [:]
) -> ErrorDisclosure {
    ErrorDisclosure(
        isProtected: protected,
        clientTexts: texts.map { [UInt8]($0.utf8) },
        logicalSchemas: schemas
    )
}

@Suite struct ErrorDisclosureTests {
    @Test func anUnprotectedStatementShowsWhatTheServerSays() {
        let report = ErrorDisclosure.Report(
            SQLState("22P02"),
            "invalid input syntax for type integer: \"hidden\"",
            detail: "a detail",
            hint: "a hint",
            position: 8
        )
        #expect(disclosure(protected: false, said: "SELECT x::int FROM t").error(report) == report)
    }

    @Test func theClientsOwnMistakeIsExplained() {
        let report = ErrorDisclosure.Report(
            .undefinedColumn,
            "column \"nmae\" does not exist",
            hint: "Perhaps you meant to reference the column \"t.hidden\".",
            position: 8
        )
        let shown = disclosure(protected: true, said: "SELECT nmae FROM t").error(report)
        #expect(
            shown == .init(.undefinedColumn, "column \"nmae\" does not exist", position: 8)
        )
    }

    @Test(arguments: [
        ("22P02", "invalid input syntax for type integer: \"x7\"", "SELECT 'x7'::int FROM t"),
        ("22012", "division by zero", "SELECT 1 / n FROM t"),
        ("22003", "value \"99999999999\" is out of range for type integer", "SELECT '99999999999'"),
        ("22001", "value too long for type character varying(3)", "SELECT n::varchar(3) FROM t"),
        ("21000", "more than one row returned by a subquery used as an expression", "SELECT 1"),
        ("22P02", "invalid input syntax for type integer: \"\"", "SELECT ''::int FROM t"),
    ])
    func whatTheClientSaidItselfIsSaidBack(code: String, message: String, statement: String) {
        let shown = disclosure(protected: true, said: statement).error(
            .init(
                SQLState(code),
                message,
                detail: "Token \"secret\" is invalid.",
                hint: "Try 8000.",
                position: 3
            )
        )
        // The place of a constant that could not be read, as in the server's answer.
        #expect(shown == .init(SQLState(code), message, position: 3))
    }

    @Test func ofAConstantTheDetailIsToldAsWell() {
        let said = disclosure(protected: true, said: "SELECT a @> '{bad' FROM t")
        var report = ErrorDisclosure.Report(
            SQLState("22P02"),
            "invalid input syntax for type json",
            detail: "Token \"bad\" is invalid.",
            position: 13
        )
        #expect(said.error(report) == report)
        // Without a place it may be a row's.
        report.position = nil
        #expect(said.error(report).detail == nil)
    }

    @Test(arguments: [
        "percentile value 17 is not between 0 and 1",
        "NUMERIC precision 17 must be between 1 and 1000",
        "length for type varchar must be at least 1",
    ])
    func theServersOwnLimitsAreNoData(message: String) {
        let report = ErrorDisclosure.Report(SQLState("22023"), message)
        #expect(disclosure(protected: true, said: "SELECT 17").error(report) == report)
        let other = ErrorDisclosure.Report(SQLState("22023"), message + " 18")
        #expect(
            disclosure(protected: true, said: "SELECT 17").error(other).message
                == "invalid parameter value"
        )
    }

    @Test func remarksThatAreAlwaysTheSameAreShown() {
        let hint =
            "No operator matches the given name and argument types. You might need to add explicit type casts."
        let report = ErrorDisclosure.Report(
            .undefinedFunction,
            "operator does not exist: text + integer",
            hint: hint,
            position: 3
        )
        #expect(disclosure(protected: true, said: "SELECT t + 1").error(report) == report)
        var data = report
        data.hint = hint + " 7"
        #expect(disclosure(protected: true, said: "SELECT t + 7").error(data).hint == nil)
    }

    @Test(arguments: [
        ("operator does not exist: shop.mood = integer", "operator does not exist: mood = integer"),
        ("invalid input value for enum shop.mood", "invalid input value for enum mood"),
        ("not type shop.\"Odd Name\"", "not type \"Odd Name\""),
        ("column \"shop.x\" does not exist", "column \"shop.x\" does not exist"),
        ("function shop.twice(text) does not exist", "function twice(text) does not exist"),
        ("function shop.thrice(shop.mood)", "function shop.thrice(mood)"),
        ("type other.mood", "type other.mood"),
    ])
    func whatTheSearchPathFindsHasNoSchema(message: String, expected: String) {
        let shown = ErrorDisclosure(
            isProtected: true,
            clientTexts: [[UInt8]("SELECT twice(x), shop.thrice(x)".utf8)],
            logicalSchemas: ["t_1": "shop"],
            searchPath: ["shop"]
        ).error(
            .init(
                .undefinedFunction,
                message.replacing("shop.mood", with: "t_1.mood"),
                position: 1
            )
        )
        #expect(shown.message == expected)
    }

    @Test(arguments: [
        ("SELECT 1 FROM t WHERE id", 23, "WHERE"),
        ("SELECT 1 FROM t WHERE /* é */ (id + 1)", 32, "WHERE"),
        ("SELECT 1 FROM t JOIN u ON t.id", 27, "JOIN/ON"),
        ("SELECT 1 FROM t WHERE id AND true", 23, "AND"),
        ("SELECT 1 FROM t WHERE true OR (id AND x)", 32, "AND"),
    ])
    func theConditionThatIsNoneIsNamed(statement: String, position: Int, clause: String) {
        let message = "argument of AND must be type boolean, not type integer"
        #expect(
            ConditionNames.corrected(message, at: position, in: [UInt8](statement.utf8))
                == message.replacing("AND", with: clause)
        )
    }

    @Test(arguments: [
        ("22P02", "invalid input syntax for type integer: \"secret\"", "invalid input syntax"),
        // Part of a longer word is not what the client said.
        ("22P02", "invalid input syntax for type integer: \"ELEC\"", "invalid input syntax"),
        // A value with quotes of its own.
        (
            "22P02", "invalid input syntax for type integer: \"n\" is secret \"t\"",
            "invalid input syntax"
        ),
        ("22P02", "invalid input syntax for type integer: \"it's\"", "invalid input syntax"),
        ("22001", "value too long for type character varying(3)", "value too long"),
        ("22003", "7 is out of range", "value out of range"),
        ("22ABC", "\"secret\"", "data exception"),
        (
            "23505", "duplicate key value violates unique constraint \"t_key\"",
            "unique constraint violated"
        ),
        ("P0001", "row secret", "function failed"),
        ("38000", "row secret", "function failed"),
        ("42P01", "relation \"secret\" does not exist", "relation does not exist"),
        ("53100", "could not extend file \"base/1/2\"", "insufficient resources"),
        ("XX000", "could not read block", "internal error"),
        ("58030", "could not open file", "system error"),
        ("ZZ999", "what is this", "the statement failed"),
    ])
    func whatARowMaySayIsReplaced(code: String, message: String, fixed: String) {
        let shown = disclosure(protected: true, said: "SELECT n::int, 17, 'it' FROM t").error(
            .init(SQLState(code), message, detail: "d", hint: "h")
        )
        #expect(shown == .init(SQLState(code), fixed))
    }

    @Test func parametersAreWhatTheClientSaidToo() {
        let report = ErrorDisclosure.Report(
            SQLState("22P02"),
            "invalid input syntax for type integer: \"abc\""
        )
        let statement = "SELECT * FROM t WHERE n = $1"
        #expect(disclosure(protected: true, said: statement, "abc").error(report) == report)
        #expect(disclosure(protected: true, said: statement).error(report) != report)
    }

    @Test(arguments: [
        (
            "25P02",
            "current transaction is aborted, commands ignored until end of transaction block"
        ),
        ("57014", "canceling statement due to statement timeout"),
        ("26000", "prepared statement \"p\" does not exist"),
        ("34000", "cursor \"c\" does not exist"),
        ("40001", "could not serialize access due to concurrent update"),
        ("0A000", "cannot do that"),
    ])
    func whatHasNoDataPasses(code: String, message: String) {
        let report = ErrorDisclosure.Report(SQLState(code), message)
        #expect(disclosure(protected: true, said: "FETCH c").error(report) == report)
    }

    @Test(arguments: [
        ("relation \"t_1.orders\" does not exist", "relation \"shop.orders\" does not exist"),
        ("relation \"t_1\".\"orders\"", "relation \"shop\".\"orders\""),
        ("permission denied for schema t_1", "permission denied for schema shop"),
        ("schema \"t_1\" does not exist", "schema \"shop\" does not exist"),
        ("function t_1.f(integer) does not exist", "function shop.f(integer) does not exist"),
        ("column \"t_1\" does not exist", "column \"t_1\" does not exist"),
        ("column at_1.x, t_10.orders", "column at_1.x, shop10.orders"),
        ("schema t_123", "schema t_123"),
    ])
    func physicalSchemasAreNotShown(message: String, expected: String) {
        let schemas = ["t_1": "shop", "t_10": "shop10", "public": "public"]
        for protected in [false, true] {
            let shown = disclosure(protected: protected, said: "SELECT 1", schemas: schemas)
                .error(.init(.undefinedTable, message, detail: message, hint: message, position: 1))
            #expect(shown.message == expected)
            #expect(shown.detail == (protected ? nil : expected))
            #expect(shown.hint == (protected ? nil : expected))
        }
    }

    @Test func onlyTransactionWarningsAreRelayed() {
        let begin = ErrorDisclosure.Report(
            .activeSQLTransaction,
            "there is already a transaction in progress",
            detail: "d"
        )
        #expect(
            ErrorDisclosure.notice(begin)
                == .init(.activeSQLTransaction, "there is already a transaction in progress")
        )
        #expect(ErrorDisclosure.notice(.init(SQLState("00000"), "row secret")) == nil)
        #expect(ErrorDisclosure.notice(.init(.activeSQLTransaction, "row secret")) == nil)
    }
}
