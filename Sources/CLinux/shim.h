// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#ifndef OMNIPROXY_CLINUX_SHIM_H
#define OMNIPROXY_CLINUX_SHIM_H
// What Swift's Glibc module leaves out of the kernel's interface.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/socket.h>

// Declared by the C library under _GNU_SOURCE only.
extern int accept4(int fd, struct sockaddr *addr, socklen_t *len, int flags);
#endif
