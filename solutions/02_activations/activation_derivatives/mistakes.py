import math

from grader.authoring import changed, mistake

SWISH = "y = sigmoid(beta * x)\nreturn y + beta * x * y * (1 - y)"

changed(
    "d-sigmoid-takes-x-for-the-output",
    {"y = sigmoid(x)\nreturn y * (1 - y)": "return x * (1 - x)"},
    en="d_sigmoid computes x (1 - x): it takes its argument for an output y of sigmoid. Here the argument is x, before the activation.",
    ja="d_sigmoid が x (1 - x) を計算しています。引数をシグモイドの出力 y とみなした式です。ここでの引数は、活性化関数に入る前の x です。",
    hint_en="What is y (1 - y) for x = 3, where y is between 0 and 1? What does yours give?",
    hint_ja="x = 3 のとき、0 から 1 の値である y はいくつで、y (1 - y) はいくつですか。自分の結果と比べてみましょう。",
)

changed(
    "d-sigmoid-at-the-output",
    {"y = sigmoid(x)": "y = sigmoid(sigmoid(x))"},
    en="d_sigmoid takes the slope at the point sigmoid(x), not at x: sigmoid is applied twice.",
    ja="d_sigmoid が x ではなく sigmoid(x) の位置での傾きになっています。シグモイドを 2 回適用しています。",
    hint_en="How often does sigmoid stand in the formula, one inside the other?",
    hint_ja="式の中で、シグモイドの中にシグモイドが入っているところはありますか。",
)

changed(
    "d-sigmoid-is-the-value",
    {"y = sigmoid(x)\nreturn y * (1 - y)": "return sigmoid(x)"},
    en="d_sigmoid returns sigmoid itself, not its slope.",
    ja="d_sigmoid がシグモイドの値そのものを返しています。傾きではありません。",
    hint_en="Far to the right the curve is flat. What should the slope be there?",
    hint_ja="右の遠いところではグラフは平らです。傾きはいくつになるはずですか。",
)

changed(
    "d-sigmoid-one-plus-y",
    {"return y * (1 - y)": "return y * (1 + y)"},
    en="d_sigmoid is y (1 + y): there is a plus where the formula has a minus.",
    ja="d_sigmoid が y (1 + y) になっています。式ではマイナスのところです。",
    hint_en="The slope of sigmoid is never more than one quarter.",
    hint_ja="シグモイドの傾きは、最大でも 0.25 です。",
)

changed(
    "d-sigmoid-only-one-minus-y",
    {"y = sigmoid(x)\nreturn y * (1 - y)": "return 1 - sigmoid(x)"},
    en="d_sigmoid returns 1 - y: the factor y is missing.",
    ja="d_sigmoid が 1 - y だけを返しています。y を掛けていません。",
    hint_en="The slope is the same at x and at -x. Is yours?",
    hint_ja="傾きは x と -x で同じになるはずです。自分の結果はどうですか。",
)

changed(
    "d-sigmoid-with-tanhs-formula",
    {"y = sigmoid(x)\nreturn y * (1 - y)": "return 1 - sigmoid(x) ** 2"},
    en="d_sigmoid is 1 - y²: that is the formula of tanh.",
    ja="d_sigmoid が 1 - y² になっています。これは tanh の微分の式です。",
    hint_en="Sigmoid and tanh each have a formula of their own. Which is which?",
    hint_ja="シグモイドと tanh では微分の式が違います。どちらがどちらの式でしょうか。",
)

changed(
    "d-sigmoid-sign",
    {"return y * (1 - y)": "return -(y * (1 - y))"},
    en="d_sigmoid has the wrong sign, as from y (y - 1): sigmoid rises everywhere, so its slope is positive.",
    ja="d_sigmoid の符号が逆です(y (y - 1) など)。シグモイドは常に増加するので、傾きは正です。",
    hint_en="Differentiating 1 / (1 + e^(-x)) brings out two minus signs. What do they make?",
    hint_ja="1 / (1 + e^(-x)) を微分すると、マイナスが 2 回出てきます。合わせるとどうなりますか。",
)

changed(
    "d-sigmoid-denominator-not-squared",
    {"y = sigmoid(x)\nreturn y * (1 - y)": "return np.exp(-x) / (1 + np.exp(-x))"},
    en="d_sigmoid divides by 1 + e^(-x), where the square of it belongs: by the quotient rule the denominator is squared.",
    ja="d_sigmoid の分母が 1 + e^(-x) のままです。商の微分では分母が 2 乗になります。",
    hint_en="What is the derivative of 1 / u with respect to u?",
    hint_ja="1 / u を u で微分するとどうなりますか。",
)

