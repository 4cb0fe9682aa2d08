// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Configuration
import Foundation
import Testing

/// Spec 4: with `watch`, a change of what was read reloads, and nothing else does.
@Suite struct ConfigurationWatchTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("omniproxy-watch-\(UUID().uuidString)")

    private func path(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    private func write(_ name: String, _ text: String) throws {
        try FileManager.default.createDirectory(
            atPath: path("models"),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    /// A watch that has read proxy.conf, a model and a file that is missing.
    private func watching() throws -> ConfigurationWatch {
        try write("proxy.conf", "a")
        try write("models/one.view.yaml", "b")
        try write("unrelated", "c")
        let watch = ConfigurationWatch()
        let files = watch.filesForLoading()
        _ = try files.text(path("proxy.conf"))
        _ = files.filesBelow(path("models"))
        _ = try files.text(path("models/one.view.yaml"))
        _ = try? files.text(path("missing"))
        return watch
    }

    @Test(arguments: ["proxy.conf", "models/one.view.yaml", "models/new.view.yaml", "missing"])
    func changeOfWhatWasReadIsSeenUntilItIsReadAgain(_ name: String) throws {
        let watch = try watching()
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(!watch.hasChanged())
        try write(name, "longer than before")
        #expect(watch.hasChanged())
        let files = watch.filesForLoading()
        _ = try files.text(path("proxy.conf"))
        _ = files.filesBelow(path("models"))
        _ = try? files.text(path(name))
        #expect(!watch.hasChanged())
    }

    @Test func fileThatWasNotReadIsNotWatched() throws {
        let watch = try watching()
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("unrelated", "longer than before")
        #expect(!watch.hasChanged())
    }

    @Test func fileThatGoesIsAChange() throws {
        let watch = try watching()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.removeItem(atPath: path("models/one.view.yaml"))
        #expect(watch.hasChanged())
    }
}
