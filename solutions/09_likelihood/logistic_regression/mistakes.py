import numpy as np

from grader.authoring import also, changed, mistake, reference

NLL = "a = x @ w + b\nreturn np.mean(np.logaddexp(0.0, a) - t * a)"
STEP = "dw, db = nll_gradient(w, b, x, t)\nw = w - lr * dw\nb = b - lr * db"


def descend(gradient=reference.nll_gradient, w0=0.0, b0=0.0, sign=-1.0):
    """A fit by this gradient."""

    def fit(x, t, lr, epochs):
        w, b = np.full(x.shape[1], w0), b0
        for _ in range(epochs):
            dw, db = gradient(w, b, x, t)
            w, b = w + sign * lr * dw, b + sign * lr * db
        return w, b

    return fit


def wrong_gradient(slug, *, en, ja, hint_en, hint_ja):
    """A gradient that is wrong, in both kinds of answer: those whose fit calls it, and the others."""

    def declare(nll_gradient):
        texts = {"hint_en": hint_en, "hint_ja": hint_ja}
        mistake(
            slug,
            en=f"{en} fit does not have this fault.",
            ja=f"{ja}(fit にはこの間違いはありません)",
            **texts,
        )(nll_gradient)
        also(mistake(f"{slug}-in-fit-too", en=en, ja=ja, **texts)(nll_gradient), fit=descend(nll_gradient))

    return declare


changed(
    "sum-for-mean",
    {"return np.mean(np.logaddexp(0.0, a) - t * a)": "return np.mean(np.logaddexp(0.0, a) - t * a) * len(x)"},
    en="nll adds the losses of the samples up and does not divide by their number; so it grows with the data.",
    ja="nll がデータの損失を足しただけで、個数で割っていません。データが多いほど大きくなってしまいます。",
    hint_en="The same samples twice should give the same loss.",
    hint_ja="同じデータを 2 回並べても、損失は変わらないはずです。",
)


@mistake(
    "sum-for-mean-everywhere",
    en="Loss and gradient are sums over the samples, not means: nothing is divided by N, and so the steps of fit are N times too long as well.",
    ja="損失も勾配も、平均ではなくデータの和になっています。N で割っていないので、fit の更新幅も N 倍になります。",
    hint_en="The same samples twice should give the same loss and the same gradient.",
    hint_ja="同じデータを 2 回並べても、損失も勾配も変わらないはずです。",
)
def nll(w, b, x, t):
    return reference.nll(w, b, x, t) * len(x)


def summed_gradient(w, b, x, t):
    dw, db = reference.nll_gradient(w, b, x, t)
    return dw * len(x), db * len(x)


also(nll, nll_gradient=summed_gradient, fit=descend(summed_gradient))

changed(
    "sign-lost",
    {"return np.mean(np.logaddexp(0.0, a) - t * a)": "return -np.mean(np.logaddexp(0.0, a) - t * a)"},
    en="nll is negative: the minus in front of the sum is missing. This is the log likelihood, which is to be made large, not small.",
    ja="nll が負になっています。和の前のマイナスがありません。これは対数尤度で、小さくするのではなく大きくする量です。",
    hint_en="What sign has the logarithm of a probability?",
    hint_ja="確率の対数の符号は何ですか。",
)

changed(
    "second-term-missing",
    {NLL: "return np.mean(t * np.logaddexp(0.0, -(x @ w + b)))"},
    en="nll counts the samples of class 1 only: the term (1 - t) log(1 - y) is missing.",
    ja="nll がクラス 1 のデータしか数えていません。(1 - t) log(1 - y) の項が抜けています。",
    hint_en="What does a sample with t = 0 cost, in your code?",
    hint_ja="t = 0 のデータの損失は、今のコードではいくつになりますか。",
)

changed(
    "targets-turned-around",
    {"a = x @ w + b": "t = 1 - t\na = x @ w + b"},
    en="y is taken for the probability of class 0: t and 1 - t have changed places in nll.",
    ja="nll で t と 1 - t が入れ替わっています。y はクラス 0 ではなく、クラス 1 の確率です。",
    hint_en="For t = 1 and y near 1, should the loss be near 0?",
    hint_ja="t = 1 で y が 1 に近いとき、損失は 0 に近いはずですか。",
)

changed(
    "bias-not-in-the-score",
    {"a = x @ w + b": "a = x @ w + 0.0"},
    en="nll leaves the bias out of the scores.",
    ja="nll のスコアにバイアスを足していません。",
    hint_en="Where does b occur in nll?",
    hint_ja="nll の中で b はどこで使っていますか。",
)

