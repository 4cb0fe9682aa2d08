// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import COpenSSL
import Synchronization

/// The trusted certificates of one connection's latest TLS backend.
///
/// libpq reads the whole root file into every backend's context, up to a megabyte each. All but one copy
/// are given back; this one verifies the servers that cancel requests go to.
final class TrustedCertificates: Sendable {
    private struct Store: @unchecked Sendable {
        // Sendable: OpenSSL counts its references atomically and locks inside; only the mutex's holder
        // replaces it.
        var pointer: OpaquePointer?
    }

    private let store = Mutex(Store())

    deinit {
        store.withLock { X509_STORE_free($0.pointer) }
    }

    /// Keeps the store of a context, which gets an empty one.
    ///
    /// - Parameter context: An `SSL_CTX` that verifies nothing more.
    func adopt(from context: OpaquePointer) {
        guard let empty = X509_STORE_new() else { return }
        if let current = SSL_CTX_get_cert_store(context), X509_STORE_up_ref(current) == 1 {
            store.withLock {
                X509_STORE_free($0.pointer)
                $0.pointer = current
            }
        }
        SSL_CTX_set_cert_store(context, empty)
    }

    /// Lets a connection verify against the store.
    ///
    /// - Parameter ssl: Takes a reference of its own.
    /// - Returns: False when there is no store.
    func lend(to ssl: OpaquePointer) -> Bool {
        store.withLock { store in
            guard let pointer = store.pointer else { return false }
            return omni_ssl_set_verify_store(ssl, pointer) == 1
        }
    }
}

/// How to reach a backend's server over TLS once more, verified as the first time.
///
/// libpq sets verification on each SSL and not on the context, so that a new SSL from its context would
/// verify nothing: this repeats what libpq did.
final class BackendTLS: @unchecked Sendable {
    // Sendable: nothing is written after init; OpenSSL counts the context's references atomically.
    private let context: OpaquePointer
    private let verifyMode: Int32
    private let serverName: String?
    /// The name that the certificate must carry; nil unless `sslmode=verify-full`.
    private let verifiedHost: String?
    private let trusted: TrustedCertificates

    /// Nil for an SSL without context.
    ///
    /// - Parameters:
    ///   - ssl: The backend's own, established.
    ///   - verifiedHost: The host name that libpq compared, nil unless it did.
    ///   - trusted: Takes over the context's certificates.
    init?(ssl: OpaquePointer, verifiedHost: String?, trusted: TrustedCertificates) {
        guard let context = SSL_get_SSL_CTX(ssl), SSL_CTX_up_ref(context) == 1 else { return nil }
        self.context = context
        verifyMode = SSL_get_verify_mode(ssl)
        serverName = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name).map { String(cString: $0) }
        self.verifiedHost = verifiedHost
        self.trusted = trusted
        trusted.adopt(from: context)
    }

    deinit {
        SSL_CTX_free(context)
    }

    /// Puts TLS on a new connection to the same server.
    ///
    /// - Parameter descriptor: Connected, and told SSLRequest.
    /// - Returns: A transport before its handshake that owns the descriptor, nil when OpenSSL fails (the
    ///   descriptor is the caller's then).
    func transport(owning descriptor: Int32) -> Transport? {
        guard let ssl = SSL_new(context) else { return nil }
        guard prepare(ssl), SSL_set_fd(ssl, descriptor) == 1 else {
            SSL_free(ssl)
            return nil
        }
        SSL_set_connect_state(ssl)
        return Transport(owning: descriptor, ssl: ssl)
    }

    private func prepare(_ ssl: OpaquePointer) -> Bool {
        SSL_set_verify(ssl, verifyMode, nil)
        if verifyMode != SSL_VERIFY_NONE, !trusted.lend(to: ssl) { return false }
        if let serverName, omni_ssl_set_server_name(ssl, serverName) != 1 { return false }
        guard let verifiedHost else { return true }
        if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), verifiedHost) == 1 { return true }
        return SSL_set1_host(ssl, verifiedHost) == 1
    }
}
