import numpy as np


def AND(x1, x2):
    """1 if both inputs are 1, else 0. / AND ゲート"""
    raise NotImplementedError  # write your answer here / ここに書く


def NAND(x1, x2):
    """0 if both inputs are 1, else 1: the opposite of AND. / NAND ゲート"""
    raise NotImplementedError  # write your answer here / ここに書く


def OR(x1, x2):
    """1 if any input is 1, else 0. / OR ゲート"""
    raise NotImplementedError  # write your answer here / ここに書く
