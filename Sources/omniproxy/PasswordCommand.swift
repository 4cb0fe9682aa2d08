// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import ArgumentParser
import Foundation
import PostgresWire

/// Reads a password and prints its SCRAM verifier.
struct PasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Read a password, print the verifier for proxy.conf.",
        discussion: """
            From a terminal the password is asked for twice and not shown; otherwise the first line \
            of standard input is taken.

            EXAMPLES:
              omniproxy password
              pwgen 20 1 | tee /dev/tty | omniproxy password
            """
    )

    func run() throws {
        guard let password = try Self.password(), !password.isEmpty else {
            StandardError.print("error: no password was given")
            throw ExitCode.failure
        }
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<SCRAMVerifier.saltBytes).map { _ in
            UInt8.random(in: .min ... .max, using: &generator)
        }
        print(SCRAMVerifier.make(password: password, salt: salt).text)
    }

    private static func password() throws -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() }
        let first = Terminal.withoutEcho("Password: ")
        guard first == Terminal.withoutEcho("Again: ") else {
            StandardError.print("error: the two differ")
            throw ExitCode.failure
        }
        return first
    }
}

/// The terminal on standard input.
enum Terminal {
    /// Asks for a line that does not appear on the screen.
    ///
    /// - Parameter prompt: Printed to standard error.
    /// - Returns: The line; nil at the end of the input.
    static func withoutEcho(_ prompt: String) -> String? {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        let shown = settings
        settings.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        defer {
            var restored = shown
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &restored)
            StandardError.print("")
        }
        FileHandle.standardError.write(Data(prompt.utf8))
        return readLine()
    }
}
