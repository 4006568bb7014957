import numpy as np


def softmax(x: np.ndarray) -> np.ndarray:
    """Numpy version of the softmax activation function.

    Parameters
    ----------
    x : np.ndarray
        Scores, (M,) or (N, M).

    Returns
    -------
    np.ndarray
        An array with the same shape as `x`.
    """
    exp_x = np.exp(x - np.max(x))
    return exp_x / exp_x.sum(axis=-1, keepdims=True)
