// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#ifndef OMNI_PG_QUERY_H
#define OMNI_PG_QUERY_H
/* The C side of SQLRewrite: see Sources/SQLRewrite/SyntaxTree.swift for its use. */
#endif
