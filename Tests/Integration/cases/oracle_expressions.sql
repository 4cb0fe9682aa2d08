-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Expressions that fail, or tell something, on hidden rows; {i} is a number's column, {t} a text's.
-- Visible numbers are below 700,000 and hidden ones above (test_oracles.py).

1/({i}-700001)
1/({i}-700501)
1 % ({i}-700001)
mod(1,{i}-700501)
div(1::numeric,({i}-700001)::numeric)
{i}*3100
-{i}*3100
{i}::int2
({i}::text)::int2
{i}::smallint + 1
power(10::float8,{i})
exp({i}::float8)
exp({i}::numeric/1000)
ln((700000-{i})::numeric)
ln((700000-{i})::float8)
sqrt((700000-{i})::float8)
sqrt((700000-{i})::numeric)
log((700000-{i})::numeric)
log(2.0,(700000-{i})::numeric)
acos({i}::float8/150)
atanh({i}::float8/1000)
chr({i}+1000000)
repeat('x',{i}*2000)
lpad('x',{i}*1500)
rpad('x',{i}*1500)
date '2024-01-01' + {i}*3000
date '2024-01-01' - {i}*3000
make_interval(years => {i}*300)
make_interval(secs => {i}*1e13)
({i}*10 || ' centuries')::interval
to_timestamp({i}*1e8)
timestamp 'epoch' + {i} * interval '1000 years'
{i} * interval '100000 years'
make_date({i}*9,1,1)
make_time({i}%700000,0,0)
make_timestamp({i},1,1,0,0,0)
get_byte(decode(repeat('00',200),'hex'),{i})
set_byte(decode(repeat('00',200),'hex'),{i},1)
get_bit(decode(repeat('00',200),'hex'),{i})
set_bit(B'00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',{i},1)
substring('abc' from 1 for 700000-{i})
substr('abc',1,700000-{i})
substring('\x00'::bytea,1,700000-{i})
overlay('abc' placing 'x' from 700000-{i})
overlay('abc' placing 'x' from 1 for {i}*3100)
split_part('a,b',',',{i}-700001)
array_fill(1,ARRAY[{i}*200])
array_fill(1,ARRAY[1],ARRAY[{i}*3067])
width_bucket(1.0,0,10,700001-{i})
width_bucket(1.0::float8,0,{i}-700001,5)
{i}::numeric(3,0)
({i}::numeric)::numeric(4,1)
('{{'||{i}||'}}')::int2[]
int4range({i},700000)
int8range({i},700000)
numrange({i},700000)
('['||{i}||',700000]')::int4range
int4multirange(int4range({i},700000))
('10.0.0.'||{i})::inet
('10.0.0.'||{i})::cidr
set_masklen('10.0.0.0'::inet,{i}%700000/5)
set_masklen('::1'::inet,700000-{i}/10000*10000)
line(point({i},0),point(700001,0))
format('%1$s%'||{i}/100000+1||'$s','a')
{i}::"char"
('2024-01-01 00:'||{i}/1000||':00')::timestamp
('00:'||{i}/1000||':00')::time
to_date((2000+{i})::text,'YYYY')
to_timestamp(({i}+1)::text,'HH24')
to_number({i}::text,'9')
to_char({i}::float8*1e300,'999')
({i}::float8*1e303)::float8
({i}::float8*1e300*1e3)
({i}::float8*1e35)::float4
({i}::float8*1e15)::int8
({i}::numeric*1e15)::int8
9223372036854000000+{i}*10000000000
lcm({i},2147483647)
bit_count({i}::bit(32))::int2/({i}-700001)
('$['||{i}||']')::jsonpath::text
jsonb_path_query_array('[1]',('$['||{i}*10000||']')::jsonpath)
jsonb_path_query_first(to_jsonb({i}),'strict $.a')
jsonb_path_match(to_jsonb({i}),'strict $ ? (@ < 1)')
jsonb_path_exists(jsonb_build_object('a',{i}),'$.a.double() ? (1 / (@ - 700001) > 0)')
jsonb_path_query_first(jsonb_build_object('a',{i}),'1 / ($.a - 700001)')
(jsonb_build_object('a',{i})->'a')::int2
jsonb_set('[1,2]'::jsonb,ARRAY[''||{i}],'1')
jsonb_insert('{{"a":1}}'::jsonb,CASE WHEN {i}>700000 THEN ARRAY['a'] ELSE ARRAY['b'] END,'1')
(CASE WHEN {i}>700000 THEN 'x' ELSE '1' END)::int
(ARRAY[1,2])[1:{i}-1]::int2[]
(SELECT v FROM (VALUES (1),(2)) x(v) WHERE {i}>700000)
(SELECT 1/({i}-700001))
(SELECT max(v) FROM generate_series(1,2,{i}-700001) v)
(SELECT 1 LIMIT 700000-{i})
(SELECT 1 OFFSET 700000-{i})
(SELECT sum(1) OVER (ROWS BETWEEN 700000-{i} PRECEDING AND CURRENT ROW))
(SELECT ntile(700000-{i}) OVER ())
(SELECT nth_value(1,700000-{i}) OVER ())
(SELECT lag(1,{i}) OVER ())
(SELECT percentile_cont({i}/150.0::float8) WITHIN GROUP (ORDER BY v) FROM (VALUES (1.0::float8)) x(v))
(SELECT percentile_disc(ARRAY[{i}/150.0]) WITHIN GROUP (ORDER BY v) FROM (VALUES (1)) x(v))
(SELECT string_agg(repeat('x',{i}*2000),'') )
COALESCE(NULL,1/({i}-700001))
NULLIF(1/({i}-700001),7)
GREATEST(1/({i}-700001),2)
({i}=1) = (1/({i}-700001)=0)
NOT (1/({i}-700001)>0)
(1/({i}-700001)) BETWEEN 0 AND 5
(1/({i}-700001)) IN (1,2,{i})
ROW(1/({i}-700001)) IS DISTINCT FROM ROW(2)
ROW({i},1/({i}-700001)) < ROW(1,2)
ARRAY[1/({i}-700001)] @> ARRAY[1]
twice({i}*2000)
pg_size_bytes({i}||CASE WHEN {i}>700000 THEN 'x' ELSE 'kB' END)
trunc(({i}::numeric),-{i}) / ({i}-700001)
round(1.5,{i}*3100)
({i}::bit(64) << ({i}*3100))
age(timestamp 'epoch' + {i}*interval '400 years')
date_bin(({i}-700001)*interval '1 day',timestamp '2024-01-01',timestamp '2024-01-01')
date_part(CASE WHEN {i}>700000 THEN 'zz' ELSE 'year' END,timestamp '2024-01-01')
date_trunc(CASE WHEN {i}>700000 THEN 'zz' ELSE 'year' END,timestamp '2024-01-01')
timezone(CASE WHEN {i}>700000 THEN 'No/Where' ELSE 'UTC' END,timestamp '2024-01-01')
(timestamp '2024-01-01' AT TIME ZONE make_interval(hours=>{i}))
encode('\x00',CASE WHEN {i}>700000 THEN 'zz' ELSE 'hex' END)
convert_to('a',CASE WHEN {i}>700000 THEN 'zz' ELSE 'UTF8' END)
convert_from(CASE WHEN {i}>700000 THEN '\xff'::bytea ELSE 'a' END,'UTF8')
normalize('a'||{i}) = CASE WHEN 1/({i}-700001)>0 THEN 'x' END
setweight('a'::tsvector,CASE WHEN {i}>700000 THEN 'Z' ELSE 'A' END::"char")
ts_rank(ARRAY[0.1,0.2,0.3,{i}/150.0]::float4[],'a'::tsvector,'a'::tsquery)
make_timestamptz(2024,1,1,0,0,0,CASE WHEN {i}>700000 THEN 'zz' ELSE 'UTC' END)
justify_interval({i}*interval '3000 months'*100)
isfinite(date '2024-01-01'+{i}*3000)
extract(epoch from date '2024-01-01'+{i}*3000)
({i},1)::text::int
substr({t},1,3)::int
'x' LIKE {t}
{t} LIKE {t}
'x' ILIKE {t}
'x' NOT LIKE {t}||'\'
{t} LIKE 'CANARY\'
{t} LIKE '%\'
{t} SIMILAR TO {t}
'x' ~ {t}
{t} ~ {t}
'x' ~* {t}
{t} !~ 'CANARY('
regexp_match('x',{t})
regexp_replace('x',{t},'y')
regexp_replace({t},'A','\1')
regexp_split_to_array('x',{t})
regexp_count('x',{t})
regexp_like('x',{t})
regexp_substr('x',{t})
regexp_instr('x',{t})
substring('x' from {t})
substring('x' similar {t} escape '#')
('"'||{t}||'"')::json
('"'||{t}||'"')::jsonb
('"'||{t}||'"')::jsonb ->> 0
jsonb_path_query_first(to_jsonb({t}),'strict $.a')
jsonb_path_query_first(to_jsonb({t}),'$.datetime()')
('$."'||{t}||'"')::jsonpath::text
jsonb_path_exists(to_jsonb({t}),('$ ? (@ like_regex "'||{t}||'")')::jsonpath)
({t})::tsquery::text
to_tsquery({t})
({t})::tsvector
({t}||':*')::tsquery::text
({t})::date
({t})::timestamptz
({t})::interval
({t})::numeric
({t})::uuid
({t})::bytea
decode({t},'hex')
decode({t},'base64')
decode({t},'escape')
({t})::int[]
({t})::text[]
('{{'||{t}||'}}')::text[]
({t})::inet
({t})::point
({t})::box
({t})::int4range
({t})::mood
({t})::cents
({t})::place
({t})::boolean
({t})::bit(3)
({t})::"char"
({t})::name
({t})::jsonpath::text
({t})::oid
({t})::char(2)::int
convert_to({t},'LATIN1')
convert_from({t}::bytea,'UTF8')
to_number({t},'999')
to_date({t},'YYYY')
to_timestamp({t},'HH24')
to_char(1,{t})
ascii({t})/0
strpos({t},'A')/0
1/(length({t})-length({t}))
1/(strpos({t},'CANARY')-1)
1/(CASE WHEN {t} LIKE 'CANARY%' THEN 0 ELSE 1 END)
{t} COLLATE "C" < {t} COLLATE "de_DE"
{t} COLLATE "C" = {t}
({t} COLLATE "C") < 'x'
normalize({t}) 
is_normalized({t},'NFC')
format('%s%'||{t},1)
quote_literal({t})
pg_typeof({t})
string_to_array({t},NULL)
unistr({t})
similarity({t},{t})/0
{t}::citext = 'x'
({t}||'')::varchar(3)::int
array_length(string_to_array({t},' '),1)/0
json_object(string_to_array({t},' '))
jsonb_object(string_to_array({t},' '))
hstore(string_to_array({t},' '))
ts_headline({t},'x'::tsquery)
plainto_tsquery({t})
websearch_to_tsquery({t})
phraseto_tsquery({t})
enum_first(NULL::mood)
uuid({t})
jsonb({t})
({t} || '')::regclass::oid
has_table_privilege({t} || '', 'SELECT')
