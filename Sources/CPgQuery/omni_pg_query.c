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

/* Grows with use, belongs to one thread and is copied from at the end: one allocation per tree. */
typedef struct {
    void *items;
    size_t count;
    size_t capacity;
} omni_buffer;

/* A node whose children, or a list whose elements, are being visited. */
typedef struct {
    /* NULL for a list */
    const char *node;
    /* NULL for a node */
    const List *list;
    const omni_field *next_field;
    int32_t next_element;
    /* The flattened node that gets the children, -1 above the statements. */
    int32_t owner;
    /* Of the children. */
    int32_t depth;
    uint16_t field;
    /* The list has a node of its own, since a list holds it. */
    bool nested;
} omni_frame;

typedef struct {
    omni_buffer nodes;
    omni_buffer attributes;
    omni_buffer stream;
    omni_buffer frames;
    /* The text once more with a zero behind it. */
    omni_buffer text;
} omni_scratch;

/* Beyond this a thread gives its buffer back after use. */
enum { SCRATCH_BYTES_KEPT = 1 << 20 };

/*
 * More nodes than this many per byte of text cannot be written; it bounds what a node that the parser
 * shares between several places could multiply to.
 */
enum { NODES_PER_BYTE = 4, NODES_BASE = 64 };

typedef struct {
    omni_scratch *scratch;
    omni_tree *tree;
    int32_t depth_max;
    size_t nodes_max;
    /* Nodes met so far. */
    size_t count;
} omni_walk;

static _Thread_local omni_scratch thread_scratch;

static __attribute__((noinline)) bool
grow(omni_buffer *buffer, size_t item_size, size_t more)
{
    size_t capacity = buffer->capacity == 0 ? 256 : buffer->capacity * 2;
    while (capacity < buffer->count + more)
        capacity *= 2;
    void *items = realloc(buffer->items, capacity * item_size);
    if (items == NULL)
        return false;
    buffer->items = items;
    buffer->capacity = capacity;
    return true;
}

static inline __attribute__((always_inline)) bool
reserve(omni_buffer *buffer, size_t item_size, size_t more)
{
    return buffer->count + more <= buffer->capacity || grow(buffer, item_size, more);
}

static void
trim(omni_buffer *buffer, size_t item_size)
{
    if (buffer->capacity * item_size > SCRATCH_BYTES_KEPT) {
        free(buffer->items);
        buffer->items = NULL;
        buffer->capacity = 0;
    }
    buffer->count = 0;
}

static bool
refuse(omni_walk *walk, omni_status status, const char *what)
{
    walk->tree->status = status;
    if (what != NULL)
        walk->tree->message = strdup(what);
    return false;
}

/* The caller has reserved. */
static inline void
put_byte(omni_buffer *stream, uint8_t byte)
{
    ((uint8_t *)stream->items)[stream->count++] = byte;
}

static inline void
put(omni_buffer *stream, const void *bytes, size_t length)
{
    if (length == 0)
        return;
    memcpy((uint8_t *)stream->items + stream->count, bytes, length);
    stream->count += length;
}

static inline bool
mark(omni_walk *walk, uint8_t marker, uint16_t field)
{
    omni_buffer *stream = &walk->scratch->stream;
    if (!reserve(stream, 1, 3))
        return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
    put_byte(stream, marker);
    put(stream, &field, sizeof field);
    return true;
}

static inline void
add_attribute(omni_walk *walk, uint16_t field, omni_scalar scalar, size_t begin, int64_t value)
{
    omni_buffer *attributes = &walk->scratch->attributes;
    omni_attribute *attribute = (omni_attribute *)attributes->items + attributes->count++;
    attribute->field = field;
    attribute->scalar = (uint8_t)scalar;
    attribute->stream_begin = (uint32_t)begin;
    attribute->stream_end = (uint32_t)walk->scratch->stream.count;
    attribute->value = value;
}

/* Room that the scalars of a node need whatever their number, strings aside. */
enum { STREAM_BYTES_PER_NUMBER = 11, STREAM_BYTES_PER_STRING = 7, STREAM_BYTES_PER_NODE = 3 };

