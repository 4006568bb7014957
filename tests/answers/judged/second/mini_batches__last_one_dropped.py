import numpy as np


def shuffle(train, labels, rng):
    """
    Shuffles the data in a random permutation
    """
    n = train.shape[0]
    permutation = rng.permutation(n)
    return train[permutation], labels[permutation]


def mini_batches(x, t, batch_size, rng):
    """
    Gives minibatches
    """
    inputs, targets = shuffle(x, t, rng)
    for start_idx in range(0, inputs.shape[0] + 1 - batch_size, batch_size):
        excerpt = slice(start_idx, start_idx + batch_size)
        yield inputs[excerpt], targets[excerpt]
