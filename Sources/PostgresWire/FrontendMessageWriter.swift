// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Messages to a backend. Names are bytes because most of them were bytes when they came in.
extension [UInt8] {
    /// Appends Query.
    ///
    /// - Parameter text: Statement text without a zero byte.
    package mutating func appendQuery(_ text: [UInt8]) {
        appendFrame(FrontendMessageType.query.rawValue) { $0.appendString(text) }
    }

    /// Appends Parse with the parameter types of the client's own message.
    ///
    /// - Parameters:
    ///   - statement: The name on the backend.
    ///   - query: Statement text without a zero byte.
    ///   - types: `ParseMessage.types` of the client's message: the count and the OIDs.
    package mutating func appendParse(
        statement: [UInt8],
        query: [UInt8],
        types: UnsafeRawBufferPointer
    ) {
        appendFrame(FrontendMessageType.parse.rawValue) { buffer in
            buffer.appendString(statement)
            buffer.appendString(query)
            buffer.append(contentsOf: types)
        }
    }

    /// Appends Parse.
    ///
    /// - Parameters:
    ///   - statement: The name on the backend.
    ///   - query: Statement text without a zero byte.
    ///   - parameterTypes: OIDs, 0 where the backend infers one.
    package mutating func appendParse(
        statement: [UInt8],
        query: [UInt8],
        parameterTypes: [UInt32] = []
    ) {
        appendFrame(FrontendMessageType.parse.rawValue) { buffer in
            buffer.appendString(statement)
            buffer.appendString(query)
            buffer.appendInteger(UInt16(parameterTypes.count))
            for type in parameterTypes { buffer.appendInteger(type) }
        }
    }

    /// Appends the client's Bind under other names.
    ///
    /// - Parameters:
    ///   - portal: The portal's name on the backend.
    ///   - statement: The statement's name on the backend.
    ///   - arguments: `BindMessage.arguments` of the client's message, unaltered.
    package mutating func appendBind(
        portal: [UInt8],
        statement: [UInt8],
        arguments: UnsafeRawBufferPointer
    ) {
        appendFrame(FrontendMessageType.bind.rawValue) { buffer in
            buffer.appendString(portal)
            buffer.appendString(statement)
            buffer.append(contentsOf: arguments)
        }
    }

    package mutating func appendDescribe(_ object: DescribedObject, name: [UInt8]) {
        appendFrame(FrontendMessageType.describe.rawValue) { buffer in
            buffer.append(object.rawValue)
            buffer.appendString(name)
        }
    }

    package mutating func appendClose(_ object: DescribedObject, name: [UInt8]) {
        appendFrame(FrontendMessageType.close.rawValue) { buffer in
            buffer.append(object.rawValue)
            buffer.appendString(name)
        }
    }

    /// Appends Execute.
    ///
    /// - Parameters:
    ///   - portal: The portal's name on the backend.
    ///   - rowLimit: 0 for all rows.
    package mutating func appendExecute(portal: [UInt8], rowLimit: Int32 = 0) {
        appendFrame(FrontendMessageType.execute.rawValue) { buffer in
            buffer.appendString(portal)
            buffer.appendInteger(rowLimit)
        }
    }

    package mutating func appendSync() {
        appendFrame(FrontendMessageType.sync.rawValue) { _ in }
    }

    package mutating func appendFlush() {
        appendFrame(FrontendMessageType.flush.rawValue) { _ in }
    }

    package mutating func appendTerminate() {
        appendFrame(FrontendMessageType.terminate.rawValue) { _ in }
    }

    package mutating func appendCopyFail(reason: String) {
        appendFrame(FrontendMessageType.copyFail.rawValue) { $0.appendString(reason) }
    }

    package mutating func appendSSLRequest() {
        appendLengthPrefixed { $0.appendInteger(StartupRequestCode.ssl.rawValue) }
    }

    /// Appends CancelRequest.
    ///
    /// - Parameters:
    ///   - processID: As the backend's BackendKeyData said.
    ///   - key: As the backend's BackendKeyData said.
    package mutating func appendCancelRequest(processID: UInt32, key: [UInt8]) {
        appendLengthPrefixed { buffer in
            buffer.appendInteger(StartupRequestCode.cancel.rawValue)
            buffer.appendInteger(processID)
            buffer.append(contentsOf: key)
        }
    }
}
