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
    "no-bias-correction",
    en="m and v are used as they are: the division by 1 - beta**t is missing, so the first steps have the wrong size.",
    ja="m と v をそのまま使っています。1 - beta**t で割る補正がないので、はじめの数回の更新幅が正しくありません。",
    hint_en="m and v start at 0. What is m after one step with gradient g?",
    hint_ja="m と v は 0 から始まります。勾配 g で 1 回更新すると、m はいくつになりますか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "v-not-corrected",
    en="Only m is divided by 1 - beta1**t; v is used without its correction.",
    ja="補正しているのは m だけで、v は補正せずに使っています。",
    hint_en="Does v not start at 0 as well?",
    hint_ja="v も 0 から始まっていませんか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "m-not-corrected",
    en="Only v is divided by 1 - beta2**t; m is used without its correction.",
    ja="補正しているのは v だけで、m は補正せずに使っています。",
    hint_en="Does m not start at 0 as well?",
    hint_ja="m も 0 から始まっていませんか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "beta1-squared",
    en="m is divided by 1 - beta1**2, as document 001 prints it. The exponent is the step count t; it is right at t = 2 only.",
    ja="m を 1 - beta1**2 で割っています(資料 001 の式の誤植です)。指数は 2 ではなく更新回数 t で、2 回目にしか合いません。",
    hint_en="Compare the two correction formulas: should they not have the same exponent?",
    hint_ja="m と v の補正の式を見比べましょう。指数は同じになるはずではありませんか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "both-betas-squared",
    en="m and v are divided by 1 - beta**2. The exponent is the step count t, not 2.",
    ja="m と v を 1 - beta**2 で割っています。指数は 2 ではなく、更新回数 t です。",
    hint_en="How should the correction change from step to step?",
    hint_ja="補正の大きさは、更新のたびにどう変わるはずですか。",
)
class Adam(reference.Adam):
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
            v_hat = self.v[key] / (1 - self.beta2**2)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "t-never-grows",
    en="The step count is always 1 in the correction (1 - beta, not 1 - beta**t): t never grows, so only the first step is right.",
    ja="補正の t がずっと 1 のままです(1 - beta**t ではなく 1 - beta)。正しいのは 1 回目の更新だけです。",
    hint_en="Print t in each call of update.",
    hint_ja="update が呼ばれるたびに t を print してみましょう。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "t-starts-at-zero",
    en="t is still 0 in the first step, so 1 - beta**t is 0 and the correction divides 0 by 0 or by 0. t counts from 1.",
    ja="最初の更新で t がまだ 0 です。1 - beta**t が 0 になり、0 で割っています。t は 1 から数えます。",
    hint_en="When does t grow: before it is used, or after?",
    hint_ja="t を増やすのは、使う前ですか、使ったあとですか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)
        self.t += 1


