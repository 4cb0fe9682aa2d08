// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresWire

/// Who wants in, and where to.
struct Login: Hashable {
    var user: String
    /// As the client wrote it: `connection`, `connection@environment`, ….
    var database: String
    /// `omni.impersonate`: with whose eyes an organisation's admin wants to look.
    var impersonated: String?
}

/// A login under way.
final class LoginAttempt {
    let startup: StartupMessage
    /// `impersonated` is known when the password has been checked.
    var login: Login
    var scram: SCRAMServer?
    /// SASLInitialResponse has come; what follows is SASLResponse.
    var hasChosenMechanism = false

    init(startup: StartupMessage) {
        self.startup = startup
        login = Login(user: startup.user, database: startup.database)
    }
}
