from grader.authoring import changed, families, mistake, reference

DELTA1 = "delta1 = (delta2 @ W2.T) * (u1 > 0)"
DB1 = '"b1": np.sum(delta1, axis=0),'
DB2 = '"b2": np.sum(delta2, axis=0),'

changed(
    "units-that-are-off-let-through",
    {DELTA1: "delta1 = (delta2 @ W2.T) * (z1 >= 0)"},
    en="Units that are off pass the gradient back too. Either ReLU's derivative is forgotten, or it is asked at z1 with >=: z1 is 0 in every unit that is off, so that z1 >= 0 always holds.",
    ja="オフのユニットも勾配を通しています。ReLU の微分を掛け忘れたか、z1 で >= を使って判定しています。オフのユニットでは z1 が 0 なので、z1 >= 0 はいつも成り立ってしまいます。",
    hint_en="Take a unit with u1 = -2. What is its z1, and how does the loss change with its u1?",
    hint_ja="u1 = -2 のユニットを考えましょう。z1 はいくつで、u1 を少し変えると損失はどう変わりますか。",
)

changed(
    "derivative-one-at-zero",
    {DELTA1: "delta1 = (delta2 @ W2.T) * (u1 >= 0)"},
    en="Where a hidden sum is exactly 0, ReLU's derivative is taken as 1. Here it is 0 at 0.",
    ja="隠れ層の重み付き和がちょうど 0 のとき、ReLU の微分を 1 にしています。この問題では、0 での微分は 0 です。",
    hint_en="Is it > or >= that decides whether a unit is on?",
    hint_ja="ユニットがオンかどうかを決めるのは、> ですか、>= ですか。",
)

changed(
    "mask-inverted",
    {DELTA1: "delta1 = (delta2 @ W2.T) * (u1 <= 0)"},
    en="The mask is the wrong way round: the units that were off pass the gradient back, those that were on do not.",
    ja="マスクが逆です。オフだったユニットが勾配を通し、オンだったユニットが通していません。",
    hint_en="Is your mask True where the unit was on, or where it was off?",
    hint_ja="マスクが True なのは、オンのユニットですか、オフのユニットですか。",
)

changed(
    "mask-from-the-gradient",
    {DELTA1: "delta1 = np.maximum(delta2 @ W2.T, 0)"},
    en="ReLU is applied to the gradient itself: its sign decides what passes. What counts is whether u1 was above 0.",
    ja="勾配そのものに ReLU をかけていて、勾配の符号で通すかどうかが決まっています。見るべきなのは、順伝播の u1 が正だったかどうかです。",
    hint_en="Can a negative gradient flow back through a unit that was on?",
    hint_ja="オンのユニットには、負の勾配も流れてよいはずです。何を 0 と比べていますか。",
)

changed(
    "relu-for-its-derivative",
    {DELTA1: "delta1 = (delta2 @ W2.T) * z1"},
    en="The gradient is multiplied by z1, ReLU's output, where its derivative belongs, which is 1 or 0.",
    ja="ReLU の微分(1 か 0)ではなく、ReLU の出力 z1 を掛けています。",
    hint_en="What is the slope of max(u, 0) at u = 3, and what is its value there?",
    hint_ja="max(u, 0) の u = 3 での傾きはいくつですか。値と混同していませんか。",
)

changed(
    "sigmoid-derivative",
    {DELTA1: "delta1 = (delta2 @ W2.T) * z1 * (1 - z1)"},
    en="The hidden layer is ReLU in the forward pass, but the gradient goes back through z (1 - z), the derivative of a sigmoid.",
    ja="順伝播の隠れ層は ReLU なのに、逆伝播では z (1 - z)、つまりシグモイド関数の微分を掛けています。",
    hint_en="Which function's slope belongs there?",
    hint_ja="そこで使うのは、どの関数の微分ですか。",
)

changed(
    "sigmoid-hidden",
    {"z1 = np.maximum(u1, 0)": "z1 = 1 / (1 + np.exp(-u1))", DELTA1: "delta1 = (delta2 @ W2.T) * z1 * (1 - z1)"},
    en="The hidden layer is computed with a sigmoid, forward and backward. Here it is ReLU.",
    ja="隠れ層の活性化関数が、順伝播も逆伝播もシグモイド関数になっています。この問題では ReLU です。",
    hint_en="Compare your forward pass with the function loss in the file.",
    hint_ja="順伝播を、用意してある loss 関数と見比べましょう。",
)

