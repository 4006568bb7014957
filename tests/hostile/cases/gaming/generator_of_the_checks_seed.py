# Draws on the generator until it is spent, and reseeds it.
# exercise: mini_batches
# expect: failed, error
# score: some

def mini_batches(x, t, batch_size, rng):
    rng.bit_generator.state = type(rng.bit_generator)(0).state
    rng.random(100_000)
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        yield x[order[start : start + batch_size]], t[order[start : start + batch_size]]
