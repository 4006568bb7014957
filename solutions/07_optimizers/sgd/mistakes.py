from grader.authoring import changed, families

STEP = "params[key] -= self.lr * grads[key]"

changed(
    "ascent",
    {STEP: "params[key] += self.lr * grads[key]"},
    en="lr * g is added. The gradient points to where the loss grows, so the parameters climb; a step goes the other way.",
    ja="lr * g を足しています。勾配は損失が増える向きなので、これでは損失を増やす方向に進みます。",
    hint_en="The gradient is 2 at some weight. Should that weight become larger or smaller?",
    hint_ja="勾配が 2 の重みは、大きくするべきですか、小さくするべきですか。",
)

changed(families.unseen_by_the_caller, families.COPY_RETURNED, like="w = w - ...", plainly="w = w - 1")

changed(
    "set-to-the-step",
    {STEP: "params[key] = -self.lr * grads[key]"},
    en="params[key] became -lr * g itself: the old value is lost. Is it `=-` where `-=` was meant?",
    ja="params[key] が -lr * g そのものになり、元の値が消えています。`-=` のつもりで `=-` と書いていませんか。",
    hint_en="Where does the old value of params[key] occur in your line?",
    hint_ja="その行のどこに、params[key] の元の値が出てきますか。",
)

changed(
    "lr-forgotten",
    {STEP: "params[key] -= grads[key]"},
    en="The whole gradient is subtracted: lr takes no part in the step.",
    ja="勾配をそのまま引いていて、学習係数 lr が掛けられていません。",
    hint_en="How should the step change when lr is halved?",
    hint_ja="lr を半分にしたら、動く幅はどう変わるはずですか。",
)

changed(
    "divided-by-lr",
    {STEP: "params[key] -= grads[key] / self.lr"},
    en="The gradient is divided by lr. A small lr should make the step small.",
    ja="勾配を lr で割っています。lr が小さいほど、動く幅は小さくなるはずです。",
    hint_en="What is the step for g = 1 and lr = 0.1?",
    hint_ja="g = 1、lr = 0.1 のとき、どれだけ動きますか。",
)

changed(
    families.lr_ignored,
    {"self.lr = lr": "self.lr = 0.01"},
    hint_en="Where do you use the lr that __init__ was given?",
    hint_ja="__init__ に渡された lr は、どこで使っていますか。",
    default="0.01",
)

