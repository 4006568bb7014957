import numpy as np

from grader.authoring import mistake, reference


def _as_one_hot(y, t):
    y, t = np.atleast_2d(y), np.asarray(t)
    return y, t.reshape(y.shape) if t.size == y.size else np.eye(y.shape[1])[t.reshape(-1)]


@mistake(
    "arguments-swapped",
    en="y and t are swapped: the logarithm is taken of the targets, and weighted by the probabilities.",
    ja="y と t が逆です。教師データの対数をとり、確率で重みをつけています。",
    hint_en="The order is cross_entropy_error(y, t). Whose logarithm does the formula take?",
    hint_ja="順番は cross_entropy_error(y, t) です。式では、どちらの対数をとりますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(y * np.log(t + 1e-7)) / len(y)


@mistake(
    "batch-not-averaged",
    en="The errors of the batch are added up but not divided by its size, so the error grows with the batch.",
    ja="バッチの誤差を足したまま、個数で割っていません。バッチが大きいほど誤差も大きくなってしまいます。",
    hint_en="A batch of twice the same samples should cost the same as the samples once.",
    hint_ja="同じデータを 2 回並べたバッチでも、誤差は 1 回のときと同じになるはずです。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(t * np.log(y + 1e-7))


@mistake(
    "averaged-over-all-entries",
    en="The mean runs over all N × M entries, so the error is M times too small; it should run over the N samples.",
    ja="N × M 個の要素すべてで平均しているので、誤差が M 分の 1 になっています。N 個のデータで平均しましょう。",
    hint_en="Which number does the formula divide by?",
    hint_ja="式では何で割っていますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.mean(t * np.log(y + 1e-7))


@mistake(
    "log-of-zero",
    en="Nothing keeps the logarithm from 0: a probability of 0 gives an infinite error or nan.",
    ja="log(0) を避けていません。確率が 0 のとき、誤差が無限大や nan になります。",
    hint_en="Which tiny number could be added, and where?",
    hint_ja="ごく小さな数を足すとしたら、どこに足せばよいですか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(np.log(np.sum(y * t, axis=1))) / len(y)


@mistake(
    "log-base-two",
    en="The logarithm is to base 2; the formula means the natural one.",
    ja="底が 2 の対数になっています。式の対数は自然対数です。",
    hint_en="np.log, np.log2 and np.log10 are three different functions.",
    hint_ja="np.log、np.log2、np.log10 はそれぞれ別の関数です。",
)
def cross_entropy_error(y, t):
    return reference.cross_entropy_error(y, t) / np.log(2.0)


@mistake(
    "log-base-ten",
    en="The logarithm is to base 10; the formula means the natural one.",
    ja="底が 10 の対数になっています。式の対数は自然対数です。",
    hint_en="np.log, np.log2 and np.log10 are three different functions.",
    hint_ja="np.log、np.log2、np.log10 はそれぞれ別の関数です。",
)
def cross_entropy_error(y, t):
    return reference.cross_entropy_error(y, t) / np.log(10.0)


@mistake(
    "largest-probability-picked",
    en="The probability of the likeliest class is taken, not that of the right class: the error does not depend on t.",
    ja="正解のクラスではなく、最も確率の高いクラスの値を使っています。誤差が t によらなくなっています。",
    hint_en="argmax of which array tells the right class?",
    hint_ja="正解のクラスがわかるのは、どの配列の argmax ですか。",
)
def cross_entropy_error(y, t):
    y = np.atleast_2d(y)
    return -np.mean(np.log(np.max(y, axis=1) + 1e-7))


@mistake(
    "sign-lost",
    en="The minus sign is missing: the error is negative, and better predictions cost more.",
    ja="マイナスが抜けています。誤差が負になり、よい予測ほど誤差が大きくなってしまいます。",
    hint_en="What sign has the logarithm of a number below 1?",
    hint_ja="1 より小さい数の対数の符号は何ですか。",
)
def cross_entropy_error(y, t):
    return -reference.cross_entropy_error(y, t)


@mistake(
    "labels-not-handled",
    en="Labels are multiplied with the logarithms as if they were one-hot: only one-hot targets give the right error.",
    ja="ラベルを one-hot と同じように掛けています。正しい値になるのは one-hot のときだけです。",
    hint_en="How can you tell from the sizes of y and t which form t has?",
    hint_ja="t がどちらの形かは、y と t の大きさからどう見分けられますか。",
)
def cross_entropy_error(y, t):
    y, t = np.atleast_2d(y), np.asarray(t)
    if t.size == y.size:
        return reference.cross_entropy_error(y, t)
    return -np.sum(t.reshape(-1, 1) * np.log(y + 1e-7)) / len(y)
