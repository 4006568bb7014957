import numpy as np


# What the exercise's stub gives; the document calls both and prints neither.
def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _activation(x):
    return x


def lstm(x, prev_h, prev_c, W, U, b):
  # セルへの入力やゲートをまとめて計算し、分割
  lstm_in = _activation(x.dot(W.T)) + prev_h.dot(U.T) + b)
  a, i, f, o = np.hsplit(lstm_in, 4)

  a = np.tanh(a)
  input_gate = _sigmoid(i)
  forget_gate = _sigmoid(f)
  output_gate = _sigmoid(o)

  # セルの状態を更新し、中間層の出力を計算
  # ↓CECは入力ゲートと忘却ゲートから更新を受けている
  c = input_gate * a + forget_gate * c 
  h = output_gate * np.tanh(c)
  return c, h
