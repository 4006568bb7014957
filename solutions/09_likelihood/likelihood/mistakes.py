import numpy as np

from grader.authoring import also, changed, mistake, reference

CONSTANT_AND_RETURN = (
    "constant = 0.5 * len(x) * np.log(2 * np.pi * sigma2)\nreturn constant + np.sum((x - mu) ** 2) / (2 * sigma2)"
)
RETURN_NEGATIVE_LOG_LIKELIHOOD = "return constant + np.sum((x - mu) ** 2) / (2 * sigma2)"


def wrong_density(slug, *, en, ja, hint_en, hint_ja):
    """A density that is wrong, in both kinds of answer: those whose negative logarithm builds on it, and the others."""

    def declare(gaussian_pdf):
        def likelihood(x, mu, sigma2):
            return np.prod(gaussian_pdf(x, mu, sigma2))

        def negative_log_likelihood(x, mu, sigma2):
            return -np.sum(np.log(gaussian_pdf(x, mu, sigma2)))

        texts = {"hint_en": hint_en, "hint_ja": hint_ja}
        alone = mistake(
            slug,
            en=f"{en} The negative logarithm does not have this fault.",
            ja=f"{ja}(負の対数尤度にはこの間違いはありません)",
            **texts,
        )(gaussian_pdf)
        also(alone, likelihood=likelihood)
        everywhere = mistake(f"{slug}-everywhere", en=en, ja=ja, **texts)(gaussian_pdf)
        also(everywhere, likelihood=likelihood, negative_log_likelihood=negative_log_likelihood)

    return declare


