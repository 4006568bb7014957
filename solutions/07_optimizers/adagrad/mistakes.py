from grader.authoring import changed, families

H_ZEROS = "self.h = {key: np.zeros_like(value) for key, value in params.items()}"
H = "self.h[key] += grads[key] ** 2"
STEP = "params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)"

changed(
    families.root_forgotten,
    {STEP: "params[key] -= self.lr * grads[key] / (self.h[key] + 1e-7)"},
    hint_en="If every gradient were ten times as large, how should the first step change?",
    hint_ja="勾配がすべて 10 倍になったら、1 回目の更新幅はどう変わるはずですか。",
    h="h",
)

changed(
    "h-made-anew",
    {H: "self.h[key] = grads[key] ** 2"},
    en="h holds the present gradient's square only (it is assigned, or made anew in every call), so that every step has the length lr. The squares of all steps are added up.",
    ja="h に、いまの勾配の 2 乗しか入っていません(代入しているか、呼ばれるたびに作り直しています)。そのため毎回 lr だけ動きます。これまでの 2 乗をすべて足していくはずです。",
    hint_en="Print h after the second call of update.",
    hint_ja="2 回目の update のあとで h を print してみましょう。",
)

changed(
    "g-not-squared",
    {H: "self.h[key] = self.h[key] + grads[key]"},
    en="h adds up the gradients themselves, not their squares: they cancel, and the root of a negative number gives NaN.",
    ja="h に、勾配の 2 乗ではなく勾配そのものを足しています。打ち消し合ううえに、負の数の平方根は NaN になります。",
    hint_en="Can h ever become smaller?",
    hint_ja="h が小さくなることはあるでしょうか。",
)

changed(
    "absolute-values",
    {H: "self.h[key] = self.h[key] + np.abs(grads[key])"},
    en="h adds up the absolute gradients, not their squares.",
    ja="h に、勾配の 2 乗ではなく絶対値を足しています。",
    hint_en="Which power of the gradient goes with a square root?",
    hint_ja="平方根をとって勾配と同じ大きさに戻るのは、勾配の何乗ですか。",
)

changed(
    "roots-added-up",
    {H: "self.h[key] += np.abs(grads[key])", STEP: "params[key] -= self.lr * grads[key] / (self.h[key] + 1e-7)"},
    en="The step is divided by the sum of the absolute gradients. The squares are added up first, and the root is taken of their sum.",
    ja="絶対値の和で割っています。先に 2 乗を足していき、その和の平方根をとります。",
    hint_en="Gradients 3 and then 4: is the divisor 7 or 5?",
    hint_ja="勾配が 3、4 と続いたとき、割る数は 7 ですか、5 ですか。",
)

changed(
    "averaged-over-steps",
    families.COUNTED | {STEP: "params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key] / self.t) + 1e-7)"},
    en="h is divided by the number of steps: the steps do not become smaller. AdaGrad divides by the root of the sum.",
    ja="h を更新回数で割り、平均にしています。これでは更新幅が小さくなりません。AdaGrad で使うのは和の平方根です。",
    hint_en="With a gradient of 1 in every step, how far should the fourth step go?",
    hint_ja="勾配がいつも 1 なら、4 回目の更新はどれだけ動くはずですか。",
)

changed(
    "decays-by-step-too",
    families.COUNTED | {STEP: "params[key] -= self.lr / np.sqrt(self.t) * grads[key] / (np.sqrt(self.h[key]) + 1e-7)"},
    en="lr is also divided by the root of the number of steps. The sum in h makes the steps smaller already.",
    ja="lr を更新回数の平方根でも割っています。更新幅は、h に足し込むことですでに小さくなっています。",
    hint_en="How many things make the step smaller in the formula?",
    hint_ja="式の中で、更新幅を小さくしているものはいくつありますか。",
)

changed(
    "rmsprop",
    {H: "self.h[key] = 0.99 * self.h[key] + 0.01 * grads[key] ** 2"},
    en="Old squares fade, by a factor of 0.99: that is RMSProp. AdaGrad forgets nothing.",
    ja="古い 2 乗の値が 0.99 倍ずつ薄れています。それは RMSProp です。AdaGrad は何も忘れません。",
    hint_en="Is there a decay rate in the formula?",
    hint_ja="式の中に減衰率がありますか。",
)

changed(
    "rmsprop-0.9",
    {H: "self.h[key] = 0.9 * self.h[key] + 0.1 * grads[key] ** 2"},
    en="Old squares fade, by a factor of 0.9: that is RMSProp. AdaGrad forgets nothing.",
    ja="古い 2 乗の値が 0.9 倍ずつ薄れています。それは RMSProp です。AdaGrad は何も忘れません。",
    hint_en="Is there a decay rate in the formula?",
    hint_ja="式の中に減衰率がありますか。",
)

