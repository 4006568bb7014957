import numpy as np

from grader.authoring import changed, mistake, reference

BODY = "e = np.exp(x - np.max(x, axis=-1, keepdims=True))\nreturn e / np.sum(e, axis=-1, keepdims=True)"
RETURN = "return e / np.sum(e, axis=-1, keepdims=True)"

changed(
    "whole-batch-summed",
    {BODY: "e = np.exp(x - np.max(x))\nreturn e / np.sum(e)"},
    en="The sum runs over the whole batch, so all the rows together add up to 1, where each row should.",
    ja="バッチ全体で和をとっています。各行の和が 1 になるはずが、全部の行を合わせて 1 になっています。",
    hint_en="Print the sum of each row. Which argument of np.sum chooses the axis?",
    hint_ja="各行の和を print してみましょう。np.sum のどの引数で軸を選びますか。",
)

changed(
    "wrong-axis",
    {BODY: "e = np.exp(x - np.max(x, axis=0))\nreturn e / np.sum(e, axis=0)"},
    en="It is taken down the columns: each column adds up to 1, where each row should.",
    ja="列方向に計算しています。各行の和が 1 になるはずが、各列の和が 1 になっています。",
    hint_en="A sample is a row. Along which axis do its scores lie?",
    hint_ja="データ 1 個は 1 行です。そのスコアはどの軸に並んでいますか。",
)

changed(
    "maximum-not-subtracted",
    {"e = np.exp(x - np.max(x, axis=-1, keepdims=True))": "e = np.exp(x)"},
    en="Nothing is subtracted before the exponential, so large scores become inf / inf, which is nan.",
    ja="指数をとる前に最大値を引いていないので、大きなスコアで inf / inf となり nan になります。",
    hint_en="Which constant can be taken from a whole row without changing its softmax?",
    hint_ja="行全体から引いても結果が変わらない、都合のよい数は何ですか。",
)

changed(
    "batch-maximum-row-sum",
    {BODY: "e = np.exp(x - np.max(x))\nreturn e / np.sum(e, axis=0)"},
    en="The maximum is the whole batch's and the division is by the sum of each column: the axes do not belong together.",
    ja="最大値はバッチ全体から、割り算は列ごとの和で計算しています。軸がかみ合っていません。",
    hint_en="Maximum and sum belong to the same sample. Use the same axis for both.",
    hint_ja="最大値と和は同じデータのものです。どちらも同じ軸を使いましょう。",
)

changed(
    "batch-maximum",
    {"e = np.exp(x - np.max(x, axis=-1, keepdims=True))": "e = np.exp(x - np.max(x))"},
    en="The maximum of the whole batch is subtracted: a row far below it underflows to 0 / 0, which is nan.",
    ja="バッチ全体の最大値を引いています。それよりずっと小さい行は 0 / 0 になり、nan になります。",
    hint_en="Each row may be shifted by its own maximum. How do the shapes fit then?",
    hint_ja="行ごとの最大値を引けばよいのです。形状はどう合わせますか。",
)

changed(
    "mean-subtracted",
    {"e = np.exp(x - np.max(x, axis=-1, keepdims=True))": "e = np.exp(x - np.mean(x, axis=-1, keepdims=True))"},
    en="The mean is subtracted, not the maximum: scores far above the mean still overflow to nan.",
    ja="最大値ではなく平均値を引いています。平均より大きく離れたスコアでは、やはりオーバーフローして nan になります。",
    hint_en="After the shift no exponent should be above 0. Which number achieves that?",
    hint_ja="引いたあとの指数が 0 より大きくならないようにするには、何を引けばよいですか。",
)

changed(
    "exponential-forgotten",
    {BODY: "return x / np.sum(x, axis=-1, keepdims=True)"},
    en="The scores are divided by their sum without the exponential: negative scores give negative 'probabilities'.",
    ja="指数をとらずに、スコアを和で割っています。負のスコアが負の「確率」になってしまいます。",
    hint_en="Every probability must be positive. Which function makes any number positive?",
    hint_ja="確率はすべて正のはずです。どんな数も正にする関数は何でしたか。",
)

