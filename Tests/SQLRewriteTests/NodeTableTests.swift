// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import SQLRewrite
import Testing

@Suite struct NodeTableTests {
    @Test(arguments: StatementCorpus.all)
    func everyStatementIsFlattenedWhole(sql: String) throws {
        let tree = try parse(sql)
        #expect(tree.count > 1)
        // Each node lies in its parent, behind it, and one deeper.
        for node in 1..<tree.count {
            let parent = try #require(tree.parent(of: node))
            #expect(parent < node && tree.end(of: node) <= tree.end(of: parent))
            #expect(tree.depth(of: node) == tree.depth(of: parent) + 1)
            #expect(tree.span(of: parent).contains(tree.span(of: node).lowerBound))
            #expect(tree.span(of: parent).upperBound > tree.span(of: node).upperBound)
            #expect(tree.children(of: parent).contains(node))
        }
    }

    /// What the parser numbers is read as the case of that number, without a search.
    @Test func numbersAreTheirCases() {
        #expect(NodeTag.allCases.count == Int(NodeTag.last) + 1)
        #expect(NodeField.allCases.count == Int(NodeField.last) + 1)
        for tag in NodeTag.allCases { #expect(NodeTag(parsed: tag.rawValue) == tag) }
        for field in NodeField.allCases { #expect(NodeField(parsed: field.rawValue) == field) }
        #expect(NodeTag(parsed: NodeTag.last + 1) == .null)
        #expect(NodeField(parsed: NodeField.last + 1) == .none)
    }

    @Test func theCorpusMakesEveryTypeOfNode() throws {
        var seen: Set<NodeTag> = []
        for sql in StatementCorpus.all {
            let tree = try parse(sql)
            for node in 0..<tree.count { seen.insert(tree.tag(node)) }
        }
        #expect(Set(NodeTag.allCases).subtracting(seen) == [])
    }
}
