# The same among what a generator yields.
# exercise: mini_batches
# expect: failed, error

def mini_batches(x, t, batch_size, rng):
    yield [[2**70] * 3] * batch_size, [2**2000] * batch_size
