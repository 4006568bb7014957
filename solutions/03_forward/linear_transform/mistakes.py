from grader.authoring import changed

changed(
    "weights-on-the-left",
    {"return np.dot(x, W) + b": "return np.dot(W, x) + b"},
    en="The product is W @ x, as document 002 writes it for its own layout of the weights. Here samples are rows and W is (D, M): x stands on the left.",
    ja="積の順番が W @ x です。資料 002 の式は、重みの並べ方が違う場合のものです。ここではデータが行、W が (D, M) なので、x を左に置きます。",
    hint_en="x is (N, D) and W is (D, M). In which order do the two D meet?",
    hint_ja="x は (N, D)、W は (D, M) です。2 つの D が隣り合うのはどちらの順番ですか。",
)

changed(
    "weights-transposed",
    {"return np.dot(x, W) + b": "return np.dot(x, W.T) + b"},
    en="W is transposed (x @ W.T, or np.inner): that fits weights of shape (M, D), as in document 002. Here W is (D, M) already.",
    ja="W を転置しています(x @ W.T や np.inner)。資料 002 のように重みが (M, D) なら正しい計算ですが、ここの W は最初から (D, M) です。",
    hint_en="Write the shapes below x, W and the result. Do they fit without a transpose?",
    hint_ja="x、W、結果の下に形状を書いてみましょう。転置しなくても合いませんか。",
)

changed(
    "one-sample-formula",
    {"return np.dot(x, W) + b": "return np.dot(W.T, x) + b"},
    en="W.T @ x is right for one sample; for a batch the samples are the rows of x, and the shapes (M, D) and (N, D) do not fit.",
    ja="W.T @ x で正しいのはデータ 1 個のときだけです。バッチではデータが x の行に並ぶので、(M, D) と (N, D) の積になり、形状が合いません。",
    hint_en="With x on the left, one line serves both a sample and a batch. Which?",
    hint_ja="x を左に置けば、1 個でもバッチでも同じ 1 行で計算できます。どう書けばよいですか。",
)

changed(
    "result-transposed",
    {"return np.dot(x, W) + b": "return (x @ W + b).T"},
    en="The result of a batch is (M, N): samples have become columns. They should stay rows, (N, M).",
    ja="バッチの結果が (M, N) で、データが列になっています。データは行のまま、(N, M) で返します。",
    hint_en="What is the shape of your result, and in which row does the first sample stand?",
    hint_ja="結果の形状はどうなっていますか。最初のデータの結果は何行目にありますか。",
)

changed(
    "bias-forgotten",
    {"return np.dot(x, W) + b": "return np.dot(x, W)"},
    en="The bias is not added: this is x @ W only.",
    ja="バイアスを足していません(x @ W だけです)。",
    hint_en="What should the result be when x is all zeros?",
    hint_ja="x がすべて 0 のとき、結果は何になるはずですか。",
)

changed(
    "star-for-matrix-product",
    {"return np.dot(x, W) + b": "return x * W + b"},
    en="x * W multiplies entry by entry. A linear transformation needs the matrix product: a sum over the inputs for every output.",
    ja="x * W は要素ごとの積です。線形変換に使うのは行列の積で、出力ごとに入力についての和をとります。",
    hint_en="The formula has a Σ. Which operator or function of numpy multiplies and sums?",
    hint_ja="式には Σ があります。掛けて足すところまで行う numpy の演算子や関数は何ですか。",
)

changed(
    "star-with-x-as-a-column",
    {"return np.dot(x, W) + b": "return x[..., np.newaxis] * W + b"},
    en="The products x_i w_ij are made but not summed: the result still has an axis of length D. The formula sums over the inputs i.",
    ja="x_i w_ij の積を作っただけで、和をとっていません。結果に長さ D の軸が残っています。式では入力 i について和をとります。",
    hint_en="The formula has a Σ over i. Over which axis is that?",
    hint_ja="式には i についての Σ があります。どの軸の和ですか。",
)

changed(
    "bias-subtracted",
    {"return np.dot(x, W) + b": "return np.dot(x, W) - b"},
    en="The bias is subtracted, as a threshold would be; here it is added.",
    ja="バイアスを(しきい値のように)引いています。ここでは足します。",
    hint_en="What should the result be when x is all zeros?",
    hint_ja="x がすべて 0 のとき、結果は何になるはずですか。",
)

