// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import COpenSSL
import Glibc

/// Why a TLS context could not be made, in the operator's words.
package struct TLSContextError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file at fault, nil when OpenSSL itself failed.
    package var file: String?
    package var reason: String

    package var description: String {
        file.map { "\($0): \(reason)" } ?? reason
    }
}

/// What every TLS connection of a listener shares: certificate, key and rules.
///
/// TLS 1.2 and up, no renegotiation, no resumption. Connections keep it alive, so a reload makes a new
/// one and lets go of the old.
package final class TLSServerContext: @unchecked Sendable {
    // Sendable: after init nothing writes to the SSL_CTX, and OpenSSL counts its references atomically.
    let context: OpaquePointer

    /// The channel binding data `tls-server-end-point` (RFC 5929): a hash of our certificate.
    ///
    /// Nil when the certificate's signature algorithm defines no hash (Ed25519): SCRAM-SHA-256-PLUS is
    /// then not offered.
    package let serverEndPoint: [UInt8]?

    /// - Parameters:
    ///   - certificateFile: PEM, the server's certificate first, then intermediates.
    ///   - privateKeyFile: PEM, without passphrase.
    ///   - clientCAFile: PEM; certificates it vouches for log their owner in. Nil: none are asked for.
    /// - Throws: The file at fault and OpenSSL's reason.
    package init(
        certificateFile: String,
        privateKeyFile: String,
        clientCAFile: String? = nil
    ) throws(TLSContextError) {
        ERR_clear_error()
        guard let context = SSL_CTX_new(TLS_server_method()) else { throw Self.error(nil) }
        var isComplete = false
        defer { if !isComplete { SSL_CTX_free(context) } }
        guard omni_ssl_ctx_restrict_server(context) == 1 else { throw Self.error(nil) }
        // Without this, OpenSSL would ask a daemon's terminal for the passphrase.
        SSL_CTX_set_default_passwd_cb(context) { _, _, _, _ in 0 }
        guard SSL_CTX_use_certificate_chain_file(context, certificateFile) == 1 else {
            throw Self.error(certificateFile)
        }
        guard SSL_CTX_use_PrivateKey_file(context, privateKeyFile, SSL_FILETYPE_PEM) == 1,
            SSL_CTX_check_private_key(context) == 1
        else {
            throw Self.error(privateKeyFile)
        }
        if let clientCAFile {
            guard SSL_CTX_load_verify_locations(context, clientCAFile, nil) == 1,
                let names = SSL_load_client_CA_file(clientCAFile)
            else {
                throw Self.error(clientCAFile)
            }
            SSL_CTX_set_client_CA_list(context, names)
            // Asked for, not demanded: who has none may still log in with a password.
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        }
        SSL_CTX_set_alpn_select_cb(context, selectPostgreSQL, nil)
        self.context = context
        serverEndPoint = SSL_CTX_get0_certificate(context).flatMap(endPointHash)
        isComplete = true
    }

    deinit {
        SSL_CTX_free(context)
    }

    private static func error(_ file: String?) -> TLSContextError {
        let code = ERR_peek_error()
        ERR_clear_error()
        return TLSContextError(file: file, reason: reason(of: code))
    }
}

/// OpenSSL's words for an error; for a missing file the system's.
func reason(of code: UInt) -> String {
    if let text = ERR_reason_error_string(code) { return String(cString: text) }
    // OpenSSL 3 keeps the text of system errors out of its tables: the low bits are the errno.
    return code == 0 ? "unknown error" : String(cString: strerror(Int32(code & 0x7FFF_FFFF)))
}

/// Picks `postgresql` from the protocols a client offers; an offer without it ends the handshake.
private let selectPostgreSQL: SSL_CTX_alpn_select_cb_func = { _, out, outLength, offer, length, _ in
    guard let out, let outLength, let offer else { return SSL_TLSEXT_ERR_ALERT_FATAL }
    var index = 0
    while index < Int(length) {
        let nameLength = Int(offer[index])
        let name = UnsafeBufferPointer(start: offer + index + 1, count: nameLength)
        guard index + 1 + nameLength <= Int(length) else { break }
        if name.elementsEqual("postgresql".utf8) {
            out.pointee = offer + index + 1
            outLength.pointee = offer[index]
            return SSL_TLSEXT_ERR_OK
        }
        index += 1 + nameLength
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL
}

/// Hashes a certificate as RFC 5929 section 4.1 says: with the hash of its signature, SHA-256 in place
/// of MD5 and SHA-1.
///
/// - Parameter certificate: An `X509`.
/// - Returns: Nil when the signature algorithm has no hash of its own.
private func endPointHash(_ certificate: OpaquePointer) -> [UInt8]? {
    var digestID: Int32 = 0
    guard X509_get_signature_info(certificate, &digestID, nil, nil, nil) == 1 else { return nil }
    let digest: OpaquePointer?
    switch digestID {
    case NID_undef: return nil
    case NID_md5, NID_sha1: digest = EVP_sha256()
    default: digest = EVP_get_digestbyname(OBJ_nid2sn(digestID))
    }
    guard let digest else { return nil }
    var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard X509_digest(certificate, digest, &hash, &length) == 1 else { return nil }
    return Array(hash.prefix(Int(length)))
}
