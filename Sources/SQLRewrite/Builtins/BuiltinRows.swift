// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The rows of a generated table: one per line, columns between tabs.
struct BuiltinRows: Sequence {
    struct Row {
        fileprivate let columns: [Substring]

        func string(_ column: Int) -> String { String(columns[column]) }

        /// Zero for an empty column.
        func int(_ column: Int) -> Int { Int(columns[column]) ?? 0 }

        /// A list between semicolons, empty for an empty column.
        func list(_ column: Int) -> [String] {
            columns[column].isEmpty ? [] : columns[column].split(separator: ";").map(String.init)
        }
    }

    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n")
    }

    func makeIterator() -> some IteratorProtocol<Row> {
        lines.lazy.map { line in
            Row(columns: line.split(separator: "\t", omittingEmptySubsequences: false))
        }.makeIterator()
    }
}
