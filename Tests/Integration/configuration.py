# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The laboratory's proxy.conf and model folder, as text."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from pathlib import Path

PASSWORD = "correct horse battery staple"


def scram_verifier(password: str) -> str:
    """RFC 5803, as PostgreSQL stores it."""
    salt, iterations = b"integration-salt", 4096
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, iterations)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    salt, stored, server = (base64.b64encode(part).decode() for part in (salt, stored, server))
    return f"SCRAM-SHA-256${iterations}:{salt}${stored}:{server}"


@dataclass
class User:
    """One Omni user; the attributes' names are those of ATTRIBUTES."""

    name: str
    groups: list[str] = field(default_factory=lambda: ["analysts"])
    attributes: dict = field(default_factory=dict)
    active: bool = True

    def toml(self, verifier: str) -> str:
        attributes = ", ".join(f"{key} = {json.dumps(value)}" for key, value in self.attributes.items())
        return (
            f"[users.{json.dumps(self.name)}]\n"
            f'name = "{self.name.split("@")[0]}"\n'
            f'password = "{verifier}"\n'
            f"groups = {json.dumps(self.groups)}\n"
            f"attributes = {{ {attributes} }}\n"
            f"active = {str(self.active).lower()}\n"
        )


def alpha(**changes) -> dict:
    return {
        "tenant": "alpha",
        "tenant_schema": "alpha_data",
        "place": "main",
        "regions": [1, 2],
        "site_pattern": "north-%",
        "depots": list(range(1, 13)),
    } | changes


def beta(**changes) -> dict:
    return {
        "tenant": "beta",
        "tenant_schema": "beta_data",
        "place": "main",
        "regions": [3],
        "site_pattern": "CANARY-south-%",
        "depots": [99],
    } | changes


def without(attributes: dict, *names: str) -> dict:
    return {key: value for key, value in attributes.items() if key not in names}


ALICE, BOB = "alice@alpha.test", "bob@beta.test"
USERS = [
    User(ALICE, attributes=alpha()),
    User(BOB, attributes=beta()),
    User("ursula@house.test", attributes=alpha(tenant="ALL")),
    User("dave@alpha.test", attributes=alpha(place="development")),
    User("erin@alpha.test", attributes=alpha(place="books")),
    User("tess@alpha.test", attributes=alpha(place="secure")),
    User("lost@alpha.test", attributes=alpha(place="nowhere")),
    User("nora@alpha.test", attributes=without(alpha(), "tenant", "tenant_schema")),
    User("sly@alpha.test", attributes=alpha(tenant_schema="pg_catalog")),
    User("tina@alpha.test", attributes=alpha(tenant_schema="tenant_template")),
    User("quote@alpha.test", attributes=alpha(tenant="alpha' OR 'x' = 'x")),
    User("one@alpha.test", attributes=alpha(regions=[1])),
    User("gone@alpha.test", attributes=alpha(), active=False),
    User("viewer@alpha.test", groups=["viewers"], attributes=alpha()),
    User("topics@alpha.test", groups=["topics"], attributes=alpha()),
    User("nobody@alpha.test", groups=[], attributes=alpha()),
]

ATTRIBUTES = """
[attributes.tenant]
type = "string"
[attributes.tenant_schema]
type = "string"
[attributes.place]
type = "string"
[attributes.regions]
type = "number"
multiple = true
[attributes.site_pattern]
type = "string"
[attributes.depots]
type = "number"
multiple = true
"""

# Said for each primary connection; {name} is the connection.
RULES = """
[connections.{name}.access]
"group:analysts" = "querier"
"group:viewers" = "viewer"
"group:topics" = "restricted_querier"

[connections.{name}.sql]
unfiltered_views = ["products", "tenant__invoices", "vault"]
extra_functions = ["public.twice"]
extensions = ["pg_trgm", "hstore", "citext"]
[[connections.{name}.sql.access_filters]]
view = "items"
field = "orders.tenant_id"
user_attribute = "tenant"
values_for_unfiltered = ["ALL"]
[[connections.{name}.sql.access_filters]]
view = "events"
field = "events.region"
user_attribute = "regions"
[[connections.{name}.sql.access_filters]]
view = "parcels"
field = "parcels.depot"
user_attribute = "depots"
[[connections.{name}.sql.access_filters]]
view = "sites"
field = "sites.code"
user_attribute = "site_pattern"
enable_sql_like_wildcards = true
"""

ENVIRONMENTS = """
[connections.lab.environments]
user_attribute = "place"
default_values = ["main"]
no_match = "deny"
[connections.lab.environments.lab_development]
values = ["development"]
[connections.lab.environments.lab_books]
values = ["books"]
[connections.lab.environments.lab_secure]
values = ["secure"]
"""


@dataclass
class Connection:
    name: str
    conninfo: str
    settings: str = ""
    is_primary: bool = False

    def toml(self) -> str:
        text = f'[connections.{self.name}]\nconninfo = "{self.conninfo}"\n{self.settings}'
        if self.is_primary:
            text += 'model = "Lab"\nbase_access = "no_access"\ndefault_schema = "public"\n'
            text += RULES.format(name=self.name)
        return text


