import math

from grader.authoring import changed, families, mistake

BODY = "e = np.exp(-2.0 * np.abs(x))\nreturn np.sign(x) * (1.0 - e) / (1.0 + e)"

changed(
    "large-x-overflows",
    {BODY: "return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))"},
    en="For large |x| this is inf / inf, which is nan: the formula with e^x and e^-x, or np.sinh(x) / np.cosh(x) as document 000 proposes, is right on paper only.",
    ja="e^x と e^-x の式も、資料 000 にある np.sinh(x) / np.cosh(x) も、数式としては正しいのですが、|x| が大きいと inf / inf となり、数値計算では nan になります。",
    hint_en="Which exponential cannot exceed 1, whatever the sign of x? Can the fraction be written with it alone?",
    hint_ja="x の符号によらず 1 を超えない指数関数は何ですか。それだけを使って分数を書き直せませんか。",
)

changed(
    "large-positive-x-overflows",
    {BODY: "return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)"},
    en="For large positive x this is inf / inf, which is nan: e^(2x) grows without end. Very negative x are all right.",
    ja="x が正で大きいと inf / inf で nan になります。e^(2x) がいくらでも大きくなるためです。負の側は問題ありません。",
    hint_en="The fraction with e^(-2x) has the opposite weakness. Could the sign of x decide?",
    hint_ja="e^(-2x) を使う式では、弱点が逆側になります。x の符号で使い分けられませんか。",
)

changed(
    "very-negative-x-overflows",
    {BODY: "return (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))"},
    en="For very negative x this is inf / inf, which is nan: e^(-2x) grows without end. Large positive x are all right.",
    ja="x が負で絶対値が大きいと inf / inf で nan になります。e^(-2x) がいくらでも大きくなるためです。正の側は問題ありません。",
    hint_en="The fraction with e^(2x) has the opposite weakness. Could the sign of x decide?",
    hint_ja="e^(2x) を使う式では、弱点が逆側になります。x の符号で使い分けられませんか。",
)

changed(
    "nan-turned-to-zero",
    {BODY: "return np.nan_to_num((np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x)))"},
    en="The overflow is only covered up: np.nan_to_num makes 0 of every nan, but tanh of a large x is 1, and of a very negative one -1.",
    ja="オーバーフローを隠しただけです。np.nan_to_num は nan を 0 にしますが、tanh は x が大きければ 1、負で絶対値が大きければ -1 です。",
    hint_en="Avoid the inf / inf, and no nan has to be repaired.",
    hint_ja="inf / inf が起きない式にすれば、nan を直す必要はありません。",
)

changed(
    "upside-down",
    {BODY: "return (np.exp(x) + np.exp(-x)) / (np.exp(x) - np.exp(-x))"},
    en="Numerator and denominator are exchanged: the sum stands above and the difference below. At 0 that divides by 0.",
    ja="分子と分母が逆です。和が上、差が下になっていて、0 では 0 で割ることになります。",
    hint_en="What should tanh(0) be?",
    hint_ja="tanh(0) はいくつになるはずですか。",
)

changed(
    "factor-two-inside-lost",
    {BODY: "return 2 / (1 + np.exp(-x)) - 1"},
    en="This is 2 sigmoid(x) - 1, which is tanh(x / 2): the factor 2 inside the sigmoid (in the exponent) is missing.",
    ja="2 sigmoid(x) - 1、つまり tanh(x / 2) になっています。シグモイドの中(指数)の 2 倍が抜けています。",
    hint_en="Multiply numerator and denominator of the formula by e^(-x). Which exponent results?",
    hint_ja="式の分子と分母に e^(-x) を掛けてみましょう。指数は何になりますか。",
)

