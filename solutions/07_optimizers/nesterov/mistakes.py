import weakref

import numpy as np

from grader.authoring import mistake, reference


def velocities(optimizer, params):
    """The dict of velocities, of zeros at first."""
    if optimizer.v is None:
        optimizer.v = {key: np.zeros_like(value) for key, value in params.items()}
    return optimizer.v


@mistake(
    "plain-momentum",
    en="This is plain Momentum: the parameter moves by the velocity. There is no look ahead: in the move, it is the new velocity that momentum multiplies, not the old one.",
    ja="これは普通の Momentum で、速度の分だけ動いています。先読みがありません。動かすときに momentum を掛けるのは、古い速度ではなく新しい速度です。",
    hint_en="In the first step, how far does the formula go in lr * g: 1 time, or 1 + momentum times?",
    hint_ja="1 回目の更新で、式のとおりなら lr * g の何倍動きますか。1 倍ですか、1 + momentum 倍ですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += v[key]


@mistake(
    "velocity-updated-first",
    en="The move is written with momentum**2 and 1 + momentum, which is right with the old velocity; here the velocity has been updated before. The book's common/optimizer.py had this bug in its first version.",
    ja="momentum の 2 乗と 1 + momentum を使う書き方では、古い速度で動かします。ところが、先に速度を更新しています。本の common/optimizer.py の古い版にあった誤りです。",
    hint_en="Put the new velocity, written out with the old one, into the formula of the statement. Which velocity goes with momentum**2?",
    hint_ja="問題文の式の新しい速度に、古い速度の式を代入してみましょう。momentum の 2 乗が掛かるのは、どちらの速度ですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.momentum * self.momentum * v[key]
            params[key] -= (1 + self.momentum) * self.lr * grads[key]


@mistake(
    "momentum-not-squared",
    en="The parameter moves by momentum * v and (1 + momentum) * lr * g with the old velocity. Written with the old velocity, it is momentum**2 * v.",
    ja="古い速度を使って momentum * v と (1 + momentum) * lr * g の分だけ動かしています。古い速度で書くなら、momentum の 2 乗を掛けます。",
    hint_en="The velocity is damped once when it is updated, and once more for the look ahead. How often does your line damp the old one?",
    hint_ja="速度は、更新のときに 1 回、先読みのときにもう 1 回弱められます。あなたの式では、古い速度は何回弱められていますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            params[key] += self.momentum * v[key] - (1 + self.momentum) * self.lr * grads[key]
            v[key] = self.momentum * v[key] - self.lr * grads[key]


@mistake(
    "damped-too-often",
    en="The new velocity is multiplied by momentum**2. That square belongs to the form with the old velocity; the new one has been damped once already.",
    ja="新しい速度に momentum の 2 乗を掛けています。2 乗になるのは古い速度で書いたときだけで、新しい速度はすでに 1 回弱められています。",
    hint_en="Which velocity does your line use, the one before or the one after the update?",
    hint_ja="その行で使っているのは、更新前の速度ですか、更新後の速度ですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.momentum**2 * v[key] - self.lr * grads[key]


@mistake(
    "look-ahead-not-taken-back",
    en="The parameter moves by the new velocity and a look ahead, (1 + momentum) * v. But it stood a look ahead already, momentum * v with the old velocity, and that has to be taken back first.",
    ja="新しい速度と先読みの分、つまり (1 + momentum) * v だけ動かしています。しかし params はもともと、古い速度による先読みの分(momentum * v)だけ先"
    "にあるので、それを差し引く必要があります。",
    hint_en="With no gradient, v = 1 and momentum = 0.5: the real position moves by 0.5. How far does params move?",
    hint_ja="勾配が 0、v = 1、momentum = 0.5 のとき、本当の位置は 0.5 動きます。params はどれだけ動くはずですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += (1 + self.momentum) * v[key]


@mistake(
    "looked-ahead-inside",
    en="The parameter looks ahead by momentum times the old velocity and then moves by the new one as well. The grads you are given belong to the looked-ahead place already.",
    ja="古い速度に momentum を掛けて先読みし、さらに新しい速度の分も動かしています。渡された勾配は、すでに先読みした位置のものです。",
    hint_en="Where do the parameters of the caller stand: at the real position, or a look ahead of it?",
    hint_ja="呼び出し側の params は、本当の位置にありますか、先読みした位置にありますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            params[key] += self.momentum * v[key]
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += v[key]


@mistake(
    "nothing-remembered",
    en="Nothing is carried from step to step: every step is (1 + momentum) * lr * g, as if the velocity were 0 before it. Perhaps v is made anew in every call.",
    ja="前の動きが引き継がれていません。毎回、速度が 0 だったかのように (1 + momentum) * lr * g だけ動いています。呼ばれるたびに v を作り直していませんか。",
    hint_en="Print the velocity at the beginning of the second call of update.",
    hint_ja="2 回目の update のはじめで、速度を print してみましょう。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        for key in params:
            params[key] -= (1 + self.momentum) * self.lr * grads[key]


@mistake(
    "plain-sgd",
    en="This is plain SGD: lr * g is subtracted, and there is no velocity.",
    ja="これはただの SGD です。lr * g を引くだけで、速度がありません。",
    hint_en="What is v for?",
    hint_ja="v は何のためにあるのでしょうか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]


@mistake(
    "gradient-term-forgotten",
    en="The parameter moves by momentum * v only; the present gradient's own term, lr * g, is missing.",
    ja="momentum * v の分しか動いていません。いまの勾配による項 lr * g が抜けています。",
    hint_en="How many terms has the second formula?",
    hint_ja="2 つ目の式には、項がいくつありますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.momentum * v[key]


@mistake(
    "velocity-not-damped",
    en="The parameter moves by v - lr * g: in the move, the new velocity has to be multiplied by momentum.",
    ja="v - lr * g の分だけ動かしています。動かすときには、新しい速度に momentum を掛けます。",
    hint_en="In the first step, how often does lr * g occur in your move?",
    hint_ja="1 回目の更新で、動く幅に lr * g は何回分入っていますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += v[key] - self.lr * grads[key]


@mistake(
    "signs-mixed",
    en="One of the two terms of the move has the wrong sign: v already points downhill, so momentum * v is added while lr * g is subtracted.",
    ja="パラメータを動かす 2 つの項のうち、片方の符号が逆です。v はもともと損失が減る向きなので、momentum * v は足し、lr * g は引きます。",
    hint_en="For g = 1 in the first step, do both terms push the parameter the same way?",
    hint_ja="1 回目で g = 1 のとき、2 つの項はパラメータを同じ向きに押していますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] -= self.momentum * v[key] + self.lr * grads[key]


@mistake(
    "ascent",
    en="The parameters climb: the whole move has the wrong sign. A positive gradient should make the parameter smaller.",
    ja="損失が増える向きに動いています。動き全体の符号が逆です。勾配が正なら、パラメータは小さくなるはずです。",
    hint_en="Follow one step by hand for w = 0, v = 0, g = 1. Is w negative afterwards?",
    hint_ja="w = 0、v = 0、g = 1 で 1 回分を手で計算してみましょう。w は負になりますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] -= self.momentum * v[key] - self.lr * grads[key]


@mistake(
    "averaged",
    en="The gradient is weighted with 1 - momentum in the velocity, as in the moving averages of Adam. Here the velocity takes the whole lr * g.",
    ja="速度の中で、勾配に 1 - momentum を掛けています(Adam の移動平均の形です)。ここでは lr * g をそのまま加えます。",
    hint_en="Compare the first formula with your line, factor by factor.",
    hint_ja="1 つ目の式とあなたの行を、係数ごとに見比べましょう。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - (1 - self.momentum) * self.lr * grads[key]
            params[key] += self.momentum * v[key] - self.lr * grads[key]


@mistake(
    "all-averaged",
    en="Every lr * g is weighted with 1 - momentum, in the velocity and in the move (as in Nadam). Here lr * g is used whole.",
    ja="速度でも更新でも、lr * g に 1 - momentum を掛けています(Nadam の形です)。ここでは lr * g をそのまま使います。",
    hint_en="How far does the first step go, in lr * g?",
    hint_ja="1 回目の更新は、lr * g の何倍ですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - (1 - self.momentum) * self.lr * grads[key]
            params[key] += self.momentum * v[key] - (1 - self.momentum) * self.lr * grads[key]


@mistake(
    "lr-missing-in-the-velocity",
    en="The velocity takes the gradient without lr, and the move then adds momentum * v as it is. Either v carries lr, or lr multiplies the whole move.",
    ja="速度には lr を掛けない勾配を入れたのに、動かすときは momentum * v をそのまま足しています。v に lr を含めるか、動き全体に lr を掛けるかのどちらかです。",
    hint_en="How should the step change when lr is halved? Does every term do so?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。どの項もそうなっていますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - grads[key]
            params[key] += self.momentum * v[key] - self.lr * grads[key]


@mistake(
    "lr-twice-in-the-velocity",
    en="lr occurs twice in the velocity's share: in v, and again where the parameter moves.",
    ja="速度の分に lr を 2 回掛けています(速度の中と、パラメータを動かすところ)。",
    hint_en="Is lr in v already when the parameter moves?",
    hint_ja="パラメータを動かす時点で、v にはもう lr が掛かっていませんか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.lr * (self.momentum * v[key] - grads[key])


@mistake(
    "lr-forgotten",
    en="lr takes no part: whole gradients go into the velocity and into the move.",
    ja="lr が使われていません。速度にも更新にも、勾配がそのまま入っています。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - grads[key]
            params[key] += self.momentum * v[key] - grads[key]


@mistake(
    "velocity-never-fades",
    en="The old velocity is kept whole when it is updated: momentum multiplies it only where the parameter moves, so steps pile up for ever.",
    ja="速度を更新するときに momentum を掛けていません。掛けているのはパラメータを動かすところだけなので、速度が増え続けます。",
    hint_en="If the gradient becomes 0, should the parameter go on for ever?",
    hint_ja="勾配が 0 になったあとも、パラメータは同じ速さで動き続けるべきですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = v[key] - self.lr * grads[key]
            params[key] += self.momentum * v[key] - self.lr * grads[key]


@mistake(
    "shared-by-keys",
    en="All keys share one velocity, so each key's step carries the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 つの速度を共有しています。ほかのキーの勾配が混ざるか、形状が合わなくなります。",
    hint_en="How many velocities are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、速度はいくつ必要ですか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        if self.v is None:
            self.v = 0.0
        for key in params:
            self.v = self.momentum * self.v - self.lr * grads[key]
            params[key] += self.momentum * self.v - self.lr * grads[key]


@mistake(
    "shared-by-optimizers",
    en="The velocities belong to the class (or are global), not to the object: a second optimizer goes on with the first one's.",
    ja="速度がインスタンスではなくクラス(またはグローバル変数)にあります。2 つ目の Nesterov が 1 つ目の速度を引き継いでしまいます。",
    hint_en="Where are the velocities made: in the class body, or in a method with self?",
    hint_ja="速度を作っているのは、クラスの直下ですか、self を使うメソッドの中ですか。",
)
class Nesterov(reference.Nesterov):
    v, alive = {}, weakref.WeakSet()

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        # All checks run in one process here, and each answer in a process of its own: begin anew with each.
        if not self.alive:
            self.v.clear()
        self.alive.add(self)

    def update(self, params, grads):
        for key in params:
            self.v[key] = self.momentum * self.v.get(key, 0.0) - self.lr * grads[key]
            params[key] += self.momentum * self.v[key] - self.lr * grads[key]


@mistake(
    "unseen-by-the-caller",
    en="The new values are computed, but the caller's dict still holds the old ones: a name was given a new array (w = w + v), or a new dict was made or returned.",
    ja="新しい値を計算していますが、呼び出し側の params は元のままです。w = w + v のように変数名に新しい配列を付け替えたか、新しいディクショナリを作っています。",
    hint_en="Does `w = w + 1` change the array that w named before?",
    hint_ja="`w = w + 1` と書くと、w がそれまで指していた配列は変わりますか。",
)
class Nesterov(reference.Nesterov):
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
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.momentum * v[key] - self.lr * grads[key]
            return


@mistake(
    "paired-by-position",
    en="Parameters and gradients are paired by their position in the dicts; they belong together by key.",
    ja="params と grads を並び順で組にしています。組にするのはキーです。",
    hint_en="What happens if grads lists its keys in another order?",
    hint_ja="grads のキーの並びが違っていたら、どうなりますか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        super().update(params, dict(zip(params, list(grads.values()), strict=True)))


@mistake(
    "momentum-ignored",
    en="momentum is written as 0.9, so what the caller asks for is ignored.",
    ja="momentum に 0.9 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.momentum?",
    hint_ja="self.momentum は、どこで使っていますか。",
)
class Nesterov(reference.Nesterov):
    def __init__(self, lr=0.01, momentum=0.9):
        super().__init__(lr, 0.9)


@mistake(
    "lr-ignored",
    en="The learning rate is written as 0.01, so what the caller asks for is ignored.",
    ja="学習係数に 0.01 を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use self.lr?",
    hint_ja="self.lr は、どこで使っていますか。",
)
class Nesterov(reference.Nesterov):
    def __init__(self, lr=0.01, momentum=0.9):
        super().__init__(0.01, momentum)


@mistake(
    "state-never-made",
    en="v is still None when it is read: nobody made the zeros for each key.",
    ja="v が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.v in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.v は何ですか。配列はどこで入れるべきでしょうか。",
)
class Nesterov(reference.Nesterov):
    def update(self, params, grads):
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.momentum * self.v[key] - self.lr * grads[key]
