import weakref

import numpy as np

from grader.authoring import mistake, reference


def sums(optimizer, params):
    """The dict of the sums h, of zeros at first."""
    if optimizer.h is None:
        optimizer.h = {key: np.zeros_like(value) for key, value in params.items()}
    return optimizer.h


@mistake(
    "root-forgotten",
    en="The step is divided by h, not by its square root.",
    ja="h の平方根ではなく、h そのもので割っています。",
    hint_en="If every gradient were ten times as large, how should the first step change?",
    hint_ja="勾配がすべて 10 倍になったら、1 回目の更新幅はどう変わるはずですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (h[key] + 1e-7)


@mistake(
    "h-made-anew",
    en="h holds the present gradient's square only (it is assigned, or made anew in every call), so that every step has the length lr. The squares of all steps are added up.",
    ja="h に、いまの勾配の 2 乗しか入っていません(代入しているか、呼ばれるたびに作り直しています)。そのため毎回 lr だけ動きます。これまでの 2 乗をすべて足していくはずです。",
    hint_en="Print h after the second call of update.",
    hint_ja="2 回目の update のあとで h を print してみましょう。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "g-not-squared",
    en="h adds up the gradients themselves, not their squares: they cancel, and the root of a negative number gives NaN.",
    ja="h に、勾配の 2 乗ではなく勾配そのものを足しています。打ち消し合ううえに、負の数の平方根は NaN になります。",
    hint_en="Can h ever become smaller?",
    hint_ja="h が小さくなることはあるでしょうか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key]
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "absolute-values",
    en="h adds up the absolute gradients, not their squares.",
    ja="h に、勾配の 2 乗ではなく絶対値を足しています。",
    hint_en="Which power of the gradient goes with a square root?",
    hint_ja="平方根をとって勾配と同じ大きさに戻るのは、勾配の何乗ですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + np.abs(grads[key])
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "roots-added-up",
    en="The step is divided by the sum of the absolute gradients. The squares are added up first, and the root is taken of their sum.",
    ja="絶対値の和で割っています。先に 2 乗を足していき、その和の平方根をとります。",
    hint_en="Gradients 3 and then 4: is the divisor 7 or 5?",
    hint_ja="勾配が 3、4 と続いたとき、割る数は 7 ですか、5 ですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + np.abs(grads[key])
            params[key] -= self.lr * grads[key] / (h[key] + 1e-7)


@mistake(
    "averaged-over-steps",
    en="h is divided by the number of steps: the steps do not become smaller. AdaGrad divides by the root of the sum.",
    ja="h を更新回数で割り、平均にしています。これでは更新幅が小さくなりません。AdaGrad で使うのは和の平方根です。",
    hint_en="With a gradient of 1 in every step, how far should the fourth step go?",
    hint_ja="勾配がいつも 1 なら、4 回目の更新はどれだけ動くはずですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        self.t = getattr(self, "t", 0) + 1
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key] / self.t) + 1e-7)