static bool
add_string(omni_walk *walk, const omni_field *field, const char *string, bool with_nodes)
{
    omni_buffer *stream = &walk->scratch->stream;
    size_t length = strlen(string);
    if (stream->count + length + STREAM_BYTES_PER_STRING > INT32_MAX)
        return refuse(walk, OMNI_TOO_MANY_NODES, NULL);
    // What was reserved for the scalars behind it has to stay.
    size_t room = length + STREAM_BYTES_PER_STRING + UINT8_MAX * STREAM_BYTES_PER_NUMBER;
    if (!reserve(stream, 1, room))
        return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
    size_t begin = stream->count;
    uint32_t short_length = (uint32_t)length;
    put_byte(stream, OMNI_STREAM_STRING);
    put(stream, &field->field, sizeof field->field);
    put(stream, &short_length, sizeof short_length);
    put(stream, string, length);
    if (with_nodes)
        add_attribute(walk, field->field, OMNI_SCALAR_STRING, begin, (int64_t)length);
    return true;
}

/* Adds a scalar that is set; open_node has reserved for numbers. */
static inline __attribute__((always_inline)) bool
add_field(omni_walk *walk, const omni_field *field, const char *place, int32_t *location,
          bool with_nodes)
{
    int64_t value;
    omni_scalar scalar = OMNI_SCALAR_INT;
    switch ((omni_kind)field->kind) {
    case OMNI_KIND_BOOL:
        value = *(const bool *)place;
        scalar = OMNI_SCALAR_BOOL;
        break;
    case OMNI_KIND_CHAR:
        value = *(const unsigned char *)place;
        scalar = OMNI_SCALAR_CHAR;
        break;
    case OMNI_KIND_INT16:
        value = *(const int16_t *)place;
        break;
    case OMNI_KIND_INT32:
        value = *(const int32_t *)place;
        break;
    case OMNI_KIND_UINT32:
        value = *(const uint32_t *)place;
        break;
    case OMNI_KIND_INT64:
        value = *(const int64_t *)place;
        break;
    case OMNI_KIND_ENUM:
        value = *(const int32_t *)place;
        scalar = OMNI_SCALAR_ENUM;
        if (value < field->least || value > field->greatest)
            return refuse(walk, OMNI_UNKNOWN_NODE, field_names[field->field]);
        break;
    case OMNI_KIND_LOCATION:
        value = *(const int32_t *)place;
        // Places are no part of the stream.
        if (field->field == OMNI_FIELD_location || field->field == OMNI_FIELD_stmtLocation)
            *location = (int32_t)value;
        if (with_nodes && value != 0 && field->field != OMNI_FIELD_location)
            add_attribute(walk, field->field, OMNI_SCALAR_LOCATION, walk->scratch->stream.count,
                          value);
        return true;
    case OMNI_KIND_STRING: {
        const char *string = *(const char *const *)place;
        return string == NULL || add_string(walk, field, string, with_nodes);
    }
    default:
        return refuse(walk, OMNI_UNKNOWN_NODE, field_names[field->field]);
    }
    if (value == 0)
        return true;
    omni_buffer *stream = &walk->scratch->stream;
    size_t begin = stream->count;
    put_byte(stream, OMNI_STREAM_NUMBER);
    put(stream, &field->field, sizeof field->field);
    put(stream, &value, sizeof value);
    if (with_nodes)
        add_attribute(walk, field->field, scalar, begin, value);
    return true;
}

/* What a field holds: a node, a list or NULL. */
static inline const void *
child_at(const char *node, const omni_field *field)
{
    const char *place = node + field->offset;
    if (field->kind == OMNI_KIND_INLINE_NODE)
        return *(const int32_t *)place == T_Invalid ? NULL : place;
    return *(const void *const *)place;
}

/*
 * The targets of SET (a, b) = (SELECT ..) share their source. It is visited with the first of them:
 * nested ones would otherwise double the tree at each level.
 */
