import numpy as np


def cross_entropy_error(d, y):
# 1次元の場合
  if y.ndim == 1:
# (1, 全要素数)のベクトルに変形
    d = d.reshape(1, d.size)
    y = y.reshape(1, y.size)

# 教師データが one-hot-vector の場合、正解ラベルのインデックスに変換
  if d.size == y.size:
# 予測の最も確からしいクラスのインデックスを取得
    d = d.argmax(axis=1)

# バッチサイズ分取り出して対数関数に付与
# 対数関数の結果が0になることを回避するために極めて小さい値「1e-7」を付与
  batch_size = y.shape[0]
  return -np.sum(np.log(y[np.arange(batch_size), d] + 1e-7) / batch_size
