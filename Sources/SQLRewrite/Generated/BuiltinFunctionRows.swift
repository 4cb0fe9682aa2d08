// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// Written by scripts/generate-verdicts; do not edit.

/// Name, kind, volatility, returns a set, verdict (allow, guard, virtual, deny), least and most
/// arguments (-1 variadic), argument types, result, output columns of each function whose name
/// has an overload that is not denied.
let builtinFunctionRows = #"""
    abbrev	f	i	0	a	1	1	cidr	text		.
    abbrev	f	i	0	a	1	1	inet	text		.
    abs	f	i	0	a	1	1	bigint	bigint		.
    abs	f	i	0	a	1	1	double precision	double precision		.
    abs	f	i	0	a	1	1	integer	integer		.
    abs	f	i	0	a	1	1	numeric	numeric		.
    abs	f	i	0	a	1	1	real	real		.
    abs	f	i	0	a	1	1	smallint	smallint		.
    aclcontains	f	i	0	a	2	2	aclitem[];aclitem	boolean		.
    aclexplode	f	s	1	a	1	1	aclitem[]	record	grantor;grantee;privilege_type;is_grantable	.
    aclinsert	f	i	0	a	2	2	aclitem[];aclitem	aclitem[]		.
    aclitemeq	f	i	0	a	2	2	aclitem;aclitem	boolean		.
    aclremove	f	i	0	a	2	2	aclitem[];aclitem	aclitem[]		.
    acos	f	i	0	a	1	1	double precision	double precision		.
    acosd	f	i	0	a	1	1	double precision	double precision		.
    acosh	f	i	0	a	1	1	double precision	double precision		.
    age	f	s	0	g	1	1	timestamp with time zone	interval		.
    age	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	interval		.
    age	f	s	0	g	1	1	timestamp without time zone	interval		.
    age	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	interval		.
    age	f	s	0	v	1	1	xid	integer		.
    anytextcat	f	s	0	g	2	2	anynonarray;text	text		.
    area	f	i	0	a	1	1	box	double precision		.
    area	f	i	0	a	1	1	circle	double precision		.
    area	f	i	0	a	1	1	path	double precision		.
    array_agg	a	i	0	a	1	1	anyarray	anyarray		.
    array_agg	a	i	0	a	1	1	anynonarray	anyarray		.
    array_append	f	i	0	a	2	2	anycompatiblearray;anycompatible	anycompatiblearray		.
    array_cat	f	i	0	a	2	2	anycompatiblearray;anycompatiblearray	anycompatiblearray		.
    array_dims	f	i	0	a	1	1	anyarray	text		.
    array_eq	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    array_fill	f	i	0	a	2	2	anyelement;integer[]	anyarray		.
    array_fill	f	i	0	a	3	3	anyelement;integer[];integer[]	anyarray		.
    array_ge	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    array_gt	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    array_larger	f	i	0	a	2	2	anyarray;anyarray	anyarray		.
    array_le	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    array_length	f	i	0	a	2	2	anyarray;integer	integer		.
    array_lower	f	i	0	a	2	2	anyarray;integer	integer		.
    array_lt	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    array_ndims	f	i	0	a	1	1	anyarray	integer		.
    array_ne	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    array_position	f	i	0	a	2	2	anycompatiblearray;anycompatible	integer		.
    array_position	f	i	0	a	3	3	anycompatiblearray;anycompatible;integer	integer		.
    array_positions	f	i	0	a	2	2	anycompatiblearray;anycompatible	integer[]		.
    array_prepend	f	i	0	a	2	2	anycompatible;anycompatiblearray	anycompatiblearray		.
    array_remove	f	i	0	a	2	2	anycompatiblearray;anycompatible	anycompatiblearray		.
    array_replace	f	i	0	a	3	3	anycompatiblearray;anycompatible;anycompatible	anycompatiblearray		.
    array_smaller	f	i	0	a	2	2	anyarray;anyarray	anyarray		.
    array_to_json	f	s	0	g	1	1	anyarray	json		.
    array_to_json	f	s	0	g	2	2	anyarray;boolean	json		.
    array_to_string	f	s	0	g	2	2	anyarray;text	text		.
    array_to_string	f	s	0	g	3	3	anyarray;text;text	text		.
    array_to_tsvector	f	i	0	a	1	1	text[]	tsvector		.
    array_upper	f	i	0	a	2	2	anyarray;integer	integer		.
    arraycontained	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    arraycontains	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    arrayoverlap	f	i	0	a	2	2	anyarray;anyarray	boolean		.
    ascii	f	i	0	a	1	1	text	integer		.
    asin	f	i	0	a	1	1	double precision	double precision		.
    asind	f	i	0	a	1	1	double precision	double precision		.
    asinh	f	i	0	a	1	1	double precision	double precision		.
    atan	f	i	0	a	1	1	double precision	double precision		.
    atan2	f	i	0	a	2	2	double precision;double precision	double precision		.
    atan2d	f	i	0	a	2	2	double precision;double precision	double precision		.
    atand	f	i	0	a	1	1	double precision	double precision		.
    atanh	f	i	0	a	1	1	double precision	double precision		.
    avg	a	i	0	a	1	1	bigint	numeric		.
    avg	a	i	0	a	1	1	double precision	double precision		.
    avg	a	i	0	a	1	1	integer	numeric		.
    avg	a	i	0	a	1	1	interval	interval		.
    avg	a	i	0	a	1	1	numeric	numeric		.
    avg	a	i	0	a	1	1	real	double precision		.
    avg	a	i	0	a	1	1	smallint	numeric		.
    bit	f	i	0	a	2	2	bigint;integer	bit		.
    bit	f	i	0	a	3	3	bit;integer;boolean	bit		.
    bit	f	i	0	a	2	2	integer;integer	bit		.
    bit_and	a	i	0	a	1	1	bigint	bigint		.
    bit_and	a	i	0	a	1	1	bit	bit		.
    bit_and	a	i	0	a	1	1	integer	integer		.
    bit_and	a	i	0	a	1	1	smallint	smallint		.
    bit_count	f	i	0	a	1	1	bit	bigint		.
    bit_count	f	i	0	a	1	1	bytea	bigint		.
    bit_length	f	i	0	a	1	1	bit	integer		.
    bit_length	f	i	0	a	1	1	bytea	integer		.
    bit_length	f	i	0	a	1	1	text	integer		.
    bit_or	a	i	0	a	1	1	bigint	bigint		.
    bit_or	a	i	0	a	1	1	bit	bit		.
    bit_or	a	i	0	a	1	1	integer	integer		.
    bit_or	a	i	0	a	1	1	smallint	smallint		.
    bit_send	f	i	0	a	1	1	bit	bytea		.
    bit_xor	a	i	0	a	1	1	bigint	bigint		.
    bit_xor	a	i	0	a	1	1	bit	bit		.
    bit_xor	a	i	0	a	1	1	integer	integer		.
    bit_xor	a	i	0	a	1	1	smallint	smallint		.
    bitand	f	i	0	a	2	2	bit;bit	bit		.
    bitcat	f	i	0	a	2	2	bit varying;bit varying	bit varying		.
    bitcmp	f	i	0	a	2	2	bit;bit	integer		.
    biteq	f	i	0	a	2	2	bit;bit	boolean		.
    bitge	f	i	0	a	2	2	bit;bit	boolean		.
    bitgt	f	i	0	a	2	2	bit;bit	boolean		.
    bitle	f	i	0	a	2	2	bit;bit	boolean		.
    bitlt	f	i	0	a	2	2	bit;bit	boolean		.
    bitne	f	i	0	a	2	2	bit;bit	boolean		.
    bitnot	f	i	0	a	1	1	bit	bit		.
    bitor	f	i	0	a	2	2	bit;bit	bit		.
    bitshiftleft	f	i	0	a	2	2	bit;integer	bit		.
    bitshiftright	f	i	0	a	2	2	bit;integer	bit		.
    bitxor	f	i	0	a	2	2	bit;bit	bit		.
    bool	f	i	0	a	1	1	integer	boolean		.
    bool	f	i	0	a	1	1	jsonb	boolean		.
    bool_and	a	i	0	a	1	1	boolean	boolean		.
    bool_or	a	i	0	a	1	1	boolean	boolean		.
    booland_statefunc	f	i	0	a	2	2	boolean;boolean	boolean		.
    booleq	f	i	0	a	2	2	boolean;boolean	boolean		.
    boolge	f	i	0	a	2	2	boolean;boolean	boolean		.
    boolgt	f	i	0	a	2	2	boolean;boolean	boolean		.
    boolle	f	i	0	a	2	2	boolean;boolean	boolean		.
    boollt	f	i	0	a	2	2	boolean;boolean	boolean		.
    boolne	f	i	0	a	2	2	boolean;boolean	boolean		.
    boolor_statefunc	f	i	0	a	2	2	boolean;boolean	boolean		.
    boolsend	f	i	0	a	1	1	boolean	bytea		.
    bound_box	f	i	0	a	2	2	box;box	box		.
    box	f	i	0	a	1	1	circle	box		.
    box	f	i	0	a	1	1	point	box		.
    box	f	i	0	a	2	2	point;point	box		.
    box	f	i	0	a	1	1	polygon	box		.
    box_above	f	i	0	a	2	2	box;box	boolean		.
    box_above_eq	f	i	0	a	2	2	box;box	boolean		.
    box_add	f	i	0	a	2	2	box;point	box		.
    box_below	f	i	0	a	2	2	box;box	boolean		.
    box_below_eq	f	i	0	a	2	2	box;box	boolean		.
    box_center	f	i	0	a	1	1	box	point		.
    box_contain	f	i	0	a	2	2	box;box	boolean		.
    box_contain_pt	f	i	0	a	2	2	box;point	boolean		.
    box_contained	f	i	0	a	2	2	box;box	boolean		.
    box_distance	f	i	0	a	2	2	box;box	double precision		.
    box_div	f	i	0	a	2	2	box;point	box		.
    box_eq	f	i	0	a	2	2	box;box	boolean		.
    box_ge	f	i	0	a	2	2	box;box	boolean		.
    box_gt	f	i	0	a	2	2	box;box	boolean		.
    box_intersect	f	i	0	a	2	2	box;box	box		.
    box_le	f	i	0	a	2	2	box;box	boolean		.
    box_left	f	i	0	a	2	2	box;box	boolean		.
    box_lt	f	i	0	a	2	2	box;box	boolean		.
    box_mul	f	i	0	a	2	2	box;point	box		.
    box_overabove	f	i	0	a	2	2	box;box	boolean		.
    box_overbelow	f	i	0	a	2	2	box;box	boolean		.
    box_overlap	f	i	0	a	2	2	box;box	boolean		.
    box_overleft	f	i	0	a	2	2	box;box	boolean		.
    box_overright	f	i	0	a	2	2	box;box	boolean		.
    box_right	f	i	0	a	2	2	box;box	boolean		.
    box_same	f	i	0	a	2	2	box;box	boolean		.
    box_send	f	i	0	a	1	1	box	bytea		.
    box_sub	f	i	0	a	2	2	box;point	box		.
    bpchar	f	i	0	a	1	1	"char"	character		.
    bpchar	f	i	0	a	3	3	character;integer;boolean	character		.
    bpchar	f	i	0	a	1	1	name	character		.
    bpchar_larger	f	i	0	a	2	2	character;character	character		.
    bpchar_pattern_ge	f	i	0	a	2	2	character;character	boolean		.
    bpchar_pattern_gt	f	i	0	a	2	2	character;character	boolean		.
    bpchar_pattern_le	f	i	0	a	2	2	character;character	boolean		.
    bpchar_pattern_lt	f	i	0	a	2	2	character;character	boolean		.
    bpchar_smaller	f	i	0	a	2	2	character;character	character		.
    bpcharcmp	f	i	0	a	2	2	character;character	integer		.
    bpchareq	f	i	0	a	2	2	character;character	boolean		.
    bpcharge	f	i	0	a	2	2	character;character	boolean		.
    bpchargt	f	i	0	a	2	2	character;character	boolean		.
    bpchariclike	f	i	0	a	2	2	character;text	boolean		.
    bpcharicnlike	f	i	0	a	2	2	character;text	boolean		.
    bpcharicregexeq	f	i	0	a	2	2	character;text	boolean		.
    bpcharicregexne	f	i	0	a	2	2	character;text	boolean		.
    bpcharle	f	i	0	a	2	2	character;character	boolean		.
    bpcharlike	f	i	0	a	2	2	character;text	boolean		.
    bpcharlt	f	i	0	a	2	2	character;character	boolean		.
    bpcharne	f	i	0	a	2	2	character;character	boolean		.
    bpcharnlike	f	i	0	a	2	2	character;text	boolean		.
    bpcharregexeq	f	i	0	a	2	2	character;text	boolean		.
    bpcharregexne	f	i	0	a	2	2	character;text	boolean		.
    broadcast	f	i	0	a	1	1	inet	inet		.
    btarraycmp	f	i	0	a	2	2	anyarray;anyarray	integer		.
    btboolcmp	f	i	0	a	2	2	boolean;boolean	integer		.
    btbpchar_pattern_cmp	f	i	0	a	2	2	character;character	integer		.
    btcharcmp	f	i	0	a	2	2	"char";"char"	integer		.
    btequalimage	f	i	0	a	1	1	oid	boolean		.
    btfloat48cmp	f	i	0	a	2	2	real;double precision	integer		.
    btfloat4cmp	f	i	0	a	2	2	real;real	integer		.
    btfloat84cmp	f	i	0	a	2	2	double precision;real	integer		.
    btfloat8cmp	f	i	0	a	2	2	double precision;double precision	integer		.
    btint24cmp	f	i	0	a	2	2	smallint;integer	integer		.
    btint28cmp	f	i	0	a	2	2	smallint;bigint	integer		.
    btint2cmp	f	i	0	a	2	2	smallint;smallint	integer		.
    btint42cmp	f	i	0	a	2	2	integer;smallint	integer		.
    btint48cmp	f	i	0	a	2	2	integer;bigint	integer		.
    btint4cmp	f	i	0	a	2	2	integer;integer	integer		.
    btint82cmp	f	i	0	a	2	2	bigint;smallint	integer		.
    btint84cmp	f	i	0	a	2	2	bigint;integer	integer		.
    btint8cmp	f	i	0	a	2	2	bigint;bigint	integer		.
    btnamecmp	f	i	0	a	2	2	name;name	integer		.
    btnametextcmp	f	i	0	a	2	2	name;text	integer		.
    btoidcmp	f	i	0	a	2	2	oid;oid	integer		.
    btoidvectorcmp	f	i	0	a	2	2	oidvector;oidvector	integer		.
    btrecordcmp	f	i	0	a	2	2	record;record	integer		.
    btrecordimagecmp	f	i	0	a	2	2	record;record	integer		.
    btrim	f	i	0	a	2	2	bytea;bytea	bytea		.
    btrim	f	i	0	a	1	1	text	text		.
    btrim	f	i	0	a	2	2	text;text	text		.
    bttext_pattern_cmp	f	i	0	a	2	2	text;text	integer		.
    bttextcmp	f	i	0	a	2	2	text;text	integer		.
    bttextnamecmp	f	i	0	a	2	2	text;name	integer		.
    bttidcmp	f	i	0	a	2	2	tid;tid	integer		.
    btvarstrequalimage	f	i	0	a	1	1	oid	boolean		.
    byteacat	f	i	0	a	2	2	bytea;bytea	bytea		.
    byteacmp	f	i	0	a	2	2	bytea;bytea	integer		.
    byteaeq	f	i	0	a	2	2	bytea;bytea	boolean		.
    byteage	f	i	0	a	2	2	bytea;bytea	boolean		.
    byteagt	f	i	0	a	2	2	bytea;bytea	boolean		.
    byteale	f	i	0	a	2	2	bytea;bytea	boolean		.
    bytealike	f	i	0	a	2	2	bytea;bytea	boolean		.
    bytealt	f	i	0	a	2	2	bytea;bytea	boolean		.
    byteane	f	i	0	a	2	2	bytea;bytea	boolean		.
    byteanlike	f	i	0	a	2	2	bytea;bytea	boolean		.
    byteasend	f	i	0	a	1	1	bytea	bytea		.
    cardinality	f	i	0	a	1	1	anyarray	integer		.
    cash_cmp	f	i	0	a	2	2	money;money	integer		.
    cash_div_cash	f	i	0	a	2	2	money;money	double precision		.
    cash_div_flt4	f	i	0	a	2	2	money;real	money		.
    cash_div_flt8	f	i	0	a	2	2	money;double precision	money		.
    cash_div_int2	f	i	0	a	2	2	money;smallint	money		.
    cash_div_int4	f	i	0	a	2	2	money;integer	money		.
    cash_div_int8	f	i	0	a	2	2	money;bigint	money		.
    cash_eq	f	i	0	a	2	2	money;money	boolean		.
    cash_ge	f	i	0	a	2	2	money;money	boolean		.
    cash_gt	f	i	0	a	2	2	money;money	boolean		.
    cash_le	f	i	0	a	2	2	money;money	boolean		.
    cash_lt	f	i	0	a	2	2	money;money	boolean		.
    cash_mi	f	i	0	a	2	2	money;money	money		.
    cash_mul_flt4	f	i	0	a	2	2	money;real	money		.
    cash_mul_flt8	f	i	0	a	2	2	money;double precision	money		.
    cash_mul_int2	f	i	0	a	2	2	money;smallint	money		.
    cash_mul_int4	f	i	0	a	2	2	money;integer	money		.
    cash_mul_int8	f	i	0	a	2	2	money;bigint	money		.
    cash_ne	f	i	0	a	2	2	money;money	boolean		.
    cash_pl	f	i	0	a	2	2	money;money	money		.
    cash_send	f	i	0	a	1	1	money	bytea		.
    cash_words	f	i	0	a	1	1	money	text		.
    cashlarger	f	i	0	a	2	2	money;money	money		.
    cashsmaller	f	i	0	a	2	2	money;money	money		.
    cbrt	f	i	0	a	1	1	double precision	double precision		.
    ceil	f	i	0	a	1	1	double precision	double precision		.
    ceil	f	i	0	a	1	1	numeric	numeric		.
    ceiling	f	i	0	a	1	1	double precision	double precision		.
    ceiling	f	i	0	a	1	1	numeric	numeric		.
    center	f	i	0	a	1	1	box	point		.
    center	f	i	0	a	1	1	circle	point		.
    char	f	i	0	a	1	1	integer	"char"		.
    char	f	i	0	a	1	1	text	"char"		.
    char_length	f	i	0	a	1	1	character	integer		.
    char_length	f	i	0	a	1	1	text	integer		.
    character_length	f	i	0	a	1	1	character	integer		.
    character_length	f	i	0	a	1	1	text	integer		.
    chareq	f	i	0	a	2	2	"char";"char"	boolean		.
    charge	f	i	0	a	2	2	"char";"char"	boolean		.
    chargt	f	i	0	a	2	2	"char";"char"	boolean		.
    charle	f	i	0	a	2	2	"char";"char"	boolean		.
    charlt	f	i	0	a	2	2	"char";"char"	boolean		.
    charne	f	i	0	a	2	2	"char";"char"	boolean		.
    charsend	f	i	0	a	1	1	"char"	bytea		.
    chr	f	i	0	a	1	1	integer	text		.
    cideq	f	i	0	a	2	2	cid;cid	boolean		.
    cidr	f	i	0	a	1	1	inet	cidr		.
    cidr_send	f	i	0	a	1	1	cidr	bytea		.
    cidsend	f	i	0	a	1	1	cid	bytea		.
    circle	f	i	0	a	1	1	box	circle		.
    circle	f	i	0	a	2	2	point;double precision	circle		.
    circle	f	i	0	a	1	1	polygon	circle		.
    circle_above	f	i	0	a	2	2	circle;circle	boolean		.
    circle_add_pt	f	i	0	a	2	2	circle;point	circle		.
    circle_below	f	i	0	a	2	2	circle;circle	boolean		.
    circle_center	f	i	0	a	1	1	circle	point		.
    circle_contain	f	i	0	a	2	2	circle;circle	boolean		.
    circle_contain_pt	f	i	0	a	2	2	circle;point	boolean		.
    circle_contained	f	i	0	a	2	2	circle;circle	boolean		.
    circle_distance	f	i	0	a	2	2	circle;circle	double precision		.
    circle_div_pt	f	i	0	a	2	2	circle;point	circle		.
    circle_eq	f	i	0	a	2	2	circle;circle	boolean		.
    circle_ge	f	i	0	a	2	2	circle;circle	boolean		.
    circle_gt	f	i	0	a	2	2	circle;circle	boolean		.
    circle_le	f	i	0	a	2	2	circle;circle	boolean		.
    circle_left	f	i	0	a	2	2	circle;circle	boolean		.
    circle_lt	f	i	0	a	2	2	circle;circle	boolean		.
    circle_mul_pt	f	i	0	a	2	2	circle;point	circle		.
    circle_ne	f	i	0	a	2	2	circle;circle	boolean		.
    circle_overabove	f	i	0	a	2	2	circle;circle	boolean		.
    circle_overbelow	f	i	0	a	2	2	circle;circle	boolean		.
    circle_overlap	f	i	0	a	2	2	circle;circle	boolean		.
    circle_overleft	f	i	0	a	2	2	circle;circle	boolean		.
    circle_overright	f	i	0	a	2	2	circle;circle	boolean		.
    circle_right	f	i	0	a	2	2	circle;circle	boolean		.
    circle_same	f	i	0	a	2	2	circle;circle	boolean		.
    circle_send	f	i	0	a	1	1	circle	bytea		.
    circle_sub_pt	f	i	0	a	2	2	circle;point	circle		.
    clock_timestamp	f	v	0	a	0	0		timestamp with time zone		.
    close_ls	f	i	0	a	2	2	line;lseg	point		.
    close_lseg	f	i	0	a	2	2	lseg;lseg	point		.
    close_pb	f	i	0	a	2	2	point;box	point		.
    close_pl	f	i	0	a	2	2	point;line	point		.
    close_ps	f	i	0	a	2	2	point;lseg	point		.
    close_sb	f	i	0	a	2	2	lseg;box	point		.
    col_description	f	s	0	v	2	2	oid;integer	text		.
    concat	f	s	0	g	1	-1	"any"	text		.
    concat_ws	f	s	0	g	2	-1	text;"any"	text		.
    convert	f	s	0	g	3	3	bytea;name;name	bytea		.
    convert_from	f	s	0	g	2	2	bytea;name	text		.
    convert_to	f	s	0	g	2	2	text;name	bytea		.
    corr	a	i	0	a	2	2	double precision;double precision	double precision		.
    cos	f	i	0	a	1	1	double precision	double precision		.
    cosd	f	i	0	a	1	1	double precision	double precision		.
    cosh	f	i	0	a	1	1	double precision	double precision		.
    cot	f	i	0	a	1	1	double precision	double precision		.
    cotd	f	i	0	a	1	1	double precision	double precision		.
    count	a	i	0	a	1	1	"any"	bigint		.
    count	a	i	0	a	0	0		bigint		.
    covar_pop	a	i	0	a	2	2	double precision;double precision	double precision		.
    covar_samp	a	i	0	a	2	2	double precision;double precision	double precision		.
    cume_dist	a	i	0	a	1	-1	"any"	double precision		.
    cume_dist	w	i	0	a	0	0		double precision		.
    current_database	f	s	0	v	0	0		name		.
    current_query	f	v	0	v	0	0		text		.
    current_schema	f	s	0	v	0	0		name		.
    current_schemas	f	s	0	v	1	1	boolean	name[]		.
    current_setting	f	s	0	v	1	1	text	text		.
    current_setting	f	s	0	v	2	2	text;boolean	text		.
    current_user	f	s	0	v	0	0		name		.
    date	f	s	0	a	1	1	timestamp with time zone	date		.
    date	f	i	0	a	1	1	timestamp without time zone	date		.
    date_bin	f	i	0	a	3	3	interval;timestamp with time zone;timestamp with time zone	timestamp with time zone		.
    date_bin	f	i	0	a	3	3	interval;timestamp without time zone;timestamp without time zone	timestamp without time zone		.
    date_cmp	f	i	0	a	2	2	date;date	integer		.
    date_cmp_timestamp	f	i	0	a	2	2	date;timestamp without time zone	integer		.
    date_cmp_timestamptz	f	s	0	a	2	2	date;timestamp with time zone	integer		.
    date_eq	f	i	0	a	2	2	date;date	boolean		.
    date_eq_timestamp	f	i	0	a	2	2	date;timestamp without time zone	boolean		.
    date_eq_timestamptz	f	s	0	a	2	2	date;timestamp with time zone	boolean		.
    date_ge	f	i	0	a	2	2	date;date	boolean		.
    date_ge_timestamp	f	i	0	a	2	2	date;timestamp without time zone	boolean		.
    date_ge_timestamptz	f	s	0	a	2	2	date;timestamp with time zone	boolean		.
    date_gt	f	i	0	a	2	2	date;date	boolean		.
    date_gt_timestamp	f	i	0	a	2	2	date;timestamp without time zone	boolean		.
    date_gt_timestamptz	f	s	0	a	2	2	date;timestamp with time zone	boolean		.
    date_larger	f	i	0	a	2	2	date;date	date		.
    date_le	f	i	0	a	2	2	date;date	boolean		.
    date_le_timestamp	f	i	0	a	2	2	date;timestamp without time zone	boolean		.
    date_le_timestamptz	f	s	0	a	2	2	date;timestamp with time zone	boolean		.
    date_lt	f	i	0	a	2	2	date;date	boolean		.
    date_lt_timestamp	f	i	0	a	2	2	date;timestamp without time zone	boolean		.
    date_lt_timestamptz	f	s	0	a	2	2	date;timestamp with time zone	boolean		.
    date_mi	f	i	0	a	2	2	date;date	integer		.
    date_mi_interval	f	i	0	a	2	2	date;interval	timestamp without time zone		.
    date_mii	f	i	0	a	2	2	date;integer	date		.
    date_ne	f	i	0	a	2	2	date;date	boolean		.
    date_ne_timestamp	f	i	0	a	2	2	date;timestamp without time zone	boolean		.
    date_ne_timestamptz	f	s	0	a	2	2	date;timestamp with time zone	boolean		.
    date_part	f	i	0	a	2	2	text;date	double precision		.
    date_part	f	i	0	a	2	2	text;interval	double precision		.
    date_part	f	i	0	a	2	2	text;time with time zone	double precision		.
    date_part	f	i	0	a	2	2	text;time without time zone	double precision		.
    date_part	f	s	0	a	2	2	text;timestamp with time zone	double precision		.
    date_part	f	i	0	a	2	2	text;timestamp without time zone	double precision		.
    date_pl_interval	f	i	0	a	2	2	date;interval	timestamp without time zone		.
    date_pli	f	i	0	a	2	2	date;integer	date		.
    date_send	f	i	0	a	1	1	date	bytea		.
    date_smaller	f	i	0	a	2	2	date;date	date		.
    date_trunc	f	i	0	a	2	2	text;interval	interval		.
    date_trunc	f	s	0	a	2	2	text;timestamp with time zone	timestamp with time zone		.
    date_trunc	f	s	0	a	3	3	text;timestamp with time zone;text	timestamp with time zone		.
    date_trunc	f	i	0	a	2	2	text;timestamp without time zone	timestamp without time zone		.
    datemultirange	f	i	0	a	1	1	daterange	datemultirange		.
    datemultirange	f	i	0	a	1	-1	daterange[]	datemultirange		.
    datemultirange	f	i	0	a	0	0		datemultirange		.
    daterange	f	i	0	a	2	2	date;date	daterange		.
    daterange	f	i	0	a	3	3	date;date;text	daterange		.
    daterange_canonical	f	i	0	a	1	1	daterange	daterange		.
    daterange_subdiff	f	i	0	a	2	2	date;date	double precision		.
    datetime_pl	f	i	0	a	2	2	date;time without time zone	timestamp without time zone		.
    datetimetz_pl	f	i	0	a	2	2	date;time with time zone	timestamp with time zone		.
    dcbrt	f	i	0	a	1	1	double precision	double precision		.
    decode	f	i	0	a	2	2	text;text	bytea		.
    degrees	f	i	0	a	1	1	double precision	double precision		.
    dense_rank	a	i	0	a	1	-1	"any"	bigint		.
    dense_rank	w	i	0	a	0	0		bigint		.
    dexp	f	i	0	a	1	1	double precision	double precision		.
    diagonal	f	i	0	a	1	1	box	lseg		.
    diameter	f	i	0	a	1	1	circle	double precision		.
    dist_bp	f	i	0	a	2	2	box;point	double precision		.
    dist_bs	f	i	0	a	2	2	box;lseg	double precision		.
    dist_cpoint	f	i	0	a	2	2	circle;point	double precision		.
    dist_cpoly	f	i	0	a	2	2	circle;polygon	double precision		.
    dist_lp	f	i	0	a	2	2	line;point	double precision		.
    dist_ls	f	i	0	a	2	2	line;lseg	double precision		.
    dist_pathp	f	i	0	a	2	2	path;point	double precision		.
    dist_pb	f	i	0	a	2	2	point;box	double precision		.
    dist_pc	f	i	0	a	2	2	point;circle	double precision		.
    dist_pl	f	i	0	a	2	2	point;line	double precision		.
    dist_polyc	f	i	0	a	2	2	polygon;circle	double precision		.
    dist_polyp	f	i	0	a	2	2	polygon;point	double precision		.
    dist_ppath	f	i	0	a	2	2	point;path	double precision		.
    dist_ppoly	f	i	0	a	2	2	point;polygon	double precision		.
    dist_ps	f	i	0	a	2	2	point;lseg	double precision		.
    dist_sb	f	i	0	a	2	2	lseg;box	double precision		.
    dist_sl	f	i	0	a	2	2	lseg;line	double precision		.
    dist_sp	f	i	0	a	2	2	lseg;point	double precision		.
    div	f	i	0	a	2	2	numeric;numeric	numeric		.
    dlog1	f	i	0	a	1	1	double precision	double precision		.
    dlog10	f	i	0	a	1	1	double precision	double precision		.
    dpow	f	i	0	a	2	2	double precision;double precision	double precision		.
    dround	f	i	0	a	1	1	double precision	double precision		.
    dsqrt	f	i	0	a	1	1	double precision	double precision		.
    dtrunc	f	i	0	a	1	1	double precision	double precision		.
    elem_contained_by_multirange	f	i	0	a	2	2	anyelement;anymultirange	boolean		.
    elem_contained_by_range	f	i	0	a	2	2	anyelement;anyrange	boolean		.
    encode	f	i	0	a	2	2	bytea;text	text		.
    enum_cmp	f	i	0	a	2	2	anyenum;anyenum	integer		.
    enum_eq	f	i	0	a	2	2	anyenum;anyenum	boolean		.
    enum_first	f	s	0	a	1	1	anyenum	anyenum		.
    enum_ge	f	i	0	a	2	2	anyenum;anyenum	boolean		.
    enum_gt	f	i	0	a	2	2	anyenum;anyenum	boolean		.
    enum_larger	f	i	0	a	2	2	anyenum;anyenum	anyenum		.
    enum_last	f	s	0	a	1	1	anyenum	anyenum		.
    enum_le	f	i	0	a	2	2	anyenum;anyenum	boolean		.
    enum_lt	f	i	0	a	2	2	anyenum;anyenum	boolean		.
    enum_ne	f	i	0	a	2	2	anyenum;anyenum	boolean		.
    enum_range	f	s	0	a	1	1	anyenum	anyarray		.
    enum_range	f	s	0	a	2	2	anyenum;anyenum	anyarray		.
    enum_smaller	f	i	0	a	2	2	anyenum;anyenum	anyenum		.
    every	a	i	0	a	1	1	boolean	boolean		.
    exp	f	i	0	a	1	1	double precision	double precision		.
    exp	f	i	0	a	1	1	numeric	numeric		.
    extract	f	i	0	a	2	2	text;date	numeric		.
    extract	f	i	0	a	2	2	text;interval	numeric		.
    extract	f	i	0	a	2	2	text;time with time zone	numeric		.
    extract	f	i	0	a	2	2	text;time without time zone	numeric		.
    extract	f	s	0	a	2	2	text;timestamp with time zone	numeric		.
    extract	f	i	0	a	2	2	text;timestamp without time zone	numeric		.
    factorial	f	i	0	a	1	1	bigint	numeric		.
    family	f	i	0	a	1	1	inet	integer		.
    first_value	w	i	0	a	1	1	anyelement	anyelement		.
    float4	f	i	0	a	1	1	bigint	real		.
    float4	f	i	0	a	1	1	double precision	real		.
    float4	f	i	0	a	1	1	integer	real		.
    float4	f	i	0	a	1	1	jsonb	real		.
    float4	f	i	0	a	1	1	numeric	real		.
    float4	f	i	0	a	1	1	smallint	real		.
    float48div	f	i	0	a	2	2	real;double precision	double precision		.
    float48eq	f	i	0	a	2	2	real;double precision	boolean		.
    float48ge	f	i	0	a	2	2	real;double precision	boolean		.
    float48gt	f	i	0	a	2	2	real;double precision	boolean		.
    float48le	f	i	0	a	2	2	real;double precision	boolean		.
    float48lt	f	i	0	a	2	2	real;double precision	boolean		.
    float48mi	f	i	0	a	2	2	real;double precision	double precision		.
    float48mul	f	i	0	a	2	2	real;double precision	double precision		.
    float48ne	f	i	0	a	2	2	real;double precision	boolean		.
    float48pl	f	i	0	a	2	2	real;double precision	double precision		.
    float4_accum	f	i	0	a	2	2	double precision[];real	double precision[]		.
    float4abs	f	i	0	a	1	1	real	real		.
    float4div	f	i	0	a	2	2	real;real	real		.
    float4eq	f	i	0	a	2	2	real;real	boolean		.
    float4ge	f	i	0	a	2	2	real;real	boolean		.
    float4gt	f	i	0	a	2	2	real;real	boolean		.
    float4larger	f	i	0	a	2	2	real;real	real		.
    float4le	f	i	0	a	2	2	real;real	boolean		.
    float4lt	f	i	0	a	2	2	real;real	boolean		.
    float4mi	f	i	0	a	2	2	real;real	real		.
    float4mul	f	i	0	a	2	2	real;real	real		.
    float4ne	f	i	0	a	2	2	real;real	boolean		.
    float4pl	f	i	0	a	2	2	real;real	real		.
    float4send	f	i	0	a	1	1	real	bytea		.
    float4smaller	f	i	0	a	2	2	real;real	real		.
    float4um	f	i	0	a	1	1	real	real		.
    float4up	f	i	0	a	1	1	real	real		.
    float8	f	i	0	a	1	1	bigint	double precision		.
    float8	f	i	0	a	1	1	integer	double precision		.
    float8	f	i	0	a	1	1	jsonb	double precision		.
    float8	f	i	0	a	1	1	numeric	double precision		.
    float8	f	i	0	a	1	1	real	double precision		.
    float8	f	i	0	a	1	1	smallint	double precision		.
    float84div	f	i	0	a	2	2	double precision;real	double precision		.
    float84eq	f	i	0	a	2	2	double precision;real	boolean		.
    float84ge	f	i	0	a	2	2	double precision;real	boolean		.
    float84gt	f	i	0	a	2	2	double precision;real	boolean		.
    float84le	f	i	0	a	2	2	double precision;real	boolean		.
    float84lt	f	i	0	a	2	2	double precision;real	boolean		.
    float84mi	f	i	0	a	2	2	double precision;real	double precision		.
    float84mul	f	i	0	a	2	2	double precision;real	double precision		.
    float84ne	f	i	0	a	2	2	double precision;real	boolean		.
    float84pl	f	i	0	a	2	2	double precision;real	double precision		.
    float8_accum	f	i	0	a	2	2	double precision[];double precision	double precision[]		.
    float8_avg	f	i	0	a	1	1	double precision[]	double precision		.
    float8_combine	f	i	0	a	2	2	double precision[];double precision[]	double precision[]		.
    float8_corr	f	i	0	a	1	1	double precision[]	double precision		.
    float8_covar_pop	f	i	0	a	1	1	double precision[]	double precision		.
    float8_covar_samp	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_accum	f	i	0	a	3	3	double precision[];double precision;double precision	double precision[]		.
    float8_regr_avgx	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_avgy	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_combine	f	i	0	a	2	2	double precision[];double precision[]	double precision[]		.
    float8_regr_intercept	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_r2	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_slope	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_sxx	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_sxy	f	i	0	a	1	1	double precision[]	double precision		.
    float8_regr_syy	f	i	0	a	1	1	double precision[]	double precision		.
    float8_stddev_pop	f	i	0	a	1	1	double precision[]	double precision		.
    float8_stddev_samp	f	i	0	a	1	1	double precision[]	double precision		.
    float8_var_pop	f	i	0	a	1	1	double precision[]	double precision		.
    float8_var_samp	f	i	0	a	1	1	double precision[]	double precision		.
    float8abs	f	i	0	a	1	1	double precision	double precision		.
    float8div	f	i	0	a	2	2	double precision;double precision	double precision		.
    float8eq	f	i	0	a	2	2	double precision;double precision	boolean		.
    float8ge	f	i	0	a	2	2	double precision;double precision	boolean		.
    float8gt	f	i	0	a	2	2	double precision;double precision	boolean		.
    float8larger	f	i	0	a	2	2	double precision;double precision	double precision		.
    float8le	f	i	0	a	2	2	double precision;double precision	boolean		.
    float8lt	f	i	0	a	2	2	double precision;double precision	boolean		.
    float8mi	f	i	0	a	2	2	double precision;double precision	double precision		.
    float8mul	f	i	0	a	2	2	double precision;double precision	double precision		.
    float8ne	f	i	0	a	2	2	double precision;double precision	boolean		.
    float8pl	f	i	0	a	2	2	double precision;double precision	double precision		.
    float8send	f	i	0	a	1	1	double precision	bytea		.
    float8smaller	f	i	0	a	2	2	double precision;double precision	double precision		.
    float8um	f	i	0	a	1	1	double precision	double precision		.
    float8up	f	i	0	a	1	1	double precision	double precision		.
    floor	f	i	0	a	1	1	double precision	double precision		.
    floor	f	i	0	a	1	1	numeric	numeric		.
    flt4_mul_cash	f	i	0	a	2	2	real;money	money		.
    flt8_mul_cash	f	i	0	a	2	2	double precision;money	money		.
    format	f	s	0	g	1	1	text	text		.
    format	f	s	0	g	2	-1	text;"any"	text		.
    format_type	f	s	0	v	2	2	oid;integer	text		.
    gcd	f	i	0	a	2	2	bigint;bigint	bigint		.
    gcd	f	i	0	a	2	2	integer;integer	integer		.
    gcd	f	i	0	a	2	2	numeric;numeric	numeric		.
    gen_random_uuid	f	v	0	a	0	0		uuid		.
    generate_series	f	i	1	a	2	2	bigint;bigint	bigint		.
    generate_series	f	i	1	a	3	3	bigint;bigint;bigint	bigint		.
    generate_series	f	i	1	a	2	2	integer;integer	integer		.
    generate_series	f	i	1	a	3	3	integer;integer;integer	integer		.
    generate_series	f	i	1	a	2	2	numeric;numeric	numeric		.
    generate_series	f	i	1	a	3	3	numeric;numeric;numeric	numeric		.
    generate_series	f	s	1	a	3	3	timestamp with time zone;timestamp with time zone;interval	timestamp with time zone		.
    generate_series	f	i	1	a	3	3	timestamp without time zone;timestamp without time zone;interval	timestamp without time zone		.
    generate_subscripts	f	i	1	a	2	2	anyarray;integer	integer		.
    generate_subscripts	f	i	1	a	3	3	anyarray;integer;boolean	integer		.
    get_bit	f	i	0	a	2	2	bit;integer	integer		.
    get_bit	f	i	0	a	2	2	bytea;bigint	integer		.
    get_byte	f	i	0	a	2	2	bytea;integer	integer		.
    get_current_ts_config	f	s	0	v	0	0		regconfig		.
    getdatabaseencoding	f	s	0	a	0	0		name		.
    getpgusername	f	s	0	v	0	0		name		.
    gin_cmp_tslexeme	f	i	0	a	2	2	text;text	integer		.
    gin_compare_jsonb	f	i	0	a	2	2	text;text	integer		.
    has_any_column_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_any_column_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_any_column_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_any_column_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_any_column_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_any_column_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	name;oid;smallint;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	name;oid;text;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	name;text;smallint;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	name;text;text;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	oid;oid;smallint;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	oid;oid;text;text	boolean		.
    has_column_privilege	f	s	0	v	3	3	oid;smallint;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	oid;text;smallint;text	boolean		.
    has_column_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_column_privilege	f	s	0	v	4	4	oid;text;text;text	boolean		.
    has_column_privilege	f	s	0	v	3	3	text;smallint;text	boolean		.
    has_column_privilege	f	s	0	v	3	3	text;text;text	boolean		.
    has_database_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_database_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_database_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_database_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_database_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_database_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_foreign_data_wrapper_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_foreign_data_wrapper_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_foreign_data_wrapper_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_foreign_data_wrapper_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_foreign_data_wrapper_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_foreign_data_wrapper_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_function_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_function_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_function_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_function_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_function_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_function_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_language_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_language_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_language_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_language_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_language_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_language_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_parameter_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_parameter_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_parameter_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_schema_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_schema_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_schema_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_schema_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_schema_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_schema_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_sequence_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_sequence_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_sequence_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_sequence_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_sequence_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_sequence_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_server_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_server_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_server_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_server_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_server_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_server_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_table_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_table_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_table_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_table_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_table_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_table_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_tablespace_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_tablespace_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_tablespace_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_tablespace_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_tablespace_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_tablespace_privilege	f	s	0	v	2	2	text;text	boolean		.
    has_type_privilege	f	s	0	v	3	3	name;oid;text	boolean		.
    has_type_privilege	f	s	0	v	3	3	name;text;text	boolean		.
    has_type_privilege	f	s	0	v	3	3	oid;oid;text	boolean		.
    has_type_privilege	f	s	0	v	2	2	oid;text	boolean		.
    has_type_privilege	f	s	0	v	3	3	oid;text;text	boolean		.
    has_type_privilege	f	s	0	v	2	2	text;text	boolean		.
    hash_aclitem	f	i	0	a	1	1	aclitem	integer		.
    hash_aclitem_extended	f	i	0	a	2	2	aclitem;bigint	bigint		.
    hash_array	f	i	0	a	1	1	anyarray	integer		.
    hash_array_extended	f	i	0	a	2	2	anyarray;bigint	bigint		.
    hash_multirange	f	i	0	a	1	1	anymultirange	integer		.
    hash_multirange_extended	f	i	0	a	2	2	anymultirange;bigint	bigint		.
    hash_numeric	f	i	0	a	1	1	numeric	integer		.
    hash_numeric_extended	f	i	0	a	2	2	numeric;bigint	bigint		.
    hash_range	f	i	0	a	1	1	anyrange	integer		.
    hash_range_extended	f	i	0	a	2	2	anyrange;bigint	bigint		.
    hash_record	f	i	0	a	1	1	record	integer		.
    hash_record_extended	f	i	0	a	2	2	record;bigint	bigint		.
    hashbpchar	f	i	0	a	1	1	character	integer		.
    hashbpcharextended	f	i	0	a	2	2	character;bigint	bigint		.
    hashchar	f	i	0	a	1	1	"char"	integer		.
    hashcharextended	f	i	0	a	2	2	"char";bigint	bigint		.
    hashenum	f	i	0	a	1	1	anyenum	integer		.
    hashenumextended	f	i	0	a	2	2	anyenum;bigint	bigint		.
    hashfloat4	f	i	0	a	1	1	real	integer		.
    hashfloat4extended	f	i	0	a	2	2	real;bigint	bigint		.
    hashfloat8	f	i	0	a	1	1	double precision	integer		.
    hashfloat8extended	f	i	0	a	2	2	double precision;bigint	bigint		.
    hashinet	f	i	0	a	1	1	inet	integer		.
    hashinetextended	f	i	0	a	2	2	inet;bigint	bigint		.
    hashint2	f	i	0	a	1	1	smallint	integer		.
    hashint2extended	f	i	0	a	2	2	smallint;bigint	bigint		.
    hashint4	f	i	0	a	1	1	integer	integer		.
    hashint4extended	f	i	0	a	2	2	integer;bigint	bigint		.
    hashint8	f	i	0	a	1	1	bigint	integer		.
    hashint8extended	f	i	0	a	2	2	bigint;bigint	bigint		.
    hashmacaddr	f	i	0	a	1	1	macaddr	integer		.
    hashmacaddr8	f	i	0	a	1	1	macaddr8	integer		.
    hashmacaddr8extended	f	i	0	a	2	2	macaddr8;bigint	bigint		.
    hashmacaddrextended	f	i	0	a	2	2	macaddr;bigint	bigint		.
    hashname	f	i	0	a	1	1	name	integer		.
    hashnameextended	f	i	0	a	2	2	name;bigint	bigint		.
    hashoid	f	i	0	a	1	1	oid	integer		.
    hashoidextended	f	i	0	a	2	2	oid;bigint	bigint		.
    hashoidvector	f	i	0	a	1	1	oidvector	integer		.
    hashoidvectorextended	f	i	0	a	2	2	oidvector;bigint	bigint		.
    hashtext	f	i	0	a	1	1	text	integer		.
    hashtextextended	f	i	0	a	2	2	text;bigint	bigint		.
    hashtid	f	i	0	a	1	1	tid	integer		.
    hashtidextended	f	i	0	a	2	2	tid;bigint	bigint		.
    height	f	i	0	a	1	1	box	double precision		.
    host	f	i	0	a	1	1	inet	text		.
    hostmask	f	i	0	a	1	1	inet	inet		.
    in_range	f	i	0	a	5	5	bigint;bigint;bigint;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	date;date;interval;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	double precision;double precision;double precision;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	integer;integer;bigint;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	integer;integer;integer;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	integer;integer;smallint;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	interval;interval;interval;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	numeric;numeric;numeric;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	real;real;double precision;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	smallint;smallint;bigint;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	smallint;smallint;integer;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	smallint;smallint;smallint;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	time with time zone;time with time zone;interval;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	time without time zone;time without time zone;interval;boolean;boolean	boolean		.
    in_range	f	s	0	g	5	5	timestamp with time zone;timestamp with time zone;interval;boolean;boolean	boolean		.
    in_range	f	i	0	a	5	5	timestamp without time zone;timestamp without time zone;interval;boolean;boolean	boolean		.
    inet_client_addr	f	s	0	v	0	0		inet		.
    inet_client_port	f	s	0	v	0	0		integer		.
    inet_merge	f	i	0	a	2	2	inet;inet	cidr		.
    inet_same_family	f	i	0	a	2	2	inet;inet	boolean		.
    inet_send	f	i	0	a	1	1	inet	bytea		.
    inet_server_addr	f	s	0	v	0	0		inet		.
    inet_server_port	f	s	0	v	0	0		integer		.
    inetand	f	i	0	a	2	2	inet;inet	inet		.
    inetmi	f	i	0	a	2	2	inet;inet	bigint		.
    inetmi_int8	f	i	0	a	2	2	inet;bigint	inet		.
    inetnot	f	i	0	a	1	1	inet	inet		.
    inetor	f	i	0	a	2	2	inet;inet	inet		.
    inetpl	f	i	0	a	2	2	inet;bigint	inet		.
    initcap	f	i	0	a	1	1	text	text		.
    int2	f	i	0	a	1	1	bigint	smallint		.
    int2	f	i	0	a	1	1	double precision	smallint		.
    int2	f	i	0	a	1	1	integer	smallint		.
    int2	f	i	0	a	1	1	jsonb	smallint		.
    int2	f	i	0	a	1	1	numeric	smallint		.
    int2	f	i	0	a	1	1	real	smallint		.
    int24div	f	i	0	a	2	2	smallint;integer	integer		.
    int24eq	f	i	0	a	2	2	smallint;integer	boolean		.
    int24ge	f	i	0	a	2	2	smallint;integer	boolean		.
    int24gt	f	i	0	a	2	2	smallint;integer	boolean		.
    int24le	f	i	0	a	2	2	smallint;integer	boolean		.
    int24lt	f	i	0	a	2	2	smallint;integer	boolean		.
    int24mi	f	i	0	a	2	2	smallint;integer	integer		.
    int24mul	f	i	0	a	2	2	smallint;integer	integer		.
    int24ne	f	i	0	a	2	2	smallint;integer	boolean		.
    int24pl	f	i	0	a	2	2	smallint;integer	integer		.
    int28div	f	i	0	a	2	2	smallint;bigint	bigint		.
    int28eq	f	i	0	a	2	2	smallint;bigint	boolean		.
    int28ge	f	i	0	a	2	2	smallint;bigint	boolean		.
    int28gt	f	i	0	a	2	2	smallint;bigint	boolean		.
    int28le	f	i	0	a	2	2	smallint;bigint	boolean		.
    int28lt	f	i	0	a	2	2	smallint;bigint	boolean		.
    int28mi	f	i	0	a	2	2	smallint;bigint	bigint		.
    int28mul	f	i	0	a	2	2	smallint;bigint	bigint		.
    int28ne	f	i	0	a	2	2	smallint;bigint	boolean		.
    int28pl	f	i	0	a	2	2	smallint;bigint	bigint		.
    int2_avg_accum	f	i	0	a	2	2	bigint[];smallint	bigint[]		.
    int2_avg_accum_inv	f	i	0	a	2	2	bigint[];smallint	bigint[]		.
    int2_mul_cash	f	i	0	a	2	2	smallint;money	money		.
    int2_sum	f	i	0	a	2	2	bigint;smallint	bigint		.
    int2abs	f	i	0	a	1	1	smallint	smallint		.
    int2and	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2div	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2eq	f	i	0	a	2	2	smallint;smallint	boolean		.
    int2ge	f	i	0	a	2	2	smallint;smallint	boolean		.
    int2gt	f	i	0	a	2	2	smallint;smallint	boolean		.
    int2int4_sum	f	i	0	a	1	1	bigint[]	bigint		.
    int2larger	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2le	f	i	0	a	2	2	smallint;smallint	boolean		.
    int2lt	f	i	0	a	2	2	smallint;smallint	boolean		.
    int2mi	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2mod	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2mul	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2ne	f	i	0	a	2	2	smallint;smallint	boolean		.
    int2not	f	i	0	a	1	1	smallint	smallint		.
    int2or	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2pl	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2send	f	i	0	a	1	1	smallint	bytea		.
    int2shl	f	i	0	a	2	2	smallint;integer	smallint		.
    int2shr	f	i	0	a	2	2	smallint;integer	smallint		.
    int2smaller	f	i	0	a	2	2	smallint;smallint	smallint		.
    int2um	f	i	0	a	1	1	smallint	smallint		.
    int2up	f	i	0	a	1	1	smallint	smallint		.
    int2vectorsend	f	i	0	a	1	1	int2vector	bytea		.
    int2xor	f	i	0	a	2	2	smallint;smallint	smallint		.
    int4	f	i	0	a	1	1	"char"	integer		.
    int4	f	i	0	a	1	1	bigint	integer		.
    int4	f	i	0	a	1	1	bit	integer		.
    int4	f	i	0	a	1	1	boolean	integer		.
    int4	f	i	0	a	1	1	double precision	integer		.
    int4	f	i	0	a	1	1	jsonb	integer		.
    int4	f	i	0	a	1	1	numeric	integer		.
    int4	f	i	0	a	1	1	real	integer		.
    int4	f	i	0	a	1	1	smallint	integer		.
    int42div	f	i	0	a	2	2	integer;smallint	integer		.
    int42eq	f	i	0	a	2	2	integer;smallint	boolean		.
    int42ge	f	i	0	a	2	2	integer;smallint	boolean		.
    int42gt	f	i	0	a	2	2	integer;smallint	boolean		.
    int42le	f	i	0	a	2	2	integer;smallint	boolean		.
    int42lt	f	i	0	a	2	2	integer;smallint	boolean		.
    int42mi	f	i	0	a	2	2	integer;smallint	integer		.
    int42mul	f	i	0	a	2	2	integer;smallint	integer		.
    int42ne	f	i	0	a	2	2	integer;smallint	boolean		.
    int42pl	f	i	0	a	2	2	integer;smallint	integer		.
    int48div	f	i	0	a	2	2	integer;bigint	bigint		.
    int48eq	f	i	0	a	2	2	integer;bigint	boolean		.
    int48ge	f	i	0	a	2	2	integer;bigint	boolean		.
    int48gt	f	i	0	a	2	2	integer;bigint	boolean		.
    int48le	f	i	0	a	2	2	integer;bigint	boolean		.
    int48lt	f	i	0	a	2	2	integer;bigint	boolean		.
    int48mi	f	i	0	a	2	2	integer;bigint	bigint		.
    int48mul	f	i	0	a	2	2	integer;bigint	bigint		.
    int48ne	f	i	0	a	2	2	integer;bigint	boolean		.
    int48pl	f	i	0	a	2	2	integer;bigint	bigint		.
    int4_avg_accum	f	i	0	a	2	2	bigint[];integer	bigint[]		.
    int4_avg_accum_inv	f	i	0	a	2	2	bigint[];integer	bigint[]		.
    int4_avg_combine	f	i	0	a	2	2	bigint[];bigint[]	bigint[]		.
    int4_mul_cash	f	i	0	a	2	2	integer;money	money		.
    int4_sum	f	i	0	a	2	2	bigint;integer	bigint		.
    int4abs	f	i	0	a	1	1	integer	integer		.
    int4and	f	i	0	a	2	2	integer;integer	integer		.
    int4div	f	i	0	a	2	2	integer;integer	integer		.
    int4eq	f	i	0	a	2	2	integer;integer	boolean		.
    int4ge	f	i	0	a	2	2	integer;integer	boolean		.
    int4gt	f	i	0	a	2	2	integer;integer	boolean		.
    int4inc	f	i	0	a	1	1	integer	integer		.
    int4larger	f	i	0	a	2	2	integer;integer	integer		.
    int4le	f	i	0	a	2	2	integer;integer	boolean		.
    int4lt	f	i	0	a	2	2	integer;integer	boolean		.
    int4mi	f	i	0	a	2	2	integer;integer	integer		.
    int4mod	f	i	0	a	2	2	integer;integer	integer		.
    int4mul	f	i	0	a	2	2	integer;integer	integer		.
    int4multirange	f	i	0	a	1	1	int4range	int4multirange		.
    int4multirange	f	i	0	a	1	-1	int4range[]	int4multirange		.
    int4multirange	f	i	0	a	0	0		int4multirange		.
    int4ne	f	i	0	a	2	2	integer;integer	boolean		.
    int4not	f	i	0	a	1	1	integer	integer		.
    int4or	f	i	0	a	2	2	integer;integer	integer		.
    int4pl	f	i	0	a	2	2	integer;integer	integer		.
    int4range	f	i	0	a	2	2	integer;integer	int4range		.
    int4range	f	i	0	a	3	3	integer;integer;text	int4range		.
    int4range_canonical	f	i	0	a	1	1	int4range	int4range		.
    int4range_subdiff	f	i	0	a	2	2	integer;integer	double precision		.
    int4send	f	i	0	a	1	1	integer	bytea		.
    int4shl	f	i	0	a	2	2	integer;integer	integer		.
    int4shr	f	i	0	a	2	2	integer;integer	integer		.
    int4smaller	f	i	0	a	2	2	integer;integer	integer		.
    int4um	f	i	0	a	1	1	integer	integer		.
    int4up	f	i	0	a	1	1	integer	integer		.
    int4xor	f	i	0	a	2	2	integer;integer	integer		.
    int8	f	i	0	a	1	1	bit	bigint		.
    int8	f	i	0	a	1	1	double precision	bigint		.
    int8	f	i	0	a	1	1	integer	bigint		.
    int8	f	i	0	a	1	1	jsonb	bigint		.
    int8	f	i	0	a	1	1	numeric	bigint		.
    int8	f	i	0	a	1	1	oid	bigint		.
    int8	f	i	0	a	1	1	real	bigint		.
    int8	f	i	0	a	1	1	smallint	bigint		.
    int82div	f	i	0	a	2	2	bigint;smallint	bigint		.
    int82eq	f	i	0	a	2	2	bigint;smallint	boolean		.
    int82ge	f	i	0	a	2	2	bigint;smallint	boolean		.
    int82gt	f	i	0	a	2	2	bigint;smallint	boolean		.
    int82le	f	i	0	a	2	2	bigint;smallint	boolean		.
    int82lt	f	i	0	a	2	2	bigint;smallint	boolean		.
    int82mi	f	i	0	a	2	2	bigint;smallint	bigint		.
    int82mul	f	i	0	a	2	2	bigint;smallint	bigint		.
    int82ne	f	i	0	a	2	2	bigint;smallint	boolean		.
    int82pl	f	i	0	a	2	2	bigint;smallint	bigint		.
    int84div	f	i	0	a	2	2	bigint;integer	bigint		.
    int84eq	f	i	0	a	2	2	bigint;integer	boolean		.
    int84ge	f	i	0	a	2	2	bigint;integer	boolean		.
    int84gt	f	i	0	a	2	2	bigint;integer	boolean		.
    int84le	f	i	0	a	2	2	bigint;integer	boolean		.
    int84lt	f	i	0	a	2	2	bigint;integer	boolean		.
    int84mi	f	i	0	a	2	2	bigint;integer	bigint		.
    int84mul	f	i	0	a	2	2	bigint;integer	bigint		.
    int84ne	f	i	0	a	2	2	bigint;integer	boolean		.
    int84pl	f	i	0	a	2	2	bigint;integer	bigint		.
    int8_avg	f	i	0	a	1	1	bigint[]	numeric		.
    int8_mul_cash	f	i	0	a	2	2	bigint;money	money		.
    int8_sum	f	i	0	a	2	2	numeric;bigint	numeric		.
    int8abs	f	i	0	a	1	1	bigint	bigint		.
    int8and	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8dec	f	i	0	a	1	1	bigint	bigint		.
    int8dec_any	f	i	0	a	2	2	bigint;"any"	bigint		.
    int8div	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8eq	f	i	0	a	2	2	bigint;bigint	boolean		.
    int8ge	f	i	0	a	2	2	bigint;bigint	boolean		.
    int8gt	f	i	0	a	2	2	bigint;bigint	boolean		.
    int8inc	f	i	0	a	1	1	bigint	bigint		.
    int8inc_any	f	i	0	a	2	2	bigint;"any"	bigint		.
    int8inc_float8_float8	f	i	0	a	3	3	bigint;double precision;double precision	bigint		.
    int8larger	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8le	f	i	0	a	2	2	bigint;bigint	boolean		.
    int8lt	f	i	0	a	2	2	bigint;bigint	boolean		.
    int8mi	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8mod	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8mul	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8multirange	f	i	0	a	1	1	int8range	int8multirange		.
    int8multirange	f	i	0	a	1	-1	int8range[]	int8multirange		.
    int8multirange	f	i	0	a	0	0		int8multirange		.
    int8ne	f	i	0	a	2	2	bigint;bigint	boolean		.
    int8not	f	i	0	a	1	1	bigint	bigint		.
    int8or	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8pl	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8pl_inet	f	i	0	a	2	2	bigint;inet	inet		.
    int8range	f	i	0	a	2	2	bigint;bigint	int8range		.
    int8range	f	i	0	a	3	3	bigint;bigint;text	int8range		.
    int8range_canonical	f	i	0	a	1	1	int8range	int8range		.
    int8range_subdiff	f	i	0	a	2	2	bigint;bigint	double precision		.
    int8send	f	i	0	a	1	1	bigint	bytea		.
    int8shl	f	i	0	a	2	2	bigint;integer	bigint		.
    int8shr	f	i	0	a	2	2	bigint;integer	bigint		.
    int8smaller	f	i	0	a	2	2	bigint;bigint	bigint		.
    int8um	f	i	0	a	1	1	bigint	bigint		.
    int8up	f	i	0	a	1	1	bigint	bigint		.
    int8xor	f	i	0	a	2	2	bigint;bigint	bigint		.
    integer_pl_date	f	i	0	a	2	2	integer;date	date		.
    inter_lb	f	i	0	a	2	2	line;box	boolean		.
    inter_sb	f	i	0	a	2	2	lseg;box	boolean		.
    inter_sl	f	i	0	a	2	2	lseg;line	boolean		.
    interval	f	i	0	a	2	2	interval;integer	interval		.
    interval	f	i	0	a	1	1	time without time zone	interval		.
    interval_accum	f	i	0	a	2	2	interval[];interval	interval[]		.
    interval_accum_inv	f	i	0	a	2	2	interval[];interval	interval[]		.
    interval_avg	f	i	0	a	1	1	interval[]	interval		.
    interval_cmp	f	i	0	a	2	2	interval;interval	integer		.
    interval_combine	f	i	0	a	2	2	interval[];interval[]	interval[]		.
    interval_div	f	i	0	a	2	2	interval;double precision	interval		.
    interval_eq	f	i	0	a	2	2	interval;interval	boolean		.
    interval_ge	f	i	0	a	2	2	interval;interval	boolean		.
    interval_gt	f	i	0	a	2	2	interval;interval	boolean		.
    interval_hash	f	i	0	a	1	1	interval	integer		.
    interval_hash_extended	f	i	0	a	2	2	interval;bigint	bigint		.
    interval_larger	f	i	0	a	2	2	interval;interval	interval		.
    interval_le	f	i	0	a	2	2	interval;interval	boolean		.
    interval_lt	f	i	0	a	2	2	interval;interval	boolean		.
    interval_mi	f	i	0	a	2	2	interval;interval	interval		.
    interval_mul	f	i	0	a	2	2	interval;double precision	interval		.
    interval_ne	f	i	0	a	2	2	interval;interval	boolean		.
    interval_pl	f	i	0	a	2	2	interval;interval	interval		.
    interval_pl_date	f	i	0	a	2	2	interval;date	timestamp without time zone		.
    interval_pl_time	f	i	0	a	2	2	interval;time without time zone	time without time zone		.
    interval_pl_timestamp	f	i	0	a	2	2	interval;timestamp without time zone	timestamp without time zone		.
    interval_pl_timestamptz	f	s	0	g	2	2	interval;timestamp with time zone	timestamp with time zone		.
    interval_pl_timetz	f	i	0	a	2	2	interval;time with time zone	time with time zone		.
    interval_send	f	i	0	a	1	1	interval	bytea		.
    interval_smaller	f	i	0	a	2	2	interval;interval	interval		.
    interval_um	f	i	0	a	1	1	interval	interval		.
    is_normalized	f	i	0	a	1	2	text;text	boolean		.
    isclosed	f	i	0	a	1	1	path	boolean		.
    isempty	f	i	0	a	1	1	anymultirange	boolean		.
    isempty	f	i	0	a	1	1	anyrange	boolean		.
    isfinite	f	i	0	a	1	1	date	boolean		.
    isfinite	f	i	0	a	1	1	interval	boolean		.
    isfinite	f	i	0	a	1	1	timestamp with time zone	boolean		.
    isfinite	f	i	0	a	1	1	timestamp without time zone	boolean		.
    ishorizontal	f	i	0	a	1	1	line	boolean		.
    ishorizontal	f	i	0	a	1	1	lseg	boolean		.
    ishorizontal	f	i	0	a	2	2	point;point	boolean		.
    isopen	f	i	0	a	1	1	path	boolean		.
    isparallel	f	i	0	a	2	2	line;line	boolean		.
    isparallel	f	i	0	a	2	2	lseg;lseg	boolean		.
    isperp	f	i	0	a	2	2	line;line	boolean		.
    isperp	f	i	0	a	2	2	lseg;lseg	boolean		.
    isvertical	f	i	0	a	1	1	line	boolean		.
    isvertical	f	i	0	a	1	1	lseg	boolean		.
    isvertical	f	i	0	a	2	2	point;point	boolean		.
    json_agg	a	s	0	a	1	1	anyelement	json		.
    json_array_element	f	i	0	a	2	2	json;integer	json		.
    json_array_element_text	f	i	0	a	2	2	json;integer	text		.
    json_array_elements	f	i	1	a	1	1	json	json	value	.
    json_array_elements_text	f	i	1	a	1	1	json	text	value	.
    json_array_length	f	i	0	a	1	1	json	integer		.
    json_build_array	f	s	0	g	1	-1	"any"	json		.
    json_build_array	f	s	0	g	0	0		json		.
    json_build_object	f	s	0	g	1	-1	"any"	json		.
    json_build_object	f	s	0	g	0	0		json		.
    json_each	f	i	1	a	1	1	json	record	key;value	.
    json_each_text	f	i	1	a	1	1	json	record	key;value	.
    json_extract_path	f	i	0	a	2	-1	json;text[]	json		.
    json_extract_path_text	f	i	0	a	2	-1	json;text[]	text		.
    json_object	f	i	0	a	1	1	text[]	json		.
    json_object	f	i	0	a	2	2	text[];text[]	json		.
    json_object_agg	a	s	0	a	2	2	"any";"any"	json		.
    json_object_field	f	i	0	a	2	2	json;text	json		.
    json_object_field_text	f	i	0	a	2	2	json;text	text		.
    json_object_keys	f	i	1	a	1	1	json	text		.
    json_populate_record	f	s	0	g	2	3	anyelement;json;boolean	anyelement		.
    json_populate_recordset	f	s	1	g	2	3	anyelement;json;boolean	anyelement		.
    json_send	f	i	0	a	1	1	json	bytea		.
    json_strip_nulls	f	i	0	a	1	1	json	json		.
    json_to_record	f	s	0	g	1	1	json	record		.
    json_to_recordset	f	s	1	g	1	1	json	record		.
    json_to_tsvector	f	s	0	g	2	2	json;jsonb	tsvector		.
    json_to_tsvector	f	i	0	g	3	3	regconfig;json;jsonb	tsvector		.
    json_typeof	f	i	0	a	1	1	json	text		.
    jsonb_agg	a	s	0	a	1	1	anyelement	jsonb		.
    jsonb_array_element	f	i	0	a	2	2	jsonb;integer	jsonb		.
    jsonb_array_element_text	f	i	0	a	2	2	jsonb;integer	text		.
    jsonb_array_elements	f	i	1	a	1	1	jsonb	jsonb	value	.
    jsonb_array_elements_text	f	i	1	a	1	1	jsonb	text	value	.
    jsonb_array_length	f	i	0	a	1	1	jsonb	integer		.
    jsonb_build_array	f	s	0	g	1	-1	"any"	jsonb		.
    jsonb_build_array	f	s	0	g	0	0		jsonb		.
    jsonb_build_object	f	s	0	g	1	-1	"any"	jsonb		.
    jsonb_build_object	f	s	0	g	0	0		jsonb		.
    jsonb_cmp	f	i	0	a	2	2	jsonb;jsonb	integer		.
    jsonb_concat	f	i	0	a	2	2	jsonb;jsonb	jsonb		.
    jsonb_contained	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_contains	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_delete	f	i	0	a	2	2	jsonb;integer	jsonb		.
    jsonb_delete	f	i	0	a	2	2	jsonb;text	jsonb		.
    jsonb_delete	f	i	0	a	2	-1	jsonb;text[]	jsonb		.
    jsonb_delete_path	f	i	0	a	2	2	jsonb;text[]	jsonb		.
    jsonb_each	f	i	1	a	1	1	jsonb	record	key;value	.
    jsonb_each_text	f	i	1	a	1	1	jsonb	record	key;value	.
    jsonb_eq	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_exists	f	i	0	a	2	2	jsonb;text	boolean		.
    jsonb_exists_all	f	i	0	a	2	2	jsonb;text[]	boolean		.
    jsonb_exists_any	f	i	0	a	2	2	jsonb;text[]	boolean		.
    jsonb_extract_path	f	i	0	a	2	-1	jsonb;text[]	jsonb		.
    jsonb_extract_path_text	f	i	0	a	2	-1	jsonb;text[]	text		.
    jsonb_ge	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_gt	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_hash	f	i	0	a	1	1	jsonb	integer		.
    jsonb_hash_extended	f	i	0	a	2	2	jsonb;bigint	bigint		.
    jsonb_insert	f	i	0	a	3	4	jsonb;text[];jsonb;boolean	jsonb		.
    jsonb_le	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_lt	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_ne	f	i	0	a	2	2	jsonb;jsonb	boolean		.
    jsonb_object	f	i	0	a	1	1	text[]	jsonb		.
    jsonb_object	f	i	0	a	2	2	text[];text[]	jsonb		.
    jsonb_object_agg	a	i	0	a	2	2	"any";"any"	jsonb		.
    jsonb_object_field	f	i	0	a	2	2	jsonb;text	jsonb		.
    jsonb_object_field_text	f	i	0	a	2	2	jsonb;text	text		.
    jsonb_object_keys	f	i	1	a	1	1	jsonb	text		.
    jsonb_path_exists	f	i	0	a	2	4	jsonb;jsonpath;jsonb;boolean	boolean		.
    jsonb_path_exists_opr	f	i	0	a	2	2	jsonb;jsonpath	boolean		.
    jsonb_path_exists_tz	f	s	0	g	2	4	jsonb;jsonpath;jsonb;boolean	boolean		.
    jsonb_path_match	f	i	0	a	2	4	jsonb;jsonpath;jsonb;boolean	boolean		.
    jsonb_path_match_opr	f	i	0	a	2	2	jsonb;jsonpath	boolean		.
    jsonb_path_match_tz	f	s	0	g	2	4	jsonb;jsonpath;jsonb;boolean	boolean		.
    jsonb_path_query	f	i	1	a	2	4	jsonb;jsonpath;jsonb;boolean	jsonb		.
    jsonb_path_query_array	f	i	0	a	2	4	jsonb;jsonpath;jsonb;boolean	jsonb		.
    jsonb_path_query_array_tz	f	s	0	g	2	4	jsonb;jsonpath;jsonb;boolean	jsonb		.
    jsonb_path_query_first	f	i	0	a	2	4	jsonb;jsonpath;jsonb;boolean	jsonb		.
    jsonb_path_query_first_tz	f	s	0	g	2	4	jsonb;jsonpath;jsonb;boolean	jsonb		.
    jsonb_path_query_tz	f	s	1	g	2	4	jsonb;jsonpath;jsonb;boolean	jsonb		.
    jsonb_populate_record	f	s	0	g	2	2	anyelement;jsonb	anyelement		.
    jsonb_populate_recordset	f	s	1	g	2	2	anyelement;jsonb	anyelement		.
    jsonb_pretty	f	i	0	a	1	1	jsonb	text		.
    jsonb_send	f	i	0	a	1	1	jsonb	bytea		.
    jsonb_set	f	i	0	a	3	4	jsonb;text[];jsonb;boolean	jsonb		.
    jsonb_set_lax	f	i	0	a	3	5	jsonb;text[];jsonb;boolean;text	jsonb		.
    jsonb_strip_nulls	f	i	0	a	1	1	jsonb	jsonb		.
    jsonb_to_record	f	s	0	g	1	1	jsonb	record		.
    jsonb_to_recordset	f	s	1	g	1	1	jsonb	record		.
    jsonb_to_tsvector	f	s	0	g	2	2	jsonb;jsonb	tsvector		.
    jsonb_to_tsvector	f	i	0	g	3	3	regconfig;jsonb;jsonb	tsvector		.
    jsonb_typeof	f	i	0	a	1	1	jsonb	text		.
    jsonpath_send	f	i	0	a	1	1	jsonpath	bytea		.
    justify_days	f	i	0	a	1	1	interval	interval		.
    justify_hours	f	i	0	a	1	1	interval	interval		.
    justify_interval	f	i	0	a	1	1	interval	interval		.
    lag	w	i	0	a	3	3	anycompatible;integer;anycompatible	anycompatible		.
    lag	w	i	0	a	1	1	anyelement	anyelement		.
    lag	w	i	0	a	2	2	anyelement;integer	anyelement		.
    last_value	w	i	0	a	1	1	anyelement	anyelement		.
    lcm	f	i	0	a	2	2	bigint;bigint	bigint		.
    lcm	f	i	0	a	2	2	integer;integer	integer		.
    lcm	f	i	0	a	2	2	numeric;numeric	numeric		.
    lead	w	i	0	a	3	3	anycompatible;integer;anycompatible	anycompatible		.
    lead	w	i	0	a	1	1	anyelement	anyelement		.
    lead	w	i	0	a	2	2	anyelement;integer	anyelement		.
    left	f	i	0	a	2	2	text;integer	text		.
    length	f	i	0	a	1	1	bit	integer		.
    length	f	i	0	a	1	1	bytea	integer		.
    length	f	s	0	g	2	2	bytea;name	integer		.
    length	f	i	0	a	1	1	character	integer		.
    length	f	i	0	a	1	1	lseg	double precision		.
    length	f	i	0	a	1	1	path	double precision		.
    length	f	i	0	a	1	1	text	integer		.
    length	f	i	0	a	1	1	tsvector	integer		.
    like	f	i	0	a	2	2	bytea;bytea	boolean		.
    like	f	i	0	a	2	2	name;text	boolean		.
    like	f	i	0	a	2	2	text;text	boolean		.
    like_escape	f	i	0	a	2	2	bytea;bytea	bytea		.
    like_escape	f	i	0	a	2	2	text;text	text		.
    line	f	i	0	a	2	2	point;point	line		.
    line_distance	f	i	0	a	2	2	line;line	double precision		.
    line_eq	f	i	0	a	2	2	line;line	boolean		.
    line_horizontal	f	i	0	a	1	1	line	boolean		.
    line_interpt	f	i	0	a	2	2	line;line	point		.
    line_intersect	f	i	0	a	2	2	line;line	boolean		.
    line_parallel	f	i	0	a	2	2	line;line	boolean		.
    line_perp	f	i	0	a	2	2	line;line	boolean		.
    line_send	f	i	0	a	1	1	line	bytea		.
    line_vertical	f	i	0	a	1	1	line	boolean		.
    ln	f	i	0	a	1	1	double precision	double precision		.
    ln	f	i	0	a	1	1	numeric	numeric		.
    log	f	i	0	a	1	1	double precision	double precision		.
    log	f	i	0	a	1	1	numeric	numeric		.
    log	f	i	0	a	2	2	numeric;numeric	numeric		.
    log10	f	i	0	a	1	1	double precision	double precision		.
    log10	f	i	0	a	1	1	numeric	numeric		.
    lower	f	i	0	a	1	1	anymultirange	anyelement		.
    lower	f	i	0	a	1	1	anyrange	anyelement		.
    lower	f	i	0	a	1	1	text	text		.
    lower_inc	f	i	0	a	1	1	anymultirange	boolean		.
    lower_inc	f	i	0	a	1	1	anyrange	boolean		.
    lower_inf	f	i	0	a	1	1	anymultirange	boolean		.
    lower_inf	f	i	0	a	1	1	anyrange	boolean		.
    lpad	f	i	0	a	2	2	text;integer	text		.
    lpad	f	i	0	a	3	3	text;integer;text	text		.
    lseg	f	i	0	a	1	1	box	lseg		.
    lseg	f	i	0	a	2	2	point;point	lseg		.
    lseg_center	f	i	0	a	1	1	lseg	point		.
    lseg_distance	f	i	0	a	2	2	lseg;lseg	double precision		.
    lseg_eq	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_ge	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_gt	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_horizontal	f	i	0	a	1	1	lseg	boolean		.
    lseg_interpt	f	i	0	a	2	2	lseg;lseg	point		.
    lseg_intersect	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_le	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_length	f	i	0	a	1	1	lseg	double precision		.
    lseg_lt	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_ne	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_parallel	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_perp	f	i	0	a	2	2	lseg;lseg	boolean		.
    lseg_send	f	i	0	a	1	1	lseg	bytea		.
    lseg_vertical	f	i	0	a	1	1	lseg	boolean		.
    ltrim	f	i	0	a	2	2	bytea;bytea	bytea		.
    ltrim	f	i	0	a	1	1	text	text		.
    ltrim	f	i	0	a	2	2	text;text	text		.
    macaddr	f	i	0	a	1	1	macaddr8	macaddr		.
    macaddr8	f	i	0	a	1	1	macaddr	macaddr8		.
    macaddr8_and	f	i	0	a	2	2	macaddr8;macaddr8	macaddr8		.
    macaddr8_cmp	f	i	0	a	2	2	macaddr8;macaddr8	integer		.
    macaddr8_eq	f	i	0	a	2	2	macaddr8;macaddr8	boolean		.
    macaddr8_ge	f	i	0	a	2	2	macaddr8;macaddr8	boolean		.
    macaddr8_gt	f	i	0	a	2	2	macaddr8;macaddr8	boolean		.
    macaddr8_le	f	i	0	a	2	2	macaddr8;macaddr8	boolean		.
    macaddr8_lt	f	i	0	a	2	2	macaddr8;macaddr8	boolean		.
    macaddr8_ne	f	i	0	a	2	2	macaddr8;macaddr8	boolean		.
    macaddr8_not	f	i	0	a	1	1	macaddr8	macaddr8		.
    macaddr8_or	f	i	0	a	2	2	macaddr8;macaddr8	macaddr8		.
    macaddr8_send	f	i	0	a	1	1	macaddr8	bytea		.
    macaddr8_set7bit	f	i	0	a	1	1	macaddr8	macaddr8		.
    macaddr_and	f	i	0	a	2	2	macaddr;macaddr	macaddr		.
    macaddr_cmp	f	i	0	a	2	2	macaddr;macaddr	integer		.
    macaddr_eq	f	i	0	a	2	2	macaddr;macaddr	boolean		.
    macaddr_ge	f	i	0	a	2	2	macaddr;macaddr	boolean		.
    macaddr_gt	f	i	0	a	2	2	macaddr;macaddr	boolean		.
    macaddr_le	f	i	0	a	2	2	macaddr;macaddr	boolean		.
    macaddr_lt	f	i	0	a	2	2	macaddr;macaddr	boolean		.
    macaddr_ne	f	i	0	a	2	2	macaddr;macaddr	boolean		.
    macaddr_not	f	i	0	a	1	1	macaddr	macaddr		.
    macaddr_or	f	i	0	a	2	2	macaddr;macaddr	macaddr		.
    macaddr_send	f	i	0	a	1	1	macaddr	bytea		.
    make_date	f	i	0	a	3	3	integer;integer;integer	date		.
    make_interval	f	i	0	a	0	7	integer;integer;integer;integer;integer;integer;double precision	interval		.
    make_time	f	i	0	a	3	3	integer;integer;double precision	time without time zone		.
    make_timestamp	f	i	0	a	6	6	integer;integer;integer;integer;integer;double precision	timestamp without time zone		.
    make_timestamptz	f	s	0	g	6	6	integer;integer;integer;integer;integer;double precision	timestamp with time zone		.
    make_timestamptz	f	s	0	g	7	7	integer;integer;integer;integer;integer;double precision;text	timestamp with time zone		.
    masklen	f	i	0	a	1	1	inet	integer		.
    max	a	i	0	a	1	1	anyarray	anyarray		.
    max	a	i	0	a	1	1	anyenum	anyenum		.
    max	a	i	0	a	1	1	bigint	bigint		.
    max	a	i	0	a	1	1	character	character		.
    max	a	i	0	a	1	1	date	date		.
    max	a	i	0	a	1	1	double precision	double precision		.
    max	a	i	0	a	1	1	inet	inet		.
    max	a	i	0	a	1	1	integer	integer		.
    max	a	i	0	a	1	1	interval	interval		.
    max	a	i	0	a	1	1	money	money		.
    max	a	i	0	a	1	1	numeric	numeric		.
    max	a	i	0	a	1	1	oid	oid		.
    max	a	i	0	a	1	1	pg_lsn	pg_lsn		.
    max	a	i	0	a	1	1	real	real		.
    max	a	i	0	a	1	1	smallint	smallint		.
    max	a	i	0	a	1	1	text	text		.
    max	a	i	0	a	1	1	tid	tid		.
    max	a	i	0	a	1	1	time with time zone	time with time zone		.
    max	a	i	0	a	1	1	time without time zone	time without time zone		.
    max	a	i	0	a	1	1	timestamp with time zone	timestamp with time zone		.
    max	a	i	0	a	1	1	timestamp without time zone	timestamp without time zone		.
    max	a	i	0	a	1	1	xid8	xid8		.
    md5	f	i	0	a	1	1	bytea	text		.
    md5	f	i	0	a	1	1	text	text		.
    min	a	i	0	a	1	1	anyarray	anyarray		.
    min	a	i	0	a	1	1	anyenum	anyenum		.
    min	a	i	0	a	1	1	bigint	bigint		.
    min	a	i	0	a	1	1	character	character		.
    min	a	i	0	a	1	1	date	date		.
    min	a	i	0	a	1	1	double precision	double precision		.
    min	a	i	0	a	1	1	inet	inet		.
    min	a	i	0	a	1	1	integer	integer		.
    min	a	i	0	a	1	1	interval	interval		.
    min	a	i	0	a	1	1	money	money		.
    min	a	i	0	a	1	1	numeric	numeric		.
    min	a	i	0	a	1	1	oid	oid		.
    min	a	i	0	a	1	1	pg_lsn	pg_lsn		.
    min	a	i	0	a	1	1	real	real		.
    min	a	i	0	a	1	1	smallint	smallint		.
    min	a	i	0	a	1	1	text	text		.
    min	a	i	0	a	1	1	tid	tid		.
    min	a	i	0	a	1	1	time with time zone	time with time zone		.
    min	a	i	0	a	1	1	time without time zone	time without time zone		.
    min	a	i	0	a	1	1	timestamp with time zone	timestamp with time zone		.
    min	a	i	0	a	1	1	timestamp without time zone	timestamp without time zone		.
    min	a	i	0	a	1	1	xid8	xid8		.
    min_scale	f	i	0	a	1	1	numeric	integer		.
    mod	f	i	0	a	2	2	bigint;bigint	bigint		.
    mod	f	i	0	a	2	2	integer;integer	integer		.
    mod	f	i	0	a	2	2	numeric;numeric	numeric		.
    mod	f	i	0	a	2	2	smallint;smallint	smallint		.
    mode	a	i	0	a	1	1	anyelement	anyelement		.
    money	f	s	0	g	1	1	bigint	money		.
    money	f	s	0	g	1	1	integer	money		.
    money	f	s	0	g	1	1	numeric	money		.
    mul_d_interval	f	i	0	a	2	2	double precision;interval	interval		.
    multirange	f	i	0	a	1	1	anyrange	anymultirange		.
    multirange_adjacent_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_adjacent_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_after_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_after_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_before_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_before_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_cmp	f	i	0	a	2	2	anymultirange;anymultirange	integer		.
    multirange_contained_by_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_contained_by_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_contains_elem	f	i	0	a	2	2	anymultirange;anyelement	boolean		.
    multirange_contains_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_contains_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_eq	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_ge	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_gt	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_intersect	f	i	0	a	2	2	anymultirange;anymultirange	anymultirange		.
    multirange_intersect_agg_transfn	f	i	0	a	2	2	anymultirange;anymultirange	anymultirange		.
    multirange_le	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_lt	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_minus	f	i	0	a	2	2	anymultirange;anymultirange	anymultirange		.
    multirange_ne	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_overlaps_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_overlaps_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_overleft_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_overleft_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_overright_multirange	f	i	0	a	2	2	anymultirange;anymultirange	boolean		.
    multirange_overright_range	f	i	0	a	2	2	anymultirange;anyrange	boolean		.
    multirange_union	f	i	0	a	2	2	anymultirange;anymultirange	anymultirange		.
    mxid_age	f	s	0	v	1	1	xid	integer		.
    name	f	i	0	a	1	1	character	name		.
    name	f	i	0	a	1	1	character varying	name		.
    name	f	i	0	a	1	1	text	name		.
    nameconcatoid	f	i	0	a	2	2	name;oid	name		.
    nameeq	f	i	0	a	2	2	name;name	boolean		.
    nameeqtext	f	i	0	a	2	2	name;text	boolean		.
    namege	f	i	0	a	2	2	name;name	boolean		.
    namegetext	f	i	0	a	2	2	name;text	boolean		.
    namegt	f	i	0	a	2	2	name;name	boolean		.
    namegttext	f	i	0	a	2	2	name;text	boolean		.
    nameiclike	f	i	0	a	2	2	name;text	boolean		.
    nameicnlike	f	i	0	a	2	2	name;text	boolean		.
    nameicregexeq	f	i	0	a	2	2	name;text	boolean		.
    nameicregexne	f	i	0	a	2	2	name;text	boolean		.
    namele	f	i	0	a	2	2	name;name	boolean		.
    nameletext	f	i	0	a	2	2	name;text	boolean		.
    namelike	f	i	0	a	2	2	name;text	boolean		.
    namelt	f	i	0	a	2	2	name;name	boolean		.
    namelttext	f	i	0	a	2	2	name;text	boolean		.
    namene	f	i	0	a	2	2	name;name	boolean		.
    namenetext	f	i	0	a	2	2	name;text	boolean		.
    namenlike	f	i	0	a	2	2	name;text	boolean		.
    nameregexeq	f	i	0	a	2	2	name;text	boolean		.
    nameregexne	f	i	0	a	2	2	name;text	boolean		.
    netmask	f	i	0	a	1	1	inet	inet		.
    network	f	i	0	a	1	1	inet	cidr		.
    network_cmp	f	i	0	a	2	2	inet;inet	integer		.
    network_eq	f	i	0	a	2	2	inet;inet	boolean		.
    network_ge	f	i	0	a	2	2	inet;inet	boolean		.
    network_gt	f	i	0	a	2	2	inet;inet	boolean		.
    network_larger	f	i	0	a	2	2	inet;inet	inet		.
    network_le	f	i	0	a	2	2	inet;inet	boolean		.
    network_lt	f	i	0	a	2	2	inet;inet	boolean		.
    network_ne	f	i	0	a	2	2	inet;inet	boolean		.
    network_overlap	f	i	0	a	2	2	inet;inet	boolean		.
    network_smaller	f	i	0	a	2	2	inet;inet	inet		.
    network_sub	f	i	0	a	2	2	inet;inet	boolean		.
    network_subeq	f	i	0	a	2	2	inet;inet	boolean		.
    network_sup	f	i	0	a	2	2	inet;inet	boolean		.
    network_supeq	f	i	0	a	2	2	inet;inet	boolean		.
    normalize	f	i	0	a	1	2	text;text	text		.
    notlike	f	i	0	a	2	2	bytea;bytea	boolean		.
    notlike	f	i	0	a	2	2	name;text	boolean		.
    notlike	f	i	0	a	2	2	text;text	boolean		.
    now	f	s	0	a	0	0		timestamp with time zone		.
    npoints	f	i	0	a	1	1	path	integer		.
    npoints	f	i	0	a	1	1	polygon	integer		.
    nth_value	w	i	0	a	2	2	anyelement;integer	anyelement		.
    ntile	w	i	0	a	1	1	integer	integer		.
    num_nonnulls	f	i	0	a	1	-1	"any"	integer		.
    num_nulls	f	i	0	a	1	-1	"any"	integer		.
    numeric	f	i	0	a	1	1	bigint	numeric		.
    numeric	f	i	0	a	1	1	double precision	numeric		.
    numeric	f	i	0	a	1	1	integer	numeric		.
    numeric	f	i	0	a	1	1	jsonb	numeric		.
    numeric	f	s	0	g	1	1	money	numeric		.
    numeric	f	i	0	a	2	2	numeric;integer	numeric		.
    numeric	f	i	0	a	1	1	real	numeric		.
    numeric	f	i	0	a	1	1	smallint	numeric		.
    numeric_abs	f	i	0	a	1	1	numeric	numeric		.
    numeric_add	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_cmp	f	i	0	a	2	2	numeric;numeric	integer		.
    numeric_div	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_div_trunc	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_eq	f	i	0	a	2	2	numeric;numeric	boolean		.
    numeric_exp	f	i	0	a	1	1	numeric	numeric		.
    numeric_ge	f	i	0	a	2	2	numeric;numeric	boolean		.
    numeric_gt	f	i	0	a	2	2	numeric;numeric	boolean		.
    numeric_inc	f	i	0	a	1	1	numeric	numeric		.
    numeric_larger	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_le	f	i	0	a	2	2	numeric;numeric	boolean		.
    numeric_ln	f	i	0	a	1	1	numeric	numeric		.
    numeric_log	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_lt	f	i	0	a	2	2	numeric;numeric	boolean		.
    numeric_mod	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_mul	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_ne	f	i	0	a	2	2	numeric;numeric	boolean		.
    numeric_pl_pg_lsn	f	i	0	a	2	2	numeric;pg_lsn	pg_lsn		.
    numeric_power	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_send	f	i	0	a	1	1	numeric	bytea		.
    numeric_smaller	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_sqrt	f	i	0	a	1	1	numeric	numeric		.
    numeric_sub	f	i	0	a	2	2	numeric;numeric	numeric		.
    numeric_uminus	f	i	0	a	1	1	numeric	numeric		.
    numeric_uplus	f	i	0	a	1	1	numeric	numeric		.
    nummultirange	f	i	0	a	1	1	numrange	nummultirange		.
    nummultirange	f	i	0	a	1	-1	numrange[]	nummultirange		.
    nummultirange	f	i	0	a	0	0		nummultirange		.
    numnode	f	i	0	a	1	1	tsquery	integer		.
    numrange	f	i	0	a	2	2	numeric;numeric	numrange		.
    numrange	f	i	0	a	3	3	numeric;numeric;text	numrange		.
    numrange_subdiff	f	i	0	a	2	2	numeric;numeric	double precision		.
    obj_description	f	s	0	v	1	1	oid	text		.
    obj_description	f	s	0	v	2	2	oid;name	text		.
    octet_length	f	i	0	a	1	1	bit	integer		.
    octet_length	f	i	0	a	1	1	bytea	integer		.
    octet_length	f	i	0	a	1	1	character	integer		.
    octet_length	f	i	0	a	1	1	text	integer		.
    oid	f	i	0	a	1	1	bigint	oid		.
    oideq	f	i	0	a	2	2	oid;oid	boolean		.
    oidge	f	i	0	a	2	2	oid;oid	boolean		.
    oidgt	f	i	0	a	2	2	oid;oid	boolean		.
    oidlarger	f	i	0	a	2	2	oid;oid	oid		.
    oidle	f	i	0	a	2	2	oid;oid	boolean		.
    oidlt	f	i	0	a	2	2	oid;oid	boolean		.
    oidne	f	i	0	a	2	2	oid;oid	boolean		.
    oidsend	f	i	0	a	1	1	oid	bytea		.
    oidsmaller	f	i	0	a	2	2	oid;oid	oid		.
    oidvectoreq	f	i	0	a	2	2	oidvector;oidvector	boolean		.
    oidvectorge	f	i	0	a	2	2	oidvector;oidvector	boolean		.
    oidvectorgt	f	i	0	a	2	2	oidvector;oidvector	boolean		.
    oidvectorle	f	i	0	a	2	2	oidvector;oidvector	boolean		.
    oidvectorlt	f	i	0	a	2	2	oidvector;oidvector	boolean		.
    oidvectorne	f	i	0	a	2	2	oidvector;oidvector	boolean		.
    oidvectorsend	f	i	0	a	1	1	oidvector	bytea		.
    oidvectortypes	f	s	0	v	1	1	oidvector	text		.
    on_pb	f	i	0	a	2	2	point;box	boolean		.
    on_pl	f	i	0	a	2	2	point;line	boolean		.
    on_ppath	f	i	0	a	2	2	point;path	boolean		.
    on_ps	f	i	0	a	2	2	point;lseg	boolean		.
    on_sb	f	i	0	a	2	2	lseg;box	boolean		.
    on_sl	f	i	0	a	2	2	lseg;line	boolean		.
    overlaps	f	i	0	a	4	4	time with time zone;time with time zone;time with time zone;time with time zone	boolean		.
    overlaps	f	i	0	a	4	4	time without time zone;interval;time without time zone;interval	boolean		.
    overlaps	f	i	0	a	4	4	time without time zone;interval;time without time zone;time without time zone	boolean		.
    overlaps	f	i	0	a	4	4	time without time zone;time without time zone;time without time zone;interval	boolean		.
    overlaps	f	i	0	a	4	4	time without time zone;time without time zone;time without time zone;time without time zone	boolean		.
    overlaps	f	s	0	g	4	4	timestamp with time zone;interval;timestamp with time zone;interval	boolean		.
    overlaps	f	s	0	g	4	4	timestamp with time zone;interval;timestamp with time zone;timestamp with time zone	boolean		.
    overlaps	f	s	0	g	4	4	timestamp with time zone;timestamp with time zone;timestamp with time zone;interval	boolean		.
    overlaps	f	i	0	a	4	4	timestamp with time zone;timestamp with time zone;timestamp with time zone;timestamp with time zone	boolean		.
    overlaps	f	i	0	a	4	4	timestamp without time zone;interval;timestamp without time zone;interval	boolean		.
    overlaps	f	i	0	a	4	4	timestamp without time zone;interval;timestamp without time zone;timestamp without time zone	boolean		.
    overlaps	f	i	0	a	4	4	timestamp without time zone;timestamp without time zone;timestamp without time zone;interval	boolean		.
    overlaps	f	i	0	a	4	4	timestamp without time zone;timestamp without time zone;timestamp without time zone;timestamp without time zone	boolean		.
    overlay	f	i	0	a	3	3	bit;bit;integer	bit		.
    overlay	f	i	0	a	4	4	bit;bit;integer;integer	bit		.
    overlay	f	i	0	a	3	3	bytea;bytea;integer	bytea		.
    overlay	f	i	0	a	4	4	bytea;bytea;integer;integer	bytea		.
    overlay	f	i	0	a	3	3	text;text;integer	text		.
    overlay	f	i	0	a	4	4	text;text;integer;integer	text		.
    parse_ident	f	i	0	a	1	2	text;boolean	text[]		.
    path	f	i	0	a	1	1	polygon	path		.
    path_add	f	i	0	a	2	2	path;path	path		.
    path_add_pt	f	i	0	a	2	2	path;point	path		.
    path_contain_pt	f	i	0	a	2	2	path;point	boolean		.
    path_distance	f	i	0	a	2	2	path;path	double precision		.
    path_div_pt	f	i	0	a	2	2	path;point	path		.
    path_inter	f	i	0	a	2	2	path;path	boolean		.
    path_length	f	i	0	a	1	1	path	double precision		.
    path_mul_pt	f	i	0	a	2	2	path;point	path		.
    path_n_eq	f	i	0	a	2	2	path;path	boolean		.
    path_n_ge	f	i	0	a	2	2	path;path	boolean		.
    path_n_gt	f	i	0	a	2	2	path;path	boolean		.
    path_n_le	f	i	0	a	2	2	path;path	boolean		.
    path_n_lt	f	i	0	a	2	2	path;path	boolean		.
    path_npoints	f	i	0	a	1	1	path	integer		.
    path_send	f	i	0	a	1	1	path	bytea		.
    path_sub_pt	f	i	0	a	2	2	path;point	path		.
    pclose	f	i	0	a	1	1	path	path		.
    percent_rank	a	i	0	a	1	-1	"any"	double precision		.
    percent_rank	w	i	0	a	0	0		double precision		.
    percentile_cont	a	i	0	a	2	2	double precision;double precision	double precision		.
    percentile_cont	a	i	0	a	2	2	double precision;interval	interval		.
    percentile_cont	a	i	0	a	2	2	double precision[];double precision	double precision[]		.
    percentile_cont	a	i	0	a	2	2	double precision[];interval	interval[]		.
    percentile_disc	a	i	0	a	2	2	double precision;anyelement	anyelement		.
    percentile_disc	a	i	0	a	2	2	double precision[];anyelement	anyarray		.
    pg_advisory_unlock_all	f	v	0	v	0	0		void		.
    pg_backend_pid	f	s	0	v	0	0		integer		.
    pg_cancel_backend	f	v	0	v	1	1	integer	boolean		.
    pg_char_to_encoding	f	s	0	a	1	1	name	integer		.
    pg_client_encoding	f	s	0	a	0	0		name		.
    pg_collation_for	f	s	0	a	1	1	"any"	text		.
    pg_collation_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_column_compression	f	s	0	a	1	1	"any"	text		.
    pg_column_is_updatable	f	s	0	v	3	3	regclass;smallint;boolean	boolean		.
    pg_column_size	f	s	0	a	1	1	"any"	integer		.
    pg_conversion_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_current_xact_id	f	s	0	v	0	0		xid8		.
    pg_current_xact_id_if_assigned	f	s	0	v	0	0		xid8		.
    pg_encoding_max_length	f	i	0	a	1	1	integer	integer		.
    pg_encoding_to_char	f	s	0	a	1	1	integer	name		.
    pg_function_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_get_constraintdef	f	s	0	v	1	1	oid	text		.
    pg_get_constraintdef	f	s	0	v	2	2	oid;boolean	text		.
    pg_get_expr	f	s	0	v	2	2	pg_node_tree;oid	text		.
    pg_get_expr	f	s	0	v	3	3	pg_node_tree;oid;boolean	text		.
    pg_get_function_arg_default	f	s	0	v	2	2	oid;integer	text		.
    pg_get_function_arguments	f	s	0	v	1	1	oid	text		.
    pg_get_function_identity_arguments	f	s	0	v	1	1	oid	text		.
    pg_get_function_result	f	s	0	v	1	1	oid	text		.
    pg_get_indexdef	f	s	0	v	1	1	oid	text		.
    pg_get_indexdef	f	s	0	v	3	3	oid;integer;boolean	text		.
    pg_get_keywords	f	s	1	a	0	0		record	word;catcode;barelabel;catdesc;baredesc	.
    pg_get_partition_constraintdef	f	s	0	v	1	1	oid	text		.
    pg_get_partkeydef	f	s	0	v	1	1	oid	text		.
    pg_get_replica_identity_index	f	s	0	v	1	1	regclass	regclass		.
    pg_get_ruledef	f	s	0	v	1	1	oid	text		.
    pg_get_ruledef	f	s	0	v	2	2	oid;boolean	text		.
    pg_get_serial_sequence	f	s	0	v	2	2	text;text	text		.
    pg_get_statisticsobjdef	f	s	0	v	1	1	oid	text		.
    pg_get_statisticsobjdef_columns	f	s	0	v	1	1	oid	text		.
    pg_get_statisticsobjdef_expressions	f	s	0	v	1	1	oid	text[]		.
    pg_get_triggerdef	f	s	0	v	1	1	oid	text		.
    pg_get_triggerdef	f	s	0	v	2	2	oid;boolean	text		.
    pg_get_userbyid	f	s	0	v	1	1	oid	name		.
    pg_get_viewdef	f	s	0	v	1	1	oid	text		.
    pg_get_viewdef	f	s	0	v	2	2	oid;boolean	text		.
    pg_get_viewdef	f	s	0	v	2	2	oid;integer	text		.
    pg_get_viewdef	f	s	0	v	1	1	text	text		.
    pg_get_viewdef	f	s	0	v	2	2	text;boolean	text		.
    pg_has_role	f	s	0	v	3	3	name;name;text	boolean		.
    pg_has_role	f	s	0	v	3	3	name;oid;text	boolean		.
    pg_has_role	f	s	0	v	2	2	name;text	boolean		.
    pg_has_role	f	s	0	v	3	3	oid;name;text	boolean		.
    pg_has_role	f	s	0	v	3	3	oid;oid;text	boolean		.
    pg_has_role	f	s	0	v	2	2	oid;text	boolean		.
    pg_index_column_has_property	f	s	0	v	3	3	regclass;integer;text	boolean		.
    pg_index_has_property	f	s	0	v	2	2	regclass;text	boolean		.
    pg_indexam_has_property	f	s	0	a	2	2	oid;text	boolean		.
    pg_indexam_progress_phasename	f	i	0	a	2	2	oid;bigint	text		.
    pg_indexes_size	f	v	0	v	1	1	regclass	bigint		.
    pg_is_in_recovery	f	v	0	a	0	0		boolean		.
    pg_is_other_temp_schema	f	s	0	v	1	1	oid	boolean		.
    pg_is_wal_replay_paused	f	v	0	v	0	0		boolean		.
    pg_jit_available	f	v	0	a	0	0		boolean		.
    pg_listening_channels	f	s	1	v	0	0		text		.
    pg_lsn	f	i	0	a	1	1	numeric	pg_lsn		.
    pg_lsn_cmp	f	i	0	a	2	2	pg_lsn;pg_lsn	integer		.
    pg_lsn_eq	f	i	0	a	2	2	pg_lsn;pg_lsn	boolean		.
    pg_lsn_ge	f	i	0	a	2	2	pg_lsn;pg_lsn	boolean		.
    pg_lsn_gt	f	i	0	a	2	2	pg_lsn;pg_lsn	boolean		.
    pg_lsn_hash	f	i	0	a	1	1	pg_lsn	integer		.
    pg_lsn_hash_extended	f	i	0	a	2	2	pg_lsn;bigint	bigint		.
    pg_lsn_larger	f	i	0	a	2	2	pg_lsn;pg_lsn	pg_lsn		.
    pg_lsn_le	f	i	0	a	2	2	pg_lsn;pg_lsn	boolean		.
    pg_lsn_lt	f	i	0	a	2	2	pg_lsn;pg_lsn	boolean		.
    pg_lsn_mi	f	i	0	a	2	2	pg_lsn;pg_lsn	numeric		.
    pg_lsn_mii	f	i	0	a	2	2	pg_lsn;numeric	pg_lsn		.
    pg_lsn_ne	f	i	0	a	2	2	pg_lsn;pg_lsn	boolean		.
    pg_lsn_pli	f	i	0	a	2	2	pg_lsn;numeric	pg_lsn		.
    pg_lsn_send	f	i	0	a	1	1	pg_lsn	bytea		.
    pg_lsn_smaller	f	i	0	a	2	2	pg_lsn;pg_lsn	pg_lsn		.
    pg_my_temp_schema	f	s	0	v	0	0		oid		.
    pg_opclass_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_operator_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_opfamily_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_options_to_table	f	s	1	a	1	1	text[]	record	option_name;option_value	.
    pg_partition_ancestors	f	v	1	v	1	1	regclass	regclass	relid	.
    pg_partition_root	f	i	0	v	1	1	regclass	regclass		.
    pg_partition_tree	f	v	1	v	1	1	regclass	record	relid;parentrelid;isleaf;level	.
    pg_postmaster_start_time	f	s	0	v	0	0		timestamp with time zone		.
    pg_relation_is_publishable	f	s	0	v	1	1	regclass	boolean		.
    pg_relation_is_updatable	f	s	0	v	2	2	regclass;boolean	integer		.
    pg_relation_size	f	v	0	v	1	1	regclass	bigint		.
    pg_relation_size	f	v	0	v	2	2	regclass;text	bigint		.
    pg_sequence_parameters	f	s	0	v	1	1	oid	record	start_value;minimum_value;maximum_value;increment;cycle_option;cache_size;data_type	.
    pg_settings_get_flags	f	s	0	v	1	1	text	text[]		.
    pg_show_all_settings	f	s	1	v	0	0		record	name;setting;unit;category;short_desc;extra_desc;context;vartype;source;min_val;max_val;enumvals;boot_val;reset_val;sourcefile;sourceline;pending_restart	.
    pg_size_bytes	f	i	0	a	1	1	text	bigint		.
    pg_size_pretty	f	i	0	a	1	1	bigint	text		.
    pg_size_pretty	f	i	0	a	1	1	numeric	text		.
    pg_snapshot_send	f	i	0	a	1	1	pg_snapshot	bytea		.
    pg_snapshot_xip	f	i	1	a	1	1	pg_snapshot	xid8		.
    pg_snapshot_xmax	f	i	0	a	1	1	pg_snapshot	xid8		.
    pg_snapshot_xmin	f	i	0	a	1	1	pg_snapshot	xid8		.
    pg_statistics_obj_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_table_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_table_size	f	v	0	v	1	1	regclass	bigint		.
    pg_terminate_backend	f	v	0	v	1	2	integer;bigint	boolean		.
    pg_timezone_abbrevs	f	s	1	a	0	0		record	abbrev;utc_offset;is_dst	.
    pg_timezone_names	f	s	1	a	0	0		record	name;abbrev;utc_offset;is_dst	.
    pg_total_relation_size	f	v	0	v	1	1	regclass	bigint		.
    pg_trigger_depth	f	s	0	a	0	0		integer		.
    pg_ts_config_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_ts_dict_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_ts_parser_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_ts_template_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_type_is_visible	f	s	0	v	1	1	oid	boolean		.
    pg_typeof	f	s	0	v	1	1	"any"	regtype		.
    pg_visible_in_snapshot	f	i	0	a	2	2	xid8;pg_snapshot	boolean		.
    pg_wal_lsn_diff	f	i	0	a	2	2	pg_lsn;pg_lsn	numeric		.
    phraseto_tsquery	f	i	0	g	2	2	regconfig;text	tsquery		.
    phraseto_tsquery	f	s	0	g	1	1	text	tsquery		.
    pi	f	i	0	a	0	0		double precision		.
    plainto_tsquery	f	i	0	g	2	2	regconfig;text	tsquery		.
    plainto_tsquery	f	s	0	g	1	1	text	tsquery		.
    point	f	i	0	a	1	1	box	point		.
    point	f	i	0	a	1	1	circle	point		.
    point	f	i	0	a	2	2	double precision;double precision	point		.
    point	f	i	0	a	1	1	lseg	point		.
    point	f	i	0	a	1	1	polygon	point		.
    point_above	f	i	0	a	2	2	point;point	boolean		.
    point_add	f	i	0	a	2	2	point;point	point		.
    point_below	f	i	0	a	2	2	point;point	boolean		.
    point_distance	f	i	0	a	2	2	point;point	double precision		.
    point_div	f	i	0	a	2	2	point;point	point		.
    point_eq	f	i	0	a	2	2	point;point	boolean		.
    point_horiz	f	i	0	a	2	2	point;point	boolean		.
    point_left	f	i	0	a	2	2	point;point	boolean		.
    point_mul	f	i	0	a	2	2	point;point	point		.
    point_ne	f	i	0	a	2	2	point;point	boolean		.
    point_right	f	i	0	a	2	2	point;point	boolean		.
    point_send	f	i	0	a	1	1	point	bytea		.
    point_sub	f	i	0	a	2	2	point;point	point		.
    point_vert	f	i	0	a	2	2	point;point	boolean		.
    poly_above	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_below	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_center	f	i	0	a	1	1	polygon	point		.
    poly_contain	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_contain_pt	f	i	0	a	2	2	polygon;point	boolean		.
    poly_contained	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_distance	f	i	0	a	2	2	polygon;polygon	double precision		.
    poly_left	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_npoints	f	i	0	a	1	1	polygon	integer		.
    poly_overabove	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_overbelow	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_overlap	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_overleft	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_overright	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_right	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_same	f	i	0	a	2	2	polygon;polygon	boolean		.
    poly_send	f	i	0	a	1	1	polygon	bytea		.
    polygon	f	i	0	a	1	1	box	polygon		.
    polygon	f	i	0	a	1	1	circle	polygon		.
    polygon	f	i	0	a	2	2	integer;circle	polygon		.
    polygon	f	i	0	a	1	1	path	polygon		.
    popen	f	i	0	a	1	1	path	path		.
    position	f	i	0	a	2	2	bit;bit	integer		.
    position	f	i	0	a	2	2	bytea;bytea	integer		.
    position	f	i	0	a	2	2	text;text	integer		.
    pow	f	i	0	a	2	2	double precision;double precision	double precision		.
    pow	f	i	0	a	2	2	numeric;numeric	numeric		.
    power	f	i	0	a	2	2	double precision;double precision	double precision		.
    power	f	i	0	a	2	2	numeric;numeric	numeric		.
    pt_contained_circle	f	i	0	a	2	2	point;circle	boolean		.
    pt_contained_poly	f	i	0	a	2	2	point;polygon	boolean		.
    querytree	f	i	0	a	1	1	tsquery	text		.
    quote_ident	f	i	0	a	1	1	text	text		.
    quote_literal	f	s	0	g	1	1	anyelement	text		.
    quote_literal	f	i	0	a	1	1	text	text		.
    quote_nullable	f	s	0	g	1	1	anyelement	text		.
    quote_nullable	f	i	0	a	1	1	text	text		.
    radians	f	i	0	a	1	1	double precision	double precision		.
    radius	f	i	0	a	1	1	circle	double precision		.
    random	f	v	0	g	0	0		double precision		.
    range_adjacent	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_adjacent_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_after	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_after_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_agg	a	i	0	a	1	1	anymultirange	anymultirange		.
    range_agg	a	i	0	a	1	1	anyrange	anymultirange		.
    range_before	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_before_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_cmp	f	i	0	a	2	2	anyrange;anyrange	integer		.
    range_contained_by	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_contained_by_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_contains	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_contains_elem	f	i	0	a	2	2	anyrange;anyelement	boolean		.
    range_contains_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_eq	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_ge	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_gt	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_intersect	f	i	0	a	2	2	anyrange;anyrange	anyrange		.
    range_intersect_agg	a	i	0	a	1	1	anymultirange	anymultirange		.
    range_intersect_agg	a	i	0	a	1	1	anyrange	anyrange		.
    range_intersect_agg_transfn	f	i	0	a	2	2	anyrange;anyrange	anyrange		.
    range_le	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_lt	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_merge	f	i	0	a	1	1	anymultirange	anyrange		.
    range_merge	f	i	0	a	2	2	anyrange;anyrange	anyrange		.
    range_minus	f	i	0	a	2	2	anyrange;anyrange	anyrange		.
    range_ne	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_overlaps	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_overlaps_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_overleft	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_overleft_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_overright	f	i	0	a	2	2	anyrange;anyrange	boolean		.
    range_overright_multirange	f	i	0	a	2	2	anyrange;anymultirange	boolean		.
    range_union	f	i	0	a	2	2	anyrange;anyrange	anyrange		.
    rank	a	i	0	a	1	-1	"any"	bigint		.
    rank	w	i	0	a	0	0		bigint		.
    record_eq	f	i	0	a	2	2	record;record	boolean		.
    record_ge	f	i	0	a	2	2	record;record	boolean		.
    record_gt	f	i	0	a	2	2	record;record	boolean		.
    record_image_eq	f	i	0	a	2	2	record;record	boolean		.
    record_image_ge	f	i	0	a	2	2	record;record	boolean		.
    record_image_gt	f	i	0	a	2	2	record;record	boolean		.
    record_image_le	f	i	0	a	2	2	record;record	boolean		.
    record_image_lt	f	i	0	a	2	2	record;record	boolean		.
    record_image_ne	f	i	0	a	2	2	record;record	boolean		.
    record_le	f	i	0	a	2	2	record;record	boolean		.
    record_lt	f	i	0	a	2	2	record;record	boolean		.
    record_ne	f	i	0	a	2	2	record;record	boolean		.
    regclass	f	s	0	v	1	1	text	regclass		.
    regexp_count	f	i	0	a	2	2	text;text	integer		.
    regexp_count	f	i	0	a	3	3	text;text;integer	integer		.
    regexp_count	f	i	0	a	4	4	text;text;integer;text	integer		.
    regexp_instr	f	i	0	a	2	2	text;text	integer		.
    regexp_instr	f	i	0	a	3	3	text;text;integer	integer		.
    regexp_instr	f	i	0	a	4	4	text;text;integer;integer	integer		.
    regexp_instr	f	i	0	a	5	5	text;text;integer;integer;integer	integer		.
    regexp_instr	f	i	0	a	6	6	text;text;integer;integer;integer;text	integer		.
    regexp_instr	f	i	0	a	7	7	text;text;integer;integer;integer;text;integer	integer		.
    regexp_like	f	i	0	a	2	2	text;text	boolean		.
    regexp_like	f	i	0	a	3	3	text;text;text	boolean		.
    regexp_match	f	i	0	a	2	2	text;text	text[]		.
    regexp_match	f	i	0	a	3	3	text;text;text	text[]		.
    regexp_matches	f	i	1	a	2	2	text;text	text[]		.
    regexp_matches	f	i	1	a	3	3	text;text;text	text[]		.
    regexp_replace	f	i	0	a	3	3	text;text;text	text		.
    regexp_replace	f	i	0	a	4	4	text;text;text;integer	text		.
    regexp_replace	f	i	0	a	5	5	text;text;text;integer;integer	text		.
    regexp_replace	f	i	0	a	6	6	text;text;text;integer;integer;text	text		.
    regexp_replace	f	i	0	a	4	4	text;text;text;text	text		.
    regexp_split_to_array	f	i	0	a	2	2	text;text	text[]		.
    regexp_split_to_array	f	i	0	a	3	3	text;text;text	text[]		.
    regexp_split_to_table	f	i	1	a	2	2	text;text	text		.
    regexp_split_to_table	f	i	1	a	3	3	text;text;text	text		.
    regexp_substr	f	i	0	a	2	2	text;text	text		.
    regexp_substr	f	i	0	a	3	3	text;text;integer	text		.
    regexp_substr	f	i	0	a	4	4	text;text;integer;integer	text		.
    regexp_substr	f	i	0	a	5	5	text;text;integer;integer;text	text		.
    regexp_substr	f	i	0	a	6	6	text;text;integer;integer;text;integer	text		.
    regr_avgx	a	i	0	a	2	2	double precision;double precision	double precision		.
    regr_avgy	a	i	0	a	2	2	double precision;double precision	double precision		.
    regr_count	a	i	0	a	2	2	double precision;double precision	bigint		.
    regr_intercept	a	i	0	a	2	2	double precision;double precision	double precision		.
    regr_r2	a	i	0	a	2	2	double precision;double precision	double precision		.
    regr_slope	a	i	0	a	2	2	double precision;double precision	double precision		.
    regr_sxx	a	i	0	a	2	2	double precision;double precision	double precision		.
    regr_sxy	a	i	0	a	2	2	double precision;double precision	double precision		.
    regr_syy	a	i	0	a	2	2	double precision;double precision	double precision		.
    repeat	f	i	0	a	2	2	text;integer	text		.
    replace	f	i	0	a	3	3	text;text;text	text		.
    reverse	f	i	0	a	1	1	text	text		.
    right	f	i	0	a	2	2	text;integer	text		.
    round	f	i	0	a	1	1	double precision	double precision		.
    round	f	i	0	a	1	1	numeric	numeric		.
    round	f	i	0	a	2	2	numeric;integer	numeric		.
    row_number	w	i	0	a	0	0		bigint		.
    row_security_active	f	s	0	v	1	1	oid	boolean		.
    row_security_active	f	s	0	v	1	1	text	boolean		.
    row_to_json	f	s	0	g	1	1	record	json		.
    row_to_json	f	s	0	g	2	2	record;boolean	json		.
    rpad	f	i	0	a	2	2	text;integer	text		.
    rpad	f	i	0	a	3	3	text;integer;text	text		.
    rtrim	f	i	0	a	2	2	bytea;bytea	bytea		.
    rtrim	f	i	0	a	1	1	text	text		.
    rtrim	f	i	0	a	2	2	text;text	text		.
    scale	f	i	0	a	1	1	numeric	integer		.
    session_user	f	s	0	v	0	0		name		.
    set_bit	f	i	0	a	3	3	bit;integer;integer	bit		.
    set_bit	f	i	0	a	3	3	bytea;bigint;integer	bytea		.
    set_byte	f	i	0	a	3	3	bytea;integer;integer	bytea		.
    set_config	f	v	0	v	3	3	text;text;boolean	text		.
    set_masklen	f	i	0	a	2	2	cidr;integer	cidr		.
    set_masklen	f	i	0	a	2	2	inet;integer	inet		.
    setweight	f	i	0	a	2	2	tsvector;"char"	tsvector		.
    setweight	f	i	0	a	3	3	tsvector;"char";text[]	tsvector		.
    sha224	f	i	0	a	1	1	bytea	bytea		.
    sha256	f	i	0	a	1	1	bytea	bytea		.
    sha384	f	i	0	a	1	1	bytea	bytea		.
    sha512	f	i	0	a	1	1	bytea	bytea		.
    shobj_description	f	s	0	v	2	2	oid;name	text		.
    sign	f	i	0	a	1	1	double precision	double precision		.
    sign	f	i	0	a	1	1	numeric	numeric		.
    similar_escape	f	i	0	a	2	2	text;text	text		.
    similar_to_escape	f	i	0	a	1	1	text	text		.
    similar_to_escape	f	i	0	a	2	2	text;text	text		.
    sin	f	i	0	a	1	1	double precision	double precision		.
    sind	f	i	0	a	1	1	double precision	double precision		.
    sinh	f	i	0	a	1	1	double precision	double precision		.
    slope	f	i	0	a	2	2	point;point	double precision		.
    spg_poly_quad_compress	f	i	0	a	1	1	polygon	box		.
    split_part	f	i	0	a	3	3	text;text;integer	text		.
    sqrt	f	i	0	a	1	1	double precision	double precision		.
    sqrt	f	i	0	a	1	1	numeric	numeric		.
    starts_with	f	i	0	a	2	2	text;text	boolean		.
    statement_timestamp	f	s	0	a	0	0		timestamp with time zone		.
    stddev	a	i	0	a	1	1	bigint	numeric		.
    stddev	a	i	0	a	1	1	double precision	double precision		.
    stddev	a	i	0	a	1	1	integer	numeric		.
    stddev	a	i	0	a	1	1	numeric	numeric		.
    stddev	a	i	0	a	1	1	real	double precision		.
    stddev	a	i	0	a	1	1	smallint	numeric		.
    stddev_pop	a	i	0	a	1	1	bigint	numeric		.
    stddev_pop	a	i	0	a	1	1	double precision	double precision		.
    stddev_pop	a	i	0	a	1	1	integer	numeric		.
    stddev_pop	a	i	0	a	1	1	numeric	numeric		.
    stddev_pop	a	i	0	a	1	1	real	double precision		.
    stddev_pop	a	i	0	a	1	1	smallint	numeric		.
    stddev_samp	a	i	0	a	1	1	bigint	numeric		.
    stddev_samp	a	i	0	a	1	1	double precision	double precision		.
    stddev_samp	a	i	0	a	1	1	integer	numeric		.
    stddev_samp	a	i	0	a	1	1	numeric	numeric		.
    stddev_samp	a	i	0	a	1	1	real	double precision		.
    stddev_samp	a	i	0	a	1	1	smallint	numeric		.
    string_agg	a	i	0	a	2	2	bytea;bytea	bytea		.
    string_agg	a	i	0	a	2	2	text;text	text		.
    string_to_array	f	i	0	a	2	2	text;text	text[]		.
    string_to_array	f	i	0	a	3	3	text;text;text	text[]		.
    string_to_table	f	i	1	a	2	2	text;text	text		.
    string_to_table	f	i	1	a	3	3	text;text;text	text		.
    strip	f	i	0	a	1	1	tsvector	tsvector		.
    strpos	f	i	0	a	2	2	text;text	integer		.
    substr	f	i	0	a	2	2	bytea;integer	bytea		.
    substr	f	i	0	a	3	3	bytea;integer;integer	bytea		.
    substr	f	i	0	a	2	2	text;integer	text		.
    substr	f	i	0	a	3	3	text;integer;integer	text		.
    substring	f	i	0	a	2	2	bit;integer	bit		.
    substring	f	i	0	a	3	3	bit;integer;integer	bit		.
    substring	f	i	0	a	2	2	bytea;integer	bytea		.
    substring	f	i	0	a	3	3	bytea;integer;integer	bytea		.
    substring	f	i	0	a	2	2	text;integer	text		.
    substring	f	i	0	a	3	3	text;integer;integer	text		.
    substring	f	i	0	a	2	2	text;text	text		.
    substring	f	i	0	a	3	3	text;text;text	text		.
    sum	a	i	0	a	1	1	bigint	numeric		.
    sum	a	i	0	a	1	1	double precision	double precision		.
    sum	a	i	0	a	1	1	integer	bigint		.
    sum	a	i	0	a	1	1	interval	interval		.
    sum	a	i	0	a	1	1	money	money		.
    sum	a	i	0	a	1	1	numeric	numeric		.
    sum	a	i	0	a	1	1	real	real		.
    sum	a	i	0	a	1	1	smallint	bigint		.
    tan	f	i	0	a	1	1	double precision	double precision		.
    tand	f	i	0	a	1	1	double precision	double precision		.
    tanh	f	i	0	a	1	1	double precision	double precision		.
    text	f	i	0	a	1	1	"char"	text		.
    text	f	i	0	a	1	1	boolean	text		.
    text	f	i	0	a	1	1	character	text		.
    text	f	i	0	a	1	1	inet	text		.
    text	f	i	0	a	1	1	name	text		.
    text	f	i	0	a	1	1	xml	text		.
    text_ge	f	i	0	a	2	2	text;text	boolean		.
    text_gt	f	i	0	a	2	2	text;text	boolean		.
    text_larger	f	i	0	a	2	2	text;text	text		.
    text_le	f	i	0	a	2	2	text;text	boolean		.
    text_lt	f	i	0	a	2	2	text;text	boolean		.
    text_pattern_ge	f	i	0	a	2	2	text;text	boolean		.
    text_pattern_gt	f	i	0	a	2	2	text;text	boolean		.
    text_pattern_le	f	i	0	a	2	2	text;text	boolean		.
    text_pattern_lt	f	i	0	a	2	2	text;text	boolean		.
    text_smaller	f	i	0	a	2	2	text;text	text		.
    textanycat	f	s	0	g	2	2	text;anynonarray	text		.
    textcat	f	i	0	a	2	2	text;text	text		.
    texteq	f	i	0	a	2	2	text;text	boolean		.
    texteqname	f	i	0	a	2	2	text;name	boolean		.
    textgename	f	i	0	a	2	2	text;name	boolean		.
    textgtname	f	i	0	a	2	2	text;name	boolean		.
    texticlike	f	i	0	a	2	2	text;text	boolean		.
    texticnlike	f	i	0	a	2	2	text;text	boolean		.
    texticregexeq	f	i	0	a	2	2	text;text	boolean		.
    texticregexne	f	i	0	a	2	2	text;text	boolean		.
    textlen	f	i	0	a	1	1	text	integer		.
    textlename	f	i	0	a	2	2	text;name	boolean		.
    textlike	f	i	0	a	2	2	text;text	boolean		.
    textltname	f	i	0	a	2	2	text;name	boolean		.
    textne	f	i	0	a	2	2	text;text	boolean		.
    textnename	f	i	0	a	2	2	text;name	boolean		.
    textnlike	f	i	0	a	2	2	text;text	boolean		.
    textregexeq	f	i	0	a	2	2	text;text	boolean		.
    textregexne	f	i	0	a	2	2	text;text	boolean		.
    tideq	f	i	0	a	2	2	tid;tid	boolean		.
    tidge	f	i	0	a	2	2	tid;tid	boolean		.
    tidgt	f	i	0	a	2	2	tid;tid	boolean		.
    tidlarger	f	i	0	a	2	2	tid;tid	tid		.
    tidle	f	i	0	a	2	2	tid;tid	boolean		.
    tidlt	f	i	0	a	2	2	tid;tid	boolean		.
    tidne	f	i	0	a	2	2	tid;tid	boolean		.
    tidsend	f	i	0	a	1	1	tid	bytea		.
    tidsmaller	f	i	0	a	2	2	tid;tid	tid		.
    time	f	i	0	a	1	1	interval	time without time zone		.
    time	f	i	0	a	1	1	time with time zone	time without time zone		.
    time	f	i	0	a	2	2	time without time zone;integer	time without time zone		.
    time	f	s	0	a	1	1	timestamp with time zone	time without time zone		.
    time	f	i	0	a	1	1	timestamp without time zone	time without time zone		.
    time_cmp	f	i	0	a	2	2	time without time zone;time without time zone	integer		.
    time_eq	f	i	0	a	2	2	time without time zone;time without time zone	boolean		.
    time_ge	f	i	0	a	2	2	time without time zone;time without time zone	boolean		.
    time_gt	f	i	0	a	2	2	time without time zone;time without time zone	boolean		.
    time_hash	f	i	0	a	1	1	time without time zone	integer		.
    time_hash_extended	f	i	0	a	2	2	time without time zone;bigint	bigint		.
    time_larger	f	i	0	a	2	2	time without time zone;time without time zone	time without time zone		.
    time_le	f	i	0	a	2	2	time without time zone;time without time zone	boolean		.
    time_lt	f	i	0	a	2	2	time without time zone;time without time zone	boolean		.
    time_mi_interval	f	i	0	a	2	2	time without time zone;interval	time without time zone		.
    time_mi_time	f	i	0	a	2	2	time without time zone;time without time zone	interval		.
    time_ne	f	i	0	a	2	2	time without time zone;time without time zone	boolean		.
    time_pl_interval	f	i	0	a	2	2	time without time zone;interval	time without time zone		.
    time_send	f	i	0	a	1	1	time without time zone	bytea		.
    time_smaller	f	i	0	a	2	2	time without time zone;time without time zone	time without time zone		.
    timedate_pl	f	i	0	a	2	2	time without time zone;date	timestamp without time zone		.
    timeofday	f	v	0	a	0	0		text		.
    timestamp	f	i	0	a	1	1	date	timestamp without time zone		.
    timestamp	f	i	0	a	2	2	date;time without time zone	timestamp without time zone		.
    timestamp	f	s	0	a	1	1	timestamp with time zone	timestamp without time zone		.
    timestamp	f	i	0	a	2	2	timestamp without time zone;integer	timestamp without time zone		.
    timestamp_cmp	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	integer		.
    timestamp_cmp_date	f	i	0	a	2	2	timestamp without time zone;date	integer		.
    timestamp_cmp_timestamptz	f	s	0	a	2	2	timestamp without time zone;timestamp with time zone	integer		.
    timestamp_eq	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	boolean		.
    timestamp_eq_date	f	i	0	a	2	2	timestamp without time zone;date	boolean		.
    timestamp_eq_timestamptz	f	s	0	a	2	2	timestamp without time zone;timestamp with time zone	boolean		.
    timestamp_ge	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	boolean		.
    timestamp_ge_date	f	i	0	a	2	2	timestamp without time zone;date	boolean		.
    timestamp_ge_timestamptz	f	s	0	a	2	2	timestamp without time zone;timestamp with time zone	boolean		.
    timestamp_gt	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	boolean		.
    timestamp_gt_date	f	i	0	a	2	2	timestamp without time zone;date	boolean		.
    timestamp_gt_timestamptz	f	s	0	a	2	2	timestamp without time zone;timestamp with time zone	boolean		.
    timestamp_hash	f	i	0	a	1	1	timestamp without time zone	integer		.
    timestamp_hash_extended	f	i	0	a	2	2	timestamp without time zone;bigint	bigint		.
    timestamp_larger	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	timestamp without time zone		.
    timestamp_le	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	boolean		.
    timestamp_le_date	f	i	0	a	2	2	timestamp without time zone;date	boolean		.
    timestamp_le_timestamptz	f	s	0	a	2	2	timestamp without time zone;timestamp with time zone	boolean		.
    timestamp_lt	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	boolean		.
    timestamp_lt_date	f	i	0	a	2	2	timestamp without time zone;date	boolean		.
    timestamp_lt_timestamptz	f	s	0	a	2	2	timestamp without time zone;timestamp with time zone	boolean		.
    timestamp_mi	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	interval		.
    timestamp_mi_interval	f	i	0	a	2	2	timestamp without time zone;interval	timestamp without time zone		.
    timestamp_ne	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	boolean		.
    timestamp_ne_date	f	i	0	a	2	2	timestamp without time zone;date	boolean		.
    timestamp_ne_timestamptz	f	s	0	a	2	2	timestamp without time zone;timestamp with time zone	boolean		.
    timestamp_pl_interval	f	i	0	a	2	2	timestamp without time zone;interval	timestamp without time zone		.
    timestamp_send	f	i	0	a	1	1	timestamp without time zone	bytea		.
    timestamp_smaller	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	timestamp without time zone		.
    timestamptz	f	s	0	a	1	1	date	timestamp with time zone		.
    timestamptz	f	i	0	a	2	2	date;time with time zone	timestamp with time zone		.
    timestamptz	f	s	0	g	2	2	date;time without time zone	timestamp with time zone		.
    timestamptz	f	i	0	a	2	2	timestamp with time zone;integer	timestamp with time zone		.
    timestamptz	f	s	0	a	1	1	timestamp without time zone	timestamp with time zone		.
    timestamptz_cmp	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	integer		.
    timestamptz_cmp_date	f	s	0	a	2	2	timestamp with time zone;date	integer		.
    timestamptz_cmp_timestamp	f	s	0	a	2	2	timestamp with time zone;timestamp without time zone	integer		.
    timestamptz_eq	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	boolean		.
    timestamptz_eq_date	f	s	0	a	2	2	timestamp with time zone;date	boolean		.
    timestamptz_eq_timestamp	f	s	0	a	2	2	timestamp with time zone;timestamp without time zone	boolean		.
    timestamptz_ge	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	boolean		.
    timestamptz_ge_date	f	s	0	a	2	2	timestamp with time zone;date	boolean		.
    timestamptz_ge_timestamp	f	s	0	a	2	2	timestamp with time zone;timestamp without time zone	boolean		.
    timestamptz_gt	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	boolean		.
    timestamptz_gt_date	f	s	0	a	2	2	timestamp with time zone;date	boolean		.
    timestamptz_gt_timestamp	f	s	0	a	2	2	timestamp with time zone;timestamp without time zone	boolean		.
    timestamptz_larger	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	timestamp with time zone		.
    timestamptz_le	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	boolean		.
    timestamptz_le_date	f	s	0	a	2	2	timestamp with time zone;date	boolean		.
    timestamptz_le_timestamp	f	s	0	a	2	2	timestamp with time zone;timestamp without time zone	boolean		.
    timestamptz_lt	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	boolean		.
    timestamptz_lt_date	f	s	0	a	2	2	timestamp with time zone;date	boolean		.
    timestamptz_lt_timestamp	f	s	0	a	2	2	timestamp with time zone;timestamp without time zone	boolean		.
    timestamptz_mi	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	interval		.
    timestamptz_mi_interval	f	s	0	g	2	2	timestamp with time zone;interval	timestamp with time zone		.
    timestamptz_ne	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	boolean		.
    timestamptz_ne_date	f	s	0	a	2	2	timestamp with time zone;date	boolean		.
    timestamptz_ne_timestamp	f	s	0	a	2	2	timestamp with time zone;timestamp without time zone	boolean		.
    timestamptz_pl_interval	f	s	0	g	2	2	timestamp with time zone;interval	timestamp with time zone		.
    timestamptz_send	f	i	0	a	1	1	timestamp with time zone	bytea		.
    timestamptz_smaller	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	timestamp with time zone		.
    timetz	f	i	0	a	2	2	time with time zone;integer	time with time zone		.
    timetz	f	s	0	g	1	1	time without time zone	time with time zone		.
    timetz	f	s	0	g	1	1	timestamp with time zone	time with time zone		.
    timetz_cmp	f	i	0	a	2	2	time with time zone;time with time zone	integer		.
    timetz_eq	f	i	0	a	2	2	time with time zone;time with time zone	boolean		.
    timetz_ge	f	i	0	a	2	2	time with time zone;time with time zone	boolean		.
    timetz_gt	f	i	0	a	2	2	time with time zone;time with time zone	boolean		.
    timetz_hash	f	i	0	a	1	1	time with time zone	integer		.
    timetz_hash_extended	f	i	0	a	2	2	time with time zone;bigint	bigint		.
    timetz_larger	f	i	0	a	2	2	time with time zone;time with time zone	time with time zone		.
    timetz_le	f	i	0	a	2	2	time with time zone;time with time zone	boolean		.
    timetz_lt	f	i	0	a	2	2	time with time zone;time with time zone	boolean		.
    timetz_mi_interval	f	i	0	a	2	2	time with time zone;interval	time with time zone		.
    timetz_ne	f	i	0	a	2	2	time with time zone;time with time zone	boolean		.
    timetz_pl_interval	f	i	0	a	2	2	time with time zone;interval	time with time zone		.
    timetz_send	f	i	0	a	1	1	time with time zone	bytea		.
    timetz_smaller	f	i	0	a	2	2	time with time zone;time with time zone	time with time zone		.
    timetzdate_pl	f	i	0	a	2	2	time with time zone;date	timestamp with time zone		.
    timezone	f	i	0	a	2	2	interval;time with time zone	time with time zone		.
    timezone	f	i	0	a	2	2	interval;timestamp with time zone	timestamp without time zone		.
    timezone	f	i	0	a	2	2	interval;timestamp without time zone	timestamp with time zone		.
    timezone	f	s	0	g	2	2	text;time with time zone	time with time zone		.
    timezone	f	i	0	a	2	2	text;timestamp with time zone	timestamp without time zone		.
    timezone	f	i	0	a	2	2	text;timestamp without time zone	timestamp with time zone		.
    to_ascii	f	i	0	a	1	1	text	text		.
    to_ascii	f	i	0	a	2	2	text;integer	text		.
    to_ascii	f	i	0	a	2	2	text;name	text		.
    to_char	f	s	0	g	2	2	bigint;text	text		.
    to_char	f	s	0	g	2	2	double precision;text	text		.
    to_char	f	s	0	g	2	2	integer;text	text		.
    to_char	f	s	0	g	2	2	interval;text	text		.
    to_char	f	s	0	g	2	2	numeric;text	text		.
    to_char	f	s	0	g	2	2	real;text	text		.
    to_char	f	s	0	g	2	2	timestamp with time zone;text	text		.
    to_char	f	s	0	g	2	2	timestamp without time zone;text	text		.
    to_date	f	s	0	g	2	2	text;text	date		.
    to_hex	f	i	0	a	1	1	bigint	text		.
    to_hex	f	i	0	a	1	1	integer	text		.
    to_json	f	s	0	g	1	1	anyelement	json		.
    to_jsonb	f	s	0	g	1	1	anyelement	jsonb		.
    to_number	f	s	0	g	2	2	text;text	numeric		.
    to_regclass	f	s	0	v	1	1	text	regclass		.
    to_regcollation	f	s	0	v	1	1	text	regcollation		.
    to_regnamespace	f	s	0	v	1	1	text	regnamespace		.
    to_regoper	f	s	0	v	1	1	text	regoper		.
    to_regoperator	f	s	0	v	1	1	text	regoperator		.
    to_regproc	f	s	0	v	1	1	text	regproc		.
    to_regprocedure	f	s	0	v	1	1	text	regprocedure		.
    to_regrole	f	s	0	v	1	1	text	regrole		.
    to_regtype	f	s	0	v	1	1	text	regtype		.
    to_timestamp	f	i	0	a	1	1	double precision	timestamp with time zone		.
    to_timestamp	f	s	0	g	2	2	text;text	timestamp with time zone		.
    to_tsquery	f	i	0	g	2	2	regconfig;text	tsquery		.
    to_tsquery	f	s	0	g	1	1	text	tsquery		.
    to_tsvector	f	s	0	g	1	1	json	tsvector		.
    to_tsvector	f	s	0	g	1	1	jsonb	tsvector		.
    to_tsvector	f	i	0	g	2	2	regconfig;json	tsvector		.
    to_tsvector	f	i	0	g	2	2	regconfig;jsonb	tsvector		.
    to_tsvector	f	i	0	g	2	2	regconfig;text	tsvector		.
    to_tsvector	f	s	0	g	1	1	text	tsvector		.
    transaction_timestamp	f	s	0	a	0	0		timestamp with time zone		.
    translate	f	i	0	a	3	3	text;text;text	text		.
    trim_array	f	i	0	a	2	2	anyarray;integer	anyarray		.
    trim_scale	f	i	0	a	1	1	numeric	numeric		.
    trunc	f	i	0	a	1	1	double precision	double precision		.
    trunc	f	i	0	a	1	1	macaddr	macaddr		.
    trunc	f	i	0	a	1	1	macaddr8	macaddr8		.
    trunc	f	i	0	a	1	1	numeric	numeric		.
    trunc	f	i	0	a	2	2	numeric;integer	numeric		.
    ts_delete	f	i	0	a	2	2	tsvector;text	tsvector		.
    ts_delete	f	i	0	a	2	2	tsvector;text[]	tsvector		.
    ts_filter	f	i	0	a	2	2	tsvector;"char"[]	tsvector		.
    ts_headline	f	s	0	g	2	2	json;tsquery	json		.
    ts_headline	f	s	0	g	3	3	json;tsquery;text	json		.
    ts_headline	f	s	0	g	2	2	jsonb;tsquery	jsonb		.
    ts_headline	f	s	0	g	3	3	jsonb;tsquery;text	jsonb		.
    ts_headline	f	i	0	g	3	3	regconfig;json;tsquery	json		.
    ts_headline	f	i	0	g	4	4	regconfig;json;tsquery;text	json		.
    ts_headline	f	i	0	g	3	3	regconfig;jsonb;tsquery	jsonb		.
    ts_headline	f	i	0	g	4	4	regconfig;jsonb;tsquery;text	jsonb		.
    ts_headline	f	i	0	g	3	3	regconfig;text;tsquery	text		.
    ts_headline	f	i	0	g	4	4	regconfig;text;tsquery;text	text		.
    ts_headline	f	s	0	g	2	2	text;tsquery	text		.
    ts_headline	f	s	0	g	3	3	text;tsquery;text	text		.
    ts_lexize	f	i	0	g	2	2	regdictionary;text	text[]		.
    ts_match_qv	f	i	0	a	2	2	tsquery;tsvector	boolean		.
    ts_match_tq	f	s	0	g	2	2	text;tsquery	boolean		.
    ts_match_tt	f	s	0	g	2	2	text;text	boolean		.
    ts_match_vq	f	i	0	a	2	2	tsvector;tsquery	boolean		.
    ts_parse	f	i	1	g	2	2	oid;text	record	tokid;token	.
    ts_parse	f	s	1	g	2	2	text;text	record	tokid;token	.
    ts_rank	f	i	0	a	3	3	real[];tsvector;tsquery	real		.
    ts_rank	f	i	0	a	4	4	real[];tsvector;tsquery;integer	real		.
    ts_rank	f	i	0	a	2	2	tsvector;tsquery	real		.
    ts_rank	f	i	0	a	3	3	tsvector;tsquery;integer	real		.
    ts_rank_cd	f	i	0	a	3	3	real[];tsvector;tsquery	real		.
    ts_rank_cd	f	i	0	a	4	4	real[];tsvector;tsquery;integer	real		.
    ts_rank_cd	f	i	0	a	2	2	tsvector;tsquery	real		.
    ts_rank_cd	f	i	0	a	3	3	tsvector;tsquery;integer	real		.
    ts_rewrite	f	v	0	d	2	2	tsquery;text	tsquery		.
    ts_rewrite	f	i	0	a	3	3	tsquery;tsquery;tsquery	tsquery		.
    ts_token_type	f	i	1	g	1	1	oid	record	tokid;alias;description	.
    ts_token_type	f	s	1	g	1	1	text	record	tokid;alias;description	.
    tsmultirange	f	i	0	a	1	1	tsrange	tsmultirange		.
    tsmultirange	f	i	0	a	1	-1	tsrange[]	tsmultirange		.
    tsmultirange	f	i	0	a	0	0		tsmultirange		.
    tsq_mcontained	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsq_mcontains	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsquery_and	f	i	0	a	2	2	tsquery;tsquery	tsquery		.
    tsquery_cmp	f	i	0	a	2	2	tsquery;tsquery	integer		.
    tsquery_eq	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsquery_ge	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsquery_gt	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsquery_le	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsquery_lt	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsquery_ne	f	i	0	a	2	2	tsquery;tsquery	boolean		.
    tsquery_not	f	i	0	a	1	1	tsquery	tsquery		.
    tsquery_or	f	i	0	a	2	2	tsquery;tsquery	tsquery		.
    tsquery_phrase	f	i	0	a	2	2	tsquery;tsquery	tsquery		.
    tsquery_phrase	f	i	0	a	3	3	tsquery;tsquery;integer	tsquery		.
    tsquerysend	f	i	0	a	1	1	tsquery	bytea		.
    tsrange	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	tsrange		.
    tsrange	f	i	0	a	3	3	timestamp without time zone;timestamp without time zone;text	tsrange		.
    tsrange_subdiff	f	i	0	a	2	2	timestamp without time zone;timestamp without time zone	double precision		.
    tstzmultirange	f	i	0	a	1	1	tstzrange	tstzmultirange		.
    tstzmultirange	f	i	0	a	1	-1	tstzrange[]	tstzmultirange		.
    tstzmultirange	f	i	0	a	0	0		tstzmultirange		.
    tstzrange	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	tstzrange		.
    tstzrange	f	i	0	a	3	3	timestamp with time zone;timestamp with time zone;text	tstzrange		.
    tstzrange_subdiff	f	i	0	a	2	2	timestamp with time zone;timestamp with time zone	double precision		.
    tsvector_cmp	f	i	0	a	2	2	tsvector;tsvector	integer		.
    tsvector_concat	f	i	0	a	2	2	tsvector;tsvector	tsvector		.
    tsvector_eq	f	i	0	a	2	2	tsvector;tsvector	boolean		.
    tsvector_ge	f	i	0	a	2	2	tsvector;tsvector	boolean		.
    tsvector_gt	f	i	0	a	2	2	tsvector;tsvector	boolean		.
    tsvector_le	f	i	0	a	2	2	tsvector;tsvector	boolean		.
    tsvector_lt	f	i	0	a	2	2	tsvector;tsvector	boolean		.
    tsvector_ne	f	i	0	a	2	2	tsvector;tsvector	boolean		.
    tsvector_to_array	f	i	0	a	1	1	tsvector	text[]		.
    tsvectorsend	f	i	0	a	1	1	tsvector	bytea		.
    txid_current	f	s	0	v	0	0		bigint		.
    txid_current_if_assigned	f	s	0	v	0	0		bigint		.
    txid_snapshot_send	f	i	0	a	1	1	txid_snapshot	bytea		.
    txid_snapshot_xip	f	i	1	a	1	1	txid_snapshot	bigint		.
    txid_snapshot_xmax	f	i	0	a	1	1	txid_snapshot	bigint		.
    txid_snapshot_xmin	f	i	0	a	1	1	txid_snapshot	bigint		.
    txid_visible_in_snapshot	f	i	0	a	2	2	bigint;txid_snapshot	boolean		.
    unistr	f	i	0	a	1	1	text	text		.
    unknownsend	f	i	0	a	1	1	unknown	bytea		.
    unnest	f	i	1	a	1	1	anyarray	anyelement		.
    unnest	f	i	1	a	1	1	anymultirange	anyrange		.
    unnest	f	i	1	a	1	1	tsvector	record	lexeme;positions;weights	.
    upper	f	i	0	a	1	1	anymultirange	anyelement		.
    upper	f	i	0	a	1	1	anyrange	anyelement		.
    upper	f	i	0	a	1	1	text	text		.
    upper_inc	f	i	0	a	1	1	anymultirange	boolean		.
    upper_inc	f	i	0	a	1	1	anyrange	boolean		.
    upper_inf	f	i	0	a	1	1	anymultirange	boolean		.
    upper_inf	f	i	0	a	1	1	anyrange	boolean		.
    uuid_cmp	f	i	0	a	2	2	uuid;uuid	integer		.
    uuid_eq	f	i	0	a	2	2	uuid;uuid	boolean		.
    uuid_ge	f	i	0	a	2	2	uuid;uuid	boolean		.
    uuid_gt	f	i	0	a	2	2	uuid;uuid	boolean		.
    uuid_hash	f	i	0	a	1	1	uuid	integer		.
    uuid_hash_extended	f	i	0	a	2	2	uuid;bigint	bigint		.
    uuid_le	f	i	0	a	2	2	uuid;uuid	boolean		.
    uuid_lt	f	i	0	a	2	2	uuid;uuid	boolean		.
    uuid_ne	f	i	0	a	2	2	uuid;uuid	boolean		.
    uuid_send	f	i	0	a	1	1	uuid	bytea		.
    var_pop	a	i	0	a	1	1	bigint	numeric		.
    var_pop	a	i	0	a	1	1	double precision	double precision		.
    var_pop	a	i	0	a	1	1	integer	numeric		.
    var_pop	a	i	0	a	1	1	numeric	numeric		.
    var_pop	a	i	0	a	1	1	real	double precision		.
    var_pop	a	i	0	a	1	1	smallint	numeric		.
    var_samp	a	i	0	a	1	1	bigint	numeric		.
    var_samp	a	i	0	a	1	1	double precision	double precision		.
    var_samp	a	i	0	a	1	1	integer	numeric		.
    var_samp	a	i	0	a	1	1	numeric	numeric		.
    var_samp	a	i	0	a	1	1	real	double precision		.
    var_samp	a	i	0	a	1	1	smallint	numeric		.
    varbit	f	i	0	a	3	3	bit varying;integer;boolean	bit varying		.
    varbit_send	f	i	0	a	1	1	bit varying	bytea		.
    varbitcmp	f	i	0	a	2	2	bit varying;bit varying	integer		.
    varbiteq	f	i	0	a	2	2	bit varying;bit varying	boolean		.
    varbitge	f	i	0	a	2	2	bit varying;bit varying	boolean		.
    varbitgt	f	i	0	a	2	2	bit varying;bit varying	boolean		.
    varbitle	f	i	0	a	2	2	bit varying;bit varying	boolean		.
    varbitlt	f	i	0	a	2	2	bit varying;bit varying	boolean		.
    varbitne	f	i	0	a	2	2	bit varying;bit varying	boolean		.
    varchar	f	i	0	a	3	3	character varying;integer;boolean	character varying		.
    varchar	f	i	0	a	1	1	name	character varying		.
    variance	a	i	0	a	1	1	bigint	numeric		.
    variance	a	i	0	a	1	1	double precision	double precision		.
    variance	a	i	0	a	1	1	integer	numeric		.
    variance	a	i	0	a	1	1	numeric	numeric		.
    variance	a	i	0	a	1	1	real	double precision		.
    variance	a	i	0	a	1	1	smallint	numeric		.
    version	f	s	0	v	0	0		text		.
    void_send	f	i	0	a	1	1	void	bytea		.
    websearch_to_tsquery	f	i	0	g	2	2	regconfig;text	tsquery		.
    websearch_to_tsquery	f	s	0	g	1	1	text	tsquery		.
    width	f	i	0	a	1	1	box	double precision		.
    width_bucket	f	i	0	a	2	2	anycompatible;anycompatiblearray	integer		.
    width_bucket	f	i	0	a	4	4	double precision;double precision;double precision;integer	integer		.
    width_bucket	f	i	0	a	4	4	numeric;numeric;numeric;integer	integer		.
    xid	f	i	0	a	1	1	xid8	xid		.
    xid8_larger	f	i	0	a	2	2	xid8;xid8	xid8		.
    xid8_smaller	f	i	0	a	2	2	xid8;xid8	xid8		.
    xid8cmp	f	i	0	a	2	2	xid8;xid8	integer		.
    xid8eq	f	i	0	a	2	2	xid8;xid8	boolean		.
    xid8ge	f	i	0	a	2	2	xid8;xid8	boolean		.
    xid8gt	f	i	0	a	2	2	xid8;xid8	boolean		.
    xid8le	f	i	0	a	2	2	xid8;xid8	boolean		.
    xid8lt	f	i	0	a	2	2	xid8;xid8	boolean		.
    xid8ne	f	i	0	a	2	2	xid8;xid8	boolean		.
    xid8send	f	i	0	a	1	1	xid8	bytea		.
    xideq	f	i	0	a	2	2	xid;xid	boolean		.
    xideqint4	f	i	0	a	2	2	xid;integer	boolean		.
    xidneq	f	i	0	a	2	2	xid;xid	boolean		.
    xidneqint4	f	i	0	a	2	2	xid;integer	boolean		.
    xidsend	f	i	0	a	1	1	xid	bytea		.
    xmlagg	a	i	0	a	1	1	xml	xml		.
    xmlcomment	f	i	0	a	1	1	text	xml		.
    xmlconcat2	f	i	0	a	2	2	xml;xml	xml		.
    """#
