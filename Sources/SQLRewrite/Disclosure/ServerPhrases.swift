// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Words of PostgreSQL's own that are the same whatever a row holds.
enum ServerPhrases {
    /// Whole DETAILs and HINTs.
    static let remarks: Set<String> = [
        "Array value must start with \"{\" or dimension information.",
        "Could not choose a best candidate function. You might need to add explicit type casts.",
        "Could not choose a best candidate operator. You might need to add explicit type casts.",
        "No function matches the given name and argument types. You might need to add explicit type casts.",
        "No aggregate function matches the given name and argument types. Perhaps you misplaced ORDER BY; "
            + "ORDER BY must appear after all regular arguments of the aggregate.",
        "No operator matches the given name and argument type. You might need to add an explicit type cast.",
        "No operator matches the given name and argument types. You might need to add explicit type casts.",
        "Object keys should be text.",
        "Perhaps you need a different \"datestyle\" setting.",
        "Only result column names can be used, not expressions or functions.",
        "Add the expression/function to every SELECT, or move the UNION into a FROM clause.",
        "The combining JOIN type must be INNER or LEFT for a LATERAL reference.",
        "Use an explicit ordering operator or modify the query.",
    ]

    /// Parts of messages with numbers that are the server's, as a limit is.
    private static let limits = [
        "must be at least 1", "must be between 1 and 1000", "is not between 0 and 1",
        "must be between 0 and 100", "exceeds the maximum allowed (6)", "cannot exceed 10485760",
        "for the 12-hour clock",
    ]

    /// A message without the limits in it.
    static func removed(from message: String) -> String {
        for limit in limits where message.hasSuffix(limit) {
            return String(message.dropLast(limit.count))
        }
        return message
    }
}
