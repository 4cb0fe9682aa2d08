#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# The demo's proxy in a container: makes the password file and the certificate that proxy.conf asks
# for, then becomes the proxy.
set -eu
umask 077
printf '*:*:*:svc_shop:compose-only\n*:*:*:svc_finance:compose-only\n' >"$OMNIPROXY_DEMO_PASSFILE"
openssl req -new -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=localhost' \
    -keyout "$OMNIPROXY_DEMO_PRIVATE_KEY" -out "$OMNIPROXY_DEMO_CERTIFICATE" 2>/dev/null
exec omniproxy serve --config /etc/omniproxy/proxy.conf
