// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Places in a text: the tree counts bytes from 0, errors count characters from 1.
package enum TextPosition {
    /// The character that begins at a byte.
    package static func character(at offset: Int, in text: UnsafeRawBufferPointer) -> Int {
        var character = 1
        for index in 0..<Swift.min(offset, text.count) where text[index] & 0xc0 != 0x80 {
            character += 1
        }
        return character
    }

    /// The byte at which a character begins; the text's end for one behind it.
    package static func byteOffset(of character: Int, in text: UnsafeRawBufferPointer) -> Int {
        var remaining = character
        for offset in 0..<text.count where text[offset] & 0xc0 != 0x80 {
            remaining -= 1
            if remaining <= 0 { return offset }
        }
        return text.count
    }

    /// The client's position for one that the parser reported about the blanked text.
    ///
    /// Bytes are the same in both; characters are not when a comment held some beyond ASCII.
    package static func character(
        _ character: Int,
        ofBlanked blanked: UnsafeRawBufferPointer,
        in text: UnsafeRawBufferPointer
    ) -> Int {
        self.character(at: byteOffset(of: character, in: blanked), in: text)
    }
}