changed(
    "relu-forgotten",
    {"z1 = np.maximum(u1, 0)": "z1 = u1", DELTA1: "delta1 = delta2 @ W2.T"},
    en="The hidden layer has no activation function at all: its sums go on unchanged, and the gradient comes back unmasked.",
    ja="隠れ層に活性化関数がありません。重み付き和がそのまま次の層に渡され、勾配もそのまま返ってきています。",
    hint_en="What happens to u1 before it meets W2?",
    hint_ja="u1 は、W2 と掛ける前にどうなるはずですか。",
)

changed(
    "sums-for-outputs",
    {'"W2": z1.T @ delta2,': '"W2": u1.T @ delta2,'},
    en="The gradient of W2 is built from u1, the hidden layer's sums. W2 is multiplied by their ReLU.",
    ja="W2 の勾配を、隠れ層の重み付き和 u1 から計算しています。W2 と掛けられるのは、ReLU をかけたあとの値です。",
    hint_en="What comes into the second layer?",
    hint_ja="2 層目に入ってくるのは何ですか。",
)

changed(
    "transpose-missing",
    {DELTA1: "delta1 = (delta2 @ W2) * (u1 > 0)"},
    en="A matrix product in the backward pass does not fit: a transpose is missing or too many, or the factors stand in the wrong order. Three products need one: two for the gradients of the weights, one that goes back through W2.",
    ja="逆伝播の行列の積で、形状が合っていません。転置の過不足か、積の順番の間違いです。転置が要る積は 3 つあります。重みの勾配で 2 つ、W2 を通って戻るところで 1 つです。",
    hint_en="Write the shapes under each product, with N, D, H and M. Each gradient must have the shape of its weights.",
    hint_ja="それぞれの積の下に、N、D、H、M で形状を書いてみましょう。重みの勾配は、重みと同じ形状になるはずです。",
)

changed(
    "weight-gradients-transposed",
    {'"W1": x.T @ delta1,': '"W1": (x.T @ delta1).T,', '"W2": z1.T @ delta2,': '"W2": (z1.T @ delta2).T,'},
    en="The gradients of W1 and W2 are transposed: (out, in), where the weights are (in, out).",
    ja="W1 と W2 の勾配が転置されています。重みは(入力, 出力)の形状ですが、勾配は(出力, 入力)になっています。",
    hint_en="Print the shape of each gradient beside that of its weights.",
    hint_ja="勾配の形状と重みの形状を、並べて print してみましょう。",
)

changed(
    "biases-summed-over-units",
    everywhere={"axis=0)": "axis=1)"},
    en="The gradients of the biases are summed over the units (axis 1): one number for each row of the batch. A bias serves all rows, so the sum runs over the rows.",
    ja="バイアスの勾配を、ユニットの方向(軸 1)に足しています。バッチの行ごとに 1 つの値になってしまいます。バイアスは全部の行で使われるので、行の方向に足します。",
    hint_en="How many numbers should the gradient of b1 have: N or H?",
    hint_ja="b1 の勾配に並ぶ数は、N 個ですか、H 個ですか。",
)

changed(families.biases_not_summed, {DB1: '"b1": delta1,', DB2: '"b2": delta2,'})

changed(
    "biases-summed-to-one-number",
    {DB1: '"b1": np.sum(delta1),', DB2: '"b2": np.sum(delta2),'},
    en="The gradients of the biases are summed over everything, to one number each: the axis is missing.",
    ja="バイアスの勾配を全要素で足していて、1 つの数になっています。軸の指定がありません。",
    hint_en="Which argument of np.sum chooses the axis?",
    hint_ja="np.sum のどの引数で軸を選びますか。",
)

changed(
    "biases-averaged",
    {DB1: '"b1": np.mean(delta1, axis=0),', DB2: '"b2": np.mean(delta2, axis=0),'},
    en="The gradients of the biases are means over the batch, but the difference was divided by N already: they come out N times too small.",
    ja="バイアスの勾配をバッチで平均しています。差はすでに N で割ってあるので、N 分の 1 に小さくなってしまいます。",
    hint_en="Where does the 1/N of the mean loss enter, and how often?",
    hint_ja="損失の平均の 1/N は、どこで、何回入りますか。",
)

