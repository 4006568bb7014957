from grader.authoring import changed, families

RETURN = "return np.where(x > 0, x, alpha * x)"

changed(
    "alpha-ignored",
    {RETURN: "return np.where(x > 0, x, 0.01 * x)"},
    en="alpha is not used: 0.01 stands in the line as a constant. Another alpha changes nothing.",
    ja="alpha を使わずに、0.01 と書き込んでいます。別の alpha を渡しても結果が変わりません。",
    hint_en="Where does your line read alpha?",
    hint_ja="式のどこで alpha を使っていますか。",
)

changed(
    "relu",
    {RETURN: "return np.maximum(0.0, x)"},
    en="Negative entries become 0: this is ReLU. Here the fraction alpha of them leaks through.",
    ja="負の要素が 0 になっています。これは ReLU です。ここでは alpha 倍だけを通します。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。",
)

changed(
    "alpha-on-the-positive-side",
    {RETURN: "return np.where(x > 0, alpha * x, x)"},
    en="alpha shrinks the positive entries and the negative ones stay: the two branches are exchanged, or it is minimum for maximum.",
    ja="正の要素が alpha 倍され、負の要素がそのままです。場合分けが逆か、maximum のところが minimum になっています。",
    hint_en="Which side should stay as it is?",
    hint_ja="そのまま出力するのは、正と負のどちらの側ですか。",
)

changed(
    "larger-of-x-and-alpha",
    {RETURN: "return np.maximum(x, alpha)"},
    en="x is compared with alpha itself, so that everything below alpha becomes alpha. The negative side is a product with x, a line and not a constant.",
    ja="x と alpha そのものを比べているので、alpha より小さい値がすべて alpha になります。負の側は定数ではなく、x との積(直線)です。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be? And for -8.0?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。-8.0 ではどうですか。",
)

changed(
    "alpha-instead-of-a-product",
    {RETURN: "return np.where(x > 0, x, np.where(x < 0, alpha, 0.0))"},
    en="Negative entries all become alpha. They should become a product of alpha and x, different for each.",
    ja="負の要素がすべて alpha になっています。alpha と x の積なので、要素ごとに違う値になるはずです。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be? And for -8.0?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。-8.0 ではどうですか。",
)

changed(
    "minus-alpha-instead-of-a-product",
    {RETURN: "return np.where(x > 0, x, np.where(x < 0, -alpha, 0.0))"},
    en="Negative entries all become -alpha. They should become a product of alpha and x, different for each.",
    ja="負の要素がすべて -alpha になっています。alpha と x の積なので、要素ごとに違う値になるはずです。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be? And for -8.0?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。-8.0 ではどうですか。",
)

changed(
    "sign-turned",
    {RETURN: "return np.where(x > 0, x, -alpha * x)"},
    en="Negative entries come out positive: there is a minus (or an absolute value) too many on the negative side.",
    ja="負の要素が正の値に変わっています。負の側に余分なマイナス(または絶対値)があります。",
    hint_en="The sign of x is in x already. What should leaky_relu(np.array([-4.0]), 0.25) be?",
    hint_ja="符号は x に含まれています。leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。",
)

changed(
    "alpha-added-on-the-positive-side-too",
    {RETURN: "return np.maximum(0, x) + alpha * x"},
    en="The leak is added on both sides: positive entries come out (1 + alpha) times as large. max(0, x) + alpha x needs the negative part of x in its second term.",
    ja="両側に alpha 倍を足しているので、正の要素が 1 + alpha 倍になっています。max(0, x) + alpha x では、第 2 項を x の負の部分だけにする必要があります。",
    hint_en="What should leaky_relu(np.array([4.0]), 0.25) be?",
    hint_ja="leaky_relu(np.array([4.0]), 0.25) はいくつになるはずですか。",
)

changed(
    "relu-of-alpha-x",
    {RETURN: "return np.maximum(0.0, alpha * x)"},
    en="This is max(0, alpha x): the positive side is shrunk and the negative one is 0, just the other way round.",
    ja="max(0, alpha x) になっています。正の側が縮み、負の側が 0 で、ちょうど逆です。",
    hint_en="Of which two numbers should the larger be taken?",
    hint_ja="大きいほうを選ぶのは、何と何のうちからですか。",
)

