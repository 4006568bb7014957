from grader.authoring import changed, families

M_ZEROS = "self.m = {key: np.zeros_like(value) for key, value in params.items()}"
M = "self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * g"
V = "self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g**2"
M_HAT = "m_hat = self.m[key] / (1 - self.beta1**self.t)"
V_HAT = "v_hat = self.v[key] / (1 - self.beta2**self.t)"
STEP = "params[key] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)"

changed(families.no_bias_correction, {M_HAT: "m_hat = self.m[key]", V_HAT: "v_hat = self.v[key]"})

changed(families.v_not_corrected, {V_HAT: "v_hat = self.v[key]"})

changed(families.m_not_corrected, {M_HAT: "m_hat = self.m[key]"})

changed(families.beta1_squared, {M_HAT: "m_hat = self.m[key] / (1 - self.beta1**2)"})

changed(
    "both-betas-squared",
    {M_HAT: "m_hat = self.m[key] / (1 - self.beta1**2)", V_HAT: "v_hat = self.v[key] / (1 - self.beta2**2)"},
    en="m and v are divided by 1 - beta**2. The exponent is the step count t, not 2.",
    ja="m と v を 1 - beta**2 で割っています。指数は 2 ではなく、更新回数 t です。",
    hint_en="How should the correction change from step to step?",
    hint_ja="補正の大きさは、更新のたびにどう変わるはずですか。",
)

changed(families.t_never_grows, {"self.t += 1": "self.t = 1"})

changed(families.t_starts_at_zero, {"self.t += 1": ""})

changed(
    "t-starts-at-two",
    {"self.t = 0": "self.t = 1"},
    en="t is already 2 in the first step: the corrections are one step ahead.",
    ja="最初の更新で t がすでに 2 になっています。補正が 1 回分進んでいます。",
    hint_en="What is t where you use it, in the first call of update?",
    hint_ja="最初の update で、t を使うときの値はいくつですか。",
)

changed(families.t_grows_per_key, {"self.t += 1": "", "g = grads[key]": "self.t += 1\ng = grads[key]"})

changed(families.v_not_squared, {V: "self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * g"})

changed(
    "v-of-absolute-values",
    {V: "self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * np.abs(g)"},
    en="v averages the absolute gradient, not its square.",
    ja="v が勾配の 2 乗ではなく、絶対値の移動平均になっています。",
    hint_en="Which power of the gradient goes with a square root?",
    hint_ja="平方根をとって勾配と同じ大きさに戻るのは、勾配の何乗ですか。",
)

changed(
    "v-averages-m",
    {V: "self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * self.m[key] ** 2"},
    en="v averages the square of m, where it should average the square of the gradient.",
    ja="v が、勾配の 2 乗ではなく m の 2 乗の移動平均になっています。",
    hint_en="Which array is squared in the second average?",
    hint_ja="2 つ目の移動平均で 2 乗しているのは、どの配列ですか。",
)

changed(families.root_forgotten, {STEP: "params[key] -= self.lr * m_hat / (v_hat + 1e-8)"}, h="v")

changed(families.m_not_used, {STEP: "params[key] -= self.lr * g / (np.sqrt(v_hat) + 1e-8)"})

changed(
    "momentum-only",
    {STEP: "params[key] -= self.lr * m_hat"},
    en="The step is lr times m: the division by the root of v is missing.",
    ja="lr * m で更新しています。v の平方根で割っていません。",
    hint_en="What was v kept for?",
    hint_ja="v は何のために計算したのでしょうか。",
)

changed(
    families.shared_by_keys,
    {M_ZEROS: "self.m = 0.0", "self.v = {key: np.zeros_like(value) for key, value in params.items()}": "self.v = 0.0"},
    everywhere={"self.m[key]": "self.m", "self.v[key]": "self.v"},
)

changed(
    families.epsilon_added_to_g_adam,
    {"g = grads[key]": "g = grads[key] + 1e-8", STEP: "params[key] -= self.lr * m_hat / np.sqrt(v_hat)"},
)

