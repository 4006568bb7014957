from grader.authoring import changed, families

V = "self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]"


STEP = "params[key] += self.momentum * self.v[key] - self.lr * grads[key]"

changed(
    "plain-momentum",
    {STEP: "params[key] += self.v[key]"},
    en="This is plain Momentum: the parameter moves by the velocity. There is no look ahead: in the move, it is the new velocity that momentum multiplies, not the old one.",
    ja="これは普通の Momentum で、速度の分だけ動いています。先読みがありません。動かすときに momentum を掛けるのは、古い速度ではなく新しい速度です。",
    hint_en="In the first step, how far does the formula go in lr * g: 1 time, or 1 + momentum times?",
    hint_ja="1 回目の更新で、式のとおりなら lr * g の何倍動きますか。1 倍ですか、1 + momentum 倍ですか。",
)

changed(
    "velocity-updated-first",
    {
        "params[key] += self.momentum * self.v[key] - self.lr * grads[key]": "params[key] += self.momentum**2 * self.v[key] - (1 + self.momentum) * self.lr * grads[key]"
    },
    en="The move is written with momentum**2 and 1 + momentum, which is right with the old velocity; here the velocity has been updated before. The book's common/optimizer.py had this bug in its first version.",
    ja="momentum の 2 乗と 1 + momentum を使う書き方では、古い速度で動かします。ところが、先に速度を更新しています。本の common/optimizer.py の古い版にあった誤りです。",
    hint_en="Put the new velocity, written out with the old one, into the formula of the statement. Which velocity goes with momentum**2?",
    hint_ja="問題文の式の新しい速度に、古い速度の式を代入してみましょう。momentum の 2 乗が掛かるのは、どちらの速度ですか。",
)

changed(
    "momentum-not-squared",
    {V: "params[key] += self.momentum * self.v[key] - (1 + self.momentum) * self.lr * grads[key]", STEP: V},
    en="The parameter moves by momentum * v and (1 + momentum) * lr * g with the old velocity. Written with the old velocity, it is momentum**2 * v.",
    ja="古い速度を使って momentum * v と (1 + momentum) * lr * g の分だけ動かしています。古い速度で書くなら、momentum の 2 乗を掛けます。",
    hint_en="The velocity is damped once when it is updated, and once more for the look ahead. How often does your line damp the old one?",
    hint_ja="速度は、更新のときに 1 回、先読みのときにもう 1 回弱められます。あなたの式では、古い速度は何回弱められていますか。",
)

changed(
    "damped-too-often",
    {STEP: "params[key] += self.momentum**2 * self.v[key] - self.lr * grads[key]"},
    en="The new velocity is multiplied by momentum**2. That square belongs to the form with the old velocity; the new one has been damped once already.",
    ja="新しい速度に momentum の 2 乗を掛けています。2 乗になるのは古い速度で書いたときだけで、新しい速度はすでに 1 回弱められています。",
    hint_en="Which velocity does your line use, the one before or the one after the update?",
    hint_ja="その行で使っているのは、更新前の速度ですか、更新後の速度ですか。",
)

changed(
    "look-ahead-not-taken-back",
    {STEP: "params[key] += (1 + self.momentum) * self.v[key]"},
    en="The parameter moves by the new velocity and a look ahead, (1 + momentum) * v. But it stood a look ahead already, momentum * v with the old velocity, and that has to be taken back first.",
    ja="新しい速度と先読みの分、つまり (1 + momentum) * v だけ動かしています。しかし params はもともと、古い速度による先読みの分(momentum * v)だけ先"
    "にあるので、それを差し引く必要があります。",
    hint_en="With no gradient, v = 1 and momentum = 0.5: the real position moves by 0.5. How far does params move?",
    hint_ja="勾配が 0、v = 1、momentum = 0.5 のとき、本当の位置は 0.5 動きます。params はどれだけ動くはずですか。",
)

changed(
    "looked-ahead-inside",
    {
        "for key in params:": "for key in params:\n    params[key] += self.momentum * self.v[key]",
        STEP: "params[key] += self.v[key]",
    },
    en="The parameter looks ahead by momentum times the old velocity and then moves by the new one as well. The grads you are given belong to the looked-ahead place already.",
    ja="古い速度に momentum を掛けて先読みし、さらに新しい速度の分も動かしています。渡された勾配は、すでに先読みした位置のものです。",
    hint_en="Where do the parameters of the caller stand: at the real position, or a look ahead of it?",
    hint_ja="呼び出し側の params は、本当の位置にありますか、先読みした位置にありますか。",
)

