// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

#ifndef OMNIPROXY_CLINUX_SHIM_H
#define OMNIPROXY_CLINUX_SHIM_H
// What Swift's Glibc module leaves out of the kernel's interface.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/random.h>

// Declared by the C library under _GNU_SOURCE only. Without <sys/socket.h>: a header belongs to one
// module, and that one is Glibc's.
struct sockaddr;
extern int accept4(int fd, struct sockaddr *addr, unsigned int *len, int flags);
#endif