changed(
    families.no_epsilon,
    {STEP: "params[key] -= self.lr * m_hat / np.sqrt(v_hat)"},
    one="m",
    other="v",
)

changed(
    families.betas_swapped, {"self.beta1 = beta1": "self.beta1 = beta2", "self.beta2 = beta2": "self.beta2 = beta1"}
)

changed(
    families.weights_swapped,
    {
        M: "self.m[key] = (1 - self.beta1) * self.m[key] + self.beta1 * g",
        V: "self.v[key] = (1 - self.beta2) * self.v[key] + self.beta2 * g**2",
    },
)

changed(
    families.one_minus_beta_forgotten,
    {M: "self.m[key] = self.beta1 * self.m[key] + g", V: "self.v[key] = self.beta2 * self.v[key] + g**2"},
)

changed(
    "corrected-values-kept",
    everywhere={"m_hat": "self.m[key]", "v_hat": "self.v[key]"},
    en="The corrected m and v are kept for the next step, so the correction is applied again and again.",
    ja="補正した m と v を次の更新に持ち越しています。補正が何度も重なってしまいます。",
    hint_en="Which m does the next step start from: the one before or after the correction?",
    hint_ja="次の更新は、補正の前と後のどちらの m から始まりますか。",
)

changed(families.state_reset, {"if self.m is None:": "if True:"})

changed(families.ascent_adam, {STEP: "params[key] += self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)"})

changed(families.caller_sees_nothing, {STEP: "param = params[key] - self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)"})

changed(
    families.averages_in_the_class, everywhere={"self.m": "type(self).m", "self.v": "type(self).v"}, optimizer="Adam"
)

changed(families.paired_by_position, families.BY_POSITION)

changed(families.betas_ignored, {"self.beta1 = beta1": "self.beta1 = 0.9", "self.beta2 = beta2": "self.beta2 = 0.999"})

changed(families.lr_ignored, {"self.lr = lr": "self.lr = 0.001"}, default="0.001")

changed(
    "corrections-multiplied",
    {M_HAT: "m_hat = self.m[key] * (1 - self.beta1**self.t)", V_HAT: "v_hat = self.v[key] * (1 - self.beta2**self.t)"},
    en="m and v are multiplied by 1 - beta**t, which makes them smaller still. They are too small at first, so the correction divides.",
    ja="m と v に 1 - beta**t を掛けています。もともと小さすぎる値が、さらに小さくなります。補正では割ります。",
    hint_en="After one step m is 0.1 * g. What takes it back to g: times 0.1, or divided by 0.1?",
    hint_ja="1 回更新した m は 0.1 * g です。これを g に戻すのは、0.1 を掛ける計算と 0.1 で割る計算のどちらですか。",
)

changed(
    "v-corrected-with-beta1",
    {V_HAT: "v_hat = self.v[key] / (1 - self.beta1**self.t)"},
    en="v is corrected with beta1. It was averaged with beta2, so its correction needs beta2 too.",
    ja="v の補正に beta1 を使っています。v は beta2 で平均しているので、補正も beta2 です。",
    hint_en="Which beta decides how slowly v fills up?",
    hint_ja="v が 0 から増えていく速さを決めているのは、どちらの beta ですか。",
)

changed(
    "m-corrected-with-beta2",
    {M_HAT: "m_hat = self.m[key] / (1 - self.beta2**self.t)"},
    en="m is corrected with beta2. It was averaged with beta1, so its correction needs beta1 too.",
    ja="m の補正に beta2 を使っています。m は beta1 で平均しているので、補正も beta1 です。",
    hint_en="Which beta decides how slowly m fills up?",
    hint_ja="m が 0 から勾配の値に近づく速さを決めているのは、どちらの beta ですか。",
)

changed(
    "corrections-swapped",
    {M_HAT: "m_hat = self.m[key] / (1 - self.beta2**self.t)", V_HAT: "v_hat = self.v[key] / (1 - self.beta1**self.t)"},
    en="The two corrections have changed places: m is corrected with beta2 and v with beta1.",
    ja="2 つの補正が入れ替わっています。m を beta2 で、v を beta1 で補正しています。",
    hint_en="Which beta was used to average m, and which to average v?",
    hint_ja="m を平均するときに使った beta はどちらですか。v ではどうですか。",
)

