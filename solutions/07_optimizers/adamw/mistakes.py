import weakref

import numpy as np

from grader.authoring import changed, families, mistake, reference

M = "self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g"


V = "self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2"


M_HAT = "m_hat = self.m[key] / (1 - self.beta1**self.t)"


DIRECTION = "direction = m_hat / (np.sqrt(v_hat) + 1e-8)"


STEP = "params[key] -= self.lr * (direction + self.weight_decay * params[key])"

changed(
    "l2-in-the-gradient",
    {"g = grads[key]": "g = grads[key] + self.weight_decay * params[key]", STEP: "params[key] -= self.lr * direction"},
    en="weight_decay * w is added to the gradient, as with L2 regularisation: the decay goes through m and v and is divided by the root. AdamW keeps it out of both averages.",
    ja="weight_decay * w を勾配に足しています(L2 正則化の形です)。減衰が m と v に入り、平方根で割られてしまいます。AdamW では、減衰をどちらの移動平均にも入れません。",
    hint_en="Should the decay of a weight depend on how large its gradients are?",
    hint_ja="重みの減衰の大きさが、勾配の大きさによって変わってよいのでしょうか。",
)

changed(
    "l2-in-the-gradient-and-decay",
    {"g = grads[key]": "g = grads[key] + self.weight_decay * params[key]"},
    en="The decay occurs twice: in the gradient, as with L2 regularisation, and on the parameter. Only the second is asked for.",
    ja="減衰が 2 か所にあります(L2 正則化のように勾配に足したうえで、パラメータからも引いています)。必要なのは後のほうだけです。",
    hint_en="In how many places do you use weight_decay?",
    hint_ja="weight_decay を何か所で使っていますか。",
)

changed(
    "l2-in-m-only",
    {
        M: "self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * (g + self.weight_decay * params[key])",
        STEP: "params[key] -= self.lr * direction",
    },
    en="The decayed gradient, g + weight_decay * w, goes into m, and g alone into v. The decay must stay out of both averages.",
    ja="減衰を足した勾配 g + weight_decay * w を m に入れ、v には g だけを入れています。減衰は、どちらの移動平均にも入れません。",
    hint_en="What does m average?",
    hint_ja="m は何の移動平均ですか。",
)

changed(
    "decay-divided-by-the-root",
    {STEP: "params[key] -= self.lr * (m_hat + self.weight_decay * params[key]) / (np.sqrt(v_hat) + 1e-8)"},
    en="The decay is added to m hat and divided by the root with it, so entries with small gradients decay more. It is added after the division.",
    ja="減衰を m̂ に足してから平方根で割っています。勾配の小さい要素ほど強く減衰してしまいます。足すのは割ったあとです。",
    hint_en="What exactly stands above the fraction line in the formula?",
    hint_ja="式の分子にあるのは、どこからどこまでですか。",
)

changed(
    "no-decay",
    {STEP: "params[key] -= self.lr * direction"},
    en="This is Adam: there is no weight decay.",
    ja="これは Adam です。重みの減衰がありません。",
    hint_en="Where do you use weight_decay?",
    hint_ja="weight_decay は、どこで使っていますか。",
)

changed(
    "decay-without-lr",
    {STEP: "params[key] -= self.lr * direction + self.weight_decay * params[key]"},
    en="weight_decay * w is subtracted without lr. Here lr multiplies the decay as well, as in PyTorch (the paper has a separate schedule factor).",
    ja="weight_decay * w を、lr を掛けずに引いています。ここでは PyTorch と同じく、減衰にも lr を掛けます(論文では lr とは別の係数です)。",
    hint_en="Where does the bracket after lr close in the formula?",
    hint_ja="式の中で、lr に続く括弧はどこで閉じますか。",
)

changed(
    "decay-with-lr-twice",
    {STEP: "params[key] -= self.lr * (direction + self.lr * self.weight_decay * params[key])"},
    en="The decay is multiplied by lr twice.",
    ja="減衰に lr を 2 回掛けています。",
    hint_en="Which factors has the decay in the formula?",
    hint_ja="式の中で、減衰に掛かっている係数は何ですか。",
)

changed(
    "decay-after-the-step",
    {STEP: "params[key] -= self.lr * direction\nparams[key] -= self.lr * self.weight_decay * params[key]"},
    en="The decay is computed from the parameter after Adam's step. It takes its share of the old value.",
    ja="Adam で動かしたあとの値に減衰を掛けています。減衰させるのは、動かす前の値です。",
    hint_en="Which w stands in the bracket: the one before the step, or the one after?",
    hint_ja="括弧の中の w は、動かす前の値ですか、動かしたあとの値ですか。",
)

changed(
    "decay-has-the-wrong-sign",
    {STEP: "params[key] -= self.lr * (direction - self.weight_decay * params[key])"},
    en="The decay has the wrong sign: parameters grow away from 0. It must pull them towards 0.",
    ja="減衰の符号が逆で、パラメータが 0 から遠ざかっています。0 に近づけるのが減衰です。",
    hint_en="With a gradient of 0, should a positive weight become smaller or larger?",
    hint_ja="勾配が 0 のとき、正の重みは小さくなるはずですか、大きくなるはずですか。",
)

