import math

from grader.authoring import changed, families, mistake

BODY = "e = np.exp(-np.abs(x))\nreturn np.where(np.asarray(x) >= 0, 1.0, e) / (1.0 + e)"

changed(
    "exponent-sign",
    {BODY: "return 1 / (1 + np.exp(x))"},
    en="The exponent has the wrong sign: exp(x) where the formula has exp(-x). The curve falls where it should rise.",
    ja="指数の符号が逆です。exp(-x) のところが exp(x) になっていて、増えるはずのグラフが減っています。",
    hint_en="Should sigmoid(5) be near 0 or near 1?",
    hint_ja="sigmoid(5) は 0 と 1 のどちらに近いはずですか。",
)

changed(
    "parentheses-lost",
    {BODY: "return 1 / 1 + np.exp(-x)"},
    en="The division binds first: 1 / 1 + exp(-x) is (1 / 1) + exp(-x), not 1 over the whole sum.",
    ja="割り算が先に計算されています。1 / 1 + exp(-x) は (1 / 1) + exp(-x) と同じで、和全体では割っていません。",
    hint_en="Values above 1 cannot come from a sigmoid. What does Python compute first?",
    hint_ja="シグモイドの値が 1 を超えることはありません。Python はどこから計算しますか。",
)

changed(
    "large-x-overflows",
    {BODY: "return np.exp(x) / (1 + np.exp(x))"},
    en="For large x this is inf / inf, which is nan: exp(x) / (1 + exp(x)) is right on paper only.",
    ja="exp(x) / (1 + exp(x)) は数式としては正しいのですが、x が大きいと inf / inf となり、数値計算では nan になります。",
    hint_en="Divide numerator and denominator by exp(x): which exponential is left?",
    hint_ja="分母と分子を exp(x) で割ると、どんな指数関数が残りますか。",
)


@mistake(families.scalars_only)
def sigmoid(x):
    return 1 / (1 + math.exp(-x))


changed(
    "tanh-for-sigmoid",
    {BODY: "return np.tanh(x)"},
    en="This is tanh: it runs from -1 to 1 and through 0.",
    ja="これは tanh です。-1 から 1 の値をとり、0 を通ります。",
    hint_en="sigmoid runs from 0 to 1. What is its value at 0?",
    hint_ja="シグモイドは 0 から 1 の値をとります。0 での値はいくつですか。",
)

changed(
    "derivative-for-value",
    {BODY: "y = 1 / (1 + np.exp(-x))\nreturn y * (1 - y)"},
    en="This is the derivative, y (1 - y), not the value y.",
    ja="これは微分 y (1 - y) です。値 y そのものではありません。",
    hint_en="For a large x the result should be near 1, not near 0.",
    hint_ja="x が大きいとき、結果は 0 ではなく 1 に近づくはずです。",
)

changed(
    "exponent-on-the-sum",
    {BODY: "return (1 + np.e) ** x"},
    en="The exponent stands on the whole sum 1 + e: this is 1 / (1 + e)^(-x), that is (1 + e)^x. Only e is raised to -x; the 1 stays outside the power.",
    ja="指数 -x が 1 + e 全体にかかっていて、1 / (1 + e)^(-x)、つまり (1 + e)^x になっています。-x 乗するのは e だけで、1 は累乗の外にあります。",
    hint_en="At x = 0 yours gives 1. What is e to the power 0, and what is the denominator then?",
    hint_ja="今の式は x = 0 で 1 になります。e の 0 乗はいくつで、分母はいくつになるはずですか。",
)

changed(
    "hard-sigmoid",
    {BODY: "return np.clip(0.2 * np.asarray(x) + 0.5, 0.0, 1.0)"},
    en="This is the hard sigmoid: the straight line 0.2 x + 0.5, cut off at 0 and 1. The sigmoid is a smooth curve and reaches neither 0 nor 1.",
    ja="これはハードシグモイドです。直線 0.2x + 0.5 を 0 と 1 で切ったもので、滑らかな曲線のシグモイド関数とは値が違います。",
    hint_en="The formula has an exponential. What is sigmoid(1) by hand, and what does yours give?",
    hint_ja="式には指数関数があります。sigmoid(1) を手で計算して、自分の結果と比べてみましょう。",
)

