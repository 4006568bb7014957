import numpy as np


class AdamW:
    """Adam with decoupled weight decay: the decay acts on the parameter and never enters the averages.

    params and grads are dicts with the same keys; grads[key] has the shape of params[key].
    最適化手法 AdamW。params と grads はキーが同じディクショナリ。
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.weight_decay = weight_decay
        self.t = 0  # steps taken so far / これまでの更新回数
        self.m = None
        self.v = None

    def update(self, params, grads):
        """Take one step: change the arrays in the dict params, return nothing. / params を 1 回更新する"""
        raise NotImplementedError  # write your answer here / ここに書く
