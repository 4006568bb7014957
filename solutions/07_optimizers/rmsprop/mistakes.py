from grader.authoring import changed, families

H_ZEROS = "self.h = {key: np.zeros_like(value) for key, value in params.items()}"
H = "self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * grads[key] ** 2"
STEP = "params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + 1e-7)"

changed(
    "rates-swapped",
    {H: "self.h[key] = (1 - self.decay_rate) * self.h[key] + self.decay_rate * grads[key] ** 2"},
    en="The two weights have changed places: decay_rate belongs to the old h, 1 - decay_rate to the new square.",
    ja="2 つの重みが入れ替わっています。decay_rate は古い h に、1 - decay_rate は新しい 2 乗に掛けます。",
    hint_en="With decay_rate = 0.99, should h remember for a long time or for one step?",
    hint_ja="decay_rate = 0.99 のとき、h は過去の値を長く残すべきですか、1 回で忘れるべきですか。",
)

changed(
    "g-not-squared",
    {H: "self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * grads[key]"},
    en="h averages the gradient itself, not its square, so that the root of a negative number gives NaN.",
    ja="h が勾配の 2 乗ではなく、勾配そのものの移動平均になっています。負の数の平方根は NaN になります。",
    hint_en="h stands for the size of the gradient. Can it ever be negative?",
    hint_ja="h は勾配の大きさを表します。負になることがあるでしょうか。",
)

changed(
    "absolute-values",
    {H: "self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * np.abs(grads[key])"},
    en="h averages the absolute gradient, not its square.",
    ja="h が勾配の 2 乗ではなく、絶対値の移動平均になっています。",
    hint_en="Which power of the gradient goes with a square root?",
    hint_ja="平方根をとって勾配と同じ大きさに戻るのは、勾配の何乗ですか。",
)

changed(
    "absolute-values-averaged",
    {
        H: "self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * np.abs(grads[key])",
        STEP: "params[key] -= self.lr * grads[key] / (self.h[key] + 1e-7)",
    },
    en="The step is divided by the average of the absolute gradients. RMS is another thing: the root of a mean of squares, and the root comes last.",
    ja="勾配の絶対値の移動平均で割っています。RMS は「2 乗の平均の平方根」で、平方根は平均をとったあとです。",
    hint_en="What do the letters R, M and S stand for?",
    hint_ja="R、M、S はそれぞれ何の頭文字ですか。",
)

changed(
    "new-square-not-weighted",
    {H: "self.h[key] = self.decay_rate * self.h[key] + grads[key] ** 2"},
    en="The new square is added whole: the factor 1 - decay_rate is missing, so h is a sum and not an average, and the steps are too short.",
    ja="新しい 2 乗をそのまま足しています。1 - decay_rate が掛かっていないので、平均ではなく和になり、更新幅が小さくなりすぎます。",
    hint_en="Do the weights of the old h and of the new square add up to 1?",
    hint_ja="古い h の重みと新しい 2 乗の重みを足すと、1 になりますか。",
)

changed(
    "old-h-not-weighted",
    {H: "self.h[key] = self.h[key] + (1 - self.decay_rate) * grads[key] ** 2"},
    en="The old h is kept whole: decay_rate is not multiplied with it, so nothing is ever forgotten.",
    ja="古い h に decay_rate を掛けていません。何も忘れなくなっています。",
    hint_en="Do the weights of the old h and of the new square add up to 1?",
    hint_ja="古い h の重みと新しい 2 乗の重みを足すと、1 になりますか。",
)

changed(
    "both-weighted-alike",
    {H: "self.h[key] = self.decay_rate * (self.h[key] + grads[key] ** 2)"},
    en="The new square is weighted with decay_rate as well. Its weight is what is left over, 1 - decay_rate.",
    ja="新しい 2 乗にも decay_rate を掛けています。掛けるのは残りの 1 - decay_rate です。",
    hint_en="Do the weights of the old h and of the new square add up to 1?",
    hint_ja="古い h の重みと新しい 2 乗の重みを足すと、1 になりますか。",
)

changed(
    "weight-squared-too",
    {H: "self.h[key] = self.decay_rate * self.h[key] + ((1 - self.decay_rate) * grads[key]) ** 2"},
    en="1 - decay_rate is squared together with the gradient: the parentheses are in the wrong place.",
    ja="1 - decay_rate まで勾配といっしょに 2 乗しています。括弧の位置が違います。",
    hint_en="What exactly does your ** 2 square?",
    hint_ja="** 2 で 2 乗しているのは、どこからどこまでですか。",
)

