import numpy as np

from grader.authoring import changed, mistake

SOFTPLUS = "return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))"
GELU = "return x * 0.5 * (1 + erf(x / np.sqrt(2.0)))"


def _inner(x):
    return np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)


changed(
    "softplus-overflows",
    {SOFTPLUS: "return np.log(1 + np.exp(x))"},
    en="softplus is right on paper, but e^x overflows for large x: the result is inf, where it should be nearly x.",
    ja="softplus は数式としては正しいのですが、x が大きいと e^x がオーバーフローし、結果が inf になります。x に近い値になるはずです。",
    hint_en="Take e^x out of the sum 1 + e^x: what is the logarithm of a product?",
    hint_ja="1 + e^x を e^x でくくってみましょう。積の対数はどうなりますか。",
)

changed(
    "softplus-overflows-on-the-left",
    {SOFTPLUS: "return x + np.log1p(np.exp(-x))"},
    en="x + log(1 + e^(-x)) is right for large x, but on the left e^(-x) overflows now: the result is inf, where it should be nearly 0.",
    ja="x + log(1 + e^(-x)) は x が大きいときは正しいのですが、今度は負の側で e^(-x) がオーバーフローして inf になります。0 に近い値になるはずです。",
    hint_en="Each of the two forms is safe on one side of 0. Is there one exponent that is never positive?",
    hint_ja="2 つの書き方は、それぞれ 0 の片側でだけ安全です。決して正にならない指数はありませんか。",
)

changed(
    "softplus-clipped",
    {SOFTPLUS: "return np.log1p(np.exp(np.clip(x, -500, 500)))"},
    en="x is cut off (at 500, say) so that exp stays finite: beyond that softplus stops growing. It should be nearly x.",
    ja="exp がオーバーフローしないように x を(500 などで)切っています。それより右で softplus が増えなくなります。x に近い値になるはずです。",
    hint_en="What should softplus(1000) be?",
    hint_ja="softplus(1000) はいくつになるはずですか。",
)

changed(
    "softplus-exponent-sign",
    {SOFTPLUS: "return np.maximum(-x, 0.0) + np.log1p(np.exp(-np.abs(-x)))"},
    en="The exponent of softplus has the wrong sign: this is log(1 + e^(-x)), which falls where softplus rises.",
    ja="softplus の指数の符号が逆です。log(1 + e^(-x)) になっていて、増えるはずのグラフが減っています。",
    hint_en="Softplus is a smooth ReLU. Should softplus(5) be near 5 or near 0?",
    hint_ja="softplus は滑らかな ReLU です。softplus(5) は 5 と 0 のどちらに近いはずですか。",
)

changed(
    "softplus-parentheses",
    {SOFTPLUS: "return np.log(np.exp(1 + x))"},
    en="This is log(e^(1 + x)), that is 1 + x: the 1 has slipped into the exponent.",
    ja="log(e^(1 + x))、つまり 1 + x になっています。1 が指数の中に入っています。",
    hint_en="Where does the parenthesis of exp open and close?",
    hint_ja="exp のかっこは、どこで開いてどこで閉じていますか。",
)

changed(
    "softplus-sum-outside-the-logarithm",
    {SOFTPLUS: "return 1 + np.exp(x)"},
    en="This is 1 + e^x, or its parts, without the logarithm around them.",
    ja="1 + e^x のままで、対数をとっていません。",
    hint_en="For large x softplus is nearly x. How large is yours for x = 5?",
    hint_ja="x が大きいとき softplus は x に近い値です。x = 5 のとき、自分の結果はいくつですか。",
)

changed(
    "softplus-one-lost",
    {SOFTPLUS: "return np.log(np.exp(x))"},
    en="This is log(e^x), which is x itself: the 1 inside the logarithm is missing.",
    ja="log(e^x)、つまり x そのものになっています。対数の中の 1 が抜けています。",
    hint_en="Can softplus be negative?",
    hint_ja="softplus は負になりますか。",
)

