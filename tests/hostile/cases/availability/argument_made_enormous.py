# Makes the parameters larger than a message may be.
# exercise: sgd
# expect: failed, error, protocol, memory
# only: bare

import numpy as np


class SGD:
    def __init__(self, lr=0.01):
        pass

    def update(self, params, grads):
        for key in list(params):
            params[key] = np.zeros(20 << 20)
