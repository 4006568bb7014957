import numpy as np

from grader.authoring import also, changed, mistake, reference

BODY = "mean = mle_mean(x)\nvariance = np.sum((x - mean) ** 2) / len(x)\nreturn mean, variance"
VARIANCE = "variance = np.sum((x - mean) ** 2) / len(x)\nreturn mean, variance"


def wrong_mean(slug, *, en, ja, hint_en, hint_ja):
    """A mean that is wrong, in both kinds of answer: those whose gaussian_mle builds on it, and the others."""

    def declare(mle_mean):
        def gaussian_mle(x):
            mean = mle_mean(x)
            return mean, np.mean((x - mean) ** 2)

        texts = {"hint_en": hint_en, "hint_ja": hint_ja}
        mistake(slug, en=f"{en} In gaussian_mle it is right.", ja=f"{ja}(gaussian_mle の平均は合っています)", **texts)(
            mle_mean
        )
        also(mistake(f"{slug}-in-both", en=en, ja=ja, **texts)(mle_mean), gaussian_mle=gaussian_mle)

    return declare


@wrong_mean(
    "median",
    en="mle_mean gives the median, the point in the middle. The equation makes the sum of the distances 0, and that is the mean.",
    ja="mle_mean が中央値(真ん中の値)になっています。方程式は「差の和が 0」という式なので、解は平均です。",
    hint_en="Which number is as far below the points as above them, all distances added up?",
    hint_ja="差 x_i - mu をすべて足すと 0 になる mu は、どんな数ですか。",
)
def mle_mean(x):
    return np.median(x)


@wrong_mean(
    "middle-of-the-range",
    en="mle_mean gives the middle between the smallest and the largest point. All points count, not only these two.",
    ja="mle_mean が最小値と最大値の真ん中になっています。2 つだけでなく、すべてのデータを使います。",
    hint_en="The sum in the equation runs over which points?",
    hint_ja="方程式の和は、どのデータについての和ですか。",
)
def mle_mean(x):
    return (np.min(x) + np.max(x)) / 2


@wrong_mean(
    "sum-for-mean",
    en="mle_mean gives the sum of the points; it is not divided by their number.",
    ja="mle_mean がデータの和になっています。個数で割っていません。",
    hint_en="In the equation mu is subtracted n times. What does that make of the solution?",
    hint_ja="方程式では mu を n 回引いています。すると、解はどうなりますか。",
)
def mle_mean(x):
    return np.sum(x)


@wrong_mean(
    "mean-divided-by-n-minus-one",
    en="mle_mean divides by n - 1 (for one point, by 0). The mean is divided by n in every text; the n - 1 of other books belongs to the variance.",
    ja="mle_mean が n - 1 で割っています(データ 1 個では 0 で割ることになります)。n - 1 が出てくるのは不偏分散で、平均はどの本でも n で割ります。",
    hint_en="What should the mean of 1 and 3 be?",
    hint_ja="1 と 3 の平均はいくつですか。",
)
def mle_mean(x):
    return np.sum(x) / np.float64(len(x) - 1)


@wrong_mean(
    "whole-number-mean",
    en="mle_mean divides with //, so the fraction of the mean is cut off.",
    ja="mle_mean が // で割っているので、平均の小数部分が切り捨てられています。",
    hint_en="What are 7 / 2 and 7 // 2 in Python?",
    hint_ja="Python で 7 / 2 と 7 // 2 はそれぞれいくつですか。",
)
def mle_mean(x):
    return np.sum(x) // len(x)


changed(
    "divided-by-n-minus-one",
    {VARIANCE: "return mean, np.sum((x - mean) ** 2) / np.float64(len(x) - 1)"},
    en="The variance is divided by n - 1 (ddof=1). That is the unbiased one; the maximum of the likelihood divides by n. For one point n - 1 is 0.",
    ja="分散を n - 1 で割っています(ddof=1)。それは不偏分散です。尤度を最大にする分散は n で割ります。データ 1 個では 0 で割ることにもなります。",
    hint_en="Solve the second equation: by what does it divide the sum?",
    hint_ja="2 つ目の方程式を解いてみましょう。和を何で割ることになりますか。",
)

