import math

import numpy as np

from grader.authoring import mistake, reference


@mistake(
    "derivative-from-x",
    en="backward computes x (1 - x) with the input. The formula y (1 - y) wants the output of forward.",
    ja="backward が入力を使って x (1 - x) を計算しています。y (1 - y) の y は forward の出力です。",
    hint_en="What does forward keep on self? Which of x and y does the formula speak of?",
    hint_ja="forward は self に何を覚えていますか。式に出てくるのは x と y のどちらですか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        self.x = x
        return super().forward(x)

    def backward(self, dout):
        return dout * self.x * (1 - self.x)


@mistake(
    "sigmoid-applied-twice",
    en="backward puts the output through the sigmoid once more: it is the derivative at y, where it should be at x.",
    ja="backward が出力にもう一度シグモイドをかけています。x での微分ではなく、y での微分になっています。",
    hint_en="What forward kept has already been through the sigmoid.",
    hint_ja="forward が覚えた値は、もうシグモイドを通ったあとの値です。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        y = 1 / (1 + np.exp(-self.out))
        return dout * y * (1 - y)


@mistake(
    "plus-for-minus",
    en="backward computes y (1 + y), where the derivative is y (1 - y).",
    ja="backward が y (1 + y) を計算しています。微分は y (1 - y) です。",
    hint_en="Where y is nearly 1 the curve is flat. What should the factor be there?",
    hint_ja="y が 1 に近いところではグラフはほぼ平らです。そこで掛ける値はいくつになるはずですか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * self.out * (1 + self.out)


@mistake(
    "dout-forgotten",
    en="backward returns y (1 - y) and never uses dout: it is right only if dout is all ones.",
    ja="backward が y (1 - y) だけを返していて、dout を使っていません。dout がすべて 1 のときしか正しくなりません。",
    hint_en="The chain rule has two factors: what this layer does, and what comes from above.",
    hint_ja="連鎖律は 2 つの積です。このレイヤの微分と、上流から来る勾配です。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return self.out * (1 - self.out)


@mistake(
    "one-minus-y-lost",
    en="backward multiplies by y only: the factor 1 - y is lost.",
    ja="backward が y だけを掛けています。(1 - y) が抜けています。",
    hint_en="Where y is nearly 1 the curve is flat, so hardly any gradient may pass.",
    hint_ja="y が 1 に近いところではグラフはほぼ平らなので、勾配はほとんど流れないはずです。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * self.out


@mistake(
    "y-lost",
    en="backward multiplies by 1 - y only: the factor y is lost.",
    ja="backward が (1 - y) だけを掛けています。y が抜けています。",
    hint_en="Where y is nearly 0 the curve is flat, so hardly any gradient may pass.",
    hint_ja="y が 0 に近いところではグラフはほぼ平らなので、勾配はほとんど流れないはずです。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * (1 - self.out)


@mistake(
    "derivative-of-tanh",
    en="backward uses 1 - y², which is the derivative of tanh.",
    ja="backward が 1 - y² を使っています。これは tanh の微分です。",
    hint_en="At x = 0 the sigmoid's slope is a quarter, tanh's is 1.",
    hint_ja="x = 0 での傾きは、シグモイドは 4 分の 1、tanh は 1 です。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * (1 - self.out**2)


@mistake(
    "gradient-sign",
    en="The gradient has the wrong sign everywhere: the minus of exp(-x) was carried into the derivative.",
    ja="勾配の符号がすべて逆です。exp(-x) のマイナスが微分に残っています。",
    hint_en="The sigmoid rises everywhere. What sign does its slope have?",
    hint_ja="シグモイドはどこでも増加します。傾きの符号はどうなりますか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return -dout * self.out * (1 - self.out)


@mistake(
    "dout-passed-through",
    en="backward returns dout as it came: the layer's own derivative is missing.",
    ja="backward が dout をそのまま返しています。このレイヤ自身の微分が掛かっていません。",
    hint_en="Which of the two factors of the chain rule belongs to this layer?",
    hint_ja="連鎖律の 2 つの積のうち、このレイヤが受け持つのはどちらですか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout


@mistake(
    "exponent-sign",
    en="forward has exp(x) where the formula has exp(-x): the curve falls where it should rise.",
    ja="forward で、exp(-x) のところが exp(x) になっています。増えるはずのグラフが減っています。",
    hint_en="Should the output for x = 5 be near 0 or near 1?",
    hint_ja="x = 5 のとき、出力は 0 と 1 のどちらに近いはずですか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        return super().forward(-x)


@mistake(
    "parentheses-lost",
    en="In forward the division binds first: 1 / 1 + exp(-x) is 1 + exp(-x), not 1 over the whole sum.",
    ja="forward で割り算が先に計算されています。1 / 1 + exp(-x) は 1 + exp(-x) と同じで、和全体では割っていません。",
    hint_en="Values above 1 cannot come from a sigmoid. What does Python compute first?",
    hint_ja="シグモイドの値が 1 を超えることはありません。Python はどこから計算しますか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        self.out = 1 / 1 + np.exp(-x)
        return self.out


@mistake(
    "large-x-overflows",
    en="For large x forward is inf / inf, which is nan: exp(x) / (1 + exp(x)) is right on paper only.",
    ja="x が大きいと forward が inf / inf になり、nan になります。exp(x) / (1 + exp(x)) は紙の上でだけ正しい式です。",
    hint_en="Divide numerator and denominator by exp(x): which exponential is left?",
    hint_ja="分母と分子を exp(x) で割ると、どんな指数が残りますか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        self.out = np.exp(x) / (1 + np.exp(x))
        return self.out


@mistake(
    "derivative-overflows",
    en="For large negative x the gradient is nan: exp(-x) / (1 + exp(-x))² is right on paper, but inf / inf in numpy.",
    ja="x が大きな負の数のとき、勾配が nan になります。exp(-x) / (1 + exp(-x))² は紙の上では正しいですが、"
    "numpy では inf / inf になります。",
    hint_en="Write the derivative with the output y, which is always between 0 and 1.",
    hint_ja="いつも 0 から 1 の間にある出力 y を使って微分を書いてみましょう。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        self.x = x
        return super().forward(x)

    def backward(self, dout):
        e = np.exp(-self.x)
        return dout * e / (1 + e) ** 2


@mistake(
    "state-shared-by-layers",
    en="All layers share one memory: the output is kept on the class, or in a global, where it belongs to self.",
    ja="レイヤ同士が記憶を共有しています。出力を self ではなく、クラスやグローバル変数に覚えさせています。",
    hint_en="Make two layers, call forward on both, then backward on the first. Whose output does it use?",
    hint_ja="レイヤを 2 つ作り、両方で forward を呼んでから、1 つ目の backward を呼んでみましょう。どちらの出力が使われますか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        y = super().forward(x)
        type(self).kept = y
        return y

    def backward(self, dout):
        y = type(self).kept
        return dout * y * (1 - y)


@mistake(
    "first-output-kept",
    en="backward uses the output of the first forward: a later forward does not replace what was kept.",
    ja="backward が最初の forward の出力を使っています。2 回目以降の forward で、覚えた値が更新されていません。",
    hint_en="A layer sees a new mini-batch at every step. What must forward do each time?",
    hint_ja="レイヤには毎回新しいミニバッチが来ます。forward は毎回何をするべきですか。",
)
class Sigmoid(reference.Sigmoid):
    kept = None

    def forward(self, x):
        y = super().forward(x)
        self.kept = y if self.kept is None else self.kept
        self.out = self.kept
        return y


@mistake(
    "derivative-from-dout",
    en="backward computes dout (1 - dout): dout stands where the output y belongs.",
    ja="backward が dout (1 - dout) を計算しています。出力 y を使うところに dout を使っています。",
    hint_en="dout comes from the layer above. Which value did this layer itself compute?",
    hint_ja="dout は上流から来る勾配です。このレイヤ自身が計算した値はどれですか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * (1 - dout)


@mistake(
    "output-not-kept",
    en="backward meets None where it expects the output: forward returned y but did not store it on self.",
    ja="backward が使う出力が None のままです。forward が y を返すだけで、self に保存していません。",
    hint_en="Local variables are gone when forward returns. Where does backward look for y?",
    hint_ja="forward が終わるとローカル変数は消えます。backward は y をどこから読みますか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * None


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
