// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// A model and what its shared extensions make of it.
struct ModelFamily {
    var model: Model
    /// By the names of the extensions, in the order in which they are laid over the model.
    var extensions: [[String]: Model]
}

/// Makes the models of a family: the shared one, each extension, and each set of extensions that the
/// routes send somebody to.
struct ModelFamilyReader {
    let name: String
    let folder: String
    let defaultSchema: String
    let own: ModelFiles
    /// By name of the extension.
    let extensions: [String: ModelFiles]
    let log: ProblemLog

    func family(attributes: [[String: [String]]]) -> ModelFamily {
        let model = reader(name, folder).model(own)
        var family = ModelFamily(model: model, extensions: [:])
        checkNames(model)
        let routed = Set(attributes.compactMap { model.extensions(for: $0, among: names) })
        let alone = extensions.keys.map { [$0] }
        for list in routed.union(alone).sorted(by: { $0.lexicographicallyPrecedes($1) })
        where !list.isEmpty {
            family.extensions[list] = extended(list, model)
        }
        return family
    }

    private var names: Set<String> { Set(extensions.keys) }

    private func reader(_ name: String, _ folder: String) -> ModelReader {
        ModelReader(name: name, folder: folder, defaultSchema: defaultSchema, log: log)
    }

    /// The model with extensions laid over it one after the other.
    private func extended(_ list: [String], _ model: Model) -> Model {
        var current = model
        var files = own
        for (index, name) in list.enumerated() {
            guard let layer = extensions[name] else { continue }
            let base = ModelReader.Base(
                model: current,
                lists: ModelLists(files.model, log: ProblemLog()),
                touchedViews: Set(layer.views.keys)
            )
            files = layer.merged(over: files)
            current = reader(
                list[...index].joined(separator: ", "),
                "\(folder).extensions/\(name)"
            )
            .model(files, extending: base)
        }
        return current
    }

    private func checkNames(_ model: Model) {
        if extensions[name] != nil {
            log.report(
                "an extension has the name of its model",
                at: SourceLocation(file: "\(folder).extensions/\(name)", line: 0)
            )
        }
        for route in model.extensionRoutes {
            guard case .values(_, let mappings) = route.rule else { continue }
            for mapping in mappings where extensions[mapping.modelExtension] == nil {
                log.report(
                    "there is no extension \"\(mapping.modelExtension)\" of model \(name) for value "
                        + "\"\(mapping.value)\"",
                    at: route.location
                )
            }
        }
    }
}
