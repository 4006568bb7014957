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
        self.x = x
        return x @ self.W


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
    "db-averaged",
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
    "dW-transposed",
    en="dW is transposed: it is dout.T @ x, of shape (M, D), where W has shape (D, M).",
    ja="dW が転置になっています。dout.T @ x の形状は (M, D) ですが、W の形状は (D, M) です。",
    hint_en="Which factor must stand on the left for the product to have W's shape?",
    hint_ja="積が W と同じ形状になるには、どちらを左に置けばよいですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dW = self.dW.T
        return dx


@mistake(
    "W-not-transposed",
    en="dx is dout @ W without transposing W, so the shapes do not fit.",
    ja="dx を dout @ W としていて、W を転置していません。形状が合いません。",
    hint_en="dout has M columns, dx must have D. Which form of W leads from M to D?",
    hint_ja="dout は M 列、dx は D 列です。M から D に移す W の形はどちらですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        super().backward(dout)
        return dout @ self.W


@mistake(
    "keeps-first-input",
    en="The layer keeps the x of its first forward: later backward passes use an old input.",
    ja="最初の forward の x を使い続けています。2 回目以降の逆伝播が古い入力で計算されます。",
    hint_en="When must self.x be set?",
    hint_ja="self.x はいつ設定すべきですか。",
)
class Affine(reference.Affine):
    def forward(self, x):
        if getattr(self, "first", None) is None:
            self.first = x
        self.x = self.first
        return x @ self.W + self.b

    def backward(self, dout):
        if dout.shape[:-1] != self.x.shape[:-1]:
            raise ValueError("matmul: the shapes do not fit")
        return super().backward(dout)


@mistake(
    "gradients-accumulate",
    en="dW and db are added to those of the call before, instead of being set anew.",
    ja="dW と db を、前回の値に足し込んでいます。毎回新しく設定しなければなりません。",
    hint_en="What do dW and db hold when backward is called a second time?",
    hint_ja="backward を 2 回目に呼んだとき、dW と db には何が入っていますか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        before = (self.dW, self.db)
        dx = super().backward(dout)
        if before[0] is not None:
            self.dW, self.db = self.dW + before[0], self.db + before[1]
        return dx


@mistake(
    "db-summed-over-features",
    en="db is summed along the wrong axis: over the features, giving one number a sample, not one a feature.",
    ja="db を足す軸が違います。特徴の方向に足しているので、データごとの値になっています。",
    hint_en="b has M entries. Which axis of dout must disappear?",
    hint_ja="b の要素は M 個です。dout のどの軸が消えればよいですか。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.db = np.sum(dout, axis=-1)
        return dx


@mistake(
    "dW-averaged",
    en="dW is divided by the batch size; the sum over the batch is asked for.",
    ja="dW をバッチサイズで割っています。求められているのはバッチについての和です。",
    hint_en="Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="バッチサイズで割るのは損失関数の役目で、このレイヤの役目ではありません。",
)
class Affine(reference.Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dW = self.dW / (dout.size // dout.shape[-1])
        return dx