@wrong_density(
    "sigma-for-sigma2",
    en="The density takes sigma2 for the standard deviation and squares it once more. sigma2 is the variance already.",
    ja="密度の計算で、sigma2 を標準偏差とみなして、もう一度 2 乗しています。sigma2 はすでに分散です。",
    hint_en="Where the formula says sigma squared, what stands in your code?",
    hint_ja="式で σ² と書かれているところは、コードではどうなっていますか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / (2 * sigma2**2)) / np.sqrt(2 * np.pi * sigma2**2)


@wrong_density(
    "variance-outside-the-root",
    en="The density is divided by sigma2 times the root of 2 pi: the variance belongs under the root, or its own root in front of it.",
    ja="密度の計算で、sigma2 × √(2π) で割っています。分散はルートの中に入れます(外に出すなら、その平方根です)。",
    hint_en="How far does the root in the formula reach?",
    hint_ja="式のルートは、どこまでかかっていますか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / (2 * sigma2)) / (np.sqrt(2 * np.pi) * sigma2)


@wrong_density(
    "root-lost",
    en="The density is divided by 2 pi sigma2, without the root.",
    ja="密度の計算で、平方根をとらずに 2πσ² で割っています。",
    hint_en="Compare the denominator in front of the exponential with yours.",
    hint_ja="指数関数の前にある分母を、式と見比べましょう。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / (2 * sigma2)) / (2 * np.pi * sigma2)


@wrong_density(
    "normaliser-lost",
    en="The density is the exponential alone; the factor in front of it, which makes its area 1, is missing.",
    ja="密度が指数関数だけになっています。面積を 1 にするための、前の係数が抜けています。",
    hint_en="What is the density at x = mu? Not 1, in general.",
    hint_ja="x = mu のとき密度はいくつになりますか。1 になるとは限りません。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / (2 * sigma2))


@wrong_density(
    "normaliser-without-variance",
    en="The factor in front of the exponential lacks the variance: it is 1 over the root of 2 pi, which is right for sigma2 = 1 only.",
    ja="指数関数の前の係数に分散が入っていません。1/√(2π) で正しいのは sigma2 = 1 のときだけです。",
    hint_en="A wider curve must be lower. Does your factor depend on sigma2?",
    hint_ja="分散が大きいほど山は低くなるはずです。係数は sigma2 によって変わりますか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / (2 * sigma2)) / np.sqrt(2 * np.pi)


@wrong_density(
    "half-lost",
    en="The exponent of the density lacks the one half: the square is divided by sigma2, not by 2 sigma2.",
    ja="密度の指数に 1/2 がありません。2 乗を 2σ² ではなく σ² で割っています。",
    hint_en="Compare the denominator of the exponent with yours.",
    hint_ja="指数の分母を、式と見比べましょう。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / sigma2) / np.sqrt(2 * np.pi * sigma2)


@wrong_density(
    "divided-then-multiplied",
    en="In the exponent, / 2 * sigma2 divides by 2 and then multiplies by sigma2: Python works from left to right.",
    ja="指数の / 2 * sigma2 は、2 で割ってから sigma2 を掛けています(Python は左から順に計算します)。",
    hint_en="What is 8 / 2 * 4 in Python? Where do parentheses belong?",
    hint_ja="Python で 8 / 2 * 4 はいくつですか。かっこはどこに必要ですか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-((x - mu) ** 2) / 2 * sigma2) / np.sqrt(2 * np.pi * sigma2)


@wrong_density(
    "exponent-sign",
    en="The exponent has the wrong sign: the density grows with the distance from mu.",
    ja="指数の符号が逆です。mu から離れるほど密度が大きくなっています。",
    hint_en="Where should the density be largest?",
    hint_ja="密度が最も大きくなるのはどこですか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp((x - mu) ** 2 / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


@wrong_density(
    "square-lost",
    en="The distance from mu stands in the exponent as its absolute value, not squared.",
    ja="指数の中で、mu との差を 2 乗せず、絶対値のまま使っています。",
    hint_en="Where does the square in the formula stand?",
    hint_ja="式では、2 乗はどこについていますか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-np.abs(x - mu) / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


@wrong_density(
    "square-lost-sign-kept",
    en="The distance from mu stands in the exponent without its square, so points on the two sides of mu get different densities.",
    ja="指数の中で、mu との差を 2 乗していません。そのため、mu の左右で密度が違ってしまいます。",
    hint_en="Where does the square in the formula stand?",
    hint_ja="式では、2 乗はどこについていますか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-(x - mu) / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


@wrong_density(
    "mean-not-subtracted",
    en="The density does not use mu: x itself is squared, as if mu were 0.",
    ja="密度の計算で mu を使っていません。mu が 0 であるかのように、x をそのまま 2 乗しています。",
    hint_en="Where does mu occur in your code?",
    hint_ja="mu はコードのどこで使っていますか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.exp(-(np.asarray(x) ** 2) / (2 * sigma2)) / np.sqrt(2 * np.pi * sigma2)


@mistake(
    "log-density-returned",
    en="gaussian_pdf returns the logarithm of the density: there are negative values.",
    ja="gaussian_pdf が密度の対数を返していて、負の値になっています。",
    hint_en="Can a density be negative?",
    hint_ja="密度が負になることはありますか。",
)
def gaussian_pdf(x, mu, sigma2):
    return -((x - mu) ** 2) / (2 * sigma2) - 0.5 * np.log(2 * np.pi * sigma2)


@mistake(
    "one-dimension-only",
    en="gaussian_pdf loops over len(x), so it takes an array (n,) only: a number has no length.",
    ja="gaussian_pdf が len(x) でループしているので、形状 (n,) の配列でしか動きません。数値(スカラ)には長さがありません。",
    hint_en="Which operations of numpy work on a number and on an array alike?",
    hint_ja="数値でも配列でも同じように使える numpy の演算で書けませんか。",
)
def gaussian_pdf(x, mu, sigma2):
    return np.array([reference.gaussian_pdf(x[i], mu, sigma2) for i in range(len(x))])


changed(
    "sum-for-product",
    {"return np.prod(gaussian_pdf(x, mu, sigma2))": "return np.sum(gaussian_pdf(x, mu, sigma2))"},
    en="The likelihood adds the densities up. Independent points are all seen together with the product of their densities.",
    ja="尤度の計算で密度を足しています。独立なデータがすべて得られる確率密度は、それぞれの密度の積です。",
    hint_en="What does the sign in front of p in the formula mean: the large pi, not the large sigma?",
    hint_ja="式で p の前にある記号は Σ ではなく Π です。何を意味しますか。",
)

changed(
    "mean-for-product",
    {"return np.prod(gaussian_pdf(x, mu, sigma2))": "return np.mean(gaussian_pdf(x, mu, sigma2))"},
    en="The likelihood is the mean of the densities; it should be their product.",
    ja="尤度が密度の平均になっています。密度の積を求めましょう。",
    hint_en="What does the large pi in the formula mean?",
    hint_ja="式の Π は何を意味しますか。",
)

changed(
    "densities-not-joined",
    {"return np.prod(gaussian_pdf(x, mu, sigma2))": "return gaussian_pdf(x, mu, sigma2)"},
    en="likelihood returns an array with the density of each point; they are to be joined into one number.",
    ja="likelihood が、データごとの密度を並べた配列を返しています。1 つの数にまとめましょう。",
    hint_en="Which function of numpy multiplies all entries of an array?",
    hint_ja="配列のすべての要素を掛け合わせる numpy の関数は何ですか。",
)

changed(
    "log-likelihood-for-likelihood",
    {"return np.prod(gaussian_pdf(x, mu, sigma2))": "return -negative_log_likelihood(x, mu, sigma2)"},
    en="likelihood returns the logarithm of the product; here the product itself is wanted.",
    ja="likelihood が積の対数を返しています。ここでは積そのものを返します。",
    hint_en="Which of the three functions has the logarithm in its name?",
    hint_ja="3 つの関数のうち、対数をとるのはどれですか。",
)

changed(
    "log-of-the-density",
    {CONSTANT_AND_RETURN: "return -np.sum(np.log(gaussian_pdf(x, mu, sigma2)))"},
    en="Logarithms are added up, but they are taken of densities: far from mu a density is exp of a very negative number, which is 0, and its logarithm is infinite.",
    ja="対数を足していますが、密度を計算してから対数をとっています。mu から大きく離れたデータでは密度(exp)が 0 になり、その対数は無限大です。",
    hint_en="log(exp(a)) is a: what is left of the density's formula under the logarithm?",
    hint_ja="log(exp(a)) は a です。密度の式の対数をとると、何が残りますか。",
)

changed(
    "log-of-the-product",
    {CONSTANT_AND_RETURN: "return -np.log(likelihood(x, mu, sigma2))"},
    en="The logarithm is taken of the product: for 10,000 points that has underflowed to 0 long before (or overflowed), and the logarithm of 0 is infinite.",
    ja="積を計算してから対数をとっています。データが 1 万個もあると、積は先に 0(または無限大)になってしまい、その対数は無限大です。",
    hint_en="What becomes of a product under the logarithm? Use this before anything is multiplied.",
    hint_ja="積の対数はどう書き換えられますか。掛け算をする前に、それを使いましょう。",
)

changed(
    "small-number-added-to-the-density",
    {CONSTANT_AND_RETURN: "return -np.sum(np.log(gaussian_pdf(x, mu, sigma2) + 1e-12))"},
    en="A small number keeps the logarithm of each density from 0. The result is finite, but far too small where a density is smaller than that number. The logarithm can be worked out so that nothing needs protecting.",
    ja="密度の対数の中に小さな数を足して(または下限を決めて)log(0) を避けています。有限にはなりますが、密度がその数より小さいところでは、値が小さすぎます。log(0) の出てこない形に式を変形しましょう。",
    hint_en="log(exp(a)) is a: what is left of the density's formula under the logarithm?",
    hint_ja="log(exp(a)) は a です。密度の式の対数をとると、何が残りますか。",
)

changed(
    "small-number-added-to-the-product",
    {CONSTANT_AND_RETURN: "return -np.log(likelihood(x, mu, sigma2) + 1e-12)"},
    en="The product is taken first, and a small number keeps its logarithm from 0. So the result can never be larger than minus the logarithm of that number, such as 16 or 28, however many points there are.",
    ja="先に積を計算し、対数の中に小さな数を足して log(0) を避けています。これでは、データがいくつあっても、その小さな数の対数(16 や 28 など)より大きな値になりません。",
    hint_en="What becomes of a product under the logarithm? Use this before anything is multiplied.",
    hint_ja="積の対数はどう書き換えられますか。掛け算をする前に、それを使いましょう。",
)

changed(
    "mean-for-sum",
    {RETURN_NEGATIVE_LOG_LIKELIHOOD: "return (constant + np.sum((x - mu) ** 2) / (2 * sigma2)) / len(x)"},
    en="This is the mean over the points. The logarithm of a product is the sum of the logarithms.",
    ja="データについての平均になっています。積の対数は、対数の和です。",
    hint_en="If every point came twice, how should the result change?",
    hint_ja="同じデータが 2 回ずつあったら、結果はどう変わるはずですか。",
)

changed(
    "sign-lost",
    {RETURN_NEGATIVE_LOG_LIKELIHOOD: "return -(constant + np.sum((x - mu) ** 2) / (2 * sigma2))"},
    en="This is the logarithm of the likelihood; the minus sign is missing.",
    ja="対数尤度になっています。マイナスが抜けています。",
    hint_en="Better parameters should give a smaller number.",
    hint_ja="よいパラメータほど、値が小さくなるはずです。",
)

changed(
    "log-base-ten",
    {RETURN_NEGATIVE_LOG_LIKELIHOOD: "return (constant + np.sum((x - mu) ** 2) / (2 * sigma2)) / np.log(10.0)"},
    en="The logarithm is to base 10; the natural one is wanted.",
    ja="底が 10 の対数になっています。自然対数を使いましょう。",
    hint_en="np.log, np.log2 and np.log10 are three different functions.",
    hint_ja="np.log、np.log2、np.log10 はそれぞれ別の関数です。",
)

changed(
    "log-base-two",
    {RETURN_NEGATIVE_LOG_LIKELIHOOD: "return (constant + np.sum((x - mu) ** 2) / (2 * sigma2)) / np.log(2.0)"},
    en="The logarithm is to base 2; the natural one is wanted.",
    ja="底が 2 の対数になっています。自然対数を使いましょう。",
    hint_en="np.log, np.log2 and np.log10 are three different functions.",
    hint_ja="np.log、np.log2、np.log10 はそれぞれ別の関数です。",
)

changed(
    "constant-left-out",
    {CONSTANT_AND_RETURN: "return np.sum((x - mu) ** 2) / (2 * sigma2)"},
    en="Only the squares are added up: the term with log(2 pi sigma2), which comes of the factor in front of the exponential, is missing.",
    ja="2 乗の項しか足していません。指数関数の前の係数から出てくる log(2πσ²) の項が抜けています。",
    hint_en="What is the logarithm of 1 over the root of something?",
    hint_ja="1/√(何か) の対数はどうなりますか。",
)

changed(
    "two-pi-left-out",
    {CONSTANT_AND_RETURN: "return 0.5 * len(x) * np.log(sigma2) + np.sum((x - mu) ** 2) / (2 * sigma2)"},
    en="The term with log(2 pi) is missing: log(sigma2) alone stands beside the squares. No constant may be left out here.",
    ja="log(2π) の項が抜けています(log(σ²) だけになっています)。ここでは定数の項も省略しません。",
    hint_en="Which factors stand under the root in the density?",
    hint_ja="密度の式のルートの中には、何がありますか。",
)

changed(
    "constant-once",
    {CONSTANT_AND_RETURN: "return 0.5 * np.log(2 * np.pi * sigma2) + np.sum((x - mu) ** 2) / (2 * sigma2)"},
    en="The term with log(2 pi sigma2) is counted once; every point brings it along, so it counts n times.",
    ja="log(2πσ²) の項を 1 回しか足していません。データごとに出てくるので、n 回分必要です。",
    hint_en="How many densities are multiplied?",
    hint_ja="掛け合わせる密度はいくつありますか。",
)

changed(
    "half-of-the-logarithm-lost",
    {CONSTANT_AND_RETURN: "return len(x) * np.log(2 * np.pi * sigma2) + np.sum((x - mu) ** 2) / (2 * sigma2)"},
    en="The term with log(2 pi sigma2) lacks the one half that comes of the root.",
    ja="log(2πσ²) の項に、ルートから出てくる 1/2 がありません。",
    hint_en="What is the logarithm of a root?",
    hint_ja="√(何か) の対数はどうなりますか。",
)

changed(
    "half-of-the-squares-lost",
    {CONSTANT_AND_RETURN: "return 0.5 * len(x) * np.log(2 * np.pi * sigma2) + np.sum((x - mu) ** 2) / sigma2"},
    en="The squares are divided by sigma2, not by 2 sigma2: the one half of the exponent is lost.",
    ja="2 乗の和を 2σ² ではなく σ² で割っています。指数にあった 1/2 が抜けています。",
    hint_en="Which denominator does the exponent of the density have?",
    hint_ja="密度の指数の分母は何でしたか。",
)

changed(
    "logarithm-subtracted",
    {CONSTANT_AND_RETURN: "return -0.5 * len(x) * np.log(2 * np.pi * sigma2) + np.sum((x - mu) ** 2) / (2 * sigma2)"},
    en="The term with log(2 pi sigma2) has the wrong sign: it was subtracted. A larger variance makes every density lower, so the result must grow with it.",
    ja="log(2πσ²) の項の符号が逆で、引いてしまっています。分散が大きいと密度が下がるので、この項は結果を大きくするはずです。",
    hint_en="The density has 1 over a root; its logarithm has a minus, and yours is the negative logarithm.",
    hint_ja="密度には 1/√ があり、その対数にはマイナスがつきます。求めるのは、さらにその符号を変えたものです。",
)

changed(
    "sigma-for-sigma2-in-the-logarithm",
    {
        "constant = 0.5 * len(x) * np.log(2 * np.pi * sigma2)": "sigma2 = sigma2**2\nconstant = 0.5 * len(x) * np.log(2 * np.pi * sigma2)"
    },
    en="negative_log_likelihood takes sigma2 for the standard deviation and squares it once more. sigma2 is the variance already.",
    ja="負の対数尤度の計算で、sigma2 を標準偏差とみなして、もう一度 2 乗しています。sigma2 はすでに分散です。",
    hint_en="Where the formula says sigma squared, what stands in your code?",
    hint_ja="式で σ² と書かれているところは、コードではどうなっていますか。",
)

changed(
    "one-value-for-each-point",
    {CONSTANT_AND_RETURN: "return (x - mu) ** 2 / (2 * sigma2) + 0.5 * np.log(2 * np.pi * sigma2)"},
    en="negative_log_likelihood returns an array with one value for each point; they are to be added up to one number.",
    ja="負の対数尤度が、データごとの値の配列になっています。足し合わせて 1 つの数にしましょう。",
    hint_en="What becomes of the product over the points under the logarithm?",
    hint_ja="データについての積は、対数をとると何になりますか。",
)

changed(
    "squared-after-the-sum",
    {CONSTANT_AND_RETURN: "return 0.5 * len(x) * np.log(2 * np.pi * sigma2) + np.sum(x - mu) ** 2 / (2 * sigma2)"},
    en="The distances are added up first and squared then: those of different sign cancel. Each is squared by itself.",
    ja="差を足してから 2 乗しています。符号の違う差が打ち消し合ってしまいます。1 つずつ 2 乗してから足しましょう。",
    hint_en="Is (1 - 1) squared the same as 1 squared plus 1 squared?",
    hint_ja="(1 - 1) の 2 乗と、1 の 2 乗 + 1 の 2 乗は同じですか。",
)

changed(
    "logarithm-of-the-constant-lost",
    {
        CONSTANT_AND_RETURN: "constant = len(x) * (np.sqrt(2 * np.pi) + 0.5 * np.log(sigma2))\nreturn constant + np.sum((x - mu) ** 2) / (2 * sigma2)"
    },
    en="The root of 2 pi itself is added for every point, where its logarithm belongs; log(sigma2) is right.",
    ja="データごとに √(2π) をそのまま足しています。足すのはその対数です(log(σ²) の項は合っています)。",
    hint_en="What is the logarithm of the whole factor 1 / sqrt(2 pi sigma2)?",
    hint_ja="係数 1/√(2πσ²) 全体の対数はどうなりますか。",
)

changed(
    "half-lost-at-two-pi",
    {
        CONSTANT_AND_RETURN: "constant = len(x) * (np.log(2 * np.pi) + 0.5 * np.log(sigma2))\nreturn constant + np.sum((x - mu) ** 2) / (2 * sigma2)"
    },
    en="The term with log(2 pi) lacks the one half that comes of the root; that with log(sigma2) has it.",
    ja="log(2π) の項に、ルートから出てくる 1/2 がありません(log(σ²) の項にはあります)。",
    hint_en="The root covers 2 pi as well as sigma2.",
    hint_ja="ルートは 2π と σ² の両方にかかっています。",
)

changed(
    "half-lost-at-sigma2",
    {
        CONSTANT_AND_RETURN: "constant = len(x) * (0.5 * np.log(2 * np.pi) + np.log(sigma2))\nreturn constant + np.sum((x - mu) ** 2) / (2 * sigma2)"
    },
    en="log(sigma2) lacks the one half that comes of the root; log(2 pi) has it. Without the half it would be log(sigma), and sigma2 is the variance.",
    ja="log(σ²) の項に、ルートから出てくる 1/2 がありません(log(2π) の項にはあります)。1/2 なしで書くなら log(σ) で、sigma2 は分散です。",
    hint_en="The root covers 2 pi as well as sigma2.",
    hint_ja="ルートは 2π と σ² の両方にかかっています。",
)
