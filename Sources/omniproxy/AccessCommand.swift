// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import ArgumentParser
import SQLRewrite

/// Prints what a user gets.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Show what a user gets on a database.",
        discussion: """
            Role, licence, environment, model, attributes, topics, each relation with its filters and the lines that make \
            them, and each relation that is closed with the reason. Connects to the database that \
            would serve the user.

            EXAMPLES:
              omniproxy access --user ada@acme.example --database shop
              omniproxy access --user ada@acme.example --database shop@shop_dev
              omniproxy access --user ada@acme.example --database shop --json
            """
    )

    @OptionGroup var options: SessionOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let session = try options.session(json: json)
        var report = try session.resolver.report(for: session.target, catalog: session.catalog)
        let context = RewriteContext(policy: session.policy)
        for index in report.topics.indices {
            let topic = report.topics[index]
            report.topics[index].omissions += context.problems(ofTopic: topic.name).map {
                AccessReport.Topic.Line(text: $0.reason, place: $0.location)
            }
        }
        if json {
            try JSONOutput.print(report)
        } else {
            print(report)
        }
    }
}
