import math

from grader.authoring import changed, families, mistake

RETURN = "return x * sigmoid(beta * x)"

changed(
    "beta-ignored",
    {RETURN: "return x * sigmoid(x)"},
    en="beta is not used: the sigmoid takes x alone, or reads a constant outside the function, as document 004's beta. Another beta changes nothing.",
    ja="beta を使っていません。シグモイドに x だけを渡しているか、資料 004 のように関数の外の定数を読んでいます。別の beta を渡しても結果が変わりません。",
    hint_en="Where does your line read the argument beta?",
    hint_ja="式のどこで引数の beta を使っていますか。",
)

changed(
    "beta-outside-only",
    {RETURN: "return beta * x * sigmoid(x)"},
    en="beta multiplies the result instead of standing inside the sigmoid. It should steepen the gate, not stretch the whole curve.",
    ja="beta がシグモイドの中ではなく、外に掛かっています。beta が変えるのはゲートの切り替わりの鋭さで、グラフ全体の大きさではありません。",
    hint_en="With beta = 0 the result should be x / 2. What is yours?",
    hint_ja="beta = 0 なら結果は x / 2 のはずです。今の式ではどうなりますか。",
)

changed(
    "beta-outside-too",
    {RETURN: "return beta * x * sigmoid(beta * x)"},
    en="beta stands inside the sigmoid, as it should, and multiplies the result once more: beta x was used for both factors.",
    ja="beta がシグモイドの中だけでなく、外にも掛かっています。2 つの因子の両方に beta x を使ったためです。",
    hint_en="With beta = 0 the result should be x / 2. What is yours?",
    hint_ja="beta = 0 なら結果は x / 2 のはずです。今の式ではどうなりますか。",
)

changed(
    "x-forgotten",
    {RETURN: "return sigmoid(beta * x)"},
    en="This is the gate alone, the sigmoid of beta x, between 0 and 1. What should go through it, x, is missing.",
    ja="ゲート(beta x のシグモイド)だけになっていて、0 から 1 の値です。ゲートを通るはずの x が掛かっていません。",
    hint_en="What should swish(0) be?",
    hint_ja="swish(0) はいくつになるはずですか。",
)

changed(
    "exponent-sign",
    {RETURN: "return x * sigmoid(-beta * x)"},
    en="The gate is open on the wrong side: the exponent has the wrong sign, so that negative numbers pass and positive ones are blocked.",
    ja="ゲートの開く側が逆です。指数の符号が逆なので、負の値を通し、正の値を止めています。",
    hint_en="Should swish(10) be near 10 or near 0?",
    hint_ja="swish(10) は 10 と 0 のどちらに近いはずですか。",
)

changed(
    "sum-for-product",
    {RETURN: "return x + sigmoid(beta * x)"},
    en="x and the sigmoid are added. The gate has to multiply x, or it cannot block anything.",
    ja="x とシグモイドを足しています。掛けなければ、ゲートとして x を止めることができません。",
    hint_en="What should swish(0) be?",
    hint_ja="swish(0) はいくつになるはずですか。",
)

changed(
    "beta-added",
    {RETURN: "return x * sigmoid(x + beta)"},
    en="beta is added to x inside the sigmoid. It should multiply x there.",
    ja="シグモイドの中で、x に beta を足しています。掛けるはずです。",
    hint_en="Compare the argument of your sigmoid with the formula.",
    hint_ja="シグモイドに渡している引数を、式と見比べましょう。",
)

changed(
    "beta-divides",
    {RETURN: "return x * sigmoid(np.divide(x, beta))"},
    en="x is divided by beta inside the sigmoid: a larger beta makes the gate flatter, where it should make it steeper.",
    ja="シグモイドの中で、x を beta で割っています。beta が大きいほどゲートの切り替わりが鋭くなるはずなのに、逆に緩やかになります。",
    hint_en="Compare the argument of your sigmoid with the formula.",
    hint_ja="シグモイドに渡している引数を、式と見比べましょう。",
)

changed(
    "beta-as-a-power",
    {RETURN: "return x * sigmoid(x) ** beta"},
    en="The sigmoid of x is raised to the power beta. beta belongs inside the sigmoid, as a factor of x.",
    ja="x のシグモイドを beta 乗しています。beta は、シグモイドの中で x に掛けます。",
    hint_en="Compare the argument of your sigmoid with the formula.",
    hint_ja="シグモイドに渡している引数を、式と見比べましょう。",
)

