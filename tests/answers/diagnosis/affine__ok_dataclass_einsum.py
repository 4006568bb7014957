from dataclasses import dataclass, field

import numpy as np


@dataclass
class Affine:
    W: np.ndarray
    b: np.ndarray
    _x: np.ndarray = field(default=None, repr=False)
    _g: np.ndarray = field(default=None, repr=False)

    def forward(self, x):
        self._x = x
        return np.einsum("nd,dm->nm", x, self.W) + self.b

    def backward(self, dout):
        self._saved, self._g = self._x, dout
        return np.einsum("nm,dm->nd", dout, self.W)

    @property
    def dW(self):
        return np.einsum("nd,nm->dm", self._saved, self._g)

    @property
    def db(self):
        return np.einsum("nm->m", self._g)
