// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#include "omni_pg_query.h"
