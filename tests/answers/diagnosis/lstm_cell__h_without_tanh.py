import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


class State:
    pass


def lstm(x, prev_h, prev_c, W, U, b):
    Wg, Wi, Wf, Wo = np.split(W, 4)
    Ug, Ui, Uf, Uo = np.split(U, 4)
    bg, bi, bf, bo = np.split(b, 4)
    state = State()
    state.g = np.tanh(x.dot(Wg.T) + prev_h.dot(Ug.T) + bg)
    state.i = _sigmoid(x.dot(Wi.T) + prev_h.dot(Ui.T) + bi)
    state.f = _sigmoid(x.dot(Wf.T) + prev_h.dot(Uf.T) + bf)
    state.o = _sigmoid(x.dot(Wo.T) + prev_h.dot(Uo.T) + bo)
    state.s = state.g * state.i + prev_c * state.f
    state.h = state.s * state.o
    return state.s, state.h