changed(
    "softplus-one-twice",
    {SOFTPLUS: "return np.log1p(1 + np.exp(x))"},
    en="log1p already adds the 1: np.log1p(1 + e^x) is log(2 + e^x).",
    ja="log1p は中で 1 を足します。np.log1p(1 + e^x) は log(2 + e^x) になります。",
    hint_en="What does log1p(z) compute?",
    hint_ja="log1p(z) は何を計算する関数ですか。",
)

changed(
    "softplus-log-base-two",
    {SOFTPLUS: "return (np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))) / np.log(2)"},
    en="The logarithm of softplus is to base 2; the formula means the natural one.",
    ja="softplus の対数の底が 2 になっています。式の対数は自然対数です。",
    hint_en="softplus(0) is 0.693. What does yours give?",
    hint_ja="softplus(0) は 0.693 です。自分の結果はいくつですか。",
)

changed(
    "softplus-log-base-ten",
    {SOFTPLUS: "return (np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))) / np.log(10)"},
    en="The logarithm of softplus is to base 10; the formula means the natural one.",
    ja="softplus の対数の底が 10 になっています。式の対数は自然対数です。",
    hint_en="softplus(0) is 0.693. What does yours give?",
    hint_ja="softplus(0) は 0.693 です。自分の結果はいくつですか。",
)

changed(
    "softplus-only-the-rest",
    {SOFTPLUS: "return np.log1p(np.exp(-np.abs(x)))"},
    en="This is only the part beside the maximum, log(1 + e^(-|x|)): max(x, 0) was not added again.",
    ja="log(1 + e^(-|x|)) だけで、max(x, 0) を足していません。",
    hint_en="What was taken out of the logarithm for x > 0?",
    hint_ja="x > 0 のとき、対数の外に出したものは何でしたか。",
)

changed(
    "softplus-x-for-the-maximum",
    {SOFTPLUS: "return x + np.log1p(np.exp(-np.abs(x)))"},
    en="x is added to log(1 + e^(-|x|)) on both sides of 0; what was taken out of the logarithm for a negative x is 0.",
    ja="0 のどちら側でも log(1 + e^(-|x|)) に x を足しています。負の x では、対数の外に出したものは 0 です。",
    hint_en="Can softplus be negative?",
    hint_ja="softplus は負になりますか。",
)

changed(
    "softplus-absolute-value-lost",
    {SOFTPLUS: "return np.maximum(x, 0) + np.log1p(np.exp(-x))"},
    en="max(x, 0) is added to log(1 + e^(-x)): for a negative x the exponent should be x, so it is -|x| in all.",
    ja="max(x, 0) に足すのが log(1 + e^(-x)) になっています。負の x では指数は x のはずで、まとめると -|x| です。",
    hint_en="What should softplus(-5) be, nearly? Which exponent gives that?",
    hint_ja="softplus(-5) はおよそいくつですか。それにはどんな指数が必要ですか。",
)

changed(
    "softplus-is-relu",
    {SOFTPLUS: "return np.maximum(x, 0.0)"},
    en="This is ReLU, with its corner at 0. Softplus is smooth; at 0 it is log 2.",
    ja="0 で折れ曲がる ReLU になっています。softplus は滑らかで、0 では log 2 です。",
    hint_en="What is log(1 + e^0)?",
    hint_ja="log(1 + e^0) はいくつですか。",
)

changed(
    "softplus-is-its-slope",
    {SOFTPLUS: "return 1 / (1 + np.exp(-x))"},
    en="This is sigmoid, which is the derivative of softplus.",
    ja="これはシグモイドです。softplus の値ではなく、その微分になっています。",
    hint_en="For large x softplus is nearly x. Can yours exceed 1?",
    hint_ja="x が大きいとき softplus は x に近い値です。自分の結果は 1 を超えますか。",
)

