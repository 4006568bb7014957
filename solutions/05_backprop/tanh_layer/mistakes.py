import math

from grader.authoring import changed, families, mistake, reference

OUT = "self.out = np.tanh(x)"
BACKWARD = "return dout * (1.0 - self.out**2)"

changed(
    "y-not-squared",
    {BACKWARD: "return dout * (1 - self.out)"},
    en="backward computes 1 - y, where the derivative is 1 - y²: the square is missing.",
    ja="backward が 1 - y を計算しています。微分は 1 - y² で、2 乗が抜けています。",
    hint_en="Where y is nearly -1 the curve is flat. What does your factor give there?",
    hint_ja="y が -1 に近いところではグラフはほぼ平らです。そこで掛ける値はいくつになりますか。",
)

changed(
    "dout-forgotten",
    {BACKWARD: "return 1 - self.out**2"},
    en="backward returns 1 - y² and never uses dout: it is right only if dout is all ones.",
    ja="backward が 1 - y² だけを返していて、dout を使っていません。dout がすべて 1 のときしか正しくなりません。",
    hint_en="The chain rule has two factors: what this layer does, and what comes from above.",
    hint_ja="連鎖律は、このレイヤの微分と上流から来る勾配の積です。",
)

changed(
    families.dout_passed_through,
    {BACKWARD: "return dout"},
    costs="what it gives is always equal to itself, and no check that holds an answer against itself pays for that",
)

changed(
    "dout-squared-for-y",
    {BACKWARD: "return dout * (1 - dout**2)"},
    en="backward computes with dout alone: dout times 1 - dout². The square belongs to the output that forward kept.",
    ja="backward が dout だけで計算しています(dout に 1 - dout² を掛けています)。2 乗するのは forward が保存した出力です。",
    hint_en="Which letter in the formula stands for the output, and where do you keep it?",
    hint_ja="式の中で出力を表しているのはどの文字ですか。それはどこに保存してありますか。",
)

changed(
    "parentheses-lost-in-backward",
    {BACKWARD: "return dout * 1 - self.out**2"},
    en="backward computes dout * 1 - y²: without parentheses the product comes first, and y² is taken from it.",
    ja="backward が dout * 1 - y² になっています。かっこがないので、先に掛け算が計算され、そこから y² が引かれています。",
    hint_en="What does Python compute first: the product or the difference?",
    hint_ja="Python は、掛け算と引き算のどちらを先に計算しますか。",
)

changed(
    "derivative-from-x",
    {OUT: "self.x = x\n" + OUT, BACKWARD: "return dout * (1 - self.x**2)"},
    en="backward computes 1 - x² with the input. The formula 1 - y² wants the output of forward.",
    ja="backward が入力を使って 1 - x² を計算しています。1 - y² の y は forward の出力です。",
    hint_en="What does forward keep on self? Which of x and y does the formula speak of?",
    hint_ja="forward は self に何を保存していますか。式に出てくるのは x と y のどちらですか。",
)

changed(
    "derivative-at-y",
    {BACKWARD: "return dout * (1 - np.tanh(self.out) ** 2)"},
    en="backward takes the derivative at y, as if the output were the input: tanh is applied twice (or 4 / (e^x + e^-x)² is given y, as "
    "document 004 does). It is wanted at x.",
    ja="backward が、出力 y を入力とみなして微分を計算しています(tanh を 2 回かけているか、資料 004 のように d_tanh に y を渡しています)。"
    "必要なのは x での微分です。",
    hint_en="What forward kept has already been through tanh. Does your formula ask for x or for y?",
    hint_ja="forward が保存した値は、もう tanh を通ったあとの値です。使っている式は x の式ですか、y の式ですか。",
)

changed(
    "derivative-of-the-sigmoid",
    {BACKWARD: "return dout * self.out * (1 - self.out)"},
    en="backward uses y (1 - y), which is the derivative of the sigmoid.",
    ja="backward が y (1 - y) を使っています。これはシグモイド関数の微分です。",
    hint_en="At x = 0 tanh has the slope 1. What does y (1 - y) give there?",
    hint_ja="x = 0 での tanh の傾きは 1 です。y (1 - y) はそこでいくつになりますか。",
)

changed(
    "sigmoid-layer",
    {OUT: "self.out = np.exp(-np.logaddexp(0, -x))", BACKWARD: "return dout * self.out * (1 - self.out)"},
    en="This is the Sigmoid layer, in forward and in backward: the outputs lie between 0 and 1.",
    ja="forward も backward も Sigmoid レイヤのものになっています。出力が 0 から 1 の間になっています。",
    hint_en="What is tanh of 0, and of -1?",
    hint_ja="tanh(0) と tanh(-1) はいくつですか。",
)

