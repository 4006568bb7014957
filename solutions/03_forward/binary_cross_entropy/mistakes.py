import numpy as np

from grader.authoring import changed, families, mistake

BODY = "right = np.where(t == 1, y, 1 - y)\nreturn -np.mean(np.log(right + 1e-7))"
RETURN = "return -np.mean(np.log(right + 1e-7))"


E = 1e-7


def _losses(y, t):
    return -(t * np.log(y + E) + (1 - t) * np.log(1 - y + E))


changed(
    "second-term-missing",
    {BODY: "return -np.mean(t * np.log(y + 1e-7))"},
    en="Only t log(y) is summed: where t is 0 nothing counts, so a network that always says 1 would have no error. The term for t = 0 is missing.",
    ja="t log(y) しか計算していません。t が 0 のところが誤差に入らないので、いつも 1 と答えれば誤差が 0 になってしまいます。t = 0 のときの項が抜けています。",
    hint_en="What does your function give for y = 0.9 and t = 0?",
    hint_ja="y = 0.9、t = 0 のとき、今の関数は何を返しますか。",
)

changed(
    "first-term-missing",
    {BODY: "return -np.mean((1 - t) * np.log(1 - y + 1e-7))"},
    en="Only (1 - t) log(1 - y) is summed: where t is 1 nothing counts.",
    ja="(1 - t) log(1 - y) しか計算していません。t が 1 のところが誤差に入っていません。",
    hint_en="What does your function give for y = 0.1 and t = 1?",
    hint_ja="y = 0.1、t = 1 のとき、今の関数は何を返しますか。",
)

changed(
    "second-weight-lost",
    {BODY: "return -np.mean(t * np.log(y + 1e-7) + np.log(1 - y + 1e-7))"},
    en="log(1 - y) is added everywhere: its factor 1 - t is missing, which keeps it to the entries where t is 0.",
    ja="log(1 - y) をすべての要素で足しています。t が 0 の要素だけに効かせる係数 1 - t が抜けています。",
    hint_en="For t = 1, which of the two logarithms should count?",
    hint_ja="t = 1 のとき、2 つの対数のうち誤差に入るのはどちらですか。",
)

changed(
    "both-weights-lost",
    {BODY: "return -np.mean(np.log(y + 1e-7) + np.log(1 - y + 1e-7))"},
    en="log(y) and log(1 - y) are added everywhere, without the factors t and 1 - t: the error does not depend on t.",
    ja="係数 t と 1 - t を掛けずに、log(y) と log(1 - y) を足しています。誤差が t によらなくなっています。",
    hint_en="For t = 1, which of the two logarithms should count?",
    hint_ja="t = 1 のとき、2 つの対数のうち誤差に入るのはどちらですか。",
)

changed(
    "same-logarithm-twice",
    {BODY: "return -np.mean(t * np.log(y + 1e-7) + (1 - t) * np.log(y + 1e-7))"},
    en="log(y) stands in both terms, so t drops out. The second logarithm is that of 1 - y, the probability of 0.",
    ja="2 つの項のどちらも log(y) なので、t が消えてしまいます。2 つ目は、0 である確率 1 - y の対数です。",
    hint_en="If y is the probability of 1, what is the probability of 0?",
    hint_ja="y が「1 である確率」なら、「0 である確率」はいくつですか。",
)

changed(
    "targets-inverted",
    {BODY: "return np.mean(-((1 - t) * np.log(y + 1e-7) + (1 - (1 - t)) * np.log(1 - y + 1e-7)))"},
    en="The factors t and 1 - t are exchanged (or y and 1 - y): right predictions cost most.",
    ja="t と 1 - t(または y と 1 - y)が入れ替わっています。正しい予測ほど誤差が大きくなります。",
    hint_en="Which should cost more where t is 1: y = 0.1 or y = 0.9?",
    hint_ja="t = 1 のとき、誤差が大きいのは y = 0.1 と y = 0.9 のどちらですか。",
)