changed(
    "d-sigmoid-overflows-on-the-left",
    {"y = sigmoid(x)\nreturn y * (1 - y)": "return np.exp(-x) / (1 + np.exp(-x)) ** 2"},
    en="Far to the left d_sigmoid is inf / inf, which is nan: e^(-x) overflows in numerator and denominator.",
    ja="x が負で絶対値がとても大きいとき、d_sigmoid が inf / inf で nan になります。分子と分母の e^(-x) がどちらもオーバーフローしています。",
    hint_en="A formula that uses only y = sigmoid(x) has no inf / inf. Which one?",
    hint_ja="y = sigmoid(x) だけを使う式なら、inf / inf は起こりません。どんな式でしたか。",
)

changed(
    "d-sigmoid-overflows-on-the-right",
    {"y = sigmoid(x)\nreturn y * (1 - y)": "return np.exp(x) / (1 + np.exp(x)) ** 2"},
    en="Far to the right d_sigmoid is inf / inf, which is nan: e^x overflows in numerator and denominator.",
    ja="x がとても大きいとき、d_sigmoid が inf / inf で nan になります。分子と分母の e^x がどちらもオーバーフローしています。",
    hint_en="A formula that uses only y = sigmoid(x), the one given, has no inf / inf. Which one?",
    hint_ja="用意された sigmoid で y を求め、y だけを使えば inf / inf は起こりません。どんな式でしたか。",
)


@mistake(
    "d-sigmoid-numbers-only",
    en="d_sigmoid uses math.exp, which takes single numbers only: an array cannot go in.",
    ja="d_sigmoid で math.exp を使っています。math.exp は数値 1 つしか受け取れないので、配列を渡せません。",
    hint_en="Which exp works on every entry of an array?",
    hint_ja="配列のすべての要素に働く exp はどれですか。",
)
def d_sigmoid(x):
    y = 1 / (1 + math.exp(-x))
    return y * (1 - y)


changed(
    "d-tanh-takes-x-for-the-output",
    {"return 1 - np.tanh(x) ** 2": "return 1 - x**2"},
    en="d_tanh computes 1 - x²: it takes its argument for an output y of tanh (document 004 calls it with an output). Here the argument is x, before the activation.",
    ja="d_tanh が 1 - x² を計算しています。引数を tanh の出力 y とみなした式です(資料 004 は出力を渡しています)。ここでの引数は、活性化関数に入る前の x です。",
    hint_en="The slope of tanh is never negative. What does yours give for x = 3?",
    hint_ja="tanh の傾きは負になりません。x = 3 のとき、自分の結果はいくつですか。",
)

changed(
    "d-tanh-at-the-output",
    {"return 1 - np.tanh(x) ** 2": "return 1 - np.tanh(np.tanh(x)) ** 2"},
    en="d_tanh takes the slope at the point tanh(x), not at x: that is what document 004 gets by handing the output y on to its d_tanh.",
    ja="d_tanh が x ではなく tanh(x) の位置での傾きになっています。資料 004 のように、出力 y を d_tanh に渡したときの値です。",
    hint_en="The slope belongs to the point where the neuron stood. Is that the input or the output of tanh?",
    hint_ja="傾きを求める位置は、tanh の入力ですか、出力ですか。",
)

changed(
    "d-tanh-at-the-sigmoids-output",
    {"return 1 - np.tanh(x) ** 2": "return 1 - np.tanh(sigmoid(x)) ** 2"},
    en="d_tanh takes the slope at the point sigmoid(x), not at x: this is what document 004 does where its output layer hands the result of a sigmoid to d_tanh.",
    ja="d_tanh が x ではなく sigmoid(x) の位置での傾きになっています。資料 004 の出力層は、シグモイドの出力を d_tanh に渡していて、これと同じです。",
    hint_en="The argument is the x that went into tanh. Has a sigmoid anything to do here?",
    hint_ja="引数は、tanh に入る前の x です。ここにシグモイドは必要ですか。",
)

changed(
    "d-tanh-not-squared",
    {"return 1 - np.tanh(x) ** 2": "return 1 - np.tanh(x)"},
    en="d_tanh is 1 - tanh(x): the square is missing.",
    ja="d_tanh が 1 - tanh(x) になっています。2 乗を忘れています。",
    hint_en="The slope is the same at x and at -x. Is yours?",
    hint_ja="傾きは x と -x で同じになるはずです。自分の結果はどうですか。",
)