changed(
    "factor-two-too-many",
    {BODY: "return np.tanh(2 * np.asarray(x))"},
    en="This is tanh(2x): the exponents are twice as large as they should be.",
    ja="tanh(2x) になっています。指数が本来の 2 倍です。",
    hint_en="e^x and e^-x, or 1 and e^(-2x): which of the two ways did you take, and did you mix them?",
    hint_ja="e^x と e^-x で書く形と、1 と e^(-2x) で書く形を混ぜていませんか。",
)

changed(
    "sigmoid-of-twice-x",
    {BODY: "return 1 / (1 + np.exp(-2.0 * np.asarray(x)))"},
    en="This is the sigmoid of 2x, e^x / (e^x + e^-x): it runs from 0 to 1 and is one half at 0. The term -e^-x of the numerator (or the stretching, times 2 and minus 1) is missing.",
    ja="2x のシグモイド、つまり e^x / (e^x + e^-x) になっていて、0 から 1 の値をとり、0 で 0.5 です。分子の -e^-x(または、2 倍して 1 を引くところ)が抜けています。",
    hint_en="What should tanh(0) be?",
    hint_ja="tanh(0) はいくつになるはずですか。",
)

changed(
    "one-not-subtracted",
    {BODY: "return 2 / (1 + np.exp(-2.0 * np.asarray(x)))"},
    en="This is twice the sigmoid of 2x, from 0 to 2: the 1 is not subtracted.",
    ja="2x のシグモイドの 2 倍で、0 から 2 の値になっています。最後に 1 を引いていません。",
    hint_en="What should tanh(0) be?",
    hint_ja="tanh(0) はいくつになるはずですか。",
)

changed(
    "sigmoid-for-tanh",
    {BODY: "return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))"},
    en="This is the sigmoid: it runs from 0 to 1 and is one half at 0.",
    ja="これはシグモイド関数です。0 から 1 の値をとり、0 で 0.5 になります。",
    hint_en="tanh runs from -1 to 1. What is its value at 0?",
    hint_ja="tanh は -1 から 1 の値をとります。0 での値はいくつですか。",
)

changed(
    "sign-turned",
    {BODY: "return np.tanh(-np.asarray(x))"},
    en="The sign is the wrong way round: the curve falls where it should rise. So it comes out if the numerator is e^-x - e^x, or if an exponent or a sign is turned.",
    ja="符号が逆で、増えるはずのグラフが減っています。分子が e^-x - e^x になっていたり、指数や結果の符号が逆だったりすると、こうなります。",
    hint_en="Should tanh(3) be near 1 or near -1?",
    hint_ja="tanh(3) は 1 と -1 のどちらに近いはずですか。",
)

changed(
    "parentheses-lost",
    {BODY: "return np.exp(x) - np.exp(-x) / np.exp(x) + np.exp(-x)"},
    en="The division binds first: without parentheses only e^-x is divided by e^x, and the other terms are added to that.",
    ja="割り算が先に計算されています。かっこがないと、e^-x だけを e^x で割り、残りの項を足し引きすることになります。",
    hint_en="Values above 1 cannot come from tanh. What does Python compute first?",
    hint_ja="tanh の値が 1 を超えることはありません。Python はどこから計算しますか。",
)

changed(
    "parentheses-lost-below",
    {BODY: "return (np.exp(x) - np.exp(-x)) / np.exp(x) + np.exp(-x)"},
    en="The denominator has no parentheses: the numerator is divided by e^x alone, and e^-x is added to the outcome.",
    ja="分母にかっこがないので、分子を e^x だけで割り、その結果に e^-x を足しています。",
    hint_en="What should tanh(0) be, and what does yours give?",
    hint_ja="tanh(0) はいくつになるはずで、今の式ではいくつですか。",
)

changed(
    "numerator-only",
    {BODY: "return np.exp(x) - np.exp(-x)"},
    en="This is the numerator alone, e^x - e^-x. The division by e^x + e^-x is missing.",
    ja="分子の e^x - e^-x だけになっています。e^x + e^-x で割っていません。",
    hint_en="Values above 1 cannot come from tanh.",
    hint_ja="tanh の値が 1 を超えることはありません。",
)