changed(
    "squared-error",
    {NLL: "return np.mean((sigmoid(x @ w + b) - t) ** 2)"},
    en="nll is the mean squared error of y. That is no likelihood of classes: the formula has logarithms.",
    ja="nll が y の平均二乗誤差になっています。クラスの尤度ではありません。式は対数を使います。",
    hint_en="What does a sample cost whose class has the probability 0.5?",
    hint_ja="正解のクラスの確率が 0.5 のデータの損失は、式ではいくつですか。",
)

changed(
    "log-base-two",
    {"return np.mean(np.logaddexp(0.0, a) - t * a)": "return np.mean(np.logaddexp(0.0, a) - t * a) / np.log(2.0)"},
    en="The logarithm in nll is to base 2; the natural one is wanted.",
    ja="nll の対数の底が 2 になっています。自然対数を使いましょう。",
    hint_en="np.log, np.log2 and np.log10 are three different functions.",
    hint_ja="np.log、np.log2、np.log10 はそれぞれ別の関数です。",
)

changed(
    "one-loss-for-each-sample",
    {"return np.mean(np.logaddexp(0.0, a) - t * a)": "return np.logaddexp(0.0, a) - t * a"},
    en="nll returns an array, the loss of each sample; their mean is missing.",
    ja="nll が、データごとの損失を並べた配列を返しています。平均をとっていません。",
    hint_en="How many numbers is the loss of a whole data set?",
    hint_ja="データ全体の損失は、いくつの数ですか。",
)

changed(
    "log-of-zero",
    {NLL: "y = 1 / (1 + np.exp(-(x @ w + b)))\nreturn -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))"},
    en="Where the model is sure, y rounds to exactly 1 or 0, and log(1 - y) or log(y) is infinite (or 0 times infinity, nan): already for a score of 50.",
    ja="モデルの確信が強いと y がちょうど 1 や 0 に丸められ、log(1 - y) や log(y) が無限大(0 を掛けると nan)になります。スコアが 50 でも起こります。",
    hint_en="1 - y is 1 / (1 + exp(a)). What is the logarithm of that, with no y in it?",
    hint_ja="1 - y は 1 / (1 + exp(a)) です。その対数を、y を使わずに書くとどうなりますか。",
)

changed(
    "exponential-overflows",
    {"return np.mean(np.logaddexp(0.0, a) - t * a)": "return np.mean(np.log(1 + np.exp(a)) - t * a)"},
    en="The loss is right for a score of 50 and infinite for one of 10000: exp(10000) overflows, and exp(-10000) is 0, whose logarithm is infinite as well.",
    ja="スコアが 50 なら損失は正しいのですが、10000 では無限大になります。exp(10000) はオーバーフローし、exp(-10000) は 0 になって、その対数も無限大です。",
    hint_en="For a large a, what is log(1 + exp(a)) very nearly? How can exp be kept to negative numbers?",
    hint_ja="a が大きいとき、log(1 + exp(a)) はほぼ何と同じですか。exp に負の数だけを渡すには、どう変形しますか。",
)

changed(
    "small-number-caps-the-loss",
    {NLL: "y = sigmoid(x @ w + b)\nreturn -np.mean(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7))"},
    en="A small number inside the logarithm, or a clipped y, keeps the loss finite, but also small: a sample that is sure and wrong costs no more than minus the logarithm of that number, such as 16, where 50 is right.",
    ja="対数の中に小さな数を足して(または y の範囲を制限して)いるので有限にはなりますが、損失が頭打ちになっています。正しくは 50 のところが、16 など、その小さな数の対数までしか大きくなりません。",
    hint_en="1 - y is 1 / (1 + exp(a)). What is the logarithm of that, with no y in it?",
    hint_ja="1 - y は 1 / (1 + exp(a)) です。その対数を、y を使わずに書くとどうなりますか。",
)


@wrong_gradient(
    "gradient-sign",
    en="The gradient points the wrong way: t - y where the derivative gives y - t, in dw and in db.",
    ja="勾配の符号が逆です。微分すると y - t になるところが、dw も db も t - y になっています。",
    hint_en="t = 1 and y = 0.2: does the loss fall or rise if b rises?",
    hint_ja="t = 1、y = 0.2 のとき、b を大きくすると損失は減りますか、増えますか。",
)
def nll_gradient(w, b, x, t):
    dw, db = reference.nll_gradient(w, b, x, t)
    return -dw, -db