changed(
    "d-tanh-minus-for-plus",
    {"return 1 - np.tanh(x) ** 2": "return 4 / (np.exp(x) - np.exp(-x)) ** 2"},
    en="d_tanh divides by (e^x - e^(-x))²: the denominator of the formula has a plus. At 0 this would be 4 / 0.",
    ja="d_tanh の分母が (e^x - e^(-x))² になっています。式ではプラスです。このままでは x = 0 で 4 / 0 になります。",
    hint_en="The slope of tanh at 0 is 1. Which sign makes the denominator 4 there?",
    hint_ja="tanh の 0 での傾きは 1 です。分母が 4 になるのはどちらの符号ですか。",
)

changed(
    "d-tanh-denominator-not-squared",
    {"return 1 - np.tanh(x) ** 2": "return 4 / (np.exp(x) + np.exp(-x))"},
    en="d_tanh divides by e^x + e^(-x) without squaring it.",
    ja="d_tanh の分母 e^x + e^(-x) を 2 乗していません。",
    hint_en="The slope of tanh at 0 is 1. What does yours give?",
    hint_ja="tanh の 0 での傾きは 1 です。自分の結果はいくつですか。",
)

changed(
    "d-tanh-four-lost",
    {"return 1 - np.tanh(x) ** 2": "return 1 / (np.exp(x) + np.exp(-x)) ** 2"},
    en="d_tanh is 1 / (e^x + e^(-x))²: a quarter of the slope. The numerator is 4.",
    ja="d_tanh が 1 / (e^x + e^(-x))² で、正しい値の 4 分の 1 になっています。分子は 4 です。",
    hint_en="The slope of tanh at 0 is 1. What does yours give?",
    hint_ja="tanh の 0 での傾きは 1 です。自分の結果はいくつですか。",
)

changed(
    "d-tanh-one-plus-square",
    {"return 1 - np.tanh(x) ** 2": "return 1 + np.tanh(x) ** 2"},
    en="d_tanh is 1 + tanh²(x): there is a plus where the formula has a minus.",
    ja="d_tanh が 1 + tanh²(x) になっています。式ではマイナスです。",
    hint_en="Far out the curve of tanh is flat. What should the slope be there?",
    hint_ja="0 から遠いところでは、tanh のグラフは平らです。傾きはいくつになるはずですか。",
)

changed(
    "d-tanh-sign",
    {"return 1 - np.tanh(x) ** 2": "return np.tanh(x) ** 2 - 1"},
    en="d_tanh has the wrong sign, as from tanh²(x) - 1: tanh rises everywhere, so its slope is positive.",
    ja="d_tanh の符号が逆です(tanh²(x) - 1 など)。tanh は常に増加するので、傾きは正です。",
    hint_en="The slope of tanh at 0 is 1. What does yours give?",
    hint_ja="tanh の 0 での傾きは 1 です。自分の結果はいくつですか。",
)

changed(
    "d-tanh-is-the-value",
    {"return 1 - np.tanh(x) ** 2": "return np.tanh(x)"},
    en="d_tanh returns tanh itself, not its slope.",
    ja="d_tanh が tanh の値そのものを返しています。傾きではありません。",
    hint_en="The slope of tanh at 0 is 1, and it is never negative.",
    hint_ja="tanh の 0 での傾きは 1 で、負になることはありません。",
)

changed(
    "d-tanh-with-the-sigmoids-formula",
    {"return 1 - np.tanh(x) ** 2": "y = np.tanh(x)\nreturn y * (1 - y)"},
    en="d_tanh is y (1 - y): that is the formula of sigmoid. With y = tanh(x) it is even negative.",
    ja="d_tanh が y (1 - y) になっています。これはシグモイドの微分の式です。y = tanh(x) では負にもなってしまいます。",
    hint_en="Sigmoid and tanh each have a formula of their own. Which is which?",
    hint_ja="シグモイドと tanh では微分の式が違います。どちらがどちらの式でしょうか。",
)

changed(
    "d-tanh-is-sigmoids-slope",
    {"return 1 - np.tanh(x) ** 2": "return d_sigmoid(x)"},
    en="d_tanh is the slope of sigmoid: sigmoid(x) stands where tanh(x) should, and the formula is sigmoid's too.",
    ja="d_tanh がシグモイドの傾きになっています。tanh(x) の代わりに sigmoid(x) を使い、式もシグモイドのものです。",
    hint_en="Which function's value belongs in this formula?",
    hint_ja="この式に使うのは、どの関数の値ですか。",
)

