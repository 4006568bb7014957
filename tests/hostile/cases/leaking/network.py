# Resolves a name, connects, sends a datagram, listens.
# expect: passed

import socket


def double(x):
    tries = (
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.create_connection(("127.0.0.1", 22), timeout=0.2),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53)),
        lambda: socket.socket(socket.AF_INET6, socket.SOCK_STREAM),
        lambda: socket.create_server(("127.0.0.1", 0)),
        lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
        lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
        lambda: socket.socket(40, socket.SOCK_STREAM),  # vsock
        lambda: socket.socket(38, socket.SOCK_SEQPACKET),  # alg
    )
    for number, attempt in enumerate(tries):
        try:
            attempt()
            return number
        except (OSError, ValueError):
            pass
    return x * 2
