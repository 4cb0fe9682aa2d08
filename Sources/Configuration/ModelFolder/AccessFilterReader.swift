// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads one access filter, of a model or of `[[connections.x.sql.access_filters]]`.
enum AccessFilterReader {
    /// - Parameters:
    ///   - reader: The entry; every key in it has a bearing on access, so an unknown one is an error.
    ///   - namesView: The entry says whose rows it filters, as `proxy.conf` does.
    /// - Returns: The filter; nil when it could not be read, which has been reported.
    static func filter(_ reader: SettingReader, namesView: Bool) -> AccessFilter? {
        let view = namesView ? reader.requiredString("view") : nil
        let fieldText = reader.requiredString("field")
        let attribute = reader.requiredString("user_attribute")
        let unfiltered = reader.texts("values_for_unfiltered") ?? []
        let usesWildcards = reader.boolean("enable_sql_like_wildcards") ?? false
        reader.finish()
        guard let fieldText, let attribute, !namesView || view != nil else { return nil }
        guard let field = FieldReference(fieldText) else {
            reader.report("\"\(fieldText)\" is not a field or view.field", key: "field")
            return nil
        }
        return AccessFilter(
            view: view,
            field: field,
            userAttribute: attribute,
            valuesForUnfiltered: unfiltered,
            usesWildcards: usesWildcards,
            location: reader.location
        )
    }
}
