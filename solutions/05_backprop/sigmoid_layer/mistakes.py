import math

import numpy as np

from grader.authoring import mistake, reference


class Forward(reference.Sigmoid):
    """A layer of which only the function of forward is wrong."""

    def forward(self, x):
        self.y = self.function(x)
        return self.y


@mistake(
    "derivative-from-x",
    en="backward computes x(1 - x), from the input. The short formula holds for the output y.",
    ja="backward が入力 x から x(1 - x) を計算しています。この式は出力 y に対して成り立つものです。",
    hint_en="What did forward store on self: what it received, or what it returned?",
    hint_ja="forward で self に保存したのは、受け取った値ですか、それとも返した値ですか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        self.x = x
        return super().forward(x)

    def backward(self, dout):
        return dout * self.x * (1.0 - self.x)


@mistake(
    "sigmoid-applied-twice",
    en="backward takes the slope at y: the sigmoid is applied once more to what forward had already put through it.",
    ja="backward が y での傾きを計算しています。sigmoid を通した出力に、もう一度 sigmoid をかけています。",
    hint_en="Is the value that you stored x or y? Only one of them still needs the sigmoid.",
    hint_ja="保存してある値は x ですか、y ですか。sigmoid をもう一度かける必要があるのはどちらでしょう。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        again = 1.0 / (1.0 + np.exp(-self.y))
        return dout * again * (1.0 - again)


@mistake(
    "y-times-one-plus-y",
    en="backward computes y(1 + y). A sign is wrong in the second factor: this would grow with y, while the sigmoid flattens out.",
    ja="backward が y(1 + y) を計算しています。2 つ目の因子の符号が違います。sigmoid の傾きは、y が 1 に近づくと小さくなるはずです。",
    hint_en="How steep is the sigmoid where y is nearly 1? What does your formula give there?",
    hint_ja="y がほぼ 1 のところで、sigmoid の傾きはどれくらいですか。あなたの式ではいくつになりますか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * self.y * (1.0 + self.y)


@mistake(
    "dout-forgotten",
    en="backward returns the slope y(1 - y) alone; it is not multiplied by dout.",
    ja="backward が傾き y(1 - y) だけを返しています。dout が掛けられていません。",
    hint_en="The chain rule is a product of two derivatives. Which one is missing?",
    hint_ja="連鎖律は 2 つの微分の積です。足りないのはどちらですか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return self.y * (1.0 - self.y)


@mistake(
    "factor-y-lost",
    en="backward computes dout (1 - y): the factor y is missing.",
    ja="backward が dout (1 - y) を計算しています。因子 y が抜けています。",
    hint_en="How steep is the sigmoid where y is nearly 0? What does your formula give there?",
    hint_ja="y がほぼ 0 のところで、sigmoid の傾きはどれくらいですか。あなたの式ではいくつになりますか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * (1.0 - self.y)


@mistake(
    "factor-one-minus-y-lost",
    en="backward computes dout y: the factor 1 - y is missing.",
    ja="backward が dout y を計算しています。因子 1 - y が抜けています。",
    hint_en="How steep is the sigmoid where y is nearly 1? What does your formula give there?",
    hint_ja="y がほぼ 1 のところで、sigmoid の傾きはどれくらいですか。あなたの式ではいくつになりますか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * self.y


@mistake(
    "derivative-of-tanh",
    en="backward multiplies by 1 - y², which is the slope of tanh.",
    ja="backward で 1 - y² を掛けています。これは tanh の傾きです。",
    hint_en="The sigmoid is steepest at x = 0. What is y there, and how steep is the curve?",
    hint_ja="sigmoid の傾きは x = 0 で最大になります。そのときの y と傾きはいくつですか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * (1.0 - self.y**2)


@mistake(
    "sign-flipped",
    en="backward has the wrong sign: the minus of exp(-x) was differentiated once too few, or once too many.",
    ja="backward の符号が逆です。exp(-x) のマイナスを微分するときに、符号を 1 回数え間違えています。",
    hint_en="The sigmoid rises everywhere. Which sign must its slope have?",
    hint_ja="sigmoid はどこでも増加します。傾きの符号はどちらになるはずですか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return -dout * self.y * (1.0 - self.y)


@mistake(
    "derivative-from-dout",
    en="backward computes dout (1 - dout): dout stands where the output y belongs.",
    ja="backward が dout (1 - dout) を計算しています。出力 y を使うところに dout を使っています。",
    hint_en="dout comes from the layer above. Which value did this layer itself compute?",
    hint_ja="dout は上流から来る勾配です。このレイヤ自身が計算した値はどれですか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * (1.0 - dout)


@mistake(
    "y-not-kept",
    en="backward meets None where it expects the output: forward returned y but did not store it on self.",
    ja="backward が使う出力が None のままです。forward が y を返すだけで、self に保存していません。",
    hint_en="Local variables are gone when forward returns. Where does backward look for y?",
    hint_ja="forward が終わるとローカル変数は消えます。backward は y をどこから読みますか。",
)
class Sigmoid(reference.Sigmoid):
    def backward(self, dout):
        return dout * None


@mistake(
    "exp-sign",
    en="forward computes 1 / (1 + exp(x)): the minus in the exponent is missing, so the curve falls instead of rising.",
    ja="forward が 1 / (1 + exp(x)) を計算しています。指数のマイナスが抜けているので、増加するはずの曲線が減少しています。",
    hint_en="Should a large positive x give nearly 1 or nearly 0?",
    hint_ja="大きな正の x では、1 に近づきますか、0 に近づきますか。",
)
class Sigmoid(Forward):
    def function(self, x):
        return 1.0 / (1.0 + np.exp(x))


@mistake(
    "precedence",
    en="forward computes (1 / 1) + exp(-x): without parentheses the division comes before the sum.",
    ja="forward が (1 / 1) + exp(-x) を計算しています。かっこがないと、足し算より先に割り算が行われます。",
    hint_en="In which order does Python work out `1 / 1 + a`?",
    hint_ja="Python は `1 / 1 + a` をどの順に計算しますか。",
)
class Sigmoid(Forward):
    def function(self, x):
        return 1 / 1 + np.exp(-x)


@mistake(
    "overflow-to-nan",
    en="For large x, exp(x) overflows and exp(x) / (1 + exp(x)) becomes inf / inf, which is NaN. The formula is right, but it is not usable there.",
    ja="大きな x では exp(x) がオーバーフローし、exp(x) / (1 + exp(x)) が inf / inf つまり NaN になります。式としては正しいのですが、そこでは使えません。",
    hint_en="Divide numerator and denominator by the same thing, so that the infinity stands only below.",
    hint_ja="分子と分母を同じもので割って、無限大が分母にしか現れない形にできませんか。",
)
class Sigmoid(Forward):
    def function(self, x):
        return np.exp(x) / (1.0 + np.exp(x))


@mistake(
    "scalars-only",
    en="math.exp takes a single number; x is an array.",
    ja="math.exp は数値 1 つしか受け取れません。x は配列です。",
    hint_en="numpy has a function of the same name that works on every entry.",
    hint_ja="numpy には、要素ごとに計算する同じ名前の関数があります。",
)
class Sigmoid(Forward):
    def function(self, x):
        return 1.0 / (1.0 + math.exp(-x))


@mistake(
    "state-shared",
    en="All layers share one output (a class attribute or a global variable): the second layer's forward overwrites what the first remembered.",
    ja="出力をすべてのレイヤで共有しています(クラス変数やグローバル変数)。2 つ目のレイヤの forward が、1 つ目の値を上書きします。",
    hint_en="Where does y live: on the object, on the class, or in the module?",
    hint_ja="y はどこに置いていますか。インスタンスですか、クラスですか、それともモジュールですか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        Sigmoid.kept = super().forward(x)
        return Sigmoid.kept

    def backward(self, dout):
        return dout * Sigmoid.kept * (1.0 - Sigmoid.kept)


@mistake(
    "keeps-first-output",
    en="The layer keeps the output of its first forward for good; backward must use that of the latest.",
    ja="最初の forward の出力をずっと使い続けています。backward では直前の forward の出力を使います。",
    hint_en="Call forward twice with different x. What has the layer stored after the second call?",
    hint_ja="違う x で forward を 2 回呼んでみましょう。2 回目のあと、self には何が残っていますか。",
)
class Sigmoid(reference.Sigmoid):
    def forward(self, x):
        first = self.y
        y = super().forward(x)
        if first is not None:
            self.y = first
        return y