changed(
    "softplus-numbers-only",
    {SOFTPLUS: "return math.log(1 + math.exp(x))"},
    en="softplus uses the math module (math.exp, math.log), which takes single numbers only: an array cannot go in.",
    ja="softplus で math.exp や math.log を使っています。どちらも数値 1 つしか受け取れないので、配列を渡せません。",
    hint_en="Which functions work on every entry of an array?",
    hint_ja="配列のすべての要素に働く関数はどれですか。",
)

changed(
    "gelu-half-lost",
    {GELU: "return x * (1 + erf(x / np.sqrt(2)))"},
    en="gelu is twice as large as it should be: the factor one half is missing. 1 + erf runs from 0 to 2.",
    ja="gelu が 2 倍になっています。1/2 が抜けています。1 + erf は 0 から 2 の値をとります。",
    hint_en="For large x gelu is nearly x. What does yours give for x = 10?",
    hint_ja="x が大きいとき gelu は x に近い値です。x = 10 のとき、自分の結果はいくつですか。",
)

changed(
    "gelu-half-lost-with-tanh",
    {GELU: "return x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))"},
    en="gelu is twice as large as it should be: the factor one half is missing. 1 + tanh runs from 0 to 2.",
    ja="gelu が 2 倍になっています。1/2 が抜けています。1 + tanh は 0 から 2 の値をとります。",
    hint_en="For large x gelu is nearly x. What does yours give for x = 10?",
    hint_ja="x が大きいとき gelu は x に近い値です。x = 10 のとき、自分の結果はいくつですか。",
)

changed(
    "gelu-one-lost",
    {GELU: "return 0.5 * x * erf(x / np.sqrt(2))"},
    en="The 1 beside erf is missing: gelu then is half of |x| far out, on both sides.",
    ja="erf に足す 1 が抜けています。これでは 0 から遠いところで、どちら側でも |x| の半分になります。",
    hint_en="erf runs from -1 to 1. What must be done with it to get a probability from 0 to 1?",
    hint_ja="erf は -1 から 1 の値をとります。0 から 1 の確率にするには、どうすればよいですか。",
)

changed(
    "gelu-one-lost-with-tanh",
    {GELU: "return 0.5 * x * np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))"},
    en="The 1 beside tanh is missing: gelu then is half of |x| far out, on both sides.",
    ja="tanh に足す 1 が抜けています。これでは 0 から遠いところで、どちら側でも |x| の半分になります。",
    hint_en="tanh runs from -1 to 1. What must be done with it to get a probability from 0 to 1?",
    hint_ja="tanh は -1 から 1 の値をとります。0 から 1 の確率にするには、どうすればよいですか。",
)

changed(
    "gelu-x-lost",
    {GELU: "return 0.5 * (1 + erf(x / np.sqrt(2)))"},
    en="This is only the probability Φ(x): the factor x in front of it is missing.",
    ja="確率 Φ(x) だけになっています。前に掛ける x が抜けています。",
    hint_en="For large x gelu is nearly x. Can yours exceed 1?",
    hint_ja="x が大きいとき gelu は x に近い値です。自分の結果は 1 を超えますか。",
)

changed(
    "gelu-root-of-two-lost",
    {GELU: "return 0.5 * x * (1 + erf(x))"},
    en="erf is taken of x, not of x divided by the square root of 2.",
    ja="erf に x をそのまま渡しています。√2 で割ります。",
    hint_en="Compare the argument of erf with the formula. gelu(1) is 0.841.",
    hint_ja="erf の引数を式と比べてみましょう。gelu(1) は 0.841 です。",
)

changed(
    "gelu-two-for-its-root",
    {GELU: "return 0.5 * x * (1 + erf(x / 2))"},
    en="erf is taken of x / 2, where x is divided by the square root of 2.",
    ja="erf に x / 2 を渡しています。割るのは 2 の平方根です。",
    hint_en="Compare the argument of erf with the formula. gelu(1) is 0.841.",
    hint_ja="erf の引数を式と比べてみましょう。gelu(1) は 0.841 です。",
)