changed(
    "d-tanh-overflows-on-both-sides",
    {"return 1 - np.tanh(x) ** 2": "y = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))\nreturn 1 - y**2"},
    en="Far out d_tanh is nan: tanh is built as (e^x - e^(-x)) / (e^x + e^(-x)), or from sinh and cosh, and that becomes inf / inf.",
    ja="0 から遠いところで d_tanh が nan になります。tanh を (e^x - e^(-x)) / (e^x + e^(-x)) や sinh / cosh で求めると、inf / inf になるためです。",
    hint_en="Does numpy have a function that gets tanh right for every x?",
    hint_ja="どんな x でも正しい tanh を求めてくれる numpy の関数はありませんか。",
)

changed(
    "d-tanh-overflows-on-the-right",
    {"return 1 - np.tanh(x) ** 2": "y = (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)\nreturn 1 - y**2"},
    en="Far to the right d_tanh is inf / inf, which is nan: e^(2x) overflows in numerator and denominator.",
    ja="x がとても大きいとき、d_tanh が inf / inf で nan になります。分子と分母の e^(2x) がどちらもオーバーフローしています。",
    hint_en="Does numpy have a function that gets tanh right for every x?",
    hint_ja="どんな x でも正しい tanh を求めてくれる numpy の関数はありませんか。",
)

changed(
    "d-tanh-overflows-on-the-left",
    {"return 1 - np.tanh(x) ** 2": "y = (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))\nreturn 1 - y**2"},
    en="Far to the left d_tanh is inf / inf, which is nan: e^(-2x) overflows in numerator and denominator.",
    ja="x が負で絶対値がとても大きいとき、d_tanh が inf / inf で nan になります。分子と分母の e^(-2x) がどちらもオーバーフローしています。",
    hint_en="Does numpy have a function that gets tanh right for every x?",
    hint_ja="どんな x でも正しい tanh を求めてくれる numpy の関数はありませんか。",
)


@mistake(
    "d-tanh-numbers-only",
    en="d_tanh uses the math module (math.tanh, math.exp), which takes single numbers only: an array cannot go in.",
    ja="d_tanh で math.tanh や math.exp を使っています。どちらも数値 1 つしか受け取れないので、配列を渡せません。",
    hint_en="Which tanh works on every entry of an array?",
    hint_ja="配列のすべての要素に働く tanh はどれですか。",
)
def d_tanh(x):
    return 1 - math.tanh(x) ** 2


changed(
    "d-relu-one-at-zero",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.where(x >= 0, 1.0, 0.0)"},
    en="d_relu is 1 at 0, as it is with >= in place of >. Here it is 0 there.",
    ja="0 での d_relu が 1 になっています。> の代わりに >= と書いたときの値です。ここでは 0 での値は 0 とします。",
    hint_en="Which comparison leaves 0 out?",
    hint_ja="0 を含まない比較はどれですか。",
)

changed(
    "d-relu-half-at-zero",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.heaviside(x, 0.5)"},
    en="d_relu is one half at 0, between the two slopes. Here it is 0 there.",
    ja="0 での d_relu が 0.5(左右の傾きの中間)になっています。ここでは 0 での値は 0 とします。",
    hint_en="Read again what the statement says about the corner at 0.",
    hint_ja="0 での折れ曲がりについて、問題文をもう一度読んでみましょう。",
)

changed(
    "d-relu-undefined-at-zero",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.maximum(x, 0.0) / x"},
    en="d_relu is nan at 0: ReLU is divided by x, which is 0 / 0 there.",
    ja="0 での d_relu が nan になっています。ReLU の値を x で割ると、0 / 0 になります。",
    hint_en="The slope depends on the sign of x only. Do you need a division?",
    hint_ja="傾きは x の符号だけで決まります。割り算は必要ですか。",
)

changed(
    "d-relu-is-the-value",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.maximum(x, 0.0)"},
    en="d_relu returns ReLU itself: where x is positive it gives x, but the slope there is 1.",
    ja="d_relu が ReLU の値そのものを返しています。x が正のところでは x になっていますが、傾きは 1 です。",
    hint_en="How steep is the line y = x?",
    hint_ja="直線 y = x の傾きはいくつですか。",
)

changed(
    "d-relu-inverted",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.where(x > 0, 0.0, 1.0)"},
    en="d_relu is the wrong way round: 1 where x is negative and 0 where it is positive.",
    ja="d_relu が逆です。x が負のところで 1、正のところで 0 になっています。",
    hint_en="On which side of 0 does the curve of ReLU rise?",
    hint_ja="ReLU のグラフが上がっているのは、0 のどちら側ですか。",
)

changed(
    "d-relu-is-the-sign",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.sign(x)"},
    en="d_relu is -1 where x is negative (np.sign, or the slope of |x|): ReLU is flat there, so its slope is 0.",
    ja="x が負のところで d_relu が -1 になっています(np.sign や |x| の傾き)。ReLU はそこでは平らなので、傾きは 0 です。",
    hint_en="What does ReLU do on the left of 0: fall, or stay?",
    hint_ja="0 の左側で ReLU は下がっていますか、それとも一定ですか。",
)

