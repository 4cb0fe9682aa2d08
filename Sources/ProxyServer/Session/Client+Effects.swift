// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Glibc
import PostgresErrors
import PostgresWire
import SQLRewrite

/// What completed statements and backend messages mean for what the session keeps track of.
extension Client {
    // MARK: Completion

    /// A statement with effects has completed.
    ///
    /// - Parameters:
    ///   - statement: The statement.
    ///   - index: Its place in the message.
    ///   - plan: The message.
    ///   - tag: The backend's command tag with its terminator.
    func statementCompleted(
        _ statement: RewrittenStatement,
        at index: Int,
        of plan: Plan,
        tag: UnsafeRawBufferPointer
    ) {
        switch statement.kind {
        case .setForwarded:
            settingsAreStale = true
        case .setVirtual(let name, let value, let isLocal):
            virtualSettings.set(name, to: value, isLocal: isLocal)
            virtualSettingsChanged()
        case .resetAll:
            settingsAreStale = true
            hasResetAll = true
            virtualSettings.resetAll()
            virtualSettingsChanged()
        case .deallocate(let name?):
            name.utf8.withContiguousStorageIfAvailable {
                prepared.remove(UnsafeRawBufferPointer($0))
            }
        case .deallocate(nil):
            prepared.removeAllNamed()
        case .discard(let target):
            if target == "ALL" {
                settingsAreStale = true
                hasResetAll = true
                prepared.removeAllNamed()
                // The cursors stay open on the backend, which therefore serves nobody else.
                if cursors.holdBackend { backend?.isRetired = true }
                cursors.closed(nil)
                virtualSettings.resetAll()
                virtualSettingsChanged()
            }
        case .prepare:
            if var definition = plan.composed?.definitions[index] {
                definition.preparedAt = loop.now
                definition.source = plan.clientText
                prepared.define(definition)
            }
        case .declareCursor(let name, let isHold):
            cursors.declared(
                name,
                isHold: isHold,
                policyID: plan.policyID,
                text: plan.clientText
            )
        case .closeCursor(let name):
            cursors.closed(name)
        case .signal(let signal):
            if let processID = plan.composed?.signalled { carryOut(signal, processID) }
        case .commit, .rollback:
            // What comes behind it in this round is another transaction's, which has not failed.
            roundFailed = false
            backend?.expected.transactionEnded()
            cursors.transactionEnded(rolledBack: tag.starts(with: "ROLLBACK".utf8))
            // COMMIT of a failed transaction answers ROLLBACK.
            if virtualSettings.needsTransactionEnd {
                let rolledBack = tag.starts(with: "ROLLBACK".utf8)
                virtualSettings.transactionEnded(rolledBack: rolledBack)
                virtualSettingsChanged()
            }
        case .savepoint(let step):
            if virtualSettings.savepointReached(step) { virtualSettingsChanged() }
        case .plain, .empty, .begin, .show, .execute, .fetch:
            break
        }
    }

    /// An error has come.
    func noteFailure() {
        roundFailed = true
        if virtualSettings.needsTransactionEnd { hasUnreportedParameters = true }
    }

    /// A round ended outside of any transaction.
    ///
    /// - Parameter answered: How many of the backend's answers have come in all.
    func transactionEnded(answered: UInt64) {
        portals.transactionEnded(answered: answered)
        cursors.transactionEnded(rolledBack: roundFailed)
        if virtualSettings.needsTransactionEnd {
            virtualSettings.transactionEnded(rolledBack: roundFailed)
            virtualSettingsChanged()
        }
        roundFailed = false
    }

    /// An error's message with the client's name of a prepared statement in the place of the proxy's.
    func withOwnStatementNames(_ message: String) -> String {
        message.replacing(/"(omni_[0-9]+)"/) { match in
            "\"\(prepared.clientName(ofServerName: match.1) ?? "")\""
        }
    }

    /// A prepared statement could not be made after all.
    ///
    /// - Parameters:
    ///   - name: The client's name.
    ///   - number: Of the answer that would have come; one of that name sent since stays.
    func undefine(_ name: [UInt8], _ number: UInt64) {
        name.withUnsafeBytes { name in
            if prepared.find(name)?.mark.number == number { prepared.remove(name) }
        }
    }

