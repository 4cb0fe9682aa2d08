// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// Written by scripts/generate-verdicts; do not edit.

/// Name, left, right, result and volatility.
let builtinOperatorRows = #"""
    !!		tsquery	tsquery	i	.
    !~	character	text	boolean	i	.
    !~	name	text	boolean	i	.
    !~	text	text	boolean	i	.
    !~*	character	text	boolean	i	.
    !~*	name	text	boolean	i	.
    !~*	text	text	boolean	i	.
    !~~	bytea	bytea	boolean	i	.
    !~~	character	text	boolean	i	.
    !~~	name	text	boolean	i	.
    !~~	text	text	boolean	i	.
    !~~*	character	text	boolean	i	.
    !~~*	name	text	boolean	i	.
    !~~*	text	text	boolean	i	.
    #		path	integer	i	.
    #		polygon	integer	i	.
    #	bigint	bigint	bigint	i	.
    #	bit	bit	bit	i	.
    #	box	box	box	i	.
    #	integer	integer	integer	i	.
    #	line	line	point	i	.
    #	lseg	lseg	point	i	.
    #	smallint	smallint	smallint	i	.
    ##	line	lseg	point	i	.
    ##	lseg	box	point	i	.
    ##	lseg	lseg	point	i	.
    ##	point	box	point	i	.
    ##	point	line	point	i	.
    ##	point	lseg	point	i	.
    #-	jsonb	text[]	jsonb	i	.
    #>	json	text[]	json	i	.
    #>	jsonb	text[]	jsonb	i	.
    #>>	json	text[]	text	i	.
    #>>	jsonb	text[]	text	i	.
    %	bigint	bigint	bigint	i	.
    %	integer	integer	integer	i	.
    %	numeric	numeric	numeric	i	.
    %	smallint	smallint	smallint	i	.
    &	bigint	bigint	bigint	i	.
    &	bit	bit	bit	i	.
    &	inet	inet	inet	i	.
    &	integer	integer	integer	i	.
    &	macaddr	macaddr	macaddr	i	.
    &	macaddr8	macaddr8	macaddr8	i	.
    &	smallint	smallint	smallint	i	.
    &&	anyarray	anyarray	boolean	i	.
    &&	anymultirange	anymultirange	boolean	i	.
    &&	anymultirange	anyrange	boolean	i	.
    &&	anyrange	anymultirange	boolean	i	.
    &&	anyrange	anyrange	boolean	i	.
    &&	box	box	boolean	i	.
    &&	circle	circle	boolean	i	.
    &&	inet	inet	boolean	i	.
    &&	polygon	polygon	boolean	i	.
    &&	tsquery	tsquery	tsquery	i	.
    &<	anymultirange	anymultirange	boolean	i	.
    &<	anymultirange	anyrange	boolean	i	.
    &<	anyrange	anymultirange	boolean	i	.
    &<	anyrange	anyrange	boolean	i	.
    &<	box	box	boolean	i	.
    &<	circle	circle	boolean	i	.
    &<	polygon	polygon	boolean	i	.
    &<|	box	box	boolean	i	.
    &<|	circle	circle	boolean	i	.
    &<|	polygon	polygon	boolean	i	.
    &>	anymultirange	anymultirange	boolean	i	.
    &>	anymultirange	anyrange	boolean	i	.
    &>	anyrange	anymultirange	boolean	i	.
    &>	anyrange	anyrange	boolean	i	.
    &>	box	box	boolean	i	.
    &>	circle	circle	boolean	i	.
    &>	polygon	polygon	boolean	i	.
    *	anymultirange	anymultirange	anymultirange	i	.
    *	anyrange	anyrange	anyrange	i	.
    *	bigint	bigint	bigint	i	.
    *	bigint	integer	bigint	i	.
    *	bigint	money	money	i	.
    *	bigint	smallint	bigint	i	.
    *	box	point	box	i	.
    *	circle	point	circle	i	.
    *	double precision	double precision	double precision	i	.
    *	double precision	interval	interval	i	.
    *	double precision	money	money	i	.
    *	double precision	real	double precision	i	.
    *	integer	bigint	bigint	i	.
    *	integer	integer	integer	i	.
    *	integer	money	money	i	.
    *	integer	smallint	integer	i	.
    *	interval	double precision	interval	i	.
    *	money	bigint	money	i	.
    *	money	double precision	money	i	.
    *	money	integer	money	i	.
    *	money	real	money	i	.
    *	money	smallint	money	i	.
    *	numeric	numeric	numeric	i	.
    *	path	point	path	i	.
    *	point	point	point	i	.
    *	real	double precision	double precision	i	.
    *	real	money	money	i	.
    *	real	real	real	i	.
    *	smallint	bigint	bigint	i	.
    *	smallint	integer	integer	i	.
    *	smallint	money	money	i	.
    *	smallint	smallint	smallint	i	.
    *<	record	record	boolean	i	.
    *<=	record	record	boolean	i	.
    *<>	record	record	boolean	i	.
    *=	record	record	boolean	i	.
    *>	record	record	boolean	i	.
    *>=	record	record	boolean	i	.
    +		bigint	bigint	i	.
    +		double precision	double precision	i	.
    +		integer	integer	i	.
    +		numeric	numeric	i	.
    +		real	real	i	.
    +		smallint	smallint	i	.
    +	aclitem[]	aclitem	aclitem[]	i	.
    +	anymultirange	anymultirange	anymultirange	i	.
    +	anyrange	anyrange	anyrange	i	.
    +	bigint	bigint	bigint	i	.
    +	bigint	inet	inet	i	.
    +	bigint	integer	bigint	i	.
    +	bigint	smallint	bigint	i	.
    +	box	point	box	i	.
    +	circle	point	circle	i	.
    +	date	integer	date	i	.
    +	date	interval	timestamp without time zone	i	.
    +	date	time with time zone	timestamp with time zone	i	.
    +	date	time without time zone	timestamp without time zone	i	.
    +	double precision	double precision	double precision	i	.
    +	double precision	real	double precision	i	.
    +	inet	bigint	inet	i	.
    +	integer	bigint	bigint	i	.
    +	integer	date	date	i	.
    +	integer	integer	integer	i	.
    +	integer	smallint	integer	i	.
    +	interval	date	timestamp without time zone	i	.
    +	interval	interval	interval	i	.
    +	interval	time with time zone	time with time zone	i	.
    +	interval	time without time zone	time without time zone	i	.
    +	interval	timestamp with time zone	timestamp with time zone	s	.
    +	interval	timestamp without time zone	timestamp without time zone	i	.
    +	money	money	money	i	.
    +	numeric	numeric	numeric	i	.
    +	numeric	pg_lsn	pg_lsn	i	.
    +	path	path	path	i	.
    +	path	point	path	i	.
    +	pg_lsn	numeric	pg_lsn	i	.
    +	point	point	point	i	.
    +	real	double precision	double precision	i	.
    +	real	real	real	i	.
    +	smallint	bigint	bigint	i	.
    +	smallint	integer	integer	i	.
    +	smallint	smallint	smallint	i	.
    +	time with time zone	date	timestamp with time zone	i	.
    +	time with time zone	interval	time with time zone	i	.
    +	time without time zone	date	timestamp without time zone	i	.
    +	time without time zone	interval	time without time zone	i	.
    +	timestamp with time zone	interval	timestamp with time zone	s	.
    +	timestamp without time zone	interval	timestamp without time zone	i	.
    -		bigint	bigint	i	.
    -		double precision	double precision	i	.
    -		integer	integer	i	.
    -		interval	interval	i	.
    -		numeric	numeric	i	.
    -		real	real	i	.
    -		smallint	smallint	i	.
    -	aclitem[]	aclitem	aclitem[]	i	.
    -	anymultirange	anymultirange	anymultirange	i	.
    -	anyrange	anyrange	anyrange	i	.
    -	bigint	bigint	bigint	i	.
    -	bigint	integer	bigint	i	.
    -	bigint	smallint	bigint	i	.
    -	box	point	box	i	.
    -	circle	point	circle	i	.
    -	date	date	integer	i	.
    -	date	integer	date	i	.
    -	date	interval	timestamp without time zone	i	.
    -	double precision	double precision	double precision	i	.
    -	double precision	real	double precision	i	.
    -	inet	bigint	inet	i	.
    -	inet	inet	bigint	i	.
    -	integer	bigint	bigint	i	.
    -	integer	integer	integer	i	.
    -	integer	smallint	integer	i	.
    -	interval	interval	interval	i	.
    -	jsonb	integer	jsonb	i	.
    -	jsonb	text	jsonb	i	.
    -	jsonb	text[]	jsonb	i	.
    -	money	money	money	i	.
    -	numeric	numeric	numeric	i	.
    -	path	point	path	i	.
    -	pg_lsn	numeric	pg_lsn	i	.
    -	pg_lsn	pg_lsn	numeric	i	.
    -	point	point	point	i	.
    -	real	double precision	double precision	i	.
    -	real	real	real	i	.
    -	smallint	bigint	bigint	i	.
    -	smallint	integer	integer	i	.
    -	smallint	smallint	smallint	i	.
    -	time with time zone	interval	time with time zone	i	.
    -	time without time zone	interval	time without time zone	i	.
    -	time without time zone	time without time zone	interval	i	.
    -	timestamp with time zone	interval	timestamp with time zone	s	.
    -	timestamp with time zone	timestamp with time zone	interval	i	.
    -	timestamp without time zone	interval	timestamp without time zone	i	.
    -	timestamp without time zone	timestamp without time zone	interval	i	.
    ->	json	integer	json	i	.
    ->	json	text	json	i	.
    ->	jsonb	integer	jsonb	i	.
    ->	jsonb	text	jsonb	i	.
    ->>	json	integer	text	i	.
    ->>	json	text	text	i	.
    ->>	jsonb	integer	text	i	.
    ->>	jsonb	text	text	i	.
    -|-	anymultirange	anymultirange	boolean	i	.
    -|-	anymultirange	anyrange	boolean	i	.
    -|-	anyrange	anymultirange	boolean	i	.
    -|-	anyrange	anyrange	boolean	i	.
    /	bigint	bigint	bigint	i	.
    /	bigint	integer	bigint	i	.
    /	bigint	smallint	bigint	i	.
    /	box	point	box	i	.
    /	circle	point	circle	i	.
    /	double precision	double precision	double precision	i	.
    /	double precision	real	double precision	i	.
    /	integer	bigint	bigint	i	.
    /	integer	integer	integer	i	.
    /	integer	smallint	integer	i	.
    /	interval	double precision	interval	i	.
    /	money	bigint	money	i	.
    /	money	double precision	money	i	.
    /	money	integer	money	i	.
    /	money	money	double precision	i	.
    /	money	real	money	i	.
    /	money	smallint	money	i	.
    /	numeric	numeric	numeric	i	.
    /	path	point	path	i	.
    /	point	point	point	i	.
    /	real	double precision	double precision	i	.
    /	real	real	real	i	.
    /	smallint	bigint	bigint	i	.
    /	smallint	integer	integer	i	.
    /	smallint	smallint	smallint	i	.
    <	"char"	"char"	boolean	i	.
    <	anyarray	anyarray	boolean	i	.
    <	anyenum	anyenum	boolean	i	.
    <	anymultirange	anymultirange	boolean	i	.
    <	anyrange	anyrange	boolean	i	.
    <	bigint	bigint	boolean	i	.
    <	bigint	integer	boolean	i	.
    <	bigint	smallint	boolean	i	.
    <	bit	bit	boolean	i	.
    <	bit varying	bit varying	boolean	i	.
    <	boolean	boolean	boolean	i	.
    <	box	box	boolean	i	.
    <	bytea	bytea	boolean	i	.
    <	character	character	boolean	i	.
    <	circle	circle	boolean	i	.
    <	date	date	boolean	i	.
    <	date	timestamp with time zone	boolean	s	.
    <	date	timestamp without time zone	boolean	i	.
    <	double precision	double precision	boolean	i	.
    <	double precision	real	boolean	i	.
    <	inet	inet	boolean	i	.
    <	integer	bigint	boolean	i	.
    <	integer	integer	boolean	i	.
    <	integer	smallint	boolean	i	.
    <	interval	interval	boolean	i	.
    <	jsonb	jsonb	boolean	i	.
    <	lseg	lseg	boolean	i	.
    <	macaddr	macaddr	boolean	i	.
    <	macaddr8	macaddr8	boolean	i	.
    <	money	money	boolean	i	.
    <	name	name	boolean	i	.
    <	name	text	boolean	i	.
    <	numeric	numeric	boolean	i	.
    <	oid	oid	boolean	i	.
    <	oidvector	oidvector	boolean	i	.
    <	path	path	boolean	i	.
    <	pg_lsn	pg_lsn	boolean	i	.
    <	real	double precision	boolean	i	.
    <	real	real	boolean	i	.
    <	record	record	boolean	i	.
    <	smallint	bigint	boolean	i	.
    <	smallint	integer	boolean	i	.
    <	smallint	smallint	boolean	i	.
    <	text	name	boolean	i	.
    <	text	text	boolean	i	.
    <	tid	tid	boolean	i	.
    <	time with time zone	time with time zone	boolean	i	.
    <	time without time zone	time without time zone	boolean	i	.
    <	timestamp with time zone	date	boolean	s	.
    <	timestamp with time zone	timestamp with time zone	boolean	i	.
    <	timestamp with time zone	timestamp without time zone	boolean	s	.
    <	timestamp without time zone	date	boolean	i	.
    <	timestamp without time zone	timestamp with time zone	boolean	s	.
    <	timestamp without time zone	timestamp without time zone	boolean	i	.
    <	tsquery	tsquery	boolean	i	.
    <	tsvector	tsvector	boolean	i	.
    <	uuid	uuid	boolean	i	.
    <	xid8	xid8	boolean	i	.
    <->	box	box	double precision	i	.
    <->	box	lseg	double precision	i	.
    <->	box	point	double precision	i	.
    <->	circle	circle	double precision	i	.
    <->	circle	point	double precision	i	.
    <->	circle	polygon	double precision	i	.
    <->	line	line	double precision	i	.
    <->	line	lseg	double precision	i	.
    <->	line	point	double precision	i	.
    <->	lseg	box	double precision	i	.
    <->	lseg	line	double precision	i	.
    <->	lseg	lseg	double precision	i	.
    <->	lseg	point	double precision	i	.
    <->	path	path	double precision	i	.
    <->	path	point	double precision	i	.
    <->	point	box	double precision	i	.
    <->	point	circle	double precision	i	.
    <->	point	line	double precision	i	.
    <->	point	lseg	double precision	i	.
    <->	point	path	double precision	i	.
    <->	point	point	double precision	i	.
    <->	point	polygon	double precision	i	.
    <->	polygon	circle	double precision	i	.
    <->	polygon	point	double precision	i	.
    <->	polygon	polygon	double precision	i	.
    <->	tsquery	tsquery	tsquery	i	.
    <<	anymultirange	anymultirange	boolean	i	.
    <<	anymultirange	anyrange	boolean	i	.
    <<	anyrange	anymultirange	boolean	i	.
    <<	anyrange	anyrange	boolean	i	.
    <<	bigint	integer	bigint	i	.
    <<	bit	integer	bit	i	.
    <<	box	box	boolean	i	.
    <<	circle	circle	boolean	i	.
    <<	inet	inet	boolean	i	.
    <<	integer	integer	integer	i	.
    <<	point	point	boolean	i	.
    <<	polygon	polygon	boolean	i	.
    <<	smallint	integer	smallint	i	.
    <<=	inet	inet	boolean	i	.
    <<|	box	box	boolean	i	.
    <<|	circle	circle	boolean	i	.
    <<|	point	point	boolean	i	.
    <<|	polygon	polygon	boolean	i	.
    <=	"char"	"char"	boolean	i	.
    <=	anyarray	anyarray	boolean	i	.
    <=	anyenum	anyenum	boolean	i	.
    <=	anymultirange	anymultirange	boolean	i	.
    <=	anyrange	anyrange	boolean	i	.
    <=	bigint	bigint	boolean	i	.
    <=	bigint	integer	boolean	i	.
    <=	bigint	smallint	boolean	i	.
    <=	bit	bit	boolean	i	.
    <=	bit varying	bit varying	boolean	i	.
    <=	boolean	boolean	boolean	i	.
    <=	box	box	boolean	i	.
    <=	bytea	bytea	boolean	i	.
    <=	character	character	boolean	i	.
    <=	circle	circle	boolean	i	.
    <=	date	date	boolean	i	.
    <=	date	timestamp with time zone	boolean	s	.
    <=	date	timestamp without time zone	boolean	i	.
    <=	double precision	double precision	boolean	i	.
    <=	double precision	real	boolean	i	.
    <=	inet	inet	boolean	i	.
    <=	integer	bigint	boolean	i	.
    <=	integer	integer	boolean	i	.
    <=	integer	smallint	boolean	i	.
    <=	interval	interval	boolean	i	.
    <=	jsonb	jsonb	boolean	i	.
    <=	lseg	lseg	boolean	i	.
    <=	macaddr	macaddr	boolean	i	.
    <=	macaddr8	macaddr8	boolean	i	.
    <=	money	money	boolean	i	.
    <=	name	name	boolean	i	.
    <=	name	text	boolean	i	.
    <=	numeric	numeric	boolean	i	.
    <=	oid	oid	boolean	i	.
    <=	oidvector	oidvector	boolean	i	.
    <=	path	path	boolean	i	.
    <=	pg_lsn	pg_lsn	boolean	i	.
    <=	real	double precision	boolean	i	.
    <=	real	real	boolean	i	.
    <=	record	record	boolean	i	.
    <=	smallint	bigint	boolean	i	.
    <=	smallint	integer	boolean	i	.
    <=	smallint	smallint	boolean	i	.
    <=	text	name	boolean	i	.
    <=	text	text	boolean	i	.
    <=	tid	tid	boolean	i	.
    <=	time with time zone	time with time zone	boolean	i	.
    <=	time without time zone	time without time zone	boolean	i	.
    <=	timestamp with time zone	date	boolean	s	.
    <=	timestamp with time zone	timestamp with time zone	boolean	i	.
    <=	timestamp with time zone	timestamp without time zone	boolean	s	.
    <=	timestamp without time zone	date	boolean	i	.
    <=	timestamp without time zone	timestamp with time zone	boolean	s	.
    <=	timestamp without time zone	timestamp without time zone	boolean	i	.
    <=	tsquery	tsquery	boolean	i	.
    <=	tsvector	tsvector	boolean	i	.
    <=	uuid	uuid	boolean	i	.
    <=	xid8	xid8	boolean	i	.
    <>	"char"	"char"	boolean	i	.
    <>	anyarray	anyarray	boolean	i	.
    <>	anyenum	anyenum	boolean	i	.
    <>	anymultirange	anymultirange	boolean	i	.
    <>	anyrange	anyrange	boolean	i	.
    <>	bigint	bigint	boolean	i	.
    <>	bigint	integer	boolean	i	.
    <>	bigint	smallint	boolean	i	.
    <>	bit	bit	boolean	i	.
    <>	bit varying	bit varying	boolean	i	.
    <>	boolean	boolean	boolean	i	.
    <>	bytea	bytea	boolean	i	.
    <>	character	character	boolean	i	.
    <>	circle	circle	boolean	i	.
    <>	date	date	boolean	i	.
    <>	date	timestamp with time zone	boolean	s	.
    <>	date	timestamp without time zone	boolean	i	.
    <>	double precision	double precision	boolean	i	.
    <>	double precision	real	boolean	i	.
    <>	inet	inet	boolean	i	.
    <>	integer	bigint	boolean	i	.
    <>	integer	integer	boolean	i	.
    <>	integer	smallint	boolean	i	.
    <>	interval	interval	boolean	i	.
    <>	jsonb	jsonb	boolean	i	.
    <>	lseg	lseg	boolean	i	.
    <>	macaddr	macaddr	boolean	i	.
    <>	macaddr8	macaddr8	boolean	i	.
    <>	money	money	boolean	i	.
    <>	name	name	boolean	i	.
    <>	name	text	boolean	i	.
    <>	numeric	numeric	boolean	i	.
    <>	oid	oid	boolean	i	.
    <>	oidvector	oidvector	boolean	i	.
    <>	pg_lsn	pg_lsn	boolean	i	.
    <>	point	point	boolean	i	.
    <>	real	double precision	boolean	i	.
    <>	real	real	boolean	i	.
    <>	record	record	boolean	i	.
    <>	smallint	bigint	boolean	i	.
    <>	smallint	integer	boolean	i	.
    <>	smallint	smallint	boolean	i	.
    <>	text	name	boolean	i	.
    <>	text	text	boolean	i	.
    <>	tid	tid	boolean	i	.
    <>	time with time zone	time with time zone	boolean	i	.
    <>	time without time zone	time without time zone	boolean	i	.
    <>	timestamp with time zone	date	boolean	s	.
    <>	timestamp with time zone	timestamp with time zone	boolean	i	.
    <>	timestamp with time zone	timestamp without time zone	boolean	s	.
    <>	timestamp without time zone	date	boolean	i	.
    <>	timestamp without time zone	timestamp with time zone	boolean	s	.
    <>	timestamp without time zone	timestamp without time zone	boolean	i	.
    <>	tsquery	tsquery	boolean	i	.
    <>	tsvector	tsvector	boolean	i	.
    <>	uuid	uuid	boolean	i	.
    <>	xid	integer	boolean	i	.
    <>	xid	xid	boolean	i	.
    <>	xid8	xid8	boolean	i	.
    <@	anyarray	anyarray	boolean	i	.
    <@	anyelement	anymultirange	boolean	i	.
    <@	anyelement	anyrange	boolean	i	.
    <@	anymultirange	anymultirange	boolean	i	.
    <@	anymultirange	anyrange	boolean	i	.
    <@	anyrange	anymultirange	boolean	i	.
    <@	anyrange	anyrange	boolean	i	.
    <@	box	box	boolean	i	.
    <@	circle	circle	boolean	i	.
    <@	jsonb	jsonb	boolean	i	.
    <@	lseg	box	boolean	i	.
    <@	lseg	line	boolean	i	.
    <@	point	box	boolean	i	.
    <@	point	circle	boolean	i	.
    <@	point	line	boolean	i	.
    <@	point	lseg	boolean	i	.
    <@	point	path	boolean	i	.
    <@	point	polygon	boolean	i	.
    <@	polygon	polygon	boolean	i	.
    <@	tsquery	tsquery	boolean	i	.
    <^	box	box	boolean	i	.
    <^	point	point	boolean	i	.
    =	"char"	"char"	boolean	i	.
    =	aclitem	aclitem	boolean	i	.
    =	anyarray	anyarray	boolean	i	.
    =	anyenum	anyenum	boolean	i	.
    =	anymultirange	anymultirange	boolean	i	.
    =	anyrange	anyrange	boolean	i	.
    =	bigint	bigint	boolean	i	.
    =	bigint	integer	boolean	i	.
    =	bigint	smallint	boolean	i	.
    =	bit	bit	boolean	i	.
    =	bit varying	bit varying	boolean	i	.
    =	boolean	boolean	boolean	i	.
    =	box	box	boolean	i	.
    =	bytea	bytea	boolean	i	.
    =	character	character	boolean	i	.
    =	cid	cid	boolean	i	.
    =	circle	circle	boolean	i	.
    =	date	date	boolean	i	.
    =	date	timestamp with time zone	boolean	s	.
    =	date	timestamp without time zone	boolean	i	.
    =	double precision	double precision	boolean	i	.
    =	double precision	real	boolean	i	.
    =	inet	inet	boolean	i	.
    =	integer	bigint	boolean	i	.
    =	integer	integer	boolean	i	.
    =	integer	smallint	boolean	i	.
    =	interval	interval	boolean	i	.
    =	jsonb	jsonb	boolean	i	.
    =	line	line	boolean	i	.
    =	lseg	lseg	boolean	i	.
    =	macaddr	macaddr	boolean	i	.
    =	macaddr8	macaddr8	boolean	i	.
    =	money	money	boolean	i	.
    =	name	name	boolean	i	.
    =	name	text	boolean	i	.
    =	numeric	numeric	boolean	i	.
    =	oid	oid	boolean	i	.
    =	oidvector	oidvector	boolean	i	.
    =	path	path	boolean	i	.
    =	pg_lsn	pg_lsn	boolean	i	.
    =	real	double precision	boolean	i	.
    =	real	real	boolean	i	.
    =	record	record	boolean	i	.
    =	smallint	bigint	boolean	i	.
    =	smallint	integer	boolean	i	.
    =	smallint	smallint	boolean	i	.
    =	text	name	boolean	i	.
    =	text	text	boolean	i	.
    =	tid	tid	boolean	i	.
    =	time with time zone	time with time zone	boolean	i	.
    =	time without time zone	time without time zone	boolean	i	.
    =	timestamp with time zone	date	boolean	s	.
    =	timestamp with time zone	timestamp with time zone	boolean	i	.
    =	timestamp with time zone	timestamp without time zone	boolean	s	.
    =	timestamp without time zone	date	boolean	i	.
    =	timestamp without time zone	timestamp with time zone	boolean	s	.
    =	timestamp without time zone	timestamp without time zone	boolean	i	.
    =	tsquery	tsquery	boolean	i	.
    =	tsvector	tsvector	boolean	i	.
    =	uuid	uuid	boolean	i	.
    =	xid	integer	boolean	i	.
    =	xid	xid	boolean	i	.
    =	xid8	xid8	boolean	i	.
    >	"char"	"char"	boolean	i	.
    >	anyarray	anyarray	boolean	i	.
    >	anyenum	anyenum	boolean	i	.
    >	anymultirange	anymultirange	boolean	i	.
    >	anyrange	anyrange	boolean	i	.
    >	bigint	bigint	boolean	i	.
    >	bigint	integer	boolean	i	.
    >	bigint	smallint	boolean	i	.
    >	bit	bit	boolean	i	.
    >	bit varying	bit varying	boolean	i	.
    >	boolean	boolean	boolean	i	.
    >	box	box	boolean	i	.
    >	bytea	bytea	boolean	i	.
    >	character	character	boolean	i	.
    >	circle	circle	boolean	i	.
    >	date	date	boolean	i	.
    >	date	timestamp with time zone	boolean	s	.
    >	date	timestamp without time zone	boolean	i	.
    >	double precision	double precision	boolean	i	.
    >	double precision	real	boolean	i	.
    >	inet	inet	boolean	i	.
    >	integer	bigint	boolean	i	.
    >	integer	integer	boolean	i	.
    >	integer	smallint	boolean	i	.
    >	interval	interval	boolean	i	.
    >	jsonb	jsonb	boolean	i	.
    >	lseg	lseg	boolean	i	.
    >	macaddr	macaddr	boolean	i	.
    >	macaddr8	macaddr8	boolean	i	.
    >	money	money	boolean	i	.
    >	name	name	boolean	i	.
    >	name	text	boolean	i	.
    >	numeric	numeric	boolean	i	.
    >	oid	oid	boolean	i	.
    >	oidvector	oidvector	boolean	i	.
    >	path	path	boolean	i	.
    >	pg_lsn	pg_lsn	boolean	i	.
    >	real	double precision	boolean	i	.
    >	real	real	boolean	i	.
    >	record	record	boolean	i	.
    >	smallint	bigint	boolean	i	.
    >	smallint	integer	boolean	i	.
    >	smallint	smallint	boolean	i	.
    >	text	name	boolean	i	.
    >	text	text	boolean	i	.
    >	tid	tid	boolean	i	.
    >	time with time zone	time with time zone	boolean	i	.
    >	time without time zone	time without time zone	boolean	i	.
    >	timestamp with time zone	date	boolean	s	.
    >	timestamp with time zone	timestamp with time zone	boolean	i	.
    >	timestamp with time zone	timestamp without time zone	boolean	s	.
    >	timestamp without time zone	date	boolean	i	.
    >	timestamp without time zone	timestamp with time zone	boolean	s	.
    >	timestamp without time zone	timestamp without time zone	boolean	i	.
    >	tsquery	tsquery	boolean	i	.
    >	tsvector	tsvector	boolean	i	.
    >	uuid	uuid	boolean	i	.
    >	xid8	xid8	boolean	i	.
    >=	"char"	"char"	boolean	i	.
    >=	anyarray	anyarray	boolean	i	.
    >=	anyenum	anyenum	boolean	i	.
    >=	anymultirange	anymultirange	boolean	i	.
    >=	anyrange	anyrange	boolean	i	.
    >=	bigint	bigint	boolean	i	.
    >=	bigint	integer	boolean	i	.
    >=	bigint	smallint	boolean	i	.
    >=	bit	bit	boolean	i	.
    >=	bit varying	bit varying	boolean	i	.
    >=	boolean	boolean	boolean	i	.
    >=	box	box	boolean	i	.
    >=	bytea	bytea	boolean	i	.
    >=	character	character	boolean	i	.
    >=	circle	circle	boolean	i	.
    >=	date	date	boolean	i	.
    >=	date	timestamp with time zone	boolean	s	.
    >=	date	timestamp without time zone	boolean	i	.
    >=	double precision	double precision	boolean	i	.
    >=	double precision	real	boolean	i	.
    >=	inet	inet	boolean	i	.
    >=	integer	bigint	boolean	i	.
    >=	integer	integer	boolean	i	.
    >=	integer	smallint	boolean	i	.
    >=	interval	interval	boolean	i	.
    >=	jsonb	jsonb	boolean	i	.
    >=	lseg	lseg	boolean	i	.
    >=	macaddr	macaddr	boolean	i	.
    >=	macaddr8	macaddr8	boolean	i	.
    >=	money	money	boolean	i	.
    >=	name	name	boolean	i	.
    >=	name	text	boolean	i	.
    >=	numeric	numeric	boolean	i	.
    >=	oid	oid	boolean	i	.
    >=	oidvector	oidvector	boolean	i	.
    >=	path	path	boolean	i	.
    >=	pg_lsn	pg_lsn	boolean	i	.
    >=	real	double precision	boolean	i	.
    >=	real	real	boolean	i	.
    >=	record	record	boolean	i	.
    >=	smallint	bigint	boolean	i	.
    >=	smallint	integer	boolean	i	.
    >=	smallint	smallint	boolean	i	.
    >=	text	name	boolean	i	.
    >=	text	text	boolean	i	.
    >=	tid	tid	boolean	i	.
    >=	time with time zone	time with time zone	boolean	i	.
    >=	time without time zone	time without time zone	boolean	i	.
    >=	timestamp with time zone	date	boolean	s	.
    >=	timestamp with time zone	timestamp with time zone	boolean	i	.
    >=	timestamp with time zone	timestamp without time zone	boolean	s	.
    >=	timestamp without time zone	date	boolean	i	.
    >=	timestamp without time zone	timestamp with time zone	boolean	s	.
    >=	timestamp without time zone	timestamp without time zone	boolean	i	.
    >=	tsquery	tsquery	boolean	i	.
    >=	tsvector	tsvector	boolean	i	.
    >=	uuid	uuid	boolean	i	.
    >=	xid8	xid8	boolean	i	.
    >>	anymultirange	anymultirange	boolean	i	.
    >>	anymultirange	anyrange	boolean	i	.
    >>	anyrange	anymultirange	boolean	i	.
    >>	anyrange	anyrange	boolean	i	.
    >>	bigint	integer	bigint	i	.
    >>	bit	integer	bit	i	.
    >>	box	box	boolean	i	.
    >>	circle	circle	boolean	i	.
    >>	inet	inet	boolean	i	.
    >>	integer	integer	integer	i	.
    >>	point	point	boolean	i	.
    >>	polygon	polygon	boolean	i	.
    >>	smallint	integer	smallint	i	.
    >>=	inet	inet	boolean	i	.
    >^	box	box	boolean	i	.
    >^	point	point	boolean	i	.
    ?	jsonb	text	boolean	i	.
    ?#	box	box	boolean	i	.
    ?#	line	box	boolean	i	.
    ?#	line	line	boolean	i	.
    ?#	lseg	box	boolean	i	.
    ?#	lseg	line	boolean	i	.
    ?#	lseg	lseg	boolean	i	.
    ?#	path	path	boolean	i	.
    ?&	jsonb	text[]	boolean	i	.
    ?-		line	boolean	i	.
    ?-		lseg	boolean	i	.
    ?-	point	point	boolean	i	.
    ?-|	line	line	boolean	i	.
    ?-|	lseg	lseg	boolean	i	.
    ?|		line	boolean	i	.
    ?|		lseg	boolean	i	.
    ?|	jsonb	text[]	boolean	i	.
    ?|	point	point	boolean	i	.
    ?||	line	line	boolean	i	.
    ?||	lseg	lseg	boolean	i	.
    @		bigint	bigint	i	.
    @		double precision	double precision	i	.
    @		integer	integer	i	.
    @		numeric	numeric	i	.
    @		real	real	i	.
    @		smallint	smallint	i	.
    @-@		lseg	double precision	i	.
    @-@		path	double precision	i	.
    @>	aclitem[]	aclitem	boolean	i	.
    @>	anyarray	anyarray	boolean	i	.
    @>	anymultirange	anyelement	boolean	i	.
    @>	anymultirange	anymultirange	boolean	i	.
    @>	anymultirange	anyrange	boolean	i	.
    @>	anyrange	anyelement	boolean	i	.
    @>	anyrange	anymultirange	boolean	i	.
    @>	anyrange	anyrange	boolean	i	.
    @>	box	box	boolean	i	.
    @>	box	point	boolean	i	.
    @>	circle	circle	boolean	i	.
    @>	circle	point	boolean	i	.
    @>	jsonb	jsonb	boolean	i	.
    @>	path	point	boolean	i	.
    @>	polygon	point	boolean	i	.
    @>	polygon	polygon	boolean	i	.
    @>	tsquery	tsquery	boolean	i	.
    @?	jsonb	jsonpath	boolean	i	.
    @@		box	point	i	.
    @@		circle	point	i	.
    @@		lseg	point	i	.
    @@		polygon	point	i	.
    @@	jsonb	jsonpath	boolean	i	.
    @@	text	text	boolean	s	.
    @@	text	tsquery	boolean	s	.
    @@	tsquery	tsvector	boolean	i	.
    @@	tsvector	tsquery	boolean	i	.
    @@@	tsquery	tsvector	boolean	i	.
    @@@	tsvector	tsquery	boolean	i	.
    ^	double precision	double precision	double precision	i	.
    ^	numeric	numeric	numeric	i	.
    ^@	text	text	boolean	i	.
    |	bigint	bigint	bigint	i	.
    |	bit	bit	bit	i	.
    |	inet	inet	inet	i	.
    |	integer	integer	integer	i	.
    |	macaddr	macaddr	macaddr	i	.
    |	macaddr8	macaddr8	macaddr8	i	.
    |	smallint	smallint	smallint	i	.
    |&>	box	box	boolean	i	.
    |&>	circle	circle	boolean	i	.
    |&>	polygon	polygon	boolean	i	.
    |/		double precision	double precision	i	.
    |>>	box	box	boolean	i	.
    |>>	circle	circle	boolean	i	.
    |>>	point	point	boolean	i	.
    |>>	polygon	polygon	boolean	i	.
    ||	anycompatible	anycompatiblearray	anycompatiblearray	i	.
    ||	anycompatiblearray	anycompatible	anycompatiblearray	i	.
    ||	anycompatiblearray	anycompatiblearray	anycompatiblearray	i	.
    ||	anynonarray	text	text	s	.
    ||	bit varying	bit varying	bit varying	i	.
    ||	bytea	bytea	bytea	i	.
    ||	jsonb	jsonb	jsonb	i	.
    ||	text	anynonarray	text	s	.
    ||	text	text	text	i	.
    ||	tsquery	tsquery	tsquery	i	.
    ||	tsvector	tsvector	tsvector	i	.
    ||/		double precision	double precision	i	.
    ~		bigint	bigint	i	.
    ~		bit	bit	i	.
    ~		inet	inet	i	.
    ~		integer	integer	i	.
    ~		macaddr	macaddr	i	.
    ~		macaddr8	macaddr8	i	.
    ~		smallint	smallint	i	.
    ~	character	text	boolean	i	.
    ~	name	text	boolean	i	.
    ~	text	text	boolean	i	.
    ~*	character	text	boolean	i	.
    ~*	name	text	boolean	i	.
    ~*	text	text	boolean	i	.
    ~<=~	character	character	boolean	i	.
    ~<=~	text	text	boolean	i	.
    ~<~	character	character	boolean	i	.
    ~<~	text	text	boolean	i	.
    ~=	box	box	boolean	i	.
    ~=	circle	circle	boolean	i	.
    ~=	point	point	boolean	i	.
    ~=	polygon	polygon	boolean	i	.
    ~>=~	character	character	boolean	i	.
    ~>=~	text	text	boolean	i	.
    ~>~	character	character	boolean	i	.
    ~>~	text	text	boolean	i	.
    ~~	bytea	bytea	boolean	i	.
    ~~	character	text	boolean	i	.
    ~~	name	text	boolean	i	.
    ~~	text	text	boolean	i	.
    ~~*	character	text	boolean	i	.
    ~~*	name	text	boolean	i	.
    ~~*	text	text	boolean	i	.
    """#