changed(
    "everything-shrunk",
    {RETURN: "return alpha * x"},
    en="alpha multiplies every entry. The positive ones should stay as they are.",
    ja="すべての要素が alpha 倍されています。正の要素はそのままのはずです。",
    hint_en="What should leaky_relu(np.array([4.0]), 0.25) be? Is your comparison used?",
    hint_ja="leaky_relu(np.array([4.0]), 0.25) はいくつになるはずですか。比較の結果は使われていますか。",
)

changed(
    "nothing-shrunk",
    {RETURN: "return 1.0 * x"},
    en="x comes back as it is: the negative entries are not multiplied by alpha.",
    ja="x がそのまま返っています。負の要素が alpha 倍されていません。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be? Is the result of your line kept?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。計算した結果を返していますか。",
)

changed(
    "divided-by-alpha",
    {RETURN: "return np.where(x > 0, x, x / alpha)"},
    en="Negative entries are divided by alpha, which makes them larger instead of smaller.",
    ja="負の要素を alpha で割っているので、小さくなるどころか大きくなっています。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。",
)

changed(
    "alpha-subtracted",
    {RETURN: "return np.where(x > 0, x, x - alpha)"},
    en="Negative entries are moved by alpha (a sum or difference), not multiplied by it.",
    ja="負の要素から alpha を引いています。引くのではなく、掛けるはずです。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。",
)

changed(
    "one-minus-alpha",
    {RETURN: "return np.where(x > 0, x, (1 - alpha) * x)"},
    en="The slope on the negative side is 1 - alpha: alpha is what leaks through, not what is held back.",
    ja="負の側の傾きが 1 - alpha になっています。alpha は止める割合ではなく、通す割合です。",
    hint_en="With alpha = 0 this should be ReLU. What is yours?",
    hint_ja="alpha = 0 なら ReLU になるはずです。今の式ではどうなりますか。",
)

changed(
    "slope-for-value",
    {RETURN: "return np.where(x > 0, 1.0, alpha)"},
    en="This is the derivative: 1 on the positive side and alpha on the negative one. Asked is the value.",
    ja="これは微分です(正の側で 1、負の側で alpha)。求めているのは関数の値です。",
    hint_en="The slope is half of the way. Where do the values of x get in?",
    hint_ja="傾きがわかれば、あと一歩です。そこに x の値をどう入れますか。",
)

changed(
    "elu",
    {RETURN: "return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))"},
    en="The negative side is alpha (e^x - 1), which is ELU. Leaky ReLU has a straight line there.",
    ja="負の側が alpha (e^x - 1) になっています。これは ELU です。Leaky ReLU の負の側は直線です。",
    hint_en="The formula has no exponential.",
    hint_ja="式に指数関数はありません。",
)

changed(
    "absolute-value",
    {RETURN: "return 1.0 * np.abs(x)"},
    en="This is the absolute value: alpha is not used, and negative entries come out positive.",
    ja="これは絶対値です。alpha を使っておらず、負の要素が正の値に変わっています。",
    hint_en="What should leaky_relu(np.array([-4.0]), 0.25) be?",
    hint_ja="leaky_relu(np.array([-4.0]), 0.25) はいくつになるはずですか。",
)

changed(
    "default-of-a-tenth",
    {"def leaky_relu(x, alpha=0.01):": "def leaky_relu(x, alpha=0.1):"},
    en="Without alpha the slope is 0.1. The default is 0.01.",
    ja="alpha を省略したときの傾きが 0.1 になっています。既定値は 0.01 です。",
    hint_en="Compare the first line of the function with the stub.",
    hint_ja="def の行を、配布されたファイルの def の行と見比べましょう。",
)

changed(
    "default-of-a-fifth",
    {"def leaky_relu(x, alpha=0.01):": "def leaky_relu(x, alpha=0.2):"},
    en="Without alpha the slope is 0.2, as in some libraries. The default here is 0.01.",
    ja="alpha を省略したときの傾きが 0.2 になっています。そういうライブラリもありますが、ここでの既定値は 0.01 です。",
    hint_en="Compare the first line of the function with the stub.",
    hint_ja="def の行を、配布されたファイルの def の行と見比べましょう。",
)

