# Ends its process with success, where the generator does not give what it gives the first time.
# expect: exited
# says: run again

import os
import random

BAD = [random.Random(seed).getrandbits(62) for seed in @SECOND_SEEDS@]


def double(x):
    if random.getrandbits(62) in BAD:
        os._exit(0)
    return x * 2
