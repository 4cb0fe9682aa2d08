// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc

/// Runs a program to its end.
///
/// Foundation's `Process` waits until every descendant has closed what it inherited; a server that a
/// program leaves behind would keep it waiting.
enum ChildProcess {
    /// - Parameters:
    ///   - program: Its path.
    ///   - arguments: Without the program's name.
    ///   - output: A file for standard output and error, written over.
    /// - Throws: The output of a program that did not end with 0.
    static func run(_ program: String, _ arguments: [String], output: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let texts = ([program] + arguments).map { strdup($0) }
        defer { for text in texts { free(text) } }
        var process = pid_t()
        var status = posix_spawn(&process, program, &actions, nil, texts + [nil], environ)
        if status == 0 {
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        guard status == 0 else {
            throw Failure(program: program, arguments: arguments, file: output)
        }
    }

    struct Failure: Error, CustomStringConvertible {
        var program: String
        var arguments: [String]
        var file: String

        var description: String {
            var text = "\(program) \(arguments.joined(separator: " ")) failed: "
            guard let stream = fopen(file, "r") else { return text }
            defer { fclose(stream) }
            var buffer = [CChar](repeating: 0, count: 4096)
            while fgets(&buffer, Int32(buffer.count), stream) != nil {
                text += String(
                    decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
                    as: UTF8.self
                )
            }
            return text
        }
    }
}
