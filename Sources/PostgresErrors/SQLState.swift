// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A five-character SQLSTATE, PostgreSQL's `errcodes.txt`.
package struct SQLState: Sendable, Hashable, CustomStringConvertible {
    package let code: String

    package init(_ code: String) {
        self.code = code
    }

    package var description: String { code }

    /// The first two characters: the error class.
    package var errorClass: Substring { code.prefix(2) }

    package static let connectionException = SQLState("08000")
    package static let sqlclientUnableToEstablishConnection = SQLState("08001")
    package static let connectionFailure = SQLState("08006")
    package static let protocolViolation = SQLState("08P01")
    package static let featureNotSupported = SQLState("0A000")
    package static let invalidParameterValue = SQLState("22023")
    package static let characterNotInRepertoire = SQLState("22021")
    package static let activeSQLTransaction = SQLState("25001")
    package static let readOnlySQLTransaction = SQLState("25006")
    package static let inFailedSQLTransaction = SQLState("25P02")
    package static let invalidSQLStatementName = SQLState("26000")
    package static let invalidAuthorizationSpecification = SQLState("28000")
    package static let invalidPassword = SQLState("28P01")
    package static let invalidCursorName = SQLState("34000")
    package static let invalidCatalogName = SQLState("3D000")
    package static let invalidSchemaName = SQLState("3F000")
    package static let syntaxError = SQLState("42601")
    package static let insufficientPrivilege = SQLState("42501")
    package static let duplicateColumn = SQLState("42701")
    package static let wrongObjectType = SQLState("42809")
    package static let undefinedColumn = SQLState("42703")
    package static let undefinedObject = SQLState("42704")
    package static let groupingError = SQLState("42803")
    package static let ambiguousColumn = SQLState("42702")
    package static let undefinedFunction = SQLState("42883")
    package static let undefinedTable = SQLState("42P01")
    package static let invalidColumnReference = SQLState("42P10")
    package static let duplicateAlias = SQLState("42712")
    package static let duplicatePreparedStatement = SQLState("42P05")
    package static let tooManyConnections = SQLState("53300")
    package static let configurationLimitExceeded = SQLState("53400")
    package static let programLimitExceeded = SQLState("54000")
    package static let statementTooComplex = SQLState("54001")
    // The name is errcodes.txt's; that it ends like the type is chance.
    // swift-format-ignore: DontRepeatTypeInStaticProperties
    package static let objectNotInPrerequisiteState = SQLState("55000")
    package static let cantChangeRuntimeParameter = SQLState("55P02")
    package static let queryCanceled = SQLState("57014")
    package static let adminShutdown = SQLState("57P01")
    package static let cannotConnectNow = SQLState("57P03")
    package static let internalError = SQLState("XX000")
}
