# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""A network that hands over what a server says in small pieces."""

import socket
import threading


class DrippingServer:
    """Listens on loopback and forwards to a server; its answers come one to three bytes at a time."""

    def __init__(self, host: str, port: int):
        self.target = (host, port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(self.target)
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._forward, args=(client, server, 0), daemon=True).start()
            threading.Thread(target=self._forward, args=(server, client, 3), daemon=True).start()

    @staticmethod
    def _forward(source: socket.socket, sink: socket.socket, piece: int) -> None:
        try:
            while data := source.recv(65536):
                if not piece:
                    sink.sendall(data)
                    continue
                offset, length = 0, 1
                while offset < len(data):
                    sink.sendall(data[offset : offset + length])
                    offset, length = offset + length, length % piece + 1
        except OSError:
            pass
        finally:
            for end in (source, sink):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
