// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#ifndef OMNIPROXY_COPENSSL_SHIM_H
#define OMNIPROXY_COPENSSL_SHIM_H
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#endif