changed(
    "decay-of-absolute-values",
    {STEP: "params[key] -= self.lr * (direction + self.weight_decay * np.abs(params[key]))"},
    en="The decay uses the absolute value of w (or its norm's sign is lost), so negative weights move away from 0.",
    ja="減衰に w の絶対値を使っています。負の重みは 0 から遠ざかってしまいます。",
    hint_en="Which way does the decay move a weight of -1?",
    hint_ja="重みが -1 のとき、減衰でどちらへ動くはずですか。",
)

changed(
    "decay-of-the-sign",
    {STEP: "params[key] -= self.lr * (direction + self.weight_decay * np.sign(params[key]))"},
    en="Every weight decays by the same amount: that is the decay of an L1 penalty. Here the amount is proportional to w.",
    ja="どの重みも同じ量だけ減っています(L1 正則化の形です)。ここでの減衰は w に比例します。",
    hint_en="Should a large weight decay by more than a small one?",
    hint_ja="大きな重みと小さな重みでは、減衰の量は同じですか。",
)

changed(
    "decay-doubled",
    {STEP: "params[key] -= self.lr * (direction + 2 * self.weight_decay * params[key])"},
    en="The decay is twice too large: 2 * weight_decay * w is the derivative of weight_decay * w**2. The formula has no 2.",
    ja="減衰が 2 倍になっています。weight_decay * w**2 を微分すると 2 が出ますが、この式に 2 はありません。",
    hint_en="Compare the last formula with your line, factor by factor.",
    hint_ja="最後の式とあなたの行を、係数ごとに見比べましょう。",
)

changed(
    "decay-halved",
    {STEP: "params[key] -= self.lr * (direction + self.weight_decay / 2 * params[key])"},
    en="The decay is half as large as it should be. The half of a penalty (weight_decay / 2) * w**2 vanishes in its derivative, and the formula has none.",
    ja="減衰が半分になっています。損失に (weight_decay / 2) * w**2 を足す場合でも、微分すると 1/2 は消えます。この式に 1/2 はありません。",
    hint_en="Compare the last formula with your line, factor by factor.",
    hint_ja="最後の式とあなたの行を、係数ごとに見比べましょう。",
)

changed(
    "biases-not-decayed",
    {
        STEP: "decay = self.weight_decay if params[key].ndim > 1 else 0.0\nparams[key] -= self.lr * (direction + decay * params[key])"
    },
    en="Only the weights decay. That is often done in practice, but here every key decays, biases too.",
    ja="重みだけを減衰させています。実際にはよくあるやり方ですが、ここではバイアスも含めてすべてのキーを減衰させます。",
    hint_en="What does the statement say about keys such as b?",
    hint_ja="b のようなキーについて、問題文には何と書いてありますか。",
)

changed(
    "no-decay-without-gradient",
    {STEP: "params[key] -= self.lr * np.where(self.m[key] == 0, 0.0, direction + self.weight_decay * params[key])"},
    en="Entries whose gradient is 0 do not decay. Decoupled means that the decay does not ask for the gradient.",
    ja="勾配が 0 の要素が減衰していません。減衰は勾配と切り離されているので、勾配が 0 でも起こります。",
    hint_en="What becomes of the bracket in the formula when m hat is 0?",
    hint_ja="m̂ が 0 のとき、式の括弧の中には何が残りますか。",
)

changed(
    "decay-corrected-too",
    {STEP: "params[key] -= self.lr * (direction + self.weight_decay * params[key] / (1 - self.beta1**self.t))"},
    en="The decay is divided by 1 - beta1**t together with m. Only m and v are averages that started at 0.",
    ja="減衰まで 1 - beta1**t で割っています。0 から始まった移動平均は m と v だけです。",
    hint_en="With a gradient of 0, which share of w should the first step take?",
    hint_ja="勾配が 0 のとき、1 回目の更新で w はどれだけの割合で減るはずですか。",
)

changed(
    "parameter-set-to-its-share",
    {STEP: "params[key] = self.lr * self.weight_decay * params[key] - self.lr * direction"},
    en="The parameter is multiplied by lr * weight_decay and not by 1 - lr * weight_decay: nearly all of it is gone in one step.",
    ja="パラメータに 1 - lr * weight_decay ではなく lr * weight_decay を掛けています。1 回でほとんど消えてしまいます。",
    hint_en="With a gradient of 0 and lr * weight_decay = 0.01, how much of w should be left?",
    hint_ja="勾配が 0 で lr * weight_decay = 0.01 のとき、w はどれだけ残るはずですか。",
)

changed(
    "weight-decay-ignored",
    {"self.weight_decay = weight_decay": "self.weight_decay = 0.01"},
    en="weight_decay is written as 0.01, so what the caller asks for is ignored.",
    ja="weight_decay に 0.01 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.weight_decay?",
    hint_ja="self.weight_decay は、どこで使っていますか。",
)

