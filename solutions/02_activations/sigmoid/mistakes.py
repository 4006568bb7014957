import math

import numpy as np

from grader.authoring import mistake


@mistake(
    "exponent-sign",
    en="The exponent has the wrong sign: exp(x) where the formula has exp(-x). The curve falls where it should rise.",
    ja="指数の符号が逆です。exp(-x) のところが exp(x) になっていて、増えるはずのグラフが減っています。",
    hint_en="Should sigmoid(5) be near 0 or near 1?",
    hint_ja="sigmoid(5) は 0 と 1 のどちらに近いはずですか。",
)
def sigmoid(x):
    return 1 / (1 + np.exp(x))


@mistake(
    "parentheses-lost",
    en="The division binds first: 1 / 1 + exp(-x) is (1 / 1) + exp(-x), not 1 over the whole sum.",
    ja="割り算が先に計算されています。1 / 1 + exp(-x) は (1 / 1) + exp(-x) と同じで、和全体では割っていません。",
    hint_en="Values above 1 cannot come from a sigmoid. What does Python compute first?",
    hint_ja="シグモイドの値が 1 を超えることはありません。Python はどこから計算しますか。",
)
def sigmoid(x):
    return 1 / 1 + np.exp(-x)


@mistake(
    "large-x-overflows",
    en="For large x this is inf / inf, which is nan: exp(x) / (1 + exp(x)) is right on paper only.",
    ja="x が大きいと inf / inf になり、nan になります。exp(x) / (1 + exp(x)) は紙の上でだけ正しい式です。",
    hint_en="Divide numerator and denominator by exp(x): which exponential is left?",
    hint_ja="分母と分子を exp(x) で割ると、どんな指数が残りますか。",
)
def sigmoid(x):
    return np.exp(x) / (1 + np.exp(x))


@mistake(
    "scalars-only",
    en="math.exp takes single numbers only, so an array cannot go in.",
    ja="math.exp は数値ひとつしか受け取れないので、配列を渡せません。",
    hint_en="Which exp works on every entry of an array?",
    hint_ja="配列のすべての要素に働く exp はどれですか。",
)
def sigmoid(x):
    return 1 / (1 + math.exp(-x))


@mistake(
    "tanh-for-sigmoid",
    en="This is tanh: it runs from -1 to 1 and through 0.",
    ja="これは tanh です。-1 から 1 の値をとり、0 を通ります。",
    hint_en="sigmoid runs from 0 to 1. What is its value at 0?",
    hint_ja="シグモイドは 0 から 1 の値をとります。0 での値はいくつですか。",
)
def sigmoid(x):
    return np.tanh(x)


@mistake(
    "derivative-for-value",
    en="This is the derivative, y (1 - y), not the value y.",
    ja="これは微分 y (1 - y) です。値 y そのものではありません。",
    hint_en="For a large x the result should be near 1, not near 0.",
    hint_ja="x が大きいとき、結果は 0 ではなく 1 に近づくはずです。",
)
def sigmoid(x):
    y = 1 / (1 + np.exp(-x))
    return y * (1 - y)
