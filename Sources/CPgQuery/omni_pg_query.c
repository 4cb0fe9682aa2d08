// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#include "postgres.h"

#include "nodes/parsenodes.h"
#include "nodes/primnodes.h"
#include "nodes/value.h"

#include <pg_query.h>
#include <pg_query/pg_query_internal.h>

#include <stdlib.h>
#include <string.h>

#include "generated/node_ids.h"
#include "include/omni_pg_query.h"

typedef enum {
    OMNI_KIND_END = 0,
    OMNI_KIND_BOOL,
    OMNI_KIND_CHAR,
    OMNI_KIND_INT16,
    OMNI_KIND_INT32,
    OMNI_KIND_UINT32,
    OMNI_KIND_INT64,
    OMNI_KIND_STRING,
    OMNI_KIND_ENUM,
    OMNI_KIND_LOCATION,
    /* From here on: nodes. */
    OMNI_KIND_NODE,
    OMNI_KIND_LIST,
    OMNI_KIND_INLINE_NODE,
} omni_kind;

typedef struct {
    uint16_t offset;
    uint16_t field;
    uint8_t kind;
    /* Least and greatest number of an enum. */
    int8_t least;
    uint8_t greatest;
} omni_field;

typedef struct {
    const char *name;
    const omni_field *fields;
    uint16_t field_count;
} omni_node_type;

/* No default branch: a type of field that is not listed does not compile. */
#define OMNI_KIND_OF(expression)                                                                   \
    _Generic((expression),                                                                         \
        OMNI_NODE_POINTERS                                                                         \
        List *: OMNI_KIND_LIST,                                                                    \
        char *: OMNI_KIND_STRING,                                                                  \
        const char *: OMNI_KIND_STRING,                                                            \
        bool: OMNI_KIND_BOOL,                                                                      \
        char: OMNI_KIND_CHAR,                                                                      \
        int16: OMNI_KIND_INT16,                                                                    \
        int32: OMNI_KIND_INT32,                                                                    \
        uint32: OMNI_KIND_UINT32,                                                                  \
        int64: OMNI_KIND_INT64)

#define OMNI_MEMBER(type, path) (((type *)0)->path)
#define OMNI_FIELD(type, path, id)                                                                 \
    {offsetof(type, path), id, OMNI_KIND_OF(OMNI_MEMBER(type, path)), 0, 0}
#define OMNI_ENUM(type, path, id, least, greatest)                                                 \
    {offsetof(type, path), id,                                                                     \
     _Generic(OMNI_MEMBER(type, path), int32: OMNI_KIND_ENUM, uint32: OMNI_KIND_ENUM), least,      \
     greatest}
#define OMNI_LOCATION(type, path, id)                                                              \
    {offsetof(type, path), id, _Generic(OMNI_MEMBER(type, path), int32: OMNI_KIND_LOCATION), 0, 0}
#define OMNI_INLINE_NODE(type, path, id)                                                           \
    {offsetof(type, path), id,                                                                     \
     _Generic(OMNI_MEMBER(type, path), union ValUnion: OMNI_KIND_INLINE_NODE), 0, 0}

#include "generated/node_table.inc"

int32_t
omni_field_rank(uint8_t tag, uint16_t field)
{
    if (tag >= OMNI_NODE_TYPES)
        return -1;
    for (int i = 0; i < node_types[tag].field_count; i++)
        if (node_types[tag].fields[i].field == field)
            return i;
    return -1;
}

bool
omni_field_holds_nodes(uint8_t tag, uint16_t field)
{
    int32_t rank = omni_field_rank(tag, field);
    return rank >= 0 && node_types[tag].fields[rank].kind >= OMNI_KIND_NODE;
}

const char *
omni_tag_name(uint8_t tag)
{
    return tag < OMNI_NODE_TYPES ? node_types[tag].name : "?";
}

const char *
omni_field_name(uint16_t field)
{
    return field < OMNI_FIELDS && field_names[field] != NULL ? field_names[field] : "?";
}

void
omni_parse(const char *text, size_t length, int32_t depth_max, omni_tree *tree)
{
    memset(tree, 0, sizeof *tree);
    tree->status = OMNI_UNKNOWN_NODE;
}

void
omni_tree_free(omni_tree *tree)
{
    (void)tag_of_server_tag;
    free(tree->nodes);
}
