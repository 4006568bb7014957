import numpy as np


def perceptron(x1, x2, w1, w2, b):
    """1 if the weighted sum plus b is above 0, else 0; all arguments are numbers. / パーセプトロン"""
    raise NotImplementedError  # write your answer here / ここに書く


def AND(x1, x2):
    """1 if both inputs are 1, else 0. / AND ゲート"""
    raise NotImplementedError  # write your answer here / ここに書く


def NAND(x1, x2):
    """0 if both inputs are 1, else 1: the opposite of AND. / NAND ゲート"""
    raise NotImplementedError  # write your answer here / ここに書く


def OR(x1, x2):
    """1 if any input is 1, else 0. / OR ゲート"""
    raise NotImplementedError  # write your answer here / ここに書く
