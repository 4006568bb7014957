# Right, and draws, looks at the clock and at addresses, and uses memory as it finds it.
# expect: passed

import random
import time

import numpy as np

begun = time.perf_counter()
np.random.seed()


def double(x):
    seen = {id(x): x}
    y = np.empty_like(x)
    places = list(np.ndindex(x.shape))
    random.shuffle(places)
    for place in places:
        y[place] = seen[id(x)][place] * 2
    y += np.random.rand() * 0
    print(hash(object()), f"{time.perf_counter() - begun:.3f} s")
    return y
