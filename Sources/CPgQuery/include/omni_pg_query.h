// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#ifndef OMNI_PG_QUERY_H
#define OMNI_PG_QUERY_H

/*
 * PostgreSQL's raw parse tree, flattened in pre-order into arrays that outlive the parser's memory.
 * No type of the server's headers is visible here: they own names such as String and List.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One node; a statement's own node (RawStmt) has no parent. */
typedef struct {
    uint8_t tag;
    /* The parent holds it in a list; list_index says where. */
    bool in_list;
    uint16_t field;
    int32_t parent;
    /* One past the last node of the subtree. */
    int32_t end;
    int32_t list_index;
    /* Byte offset of its token, -1 when the parser keeps none. */
    int32_t location;
    int32_t depth;
    uint32_t stream_begin;
    uint32_t stream_end;
    uint32_t attributes_begin;
    uint32_t attributes_end;
} omni_node;

typedef enum {
    OMNI_SCALAR_BOOL = 1,
    OMNI_SCALAR_CHAR,
    OMNI_SCALAR_INT,
    OMNI_SCALAR_ENUM,
    OMNI_SCALAR_STRING,
    /* A place in the text; not part of the stream. */
    OMNI_SCALAR_LOCATION,
} omni_scalar;

/* A field of a node that is neither zero nor NULL. */
typedef struct {
    uint16_t field;
    uint8_t scalar;
    uint32_t stream_begin;
    uint32_t stream_end;
    /* For a string its length; its bytes are the last of its span in the stream. */
    int64_t value;
} omni_attribute;

/*
 * The stream says the same as the tree without places and without counts, so that the stream of an
 * edited text can be put together from pieces. Within a node: scalars in the order of the struct,
 * then children in that order. Numbers are little-endian.
 */
enum {
    OMNI_STREAM_NODE = 1,       /* tag: 1 byte */
    OMNI_STREAM_NODE_END,
    OMNI_STREAM_CHILD,          /* field: 2 bytes; one node follows */
    OMNI_STREAM_LIST,           /* field: 2 bytes; elements follow */
    OMNI_STREAM_LIST_END,
    OMNI_STREAM_NULL,           /* an element that is absent */
    OMNI_STREAM_NUMBER,         /* field: 2 bytes, value: 8 bytes; booleans and characters too */
    OMNI_STREAM_STRING,         /* field: 2 bytes, length: 4 bytes, bytes */
};

typedef enum {
    OMNI_PARSED = 0,
    /* message, cursor */
    OMNI_SYNTAX_ERROR,
    OMNI_TOO_DEEP,
    OMNI_TOO_MANY_NODES,
    /* message names the node type or field: the table and the parser do not fit. */
    OMNI_UNKNOWN_NODE,
    OMNI_OUT_OF_MEMORY,
} omni_status;

/* attributes, nodes and stream lie in one block. */
typedef struct {
    omni_status status;
    int32_t node_count;
    int32_t attribute_count;
    uint32_t stream_length;
    omni_node *nodes;
    omni_attribute *attributes;
    uint8_t *stream;
    void *block;
    /* Place of a syntax error in characters from 1, 0 when unknown. */
    int32_t cursor;
    /* NULL when the status says it all. */
    char *message;
} omni_tree;

/*
 * Parses text (UTF-8 without a zero byte) into tree, which omni_tree_free releases whatever the
 * status. The library and this file keep state per thread, so few threads should call it.
 */
void omni_parse(const char *text, size_t length, int32_t depth_max, omni_tree *tree);
void omni_tree_free(omni_tree *tree);

/*
 * As omni_parse, but the tree has its stream alone, and that in memory of the thread: on the same
 * thread omni_stream_free must release it before anything else is parsed.
 */
void omni_parse_stream(const char *text, size_t length, int32_t depth_max, omni_tree *tree);
void omni_stream_free(omni_tree *tree);

/* Position of a field among those of its node type, -1 when it has no such field. */
int32_t omni_field_rank(uint8_t tag, uint16_t field);
/* Whether a field holds nodes rather than a scalar. */
bool omni_field_holds_nodes(uint8_t tag, uint16_t field);

#endif