changed(
    "starts-at-first-gradient-corrected",
    {
        M_ZEROS: "self.m = {key: g.copy() for key, g in grads.items()}",
        "self.v = {key: np.zeros_like(value) for key, value in params.items()}": "self.v = {key: g**2 for key, g in grads.items()}",
    },
    en="m and v start at the first gradient and its square, not at 0, and are corrected all the same: the first steps are far off.",
    ja="m と v が 0 ではなく最初の勾配とその 2 乗から始まっていて、そのうえ補正もしています。はじめの数回の更新幅が大きくずれます。",
    hint_en="What does the division by 1 - beta**t make up for? Is it still there?",
    hint_ja="1 - beta**t での割り算は、何を補うためのものですか。それはまだ必要ですか。",
)

changed(
    "starts-at-first-gradient",
    {
        M_ZEROS: "self.m = {key: g.copy() for key, g in grads.items()}",
        "self.v = {key: np.zeros_like(value) for key, value in params.items()}": "self.v = {key: g**2 for key, g in grads.items()}",
        M_HAT: "m_hat = self.m[key]",
        V_HAT: "v_hat = self.v[key]",
    },
    en="m and v start at the first gradient and its square and are not corrected. The first step is right by that, but the first gradient keeps too much weight afterwards.",
    ja="m と v を最初の勾配とその 2 乗から始めて、補正をしていません。1 回目の更新は合いますが、そのあとも最初の勾配の重みが大きすぎます。",
    hint_en="With which values do m and v start in the statement?",
    hint_ja="問題文では、m と v はどんな値から始まりますか。",
)

changed(
    "lr-t-without-root",
    {
        STEP: "lr_t = self.lr * (1 - self.beta2**self.t) / (1 - self.beta1**self.t)\nparams[key] -= lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-8)"
    },
    en="Both corrections were put into the learning rate, but without the square root of 1 - beta2**t.",
    ja="2 つの補正を学習係数にまとめていますが、1 - beta2**t の平方根をとっていません。",
    hint_en="v stands under a root. What becomes of its correction when that is taken out of the root?",
    hint_ja="v は平方根の中にあります。その補正を平方根の外に出すとどうなりますか。",
)

changed(
    "lr-decays-with-root-of-t",
    {STEP: "params[key] -= self.lr / np.sqrt(self.t) * m_hat / (np.sqrt(v_hat) + 1e-8)"},
    en="The learning rate is divided by the root of t, so that the steps become smaller and smaller. The paper does so in its proof only; here lr stays as it is.",
    ja="学習係数を √t で割っていて、更新幅がだんだん小さくなります(論文の証明に出てくる形です)。ここでは lr を変えません。",
    hint_en="If the gradient is 1 in every step, how far should the tenth step go?",
    hint_ja="勾配がいつも 1 なら、10 回目の更新ではどれだけ動くはずですか。",
)

changed(
    "amsgrad",
    {
        M_ZEROS: M_ZEROS + "\nself.largest = dict.fromkeys(params, 0.0)",
        STEP: "v_hat = self.largest[key] = np.maximum(self.largest[key], v_hat)\n" + STEP,
    },
    en="The step is divided by the root of the largest v hat so far (AMSGrad). Adam uses the present one, which may become smaller again.",
    ja="これまでの v̂ の最大値の平方根で割っています(AMSGrad)。Adam で使うのは現在の v̂ で、小さくなることもあります。",
    hint_en="After one very large gradient, should the steps stay small for ever?",
    hint_ja="一度だけとても大きな勾配が来たら、その後の更新幅はずっと小さいままでよいでしょうか。",
)

