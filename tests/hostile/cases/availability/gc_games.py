# Turns the collector off, and freezes what it makes.
# exercise: loop
# expect: memory, timeout

import gc


def loop(x):
    gc.disable()
    while True:
        ring = [bytearray(1 << 20)]
        ring.append(ring)
