import weakref

import numpy as np

from grader.authoring import mistake, reference


def averages(optimizer, params):
    """The dict of the averages h, of zeros at first."""
    if optimizer.h is None:
        optimizer.h = {key: np.zeros_like(value) for key, value in params.items()}
    return optimizer.h


@mistake(
    "rates-swapped",
    en="The two weights have changed places: decay_rate belongs to the old h, 1 - decay_rate to the new square.",
    ja="2 つの重みが入れ替わっています。decay_rate は古い h に、1 - decay_rate は新しい 2 乗に掛けます。",
    hint_en="With decay_rate = 0.99, should h remember for a long time or for one step?",
    hint_ja="decay_rate = 0.99 のとき、h は過去の値を長く残すべきですか、1 回で忘れるべきですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = (1 - self.decay_rate) * h[key] + self.decay_rate * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "g-not-squared",
    en="h averages the gradient itself, not its square, so that the root of a negative number gives NaN.",
    ja="h が勾配の 2 乗ではなく、勾配そのものの移動平均になっています。負の数の平方根は NaN になります。",
    hint_en="h stands for the size of the gradient. Can it ever be negative?",
    hint_ja="h は勾配の大きさを表します。負になることがあるでしょうか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key]
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "absolute-values",
    en="h averages the absolute gradient, not its square.",
    ja="h が勾配の 2 乗ではなく、絶対値の移動平均になっています。",
    hint_en="Which power of the gradient goes with a square root?",
    hint_ja="平方根をとって勾配と同じ大きさに戻るのは、勾配の何乗ですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * np.abs(grads[key])
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "absolute-values-averaged",
    en="The step is divided by the average of the absolute gradients, without squares and root. RMS is the root of a mean of squares.",
    ja="絶対値の移動平均で割っています。2 乗も平方根もありません。RMS は「2 乗の平均の平方根」です。",
    hint_en="What do the letters R, M and S stand for?",
    hint_ja="R、M、S はそれぞれ何の頭文字ですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * np.abs(grads[key])
            params[key] -= self.lr * grads[key] / (h[key] + 1e-7)


@mistake(
    "new-square-not-weighted",
    en="The new square is added whole: the factor 1 - decay_rate is missing, so h is a sum and not an average, and the steps are too short.",
    ja="新しい 2 乗をそのまま足しています。1 - decay_rate が掛かっていないので、平均ではなく和になり、更新幅が小さくなりすぎます。",
    hint_en="Do the weights of the old h and of the new square add up to 1?",
    hint_ja="古い h の重みと新しい 2 乗の重みを足すと、1 になりますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "old-h-not-weighted",
    en="The old h is kept whole: decay_rate is not multiplied with it, so nothing is ever forgotten.",
    ja="古い h に decay_rate を掛けていません。何も忘れなくなっています。",
    hint_en="Do the weights of the old h and of the new square add up to 1?",
    hint_ja="古い h の重みと新しい 2 乗の重みを足すと、1 になりますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "both-weighted-alike",
    en="The new square is weighted with decay_rate as well. Its weight is what is left over, 1 - decay_rate.",
    ja="新しい 2 乗にも decay_rate を掛けています。掛けるのは残りの 1 - decay_rate です。",
    hint_en="Do the weights of the old h and of the new square add up to 1?",
    hint_ja="古い h の重みと新しい 2 乗の重みを足すと、1 になりますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * (h[key] + grads[key] ** 2)
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "weight-squared-too",
    en="1 - decay_rate is squared together with the gradient: the parentheses are in the wrong place.",
    ja="1 - decay_rate まで勾配といっしょに 2 乗しています。括弧の位置が違います。",
    hint_en="What exactly does your ** 2 square?",
    hint_ja="** 2 で 2 乗しているのは、どこからどこまでですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + ((1 - self.decay_rate) * grads[key]) ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "adagrad",
    en="This is AdaGrad: the squares of all gradients are added up and nothing is forgotten. Here old squares fade by decay_rate.",
    ja="これは AdaGrad です(勾配の 2 乗をすべて足し込み、何も忘れません)。ここでは古い 2 乗が decay_rate 倍ずつ薄れます。",
    hint_en="Where does decay_rate occur in your update?",
    hint_ja="decay_rate は、あなたの update のどこに出てきますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "bias-corrected",
    en="h is divided by 1 - decay_rate**t, as Adam does. RMSProp uses h as it is, though it is too small at first.",
    ja="Adam のように、h を 1 - decay_rate**t で割って補正しています。RMSProp では、はじめのうち小さすぎても h をそのまま使います。",
    hint_en="How far does the first step go by the formula of the statement?",
    hint_ja="問題文の式では、1 回目の更新でどれだけ動きますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        self.t = getattr(self, "t", 0) + 1
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key] / (1 - self.decay_rate**self.t)) + 1e-7)