static bool
shares_source(omni_walk *walk, const MultiAssignRef *ref)
{
    const omni_buffer *frames = &walk->scratch->frames;
    const omni_frame *top = (const omni_frame *)frames->items + frames->count;
    if (frames->count < 2 || top[-1].node == NULL || top[-2].list == NULL || top[-2].next_element < 2)
        return false;
    const ResTarget *before = top[-2].list->elements[top[-2].next_element - 2].ptr_value;
    if (before == NULL || before->type != T_ResTarget || before->val == NULL ||
        before->val->type != T_MultiAssignRef)
        return false;
    return ((const MultiAssignRef *)before->val)->source == ref->source;
}

static inline bool
push(omni_walk *walk, omni_frame frame)
{
    omni_buffer *frames = &walk->scratch->frames;
    if (!reserve(frames, sizeof(omni_frame), 1))
        return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
    ((omni_frame *)frames->items)[frames->count++] = frame;
    return true;
}

static inline __attribute__((always_inline)) bool
close_node(omni_walk *walk, int32_t index, bool with_nodes)
{
    omni_buffer *stream = &walk->scratch->stream;
    if (!reserve(stream, 1, 1))
        return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
    put_byte(stream, OMNI_STREAM_NODE_END);
    if (with_nodes) {
        omni_node *node = (omni_node *)walk->scratch->nodes.items + index;
        node->end = (int32_t)walk->count;
        node->stream_end = (uint32_t)stream->count;
    }
    return true;
}

/* Adds a node with its scalars, and a frame when it has children. */
static inline __attribute__((always_inline)) bool
open_node(omni_walk *walk, const void *item, int32_t parent, int32_t depth, uint16_t field,
          int32_t list_index, bool with_nodes)
{
    omni_scratch *scratch = walk->scratch;
    omni_buffer *stream = &scratch->stream;
    if (walk->count >= walk->nodes_max || stream->count > INT32_MAX - 64)
        return refuse(walk, OMNI_TOO_MANY_NODES, NULL);
    uint32_t server_tag = item == NULL ? 0 : *(const uint32_t *)item;
    uint8_t tag = 0;
    size_t scalars_max = 0;
    if (item != NULL && server_tag != T_List) {
        tag = server_tag < OMNI_SERVER_TAGS ? tag_of_server_tag[server_tag] : 0;
        if (tag == 0)
            return refuse(walk, OMNI_UNKNOWN_NODE, "a node type that the table lacks");
        scalars_max = node_types[tag].field_count;
    }
    if (!reserve(stream, 1, STREAM_BYTES_PER_NODE + scalars_max * STREAM_BYTES_PER_NUMBER))
        return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
    int32_t index = (int32_t)walk->count++;
    if (depth > walk->depth_max)
        return refuse(walk, OMNI_TOO_DEEP, NULL);

    omni_node *node = NULL;
    if (with_nodes) {
        if (!reserve(&scratch->nodes, sizeof(omni_node), 1) ||
            !reserve(&scratch->attributes, sizeof(omni_attribute), scalars_max))
            return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
        node = (omni_node *)scratch->nodes.items + index;
        scratch->nodes.count++;
        node->parent = parent;
        node->field = field;
        node->list_index = list_index;
        node->in_list = list_index >= 0;
        node->location = -1;
        node->depth = depth;
        node->stream_begin = (uint32_t)stream->count;
        node->attributes_begin = (uint32_t)scratch->attributes.count;
        node->attributes_end = node->attributes_begin;
    }

    if (item == NULL) {
        put_byte(stream, OMNI_STREAM_NULL);
        if (with_nodes) {
            node->tag = OMNI_TAG_NULL;
            node->end = index + 1;
            node->stream_end = (uint32_t)stream->count;
        }
        return true;
    }
    put_byte(stream, OMNI_STREAM_NODE);
    if (server_tag == T_List) {
        put_byte(stream, OMNI_TAG_LIST);
        if (with_nodes)
            node->tag = OMNI_TAG_LIST;
        return push(walk, (omni_frame){.list = item,
                                       .owner = index,
                                       .depth = depth + 1,
                                       .field = field,
                                       .nested = true});
    }
    put_byte(stream, tag);

    const omni_field *next = node_types[tag].fields;
    int32_t location = -1;
    for (; next->kind != OMNI_KIND_END && next->kind < OMNI_KIND_NODE; next++)
        if (!add_field(walk, next, (const char *)item + next->offset, &location, with_nodes))
            return false;
    if (with_nodes) {
        node->tag = tag;
        node->location = location;
        node->attributes_end = (uint32_t)scratch->attributes.count;
    }

    if (tag == OMNI_TAG_MultiAssignRef && ((const MultiAssignRef *)item)->colno > 1) {
        if (!shares_source(walk, item))
            return refuse(walk, OMNI_UNKNOWN_NODE, "MultiAssignRef");
        return close_node(walk, index, with_nodes);
    }
    while (next->kind != OMNI_KIND_END && child_at(item, next) == NULL)
        next++;
    if (next->kind == OMNI_KIND_END)
        return close_node(walk, index, with_nodes);
    return push(
        walk,
        (omni_frame){.node = item, .next_field = next, .owner = index, .depth = depth + 1});
}