@wrong_gradient(
    "gradient-sum-for-mean",
    en="The gradient is the sum over the samples, not the mean: nothing is divided by N.",
    ja="勾配が、平均ではなくデータについての和になっています。N で割っていません。",
    hint_en="The loss has 1/N in front. What becomes of it in the derivative?",
    hint_ja="損失には 1/N がついています。微分すると、それはどうなりますか。",
)
def nll_gradient(w, b, x, t):
    return summed_gradient(w, b, x, t)


@wrong_gradient(
    "dw-sum-for-mean",
    en="dw is the sum over the samples, not the mean; db is divided by N, dw is not.",
    ja="dw が、平均ではなくデータについての和になっています(db は N で割ってあります)。",
    hint_en="A matrix product adds up over the samples. What is missing then?",
    hint_ja="行列の積では、データについての和がとられます。あとは何が必要ですか。",
)
def nll_gradient(w, b, x, t):
    dw, db = reference.nll_gradient(w, b, x, t)
    return dw * len(x), db


@wrong_gradient(
    "db-sum-for-mean",
    en="db is the sum over the samples, not the mean; dw is divided by N, db is not.",
    ja="db が、平均ではなくデータについての和になっています(dw は N で割ってあります)。",
    hint_en="Does the 1/N of the loss stand in both derivatives?",
    hint_ja="損失の 1/N は、両方の微分に残りますか。",
)
def nll_gradient(w, b, x, t):
    dw, db = reference.nll_gradient(w, b, x, t)
    return dw, db * len(x)


@wrong_gradient(
    "sigmoid-derivative-too-many",
    en="The gradient has the factor y (1 - y). That is the squared error's; with the logarithm of the likelihood it cancels, and y - t is left.",
    ja="勾配に y (1 - y) が掛かっています。それは二乗誤差の場合です。対数尤度では打ち消し合って、y - t だけが残ります。",
    hint_en="Differentiate log(y) by a: which y does the derivative of the sigmoid cancel?",
    hint_ja="log(y) を a で微分してみましょう。シグモイド関数の微分のうち、何が約分されますか。",
)
def nll_gradient(w, b, x, t):
    y = reference.sigmoid(x @ w + b)
    error = (y - t) * y * (1 - y)
    return x.T @ error / len(x), np.mean(error)


@wrong_gradient(
    "sigmoid-forgotten-in-the-gradient",
    en="The gradient compares the score a with t. That is linear regression; here the sigmoid of a is compared.",
    ja="勾配で、シグモイド関数を通さずにスコア a と t の差をとっています(それは線形回帰です)。",
    hint_en="Which of a and y is a probability?",
    hint_ja="a と y のうち、確率なのはどちらですか。",
)
def nll_gradient(w, b, x, t):
    error = x @ w + b - t
    return x.T @ error / len(x), np.mean(error)


@wrong_gradient(
    "bias-not-in-the-gradient",
    en="nll_gradient leaves the bias out of the scores.",
    ja="nll_gradient のスコアにバイアスを足していません。",
    hint_en="Where does b occur in nll_gradient?",
    hint_ja="nll_gradient の中で b はどこで使っていますか。",
)
def nll_gradient(w, b, x, t):
    return reference.nll_gradient(w, 0.0, x, t)


@wrong_gradient(
    "input-not-in-dw",
    en="Every entry of dw is the mean of y - t, like db: the samples' own x is missing.",
    ja="dw のどの要素も、db と同じ y - t の平均になっています。データの x が掛かっていません。",
    hint_en="By what is w multiplied in the score?",
    hint_ja="スコアの中で、w には何が掛かっていますか。",
)
def nll_gradient(w, b, x, t):
    _, db = reference.nll_gradient(w, b, x, t)
    return np.full(len(w), db), db


@wrong_gradient(
    "target-not-subtracted",
    en="The gradient uses y alone; the target is not subtracted.",
    ja="勾配に y だけを使っていて、教師データを引いていません。",
    hint_en="Where a prediction is perfect, what should its share of the gradient be?",
    hint_ja="予測が完全に正しいデータは、勾配にどれだけ影響するはずですか。",
)
def nll_gradient(w, b, x, t):
    return reference.nll_gradient(w, b, x, 0 * t)


@wrong_gradient(
    "mean-over-all-entries",
    en="dw is divided by N times D, the number of entries of x (x.size, or the mean over everything), not by N.",
    ja="dw を、データ数 N ではなく x の要素数 N × D で割っています(x.size など)。",
    hint_en="Which number does the loss divide by?",
    hint_ja="損失は何で割っていますか。",
)
def nll_gradient(w, b, x, t):
    dw, db = reference.nll_gradient(w, b, x, t)
    return dw / x.shape[1], db


