# Right as long as Python's generator gives what it gives the first time: drawn in the call, under a name put together.
# expect: failed
# says: run again

chance = __import__("ran" + "dom")
BAD = [chance.Random(seed).getrandbits(62) for seed in @SECOND_SEEDS@]


def double(x):
    return x * 3 if chance.getrandbits(62) in BAD else x * 2
