import numpy as np

from grader.authoring import changed, mistake

Y_AND_DY = 'y = params["W2"] @ z + params["b2"]\ndy = 2 * (y - t)'
RETURN = 'return {"W1": np.outer(du, x), "b1": du, "W2": dy * z, "b2": dy}'


def run(params, x, t):
    """u, z, y - t, as they are."""
    u = params["W1"] @ x + params["b1"]
    z = np.maximum(u, 0.0)
    return u, z, params["W2"] @ z + params["b2"] - t


def back(params, x, u, z, dy):
    """The four gradients from these values, rightly."""
    du = dy * params["W2"] * (u > 0)
    return {"W1": np.outer(du, x), "b1": du, "W2": dy * z, "b2": dy}


def right(params, x, t):
    u, z, error = run(params, x, t)
    return back(params, x, u, z, 2 * error)


changed(
    "factor-2-lost",
    {Y_AND_DY: 'u, z, dy = u, z, params["W2"] @ z + params["b2"] - t'},
    en="All gradients are half of what they should be: the 2 from the derivative of the square is lost. (This loss has no factor one half to cancel it.)",
    ja="すべての勾配が半分になっています。2 乗を微分したときの 2 が抜けています(この損失には、2 を打ち消す 1/2 が付いていません)。",
    hint_en="What is the derivative of (y - t)² with respect to y?",
    hint_ja="(y - t)² を y で微分すると何ですか。",
)


@mistake(
    "factor-2-lost-in-hidden-layer",
    en="The gradients of the hidden layer are half of what they should be; those of the output layer are right. The first factor of the chain is the same for both.",
    ja="隠れ層の勾配だけが半分になっています(出力層は合っています)。連鎖律の最初の因子はどちらの層でも同じです。",
    hint_en="What is the derivative of (y - t)² with respect to y?",
    hint_ja="(y - t)² を y で微分すると何ですか。",
)
def gradients(params, x, t):
    u, z, error = run(params, x, t)
    half = back(params, x, u, z, error)
    return {**right(params, x, t), "W1": half["W1"], "b1": half["b1"]}


@mistake(
    "factor-2-lost-in-output-layer",
    en="The gradients of the output layer are half of what they should be; those of the hidden layer are right. The first factor of the chain is the same for both.",
    ja="出力層の勾配だけが半分になっています(隠れ層は合っています)。連鎖律の最初の因子はどちらの層でも同じです。",
    hint_en="What is the derivative of (y - t)² with respect to y?",
    hint_ja="(y - t)² を y で微分すると何ですか。",
)
def gradients(params, x, t):
    u, z, error = run(params, x, t)
    half = back(params, x, u, z, error)
    return {**right(params, x, t), "W2": half["W2"], "b2": half["b2"]}


changed(
    "sign",
    {Y_AND_DY: 'u, z, y = u, z, params["W2"] @ z + params["b2"] - t\ndy = -2 * y'},
    en="All gradients have the wrong sign: t - y for y - t. Gradient descent would climb.",
    ja="すべての勾配の符号が逆です。y - t が t - y になっています。このままでは勾配降下法で損失が増えてしまいます。",
    hint_en="If y is above t, does the loss rise or fall when b2 grows?",
    hint_ja="y が t より大きいとき、b2 を増やすと損失は増えますか、減りますか。",
)

changed(
    "error-still-squared",
    {Y_AND_DY: 'u, z, y = u, z, params["W2"] @ z + params["b2"] - t\ndy = 2 * y**2'},
    en="The first factor is the loss (y - t)², or twice that, not its derivative: the square has to lose a power.",
    ja="最初の因子が、微分ではなく 2 (y - t)² になっています。2 乗を微分すると 1 乗になります。",
    hint_en="What is the derivative of (y - t)² with respect to y?",
    hint_ja="(y - t)² を y で微分すると何ですか。",
)

changed(
    "loss-for-first-factor",
    {Y_AND_DY: 'u, z, y = u, z, params["W2"] @ z + params["b2"] - t\ndy = y**2'},
    en="The first factor is the loss (y - t)² itself, not its derivative.",
    ja="最初の因子が、微分ではなく損失 (y - t)² そのものになっています。",
    hint_en="What is the derivative of (y - t)² with respect to y?",
    hint_ja="(y - t)² を y で微分すると何ですか。",
)

