import numpy as np


class SGD(object):
    def __init__(self, lr=0.01):
        self.learning_rate = lr
        self.history = []

    def _new_value(self, w, g):
        return w - self.learning_rate * g

    def update(self, params, grads):
        params.update({name: self._new_value(params[name], grads[name]) for name in params})
        self.history.append(len(params))
        return params