changed(
    "bias-multiplied",
    {"return np.dot(x, W) + b": "return np.dot(x, W) * b"},
    en="The bias is multiplied, where it should be added.",
    ja="バイアスを足さずに掛けています。",
    hint_en="What should the result be when x is all zeros?",
    hint_ja="x がすべて 0 のとき、結果は何になるはずですか。",
)

changed(
    "bias-added-twice",
    {"return np.dot(x, W) + b": "return np.dot(x, W) + 2 * b"},
    en="The bias is added twice.",
    ja="バイアスを 2 回足しています。",
    hint_en="What should the result be when x is all zeros? What does yours give?",
    hint_ja="x がすべて 0 のとき、結果は何になるはずですか。自分の結果はどうですか。",
)

changed(
    "bias-added-to-the-inputs",
    {"return np.dot(x, W) + b": "return np.dot(x + b, W)"},
    en="The bias is added to x, before the multiplication (parentheses, or the order of the lines). It belongs to the M outputs, and has one number for each.",
    ja="バイアスを掛け算の前に x へ足しています(かっこの位置や行の順番)。バイアスは M 個の出力に 1 つずつ足すものです。",
    hint_en="b has shape (M,). Which of x and x @ W has M columns?",
    hint_ja="b の形状は (M,) です。列が M 本あるのは、x と x @ W のどちらですか。",
)

changed(
    "bias-added-to-the-weights",
    {"return np.dot(x, W) + b": "return np.dot(x, W + b)"},
    en="The bias is added to W, before the multiplication: every input then multiplies it too.",
    ja="バイアスを掛け算の前に W へ足しています。これではバイアスにも入力が掛かってしまいます。",
    hint_en="Which is computed first in your line, the product or the sum?",
    hint_ja="書いた式では、積と和のどちらが先に計算されますか。",
)

changed(
    "bias-as-a-column",
    {"return np.dot(x, W) + b": "return np.dot(x, W) + b.reshape(-1, 1)"},
    en="The bias stands as a column, (M, 1): it is spread over the samples, or does not fit. Each output, a column of the result, has its own bias.",
    ja="バイアスを (M, 1) の列にしています。データ(行)ごとに足されるか、形状が合わなくなります。バイアスは出力(列)ごとに 1 つです。",
    hint_en="Which bias should be added to all entries of the first column?",
    hint_ja="結果の 1 列目には、どのバイアスを足しますか。",
)

changed(
    "bias-summed",
    {"return np.dot(x, W) + b": "return np.dot(x, W) + np.sum(b)"},
    en="The biases are summed and the sum is added everywhere; each output has its own.",
    ja="バイアスの合計を全体に足しています。バイアスは出力ごとに 1 つずつ足します。",
    hint_en="How many numbers does b hold, and how many outputs are there?",
    hint_ja="b にはいくつの数がありますか。出力はいくつですか。",
)

changed(
    "first-bias-only",
    {"return np.dot(x, W) + b": "return np.dot(x, W) + b[0]"},
    en="Only the first bias is used, for every output.",
    ja="すべての出力に b の最初の値だけを足しています。",
    hint_en="How many numbers does b hold, and how many outputs are there?",
    hint_ja="b にはいくつの数がありますか。出力はいくつですか。",
)

changed(
    "activation-applied",
    {"return np.dot(x, W) + b": "return np.maximum(np.dot(x, W) + b, 0.0)"},
    en="Negative results have become 0: an activation (ReLU) is applied. The linear transformation ends with the sum.",
    ja="負の結果が 0 になっています(ReLU をかけています)。線形変換は和をとるところまでで、活性化関数は含みません。",
    hint_en="Which part of a layer is linear, and which comes after it?",
    hint_ja="層の計算のうち線形変換はどこまでで、そのあとに来るのは何ですか。",
)

changed(
    "sigmoid-applied",
    {"return np.dot(x, W) + b": "return 1 / (1 + np.exp(-(np.dot(x, W) + b)))"},
    en="All results lie between 0 and 1: an activation (sigmoid) is applied. The linear transformation ends with the sum.",
    ja="結果がすべて 0 から 1 の間にあります(シグモイドをかけています)。線形変換は和をとるところまでで、活性化関数は含みません。",
    hint_en="Which part of a layer is linear, and which comes after it?",
    hint_ja="層の計算のうち線形変換はどこまでで、そのあとに来るのは何ですか。",
)

