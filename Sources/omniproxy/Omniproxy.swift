// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import ArgumentParser

@main
struct Omniproxy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "omniproxy",
        abstract: "A PostgreSQL proxy that governs SQL the way Omni does.",
        discussion: """
            EXAMPLES:
              omniproxy serve --config proxy.conf
              omniproxy password
              omniproxy check --config proxy.conf
              omniproxy access --user ada@acme.example --database shop
              omniproxy rewrite --user ada@acme.example --database shop 'SELECT * FROM orders'
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, CheckCommand.self, AccessCommand.self, RewriteCommand.self,
            PasswordCommand.self,
        ]
    )
}
