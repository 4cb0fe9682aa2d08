-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Places for one of oracle_expressions.sql, {x}, over a relation, {r}.

SELECT count(*) FROM {r} r WHERE ({x}) IS NOT NULL
SELECT count(*) FROM {r} r WHERE {i} > 700000 AND ({x}) IS NOT NULL
SELECT count(*) FROM {r} r WHERE {i} > 700000 OR ({x}) IS NOT NULL
SELECT count(*) FROM {r} r WHERE ({x}) IS NULL AND {t} LIKE 'CANARY%'
SELECT count(*) FROM {r} r WHERE ({x}) IS NOT DISTINCT FROM NULL
SELECT count(*) FROM products p JOIN {r} r ON p.id={i} AND ({x}) IS NOT NULL
SELECT count(*) FROM products p LEFT JOIN {r} r ON p.id={i} AND ({x}) IS NOT NULL
SELECT count(*) FROM {r} r LEFT JOIN products p ON p.id={i} AND ({x}) IS NOT NULL
SELECT count(*) FROM {r} r RIGHT JOIN products p ON p.id={i} WHERE ({x}) IS NOT NULL
SELECT count(*) FROM products p FULL JOIN {r} r ON p.id={i} WHERE ({x}) IS NOT NULL
SELECT count(*) FROM products p FULL JOIN {r} r ON p.id={i} WHERE ({x}) IS NULL
SELECT count(*) FROM products p LEFT JOIN {r} r ON p.id={i} WHERE ({x}) IS NULL
SELECT count(*) FROM (SELECT ({x}) AS v, {i} AS k FROM {r} r) s WHERE s.v IS NOT NULL
SELECT count(*) FROM (SELECT ({x}) AS v, {i} AS k FROM {r} r OFFSET 0) s WHERE s.k > 700000
SELECT count(v) FROM (SELECT ({x}) AS v, {i} AS k FROM {r} r ORDER BY 2) s JOIN products p ON p.id = s.k
SELECT k FROM (SELECT DISTINCT ({x}) AS v, {i} AS k FROM {r} r) s WHERE k IS NOT NULL ORDER BY k LIMIT 3
WITH c AS (SELECT ({x}) AS v FROM {r} r) SELECT count(*) FROM c WHERE v IS NOT NULL
WITH c AS MATERIALIZED (SELECT ({x}) AS v FROM {r} r) SELECT count(v) FROM c
WITH c AS NOT MATERIALIZED (SELECT r.* FROM {r} r) SELECT count(*) FROM c r WHERE ({x}) IS NOT NULL
SELECT count(*) FROM {r} r GROUP BY ({x}) ORDER BY 1
SELECT count(*) FROM {r} r GROUP BY {i}, {t} HAVING ({x}) IS NOT NULL ORDER BY 1 LIMIT 2
SELECT count(*) FROM {r} r GROUP BY ROLLUP ({i}, {t}) HAVING ({x}) IS NOT NULL ORDER BY 1 LIMIT 2
SELECT count(*) FROM products p WHERE EXISTS (SELECT FROM {r} r WHERE {i}=p.id AND ({x}) IS NOT NULL)
SELECT count(*) FROM products p WHERE NOT EXISTS (SELECT FROM {r} r WHERE {i}=p.id AND ({x}) IS NOT NULL)
SELECT count(*) FROM products p WHERE p.id IN (SELECT {i} FROM {r} r WHERE ({x}) IS NOT NULL)
SELECT count(*) FROM products p WHERE p.id NOT IN (SELECT {i} FROM {r} r WHERE ({x}) IS NOT NULL)
SELECT count(*) FROM products p WHERE p.name = ANY (SELECT ({x})::text FROM {r} r)
SELECT count(*) FROM products p WHERE p.name <> ALL (SELECT ({x})::text FROM {r} r WHERE {t} IS NOT NULL)
SELECT (SELECT count(({x})) FROM {r} r) FROM products p LIMIT 1
SELECT p.id, (SELECT max(({x})::text) FROM {r} r WHERE {i} = p.id) IS NULL FROM products p ORDER BY 1
SELECT ARRAY(SELECT ({x})::text FROM {r} r ORDER BY {i}) IS NULL
SELECT ({x}) IS NULL FROM {r} r ORDER BY {i} LIMIT 3
SELECT {i} FROM {r} r ORDER BY ({x}) IS NULL, {i} DESC LIMIT 3
SELECT DISTINCT ON (({x}) IS NULL) {i} FROM {r} r ORDER BY ({x}) IS NULL, {i} DESC
SELECT * FROM (SELECT {i} AS k, count(*) OVER (PARTITION BY ({x}) IS NULL) AS n FROM {r} r) s WHERE k < 3 ORDER BY 1
SELECT * FROM (SELECT {i} AS k, row_number() OVER (PARTITION BY {i} ORDER BY ({x})::text) AS n, ({x}) IS NULL AS z FROM {r} r) s WHERE k > 700000
SELECT count(*) FROM (SELECT ({x})::text AS v FROM {r} r UNION ALL SELECT name FROM products) s WHERE v IS NOT NULL
SELECT count(*) FROM (SELECT ({x})::text AS v FROM {r} r UNION SELECT name FROM products) s WHERE v > 'a'
SELECT count(*) FROM (SELECT ({x})::text AS v FROM {r} r INTERSECT SELECT name FROM products) s WHERE v > 'a'
SELECT count(*) FROM (SELECT name FROM products EXCEPT SELECT ({x})::text AS v FROM {r} r) s
SELECT count(*) FROM {r} r, LATERAL (SELECT ({x}) AS v) l WHERE l.v IS NOT NULL
SELECT count(*) FROM {r} r CROSS JOIN LATERAL (VALUES (({x})), (NULL)) l(v) WHERE l.v IS NOT NULL
SELECT count(*) FROM {r} r LEFT JOIN LATERAL (SELECT ({x}) AS v FROM products p WHERE p.id = {i}) l ON true WHERE l.v IS NOT NULL
SELECT count(*) FROM {r} r, unnest(ARRAY[({x})]) u WHERE u IS NOT NULL
SELECT count(*) FILTER (WHERE ({x}) IS NOT NULL) FROM {r} r
SELECT string_agg('x','' ORDER BY ({x})::text) FROM {r} r
SELECT count(DISTINCT ({x})::text) FROM {r} r
SELECT CASE WHEN {i} > 700000 THEN ({x})::text END FROM {r} r ORDER BY 1 LIMIT 2
SELECT count(*) FROM {r} r WHERE CASE WHEN {i} > 700000 THEN ({x}) IS NULL ELSE true END
SELECT count(*) FROM {r} r WHERE CASE {i} WHEN 700001 THEN ({x}) IS NULL ELSE true END
SELECT count(*) FROM {r} r WHERE COALESCE(({x})::text, {t}) = 'x'
SELECT count(*) FROM {r} r JOIN customers c ON c.name = ({x})::text
SELECT count(*) FROM customers c JOIN {r} r ON c.id = {i} AND c.score > 700000 AND ({x}) IS NOT NULL
SELECT count(*) FROM {r} r JOIN {r} s USING (tenant_id) WHERE ({x}) IS NOT NULL
SELECT count(*) FROM {r} r NATURAL JOIN {r} s WHERE ({x}) IS NOT NULL
SELECT count(*) FROM {r} r JOIN {r} s ON ({x})::text = s.tenant_id
SELECT count(*) FROM {r} r WHERE ({i}, ({x})::text) > (1, 'a')
SELECT count(*) FROM {r} r WHERE ({i}, ({x})::text) IN (SELECT id, name FROM products)
SELECT count(*) FROM {r} r WHERE {i} IN (SELECT {i} FROM {r} r WHERE ({x}) IS NOT NULL)
WITH RECURSIVE w(k, n) AS (SELECT 1, NULL::text UNION ALL SELECT k + 1, ({x})::text FROM w, {r} r WHERE {i} = 700000 + k AND k < 4) SELECT * FROM w
SELECT count(*) FROM {r} r TABLESAMPLE system (100) REPEATABLE (1) WHERE ({x}) IS NOT NULL
SELECT count(*) FROM (SELECT * FROM {r} r WHERE ({x}) IS NOT NULL) a, (SELECT * FROM {r} r WHERE ({x}) IS NOT NULL) b
SELECT 1 WHERE EXISTS (SELECT FROM {r} r WHERE ({x}) IS NOT NULL)
VALUES ((SELECT count(*) FROM {r} r WHERE ({x}) IS NOT NULL))
SELECT count(*) FROM products p WHERE p.price > (SELECT count(({x})) FROM {r} r WHERE {i} > p.id)
SELECT 1 ORDER BY (SELECT count(*) FROM {r} r WHERE ({x}) IS NOT NULL)
SELECT name FROM products LIMIT (SELECT count(*) FROM {r} r WHERE ({x}) IS NOT NULL AND {i} < 3)
SELECT sum(1) OVER (ORDER BY id ROWS (SELECT count(({x})) FROM {r} r WHERE {i} < 2) PRECEDING) FROM products
SELECT count(*) FROM {r} r, {r} q WHERE r.tenant_id = q.tenant_id AND ({x}) IS NOT NULL
SELECT count(*) FROM {r} r, {r} q WHERE ({x}) IS NOT NULL AND {i} IS NOT NULL GROUP BY r.tenant_id
TABLE products UNION ALL SELECT NULL::int, ({x})::text, NULL, NULL FROM {r} r WHERE ({x}) IS NOT NULL ORDER BY 1, 2 LIMIT 3
SELECT count(*) FROM {r} r WHERE (SELECT ({x}) IS NOT NULL)
SELECT count(*) FROM {r} r WHERE (SELECT bool_or(({x}) IS NOT NULL) FROM products p WHERE p.id = {i})
SELECT count(*) FROM ({r} r JOIN products p ON p.id = {i}) WHERE ({x}) IS NOT NULL
SELECT count(*) FROM {r} r WHERE EXISTS (SELECT FROM {r} s WHERE s.tenant_id = r.tenant_id HAVING ({x}) IS NOT NULL)
SELECT 1 FROM {r} r WHERE r.tenant_id = 'beta' AND ({x}) IS NOT NULL
SELECT 1 FROM {r} r WHERE r.tenant_id IS NULL AND ({x}) IS NOT NULL
SELECT 1 FROM {r} r WHERE NOT (({x}) IS NOT NULL AND {t} LIKE 'CANARY%') ORDER BY {i} LIMIT 1
SELECT max({i}) FROM {r} r WHERE ({x}) IS NOT NULL
SELECT min({t}) FROM {r} r GROUP BY ({x}) IS NULL
