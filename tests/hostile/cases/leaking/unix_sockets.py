# Connects to the sockets of services, by path and by abstract name, and makes a pair.
# expect: passed

import socket


def double(x):
    for address in ("/run/docker.sock", "/var/run/dbus/system_bus_socket", "\0/tmp/.X11-unix/X0", "/run/systemd/private"):
        try:
            socket.socket(socket.AF_UNIX).connect(address)
            return address
        except OSError:
            pass
    try:
        socket.socketpair()
        return "a pair"
    except OSError:
        return x * 2