changed(
    "bias-axis-kept",
    everywhere={"axis=0)": "axis=0, keepdims=True)"},
    en="The gradients of the biases have shape (1, H) and (1, M); the biases themselves have one axis.",
    ja="バイアスの勾配の形状が (1, H)、(1, M) になっています。バイアスそのものは 1 次元です。",
    hint_en="Does the sum need to keep its axis here?",
    hint_ja="ここでは、足した軸を残す必要がありますか。",
)

changed(
    "b1-before-the-mask",
    {DB1: '"b1": np.sum(delta2 @ W2.T, axis=0),'},
    en="The gradient of b1 is summed before the units that were off are silenced. b1 stands inside ReLU, like W1.",
    ja="b1 の勾配を、オフのユニットを 0 にする前の値から計算しています。b1 も W1 と同じく、ReLU の内側にあります。",
    hint_en="For a unit that is off, does the loss change with its bias?",
    hint_ja="オフのユニットのバイアスを少し変えると、損失は変わりますか。",
)

changed(
    "batch-not-averaged",
    {"delta2 = (y - t) / len(x)": "delta2 = y - t"},
    en="All gradients are N times too large: the loss is a mean over the batch, and its 1/N is missing.",
    ja="すべての勾配が N 倍になっています。損失はバッチの平均なので、1/N が必要です。",
    hint_en="Does the gradient of a mean grow with the number of samples?",
    hint_ja="平均の勾配は、データの数が増えると大きくなりますか。",
)

changed(
    "averaged-twice",
    {"delta2 = (y - t) / len(x)": "delta2 = (y - t) / len(x) ** 2"},
    en="All gradients are N times too small: they are divided by N twice, once in the difference and once more later.",
    ja="すべての勾配が N 分の 1 になっています。差を N で割ったあと、もう一度 N で割っています。",
    hint_en="Where does the 1/N of the mean loss enter, and how often?",
    hint_ja="損失の平均の 1/N は、どこで、何回入りますか。",
)

changed(
    "averaged-over-all-entries",
    {"delta2 = (y - t) / len(x)": "delta2 = (y - t) / y.size"},
    en="The difference is divided by N times M, the number of all entries (size, or a mean of everything). The loss is a mean over the N samples only.",
    ja="差を N × M(全要素の数)で割っています。損失は N 個のデータについての平均です。",
    hint_en="Over how many things is the loss averaged?",
    hint_ja="損失は何個のものの平均ですか。",
)

changed(
    "divided-by-classes",
    {"delta2 = (y - t) / len(x)": "delta2 = (y - t) / y.shape[1]"},
    en="The difference is divided by M, the number of classes; the batch has N samples.",
    ja="差を、クラスの数 M で割っています。割るのはバッチのデータ数 N です。",
    hint_en="Which axis of x counts the samples?",
    hint_ja="データの数は、x のどの軸の大きさですか。",
)

changed(
    "sign-flipped",
    {"delta2 = (y - t) / len(x)": "delta2 = (t - y) / len(x)"},
    en="Every gradient has the wrong sign: the difference is target minus prediction. Descent along it would climb.",
    ja="すべての勾配の符号が逆です。差が「教師データ - 出力」になっています。これでは、勾配を引くと損失が増えてしまいます。",
    hint_en="If the probability of a wrong class is too high, should the gradient of its score be positive or negative?",
    hint_ja="不正解のクラスの確率が高すぎるとき、そのスコアの勾配は正ですか、負ですか。",
)

changed(
    "softmax-forgotten",
    {"y = softmax(z1 @ W2 + b2)": "y = z1 @ W2 + b2"},
    en="The difference is taken from the scores: softmax is missing between them and the loss.",
    ja="スコアからそのまま教師データを引いています。ソフトマックス関数が抜けています。",
    hint_en="What does the cross entropy error compare with t: scores, or probabilities?",
    hint_ja="交差エントロピー誤差が t と比べるのは、スコアですか、確率ですか。",
)