changed(
    "d-relu-all-ones",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.ones_like(x)"},
    en="d_relu is 1 everywhere. Either the sign of x is not looked at, or the entries that were just set to 0 are then set to 1 as well.",
    ja="d_relu がどこでも 1 になっています。x の符号を見ていないか、0 にした要素まで続けて 1 に書き換えています。",
    hint_en="Set x to [-1, 1] and print the array after every line.",
    hint_ja="x = [-1, 1] として、1 行ごとに配列を print してみましょう。",
)

changed(
    "d-relu-if-on-an-array",
    {"return np.where(x > 0, 1.0, 0.0)": "return 1.0 if x > 0 else 0.0"},
    en="d_relu asks `if x > 0` of a whole array: that has no single answer, so Python raises an error.",
    ja="d_relu で配列全体に if x > 0 を使っています。答えが 1 つに決まらないので、エラーになります。",
    hint_en="x > 0 on an array gives one answer for each entry. Which numpy function chooses by such an array?",
    hint_ja="配列に対する x > 0 は、要素ごとの真偽を返します。それを使って選ぶ numpy の関数は何ですか。",
)

changed(
    "d-relu-with-a-leak",
    {"return np.where(x > 0, 1.0, 0.0)": "return np.where(x > 0, 1.0, np.where(x < 0, 0.01, 0.0))"},
    en="d_relu is 0.01 where x is negative: that is Leaky ReLU. ReLU is flat there.",
    ja="x が負のところで d_relu が 0.01 になっています。それは Leaky ReLU です。ReLU では 0 です。",
    hint_en="Which of the two functions has the alpha?",
    hint_ja="alpha を使うのは、どちらの関数ですか。",
)

changed(
    "d-relu-with-a-leak-at-zero-too",
    {"return np.where(x > 0, 1.0, 0.0)": "return d_leaky_relu(x)"},
    en="d_relu is 0.01 where x is negative or 0: that is Leaky ReLU. ReLU is flat there.",
    ja="x が 0 以下のところで d_relu が 0.01 になっています。それは Leaky ReLU です。ReLU では 0 です。",
    hint_en="Which of the two functions has the alpha?",
    hint_ja="alpha を使うのは、どちらの関数ですか。",
)

changed(
    "d-leaky-relu-one-at-zero",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x >= 0, 1.0, alpha)"},
    en="d_leaky_relu is 1 at 0, where the slope of the positive side was taken. Here it is alpha there.",
    ja="0 での d_leaky_relu が 1(正の側の傾き)になっています。ここでは 0 での値は alpha とします。",
    hint_en="Which comparison puts 0 with the negative numbers?",
    hint_ja="0 を負の数と同じ側に入れる比較はどれですか。",
)

changed(
    "d-leaky-relu-zero-at-zero",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x > 0, 1.0, np.where(x < 0, alpha, 0.0))"},
    en="d_leaky_relu is 0 at 0: x > 0 and x < 0 are both false there, so neither slope is set. Here it is alpha.",
    ja="0 での d_leaky_relu が 0 になっています。0 では x > 0 も x < 0 も偽なので、どちらの傾きも入りません。ここでは alpha とします。",
    hint_en="Which of your two cases should 0 belong to?",
    hint_ja="2 つの場合分けのうち、0 はどちらに入れますか。",
)

changed(
    "d-leaky-relu-undefined-at-zero",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x > 0, x, alpha * x) / x"},
    en="d_leaky_relu is nan at 0: Leaky ReLU is divided by x, which is 0 / 0 there.",
    ja="0 での d_leaky_relu が nan になっています。Leaky ReLU の値を x で割ると、0 / 0 になります。",
    hint_en="The slope depends on the sign of x only. Do you need a division?",
    hint_ja="傾きは x の符号だけで決まります。割り算は必要ですか。",
)

changed(
    "d-leaky-relu-alpha-on-the-positive-side",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x > 0, alpha, 1.0)"},
    en="d_leaky_relu has its slopes on the wrong sides: alpha where x is positive, 1 where it is not.",
    ja="d_leaky_relu の傾きが左右逆です。x が正のところで alpha、それ以外で 1 になっています。",
    hint_en="On which side does Leaky ReLU hand x on unchanged?",
    hint_ja="Leaky ReLU が x をそのまま出力するのは、どちら側ですか。",
)

