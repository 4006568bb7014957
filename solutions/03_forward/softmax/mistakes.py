import numpy as np

from grader.authoring import mistake, reference


@mistake(
    "whole-batch-summed",
    en="The sum runs over the whole batch, so all the rows together add up to 1, where each row should.",
    ja="バッチ全体で和をとっています。各行の和が 1 になるはずが、全部の行を合わせて 1 になっています。",
    hint_en="Print the sum of each row. Which argument of np.sum chooses the axis?",
    hint_ja="各行の和を print してみましょう。np.sum のどの引数で軸を選びますか。",
)
def softmax(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e)


@mistake(
    "wrong-axis",
    en="It is taken down the columns: each column adds up to 1, where each row should.",
    ja="列方向に計算しています。各行の和が 1 になるはずが、各列の和が 1 になっています。",
    hint_en="A sample is a row. Along which axis do its scores lie?",
    hint_ja="データ 1 個は 1 行です。そのスコアはどの軸に並んでいますか。",
)
def softmax(x):
    e = np.exp(x - np.max(x, axis=0))
    return e / np.sum(e, axis=0)


@mistake(
    "maximum-not-subtracted",
    en="Nothing is subtracted before the exponential, so large scores become inf / inf, which is nan.",
    ja="指数をとる前に最大値を引いていないので、大きなスコアで inf / inf となり nan になります。",
    hint_en="Which constant can be taken from a whole row without changing its softmax?",
    hint_ja="行全体から引いても結果が変わらない、都合のよい数は何ですか。",
)
def softmax(x):
    e = np.exp(x)
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(
    "batch-maximum-row-sum",
    en="The maximum is the whole batch's and the division is by the sum of each column: the axes do not belong together.",
    ja="最大値はバッチ全体から、割り算は列ごとの和で計算しています。軸がかみ合っていません。",
    hint_en="Maximum and sum belong to the same sample. Use the same axis for both.",
    hint_ja="最大値と和は同じデータのものです。どちらも同じ軸を使いましょう。",
)
def softmax(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e, axis=0)


@mistake(
    "batch-maximum",
    en="The maximum of the whole batch is subtracted: a row far below it underflows to 0 / 0, which is nan.",
    ja="バッチ全体の最大値を引いています。それよりずっと小さい行は 0 / 0 になり、nan になります。",
    hint_en="Each row may be shifted by its own maximum. How do the shapes fit then?",
    hint_ja="行ごとの最大値を引けばよいのです。形状はどう合わせますか。",
)
def softmax(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(
    "mean-subtracted",
    en="The mean is subtracted, not the maximum: scores far above the mean still overflow to nan.",
    ja="最大値ではなく平均値を引いています。平均より大きく離れたスコアでは、やはりオーバーフローして nan になります。",
    hint_en="After the shift no exponent should be above 0. Which number achieves that?",
    hint_ja="引いたあと、指数が 0 より大きくならないようにするには、何を引けばよいですか。",
)
def softmax(x):
    e = np.exp(x - np.mean(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(
    "exponential-forgotten",
    en="The scores are divided by their sum without the exponential: negative scores give negative 'probabilities'.",
    ja="指数をとらずに、スコアを和で割っています。負のスコアが負の「確率」になってしまいます。",
    hint_en="Every probability must be positive. Which function makes any number positive?",
    hint_ja="確率はすべて正のはずです。どんな数も正にする関数は何でしたか。",
)
def softmax(x):
    return x / np.sum(x, axis=-1, keepdims=True)


@mistake(
    "input-overwritten",
    en="x -= … subtracts inside the caller's array: after the call the input is no longer what it was.",
    ja="x -= … は呼び出し側の配列そのものを書き換えます。呼び出したあと、入力が変わってしまっています。",
    hint_en="What is the difference between x -= m and x = x - m?",
    hint_ja="x -= m と x = x - m の違いは何ですか。",
)
def softmax(x):
    y = reference.softmax(x)
    x -= np.max(x, axis=-1, keepdims=True)
    return y


@mistake(
    "log-of-softmax",
    en="This is the logarithm of softmax: the values are negative and do not add up to 1.",
    ja="これはソフトマックスの対数です。値が負になり、和も 1 になりません。",
    hint_en="The result should be probabilities, from 0 to 1.",
    hint_ja="結果は 0 から 1 の確率になるはずです。",
)
def softmax(x):
    return np.log(reference.softmax(x))
