import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    gates = x @ W.T + prev_h @ U.T + b
    cell_gate, input_gate, forget_gate, output_gate = np.split(gates, 4, axis=1)
    new_cell = _sigmoid(forget_gate) * prev_c + (_sigmoid(input_gate) + np.tanh(cell_gate))
    new_state = _sigmoid(output_gate) * np.tanh(new_cell)
    return new_cell, new_state
