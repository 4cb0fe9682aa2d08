// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresWire

/// Who wants in, and where to.
struct Login: Hashable {
    var user: String
    /// As the client wrote it: `connection`, `connection@environment`, ….
    var database: String
}

/// A login under way.
final class LoginAttempt {
    let startup: StartupMessage
    let login: Login
    var scram: SCRAMServer?
    /// SASLInitialResponse has come; what follows is SASLResponse.
    var hasChosenMechanism = false

    init(startup: StartupMessage) {
        self.startup = startup
        login = Login(user: startup.user, database: startup.database)
    }
}