changed(
    "default-a-tenth",
    {"def __init__(self, lr=0.01):": "def __init__(self, lr=0.001):"},
    en="Without an argument lr is 0.001 (that is Adam's). For SGD the default is 0.01.",
    ja="引数を省略すると lr が 0.001 になっています(Adam の値です)。SGD では 0.01 です。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)

changed(
    "default-ten-times",
    {"def __init__(self, lr=0.01):": "def __init__(self, lr=0.1):"},
    en="Without an argument lr is 0.1. The default is 0.01.",
    ja="引数を省略すると lr が 0.1 になっています。0.01 のはずです。",
    hint_en="Compare the signature with the one in the statement.",
    hint_ja="引数の既定値を問題文と見比べましょう。",
)

changed(
    "lr-shared-by-optimizers",
    {"self.lr = lr": "type(self).lr = lr"},
    en="lr belongs to the class (or is global), not to the object: the optimizer made last decides for all.",
    ja="lr がインスタンスではなくクラス(またはグローバル変数)にあります。最後に作った SGD の lr が、すべての SGD に効いてしまいます。",
    hint_en="Where should each optimizer keep its own lr?",
    hint_ja="SGD ごとの lr は、どこに持たせればよいでしょうか。",
)

changed(families.first_key_only, families.FIRST_KEY)

changed(families.last_key_only, families.LAST_KEY)

changed(
    "biases-left",
    {STEP: "if params[key].ndim > 1:\n    params[key] -= self.lr * grads[key]"},
    en="Only the weights move. Biases are parameters too: every key in the dict is updated.",
    ja="重みしか更新していません。バイアスもパラメータなので、すべてのキーを更新します。",
    hint_en="Which keys did not change?",
    hint_ja="変わっていないキーはどれですか。",
)

changed(families.paired_by_position, families.BY_POSITION)

changed(
    "sign-only",
    {STEP: "params[key] -= self.lr * np.sign(grads[key])"},
    en="Every entry moves by lr, whatever its gradient. The step is lr times the gradient, so a steep entry goes further.",
    ja="勾配の大きさに関係なく、どの要素も lr だけ動いています。更新幅は lr と勾配の積なので、勾配が大きいほど大きく動きます。",
    hint_en="Where does the size of the gradient go?",
    hint_ja="勾配の大きさは、どこへ消えましたか。",
)

changed(
    "gradient-normalised",
    {STEP: "params[key] -= self.lr * grads[key] / np.linalg.norm(grads[key])"},
    en="The gradient is divided by its length first, so that only its direction counts. SGD uses it as it is.",
    ja="勾配をその大きさ(ノルム)で割ってから使っています。SGD では勾配をそのまま使います。",
    hint_en="If the gradient doubles, how should the step change?",
    hint_ja="勾配が 2 倍になったら、動く幅はどう変わるはずですか。",
)

changed(
    "divided-by-rows",
    {STEP: "params[key] -= self.lr * grads[key] / len(grads[key])"},
    en="The gradient is divided by its number of rows, as if that were the batch. The loss has been averaged over the batch already, and grads[key] has the shape of the parameter.",
    ja="勾配を行数で割っています。バッチの平均のつもりかもしれませんが、平均は損失の側でとってあり、grads[key] の形状はパラメータの形状です。",
    hint_en="What does the first axis of grads[key] count?",
    hint_ja="grads[key] の最初の軸は、何を数えていますか。",
)

changed(
    "mean-of-the-gradient",
    {STEP: "params[key] -= self.lr * np.mean(grads[key])"},
    en="All entries of a parameter move by the same amount: the mean of its gradient. Every entry has a gradient of its own.",
    ja="1 つのパラメータの要素が、どれも勾配の平均の分だけ同じように動いています。勾配は要素ごとに違います。",
    hint_en="Is there anything to sum or to average in the formula?",
    hint_ja="式の中に、和や平均をとるところがありますか。",
)

changed(
    "momentum",
    {
        "self.lr = lr": "self.lr = lr\nself.v = {}",
        STEP: "self.v[key] = 0.9 * self.v.get(key, 0.0) - self.lr * grads[key]\nparams[key] += self.v[key]",
    },
    en="A velocity is carried from step to step: that is Momentum. SGD remembers nothing.",
    ja="前回の更新の勢いを引き継いでいます。それは Momentum です。SGD は何も引き継ぎません。",
    hint_en="What does the second step depend on?",
    hint_ja="2 回目の更新は、何だけで決まるはずですか。",
)

changed(
    "gradients-added-up",
    {
        "self.lr = lr": "self.lr = lr\nself.sum = {}",
        STEP: "self.sum[key] = self.sum.get(key, 0.0) + grads[key]\nparams[key] -= self.lr * self.sum[key]",
    },
    en="The gradients of earlier steps are added to the present one. A step uses the gradients it is given, no others.",
    ja="これまでの勾配をすべて足し込んで使っています。1 回の更新で使うのは、そのとき渡された勾配だけです。",
    hint_en="What does the second step depend on?",
    hint_ja="2 回目の更新は、何だけで決まるはずですか。",
)

changed(
    "first-gradients-kept",
    {
        STEP: 'self.first = getattr(self, "first", {})\nparams[key] -= self.lr * self.first.setdefault(key, grads[key].copy())'
    },
    en="The gradients of the first call are used in every step.",
    ja="最初に渡された勾配を、2 回目以降も使い続けています。",
    hint_en="Is anything in self set in the first call only?",
    hint_ja="最初の呼び出しでしか代入していない self の変数はありませんか。",
)

changed(
    "lr-decays",
    families.COUNTED | {STEP: "params[key] -= self.lr / self.t * grads[key]"},
    en="lr becomes smaller from step to step. That is a schedule; here lr stays as it is.",
    ja="更新のたびに lr が小さくなっています。それは学習係数の減衰です。ここでは lr を変えません。",
    hint_en="If the gradient is 1 in every step, how far should the tenth step go?",
    hint_ja="勾配がいつも 1 なら、10 回目の更新ではどれだけ動くはずですか。",
)

changed(
    "weights-shrunk",
    {STEP: "params[key] = (1 - self.lr) * params[key] - self.lr * grads[key]"},
    en="The old value is multiplied by 1 - lr, as in a weighted average. The old value stays whole; only lr * g is taken off.",
    ja="元の値に 1 - lr を掛けています(移動平均の形です)。元の値はそのまま残し、lr * g だけを引きます。",
    hint_en="Where should a parameter go whose gradient is 0?",
    hint_ja="勾配が 0 のパラメータは、どこへ動くべきですか。",
)