changed(
    "gated-twice",
    {RETURN: "return x * sigmoid(beta * x) ** 2"},
    en="The sigmoid multiplies twice: it is squared, or there is a second line that multiplies.",
    ja="シグモイドが 2 回掛かっています。2 乗していないか、掛ける行が 2 つないか確かめましょう。",
    hint_en="With beta = 0 the result should be x / 2. What is yours?",
    hint_ja="beta = 0 なら結果は x / 2 のはずです。今の式ではどうなりますか。",
)

changed(
    "tanh-gate",
    {RETURN: "return x * np.tanh(beta * x)"},
    en="The gate is tanh, which runs from -1 to 1 and turns negative numbers positive. The sigmoid runs from 0 to 1.",
    ja="ゲートが tanh になっています。-1 から 1 の値をとるので、負の値が正に変わってしまいます。シグモイドは 0 から 1 です。",
    hint_en="Which function is given in the file?",
    hint_ja="ファイルに用意されている関数は何ですか。",
)

changed(
    "relu",
    {RETURN: "return np.maximum(0.0, x)"},
    en="This is ReLU, whose gate is either open or closed. Swish bends smoothly and is a little below 0 for negative numbers.",
    ja="これは ReLU で、ゲートは開くか閉じるかのどちらかです。Swish は滑らかで、負の側ではわずかに負の値になります。",
    hint_en="Where do the sigmoid and beta come in?",
    hint_ja="シグモイドと beta はどこで使いますか。",
)

changed(
    "default-of-gelu",
    {"def swish(x, beta=1.0):": "def swish(x, beta=1.702):"},
    en="Without beta the gate is that of 1.702 x, which approximates GELU. The default here is 1.",
    ja="beta を省略すると 1.702 になっています。これは GELU の近似です。ここでの既定値は 1 です。",
    hint_en="Compare the first line of the function with the stub.",
    hint_ja="def の行を、配布されたファイルの def の行と見比べましょう。",
)

changed(
    "no-default",
    {"def swish(x, beta=1.0):": "def swish(x, beta):"},
    en="beta has lost its default, so that swish(x) alone is an error.",
    ja="beta の既定値がなくなっているので、swish(x) と呼ぶとエラーになります。",
    hint_en="Compare the first line of the function with the stub.",
    hint_ja="def の行を、配布されたファイルの def の行と見比べましょう。",
)

changed(
    "beta-not-an-argument",
    {"def swish(x, beta=1.0):": "def swish(x):", RETURN: "return x * sigmoid(1.0 * x)"},
    en="The function takes x alone: beta is a constant outside it, as in document 004, so that swish(x, 0.5) is an error.",
    ja="引数が x だけです。資料 004 のように beta を関数の外の定数にしているので、swish(x, 0.5) と呼ぶとエラーになります。",
    hint_en="Compare the first line of the function with the stub.",
    hint_ja="def の行を、配布されたファイルの def の行と見比べましょう。",
)

changed(
    "beta-of-zero-replaced",
    {RETURN: "beta = beta or 1.0\n" + RETURN},
    en="A beta of 0 counts as none (if not beta, or beta or 1.0), and the default takes its place. 0 is possible: it gives x / 2.",
    ja="beta が 0 だと、渡されなかったことになって(if not beta や beta or 1.0)、既定値に置き換わっています。0 も許される値で、そのときは x / 2 になります。",
    hint_en="What is bool(0.0)? The default in the first line is enough.",
    hint_ja="bool(0.0) はどちらになりますか。既定値は、def の行に書くだけで足ります。",
)

changed(
    "mish",
    {RETURN: "return x * np.tanh(np.logaddexp(0.0, np.multiply(beta, x)))"},
    en="This is Mish, x tanh(log(1 + e^(beta x))). Its curve looks alike, but the gate of Swish is the plain sigmoid.",
    ja="これは Mish、つまり x tanh(log(1 + e^(beta x))) です。グラフは似ていますが、Swish のゲートはシグモイドそのものです。",
    hint_en="Which function is given in the file?",
    hint_ja="ファイルに用意されている関数は何ですか。",
)

