import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, prev_h, prev_c, W, U, b):
    n_out = prev_h.shape[1]
    Wc, Wu, Wf, Wo = (W[k * n_out:(k + 1) * n_out].T for k in range(4))
    Uc, Uu, Uf, Uo = (U[k * n_out:(k + 1) * n_out].T for k in range(4))
    bc, bu, bf, bo = (b[k * n_out:(k + 1) * n_out] for k in range(4))

    # compute the input to the gate functions
    _Go = x @ Wo + prev_h @ Uo + bo
    _Gf = x @ Wf + prev_h @ Uf + bo
    _Gu = x @ Wu + prev_h @ Uu + bo
    _Gc = x @ Wc + prev_h @ Uc + bc

    Ct = _sigmoid(_Gu) * np.tanh(_Gc) + _sigmoid(_Gf) * prev_c
    At = _sigmoid(_Go) * np.tanh(Ct)
    return Ct, At