@mistake(
    "centred",
    en="The square of the averaged gradient is subtracted from h before the root (centred RMSProp, a variance). Here h is used as it is.",
    ja="平方根をとる前に、勾配の移動平均の 2 乗を h から引いています(分散を使う centered 版です)。ここでは h をそのまま使います。",
    hint_en="How many averages does the formula keep?",
    hint_ja="式の中に、移動平均はいくつありますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        self.m = getattr(self, "m", {})
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            self.m[key] = self.decay_rate * self.m.get(key, 0.0) + (1 - self.decay_rate) * grads[key]
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key] - self.m[key] ** 2) + 1e-7)


@mistake(
    "adam-without-correction",
    en="The numerator is an average of gradients too, as in Adam. RMSProp steps along the gradient itself.",
    ja="分子まで勾配の移動平均になっています(Adam の形です)。RMSProp の分子は勾配そのものです。",
    hint_en="How many averages does the formula keep?",
    hint_ja="式の中に、移動平均はいくつありますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        self.m = getattr(self, "m", {})
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            self.m[key] = self.decay_rate * self.m.get(key, 0.0) + (1 - self.decay_rate) * grads[key]
            params[key] -= self.lr * self.m[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "root-forgotten",
    en="The step is divided by h, not by its square root.",
    ja="h の平方根ではなく、h そのもので割っています。",
    hint_en="If every gradient were ten times as large, how should the step change?",
    hint_ja="勾配がすべて 10 倍になったら、更新幅はどう変わるはずですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (h[key] + 1e-7)


@mistake(
    "h-made-anew",
    en="h starts from 0 in every call (or is made anew), so that every step has the same length. The old h is part of the new one.",
    ja="呼ばれるたびに h が 0 から始まっていて(作り直していて)、毎回同じ幅だけ動きます。新しい h は古い h から作ります。",
    hint_en="Print h at the beginning of the second call of update.",
    hint_ja="2 回目の update のはじめで h を print してみましょう。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "h-updated-last",
    en="The step is divided by the old h, which does not know the present gradient yet and is 0 in the first step: the parameters fly away.",
    ja="いまの勾配を入れる前の h で割っています。1 回目は h が 0 なので、パラメータが極端に大きく動いてしまいます。",
    hint_en="What is h in the first step when you divide by its root?",
    hint_ja="1 回目に平方根で割るとき、h はいくつですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2


@mistake(
    "h-starts-at-one",
    en="h starts at 1 and not at 0.",
    ja="h が 0 ではなく 1 から始まっています。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.ones_like(value) for key, value in params.items()}
        h = self.h
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "starts-at-first-gradient",
    en="h starts at the square of the first gradient, so that the first step has the length lr. It starts at 0.",
    ja="h が最初の勾配の 2 乗から始まっていて、1 回目にちょうど lr だけ動きます。h は 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        if self.h is None:
            self.h = {key: g**2 for key, g in grads.items()}
        h = self.h
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "one-h-per-key",
    en="h is one number for each key, from the sum over all its entries. Every entry has an h of its own.",
    ja="h がキーごとに 1 つの数(全要素の和)になっています。h は要素ごとに持ちます。",
    hint_en="What is the shape of h[key]?",
    hint_ja="h[key] の形状は何ですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * np.sum(grads[key] ** 2)
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "one-mean-h-per-key",
    en="h is one number for each key, from the mean over all its entries. The mean in RMS is over time; every entry has an h of its own.",
    ja="h がキーごとに 1 つの数(全要素の平均)になっています。RMS の平均は時間についての平均で、h は要素ごとに持ちます。",
    hint_en="What is the shape of h[key]?",
    hint_ja="h[key] の形状は何ですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * np.mean(grads[key] ** 2)
            params[key] -= self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "g-squared-in-the-step",
    en="The squared gradient stands in the numerator too, so every entry goes down, whatever its sign.",
    ja="分子でも勾配を 2 乗しています。そのため、符号に関係なくどの要素も減っていきます。",
    hint_en="Which way does an entry go whose gradient is negative?",
    hint_ja="勾配が負の要素は、どちらへ動きますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] ** 2 / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "gradient-forgotten",
    en="The step is lr / sqrt(h): the gradient itself is missing, so every entry goes down.",
    ja="更新幅が lr / sqrt(h) だけで、勾配 g が掛かっていません。どの要素も減っていきます。",
    hint_en="Which way does an entry go whose gradient is negative?",
    hint_ja="勾配が負の要素は、どちらへ動きますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "multiplied-by-the-root",
    en="The gradient is multiplied by the root of h: large gradients make the steps larger still. Divide.",
    ja="h の平方根を掛けています。大きな勾配ほど更新幅がさらに大きくなります。平方根では割ります。",
    hint_en="Should an entry with large gradients take longer or shorter steps?",
    hint_ja="大きな勾配が続いた要素の更新幅は、大きくするべきですか、小さくするべきですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] * np.sqrt(h[key])


@mistake(
    "lr-without-effect",
    en="lr has no effect on the step: it does not occur there, or h takes lr * g and lr cancels out.",
    ja="lr を変えても更新幅が変わりません。lr を掛けていないか、h に lr * g を入れたために約分されて消えています。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "plain-sgd",
    en="This is plain SGD: the division by the root of h is missing.",
    ja="これはただの SGD です。h の平方根で割っていません。",
    hint_en="What is h for?",
    hint_ja="h は何のためにあるのでしょうか。",
)
class RMSprop(reference.RMSprop):
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
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] += self.lr * grads[key] / (np.sqrt(h[key]) + 1e-7)


@mistake(
    "no-epsilon",
    en="There is no epsilon: an entry whose gradient is always 0 becomes 0 / 0, which is NaN.",
    ja="ε がありません。勾配がずっと 0 の要素では 0 / 0 になり、NaN になります。",
    hint_en="What is the step when g and h are 0?",
    hint_ja="g も h も 0 のとき、更新幅はいくつになりますか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / np.sqrt(h[key])


@mistake(
    "epsilon-added-to-g",
    en="Epsilon is added to the gradient and not to the root, so an entry whose gradient is 0 still moves.",
    ja="ε を平方根の側ではなく勾配に足しています。勾配が 0 の要素まで動いてしまいます。",
    hint_en="Which number must epsilon keep away from 0?",
    hint_ja="ε は、どの数が 0 になるのを防ぐためのものですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        h = averages(self, params)
        for key in params:
            g = grads[key] + 1e-7
            h[key] = self.decay_rate * h[key] + (1 - self.decay_rate) * g**2
            params[key] -= self.lr * g / np.sqrt(h[key])


@mistake(
    "shared-by-keys",
    en="All keys share one h, so each key's steps depend on the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 つの h を共有しています。ほかのキーの勾配まで混ざるか、形状が合わなくなります。",
    hint_en="How many arrays h are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、h はいくつ必要ですか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        if self.h is None:
            self.h = 0.0
        for key in params:
            self.h = self.decay_rate * self.h + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h) + 1e-7)


@mistake(
    "shared-by-optimizers",
    en="h belongs to the class (or is global), not to the object: a second optimizer goes on with the first one's averages.",
    ja="h がインスタンスではなくクラス(またはグローバル変数)にあります。2 つ目の RMSprop が 1 つ目の平均を引き継いでしまいます。",
    hint_en="Where is h made: in the class body, or in a method with self?",
    hint_ja="h を作っているのは、クラスの直下ですか、self を使うメソッドの中ですか。",
)
class RMSprop(reference.RMSprop):
    h, alive = {}, weakref.WeakSet()

    def __init__(self, lr=0.01, decay_rate=0.99):
        self.lr, self.decay_rate = lr, decay_rate
        # All checks run in one process here, and each answer in a process of its own: begin anew with each.
        if not self.alive:
            self.h.clear()
        self.alive.add(self)

    def update(self, params, grads):
        for key in params:
            self.h[key] = self.decay_rate * self.h.get(key, 0.0) + (1 - self.decay_rate) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)


@mistake(
    "unseen-by-the-caller",
    en="The new values are computed, but the caller's dict still holds the old ones: a name was given a new array (w = w - ...), or a new dict was made or returned.",
    ja="新しい値を計算していますが、呼び出し側の params は元のままです。w = w - ... のように変数名に新しい配列を付け替えたか、新しいディクショナリを作っています。",
    hint_en="Does `w = w - 1` change the array that w named before?",
    hint_ja="`w = w - 1` と書くと、w がそれまで指していた配列は変わりますか。",
)
class RMSprop(reference.RMSprop):
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
class RMSprop(reference.RMSprop):
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
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        super().update(params, dict(zip(params, list(grads.values()), strict=True)))


@mistake(
    "decay-rate-ignored",
    en="decay_rate is written as 0.99, so what the caller asks for is ignored.",
    ja="decay_rate に 0.99 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.decay_rate?",
    hint_ja="self.decay_rate は、どこで使っていますか。",
)
class RMSprop(reference.RMSprop):
    def __init__(self, lr=0.01, decay_rate=0.99):
        super().__init__(lr, 0.99)


@mistake(
    "decay-rate-ignored-0.9",
    en="decay_rate is written as 0.9, so what the caller asks for is ignored.",
    ja="decay_rate に 0.9 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.decay_rate?",
    hint_ja="self.decay_rate は、どこで使っていますか。",
)
class RMSprop(reference.RMSprop):
    def __init__(self, lr=0.01, decay_rate=0.99):
        super().__init__(lr, 0.9)


@mistake(
    "default-0.9",
    en="Without an argument decay_rate is 0.9 (as in many libraries). The default here is 0.99.",
    ja="引数を省略すると decay_rate が 0.9 になっています(ほかのライブラリによくある値です)。ここでは 0.99 です。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)
class RMSprop(reference.RMSprop):
    def __init__(self, lr=0.01, decay_rate=0.9):
        super().__init__(lr, decay_rate)


@mistake(
    "lr-ignored",
    en="The learning rate is written as 0.01, so what the caller asks for is ignored.",
    ja="学習係数に 0.01 を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use self.lr?",
    hint_ja="self.lr は、どこで使っていますか。",
)
class RMSprop(reference.RMSprop):
    def __init__(self, lr=0.01, decay_rate=0.99):
        super().__init__(0.01, decay_rate)


@mistake(
    "state-never-made",
    en="h is still None when it is read: nobody made the zeros for each key.",
    ja="h が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.h in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.h は何ですか。配列はどこで入れるべきでしょうか。",
)
class RMSprop(reference.RMSprop):
    def update(self, params, grads):
        for key in params:
            self.h[key] = self.decay_rate * self.h[key]
