import numpy as np


class AddLayer:
    """No state is needed."""

    forward = staticmethod(lambda x, y: y + x)

    def backward(self, dout):
        return [dout, np.copy(dout)]
