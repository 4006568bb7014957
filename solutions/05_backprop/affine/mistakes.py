import numpy as np

from grader.authoring import mistake, reference


@mistake(
    "bias-forgotten",
    en="forward leaves the bias out: it returns x @ W.",
    ja="forward でバイアスを足していません(x @ W だけを返しています)。",
    hint_en="What should forward return when x is all zeros?",
    hint_ja="x がすべて 0 のとき、forward は何を返すはずですか。",
)
class Affine(reference.Affine):
    def forward(self, x):
        return super().forward(x) - self.b


@mistake(
    "product-in-the-wrong-order",
    en="forward multiplies W @ x (or x * W): the shapes do not fit, because the samples are the rows of x.",
    ja="forward で W @ x(または x * W)を計算しています。x は 1 行がデータ 1 個なので、形状が合いません。",
    hint_en="x is (N, D) and W is (D, M). In which order do the inner sizes meet?",
    hint_ja="x は (N, D)、W は (D, M) です。内側の次元が一致するのは、どの順番の積ですか。",
)
class Affine(reference.Affine):
    def forward(self, x):
        self.x = x
        return self.W @ x + self.b


@mistake(
    "db-not-summed",
    en="db is dout itself: it was not summed over the batch, so it does not have b's shape.",
    ja="db が dout のままです。バッチ方向に足し合わせていないので、b と形状が合いません。",
    hint_en="b is added to every row. How does each row's gradient reach it?",
    hint_ja="b は全行に足されています。各行の勾配は b にどう伝わりますか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.db = dout
        return dx


@mistake(
    "db-summed-over-features",
    en="db is summed along axis 1: one number for each sample, where there should be one for each output.",
    ja="db を axis=1 で足しています。出力ごとに 1 個のはずが、データごとに 1 個になっています。",
    hint_en="Which axis of dout does b not have?",
    hint_ja="dout の軸のうち、b がもっていないのはどちらですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.db = np.sum(dout, axis=1)
        return dx


@mistake(
    "db-summed-to-one-number",
    en="db is one number: np.sum without an axis adds up all of dout.",
    ja="db が 1 個の数になっています。axis を指定しない np.sum は dout 全体を足してしまいます。",
    hint_en="db should have the shape of b. Which argument of np.sum keeps the columns apart?",
    hint_ja="db の形状は b と同じはずです。列ごとに足すには、np.sum のどの引数を使いますか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.db = np.sum(dout)
        return dx


@mistake(
    "mean-for-sum",
    en="db is the mean over the batch, where it should be the sum.",
    ja="db がバッチの平均になっています。和でなければなりません。",
    hint_en="Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="バッチサイズで割るのは損失関数の役目で、このレイヤの役目ではありません。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.db = self.db / (dout.size // dout.shape[-1])
        return dx


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


@mistake(
    "dW-transposed",
    en="dW is transposed: dout.T @ x has shape (M, D), where W has (D, M).",
    ja="dW が転置になっています。dout.T @ x の形状は (M, D) ですが、W は (D, M) です。",
    hint_en="A gradient has the shape of what it belongs to. Check dW.shape against W.shape.",
    hint_ja="勾配の形状は、もとの変数と同じです。dW.shape と W.shape を比べてみましょう。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dW = self.dW.T
        return dx


@mistake(
    "dW-without-transpose",
    en="dW is computed as x @ dout: the shapes (N, D) and (N, M) do not fit.",
    ja="dW を x @ dout で計算しています。(N, D) と (N, M) では形状が合いません。",
    hint_en="dW sums over the samples. So which axis of x has to meet the N of dout?",
    hint_ja="dW はデータについての和です。dout の N とかみ合わせるのは、x のどの軸ですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dW = self.x @ dout
        return dx


@mistake(
    "dx-without-transpose",
    en="dx is computed with W, not with its transpose: unless W is square the shapes do not even fit.",
    ja="dx の計算で W を転置していません。W が正方行列でなければ、形状すら合いません。",
    hint_en="dout is (N, M), dx must be (N, D). What must W look like in between?",
    hint_ja="dout は (N, M)、dx は (N, D) です。間に来る W はどんな形状でなければなりませんか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        super().backward(dout)
        return dout @ self.W


@mistake(
    "upstream-ignored",
    en="backward does not use the values of dout: it is right only if dout is all ones.",
    ja="backward が dout の値を使っていません。dout がすべて 1 のときしか正しくなりません。",
    hint_en="The chain rule multiplies what arrives from behind with the layer's own derivative.",
    hint_ja="連鎖律では、出力側から来た勾配に、このレイヤの微分を掛けます。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        return super().backward(np.ones_like(dout))


@mistake(
    "dx-not-returned",
    en="backward returns nothing: the gradient never reaches the layer before.",
    ja="backward が何も返していません。これでは勾配が前の層に伝わりません。",
    hint_en="Which of the three gradients does the previous layer need?",
    hint_ja="3 つの勾配のうち、前の層が必要とするのはどれですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        super().backward(dout)


@mistake(
    "all-three-returned",
    en="backward returns a tuple (dx, dW, db): only dx is handed on, dW and db stay in the layer.",
    ja="backward が (dx, dW, db) の組を返しています。返すのは dx だけで、dW と db はレイヤの中に残します。",
    hint_en="What would the previous layer do with dW?",
    hint_ja="前の層は dW を受け取って何に使うでしょうか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        return super().backward(dout), self.dW, self.db


@mistake(
    "first-input-kept",
    en="The layer keeps the x of the first forward for ever, so dW is wrong from the second batch on.",
    ja="最初の forward の x をずっと使っています。2 回目のバッチから dW が間違います。",
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


@mistake(
    "state-shared-by-layers",
    en="x is kept where all layers share it (in the class or a global name): a second layer overwrites the first one's.",
    ja="x をクラス変数やグローバル変数に保存しています。別のレイヤの forward で上書きされてしまいます。",
    hint_en="What belongs to one layer only must hang on self.",
    hint_ja="そのレイヤだけの値は self に持たせましょう。",
)
class Affine(reference.Affine):
    def forward(self, x):
        y = super().forward(x)
        del self.x
        type(self).x = x
        return y