changed(
    "input-overwritten",
    {RETURN: "y = e / np.sum(e, axis=-1, keepdims=True)\nx -= np.max(x, axis=-1, keepdims=True)\nreturn y"},
    en="x -= … subtracts inside the caller's array: after the call the input is no longer what it was.",
    ja="x -= … は呼び出し側の配列そのものを書き換えます。呼び出したあと、入力が変わってしまっています。",
    hint_en="What is the difference between x -= m and x = x - m?",
    hint_ja="x -= m と x = x - m の違いは何ですか。",
)

changed(
    "log-of-softmax",
    {RETURN: "return np.log(e / np.sum(e, axis=-1, keepdims=True))"},
    en="This is the logarithm of softmax: the values are negative and do not add up to 1.",
    ja="これはソフトマックスの対数です。値が負になり、和も 1 になりません。",
    hint_en="The result should be probabilities, from 0 to 1.",
    hint_ja="結果は 0 から 1 の確率になるはずです。",
)

changed(
    "row-sum-not-kept-as-column",
    {RETURN: "return e / np.sum(e, axis=-1)"},
    en="The rows' sums have shape (N,), without an axis for the division: (N, M) / (N,) does not fit, and where N = M each column is divided by another row's sum. They must stay a column, (N, 1).",
    ja="行ごとの和の形状が (N,) になっています。(N, M) / (N,) では形状が合わず、N = M のときは列ごとに別の行の和で割ってしまいます。和は (N, 1) の列のまま残しましょう。",
    hint_en="Print the shapes on both sides of the division. Which argument of np.sum keeps the axis?",
    hint_ja="割り算の左右の形状を print してみましょう。np.sum のどの引数を使えば軸が残りますか。",
    costs="batches are what five of its eight points are about, and none of them comes out",
)

changed(
    "row-maximum-not-kept-as-column",
    {"e = np.exp(x - np.max(x, axis=-1, keepdims=True))": "e = np.exp(x - np.max(x, axis=-1))"},
    en="The rows' maxima have shape (N,), without an axis for the subtraction: (N, M) - (N,) does not fit, and where N = M another row's maximum is taken from each column. They must stay a column, (N, 1).",
    ja="行ごとの最大値の形状が (N,) になっています。(N, M) - (N,) では形状が合わず、N = M のときは列ごとに別の行の最大値を引いてしまいます。最大値は (N, 1) の列のまま残しましょう。",
    hint_en="Print the shapes on both sides of the subtraction. Which argument of np.max keeps the axis?",
    hint_ja="引き算の左右の形状を print してみましょう。np.max のどの引数を使えば軸が残りますか。",
    costs="batches are what five of its eight points are about, and none of them comes out",
)

changed(
    "maximum-and-sum-not-kept-as-columns",
    {BODY: "e = np.exp(x - np.max(x, axis=-1))\nreturn e / np.sum(e, axis=-1)"},
    en="Maximum and sum of the rows both have shape (N,): neither fits beside (N, M), and where N = M every column meets the numbers of another row. Both must stay columns, (N, 1).",
    ja="行ごとの最大値と和が、どちらも形状 (N,) になっています。(N, M) とは形状が合わず、N = M のときは列ごとに別の行の値を使ってしまいます。どちらも (N, 1) の列のまま残しましょう。",
    hint_en="Print the shapes of the maximum and of the sum. Which argument keeps the axis?",
    hint_ja="最大値と和の形状を print してみましょう。どの引数を使えば軸が残りますか。",
)

changed(
    "sample-not-handled",
    {BODY: "e = np.exp(x - np.max(x, axis=1, keepdims=True))\nreturn e / np.sum(e, axis=1, keepdims=True)"},
    en="Batches are right, but one sample of shape (M,) cannot go in: it has no axis 1.",
    ja="バッチでは正しいのですが、形状 (M,) のデータ 1 個を渡すと動きません。1 次元配列に軸 1 はありません。",
    hint_en="How many axes has one sample? Which number of an axis means the last one, however many there are?",
    hint_ja="データ 1 個の配列に軸は何本ありますか。何本あっても「最後の軸」を指せる番号はどれですか。",
)

