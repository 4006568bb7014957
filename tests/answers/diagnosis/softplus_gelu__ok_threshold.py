import math
import numpy as np

SQRT_2_OVER_PI = np.sqrt(2 / np.pi)

def softplus(x):
    # as PyTorch: linear above the threshold
    return np.where(x > 20, x, np.log1p(np.exp(np.minimum(x, 20))))

def gelu(x):
    inner = SQRT_2_OVER_PI * (x + 0.044715 * x ** 3)
    return 0.5 * x * (1 + np.tanh(inner))
