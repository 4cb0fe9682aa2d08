# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The worked examples of Omni's own guides, set up from the reference alone and asked through psql; each strict
variant denies (spec 4, 7; omni-reference 5, 6, 7, 8)."""

import pytest

from organisation import ROWS_BY_TENANT, VIEWS, Member, Organisation


@pytest.fixture
def organisation(laboratory, request):
    made = Organisation(laboratory.folder / request.node.name)
    made.main = laboratory.main.conninfo("lab", "svc_lab")
    made.books = laboratory.main.conninfo("lab", "svc_books")
    made.development = laboratory.development.conninfo("lab_development", "svc_lab")
    yield made
    made.stop()


def environments(organisation: Organisation, attribute: str, name: str, conninfo: str, value: str, primary: str) -> str:
    return f"""
[connections.lab]
conninfo = "{organisation.main}"
model = "Lab"
base_access = "querier"
[connections.lab.environments]
user_attribute = "{attribute}"
default_values = ["{primary}"]
[connections.lab.environments.{name}]
values = ["{value}"]
granted_to = ["group:testers"]
[connections.lab.sql]
unfiltered_views = ["*"]
[connections.{name}]
conninfo = "{conninfo}"
pool_size = 2
"""


# Dynamic environments: `prod,dev` (omni-reference 5) -------------------------------------------------------------


def test_dynamic_environments(organisation):
    organisation.attributes = {"stage": "string, multiple"}
    organisation.members = {
        "prod": Member({"stage": ["prod"]}),
        "dev": Member({"stage": ["dev"]}),
        "both": Member({"stage": ["prod", "dev"]}),
        "other": Member({"stage": ["staging"]}),
        "blank": Member({"stage": ["prod "]}),
        "none": Member(),
        "tester": Member({"stage": ["prod"]}, groups=["testers"]),
        "admin": Member({"stage": ["prod"]}, admin=True),
    }
    organisation.model("Lab", {"model.yaml": "{}", **VIEWS})
    organisation.text = environments(organisation, "stage", "lab_dev", organisation.development, "dev", "prod")
    organisation.serve()
    ask, rows = organisation.ask, "SELECT count(*) FROM orders"
    everything = ask("prod", rows)
    assert int(everything) > 100
    assert ask("dev", rows) == "7"
    assert ask("dev", "SHOW omni.environment") == "lab_dev"
    assert ask("prod", "SHOW omni.environment") == "lab"
    # Several match: the client names one, of those that match and no other.
    assert "several environments" in ask("both", rows)
    assert ask("both", rows, "lab@lab_dev") == "7"
    assert ask("both", rows, "lab@lab") == everything
    # Strict: what matches nothing is denied, not served by production.
    for login in ("other", "blank", "none"):
        assert organisation.is_denied(login)
        assert organisation.is_denied(login, "lab@lab") and organisation.is_denied(login, "lab@lab_dev")
    # User-selected environments: by grant; an admin's access is implicit.
    assert organisation.is_denied("prod", "lab@lab_dev")
    assert ask("tester", rows, "lab@lab_dev") == "7" and ask("tester", rows) == everything
    assert ask("admin", rows, "lab@lab_dev") == "7"
    # What does not exist is refused like what is not one's own.
    assert ask("prod", rows, "lab@nowhere").replace("nowhere", "lab_dev") == ask("prod", rows, "lab@lab_dev")


def test_a_value_belongs_to_one_environment_only(organisation):
    organisation.attributes = {"stage": "string"}
    organisation.members = {"prod": Member({"stage": "prod"})}
    organisation.model("Lab", {"model.yaml": "{}", **VIEWS})
    organisation.text = environments(organisation, "stage", "lab_dev", organisation.development, "prod", "prod")
    with pytest.raises(AssertionError) as caught:
        organisation.serve()
    assert 'value "prod" is already in use' in str(caught.value)


# Role connections: `db_role` (omni-reference 6) ------------------------------------------------------------------


def test_role_connections(organisation):
    organisation.attributes = {"db_role": "string"}
    organisation.members = {
        "full": Member({"db_role": "full"}),
        "books": Member({"db_role": "books"}),
        "none": Member(),
    }
    organisation.model("Lab", {"model.yaml": "{}", **VIEWS})
    organisation.text = environments(organisation, "db_role", "lab_books", organisation.books, "books", "full")
    organisation.serve()
    ask = organisation.ask
    assert int(ask("full", "SELECT count(*) FROM customers")) > 0
    assert int(ask("books", "SELECT count(*) FROM orders")) > 0
    # The database's own rights hold: the role has no grant on customers.
    assert ask("books", "SELECT count(*) FROM customers").startswith("42")
    # The recipe's weak spot, inverted: who has no role gets none, not the most powerful one.
    assert organisation.is_denied("none")


def test_a_default_that_leads_to_the_powerful_role_is_refused_at_load(organisation):
    organisation.attributes = {"db_role": "string"}
    organisation.members = {"full": Member({"db_role": "full"})}
    organisation.model("Lab", {"model.yaml": "{}", **VIEWS})
    organisation.text = environments(organisation, "db_role", "lab_books", organisation.books, "books", "full")
    organisation.text += '[attributes.unused]\ntype = "string"\n'
    text = organisation.proxy_conf().replace('[attributes.db_role]\ntype = "string"', '[attributes.db_role]\ntype = "string"\ndefault = "full"')
    organisation.proxy_conf = lambda: text
    with pytest.raises(AssertionError) as caught:
        organisation.serve()
    assert "leads to the primary connection" in str(caught.value)


# Shared extensions (omni-reference 7) ----------------------------------------------------------------------------

ROUTES_BY_VALUE = """
dynamic_shared_extensions:
  user_attribute: tenant
  mappings:
    alpha: {model: ext_alpha}
    beta: {model: ext_beta}
