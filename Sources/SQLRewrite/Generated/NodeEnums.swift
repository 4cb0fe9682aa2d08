// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors
// Written by scripts/generate-nodes from PostgreSQL's node headers; change that instead.

/// PostgreSQL's `A_Expr_Kind`.
package enum AExprKind: Int64, Sendable, CaseIterable {
    case op = 0
    case opAny = 1
    case opAll = 2
    case distinct = 3
    case notDistinct = 4
    case nullif = 5
    case `in` = 6
    case like = 7
    case ilike = 8
    case similar = 9
    case between = 10
    case notBetween = 11
    case betweenSym = 12
    case notBetweenSym = 13
}

/// PostgreSQL's `AlterPublicationAction`.
package enum AlterPublicationAction: Int64, Sendable, CaseIterable {
    case addObjects = 0
    case dropObjects = 1
    case setObjects = 2
}

/// PostgreSQL's `AlterSubscriptionType`.
package enum AlterSubscriptionType: Int64, Sendable, CaseIterable {
    case options = 0
    case connection = 1
    case setPublication = 2
    case addPublication = 3
    case dropPublication = 4
    case refresh = 5
    case enabled = 6
    case skip = 7
}

/// PostgreSQL's `AlterTSConfigType`.
package enum AlterTSConfigType: Int64, Sendable, CaseIterable {
    case addMapping = 0
    case alterMappingForToken = 1
    case replaceDict = 2
    case replaceDictForToken = 3
    case dropMapping = 4
}

/// PostgreSQL's `AlterTableType`.
package enum AlterTableType: Int64, Sendable, CaseIterable {
    case addColumn = 0
    case addColumnRecurse = 1
    case addColumnToView = 2
    case columnDefault = 3
    case cookedColumnDefault = 4
    case dropNotNull = 5
    case setNotNull = 6
    case dropExpression = 7
    case checkNotNull = 8
    case setStatistics = 9
    case setOptions = 10
    case resetOptions = 11
    case setStorage = 12
    case setCompression = 13
    case dropColumn = 14
    case dropColumnRecurse = 15
    case addIndex = 16
    case reAddIndex = 17
    case addConstraint = 18
    case addConstraintRecurse = 19
    case reAddConstraint = 20
    case reAddDomainConstraint = 21
    case alterConstraint = 22
    case validateConstraint = 23
    case validateConstraintRecurse = 24
    case addIndexConstraint = 25
    case dropConstraint = 26
    case dropConstraintRecurse = 27
    case reAddComment = 28
    case alterColumnType = 29
    case alterColumnGenericOptions = 30
    case changeOwner = 31
    case clusterOn = 32
    case dropCluster = 33
    case setLogged = 34
    case setUnLogged = 35
    case dropOids = 36
    case setAccessMethod = 37
    case setTableSpace = 38
    case setRelOptions = 39
    case resetRelOptions = 40
    case replaceRelOptions = 41
    case enableTrig = 42
    case enableAlwaysTrig = 43
    case enableReplicaTrig = 44
    case disableTrig = 45
    case enableTrigAll = 46
    case disableTrigAll = 47
    case enableTrigUser = 48
    case disableTrigUser = 49
    case enableRule = 50
    case enableAlwaysRule = 51
    case enableReplicaRule = 52
    case disableRule = 53
    case addInherit = 54
    case dropInherit = 55
    case addOf = 56
    case dropOf = 57
    case replicaIdentity = 58
    case enableRowSecurity = 59
    case disableRowSecurity = 60
    case forceRowSecurity = 61
    case noForceRowSecurity = 62
    case genericOptions = 63
    case attachPartition = 64
    case detachPartition = 65
    case detachPartitionFinalize = 66
    case addIdentity = 67
    case setIdentity = 68
    case dropIdentity = 69
    case reAddStatistics = 70
}

/// PostgreSQL's `BoolExprType`.
package enum BoolExprType: Int64, Sendable, CaseIterable {
    case andExpr = 0
    case orExpr = 1
    case notExpr = 2
}

/// PostgreSQL's `BoolTestType`.
package enum BoolTestType: Int64, Sendable, CaseIterable {
    case `true` = 0
    case notTrue = 1
    case `false` = 2
    case notFalse = 3
    case unknown = 4
    case notUnknown = 5
}

/// PostgreSQL's `CTEMaterialize`.
package enum CTEMaterialize: Int64, Sendable, CaseIterable {
    case `default` = 0
    case always = 1
    case never = 2
}

/// PostgreSQL's `CmdType`.
package enum CmdType: Int64, Sendable, CaseIterable {
    case unknown = 0
    case select = 1
    case update = 2
    case insert = 3
    case delete = 4
    case merge = 5
    case utility = 6
    case nothing = 7
}

