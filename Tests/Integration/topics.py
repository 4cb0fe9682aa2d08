# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The model and proxy.conf of the shop in lab/topics.sql."""

import json
from pathlib import Path

from configuration import scram_verifier, PASSWORD

MODEL = {
    "model.yaml": """
access_grants:
  finance: {user_attribute: teams, allowed_values: [finance]}
  pii: {user_attribute: teams, allowed_values: [support, finance]}
default_topic_access_filters:
  - field: customers.region
    user_attribute: region
    values_for_unfiltered: [ALL]
dynamic_schemas:
  depot: {from_schema: template, user_attribute: depot}
""",
    "relationships.yaml": """
- join_from_view: orders
  join_to_view: customers
  on_sql: ${orders.customer_id} = ${customers.id}
  relationship_type: many_to_one
- join_from_view: orders
  join_to_view: customers
  join_to_view_as: sellers
  on_sql: ${orders.seller_id} = ${sellers.id}
  relationship_type: many_to_one
- join_from_view: customers
  join_to_view: countries
  on_sql: ${customers.country} = ${countries.code}
  relationship_type: many_to_one
- join_from_view: customers
  join_from_view_as: sellers
  join_to_view: countries
  join_to_view_as: seller_countries
  on_sql: ${sellers.country} = ${seller_countries.code}
  relationship_type: many_to_one
- join_from_view: orders
  join_to_view: order_lines
  on_sql: ${orders.id} = ${order_lines.order_id}
  relationship_type: one_to_many
  reversible: true
- join_from_view: order_lines
  join_to_view: products
  on_sql: ${order_lines.product_id} = ${products.id}
  relationship_type: many_to_one
- join_from_view: customers
  join_to_view: visits
  on_sql: ${customers.id} = ${visits.customer_id}
  relationship_type: one_to_many
- join_from_view: customers
  join_to_view: customer_totals
  on_sql: ${customers.id} = ${customer_totals.customer_id}
  relationship_type: one_to_one
- join_from_view: customers
  join_to_view: spenders
  on_sql: ${customers.id} = ${spenders.customer_id}
  relationship_type: one_to_one
- join_from_view: products
  join_to_view: depot__stock
  on_sql: ${products.id} = ${depot__stock.product_id}
  relationship_type: one_to_one
""",
    "sales/countries.view.yaml": """
# Reference this view as countries
schema: sales
dimensions:
  code: {primary_key: true}
measures:
  count: {aggregate_type: count}
""",
    "sales/customers.view.yaml": """
# Reference this view as customers
schema: sales
dimensions:
  id: {primary_key: true}
  email: {mask_unless_access_grants: [pii]}
  rating: {required_access_grants: [finance]}
  initial: {sql: "upper(left(${name}, 1))"}
  share: {sql: "100 / ${customers.weight}"}
  greeting: {sql: "'for ' || {{omni_attributes.region}} || ': ' || name"}
measures:
  count: {aggregate_type: count}
  total_rating: {sql: "${rating}", aggregate_type: sum, required_access_grants: [finance]}
  average_weight: {sql: "${weight}", aggregate_type: average}
  total_weight: {sql: "${weight}", aggregate_type: sum}
  median_rating: {sql: "${rating}", aggregate_type: median}
""",
    "sales/orders.view.yaml": """
# Reference this view as orders
schema: sales
dimensions:
  id: {primary_key: true}
  channel: {sql: '"Channel"'}
  is_big: {sql: "${amount} > 500"}
  per_point: {sql: "${amount} / ${points}"}
  created_at: {}
  due: {timeframes: [raw, month, day_of_month]}
  customer_region: {sql: "coalesce(${customers.region}, 'none')"}
  code: {sql: "${id} || '/' || status"}
  tier: {sql: "${amount}", bin_boundaries: [10, 100.50, 1000]}
  channel_group:
    sql: ${channel}
    groups:
      - {filter: {is: [web]}, name: Online}
      - {filter: {contains: sho}, name: Offline}
  stage:
    sql: ${status}
    groups:
      - {filter: {or: [{is: done}, {is: null}]}, name: over}
      - {filter: {starts_with: dr}, name: begun}
    else: going on
measures:
  january_count: {aggregate_type: count, filters: {created_at: {is: 2024-01}}}
  spring_revenue:
    {sql: "${amount}", aggregate_type: sum, filters: {created_at: {time_for_duration: [2024-03-01, 1 quarter]}}}
  later_count: {aggregate_type: count, filters: {due: {on_or_after: 2024-06-15, not_day_of_week: [Saturday, Sunday]}}}
  between_count: {aggregate_type: count, filters: {created_at: {between_dates: [2024-02-01, 2024 Q2]}}}
  early_count: {aggregate_type: count, filters: {created_at: {before: 2024-02-01, hour_of_day: [0, 1, 2, 3]}}}
  quarter_count: {aggregate_type: count, filters: {due: {not_day_of_quarter: [1, 2, 3], month_of_year: [January, 4]}}}
  recent_count: {aggregate_type: count, filters: {created_at: {time_for_duration: [3000 weeks ago, 3000 weeks]}}}
  not_big_count: {aggregate_type: count, filters: {is_big: {is: falsey}}}
  count: {aggregate_type: count}
  revenue: {sql: "${amount}", aggregate_type: sum}
  average_amount: {sql: "${amount}", aggregate_type: average}
  fees: {sql: "${fee}", aggregate_type: sum}
  average_fee: {sql: "${fee}", aggregate_type: average}
  points: {sql: "${orders.points}", aggregate_type: sum}
  first: {sql: "${created_at}", aggregate_type: min}
  statuses: {sql: "${status}", aggregate_type: count_distinct}
  all_statuses: {sql: "${status}", aggregate_type: list}
  median_amount: {sql: "${amount}", aggregate_type: median}
  high_amount: {sql: "${amount}", aggregate_type: percentile, percentile: 90}
  big_revenue:
    sql: ${amount}
    aggregate_type: sum
    filters:
      is_big: {is: true}
      status: {not: [draft]}
  web_count: {aggregate_type: count, filters: {channel: {is: web}}}
  european_count: {aggregate_type: count, filters: {countries.continent: {is: Europe}}}
  revenue_per_order: {sql: "${revenue} / nullif(${count}, 0)"}
  biggest: {sql: "max(${amount})"}
  secret: {sql: "${amount}", aggregate_type: max, required_access_grants: [finance]}
""",
    "sales/order_lines.view.yaml": """
# Reference this view as order_lines
schema: sales
custom_compound_primary_key_sql: ["${order_id}", "${line}"]
dimensions:
  order_id: {}
  total: {sql: "${quantity} * ${price}"}
measures:
  count: {aggregate_type: count}
  quantity_sum: {sql: "${quantity}", aggregate_type: sum}
  total_sum: {sql: "${total}", aggregate_type: sum}
  order_amounts:
    sql: ${orders.amount}
    aggregate_type: sum_distinct_on
    custom_primary_key_sql: ${orders.id}
""",
    "sales/products.view.yaml": """
# Reference this view as products
schema: sales
dimensions:
  id: {primary_key: true}
measures:
  count: {aggregate_type: count}
  price_sum: {sql: "${price}", aggregate_type: sum}
""",
    "sales/visits.view.yaml": """
# Reference this view as visits
schema: sales
measures:
  count: {aggregate_type: count}
  seconds_sum: {sql: "${seconds}", aggregate_type: sum}
""",
    "depot/stock.view.yaml": """
# Reference this view as depot__stock
schema: depot
table_name: stock
dimensions:
  product_id: {primary_key: true}
measures:
  pieces_sum: {sql: "${pieces}", aggregate_type: sum}
""",
    "customer_totals.query.view.yaml": """
# Reference this view as customer_totals
query:
  fields: {orders.customer_id: customer_id, orders.revenue: revenue, orders.count: orders}
  base_view: orders
  topic: Orders
  filters: {orders.status: {is: done}}
dimensions:
  customer_id: {primary_key: true}
  revenue: {}
  orders: {}
measures:
  revenue_sum: {sql: "${revenue}", aggregate_type: sum}
""",
    "spenders.query.view.yaml": """
# Reference this view as spenders
sql: |
  SELECT customer_id, sum(amount) AS spent -- whoever buys
  FROM sales.orders GROUP BY customer_id HAVING sum(amount) > 3000
dimensions:
  customer_id: {primary_key: true}
  spent: {}
""",
    "Orders.topic.yaml": """
base_view: orders
joins:
  customers:
    countries: {}
  sellers:
    seller_countries: {}
  order_lines:
    products: {}
always_where_sql: ${orders.deleted_at} IS NULL
""",
    "Brands.topic.yaml": """
base_view: orders
joins:
  order_lines: {products: {}}
access_filters:
  - field: products.brand
    user_attribute: brands
""",
    "Lines.topic.yaml": """
base_view: order_lines
joins:
  orders: {customers: {}}
  products: {depot__stock: {}}
always_where_filters:
  orders.status: {not: [draft]}
""",
    "Customers.topic.yaml": """
base_view: customers
joins:
  countries: {}
  visits: {}
  customer_totals: {}
  spenders: {}
fields: [all_views.*, -customers.country, -visits.page]
""",
    "Patterns.topic.yaml": """
base_view: orders
joins: {customers: {}}
access_filters:
  - {field: customers.region, user_attribute: patterns, enable_sql_like_wildcards: true}
""",
    # The model's own view is another; here a field and a measure are the topic's.
    "Sundays.topic.yaml": """
base_view: orders
week_start_day: Sunday
joins: {customers: {}}
views:
  orders:
    dimensions:
      channel: {sql: 'upper("Channel")', required_access_grants: []}
      only_here: {sql: "${points} + 1"}
    measures:
      only_here_sum: {sql: "${only_here}", aggregate_type: sum}
  customers:
    dimensions:
      rating: {required_access_grants: []}
      email: {mask_unless_access_grants: []}
""",
    # What joins could fail on a hidden row, whose weight is nought.
    "Guarded.topic.yaml": """
base_view: customers
joins: {countries: {}}
relationships:
  - join_from_view: customers
    join_to_view: countries
    on_sql: ${customers.country} = ${countries.code} AND 100 / ${customers.weight} > 10
    relationship_type: many_to_one
""",
    "Depot.topic.yaml": "base_view: depot__stock\naccess_filters: []\n",
    "Automatic.topic.yaml": "base_view: orders\n",
    "Open.topic.yaml": "base_view: orders\njoins: {customers: {}}\naccess_filters: []\n",
    "Finance.topic.yaml": "base_view: orders\naccess_filters: []\nrequired_access_grants: [finance]\n",
    "Lost.topic.yaml": "base_view: countries\n",
    "Copies.topic.yaml": "extends: [Open]\nfields: [orders.id, orders.count]\n",
}

