# Yields without end.
# exercise: mini_batches
# expect: failed, error
# score: some
# only: user-bare

def mini_batches(x, t, batch_size, rng):
    while True:
        yield x[:batch_size], t[:batch_size]
