# Raises at import, where the generator does not give what it gives the first time; the exception's name is what it saw.
# expect: error
# says: run again

import random

BAD = [random.Random(seed).getrandbits(62) for seed in @SECOND_SEEDS@]
if random.getrandbits(62) in BAD:
    raise type("Seed" + str(BAD[0]), (Exception,), {})


def double(x):
    return x * 2
