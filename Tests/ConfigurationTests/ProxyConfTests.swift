// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Testing

/// `proxy.conf`: what it means, and that each mistake is reported with file, line and key (spec 4).
@Suite struct ProxyConfTests {
    @Test func aCompleteFileLoads() throws {
        let loaded = try Texts.load(Texts.base + Texts.environments)
        let configuration = loaded.configuration
        #expect(loaded.warnings.isEmpty)
        #expect(configuration.listen.addresses == [.tcp(host: "127.0.0.1", port: 6432)])
        #expect(configuration.listen.loginTimeout == .seconds(15))
        let user = try #require(configuration.directory.users["ada@acme.example"])
        #expect(user.attributes == ["tenant": ["acme"], "shard": ["1", "2.50"]])
        #expect(user.passwordVerifier == Texts.verifier)
        #expect(user.isActive)
        #expect(!user.isOrgAdmin)
        let shop = try #require(configuration.connections["shop"])
        #expect(shop.rules?.baseAccess == .querier)
        #expect(shop.rules?.environments?.environments.map(\.connection) == ["shop_dev"])
        #expect(shop.pool == PoolSettings())
        #expect(configuration.connections["shop_dev"]?.rules == nil)
        #expect(configuration.resolver.connections.keys.sorted() == ["shop"])
    }

    @Test func everySettingIsRead() throws {
        let text =
            "query_tag = true\nwatch = true\nallow_untested_server = true\n"
            + Texts.base.replacing(
                "[models]",
                with: """
                    workers = 3
                    max_clients = 7
                    login_timeout = "500ms"
                    idle_timeout = "5m"
                    drain_timeout = "1h"
                    [listen.tls]
                    mode = "require"
                    certificate = "server.crt"
                    private_key = "/etc/server.key"
                    client_ca = "ca.crt"
                    [limits]
                    statement_size = 2048
                    parse_depth = 100
                    message_size = 65536
                    prepared_statements = 5
                    portals = 6
                    [models]
                    """
            )
            .replacing(
                "base_access",
                with: """
                    pool_mode = "session"
                    pool_size = 4
                    min_pool_size = 2
                    server_idle_timeout = "1s"
                    server_lifetime = "2s"
                    query_wait_timeout = "3s"
                    query_timeout = "4s"
                    idle_transaction_timeout = "5s"
                    server_connect_timeout = "6s"
                    max_prepared_statements = 9
                    base_access
                    """
            )
        let pem = ["conf/server.crt": "", "/etc/server.key": "", "conf/ca.crt": ""]
        let configuration = try Texts.load(text + Texts.environments, otherFiles: pem).configuration
        #expect(configuration.tagsQueries)
        #expect(configuration.watchesFiles)
        #expect(configuration.allowsUntestedServers)
        #expect(configuration.listen.workers == 3)
        #expect(configuration.listen.maxClients == 7)
        #expect(configuration.listen.loginTimeout == .milliseconds(500))
        #expect(configuration.listen.idleTimeout == .seconds(300))
        #expect(configuration.listen.drainTimeout == .seconds(3_600))
        #expect(configuration.listen.tls.mode == .require)
        #expect(configuration.listen.tls.certificate == "conf/server.crt")
        #expect(configuration.listen.tls.privateKey == "/etc/server.key")
        #expect(configuration.listen.tls.clientCA == "conf/ca.crt")
        #expect(configuration.limits.statementBytesMax == 2_048)
        #expect(configuration.limits.treeDepthMax == 100)
        #expect(configuration.limits.messageBytesMax == 65_536)
        #expect(configuration.limits.preparedStatementsMax == 5)
        #expect(configuration.limits.portalsMax == 6)
        let pool = try #require(configuration.connections["shop"]?.pool)
        #expect(pool.mode == .session)
        #expect(pool.size == 4)
        #expect(pool.minimumSize == 2)
        #expect(pool.serverIdleTimeout == .seconds(1))
        #expect(pool.serverLifetime == .seconds(2))
        #expect(pool.queryWaitTimeout == .seconds(3))
        #expect(pool.queryTimeout == .seconds(4))
        #expect(pool.idleTransactionTimeout == .seconds(5))
        #expect(pool.serverConnectTimeout == .seconds(6))
        #expect(pool.maxPreparedStatements == 9)
    }

