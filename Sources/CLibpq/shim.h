// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#ifndef OMNIPROXY_CLIBPQ_SHIM_H
#define OMNIPROXY_CLIBPQ_SHIM_H
#include <libpq-fe.h>
#endif