changed(
    "divided-by-n-minus-one-but-for-one-point",
    {VARIANCE: "return mean, np.sum((x - mean) ** 2) / max(len(x) - 1, 1)"},
    en="The variance is divided by n - 1, except for one point alone. That is the unbiased one; the maximum of the likelihood divides by n.",
    ja="分散を n - 1 で割っています(データ 1 個のときだけ別扱い)。それは不偏分散です。尤度を最大にする分散は n で割ります。",
    hint_en="Solve the second equation: by what does it divide the sum?",
    hint_ja="2 つ目の方程式を解いてみましょう。和を何で割ることになりますか。",
)


@mistake(
    "unbiased-and-an-error-for-one-point",
    en="The variance comes from statistics.variance, or is divided by n - 1 in plain numbers: that is the unbiased one, and for one point alone it divides by 0. The maximum of the likelihood divides by n.",
    ja="statistics.variance を使うか、Python の数値のまま n - 1 で割っています。それは不偏分散で、データ 1 個では 0 で割るエラーになります。尤度を最大にする分散は n で割ります。",
    hint_en="Solve the second equation: by what does it divide the sum?",
    hint_ja="2 つ目の方程式を解いてみましょう。和を何で割ることになりますか。",
)
def gaussian_mle(x):
    mean = float(reference.mle_mean(x))
    return mean, sum((value - mean) ** 2 for value in x.tolist()) / (len(x) - 1)


changed(
    "deviation-for-variance",
    {VARIANCE: "return mean, np.sqrt(np.mean((x - mean) ** 2))"},
    en="This is the standard deviation; the variance is its square, without the root.",
    ja="分散ではなく標準偏差になっています。平方根はとりません。",
    hint_en="Which of np.std and np.var is which? Does the equation have a root?",
    hint_ja="np.std と np.var の違いは何ですか。方程式の解に平方根はありますか。",
)

changed(
    "squares-not-averaged",
    {VARIANCE: "return mean, np.sum((x - mean) ** 2)"},
    en="The squared distances are added up, but not divided by the number of points.",
    ja="差の 2 乗を足しただけで、データの個数で割っていません。",
    hint_en="Twice the same points should have the same variance.",
    hint_ja="同じデータを 2 回並べても、分散は変わらないはずです。",
)

changed(
    "mean-not-subtracted",
    {BODY: "return mle_mean(x), np.mean(x**2)"},
    en="This is the average of the squares of the points themselves; the mean has not been subtracted.",
    ja="データそのものの 2 乗の平均になっています。平均を引いていません。",
    hint_en="If all points moved by 100, should the variance change?",
    hint_ja="すべてのデータに 100 を足したら、分散は変わるはずですか。",
)

changed(
    "square-forgotten",
    {VARIANCE: "return mean, np.mean(x - mean)"},
    en="The distances from the mean are averaged without being squared: they cancel, and 0 is left (or a rounding error).",
    ja="平均との差を 2 乗せずに平均しています。打ち消し合って 0(または丸め誤差)になります。",
    hint_en="What do all distances from the mean add up to?",
    hint_ja="平均との差をすべて足すといくつになりますか。",
)

changed(
    "absolute-distance",
    {VARIANCE: "return mean, np.mean(np.abs(x - mean))"},
    en="The absolute distances from the mean are averaged; the equation has their squares.",
    ja="平均との差の絶対値を平均しています。方程式にあるのは 2 乗です。",
    hint_en="Where does the square in the equation stand?",
    hint_ja="方程式では、何が 2 乗されていますか。",
)

