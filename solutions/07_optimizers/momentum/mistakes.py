from grader.authoring import changed, families

V_ZEROS = "self.v = {key: np.zeros_like(value) for key, value in params.items()}"
V = "self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]"

changed(
    "ascent",
    {"params[key] += self.v[key]": "params[key] -= self.v[key]"},
    en="The parameters climb: of the two signs, that of lr * g in the velocity and that of v in the step, exactly one must be minus.",
    ja="損失が増える向きに動いています。速度の中の lr * g の符号と、更新で v を足し引きする符号のうち、マイナスはちょうど 1 つのはずです。",
    hint_en="Follow one step by hand for w = 0, v = 0, g = 1. Is w negative afterwards?",
    hint_ja="w = 0、v = 0、g = 1 で 1 回分を手で計算してみましょう。w は負になりますか。",
)

changed(
    "velocity-reversed",
    {V: "self.v[key] = -self.momentum * self.v[key] - self.lr * grads[key]"},
    en="The old velocity is turned round in every step, so that it brakes. What was going one way should go on that way.",
    ja="前の速度が毎回逆向きになり、ブレーキとして働いています。これまで進んでいた向きに、進み続けるはずです。",
    hint_en="With a gradient of 1 in every step, is the second step longer than the first?",
    hint_ja="勾配がいつも 1 なら、2 回目は 1 回目より大きく動くでしょうか。",
)

changed(
    "averaged",
    {V: "self.v[key] = self.momentum * self.v[key] - (1 - self.momentum) * self.lr * grads[key]"},
    en="The gradient is weighted with 1 - momentum: that is the moving average inside Adam, which documents 001 and 002 print. Momentum adds the whole lr * g.",
    ja="勾配に 1 - momentum を掛けています。それは資料 001 と 002 にある、Adam の中の移動平均の形です。Momentum では lr * g をそのまま加えます。",
    hint_en="How long is the first step, compared with one of SGD?",
    hint_ja="1 回目の更新は、SGD と比べてどれだけ動きますか。",
)

changed(
    "nothing-remembered",
    {"if self.v is None:": "self.v = None\nif self.v is None:"},
    en="This is plain SGD: each step starts with a velocity of 0 (or v is made anew in every call), so nothing is carried over.",
    ja="これではただの SGD です。毎回速度が 0 から始まり(あるいは呼ばれるたびに v を作り直していて)、前の動きが引き継がれません。",
    hint_en="Print the velocity at the beginning of the second call of update.",
    hint_ja="2 回目の update のはじめで、速度を print してみましょう。",
)

changed(
    "old-velocity-used",
    {V: "", "params[key] += self.v[key]": "params[key] += self.v[key]\n" + V},
    en="The parameter moves by the velocity of the step before: it is moved first and the velocity is changed afterwards, so the first step goes nowhere.",
    ja="1 回前の速度で動かしています。パラメータを動かしてから速度を更新しているので、1 回目はまったく動きません。",
    hint_en="Which of the two lines of the formula comes first?",
    hint_ja="2 つの式のうち、先に計算するのはどちらですか。",
)

changed(
    "nesterov",
    {"params[key] += self.v[key]": "params[key] += self.momentum * self.v[key] - self.lr * grads[key]"},
    en="This is Nesterov's momentum, which steps with a look ahead. Plain Momentum moves by the velocity itself.",
    ja="これは Nesterov のモーメンタム(先読みをする形)です。ここでの Momentum は、速度の分だけそのまま動きます。",
    hint_en="In the first step, is the move as long as one of SGD?",
    hint_ja="1 回目の更新で動く幅は、SGD と同じですか。",
)

changed(
    "momentum-on-everything",
    {"params[key] += self.v[key]": "params[key] += self.momentum * self.v[key]"},
    en="momentum multiplies lr * g as well: it stands before the whole bracket, or the new velocity is damped once more where the parameter moves. It belongs to the old velocity only.",
    ja="lr * g にも momentum が掛かっています。括弧の外に掛けているか、パラメータを動かすときに新しい速度へもう一度掛けています。掛けるのは古い速度だけです。",
    hint_en="How long is the first step, compared with one of SGD?",
    hint_ja="1 回目の更新は、SGD と比べてどれだけ動きますか。",
)

changed(
    "momentum-on-the-gradient",
    {V: "self.v[key] = self.v[key] - self.momentum * self.lr * grads[key]"},
    en="momentum multiplies lr * g and not the old velocity, which is kept whole and never fades.",
    ja="momentum を古い速度ではなく lr * g に掛けています。古い速度がいつまでも弱まりません。",
    hint_en="If the gradient becomes 0, should the parameter go on for ever?",
    hint_ja="勾配が 0 になったあとも、パラメータは同じ速さで動き続けるべきですか。",
)

changed(
    "velocity-never-fades",
    {V: "self.v[key] = self.v[key] - self.lr * grads[key]"},
    en="The old velocity is kept whole: momentum is not multiplied with it, so steps pile up for ever.",
    ja="古い速度に momentum を掛けていません。速度が弱まらず、増え続けます。",
    hint_en="Where do you use momentum?",
    hint_ja="momentum は、どこで使っていますか。",
)

