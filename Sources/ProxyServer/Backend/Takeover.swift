// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLibpq
import COpenSSL
import Glibc

/// Takes the socket and TLS state of an authenticated libpq connection.
///
/// libpq still believes it owns both and says goodbye when it is finished. So it is made to say it into a
/// dead socket, with a TLS state that believes it has been shut down: its last write fails before it can
/// use up a record number, and no descriptor is ever closed twice.
enum Takeover {
    /// - Parameter libpq: At CONNECTION_OK. Only good for being released afterwards.
    /// - Returns: The transport, owned by the caller.
    /// - Throws: When the connection is of a kind that cannot be taken over.
    static func detach(_ libpq: LibpqConnection) throws(BackendFailure) -> Transport {
        let connection = libpq.connection
        guard PQgssEncInUse(connection) == 0 else {
            throw BackendFailure(message: "GSSAPI encryption cannot be taken over")
        }
        let ssl: OpaquePointer?
        if PQsslInUse(connection) == 1 {
            guard let pointer = PQsslStruct(connection, "OpenSSL") else {
                throw BackendFailure(message: "libpq uses a TLS library other than OpenSSL")
            }
            ssl = OpaquePointer(pointer)
        } else {
            ssl = nil
        }
        let descriptor = fcntl(PQsocket(connection), F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0 else { throw systemFailure("fcntl") }
        let dead = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard dead >= 0 else {
            let failure = systemFailure("socket")
            close(descriptor)
            throw failure
        }
        defer { close(dead) }
        guard dup2(dead, PQsocket(connection)) >= 0 else {
            let failure = systemFailure("dup2")
            close(descriptor)
            throw failure
        }
        if let ssl {
            SSL_up_ref(ssl)
            SSL_set_shutdown(ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN)
        }
        libpq.finish()
        guard let ssl else { return Transport(owning: descriptor) }
        ERR_clear_error()
        SSL_set_shutdown(ssl, 0)
        // It points to the PGconn that is gone.
        omni_ssl_clear_app_data(ssl)
        guard SSL_set_fd(ssl, descriptor) == 1 else {
            SSL_free(ssl)
            close(descriptor)
            throw BackendFailure(message: "SSL_set_fd failed")
        }
        return Transport(owning: descriptor, ssl: ssl)
    }

    private static func systemFailure(_ call: String) -> BackendFailure {
        BackendFailure(message: "\(call): \(String(cString: strerror(errno)))")
    }
}
