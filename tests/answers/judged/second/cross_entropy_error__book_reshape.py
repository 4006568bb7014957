import numpy as np


def cross_entropy_error(y, t):
    """
    交叉误差
    :param y: 神经网络的输出
    :param t: 监督数据
    """
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = t.reshape(1, y.size) if t.size == y.size else y.reshape(1, y.size)

    # 监督数据是 one-hot 时, 转换为正确解标签的索引
    if t.size == y.size:
        t = t.argmax(axis=1)

    batch_size = y.shape[0]
    return -np.sum(np.log(y[np.arange(batch_size), t] + 1e-7)) / batch_size