changed(
    "one-minus-the-logarithm",
    {BODY: "return -np.mean(t * np.log(y + 1e-7) + (1 - t) * (1 - np.log(y + 1e-7)))"},
    en="The second term has 1 - log(y) where log(1 - y) belongs: the parenthesis closes in the wrong place.",
    ja="2 つ目の項が log(1 - y) ではなく 1 - log(y) になっています。かっこの位置を確かめましょう。",
    hint_en="What is the logarithm taken of: y, or 1 - y?",
    hint_ja="対数をとるのは y ですか、1 - y ですか。",
)

changed(
    "terms-subtracted",
    {BODY: "return np.mean(-t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7))"},
    en="The second term is subtracted: the minus sign in front belongs to both terms (parentheses).",
    ja="2 つ目の項だけ符号が逆です。先頭のマイナスは両方の項にかかります(かっこを確かめましょう)。",
    hint_en="Can one entry alone have a negative error? Try t = 0, y = 0.5.",
    hint_ja="要素 1 つの誤差が負になることはありますか。t = 0、y = 0.5 で試してみましょう。",
)

changed(
    "sum-for-mean",
    {BODY: "return np.sum(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7)))"},
    en="The errors are added up but not divided by their number, so the error grows with the batch.",
    ja="誤差を足したまま、個数で割っていません。バッチが大きいほど誤差も大きくなってしまいます。",
    hint_en="A batch of twice the same samples should cost the same as the samples once.",
    hint_ja="同じデータを 2 回並べたバッチでも、誤差は 1 回のときと同じになるはずです。",
)

changed(
    "divided-by-samples-only",
    {BODY: "return np.sum(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7))) / len(y)"},
    en="The sum is divided by the number of rows N. Here the mean runs over all entries, N × M of them, where each sample has M outputs.",
    ja="和を行数 N で割っています。出力が M 個ずつあるとき、ここでは N × M 個の要素全体で平均します。",
    hint_en="Every entry is a question of its own, with the answer 0 or 1. How many questions are there?",
    hint_ja="1 つの要素が、0 か 1 かを答える 1 つの問題です。問題は全部でいくつありますか。",
)


@mistake(
    "divided-by-the-ones",
    en="The sum is divided by the number of entries where t is 1 (t.sum()), not by the number of all entries.",
    ja="和を、t が 1 の要素の個数(t.sum())で割っています。割るのは全要素の個数です。",
    hint_en="What happens when no target is 1?",
    hint_ja="t がすべて 0 のとき、何で割ることになりますか。",
)
def binary_cross_entropy(y, t):
    return np.sum(_losses(y, t)) / np.maximum(np.sum(t), E)


@mistake(
    "each-term-with-a-mean-of-its-own",
    en="The error is averaged over the entries with t = 1 and over those with t = 0 apart, and the two means are added. The mean is one, over all entries.",
    ja="t が 1 の要素と 0 の要素を別々に平均し、その 2 つを足しています。平均は全要素についてまとめて 1 回だけとります。",
    hint_en="How often should one entry out of ten count?",
    hint_ja="10 個の要素のうちの 1 個は、平均にどれだけ影響するはずですか。",
)
def binary_cross_entropy(y, t):
    losses = _losses(y, t)
    return np.sum(losses[t == 1]) / max(np.sum(t == 1), 1) + np.sum(losses[t == 0]) / max(np.sum(t == 0), 1)


changed(
    "halved",
    {BODY: "return np.mean(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7))) / 2"},
    en="The result is half of the error: the mean is not to be divided by 2.",
    ja="誤差が半分になっています。平均をさらに 2 で割る必要はありません。",
    hint_en="How many of the two terms are not 0 for one entry?",
    hint_ja="1 つの要素について、2 つの項のうち 0 でないのはいくつですか。",
)

changed(families.sign_lost, {BODY: "return -np.mean(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7)))"})

changed(
    families.arguments_swapped,
    {BODY: "return np.mean(-(y * np.log(t + 1e-7) + (1 - y) * np.log(1 - t + 1e-7)))"},
)

changed(
    families.log_base_two,
    {BODY: "return np.mean(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7))) / np.log(2.0)"},
)

changed(
    families.log_base_ten,
    {BODY: "return np.mean(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7))) / np.log(10.0)"},
)

