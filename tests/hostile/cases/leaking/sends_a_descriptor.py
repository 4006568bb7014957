# Sends a descriptor along with the reply's socket.
# expect: passed

import array
import socket


def double(x):
    try:
        talk = socket.socket(fileno=3)
    except OSError:
        return x * 2
    talk.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0]))])
    return "sent"
