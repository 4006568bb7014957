import numpy as np

from grader.authoring import mistake, reference


@mistake(
    "ascent",
    en="lr * g is added. The gradient points to where the loss grows, so the parameters climb; a step goes the other way.",
    ja="lr * g を足しています。勾配は損失が増える向きなので、これでは損失を増やす方向に進みます。",
    hint_en="The gradient is 2 at some weight. Should that weight become larger or smaller?",
    hint_ja="勾配が 2 の重みは、大きくするべきですか、小さくするべきですか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] += self.lr * grads[key]


@mistake(
    "unseen-by-the-caller",
    en="The new values are computed, but the caller's dict still holds the old ones: a name was given a new array (w = w - ...), or a new dict was made or returned.",
    ja="新しい値を計算していますが、呼び出し側の params は元のままです。w = w - ... のように変数名に新しい配列を付け替えたか、新しいディクショナリを作っています。",
    hint_en="Does `w = w - 1` change the array that w named before?",
    hint_ja="`w = w - 1` と書くと、w がそれまで指していた配列は変わりますか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        params = {key: value - self.lr * grads[key] for key, value in params.items()}
        return params


@mistake(
    "set-to-the-step",
    en="params[key] became -lr * g itself: the old value is lost. Is it `=-` where `-=` was meant?",
    ja="params[key] が -lr * g そのものになり、元の値が消えています。`-=` のつもりで `=-` と書いていませんか。",
    hint_en="Where does the old value of params[key] occur in your line?",
    hint_ja="その行のどこに、params[key] の元の値が出てきますか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] = -self.lr * grads[key]


@mistake(
    "lr-forgotten",
    en="The whole gradient is subtracted: lr takes no part in the step.",
    ja="勾配をそのまま引いていて、学習係数 lr が掛けられていません。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= grads[key]


@mistake(
    "divided-by-lr",
    en="The gradient is divided by lr. A small lr should make the step small.",
    ja="勾配を lr で割っています。lr が小さいほど、動く幅は小さくなるはずです。",
    hint_en="What is the step for g = 1 and lr = 0.1?",
    hint_ja="g = 1、lr = 0.1 のとき、どれだけ動きますか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= grads[key] / self.lr


@mistake(
    "lr-ignored",
    en="The learning rate is written as 0.01, so what the caller asks for is ignored.",
    ja="学習係数に 0.01 を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use the lr that __init__ was given?",
    hint_ja="__init__ に渡された lr は、どこで使っていますか。",
)
class SGD(reference.SGD):
    def __init__(self, lr=0.01):
        super().__init__(0.01)


@mistake(
    "default-a-tenth",
    en="Without an argument lr is 0.001 (that is Adam's). For SGD the default is 0.01.",
    ja="引数を省略すると lr が 0.001 になっています(Adam の値です)。SGD では 0.01 です。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)
class SGD(reference.SGD):
    def __init__(self, lr=0.001):
        super().__init__(lr)


@mistake(
    "default-ten-times",
    en="Without an argument lr is 0.1. The default is 0.01.",
    ja="引数を省略すると lr が 0.1 になっています。0.01 のはずです。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)
class SGD(reference.SGD):
    def __init__(self, lr=0.1):
        super().__init__(lr)


@mistake(
    "lr-shared-by-optimizers",
    en="lr belongs to the class (or is global), not to the object: the optimizer made last decides for all.",
    ja="lr がインスタンスではなくクラス(またはグローバル変数)にあります。最後に作った SGD の lr が、すべての SGD に効いてしまいます。",
    hint_en="Where should each optimizer keep its own lr?",
    hint_ja="SGD ごとの lr は、どこに持たせればよいでしょうか。",
)
class SGD(reference.SGD):
    def __init__(self, lr=0.01):
        type(self).lr = lr


@mistake(
    "first-key-only",
    en="Only the first key is updated: update returns, or breaks off, inside the loop.",
    ja="更新されるのが最初のキーだけです。ループの途中で return や break をしています。",
    hint_en="When does your loop end? Look at the indentation.",
    hint_ja="ループはいつ終わりますか。インデントを確かめましょう。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]
            return params


@mistake(
    "last-key-only",
    en="Only the last key is updated: the line that subtracts stands after the loop, not in it.",
    ja="更新されるのが最後のキーだけです。引き算の行がループの中ではなく、ループのあとにあります。",
    hint_en="How often does the line that subtracts run? Look at the indentation.",
    hint_ja="引き算の行は何回実行されますか。インデントを確かめましょう。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        key = list(params)[-1]
        params[key] -= self.lr * grads[key]


@mistake(
    "biases-left",
    en="Only the weights move. Biases are parameters too: every key in the dict is updated.",
    ja="重みしか更新していません。バイアスもパラメータなので、すべてのキーを更新します。",
    hint_en="Which keys did not change?",
    hint_ja="変わっていないキーはどれですか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            if params[key].ndim > 1:
                params[key] -= self.lr * grads[key]


@mistake(
    "paired-by-position",
    en="Parameters and gradients are paired by their position in the dicts; they belong together by key.",
    ja="params と grads を並び順で組にしています。組にするのはキーです。",
    hint_en="What happens if grads lists its keys in another order?",
    hint_ja="grads のキーの並びが違っていたら、どうなりますか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key, g in zip(params, list(grads.values()), strict=True):
            params[key] -= self.lr * g


@mistake(
    "sign-only",
    en="Every entry moves by lr, whatever its gradient. The step is lr times the gradient, so a steep entry goes further.",
    ja="勾配の大きさに関係なく、どの要素も lr だけ動いています。更新幅は lr と勾配の積なので、勾配が大きいほど大きく動きます。",
    hint_en="Where does the size of the gradient go?",
    hint_ja="勾配の大きさは、どこへ消えましたか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * np.sign(grads[key])


@mistake(
    "gradient-normalised",
    en="The gradient is divided by its length first, so that only its direction counts. SGD uses it as it is.",
    ja="勾配をその大きさ(ノルム)で割ってから使っています。SGD では勾配をそのまま使います。",
    hint_en="If the gradient doubles, how should the step change?",
    hint_ja="勾配が 2 倍になったら、動く幅はどう変わるはずですか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key] / np.linalg.norm(grads[key])


@mistake(
    "divided-by-rows",
    en="The gradient is divided by its number of rows, as if that were the batch. The loss has been averaged over the batch already, and grads[key] has the shape of the parameter.",
    ja="勾配を行数で割っています。バッチの平均のつもりかもしれませんが、平均は損失の側でとってあり、grads[key] の形状はパラメータの形状です。",
    hint_en="What does the first axis of grads[key] count?",
    hint_ja="grads[key] の最初の軸は、何を数えていますか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key] / len(grads[key])


@mistake(
    "mean-of-the-gradient",
    en="All entries of a parameter move by the same amount: the mean of its gradient. Every entry has a gradient of its own.",
    ja="1 つのパラメータの要素が、どれも勾配の平均の分だけ同じように動いています。勾配は要素ごとに違います。",
    hint_en="Is there anything to sum or to average in the formula?",
    hint_ja="式の中に、和や平均をとるところがありますか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * np.mean(grads[key])


@mistake(
    "momentum",
    en="A velocity is carried from step to step: that is Momentum. SGD remembers nothing.",
    ja="前回の更新の勢いを引き継いでいます。それは Momentum です。SGD は何も引き継ぎません。",
    hint_en="What does the second step depend on?",
    hint_ja="2 回目の更新は、何だけで決まるはずですか。",
)
class SGD(reference.SGD):
    def __init__(self, lr=0.01):
        super().__init__(lr)
        self.v = {}

    def update(self, params, grads):
        for key in params:
            self.v[key] = 0.9 * self.v.get(key, 0.0) - self.lr * grads[key]
            params[key] += self.v[key]


@mistake(
    "gradients-added-up",
    en="The gradients of earlier steps are added to the present one. A step uses the gradients it is given, no others.",
    ja="これまでの勾配をすべて足し込んで使っています。1 回の更新で使うのは、そのとき渡された勾配だけです。",
    hint_en="What does the second step depend on?",
    hint_ja="2 回目の更新は、何だけで決まるはずですか。",
)
class SGD(reference.SGD):
    def __init__(self, lr=0.01):
        super().__init__(lr)
        self.sum = {}

    def update(self, params, grads):
        for key in params:
            self.sum[key] = self.sum.get(key, 0.0) + grads[key]
            params[key] -= self.lr * self.sum[key]


@mistake(
    "first-gradients-kept",
    en="The gradients of the first call are used in every step.",
    ja="最初に渡された勾配を、2 回目以降も使い続けています。",
    hint_en="Is anything in self set in the first call only?",
    hint_ja="最初の呼び出しでしか代入していない self の変数はありませんか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        if not hasattr(self, "grads"):
            self.grads = {key: g.copy() for key, g in grads.items()}
        for key in params:
            params[key] -= self.lr * self.grads[key]


@mistake(
    "lr-decays",
    en="lr becomes smaller from step to step. That is a schedule; here lr stays as it is.",
    ja="更新のたびに lr が小さくなっています。それは学習係数の減衰です。ここでは lr を変えません。",
    hint_en="If the gradient is 1 in every step, how far should the tenth step go?",
    hint_ja="勾配がいつも 1 なら、10 回目の更新ではどれだけ動くはずですか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        self.t = getattr(self, "t", 0) + 1
        for key in params:
            params[key] -= self.lr / self.t * grads[key]


@mistake(
    "weights-shrunk",
    en="The old value is multiplied by 1 - lr, as in a weighted average. The old value stays whole; only lr * g is taken off.",
    ja="元の値に 1 - lr を掛けています(移動平均の形です)。元の値はそのまま残し、lr * g だけを引きます。",
    hint_en="Where should a parameter go whose gradient is 0?",
    hint_ja="勾配が 0 のパラメータは、どこへ動くべきですか。",
)
class SGD(reference.SGD):
    def update(self, params, grads):
        for key in params:
            params[key] = (1 - self.lr) * params[key] - self.lr * grads[key]
