// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import ArgumentParser

@main
struct Omniproxy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "omniproxy",
        abstract: "A PostgreSQL proxy that governs SQL the way Omni does."
    )
}
