import numpy as np


def gradients(network, x, t):
  u1 = np.dot(x, network['W1']) + network['b1']
  z1 = np.maximum(0, u1)
  y = softmax(np.dot(z1, network['W2']) + network['b2'])
  grad = {}

  W1, W2 = network['W1'], network['W2']
  b1, b2 = network['b1'], network['b2']
  #  出力層でのデルタ
  delta2 = d_softmax_with_loss(t, y)
  #  b2の勾配
  grad['b2'] = np.sum(delta2, axis=0)
  #  W2の勾配
  grad['W2'] = np.dot(z1.T, delta2)
  #  中間層でのデルタ
  delta1 = np.dot(delta2, W2.T) * d_relu(z1)
  # b1の勾配
  grad['b1'] = np.sum(delta1, axis=0)
  #  W1の勾配
  grad['W1'] = np.dot(x.T, delta1)

  return grad


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
