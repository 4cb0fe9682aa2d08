// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

// Views of the backend messages that are looked into; the rest pass as bytes. Ranges lie in the body
// the message was read from.

/// ParameterStatus.
package struct ParameterStatusMessage: Sendable, Equatable {
    package let name: Range<Int>
    package let value: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        name = try reader.string()
        value = try reader.string()
        try reader.end()
    }
}

/// BackendKeyData.
package struct BackendKeyDataMessage: Sendable, Equatable {
    package let processID: UInt32
    /// 4 bytes in protocol 3.0, up to 256 later.
    package let key: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        processID = try reader.uint32()
        key = reader.rest()
        guard CancelRequest.keyBytes.contains(key.count) else {
            throw MessageReader.invalidFormat
        }
    }
}

/// ReadyForQuery.
package struct ReadyForQueryMessage: Sendable, Equatable {
    package let status: TransactionStatus

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        guard let status = TransactionStatus(rawValue: try reader.byte()) else {
            throw MessageReader.invalidFormat
        }
        self.status = status
        try reader.end()
    }
}

/// CommandComplete.
package struct CommandCompleteMessage: Sendable, Equatable {
    package let tag: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        tag = try reader.string()
        try reader.end()
    }
}

/// ParameterDescription.
package struct ParameterDescriptionMessage: Sendable, Equatable {
    package let types: [UInt32]

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        let count = Int(try reader.uint16())
        var types: [UInt32] = []
        types.reserveCapacity(count)
        for _ in 0..<count { types.append(try reader.uint32()) }
        self.types = types
        try reader.end()
    }
}

/// RowDescription.
package struct RowDescriptionMessage: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: Range<Int>
        package let tableOID: UInt32
        package let attributeNumber: Int16
        package let typeOID: UInt32
        package let typeLength: Int16
        package let typeModifier: Int32
        package let format: UInt16
    }

    package let fields: [Field]

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        let count = try reader.count()
        var fields: [Field] = []
        fields.reserveCapacity(count)
        for _ in 0..<count {
            let name = try reader.string()
            let tableOID = try reader.uint32()
            let attributeNumber = Int16(bitPattern: try reader.uint16())
            let typeOID = try reader.uint32()
            let typeLength = Int16(bitPattern: try reader.uint16())
            let typeModifier = try reader.int32()
            let format = try reader.uint16()
            fields.append(
                Field(
                    name: name,
                    tableOID: tableOID,
                    attributeNumber: attributeNumber,
                    typeOID: typeOID,
                    typeLength: typeLength,
                    typeModifier: typeModifier,
                    format: format
                )
            )
        }
        self.fields = fields
        try reader.end()
    }
}
