// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where tokens begin and end in a text that the parser has accepted.
///
/// The tree knows where a construct begins, an edit must know where it ends. Works on blanked text (no
/// comments), with standard_conforming_strings on; all offsets are bytes.
package struct Tokens {
    package let text: UnsafeRawBufferPointer

    /// - Parameter text: Valid UTF-8 with comments blanked; must outlive the value.
    package init(_ text: UnsafeRawBufferPointer) {
        self.text = text
    }

    /// The first offset at or after `offset` that is not white space; `text.count` at the end.
    package func skipWhitespace(from offset: Int) -> Int { text.count }

    /// One past the token that begins at `offset`.
    ///
    /// Understands identifiers (quoted, U&"…" too), string constants of all forms (without what
    /// continues them on the next line), numbers, parameters, operators and single characters.
    package func end(ofTokenAt offset: Int) -> Int { text.count }

    /// The token that begins at or after `offset`, nil at the end of the text.
    package func token(from offset: Int) -> Range<Int>? { nil }

    /// One past a dotted name of `parts` parts that begins at `offset`, white space around the dots
    /// included; nil when the text there is something else.
    package func end(ofNameAt offset: Int, parts: Int) -> Int? { nil }

    /// One past the parenthesis that closes the one at `offset`.
    package func end(ofParenthesisAt offset: Int) -> Int? { nil }

    /// Whether a byte can continue an identifier, so that an edit beside it needs a space.
    package static func continuesIdentifier(_ byte: UInt8) -> Bool { false }
}
