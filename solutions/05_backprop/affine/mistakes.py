import numpy as np

from grader.authoring import changed, mistake, reference

RETURN_BACKWARD = "return (rows @ self.W.T).reshape(self.x.shape)"

changed(
    "bias-forgotten",
    {"return x @ self.W + self.b": "return x @ self.W + self.b - self.b"},
    en="forward leaves the bias out: it returns x @ W.",
    ja="forward でバイアスを足していません(x @ W だけを返しています)。",
    hint_en="What should forward return when x is all zeros?",
    hint_ja="x がすべて 0 のとき、forward は何を返すはずですか。",
)

changed(
    "product-in-the-wrong-order",
    {"return x @ self.W + self.b": "return self.W @ x + self.b"},
    en="forward multiplies W @ x (or x * W): the shapes do not fit, because the samples are the rows of x.",
    ja="forward で W @ x(または x * W)を計算しています。x は 1 行がデータ 1 個なので、形状が合いません。",
    hint_en="x is (N, D) and W is (D, M). In which order do the inner sizes meet?",
    hint_ja="x は (N, D)、W は (D, M) です。内側の次元が一致するのは、どの順番の積ですか。",
)

changed(
    "db-not-summed",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = dout\nreturn dx"},
    en="db is dout itself: it was not summed over the batch, so it does not have b's shape.",
    ja="db が dout のままです。バッチ方向に足し合わせていないので、b と形状が合いません。",
    hint_en="b is added to every row. How does each row's gradient reach it?",
    hint_ja="b は全行に足されています。各行の勾配は b にどう伝わりますか。",
)

changed(
    "db-summed-over-features",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = np.sum(dout, axis=1)\nreturn dx"},
    en="db is summed along axis 1: one number for each sample, where there should be one for each output.",
    ja="db を axis=1 で足しています。出力ごとに 1 個のはずが、データごとに 1 個になっています。",
    hint_en="Which axis of dout does b not have?",
    hint_ja="dout の軸のうち、b がもっていないのはどちらですか。",
)

changed(
    "db-summed-to-one-number",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = np.sum(dout)\nreturn dx"},
    en="db is one number: np.sum without an axis adds up all of dout.",
    ja="db が 1 個の数になっています。axis を指定しない np.sum は dout 全体を足してしまいます。",
    hint_en="db should have the shape of b. Which argument of np.sum keeps the columns apart?",
    hint_ja="db の形状は b と同じはずです。列ごとに足すには、np.sum のどの引数を使いますか。",
)

changed(
    "mean-for-sum",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = self.db / (dout.size // dout.shape[-1])\nreturn dx"
    },
    en="db is the mean over the batch, where it should be the sum.",
    ja="db がバッチの平均になっています。和でなければなりません。",
    hint_en="Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="バッチサイズで割るのは損失関数の役目で、このレイヤの役目ではありません。",
)