/* The next element of the list on top, or its end. */
static inline __attribute__((always_inline)) bool
step_list(omni_walk *walk, omni_frame *top, bool with_nodes)
{
    if (top->next_element < top->list->length) {
        int32_t element = top->next_element++;
        return open_node(walk, top->list->elements[element].ptr_value, top->owner, top->depth,
                         top->field, element, with_nodes);
    }
    walk->scratch->frames.count--;
    if (top->nested)
        return close_node(walk, top->owner, with_nodes);
    if (top->owner < 0)
        return true;
    if (!reserve(&walk->scratch->stream, 1, 1))
        return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
    put_byte(&walk->scratch->stream, OMNI_STREAM_LIST_END);
    return true;
}

/* The next child of the node on top, or its end. */
static inline __attribute__((always_inline)) bool
step_node(omni_walk *walk, omni_frame *top, bool with_nodes)
{
    const omni_field *field = top->next_field;
    const void *child = NULL;
    for (; field->kind != OMNI_KIND_END; field++) {
        // The generator puts scalars first; one among the children would be a table gone wrong.
        if (field->kind < OMNI_KIND_NODE)
            return refuse(walk, OMNI_UNKNOWN_NODE, field_names[field->field]);
        child = child_at(top->node, field);
        if (child != NULL)
            break;
    }
    if (child == NULL) {
        walk->scratch->frames.count--;
        return close_node(walk, top->owner, with_nodes);
    }
    top->next_field = field + 1;
    if (*(const uint32_t *)child == T_List)
        return mark(walk, OMNI_STREAM_LIST, field->field) &&
               push(walk, (omni_frame){.list = child,
                                       .owner = top->owner,
                                       .depth = top->depth,
                                       .field = field->field});
    return mark(walk, OMNI_STREAM_CHILD, field->field) &&
           open_node(walk, child, top->owner, top->depth, field->field, -1, with_nodes);
}

/* Iterates with a stack of its own on the heap: a statement decides the depth. */
static inline __attribute__((always_inline)) bool
flatten(omni_walk *walk, const List *statements, bool with_nodes)
{
    omni_buffer *frames = &walk->scratch->frames;
    if (statements != NULL && statements->type != T_List)
        return refuse(walk, OMNI_UNKNOWN_NODE, "the list of statements");
    if (statements != NULL &&
        !push(walk, (omni_frame){.list = statements, .owner = -1, .field = OMNI_FIELD_NONE}))
        return false;
    while (frames->count > 0) {
        omni_frame *top = (omni_frame *)frames->items + (frames->count - 1);
        if (!(top->list != NULL ? step_list(walk, top, with_nodes)
                                : step_node(walk, top, with_nodes)))
            return false;
    }
    return true;
}

/* The two are one walk, made twice by the compiler: what only nodes need costs a stream nothing. */
static bool
flatten_tree(omni_walk *walk, const List *statements)
{
    return flatten(walk, statements, true);
}

static bool
flatten_stream(omni_walk *walk, const List *statements)
{
    return flatten(walk, statements, false);
}

