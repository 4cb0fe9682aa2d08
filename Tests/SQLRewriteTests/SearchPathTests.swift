// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import SQLRewrite
import Testing

struct SearchPathTests {
    @Test(arguments: [
        ("public", ["public"]), ("Tenant, public", ["tenant", "public"]),
        (#""$user", public"#, ["public"]), (#""My ""Schema""" , b "#, [#"My "Schema""#, "b"]),
        ("pg_catalog, a", ["a"]), ("", []), (" , ,", []), (#""a,b",c"#, ["a,b", "c"]),
    ])
    func readsNamesAsTheServerDoes(text: String, schemas: [String]) {
        #expect(SearchPath.schemas(text) == schemas)
    }
}