@mistake(
    "t-starts-at-two",
    en="t is already 2 in the first step: the corrections are one step ahead.",
    ja="最初の更新で t がすでに 2 になっています。補正が 1 回分進んでいます。",
    hint_en="What is t where you use it, in the first call of update?",
    hint_ja="最初の update で、t を使うときの値はいくつですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1 ** (self.t + 1))
            v_hat = self.v[key] / (1 - self.beta2 ** (self.t + 1))
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "t-grows-per-key",
    en="t grows once for each key, so with two keys it reaches 2 within the first step. It should grow once for each call of update.",
    ja="t をキーごとに増やしています。キーが 2 つあると、1 回の更新で t が 2 になります。t は update の 1 回の呼び出しで 1 だけ増やします。",
    hint_en="Is the line that counts inside or outside the loop over the keys?",
    hint_ja="t を増やす行は、キーのループの内側にありますか、外側にありますか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "v-not-squared",
    en="v averages the gradient itself, not its square, so that the root of a negative number gives NaN.",
    ja="v が勾配の 2 乗ではなく、勾配そのものの移動平均になっています。負の数の平方根は NaN になります。",
    hint_en="v stands for the size of the gradient. Can it ever be negative?",
    hint_ja="v は勾配の大きさを表します。負になることがあるでしょうか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "v-of-absolute-values",
    en="v averages the absolute gradient, not its square.",
    ja="v が勾配の 2 乗ではなく、絶対値の移動平均になっています。",
    hint_en="Which power of the gradient goes with a square root?",
    hint_ja="平方根をとって勾配と同じ大きさに戻るのは、勾配の何乗ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * np.abs(g)
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "v-averages-m",
    en="v averages the square of m, where it should average the square of the gradient.",
    ja="v が、勾配の 2 乗ではなく m の 2 乗の移動平均になっています。",
    hint_en="Which array is squared in the second average?",
    hint_ja="2 つ目の移動平均で 2 乗しているのは、どの配列ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * self.m[key] ** 2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "root-forgotten",
    en="The step is divided by v, not by its square root.",
    ja="v の平方根ではなく、v そのもので割っています。",
    hint_en="If every gradient were ten times as large, how should the step change?",
    hint_ja="勾配がすべて 10 倍になったら、更新幅はどう変わるはずですか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (v_hat + 1e-8)


@mistake(
    "m-not-used",
    en="The gradient itself is stepped along, where the average m should be: that is RMSProp with a correction.",
    ja="更新に m ではなく勾配 g をそのまま使っています。これでは(補正つきの)RMSProp です。",
    hint_en="Which of the two averages stands in the numerator?",
    hint_ja="分子に来るのは、どちらの移動平均ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * g / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "momentum-only",
    en="The step is lr times m: the division by the root of v is missing.",
    ja="lr * m で更新しています。v の平方根で割っていません。",
    hint_en="What was v kept for?",
    hint_ja="v は何のために計算したのでしょうか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            params[key] -= self.lr * m_hat


@mistake(
    "shared-by-keys",
    en="All keys share one m and one v, so each key's step carries the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 組の m と v を共有しています。ほかのキーの勾配が混ざるか、形状が合わなくなります。",
    hint_en="How many arrays m are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、m はいくつ必要ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m, self.v = 0.0, 0.0
        self.t += 1
        for key in params:
            self.m = self.beta1 * self.m + (1 - self.beta1) * grads[key]
            self.v = self.beta2 * self.v + (1 - self.beta2) * grads[key] ** 2
            m_hat = self.m / (1 - self.beta1**self.t)
            v_hat = self.v / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "epsilon-added-to-g",
    en="Epsilon is added to the gradient and not to the root, so an entry whose gradient is 0 still moves by lr.",
    ja="ε を平方根の側ではなく勾配に足しています。勾配が 0 の要素まで lr だけ動いてしまいます。",
    hint_en="Which number must epsilon keep away from 0?",
    hint_ja="ε は、どの数が 0 になるのを防ぐためのものですか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / np.sqrt(v_hat)


@mistake(
    "no-epsilon",
    en="There is no epsilon: an entry whose gradient is always 0 becomes 0 / 0, which is NaN.",
    ja="ε がありません。勾配がずっと 0 の要素では 0 / 0 になり、NaN になります。",
    hint_en="What is the step when m and v are 0?",
    hint_ja="m も v も 0 のとき、更新幅はいくつになりますか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / np.sqrt(v_hat)


@mistake(
    "betas-swapped",
    en="beta1 and beta2 have changed places: beta1 belongs to m, beta2 to v.",
    ja="beta1 と beta2 が入れ替わっています。beta1 は m、beta2 は v のものです。",
    hint_en="Which of the two averages should remember longer?",
    hint_ja="過去の勾配をより長く残すのは、どちらの移動平均ですか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "weights-swapped",
    en="The weights of an average have changed places: the old value is multiplied by 1 - beta and the new gradient by beta.",
    ja="移動平均の重みが逆です。古い値に 1 - beta、新しい勾配に beta を掛けています。",
    hint_en="With beta = 0.9, should the average change quickly or slowly?",
    hint_ja="beta = 0.9 のとき、移動平均はすばやく変わるべきですか、ゆっくり変わるべきですか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "one-minus-beta-forgotten",
    en="m and v add the whole new gradient: the factor 1 - beta before it is missing.",
    ja="m と v に新しい勾配をそのまま足しています。1 - beta が掛かっていません。",
    hint_en="The weights of an average sum to 1. Do yours?",
    hint_ja="移動平均の重みは足して 1 になります。あなたの式ではどうですか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "corrected-values-kept",
    en="The corrected m and v are kept for the next step, so the correction is applied again and again.",
    ja="補正した m と v を次の更新に持ち越しています。補正が何度も重なってしまいます。",
    hint_en="Which m does the next step start from: the one before or after the correction?",
    hint_ja="次の更新は、補正の前と後のどちらの m から始まりますか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: np.zeros_like(value) for key, value in params.items()}
            self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "state-reset",
    en="m and v are set to 0 in every call of update, so nothing is remembered.",
    ja="update のたびに m と v を 0 に戻しています。前回までの勾配が残りません。",
    hint_en="When should m and v be made: in every call, or in the first?",
    hint_ja="m と v を作るのは毎回ですか、最初の 1 回だけですか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "ascent",
    en="The step is added to the parameters, which climbs the loss; it should be subtracted.",
    ja="更新幅を足しています。これでは損失が大きくなります。引かなければなりません。",
    hint_en="In which direction does the loss fall?",
    hint_ja="損失が小さくなるのは、勾配のどちら向きですか。",
)
class Adam(reference.Adam):
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


@mistake(
    "caller-sees-nothing",
    en="The new values are put into a local name or a new dict, so the caller's params stay as they were.",
    ja="新しい値をローカル変数や新しいディクショナリに入れているだけなので、呼び出し側の params が変わりません。",
    hint_en="What is in the caller's params[key] after your last line?",
    hint_ja="最後の行のあと、呼び出し側の params[key] には何が入っていますか。",
)
class Adam(reference.Adam):
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
    ja="m と v がクラス変数になっています。2 つ目の Adam が、1 つ目の続きから始まってしまいます。",
    hint_en="Which of your attributes are set in __init__, and which under the class line?",
    hint_ja="__init__ で self に代入している属性と、class の直下に書いた属性はどれですか。",
)
class Adam(reference.Adam):
    m, v, alive = {}, {}, weakref.WeakSet()

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2, self.t = lr, beta1, beta2, 0
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "paired-by-position",
    en="Parameters and gradients are paired by their position in the dicts; they belong together by key.",
    ja="params と grads を並び順で組にしています。組にするのはキーです。",
    hint_en="What happens if grads lists its keys in another order?",
    hint_ja="grads のキーの並びが違っていたら、どうなりますか。",
)
class Adam(reference.Adam):
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
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "betas-ignored",
    en="beta1 and beta2 are written as 0.9 and 0.999, so what the caller asks for is ignored.",
    ja="beta1 と beta2 に 0.9 と 0.999 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.beta1 and self.beta2?",
    hint_ja="self.beta1 と self.beta2 は、どこで使っていますか。",
)
class Adam(reference.Adam):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        super().__init__(lr, 0.9, 0.999)


@mistake(
    "lr-ignored",
    en="The learning rate is written as 0.001, so what the caller asks for is ignored.",
    ja="学習係数に 0.001 を直接書いています。引数で渡された lr が使われていません。",
    hint_en="Where do you use self.lr?",
    hint_ja="self.lr は、どこで使っていますか。",
)
class Adam(reference.Adam):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        super().__init__(0.001, beta1, beta2)


@mistake(
    "corrections-multiplied",
    en="m and v are multiplied by 1 - beta**t, which makes them smaller still. They are too small at first, so the correction divides.",
    ja="m と v に 1 - beta**t を掛けています。もともと小さすぎる値が、さらに小さくなります。補正では割ります。",
    hint_en="After one step m is 0.1 * g. What takes it back to g: times 0.1, or divided by 0.1?",
    hint_ja="1 回更新した m は 0.1 * g です。これを g に戻すのは、0.1 を掛ける計算と 0.1 で割る計算のどちらですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m * (1 - self.beta1**self.t), v * (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "v-corrected-with-beta1",
    en="v is corrected with beta1. It was averaged with beta2, so its correction needs beta2 too.",
    ja="v の補正に beta1 を使っています。v は beta2 で平均しているので、補正も beta2 です。",
    hint_en="Which beta decides how slowly v fills up?",
    hint_ja="v が 0 から増えていく速さを決めているのは、どちらの beta ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta1**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "m-corrected-with-beta2",
    en="m is corrected with beta2. It was averaged with beta1, so its correction needs beta1 too.",
    ja="m の補正に beta2 を使っています。m は beta1 で平均しているので、補正も beta1 です。",
    hint_en="Which beta decides how slowly m fills up?",
    hint_ja="m が 0 から勾配の値に近づく速さを決めているのは、どちらの beta ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta2**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "corrections-swapped",
    en="The two corrections have changed places: m is corrected with beta2 and v with beta1.",
    ja="2 つの補正が入れ替わっています。m を beta2 で、v を beta1 で補正しています。",
    hint_en="Which beta was used to average m, and which to average v?",
    hint_ja="m を平均するときに使った beta はどちらですか。v ではどうですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta2**self.t), v / (1 - self.beta1**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "starts-at-first-gradient-corrected",
    en="m and v start at the first gradient and its square, not at 0, and are corrected all the same: the first steps are far off.",
    ja="m と v が 0 ではなく最初の勾配とその 2 乗から始まっていて、そのうえ補正もしています。はじめの数回の更新幅が大きくずれます。",
    hint_en="What does the division by 1 - beta**t make up for? Is it still there?",
    hint_ja="1 - beta**t での割り算は、何を補うためのものですか。それはまだ必要ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: g.copy() for key, g in grads.items()}
            self.v = {key: g**2 for key, g in grads.items()}
        super().update(params, grads)


@mistake(
    "starts-at-first-gradient",
    en="m and v start at the first gradient and its square and are not corrected. The first step is right by that, but the first gradient keeps too much weight afterwards.",
    ja="m と v を最初の勾配とその 2 乗から始めて、補正をしていません。1 回目の更新は合いますが、そのあとも最初の勾配の重みが大きすぎます。",
    hint_en="With which values do m and v start in the statement?",
    hint_ja="問題文では、m と v はどんな値から始まりますか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = {key: g.copy() for key, g in grads.items()}
            self.v = {key: g**2 for key, g in grads.items()}
        for key, _, m, v in averages(self, params, grads):
            params[key] -= self.lr * m / (np.sqrt(v) + 1e-8)


@mistake(
    "lr-t-without-root",
    en="Both corrections were put into the learning rate, but without the square root of 1 - beta2**t.",
    ja="2 つの補正を学習係数にまとめていますが、1 - beta2**t の平方根をとっていません。",
    hint_en="v stands under a root. What becomes of its correction when that is taken out of the root?",
    hint_ja="v は平方根の中にあります。その補正を平方根の外に出すとどうなりますか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            lr_t = self.lr * (1 - self.beta2**self.t) / (1 - self.beta1**self.t)
            params[key] -= lr_t * m / (np.sqrt(v) + 1e-8)


@mistake(
    "lr-decays-with-root-of-t",
    en="The learning rate is divided by the root of t, so that the steps become smaller and smaller. The paper does so in its proof only; here lr stays as it is.",
    ja="学習係数を √t で割っていて、更新幅がだんだん小さくなります(論文の証明に出てくる形です)。ここでは lr を変えません。",
    hint_en="If the gradient is 1 in every step, how far should the tenth step go?",
    hint_ja="勾配がいつも 1 なら、10 回目の更新ではどれだけ動くはずですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[key] -= self.lr / np.sqrt(self.t) * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "amsgrad",
    en="The step is divided by the root of the largest v hat so far (AMSGrad). Adam uses the present one, which may become smaller again.",
    ja="これまでの v̂ の最大値の平方根で割っています(AMSGrad)。Adam で使うのは現在の v̂ で、小さくなることもあります。",
    hint_en="After one very large gradient, should the steps stay small for ever?",
    hint_ja="一度だけとても大きな勾配が来たら、その後の更新幅はずっと小さいままでよいでしょうか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        self.largest = getattr(self, "largest", {})
        for key, _, m, v in averages(self, params, grads):
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            self.largest[key] = np.maximum(self.largest.get(key, 0.0), v_hat)
            params[key] -= self.lr * m_hat / (np.sqrt(self.largest[key]) + 1e-8)


@mistake(
    "amsgrad-before-correction",
    en="v never falls: its largest value so far is kept and then corrected (AMSGrad, as PyTorch computes it). Adam's v may become smaller again.",
    ja="v のこれまでの最大値をとってから補正しています(PyTorch の形の AMSGrad)。Adam の v は小さくなることもあります。",
    hint_en="After one very large gradient, should the steps stay small for ever?",
    hint_ja="一度だけとても大きな勾配が来たら、その後の更新幅はずっと小さいままでよいでしょうか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        self.largest = getattr(self, "largest", {})
        for key, _, m, v in averages(self, params, grads):
            self.largest[key] = np.maximum(self.largest.get(key, 0.0), v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), self.largest[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "one-dict-for-m-and-v",
    en="m and v are two names for one dict (or for the same arrays): what is written to v is read as m.",
    ja="m と v が同じディクショナリ(または同じ配列)の別名になっています。v に書いた値が m として読まれてしまいます。",
    hint_en="How many dicts does `a = b = {}` make?",
    hint_ja="`a = b = {}` と書くと、ディクショナリはいくつできますか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        if self.m is None:
            self.m = self.v = {key: np.zeros_like(value) for key, value in params.items()}
        self.t += 1
        for key in params:
            g = grads[key]
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)


@mistake(
    "state-never-made",
    en="m and v are still None when they are read: nobody made the zeros for each key.",
    ja="m と v が None のまま使われています。キーごとの 0 の配列をどこでも作っていません。",
    hint_en="What is self.m in the first call of update, and where should it get its arrays?",
    hint_ja="最初の update で self.m は何ですか。配列はどこで入れるべきでしょうか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        self.t += 1
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]


@mistake(
    "plain-momentum",
    en="This is Momentum: a velocity of old steps and lr * g. It has neither v nor a correction, so the step grows with the gradient.",
    ja="これは Momentum です(速度に lr * g を加えて動かしています)。v も補正もないので、更新幅が勾配の大きさで変わってしまいます。",
    hint_en="If every gradient were ten times as large, how should the step change?",
    hint_ja="勾配がすべて 10 倍になったら、更新幅はどう変わるはずですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        self.v = self.v or {key: np.zeros_like(value) for key, value in params.items()}
        for key in params:
            self.v[key] = self.beta1 * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]


@mistake(
    "rmsprop",
    en="This is RMSProp: the gradient over the root of the average of its squares. Adam averages the gradient as well, and corrects both averages.",
    ja="これは RMSProp です(勾配を、2 乗の移動平均の平方根で割っています)。Adam では勾配そのものも移動平均し、2 つとも補正します。",
    hint_en="Where does beta1 occur in your update?",
    hint_ja="beta1 は、あなたの update のどこに出てきますか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key, g, _, v in averages(self, params, grads):
            params[key] -= self.lr * g / (np.sqrt(v) + 1e-8)


@mistake(
    "adagrad",
    en="This is AdaGrad: the squares of all gradients are added up and nothing is forgotten. Adam keeps moving averages, of the gradient and of its square.",
    ja="これは AdaGrad です(勾配の 2 乗をすべて足し込み、何も忘れません)。Adam では、勾配とその 2 乗の移動平均を使います。",
    hint_en="Where do beta1 and beta2 occur in your update?",
    hint_ja="beta1 と beta2 は、あなたの update のどこに出てきますか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        self.v = self.v or {key: np.zeros_like(value) for key, value in params.items()}
        for key, g in grads.items():
            self.v[key] = self.v[key] + g**2
            params[key] -= self.lr * g / (np.sqrt(self.v[key]) + 1e-8)


@mistake(
    "plain-sgd",
    en="This is plain SGD: lr * g is subtracted, and nothing is remembered from step to step.",
    ja="これはただの SGD です。lr * g を引くだけで、前回までの情報を何も残していません。",
    hint_en="Which two averages should each key have?",
    hint_ja="キーごとに持つべき 2 つの移動平均は何ですか。",
)
class Adam(reference.Adam):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]