changed(
    "plus-for-minus",
    {BACKWARD: "return dout * (1 + self.out**2)"},
    en="backward computes 1 + y², where the derivative is 1 - y².",
    ja="backward が 1 + y² を計算しています。微分は 1 - y² です。",
    hint_en="Where y is nearly 1 the curve is flat. What should the factor be there?",
    hint_ja="y が 1 に近いところではグラフはほぼ平らです。そこで掛ける値はいくつになるはずですか。",
)

changed(
    "gradient-sign",
    {BACKWARD: "return dout * (self.out**2 - 1)"},
    en="The gradient has the wrong sign everywhere: y² - 1 for 1 - y².",
    ja="勾配の符号がすべて逆です。1 - y² が y² - 1 になっています。",
    hint_en="tanh rises everywhere. What sign does its slope have?",
    hint_ja="tanh はどこでも増加します。傾きの符号はどうなりますか。",
)

changed(
    "square-of-the-difference",
    {BACKWARD: "return dout * (1 - self.out) ** 2"},
    en="backward computes (1 - y)². Only y is squared: 1 - y².",
    ja="backward が (1 - y)² を計算しています。2 乗するのは y だけです(1 - y²)。",
    hint_en="To what does your ** 2 belong?",
    hint_ja="** 2 は何に掛かっていますか。",
)

changed(
    "times-output",
    {BACKWARD: "return dout * self.out"},
    en="backward multiplies dout by the output y. The chain rule wants the slope of tanh, not its value.",
    ja="backward が dout に出力 y を掛けています。連鎖律で掛けるのは、tanh の値ではなく傾きです。",
    hint_en="At x = 0 the value is 0. Is the curve flat there?",
    hint_ja="x = 0 での値は 0 です。グラフはそこで平らですか。",
)

changed(
    "tanh-applied-to-dout",
    {BACKWARD: "return np.tanh(dout)"},
    en="backward applies tanh to dout. It is the slope at the kept input that dout has to be multiplied by.",
    ja="backward が dout に tanh をかけています。dout に掛けるのは、順伝播のときの入力での傾きです。",
    hint_en="If dout is twice as large, how much larger must dx be?",
    hint_ja="dout が 2 倍になったら、dx は何倍になるはずですか。",
)

changed(
    "cosh-not-squared",
    {OUT: "self.x = x\n" + OUT, BACKWARD: "return dout / np.cosh(self.x)"},
    en="backward divides by cosh(x), or takes the root of 1 - y². The derivative of tanh has the square: 1 / cosh(x)².",
    ja="backward が cosh(x) で割っています(または 1 - y² の平方根を取っています)。tanh の微分は 1 / cosh(x)² で、2 乗が必要です。",
    hint_en="Work the factor out at x = 1, where 1 - y² is 0.42.",
    hint_ja="x = 1 では 1 - y² は 0.42 です。掛けている値を計算して比べてみましょう。",
)

changed(
    "four-lost",
    {OUT: "self.x = x\n" + OUT, BACKWARD: "return dout / (np.exp(self.x) + np.exp(-self.x)) ** 2"},
    en="backward computes 1 / (e^x + e^-x)², a quarter of the derivative: the numerator is 4.",
    ja="backward が 1 / (e^x + e^-x)² を計算しています。分子は 4 なので、4 分の 1 になっています。",
    hint_en="What is e^x + e^-x at x = 0, and how steep is tanh there?",
    hint_ja="x = 0 で e^x + e^-x はいくつですか。そこでの tanh の傾きはいくつですか。",
)

changed(
    "difference-in-the-derivative",
    {OUT: "self.x = x\n" + OUT, BACKWARD: "return dout * 4 / (np.exp(self.x) - np.exp(-self.x)) ** 2"},
    en="backward computes 4 / (e^x - e^-x)²: the denominator has a plus. With the minus it is infinite at x = 0.",
    ja="backward が 4 / (e^x - e^-x)² を計算しています。分母の符号はプラスです。マイナスだと x = 0 で無限大になります。",
    hint_en="What does your factor give at x = 0.1, where tanh is about as steep as the line y = x?",
    hint_ja="x = 0.1 では tanh の傾きはほぼ 1 です。掛けている値はいくつになりますか。",
)