changed(
    "softsign",
    {BODY: "return x / (1 + np.abs(x))"},
    en="This is softsign, x / (1 + |x|): it runs from -1 to 1 and is 0 at x = 0. The sigmoid runs from 0 to 1 and needs an exponential.",
    ja="これはソフトサイン x / (1 + |x|) です。-1 から 1 の値をとり、x = 0 で 0 になります。シグモイドは 0 から 1 の値をとり、指数関数を使います。",
    hint_en="What stands in the numerator of the formula, and what is added to 1 in the denominator?",
    hint_ja="式の分子は何ですか。分母で 1 に足しているのは何ですか。",
)

changed(
    "softsign-from-zero-to-one",
    {BODY: "return 0.5 * (1 + x / (1 + np.abs(x)))"},
    en="This is softsign moved to the interval from 0 to 1, (1 + x / (1 + |x|)) / 2. It looks alike, but it comes near 0 and 1 much more slowly than the sigmoid with its exponential.",
    ja="これはソフトサインを 0 から 1 に直した (1 + x / (1 + |x|)) / 2 です。形は似ていますが、指数関数を使うシグモイドに比べて、0 や 1 への近づき方がずっと遅くなります。",
    hint_en="sigmoid(5) is about 0.993. What does yours give, and where is the exponential?",
    hint_ja="sigmoid(5) は約 0.993 です。自分の結果はいくつですか。指数関数はどこにありますか。",
)

changed(
    "number-becomes-array",
    {BODY: "x = np.atleast_1d(x)\nreturn 1 / (1 + np.exp(-x))"},
    en="A plain number comes back as an array of shape (1,): x is put into an array with an axis of its own (np.array([x]), np.atleast_1d). The result has the shape of x, and a number has no axis.",
    ja="数値(スカラ)を渡すと、形状 (1,) の配列が返ってきます。np.array([x]) や np.atleast_1d で軸を 1 本増やしているためです。結果は x と同じ形状で、数値に軸はありません。",
    hint_en="Print np.shape of your result for x = 0.0. Is the conversion to an array needed at all?",
    hint_ja="x = 0.0 のとき、結果の np.shape を print してみましょう。配列への変換は本当に必要ですか。",
)

changed(
    families.one_axis_only_sigmoid,
    {BODY: "y = np.zeros(len(x))\nfor i in range(len(x)):\n    y[i] = 1 / (1 + np.exp(-x[i]))\nreturn y"},
)

changed(
    "plain-number-refused",
    {BODY: "return np.array([1 / (1 + np.exp(-x[i])) for i in range(len(x))])"},
    en="Arrays are right, but a plain number cannot go in: the loop asks for its length, and a number has no len.",
    ja="配列では正しいのですが、数値(スカラ)を渡すと動きません。ループで長さを調べていますが、数値には len がありません。",
    hint_en="numpy's exp takes numbers and arrays alike. What is left for the loop to do?",
    hint_ja="numpy の exp は、数値でも配列でも計算できます。ループは必要ですか。",
)

changed(
    "integer-result",
    {BODY: "y = np.zeros_like(x)\ny[...] = 1 / (1 + np.exp(-np.asarray(x)))\nreturn y"},
    en="For whole numbers the result is an array of integers, made like x (zeros_like, empty_like, astype(x.dtype)): it cuts off the fractions, and nearly every value becomes 0.",
    ja="整数を渡すと、結果も整数の配列になります。zeros_like(x) や astype(x.dtype) で x と同じ dtype にしたため小数部分が切り捨てられ、ほとんどの値が 0 になっています。",
    hint_en="Print the dtype of your result for x = np.array([1, 2]).",
    hint_ja="x = np.array([1, 2]) を渡して、結果の dtype を print してみましょう。",
)