changed(
    "adagrad",
    {H: "self.h[key] = self.h[key] + grads[key] ** 2"},
    en="This is AdaGrad: the squares of all gradients are added up and nothing is forgotten. Here old squares fade by decay_rate.",
    ja="これは AdaGrad です(勾配の 2 乗をすべて足し込み、何も忘れません)。ここでは古い 2 乗が decay_rate 倍ずつ薄れます。",
    hint_en="Where does decay_rate occur in your update?",
    hint_ja="decay_rate は、あなたの update のどこに出てきますか。",
)

changed(
    "bias-corrected",
    {
        "for key in params:": 'self.t = getattr(self, "t", 0) + 1\nfor key in params:',
        STEP: "params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key] / (1 - self.decay_rate**self.t)) + 1e-7)",
    },
    en="h is divided by 1 - decay_rate**t, as Adam does. RMSProp uses h as it is, though it is too small at first.",
    ja="Adam のように、h を 1 - decay_rate**t で割って補正しています。RMSProp では、はじめのうち小さすぎても h をそのまま使います。",
    hint_en="How far does the first step go by the formula of the statement?",
    hint_ja="問題文の式では、1 回目の更新でどれだけ動きますか。",
)

changed(
    "centred",
    {
        "for key in params:": 'self.m = getattr(self, "m", {})\nfor key in params:',
        STEP: (
            "self.m[key] = self.decay_rate * self.m.get(key, 0.0) + (1 - self.decay_rate) * grads[key]\n"
            "params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key] - self.m[key] ** 2) + 1e-7)"
        ),
    },
    en="The square of the averaged gradient is subtracted from h before the root (centred RMSProp, a variance). Here h is used as it is.",
    ja="平方根をとる前に、勾配の移動平均の 2 乗を h から引いています(分散を使う centered 版です)。ここでは h をそのまま使います。",
    hint_en="How many averages does the formula keep?",
    hint_ja="式の中に、移動平均はいくつありますか。",
)

changed(
    "adam-without-correction",
    {
        "for key in params:": 'self.m = getattr(self, "m", {})\nfor key in params:',
        STEP: (
            "self.m[key] = self.decay_rate * self.m.get(key, 0.0) + (1 - self.decay_rate) * grads[key]\n"
            "params[key] -= self.lr * self.m[key] / (np.sqrt(self.h[key]) + 1e-7)"
        ),
    },
    en="The numerator is an average of gradients too, as in Adam. RMSProp steps along the gradient itself.",
    ja="分子まで勾配の移動平均になっています(Adam の形です)。RMSProp の分子は勾配そのものです。",
    hint_en="How many averages does the formula keep?",
    hint_ja="式の中に、移動平均はいくつありますか。",
)

changed(families.root_forgotten, {STEP: "params[key] -= self.lr * grads[key] / (self.h[key] + 1e-7)"}, h="h")

changed(
    "h-made-anew",
    {H: "self.h[key] = (1 - self.decay_rate) * grads[key] ** 2"},
    en="h starts from 0 in every call (or is made anew), so that every step has the same length. The old h is part of the new one.",
    ja="呼ばれるたびに h が 0 から始まっていて(作り直していて)、毎回同じ幅だけ動きます。新しい h は古い h から作ります。",
    hint_en="Print h at the beginning of the second call of update.",
    hint_ja="2 回目の update のはじめで h を print してみましょう。",
)

changed(
    "h-updated-last",
    {H: STEP, STEP: H},
    en="The step is divided by the old h, which does not know the present gradient yet and is 0 in the first step: the parameters fly away.",
    ja="いまの勾配を入れる前の h で割っています。1 回目は h が 0 なので、パラメータが極端に大きく動いてしまいます。",
    hint_en="What is h in the first step when you divide by its root?",
    hint_ja="1 回目に平方根で割るとき、h はいくつですか。",
)