changed(
    "factor-2-missing-inside",
    {OUT: "self.out = np.tanh(x / 2)"},
    en="forward is 2 sigmoid(x) - 1, which is tanh(x / 2): the 2 inside is missing, tanh(x) is 2 sigmoid(2x) - 1.",
    ja="forward が 2 sigmoid(x) - 1 になっています。これは tanh(x / 2) です。tanh(x) は 2 sigmoid(2x) - 1 で、中の 2 が抜けています。",
    hint_en="How steep is tanh at 0, and how steep is your curve there?",
    hint_ja="tanh の 0 での傾きと、書いた関数の 0 での傾きを比べてみましょう。",
)

changed(
    "upside-down",
    {OUT: "self.out = 1 / np.tanh(x)"},
    en="forward has the quotient upside down: the difference of exponentials belongs above, the sum below. tanh never leaves -1 to 1.",
    ja="forward の分母と分子が逆です。分子が指数関数の差、分母が和です。tanh の値は -1 から 1 の範囲を出ません。",
    hint_en="What should come out for x = 0?",
    hint_ja="x = 0 のとき、出力はいくつになるはずですか。",
)

changed(
    "parentheses-lost",
    {OUT: "self.out = np.exp(x) - np.exp(-x) / np.exp(x) + np.exp(-x)"},
    en="In forward the division binds first: e^x - e^-x / e^x + e^-x is no quotient of the two sums.",
    ja="forward で割り算が先に計算されています。e^x - e^-x / e^x + e^-x は、差を和で割った式ではありません。",
    hint_en="Values beyond 1 cannot come from tanh. What does Python compute first?",
    hint_ja="tanh の値が 1 を超えることはありません。Python はどこから計算しますか。",
)

changed(
    "large-x-overflows",
    {OUT: "self.out = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))"},
    en="For large x forward is inf / inf, which is nan: the quotient of e^x - e^-x and e^x + e^-x, or of sinh and cosh, is right on paper only.",
    ja="x が大きいと forward が inf / inf になり、nan になります。e^x - e^-x と e^x + e^-x の割り算(sinh と cosh の割り算も同じ)は、数式としては正し"
    "くても、数値計算ではオーバーフローします。",
    hint_en="Only exponents that are never positive are safe. Or does numpy have the function already?",
    hint_ja="指数が正にならなければ安全です。numpy に関数が用意されていませんか。",
)

changed(
    "one-sided-overflow",
    {OUT: "e = np.exp(2 * x)\nself.out = (e - 1) / (e + 1)"},
    en="For large positive x forward is inf / inf, which is nan: (e^2x - 1) / (e^2x + 1) is right on paper only.",
    ja="x が大きな正の数のとき、forward が inf / inf になり、nan になります。(e^(2x) - 1) / (e^(2x) + 1) は、数式としては正しくても、数値計算ではオ"
    "ーバーフローします。",
    hint_en="Only exponents that are never positive are safe. Or does numpy have the function already?",
    hint_ja="指数が正にならなければ安全です。numpy に関数が用意されていませんか。",
)

changed(
    "derivative-overflows",
    {OUT: "self.x = x\n" + OUT, BACKWARD: "return dout * (1 - (np.sinh(self.x) / np.cosh(self.x)) ** 2)"},
    en="forward is right everywhere, but for large x the gradient is nan: backward divides exponentials that have become infinite.",
    ja="forward はどこでも正しいのですが、x が大きいと勾配が nan になります。backward で、無限大になった指数関数どうしを割っています。",
    hint_en="Write the derivative with the output y, which is always between -1 and 1.",
    hint_ja="いつも -1 から 1 の間にある出力 y を使って微分を書いてみましょう。",
)

changed(
    "ordinary-tangent",
    {OUT: "self.out = np.tan(x)"},
    en="forward takes np.tan, the tangent of an angle. The hyperbolic one has an h: it stays between -1 and 1.",
    ja="forward が np.tan(三角関数の正接)になっています。双曲線正接は名前に h が付き、値は -1 から 1 の間です。",
    hint_en="Print your forward for x = 2 and x = 1.6. Can tanh do that?",
    hint_ja="x = 2 と x = 1.6 で forward の値を print してみましょう。tanh がその値になることはありますか。",
)