"""
ROUTES_BY_MODEL = """
dynamic_shared_extensions:
  - user_attribute: tenant
    mappings:
      ext_alpha: {values_for_model: [alpha]}
      ext_beta: {values_for_model: [beta]}
"""
ROUTES_BY_PATTERN = """
dynamic_shared_extensions:
  - map_pattern: ext_{{ omni_attributes.tenant }}
"""


def extended(organisation: Organisation, routes: str, access: str) -> None:
    """Alpha's extension hides a column; beta's tries to drop the model's filter and to open its mask."""
    organisation.attributes = {"tenant": "string", "clearance": "string"}
    organisation.members = {
        "ann": Member({"tenant": "alpha"}, groups=["alphas"]),
        "bea": Member({"tenant": "beta"}, groups=["betas"]),
        "cid": Member({"tenant": "gamma"}, groups=["alphas"]),
        "nil": Member(groups=["alphas"]),
        "max": Member({"tenant": "alpha"}, groups=["modelers"]),
    }
    customers = (
        "# Reference this view as customers\nschema: public\ndimensions:\n  id: {primary_key: true}\n"
        "  tenant_id: {}\n  name: {mask_unless_access_grants: [pii]}\n  city: {}\n  score: {}\n"
    )
    grants = "access_grants:\n  pii: {user_attribute: clearance, allowed_values: ['yes']}\n  none: {user_attribute: clearance, allowed_values: [never]}\n"
    organisation.model(
        "Lab", {"model.yaml": ROWS_BY_TENANT + grants + routes, **VIEWS, "public/customers.view.yaml": customers}
    )
    organisation.model(
        "Lab.extensions/ext_alpha",
        {
            "public/customers.view.yaml": "# Reference this view as customers\n"
            "dimensions:\n  city: {required_access_grants: [none]}\n"
        },
    )
    organisation.model(
        "Lab.extensions/ext_beta",
        {
            "model.yaml": "default_topic_access_filters: []\naccess_grants:\n  pii: {user_attribute: tenant, allowed_values: [beta]}\n",
            "public/customers.view.yaml": "# Reference this view as customers\n"
            "dimensions:\n  name: {mask_unless_access_grants: []}\n",
        },
    )
    organisation.text = f"""
[connections.lab]
conninfo = "{organisation.main}"
model = "Lab"
base_access = "no_access"
{access}
[connections.lab.sql]
unfiltered_views = ["products"]
"""


