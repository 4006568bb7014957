import weakref

import numpy as np

from grader.authoring import mistake, reference


def velocities(optimizer, params):
    """The dict of velocities, of zeros at first."""
    if optimizer.v is None:
        optimizer.v = {key: np.zeros_like(value) for key, value in params.items()}
    return optimizer.v


@mistake(
    "ascent",
    en="The parameters climb: of the two signs, that of lr * g in the velocity and that of v in the step, exactly one must be minus.",
    ja="損失が増える向きに動いています。速度の中の lr * g の符号と、更新で v を足し引きする符号のうち、マイナスはちょうど 1 つのはずです。",
    hint_en="Follow one step by hand for w = 0, v = 0, g = 1. Is w negative afterwards?",
    hint_ja="w = 0、v = 0、g = 1 で 1 回分を手で計算してみましょう。w は負になりますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] -= v[key]


@mistake(
    "velocity-reversed",
    en="The old velocity is turned round in every step, so that it brakes. What was going one way should go on that way.",
    ja="前の速度が毎回逆向きになり、ブレーキとして働いています。これまで進んでいた向きに、進み続けるはずです。",
    hint_en="With a gradient of 1 in every step, is the second step longer than the first?",
    hint_ja="勾配がいつも 1 なら、2 回目は 1 回目より大きく動くでしょうか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = -self.momentum * v[key] - self.lr * grads[key]
            params[key] += v[key]


@mistake(
    "averaged",
    en="The gradient is weighted with 1 - momentum: that is the moving average inside Adam, which documents 001 and 002 print. Momentum adds the whole lr * g.",
    ja="勾配に 1 - momentum を掛けています。それは資料 001 と 002 にある、Adam の中の移動平均の形です。Momentum では lr * g をそのまま加えます。",
    hint_en="How long is the first step, compared with one of SGD?",
    hint_ja="1 回目の更新は、SGD と比べてどれだけ動きますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - (1 - self.momentum) * self.lr * grads[key]
            params[key] += v[key]


@mistake(
    "nothing-remembered",
    en="This is plain SGD: each step starts with a velocity of 0 (or v is made anew in every call), so nothing is carried over.",
    ja="これではただの SGD です。毎回速度が 0 から始まり(あるいは呼ばれるたびに v を作り直していて)、前の動きが引き継がれません。",
    hint_en="Print the velocity at the beginning of the second call of update.",
    hint_ja="2 回目の update のはじめで、速度を print してみましょう。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        self.v = None
        super().update(params, grads)


@mistake(
    "old-velocity-used",
    en="The parameter moves by the velocity of the step before: it is moved first and the velocity is changed afterwards, so the first step goes nowhere.",
    ja="1 回前の速度で動かしています。パラメータを動かしてから速度を更新しているので、1 回目はまったく動きません。",
    hint_en="Which of the two lines of the formula comes first?",
    hint_ja="2 つの式のうち、先に計算するのはどちらですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            params[key] += v[key]
            v[key] = self.momentum * v[key] - self.lr * grads[key]


@mistake(
    "nesterov",
    en="This is Nesterov's momentum, which steps with a look ahead. Plain Momentum moves by the velocity itself.",
    ja="これは Nesterov のモーメンタム(先読みをする形)です。ここでの Momentum は、速度の分だけそのまま動きます。",
    hint_en="In the first step, is the move as long as one of SGD?",
    hint_ja="1 回目の更新で動く幅は、SGD と同じですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.momentum * v[key] - self.lr * grads[key]


@mistake(
    "momentum-on-everything",
    en="momentum multiplies lr * g as well: it stands before the whole bracket, or the new velocity is damped once more where the parameter moves. It belongs to the old velocity only.",
    ja="lr * g にも momentum が掛かっています。括弧の外に掛けているか、パラメータを動かすときに新しい速度へもう一度掛けています。掛けるのは古い速度だけです。",
    hint_en="How long is the first step, compared with one of SGD?",
    hint_ja="1 回目の更新は、SGD と比べてどれだけ動きますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.momentum * v[key]


@mistake(
    "momentum-on-the-gradient",
    en="momentum multiplies lr * g and not the old velocity, which is kept whole and never fades.",
    ja="momentum を古い速度ではなく lr * g に掛けています。古い速度がいつまでも弱まりません。",
    hint_en="If the gradient becomes 0, should the parameter go on for ever?",
    hint_ja="勾配が 0 になったあとも、パラメータは同じ速さで動き続けるべきですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = v[key] - self.momentum * self.lr * grads[key]
            params[key] += v[key]


@mistake(
    "velocity-never-fades",
    en="The old velocity is kept whole: momentum is not multiplied with it, so steps pile up for ever.",
    ja="古い速度に momentum を掛けていません。速度が弱まらず、増え続けます。",
    hint_en="Where do you use momentum?",
    hint_ja="momentum は、どこで使っていますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = v[key] - self.lr * grads[key]
            params[key] += v[key]


@mistake(
    "lr-twice",
    en="lr occurs twice: in the velocity, and again where the parameter moves. Once is enough.",
    ja="lr を 2 回掛けています(速度の中と、パラメータを動かすところ)。1 回で十分です。",
    hint_en="How long is the first step for g = 1 and lr = 0.1?",
    hint_ja="g = 1、lr = 0.1 のとき、1 回目はどれだけ動きますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += self.lr * v[key]


@mistake(
    "lr-forgotten",
    en="lr takes no part: the whole gradient goes into the velocity, and the whole velocity into the step.",
    ja="lr が使われていません。勾配がそのまま速度に入り、その速度でそのまま動いています。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - grads[key]
            params[key] += v[key]


@mistake(
    "lr-on-the-sum-kept",
    en="lr multiplies the old velocity too: v becomes -lr * (momentum * v + g) or the like, and the memory is lost at once. If lr stands before the bracket, keep v without it.",
    ja="古い速度にも lr が掛かり、これまでの速度がすぐに消えています。lr で全体をくくるなら、v には lr を掛ける前の値を残します。",
    hint_en="By which factor does the old velocity shrink in one step?",
    hint_ja="古い速度は、1 回の更新で何倍になりますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.lr * (self.momentum * v[key] - grads[key])
            params[key] += v[key]


@mistake(
    "only-the-last-gradient",
    en="Only the gradient of the step before is remembered. The velocity remembers all earlier steps, for its old value is part of the new one.",
    ja="1 回前の勾配しか残していません。新しい速度は古い速度から作るので、それより前の動きもすべて残るはずです。",
    hint_en="Does the first gradient still have a share in the third step?",
    hint_ja="3 回目の更新に、1 回目の勾配の影響は残っていますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            params[key] += self.momentum * v[key] - self.lr * grads[key]
            v[key] = -self.lr * grads[key]


@mistake(
    "momentum-on-the-parameter",
    en="momentum multiplies the parameter itself. It damps the velocity, the move of the step before.",
    ja="momentum をパラメータそのものに掛けています。掛ける相手は速度(前回動いた分)です。",
    hint_en="If v and the gradient are 0, should the parameter move?",
    hint_ja="速度も勾配も 0 のとき、パラメータは動くべきですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        for key in params:
            params[key] = self.momentum * params[key] - self.lr * grads[key]


@mistake(
    "set-to-the-velocity",
    en="params[key] became the velocity itself: the old value of the parameter is lost.",
    ja="params[key] が速度そのものになり、パラメータの元の値が消えています。",
    hint_en="Is the line that moves the parameter an assignment or an addition?",
    hint_ja="パラメータを動かす行は、代入ですか、足し算ですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] = v[key].copy()


@mistake(
    "starts-at-the-parameters",
    en="The velocities start as copies of the parameters. At first nothing moves: v starts at 0.",
    ja="速度の初期値がパラメータの値になっています。はじめは動いていないので、v は 0 から始めます。",
    hint_en="What does np.zeros_like do to an array, and what does a plain copy do?",
    hint_ja="np.zeros_like と、ただのコピーとの違いは何ですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        if self.v is None:
            self.v = {key: value.copy() for key, value in params.items()}
        super().update(params, grads)


@mistake(
    "first-gradient-twice",
    en="v starts at the first lr * g and is then updated with the same gradient again, so that the first step is too long. v starts at 0.",
    ja="v を最初の lr * g から始めたうえで、同じ勾配でもう一度更新しています。1 回目の動きが大きすぎます。v は 0 から始めます。",
    hint_en="How long is the first step, compared with one of SGD?",
    hint_ja="1 回目の更新は、SGD と比べてどれだけ動きますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        if self.v is None:
            self.v = {key: -self.lr * g for key, g in grads.items()}
        super().update(params, grads)


@mistake(
    "shared-by-keys",
    en="All keys share one velocity, so each key's step carries the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 つの速度を共有しています。ほかのキーの勾配が混ざるか、形状が合わなくなります。",
    hint_en="How many velocities are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、速度はいくつ必要ですか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        if self.v is None:
            self.v = 0.0
        for key in params:
            self.v = self.momentum * self.v - self.lr * grads[key]
            params[key] += self.v


@mistake(
    "shared-by-optimizers",
    en="The velocities belong to the class (or are global), not to the object: a second optimizer goes on with the first one's.",
    ja="速度がインスタンスではなくクラス(またはグローバル変数)にあります。2 つ目の Momentum が 1 つ目の速度を引き継いでしまいます。",
    hint_en="Where are the velocities made: in the class body, or in a method with self?",
    hint_ja="速度を作っているのは、クラスの直下ですか、self を使うメソッドの中ですか。",
)
class Momentum(reference.Momentum):
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
            params[key] += self.v[key]


@mistake(
    "unseen-by-the-caller",
    en="The new values are computed, but the caller's dict still holds the old ones: a name was given a new array (w = w + v), or a new dict was made or returned.",
    ja="新しい値を計算していますが、呼び出し側の params は元のままです。w = w + v のように変数名に新しい配列を付け替えたか、新しいディクショナリを作っています。",
    hint_en="Does `w = w + 1` change the array that w named before?",
    hint_ja="`w = w + 1` と書くと、w がそれまで指していた配列は変わりますか。",
)
class Momentum(reference.Momentum):
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
class Momentum(reference.Momentum):
    def update(self, params, grads):
        v = velocities(self, params)
        for key in params:
            v[key] = self.momentum * v[key] - self.lr * grads[key]
            params[key] += v[key]
            return


@mistake(
    "paired-by-position",
    en="Parameters and gradients are paired by their position in the dicts; they belong together by key.",
    ja="params と grads を並び順で組にしています。組にするのはキーです。",
    hint_en="What happens if grads lists its keys in another order?",
    hint_ja="grads のキーの並びが違っていたら、どうなりますか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        super().update(params, dict(zip(params, list(grads.values()), strict=True)))


@mistake(
    "momentum-ignored",
    en="momentum is written as 0.9, so what the caller asks for is ignored.",
    ja="momentum に 0.9 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.momentum?",
    hint_ja="self.momentum は、どこで使っていますか。",
)
class Momentum(reference.Momentum):
    def __init__(self, lr=0.01, momentum=0.9):
        super().__init__(lr, 0.9)


@mistake(
    "lr-ignored",
    en="The learning rate is written as 0.01, so what the caller asks for is ignored.",
    ja="学習係数に 0.01 を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use self.lr?",
    hint_ja="self.lr は、どこで使っていますか。",
)
class Momentum(reference.Momentum):
    def __init__(self, lr=0.01, momentum=0.9):
        super().__init__(0.01, momentum)


@mistake(
    "state-never-made",
    en="v is still None when it is read: nobody made the zeros for each key.",
    ja="v が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.v in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.v は何ですか。配列はどこで入れるべきでしょうか。",
)
class Momentum(reference.Momentum):
    def update(self, params, grads):
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