@mistake(
    "gradients-divided-by-batch",
    en="dW and db are both divided by the batch size. The loss has done that already: dout carries the 1/N.",
    ja="dW と db の両方をバッチサイズで割っています。1/N は損失関数の段階で dout に含まれています。",
    hint_en="The loss is free to be a sum or a mean; this layer cannot know. What is the plain derivative?",
    hint_ja="損失が和か平均かを、このレイヤは知りません。素直に微分するとどうなりますか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        n = dout.size // dout.shape[-1]
        self.dW, self.db = self.dW / n, self.db / n
        return dx


changed(
    "dW-transposed",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.dW.T\nreturn dx"},
    en="dW is transposed: dout.T @ x has shape (M, D), where W has (D, M).",
    ja="dW が転置になっています。dout.T @ x の形状は (M, D) ですが、W は (D, M) です。",
    hint_en="A gradient has the shape of what it belongs to. Check dW.shape against W.shape.",
    hint_ja="勾配の形状は、もとの変数と同じです。dW.shape と W.shape を比べてみましょう。",
)

changed(
    "dW-without-transpose",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.x @ dout\nreturn dx"},
    en="dW is computed as x @ dout: the shapes (N, D) and (N, M) do not fit.",
    ja="dW を x @ dout で計算しています。(N, D) と (N, M) では形状が合いません。",
    hint_en="dW sums over the samples. So which axis of x has to meet the N of dout?",
    hint_ja="dW はデータについての和です。dout の N とかみ合わせるのは、x のどの軸ですか。",
)

changed(
    "dx-without-transpose",
    {RETURN_BACKWARD: "return dout @ self.W"},
    en="dx is computed with W, not with its transpose: unless W is square the shapes do not even fit.",
    ja="dx の計算で W を転置していません。W が正方行列でなければ、形状すら合いません。",
    hint_en="dout is (N, M), dx must be (N, D). What must W look like in between?",
    hint_ja="dout は (N, M)、dx は (N, D) です。間に来る W はどんな形状でなければなりませんか。",
)

changed(
    "upstream-ignored",
    {"rows = dout.reshape(-1, dout.shape[-1])": "rows = np.ones_like(dout).reshape(-1, np.ones_like(dout).shape[-1])"},
    en="backward does not use the values of dout: it is right only if dout is all ones.",
    ja="backward が dout の値を使っていません。dout がすべて 1 のときしか正しくなりません。",
    hint_en="The chain rule multiplies what arrives from behind with the layer's own derivative.",
    hint_ja="連鎖律では、出力側から来た勾配に、このレイヤの微分を掛けます。",
)

changed(
    "dx-not-returned",
    {RETURN_BACKWARD: ""},
    en="backward returns nothing: the gradient never reaches the layer before.",
    ja="backward が何も返していません。これでは勾配が前の層に伝わりません。",
    hint_en="Which of the three gradients does the previous layer need?",
    hint_ja="3 つの勾配のうち、前の層が必要とするのはどれですか。",
)

changed(
    "all-three-returned",
    {RETURN_BACKWARD: "return (rows @ self.W.T).reshape(self.x.shape), self.dW, self.db"},
    en="backward returns a tuple (dx, dW, db): only dx is handed on, dW and db stay in the layer.",
    ja="backward が (dx, dW, db) の組を返しています。返すのは dx だけで、dW と db はレイヤの中に残します。",
    hint_en="What would the previous layer do with dW?",
    hint_ja="前の層は dW を受け取って何に使うでしょうか。",
)


@mistake(
    "first-input-kept",
    en="The layer keeps the x of the first forward for ever, so dW is wrong from the second batch on.",
    ja="最初の forward の x をずっと使っています。2 回目のバッチから dW が間違った値になります。",
    hint_en="When is self.x set, and how often?",
    hint_ja="self.x に代入しているのはいつ、何回ですか。",
)
class Affine(reference.Affine):
    x = None

    def forward(self, x):
        kept = self.x
        y = super().forward(x)
        self.x = x if kept is None else kept
        return y


@mistake(
    "gradients-accumulated",
    en="dW and db grow from one backward to the next: the new gradients are added to the old ones.",
    ja="backward を呼ぶたびに、前回の dW と db に足し込まれています。",
    hint_en="Is it = or += that fits here?",
    hint_ja="ここは = と += のどちらですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dW, db = self.dW, self.db
        dx = super().backward(dout)
        if dW is not None:
            self.dW, self.db = self.dW + dW, self.db + db
        return dx


changed(
    "state-shared-by-layers",
    everywhere={"self.W": "type(self).W"},
    en="x is kept where all layers share it (in the class or a global name): a second layer overwrites the first one's.",
    ja="x をクラス変数やグローバル変数に保存しています。別のレイヤの forward で上書きされてしまいます。",
    hint_en="What belongs to one layer only must hang on self.",
    hint_ja="そのレイヤだけの値は self に持たせましょう。",
)


@mistake(
    "dx-with-updated-weights",
    en="backward takes a step of gradient descent on W (0.1 times dW) and then computes dx with the new W. "
    "dx belongs to the W that forward used, and updating is the optimizer's work.",
    ja="backward の中で W を更新し(学習係数 0.1)、新しい W で dx を求めています。dx に使うのは順伝播のときの W で、更新はオプティマイザの役目です。",
    hint_en="Is W the same before and after your backward?",
    hint_ja="backward の前とあとで、W は同じ値のままですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        super().backward(dout)
        self.W = self.W - 0.1 * self.dW
        return super().backward(dout)


@mistake(
    "dx-with-slightly-updated-weights",
    en="backward takes a step of gradient descent on W (0.01 times dW) and then computes dx with the new W. "
    "dx belongs to the W that forward used, and updating is the optimizer's work.",
    ja="backward の中で W を更新し(学習係数 0.01)、新しい W で dx を求めています。dx に使うのは順伝播のときの W で、更新はオプティマイザの役目です。",
    hint_en="Is W the same before and after your backward?",
    hint_ja="backward の前とあとで、W は同じ値のままですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        super().backward(dout)
        self.W = self.W - 0.01 * self.dW
        return super().backward(dout)


@mistake(
    "updates-the-parameters",
    en="backward updates W and b itself (gradient descent with 0.1), so the next forward and backward see other weights.",
    ja="backward の中で W と b を更新しています(学習係数 0.1 の勾配降下法)。次の forward と backward が別の重みで計算されてしまいます。",
    hint_en="Which part of a training loop changes the parameters, and which only finds the gradients?",
    hint_ja="学習の手順のうち、パラメータを変えるのはどこで、勾配を求めるだけなのはどこですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.W, self.b = self.W - 0.1 * self.dW, self.b - 0.1 * self.db
        return dx


changed(
    "last-sample-only",
    {
        RETURN_BACKWARD: (
            "dx = (rows @ self.W.T).reshape(self.x.shape)\nfor x, d in zip(self.x, dout, strict=True):\n"
            "    self.dW = np.outer(x, d)\n    self.db = d.reshape(self.b.shape)\nreturn dx"
        )
    },
    en="dW and db hold the last sample's share alone: the loop over the batch overwrites them where it should add up.",
    ja="dW と db に最後のデータの分しか入っていません。バッチのループで、足し込まずに上書きしています。",
    hint_en="What is left of the first sample's gradient after your loop?",
    hint_ja="ループのあと、最初のデータの勾配はどこに残っていますか。",
)


@mistake(
    "last-sample-only-in-dW",
    en="dW holds the last sample's share alone: the loop over the batch overwrites it where it should add up. db is right.",
    ja="dW に最後のデータの分しか入っていません。バッチのループで、足し込まずに上書きしています(db は合っています)。",
    hint_en="What is left of the first sample's gradient after your loop?",
    hint_ja="ループのあと、最初のデータの勾配はどこに残っていますか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        for x, d in zip(self.x, dout, strict=True):
            self.dW = np.outer(x, d)
        return dx


changed(
    "last-sample-only-in-db",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = dout[-1].reshape(self.b.shape)\nreturn dx"
    },
    en="db is the last row of dout: the rows before it were overwritten or left out, not added.",
    ja="db が dout の最後の行だけになっています。それより前の行が足されていません。",
    hint_en="b is added to every row. How does each row's gradient reach it?",
    hint_ja="b は全行に足されています。各行の勾配は b にどう伝わりますか。",
)

changed(
    "first-sample-only-in-db",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = dout[0].reshape(self.b.shape)\nreturn dx"
    },
    en="db is the first row of dout; the other rows use the bias as well.",
    ja="db が dout の最初の行だけになっています。バイアスはほかの行にも使われています。",
    hint_en="b is added to every row. How does each row's gradient reach it?",
    hint_ja="b は全行に足されています。各行の勾配は b にどう伝わりますか。",
)

changed(
    "reshape-for-transpose-in-dW",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.x.reshape(self.x.shape[1], -1) @ dout\nreturn dx"
    },
    en="x was reshaped to (D, N) for dW. The shape is right, but reshape only counts the entries off anew; it does not turn rows into columns.",
    ja="dW の計算で x を reshape して (D, N) にしています。形状は合いますが、reshape は要素を並び順のまま区切り直すだけで、行と列を入れ替えません。",
    hint_en="Print [[1, 2, 3], [4, 5, 6]] reshaped to (3, 2), and its transpose.",
    hint_ja="[[1, 2, 3], [4, 5, 6]] を (3, 2) に reshape したものと、転置したものを print して比べてみましょう。",
)

changed(
    "reshape-for-transpose-in-dx",
    {RETURN_BACKWARD: "return dout @ self.W.reshape(self.W.shape[::-1])"},
    en="W was reshaped to (M, D) for dx. The shape is right, but reshape only counts the entries off anew; it does not turn rows into columns.",
    ja="dx の計算で W を reshape して (M, D) にしています。形状は合いますが、reshape は要素を並び順のまま区切り直すだけで、行と列を入れ替えません。",
    hint_en="Print [[1, 2, 3], [4, 5, 6]] reshaped to (3, 2), and its transpose.",
    hint_ja="[[1, 2, 3], [4, 5, 6]] を (3, 2) に reshape したものと、転置したものを print して比べてみましょう。",
)

changed(
    "reshape-for-transpose-in-both",
    {
        RETURN_BACKWARD: "self.dW = self.x.reshape(self.x.shape[1], -1) @ dout\nreturn dout @ self.W.reshape(self.W.shape[::-1])"
    },
    en="x and W were both reshaped where they should be transposed: dW and dx have the right shapes, but mixed-up entries.",
    ja="x も W も、転置すべきところで reshape しています。dW と dx の形状は合いますが、要素の並びが崩れています。",
    hint_en="Print [[1, 2, 3], [4, 5, 6]] reshaped to (3, 2), and its transpose.",
    hint_ja="[[1, 2, 3], [4, 5, 6]] を (3, 2) に reshape したものと、転置したものを print して比べてみましょう。",
)

changed(
    "dW-transposed-then-reshaped",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.dW.T.reshape(self.W.shape)\nreturn dx"
    },
    en="dW was computed the wrong way round, dout.T @ x, and then forced into W's shape with reshape: the entries are in the wrong places.",
    ja="dW を dout.T @ x と逆の順番で求め、reshape で W の形状に合わせています。要素の位置がずれています。",
    hint_en="Which of the two axes of dW belongs to x? Make it come first without any reshape.",
    hint_ja="dW の 2 つの軸のうち、x に由来するのはどちらですか。reshape なしで先頭に来るように積を作りましょう。",
)

changed(
    "weight-decay",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.dW + 0.1 * self.W\nreturn dx"},
    en="dW contains a weight decay: 0.1 * W was added to it. A penalty on W belongs to the loss or the optimizer; this layer returns the plain derivative.",
    ja="dW に Weight decay の項(0.1 * W)が足されています。正則化は損失関数やオプティマイザの役目で、このレイヤでは素直な微分だけを求めます。",
    hint_en="If dout is all zeros, what should dW be?",
    hint_ja="dout がすべて 0 なら、dW はいくつのはずですか。",
)

changed(
    "slight-weight-decay",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.dW + 0.01 * self.W\nreturn dx"},
    en="dW contains a weight decay: 0.01 * W was added to it. A penalty on W belongs to the loss or the optimizer; this layer returns the plain derivative.",
    ja="dW に Weight decay の項(0.01 * W)が足されています。正則化は損失関数やオプティマイザの役目で、このレイヤでは素直な微分だけを求めます。",
    hint_en="If dout is all zeros, what should dW be?",
    hint_ja="dout がすべて 0 なら、dW はいくつのはずですか。",
)

changed(
    "W-added-to-dW",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.dW + self.W\nreturn dx"},
    en="W itself was added to dW. The derivative of x @ W with respect to W does not contain W.",
    ja="dW に W そのものが足されています。x @ W を W で微分した結果に W は出てきません。",
    hint_en="If dout is all zeros, what should dW be?",
    hint_ja="dout がすべて 0 なら、dW はいくつのはずですか。",
)

changed(
    "db-keeps-the-batch-axis",
    {RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = self.db.reshape(1, -1)\nreturn dx"},
    en="db has the shape (1, M), where b has (M,): the sum kept the batch axis (keepdims).",
    ja="b の形状は (M,) なのに、db が (1, M) になっています。和をとるときにバッチの軸を残しています(keepdims)。",
    hint_en="A gradient has the shape of what it belongs to. Check db.shape against b.shape.",
    hint_ja="勾配の形状は、もとの変数と同じです。db.shape と b.shape を比べてみましょう。",
)

changed(
    "dW-divided-by-batch",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.dW = self.dW / (dout.size // dout.shape[-1])\nreturn dx"
    },
    en="dW is divided by the batch size. The loss has done that already: dout carries the 1/N. db is right.",
    ja="dW をバッチサイズで割っています。1/N は損失関数の段階で dout に含まれています(db は合っています)。",
    hint_en="Why should dW be an average if db is a sum?",
    hint_ja="db は和なのに、dW だけ平均にするのはなぜですか。",
)

changed(
    "dx-keeps-the-bias-column",
    {RETURN_BACKWARD: "return dout @ np.vstack([self.W, self.b]).T"},
    en="dx has one column too many. With the bias as a last row of the weights, x got a column of ones; its gradient belongs to nobody and must not be returned.",
    ja="dx の列が 1 つ多くなっています。バイアスを重みの行に含めるために x に足した「1 の列」の分まで返しています。",
    hint_en="dx has the shape of the x that the caller gave. Which of your columns was not in it?",
    hint_ja="dx の形状は、渡された x と同じです。もとの x になかったのはどの列ですか。",
)

changed(
    "relu-in-forward",
    {"return x @ self.W + self.b": "return np.maximum(x @ self.W + self.b, 0)"},
    en="forward applies ReLU to the result: what should be negative is 0. The activation is a layer of its own.",
    ja="forward の結果に ReLU をかけています(負になるはずの値が 0 です)。活性化関数は別のレイヤです。",
    hint_en="Can x @ W + b be negative?",
    hint_ja="x @ W + b は負になることがありますか。",
)

changed(
    "relu-in-forward-and-backward",
    {
        "return x @ self.W + self.b": "y = x @ self.W + self.b\nself.mask = y > 0\nreturn y * self.mask",
        "x = self.x.reshape(-1, self.x.shape[-1])": "dout = dout * self.mask\nx = self.x.reshape(-1, self.x.shape[-1])",
    },
    en="The layer is Affine and ReLU in one: forward clears what is negative, and backward stops dout there. The activation is a layer of its own.",
    ja="Affine と ReLU を 1 つのレイヤにしています。forward では負の値を、backward ではその位置の dout を 0 にしています。活性化関数は別のレイヤです。",
    hint_en="Can x @ W + b be negative?",
    hint_ja="x @ W + b は負になることがありますか。",
)

changed(
    "sigmoid-in-forward",
    {"return x @ self.W + self.b": "return 1 / (1 + np.exp(-(x @ self.W + self.b)))"},
    en="forward applies the sigmoid to the result, so it lies between 0 and 1. The activation is a layer of its own.",
    ja="forward の結果にシグモイド関数をかけています(すべて 0 から 1 の間になります)。活性化関数は別のレイヤです。",
    hint_en="How large can x @ W + b become?",
    hint_ja="x @ W + b は、どこまで大きくなりますか。",
)

changed(
    "bias-added-twice",
    {"return x @ self.W + self.b": "return x @ self.W + self.b + self.b"},
    en="forward adds the bias twice.",
    ja="forward でバイアスを 2 回足しています。",
    hint_en="What should forward return when x is all zeros?",
    hint_ja="x がすべて 0 のとき、forward は何を返すはずですか。",
)

changed(
    "db-from-dW",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = self.dW.sum(axis=0).reshape(self.b.shape)\nreturn dx"
    },
    en="db is the sum of the rows of dW: every row of dout is weighted with the sum of its inputs. b is added without any factor, so the rows of dout are summed as they are.",
    ja="db が dW の行の和になっています。dout の各行に、その入力の和が掛かっています。b はそのまま足されるだけなので、dout の行をそのまま足します。",
    hint_en="Does the gradient of b depend on x? Of which array are the rows to be summed?",
    hint_ja="b の勾配は x によりますか。どの配列の行を足せばよいでしょうか。",
)

changed(
    "db-the-sum-of-everything-in-every-entry",
    {
        RETURN_BACKWARD: "dx = (rows @ self.W.T).reshape(self.x.shape)\nself.db = np.full(self.b.shape, np.sum(dout))\nreturn dx"
    },
    en="Every entry of db is the sum over all of dout, rows and columns: db has b's shape, but the outputs are not kept apart.",
    ja="db のどの要素も、dout 全体(行も列も)の和になっています。形状は b と同じですが、出力ごとに分かれていません。",
    hint_en="Which entries of dout does the first entry of b reach? Which argument of np.sum keeps the columns apart?",
    hint_ja="b の最初の要素が関わるのは、dout のどの要素ですか。列ごとに足すには、np.sum のどの引数を使いますか。",
)


@mistake(
    "all-three-divided-by-batch",
    en="dx, dW and db are all divided by the batch size. The loss has done that already: dout carries the 1/N.",
    ja="dx、dW、db のすべてをバッチサイズで割っています。1/N は損失関数の段階で dout に含まれています。",
    hint_en="The loss is free to be a sum or a mean; this layer cannot know. What is the plain derivative?",
    hint_ja="損失が和か平均かを、このレイヤは知りません。素直に微分するとどうなりますか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        return super().backward(dout / (dout.size // dout.shape[-1]))


changed(
    "bias-subtracted",
    {"return x @ self.W + self.b": "return x @ self.W - self.b"},
    en="forward subtracts the bias: it returns x @ W - b.",
    ja="forward がバイアスを引いています(x @ W - b を返しています)。",
    hint_en="What should forward return when x is all zeros?",
    hint_ja="x がすべて 0 のとき、forward は何を返すはずですか。",
)
