import numpy as np


def identity_function(x):
    """恒等関数"""
    print(x)