changed(
    "lr-twice",
    {"params[key] += self.v[key]": "params[key] += self.lr * self.v[key]"},
    en="lr occurs twice: in the velocity, and again where the parameter moves. Once is enough.",
    ja="lr を 2 回掛けています(速度の中と、パラメータを動かすところ)。1 回で十分です。",
    hint_en="How long is the first step for g = 1 and lr = 0.1?",
    hint_ja="g = 1、lr = 0.1 のとき、1 回目はどれだけ動きますか。",
)

changed(
    "lr-forgotten",
    {V: "self.v[key] = self.momentum * self.v[key] - grads[key]"},
    en="lr takes no part: the whole gradient goes into the velocity, and the whole velocity into the step.",
    ja="lr が使われていません。勾配がそのまま速度に入り、その速度でそのまま動いています。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)

changed(
    "lr-on-the-sum-kept",
    {V: "self.v[key] = self.lr * (self.momentum * self.v[key] - grads[key])"},
    en="lr multiplies the old velocity too: v becomes -lr * (momentum * v + g) or the like, and the memory is lost at once. If lr stands before the bracket, keep v without it.",
    ja="古い速度にも lr が掛かり、これまでの速度がすぐに消えています。lr で全体をくくるなら、v には lr を掛ける前の値を残します。",
    hint_en="By which factor does the old velocity shrink in one step?",
    hint_ja="古い速度は、1 回の更新で何倍になりますか。",
)

changed(
    "only-the-last-gradient",
    {
        "self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]\nparams[key] += self.v[key]": "params[key] += self.momentum * self.v[key] - self.lr * grads[key]\nself.v[key] = -self.lr * grads[key]"
    },
    en="Only the gradient of the step before is remembered. The velocity remembers all earlier steps, for its old value is part of the new one.",
    ja="1 回前の勾配しか残していません。新しい速度は古い速度から作るので、それより前の動きもすべて残るはずです。",
    hint_en="Does the first gradient still have a share in the third step?",
    hint_ja="3 回目の更新に、1 回目の勾配の影響は残っていますか。",
)

changed(
    "momentum-on-the-parameter",
    {V: "params[key] = self.momentum * params[key] - self.lr * grads[key]"},
    en="momentum multiplies the parameter itself. It damps the velocity, the move of the step before.",
    ja="momentum をパラメータそのものに掛けています。掛ける相手は速度(前回動いた分)です。",
    hint_en="If v and the gradient are 0, should the parameter move?",
    hint_ja="速度も勾配も 0 のとき、パラメータは動くべきですか。",
)

changed(
    "set-to-the-velocity",
    {"params[key] += self.v[key]": "params[key] = self.v[key].copy()"},
    en="params[key] became the velocity itself: the old value of the parameter is lost.",
    ja="params[key] が速度そのものになり、パラメータの元の値が消えています。",
    hint_en="Is the line that moves the parameter an assignment or an addition?",
    hint_ja="パラメータを動かす行は、代入ですか、足し算ですか。",
)

changed(
    "starts-at-the-parameters",
    {V_ZEROS: "self.v = {key: value.copy() for key, value in params.items()}"},
    en="The velocities start as copies of the parameters. At first nothing moves: v starts at 0.",
    ja="速度の初期値がパラメータの値になっています。はじめは動いていないので、v は 0 から始めます。",
    hint_en="What does np.zeros_like do to an array, and what does a plain copy do?",
    hint_ja="np.zeros_like と、ただのコピーとの違いは何ですか。",
)

changed(
    "first-gradient-twice",
    {V_ZEROS: "self.v = {key: -self.lr * g for key, g in grads.items()}"},
    en="v starts at the first lr * g and is then updated with the same gradient again, so that the first step is too long. v starts at 0.",
    ja="v を最初の lr * g から始めたうえで、同じ勾配でもう一度更新しています。1 回目の動きが大きすぎます。v は 0 から始めます。",
    hint_en="How long is the first step, compared with one of SGD?",
    hint_ja="1 回目の更新は、SGD と比べてどれだけ動きますか。",
)

changed(families.shared_by_keys_momentum, {V_ZEROS: "self.v = 0.0"}, everywhere={"self.v[key]": "self.v"})

changed(families.velocity_in_the_class, everywhere={"self.v": "type(self).v"}, optimizer="Momentum")

changed(families.unseen_by_the_caller, families.COPY_RETURNED, like="w = w + v", plainly="w = w + 1")

changed(families.first_key_only, families.FIRST_KEY)

changed(
    families.last_key_only,
    families.LAST_KEY,
    costs="W has more than half of the points",
)

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

# The same where v is kept without lr: what is carried over is then another number.
changed(
    families.carried_over,
    {
        "def __init__(self, lr=0.01, momentum=0.9):": "def __init__(self, lr=0.01, momentum=0.9, v={}):",
        "self.v = None": "self.v = v",
        "if self.v is None:\nself.v = {key: np.zeros_like(value) for key, value in params.items()}": "for key, value in params.items():\n    self.v.setdefault(key, np.zeros_like(value))",
        V: "self.v[key] = self.momentum * self.v[key] - grads[key]",
        "params[key] += self.v[key]": "params[key] += self.lr * self.v[key]",
    },
    form="-without-lr",
    h="v",
)