changed(
    "one-lost-below",
    {BODY: "return 1 / np.exp(-x)"},
    en="This is 1 / e^(-x), which is e^x: the 1 that is added in the denominator is missing.",
    ja="1 / e^(-x)、つまり e^x になっています。分母に足す 1 が抜けています。",
    hint_en="Values above 1 cannot come from a sigmoid. What should it be at 0?",
    hint_ja="シグモイドの値が 1 を超えることはありません。0 での値はいくつですか。",
)

changed(
    "minus-below",
    {BODY: "return 1 / (1 - np.exp(-x))"},
    en="The denominator is 1 - e^(-x): there is a minus where the formula has a plus. At 0 that divides by 0.",
    ja="分母が 1 - e^(-x) になっています。式ではプラスです。これでは x = 0 で 0 で割ることになります。",
    hint_en="What should sigmoid(0) be? Put x = 0 into your denominator.",
    hint_ja="sigmoid(0) はいくつになるはずですか。自分の式の分母に x = 0 を入れてみましょう。",
)

changed(
    "x-above",
    {BODY: "return x / (1 + np.exp(-x))"},
    en="This is x / (1 + e^(-x)), x times the sigmoid (which is Swish): x stands in the numerator, where the formula has 1.",
    ja="x / (1 + e^(-x)) になっています。分子が 1 ではなく x で、シグモイドに x を掛けた値(Swish)です。",
    hint_en="sigmoid runs from 0 to 1. What is its value at 0?",
    hint_ja="シグモイドは 0 から 1 の値をとります。0 での値はいくつですか。",
)

changed(
    "mirrored-through-zero",
    {BODY: "y = 1 / (1 + np.exp(-np.abs(x)))\nreturn np.where(np.asarray(x) >= 0, y, -y)"},
    en="For a negative x this is -sigmoid(|x|). The curve is not mirrored through 0 but through the point (0, 0.5), so that sigmoid(-x) is 1 - sigmoid(x).",
    ja="負の x で -sigmoid(|x|) になっています。シグモイドのグラフは原点ではなく点 (0, 0.5) について対称で、sigmoid(-x) は 1 - sigmoid(x) です。",
    hint_en="Can a sigmoid be negative? What do sigmoid(2) and sigmoid(-2) add up to?",
    hint_ja="シグモイドの値が負になることはありますか。sigmoid(2) と sigmoid(-2) を足すといくつですか。",
)

changed(
    "symmetric",
    {BODY: "return 1 / (1 + np.exp(-np.abs(x)))"},
    en="For a negative x the result is that of |x|, so that the curve rises on both sides of 0. It should fall towards 0 on the left.",
    ja="負の x で |x| のときと同じ値になっていて、0 の両側で 1 に近づいています。左側では 0 に近づくはずです。",
    hint_en="Is sigmoid(-5) near 0 or near 1? What do sigmoid(5) and sigmoid(-5) add up to?",
    hint_ja="sigmoid(-5) は 0 と 1 のどちらに近いはずですか。sigmoid(5) と sigmoid(-5) を足すといくつですか。",
)

changed(
    "clipped-result",
    {BODY: "return np.clip(1 / (1 + np.exp(-np.asarray(x, dtype=float))), 1e-4, 1 - 1e-4)"},
    en="The result never comes nearer to 0 or 1 than 0.0001, as when it is cut off there (np.clip). Far out the sigmoid comes nearer.",
    ja="結果が 0 や 1 に 0.0001 より近づきません。np.clip などで切ると、こうなります。0 から遠いところでは、シグモイドはもっと 0 や 1 に近づきます。",
    hint_en="What is sigmoid(20) by hand? If exp overflows, look at its argument, not at the result.",
    hint_ja="sigmoid(20) はおよそいくつですか。exp のオーバーフローを防ぐなら、結果ではなく exp の中を見直しましょう。",
)
