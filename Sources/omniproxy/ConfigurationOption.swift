// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import ArgumentParser
import Configuration
import Foundation

/// `--config`, and what every command does with it.
struct ConfigurationOption: ParsableArguments {
    @Option(name: .long, help: "The configuration file.", completion: .file())
    var config = "proxy.conf"

    /// Loads the configuration; prints every problem and ends the command when there is one.
    ///
    /// - Returns: The configuration and its warnings.
    /// - Throws: `ExitCode.failure`, after the problems were printed.
    func load() throws -> ConfigurationLoader.Loaded {
        do {
            return try ConfigurationLoader.load(
                path: config,
                environment: ProcessInfo.processInfo.environment
            )
        } catch {
            for problem in error.problems { StandardError.print("error: \(problem)") }
            throw ExitCode.failure
        }
    }
}

/// What is not a command's result goes here.
enum StandardError {
    static func print(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