def proxy_conf(
    port: int, connections: list[Connection], tls: str, users: list[User] = USERS, listen: str = "", login_timeout: str = "5s"
) -> str:
    """The whole file. One verifier for everybody: making them is meant to be slow."""
    verifier = scram_verifier(PASSWORD)
    parts = [
        f'[listen]\naddresses = ["127.0.0.1:{port}"]\nlogin_timeout = "{login_timeout}"\ndrain_timeout = "2s"\n{listen}',
        f"[listen.tls]\n{tls}\n",
        '[models]\npath = "models"\n',
        ATTRIBUTES,
        *(user.toml(verifier) for user in users),
        *(connection.toml() for connection in connections),
    ]
    if any(connection.name == "lab_development" for connection in connections):
        parts.append(ENVIRONMENTS)
    return "\n".join(parts)


MODEL = {
    "model.yaml": """
default_topic_access_filters:
  - field: tenant_id
    user_attribute: tenant
    values_for_unfiltered: [ALL]
access_grants:
  personnel: {user_attribute: tenant, allowed_values: [payroll]}
dynamic_schemas:
  tenant:
    from_schema: tenant_template
    user_attribute: tenant_schema
""",
    "relationships.yaml": """
- join_from_view: items
  join_to_view: orders
  join_type: always_left
  on_sql: ${items.order_id} = ${orders.id}
  relationship_type: many_to_one
- join_from_view: orders
  join_to_view: customers
  join_type: always_left
  on_sql: ${orders.customer_id} = ${customers.id}
  relationship_type: many_to_one
""",
}

# A column of each type, all masked.
MASKED_TYPES = (
    "a_bool a_char a_name a_bpchar a_varchar an_int2 an_int8 a_numeric a_float4 a_float8 a_ratio a_money a_date"
    " a_time a_timetz a_timestamp a_timestamptz an_interval a_bytea a_uuid a_json a_jsonb an_xml an_inet a_cidr"
    " a_macaddr a_macaddr8 a_bit a_varbit a_point a_box a_circle a_tsvector a_tsquery an_oid a_regclass a_lsn"
    " a_mood an_int_array a_text_array a_date_array a_float_array a_int_range a_day_range a_multirange a_mood_array"
    " a_citext a_hstore a_place some_cents"
)

# view name → (schema, table, columns)
VIEWS = {
    "customers": ("public", "customers", "id tenant_id name city score"),
    "orders": ("public", "orders", "id tenant_id customer_id status amount quantity placed_on note"),
    "products": ("public", "products", "id name category price"),
    "items": ("public", "items", "order_id line product_id quantity label"),
    "events": ("public", "events", "id region kind payload"),
    "sites": ("public", "sites", "id code visitors"),
    "parcels": ("public", "parcels", "id depot weight state"),
    "staff": ("public", "staff", "id tenant_id wage grade phone"),
    "readings": ("public", "readings", "tenant_id taken_on value"),
    "things": ("public", "things", "id tenant_id"),
    "order_totals": ("public", "order_totals", "tenant_id status worth"),
    "odd_name": ("public", "Odd Name", "tenant_id"),
    "books__ledger": ("books", "ledger", "id tenant_id cents"),
    "tenant__invoices": ("tenant", "invoices", "number customer amount"),
    "people": ("public", "people", "id tenant_id badge name email salary bonus hired boss_id rating"),
    "desks": ("public", "desks", "id tenant_id staff_id badge bonus phone pin"),
    "people_list": ("public", "people_list", "id tenant_id name email stamp"),
    "vault": ("public", "vault", MASKED_TYPES),
}

# What a dimension requires of the user.
PROTECTIONS = {
    ("staff", "wage"): "required_access_grants: [personnel]",
    ("staff", "phone"): "mask_unless_access_grants: [personnel]",
    **{("people", column): "required_access_grants: [personnel]" for column in ("badge", "bonus", "rating")},
    ("desks", "pin"): "required_access_grants: [personnel]",
    ("people_list", "stamp"): "required_access_grants: [personnel]",
    **{("people", column): "mask_unless_access_grants: [personnel]" for column in ("email", "salary")},
    ("desks", "phone"): "mask_unless_access_grants: [personnel]",
    # The column that its rows are filtered by.
    ("people_list", "tenant_id"): "mask_unless_access_grants: [personnel]",
    ("people_list", "email"): "mask_unless_access_grants: [personnel]",
    **{("vault", column): "mask_unless_access_grants: [personnel]" for column in MASKED_TYPES.split()},
}


def write_model(folder: Path) -> None:
    lab = folder / "models" / "Lab"
    for name, text in MODEL.items():
        (lab / name).parent.mkdir(parents=True, exist_ok=True)
        (lab / name).write_text(text.lstrip())
    for view, (schema, table, columns) in VIEWS.items():
        file = lab / schema / f"{view}.view.yaml"
        file.parent.mkdir(exist_ok=True)
        dimensions = "".join(f"  {column}: {{{PROTECTIONS.get((view, column), '')}}}\n" for column in columns.split())
        file.write_text(
            f"# Reference this view as {view}\nschema: {schema}\ntable_name: {json.dumps(table)}\n"
            f"dimensions:\n{dimensions}"
        )