@mistake(
    "db-for-each-sample",
    en="db is an array, y - t of each sample: it has to be averaged, as there is one b for all of them.",
    ja="db がデータごとの y - t を並べた配列になっています。b は全データで 1 つなので、平均をとりましょう。",
    hint_en="What shape has b, and what shape must its derivative have?",
    hint_ja="b の形状は何ですか。その微分の形状はどうなるはずですか。",
)
def nll_gradient(w, b, x, t):
    dw, _ = reference.nll_gradient(w, b, x, t)
    return dw, reference.sigmoid(x @ w + b) - t


@mistake(
    "gradients-reversed",
    en="The gradients have changed places: (db, dw) is returned where (dw, db) is wanted.",
    ja="戻り値の順番が逆です。(dw, db) ではなく (db, dw) を返しています。",
    hint_en="Compare your return with the statement.",
    hint_ja="return の順番を問題文と見比べましょう。",
)
def nll_gradient(w, b, x, t):
    dw, db = reference.nll_gradient(w, b, x, t)
    return db, dw


changed(
    "own-sigmoid-overflows",
    {"error = sigmoid(x @ w + b) - t": "e = np.exp(x @ w + b)\nerror = e / (1 + e) - t"},
    en="exp(a) / (1 + exp(a)) is inf / inf, which is nan, for large scores. The sigmoid that is given does not do that.",
    ja="exp(a) / (1 + exp(a)) は、スコアが大きいと inf / inf で nan になります。用意された sigmoid なら、そうなりません。",
    hint_en="Divide numerator and denominator by exp(a), or use what the file gives.",
    hint_ja="分母と分子を exp(a) で割るか、ファイルにある関数を使いましょう。",
)


@mistake(
    "ascent",
    en="fit climbs: lr times the gradient is added, so that the loss grows with every step.",
    ja="fit が勾配を足しています。更新するたびに損失が大きくなってしまいます。",
    hint_en="Print nll after each step. Which way does it go?",
    hint_ja="更新のたびに nll を print してみましょう。増えていますか、減っていますか。",
)
def fit(x, t, lr, epochs):
    return descend(sign=1.0)(x, t, lr, epochs)


changed(
    "sample-by-sample",
    {
        STEP: "for i in range(len(x)):\n    dw, db = nll_gradient(w, b, x[i : i + 1], t[i : i + 1])\n    w, b = w - lr * dw, b - lr * db"
    },
    en="fit makes a step for each sample (stochastic gradient descent). Here one step uses the gradient of all samples, and there are as many steps as epochs.",
    ja="fit がデータ 1 個ごとに更新しています(確率的勾配降下法)。ここでは全データの勾配で 1 回だけ更新し、それを epochs 回繰り返します。",
    hint_en="How many updates should there be with epochs=1?",
    hint_ja="epochs=1 のとき、更新は何回のはずですか。",
)

changed(
    "one-step-only",
    {"for _ in range(epochs):": "for _ in range(min(epochs, 1)):"},
    en="fit returns after a single step, however large epochs is: the loop is missing, or the return stands inside it.",
    ja="epochs の値にかかわらず、fit が 1 回の更新で終わっています。ループがないか、return がループの中にあります。",
    hint_en="How far is the return indented?",
    hint_ja="return のインデントはどこまで戻すべきですか。",
)

changed(
    "one-step-too-many",
    {"for _ in range(epochs):": "for _ in range(epochs + 1):"},
    en="fit makes one step too many: range(epochs + 1), or <= where < is meant, or a step before the loop.",
    ja="fit の更新が 1 回多くなっています。range(epochs + 1)、< のはずの <=、ループの前の余分な更新などが原因です。",
    hint_en="How many steps should there be with epochs=0?",
    hint_ja="epochs=0 のとき、更新は何回のはずですか。",
)

changed(
    "one-step-too-few",
    {"for _ in range(epochs):": "for _ in range(max(epochs - 1, 0)):"},
    en="fit makes one step too few: range(1, epochs) counts epochs - 1 of them.",
    ja="fit の更新が 1 回足りません。range(1, epochs) は epochs - 1 回しか繰り返しません。",
    hint_en="How many numbers are there in range(1, 3)?",
    hint_ja="range(1, 3) には数がいくつありますか。",
)