changed(
    "nothing-remembered",
    {STEP: "params[key] -= (1 + self.momentum) * self.lr * grads[key]"},
    en="Nothing is carried from step to step: every step is (1 + momentum) * lr * g, as if the velocity were 0 before it. Perhaps v is made anew in every call.",
    ja="前の動きが引き継がれていません。毎回、速度が 0 だったかのように (1 + momentum) * lr * g だけ動いています。呼ばれるたびに v を作り直していませんか。",
    hint_en="Print the velocity at the beginning of the second call of update.",
    hint_ja="2 回目の update のはじめで、速度を print してみましょう。",
)

changed(
    "plain-sgd",
    {STEP: "params[key] -= self.lr * grads[key]"},
    en="This is plain SGD: lr * g is subtracted, and there is no velocity.",
    ja="これはただの SGD です。lr * g を引くだけで、速度がありません。",
    hint_en="What is v for?",
    hint_ja="v は何のためにあるのでしょうか。",
)

changed(
    "gradient-term-forgotten",
    {STEP: "params[key] += self.momentum * self.v[key]"},
    en="The parameter moves by momentum * v only; the present gradient's own term, lr * g, is missing.",
    ja="momentum * v の分しか動いていません。いまの勾配による項 lr * g が抜けています。",
    hint_en="How many terms has the second formula?",
    hint_ja="2 つ目の式には、項がいくつありますか。",
)

changed(
    "velocity-not-damped",
    {STEP: "params[key] += self.v[key] - self.lr * grads[key]"},
    en="The parameter moves by v - lr * g: in the move, the new velocity has to be multiplied by momentum.",
    ja="v - lr * g の分だけ動かしています。動かすときには、新しい速度に momentum を掛けます。",
    hint_en="In the first step, how often does lr * g occur in your move?",
    hint_ja="1 回目の更新で、動く幅に lr * g は何回分入っていますか。",
)

changed(
    "signs-mixed",
    {STEP: "params[key] -= self.momentum * self.v[key] + self.lr * grads[key]"},
    en="One of the two terms of the move has the wrong sign: v already points downhill, so momentum * v is added while lr * g is subtracted.",
    ja="パラメータを動かす 2 つの項のうち、片方の符号が逆です。v はもともと損失が減る向きなので、momentum * v は足し、lr * g は引きます。",
    hint_en="For g = 1 in the first step, do both terms push the parameter the same way?",
    hint_ja="1 回目で g = 1 のとき、2 つの項はパラメータを同じ向きに押していますか。",
)

changed(
    "ascent",
    {STEP: "params[key] -= self.momentum * self.v[key] - self.lr * grads[key]"},
    en="The parameters climb: the whole move has the wrong sign. A positive gradient should make the parameter smaller.",
    ja="損失が増える向きに動いています。動き全体の符号が逆です。勾配が正なら、パラメータは小さくなるはずです。",
    hint_en="Follow one step by hand for w = 0, v = 0, g = 1. Is w negative afterwards?",
    hint_ja="w = 0、v = 0、g = 1 で 1 回分を手で計算してみましょう。w は負になりますか。",
)

changed(
    "averaged",
    {V: "self.v[key] = self.momentum * self.v[key] - (1 - self.momentum) * self.lr * grads[key]"},
    en="The gradient is weighted with 1 - momentum in the velocity, as in the moving averages of Adam. Here the velocity takes the whole lr * g.",
    ja="速度の中で、勾配に 1 - momentum を掛けています(Adam の移動平均の形です)。ここでは lr * g をそのまま加えます。",
    hint_en="Compare the first formula with your line, factor by factor.",
    hint_ja="1 つ目の式とあなたの行を、係数ごとに見比べましょう。",
)

changed(
    "all-averaged",
    {
        V: "self.v[key] = self.momentum * self.v[key] - (1 - self.momentum) * self.lr * grads[key]",
        STEP: "params[key] += self.momentum * self.v[key] - (1 - self.momentum) * self.lr * grads[key]",
    },
    en="Every lr * g is weighted with 1 - momentum, in the velocity and in the move (as in Nadam). Here lr * g is used whole.",
    ja="速度でも更新でも、lr * g に 1 - momentum を掛けています(Nadam の形です)。ここでは lr * g をそのまま使います。",
    hint_en="How far does the first step go, in lr * g?",
    hint_ja="1 回目の更新は、lr * g の何倍ですか。",
)

