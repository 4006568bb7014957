import math

from grader.authoring import changed, families, mistake, reference

E = "e = np.exp(-np.abs(x))"
FORWARD = "e = np.exp(-np.abs(x))\nself.out = np.where(x >= 0, 1.0, e) / (1.0 + e)"
BACKWARD = "return dout * self.out * (1.0 - self.out)"

changed(
    "derivative-from-x",
    {E: "self.x = x\n" + E, BACKWARD: "return dout * self.x * (1 - self.x)"},
    en="backward computes x (1 - x) with the input. The formula y (1 - y) wants the output of forward.",
    ja="backward が入力を使って x (1 - x) を計算しています。y (1 - y) の y は forward の出力です。",
    hint_en="What does forward keep on self? Which of x and y does the formula speak of?",
    hint_ja="forward は self に何を保存していますか。式に出てくるのは x と y のどちらですか。",
)

changed(
    "sigmoid-applied-twice",
    {BACKWARD: "y = 1 / (1 + np.exp(-self.out))\nreturn dout * y * (1 - y)"},
    en="backward puts the output through the sigmoid once more: it is the derivative at y, where it should be at x.",
    ja="backward が出力にもう一度シグモイド関数をかけています。x での微分ではなく、y での微分になっています。",
    hint_en="What forward kept has already been through the sigmoid.",
    hint_ja="forward が保存した値は、もうシグモイド関数を通ったあとの値です。",
)

changed(
    "plus-for-minus",
    {BACKWARD: "return dout * self.out * (1 + self.out)"},
    en="backward computes y (1 + y), where the derivative is y (1 - y).",
    ja="backward が y (1 + y) を計算しています。微分は y (1 - y) です。",
    hint_en="Where y is nearly 1 the curve is flat. What should the factor be there?",
    hint_ja="y が 1 に近いところではグラフはほぼ平らです。そこで掛ける値はいくつになるはずですか。",
)

changed(
    "dout-forgotten",
    {BACKWARD: "return self.out * (1 - self.out)"},
    en="backward returns y (1 - y) and never uses dout: it is right only if dout is all ones.",
    ja="backward が y (1 - y) だけを返していて、dout を使っていません。dout がすべて 1 のときしか正しくなりません。",
    hint_en="The chain rule has two factors: what this layer does, and what comes from above.",
    hint_ja="連鎖律は、このレイヤの微分と上流から来る勾配の積です。",
)

changed(
    "one-minus-y-lost",
    {BACKWARD: "return dout * self.out"},
    en="backward multiplies by y only: the factor 1 - y is lost.",
    ja="backward が y だけを掛けています。(1 - y) が抜けています。",
    hint_en="Where y is nearly 1 the curve is flat, so hardly any gradient may pass.",
    hint_ja="y が 1 に近いところではグラフはほぼ平らなので、勾配はほとんど流れないはずです。",
)

changed(
    "y-lost",
    {BACKWARD: "return dout * (1 - self.out)"},
    en="backward multiplies by 1 - y only: the factor y is lost.",
    ja="backward が (1 - y) だけを掛けています。y が抜けています。",
    hint_en="Where y is nearly 0 the curve is flat, so hardly any gradient may pass.",
    hint_ja="y が 0 に近いところではグラフはほぼ平らなので、勾配はほとんど流れないはずです。",
)

changed(
    "derivative-of-tanh",
    {BACKWARD: "return dout * (1 - self.out**2)"},
    en="backward uses 1 - y², which is the derivative of tanh.",
    ja="backward が 1 - y² を使っています。これは tanh の微分です。",
    hint_en="At x = 0 the sigmoid's slope is a quarter, tanh's is 1.",
    hint_ja="x = 0 での傾きは、シグモイド関数は 4 分の 1、tanh は 1 です。",
)

changed(
    "gradient-sign",
    {BACKWARD: "return -dout * self.out * (1 - self.out)"},
    en="The gradient has the wrong sign everywhere: the minus of exp(-x) was carried into the derivative.",
    ja="勾配の符号がすべて逆です。exp(-x) のマイナスが微分に残っています。",
    hint_en="The sigmoid rises everywhere. What sign does its slope have?",
    hint_ja="シグモイド関数はどこでも増加します。傾きの符号はどうなりますか。",
)