changed(
    "arctangent",
    {OUT: "self.out = np.arctan(x)"},
    en="forward takes np.arctan, the inverse of the tangent of an angle. The layer applies tanh.",
    ja="forward が np.arctan になっています。これは三角関数の正接の逆関数です。このレイヤは tanh をかけます。",
    hint_en="What should forward give for a very large x?",
    hint_ja="x がとても大きいとき、forward は何を返すはずですか。",
)

changed(families.state_shared_by_layers, everywhere={"self.out": "type(self).out"})

changed(
    "first-output-kept",
    {"self.out = np.tanh(x)\nreturn self.out": "if self.out is None:\n    self.out = np.tanh(x)\nreturn np.tanh(x)"},
    en="The layer keeps the output of its first forward for good; backward must use that of the latest.",
    ja="最初の forward の出力をずっと使い続けています。backward では、最後に呼ばれた forward の出力を使います。",
    hint_en="Call forward twice with different x. What does self hold after the second call?",
    hint_ja="違う x で forward を 2 回呼んでみましょう。2 回目のあと、self には何が入っていますか。",
)

changed(
    "outputs-stacked",
    {
        "self.out = None": "self.kept = []",
        "self.out = np.tanh(x)\nreturn self.out": "self.kept.append(np.tanh(x))\nreturn self.kept[-1]",
        BACKWARD: "return dout * (1 - self.kept.pop() ** 2)",
    },
    en="Every forward adds its output to a list and every backward takes one away (append and pop). A second backward then gets the output "
    "of an earlier forward; all belong to the latest one.",
    ja="forward のたびに出力をリストに追加し、backward のたびに 1 つ取り出しています(append と pop)。2 回目の backward では前の forward の出力が"
    "使われてしまいます。何回呼んでも、最後の forward の出力を使います。",
    hint_en="Call forward twice and then backward twice. Which output does the second backward use?",
    hint_ja="forward を 2 回、続けて backward を 2 回呼んでみましょう。2 回目の backward はどの出力を使いますか。",
)

changed(
    families.gradients_accumulate,
    {
        BACKWARD: "self.dx = self.dx + dout * (1.0 - self.out**2)\nreturn self.dx",
        "def __init__(self):": "dx = 0.0\ndef __init__(self):",
    },
)

changed(
    "output-changed-in-backward",
    {BACKWARD: "self.out = 1 - self.out**2\nreturn dout * self.out"},
    en="backward overwrites the kept output with its slope, so a second backward finds that in its place. What forward kept must stay "
    "until the next forward.",
    ja="backward が、保存しておいた出力を傾き(1 - y²)で書き換えています。2 回目の backward では y の代わりにその値を使ってしまいます。保存した値は、"
    "次の forward まで変えてはいけません。",
    hint_en="Print what forward kept before and after backward. Which line changes it?",
    hint_ja="forward が保存した値を、backward の前後で print してみましょう。どの行で変わりますか。",
)

changed(
    "square-kept-as-output",
    {BACKWARD: "self.out = self.out**2\nreturn dout * (1 - self.out)"},
    en="backward squares the kept output in place (self.out **= 2), so a second backward squares it again. What forward kept must stay until the next forward.",
    ja="backward が、保存しておいた出力をその場で 2 乗しています(self.out **= 2)。2 回目の backward ではさらに 2 乗されます。保存した値は、次の"
    " forward まで変えてはいけません。",
    hint_en="Print what forward kept before and after backward. Which line changes it?",
    hint_ja="forward が保存した値を、backward の前後で print してみましょう。どの行で変わりますか。",
)


@mistake(
    "one-number-at-a-time",
    en="forward hands a whole array to math.tanh (or to math.exp), which takes single numbers only.",
    ja="forward が配列全体を math.tanh や math.exp に渡しています。これらは数を 1 つずつしか計算できません。",
    hint_en="Which module has functions that work on arrays entry by entry?",
    hint_ja="配列を要素ごとに計算できる関数は、どのモジュールにありますか。",
)
class Tanh(reference.Tanh):
    def forward(self, x):
        self.out = math.tanh(x)
        return self.out


changed(
    "divided-by-batch-size",
    {BACKWARD: "return dout * (1.0 - self.out**2) / len(dout)"},
    en="backward divides by the batch size. The mean over the batch belongs to the loss layer, once.",
    ja="backward がバッチサイズで割っています。バッチの平均をとるのは損失のレイヤで、1 回だけです。",
    hint_en="By how much does forward's result change with x: does that depend on the number of rows?",
    hint_ja="x を動かしたときの順伝播の出力の変化は、データ数によりますか。",
    costs="the same entries in another shape have another number of rows, so it disagrees with itself as well",
)