changed(
    "lr-missing-in-the-velocity",
    {V: "self.v[key] = self.momentum * self.v[key] - grads[key]"},
    en="The velocity takes the gradient without lr, and the move then adds momentum * v as it is. Either v carries lr, or lr multiplies the whole move.",
    ja="速度には lr を掛けない勾配を入れたのに、動かすときは momentum * v をそのまま足しています。v に lr を含めるか、動き全体に lr を掛けるかのどちらかです。",
    hint_en="How should the step change when lr is halved? Does every term do so?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。どの項もそうなっていますか。",
)

changed(
    "lr-twice-in-the-velocity",
    {STEP: "params[key] += self.lr * (self.momentum * self.v[key] - grads[key])"},
    en="lr occurs twice in the velocity's share: in v, and again where the parameter moves.",
    ja="速度の分に lr を 2 回掛けています(速度の中と、パラメータを動かすところ)。",
    hint_en="Is lr in v already when the parameter moves?",
    hint_ja="パラメータを動かす時点で、v にはもう lr が掛かっていませんか。",
)

changed(
    "lr-forgotten",
    {
        V: "self.v[key] = self.momentum * self.v[key] - grads[key]",
        STEP: "params[key] += self.momentum * self.v[key] - grads[key]",
    },
    en="lr takes no part: whole gradients go into the velocity and into the move.",
    ja="lr が使われていません。速度にも更新にも、勾配がそのまま入っています。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)

changed(
    "velocity-never-fades",
    {V: "self.v[key] = self.v[key] - self.lr * grads[key]"},
    en="The old velocity is kept whole when it is updated: momentum multiplies it only where the parameter moves, so steps pile up for ever.",
    ja="速度を更新するときに momentum を掛けていません。掛けているのはパラメータを動かすところだけなので、速度が増え続けます。",
    hint_en="If the gradient becomes 0, should the parameter go on for ever?",
    hint_ja="勾配が 0 になったあとも、パラメータは同じ速さで動き続けるべきですか。",
)

changed(
    families.shared_by_keys_momentum,
    {"self.v = {key: np.zeros_like(value) for key, value in params.items()}": "self.v = 0.0"},
    everywhere={"self.v[key]": "self.v"},
)

changed(families.velocity_in_the_class, everywhere={"self.v": "type(self).v"}, optimizer="Nesterov")

changed(families.unseen_by_the_caller, families.COPY_RETURNED, like="w = w + v", plainly="w = w + 1")

changed(families.first_key_only, families.FIRST_KEY)

changed(families.last_key_only, families.LAST_KEY)

changed(families.paired_by_position, families.BY_POSITION)

changed(families.momentum_ignored, {"self.lr = lr": "momentum = 0.9\nself.lr = lr"})

changed(families.lr_ignored, {"self.lr = lr": "self.lr = 0.01"}, default="0.01")

changed(families.h_never_made, {"if self.v is None:": "if False:"}, h="v")

changed(
    families.carried_over,
    {
        "def __init__(self, lr=0.01, momentum=0.9):": "def __init__(self, lr=0.01, momentum=0.9, v={}):",
        "self.v = None": "self.v = v",
        "if self.v is None:\nself.v = {key: np.zeros_like(value) for key, value in params.items()}": "for key, value in params.items():\n    self.v.setdefault(key, np.zeros_like(value))",
    },
    form="",
    h="v",
)

changed(
    "velocity-reversed",
    {V: "self.v[key] = -self.momentum * self.v[key] - self.lr * grads[key]"},
    en="The old velocity is turned round in every update of v, so that it brakes. What was going one way should go on that way.",
    ja="v を更新するたびに前の速度が逆向きになり、ブレーキとして働いています。これまで進んでいた向きに、進み続けるはずです。",
    hint_en="If the gradient is 0, should v keep its sign?",
    hint_ja="勾配が 0 のとき、v の符号は変わってよいでしょうか。",
)

# The same where v is kept without lr: what is carried over is then another number.
changed(
    families.carried_over,
    {
        "def __init__(self, lr=0.01, momentum=0.9):": "def __init__(self, lr=0.01, momentum=0.9, v={}):",
        "self.v = None": "self.v = v",
        "if self.v is None:\nself.v = {key: np.zeros_like(value) for key, value in params.items()}": "for key, value in params.items():\n    self.v.setdefault(key, np.zeros_like(value))",
        V: "self.v[key] = self.momentum * self.v[key] - grads[key]",
        STEP: "params[key] += self.lr * (self.momentum * self.v[key] - grads[key])",
    },
    form="-without-lr",
    h="v",
)
