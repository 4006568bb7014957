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
