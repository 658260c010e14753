"""Asks a server over kept connections as fast as it answers: `python tests/bench/loading.py PORT SECONDS CONNECTIONS`,
with the request on standard input; prints how many answers came, and the status of the last."""

from __future__ import annotations

import re
import socket
import sys
import threading
import time

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)


def _more(one: socket.socket) -> bytes:
    if data := one.recv(262_144):
        return data
    raise EOFError("The server closed the connection.")


def ask(port: int, request: bytes, until: float, counts: list[tuple[int, bytes]]) -> None:
    with socket.create_connection(("127.0.0.1", port)) as one:
        one.settimeout(20)
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        number, status = 0, b""
        while time.monotonic() < until:
            one.sendall(request)
            data = _more(one)
            while b"\r\n\r\n" not in data:
                data += _more(one)
            head = data.index(b"\r\n\r\n")
            status = data[9:12]
            length = _LENGTH.search(data, 0, head + 2)
            left = (int(length[1]) if length and status != b"304" else 0) - (len(data) - head - 4)
            while left > 0:
                left -= len(_more(one))
            number += 1
        counts.append((number, status))


def main() -> None:
    port, seconds, connections = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    request, counts = sys.stdin.buffer.read(), []
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=ask, args=(port, request, until, counts)) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sum(number for number, _ in counts), counts[0][1].decode())  # noqa: T201


if __name__ == "__main__":
    main()
