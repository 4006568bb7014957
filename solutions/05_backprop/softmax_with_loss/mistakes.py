import numpy as np

from grader.authoring import mistake, reference


def one_hot(y, t):
    return t if t.ndim == 2 else np.eye(y.shape[1])[t]


@mistake(
    "not-divided-by-batch",
    en="backward leaves out the division by the batch size: dx is N times too large.",
    ja="backward でバッチサイズ N で割っていません。dx が N 倍になっています。",
    hint_en="forward returns a mean. How much does one sample contribute to it?",
    hint_ja="forward が返すのは平均です。1 つのサンプルは、そこにどれだけ効いていますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return dout * (self.y - one_hot(self.y, self.t))


@mistake(
    "divided-by-classes",
    en="backward divides by the number of classes, M, where it should divide by the batch size, N.",
    ja="backward で、バッチサイズ N ではなくクラス数 M で割っています。",
    hint_en="Which axis of x is the batch?",
    hint_ja="x のどの軸がバッチですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return dout * (self.y - one_hot(self.y, self.t)) / self.y.shape[1]


@mistake(
    "divided-by-all-entries",
    en="backward divides by the number of entries, N times M; the loss is a mean over the N samples only.",
    ja="backward で、全要素の数 N × M で割っています。損失は N 個のサンプルについての平均です。",
    hint_en="Over how many terms does the loss average?",
    hint_ja="損失は、いくつの項の平均ですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return dout * (self.y - one_hot(self.y, self.t)) / self.y.size


@mistake(
    "labels-size-for-batch",
    en="backward divides by t.size. That is N for labels, but N times M for one-hot rows.",
    ja="backward で t.size で割っています。t がラベルなら N ですが、one-hot 表現では N × M になります。",
    hint_en="Which number is the same for labels and for one-hot rows: t.size, or the length of its first axis?",
    hint_ja="t がラベルでも one-hot 表現でも同じになるのは、t.size と、最初の軸の長さのどちらですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return dout * (self.y - one_hot(self.y, self.t)) / self.t.size


@mistake(
    "dout-ignored",
    en="backward ignores dout: it is right for dout = 1 only. The code in document 001 and in the book does this.",
    ja="backward が dout を使っていません。dout = 1 のときしか正しくありません(資料 001 や本のコードもそうなっています)。",
    hint_en="What should happen to dx if the loss is multiplied by 3 afterwards?",
    hint_ja="損失があとで 3 倍されるとき、dx はどうなるはずですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return super().backward()


@mistake(
    "dout-ignored-for-labels",
    en="backward uses dout for one-hot rows only: with labels dx is not scaled.",
    ja="dout を掛けているのは t が one-hot 表現のときだけです。ラベルのときに dx が dout 倍されていません。",
    hint_en="Does every branch of backward use dout?",
    hint_ja="backward の分岐のどちらでも dout を使っていますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return super().backward(dout if self.t.ndim == 2 else 1)


@mistake(
    "labels-not-handled",
    en="backward subtracts labels as if they were one-hot rows: (N, M) minus (N,) does not fit. "
    "The code in document 001 does this.",
    ja="backward で、ラベルを one-hot 表現と同じように引いています。(N, M) と (N,) では形状が合いません"
    "(資料 001 のコードもそうなっています)。",
    hint_en="What does the label 2 mean for the third entry of its row of y?",
    hint_ja="ラベルが 2 のとき、y のその行のどの要素から何を引けばよいでしょうか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)


@mistake(
    "labels-as-column",
    en="backward subtracts the label's number from every entry of its row; a label only says where to subtract 1.",
    ja="backward で、ラベルの番号そのものを行の全要素から引いています。ラベルが表すのは、1 を引く場所です。",
    hint_en="Write out the one-hot row of the label 2.",
    hint_ja="ラベル 2 を one-hot 表現で書いてみましょう。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        t = self.t if self.t.ndim == 2 else self.t.reshape(-1, 1)
        return dout * (self.y - t) / len(self.y)


@mistake(
    "whole-columns-for-labels",
    en="y[:, t] subtracts 1 from whole columns, for every row; each row has its own label.",
    ja="y[:, t] では、すべての行の同じ列から 1 を引いてしまいます。ラベルは行ごとに違います。",
    hint_en="Which row index belongs to the label t[i]?",
    hint_ja="ラベル t[i] に対応する行の番号は何ですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        if self.t.ndim == 2:
            return super().backward(dout)
        dx = self.y.copy()
        dx[:, self.t] -= 1
        return dout * dx / len(self.y)


@mistake(
    "forward-one-hot-only",
    en="forward multiplies the log by t, which is right for one-hot rows only: labels have another shape.",
    ja="forward で log に t を掛けています。これは one-hot 表現のときだけの式で、ラベルでは形状が合いません。",
    hint_en="How do you pick one entry from each row by its number?",
    hint_ja="番号を使って、各行から 1 つずつ要素を取り出すにはどうしますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        self.y, self.t = reference.softmax(x), t
        return -np.sum(t * np.log(self.y + 1e-7)) / len(x)


@mistake(
    "sign-flipped",
    en="backward returns t - y: the sign is wrong, and a step downhill would climb.",
    ja="backward が t - y になっています。符号が逆なので、勾配を下るつもりが上ってしまいます。",
    hint_en="Should the entry of the right class be pushed up or down? Remember that a step subtracts dx.",
    hint_ja="正解のクラスの要素は大きくしたいですか、小さくしたいですか。更新では dx を引くことに注意しましょう。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return -super().backward(dout)


@mistake(
    "y-changed-by-backward",
    en="backward subtracts inside the y that forward kept, so the second call subtracts once more.",
    ja="backward が、forward で覚えた y 自体から引いています。2 回目の呼び出しでは、もう一度引かれてしまいます。",
    hint_en="Is dx a new array, or another name for self.y?",
    hint_ja="dx は新しい配列ですか、それとも self.y の別名ですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        dx = self.y
        dx -= one_hot(self.y, self.t)
        return dout * dx / len(self.y)


@mistake(
    "y-changed-for-labels",
    en="With labels, backward subtracts 1 inside the y that forward kept, so the second call subtracts once more.",
    ja="ラベルのとき、backward が forward で覚えた y 自体から 1 を引いています。2 回目の呼び出しでは、もう一度引かれてしまいます。",
    hint_en="Is dx a new array, or another name for self.y?",
    hint_ja="dx は新しい配列ですか、それとも self.y の別名ですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        if self.t.ndim == 2:
            return super().backward(dout)
        dx = self.y
        dx[np.arange(len(dx)), self.t] -= 1
        return dout * dx / len(self.y)


@mistake(
    "cross-entropy-only",
    en="backward is the gradient with respect to y, -t / y; it still has to pass through softmax.",
    ja="backward が y についての勾配 -t / y になっています。ソフトマックス関数の逆伝播がまだです。",
    hint_en="With respect to which array should the gradient be: y, or x?",
    hint_ja="求めるのは、y と x のどちらについての勾配ですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return -dout * one_hot(self.y, self.t) / (self.y + 1e-7) / len(self.y)


@mistake(
    "diagonal-of-softmax",
    en="softmax is passed through as if it worked entry by entry, with y(1 - y); "
    "every entry of x reaches every entry of its row of y.",
    ja="ソフトマックス関数を y(1 - y) で逆伝播しています。x の 1 つの要素は、その行の y の全要素に影響します。",
    hint_en="If one entry of x grows, what happens to the other entries of y?",
    hint_ja="x の要素を 1 つ大きくすると、y のほかの要素はどうなりますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return dout * (self.y - one_hot(self.y, self.t)) * self.y * (1 - self.y) / len(self.y)


@mistake(
    "returns-softmax",
    en="forward returns the probabilities y, where it should return the loss.",
    ja="forward が損失ではなく、確率 y を返しています。",
    hint_en="This layer ends the network. How many numbers should come out?",
    hint_ja="このレイヤはネットワークの最後にあります。出てくる数はいくつのはずですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        super().forward(x, t)
        return self.y


@mistake(
    "loss-not-returned",
    en="forward computes the loss but does not return it.",
    ja="forward で損失を計算していますが、return していません。",
    hint_en="What does print(layer.forward(x, t)) show?",
    hint_ja="print(layer.forward(x, t)) とすると、何が表示されますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        self.loss = super().forward(x, t)


@mistake(
    "loss-summed",
    en="forward returns the sum of the batch's losses, where it should return their mean.",
    ja="forward が、バッチの損失の平均ではなく和を返しています。",
    hint_en="Should the loss double if every sample is given twice?",
    hint_ja="同じサンプルを 2 回ずつ入れたら、損失は 2 倍になるべきでしょうか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        return super().forward(x, t) * len(x)


@mistake(
    "softmax-skipped",
    en="forward hands x itself to the cross entropy error: softmax is missing.",
    ja="forward で、x をそのまま交差エントロピー誤差に渡しています。ソフトマックス関数を通していません。",
    hint_en="What must each row of y sum to?",
    hint_ja="y の各行の和は、いくつのはずですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        self.y, self.t = x, t
        return reference.cross_entropy_error(x, t)


@mistake(
    "softmax-twice",
    en="softmax is applied twice before the loss.",
    ja="損失の前に、ソフトマックス関数を 2 回通しています。",
    hint_en="What does each of the two given functions expect?",
    hint_ja="与えられた 2 つの関数は、それぞれ何を受け取りますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        return super().forward(reference.softmax(x), t)


@mistake(
    "softmax-overflows",
    en="softmax is taken without subtracting each row's maximum: exp overflows and inf / inf gives NaN.",
    ja="行ごとの最大値を引かずにソフトマックス関数を計算しています。exp がオーバーフローし、inf / inf で NaN になります。",
    hint_en="Use the softmax that the file gives, or ask what may be subtracted from a row without changing its result.",
    hint_ja="ファイルにある softmax を使うか、結果を変えずに行から何を引けるか考えてみましょう。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        e = np.exp(x)
        self.y, self.t = e / np.sum(e, axis=1, keepdims=True), t
        return reference.cross_entropy_error(self.y, t)


@mistake(
    "log-of-zero",
    en="The log is taken of a probability that can be 0, which makes the loss infinite.",
    ja="0 になりうる確率の log をそのまま取っています。損失が無限大になります。",
    hint_en="Use the cross_entropy_error that the file gives, or keep the argument of log away from 0.",
    hint_ja="ファイルにある cross_entropy_error を使うか、log の中身が 0 にならないようにしましょう。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        super().forward(x, t)
        labels = t if t.ndim == 1 else np.argmax(t, axis=1)
        return -np.mean(np.log(self.y[np.arange(len(x)), labels]))


@mistake(
    "state-in-the-class",
    en="y and t are kept in the class, so a second layer overwrites what the first one kept.",
    ja="y と t をクラス変数に入れています。2 つ目のレイヤが、1 つ目の覚えたものを上書きしてしまいます。",
    hint_en="Where do you assign to self, and where to the class?",
    hint_ja="self に代入しているところと、クラスに代入しているところはどこですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        cls = type(self)
        cls.y, cls.t = reference.softmax(x), t
        return reference.cross_entropy_error(cls.y, t)
