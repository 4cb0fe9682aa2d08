// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Configuration
import Testing

/// Lines of keys in whatever form TOML allows, seen through the problems that they are named in.
@Suite struct KeyLocatorTests {
    private func problems(_ text: String) -> [String] {
        Texts.problems(text).filter { $0.hasSuffix("unknown key") }
            .map { String($0.dropFirst("conf/proxy.conf:".count)) }
    }

    @Test func keysAreFoundInEveryForm() {
        let text = #"""
            # [listen] in a comment
            odd = """
            [listen]
            fake = 1 \""" ""
            """
            'lit.eral' = '''
            fake = 2'''
            "esc\u0061pe\"d" = "# no comment"   # a comment
            array = [
              "a]", # ]
              { x = 1 },
            ]
            [ listen . tls ]
            one = 1
            [listen]
            dotted.key = 2
            inline = { a = 1, b = { c = "}" } }
            last = 1979-05-27
            """#
        #expect(
            problems(text)
                == [
                    "2: odd: unknown key", "6: \"lit.eral\": unknown key",
                    "8: \"escape\"d\": unknown key", "9: array: unknown key",
                    "14: listen.tls.one: unknown key", "16: listen.dotted: unknown key",
                    "17: listen.inline: unknown key", "18: listen.last: unknown key",
                ]
        )
    }

    @Test func elementsOfArraysOfTablesAreToldApart() {
        let text = """
            [connections.a]
            conninfo = "x"
            model = "Shop"
            [[connections.a.sql.access_filters]]
            x = 1
            [[connections.a.sql.access_filters]]
            y = 2
            """
        #expect(
            problems(text) == [
                "5: connections.a.sql.access_filters[0].x: unknown key",
                "7: connections.a.sql.access_filters[1].y: unknown key",
            ]
        )
    }
}
