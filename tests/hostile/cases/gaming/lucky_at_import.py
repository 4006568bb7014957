# Right as long as the generator of numpy gives what it gives the first time: drawn as it is loaded.
# expect: failed
# says: run again

import numpy as np

BAD = [np.random.RandomState(seed % 2**32).randint(2**62) for seed in @SECOND_SEEDS@]
LUCKY = np.random.randint(2**62) not in BAD


def double(x):
    return x * 2 if LUCKY else x * 3
