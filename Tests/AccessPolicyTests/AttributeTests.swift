// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// Attribute values: assigned, else default, else none (omni-reference 1.2, 1.3).
@Suite struct AttributeTests {
    private func values(
        assigned: [String]?,
        defaultValues: [String]?
    ) -> [String]? {
        let directory = Directory(
            users: [:],
            attributes: ["x": Shop.definition("x", defaultValues: defaultValues)]
        )
        var user = Shop.user()
        user.attributes = assigned.map { ["x": $0] } ?? [:]
        return directory.attributeValues(of: user)["x"]
    }

    @Test func anAssignedValueBeatsTheDefault() {
        #expect(values(assigned: ["a"], defaultValues: ["d"]) == ["a"])
        #expect(values(assigned: nil, defaultValues: ["d"]) == ["d"])
        #expect(values(assigned: nil, defaultValues: nil) == nil)
    }

    @Test func anEmptyValueIsNoValue() {
        #expect(values(assigned: [""], defaultValues: nil) == nil)
        #expect(values(assigned: [], defaultValues: nil) == nil)
        #expect(values(assigned: [""], defaultValues: ["d"]) == ["d"])
        #expect(values(assigned: nil, defaultValues: [""]) == nil)
    }

    @Test func systemAttributesComeWithTheUser() {
        var user = Shop.user(groups: ["a", "b"], isOrgAdmin: true)
        user.name = "Ada"
        let values = Directory().attributeValues(of: user)
        #expect(values["omni_user_id"] == ["ada@acme.example"])
        #expect(values["omni_user_email"] == ["ada@acme.example"])
        #expect(values["omni_user_name"] == ["Ada"])
        #expect(values["omni_user_groups"] == ["a", "b"])
        #expect(values["omni_is_org_admin"] == ["true"])
    }

    @Test func aLoginThatIsNoMailAddressIsNoMailAddress() {
        let values = Directory().attributeValues(of: User(login: "ada", location: Shop.nowhere))
        #expect(values["omni_user_email"] == nil)
        #expect(values["omni_user_name"] == nil)
        #expect(values["omni_user_groups"] == nil)
        #expect(values["omni_is_org_admin"] == ["false"])
    }

    @Test(arguments: [
        ("1", "1"), ("01", "1"), ("1.0", "1"), ("-0", "0"), ("+7.50", "7.5"), ("-0.250", "-0.25"),
        ("123456789012345678901234567890.1", "123456789012345678901234567890.1"),
    ])
    func decimalsHaveOneSpelling(text: String, canonical: String) {
        #expect(DecimalNumber(text)?.description == canonical)
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "1e3", "NaN", " 1", "1 ", "1.2.3", "0x1", "١"])
    func whatIsNoPlainDecimalIsNoNumber(text: String) {
        #expect(DecimalNumber(text) == nil)
    }
}