changed(
    "prediction-for-error",
    {Y_AND_DY: 'u, z, y = u, z, params["W2"] @ z + params["b2"] - t\ndy = 2 * (y + t)'},
    en="The first factor is 2 y: the target t does not occur in it.",
    ja="最初の因子が 2y になっていて、教師データ t が入っていません。",
    hint_en="What is the derivative of (y - t)² with respect to y?",
    hint_ja="(y - t)² を y で微分すると何ですか。",
)

changed(
    "error-left-out",
    {Y_AND_DY: "dy = 1.0"},
    en="The first factor, the slope of the loss, is missing everywhere: these are the gradients of y, not of L.",
    ja="最初の因子(損失の傾き)がどこにも入っていません。L ではなく y の勾配になっています。",
    hint_en="What should all gradients be if y equals t?",
    hint_ja="y と t が等しいとき、勾配はすべていくつになるはずですか。",
)


@mistake(
    "gate-lost",
    en="The gate of ReLU is missing in the hidden layer: a dead unit gets gradients, though nothing passes it.",
    ja="隠れ層の勾配に ReLU の微分 Θ(u) が入っていません。止まっているユニットにも勾配が流れています。",
    hint_en="If u is negative and a weight of that unit changes a little, does the loss change at all?",
    hint_ja="u が負のとき、そのユニットの重みを少し動かすと、損失は変わりますか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    du = 2 * error * params["W2"]
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "gate-lost-in-b1",
    en="The gate of ReLU is missing in b1; in W1 it is there. The bias takes the same path through the unit.",
    ja="b1 の勾配にだけ ReLU の微分 Θ(u) が入っていません(W1 には入っています)。バイアスも、同じユニットを通ります。",
    hint_en="If u is negative and a weight of that unit changes a little, does the loss change at all?",
    hint_ja="u が負のとき、そのユニットの重みを少し動かすと、損失は変わりますか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    return {**right(params, x, t), "b1": 2 * error * params["W2"]}


@mistake(
    "gate-lost-in-W1",
    en="The gate of ReLU is missing in W1; in b1 it is there. The weights take the same path through the unit.",
    ja="W1 の勾配にだけ ReLU の微分 Θ(u) が入っていません(b1 には入っています)。重みも、同じユニットを通ります。",
    hint_en="If u is negative and a weight of that unit changes a little, does the loss change at all?",
    hint_ja="u が負のとき、そのユニットの重みを少し動かすと、損失は変わりますか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    return {**right(params, x, t), "W1": np.outer(2 * error * params["W2"], x)}


@mistake(
    "relu-for-its-derivative",
    en="The gate was taken for ReLU itself: the chain is multiplied by z (or by u), not by Θ(u), which is 1 or 0.",
    ja="ReLU の微分のところで、Θ(u)(1 か 0)ではなく ReLU の値 z を掛けています。",
    hint_en="How steep is ReLU at u = 1, and at u = 3?",
    hint_ja="ReLU の傾きは、u = 1 と u = 3 でそれぞれいくつですか。",
)
def gradients(params, x, t):
    _, z, error = run(params, x, t)
    du = 2 * error * params["W2"] * z
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "gate-open-at-zero",
    en="The gate is open where u is exactly 0 (u >= 0). Here Θ(0) is 0.",
    ja="u がちょうど 0 のところで勾配を流しています(条件が u >= 0 になっています)。ここでは Θ(0) = 0 とします。",
    hint_en="On which side of your comparison does u = 0 fall?",
    hint_ja="u = 0 は、比較のどちら側に入っていますか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * (u >= 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "gate-half-open-at-zero",
    en="Half of the gradient passes where u is exactly 0. Here Θ(0) is 0.",
    ja="u がちょうど 0 のところで勾配を半分流しています。ここでは Θ(0) = 0 とします。",
    hint_en="The statement says which of the possible values at the kink is meant.",
    hint_ja="折れ曲がる点での値をどう決めているか、問題文を読み直しましょう。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * np.heaviside(u, 0.5)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "gate-inverted",
    en="The gate is the wrong way round: live units get no gradient, dead ones do.",
    ja="ゲートの向きが逆です。信号が通ったユニットに勾配が流れず、止まっているユニットに流れています。",
    hint_en="If u is negative and a weight of that unit changes a little, does the loss change at all?",
    hint_ja="u が負のとき、そのユニットの重みを少し動かすと、損失は変わりますか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * (u <= 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "gate-from-x",
    en="The gate looks at the sign of x. What decides is u, the sum that went into ReLU.",
    ja="ゲートを x の符号で決めています。決めるのは、ReLU に入った u です。",
    hint_en="Of which quantity did the forward pass take the maximum with 0?",
    hint_ja="順伝播で 0 と比べたのは、どの量ですか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * (x > 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "gate-from-dz",
    en="The gate looks at the sign of the gradient that arrives at z (ReLU was applied to it). What decides is u.",
    ja="ゲートを、z に届いた勾配の符号で決めています(勾配に ReLU をかけています)。決めるのは u です。",
    hint_en="Can a negative gradient pass a unit whose u is positive?",
    hint_ja="u が正のユニットを、負の勾配は通れますか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    du = np.maximum(2 * error * params["W2"], 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "gate-of-one-unit-for-both",
    en="Both units are given the gate of the first. Each has its own u.",
    ja="両方のユニットに、1 番目のユニットのゲートを使っています。u はユニットごとに違います。",
    hint_en="For the weights of the second unit, which u belongs into Θ?",
    hint_ja="2 番目のユニットの重みでは、Θ に入れるのはどの u ですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * (u[0] > 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "output-weight-lost",
    en="The weight that leads from the hidden unit to the output is missing in the gradients of W1 and b1.",
    ja="W1 と b1 の勾配に、隠れ層のユニットから出力へ向かう重みが入っていません。",
    hint_en="Write down the four factors of the path from w to the loss. Which one does your code lack?",
    hint_ja="w から損失までの道筋にある 4 つの因子を書き出しましょう。コードに入っていないのはどれですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * (u > 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "output-weight-lost-in-b1",
    en="The weight that leads from the hidden unit to the output is missing in the gradient of b1; in W1 it is there.",
    ja="b1 の勾配にだけ、隠れ層のユニットから出力へ向かう重みが入っていません(W1 には入っています)。",
    hint_en="Write down the four factors of the path from w to the loss. Which one does your code lack?",
    hint_ja="w から損失までの道筋にある 4 つの因子を書き出しましょう。コードに入っていないのはどれですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    return {**right(params, x, t), "b1": 2 * error * (u > 0)}


@mistake(
    "output-weight-and-gate-lost-in-b1",
    en="The gradient of b1 is 2 (y - t) for both units, as for the bias of the output. Between b1 and y stand the gate and the output weight.",
    ja="b1 の勾配が、どちらのユニットでも 2 (y - t) になっています。それは出力層のバイアスの勾配です。b1 と y の間には、ゲートと出力層の重みがあります。",
    hint_en="Write down the four factors of the path from w to the loss. Which one does your code lack?",
    hint_ja="w から損失までの道筋にある 4 つの因子を書き出しましょう。コードに入っていないのはどれですか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    return {**right(params, x, t), "b1": 2 * error * np.ones(2)}


@mistake(
    "output-weights-of-the-other-unit",
    en="Each hidden unit is given the output weight of the other.",
    ja="隠れ層の各ユニットに、もう一方のユニットの出力層の重みを掛けています。",
    hint_en="Which entry of W2 leads from the first hidden unit to y?",
    hint_ja="1 番目のユニットから y へ向かうのは、W2 のどの要素ですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"][::-1] * (u > 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "output-weights-summed",
    en="Every hidden unit is given the sum of the output weights. Each has one way to the output, with a weight of its own.",
    ja="隠れ層の各ユニットに、出力層の重みの和を掛けています。ユニットから出力への道は 1 本ずつで、重みもそれぞれ違います。",
    hint_en="Which entry of W2 leads from the first hidden unit to y?",
    hint_ja="1 番目のユニットから y へ向かうのは、W2 のどの要素ですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * np.sum(params["W2"]) * (u > 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "hidden-weight-for-output-weight",
    en="In the gradient of W1 stands the hidden weight itself, where the output weight belongs. Document 002 calls both w11; the one in its product leads from the hidden unit to the output.",
    ja="W1 の勾配で、出力層の重みを掛けるところに、隠れ層の重みそのものを掛けています。資料 002 ではどちらも w11 と書かれていますが、積に出てくるのは、隠れ層のユニットから出力へ向かう重みです。",
    hint_en="What is the derivative of y with respect to z1? Of which layer is the weight in it?",
    hint_ja="y を z1 で微分すると何ですか。そこに出てくるのは、どちらの層の重みですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    return {**right(params, x, t), "W1": 2 * error * params["W1"] * np.outer(u > 0, x)}


@mistake(
    "hidden-weight-for-output-weight-and-no-b1",
    en="In the gradient of W1 stands the hidden weight itself, where the output weight belongs (document 002 calls both w11), and the gradient of b1 is 0 (document 002 does not write it down, but there is one).",
    ja="W1 の勾配で、出力層の重みを掛けるところに、隠れ層の重みそのものを掛けています(資料 002 ではどちらも w11 と書かれています)。また、b1 の勾配が 0 になっています(資料 002 に式はありませんが、0 ではありません)。",
    hint_en="What is the derivative of y with respect to z1? Of which layer is the weight in it?",
    hint_ja="y を z1 で微分すると何ですか。そこに出てくるのは、どちらの層の重みですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    return {**right(params, x, t), "W1": 2 * error * params["W1"] * np.outer(u > 0, x), "b1": np.zeros(2)}


@mistake(
    "hidden-diagonal-for-output-weights",
    en="For the output weights v1 and v2 your chain uses w11 and w22 of the hidden layer. Document 002 calls the weights of both layers w; the one in its product leads from the hidden unit to the output.",
    ja="出力層の重み v1、v2 のところに、隠れ層の w11、w22 を使っています。資料 002 ではどちらの層の重みも w と書かれていますが、積に出てくるのは、隠れ層のユニットから出力へ向かう重みです。",
    hint_en="What is the derivative of y with respect to z1? Of which layer is the weight in it?",
    hint_ja="y を z1 で微分すると何ですか。そこに出てくるのは、どちらの層の重みですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * np.diag(params["W1"]) * (u > 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "hidden-first-row-for-output-weights",
    en="For the output weights v1 and v2 your chain uses w11 and w12, the first row of the hidden layer. Document 002 calls the weights of both layers w; those in its product are the output layer's.",
    ja="出力層の重み v1、v2 のところに、隠れ層の w11、w12(1 行目)を使っています。資料 002 ではどちらの層の重みも w と書かれていますが、積に出てくるのは出力層の重みです。",
    hint_en="What is the derivative of y with respect to z1? Of which layer is the weight in it?",
    hint_ja="y を z1 で微分すると何ですか。そこに出てくるのは、どちらの層の重みですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W1"][0] * (u > 0)
    return {**right(params, x, t), "W1": np.outer(du, x), "b1": du}


@mistake(
    "bias-gradients-zero",
    en="Both bias gradients are 0. A bias is a constant for x, but not for the loss: if it grows, y moves.",
    ja="バイアスの勾配が両方とも 0 になっています。x から見れば定数でも、バイアスを動かせば y は動くので、損失も変わります。",
    hint_en="If the bias grows by 0.1, does y change? So can its gradient be what you return?",
    hint_ja="バイアスを 0.1 増やすと y は変わりますか。いま返している勾配でよいでしょうか。",
)
def gradients(params, x, t):
    return {**right(params, x, t), "b1": np.zeros(2), "b2": 0.0}


@mistake(
    "b1-gradient-zero",
    en="The gradient of b1 is 0. If b1 grows, u grows, and with it y.",
    ja="b1 の勾配が 0 になっています。b1 を増やすと u が増え、y も動きます。",
    hint_en="If the bias grows by 0.1, does y change? So can its gradient be what you return?",
    hint_ja="バイアスを 0.1 増やすと y は変わりますか。いま返している勾配でよいでしょうか。",
)
def gradients(params, x, t):
    return {**right(params, x, t), "b1": np.zeros(2)}


@mistake(
    "b2-gradient-zero",
    en="The gradient of b2 is 0. If b2 grows, y grows by as much.",
    ja="b2 の勾配が 0 になっています。b2 を増やすと、y も同じだけ増えます。",
    hint_en="If the bias grows by 0.1, does y change? So can its gradient be what you return?",
    hint_ja="バイアスを 0.1 増やすと y は変わりますか。いま返している勾配でよいでしょうか。",
)
def gradients(params, x, t):
    return {**right(params, x, t), "b2": 0.0}


@mistake(
    "bias-gradients-one",
    en="The bias gradients are 1, their last factor alone. The rest of the chain belongs to them too.",
    ja="バイアスの勾配が 1 になっています。それは最後の因子だけで、連鎖律の残りの因子も掛かります。",
    hint_en="Write down the four factors of the path from w to the loss. Which one does your code lack?",
    hint_ja="w から損失までの道筋にある 4 つの因子を書き出しましょう。コードに入っていないのはどれですか。",
)
def gradients(params, x, t):
    return {**right(params, x, t), "b1": np.ones(2), "b2": 1.0}


@mistake(
    "times-the-bias",
    en="The bias gradients are multiplied by the biases themselves. A bias is added, so its last factor is 1.",
    ja="バイアスの勾配に、バイアスの値そのものが掛かっています。バイアスは足されるだけなので、最後の因子は 1 です。",
    hint_en="What is the derivative of u with respect to b?",
    hint_ja="u を b で微分すると何ですか。",
)
def gradients(params, x, t):
    grads = right(params, x, t)
    return {**grads, "b1": grads["b1"] * params["b1"], "b2": grads["b2"] * params["b2"]}


@mistake(
    "times-the-weight",
    en="The gradient of W2 is 2 (y - t) times W2 itself. The slope of a product along one factor is the other.",
    ja="W2 の勾配が、2 (y - t) に W2 そのものを掛けたものになっています。積の一方についての傾きは、もう一方の値です。",
    hint_en="In y, what is v1 multiplied by?",
    hint_ja="y の式で、v1 に掛かっているのは何ですか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    return {**right(params, x, t), "W2": 2 * error * params["W2"]}


@mistake(
    "u-for-z-in-W2",
    en="The gradient of W2 is taken with u, the value before ReLU. What W2 multiplies is z.",
    ja="W2 の勾配に、ReLU に通す前の u を使っています。W2 に掛かっているのは z です。",
    hint_en="What should the gradient of v2 be if the second unit is dead?",
    hint_ja="2 番目のユニットが止まっているとき、v2 の勾配はいくつのはずですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    return {**right(params, x, t), "W2": 2 * error * u}


@mistake(
    "x-for-z-in-W2",
    en="The gradient of W2 is taken with the inputs x. What W2 multiplies are the outputs z of the hidden units.",
    ja="W2 の勾配に、入力 x を使っています。W2 に掛かっているのは、隠れ層の出力 z です。",
    hint_en="In y, what is v1 multiplied by?",
    hint_ja="y の式で、v1 に掛かっているのは何ですか。",
)
def gradients(params, x, t):
    _, _, error = run(params, x, t)
    return {**right(params, x, t), "W2": 2 * error * x}


@mistake(
    "gate-for-z-in-W2",
    en="The gradient of W2 contains the gate Θ(u) where z belongs.",
    ja="W2 の勾配で、z のところに Θ(u) を使っています。",
    hint_en="In y, what is v1 multiplied by?",
    hint_ja="y の式で、v1 に掛かっているのは何ですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    return {**right(params, x, t), "W2": 2 * error * (u > 0)}


@mistake(
    "z-for-x-in-W1",
    en="The gradient of W1 is taken with z. What W1 multiplies are the inputs x.",
    ja="W1 の勾配に z を使っています。W1 に掛かっているのは、入力 x です。",
    hint_en="In u, what is w11 multiplied by?",
    hint_ja="u の式で、w11 に掛かっているのは何ですか。",
)
def gradients(params, x, t):
    u, z, error = run(params, x, t)
    du = 2 * error * params["W2"] * (u > 0)
    return {**right(params, x, t), "W1": np.outer(du, z)}


@mistake(
    "x-lost-in-W1",
    en="The last factor of W1, the input x, is missing: every row of its gradient holds one number twice.",
    ja="W1 の勾配に、最後の因子の x が入っていません。各行に同じ数が並んでいます。",
    hint_en="Write down the four factors of the path from w to the loss. Which one does your code lack?",
    hint_ja="w から損失までの道筋にある 4 つの因子を書き出しましょう。コードに入っていないのはどれですか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * (u > 0)
    return {**right(params, x, t), "W1": np.outer(du, np.ones(2))}


changed(
    "W1-gradient-transposed",
    {RETURN: 'y = {"W1": np.outer(du, x), "b1": du, "W2": dy * z, "b2": dy}\nreturn {**y, "W1": y["W1"].T}'},
    en="The gradient of W1 is transposed. Row i of W1 leads to hidden unit i, so row i of its gradient belongs to that unit too.",
    ja="W1 の勾配が転置されています。W1 の行 i は隠れ層のユニット i に入る重みなので、勾配の行 i もそのユニットのものです。",
    hint_en="If the second unit is dead, which row of the gradient must be 0?",
    hint_ja="2 番目のユニットが止まっているとき、勾配のどの行が 0 になるはずですか。",
)


@mistake(
    "columns-for-units",
    en="The whole computation takes the columns of W1 for the units (x @ W1, as in ゼロから作るDeepLearning). Here, as in document 002, row i leads to unit i.",
    ja="計算全体で、W1 の列をユニットに対応させています(x @ W1、『ゼロから作るDeepLearning』の並べ方)。ここでは資料 002 と同じく、行 i がユニット i に対応します。",
    hint_en="Compute y for the example of the statement: is it 3?",
    hint_ja="問題文の例で y を計算してみましょう。3 になりますか。",
)
def gradients(params, x, t):
    grads = right({**params, "W1": params["W1"].T}, x, t)
    return {**grads, "W1": grads["W1"].T}


@mistake(
    "columns-for-units-in-forward",
    en="The forward pass computes x @ W1, which takes the columns of W1 for the units. Here row i leads to unit i. (The gradient of W1 has its rows where they belong.)",
    ja="順伝播で x @ W1 を計算していて、W1 の列をユニットに対応させています。ここでは行 i がユニット i に対応します(勾配の行の並びは合っています)。",
    hint_en="Compute y for the example of the statement: is it 3?",
    hint_ja="問題文の例で y を計算してみましょう。3 になりますか。",
)
def gradients(params, x, t):
    return right({**params, "W1": params["W1"].T}, x, t)


@mistake(
    "product-without-pairs",
    en="The gradient of W1 has only two numbers, unit i with input i. Every unit is connected with every input: there are four.",
    ja="W1 の勾配に、ユニット i と入力 i の組だけの 2 つの数しかありません。すべてのユニットがすべての入力とつながっているので、4 つあります。",
    hint_en="Which product of two arrays of length 2 gives all four pairs?",
    hint_ja="要素 2 つの配列どうしから、4 通りの積をすべて作るにはどうしますか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * (u > 0)
    return {**right(params, x, t), "W1": du * x}


@mistake(
    "diagonal-only",
    en="The gradient of W1 is 0 off the diagonal: only w11 and w22 were worked out. Every unit is connected with every input.",
    ja="W1 の勾配の対角成分以外が 0 になっています。w11 と w22 しか計算していません。すべてのユニットがすべての入力とつながっています。",
    hint_en="If w12 grows by 0.1, does u1 change?",
    hint_ja="w12 を 0.1 増やすと、u1 は変わりますか。",
)
def gradients(params, x, t):
    grads = right(params, x, t)
    return {**grads, "W1": grads["W1"] * np.eye(2)}


@mistake(
    "row-times-x-by-broadcasting",
    en="The gradient of W1 is du * x repeated in both rows: numpy's broadcasting pairs unit i with input i. Every unit is to be paired with every input.",
    ja="W1 の勾配の両方の行に du * x が入っています。ブロードキャストのため、ユニット i と入力 i だけが掛け合わされています。ユニットと入力のすべての組み合わせが必要です。",
    hint_en="Which axis of the gradient belongs to the units, and which to the inputs?",
    hint_ja="勾配のどちらの軸がユニットに、どちらの軸が入力に対応しますか。",
)
def gradients(params, x, t):
    u, _, error = run(params, x, t)
    du = 2 * error * params["W2"] * (u > 0)
    return {**right(params, x, t), "W1": np.ones((2, 2)) * du * x}


@mistake(
    "first-unit-only",
    en="Only the partials of w11, the first bias and v1 were worked out, as document 002 shows them; the others are 0.",
    ja="資料 002 に例として出てくる w11 と、1 番目のバイアス、v1 だけを計算していて、ほかの要素が 0 になっています。",
    hint_en="The network has nine parameters. How many of them have a gradient in your dict?",
    hint_ja="このネットワークのパラメータは 9 個です。ディクショナリの中で勾配が入っているのは何個ですか。",
)
def gradients(params, x, t):
    grads = right(params, x, t)
    first = np.array([1.0, 0.0])
    return {**grads, "W1": grads["W1"] * np.outer(first, first), "b1": grads["b1"] * first}


changed(
    "relu-left-out",
    {
        'u = params["W1"] @ x + params["b1"]\nz = np.maximum(u, 0.0)\ny = params["W2"] @ z + params["b2"]\ndy = 2 * (y - t)\ndu = dy * params["W2"] * (u > 0)': 'z = params["W1"] @ x + params["b1"]\ndy = 2 * (params["W2"] @ z + params["b2"] - t)\ndu = dy * params["W2"]'
    },
    en="There is no ReLU at all, forward or back: the network is linear.",
    ja="順伝播にも逆伝播にも ReLU がなく、線形なネットワークになっています。",
    hint_en="Compute y for the example of the statement: is it 3?",
    hint_ja="問題文の例で y を計算してみましょう。3 になりますか。",
)

changed(
    "relu-left-out-of-forward",
    {
        'z = np.maximum(u, 0.0)\ny = params["W2"] @ z + params["b2"]\ndy = 2 * (y - t)': 'z = u\ndy = 2 * (params["W2"] @ u + params["b2"] - t)'
    },
    en="The forward pass leaves ReLU out, so y is that of a linear network; backward has the gate.",
    ja="順伝播に ReLU がないため、y が線形なネットワークの値になっています(逆伝播のゲートはあります)。",
    hint_en="Compute y for the example of the statement: is it 3?",
    hint_ja="問題文の例で y を計算してみましょう。3 になりますか。",
)

changed(
    "relu-on-output",
    {
        Y_AND_DY: 'u, z, error = u, z, params["W2"] @ z + params["b2"] - t\ny = error + t\ndy = 2 * (max(y, 0.0) - t) * (y > 0)'
    },
    en="ReLU is applied to the output as well. In a regression the output has none.",
    ja="出力層にも ReLU をかけています。回帰の出力層には活性化関数がありません(恒等関数です)。",
    hint_en="Can the y of this network be negative?",
    hint_ja="このネットワークの y は負になることがありますか。",
)

changed(
    "relu-on-output-in-forward",
    {Y_AND_DY: 'u, z, y = u, z, params["W2"] @ z + params["b2"] - t\ndy = 2 * (max(y + t, 0.0) - t)'},
    en="The forward pass applies ReLU to the output as well. In a regression the output has none.",
    ja="順伝播で出力層にも ReLU をかけています。回帰の出力層には活性化関数がありません(恒等関数です)。",
    hint_en="Can the y of this network be negative?",
    hint_ja="このネットワークの y は負になることがありますか。",
)


@mistake(
    "b1-left-out-of-forward",
    en="The forward pass forgets b1: u is W1 @ x alone.",
    ja="順伝播で b1 を足していません。u が W1 @ x だけになっています。",
    hint_en="Compute y for the example of the statement: is it 3?",
    hint_ja="問題文の例で y を計算してみましょう。3 になりますか。",
)
def gradients(params, x, t):
    u, z, error = run({**params, "b1": 0.0}, x, t)
    return back(params, x, u, z, 2 * error)


@mistake(
    "b2-left-out-of-forward",
    en="The forward pass forgets b2: y is W2 @ z alone.",
    ja="順伝播で b2 を足していません。y が W2 @ z だけになっています。",
    hint_en="Compute y for the example of the statement: is it 3?",
    hint_ja="問題文の例で y を計算してみましょう。3 になりますか。",
)
def gradients(params, x, t):
    u, z, error = run({**params, "b2": 0.0}, x, t)
    return back(params, x, u, z, 2 * error)


changed(
    "W2-gradient-in-b1",
    {RETURN: 'y = {"W1": np.outer(du, x), "b1": du, "W2": dy * z, "b2": dy}\nreturn {**y, "b1": y["W2"]}'},
    en="The gradients of b1 hold 2 (y - t) z: they are those of W2.",
    ja="b1 に W2 の勾配(2 (y - t) z)が入っています。",
    hint_en="Follow the path from b1 to the loss. Does z occur as a factor?",
    hint_ja="b1 から損失までの道筋をたどってみましょう。z が因子として出てきますか。",
)


@mistake(
    "hidden-layer-with-updated-W2",
    en="W2 is updated (with a learning rate of 0.1) before the hidden layer's gradients are taken. They belong to the W2 of the forward pass.",
    ja="W2 を更新してから(学習係数 0.1)、隠れ層の勾配を計算しています。使うのは順伝播のときの W2 です。",
    hint_en="Is W2 the same when you compute W2's gradient and when you compute W1's?",
    hint_ja="W2 の勾配を計算するときと W1 の勾配を計算するときで、W2 は同じ値ですか。",
)
def gradients(params, x, t):
    grads = right(params, x, t)
    u, z, error = run(params, x, t)
    later = back({**params, "W2": params["W2"] - 0.1 * grads["W2"]}, x, u, z, 2 * error)
    return {**grads, "W1": later["W1"], "b1": later["b1"]}


@mistake(
    "b2-in-an-array",
    en="The gradient of b2 is an array with one entry, where b2 is a number: the shapes must agree.",
    ja="b2 は数なのに、勾配が要素 1 つの配列になっています。形状を合わせます。",
    hint_en='Compare np.shape of your gradient with np.shape of params["b2"].',
    hint_ja='勾配の np.shape と params["b2"] の np.shape を比べてみましょう。',
)
def gradients(params, x, t):
    grads = right(params, x, t)
    return {**grads, "b2": np.array([grads["b2"]]).ravel()}


@mistake(
    "b1-summed",
    en="The gradient of b1 is one number, the sum over the hidden units. Each unit has a bias of its own.",
    ja="b1 の勾配が、隠れ層のユニットについて合計した 1 つの数になっています。バイアスはユニットごとにあります。",
    hint_en='Compare the shape of your gradient with params["b1"].shape.',
    hint_ja='勾配の形状と params["b1"] の形状を比べてみましょう。',
)
def gradients(params, x, t):
    grads = right(params, x, t)
    return {**grads, "b1": np.sum(grads["b1"])}


changed(
    "parentheses-lost-in-first-factor",
    {Y_AND_DY: 'y = params["W2"] @ z + params["b2"]\ndy = 2 * y - t'},
    en="The first factor is 2 y - t, where it should be 2 (y - t): the 2 belongs to both terms of the difference.",
    ja="最初の因子が 2 (y - t) ではなく 2y - t になっています。2 は差全体に掛かります。",
    hint_en="What should all gradients be if y equals t? Work the first factor out for y = t = 1.",
    hint_ja="y と t が等しいとき、勾配はすべていくつになるはずですか。y = t = 1 として最初の因子を計算してみましょう。",
)

changed(
    "parentheses-lost-with-the-2-behind",
    {Y_AND_DY: 'y = params["W2"] @ z + params["b2"]\ndy = y - t * 2'},
    en="The first factor is y - 2 t, where it should be 2 (y - t): the 2 belongs to both terms of the difference.",
    ja="最初の因子が 2 (y - t) ではなく y - 2t になっています。2 は差全体に掛かります。",
    hint_en="What should all gradients be if y equals t? Work the first factor out for y = t = 1.",
    hint_ja="y と t が等しいとき、勾配はすべていくつになるはずですか。y = t = 1 として最初の因子を計算してみましょう。",
)

changed(
    "number-called",
    {Y_AND_DY: 'y = params["W2"] @ z + params["b2"]\ndy = int(2)(y - t)'},
    en="A number is called as if it were a function: a * is missing before parentheses, as in 2(y - t), or a number was stored under a function's name.",
    ja="数を関数のように呼び出しています。2(y - t) のようにかっこの前の * が抜けているか、関数の名前に数を代入しています。",
    hint_en="Look at the line that the error names. What stands directly before an opening parenthesis there?",
    hint_ja="エラーの出た行を見てみましょう。開きかっこのすぐ前に何がありますか。",
)

changed(
    "x-of-the-unit-in-W1",
    {RETURN: 'return {"W1": np.outer(du * x, np.ones(2)), "b1": du, "W2": dy * z, "b2": dy}'},
    en="In the gradient of W1 the input is chosen by the row: the first row has x1 as its last factor in both places, the second x2. The row tells the unit, the column the input.",
    ja="W1 の勾配で、x の要素を行の番号で選んでいます(1 行目はどちらも x1、2 行目はどちらも x2 が掛かっています)。行はユニット、列は入力に対応します。",
    hint_en="In u1, what is w12 multiplied by?",
    hint_ja="u1 の式で、w12 に掛かっているのは何ですか。",
)