    /// A prepared statement has not been closed after all.
    func restore(_ entry: PreparedStatements.Entry) {
        let isGone = entry.name.withUnsafeBytes { prepared.find($0) == nil }
        if isGone { prepared.define(entry) }
    }

    /// The unnamed statement could not be made after all.
    ///
    /// - Parameters:
    ///   - number: Of the answer that would have come; one sent since stays.
    ///   - previous: The one it would have taken the place of, when the server has not come so far.
    func undefineUnnamed(_ number: UInt64, restoring previous: PreparedStatements.Unnamed?) {
        if replacedUnnamed?.mark.number == number { replacedUnnamed = previous ?? .init() }
        guard prepared.unnamedState.mark.number == number else {
            backend?.expected.correctReplaced(by: number, to: previous ?? .init())
            return
        }
        if let previous { prepared.restoreUnnamed(previous) } else { prepared.removeUnnamed() }
    }

    // MARK: Settings

    /// A statement_timeout of a millisecond may end even what takes a hundredth of it, on a busy machine.
    private static let settingsReadingsMax = 20

    /// Asks the backend what is in force now; its answer is the session's from then on.
    func readBackSettings(_ backend: Backend) {
        settingsAreStale = false
        isReadingSettings = true
        var reading = SettingsReading()
        let detail = ExpectedResponse.Detail()
        detail.isEssential = true
        detail.isRepeatable = failedSettingsReadings < Self.settingsReadingsMax
        detail.capture = { [unowned(unsafe) self, unowned(unsafe) backend] column in
            // The closure lives in the backend's queue, which is emptied when either is closed.
            guard column == nil else {
                if let column { reading.append(column) }
                return
            }
            isReadingSettings = false
            guard let inForce = reading.sql else {
                failedSettingsReadings += 1
                settingsAreStale = true
                return
            }
            failedSettingsReadings = 0
            backend.settings = loop.worker.settings.bundle(inForce)
            settings = backend.settings
            if hasResetAll, !startupSettings.isEmpty {
                settings = loop.worker.settings.bundle(withStartupSettings(inForce))
            }
            hasResetAll = false
        }
        backend.expected.append(ExpectedResponse(.query, visible: false, detail: detail))
        backend.unnamed = nil
        var message: [UInt8] = []
        message.appendQuery(SettingsBundles.captureText)
        message.withUnsafeBytes { backend.send($0) }
    }

    /// Tells of the parameters that live in the proxy, as the server does: just before ReadyForQuery.
    func reportParameters(to output: inout [UInt8]) {
        hasUnreportedParameters = false
        let hasFailed = backend?.transactionStatus == UInt8(ascii: "E")
        let name =
            (hasFailed
                ? virtualSettings.valueAfterFailure("application_name")
                : virtualSettings.value("application_name")) ?? ""
        guard reportedParameters["application_name"] != name else { return }
        reportedParameters["application_name"] = name
        output.appendParameterStatus(name: "application_name", value: name)
    }

    private func virtualSettingsChanged() {
        hasUnreportedParameters = true
        guard let current = resolved else { return }
        resolved = loop.worker.session(
            current,
            searchPath: virtualSettings.value("search_path")
        )
    }

    /// What was set since RESET ALL, on top of what the client asked for when it connected.
    private func withStartupSettings(_ sql: String) -> String {
        let initial = startupSettings.keys.sorted().map { name in
            SettingTexts.set(name, startupSettings[name] ?? "", isLocal: false)
        }
        return (initial + (sql.isEmpty ? [] : [sql])).joined(separator: "; ")
    }

    /// Rewritten statements show what filters hide: they are for those who may change the model, and for
    /// an admin who looks with somebody else's eyes.
    var maySeeRewrites: Bool {
        guard let identity = resolved?.identity else { return false }
        return identity.impersonator != nil
            || (Role(rawValue: identity.role) ?? .noAccess) >= .modeler
    }

