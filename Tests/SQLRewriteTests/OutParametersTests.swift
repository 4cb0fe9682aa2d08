// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Testing

@testable import SQLRewrite

@Suite struct OutParametersTests {
    @Test(
        arguments: [
            ("select * from upper($1,$2) as r", [2278, 25], "select * from upper(   $2) as r"),
            ("select * from f($1, $2 ,$3)", [25, 2278, 2278], "select * from f($1        )"),
            ("select * from f($1,$2)", [2278, 2278], "select * from f(     )"),
            ("select \"f\"($1), '$1', \"$1\"", [2278], "select \"f\"(  ), '$1', \"$1\""),
        ] as [(String, [UInt32], String)]
    )
    func argumentsOfCallsAreLeftOut(text: String, types: [UInt32], expected: String) {
        #expect(OutParameters.blanked(Array(text.utf8), types) == Array(expected.utf8))
    }

    @Test(arguments: [
        "select $1", "select f($1 + 1)", "select f(1 + $1)", "select a[$1]",
        "select f(ARRAY[$1])", "select f(($1))", "$1", "($1",
    ])
    func elsewhereTheyAreNone(text: String) {
        #expect(OutParameters.blanked(Array(text.utf8), [2278]) == nil)
    }
}