changed(
    "gelu-times-root-of-two",
    {GELU: "return 0.5 * x * (1 + erf(x * np.sqrt(2)))"},
    en="erf is taken of x times the square root of 2; x is divided by it.",
    ja="erf の引数で √2 を掛けています。√2 で割ります。",
    hint_en="Compare the argument of erf with the formula. gelu(1) is 0.841.",
    hint_ja="erf の引数を式と比べてみましょう。gelu(1) は 0.841 です。",
)

changed(
    "gelu-parentheses",
    {GELU: "return 0.5 * x + erf(x / np.sqrt(2))"},
    en="erf is added to x / 2 (0.5 * x * 1 + erf): the factor belongs to the whole sum 1 + erf.",
    ja="x / 2 に erf を足しています(0.5 * x * 1 + erf)。掛けるのは和 1 + erf の全体です。",
    hint_en="Which parentheses stand in the formula?",
    hint_ja="式のかっこは、どこからどこまでですか。",
)

changed(
    "gelu-density-for-probability",
    {GELU: "return x * np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)"},
    en="x is multiplied by the density of the normal distribution, the bell curve. Φ is its cumulative probability, which rises from 0 to 1.",
    ja="正規分布の確率密度(釣り鐘形の曲線)を掛けています。Φ は累積確率で、0 から 1 まで増えていきます。",
    hint_en="What should the factor be for a large x: nearly 0, or nearly 1?",
    hint_ja="x が大きいとき、掛ける値は 0 と 1 のどちらに近いはずですか。",
)

changed(
    "gelu-by-a-sigmoid",
    {GELU: "return x * 0.5 * (1 + np.tanh(0.851 * x))"},
    en="This is the approximation x · sigmoid(1.702 x). It is off by up to 0.02; 0.001 is asked for here.",
    ja="x · sigmoid(1.702 x) による近似です。最大で 0.02 ずれます。ここで求めているのは 0.001 未満の精度です。",
    hint_en="Which two formulas does the statement give?",
    hint_ja="問題文には、どの 2 つの式がありますか。",
)

changed(
    "gelu-is-swish",
    {GELU: "return x * 0.5 * (1 + np.tanh(0.5 * x))"},
    en="This is Swish (SiLU), x · sigmoid(x). It looks like GELU, but the weight is the sigmoid, not the normal distribution.",
    ja="これは Swish(SiLU)、x · sigmoid(x) です。形は GELU に似ていますが、掛けているのが正規分布の累積確率ではなくシグモイドです。",
    hint_en="gelu(1) is 0.841. What does yours give?",
    hint_ja="gelu(1) は 0.841 です。自分の結果はいくつですか。",
)

changed(
    "gelu-is-relu",
    {GELU: "return np.maximum(x, 0.0)"},
    en="This is ReLU, with its corner at 0. GELU is smooth, and a little below 0 on the left.",
    ja="0 で折れ曲がる ReLU になっています。GELU は滑らかで、負の側では 0 より少し小さい値をとります。",
    hint_en="gelu(-1) is -0.159. What does yours give?",
    hint_ja="gelu(-1) は -0.159 です。自分の結果はいくつですか。",
)

changed(
    "gelu-cubic-term-lost",
    {GELU: "return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * x))"},
    en="The term with x³ is missing inside tanh: near 0 nobody sees it, at x = 2 gelu is off by 0.04.",
    ja="tanh の中の x³ の項がありません。0 の近くでは目立ちませんが、x = 2 では 0.04 ずれます。",
    hint_en="Which two terms stand in the parentheses of the approximation?",
    hint_ja="近似式のかっこの中には、どんな 2 つの項がありますか。",
)

changed(
    "gelu-square-for-cube",
    {GELU: "return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**2)))"},
    en="x is squared inside tanh, where the formula has x³: on the left the term then has the wrong sign.",
    ja="tanh の中が x² になっています。式では x³ です。x² では、負の側で符号が変わってしまいます。",
    hint_en="Compare the exponent inside tanh with the formula.",
    hint_ja="tanh の中の指数を式と比べてみましょう。",
)

