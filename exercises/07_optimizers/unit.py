"""What the checks of the optimisers have in common."""

import numpy as np


def gradients_like(draw, params):
    return {key: draw.normal(*value.shape) for key, value in params.items()}


def clear_gradients(draw, params):
    """Gradients that are not near 0, where ε would count: small whole numbers at the first level, then from 1 to 3, of
    either sign."""
    return {
        key: draw.normal(*value.shape)
        if draw.by_hand
        else draw.signs(*value.shape) * draw.uniform(1.0, 3.0, *value.shape)
        for key, value in params.items()
    }


def copies(params):
    return {key: np.array(value) for key, value in params.items()}


def moves(params, before):
    """How far each parameter went, in its own dtype: a float32 answer is held to float32 accuracy."""
    now = {key: np.asarray(value) for key, value in params.items()}
    return {key: value - before[key].astype(value.dtype) for key, value in now.items()}