changed(
    "h-starts-at-one",
    {H_ZEROS: "self.h = {key: np.ones_like(value) for key, value in params.items()}"},
    en="h starts at 1 and not at 0.",
    ja="h が 0 ではなく 1 から始まっています。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)

changed(
    "starts-at-first-gradient",
    {H_ZEROS: "self.h = {key: g**2 for key, g in grads.items()}"},
    en="h starts at the square of the first gradient, so that the first step has the length lr. It starts at 0.",
    ja="h が最初の勾配の 2 乗から始まっていて、1 回目にちょうど lr だけ動きます。h は 0 から始めます。",
    hint_en="What is h after the first step with gradient g?",
    hint_ja="勾配 g で 1 回更新すると、h はいくつになりますか。",
)

changed(
    "one-h-per-key",
    {H: "self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * np.sum(grads[key] ** 2)"},
    en="h is one number for each key, from the sum over all its entries. Every entry has an h of its own.",
    ja="h がキーごとに 1 つの数(全要素の和)になっています。h は要素ごとに持ちます。",
    hint_en="What is the shape of h[key]?",
    hint_ja="h[key] の形状は何ですか。",
)

changed(
    "one-mean-h-per-key",
    {H: "self.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * np.mean(grads[key] ** 2)"},
    en="h is one number for each key, from the mean over all its entries. The mean in RMS is over time; every entry has an h of its own.",
    ja="h がキーごとに 1 つの数(全要素の平均)になっています。RMS の平均は時間についての平均で、h は要素ごとに持ちます。",
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
        H: "g = grads[key] + 1e-7\nself.h[key] = self.decay_rate * self.h[key] + (1 - self.decay_rate) * g**2",
        STEP: "params[key] -= self.lr * g / np.sqrt(self.h[key])",
    },
)

changed(
    "shared-by-keys",
    {H_ZEROS: "self.h = 0.0"},
    everywhere={"self.h[key]": "self.h"},
    en="All keys share one h, so each key's steps depend on the other keys' gradients, or their shapes clash.",
    ja="すべてのキーが 1 つの h を共有しています。ほかのキーの勾配まで混ざるか、形状が合わなくなります。",
    hint_en="How many arrays h are there with two parameters?",
    hint_ja="パラメータが 2 つあるとき、h はいくつ必要ですか。",
)

changed(
    "shared-by-optimizers",
    everywhere={"self.h": "type(self).h"},
    en="h belongs to the class (or is global), not to the object: a second optimizer goes on with the first one's averages.",
    ja="h がインスタンスではなくクラス(またはグローバル変数)にあります。2 つ目の RMSprop が 1 つ目の平均を引き継いでしまいます。",
    hint_en="Where is h made: in the class body, or in a method with self?",
    hint_ja="h を作っているのは、クラスの直下ですか、self を使うメソッドの中ですか。",
)

changed(families.unseen_by_the_caller, families.COPY_RETURNED, like="w = w - ...", plainly="w = w - 1")

changed(families.first_key_only, families.FIRST_KEY)

changed(families.last_key_only, families.LAST_KEY, costs="W has more than half of the points")

changed(families.paired_by_position, families.BY_POSITION)

changed(
    "decay-rate-ignored",
    {"self.lr = lr": "decay_rate = 0.99\nself.lr = lr"},
    en="decay_rate is written as 0.99, so what the caller asks for is ignored.",
    ja="decay_rate に 0.99 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.decay_rate?",
    hint_ja="self.decay_rate は、どこで使っていますか。",
)

changed(
    "decay-rate-ignored-0.9",
    {"self.lr = lr": "decay_rate = 0.9\nself.lr = lr"},
    en="decay_rate is written as 0.9, so what the caller asks for is ignored.",
    ja="decay_rate に 0.9 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.decay_rate?",
    hint_ja="self.decay_rate は、どこで使っていますか。",
)

changed(
    "default-0.9",
    {"def __init__(self, lr=0.01, decay_rate=0.99):": "def __init__(self, lr=0.01, decay_rate=0.9):"},
    en="Without an argument decay_rate is 0.9 (as in many libraries). The default here is 0.99.",
    ja="引数を省略すると decay_rate が 0.9 になっています(ほかのライブラリによくある値です)。ここでは 0.99 です。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)

changed(families.lr_ignored, {"self.lr = lr": "self.lr = 0.01"}, default="0.01")

changed(families.h_never_made, {"if self.h is None:": "if False:"}, h="h")

changed(
    families.carried_over,
    {
        "def __init__(self, lr=0.01, decay_rate=0.99):": "def __init__(self, lr=0.01, decay_rate=0.99, h={}):",
        "self.h = None": "self.h = h",
        "if self.h is None:\nself.h = {key: np.zeros_like(value) for key, value in params.items()}": "for key, value in params.items():\n    self.h.setdefault(key, np.zeros_like(value))",
    },
    form="",
    h="h",
)