changed(
    "distance-from-the-median",
    {BODY: "return mle_mean(x), np.mean((x - np.median(x)) ** 2)"},
    en="The distances are taken from the median. They belong to the mean, which the first equation gives.",
    ja="中央値からの差を使っています。1 つ目の方程式で求めた平均からの差を使いましょう。",
    hint_en="What is put into the second equation for mu?",
    hint_ja="2 つ目の方程式の mu に代入するものは何ですか。",
)

changed(
    "moments-the-wrong-way-round",
    {"return mean, variance": "return mean, -variance"},
    en="The two terms have changed places: the square of the mean minus the mean of the squares is negative. A variance is never below 0.",
    ja="引く順番が逆です。「平均の 2 乗 - 2 乗の平均」では負になります。分散が負になることはありません。",
    hint_en="For 1 and 3: what is the mean of the squares, and what is the square of the mean?",
    hint_ja="1 と 3 で計算してみましょう。2 乗の平均と、平均の 2 乗はそれぞれいくつですか。",
)

changed(
    "mean-of-squares-minus-mean",
    {VARIANCE: "return mean, np.mean(x**2) - mean"},
    en="The mean itself is subtracted from the mean of the squares; it should be its square.",
    ja="2 乗の平均から、平均をそのまま引いています。引くのは平均の 2 乗です。",
    hint_en="Multiply (x - mu) squared out, and take the average of each term.",
    hint_ja="(x - mu) の 2 乗を展開して、項ごとに平均をとってみましょう。",
)

changed(
    "half-variance",
    {"return mean, variance": "return mean, variance / 2"},
    en="The variance is half of what it should be. The 2 in front of the sum stands in both terms of the equation and cancels.",
    ja="分散が半分になっています。方程式の 2 は両方の項にあるので、打ち消し合います。",
    hint_en="Multiply the second equation by 2 sigma^4. What is left?",
    hint_ja="2 つ目の方程式の両辺に 2σ⁴ を掛けると、何が残りますか。",
)

changed(
    "pair-reversed",
    {"return mean, variance": "return variance, mean"},
    en="The results have changed places: (variance, mean) is returned where (mean, variance) is wanted.",
    ja="戻り値の順番が逆です。(mean, variance) ではなく (variance, mean) を返しています。",
    hint_en="Compare your return with the statement.",
    hint_ja="return の順番を問題文と見比べましょう。",
)

changed(
    "variance-only",
    {"return mean, variance": "return (mean, variance)[1]"},
    en="gaussian_mle returns one number, the variance. It should return two, the mean and the variance.",
    ja="gaussian_mle が分散 1 つしか返していません。平均と分散の 2 つを返しましょう。",
    hint_en="What does the statement say that the pair consists of?",
    hint_ja="問題文では、何と何の組を返すことになっていますか。",
)

changed(
    "distances-divided-before-squaring",
    {VARIANCE: "return mean, np.sum(((x - mean) / len(x)) ** 2)"},
    en="The distances are averaged over n before they are squared and added up: the variance is n times too small.",
    ja="差を n で割ってから 2 乗して足しています。分散が n 分の 1 になってしまいます。",
    hint_en="What happens to the 1/n if it is squared as well?",
    hint_ja="1/n まで 2 乗すると、どうなりますか。",
)

changed(
    "unbiased-deviation",
    {VARIANCE: "return mean, np.sqrt(np.sum((x - mean) ** 2) / np.float64(len(x) - 1))"},
    en="The second number is the standard deviation, and a sum divided by n - 1 stands under its root (ddof=1). The variance has no root, and the maximum of the likelihood divides by n.",
    ja="2 つ目の値が標準偏差で、しかも平方根の中で n - 1 で割っています(ddof=1)。分散では平方根をとりません。尤度を最大にする分散は n で割ります。",
    hint_en="What is the second number for the points 0 and 2, and what does the second equation give?",
    hint_ja="データが 0 と 2 のとき、2 つ目の値はいくつになりますか。2 つ目の方程式からはいくつになりますか。",
)
