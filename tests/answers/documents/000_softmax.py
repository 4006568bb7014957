import numpy as np


def softmax(x):
# 2次元の場合
  if x.ndim == 2:
# xを転置
    x = x.T
# スケーリング(xから列方向(縦に見て)取った最大値を引く)
    x = x - np.max(x, axis=0)
# xの指数関数の値(数式の分子)を指数関数の総和
    y = np.exp(x) / np.sum(np.exp(x), axis=0)

    return y.T

  # オーバーフロー対策
  x = x - np.max(x)  

  return np.exp(x) / np.sum(np.exp(x))