changed(
    "h-updated-last",
    {H: STEP, STEP: H},
    en="The step is divided by the old h, which does not know the present gradient yet and is 0 in the first step: the parameters fly away.",
    ja="いまの勾配を足す前の h で割っています。1 回目は h が 0 なので、パラメータが極端に大きく動いてしまいます。",
    hint_en="What is h in the first step when you divide by its root?",
    hint_ja="1 回目に平方根で割るとき、h はいくつですか。",
)

changed(
    "h-starts-at-one",
    {H_ZEROS: "self.h = {key: np.ones_like(value) for key, value in params.items()}"},
    en="h starts at 1, so the first steps are too short. It starts at 0.",
    ja="h が 1 から始まっていて、はじめの更新幅が小さすぎます。h は 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)

changed(
    "h-starts-at-a-tenth",
    {H_ZEROS: "self.h = {key: np.full_like(value, 0.1) for key, value in params.items()}"},
    en="h starts at 0.1, as in Keras. Here it starts at 0.",
    ja="h が 0.1 から始まっています(Keras の既定値です)。ここでは 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)

changed(
    "first-gradient-twice",
    {H_ZEROS: "self.h = {key: g**2 for key, g in grads.items()}"},
    en="h starts at the square of the first gradient, which is then added once more. h starts at 0.",
    ja="h を最初の勾配の 2 乗から始めたうえで、もう一度足しています。h は 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)

changed(
    "one-h-per-key",
    {H: "self.h[key] = self.h[key] + np.sum(grads[key] ** 2)"},
    en="h is one number for each key, the sum over all its entries. Every entry has an h of its own.",
    ja="h がキーごとに 1 つの数(全要素の和)になっています。h は要素ごとに持ちます。",
    hint_en="What is the shape of h[key]?",
    hint_ja="h[key] の形状は何ですか。",
)

changed(
    families.g_squared_in_the_step, {STEP: "params[key] -= self.lr * grads[key] ** 2 / (np.sqrt(self.h[key]) + 1e-7)"}
)

changed(families.gradient_forgotten, {STEP: "params[key] -= self.lr / (np.sqrt(self.h[key]) + 1e-7)"})

changed(families.multiplied_by_the_root, {STEP: "params[key] -= self.lr * grads[key] * np.sqrt(self.h[key])"})

changed(families.lr_without_effect, {STEP: "params[key] -= grads[key] / (np.sqrt(self.h[key]) + 1e-7)"})

changed(families.plain_sgd, {STEP: "params[key] -= self.lr * grads[key]"})

changed(families.ascent, {STEP: "params[key] += self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)"})

changed(
    families.no_epsilon,
    {STEP: "params[key] -= self.lr * grads[key] / np.sqrt(self.h[key])"},
    one="g",
    other="h",
)

changed(
    families.epsilon_added_to_g,
    {
        "self.h[key] += grads[key] ** 2\nparams[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)": "g = grads[key] + 1e-7\nself.h[key] = self.h[key] + g**2\nparams[key] -= self.lr * g / np.sqrt(self.h[key])"
    },
)

changed(
    "shared-by-keys",
    {H_ZEROS: "self.h = 0.0"},
    everywhere={"self.h[key]": "self.h"},
    en="All keys share one h, so each key's steps are shortened by the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 つの h を共有しています。ほかのキーの勾配まで足されるか、形状が合わなくなります。",
    hint_en="How many arrays h are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、h はいくつ必要ですか。",
)

changed(
    "shared-by-optimizers",
    everywhere={"self.h": "type(self).h"},
    en="h belongs to the class (or is global), not to the object: a second optimizer goes on with the first one's sums.",
    ja="h がインスタンスではなくクラス(またはグローバル変数)にあります。2 つ目の AdaGrad が 1 つ目の和を引き継いでしまいます。",
    hint_en="Where is h made: in the class body, or in a method with self?",
    hint_ja="h を作っているのは、クラスの直下ですか、self を使うメソッドの中ですか。",
)

changed(families.unseen_by_the_caller, families.COPY_RETURNED, like="w = w - ...", plainly="w = w - 1")

changed(families.first_key_only, families.FIRST_KEY)

changed(families.last_key_only, families.LAST_KEY, costs="W has more than half of the points")

changed(families.paired_by_position, families.BY_POSITION)

changed(families.lr_ignored, {"self.lr = lr": "self.lr = 0.01"}, default="0.01")

changed(families.h_never_made, {"if self.h is None:": "if False:"}, h="h")

changed(
    families.carried_over,
    {
        "def __init__(self, lr=0.01):": "def __init__(self, lr=0.01, h={}):",
        "self.h = None": "self.h = h",
        "if self.h is None:\nself.h = {key: np.zeros_like(value) for key, value in params.items()}": "for key, value in params.items():\n    self.h.setdefault(key, np.zeros_like(value))",
    },
    form="",
    h="h",
)