/// PostgreSQL's `CoercionContext`.
package enum CoercionContext: Int64, Sendable, CaseIterable {
    case implicit = 0
    case assignment = 1
    case plpgsql = 2
    case explicit = 3
}

/// PostgreSQL's `CoercionForm`.
package enum CoercionForm: Int64, Sendable, CaseIterable {
    case explicitCall = 0
    case explicitCast = 1
    case implicitCast = 2
    case sqlSyntax = 3
}

/// PostgreSQL's `ConstrType`.
package enum ConstrType: Int64, Sendable, CaseIterable {
    case null = 0
    case notnull = 1
    case `default` = 2
    case identity = 3
    case generated = 4
    case check = 5
    case primary = 6
    case unique = 7
    case exclusion = 8
    case foreign = 9
    case attrDeferrable = 10
    case attrNotDeferrable = 11
    case attrDeferred = 12
    case attrImmediate = 13
}

/// PostgreSQL's `DefElemAction`.
package enum DefElemAction: Int64, Sendable, CaseIterable {
    case unspec = 0
    case set = 1
    case add = 2
    case drop = 3
}

/// PostgreSQL's `DiscardMode`.
package enum DiscardMode: Int64, Sendable, CaseIterable {
    case all = 0
    case plans = 1
    case sequences = 2
    case temp = 3
}

/// PostgreSQL's `DropBehavior`.
package enum DropBehavior: Int64, Sendable, CaseIterable {
    case restrict = 0
    case cascade = 1
}

/// PostgreSQL's `FetchDirection`.
package enum FetchDirection: Int64, Sendable, CaseIterable {
    case forward = 0
    case backward = 1
    case absolute = 2
    case relative = 3
}

/// PostgreSQL's `GrantTargetType`.
package enum GrantTargetType: Int64, Sendable, CaseIterable {
    case object = 0
    case allInSchema = 1
    case defaults = 2
}

/// PostgreSQL's `GroupingSetKind`.
package enum GroupingSetKind: Int64, Sendable, CaseIterable {
    case empty = 0
    case simple = 1
    case rollup = 2
    case cube = 3
    case sets = 4
}

/// PostgreSQL's `ImportForeignSchemaType`.
package enum ImportForeignSchemaType: Int64, Sendable, CaseIterable {
    case all = 0
    case limitTo = 1
    case except = 2
}

/// PostgreSQL's `JoinType`.
package enum JoinType: Int64, Sendable, CaseIterable {
    case inner = 0
    case left = 1
    case full = 2
    case right = 3
    case semi = 4
    case anti = 5
    case uniqueOuter = 6
    case uniqueInner = 7
}

/// PostgreSQL's `LimitOption`.
package enum LimitOption: Int64, Sendable, CaseIterable {
    case `default` = 0
    case count = 1
    case withTies = 2
}

/// PostgreSQL's `LockClauseStrength`.
package enum LockClauseStrength: Int64, Sendable, CaseIterable {
    case none = 0
    case forkeyshare = 1
    case forshare = 2
    case fornokeyupdate = 3
    case forupdate = 4
}

/// PostgreSQL's `LockWaitPolicy`.
package enum LockWaitPolicy: Int64, Sendable, CaseIterable {
    case block = 0
    case skip = 1
    case error = 2
}

/// PostgreSQL's `MinMaxOp`.
package enum MinMaxOp: Int64, Sendable, CaseIterable {
    case greatest = 0
    case least = 1
}

/// PostgreSQL's `NullTestType`.
package enum NullTestType: Int64, Sendable, CaseIterable {
    case null = 0
    case notNull = 1
}

/// PostgreSQL's `ObjectType`.
package enum ObjectType: Int64, Sendable, CaseIterable {
    case accessMethod = 0
    case aggregate = 1
    case amop = 2
    case amproc = 3
    case attribute = 4
    case cast = 5
    case column = 6
    case collation = 7
    case conversion = 8
    case database = 9
    case `default` = 10
    case defacl = 11
    case domain = 12
    case domconstraint = 13
    case eventTrigger = 14
    case `extension` = 15
    case fdw = 16
    case foreignServer = 17
    case foreignTable = 18
    case function = 19
    case index = 20
    case language = 21
    case largeobject = 22
    case matview = 23
    case opclass = 24
    case `operator` = 25
    case opfamily = 26
    case parameterAcl = 27
    case policy = 28
    case procedure = 29
    case publication = 30
    case publicationNamespace = 31
    case publicationRel = 32
    case role = 33
    case routine = 34
    case rule = 35
    case schema = 36
    case sequence = 37
    case subscription = 38
    case statisticExt = 39
    case tabconstraint = 40
    case table = 41
    case tablespace = 42
    case transform = 43
    case trigger = 44
    case tsconfiguration = 45
    case tsdictionary = 46
    case tsparser = 47
    case tstemplate = 48
    case type = 49
    case userMapping = 50
    case view = 51
}