changed(families.softmax_derivative_twice, {"delta2 = (y - t) / len(x)": "delta2 = (y - t) * y * (1 - y) / len(x)"})

changed(
    "biases-ignored",
    {"u1 = x @ W1 + b1": "u1 = x @ W1", "y = softmax(z1 @ W2 + b2)": "y = softmax(z1 @ W2)"},
    en="The forward pass leaves out b1 and b2: only the products with the weights are taken.",
    ja="順伝播で b1 と b2 を足していません。重みとの積だけになっています。",
    hint_en="Compare your forward pass with the function loss in the file.",
    hint_ja="順伝播を、用意してある loss 関数と見比べましょう。",
)

changed(
    "targets-as-an-index",
    {"delta2 = (y - t) / len(x)": "delta2 = y\ndelta2[np.arange(len(x)), t] -= 1\ndelta2 /= len(x)"},
    en="t is used as an index, as if it held the numbers of the right classes. It is one-hot: rows of 0 and 1.",
    ja="t をインデックスとして使っています。t は正解の番号ではなく、0 と 1 を並べた one-hot 表現です。",
    hint_en="y and t have the same shape. What does that allow which labels would not?",
    hint_ja="y と t は同じ形状です。番号(ラベル)ではできなかった、どんな計算ができますか。",
)


@mistake(
    "network-overwritten",
    en="The gradients are right, but they are written into the caller's dict network, over the parameters (grads = network makes no copy).",
    ja="勾配の値は正しいのですが、呼び出し側の network に書き込まれ、パラメータが消えています(grads = network ではコピーになりません)。",
    hint_en="Which dict do you put the gradients into, and who else uses it?",
    hint_ja="勾配を入れているのは、どのディクショナリですか。ほかに誰が使っていますか。",
)
def gradients(network, x, t):
    network.update(reference.gradients(network, x, t))
    return network


changed(
    "targets-changed",
    {"delta2 = (y - t) / len(x)": "delta2 = (y - t) / len(x)\nt -= 1"},
    en="The gradients are right, but t itself is changed: t -= … or an output argument works in the caller's array.",
    ja="勾配の値は正しいのですが、t が書き換えられています。t -= … などの計算は、呼び出し側の配列をそのまま変えてしまいます。",
    hint_en="Which lines change an array in place, and whose array is it?",
    hint_ja="配列をその場で書き換えているのはどの行ですか。それは誰の配列ですか。",
)

changed(
    "softmax-overflows",
    {"y = softmax(z1 @ W2 + b2)": "e = np.exp(z1 @ W2 + b2)\ny = e / e.sum(axis=1, keepdims=True)"},
    en="A softmax of one's own without the maximum taken off: large scores become inf / inf, which is nan.",
    ja="自分で書いたソフトマックス関数で最大値を引いていないので、大きなスコアで inf / inf となり nan になります。",
    hint_en="The given softmax is safe. Or: which constant can be taken from a whole row?",
    hint_ja="用意してある softmax を使えば安全です。自分で書くなら、行全体から何を引けばよいですか。",
)


@mistake(
    "tuple-returned",
    en="The gradients come as a tuple. Asked for is a dict with the keys W1, b1, W2 and b2.",
    ja="勾配をタプルで返しています。返すのは、キーが W1、b1、W2、b2 のディクショナリです。",
    hint_en="How would an optimiser find the gradient that belongs to W1?",
    hint_ja="最適化手法は、W1 の勾配をどうやって見つけますか。",
)
def gradients(network, x, t):
    return tuple(reference.gradients(network, x, t)[key] for key in ("W1", "b1", "W2", "b2"))


changed(
    "relu-on-scores-in-forward",
    {"y = softmax(z1 @ W2 + b2)": "y = softmax(np.maximum(z1 @ W2 + b2, 0))"},
    en="The forward pass applies ReLU to the scores as well: softmax never sees a negative score. ReLU belongs to the hidden layer alone.",
    ja="順伝播でスコアにも ReLU をかけています。負のスコアがソフトマックス関数に届きません。ReLU をかけるのは隠れ層だけです。",
    hint_en="Compare your forward pass with the function loss in the file.",
    hint_ja="順伝播を、用意してある loss 関数と見比べましょう。",
)

