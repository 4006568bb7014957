import weakref

import numpy as np

from grader.authoring import mistake, reference


def averages(adam, params, grads):
    """One step of both averages, as the reference takes it: each key, its gradient, m and v."""
    if adam.m is None:
        adam.m = {key: np.zeros_like(value) for key, value in params.items()}
        adam.v = {key: np.zeros_like(value) for key, value in params.items()}
    adam.t += 1
    for key in params:
        g = grads[key]
        adam.m[key] = adam.beta1 * adam.m[key] + (1 - adam.beta1) * g
        adam.v[key] = adam.beta2 * adam.v[key] + (1 - adam.beta2) * g**2
        yield key, g, adam.m[key], adam.v[key]


@mistake(
    "l2-in-the-gradient",
    en="weight_decay * w is added to the gradient, as with L2 regularisation: the decay goes through m and v and is divided by the root. AdamW keeps it out of both averages.",
    ja="weight_decay * w を勾配に足しています(L2 正則化の形です)。減衰が m と v に入り、平方根で割られてしまいます。AdamW では、減衰をどちらの移動平均にも入れません。",
    hint_en="Should the decay of a weight depend on how large its gradients are?",
    hint_ja="重みの減衰の大きさが、勾配の大きさによって変わってよいのでしょうか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        decayed = {key: grads[key] + self.weight_decay * params[key] for key in params}
        for key, _, m, v in averages(self, params, decayed):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "l2-in-the-gradient-and-decay",
    en="The decay occurs twice: in the gradient, as with L2 regularisation, and on the parameter. Only the second is asked for.",
    ja="減衰が 2 か所にあります(L2 正則化のように勾配に足したうえで、パラメータからも引いています)。必要なのは後のほうだけです。",
    hint_en="In how many places do you use weight_decay?",
    hint_ja="weight_decay を何か所で使っていますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        decayed = {key: grads[key] + self.weight_decay * params[key] for key in params}
        for key, _, m, v in averages(self, params, decayed):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "l2-in-m-only",
    en="The decayed gradient, g + weight_decay * w, goes into m, and g alone into v. The decay must stay out of both averages.",
    ja="減衰を足した勾配 g + weight_decay * w を m に入れ、v には g だけを入れています。減衰は、どちらの移動平均にも入れません。",
    hint_en="What does m average?",
    hint_ja="m は何の移動平均ですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        decays = {key: (1 - self.beta1) * self.weight_decay * params[key] for key in params}
        for key, _, m, v in averages(self, params, grads):
            m += decays[key]
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "decay-divided-by-the-root",
    en="The decay is added to m hat and divided by the root with it, so entries with small gradients decay more. It is added after the division.",
    ja="減衰を m̂ に足してから平方根で割っています。勾配の小さい要素ほど強く減衰してしまいます。足すのは割ったあとです。",
    hint_en="What exactly stands above the fraction line in the formula?",
    hint_ja="式の分子にあるのは、どこからどこまでですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat + self.weight_decay * params[key]) / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "no-decay",
    en="This is Adam: there is no weight decay.",
    ja="これは Adam です。重みの減衰がありません。",
    hint_en="Where do you use weight_decay?",
    hint_ja="weight_decay は、どこで使っていますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "decay-without-lr",
    en="weight_decay * w is subtracted without lr. Here lr multiplies the decay as well, as in PyTorch (the paper has a separate schedule factor).",
    ja="weight_decay * w を、lr を掛けずに引いています。ここでは PyTorch と同じく、減衰にも lr を掛けます(論文では lr とは別の係数です)。",
    hint_en="Where does the bracket after lr close in the formula?",
    hint_ja="式の中で、lr に続く括弧はどこで閉じますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key]


@mistake(
    "decay-with-lr-twice",
    en="The decay is multiplied by lr twice.",
    ja="減衰に lr を 2 回掛けています。",
    hint_en="Which factors has the decay in the formula?",
    hint_ja="式の中で、減衰に掛かっている係数は何ですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.lr * self.weight_decay * params[key])


@mistake(
    "decay-after-the-step",
    en="The decay is computed from the parameter after Adam's step. It takes its share of the old value.",
    ja="Adam で動かしたあとの値に減衰を掛けています。減衰させるのは、動かす前の値です。",
    hint_en="Which w stands in the bracket: the one before the step, or the one after?",
    hint_ja="括弧の中の w は、動かす前の値ですか、動かしたあとの値ですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)
            params[key] -= self.lr * self.weight_decay * params[key]


@mistake(
    "decay-has-the-wrong-sign",
    en="The decay has the wrong sign: parameters grow away from 0. It must pull them towards 0.",
    ja="減衰の符号が逆で、パラメータが 0 から遠ざかっています。0 に近づけるのが減衰です。",
    hint_en="With a gradient of 0, should a positive weight become smaller or larger?",
    hint_ja="勾配が 0 のとき、正の重みは小さくなるはずですか、大きくなるはずですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) - self.weight_decay * params[key])


@mistake(
    "decay-of-absolute-values",
    en="The decay uses the absolute value of w (or its norm's sign is lost), so negative weights move away from 0.",
    ja="減衰に w の絶対値を使っています。負の重みは 0 から遠ざかってしまいます。",
    hint_en="Which way does the decay move a weight of -1?",
    hint_ja="重みが -1 のとき、減衰でどちらへ動くはずですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * np.abs(params[key]))


@mistake(
    "decay-of-the-sign",
    en="Every weight decays by the same amount: that is the decay of an L1 penalty. Here the amount is proportional to w.",
    ja="どの重みも同じ量だけ減っています(L1 正則化の形です)。ここでの減衰は w に比例します。",
    hint_en="Should a large weight decay by more than a small one?",
    hint_ja="大きな重みと小さな重みでは、減衰の量は同じですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * np.sign(params[key]))


@mistake(
    "decay-doubled",
    en="The decay is twice too large: 2 * weight_decay * w is the derivative of weight_decay * w**2. The formula has no 2.",
    ja="減衰が 2 倍になっています。weight_decay * w**2 を微分すると 2 が出ますが、この式に 2 はありません。",
    hint_en="Compare the last formula with your line, factor by factor.",
    hint_ja="最後の式とあなたの行を、係数ごとに見比べましょう。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + 2 * self.weight_decay * params[key])


@mistake(
    "decay-halved",
    en="The decay is half as large as it should be. The half of a penalty (weight_decay / 2) * w**2 vanishes in its derivative, and the formula has none.",
    ja="減衰が半分になっています。損失に (weight_decay / 2) * w**2 を足す場合でも、微分すると 1/2 は消えます。この式に 1/2 はありません。",
    hint_en="Compare the last formula with your line, factor by factor.",
    hint_ja="最後の式とあなたの行を、係数ごとに見比べましょう。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay / 2 * params[key])


@mistake(
    "biases-not-decayed",
    en="Only the weights decay. That is often done in practice, but here every key decays, biases too.",
    ja="重みだけを減衰させています。実際にはよくあるやり方ですが、ここではバイアスも含めてすべてのキーを減衰させます。",
    hint_en="What does the statement say about keys such as b?",
    hint_ja="b のようなキーについて、問題文には何と書いてありますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            decay = self.weight_decay if params[key].ndim > 1 else 0.0
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + decay * params[key])


@mistake(
    "no-decay-without-gradient",
    en="Entries whose gradient is 0 do not decay. Decoupled means that the decay does not ask for the gradient.",
    ja="勾配が 0 の要素が減衰していません。減衰は勾配と切り離されているので、勾配が 0 でも起こります。",
    hint_en="What becomes of the bracket in the formula when m hat is 0?",
    hint_ja="m̂ が 0 のとき、式の括弧の中には何が残りますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * np.where(
                m == 0, 0.0, m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key]
            )


@mistake(
    "decay-corrected-too",
    en="The decay is divided by 1 - beta1**t together with m. Only m and v are averages that started at 0.",
    ja="減衰まで 1 - beta1**t で割っています。0 から始まった移動平均は m と v だけです。",
    hint_en="With a gradient of 0, which share of w should the first step take?",
    hint_ja="勾配が 0 のとき、1 回目の更新で w はどれだけの割合で減るはずですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (
                m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key] / (1 - self.beta1**self.t)
            )


@mistake(
    "parameter-set-to-its-share",
    en="The parameter is multiplied by lr * weight_decay and not by 1 - lr * weight_decay: nearly all of it is gone in one step.",
    ja="パラメータに 1 - lr * weight_decay ではなく lr * weight_decay を掛けています。1 回でほとんど消えてしまいます。",
    hint_en="With a gradient of 0 and lr * weight_decay = 0.01, how much of w should be left?",
    hint_ja="勾配が 0 で lr * weight_decay = 0.01 のとき、w はどれだけ残るはずですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] = self.lr * self.weight_decay * params[key] - self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "weight-decay-ignored",
    en="weight_decay is written as 0.01, so what the caller asks for is ignored.",
    ja="weight_decay に 0.01 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.weight_decay?",
    hint_ja="self.weight_decay は、どこで使っていますか。",
)
class AdamW(reference.AdamW):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        super().__init__(lr, beta1, beta2, 0.01)


@mistake(
    "default-lr-0.01",
    en="Without an argument lr is 0.01 (that is SGD's). For AdamW the default is 0.001.",
    ja="引数を省略すると lr が 0.01 になっています(SGD の値です)。AdamW では 0.001 です。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)
class AdamW(reference.AdamW):
    def __init__(self, lr=0.01, beta1=0.9, beta2=0.999, weight_decay=0.01):
        super().__init__(lr, beta1, beta2, weight_decay)


@mistake(
    "no-bias-correction",
    en="m and v are used as they are: the division by 1 - beta**t is missing, so the first steps have the wrong size.",
    ja="m と v をそのまま使っています。1 - beta**t で割る補正がないので、はじめの数回の更新幅が正しくありません。",
    hint_en="m and v start at 0. What is m after one step with gradient g?",
    hint_ja="m と v は 0 から始まります。勾配 g で 1 回更新すると、m はいくつになりますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key]
            v_hat = self.v[key]
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "v-not-corrected",
    en="Only m is divided by 1 - beta1**t; v is used without its correction.",
    ja="補正しているのは m だけで、v は補正せずに使っています。",
    hint_en="Does v not start at 0 as well?",
    hint_ja="v も 0 から始まっていませんか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key]
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "m-not-corrected",
    en="Only v is divided by 1 - beta2**t; m is used without its correction.",
    ja="補正しているのは v だけで、m は補正せずに使っています。",
    hint_en="Does m not start at 0 as well?",
    hint_ja="m も 0 から始まっていませんか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key]
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "beta1-squared",
    en="m is divided by 1 - beta1**2, as document 001 prints it. The exponent is the step count t; it is right at t = 2 only.",
    ja="m を 1 - beta1**2 で割っています(資料 001 の式の誤植です)。指数は 2 ではなく更新回数 t で、2 回目にしか合いません。",
    hint_en="Compare the two correction formulas: should they not have the same exponent?",
    hint_ja="m と v の補正の式を見比べましょう。指数は同じになるはずではありませんか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**2)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "t-never-grows",
    en="The step count is always 1 in the correction (1 - beta, not 1 - beta**t): t never grows, so only the first step is right.",
    ja="補正の t がずっと 1 のままです(1 - beta**t ではなく 1 - beta)。正しいのは 1 回目の更新だけです。",
    hint_en="Print t in each call of update.",
    hint_ja="update が呼ばれるたびに t を print してみましょう。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t = 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "t-starts-at-zero",
    en="t is still 0 in the first step, so 1 - beta**t is 0 and the correction divides 0 by 0 or by 0. t counts from 1.",
    ja="最初の更新で t がまだ 0 です。1 - beta**t が 0 になり、0 で割っています。t は 1 から数えます。",
    hint_en="When does t grow: before it is used, or after?",
    hint_ja="t を増やすのは、使う前ですか、使ったあとですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])
        self.t += 1


@mistake(
    "t-grows-per-key",
    en="t grows once for each key, so with two keys it reaches 2 within the first step. It should grow once for each call of update.",
    ja="t をキーごとに増やしています。キーが 2 つあると、1 回の更新で t が 2 になります。t は update の 1 回の呼び出しで 1 だけ増やします。",
    hint_en="Is the line that counts inside or outside the loop over the keys?",
    hint_ja="t を増やす行は、キーのループの内側にありますか、外側にありますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            self.t += 1
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "v-not-squared",
    en="v averages the gradient itself, not its square, so that the root of a negative number gives NaN.",
    ja="v が勾配の 2 乗ではなく、勾配そのものの移動平均になっています。負の数の平方根は NaN になります。",
    hint_en="v stands for the size of the gradient. Can it ever be negative?",
    hint_ja="v は勾配の大きさを表します。負になることがあるでしょうか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "root-forgotten",
    en="The step is divided by v, not by its square root.",
    ja="v の平方根ではなく、v そのもので割っています。",
    hint_en="If every gradient were ten times as large, how should the step change?",
    hint_ja="勾配がすべて 10 倍になったら、更新幅はどう変わるはずですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (v_hat + 1e-8) + self.weight_decay * params[key])


@mistake(
    "m-not-used",
    en="The gradient itself is stepped along, where the average m should be: that is RMSProp with a correction.",
    ja="更新に m ではなく勾配 g をそのまま使っています。これでは(補正つきの)RMSProp です。",
    hint_en="Which of the two averages stands in the numerator?",
    hint_ja="分子に来るのは、どちらの移動平均ですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (g / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "shared-by-keys",
    en="All keys share one m and one v, so each key's step carries the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 組の m と v を共有しています。ほかのキーの勾配が混ざるか、形状が合わなくなります。",
    hint_en="How many arrays m are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、m はいくつ必要ですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m, self.v = 0.0, 0.0
        self.t += 1
        for key in params:
            self.m = self.beta1 * self.m + (1 - self.beta1) * grads[key]
            self.v = self.beta2 * self.v + (1 - self.beta2) * grads[key] ** 2
            m_hat = self.m / (1 - self.beta1**self.t)
            v_hat = self.v / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "no-epsilon",
    en="There is no epsilon: an entry whose gradient is always 0 becomes 0 / 0, which is NaN.",
    ja="ε がありません。勾配がずっと 0 の要素では 0 / 0 になり、NaN になります。",
    hint_en="What is the step when m and v are 0?",
    hint_ja="m も v も 0 のとき、更新幅はいくつになりますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / np.sqrt(v_hat) + self.weight_decay * params[key])


@mistake(
    "betas-swapped",
    en="beta1 and beta2 have changed places: beta1 belongs to m, beta2 to v.",
    ja="beta1 と beta2 が入れ替わっています。beta1 は m、beta2 は v のものです。",
    hint_en="Which of the two averages should remember longer?",
    hint_ja="過去の勾配をより長く残すのは、どちらの移動平均ですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta2 * self.m[key] + (1 - self.beta2) * g
            self.v[key] = self.beta1 * self.v[key] + (1 - self.beta1) * g**2
            m_hat = self.m[key] / (1 - self.beta2**self.t)
            v_hat = self.v[key] / (1 - self.beta1**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "caller-sees-nothing",
    en="The new values are put into a local name or a new dict, so the caller's params stay as they were.",
    ja="新しい値をローカル変数や新しいディクショナリに入れているだけなので、呼び出し側の params が変わりません。",
    hint_en="What is in the caller's params[key] after your last line?",
    hint_ja="最後の行のあと、呼び出し側の params[key] には何が入っていますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            param = params[key]
            param = param - self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "state-in-the-class",
    en="m and v belong to the class, so a second optimizer goes on where the first one is.",
    ja="m と v がクラス変数になっています。2 つ目の AdamW が、1 つ目の続きから始まってしまいます。",
    hint_en="Which of your attributes are set in __init__, and which under the class line?",
    hint_ja="__init__ で self に代入している属性と、class の直下に書いた属性はどれですか。",
)
class AdamW(reference.AdamW):
    m, v, alive = {}, {}, weakref.WeakSet()

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        self.lr, self.beta1, self.beta2, self.weight_decay, self.t = lr, beta1, beta2, weight_decay, 0
        # All checks run in one process here, and each answer in a process of its own: begin anew with each.
        if not self.alive:
            self.m.clear()
            self.v.clear()
        self.alive.add(self)

    def update(self, params, grads):
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v.get(key, 0.0) + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "state-reset",
    en="m and v are set to 0 in every call of update, so nothing is remembered.",
    ja="update のたびに m と v を 0 に戻しています。前回までの勾配が残りません。",
    hint_en="When should m and v be made: in every call, or in the first?",
    hint_ja="m と v を作るのは毎回ですか、最初の 1 回だけですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        self.m = {key: np.zeros_like(value) for key, value in params.items()}
        self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "one-minus-beta-forgotten",
    en="m and v add the whole new gradient: the factor 1 - beta before it is missing.",
    ja="m と v に新しい勾配をそのまま足しています。1 - beta が掛かっていません。",
    hint_en="The weights of an average sum to 1. Do yours?",
    hint_ja="移動平均の重みは足して 1 になります。あなたの式ではどうですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + g
            self.v[key] = self.beta2 * self.v[key] + g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "weights-swapped",
    en="The weights of an average have changed places: the old value is multiplied by 1 - beta and the new gradient by beta.",
    ja="移動平均の重みが逆です。古い値に 1 - beta、新しい勾配に beta を掛けています。",
    hint_en="With beta = 0.9, should the average change quickly or slowly?",
    hint_ja="beta = 0.9 のとき、移動平均はすばやく変わるべきですか、ゆっくり変わるべきですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = (1 - self.beta1) * self.m[key] + self.beta1 * g
            self.v[key] = (1 - self.beta2) * self.v[key] + self.beta2 * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "epsilon-added-to-g",
    en="Epsilon is added to the gradient and not to the root, so an entry whose gradient is 0 still moves by lr.",
    ja="ε を平方根の側ではなく勾配に足しています。勾配が 0 の要素まで lr だけ動いてしまいます。",
    hint_en="Which number must epsilon keep away from 0?",
    hint_ja="ε は、どの数が 0 になるのを防ぐためのものですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key] + 1e-8
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / np.sqrt(v_hat) + self.weight_decay * params[key])


@mistake(
    "paired-by-position",
    en="Parameters and gradients are paired by their position in the dicts; they belong together by key.",
    ja="params と grads を並び順で組にしています。組にするのはキーです。",
    hint_en="What happens if grads lists its keys in another order?",
    hint_ja="grads のキーの並びが違っていたら、どうなりますか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key, g in zip(params, list(grads.values()), strict=True):
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * (m_hat / (np.sqrt(v_hat) + 1e-8) + self.weight_decay * params[key])


@mistake(
    "betas-ignored",
    en="beta1 and beta2 are written as 0.9 and 0.999, so what the caller asks for is ignored.",
    ja="beta1 と beta2 に 0.9 と 0.999 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.beta1 and self.beta2?",
    hint_ja="self.beta1 と self.beta2 は、どこで使っていますか。",
)
class AdamW(reference.AdamW):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        super().__init__(lr, 0.9, 0.999, weight_decay)


@mistake(
    "lr-ignored",
    en="The learning rate is written as 0.001, so what the caller asks for is ignored.",
    ja="学習係数に 0.001 を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use self.lr?",
    hint_ja="self.lr は、どこで使っていますか。",
)
class AdamW(reference.AdamW):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, weight_decay=0.01):
        super().__init__(0.001, beta1, beta2, weight_decay)


@mistake(
    "state-never-made",
    en="m and v are still None when they are read: nobody made the zeros for each key.",
    ja="m と v が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.m in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.m は何ですか。配列はどこで入れるべきでしょうか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        self.t += 1
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]


@mistake(
    "ascent",
    en="The step is added to the parameters, which climbs the loss; it should be subtracted.",
    ja="更新幅を足しています。これでは損失が大きくなります。引かなければなりません。",
    hint_en="In which direction does the loss fall?",
    hint_ja="損失が小さくなるのは、勾配のどちら向きですか。",
)
class AdamW(reference.AdamW):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] += self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)
