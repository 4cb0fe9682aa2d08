// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Facts about the session that the proxy answers itself, as constants of the original's type and
/// under its column name (R73).
enum SessionValues {
    case user
    case database
    case schema
    /// Nothing is locked, so there is nothing to unlock; asyncpg's reset asks for it.
    case nothing
    /// The session fills it in.
    case processID

    /// nil for a function that is answered otherwise or not at all.
    init?(functionName: String) {
        switch functionName {
        case "current_user", "session_user", "getpgusername": self = .user
        case "current_database": self = .database
        case "current_schema": self = .schema
        case "pg_backend_pid": self = .processID
        case "pg_advisory_unlock_all": self = .nothing
        default: return nil
        }
    }

    /// nil for the date and time keywords, which are real.
    init?(_ keyword: SQLValueFunctionOp) {
        switch keyword {
        case .currentRole, .currentUser, .user, .sessionUser: self = .user
        case .currentCatalog: self = .database
        case .currentSchema: self = .schema
        case .currentDate, .currentTime, .currentTimeN, .currentTimestamp, .currentTimestampN,
            .localtime, .localtimeN, .localtimestamp, .localtimestampN:
            return nil
        }
    }

    func sql(in context: RewriteContext) -> String {
        let identity = context.policy.identity
        switch self {
        case .user: return Self.constant(identity.user)
        case .database: return Self.constant(identity.connection)
        case .schema:
            // A schema that is not there is passed over.
            guard
                let schema = context.searchPath.first(where: {
                    context.policy.relations[$0] != nil || $0 == "information_schema"
                })
            else { return "NULL::pg_catalog.name" }
            return Self.constant(schema)
        case .nothing: return "''::pg_catalog.void"
        case .processID: return SessionHole.processIDText
        }
    }

    var type: TypeID {
        switch self {
        case .user, .database, .schema: .name
        case .nothing: .unresolved
        case .processID: .integer
        }
    }

    private static func constant(_ value: String) -> String {
        SQLText.literal(value) + "::pg_catalog.name"
    }

    /// What a select list without AS calls such a keyword.
    static func columnName(_ keyword: SQLValueFunctionOp) -> String {
        switch keyword {
        case .currentDate: "current_date"
        case .currentTime, .currentTimeN: "current_time"
        case .currentTimestamp, .currentTimestampN: "current_timestamp"
        case .localtime, .localtimeN: "localtime"
        case .localtimestamp, .localtimestampN: "localtimestamp"
        case .currentRole: "current_role"
        case .currentUser: "current_user"
        case .user: "user"
        case .sessionUser: "session_user"
        case .currentCatalog: "current_catalog"
        case .currentSchema: "current_schema"
        }
    }

    /// The type of a keyword that is real.
    static func type(of keyword: SQLValueFunctionOp) -> TypeID {
        switch keyword {
        case .currentDate: .date
        case .currentTime, .currentTimeN: .timetz
        case .currentTimestamp, .currentTimestampN: .timestamptz
        case .localtime, .localtimeN: .time
        case .localtimestamp, .localtimestampN: .timestamp
        case .currentRole, .currentUser, .user, .sessionUser, .currentCatalog, .currentSchema:
            .name
        }
    }
}