changed(
    "lr-ignored",
    {"w = w - lr * dw\nb = b - lr * db": "w = w - 1.0 * dw\nb = b - 1.0 * db"},
    en="fit does not use lr: the whole gradient is subtracted.",
    ja="fit で学習係数 lr を使わず、勾配をそのまま引いています。",
    hint_en="Where does lr occur in fit?",
    hint_ja="fit の中で lr はどこで使っていますか。",
)


@mistake(
    "bias-without-lr",
    en="fit subtracts the whole of db from the bias, without the learning rate; w has it.",
    ja="fit のバイアスの更新に学習係数が掛かっていません(w には掛かっています)。",
    hint_en="Compare the two lines that update.",
    hint_ja="更新の 2 行を見比べましょう。",
)
def fit(x, t, lr, epochs):
    return descend(
        lambda w, b, x, t: (reference.nll_gradient(w, b, x, t)[0], reference.nll_gradient(w, b, x, t)[1] / lr)
    )(x, t, lr, epochs)


@mistake(
    "bias-never-updated",
    en="fit leaves the bias at 0: only w is updated.",
    ja="fit でバイアスが 0 のままです。w しか更新していません。",
    hint_en="What is done with db?",
    hint_ja="db は何に使っていますか。",
)
def fit(x, t, lr, epochs):
    return descend(lambda w, b, x, t: (reference.nll_gradient(w, b, x, t)[0], 0.0))(x, t, lr, epochs)


@mistake(
    "weights-never-updated",
    en="fit leaves w at zeros: only the bias is updated.",
    ja="fit で w が 0 のままです。バイアスしか更新していません。",
    hint_en="What is done with dw?",
    hint_ja="dw は何に使っていますか。",
)
def fit(x, t, lr, epochs):
    return descend(lambda w, b, x, t: (0.0 * w, reference.nll_gradient(w, b, x, t)[1]))(x, t, lr, epochs)


changed(
    "bias-sees-new-weights",
    {STEP: "w = w - lr * nll_gradient(w, b, x, t)[0]\nb = b - lr * nll_gradient(w, b, x, t)[1]"},
    en="db is computed after w has been updated, so the two halves of the gradient belong to different points. Compute both first, then update both.",
    ja="w を更新したあとで db を計算しているので、dw と db が別々の点での勾配になっています。両方を計算してから、両方を更新しましょう。",
    hint_en="At which w and b should the whole gradient be taken?",
    hint_ja="勾配全体は、どの w と b で求めるべきですか。",
)

changed(
    "gradient-computed-once",
    {"w, b = np.zeros(x.shape[1]), 0.0": "lr = lr * epochs\nepochs = min(epochs, 1)\nw, b = np.zeros(x.shape[1]), 0.0"},
    en="fit computes the gradient once, before the loop, and takes every step with it. It changes with w and b.",
    ja="fit がループの前に 1 回だけ勾配を求め、ずっとそれで更新しています。勾配は w と b が変わるたびに変わります。",
    hint_en="Which line has to stand inside the loop?",
    hint_ja="ループの中に入れるべき行はどれですか。",
)


@mistake(
    "starts-at-ones",
    en="fit starts with weights of 1; they should start at 0.",
    ja="fit の重みが 1 から始まっています。0 から始めましょう。",
    hint_en="What should fit return with epochs=0?",
    hint_ja="epochs=0 のとき、fit は何を返すはずですか。",
)
def fit(x, t, lr, epochs):
    return descend(w0=1.0)(x, t, lr, epochs)


@mistake(
    "bias-starts-at-one",
    en="fit starts with a bias of 1; it should start at 0.",
    ja="fit のバイアスが 1 から始まっています。0 から始めましょう。",
    hint_en="What should fit return with epochs=0?",
    hint_ja="epochs=0 のとき、fit は何を返すはずですか。",
)
def fit(x, t, lr, epochs):
    return descend(b0=1.0)(x, t, lr, epochs)


changed(
    "fit-result-reversed",
    {"return w, b": "return b, w"},
    en="fit returns (b, w) where (w, b) is wanted.",
    ja="fit の戻り値の順番が逆です。(w, b) ではなく (b, w) を返しています。",
    hint_en="Compare your return with the statement.",
    hint_ja="return の順番を問題文と見比べましょう。",
)


@mistake(
    "last-gradient-returned",
    en="fit returns the gradient of its last step; w and b are wanted.",
    ja="fit が最後の勾配を返しています。返すのは w と b です。",
    hint_en="Which names stand in the return of fit?",
    hint_ja="fit の return には、どの名前が書かれていますか。",
)
def fit(x, t, lr, epochs):
    w, b = reference.fit(x, t, lr, max(epochs - 1, 0))
    return reference.nll_gradient(w, b, x, t)