changed(
    "amsgrad-before-correction",
    {
        M_ZEROS: M_ZEROS + "\nself.largest = dict.fromkeys(params, 0.0)",
        V_HAT: "self.largest[key] = np.maximum(self.largest[key], self.v[key])\nv_hat = self.largest[key] / (1 - self.beta2**self.t)",
    },
    en="v never falls: its largest value so far is kept and then corrected (AMSGrad, as PyTorch computes it). Adam's v may become smaller again.",
    ja="v のこれまでの最大値をとってから補正しています(PyTorch の形の AMSGrad)。Adam の v は小さくなることもあります。",
    hint_en="After one very large gradient, should the steps stay small for ever?",
    hint_ja="一度だけとても大きな勾配が来たら、その後の更新幅はずっと小さいままでよいでしょうか。",
)

changed(
    "one-dict-for-m-and-v",
    {"self.v = {key: np.zeros_like(value) for key, value in params.items()}": "self.v = self.m"},
    en="m and v are two names for one dict (or for the same arrays): what is written to v is read as m.",
    ja="m と v が同じディクショナリ(または同じ配列)の別名になっています。v に書いた値が m として読まれてしまいます。",
    hint_en="How many dicts does `a = b = {}` make?",
    hint_ja="`a = b = {}` と書くと、ディクショナリはいくつできますか。",
)

changed(families.state_never_made, {"if self.m is None:": "if False:"})

changed(
    "plain-momentum",
    {V: "self.v[key] = self.beta1 * self.v[key] - self.lr * g", STEP: "params[key] += self.v[key]"},
    en="This is Momentum: a velocity of old steps and lr * g. It has neither v nor a correction, so the step grows with the gradient.",
    ja="これは Momentum です(速度に lr * g を加えて動かしています)。v も補正もないので、更新幅が勾配の大きさで変わってしまいます。",
    hint_en="If every gradient were ten times as large, how should the step change?",
    hint_ja="勾配がすべて 10 倍になったら、更新幅はどう変わるはずですか。",
)

changed(
    "rmsprop",
    {STEP: "params[key] -= self.lr * g / (np.sqrt(self.v[key]) + 1e-8)"},
    en="This is RMSProp: the gradient over the root of the average of its squares. Adam averages the gradient as well, and corrects both averages.",
    ja="これは RMSProp です(勾配を、2 乗の移動平均の平方根で割っています)。Adam では勾配そのものも移動平均し、2 つとも補正します。",
    hint_en="Where does beta1 occur in your update?",
    hint_ja="beta1 は、あなたの update のどこに出てきますか。",
)

changed(
    "adagrad",
    {V: "self.v[key] = self.v[key] + g**2", STEP: "params[key] -= self.lr * g / (np.sqrt(self.v[key]) + 1e-8)"},
    en="This is AdaGrad: the squares of all gradients are added up and nothing is forgotten. Adam keeps moving averages, of the gradient and of its square.",
    ja="これは AdaGrad です(勾配の 2 乗をすべて足し込み、何も忘れません)。Adam では、勾配とその 2 乗の移動平均を使います。",
    hint_en="Where do beta1 and beta2 occur in your update?",
    hint_ja="beta1 と beta2 は、あなたの update のどこに出てきますか。",
)

changed(
    "plain-sgd",
    {STEP: "params[key] -= self.lr * grads[key]"},
    en="This is plain SGD: lr * g is subtracted, and nothing is remembered from step to step.",
    ja="これはただの SGD です。lr * g を引くだけで、前回までの情報を何も残していません。",
    hint_en="Which two averages should each key have?",
    hint_ja="キーごとに持つべき 2 つの移動平均は何ですか。",
)

changed(families.first_key_only, families.FIRST_KEY)

changed(families.last_key_only, families.LAST_KEY, costs="W has more than half of the points")

changed(families.correction_with_product, {V_HAT: "v_hat = self.v[key] / (1 - self.beta2 * self.t)"})

changed(
    families.lr_compounds,
    {
        "for key in params:": "self.lr *= np.sqrt(1 - self.beta2**self.t) / (1 - self.beta1**self.t)\nfor key in params:",
        STEP: "params[key] -= self.lr * self.m[key] / (np.sqrt(self.v[key]) + 1e-8)",
    },
)