@mistake(
    "decays-by-step-too",
    en="lr is also divided by the root of the number of steps. The sum in h makes the steps smaller already.",
    ja="lr を更新回数の平方根でも割っています。更新幅は、h に足し込むことですでに小さくなっています。",
    hint_en="How many things make the step smaller in the formula?",
    hint_ja="式の中で、更新幅を小さくしているものはいくつありますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        self.t = getattr(self, "t", 0) + 1
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr / np.sqrt(self.t) * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "rmsprop",
    en="Old squares fade, by a factor of 0.99: that is RMSProp. AdaGrad forgets nothing.",
    ja="古い 2 乗の値が 0.99 倍ずつ薄れています。それは RMSProp です。AdaGrad は何も忘れません。",
    hint_en="Is there a decay rate in the formula?",
    hint_ja="式の中に減衰率がありますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = 0.99 * h[key] + 0.01 * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "rmsprop-0.9",
    en="Old squares fade, by a factor of 0.9: that is RMSProp. AdaGrad forgets nothing.",
    ja="古い 2 乗の値が 0.9 倍ずつ薄れています。それは RMSProp です。AdaGrad は何も忘れません。",
    hint_en="Is there a decay rate in the formula?",
    hint_ja="式の中に減衰率がありますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = 0.9 * h[key] + 0.1 * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "h-updated-last",
    en="The step is divided by the old h, which does not know the present gradient yet and is 0 in the first step: the parameters fly away.",
    ja="いまの勾配を足す前の h で割っています。1 回目は h が 0 なので、パラメータが極端に大きく動いてしまいます。",
    hint_en="What is h in the first step when you divide by its root?",
    hint_ja="1 回目に平方根で割るとき、h はいくつですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)
            h[key] = h[key] + grads[key] ** 2


@mistake(
    "h-starts-at-one",
    en="h starts at 1, so the first steps are too short. It starts at 0.",
    ja="h が 1 から始まっていて、はじめの更新幅が小さすぎます。h は 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.ones_like(value) for key, value in params.items()}
        h = self.h
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "h-starts-at-a-tenth",
    en="h starts at 0.1, as in Keras. Here it starts at 0.",
    ja="h が 0.1 から始まっています(Keras の既定値です)。ここでは 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.full_like(value, 0.1) for key, value in params.items()}
        h = self.h
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "first-gradient-twice",
    en="h starts at the square of the first gradient, which is then added once more. h starts at 0.",
    ja="h を最初の勾配の 2 乗から始めたうえで、もう一度足しています。h は 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        if self.h is None:
            self.h = {key: g**2 for key, g in grads.items()}
        h = self.h
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "one-h-per-key",
    en="h is one number for each key, the sum over all its entries. Every entry has an h of its own.",
    ja="h がキーごとに 1 つの数(全要素の和)になっています。h は要素ごとに持ちます。",
    hint_en="What is the shape of h[key]?",
    hint_ja="h[key] の形状は何ですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + np.sum(grads[key] ** 2)
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "g-squared-in-the-step",
    en="The squared gradient stands in the numerator too, so every entry goes down, whatever its sign.",
    ja="分子でも勾配を 2 乗しています。そのため、符号に関係なくどの要素も減っていきます。",
    hint_en="Which way does an entry go whose gradient is negative?",
    hint_ja="勾配が負の要素は、どちらへ動きますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] ** 2 / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "gradient-forgotten",
    en="The step is lr / sqrt(h): the gradient itself is missing, so every entry goes down.",
    ja="更新幅が lr / sqrt(h) だけで、勾配 g が掛かっていません。どの要素も減っていきます。",
    hint_en="Which way does an entry go whose gradient is negative?",
    hint_ja="勾配が負の要素は、どちらへ動きますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "multiplied-by-the-root",
    en="The gradient is multiplied by the root of h: large gradients make the steps larger still. Divide.",
    ja="h の平方根を掛けています。大きな勾配ほど更新幅がさらに大きくなります。平方根では割ります。",
    hint_en="Should an entry with large gradients take longer or shorter steps?",
    hint_ja="大きな勾配が続いた要素の更新幅は、大きくするべきですか、小さくするべきですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] * np.sqrt(h[key])


@mistake(
    "lr-without-effect",
    en="lr has no effect on the step: it does not occur there, or h takes lr * g and lr cancels out.",
    ja="lr を変えても更新幅が変わりません。lr を掛けていないか、h に lr * g を入れたために約分されて消えています。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "plain-sgd",
    en="This is plain SGD: the division by the root of h is missing.",
    ja="これはただの SGD です。h の平方根で割っていません。",
    hint_en="What is h for?",
    hint_ja="h は何のためにあるのでしょうか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]


@mistake(
    "ascent",
    en="The step is added. The gradient points to where the loss grows, so a step goes the other way.",
    ja="足し算になっています。勾配は損失が増える向きなので、逆の向きに動かします。",
    hint_en="The gradient is 2 at some weight. Should that weight become larger or smaller?",
    hint_ja="勾配が 2 の重みは、大きくするべきですか、小さくするべきですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] += self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "no-epsilon",
    en="There is no epsilon: an entry whose gradient is always 0 becomes 0 / 0, which is NaN.",
    ja="ε がありません。勾配がずっと 0 の要素では 0 / 0 になり、NaN になります。",
    hint_en="What is the step when g and h are 0?",
    hint_ja="g も h も 0 のとき、更新幅はいくつになりますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / np.sqrt(h[key])


@mistake(
    "epsilon-added-to-g",
    en="Epsilon is added to the gradient and not to the root, so an entry whose gradient is 0 still moves.",
    ja="ε を平方根の側ではなく勾配に足しています。勾配が 0 の要素まで動いてしまいます。",
    hint_en="Which number must epsilon keep away from 0?",
    hint_ja="ε は、どの数が 0 になるのを防ぐためのものですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        h = sums(self, params)
        for key in params:
            g = grads[key] + 1e-7
            h[key] = h[key] + g**2
            params[key] -= self.lr * g / np.sqrt(h[key])


@mistake(
    "shared-by-keys",
    en="All keys share one h, so each key's steps are shortened by the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 つの h を共有しています。ほかのキーの勾配まで足されるか、形状が合わなくなります。",
    hint_en="How many arrays h are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、h はいくつ必要ですか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        if self.h is None:
            self.h = 0.0
        for key in params:
            self.h = self.h + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h) + 1e-7)


@mistake(
    "shared-by-optimizers",
    en="h belongs to the class (or is global), not to the object: a second optimizer goes on with the first one's sums.",
    ja="h がインスタンスではなくクラス(またはグローバル変数)にあります。2 つ目の AdaGrad が 1 つ目の和を引き継いでしまいます。",
    hint_en="Where is h made: in the class body, or in a method with self?",
    hint_ja="h を作っているのは、クラスの直下ですか、self を使うメソッドの中ですか。",
)
class AdaGrad(reference.AdaGrad):
    h, alive = {}, weakref.WeakSet()

    def __init__(self, lr=0.01):
        self.lr = lr
        # All checks run in one process here, and each answer in a process of its own: begin anew with each.
        if not self.alive:
            self.h.clear()
        self.alive.add(self)

    def update(self, params, grads):
        for key in params:
            self.h[key] = self.h.get(key, 0.0) + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)


@mistake(
    "unseen-by-the-caller",
    en="The new values are computed, but the caller's dict still holds the old ones: a name was given a new array (w = w - ...), or a new dict was made or returned.",
    ja="新しい値を計算していますが、呼び出し側の params は元のままです。w = w - ... のように変数名に新しい配列を付け替えたか、新しいディクショナリを作っています。",
    hint_en="Does `w = w - 1` change the array that w named before?",
    hint_ja="`w = w - 1` と書くと、w がそれまで指していた配列は変わりますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        params = {key: value.copy() for key, value in params.items()}
        super().update(params, grads)
        return params


@mistake(
    "first-key-only",
    en="Only the first key is updated: update returns, or breaks off, inside the loop.",
    ja="更新されるのが最初のキーだけです。ループの途中で return や break をしています。",
    hint_en="When does your loop end? Look at the indentation.",
    hint_ja="ループはいつ終わりますか。インデントを確かめましょう。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        first = dict(list(params.items())[:1])
        super().update(first, grads)
        params.update(first)


@mistake(
    "paired-by-position",
    en="Parameters and gradients are paired by their position in the dicts; they belong together by key.",
    ja="params と grads を並び順で組にしています。組にするのはキーです。",
    hint_en="What happens if grads lists its keys in another order?",
    hint_ja="grads のキーの並びが違っていたら、どうなりますか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        super().update(params, dict(zip(params, list(grads.values()), strict=True)))


@mistake(
    "lr-ignored",
    en="The learning rate is written as 0.01, so what the caller asks for is ignored.",
    ja="学習係数に 0.01 を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use self.lr?",
    hint_ja="self.lr は、どこで使っていますか。",
)
class AdaGrad(reference.AdaGrad):
    def __init__(self, lr=0.01):
        super().__init__(0.01)


@mistake(
    "state-never-made",
    en="h is still None when it is read: nobody made the zeros for each key.",
    ja="h が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.h in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.h は何ですか。配列はどこで入れるべきでしょうか。",
)
class AdaGrad(reference.AdaGrad):
    def update(self, params, grads):
        for key in params:
            self.h[key] += grads[key] ** 2
