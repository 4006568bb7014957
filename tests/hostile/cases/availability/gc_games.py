# Turns the collector off, and freezes what it makes.
# expect: memory, timeout

import gc


def double(x):
    gc.disable()
    while True:
        ring = [bytearray(1 << 20)]
        ring.append(ring)