changed(
    "summed-to-one-number",
    {"return np.dot(x, W) + b": "return np.sum(np.dot(x, W) + b, axis=-1)"},
    en="Everything is summed to one number, or to one for each sample: the sum should run over the inputs only, so that the M outputs remain.",
    ja="出力まで足し合わせています。和をとるのは入力についてだけで、M 個の出力は残ります。",
    hint_en="How many numbers should one sample give?",
    hint_ja="データ 1 個から、数はいくつ出てくるはずですか。",
)

changed(
    "sample-becomes-a-batch",
    {"return np.dot(x, W) + b": "return np.dot(np.atleast_2d(x), W) + b"},
    en="One sample of shape (D,) gives a result of shape (1, M): the axis that was added for the computation was not taken away.",
    ja="形状 (D,) のデータ 1 個の結果が (1, M) になっています。計算のために増やした軸が残っています。",
    hint_en="Is the reshape needed at all? What does the product of (D,) and (D, M) give?",
    hint_ja="形状の変換は本当に必要ですか。(D,) と (D, M) の積の形状は何ですか。",
)

changed(
    "one-row-squeezed",
    {"return np.dot(x, W) + b": "return np.squeeze(np.dot(x, W) + b)"},
    en="A batch of one row comes back as (M,): its axis was dropped (squeeze, or [0]). It should stay (1, M).",
    ja="1 行だけのバッチの結果が (M,) になっています。squeeze や [0] で軸が消えています。(1, M) のまま返します。",
    hint_en="How do you tell one sample from a batch of one? The number of rows does not tell it; what does?",
    hint_ja="データ 1 個と 1 行だけのバッチは、何で区別できますか。行数では区別できません。",
)

changed(
    "samples-averaged",
    {"return np.dot(x, W) + b": "u = np.dot(x, W) + b\nreturn np.mean(u, axis=0) if u.ndim == 2 else u"},
    en="The results of the batch are averaged: one row comes back, where there should be one for each sample.",
    ja="バッチの結果を平均して 1 行にしています。データごとに 1 行ずつ返します。",
    hint_en="A batch of N samples: how many rows should the result have?",
    hint_ja="データが N 個なら、結果は何行になるはずですか。",
)

changed(
    "batches-only",
    {
        "return np.dot(x, W) + b": (
            "u = np.zeros((x.shape[0], W.shape[1]))\nfor i in range(x.shape[0]):\n    for j in range(W.shape[1]):\n"
            "        for k in range(x.shape[1]):\n            u[i, j] += x[i, k] * W[k, j]\nreturn u + b"
        )
    },
    en="Batches are right, but one sample of shape (D,) cannot go in: the code asks for a second axis, or loops over rows that are single numbers.",
    ja="バッチでは正しいのですが、形状 (D,) のデータ 1 個では動きません。2 つ目の軸を使っているか、行のつもりで 1 つ 1 つの数値を取り出しています。",
    hint_en="What is x.shape for one sample, and what is x[0]?",
    hint_ja="データ 1 個のとき、x.shape は何ですか。x[0] は何ですか。",
)

changed(
    "bias-added-for-each-input",
    {"return np.dot(x, W) + b": "return x @ W + x.shape[-1] * b"},
    en="The bias is added once for each input, inside the sum over the inputs: it counts D times. It is added once, after the sum.",
    ja="バイアスを、入力についての和の中で毎回足しています。D 回分足されてしまいます。足すのは、和をとったあとの 1 回だけです。",
    hint_en="Which lines of your loop run once for each input, and which once for each output?",
    hint_ja="ループの中で、入力ごとに実行される行と、出力ごとに 1 回だけ実行される行はどれですか。",
)

changed(
    "bias-forgotten-for-one-sample",
    {"return np.dot(x, W) + b": "return np.dot(x, W) + b if x.ndim == 2 else np.dot(x, W)"},
    en="For one sample of shape (D,) the bias is not added: what comes back is x @ W only.",
    ja="形状 (D,) のデータ 1 個のとき、バイアスを足さずに x @ W だけを返しています。",
    hint_en="Do the two cases need a branch of their own at all? What does np.dot do with one sample?",
    hint_ja="そもそも場合分けは必要ですか。np.dot はデータ 1 個のとき何を返しますか。",
)