@pytest.mark.parametrize("routes", [ROUTES_BY_VALUE, ROUTES_BY_MODEL, ROUTES_BY_PATTERN])
def test_shared_extensions_option_1_shared_content(organisation, routes):
    access = '[connections.lab.access]\n"group:alphas" = "querier"\n"group:betas" = "querier"\n"group:modelers" = "modeler"\n'
    extended(organisation, routes, access)
    organisation.serve()
    ask = organisation.ask
    assert ask("ann", "SHOW omni.model") == "ext_alpha"
    assert ask("bea", "SHOW omni.model") == "ext_beta"
    # Each sees the tenant's rows, whatever the extension says about the model's filter.
    assert ask("ann", "SELECT DISTINCT tenant_id FROM orders") == "alpha"
    assert ask("bea", "SELECT DISTINCT tenant_id FROM orders") == "beta"
    # An extension may close a column, for its own tenant only …
    assert ask("ann", "SELECT city FROM customers").startswith("42703")
    assert ask("bea", "SELECT count(city) FROM customers").isdigit()
    # … and opens none: not by an empty list, not by a weaker grant of the same name.
    masked = ask("bea", "SELECT DISTINCT length(name) FROM customers")
    assert masked == "32"
    # No match is no session.
    assert organisation.is_denied("cid") and organisation.is_denied("nil")
    # Another tenant's extension cannot be named, nor the model behind them; one's own can.
    assert organisation.is_denied("ann", "lab:ext_beta")
    assert ask("ann", "SELECT 1", "lab:ext_beta").replace("ext_beta", "x") == ask("ann", "SELECT 1", "lab:x")
    assert ask("ann", "SHOW omni.model", "lab:ext_alpha") == "ext_alpha"
    assert ask("ann", "SHOW omni.model", "lab:Lab") == "ext_alpha"
    # Who may change the model may look at each of its extensions.
    assert ask("max", "SHOW omni.model", "lab:ext_beta") == "ext_beta"
    assert ask("max", "SHOW omni.model", "lab:Lab") == "Lab"
    assert ask("max", "SELECT DISTINCT tenant_id FROM orders", "lab:ext_beta") == "alpha"


def test_shared_extensions_option_2_siloed(organisation):
    access = (
        '[connections.lab.model_access."ext_alpha"]\n"group:alphas" = "querier"\n'
        '[connections.lab.model_access."ext_beta"]\n"group:betas" = "querier"\n'
    )
    extended(organisation, ROUTES_BY_VALUE, access)
    organisation.members["stray"] = Member({"tenant": "beta"}, groups=["alphas"])
    organisation.serve()
    ask = organisation.ask
    assert ask("ann", "SELECT DISTINCT tenant_id FROM orders") == "alpha"
    assert ask("bea", "SELECT DISTINCT tenant_id FROM orders") == "beta"
    # Sent to one extension with a role on another: neither.
    assert organisation.is_denied("stray")
    assert organisation.is_denied("cid") and organisation.is_denied("max")
    # A role on an extension lets it be named; the rows stay the user's.
    assert ask("stray", "SELECT DISTINCT tenant_id FROM orders", "lab:ext_alpha") == "beta"
    assert organisation.is_denied("ann", "lab:ext_beta")


# Permission scenarios (omni-reference 8) -------------------------------------------------------------------------


def test_permission_scenarios(organisation):
    organisation.attributes = {"tenant": "string"}
    roles = ["no_access", "viewer", "restricted_querier", "querier", "modeler", "connection_admin"]
    organisation.members = {role: Member({"tenant": "alpha"}, groups=[role]) for role in roles}
    organisation.members |= {
        "several": Member({"tenant": "alpha"}, groups=["viewer", "querier"]),
        "nested": Member({"tenant": "alpha"}, groups=["juniors"]),
        "plain": Member({"tenant": "alpha"}),
        "admin": Member({"tenant": "alpha"}, admin=True),
        "empty": Member(groups=["querier"]),
    }
    access = "".join(f'"group:{role}" = "{role}"\n' for role in roles)
    organisation.model("Lab", {"model.yaml": ROWS_BY_TENANT, **VIEWS})
    organisation.text = f"""
[groups.juniors]
groups = ["apprentices"]
[groups.apprentices]
groups = ["querier"]
[connections.lab]
conninfo = "{organisation.main}"
model = "Lab"
base_access = "no_access"
[connections.lab.access]
{access}
"""
    organisation.serve()
    ask = organisation.ask
    for login in ("no_access", "viewer", "plain"):
        assert organisation.is_denied(login)
    for login in ("querier", "modeler", "connection_admin", "several", "nested", "admin"):
        assert ask(login, "SELECT DISTINCT tenant_id FROM orders") == "alpha"
    assert ask("restricted_querier", "SELECT 1 FROM public.orders").startswith("42P01")
    assert ask("restricted_querier", "SHOW omni.role") == "restricted_querier"
    # An admin needs a value like everybody else; no value is an error, not an empty table.
    assert ask("empty", "SELECT * FROM orders").startswith('42501: permission denied for view orders: user attribute "tenant"')
    # The rewritten text is for those who may change the model.
    assert ask("querier", "SHOW omni.rewrite").startswith("42501")
    shown = organisation.proxy.psql("modeler", "-c", "SELECT id FROM orders LIMIT 1", "-c", "SHOW omni.rewrite").stdout
    assert "'alpha'" in shown and "SELECT id FROM" in shown
    # Base access is a floor for everybody, and cannot be undercut.
    organisation.text = organisation.text.replace('base_access = "no_access"', 'base_access = "querier"')
    organisation.change()
    await_answer(organisation, "plain", "SELECT DISTINCT tenant_id FROM orders", "alpha")
    assert ask("no_access", "SELECT DISTINCT tenant_id FROM orders") == "alpha"