static bool
copy_out(omni_walk *walk)
{
    const omni_scratch *scratch = walk->scratch;
    omni_tree *tree = walk->tree;
    size_t node_bytes = scratch->nodes.count * sizeof(omni_node);
    size_t attribute_bytes = scratch->attributes.count * sizeof(omni_attribute);
    // At least one byte, so that an empty text has a block as well.
    char *block = malloc(attribute_bytes + node_bytes + scratch->stream.count + 1);
    if (block == NULL)
        return refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
    // Attributes first: they need the widest alignment.
    tree->block = block;
    tree->attributes = (omni_attribute *)block;
    tree->nodes = (omni_node *)(block + attribute_bytes);
    tree->stream = (uint8_t *)(block + attribute_bytes + node_bytes);
    if (attribute_bytes > 0)
        memcpy(tree->attributes, scratch->attributes.items, attribute_bytes);
    if (node_bytes > 0)
        memcpy(tree->nodes, scratch->nodes.items, node_bytes);
    if (scratch->stream.count > 0)
        memcpy(tree->stream, scratch->stream.items, scratch->stream.count);
    tree->node_count = (int32_t)scratch->nodes.count;
    tree->attribute_count = (int32_t)scratch->attributes.count;
    tree->stream_length = (uint32_t)scratch->stream.count;
    return true;
}

/* Parses and flattens; what it gathered lies in the scratch of the thread. */
static void
parse(omni_walk *walk, const char *text, size_t length,
      bool (*flatten_statements)(omni_walk *, const List *))
{
    omni_buffer *copy = &walk->scratch->text;
    if (!reserve(copy, 1, length + 1)) {
        refuse(walk, OMNI_OUT_OF_MEMORY, NULL);
        return;
    }
    put(copy, text, length);
    put_byte(copy, 0);

    MemoryContext context = pg_query_enter_memory_context();
    PgQueryInternalParsetreeAndError result = pg_query_raw_parse(copy->items);
    if (result.error != NULL) {
        refuse(walk, OMNI_SYNTAX_ERROR, result.error->message);
        walk->tree->cursor = result.error->cursorpos;
        pg_query_free_error(result.error);
    } else {
        flatten_statements(walk, result.tree);
    }
    free(result.stderr_buffer);
    pg_query_exit_memory_context(context);
}

static omni_walk
begin(size_t length, int32_t depth_max, omni_tree *tree)
{
    memset(tree, 0, sizeof *tree);
    return (omni_walk){
        .scratch = &thread_scratch,
        .tree = tree,
        .depth_max = depth_max,
        .nodes_max = length * NODES_PER_BYTE + NODES_BASE,
    };
}

static void
clear(omni_scratch *scratch)
{
    trim(&scratch->nodes, sizeof(omni_node));
    trim(&scratch->attributes, sizeof(omni_attribute));
    trim(&scratch->stream, 1);
    trim(&scratch->frames, sizeof(omni_frame));
    trim(&scratch->text, 1);
}

void
omni_parse(const char *text, size_t length, int32_t depth_max, omni_tree *tree)
{
    omni_walk walk = begin(length, depth_max, tree);
    parse(&walk, text, length, flatten_tree);
    if (tree->status == OMNI_PARSED)
        copy_out(&walk);
    clear(walk.scratch);
}

void
omni_parse_stream(const char *text, size_t length, int32_t depth_max, omni_tree *tree)
{
    omni_walk walk = begin(length, depth_max, tree);
    parse(&walk, text, length, flatten_stream);
    if (tree->status == OMNI_PARSED) {
        tree->node_count = (int32_t)walk.count;
        tree->stream = walk.scratch->stream.items;
        tree->stream_length = (uint32_t)walk.scratch->stream.count;
    }
}

void
omni_stream_free(omni_tree *tree)
{
    clear(&thread_scratch);
    omni_tree_free(tree);
}

void
omni_tree_free(omni_tree *tree)
{
    free(tree->block);
    free(tree->message);
    memset(tree, 0, sizeof *tree);
}