changed(
    "gelu-small-factor-lost",
    {GELU: "return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + x**3)))"},
    en="x³ stands inside tanh without its factor 0.044715.",
    ja="tanh の中の x³ に、係数 0.044715 が掛かっていません。",
    hint_en="Compare the parentheses inside tanh with the formula.",
    hint_ja="tanh の中のかっこを式と比べてみましょう。",
)

changed(
    "gelu-root-lost-with-tanh",
    {GELU: "return 0.5 * x * (1 + np.tanh(2 / np.pi * (x + 0.044715 * x**3)))"},
    en="The factor inside tanh is 2/π, where it is the square root of it.",
    ja="tanh の中の係数が 2/π になっています。2/π の平方根です。",
    hint_en="Compare the factor inside tanh with the formula. It is about 0.798.",
    hint_ja="tanh の中の係数を式と比べてみましょう。およそ 0.798 です。",
)

changed(
    "gelu-root-upside-down",
    {GELU: "return 0.5 * x * (1 + np.tanh(np.sqrt(np.pi / 2) * (x + 0.044715 * x**3)))"},
    en="The factor inside tanh is the square root of π/2: the fraction is upside down.",
    ja="tanh の中の係数が π/2 の平方根になっています。分母と分子が逆です。",
    hint_en="Compare the factor inside tanh with the formula. It is about 0.798.",
    hint_ja="tanh の中の係数を式と比べてみましょう。およそ 0.798 です。",
)

changed(
    "gelu-factor-missing-with-tanh",
    {GELU: "return 0.5 * x * (1 + np.tanh(x + 0.044715 * x**3))"},
    en="The factor in front of the parentheses inside tanh, the square root of 2/π, is missing.",
    ja="tanh の中で、かっこの前の係数(2/π の平方根)が抜けています。",
    hint_en="Compare the inside of tanh with the formula.",
    hint_ja="tanh の中を式と比べてみましょう。",
)

changed(
    "gelu-factor-on-the-first-term-only",
    {GELU: "return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * x + 0.044715 * x**3))"},
    en="The square root of 2/π multiplies x only: the parentheses around x + 0.044715 x³ are missing.",
    ja="2/π の平方根が x にしか掛かっていません。x + 0.044715 x³ を囲むかっこが抜けています。",
    hint_en="Compare the parentheses inside tanh with the formula.",
    hint_ja="tanh の中のかっこを式と比べてみましょう。",
)

changed(
    "gelu-erf-and-tanh-mixed",
    {GELU: "return 0.5 * x * (1 + np.tanh(x / np.sqrt(2)))"},
    en="Two formulas are mixed: tanh stands where erf should, with erf's argument x / √2.",
    ja="2 つの式が混ざっています。erf の代わりに tanh を使い、引数は erf のときの x / √2 のままです。",
    hint_en="Choose one of the two formulas. What is the argument of tanh in the approximation?",
    hint_ja="2 つの式のどちらか一方を選びましょう。近似式で tanh の引数は何ですか。",
)


@mistake(
    "gelu-tanh-overflows",
    en="gelu is nan far out: tanh is built from exponentials, and (e^z - e^(-z)) / (e^z + e^(-z)) becomes inf / inf.",
    ja="0 から遠いところで gelu が nan になります。tanh を (e^z - e^(-z)) / (e^z + e^(-z)) で求めると inf / inf になるためです。",
    hint_en="Does numpy have a function that gets tanh right for every number?",
    hint_ja="どんな数でも正しい tanh を求めてくれる numpy の関数はありませんか。",
)
def gelu(x):
    z = _inner(x)
    return 0.5 * x * (1 + (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))


