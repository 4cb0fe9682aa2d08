// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The relay loop owns its state from one thread; run-time exclusivity checks cost it a third of
/// its instructions and could only repeat what confinement to the loop already promises.
let hotPath: [SwiftSetting] =
    strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
    name: "omniproxy",
    products: [.executable(name: "omniproxy", targets: ["omniproxy"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // The system libraries, each behind one module map.
        .target(
            name: "CPgQuery",
            cSettings: [
                .unsafeFlags(["-isystem", "/usr/include/postgresql/15/server", "-Wall", "-Werror"])
            ],
            // The archive: calls inside the parser then need no detour over tables of the loader.
            linkerSettings: [.linkedLibrary(":libpg_query.a")]
        ),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),

        // Pure logic: values without sockets, clocks and threads.
        .target(name: "PostgresErrors", swiftSettings: strict),
        .target(
            name: "PostgresWire",
            dependencies: ["PostgresErrors", "COpenSSL"],
            swiftSettings: hotPath
        ),
        .target(name: "AccessPolicy", dependencies: ["PostgresErrors"], swiftSettings: strict),
        .target(
            name: "LoginTokens",
            dependencies: [.product(name: "JWTKit", package: "jwt-kit")],
            swiftSettings: strict
        ),
        .target(
            name: "Configuration",
            dependencies: ["AccessPolicy", "LoginTokens", "PostgresWire", "Yams", "TOMLKit"],
            swiftSettings: strict
        ),
        .target(
            name: "SQLRewrite",
            dependencies: ["AccessPolicy", "PostgresErrors", "CPgQuery"],
            swiftSettings: hotPath
        ),

        // The one room with sockets, clocks and threads.
        .target(
            name: "ProxyServer",
            dependencies: [
                "AccessPolicy", "Configuration", "LoginTokens", "PostgresErrors", "PostgresWire",
                "SQLRewrite", "CLibpq", "CLinux", "COpenSSL",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: hotPath
        ),
        .executableTarget(
            name: "omniproxy",
            dependencies: [
                "AccessPolicy", "Configuration", "PostgresErrors", "PostgresWire", "ProxyServer",
                "SQLRewrite", .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        // No product: what scripts/bench --rewriter runs.
        .executableTarget(
            name: "RewriterBenchmark",
            dependencies: ["AccessPolicy", "PostgresErrors", "ProxyServer", "SQLRewrite"],
            path: "Tests/RewriterBenchmark",
            swiftSettings: strict
        ),

        .testTarget(
            name: "PostgresWireTests",
            dependencies: ["PostgresWire", "PostgresErrors"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "AccessPolicyTests",
            dependencies: ["AccessPolicy", "PostgresErrors"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LoginTokensTests",
            dependencies: ["LoginTokens", .product(name: "JWTKit", package: "jwt-kit")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ConfigurationTests",
            dependencies: ["Configuration", "AccessPolicy"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SQLRewriteTests",
            dependencies: ["SQLRewrite", "AccessPolicy", "PostgresErrors"],
            exclude: ["Golden"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ProxyServerTests",
            dependencies: ["ProxyServer", "PostgresWire", "PostgresErrors", "AccessPolicy"],
            swiftSettings: strict
        ),
    ]
)