changed(
    "one-sample-only",
    {
        BODY: "top = np.max(x)\ne = np.sum(np.exp(x - top))\ny = np.zeros(len(x))\nfor i in range(len(x)):\n    y[i] = np.exp(x[i] - top) / e\nreturn y"
    },
    en="The loop over len(x) fills one number a step, so only one sample of shape (M,) goes in: x[i] of a batch is a whole row.",
    ja="len(x) 回のループで数を 1 つずつ入れているので、形状 (M,) のデータ 1 個でしか動きません。バッチの x[i] は 1 行全体です。",
    hint_en="What is x[0] for an x of shape (2, 3): a number, or a row?",
    hint_ja="x の形状が (2, 3) のとき、x[0] は 1 つの数ですか、それとも 1 行ですか。",
)

changed(
    "whole-batch-summed-and-not-shifted",
    {BODY: "return np.exp(x) / np.sum(np.exp(x))"},
    en="The formula is written for a single sample and without its maximum: the sum runs over the whole batch, so the rows do not add up to 1, and large scores become inf / inf, which is nan.",
    ja="データ 1 個のための式のままで、最大値も引いていません。バッチ全体で和をとるので各行の和が 1 にならず、大きなスコアでは inf / inf となり nan になります。",
    hint_en="Two things to do: choose the axis of the sum, and shift each row before the exponential.",
    hint_ja="直すところは 2 つです。和をとる軸と、指数をとる前に各行から引く数を考えましょう。",
)

changed(
    "row-maximum-column-sum",
    {RETURN: "return e / np.sum(e, axis=0)"},
    en="The maximum is taken of each row, but the sum down each column (axis 0): the axes do not belong together, and the columns add up to 1 where the rows should.",
    ja="最大値は行ごとなのに、和は列ごと(軸 0)に計算しています。軸がかみ合っておらず、行ではなく列の和が 1 になっています。",
    hint_en="Maximum and sum belong to the same sample. Use the same axis for both.",
    hint_ja="最大値と和は同じデータのものです。どちらも同じ軸を使いましょう。",
)

changed(
    "column-maximum-subtracted",
    {"e = np.exp(x - np.max(x, axis=-1, keepdims=True))": "e = np.exp(x - np.max(x, axis=0))"},
    en="The maximum of each column (axis 0) is subtracted. Then the scores of one row are shifted by different amounts, and that changes its softmax; only one constant for the whole row cancels.",
    ja="列ごと(軸 0)の最大値を引いています。同じ行のスコアから別々の数を引くことになり、結果が変わってしまいます。打ち消し合うのは、行全体から同じ数を引いたときだけです。",
    hint_en="How many numbers are subtracted from one row in your code, and how many may it be?",
    hint_ja="1 つの行から、何種類の数を引いていますか。何種類でなければなりませんか。",
)

changed(
    "scores-clipped",
    {"e = np.exp(x - np.max(x, axis=-1, keepdims=True))": "e = np.exp(np.clip(x, -500, 500))"},
    en="The scores are cut off so that exp stays finite. That changes them: scores of 10000 and 9999 become equal. Shift the row instead; a shift cancels in the quotient.",
    ja="exp がオーバーフローしないように、大きなスコアを切り詰めています。これでは 10000 と 9999 が同じ値になり、結果が変わってしまいます。行全体から同じ数を引けば、結果は変わりません。",
    hint_en="What should the softmax of [10000, 9999] be? Compare it with that of [1, 0].",
    hint_ja="[10000, 9999] のソフトマックスはどうなるはずですか。[1, 0] の結果と比べてみましょう。",
)

changed(
    "exponential-of-the-quotient",
    {BODY: "return np.exp(x / np.sum(x, axis=-1, keepdims=True))"},
    en="The scores are divided by their sum first, and the exponential is taken of the quotient. The order is the other way round: exponential of every score, then the share in the sum of the exponentials.",
    ja="先にスコアを和で割り、その商の指数をとっています。順番が逆で、まず各スコアの指数をとり、それをその和で割ります。",
    hint_en="What stands in the numerator of the formula: a score, or an exponential? And what do your rows add up to?",
    hint_ja="式の分子はスコアですか、指数関数ですか。今の結果で、各行の和はいくつになりますか。",
)


