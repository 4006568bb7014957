# Strings of two letters, which unpack like pairs.
# exercise: mini_batches
# expect: failed, error

def mini_batches(x, t, batch_size, rng):
    return iter(["ab", "cd", "ef"])