changed(
    "d-leaky-relu-alpha-ignored",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x > 0, 1.0, 0.01)"},
    en="d_leaky_relu always uses 0.01 and never looks at the alpha it is given.",
    ja="d_leaky_relu がいつも 0.01 を使っていて、引数の alpha を使っていません。",
    hint_en="Call d_leaky_relu(x, 0.3). Where does the 0.3 go?",
    hint_ja="d_leaky_relu(x, 0.3) と呼ぶと、0.3 はどこで使われますか。",
)

changed(
    "d-leaky-relu-default-not-001",
    {"def d_leaky_relu(x, alpha=0.01):": "def d_leaky_relu(x, alpha=0.1):"},
    en="d_leaky_relu without an alpha uses 0.1: the default is 0.01.",
    ja="alpha を省略したときの d_leaky_relu の傾きが 0.1 です。既定値は 0.01 です。",
    hint_en="Compare your def line with the statement.",
    hint_ja="def の行を問題文と見比べてみましょう。",
)

changed(
    "d-leaky-relu-without-a-leak",
    {"return np.where(x > 0, 1.0, alpha)": "return d_relu(x)"},
    en="d_leaky_relu is 0 where x is not positive: that is ReLU's slope. The leak alpha is missing.",
    ja="x が 0 以下のところで d_leaky_relu が 0 です。それは ReLU の微分で、alpha がありません。",
    hint_en="What does Leaky ReLU do with negative numbers that ReLU does not?",
    hint_ja="Leaky ReLU と ReLU では、負の数の扱いがどう違いますか。",
)

changed(
    "d-leaky-relu-is-the-value",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x > 0, x, alpha * x)"},
    en="d_leaky_relu returns Leaky ReLU itself, x or alpha times x. The slopes are the factors, without the x.",
    ja="d_leaky_relu が Leaky ReLU の値そのもの(x または alpha * x)を返しています。傾きは x に掛かっている係数のほうです。",
    hint_en="How steep is the line y = alpha x?",
    hint_ja="直線 y = alpha x の傾きはいくつですか。",
)

changed(
    "d-leaky-relu-alpha-times-x",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x > 0, 1.0, alpha * x)"},
    en="d_leaky_relu is alpha times x where x is negative: that is the function. Its slope there is alpha alone.",
    ja="x が負のところで d_leaky_relu が alpha * x になっています。それは関数の値です。傾きは alpha です。",
    hint_en="How steep is the line y = alpha x?",
    hint_ja="直線 y = alpha x の傾きはいくつですか。",
)

changed(
    "d-leaky-relu-negative-slope",
    {"return np.where(x > 0, 1.0, alpha)": "return np.where(x > 0, 1.0, -alpha)"},
    en="d_leaky_relu is -alpha where x is not positive. The line rises on the left of 0 too, only less.",
    ja="x が 0 以下のところで d_leaky_relu が -alpha になっています。0 の左側でも、グラフはゆるやかに上がっています。",
    hint_en="Is alpha x larger at x = -1 or at x = -2?",
    hint_ja="alpha x が大きいのは x = -1 と x = -2 のどちらですか。",
)

changed(
    "d-leaky-relu-all-ones",
    {"return np.where(x > 0, 1.0, alpha)": "return np.ones_like(x)"},
    en="d_leaky_relu is 1 everywhere: after the entries below 0 are set to alpha, alpha itself is greater than 0 and is set to 1 as well.",
    ja="d_leaky_relu がどこでも 1 になっています。負の要素を alpha にしたあと、その alpha も「0 より大きい」と判断されて 1 に書き換えられています。",
    hint_en="Set x to [-1, 1] and print the array after every line. Which x should the second comparison look at?",
    hint_ja="x = [-1, 1] として、1 行ごとに配列を print してみましょう。2 つ目の比較は、どの x を見るべきですか。",
)

changed(
    "d-leaky-relu-if-on-an-array",
    {"return np.where(x > 0, 1.0, alpha)": "return 1.0 if x > 0 else alpha"},
    en="d_leaky_relu asks `if x > 0` of a whole array: that has no single answer, so Python raises an error.",
    ja="d_leaky_relu で配列全体に if x > 0 を使っています。答えが 1 つに決まらないので、エラーになります。",
    hint_en="x > 0 on an array gives one answer for each entry. Which numpy function chooses by such an array?",
    hint_ja="配列に対する x > 0 は、要素ごとの真偽を返します。それを使って選ぶ numpy の関数は何ですか。",
)

changed(
    "d-swish-second-term-lost",
    {SWISH: "return sigmoid(beta * x)"},
    en="d_swish is sigmoid(βx) alone: the product rule has a second term, x times the slope of sigmoid(βx).",
    ja="d_swish が sigmoid(βx) だけになっています。積の微分には 2 つ目の項、x と「sigmoid(βx) の微分」の積もあります。",
    hint_en="(u v)' has two terms. Which is the one with v'?",
    hint_ja="(u v)' は 2 つの項の和です。v' が入る項はどうなりますか。",
)