    @Test func sqlRulesAreRead() throws {
        let sql = """
            [connections.shop.sql]
            unfiltered_views = ["orders"]
            extra_functions = ["public.fx_rate"]
            [[connections.shop.sql.access_filters]]
            view = "items"
            field = "orders.tenant_id"
            user_attribute = "tenant"
            values_for_unfiltered = ["ALL"]
            enable_sql_like_wildcards = true
            """
        var model = Texts.model
        model["public/items.view.yaml"] = ""
        let loaded = try Texts.load(Texts.base + Texts.environments + sql, model: model)
        let rules = try #require(loaded.configuration.connections["shop"]?.rules?.sql)
        #expect(rules.unfilteredViews == .named(["orders"]))
        #expect(
            rules.extraFunctions == [Catalog.QualifiedName(schema: "public", name: "fx_rate")]
        )
        let filter = try #require(rules.accessFilters.first)
        #expect(filter.view == "items")
        #expect(filter.field.description == "orders.tenant_id")
        #expect(filter.userAttribute == "tenant")
        #expect(filter.valuesForUnfiltered == ["ALL"])
        #expect(filter.usesWildcards)
        #expect(filter.location.description == "conf/proxy.conf:28")
    }

    @Test(arguments: [
        ("[::1]:6432", ListenAddress.tcp(host: "::1", port: 6432)),
        ("db.example:1", .tcp(host: "db.example", port: 1)),
        ("unix:/run/omniproxy", .unix(directory: "/run/omniproxy", port: 6432)),
        ("unix:/run/omniproxy:7000", .unix(directory: "/run/omniproxy", port: 7000)),
    ])
    func addressesAreRead(text: String, address: ListenAddress) throws {
        let conf = Texts.base.replacing("127.0.0.1:6432", with: text) + Texts.environments
        #expect(try Texts.load(conf).configuration.listen.addresses == [address])
    }

    @Test(arguments: [
        "6432", "::1:6432", "host:", "host:0", "host:65536", "host:+1", ":6432", "unix:run",
        "a b:1",
    ])
    func anAddressThatIsNoneIsReported(text: String) {
        let conf = Texts.base.replacing("127.0.0.1:6432", with: text) + Texts.environments
        #expect(
            Texts.problems(conf) == [
                "conf/proxy.conf:2: listen.addresses: \"\(text)\" is not host:port, "
                    + "[address]:port or unix:/directory[:port]"
            ]
        )
    }

    // MARK: Environment variables

    @Test func variablesAreReplacedOnce() throws {
        let conf = Texts.base.replacing("host=db", with: "host=${HOST}${NOTHING} port=${PORT}")
        let loaded = try Texts.load(
            conf + Texts.environments,
            environment: ["HOST": "${PORT}", "PORT": "5432", "NOTHING": ""]
        )
        #expect(
            loaded.configuration.connections["shop"]?.conninfo
                == "host=${PORT} port=5432 dbname=shop"
        )
    }

    @Test func aMissingVariableIsReported() {
        let conf = Texts.base.replacing("host=db", with: "host=${HOST}") + Texts.environments
        #expect(
            Texts.problems(conf) == [
                "conf/proxy.conf:15: connections.shop.conninfo: environment variable HOST is not set"
            ]
        )
    }

    // MARK: Mistakes

    @Test func allMistakesAreReportedTogether() {
        let problems = Texts.problems(
            Texts.base.replacing("[listen]", with: "[listen]\nworkers = -1\nport = 1")
                + Texts.environments + "[connections.shop.sql]\nfoo = 1\n"
        )
        #expect(
            problems == [
                "conf/proxy.conf:2: listen.workers: must be between 0 and 1024",
                "conf/proxy.conf:3: listen.port: unknown key",
                "conf/proxy.conf:28: connections.shop.sql.foo: unknown key",
            ]
        )
    }

    @Test func whatIsNotTOMLIsReportedWithItsLine() throws {
        let problem = try #require(Texts.problems("[listen]\nworkers = = 1\n").first)
        #expect(problem.hasPrefix("conf/proxy.conf:2: "))
    }

    @Test func aMissingFileIsReported() {
        #expect(throws: ConfigurationError.self) {
            try ConfigurationLoader.load(path: "/nonexistent/proxy.conf", environment: [:])
        }
    }

    /// In place of a line of the base, and the problem that it makes.
    @Test(arguments: [
        (
            "type = \"number\"", "type = \"date\"",
            "8: attributes.shard.type: expected one of string, number, found \"date\""
        ),
        (
            "multiple = true", "multiple = \"yes\"",
            "9: attributes.shard.multiple: expected true or false, found \"yes\""
        ),
        ("multiple = true", "nullable = true", "9: attributes.shard.nullable: unknown key"),
        (
            "tenant = \"acme\"", "tenant = 1",
            "13: users.\"ada@acme.example\".attributes.tenant: expected a string, found an integer"
        ),
        (
            "tenant = \"acme\"", "tenant = [\"acme\"]",
            "13: users.\"ada@acme.example\".attributes.tenant: attribute tenant takes one value"
        ),
        (
            "tenant = \"acme\"", "tenent = \"acme\"",
            "13: users.\"ada@acme.example\".attributes.tenent: no attribute of this name is defined"
        ),
        (
            "\"2.50\"", "\"2,50\"",
            "13: users.\"ada@acme.example\".attributes.shard[1]: \"2,50\" is not a decimal number"
        ),
        (
            "\"2.50\"", "true",
            "13: users.\"ada@acme.example\".attributes.shard[1]: expected a number, found a boolean"
        ),
        (
            "groups = [\"analysts\"]", "groups = \"analysts\"",
            "12: users.\"ada@acme.example\".groups: expected an array of strings, found \"analysts\""
        ),
        (
            "groups = [\"analysts\"]", "admin = true",
            "12: users.\"ada@acme.example\".admin: unknown key"
        ),
        ("conninfo = \"host=db dbname=shop\"", "", "14: connections.shop.conninfo: missing key"),
        ("\"host=db dbname=shop\"", "\"\"", "15: connections.shop.conninfo: must not be empty"),
        ("\"Shop\"", "\"Shap\"", "16: connections.shop.model: there is no folder conf/models/Shap"),
        ("\"Shop\"", "3", "16: connections.shop.model: expected a string, found an integer"),
        (
            "\"querier\"", "\"admin\"",
            "17: connections.shop.base_access: expected one of no_access, viewer, restricted_querier, querier, modeler, connection_admin, found \"admin\""
        ),
        ("base_access", "pool_sizee", "17: connections.shop.pool_sizee: unknown key"),
        (
            "base_access = \"querier\"", "pool_size = 0",
            "17: connections.shop.pool_size: must be between 1 and 10000"
        ),
        (
            "base_access = \"querier\"", "min_pool_size = 21",
            "17: connections.shop.min_pool_size: is greater than pool_size, 20"
        ),
        (
            "base_access = \"querier\"", "query_timeout = 5",
            "17: connections.shop.query_timeout: expected a duration such as \"15s\", found an integer"
        ),
        (
            "base_access = \"querier\"", "query_timeout = \"5\"",
            "17: connections.shop.query_timeout: \"5\" is not a duration such as \"15s\", \"5m\" or \"500ms\""
        ),
        (
            "base_access = \"querier\"", "query_timeout = \"-5s\"",
            "17: connections.shop.query_timeout: \"-5s\" is not a duration such as \"15s\", \"5m\" or \"500ms\""
        ),
        (
            "base_access = \"querier\"", "server_connect_timeout = \"0s\"",
            "17: connections.shop.server_connect_timeout: must not be zero"
        ),
        (
            "base_access = \"querier\"", "pool_mode = \"statement\"",
            "17: connections.shop.pool_mode: expected one of transaction, session, found \"statement\""
        ),
        (
            "base_access = \"querier\"", "default_schema = \"pg_catalog\"",
            "17: connections.shop.default_schema: \"pg_catalog\" cannot be a default schema"
        ),
        (
            "[models]", "login_timeout = \"0s\"\n[models]",
            "3: listen.login_timeout: must not be zero: a login has to end"
        ),
        (
            "[models]", "[listen.tls]\nmode = \"prefer\"\n[models]",
            "3: listen.tls.certificate: missing key: mode \"prefer\" needs it"
        ),
        (
            "[models]",
            "[listen.tls]\nmode = \"require\"\nprivate_key = \"x\"\ncertificate = \"gone\"\n[models]",
            "6: listen.tls.certificate: conf/gone: there is no such file"
        ),
        (
            "[models]", "[listen.tokens]\nkeys = \"k.jwks\"\naudience = \"omniproxy\"\n[models]",
            "3: listen.tokens.issuer: missing key"
        ),
        (
            "[models]",
            "[listen.tokens]\nkeys = \"server.crt\"\nissuer = \"i\"\naudience = \"a\"\n[models]",
            "4: listen.tokens.keys: tokens are taken over TLS alone, and [listen.tls] is off"
        ),
        (
            "[models]",
            "[listen.tokens]\nkeys = \"gone.jwks\"\nissuer = \"i\"\naudience = \"a\"\n[models]",
            "4: listen.tokens.keys: conf/gone.jwks: there is no such file"
        ),
        ("[models]", "[audit]\nrequired = true\n[models]", "3: audit: unknown key"),
        ("path = \"models\"", "paths = \"models\"", "4: models.paths: unknown key"),
    ])
    func aMistakeNamesFileLineAndKey(original: String, replacement: String, problem: String) {
        let conf = Texts.base.replacing(original, with: replacement, maxReplacements: 1)
        let problems = Texts.problems(conf + Texts.environments)
        #expect(problems.contains("conf/proxy.conf:" + problem), "\(problems)")
    }

    /// Lines after the base and its environments, from line 25 on.
    @Test(arguments: [
        (
            "[connections.shop.access]\n\"analysts\" = \"querier\"",
            "26: connections.shop.access.analysts: expected user:<login> or group:<name>"
        ),
        (
            "[connections.shop.access]\n\"user:bob\" = \"querier\"",
            "26: connections.shop.access.\"user:bob\": there is no user \"bob\""
        ),
        (
            "[connections.shop.access]\n\"group:analysts\" = 1",
            "26: connections.shop.access.\"group:analysts\": expected one of no_access, viewer, restricted_querier, querier, modeler, connection_admin, found an integer"
        ),
        (
            "[connections.shop.model_access.ext]\n\"group:analysts\" = \"querier\"",
            "25: connections.shop.model_access.ext: is neither the model nor an extension of it"
        ),
        (
            "[connections.shop.environments.gone]\nvalues = [\"x\"]",
            "25: connections.shop.environments.gone: there is no connection of this name"
        ),
        (
            "[connections.shop.environments.shop]\nvalues = [\"x\"]",
            "25: connections.shop.environments.shop: is a primary connection, with a model of its own"
        ),
        (
            "[connections.c]\nconninfo = \"x\"\n[connections.shop.environments.c]\nvalues = [\"dev\"]",
            "28: connections.shop.environments.c.values: value \"dev\" is already in use by shop_dev"
        ),
        (
            "[connections.c]\nconninfo = \"x\"\n[connections.shop.environments.c]\nvalues = [\"acme\"]",
            "28: connections.shop.environments.c.values: value \"acme\" is already in use by default_values"
        ),
        (
            "[connections.c]\nconninfo = \"x\"\n[connections.shop.environments.c]",
            "27: connections.shop.environments.c: neither values nor granted_to lead here"
        ),
        (
            "[connections.c]\nconninfo = \"x\"\n[connections.shop.environments.c]\ngranted_to = [\"ada\"]",
            "28: connections.shop.environments.c.granted_to: \"ada\" is not user:<login> or group:<name>"
        ),
        (
            "[connections.c]\nconninfo = \"x\"",
            "25: connections.c: has no model and is the environment of no connection"
        ),
        (
            "[connections.c]\nconninfo = \"x\"\nbase_access = \"querier\"",
            "27: connections.c.base_access: needs a model: without one this is an environment"
        ),
        (
            "[connections.omniproxy]\nconninfo = \"x\"",
            "25: connections.omniproxy: is the database name of the admin console"
        ),
        (
            "[connections.\"a@b\"]\nconninfo = \"x\"",
            "25: connections.\"a@b\": a connection's name holds no @ and no colon, which divide database names"
        ),
        (
            "[connections.shop.sql]\nunfiltered_views = [\"gone\"]",
            "26: connections.shop.sql.unfiltered_views: the model has no view \"gone\""
        ),
        (
            "[connections.shop.sql]\nunfiltered_views = \"orders\"",
            "26: connections.shop.sql.unfiltered_views: expected an array of view names or \"*\""
        ),
        (
            "[connections.shop.sql]\nextra_functions = [\"fx_rate\"]",
            "26: connections.shop.sql.extra_functions: \"fx_rate\" is not schema.function"
        ),
        (
            "[connections.shop.sql]\nextra_functions = [\"pg_catalog.pg_read_file\"]",
            "26: connections.shop.sql.extra_functions: \"pg_catalog.pg_read_file\": functions of the system's schemas cannot be opened"
        ),
        (
            "[[connections.shop.sql.access_filters]]\nfield = \"orders.id\"\nuser_attribute = \"tenant\"",
            "25: connections.shop.sql.access_filters[0].view: missing key"
        ),
        (
            "[[connections.shop.sql.access_filters]]\nview = \"gone\"\nfield = \"id\"\nuser_attribute = \"tenant\"",
            "25: connections.shop.sql.access_filters: the model has no view \"gone\""
        ),
        (
            "[[connections.shop.sql.access_filters]]\nview = \"orders\"\nfield = \"gone.id\"\nuser_attribute = \"tenant\"",
            "25: connections.shop.sql.access_filters: the model has no view \"gone\""
        ),
        (
            "[[connections.shop.sql.access_filters]]\nview = \"orders\"\nfield = \"id\"\nuser_attribute = \"gone\"",
            "25: connections.shop.sql.access_filters: no user attribute \"gone\" is defined"
        ),
        (
            "[[connections.shop.sql.access_filters]]\nview = \"orders\"\nfield = \"id\"\nuser_attribute = \"tenant\"\nenable_sql_like_wildcard = true",
            "29: connections.shop.sql.access_filters[0].enable_sql_like_wildcard: unknown key"
        ),
        (
            "[connections.shop.sql]\nunfiltered_views = [\"orders\"]\n[[connections.shop.sql.access_filters]]\nview = \"orders\"\nfield = \"id\"\nuser_attribute = \"tenant\"",
            "26: connections.shop.sql.unfiltered_views: view \"orders\" has an access filter too"
        ),
        (
            "[attributes.omni_x]\ntype = \"string\"",
            "25: attributes.omni_x: names that begin with omni_ are system attributes"
        ),
        (
            "[attributes.d]\ntype = \"number\"\ndefault = \"x\"",
            "27: attributes.d.default: \"x\" is not a decimal number"
        ),
    ])
    func aMistakeFurtherDownNamesFileLineAndKey(lines: String, problem: String) {
        let problems = Texts.problems(appending: lines + "\n")
        #expect(problems.contains("conf/proxy.conf:" + problem), "\(problems)")
    }

    // MARK: Passwords

    @Test(arguments: [
        "secret", "SCRAM-SHA-256$4096:0JmugrU+$x:y", "md5d41d8cd98f00b204e9800998ecf8427e",
        Texts.verifier.replacing("$4096:", with: "$1:"), Texts.verifier + "=", "",
    ])
    func aPasswordInPlainTextIsRefusedAndNotRepeated(password: String) {
        let conf = Texts.base.replacing(Texts.verifier, with: password) + Texts.environments
        #expect(
            Texts.problems(conf) == [
                "conf/proxy.conf:11: users.\"ada@acme.example\".password: is not a SCRAM-SHA-256 "
                    + "verifier; `omniproxy password` makes one from a password"
            ]
        )
    }

    @Test func anyNumberOfIterationsIsFine() throws {
        // Unknown users look like the known ones, so that none of them tells that a user exists.
        let conf = Texts.base.replacing("$4096:", with: "$5000:") + Texts.environments
        #expect(try Texts.warnings(conf).isEmpty)
    }

    // MARK: Settings that undo protection

    @Test func aDefaultThatLeadsToThePrimaryIsAnError() {
        let conf = Texts.base.replacing(
            "[attributes.shard]",
            with: "default = \"acme\"\n[attributes.shard]"
        )
        #expect(
            Texts.problems(conf + Texts.environments) == [
                "conf/proxy.conf:23: connections.shop.environments.default_values: the default of "
                    + "attribute tenant leads to the primary connection"
            ]
        )
    }

    @Test func aDefaultThatLiftsAFilterIsAnError() {
        let conf = Texts.base.replacing(
            "[attributes.shard]",
            with: "default = \"ALL\"\n[attributes.shard]"
        )
        let model = [
            "model.yaml": """
            default_topic_access_filters:
              - field: tenant_id
                user_attribute: tenant
                values_for_unfiltered: [ALL]
            """
        ]
        #expect(
            Texts.problems(conf + Texts.environments, model: model) == [
                "conf/models/Shop/model.yaml:2: the default of attribute tenant is one of "
                    + "values_for_unfiltered"
            ]
        )
    }

    @Test(arguments: [
        (
            "no_match = \"primary\"", "default_values = [\"acme\"]",
            "23: connections.shop.environments.no_match: users whose attribute matches nothing are served by the primary connection"
        ),
        (
            "default = \"dev\"", "[attributes.shard]",
            "22: attribute tenant has a default, so that a user nobody set up gets an environment"
        ),
    ])
    func whatWeakensProtectionIsAWarning(line: String, before: String, warning: String) throws {
        let conf = (Texts.base + Texts.environments).replacing(
            before,
            with: before.hasPrefix("[") ? line + "\n" + before : before + "\n" + line
        )
        #expect(try Texts.warnings(conf) == ["conf/proxy.conf:" + warning])
    }

    @Test(arguments: [
        (
            "unfiltered_views = [\"*\"]",
            "unfiltered_views: every table without a filter may be read whole"
        ),
        (
            "unfiltered_views = \"*\"",
            "unfiltered_views: every table without a filter may be read whole"
        ),
        (
            "system_columns = true",
            "system_columns: gaps in system columns show that hidden rows exist"
        ),
    ])
    func sqlSettingsThatWeakenProtectionAreWarnings(line: String, warning: String) throws {
        let conf = Texts.base + Texts.environments + "[connections.shop.sql]\n\(line)\n"
        #expect(
            try Texts.warnings(conf) == ["conf/proxy.conf:26: connections.shop.sql." + warning]
        )
    }

    @Test func aBarePercentSignIsAWarning() throws {
        let conf = Texts.base.replacing("tenant = \"acme\"", with: "tenant = \"%\"")
        let model = [
            "model.yaml": """
            default_topic_access_filters:
              - {field: tenant_id, user_attribute: tenant, enable_sql_like_wildcards: true}
            """
        ]
        #expect(
            try Texts.warnings(conf + Texts.environments, model: model) == [
                "conf/models/Shop/model.yaml:2: attribute tenant is % for ada@acme.example, who "
                    + "sees every row"
            ]
        )
    }

    @Test func aGroupWithoutMembersIsAWarning() throws {
        let conf =
            Texts.base + Texts.environments
            + "[connections.shop.access]\n\"group:empty\" = \"querier\"\n"
        #expect(
            try Texts.warnings(conf) == [
                "conf/proxy.conf:26: connections.shop.access.\"group:empty\": group \"empty\" has no members"
            ]
        )
    }
}
