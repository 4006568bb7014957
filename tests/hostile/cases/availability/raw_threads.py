# Five thousand threads of which Python knows nothing: clone with exactly the flags of a thread.
# exercise: double
# expect: forbidden

import ctypes
import mmap
import time

FLAGS, NUMBER, ROOM = 0x003D0F00, 5000, 16384


def double(x):
    libc = ctypes.CDLL(None)
    area = mmap.mmap(-1, NUMBER * ROOM)
    base = ctypes.addressof(ctypes.c_char.from_buffer(area))
    for i in range(NUMBER):
        at = base + i * ROOM
        stack, tls, number = (ctypes.c_void_p(at + place) for place in (8192, 12288, 0))
        libc.clone(libc.sleep, stack, FLAGS, ctypes.c_void_p(1000), number, tls, number)
    time.sleep(1)
    return x * 2
