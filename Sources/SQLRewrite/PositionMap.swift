// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Maps places in a rewritten text back to the client's.
///
/// Edits are spans of client bytes replaced by spans of rewritten bytes; everything between two edits
/// is identical in both texts.
package struct PositionMap: Sendable, Equatable {
    package struct Edit: Sendable, Equatable {
        /// Byte range in the client's text that was replaced; empty for an insertion.
        package var client: Range<Int>
        /// Byte range of what stands in its place in the rewritten text.
        package var rewritten: Range<Int>

        package init(client: Range<Int>, rewritten: Range<Int>) {
            self.client = client
            self.rewritten = rewritten
        }
    }

    /// Ascending and disjoint.
    package var edits: [Edit]

    package init(edits: [Edit] = []) {
        self.edits = edits
    }

    package static let identity = PositionMap()

    /// The client's byte offset for a byte offset in the rewritten text; the start of the replaced span
    /// for an offset inside an edit.
    package func clientOffset(forRewritten offset: Int) -> Int {
        var shift = 0
        for edit in edits {
            if offset < edit.rewritten.lowerBound { break }
            if offset < edit.rewritten.upperBound { return edit.client.lowerBound }
            shift = edit.client.upperBound - edit.rewritten.upperBound
        }
        return offset + shift
    }
}