@mistake(
    "gelu-tanh-overflows-on-the-right",
    en="gelu is nan for large x: tanh is written with e^(2z), and (e^(2z) - 1) / (e^(2z) + 1) becomes inf / inf.",
    ja="x が大きいとき gelu が nan になります。tanh を (e^(2z) - 1) / (e^(2z) + 1) で求めると inf / inf になるためです。",
    hint_en="Does numpy have a function that gets tanh right for every number?",
    hint_ja="どんな数でも正しい tanh を求めてくれる numpy の関数はありませんか。",
)
def gelu(x):
    e = np.exp(2 * _inner(x))
    return 0.5 * x * (1 + (e - 1) / (e + 1))


changed(
    "gelu-numbers-only",
    {GELU: "return 0.5 * x * (1 + math.erf(x / math.sqrt(2)))"},
    en="gelu calls math.erf (or math.tanh), which takes single numbers only: an array cannot go in.",
    ja="gelu で math.erf や math.tanh を使っています。どちらも数値 1 つしか受け取れないので、配列を渡せません。",
    hint_en="The file gives an erf for arrays; numpy has a tanh.",
    hint_ja="ファイルに配列用の erf があります。tanh は numpy にあります。",
)

changed(
    "gelu-coefficients-swapped",
    {GELU: "return 0.5 * x * (1 + np.tanh(0.044715 * (x + np.sqrt(2 / np.pi) * x**3)))"},
    en="The two numbers inside tanh have changed places: 0.044715 multiplies everything, and the square root of 2/π (0.798) multiplies x³.",
    ja="tanh の中の 2 つの係数が入れ替わっています。全体に 0.044715 が、x³ に 2/π の平方根(約 0.798)が掛かっています。",
    hint_en="Which of the two numbers stands in front of the parentheses in the formula?",
    hint_ja="式で、かっこの前にあるのはどちらの係数ですか。",
)

changed(
    "gelu-root-over-everything",
    {GELU: "return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi * (x + 0.044715 * x**3))))"},
    en="gelu is nan for negative x: the square root inside tanh covers the parentheses with x as well, where it covers 2/π alone.",
    ja="負の x で gelu が nan になります。tanh の中の平方根が、2/π だけでなく x のかっこ全体にかかっています。",
    hint_en="Where does the square root end in the formula, and where does the parenthesis of sqrt close in your line?",
    hint_ja="式の平方根はどこまでですか。自分の式で、sqrt のかっこはどこで閉じていますか。",
)

changed(
    "gelu-root-of-x-too",
    {GELU: "return 0.5 * x * (1 + erf(np.sqrt(x / 2)))"},
    en="gelu is nan for negative x: erf is taken of the square root of x / 2, where x is divided by the square root of 2.",
    ja="負の x で gelu が nan になります。erf に x / 2 の平方根を渡しています。x を 2 の平方根で割るはずです。",
    hint_en="Where does the square root end in the formula, and where does the parenthesis of sqrt close in your line?",
    hint_ja="式の平方根はどこまでですか。自分の式で、sqrt のかっこはどこで閉じていますか。",
)

changed(
    "gelu-half-rounded-down",
    {GELU: "return x // 2 * (1 + erf(x / np.sqrt(2.0)))"},
    en="The half of x in gelu is a whole number: x / 2 is rounded down, as // does.",
    ja="gelu の x / 2 が整数に切り下げられています。// を使うとこうなります。",
    hint_en="What are 3 / 2 and 3 // 2 in Python?",
    hint_ja="Python で 3 / 2 と 3 // 2 はそれぞれいくつですか。",
)

changed(
    "gelu-minus-with-erf",
    {GELU: "return x * 0.5 * (1 - erf(x / np.sqrt(2.0)))"},
    en="erf is subtracted from 1, where it is added: this is x times the probability above x, which is nearly 0 for a large x.",
    ja="1 に erf を足すところで引いています。x より大きくなる確率を掛けたことになり、x が大きいと 0 に近づきます。",
    hint_en="For large x gelu is nearly x. What does yours give for x = 5?",
    hint_ja="x が大きいとき gelu は x に近い値です。x = 5 のとき、自分の結果はいくつですか。",
)