changed(
    "matrix-product-in-backward",
    {BACKWARD: "return np.dot(dout, 1 - self.out**2)"},
    en="backward takes a matrix product of dout and the slopes (np.dot or @). Every entry of x has its own slope, and the two are multiplied entry by entry.",
    ja="backward が dout と傾きの行列の積(np.dot や @)を計算しています。傾きは x の要素ごとにあり、要素ごとに掛けます。",
    hint_en="Does y[0, 1] depend on x[0, 0]? Which product works entry by entry?",
    hint_ja="y[0, 1] は x[0, 0] に依存しますか。要素ごとに掛ける積はどちらですか。",
    costs="it raises, or has no array to look at, so no check that calls it sees anything",
)

changed(
    "forward-returns-derivative",
    {"return self.out": "return 1 - self.out**2"},
    en="forward returns the derivative 1 - y², not the value y. The derivative belongs in backward.",
    ja="forward が出力 y ではなく、微分 1 - y² を返しています。微分を使うのは backward です。",
    hint_en="For a large x the output should be near 1, not near 0.",
    hint_ja="x が大きいとき、出力は 0 ではなく 1 に近づくはずです。",
)

changed(
    "gradient-not-returned",
    {BACKWARD: ""},
    en="backward returns nothing: the gradient never reaches the layer before.",
    ja="backward が何も返していません。これでは勾配が前の層に伝わりません。",
    hint_en="Which line of backward hands its result to the caller?",
    hint_ja="backward の中で、結果を呼び出し側に渡しているのはどの行ですか。",
    costs="what it gives is always equal to itself, and no check that holds an answer against itself pays for that",
)

changed(
    "slope-at-dout",
    {BACKWARD: "return 1 - np.tanh(dout) ** 2"},
    en="backward returns the slope of tanh at dout, 1 - tanh(dout)². The slope is to be taken where forward was, and multiplied by dout.",
    ja="backward が、dout での tanh の傾き 1 - tanh(dout)² を返しています。傾きは順伝播のときの点で求め、それを dout に掛けます。",
    hint_en="Which of the values in your backward comes from forward? And where is dout multiplied?",
    hint_ja="backward で使っている値のうち、forward から来たものはどれですか。dout を掛けているのはどこですか。",
)

changed(
    "dout-times-slope-at-dout",
    {BACKWARD: "return dout * (1 - np.tanh(dout) ** 2)"},
    en="backward takes the slope of tanh at dout: dout is multiplied by 1 - tanh(dout)². The slope is to be taken where forward was, so it comes from forward's output.",
    ja="backward が tanh の傾きを dout のところで求めています(dout に 1 - tanh(dout)² を掛けています)。傾きは順伝播のときの点で求めるもので、forward の出力から計算します。",
    hint_en="Which of the values in your backward comes from forward?",
    hint_ja="backward で使っている値のうち、forward から来たものはどれですか。",
)

changed(
    "dout-as-target",
    {BACKWARD: "return (self.out - dout) * (1 - self.out**2)"},
    en="backward treats dout as a target: it multiplies y - dout by 1 - y². dout is the gradient from above already; nothing is to be compared with y.",
    ja="backward が dout を教師データのように扱い、(y - dout) に 1 - y² を掛けています。dout は上流から来た勾配そのもので、y との差をとるものではありません。",
    hint_en="If dout is 0 everywhere, the loss does not depend on y. What must dx be then?",
    hint_ja="dout がすべて 0 なら、損失は y によりません。そのとき dx はいくつになるはずですか。",
)

changed(
    "gradient-kept-as-output",
    {BACKWARD: "self.out = dout * (1.0 - self.out**2)\nreturn self.out"},
    en="backward writes its result into the kept output, so a second backward starts from a gradient instead of y. What forward kept must stay until the next forward.",
    ja="backward が、保存しておいた出力を、計算した勾配で上書きしています。2 回目の backward では、y の代わりに勾配から計算してしまいます。保存した値は、次の forward まで変えてはいけません。",
    hint_en="Print what forward kept before and after backward. Which line changes it?",
    hint_ja="forward が保存した値を、backward の前後で print してみましょう。どの行で変わりますか。",
)

changed(
    families.gradients_add_up_since_forward,
    {
        "return self.out": "self.dx = 0.0\nreturn self.out",
        BACKWARD: "self.dx = self.dx + dout * (1.0 - self.out**2)\nreturn self.dx",
    },
)