changed(
    families.dout_passed_through,
    {BACKWARD: "return dout"},
    costs="what it gives is always equal to itself, and no check that holds an answer against itself pays for that",
)

changed(
    "exponent-sign",
    {E: "x = -x\n" + E},
    en="forward has exp(x) where the formula has exp(-x): the curve falls where it should rise.",
    ja="forward で、exp(-x) のところが exp(x) になっています。右上がりのはずのグラフが右下がりになっています。",
    hint_en="Should the output for x = 5 be near 0 or near 1?",
    hint_ja="x = 5 のとき、出力は 0 と 1 のどちらに近いはずですか。",
)

changed(
    "parentheses-lost",
    {FORWARD: "self.out = 1 / 1 + np.exp(-x)"},
    en="In forward the division binds first: 1 / 1 + exp(-x) is 1 + exp(-x), not 1 over the whole sum.",
    ja="forward で割り算が先に計算されています。1 / 1 + exp(-x) は 1 + exp(-x) と同じで、和全体では割っていません。",
    hint_en="Values above 1 cannot come from a sigmoid. What does Python compute first?",
    hint_ja="シグモイド関数の値が 1 を超えることはありません。Python はどこから計算しますか。",
)

changed(
    "large-x-overflows",
    {FORWARD: "self.out = np.exp(x) / (1 + np.exp(x))"},
    en="For large x forward is inf / inf, which is nan: exp(x) / (1 + exp(x)) is right on paper only.",
    ja="x が大きいと forward が inf / inf になり、nan になります。exp(x) / (1 + exp(x)) は、数式としては正しくても、数値計算ではオーバーフローします。",
    hint_en="Divide numerator and denominator by exp(x): which exponential is left?",
    hint_ja="分母と分子を exp(x) で割ると、残る指数関数は何ですか。",
)

changed(
    "derivative-overflows",
    {E: "self.x = x\n" + E, BACKWARD: "e = np.exp(-self.x)\nreturn dout * e / (1 + e) ** 2"},
    en="For large negative x the gradient is nan: exp(-x) / (1 + exp(-x))² is right on paper, but inf / inf in numpy.",
    ja="x が大きな負の数のとき、勾配が nan になります。exp(-x) / (1 + exp(-x))² は数式としては正しいのですが、数値計算では inf / inf になります。",
    hint_en="Write the derivative with the output y, which is always between 0 and 1.",
    hint_ja="いつも 0 から 1 の間にある出力 y を使って微分を書いてみましょう。",
)

changed(families.state_shared_by_layers, everywhere={"self.out": "type(self).out"})

changed(
    "first-output-kept",
    {
        "return self.out": "self.kept = self.out if self.kept is None else self.kept\nself.out = self.kept\nreturn self.out",
        "def __init__(self):": "kept = None\ndef __init__(self):",
    },
    en="backward uses the output of the first forward: a later forward does not replace what was kept.",
    ja="backward が最初の forward の出力を使っています。2 回目以降の forward で、保存した値が更新されていません。",
    hint_en="A layer sees a new mini-batch at every step. What must forward do each time?",
    hint_ja="レイヤには毎回新しいミニバッチが来ます。forward は毎回何をするべきですか。",
)

changed(
    "derivative-from-dout",
    {BACKWARD: "return dout * (1 - dout)"},
    en="backward computes dout (1 - dout): dout stands where the output y belongs.",
    ja="backward が dout (1 - dout) を計算しています。出力 y を使うところに dout を使っています。",
    hint_en="dout comes from the layer above. Which value did this layer itself compute?",
    hint_ja="dout は上流から来る勾配です。このレイヤ自身が計算した値はどれですか。",
)

changed(
    "output-not-kept",
    {BACKWARD: "return dout * None"},
    en="backward meets None where it expects the output: forward returned y but did not store it on self.",
    ja="backward が使う出力が None のままです。forward が y を返すだけで、self に保存していません。",
    hint_en="Local variables are gone when forward returns. Where does backward look for y?",
    hint_ja="forward が終わるとローカル変数は消えます。backward は y をどこから読みますか。",
)