@mistake(
    "exponential-around-the-division",
    en="The division stands inside the parentheses of exp: this is exp(x / Σ exp(x)), where the exponential should be divided. The rows do not add up to 1.",
    ja="割り算が exp のかっこの中に入っていて、exp(x / Σ exp(x)) になっています。割るのは指数をとったあとの値です。このままでは各行の和が 1 になりません。",
    hint_en="Where does the parenthesis of the first exp close?",
    hint_ja="1 つ目の exp のかっこは、どこで閉じていますか。",
)
def softmax(x):
    x = x - np.max(x, axis=-1, keepdims=True)
    return np.exp(x / np.sum(np.exp(x), axis=-1, keepdims=True))


changed(
    "sum-not-divided",
    {BODY: "return np.exp(x - np.max(x, axis=-1, keepdims=True))"},
    en="Only the exponentials are returned: they are positive, but they are not divided by their sum, so the rows do not add up to 1.",
    ja="指数をとっただけで、和で割っていません。値は正ですが、各行の和が 1 になりません。",
    hint_en="The result should be shares of a whole. What is the whole?",
    hint_ja="結果は全体に占める割合になるはずです。全体とは何ですか。",
)

changed(
    "sigmoid-for-softmax",
    {BODY: "return 1 / (1 + np.exp(-x))"},
    en="This is the sigmoid of every entry by itself. In softmax the scores of a row share one whole: each probability depends on all of them, and they add up to 1.",
    ja="これは要素ごとのシグモイド関数です。ソフトマックスでは、各確率がその行のすべてのスコアに依存し、和が 1 になります。",
    hint_en="Print the sum of each row. Where does your formula look at the other scores?",
    hint_ja="各行の和を print してみましょう。今の式は、同じ行のほかのスコアを使っていますか。",
)


@mistake(
    "one-row-squeezed",
    en="A batch of one row, shape (1, M), comes back as (M,): its axis was dropped (squeeze, reshape, or [0]). The result has the shape of x.",
    ja="1 行だけのバッチ(形状 (1, M))の結果が (M,) になっています。squeeze や reshape、[0] で軸が消えています。結果は x と同じ形状です。",
    hint_en="How do you tell one sample from a batch of one? The number of rows does not tell it; what does?",
    hint_ja="データ 1 個と 1 行だけのバッチは、何で区別できますか。行数では区別できません。",
)
def softmax(x):
    rows = np.atleast_2d(x)
    e = np.exp(rows - np.max(rows, axis=1, keepdims=True))
    return np.squeeze(e / np.sum(e, axis=1, keepdims=True))


@mistake(
    "integer-result",
    en="For whole numbers the result is an array of integers, made like x (zeros_like, empty_like): the probabilities put into it lose their fractions and become 0.",
    ja="整数のスコアを渡すと、結果も整数の配列になります。zeros_like(x) などで x と同じ dtype の配列を作っているため、代入した確率の小数部分が切り捨てられて 0 になります。",
    hint_en="Which dtype does np.zeros_like give for an array of integers?",
    hint_ja="整数の配列に対する np.zeros_like の dtype は何ですか。",
)
def softmax(x):
    y = np.zeros_like(x)
    y[...] = reference.softmax(x)
    return y


changed(
    "keepdim-for-keepdims",
    {BODY: "e = np.exp(x - np.max(x, axis=-1, keepdim=True))\nreturn e / np.sum(e, axis=-1, keepdim=True)"},
    unless=r"\A(?=[\s\S])(?![\s\S]*\bkeepdim\b)",  # any code without this word
    en="numpy's max and sum do not know the word keepdim, so there is a TypeError. That is PyTorch's name for it; in numpy it ends in an s.",
    ja="numpy の max や sum に keepdim という引数はないので、TypeError になります。keepdim は PyTorch での名前で、numpy では最後に s が付きます。",
    hint_en="Look the argument up in help(np.sum).",
    hint_ja="help(np.sum) で引数の名前を確かめてみましょう。",
)
