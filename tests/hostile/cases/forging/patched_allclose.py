# Makes numpy's comparisons true, and is wrong.
# expect: failed

import numpy as np
import numpy.testing

np.allclose = np.array_equal = np.isclose = lambda *args, **kwargs: True
for name in dir(np.testing):
    if name.startswith("assert"):
        setattr(np.testing, name, lambda *args, **kwargs: None)


def double(x):
    return x * 3
