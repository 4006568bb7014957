# Never returns, where the generator does not give what it gives the first time: twice, as no busy machine does.
# exercise: loop
# expect: timeout
# says: run again

import random

BAD = [random.Random(seed).getrandbits(62) for seed in @SECOND_SEEDS@]


def loop(x):
    while random.getrandbits(62) in BAD:
        random.seed(@SECOND_SEEDS@[0])
    return x * 2