changed(
    "default-lr-0.01",
    {
        "def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):": "def __init__(self, lr=0.01, beta1=0.9, beta2=0.999, weight_decay=0.01):"
    },
    en="Without an argument lr is 0.01 (that is SGD's). For AdamW the default is 0.001.",
    ja="引数を省略すると lr が 0.01 になっています(SGD の値です)。AdamW では 0.001 です。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)

changed(
    families.no_bias_correction,
    {M_HAT: "m_hat = self.m[key]", "v_hat = self.v[key] / (1 - self.beta2**self.t)": "v_hat = self.v[key]"},
)

changed(families.v_not_corrected, {"v_hat = self.v[key] / (1 - self.beta2**self.t)": "v_hat = self.v[key]"})

changed(families.m_not_corrected, {M_HAT: "m_hat = self.m[key]"})

changed(families.beta1_squared, {M_HAT: "m_hat = self.m[key] / (1 - self.beta1**2)"})

changed(families.t_never_grows, {"self.t += 1": "self.t = 1"})

changed(families.t_starts_at_zero, {"self.t += 1": ""})

changed(families.t_grows_per_key, {"self.t += 1": "", "g = grads[key]": "self.t += 1\ng = grads[key]"})

changed(families.v_not_squared, {V: "self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g"})

changed(families.root_forgotten, {DIRECTION: "direction = m_hat / (v_hat + 1e-8)"}, h="v")

changed(families.m_not_used, {DIRECTION: "direction = g / (np.sqrt(v_hat) + 1e-8)"})

changed(
    families.shared_by_keys,
    {
        "self.m = {key: np.zeros_like(value) for key, value in params.items()}": "self.m = 0.0",
        "self.v = {key: np.zeros_like(value) for key, value in params.items()}": "self.v = 0.0",
    },
    everywhere={"self.m[key]": "self.m", "self.v[key]": "self.v"},
)

changed(families.no_epsilon, {DIRECTION: "direction = m_hat / np.sqrt(v_hat)"}, one="m", other="v")

changed(
    families.betas_swapped, {"self.beta1 = beta1": "self.beta1 = beta2", "self.beta2 = beta2": "self.beta2 = beta1"}
)

changed(
    families.caller_sees_nothing,
    {STEP: "param = params[key] - self.lr * (direction + self.weight_decay * params[key])"},
)


@mistake(families.averages_in_the_class, optimizer="AdamW")
class AdamW(reference.AdamW):
    m, v, alive = {}, {}, weakref.WeakSet()

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        super().__init__(lr, beta1, beta2, weight_decay)
        del self.m, self.v
        # All checks run in one process here, and each answer in a process of its own: begin anew with each.
        if not self.alive:
            self.m.clear()
            self.v.clear()
        self.alive.add(self)

    def update(self, params, grads):
        for key in params:
            self.m.setdefault(key, np.zeros_like(params[key]))
            self.v.setdefault(key, np.zeros_like(params[key]))
        super().update(params, grads)


changed(families.state_reset, {"if self.m is None:": "if True:"})

changed(
    families.one_minus_beta_forgotten,
    {M: "self.m[key] = self.beta1 * self.m[key] + g", V: "self.v[key] = self.beta2 * self.v[key] + g**2"},
)

changed(
    families.weights_swapped,
    {
        M: "self.m[key] = (1 - self.beta1) * self.m[key] + self.beta1 * g",
        V: "self.v[key] = (1 - self.beta2) * self.v[key] + self.beta2 * g**2",
    },
)

changed(
    families.epsilon_added_to_g_adam,
    {"g = grads[key]": "g = grads[key] + 1e-8", DIRECTION: "direction = m_hat / np.sqrt(v_hat)"},
)

changed(families.paired_by_position, families.BY_POSITION)

changed(families.betas_ignored, {"self.beta1 = beta1": "self.beta1 = 0.9", "self.beta2 = beta2": "self.beta2 = 0.999"})

changed(
    families.lr_ignored,
    {"self.lr = lr": "self.lr = 0.001"},
    default="0.001",
    costs="lr is in every step that is asked for",
)

changed(families.state_never_made, {"if self.m is None:": "if False:"})

changed(families.ascent_adam, {STEP: "params[key] += self.lr * direction"})

changed(families.first_key_only, families.FIRST_KEY)

changed(families.last_key_only, families.LAST_KEY)

changed(
    families.correction_with_product,
    {"v_hat = self.v[key] / (1 - self.beta2**self.t)": "v_hat = self.v[key] / (1 - self.beta2 * self.t)"},
)

changed(
    "decay-of-the-gradient",
    {STEP: "params[key] -= self.lr * (direction + self.weight_decay * grads[key])"},
    en="What weight_decay adds is weight_decay * g, a share of the gradient. The decay is a share of the parameter itself.",
    ja="weight_decay を勾配 g に掛けています。減衰は、パラメータそのものの値に weight_decay を掛けた分です。",
    hint_en="How far should a weight of 2 move when its gradient is 0?",
    hint_ja="勾配が 0 のとき、値が 2 の重みはどれだけ動くはずですか。",
)
