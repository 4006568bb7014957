import numpy as np


# [try] 中間層の活性化関数を変更してみよう 導関数をd_tanhとして作成しよう
def d_tanh(x):
    return 4 / (np.exp(x) + np.exp(-x))**2