changed(
    "d-swish-first-term-lost",
    {SWISH: "return beta * x * d_sigmoid(beta * x)"},
    en="d_swish is only x times the slope of sigmoid(βx): the product rule has another term, in which x is differentiated.",
    ja="d_swish が x と「sigmoid(βx) の微分」の積だけになっています。積の微分には、x のほうを微分した項もあります。",
    hint_en="(u v)' has two terms. What is left of the one with u', where u = x?",
    hint_ja="(u v)' は 2 つの項の和です。u = x のとき、u' が入る項はどうなりますか。",
)

changed(
    "d-swish-factors-differentiated-apart",
    {SWISH: "return beta * d_sigmoid(beta * x)"},
    en="d_swish is the slope of sigmoid(βx) alone, as if (u v)' were u' v'.",
    ja="d_swish が「sigmoid(βx) の微分」だけになっています。(u v)' を u' v' と計算していませんか。",
    hint_en="What does the product rule say about (u v)'?",
    hint_ja="積の微分の公式では、(u v)' はどうなりますか。",
)

changed(
    "d-swish-x-lost",
    {SWISH: "return sigmoid(beta * x) + beta * d_sigmoid(beta * x)"},
    en="The second term of d_swish has no x: it is the slope of sigmoid(βx), which x multiplies.",
    ja="d_swish の 2 つ目の項に x がありません。「sigmoid(βx) の微分」には x が掛かります。",
    hint_en="In (u v)' = u' v + u v', what is the u in front of v'?",
    hint_ja="(u v)' = u' v + u v' で、v' の前の u は何ですか。",
)

changed(
    "d-swish-inner-beta-lost",
    {SWISH: "return sigmoid(beta * x) + x * d_sigmoid(beta * x)"},
    en="A factor beta is missing in d_swish: by the chain rule the slope of sigmoid(βx) is β times sigmoid's. (Written with the value f of Swish, f + σ(βx)(1 - f) lacks the same β in front of both f.)",
    ja="d_swish に beta を掛けるところが抜けています。連鎖律により、sigmoid(βx) を x で微分すると β が外に出ます。(Swish の値 f を使って f + σ(βx)(1 - f) と書いた場合も同じで、どちらの f にも β が必要です。)",
    hint_en="What is the derivative of f(βx) with respect to x? Try a beta other than 1.",
    hint_ja="f(βx) を x で微分するとどうなりますか。beta が 1 でない場合で考えてみましょう。",
)

changed(
    "d-swish-beta-ignored",
    {"y = sigmoid(beta * x)": "beta = 1.0\ny = sigmoid(beta * x)"},
    en="d_swish does not use beta (or reads a global beta of 1, as document 004 does): only the default is right.",
    ja="d_swish が引数の beta を使っていません(または資料 004 のように、1 と決めたグローバル変数を見ています)。正しいのは beta が 1 のときだけです。",
    hint_en="Call d_swish(x, 2.0). Where does the 2.0 go?",
    hint_ja="d_swish(x, 2.0) と呼ぶと、2.0 はどこで使われますか。",
)

changed(
    "d-swish-of-swish-with-another-beta",
    {SWISH: "y = x * sigmoid(x)\nreturn beta * y + sigmoid(beta * x) * (1 - beta * y)"},
    en="d_swish calls a swish(x) without handing on beta: the value of Swish in it belongs to beta = 1, the sigmoid to the beta given.",
    ja="d_swish の中で呼んでいる swish(x) に beta を渡していません。Swish の値は beta = 1 のもの、シグモイドは引数の beta のものになっています。",
    hint_en="Every swish and every sigmoid in the formula has the same beta. Which call forgets it?",
    hint_ja="式の中の Swish とシグモイドには、同じ beta を使います。beta を渡し忘れている呼び出しはどれですか。",
)

changed(
    "d-swish-sigmoid-lost",
    {SWISH: "return np.ones_like(x)"},
    en="d_swish is βf + (1 - βf), which is always 1: the sigmoid in front of the parenthesis is missing.",
    ja="d_swish が βf + (1 - βf)、つまりいつも 1 になっています。かっこの前のシグモイドが抜けています。",
    hint_en="What should the slope be far to the left, where Swish is flat?",
    hint_ja="左の遠いところでは Swish は平らです。傾きはいくつになるはずですか。",
)