def await_answer(organisation: Organisation, login: str, sql: str, answer: str) -> None:
    for _ in range(50):
        found = organisation.ask(login, sql)
        if found == answer:
            return
    assert found == answer


# Tenants, embed-style: by row, by schema, by database, by model ---------------------------------------------------

TENANTS = {"alpha", "beta"}


def tenants(organisation: Organisation, *attributes: str) -> None:
    organisation.attributes = {name: "string" for name in attributes}
    for tenant in TENANTS:
        values = {"tenant": tenant, "tenant_schema": f"{tenant}_data", "place": tenant}
        organisation.members[tenant] = Member({name: values[name] for name in attributes}, groups=["tenants"])
    organisation.members["nobody"] = Member(groups=["tenants"])


def one_connection(organisation: Organisation, more: str = "") -> str:
    return f"""
[connections.lab]
conninfo = "{organisation.main}"
model = "Lab"
base_access = "no_access"
[connections.lab.access]
"group:tenants" = "querier"
{more}
"""


def test_tenants_by_row(organisation):
    tenants(organisation, "tenant")
    organisation.model("Lab", {"model.yaml": ROWS_BY_TENANT, **VIEWS})
    organisation.text = one_connection(organisation)
    organisation.serve()
    for tenant in TENANTS:
        assert organisation.ask(tenant, "SELECT DISTINCT tenant_id FROM orders") == tenant
    assert organisation.ask("nobody", "SELECT * FROM orders").startswith("42501")
    # What no filter bears on does not exist.
    assert organisation.ask("alpha", "SELECT * FROM products").startswith("42P01")


def test_tenants_by_schema(organisation):
    tenants(organisation, "tenant_schema")
    organisation.members["greedy"] = Member({"tenant_schema": "public"}, groups=["tenants"])
    organisation.members["template"] = Member({"tenant_schema": "tenant_template"}, groups=["tenants"])
    organisation.model(
        "Lab",
        {
            "model.yaml": "dynamic_schemas:\n  tenant: {from_schema: tenant_template, user_attribute: tenant_schema}\n",
            "tenant/invoices.view.yaml": "# Reference this view as tenant__invoices\nschema: tenant\ntable_name: invoices\n",
        },
    )
    organisation.text = one_connection(organisation, '[connections.lab.sql]\nunfiltered_views = ["tenant__invoices"]\n')
    organisation.serve()
    answers = {tenant: organisation.ask(tenant, "SELECT count(*), min(number) FROM tenant.invoices") for tenant in TENANTS}
    assert all("|" in answer for answer in answers.values()) and answers["alpha"] != answers["beta"]
    for login in ("nobody", "greedy", "template"):
        assert organisation.ask(login, "SELECT * FROM tenant.invoices").startswith("42501")
    for name in ("alpha_data.invoices", "beta_data.invoices", "tenant_template.invoices"):
        assert organisation.ask("alpha", f"SELECT * FROM {name}").startswith("42P01")


def test_tenants_by_database(organisation):
    tenants(organisation, "place")
    organisation.members["elsewhere"] = Member({"place": "gamma"}, groups=["tenants"])
    organisation.model("Lab", {"model.yaml": "{}", **VIEWS})
    organisation.text = one_connection(
        organisation,
        '[connections.lab.environments]\nuser_attribute = "place"\ndefault_values = ["alpha"]\n'
        '[connections.lab.environments.lab_beta]\nvalues = ["beta"]\n'
        '[connections.lab.sql]\nunfiltered_views = "*"\n'
        f'[connections.lab_beta]\nconninfo = "{organisation.development}"\npool_size = 2\n',
    )
    organisation.serve()
    assert organisation.ask("beta", "SELECT count(*), min(note) FROM orders") == "7|development"
    assert int(organisation.ask("alpha", "SELECT count(*) FROM orders")) > 100
    assert organisation.is_denied("elsewhere") and organisation.is_denied("nobody")


def test_tenants_by_model(organisation):
    extended(
        organisation,
        ROUTES_BY_PATTERN,
        '[connections.lab.access]\n"group:alphas" = "querier"\n"group:betas" = "querier"\n',
    )
    organisation.model(
        "Lab.extensions/ext_beta",
        {"public/products.view.yaml": "# Reference this view as products\nignored: true\n"},
    )
    organisation.serve()
    assert organisation.ask("ann", "SELECT count(*) > 0 FROM products") == "t"
    assert organisation.ask("bea", "SELECT * FROM products").startswith("42P01")