changed(
    "hard-swish",
    {RETURN: "return x * np.clip(np.add(x, 3), 0, 6) / 6"},
    en="This is the hard swish, x times a straight line that is cut off at 0 and 1. Swish has the smooth sigmoid as its gate, and beta in it.",
    ja="これはハードスウィッシュで、直線を 0 と 1 で切ったものを x に掛けています。Swish のゲートは滑らかなシグモイドで、beta も使います。",
    hint_en="Which function is given in the file?",
    hint_ja="ファイルに用意されている関数は何ですか。",
)

changed(
    "derivative-for-value",
    {RETURN: "gate = sigmoid(beta * x)\nreturn gate + beta * x * gate * (1 - gate)"},
    en="This is the derivative of Swish, which is one half at 0. Asked is the value.",
    ja="これは Swish の微分です(0 で 0.5 になります)。求めているのは関数の値です。",
    hint_en="What should swish(0) be?",
    hint_ja="swish(0) はいくつになるはずですか。",
)

changed(
    "parentheses-lost",
    {RETURN: "return x / 1 + np.exp(-beta * x)"},
    en="The division binds first: x / 1 + exp(-beta x) is x plus the exponential, not x over the whole sum.",
    ja="割り算が先に計算されています。x / 1 + exp(-beta x) は x に指数関数を足したもので、和全体では割っていません。",
    hint_en="What should swish(0) be? What does Python compute first?",
    hint_ja="swish(0) はいくつになるはずですか。Python はどこから計算しますか。",
)

changed(
    "large-x-overflows",
    {RETURN: "return x * np.exp(beta * x) / (1 + np.exp(beta * x))"},
    en="For large x this is inf / inf, which is nan: a gate of e^(beta x) / (1 + e^(beta x)) is right on paper only.",
    ja="e^(beta x) / (1 + e^(beta x)) というゲートは数式としては正しいのですが、x が大きいと inf / inf となり、数値計算では nan になります。",
    hint_en="The sigmoid that is given has no such trouble. Or: which exponential is left if you divide both by e^(beta x)?",
    hint_ja="用意された sigmoid ではこうなりません。または、分母と分子を e^(beta x) で割ると、どんな指数関数が残りますか。",
)

changed(
    "matrix-product",
    {RETURN: "return np.dot(x, sigmoid(beta * x))"},
    en="@ (or np.dot) multiplies matrices and sums. The gate multiplies entry by entry, which is *.",
    ja="@ や np.dot は行列の積で、和をとってしまいます。ゲートは要素ごとの積なので * です。",
    hint_en="Which shape should the result have?",
    hint_ja="結果の形状はどうなるはずですか。",
)


@mistake(
    families.scalars_only,
    hint_en="Which exp works on every entry of an array? Or use the sigmoid that is given.",
    hint_ja="配列のすべての要素に働く exp はどれですか。用意された sigmoid を使ってもかまいません。",
)
def swish(x, beta=1.0):
    return x / (1 + math.exp(-beta * x))


changed(families.number_becomes_array, {RETURN: "x = np.atleast_1d(x)\n" + RETURN})

changed(
    families.one_axis_only_sigmoid,
    {RETURN: "y = np.zeros(len(x))\nfor i in range(len(x)):\n    y[i] = x[i] * sigmoid(beta * x[i])\nreturn y"},
    hint_en="The product and the sigmoid take every entry of any array by themselves. What is left for the loop to do?",
    hint_ja="積もシグモイドも、どんな形状の配列でも要素ごとに計算できます。ループは必要ですか。",
)

changed(
    families.plain_number_refused, {RETURN: "return np.array([x[i] * sigmoid(beta * x[i]) for i in range(len(x))])"}
)

changed(
    "integer-result",
    {RETURN: "y = np.zeros_like(x)\ny[...] = x * sigmoid(beta * x)\nreturn y"},
    en="For whole numbers the result is an array of integers, made like x (zeros_like, empty_like, astype(x.dtype)): it cuts off the fractions.",
    ja="整数を渡すと、結果も整数の配列になります。zeros_like(x) や astype(x.dtype) で x と同じ dtype にしたため、小数部分が切り捨てられています。",
    hint_en="Print the dtype of your result for x = np.array([1, 2]).",
    hint_ja="x = np.array([1, 2]) を渡して、結果の dtype を print してみましょう。",
)