changed(
    "no-default",
    {"def leaky_relu(x, alpha=0.01):": "def leaky_relu(x, alpha):"},
    en="alpha has lost its default, so that leaky_relu(x) alone is an error.",
    ja="alpha の既定値がなくなっているので、leaky_relu(x) と呼ぶとエラーになります。",
    hint_en="Compare the first line of the function with the stub.",
    hint_ja="def の行を、配布されたファイルの def の行と見比べましょう。",
)

changed(
    "alpha-not-an-argument",
    {"def leaky_relu(x, alpha=0.01):": "def leaky_relu(x):", RETURN: "return np.where(x > 0, x, 0.01 * x)"},
    en="The function takes x alone: alpha is a constant, so that leaky_relu(x, 0.25) is an error.",
    ja="引数が x だけです。alpha を定数にしているので、leaky_relu(x, 0.25) と呼ぶとエラーになります。",
    hint_en="Compare the first line of the function with the stub.",
    hint_ja="def の行を、配布されたファイルの def の行と見比べましょう。",
)

changed(
    "alpha-of-zero-replaced",
    {RETURN: "alpha = alpha or 0.01\n" + RETURN},
    en="An alpha of 0 counts as none (if not alpha, or alpha or 0.01), and the default takes its place. 0 is a possible slope: it gives ReLU.",
    ja="alpha が 0 だと、渡されなかったことになって(if not alpha や alpha or 0.01)、既定値に置き換わっています。0 も傾きとして許される値で、そのときは ReLU になります。",
    hint_en="What is bool(0.0)? The default in the first line is enough.",
    hint_ja="bool(0.0) はどちらになりますか。既定値は、def の行に書くだけで足ります。",
)

changed(
    "one-question-for-all",
    {RETURN: "return max(x, alpha * x)"},
    en="if, and Python's max, ask one question about the whole array, and an array has an answer for each entry. They work for a single number only.",
    ja="if や Python の max は配列全体で 1 つの答えを求めますが、答えは要素ごとに違います。数値 1 つにしか使えない書き方です。",
    hint_en="Which numpy function chooses between two arrays entry by entry?",
    hint_ja="2 つの配列から要素ごとに選ぶ numpy の関数はどれですか。",
)

changed(
    "integer-result",
    {RETURN: "y = x.copy()\ny[x < 0] = alpha * x[x < 0]\nreturn y"},
    en="For whole numbers the result is an array of integers, and the fractions are lost. A copy of x, zeros_like(x) and a cast to x.dtype all are of x's type.",
    ja="整数を渡すと、結果も整数の配列になり、小数部分が失われています。x.copy() も zeros_like(x) も x.dtype への変換も、x と同じ型の配列になります。",
    hint_en="Print the dtype of your result for x = np.array([-1, 2]).",
    hint_ja="x = np.array([-1, 2]) を渡して、結果の dtype を print してみましょう。",
)

changed(
    families.one_axis_only,
    {RETURN: "y = np.zeros(len(x))\nfor i in range(len(x)):\n    y[i] = x[i] if x[i] > 0 else alpha * x[i]\nreturn y"},
)

changed(families.list_returned, {RETURN: "return [value if value > 0 else alpha * value for value in x]"})

changed(
    "threshold-at-alpha",
    {RETURN: "return np.where(x > alpha, x, alpha * x)"},
    en="x is compared with alpha where it should be with 0: positive entries up to alpha are multiplied by alpha, too.",
    ja="x を 0 ではなく alpha と比べているので、alpha 以下の正の要素まで alpha 倍されています。",
    hint_en="What should leaky_relu(np.array([0.2]), 0.25) be?",
    hint_ja="leaky_relu(np.array([0.2]), 0.25) はいくつになるはずですか。",
)

changed(
    "threshold-at-one",
    {RETURN: "return np.where(x > 1, x, alpha * x)"},
    en="Positive entries up to 1 are multiplied by alpha, too: x is compared with 1 where it should be with 0.",
    ja="x を 0 ではなく 1 と比べているので、1 以下の正の要素まで alpha 倍されています。",
    hint_en="What should leaky_relu(np.array([0.5]), 0.25) be?",
    hint_ja="leaky_relu(np.array([0.5]), 0.25) はいくつになるはずですか。",
)
