// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import COpenSSL

/// What a finished handshake tells about the client.
extension Transport {
    /// What ALPN selected, nil without TLS or when the client offered nothing.
    package var applicationProtocol: String? {
        guard let ssl else { return nil }
        var name: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &name, &length)
        guard let name, length > 0 else { return nil }
        return String(decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
    }

    /// The protocol version, such as `TLSv1.3`; nil without TLS.
    package var tlsVersion: String? {
        ssl.flatMap { SSL_get_version($0) }.map { String(cString: $0) }
    }

    /// The common name of a client certificate that the configured authority vouches for.
    ///
    /// Nil without a certificate, and for one whose name is not exactly one common name or holds a zero
    /// byte: a name that two readers could read differently names nobody.
    package var verifiedClientCommonName: String? {
        guard let ssl, SSL_get_verify_result(ssl) == Int(X509_V_OK),
            let certificate = SSL_get1_peer_certificate(ssl)
        else {
            return nil
        }
        defer { X509_free(certificate) }
        guard let subject = X509_get_subject_name(certificate) else { return nil }
        let first = X509_NAME_get_index_by_NID(subject, NID_commonName, -1)
        guard first >= 0, X509_NAME_get_index_by_NID(subject, NID_commonName, first) < 0,
            let value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, first))
        else {
            return nil
        }
        var utf8: UnsafeMutablePointer<UInt8>?
        let length = ASN1_STRING_to_UTF8(&utf8, value)
        guard length > 0, let utf8 else { return nil }
        defer { CRYPTO_free(utf8, #file, #line) }
        let bytes = UnsafeBufferPointer(start: utf8, count: Int(length))
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