USERS = {
    "emea@x.test": {"region": ["emea"], "brands": ["ajax"], "depot": "north", "patterns": ["e%"]},
    "two@x.test": {
        "region": ["emea", "apac"], "brands": ["ajax", "brio"], "teams": ["support"], "depot": "north",
        "patterns": ["emea", "%p_c"],
    },
    "all@x.test": {"region": ["ALL"], "brands": ["cora"], "teams": ["finance"], "depot": "north", "patterns": ["%"]},
    "none@x.test": {"brands": ["ajax"]},
    "restricted@x.test": {"region": ["emea"], "brands": ["ajax"], "depot": "north"},
}


def write(folder: Path) -> None:
    model = folder / "models" / "Shop"
    for name, text in MODEL.items():
        (model / name).parent.mkdir(parents=True, exist_ok=True)
        (model / name).write_text(text.lstrip())


def proxy_conf(port: int, conninfo: str) -> str:
    verifier = scram_verifier(PASSWORD)
    text = f"""
[listen]
addresses = ["127.0.0.1:{port}"]
drain_timeout = "2s"
[models]
path = "models"
[attributes.region]
type = "string"
multiple = true
[attributes.brands]
type = "string"
multiple = true
[attributes.teams]
type = "string"
multiple = true
[attributes.depot]
type = "string"
[attributes.patterns]
type = "string"
multiple = true
[connections.shop]
conninfo = "{conninfo}"
model = "Shop"
base_access = "no_access"
default_schema = "sales"
pool_size = 4
[connections.shop.access]
"group:analysts" = "querier"
"group:topics" = "restricted_querier"
[connections.shop.sql]
unfiltered_views = ["orders", "products"]
"""
    for name, attributes in USERS.items():
        group = "topics" if name.startswith("restricted") else "analysts"
        values = ", ".join(f"{key} = {json.dumps(value)}" for key, value in attributes.items())
        text += (
            f'[users."{name}"]\npassword = "{verifier}"\ngroups = ["{group}"]\nattributes = {{ {values} }}\n'
        )
    return text
