// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation

/// A key and a certificate made by the openssl program.
struct TestCertificate {
    let certificateFile: String
    let keyFile: String

    /// - Parameters:
    ///   - directory: Where the two files are written.
    ///   - name: The common name, and the files' name.
    ///   - authority: Signs the certificate; nil: it signs itself.
    /// - Throws: When the program fails.
    init(in directory: URL, name: String, signedBy authority: TestCertificate? = nil) throws {
        certificateFile = directory.appendingPathComponent("\(name).crt").path
        keyFile = directory.appendingPathComponent("\(name).key").path
        var arguments = [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=\(name)",
            "-keyout", keyFile, "-out", certificateFile,
        ]
        if let authority {
            arguments += ["-CA", authority.certificateFile, "-CAkey", authority.keyFile]
        }
        try ChildProcess.run(
            "/usr/bin/openssl",
            arguments,
            output: directory.appendingPathComponent("output").path
        )
    }
}