changed(
    "d-swish-takes-x-for-the-output",
    {SWISH: "return beta * x + sigmoid(beta * x) * (1 - beta * x)"},
    en="d_swish uses its argument as the value of Swish: βx + σ(βx)(1 - βx). The formula with f needs f = x σ(βx), worked out from x.",
    ja="d_swish が引数を Swish の値とみなして βx + σ(βx)(1 - βx) を計算しています。この式の f は x から求めた x σ(βx) です。",
    hint_en="Is the argument what went into Swish, or what came out?",
    hint_ja="引数は Swish に入る前の値ですか、出てきた値ですか。",
)

changed(
    "d-swish-at-the-output",
    {"y = sigmoid(beta * x)": "x = x * sigmoid(beta * x)\ny = sigmoid(beta * x)"},
    en="d_swish takes the slope at the point swish(x), not at x: Swish is applied once too often.",
    ja="d_swish が x ではなく swish(x) の位置での傾きになっています。Swish を 1 回余計に適用しています。",
    hint_en="The slope belongs to the point where the neuron stood. Is that the input or the output of Swish?",
    hint_ja="傾きを求める位置は、Swish の入力ですか、出力ですか。",
)

changed(
    "d-swish-is-the-value",
    {SWISH: "return x * sigmoid(beta * x)"},
    en="d_swish returns Swish itself, not its slope.",
    ja="d_swish が Swish の値そのものを返しています。傾きではありません。",
    hint_en="The slope of Swish at 0 is one half. What does yours give?",
    hint_ja="Swish の 0 での傾きは 0.5 です。自分の結果はいくつですか。",
)

changed(
    "d-swish-terms-subtracted",
    {SWISH: "return sigmoid(beta * x) - beta * x * d_sigmoid(beta * x)"},
    en="The two terms of d_swish are subtracted; the product rule adds them.",
    ja="d_swish の 2 つの項を引き算しています。積の微分では足します。",
    hint_en="Two minus signs meet in the derivative of sigmoid(βx). What do they make?",
    hint_ja="sigmoid(βx) を微分すると、マイナスが 2 回出てきます。合わせるとどうなりますか。",
)

changed(
    "d-swish-one-plus-y",
    {"return y + beta * x * y * (1 - y)": "return y + beta * x * y * (1 + y)"},
    en="The slope of sigmoid inside d_swish is y (1 + y): there is a plus where the formula has a minus.",
    ja="d_swish の中のシグモイドの微分が y (1 + y) になっています。式ではマイナスです。",
    hint_en="Far to the right the slope of Swish should be 1. What does yours do there?",
    hint_ja="右の遠いところで、Swish の傾きは 1 に近づくはずです。自分の結果はどうなりますか。",
)

changed(
    "d-swish-overflows-on-the-right",
    {"y = sigmoid(beta * x)": "y = np.exp(beta * x) / (1 + np.exp(beta * x))"},
    en="Far to the right d_swish is inf / inf, which is nan: its sigmoid is written e^(βx) / (1 + e^(βx)).",
    ja="x がとても大きいとき、d_swish が inf / inf で nan になります。中のシグモイドを e^(βx) / (1 + e^(βx)) と書いているためです。",
    hint_en="The sigmoid that is given has no inf / inf. Can you use it?",
    hint_ja="用意された sigmoid なら inf / inf になりません。使ってみましょう。",
)

changed(
    "d-swish-overflows-on-the-left",
    {SWISH: "e = np.exp(-beta * x)\nreturn (1 + e + beta * x * e) / (1 + e) ** 2"},
    en="Far to the left d_swish is inf / inf, which is nan: e^(-βx) stands above and below the line.",
    ja="x が負で絶対値がとても大きいとき、d_swish が inf / inf で nan になります。分子と分母の両方に e^(-βx) があるためです。",
    hint_en="Write the slope with y = sigmoid(βx) alone, without exponentials of your own.",
    hint_ja="指数関数を直接使わず、y = sigmoid(βx) だけで書いてみましょう。",
)

changed(
    "d-tanh-factor-two-inside-lost",
    {"return 1 - np.tanh(x) ** 2": "return 1 - (2 * sigmoid(x) - 1) ** 2"},
    en="d_tanh is made of tanh(x / 2) instead of tanh(x): that is 2 sigmoid(x) - 1, which lacks the factor 2 inside the sigmoid.",
    ja="d_tanh が tanh(x) ではなく tanh(x / 2) から作られています。2 sigmoid(x) - 1 ではそうなります。シグモイドの中の 2 倍が抜けています。",
    hint_en="tanh(1) is 0.762. What does your expression for tanh give?",
    hint_ja="tanh(1) は約 0.762 です。自分の式で求めた tanh はいくつになりますか。",
)
