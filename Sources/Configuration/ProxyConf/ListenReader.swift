// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Reads `[listen]` and `[limits]`.
enum ListenReader {
    static func listen(
        _ reader: SettingReader?,
        folder: String,
        files: ConfigurationFiles
    ) -> ListenSettings {
        var settings = ListenSettings()
        guard let reader else { return settings }
        if let texts = reader.strings("addresses") {
            settings.addresses = addresses(texts, reader)
        }
        settings.workers = reader.integer("workers", in: 0...1_024) ?? settings.workers
        settings.maxClients =
            reader.integer("max_clients", in: 1...1_000_000) ?? settings.maxClients
        if let timeout = reader.duration("login_timeout") {
            if timeout == .zero {
                reader.report("must not be zero: a login has to end", key: "login_timeout")
            }
            settings.loginTimeout = timeout
        }
        settings.idleTimeout = reader.duration("idle_timeout") ?? settings.idleTimeout
        settings.drainTimeout = reader.duration("drain_timeout") ?? settings.drainTimeout
        if let tls = reader.table("tls") { settings.tls = self.tls(tls, folder, files) }
        settings.tokens = reader.table("tokens").flatMap {
            TokenReader.tokens($0, tls: settings.tls.mode, folder: folder, files: files)
        }
        reader.finish()
        return settings
    }

    private static func tls(
        _ reader: SettingReader,
        _ folder: String,
        _ files: ConfigurationFiles
    ) -> ListenTLSSettings {
        var settings = ListenTLSSettings()
        settings.mode = reader.choice("mode") ?? settings.mode
        settings.certificate = reader.string("certificate").map { resolvedPath($0, in: folder) }
        settings.privateKey = reader.string("private_key").map { resolvedPath($0, in: folder) }
        settings.clientCA = reader.string("client_ca").map { resolvedPath($0, in: folder) }
        reader.finish()
        if settings.mode != .off {
            for key in ["certificate", "private_key"] where reader.setting(key) == nil {
                reader.report("missing key: mode \"\(settings.mode.rawValue)\" needs it", key: key)
            }
            for (key, path) in [
                ("certificate", settings.certificate), ("private_key", settings.privateKey),
                ("client_ca", settings.clientCA),
            ] {
                guard let path else { continue }
                do {
                    _ = try files.text(path)
                } catch {
                    reader.report("\(path): \(error)", key: key)
                }
            }
        }
        return settings
    }

    static func limits(_ reader: SettingReader?) -> SessionLimits {
        var limits = SessionLimits()
        guard let reader else { return limits }
        limits.statementBytesMax =
            reader.integer("statement_size", in: 1_024...67_108_864) ?? limits.statementBytesMax
        limits.treeDepthMax = reader.integer("parse_depth", in: 50...5_000) ?? limits.treeDepthMax
        limits.messageBytesMax =
            reader.integer("message_size", in: 65_536...1_073_741_823) ?? limits.messageBytesMax
        limits.preparedStatementsMax =
            reader.integer("prepared_statements", in: 1...100_000) ?? limits.preparedStatementsMax
        limits.portalsMax = reader.integer("portals", in: 1...100_000) ?? limits.portalsMax
        reader.finish()
        return limits
    }

    private static func addresses(_ texts: [String], _ reader: SettingReader) -> [ListenAddress] {
        guard !texts.isEmpty else {
            reader.report("must name at least one address", key: "addresses")
            return []
        }
        // A socket without a port of its own takes that of the first TCP address.
        let parsed = texts.map { ListenAddress(settingText: $0) }
        let defaultPort = parsed.lazy.compactMap { address -> UInt16? in
            if case .tcp(_, let port) = address { port } else { nil }
        }.first
        var addresses: [ListenAddress] = []
        for (text, address) in zip(texts, parsed) {
            switch address {
            case .unix(let directory, 0):
                addresses.append(.unix(directory: directory, port: defaultPort ?? 6_432))
            case .some(let address):
                addresses.append(address)
            case nil:
                reader.report(
                    "\"\(text)\" is not host:port, [address]:port or unix:/directory[:port]",
                    key: "addresses"
                )
            }
        }
        for address in Set(addresses) where addresses.count(where: { $0 == address }) > 1 {
            reader.report("\"\(address)\" is listed twice", key: "addresses")
        }
        return addresses
    }
}

extension ListenAddress {
    /// Reads one address; a unix socket without a port gets port 0, to be filled in.
    fileprivate init?(settingText text: String) {
        if text.hasPrefix("unix:") {
            let rest = text.dropFirst(5)
            guard rest.hasPrefix("/") else { return nil }
            if let colon = rest.lastIndex(of: ":") {
                guard let port = Self.port(rest[rest.index(after: colon)...]) else { return nil }
                self = .unix(directory: String(rest[..<colon]), port: port)
            } else {
                self = .unix(directory: String(rest), port: 0)
            }
            return
        }
        guard let colon = text.lastIndex(of: ":"),
            let port = Self.port(text[text.index(after: colon)...])
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, !host.contains(where: { $0.isWhitespace || $0 == "/" }) else {
            return nil
        }
        self = .tcp(host: String(host), port: port)
    }

    /// 1 to 65535, digits only.
    private static func port(_ text: Substring) -> UInt16? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return UInt16(text).flatMap { $0 > 0 ? $0 : nil }
    }
}