changed(
    "log-of-zero",
    {BODY: "return -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))"},
    unless=r"1e-|\beps|delta|clip|max|where",
    en="Nothing keeps the logarithms from 0. In the formula 0 × log(0) is 0 × (-inf), which is nan: even a perfect prediction has no error then.",
    ja="log(0) を避けていません。式の 0 × log(0) は 0 × (-inf) で nan になるので、完全に正しい予測でも誤差が nan です。",
    hint_en="Which tiny number could be added, and in which of the two logarithms?",
    hint_ja="ごく小さな数を足すとしたら、2 つの対数のうちどこに足せばよいですか。",
)

changed(
    "log-of-zero-where-wrong",
    {BODY: "return -np.mean(np.log(np.where(t == 1, y, 1 - y)))"},
    unless=r"1e-|\beps|delta|clip|max|where",
    en="The right logarithm is chosen, but nothing keeps it from 0: a sure prediction that is wrong gives an infinite error.",
    ja="使う対数は正しく選べていますが、log(0) を避けていません。確率 0 や 1 で外したときに、誤差が無限大になります。",
    hint_en="Which tiny number could be added, and where?",
    hint_ja="ごく小さな数を足すとしたら、どこに足せばよいですか。",
)

changed(
    "log-of-zero-in-the-second-term",
    {BODY: "return -np.mean(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y))"},
    en="Only log(y) is kept from 0. Where y is 1, log(1 - y) is log(0) as well. (If 1e-7 is added to y once at the start, 1 - y even falls below 0 there: its logarithm is nan.)",
    ja="log(0) を避けているのは log(y) のほうだけです。y が 1 のところでは、log(1 - y) も log(0) になります。(最初に y へ 1e-7 を足した場合は 1 - y が負になり、対数が nan になります。)",
    hint_en="Which y makes the second logarithm infinite? A small number must then be added to 1 - y, not only to y.",
    hint_ja="2 つ目の対数が無限大になるのは、y がいくつのときですか。y だけでなく 1 - y にも小さな数を足す必要があります。",
)

changed(
    "log-of-zero-in-the-first-term",
    {BODY: "return -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y + 1e-7))"},
    en="Only log(1 - y) is kept from 0. Where y is 0, log(y) is log(0) as well.",
    ja="log(0) を避けているのは log(1 - y) のほうだけです。y が 0 のところでは、log(y) も log(0) になります。",
    hint_en="Which y makes the first logarithm infinite?",
    hint_ja="1 つ目の対数が無限大になるのは、y がいくつのときですか。",
)

changed(
    "wrong-predictions-cost-nothing",
    {RETURN: "return -np.mean(np.log(right, out=np.zeros(right.shape), where=right > 0))"},
    en="Where a logarithm is infinite it is left out (nan_to_num with 0, a mask, nanmean): the worst prediction costs nothing. It must cost a lot, but stay finite.",
    ja="対数が無限大になるところを 0 に置き換えたり、計算から外したりしています。最悪の予測なのに誤差が 0 になります。有限で、しかも大きな値にしなければなりません。",
    hint_en="What is the error for y = 0 where t is 1? Which tiny number could keep log away from 0?",
    hint_ja="y = 0、t = 1 のとき、誤差はいくつになりますか。どんな小さな数を使えば log(0) を避けられますか。",
)

changed(
    "clipped-too-far",
    {BODY: "y = np.clip(y, 1e-3, 1 - 1e-3)\nreturn -np.mean(np.log(np.where(t == 1, y, 1 - y)))"},
    en="A sure prediction that is wrong costs too little: the small number is too large (1e-3, say). It also falsifies probabilities that are near 0 or 1. 1e-7 is enough.",
    ja="確率 0 や 1 で外したときの誤差が小さすぎます。足す数(またはクリップの幅)が 1e-3 のように大きすぎて、0 や 1 に近い確率の値も変わってしまいます。1e-7 で十分です。",
    hint_en="What is -log of the number that you add?",
    hint_ja="足している数の -log はいくつですか。",
)

changed(
    "multi-class-formula",
    {BODY: "return -np.sum(t * np.log(y + 1e-7)) / len(y)"},
    en="This is the cross entropy of several classes: each row costs -Σ t log(y), averaged over the rows. Here every entry is a yes-or-no question of its own, and where t is 0 it counts as well.",
    ja="これは多クラス分類の交差エントロピー誤差です(行ごとの -Σ t log(y) の平均)。ここでは要素の 1 つ 1 つが「0 か 1 か」の問題で、t が 0 のところも誤差に入ります。",
    hint_en="What does your function give for y = 0.9 and t = 0?",
    hint_ja="y = 0.9、t = 0 のとき、今の関数は何を返しますか。",
)

