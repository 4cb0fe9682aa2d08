// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// All tokens of a text in order.
///
/// A text is read forwards only, so whoever needs the token before a place makes this list, once.
package struct TokenList: RandomAccessCollection {
    private var starts: [Int32] = []
    private var ends: [Int32] = []

    package init(_ tokens: Tokens) {
        var next = 0
        while let token = tokens.token(from: next) {
            starts.append(Int32(truncatingIfNeeded: token.lowerBound))
            ends.append(Int32(truncatingIfNeeded: token.upperBound))
            next = token.upperBound
        }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count }
    package subscript(index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

    /// The first token that begins at or after an offset; `endIndex` when there is none.
    package func index(atOrAfter offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The last token that begins before an offset, nil when there is none.
    package func token(before offset: Int) -> Range<Int>? {
        let index = index(atOrAfter: offset)
        return index == 0 ? nil : self[index - 1]
    }
}