    /// The value of a setting that lives in the session.
    func shownValue(_ name: String, _ virtualSettings: VirtualSettings) -> String {
        let policy = resolved?.context.policy
        let identity = policy?.identity
        switch name {
        case "omni.user": return identity?.user ?? ""
        case "omni.connection": return identity?.connection ?? ""
        case "omni.environment": return identity?.environment ?? ""
        case "omni.model": return identity?.model ?? ""
        case "omni.role": return identity?.role ?? ""
        case "omni.impersonator": return identity?.impersonator ?? ""
        case "omni.rewrite":
            guard maySeeRewrites else { return "" }
            return String(decoding: lastPlan?.message.text ?? [], as: UTF8.self)
        case "omni.attributes":
            let attributes = policy?.attributes ?? [:]
            return attributes.keys.sorted()
                .map { "\($0)=\((attributes[$0] ?? []).joined(separator: ","))" }
                .joined(separator: "; ")
        case "search_path":
            return virtualSettings.value(name)
                ?? (policy?.searchPath ?? []).joined(separator: ", ")
        case "session_authorization": return identity?.user ?? ""
        case "role": return "none"
        case "is_superuser": return "off"
        case "ssl": return transport.isEncrypted ? "on" : "off"
        default:
            return virtualSettings.value(name) ?? ""
        }
    }

    // MARK: Parameters

    /// A backend reported a parameter while this client leases it.
    func parameterReported(
        _ name: String,
        _ value: String,
        isVisible: Bool,
        to output: inout [UInt8]
    ) {
        // What the proxy answers itself is not the backend's to report.
        guard isVisible, !VirtualParameters.names.contains(name) else { return }
        guard reportedParameters[name] != value else { return }
        reportedParameters[name] = value
        output.appendParameterStatus(name: name, value: value)
    }

    // MARK: Policy

    /// Resolves again after a reload, before the next statement (spec 7, epochs).
    ///
    /// - Throws: 57P01 when the session is no longer allowed where it is.
    func refreshPolicy() throws(ProxyError) {
        let state = loop.worker.state
        guard let login = login, let previous = resolved else { return }
        let reason: String
        do throws(ProxyError) {
            switch try loop.worker.resolve(login) {
            case .ready(let session)
            where session.identity.environment == previous.identity.environment:
                resolved = loop.worker.session(
                    session,
                    searchPath: virtualSettings.value("search_path")
                )
                generation = state.generation
                return
            case .ready:
                reason = "the session's environment has changed"
            case .pending:
                reason = "the session's database is not known any more"
            }
        } catch {
            reason = error.logMessage ?? error.message
        }
        throw ProxyError(
            .adminShutdown,
            "terminating connection because access has changed",
            hint: "Connect again.",
            logMessage: reason
        )
    }

    // MARK: Loss

    /// The leased backend is gone (spec 14): the statement is lost, the session only if a transaction
    /// was open.
    func backendLost(
        error: ProxyError,
        roundsPending: Int,
        hasOpenRound: Bool,
        inTransaction: Bool
    ) {
        let wasPinned = backend?.pool.connection.pool.mode == .session
        // A SET that the client was told of must not vanish.
        let knewSettings = settingsAreStale || isReadingSettings
        forgetBackend()
        guard isReady, !inTransaction, !wasPinned, !knewSettings else { return fail(error) }
        send { bytes in
            for _ in 0..<roundsPending {
                bytes.appendErrorResponse(error)
                bytes.appendReadyForQuery(.idle)
            }
            if hasOpenRound { bytes.appendErrorResponse(error) }
        }
        if hasOpenRound { isSkippingToSync = true }
        resumeReading()
    }

    /// One of the proxy's own statements failed on the leased backend.
    func essentialStatementFailed(_ fields: BackendErrorFields) {
        fail(Disclosure.error(fields, of: nil, to: self))
    }
}

/// Parameters whose values are the proxy's, whatever a backend reports.
enum VirtualParameters {
    static let names: Set<String> = [
        "application_name", "session_authorization", "is_superuser", "client_encoding",
        "default_transaction_read_only", "in_hot_standby",
    ]
}