changed(
    "sigmoid-again",
    {"right = np.where(t == 1, y, 1 - y)": "y = 1 / (1 + np.exp(-y))\nright = np.where(t == 1, y, 1 - y)"},
    en="A sigmoid is applied to y. y is a probability already; the sigmoid moves it into the range from 0.5 to 0.73.",
    ja="y にシグモイドをかけています。y はすでに確率です。もう一度かけると、値が 0.5 から 0.73 の範囲に移ってしまいます。",
    hint_en="Between which numbers do the y lie that you get?",
    hint_ja="受け取った y は、どんな範囲の値ですか。",
)

changed(
    "squared-error",
    {BODY: "return np.mean((y - t) ** 2)"},
    en="This is the mean squared error. The binary cross entropy takes logarithms.",
    ja="これは 2 乗誤差の平均です。二値の交差エントロピー誤差では対数をとります。",
    hint_en="What should y = 0 cost where t is 1: 1, or very much more?",
    hint_ja="t = 1 で y = 0 のとき、誤差は 1 ですか、それともずっと大きい値ですか。",
)

changed(
    "one-error-per-sample",
    {BODY: "return np.mean(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7)), axis=-1)"},
    en="A matrix gives an array with one error for each row. The result is one number, the mean over all entries.",
    ja="形状 (N, M) のとき、行ごとの誤差の配列が返っています。求めるのは、全要素の平均である 1 つの数です。",
    hint_en="Over which axis do you average, and what is still to be done with the other?",
    hint_ja="どの軸で平均しましたか。もう一方の軸はどうしますか。",
)

changed(
    "one-error-per-output",
    {BODY: "return np.mean(-(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7)), axis=0)"},
    en="The mean runs over axis 0 only: a matrix gives an array with one error for each column. The result is one number, the mean over all entries.",
    ja="軸 0 だけで平均しているので、形状 (N, M) のとき、列ごとの誤差の配列が返っています。求めるのは、全要素の平均である 1 つの数です。",
    hint_en="Over which axis do you average, and what is still to be done with the other?",
    hint_ja="どの軸で平均しましたか。もう一方の軸はどうしますか。",
)

changed(
    "losses-not-averaged",
    {BODY: "return -(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7))"},
    en="The result is an array with the error of every entry. What is asked is one number, their mean.",
    ja="要素ごとの誤差の配列を返しています。求めるのは、その平均である 1 つの数です。",
    hint_en="What does the formula do with the entries, in front of the parentheses?",
    hint_ja="式では、かっこの前で要素をどうまとめていますか。",
)


@mistake(
    "samples-summed",
    en="The outputs of each sample are averaged, but the samples are then summed: for shape (N, M) the error is N times too large.",
    ja="データごとに出力を平均したあと、データについては和をとっています。形状 (N, M) のとき、誤差が N 倍になります。",
    hint_en="How many numbers did you add up in all, and by how many did you divide?",
    hint_ja="全部でいくつの数を足して、いくつで割りましたか。",
)
def binary_cross_entropy(y, t):
    losses = np.mean(_losses(y, t), axis=-1)
    return np.sum(losses)


changed(
    "arguments-swapped-and-cut-off",
    {BODY: "t = np.clip(t, 1e-15, 1 - 1e-15)\nreturn np.mean(-(y * np.log(t) + (1 - y) * np.log(1 - t)))"},
    en="y and t are swapped, as in functions of (y_true, y_pred): the logarithm is taken of the targets (cut off near 0 and 1), and weighted by the probabilities.",
    ja="y と t が逆です。引数が (y_true, y_pred) の順の関数と同じになっています。教師データ(0 と 1 の近くで切ったもの)の対数をとり、確率で重みをつけています。",
    hint_en="The order is binary_cross_entropy(y, t). Whose logarithm does the formula take?",
    hint_ja="順番は binary_cross_entropy(y, t) です。式では、どちらの対数をとりますか。",
)
