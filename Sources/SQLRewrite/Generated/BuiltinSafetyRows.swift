// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// Written by scripts/generate-verdicts; do not edit.

/// Kind (aggregate, cast, function, operator), name, concrete argument types, y safe or c safe
/// under a condition on constants.
let builtinSafetyRows = #"""
    o	!~	character;text	c	.
    o	!~	name;text	c	.
    o	!~	text;text	c	.
    o	!~*	character;text	c	.
    o	!~*	name;text	c	.
    o	!~*	text;text	c	.
    o	!~~	bytea;bytea	c	.
    o	!~~	character;text	c	.
    o	!~~	name;text	c	.
    o	!~~	text;text	c	.
    o	!~~*	character;text	c	.
    o	!~~*	name;text	c	.
    o	!~~*	text;text	c	.
    o	#	bigint;bigint	y	.
    o	#	integer;integer	y	.
    o	#	smallint;smallint	y	.
    o	#>	jsonb;text[]	y	.
    o	#>>	jsonb;text[]	y	.
    o	%	bigint;bigint	c	.
    o	%	integer;integer	c	.
    o	%	smallint;smallint	c	.
    o	&	bigint;bigint	y	.
    o	&	integer;integer	y	.
    o	&	macaddr;macaddr	y	.
    o	&	macaddr8;macaddr8	y	.
    o	&	smallint;smallint	y	.
    o	&&	bigint[];bigint[]	y	.
    o	&&	boolean[];boolean[]	y	.
    o	&&	character varying[];character varying[]	y	.
    o	&&	date[];date[]	y	.
    o	&&	daterange;daterange	y	.
    o	&&	double precision[];double precision[]	y	.
    o	&&	inet;inet	y	.
    o	&&	inet[];inet[]	y	.
    o	&&	int4range;int4range	y	.
    o	&&	int8range;int8range	y	.
    o	&&	integer[];integer[]	y	.
    o	&&	interval[];interval[]	y	.
    o	&&	jsonb[];jsonb[]	y	.
    o	&&	name[];name[]	y	.
    o	&&	numeric[];numeric[]	y	.
    o	&&	numrange;numrange	y	.
    o	&&	oid[];oid[]	y	.
    o	&&	real[];real[]	y	.
    o	&&	smallint[];smallint[]	y	.
    o	&&	text[];text[]	y	.
    o	&&	timestamp with time zone[];timestamp with time zone[]	y	.
    o	&&	timestamp without time zone[];timestamp without time zone[]	y	.
    o	&&	tsrange;tsrange	y	.
    o	&&	tstzrange;tstzrange	y	.
    o	&&	uuid[];uuid[]	y	.
    o	&<	daterange;daterange	y	.
    o	&<	int4range;int4range	y	.
    o	&<	int8range;int8range	y	.
    o	&<	numrange;numrange	y	.
    o	&<	tsrange;tsrange	y	.
    o	&<	tstzrange;tstzrange	y	.
    o	&>	daterange;daterange	y	.
    o	&>	int4range;int4range	y	.
    o	&>	int8range;int8range	y	.
    o	&>	numrange;numrange	y	.
    o	&>	tsrange;tsrange	y	.
    o	&>	tstzrange;tstzrange	y	.
    o	+	bigint	y	.
    o	+	date;time with time zone	y	.
    o	+	date;time without time zone	y	.
    o	+	double precision	y	.
    o	+	integer	y	.
    o	+	interval;time with time zone	y	.
    o	+	interval;time without time zone	y	.
    o	+	numeric	y	.
    o	+	real	y	.
    o	+	smallint	y	.
    o	+	time with time zone;date	y	.
    o	+	time with time zone;interval	y	.
    o	+	time without time zone;date	y	.
    o	+	time without time zone;interval	y	.
    o	-	double precision	y	.
    o	-	numeric	y	.
    o	-	real	y	.
    o	-	time with time zone;interval	y	.
    o	-	time without time zone;interval	y	.
    o	-	time without time zone;time without time zone	y	.
    o	->	jsonb;integer	y	.
    o	->	jsonb;text	y	.
    o	->>	jsonb;integer	y	.
    o	->>	jsonb;text	y	.
    o	/	bigint;bigint	c	.
    o	/	bigint;integer	c	.
    o	/	bigint;smallint	c	.
    o	/	integer;bigint	c	.
    o	/	integer;integer	c	.
    o	/	integer;smallint	c	.
    o	/	smallint;bigint	c	.
    o	/	smallint;integer	c	.
    o	/	smallint;smallint	c	.
    o	<	"char";"char"	y	.
    o	<	anyenum;anyenum	y	.
    o	<	bigint;bigint	y	.
    o	<	bigint;integer	y	.
    o	<	bigint;smallint	y	.
    o	<	bigint[];bigint[]	y	.
    o	<	bit varying;bit varying	y	.
    o	<	bit;bit	y	.
    o	<	boolean;boolean	y	.
    o	<	boolean[];boolean[]	y	.
    o	<	bytea;bytea	y	.
    o	<	character varying[];character varying[]	y	.
    o	<	character;character	y	.
    o	<	date;date	y	.
    o	<	date;timestamp with time zone	y	.
    o	<	date;timestamp without time zone	y	.
    o	<	date[];date[]	y	.
    o	<	daterange;daterange	y	.
    o	<	double precision;double precision	y	.
    o	<	double precision;real	y	.
    o	<	double precision[];double precision[]	y	.
    o	<	inet;inet	y	.
    o	<	inet[];inet[]	y	.
    o	<	int4range;int4range	y	.
    o	<	int8range;int8range	y	.
    o	<	integer;bigint	y	.
    o	<	integer;integer	y	.
    o	<	integer;smallint	y	.
    o	<	integer[];integer[]	y	.
    o	<	interval;interval	y	.
    o	<	interval[];interval[]	y	.
    o	<	jsonb;jsonb	y	.
    o	<	jsonb[];jsonb[]	y	.
    o	<	macaddr;macaddr	y	.
    o	<	macaddr8;macaddr8	y	.
    o	<	money;money	y	.
    o	<	name;name	y	.
    o	<	name;text	y	.
    o	<	name[];name[]	y	.
    o	<	numeric;numeric	y	.
    o	<	numeric[];numeric[]	y	.
    o	<	numrange;numrange	y	.
    o	<	oid;oid	y	.
    o	<	oid[];oid[]	y	.
    o	<	oidvector;oidvector	y	.
    o	<	pg_lsn;pg_lsn	y	.
    o	<	real;double precision	y	.
    o	<	real;real	y	.
    o	<	real[];real[]	y	.
    o	<	smallint;bigint	y	.
    o	<	smallint;integer	y	.
    o	<	smallint;smallint	y	.
    o	<	smallint[];smallint[]	y	.
    o	<	text;name	y	.
    o	<	text;text	y	.
    o	<	text[];text[]	y	.
    o	<	tid;tid	y	.
    o	<	time with time zone;time with time zone	y	.
    o	<	time without time zone;time without time zone	y	.
    o	<	timestamp with time zone;date	y	.
    o	<	timestamp with time zone;timestamp with time zone	y	.
    o	<	timestamp with time zone;timestamp without time zone	y	.
    o	<	timestamp with time zone[];timestamp with time zone[]	y	.
    o	<	timestamp without time zone;date	y	.
    o	<	timestamp without time zone;timestamp with time zone	y	.
    o	<	timestamp without time zone;timestamp without time zone	y	.
    o	<	timestamp without time zone[];timestamp without time zone[]	y	.
    o	<	tsrange;tsrange	y	.
    o	<	tstzrange;tstzrange	y	.
    o	<	uuid;uuid	y	.
    o	<	uuid[];uuid[]	y	.
    o	<	xid8;xid8	y	.
    o	<<	bigint;integer	y	.
    o	<<	bit;integer	y	.
    o	<<	daterange;daterange	y	.
    o	<<	inet;inet	y	.
    o	<<	int4range;int4range	y	.
    o	<<	int8range;int8range	y	.
    o	<<	integer;integer	y	.
    o	<<	numrange;numrange	y	.
    o	<<	smallint;integer	y	.
    o	<<	tsrange;tsrange	y	.
    o	<<	tstzrange;tstzrange	y	.
    o	<<=	inet;inet	y	.
    o	<=	"char";"char"	y	.
    o	<=	anyenum;anyenum	y	.
    o	<=	bigint;bigint	y	.
    o	<=	bigint;integer	y	.
    o	<=	bigint;smallint	y	.
    o	<=	bigint[];bigint[]	y	.
    o	<=	bit varying;bit varying	y	.
    o	<=	bit;bit	y	.
    o	<=	boolean;boolean	y	.
    o	<=	boolean[];boolean[]	y	.
    o	<=	bytea;bytea	y	.
    o	<=	character varying[];character varying[]	y	.
    o	<=	character;character	y	.
    o	<=	date;date	y	.
    o	<=	date;timestamp with time zone	y	.
    o	<=	date;timestamp without time zone	y	.
    o	<=	date[];date[]	y	.
    o	<=	daterange;daterange	y	.
    o	<=	double precision;double precision	y	.
    o	<=	double precision;real	y	.
    o	<=	double precision[];double precision[]	y	.
    o	<=	inet;inet	y	.
    o	<=	inet[];inet[]	y	.
    o	<=	int4range;int4range	y	.
    o	<=	int8range;int8range	y	.
    o	<=	integer;bigint	y	.
    o	<=	integer;integer	y	.
    o	<=	integer;smallint	y	.
    o	<=	integer[];integer[]	y	.
    o	<=	interval;interval	y	.
    o	<=	interval[];interval[]	y	.
    o	<=	jsonb;jsonb	y	.
    o	<=	jsonb[];jsonb[]	y	.
    o	<=	macaddr;macaddr	y	.
    o	<=	macaddr8;macaddr8	y	.
    o	<=	money;money	y	.
    o	<=	name;name	y	.
    o	<=	name;text	y	.
    o	<=	name[];name[]	y	.
    o	<=	numeric;numeric	y	.
    o	<=	numeric[];numeric[]	y	.
    o	<=	numrange;numrange	y	.
    o	<=	oid;oid	y	.
    o	<=	oid[];oid[]	y	.
    o	<=	oidvector;oidvector	y	.
    o	<=	pg_lsn;pg_lsn	y	.
    o	<=	real;double precision	y	.
    o	<=	real;real	y	.
    o	<=	real[];real[]	y	.
    o	<=	smallint;bigint	y	.
    o	<=	smallint;integer	y	.
    o	<=	smallint;smallint	y	.
    o	<=	smallint[];smallint[]	y	.
    o	<=	text;name	y	.
    o	<=	text;text	y	.
    o	<=	text[];text[]	y	.
    o	<=	tid;tid	y	.
    o	<=	time with time zone;time with time zone	y	.
    o	<=	time without time zone;time without time zone	y	.
    o	<=	timestamp with time zone;date	y	.
    o	<=	timestamp with time zone;timestamp with time zone	y	.
    o	<=	timestamp with time zone;timestamp without time zone	y	.
    o	<=	timestamp with time zone[];timestamp with time zone[]	y	.
    o	<=	timestamp without time zone;date	y	.
    o	<=	timestamp without time zone;timestamp with time zone	y	.
    o	<=	timestamp without time zone;timestamp without time zone	y	.
    o	<=	timestamp without time zone[];timestamp without time zone[]	y	.
    o	<=	tsrange;tsrange	y	.
    o	<=	tstzrange;tstzrange	y	.
    o	<=	uuid;uuid	y	.
    o	<=	uuid[];uuid[]	y	.
    o	<=	xid8;xid8	y	.
    o	<>	"char";"char"	y	.
    o	<>	anyenum;anyenum	y	.
    o	<>	bigint;bigint	y	.
    o	<>	bigint;integer	y	.
    o	<>	bigint;smallint	y	.
    o	<>	bigint[];bigint[]	y	.
    o	<>	bit varying;bit varying	y	.
    o	<>	bit;bit	y	.
    o	<>	boolean;boolean	y	.
    o	<>	boolean[];boolean[]	y	.
    o	<>	bytea;bytea	y	.
    o	<>	character varying[];character varying[]	y	.
    o	<>	character;character	y	.
    o	<>	date;date	y	.
    o	<>	date;timestamp with time zone	y	.
    o	<>	date;timestamp without time zone	y	.
    o	<>	date[];date[]	y	.
    o	<>	daterange;daterange	y	.
    o	<>	double precision;double precision	y	.
    o	<>	double precision;real	y	.
    o	<>	double precision[];double precision[]	y	.
    o	<>	inet;inet	y	.
    o	<>	inet[];inet[]	y	.
    o	<>	int4range;int4range	y	.
    o	<>	int8range;int8range	y	.
    o	<>	integer;bigint	y	.
    o	<>	integer;integer	y	.
    o	<>	integer;smallint	y	.
    o	<>	integer[];integer[]	y	.
    o	<>	interval;interval	y	.
    o	<>	interval[];interval[]	y	.
    o	<>	jsonb;jsonb	y	.
    o	<>	jsonb[];jsonb[]	y	.
    o	<>	macaddr;macaddr	y	.
    o	<>	macaddr8;macaddr8	y	.
    o	<>	money;money	y	.
    o	<>	name;name	y	.
    o	<>	name;text	y	.
    o	<>	name[];name[]	y	.
    o	<>	numeric;numeric	y	.
    o	<>	numeric[];numeric[]	y	.
    o	<>	numrange;numrange	y	.
    o	<>	oid;oid	y	.
    o	<>	oid[];oid[]	y	.
    o	<>	oidvector;oidvector	y	.
    o	<>	pg_lsn;pg_lsn	y	.
    o	<>	real;double precision	y	.
    o	<>	real;real	y	.
    o	<>	real[];real[]	y	.
    o	<>	smallint;bigint	y	.
    o	<>	smallint;integer	y	.
    o	<>	smallint;smallint	y	.
    o	<>	smallint[];smallint[]	y	.
    o	<>	text;name	y	.
    o	<>	text;text	y	.
    o	<>	text[];text[]	y	.
    o	<>	tid;tid	y	.
    o	<>	time with time zone;time with time zone	y	.
    o	<>	time without time zone;time without time zone	y	.
    o	<>	timestamp with time zone;date	y	.
    o	<>	timestamp with time zone;timestamp with time zone	y	.
    o	<>	timestamp with time zone;timestamp without time zone	y	.
    o	<>	timestamp with time zone[];timestamp with time zone[]	y	.
    o	<>	timestamp without time zone;date	y	.
    o	<>	timestamp without time zone;timestamp with time zone	y	.
    o	<>	timestamp without time zone;timestamp without time zone	y	.
    o	<>	timestamp without time zone[];timestamp without time zone[]	y	.
    o	<>	tsrange;tsrange	y	.
    o	<>	tstzrange;tstzrange	y	.
    o	<>	uuid;uuid	y	.
    o	<>	uuid[];uuid[]	y	.
    o	<>	xid;integer	y	.
    o	<>	xid;xid	y	.
    o	<>	xid8;xid8	y	.
    o	<@	bigint;int8range	y	.
    o	<@	bigint[];bigint[]	y	.
    o	<@	boolean[];boolean[]	y	.
    o	<@	character varying[];character varying[]	y	.
    o	<@	date;daterange	y	.
    o	<@	date[];date[]	y	.
    o	<@	daterange;daterange	y	.
    o	<@	double precision[];double precision[]	y	.
    o	<@	inet[];inet[]	y	.
    o	<@	int4range;int4range	y	.
    o	<@	int8range;int8range	y	.
    o	<@	integer;int4range	y	.
    o	<@	integer[];integer[]	y	.
    o	<@	interval[];interval[]	y	.
    o	<@	jsonb;jsonb	y	.
    o	<@	jsonb[];jsonb[]	y	.
    o	<@	name[];name[]	y	.
    o	<@	numeric;numrange	y	.
    o	<@	numeric[];numeric[]	y	.
    o	<@	numrange;numrange	y	.
    o	<@	oid[];oid[]	y	.
    o	<@	real[];real[]	y	.
    o	<@	smallint[];smallint[]	y	.
    o	<@	text[];text[]	y	.
    o	<@	timestamp with time zone;tstzrange	y	.
    o	<@	timestamp with time zone[];timestamp with time zone[]	y	.
    o	<@	timestamp without time zone;tsrange	y	.
    o	<@	timestamp without time zone[];timestamp without time zone[]	y	.
    o	<@	tsrange;tsrange	y	.
    o	<@	tstzrange;tstzrange	y	.
    o	<@	uuid[];uuid[]	y	.
    o	=	"char";"char"	y	.
    o	=	anyenum;anyenum	y	.
    o	=	bigint;bigint	y	.
    o	=	bigint;integer	y	.
    o	=	bigint;smallint	y	.
    o	=	bigint[];bigint[]	y	.
    o	=	bit varying;bit varying	y	.
    o	=	bit;bit	y	.
    o	=	boolean;boolean	y	.
    o	=	boolean[];boolean[]	y	.
    o	=	bytea;bytea	y	.
    o	=	character varying[];character varying[]	y	.
    o	=	character;character	y	.
    o	=	date;date	y	.
    o	=	date;timestamp with time zone	y	.
    o	=	date;timestamp without time zone	y	.
    o	=	date[];date[]	y	.
    o	=	daterange;daterange	y	.
    o	=	double precision;double precision	y	.
    o	=	double precision;real	y	.
    o	=	double precision[];double precision[]	y	.
    o	=	inet;inet	y	.
    o	=	inet[];inet[]	y	.
    o	=	int4range;int4range	y	.
    o	=	int8range;int8range	y	.
    o	=	integer;bigint	y	.
    o	=	integer;integer	y	.
    o	=	integer;smallint	y	.
    o	=	integer[];integer[]	y	.
    o	=	interval;interval	y	.
    o	=	interval[];interval[]	y	.
    o	=	jsonb;jsonb	y	.
    o	=	jsonb[];jsonb[]	y	.
    o	=	macaddr;macaddr	y	.
    o	=	macaddr8;macaddr8	y	.
    o	=	money;money	y	.
    o	=	name;name	y	.
    o	=	name;text	y	.
    o	=	name[];name[]	y	.
    o	=	numeric;numeric	y	.
    o	=	numeric[];numeric[]	y	.
    o	=	numrange;numrange	y	.
    o	=	oid;oid	y	.
    o	=	oid[];oid[]	y	.
    o	=	oidvector;oidvector	y	.
    o	=	pg_lsn;pg_lsn	y	.
    o	=	real;double precision	y	.
    o	=	real;real	y	.
    o	=	real[];real[]	y	.
    o	=	smallint;bigint	y	.
    o	=	smallint;integer	y	.
    o	=	smallint;smallint	y	.
    o	=	smallint[];smallint[]	y	.
    o	=	text;name	y	.
    o	=	text;text	y	.
    o	=	text[];text[]	y	.
    o	=	tid;tid	y	.
    o	=	time with time zone;time with time zone	y	.
    o	=	time without time zone;time without time zone	y	.
    o	=	timestamp with time zone;date	y	.
    o	=	timestamp with time zone;timestamp with time zone	y	.
    o	=	timestamp with time zone;timestamp without time zone	y	.
    o	=	timestamp with time zone[];timestamp with time zone[]	y	.
    o	=	timestamp without time zone;date	y	.
    o	=	timestamp without time zone;timestamp with time zone	y	.
    o	=	timestamp without time zone;timestamp without time zone	y	.
    o	=	timestamp without time zone[];timestamp without time zone[]	y	.
    o	=	tsrange;tsrange	y	.
    o	=	tstzrange;tstzrange	y	.
    o	=	uuid;uuid	y	.
    o	=	uuid[];uuid[]	y	.
    o	=	xid;integer	y	.
    o	=	xid;xid	y	.
    o	=	xid8;xid8	y	.
    o	= ANY	bigint;bigint[]	y	.
    o	= ANY	boolean;boolean[]	y	.
    o	= ANY	character varying;character varying[]	y	.
    o	= ANY	date;date[]	y	.
    o	= ANY	double precision;double precision[]	y	.
    o	= ANY	inet;inet[]	y	.
    o	= ANY	integer;integer[]	y	.
    o	= ANY	interval;interval[]	y	.
    o	= ANY	jsonb;jsonb[]	y	.
    o	= ANY	name;name[]	y	.
    o	= ANY	numeric;numeric[]	y	.
    o	= ANY	oid;oid[]	y	.
    o	= ANY	real;real[]	y	.
    o	= ANY	smallint;smallint[]	y	.
    o	= ANY	text;text[]	y	.
    o	= ANY	timestamp with time zone;timestamp with time zone[]	y	.
    o	= ANY	timestamp without time zone;timestamp without time zone[]	y	.
    o	= ANY	uuid;uuid[]	y	.
    o	>	"char";"char"	y	.
    o	>	anyenum;anyenum	y	.
    o	>	bigint;bigint	y	.
    o	>	bigint;integer	y	.
    o	>	bigint;smallint	y	.
    o	>	bigint[];bigint[]	y	.
    o	>	bit varying;bit varying	y	.
    o	>	bit;bit	y	.
    o	>	boolean;boolean	y	.
    o	>	boolean[];boolean[]	y	.
    o	>	bytea;bytea	y	.
    o	>	character varying[];character varying[]	y	.
    o	>	character;character	y	.
    o	>	date;date	y	.
    o	>	date;timestamp with time zone	y	.
    o	>	date;timestamp without time zone	y	.
    o	>	date[];date[]	y	.
    o	>	daterange;daterange	y	.
    o	>	double precision;double precision	y	.
    o	>	double precision;real	y	.
    o	>	double precision[];double precision[]	y	.
    o	>	inet;inet	y	.
    o	>	inet[];inet[]	y	.
    o	>	int4range;int4range	y	.
    o	>	int8range;int8range	y	.
    o	>	integer;bigint	y	.
    o	>	integer;integer	y	.
    o	>	integer;smallint	y	.
    o	>	integer[];integer[]	y	.
    o	>	interval;interval	y	.
    o	>	interval[];interval[]	y	.
    o	>	jsonb;jsonb	y	.
    o	>	jsonb[];jsonb[]	y	.
    o	>	macaddr;macaddr	y	.
    o	>	macaddr8;macaddr8	y	.
    o	>	money;money	y	.
    o	>	name;name	y	.
    o	>	name;text	y	.
    o	>	name[];name[]	y	.
    o	>	numeric;numeric	y	.
    o	>	numeric[];numeric[]	y	.
    o	>	numrange;numrange	y	.
    o	>	oid;oid	y	.
    o	>	oid[];oid[]	y	.
    o	>	oidvector;oidvector	y	.
    o	>	pg_lsn;pg_lsn	y	.
    o	>	real;double precision	y	.
    o	>	real;real	y	.
    o	>	real[];real[]	y	.
    o	>	smallint;bigint	y	.
    o	>	smallint;integer	y	.
    o	>	smallint;smallint	y	.
    o	>	smallint[];smallint[]	y	.
    o	>	text;name	y	.
    o	>	text;text	y	.
    o	>	text[];text[]	y	.
    o	>	tid;tid	y	.
    o	>	time with time zone;time with time zone	y	.
    o	>	time without time zone;time without time zone	y	.
    o	>	timestamp with time zone;date	y	.
    o	>	timestamp with time zone;timestamp with time zone	y	.
    o	>	timestamp with time zone;timestamp without time zone	y	.
    o	>	timestamp with time zone[];timestamp with time zone[]	y	.
    o	>	timestamp without time zone;date	y	.
    o	>	timestamp without time zone;timestamp with time zone	y	.
    o	>	timestamp without time zone;timestamp without time zone	y	.
    o	>	timestamp without time zone[];timestamp without time zone[]	y	.
    o	>	tsrange;tsrange	y	.
    o	>	tstzrange;tstzrange	y	.
    o	>	uuid;uuid	y	.
    o	>	uuid[];uuid[]	y	.
    o	>	xid8;xid8	y	.
    o	>=	"char";"char"	y	.
    o	>=	anyenum;anyenum	y	.
    o	>=	bigint;bigint	y	.
    o	>=	bigint;integer	y	.
    o	>=	bigint;smallint	y	.
    o	>=	bigint[];bigint[]	y	.
    o	>=	bit varying;bit varying	y	.
    o	>=	bit;bit	y	.
    o	>=	boolean;boolean	y	.
    o	>=	boolean[];boolean[]	y	.
    o	>=	bytea;bytea	y	.
    o	>=	character varying[];character varying[]	y	.
    o	>=	character;character	y	.
    o	>=	date;date	y	.
    o	>=	date;timestamp with time zone	y	.
    o	>=	date;timestamp without time zone	y	.
    o	>=	date[];date[]	y	.
    o	>=	daterange;daterange	y	.
    o	>=	double precision;double precision	y	.
    o	>=	double precision;real	y	.
    o	>=	double precision[];double precision[]	y	.
    o	>=	inet;inet	y	.
    o	>=	inet[];inet[]	y	.
    o	>=	int4range;int4range	y	.
    o	>=	int8range;int8range	y	.
    o	>=	integer;bigint	y	.
    o	>=	integer;integer	y	.
    o	>=	integer;smallint	y	.
    o	>=	integer[];integer[]	y	.
    o	>=	interval;interval	y	.
    o	>=	interval[];interval[]	y	.
    o	>=	jsonb;jsonb	y	.
    o	>=	jsonb[];jsonb[]	y	.
    o	>=	macaddr;macaddr	y	.
    o	>=	macaddr8;macaddr8	y	.
    o	>=	money;money	y	.
    o	>=	name;name	y	.
    o	>=	name;text	y	.
    o	>=	name[];name[]	y	.
    o	>=	numeric;numeric	y	.
    o	>=	numeric[];numeric[]	y	.
    o	>=	numrange;numrange	y	.
    o	>=	oid;oid	y	.
    o	>=	oid[];oid[]	y	.
    o	>=	oidvector;oidvector	y	.
    o	>=	pg_lsn;pg_lsn	y	.
    o	>=	real;double precision	y	.
    o	>=	real;real	y	.
    o	>=	real[];real[]	y	.
    o	>=	smallint;bigint	y	.
    o	>=	smallint;integer	y	.
    o	>=	smallint;smallint	y	.
    o	>=	smallint[];smallint[]	y	.
    o	>=	text;name	y	.
    o	>=	text;text	y	.
    o	>=	text[];text[]	y	.
    o	>=	tid;tid	y	.
    o	>=	time with time zone;time with time zone	y	.
    o	>=	time without time zone;time without time zone	y	.
    o	>=	timestamp with time zone;date	y	.
    o	>=	timestamp with time zone;timestamp with time zone	y	.
    o	>=	timestamp with time zone;timestamp without time zone	y	.
    o	>=	timestamp with time zone[];timestamp with time zone[]	y	.
    o	>=	timestamp without time zone;date	y	.
    o	>=	timestamp without time zone;timestamp with time zone	y	.
    o	>=	timestamp without time zone;timestamp without time zone	y	.
    o	>=	timestamp without time zone[];timestamp without time zone[]	y	.
    o	>=	tsrange;tsrange	y	.
    o	>=	tstzrange;tstzrange	y	.
    o	>=	uuid;uuid	y	.
    o	>=	uuid[];uuid[]	y	.
    o	>=	xid8;xid8	y	.
    o	>>	bigint;integer	y	.
    o	>>	bit;integer	y	.
    o	>>	daterange;daterange	y	.
    o	>>	inet;inet	y	.
    o	>>	int4range;int4range	y	.
    o	>>	int8range;int8range	y	.
    o	>>	integer;integer	y	.
    o	>>	numrange;numrange	y	.
    o	>>	smallint;integer	y	.
    o	>>	tsrange;tsrange	y	.
    o	>>	tstzrange;tstzrange	y	.
    o	>>=	inet;inet	y	.
    o	?	jsonb;text	y	.
    o	?&	jsonb;text[]	y	.
    o	?|	jsonb;text[]	y	.
    o	@	double precision	y	.
    o	@	numeric	y	.
    o	@	real	y	.
    o	@>	bigint[];bigint[]	y	.
    o	@>	boolean[];boolean[]	y	.
    o	@>	character varying[];character varying[]	y	.
    o	@>	date[];date[]	y	.
    o	@>	daterange;date	y	.
    o	@>	daterange;daterange	y	.
    o	@>	double precision[];double precision[]	y	.
    o	@>	inet[];inet[]	y	.
    o	@>	int4range;int4range	y	.
    o	@>	int4range;integer	y	.
    o	@>	int8range;bigint	y	.
    o	@>	int8range;int8range	y	.
    o	@>	integer[];integer[]	y	.
    o	@>	interval[];interval[]	y	.
    o	@>	jsonb;jsonb	y	.
    o	@>	jsonb[];jsonb[]	y	.
    o	@>	name[];name[]	y	.
    o	@>	numeric[];numeric[]	y	.
    o	@>	numrange;numeric	y	.
    o	@>	numrange;numrange	y	.
    o	@>	oid[];oid[]	y	.
    o	@>	real[];real[]	y	.
    o	@>	smallint[];smallint[]	y	.
    o	@>	text[];text[]	y	.
    o	@>	timestamp with time zone[];timestamp with time zone[]	y	.
    o	@>	timestamp without time zone[];timestamp without time zone[]	y	.
    o	@>	tsrange;timestamp without time zone	y	.
    o	@>	tsrange;tsrange	y	.
    o	@>	tstzrange;timestamp with time zone	y	.
    o	@>	tstzrange;tstzrange	y	.
    o	@>	uuid[];uuid[]	y	.
    o	AND	boolean;boolean	y	.
    o	ARRAY	any...	c	.
    o	AT TIME ZONE	any;text	c	.
    o	BETWEEN	any;any;any	c	.
    o	CASE	any...	c	.
    o	COALESCE	any...	c	.
    o	GREATEST	any...	c	.
    o	IN	any;list	c	.
    o	IS DISTINCT FROM	any;any	c	.
    o	IS NULL	any	y	.
    o	IS TRUE	boolean	y	.
    o	NULLIF	any;any	c	.
    o	ROW	any...	c	.
    o	[]	bigint[];integer	y	.
    o	[]	boolean[];integer	y	.
    o	[]	character varying[];integer	y	.
    o	[]	date[];integer	y	.
    o	[]	double precision[];integer	y	.
    o	[]	inet[];integer	y	.
    o	[]	integer[];integer	y	.
    o	[]	interval[];integer	y	.
    o	[]	jsonb;text	y	.
    o	[]	jsonb[];integer	y	.
    o	[]	name[];integer	y	.
    o	[]	numeric[];integer	y	.
    o	[]	oid[];integer	y	.
    o	[]	real[];integer	y	.
    o	[]	smallint[];integer	y	.
    o	[]	text[];integer	y	.
    o	[]	timestamp with time zone[];integer	y	.
    o	[]	timestamp without time zone[];integer	y	.
    o	[]	uuid[];integer	y	.
    o	^@	text;text	y	.
    o	|	bigint;bigint	y	.
    o	|	integer;integer	y	.
    o	|	macaddr;macaddr	y	.
    o	|	macaddr8;macaddr8	y	.
    o	|	smallint;smallint	y	.
    o	||	bytea;bytea	c	.
    o	||	text;text	c	.
    o	||/	double precision	y	.
    o	~	bigint	y	.
    o	~	bit	y	.
    o	~	character;text	c	.
    o	~	inet	y	.
    o	~	integer	y	.
    o	~	macaddr	y	.
    o	~	macaddr8	y	.
    o	~	name;text	c	.
    o	~	smallint	y	.
    o	~	text;text	c	.
    o	~*	character;text	c	.
    o	~*	name;text	c	.
    o	~*	text;text	c	.
    o	~<=~	character;character	y	.
    o	~<=~	text;text	y	.
    o	~<~	character;character	y	.
    o	~<~	text;text	y	.
    o	~>=~	character;character	y	.
    o	~>=~	text;text	y	.
    o	~>~	character;character	y	.
    o	~>~	text;text	y	.
    o	~~	bytea;bytea	c	.
    o	~~	character;text	c	.
    o	~~	name;text	c	.
    o	~~	text;text	c	.
    o	~~*	character;text	c	.
    o	~~*	name;text	c	.
    o	~~*	text;text	c	.
    f	abbrev	inet	y	.
    f	abs	double precision	y	.
    f	abs	numeric	y	.
    f	abs	real	y	.
    f	array_length	bigint[];integer	y	.
    f	array_length	boolean[];integer	y	.
    f	array_length	character varying[];integer	y	.
    f	array_length	date[];integer	y	.
    f	array_length	double precision[];integer	y	.
    f	array_length	inet[];integer	y	.
    f	array_length	integer[];integer	y	.
    f	array_length	interval[];integer	y	.
    f	array_length	jsonb[];integer	y	.
    f	array_length	name[];integer	y	.
    f	array_length	numeric[];integer	y	.
    f	array_length	oid[];integer	y	.
    f	array_length	real[];integer	y	.
    f	array_length	smallint[];integer	y	.
    f	array_length	text[];integer	y	.
    f	array_length	timestamp with time zone[];integer	y	.
    f	array_length	timestamp without time zone[];integer	y	.
    f	array_length	uuid[];integer	y	.
    f	array_lower	bigint[];integer	y	.
    f	array_lower	boolean[];integer	y	.
    f	array_lower	character varying[];integer	y	.
    f	array_lower	date[];integer	y	.
    f	array_lower	double precision[];integer	y	.
    f	array_lower	inet[];integer	y	.
    f	array_lower	integer[];integer	y	.
    f	array_lower	interval[];integer	y	.
    f	array_lower	jsonb[];integer	y	.
    f	array_lower	name[];integer	y	.
    f	array_lower	numeric[];integer	y	.
    f	array_lower	oid[];integer	y	.
    f	array_lower	real[];integer	y	.
    f	array_lower	smallint[];integer	y	.
    f	array_lower	text[];integer	y	.
    f	array_lower	timestamp with time zone[];integer	y	.
    f	array_lower	timestamp without time zone[];integer	y	.
    f	array_lower	uuid[];integer	y	.
    f	array_ndims	anyarray	y	.
    f	array_upper	bigint[];integer	y	.
    f	array_upper	boolean[];integer	y	.
    f	array_upper	character varying[];integer	y	.
    f	array_upper	date[];integer	y	.
    f	array_upper	double precision[];integer	y	.
    f	array_upper	inet[];integer	y	.
    f	array_upper	integer[];integer	y	.
    f	array_upper	interval[];integer	y	.
    f	array_upper	jsonb[];integer	y	.
    f	array_upper	name[];integer	y	.
    f	array_upper	numeric[];integer	y	.
    f	array_upper	oid[];integer	y	.
    f	array_upper	real[];integer	y	.
    f	array_upper	smallint[];integer	y	.
    f	array_upper	text[];integer	y	.
    f	array_upper	timestamp with time zone[];integer	y	.
    f	array_upper	timestamp without time zone[];integer	y	.
    f	array_upper	uuid[];integer	y	.
    f	ascii	text	y	.
    f	atan	double precision	y	.
    f	atan2	double precision;double precision	y	.
    f	bit_length	bytea	y	.
    f	bit_length	text	y	.
    f	broadcast	inet	y	.
    f	btrim	text	y	.
    f	btrim	text;text	y	.
    f	cardinality	bigint[]	y	.
    f	cardinality	boolean[]	y	.
    f	cardinality	character varying[]	y	.
    f	cardinality	date[]	y	.
    f	cardinality	double precision[]	y	.
    f	cardinality	inet[]	y	.
    f	cardinality	integer[]	y	.
    f	cardinality	interval[]	y	.
    f	cardinality	jsonb[]	y	.
    f	cardinality	name[]	y	.
    f	cardinality	numeric[]	y	.
    f	cardinality	oid[]	y	.
    f	cardinality	real[]	y	.
    f	cardinality	smallint[]	y	.
    f	cardinality	text[]	y	.
    f	cardinality	timestamp with time zone[]	y	.
    f	cardinality	timestamp without time zone[]	y	.
    f	cardinality	uuid[]	y	.
    f	cbrt	double precision	y	.
    f	ceil	double precision	y	.
    f	ceil	numeric	y	.
    f	ceiling	double precision	y	.
    f	ceiling	numeric	y	.
    f	char_length	character	y	.
    f	char_length	text	y	.
    f	character_length	character	y	.
    f	character_length	text	y	.
    f	clock_timestamp		y	.
    f	date_part	text;date	c	.
    f	date_part	text;interval	c	.
    f	date_part	text;time with time zone	c	.
    f	date_part	text;time without time zone	c	.
    f	date_part	text;timestamp with time zone	c	.
    f	date_part	text;timestamp without time zone	c	.
    f	date_trunc	text;interval	c	.
    f	date_trunc	text;timestamp with time zone	c	.
    f	date_trunc	text;timestamp with time zone;text	c	.
    f	date_trunc	text;timestamp without time zone	c	.
    f	encode	bytea;text	c	.
    f	extract	text;date	c	.
    f	extract	text;interval	c	.
    f	extract	text;time with time zone	c	.
    f	extract	text;time without time zone	c	.
    f	extract	text;timestamp with time zone	c	.
    f	extract	text;timestamp without time zone	c	.
    f	family	inet	y	.
    f	floor	double precision	y	.
    f	floor	numeric	y	.
    f	hashtext	text	y	.
    f	host	inet	y	.
    f	hostmask	inet	y	.
    f	inet_same_family	inet;inet	y	.
    f	initcap	text	y	.
    f	isempty	daterange	y	.
    f	isempty	int4range	y	.
    f	isempty	int8range	y	.
    f	isempty	numrange	y	.
    f	isempty	tsrange	y	.
    f	isempty	tstzrange	y	.
    f	isfinite	date	y	.
    f	isfinite	interval	y	.
    f	isfinite	timestamp with time zone	y	.
    f	isfinite	timestamp without time zone	y	.
    f	jsonb_extract_path	jsonb;text...	y	.
    f	jsonb_extract_path_text	jsonb;text...	y	.
    f	jsonb_strip_nulls	jsonb	y	.
    f	jsonb_typeof	jsonb	y	.
    f	left	text;integer	y	.
    f	length	bytea	y	.
    f	length	character	y	.
    f	length	text	y	.
    f	lower	daterange	y	.
    f	lower	int4range	y	.
    f	lower	int8range	y	.
    f	lower	numrange	y	.
    f	lower	text	y	.
    f	lower	tsrange	y	.
    f	lower	tstzrange	y	.
    f	lower_inc	daterange	y	.
    f	lower_inc	int4range	y	.
    f	lower_inc	int8range	y	.
    f	lower_inc	numrange	y	.
    f	lower_inc	tsrange	y	.
    f	lower_inc	tstzrange	y	.
    f	lower_inf	daterange	y	.
    f	lower_inf	int4range	y	.
    f	lower_inf	int8range	y	.
    f	lower_inf	numrange	y	.
    f	lower_inf	tsrange	y	.
    f	lower_inf	tstzrange	y	.
    f	lpad	text;integer	c	.
    f	lpad	text;integer;text	c	.
    f	ltrim	text	y	.
    f	ltrim	text;text	y	.
    f	masklen	inet	y	.
    f	md5	bytea	y	.
    f	md5	text	y	.
    f	min_scale	numeric	y	.
    f	mod	bigint;bigint	c	.
    f	mod	integer;integer	c	.
    f	mod	smallint;smallint	c	.
    f	netmask	inet	y	.
    f	network	inet	y	.
    f	now		y	.
    f	num_nonnulls	any...	y	.
    f	num_nulls	any...	y	.
    f	octet_length	bytea	y	.
    f	octet_length	character	y	.
    f	octet_length	text	y	.
    f	pg_column_size	any	y	.
    f	position	text;text	y	.
    f	quote_ident	text	y	.
    f	quote_literal	text	y	.
    f	quote_nullable	text	y	.
    f	replace	text;text;text	c	.
    f	reverse	text	y	.
    f	right	text;integer	y	.
    f	round	double precision	y	.
    f	round	numeric	y	.
    f	round	numeric;integer	c	.
    f	rpad	text;integer	c	.
    f	rpad	text;integer;text	c	.
    f	rtrim	text	y	.
    f	rtrim	text;text	y	.
    f	scale	numeric	y	.
    f	sha224	bytea	y	.
    f	sha256	bytea	y	.
    f	sha384	bytea	y	.
    f	sha512	bytea	y	.
    f	sign	double precision	y	.
    f	sign	numeric	y	.
    f	split_part	text;text;integer	c	.
    f	starts_with	text;text	y	.
    f	statement_timestamp		y	.
    f	strpos	text;text	y	.
    f	substr	bytea;integer	y	.
    f	substr	text;integer	y	.
    f	substr	text;integer;integer	c	.
    f	substring	text;integer	y	.
    f	substring	text;integer;integer	c	.
    f	tanh	double precision	y	.
    f	text	inet	y	.
    f	timezone	text;timestamp with time zone	c	.
    f	timezone	text;timestamp without time zone	c	.
    f	to_hex	bigint	y	.
    f	to_hex	integer	y	.
    f	transaction_timestamp		y	.
    f	translate	text;text;text	c	.
    f	trim_scale	numeric	y	.
    f	trunc	double precision	y	.
    f	trunc	numeric	y	.
    f	trunc	numeric;integer	c	.
    f	upper	daterange	y	.
    f	upper	int4range	y	.
    f	upper	int8range	y	.
    f	upper	numrange	y	.
    f	upper	text	y	.
    f	upper	tsrange	y	.
    f	upper	tstzrange	y	.
    f	upper_inc	daterange	y	.
    f	upper_inc	int4range	y	.
    f	upper_inc	int8range	y	.
    f	upper_inc	numrange	y	.
    f	upper_inc	tsrange	y	.
    f	upper_inc	tstzrange	y	.
    f	upper_inf	daterange	y	.
    f	upper_inf	int4range	y	.
    f	upper_inf	int8range	y	.
    f	upper_inf	numrange	y	.
    f	upper_inf	tsrange	y	.
    f	upper_inf	tstzrange	y	.
    f	uuid_send	uuid	y	.
    c	"char"	character	y	.
    c	"char"	character varying	y	.
    c	"char"	text	y	.
    c	bigint	integer	y	.
    c	bigint	oid	y	.
    c	bigint	smallint	y	.
    c	bigint[]	integer[]	y	.
    c	bit	bit varying	y	.
    c	bit varying	bit	y	.
    c	boolean	integer	y	.
    c	character	"char"	y	.
    c	character	bigint	y	.
    c	character	bit	y	.
    c	character	bit varying	y	.
    c	character	boolean	y	.
    c	character	bytea	y	.
    c	character	character varying	y	.
    c	character	cidr	y	.
    c	character	date	y	.
    c	character	double precision	y	.
    c	character	inet	y	.
    c	character	integer	y	.
    c	character	interval	y	.
    c	character	json	y	.
    c	character	jsonb	y	.
    c	character	macaddr	y	.
    c	character	name	y	.
    c	character	numeric	y	.
    c	character	oid	y	.
    c	character	real	y	.
    c	character	smallint	y	.
    c	character	text	y	.
    c	character	time with time zone	y	.
    c	character	time without time zone	y	.
    c	character	timestamp with time zone	y	.
    c	character	timestamp without time zone	y	.
    c	character	uuid	y	.
    c	character varying	"char"	y	.
    c	character varying	bigint	y	.
    c	character varying	bit	y	.
    c	character varying	bit varying	y	.
    c	character varying	boolean	y	.
    c	character varying	bytea	y	.
    c	character varying	character	y	.
    c	character varying	cidr	y	.
    c	character varying	date	y	.
    c	character varying	double precision	y	.
    c	character varying	inet	y	.
    c	character varying	integer	y	.
    c	character varying	interval	y	.
    c	character varying	json	y	.
    c	character varying	jsonb	y	.
    c	character varying	macaddr	y	.
    c	character varying	name	y	.
    c	character varying	numeric	y	.
    c	character varying	oid	y	.
    c	character varying	real	y	.
    c	character varying	smallint	y	.
    c	character varying	text	y	.
    c	character varying	time with time zone	y	.
    c	character varying	time without time zone	y	.
    c	character varying	timestamp with time zone	y	.
    c	character varying	timestamp without time zone	y	.
    c	character varying	uuid	y	.
    c	character varying(n)	character	y	.
    c	character varying(n)	character varying	y	.
    c	character varying(n)	text	y	.
    c	character(n)	character	y	.
    c	character(n)	character varying	y	.
    c	character(n)	text	y	.
    c	cidr	inet	y	.
    c	date	timestamp with time zone	y	.
    c	date	timestamp without time zone	y	.
    c	double precision	bigint	y	.
    c	double precision	integer	y	.
    c	double precision	numeric	y	.
    c	double precision	real	y	.
    c	double precision	smallint	y	.
    c	inet	cidr	y	.
    c	integer	"char"	y	.
    c	integer	boolean	y	.
    c	integer	oid	y	.
    c	integer	smallint	y	.
    c	interval	time without time zone	y	.
    c	name	character	y	.
    c	name	character varying	y	.
    c	name	json	y	.
    c	name	text	y	.
    c	numeric	bigint	y	.
    c	numeric	double precision	y	.
    c	numeric	integer	y	.
    c	numeric	real	y	.
    c	numeric	smallint	y	.
    c	numeric[]	integer[]	y	.
    c	oid	integer	y	.
    c	oid	smallint	y	.
    c	real	bigint	y	.
    c	real	integer	y	.
    c	real	smallint	y	.
    c	text	"char"	y	.
    c	text	bigint	y	.
    c	text	bit	y	.
    c	text	bit varying	y	.
    c	text	boolean	y	.
    c	text	bytea	y	.
    c	text	character	y	.
    c	text	character varying	y	.
    c	text	cidr	y	.
    c	text	date	y	.
    c	text	double precision	y	.
    c	text	enum	y	.
    c	text	inet	y	.
    c	text	integer	y	.
    c	text	interval	y	.
    c	text	json	y	.
    c	text	jsonb	y	.
    c	text	macaddr	y	.
    c	text	name	y	.
    c	text	numeric	y	.
    c	text	oid	y	.
    c	text	real	y	.
    c	text	smallint	y	.
    c	text	time with time zone	y	.
    c	text	time without time zone	y	.
    c	text	timestamp with time zone	y	.
    c	text	timestamp without time zone	y	.
    c	text	uuid	y	.
    c	text[]	character varying[]	y	.
    c	time without time zone	interval	y	.
    c	time without time zone	time with time zone	y	.
    c	time without time zone	timestamp with time zone	y	.
    c	time without time zone	timestamp without time zone	y	.
    c	time(p) without time zone	time without time zone	y	.
    c	timestamp with time zone	date	y	.
    c	timestamp with time zone	timestamp without time zone	y	.
    c	timestamp without time zone	date	y	.
    c	timestamp without time zone	timestamp with time zone	y	.
    c	timestamp(p) with time zone	timestamp with time zone	y	.
    c	timestamp(p) without time zone	timestamp without time zone	y	.
    a	avg	bigint	y	.
    a	avg	integer	y	.
    a	avg	numeric	y	.
    a	avg	smallint	y	.
    a	bit_and	bigint	y	.
    a	bit_and	integer	y	.
    a	bit_and	smallint	y	.
    a	bit_or	bigint	y	.
    a	bit_or	integer	y	.
    a	bit_or	smallint	y	.
    a	bit_xor	bigint	y	.
    a	bit_xor	integer	y	.
    a	bit_xor	smallint	y	.
    a	bool_and	boolean	y	.
    a	bool_or	boolean	y	.
    a	count	*	y	.
    a	count	any	y	.
    a	every	boolean	y	.
    a	max	anyarray	y	.
    a	max	anyenum	y	.
    a	max	bigint	y	.
    a	max	character	y	.
    a	max	date	y	.
    a	max	double precision	y	.
    a	max	inet	y	.
    a	max	integer	y	.
    a	max	interval	y	.
    a	max	money	y	.
    a	max	numeric	y	.
    a	max	oid	y	.
    a	max	real	y	.
    a	max	smallint	y	.
    a	max	text	y	.
    a	max	time with time zone	y	.
    a	max	time without time zone	y	.
    a	max	timestamp with time zone	y	.
    a	max	timestamp without time zone	y	.
    a	min	anyarray	y	.
    a	min	anyenum	y	.
    a	min	bigint	y	.
    a	min	character	y	.
    a	min	date	y	.
    a	min	double precision	y	.
    a	min	inet	y	.
    a	min	integer	y	.
    a	min	interval	y	.
    a	min	money	y	.
    a	min	numeric	y	.
    a	min	oid	y	.
    a	min	real	y	.
    a	min	smallint	y	.
    a	min	text	y	.
    a	min	time with time zone	y	.
    a	min	time without time zone	y	.
    a	min	timestamp with time zone	y	.
    a	min	timestamp without time zone	y	.
    a	mode	any	y	.
    a	regr_count	double precision;double precision	y	.
    a	stddev	bigint	y	.
    a	stddev	integer	y	.
    a	stddev	smallint	y	.
    a	stddev_pop	bigint	y	.
    a	stddev_pop	integer	y	.
    a	stddev_pop	smallint	y	.
    a	stddev_samp	bigint	y	.
    a	stddev_samp	integer	y	.
    a	stddev_samp	smallint	y	.
    a	sum	bigint	y	.
    a	sum	integer	y	.
    a	sum	numeric	y	.
    a	sum	smallint	y	.
    a	var_pop	bigint	y	.
    a	var_pop	integer	y	.
    a	var_pop	smallint	y	.
    a	var_samp	bigint	y	.
    a	var_samp	integer	y	.
    a	var_samp	smallint	y	.
    a	variance	bigint	y	.
    a	variance	integer	y	.
    a	variance	smallint	y	.
    """#
