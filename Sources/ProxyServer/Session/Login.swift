// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import LoginTokens
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
    /// What a token has to be, when one has been asked for in place of a password.
    var tokens: TokenRules?
    /// A token is being looked at, away from the loop.
    var isVerifyingToken = false

    /// Something has to be known before the login is through; a client certificate alone asks nothing.
    var hasSecret: Bool { scram != nil || tokens != nil }

    init(startup: StartupMessage) {
        self.startup = startup
        login = Login(user: startup.user, database: startup.database)
    }
}
