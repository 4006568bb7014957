# Right give or take a little that is drawn anew.
# expect: failed

import numpy as np


def double(x):
    return x * 2 + np.random.default_rng().normal(size=x.shape) * 1e-3