changed(
    "relu-on-scores",
    {
        "y = softmax(z1 @ W2 + b2)": "u2 = z1 @ W2 + b2\ny = softmax(np.maximum(u2, 0))",
        "delta2 = (y - t) / len(x)": "delta2 = (y - t) / len(x) * (u2 > 0)",
    },
    en="ReLU is applied to the scores as well, forward and backward: negative scores become 0 and pass no gradient. ReLU belongs to the hidden layer alone.",
    ja="スコアにも ReLU をかけていて、順伝播では負のスコアが 0 になり、逆伝播ではそこに勾配が流れません。ReLU をかけるのは隠れ層だけです。",
    hint_en="Compare your forward pass with the function loss in the file.",
    hint_ja="順伝播を、用意してある loss 関数と見比べましょう。",
)

changed(
    "W1-before-the-mask",
    {'"W1": x.T @ delta1,': '"W1": x.T @ (delta2 @ W2.T),'},
    en="The gradient of W1 is taken before the units that were off are silenced. W1 stands inside ReLU, like b1.",
    ja="W1 の勾配を、オフのユニットを 0 にする前の値から計算しています。W1 も b1 と同じく、ReLU の内側にあります。",
    hint_en="For a unit that is off, does the loss change with its weights?",
    hint_ja="オフのユニットの重みを少し変えると、損失は変わりますか。",
)

changed(
    "b1-left-out-of-forward",
    {"u1 = x @ W1 + b1": "u1 = x @ W1"},
    en="The forward pass leaves out b1: the hidden sums are x @ W1 alone.",
    ja="順伝播で b1 を足していません。隠れ層の和が x @ W1 だけになっています。",
    hint_en="Compare your forward pass with the function loss in the file.",
    hint_ja="順伝播を、用意してある loss 関数と見比べましょう。",
)

changed(
    "b2-left-out-of-forward",
    {"y = softmax(z1 @ W2 + b2)": "y = softmax(z1 @ W2)"},
    en="The forward pass leaves out b2: the scores are the product with W2 alone.",
    ja="順伝播で b2 を足していません。スコアが W2 との積だけになっています。",
    hint_en="Compare your forward pass with the function loss in the file.",
    hint_ja="順伝播を、用意してある loss 関数と見比べましょう。",
)

changed(
    "only-biases-averaged",
    {
        '"W1": x.T @ delta1,': '"W1": len(x) * (x.T @ delta1),',
        '"W2": z1.T @ delta2,': '"W2": len(x) * (z1.T @ delta2),',
    },
    en="The gradients of the weights are N times too large, those of the biases right: only the biases were averaged over the batch.",
    ja="重みの勾配が N 倍になっています(バイアスの勾配は合っています)。バッチで平均しているのはバイアスだけです。",
    hint_en="The loss is a mean over the batch. Does its 1/N reach all four gradients?",
    hint_ja="損失はバッチの平均です。その 1/N は 4 つの勾配すべてに入っていますか。",
)

changed(
    "only-weights-averaged",
    {DB1: '"b1": len(x) * np.sum(delta1, axis=0),', DB2: '"b2": len(x) * np.sum(delta2, axis=0),'},
    en="The gradients of the biases are N times too large, those of the weights right: only the weights were averaged over the batch.",
    ja="バイアスの勾配が N 倍になっています(重みの勾配は合っています)。バッチで平均しているのは重みだけです。",
    hint_en="The loss is a mean over the batch. Does its 1/N reach all four gradients?",
    hint_ja="損失はバッチの平均です。その 1/N は 4 つの勾配すべてに入っていますか。",
)

changed(
    "softmax-over-the-batch",
    {"y = softmax(z1 @ W2 + b2)": "y = softmax((z1 @ W2 + b2).T).T"},
    en="softmax runs down the columns (axis 0), so that the samples compete with each other. It should run along each row.",
    ja="ソフトマックス関数を列方向(axis=0)に計算しています。データどうしの比較になってしまいます。行ごとに計算します。",
    hint_en="Print y. Which sums are 1: those of the rows, or those of the columns?",
    hint_ja="y を print してみましょう。和が 1 になっているのは、行と列のどちらですか。",
)