changed(
    "sinh",
    {BODY: "return np.sinh(x)"},
    en="This is the hyperbolic sine, (e^x - e^-x) / 2, which grows without end. The tangent divides by e^x + e^-x.",
    ja="これは双曲線正弦 sinh、つまり (e^x - e^-x) / 2 で、いくらでも大きくなります。tanh では e^x + e^-x で割ります。",
    hint_en="Values above 1 cannot come from tanh.",
    hint_ja="tanh の値が 1 を超えることはありません。",
)

changed(
    "same-sign-above-and-below",
    {BODY: "return (np.exp(x) + np.exp(-x)) / (np.exp(x) + np.exp(-x))"},
    en="Numerator and denominator are the same, so that the result is always 1. One of them is a difference.",
    ja="分子と分母が同じなので、結果がいつも 1 です。分子は差のはずです。",
    hint_en="What should tanh(0) be?",
    hint_ja="tanh(0) はいくつになるはずですか。",
)

changed(
    "derivative-for-value",
    {BODY: "return 1 - np.tanh(x) ** 2"},
    en="This is the derivative, 1 - y^2, not the value y.",
    ja="これは微分 1 - y^2 です。値 y そのものではありません。",
    hint_en="For a large x the result should be near 1, not near 0.",
    hint_ja="x が大きいとき、結果は 0 ではなく 1 に近づくはずです。",
)

changed(
    "ordinary-tangent",
    {BODY: "return np.tan(x)"},
    en="This is the ordinary tangent of an angle, np.tan. The hyperbolic one is made of exponentials.",
    ja="これは三角関数の tan です。双曲線関数の tanh は指数関数からできています。",
    hint_en="Is a letter missing?",
    hint_ja="1 文字足りないところはありませんか。",
)

changed(
    "inverse",
    {BODY: "return np.arctan(x)"},
    en="This is arctan, the inverse of the ordinary tangent. It is S-shaped too, but it runs to ±π/2 (about ±1.57) and has no exponentials.",
    ja="これは三角関数の逆関数 arctan です。同じ S 字型ですが、±π/2(約 ±1.57)に近づきます。tanh は指数関数からできています。",
    hint_en="What should tanh(1) be by hand?",
    hint_ja="tanh(1) を手で計算するといくつですか。",
)

changed(
    "hard-tanh",
    {BODY: "return np.clip(np.asarray(x, dtype=float), -1.0, 1.0)"},
    en="This is the hard tanh: the straight line x, cut off at -1 and 1. tanh is a smooth curve and reaches neither.",
    ja="これは直線 x を -1 と 1 で切ったもの(hard tanh)です。tanh は滑らかな曲線で、-1 にも 1 にも達しません。",
    hint_en="The formula has exponentials. What is tanh(1) by hand?",
    hint_ja="式には指数関数があります。tanh(1) を手で計算してみましょう。",
)

changed(
    "softsign",
    {BODY: "return x / (1 + np.abs(x))"},
    en="This is softsign, x / (1 + |x|). It runs from -1 to 1 as well, but comes near them much more slowly.",
    ja="これはソフトサイン x / (1 + |x|) です。同じく -1 から 1 の値をとりますが、近づき方がずっと遅くなります。",
    hint_en="tanh(3) is about 0.995. What does yours give, and where are the exponentials?",
    hint_ja="tanh(3) は約 0.995 です。自分の結果はいくつですか。指数関数はどこにありますか。",
)


@mistake(
    "scalars-only",
    en="The functions of the module math take single numbers only, so an array cannot go in.",
    ja="math モジュールの関数は数値 1 つしか受け取れないので、配列を渡せません。",
    hint_en="Which functions work on every entry of an array?",
    hint_ja="配列のすべての要素に働く関数は、どのモジュールにありますか。",
)
def tanh(x):
    return math.tanh(x)