/// PostgreSQL's `OnCommitAction`.
package enum OnCommitAction: Int64, Sendable, CaseIterable {
    case noop = 0
    case preserveRows = 1
    case deleteRows = 2
    case drop = 3
}

/// PostgreSQL's `OnConflictAction`.
package enum OnConflictAction: Int64, Sendable, CaseIterable {
    case none = 0
    case nothing = 1
    case update = 2
}

/// PostgreSQL's `OverridingKind`.
package enum OverridingKind: Int64, Sendable, CaseIterable {
    case notSet = 0
    case userValue = 1
    case systemValue = 2
}

/// PostgreSQL's `PublicationObjSpecType`.
package enum PublicationObjSpecType: Int64, Sendable, CaseIterable {
    case table = 0
    case tablesInSchema = 1
    case tablesInCurSchema = 2
    case continuation = 3
}

/// PostgreSQL's `ReindexObjectType`.
package enum ReindexObjectType: Int64, Sendable, CaseIterable {
    case index = 0
    case table = 1
    case schema = 2
    case system = 3
    case database = 4
}

/// PostgreSQL's `RoleSpecType`.
package enum RoleSpecType: Int64, Sendable, CaseIterable {
    case cstring = 0
    case currentRole = 1
    case currentUser = 2
    case sessionUser = 3
    case `public` = 4
}

/// PostgreSQL's `RoleStmtType`.
package enum RoleStmtType: Int64, Sendable, CaseIterable {
    case role = 0
    case user = 1
    case group = 2
}

/// PostgreSQL's `SQLValueFunctionOp`.
package enum SQLValueFunctionOp: Int64, Sendable, CaseIterable {
    case currentDate = 0
    case currentTime = 1
    case currentTimeN = 2
    case currentTimestamp = 3
    case currentTimestampN = 4
    case localtime = 5
    case localtimeN = 6
    case localtimestamp = 7
    case localtimestampN = 8
    case currentRole = 9
    case currentUser = 10
    case user = 11
    case sessionUser = 12
    case currentCatalog = 13
    case currentSchema = 14
}

/// PostgreSQL's `SetOperation`.
package enum SetOperation: Int64, Sendable, CaseIterable {
    case none = 0
    case union = 1
    case intersect = 2
    case except = 3
}

/// PostgreSQL's `SortByDir`.
package enum SortByDir: Int64, Sendable, CaseIterable {
    case `default` = 0
    case asc = 1
    case desc = 2
    case using = 3
}

/// PostgreSQL's `SortByNulls`.
package enum SortByNulls: Int64, Sendable, CaseIterable {
    case `default` = 0
    case first = 1
    case last = 2
}

/// PostgreSQL's `SubLinkType`.
package enum SubLinkType: Int64, Sendable, CaseIterable {
    case existsSublink = 0
    case allSublink = 1
    case anySublink = 2
    case rowcompareSublink = 3
    case exprSublink = 4
    case multiexprSublink = 5
    case arraySublink = 6
    case cteSublink = 7
}

/// PostgreSQL's `TransactionStmtKind`.
package enum TransactionStmtKind: Int64, Sendable, CaseIterable {
    case begin = 0
    case start = 1
    case commit = 2
    case rollback = 3
    case savepoint = 4
    case release = 5
    case rollbackTo = 6
    case prepare = 7
    case commitPrepared = 8
    case rollbackPrepared = 9
}

/// PostgreSQL's `VariableSetKind`.
package enum VariableSetKind: Int64, Sendable, CaseIterable {
    case setValue = 0
    case setDefault = 1
    case setCurrent = 2
    case setMulti = 3
    case reset = 4
    case resetAll = 5
}

/// PostgreSQL's `ViewCheckOption`.
package enum ViewCheckOption: Int64, Sendable, CaseIterable {
    case noCheckOption = 0
    case localCheckOption = 1
    case cascadedCheckOption = 2
}

/// PostgreSQL's `XmlExprOp`.
package enum XmlExprOp: Int64, Sendable, CaseIterable {
    case xmlconcat = 0
    case xmlelement = 1
    case xmlforest = 2
    case xmlparse = 3
    case xmlpi = 4
    case xmlroot = 5
    case xmlserialize = 6
    case document = 7
}

/// PostgreSQL's `XmlOptionType`.
package enum XmlOptionType: Int64, Sendable, CaseIterable {
    case document = 0
    case content = 1
}
