import numpy as np

def swish(x, beta=1.0):
    return x / (1 + np.exp(np.clip(beta * x, -700, 700)))