changed(families.number_becomes_array, {BODY: "return np.tanh(np.atleast_1d(x))"})

changed(
    families.one_axis_only_sigmoid,
    {BODY: "y = np.zeros(len(x))\nfor i in range(len(x)):\n    y[i] = np.tanh(x[i])\nreturn y"},
    hint_en="numpy's functions take every entry of any array by themselves. What is left for the loop to do?",
    hint_ja="numpy の関数は、どんな形状の配列でも要素ごとに計算します。ループは必要ですか。",
)

changed(
    families.plain_number_refused,
    {BODY: "return np.array([np.tanh(x[i]) for i in range(len(x))])"},
    hint_en="numpy's functions take numbers and arrays alike. What is left for the loop to do?",
    hint_ja="numpy の関数は、数値でも配列でも計算できます。ループは必要ですか。",
)

changed(
    "plain-number-has-no-shape",
    {BODY: "y = np.zeros(x.shape)\ny[...] = np.tanh(x)\nreturn y"},
    en="Arrays are right, but a plain number cannot go in: it has no shape, which x.shape asks for.",
    ja="配列では正しいのですが、数値(スカラ)を渡すと動きません。数値には x.shape がないためです。",
    hint_en="np.shape(x), and most of numpy's functions, take numbers and arrays alike. Is the shape needed at all?",
    hint_ja="np.shape(x) など numpy の関数の多くは、数値でも配列でも使えます。そもそも shape は必要ですか。",
)

changed(
    "plain-number-has-no-entries",
    {BODY: "y = np.zeros(np.shape(x))\ny[x >= 0] = np.tanh(x[x >= 0])\ny[x < 0] = np.tanh(x[x < 0])\nreturn y"},
    en="Arrays are right, but a plain number cannot go in: a mask picks entries (x[x >= 0]), and a number has none.",
    ja="配列では正しいのですが、数値(スカラ)を渡すと動きません。x[x >= 0] のようにマスクで要素を取り出していますが、数値には要素がありません。",
    hint_en="Which numpy function chooses by a condition without picking entries out?",
    hint_ja="要素を取り出さずに、条件で値を選べる numpy の関数はどれですか。",
)

changed(
    "integer-result",
    {BODY: "y = np.zeros_like(x)\ny[...] = np.tanh(x)\nreturn y"},
    en="For whole numbers the result is an array of integers, made like x (zeros_like, empty_like, astype(x.dtype)): it cuts off the fractions, and every value becomes 0.",
    ja="整数を渡すと、結果も整数の配列になります。zeros_like(x) や astype(x.dtype) で x と同じ dtype にしたため小数部分が切り捨てられ、すべて 0 になっています。",
    hint_en="Print the dtype of your result for x = np.array([1, 2]).",
    hint_ja="x = np.array([1, 2]) を渡して、結果の dtype を print してみましょう。",
)

changed(
    "nan-turned-to-one",
    {BODY: "return np.nan_to_num((np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x)), nan=1.0)"},
    en="The result is 1 far out on both sides, as when every nan of an overflow is replaced by 1. For a very negative x it should be -1.",
    ja="0 から遠いところで、どちら側でも結果が 1 になっています。オーバーフローで出た nan をすべて 1 に置き換えると、こうなります。負の側では -1 のはずです。",
    hint_en="Avoid the inf / inf, and no nan has to be repaired.",
    hint_ja="inf / inf が起きない式にすれば、nan を直す必要はありません。",
)

changed(
    "symmetric",
    {BODY: "return np.tanh(np.abs(x))"},
    en="For a negative x the result is that of |x|: the sign is not given back. tanh is negative on the left of 0.",
    ja="負の x では |x| のときと同じ値になっていて、符号が戻されていません。0 の左側では tanh は負です。",
    hint_en="What should tanh(-1) be?",
    hint_ja="tanh(-1) はいくつになるはずですか。",
)