@mistake(
    "scalars-only",
    en="math.exp takes a single number; x is an array.",
    ja="math.exp は数値 1 つしか受け取れません。x は配列です。",
    hint_en="numpy has a function of the same name that works on every entry.",
    hint_ja="numpy には、要素ごとに計算する同じ名前の関数があります。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        self.out = 1 / (1 + math.exp(-x))
        return self.out


changed(
    "slope-at-dout",
    {BACKWARD: "e = np.exp(-np.abs(dout))\ns = np.where(dout >= 0, 1.0, e) / (1.0 + e)\nreturn s * (1 - s)"},
    en="backward takes the sigmoid of dout and returns its slope s (1 - s). dout is not an input of the sigmoid; it is only multiplied.",
    ja="backward が dout にシグモイド関数をかけ、その傾き s (1 - s) を返しています。dout はシグモイド関数の入力ではなく、掛けるだけの値です。",
    hint_en="Where is the slope to be taken: at what forward saw, or at what comes from above?",
    hint_ja="傾きを求めるのは、順伝播で受け取った値のところですか、上流から来た値のところですか。",
)

changed(
    "dout-times-slope-at-dout",
    {BACKWARD: "e = np.exp(-np.abs(dout))\ns = np.where(dout >= 0, 1.0, e) / (1.0 + e)\nreturn dout * s * (1 - s)"},
    en="backward takes the slope of the sigmoid at dout: s (1 - s) with s = sigmoid(dout). The slope is to be taken where forward was, so it comes from forward's output.",
    ja="backward がシグモイド関数の傾きを dout のところで求めています(s = sigmoid(dout) として s (1 - s))。傾きは順伝播のときの点で求めるもので、"
    "forward の出力から計算します。",
    hint_en="Which of the values in your backward comes from forward?",
    hint_ja="backward で使っている値のうち、forward から来たものはどれですか。",
)

changed(
    "sigmoid-of-dout",
    {BACKWARD: "e = np.exp(-np.abs(dout))\nreturn np.where(dout >= 0, 1.0, e) / (1.0 + e)"},
    en="backward returns the sigmoid of dout, as if it were forward again. It should multiply dout by the slope y (1 - y).",
    ja="backward が dout にシグモイド関数をかけた値を返しています。これでは forward と同じです。backward では dout に傾き y (1 - y) を掛けます。",
    hint_en="What may a gradient not lose on its way through a layer: think of a negative dout.",
    hint_ja="dout が負のとき、返す勾配の符号はどうなるはずですか。",
)

changed(
    "parentheses-lost-in-backward",
    {BACKWARD: "return dout - self.out * self.out"},
    en="In backward the parentheses around 1 - y are missing: dout * 1 - y * y is dout - y², for the products come before the minus.",
    ja="backward で 1 - y のかっこが抜けています。掛け算が引き算より先なので、dout * 1 - y * y は dout - y² になります。",
    hint_en="What does Python compute first in a * 1 - b * b?",
    hint_ja="Python は a * 1 - b * b をどの順番で計算しますか。",
)

changed(
    "parentheses-lost-at-the-end",
    {BACKWARD: "return dout * self.out - self.out"},
    en="In backward the parentheses around 1 - y are missing: dout * y * 1 - y is dout y - y, for the products come before the minus.",
    ja="backward で 1 - y のかっこが抜けています。掛け算が引き算より先なので、dout * y * 1 - y は dout y - y になります。",
    hint_en="What does Python compute first in a * b * 1 - b?",
    hint_ja="Python は a * b * 1 - b をどの順番で計算しますか。",
)

changed(
    "dout-as-target",
    {BACKWARD: "return (self.out - dout) * self.out * (1 - self.out)"},
    en="backward treats dout as a target: it multiplies y - dout by y (1 - y). dout is the gradient from above already; nothing is to be compared with y.",
    ja="backward が dout を教師データのように扱い、(y - dout) に y (1 - y) を掛けています。dout は上流から来た勾配そのもので、y との差をとるものでは"
    "ありません。",
    hint_en="If dout is 0 everywhere, the loss does not depend on y. What must dx be then?",
    hint_ja="dout がすべて 0 なら、損失は y によりません。そのとき dx はいくつになるはずですか。",
)

changed(
    "output-minus-dout",
    {BACKWARD: "return self.out - dout"},
    en="backward returns y - dout, as if dout were a target and the loss were part of the layer (y - t of Softmax-with-Loss). dout is the gradient from above; it is multiplied by y (1 - y).",
    ja="backward が y - dout を返しています。dout を教師データとみなし、損失と合わせたレイヤ(Softmax-with-Loss の y - t)のように計算しています。dout は上流から来た勾配で、y (1 - y) を掛けます。",
    hint_en="If dout is 0 everywhere, the loss does not depend on y. What must dx be then?",
    hint_ja="dout がすべて 0 なら、損失は y によりません。そのとき dx はいくつになるはずですか。",
)

changed(
    "matrix-product-in-backward",
    {BACKWARD: "return np.dot(dout, self.out * (1 - self.out))"},
    en="backward uses the matrix product (np.dot or @): the shapes do not fit, and for 1-D arrays everything is summed to one number. The sigmoid works entry by entry, and so does its backward.",
    ja="backward で行列の積(np.dot や @)を使っています。形状が合わず、1 次元配列ではすべて足されて 1 つの数になってしまいます。シグモイド関数は要素"
    "ごとの関数なので、逆伝播も要素ごとの積です。",
    hint_en="Does the entry y[0, 1] depend on x[0, 0]? Which product multiplies entry by entry?",
    hint_ja="y[0, 1] は x[0, 0] に依存しますか。要素ごとに掛ける積はどちらですか。",
    costs="it raises, or has no array to look at, so no check that calls it sees anything",
)

changed(
    families.gradients_accumulate,
    {
        "self.out = None": "self.dx = 0.0",
        BACKWARD: "self.dx = self.dx + dout * self.out * (1.0 - self.out)\nreturn self.dx",
    },
)

changed(
    "output-changed-in-backward",
    {BACKWARD: "self.out = self.out * (1 - self.out)\nreturn dout * self.out"},
    en="backward overwrites the kept output with y (1 - y), so a second backward finds that in its place. What forward kept must stay until the next forward.",
    ja="backward が、保存しておいた出力を y (1 - y) で書き換えています。2 回目の backward では y の代わりにその値を使ってしまいます。保存した値は、"
    "次の forward まで変えてはいけません。",
    hint_en="Print what forward kept before and after backward. Which line changes it?",
    hint_ja="forward が保存した値を、backward の前後で print してみましょう。どの行で変わりますか。",
)

changed(
    "gradient-kept-as-output",
    {BACKWARD: "self.out = dout * self.out * (1.0 - self.out)\nreturn self.out"},
    en="backward writes its result into the kept output, so a second backward starts from a gradient instead of y. What forward kept must stay until the next forward.",
    ja="backward が、保存しておいた出力を、計算した勾配で上書きしています。2 回目の backward では、y の代わりに勾配から計算してしまいます。保存した"
    "値は、次の forward まで変えてはいけません。",
    hint_en="Print what forward kept before and after backward. Which line changes it?",
    hint_ja="forward が保存した値を、backward の前後で print してみましょう。どの行で変わりますか。",
)

changed(
    "forward-returns-derivative",
    {"return self.out": "return self.out * (1 - self.out)"},
    en="forward returns the derivative y (1 - y), not the value y. The derivative belongs in backward.",
    ja="forward が出力 y ではなく、微分 y (1 - y) を返しています。微分を使うのは backward です。",
    hint_en="For a large x the output should be near 1, not near 0.",
    hint_ja="x が大きいとき、出力は 0 ではなく 1 に近づくはずです。",
)

changed(
    families.gradients_add_up_since_forward,
    {
        "return self.out": "self.dx = 0.0\nreturn self.out",
        BACKWARD: "self.dx = self.dx + dout * self.out * (1.0 - self.out)\nreturn self.dx",
    },
)

changed(
    "divided-by-batch-size",
    {BACKWARD: "return dout * self.out * (1.0 - self.out) / len(dout)"},
    en="backward divides by the batch size. The mean over the batch belongs to the loss layer, once.",
    ja="backward がバッチサイズで割っています。バッチの平均をとるのは損失のレイヤで、1 回だけです。",
    hint_en="By how much does forward's result change with x: does that depend on the number of rows?",
    hint_ja="x を動かしたときの順伝播の出力の変化は、データ数によりますか。",
    costs="the same entries in another shape have another number of rows, so it disagrees with itself as well",
)
