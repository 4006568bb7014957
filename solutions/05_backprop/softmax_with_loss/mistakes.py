import numpy as np

from grader.authoring import changed, mistake, reference

LOSS = "return cross_entropy_error(self.y, t)"
BACKWARD = (
    "t = self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]\nreturn dout * (self.y - t) / len(self.y)"
)
RETURN_BACKWARD = "return dout * (self.y - t) / len(self.y)"


def one_hot(y, t):
    return t if t.ndim == 2 else np.eye(y.shape[1])[t]


changed(
    "not-divided-by-batch",
    {BACKWARD: "return dout * (self.y - (self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]))"},
    en="backward leaves out the division by the batch size: dx is N times too large.",
    ja="backward でバッチサイズ N で割っていません。dx が N 倍になっています。",
    hint_en="forward returns a mean. How much does one sample contribute to it?",
    hint_ja="forward が返すのは平均です。データ 1 個は、そこにどれだけ効いていますか。",
)


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
    ja="backward で、全要素の数 N × M で割っています。損失は N 個のデータについての平均です。",
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


changed(
    "dout-ignored",
    {RETURN_BACKWARD: "return 1 * (self.y - t) / len(self.y)"},
    en="backward ignores dout: it is right for dout = 1 only. The code in document 001 and in the book does this.",
    ja="backward が dout を使っていません。dout = 1 のときしか正しくありません(資料 001 や本のコードもそうなっています)。",
    hint_en="What should happen to dx if the loss is multiplied by 3 afterwards?",
    hint_ja="損失があとで 3 倍されるとき、dx はどうなるはずですか。",
)

changed(
    "dout-ignored-for-labels",
    {RETURN_BACKWARD: "return (dout if self.t.ndim == 2 else 1) * (self.y - t) / len(self.y)"},
    en="backward uses dout for one-hot rows only: with labels dx is not scaled.",
    ja="dout を掛けているのは t が one-hot 表現のときだけです。ラベルのときに dx が dout 倍されていません。",
    hint_en="Does every branch of backward use dout?",
    hint_ja="backward の分岐のどちらでも dout を使っていますか。",
)

changed(
    "labels-not-handled",
    {BACKWARD: "return dout * (self.y - self.t) / len(self.y)"},
    en="With labels, backward subtracts from y, (N, M), an array whose shape does not fit: the labels, (N,), as they are "
    "(as the code in document 001 does), or rows of another length than M.",
    ja="ラベルのとき、backward が y(形状 (N, M))から、形状の合わない配列を引いています。資料 001 のコードのようにラベル(形状 (N,))をそのまま引いているか、"
    "引いている行の長さが M ではありません。",
    hint_en="What does the label 2 mean for the third entry of its row of y?",
    hint_ja="ラベルが 2 のとき、y のその行のどの要素から何を引けばよいでしょうか。",
)

changed(
    "labels-as-column",
    {
        "t = self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]": "t = self.t if self.t.ndim == 2 else self.t.reshape(-1, 1)"
    },
    en="backward subtracts the label's number from every entry of its row; a label only says where to subtract 1.",
    ja="backward で、ラベルの番号そのものを行の全要素から引いています。ラベルが表すのは、1 を引く場所です。",
    hint_en="Write out the one-hot row of the label 2.",
    hint_ja="ラベル 2 を one-hot 表現で書いてみましょう。",
)


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


changed(
    "forward-one-hot-only",
    {LOSS: "return -np.sum(t * np.log(self.y + 1e-7)) / len(x)"},
    en="forward multiplies the log by t, which is right for one-hot rows only: labels have another shape.",
    ja="forward で log に t を掛けています。これは one-hot 表現のときだけの式で、ラベルでは形状が合いません。",
    hint_en="How do you pick one entry from each row by its number?",
    hint_ja="番号を使って、各行から 1 つずつ要素を取り出すにはどうしますか。",
)

changed(
    "sign-flipped",
    {RETURN_BACKWARD: "return -(dout * (self.y - t) / len(self.y))"},
    en="backward returns t - y: the sign is wrong, and a step downhill would climb.",
    ja="backward が t - y になっています。符号が逆なので、勾配を下るつもりが上ってしまいます。",
    hint_en="Should the entry of the right class be pushed up or down? Remember that a step subtracts dx.",
    hint_ja="正解のクラスの要素は大きくしたいですか、小さくしたいですか。更新では dx を引くことに注意しましょう。",
)


@mistake(
    "y-changed-by-backward",
    en="backward subtracts inside the y that forward kept, so the second call subtracts once more.",
    ja="backward が、forward で保存した y そのものから引いています。2 回目の呼び出しでは、もう一度引かれてしまいます。",
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
    ja="ラベルのとき、backward が forward で保存した y そのものから 1 を引いています。2 回目の呼び出しでは、もう一度引かれてしまいます。",
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
    ja="backward が y についての勾配 -t / y になっています。ソフトマックス関数の逆伝播が抜けています。",
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


changed(
    "returns-softmax",
    {LOSS: "return self.y"},
    en="forward returns the probabilities y, where it should return the loss.",
    ja="forward が損失ではなく、確率 y を返しています。",
    hint_en="This layer ends the network. How many numbers should come out?",
    hint_ja="このレイヤはネットワークの最後にあります。出てくる数はいくつのはずですか。",
)

changed(
    "loss-not-returned",
    {LOSS: "self.loss = cross_entropy_error(self.y, t)"},
    en="forward computes the loss but does not return it.",
    ja="forward で損失を計算していますが、return していません。",
    hint_en="What does print(layer.forward(x, t)) show?",
    hint_ja="print(layer.forward(x, t)) とすると、何が表示されますか。",
)

changed(
    "loss-summed",
    {LOSS: "return cross_entropy_error(self.y, t) * len(x)"},
    en="forward returns the sum of the batch's losses, where it should return their mean.",
    ja="forward が、バッチの損失の平均ではなく和を返しています。",
    hint_en="Should the loss double if every sample is given twice?",
    hint_ja="同じデータを 2 回ずつ入れたら、損失は 2 倍になるべきでしょうか。",
)

changed(
    "softmax-skipped",
    {"self.y = softmax(x)": "self.y = x"},
    en="forward hands x itself to the cross entropy error: softmax is missing.",
    ja="forward で、x をそのまま交差エントロピー誤差に渡しています。ソフトマックス関数を通していません。",
    hint_en="What must each row of y sum to?",
    hint_ja="y の各行の和は、いくつのはずですか。",
)

changed(
    "softmax-twice",
    {"self.y = softmax(x)": "self.y = softmax(softmax(x))"},
    en="softmax is applied twice before the loss.",
    ja="損失の前に、ソフトマックス関数を 2 回通しています。",
    hint_en="What does each of the two given functions expect?",
    hint_ja="用意してある 2 つの関数は、それぞれ何を受け取りますか。",
)

changed(
    "softmax-overflows",
    {"self.y = softmax(x)": "e = np.exp(x)\nself.y = e / np.sum(e, axis=1, keepdims=True)"},
    en="softmax is taken without subtracting each row's maximum: exp overflows and inf / inf gives NaN.",
    ja="行ごとの最大値を引かずにソフトマックス関数を計算しています。exp がオーバーフローし、inf / inf で NaN になります。",
    hint_en="Use the softmax that the file gives, or ask what may be subtracted from a row without changing its result.",
    hint_ja="ファイルにある softmax を使うか、結果を変えずに行から何を引けるか考えてみましょう。",
)


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


changed(
    "state-in-the-class",
    everywhere={"self.t": "type(self).t", "self.y": "type(self).y"},
    en="y and t are kept in the class, so a second layer overwrites what the first one kept.",
    ja="y と t をクラス変数に入れています。2 つ目のレイヤが、1 つ目の保存した値を上書きしてしまいます。",
    hint_en="Where do you assign to self, and where to the class?",
    hint_ja="self に代入しているところと、クラスに代入しているところはどこですか。",
)

changed(
    "softmax-over-the-batch",
    {"self.y = softmax(x)": "self.y = softmax(x.T).T"},
    en="softmax runs down the columns (axis 0), so that the samples compete with each other. It should run along each row.",
    ja="ソフトマックス関数を列方向(axis=0)に計算しています。データどうしの比較になってしまいます。行ごとに計算します。",
    hint_en="Print y. Which sums are 1: those of the rows, or those of the columns?",
    hint_ja="y を print してみましょう。和が 1 になっているのは、行と列のどちらですか。",
)

changed(
    "softmax-over-everything",
    {"self.y = softmax(x)": "self.y = softmax(x.reshape(1, -1)).reshape(x.shape)"},
    en="softmax divides by the sum over the whole batch. The probabilities of each row should sum to 1, not those of all rows together.",
    ja="ソフトマックス関数の分母が、バッチ全体の和になっています。確率の和は、全体ではなく行ごとに 1 になるはずです。",
    hint_en="Print y. What does each row sum to?",
    hint_ja="y を print してみましょう。各行の和はいくつですか。",
)

changed(
    "y-scaled-by-backward",
    {
        BACKWARD: "t = self.y\nt -= self.t if self.t.ndim == 2 else np.eye(t.shape[1])[self.t]\nt *= dout\nt /= len(t)\nreturn t"
    },
    en="backward subtracts, multiplies and divides inside the y that forward kept, so the second call starts from the first one's dx.",
    ja="backward が、forward で保存した y そのものを引き算と掛け算と割り算で書き換えています。2 回目の呼び出しは、1 回目の dx から始まってしまいます。",
    hint_en="Is dx a new array, or another name for self.y?",
    hint_ja="dx は新しい配列ですか、それとも self.y の別名ですか。",
)

changed(
    "y-scaled-for-labels",
    {
        BACKWARD: (
            "if self.t.ndim == 2:\n    t = self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]\n"
            "    return dout * (self.y - t) / len(self.y)\ndx = self.y\ndx[np.arange(len(dx)), self.t] -= 1\n"
            "dx *= dout\ndx /= len(dx)\nreturn dx"
        )
    },
    en="With labels, backward subtracts, multiplies and divides inside the y that forward kept, so the second call starts from the first one's dx.",
    ja="ラベルのとき、backward が forward で保存した y そのものを書き換えています(1 を引き、dout を掛け、N で割る)。2 回目の呼び出しは、1 回目の dx "
    "から始まってしまいます。",
    hint_en="Is dx a new array, or another name for self.y?",
    hint_ja="dx は新しい配列ですか、それとも self.y の別名ですか。",
)

changed(
    "loss-averaged-over-all-entries",
    {LOSS: "return cross_entropy_error(self.y, t) / x.shape[1]"},
    en="The loss is divided by N times M, the number of all entries. It is a mean over the N samples only.",
    ja="損失を全要素の数 N × M で割っています。平均をとるのは N 個のデータについてだけです。",
    hint_en="Should the loss shrink if a class is added that never occurs?",
    hint_ja="決して現れないクラスを 1 つ増やしたら、損失は小さくなるべきでしょうか。",
)

changed(
    "loss-averaged-over-one-hot-entries",
    {LOSS: "return cross_entropy_error(self.y, t) * len(x) / t.size"},
    en="With one-hot rows the loss is divided by N times M (t.size, or np.mean over all entries); with labels it is right.",
    ja="t が one-hot 表現のとき、損失を N × M で割っています(t.size や、全要素の np.mean)。ラベルのときは合っています。",
    hint_en="Over how many samples does the loss average? Which of t's axes counts them?",
    hint_ja="損失は、いくつのデータの平均ですか。それを数えるのは t のどの軸ですか。",
)


@mistake(
    "jacobian-sign-off-the-diagonal",
    en="Away from the diagonal the derivative of softmax has the wrong sign: it was taken as +y_i y_j. If one score grows, the other probabilities shrink.",
    ja="ソフトマックス関数の微分で、対角以外の符号が逆です(+y_i y_j になっています)。1 つのスコアが大きくなれば、ほかの確率は小さくなります。",
    hint_en="Each row of y sums to 1. So what must the derivatives with respect to one x sum to?",
    hint_ja="y の各行の和は常に 1 です。では、1 つの x についての微分をすべて足すといくつになりますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        dx = np.zeros_like(self.y)
        for n, (y, t) in enumerate(zip(self.y, one_hot(self.y, self.t), strict=True)):
            jacobian = np.outer(y, y)
            np.fill_diagonal(jacobian, y * (1 - y))
            dx[n] = jacobian @ (-dout * t / y)
        return dx / len(dx)


@mistake(
    "jacobian-outer-product-added",
    en="dx is -(y + t): in the derivative of softmax the product of y with itself was added to the diagonal, where it is subtracted.",
    ja="dx が -(y + t) になっています。ソフトマックス関数の微分で、y どうしの積を対角行列から引かずに足しています。",
    hint_en="Each row of y sums to 1. So what must the derivatives with respect to one x sum to?",
    hint_ja="y の各行の和は常に 1 です。では、1 つの x についての微分をすべて足すといくつになりますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return -dout * (self.y + one_hot(self.y, self.t)) / len(self.y)


changed(
    "right-class-only",
    {RETURN_BACKWARD: "return dout * t * (self.y - 1) / len(self.y)"},
    en="dx is 0 except at the right class: of the derivative of softmax only the diagonal, y(1 - y), was used. The other scores are in the loss too, through softmax's denominator.",
    ja="正解のクラス以外の dx が 0 です。ソフトマックス関数の微分のうち、対角成分 y(1 - y) しか使っていません。ほかのスコアも分母を通して損失に影響します。",
    hint_en="If the score of a wrong class grows, does the loss stay as it is?",
    hint_ja="不正解のクラスのスコアが大きくなったとき、損失は変わりませんか。",
)

changed(
    "y-left-out",
    {BACKWARD: "return -dout * (self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]) / len(self.y)"},
    en="dx is only -t: the probabilities y do not appear in it. softmax was passed through as if its derivative were y.",
    ja="dx が -t だけで、確率 y が入っていません。ソフトマックス関数の微分を y として逆伝播しています。",
    hint_en="How should dx differ between a prediction that is nearly right and one that is quite wrong?",
    hint_ja="予測がほぼ正しいときと大きく外れたときで、dx はどう違うべきでしょうか。",
)

changed(
    "t-not-subtracted",
    {BACKWARD: "return dout * self.y / len(self.y)"},
    en="dx is only y: t was not subtracted, so the right class is pushed down like all the others.",
    ja="dx が y だけになっています。t が引かれていないので、正解のクラスまでほかのクラスと同じように小さくしてしまいます。",
    hint_en="What should dx be if the prediction is perfect?",
    hint_ja="予測が完璧なら、dx はいくつのはずですか。",
)


@mistake(
    "t-added",
    en="backward adds t to y, where the gradient is their difference.",
    ja="backward で y に t を足しています。勾配は 2 つの差です。",
    hint_en="What should dx be if the prediction is perfect?",
    hint_ja="予測が完璧なら、dx はいくつのはずですか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def backward(self, dout=1):
        return dout * (self.y + one_hot(self.y, self.t)) / len(self.y)


@mistake(
    "binary-cross-entropy",
    en="The loss also has the terms (1 - t) log(1 - y): that is the binary cross entropy. With softmax only the right class counts.",
    ja="損失に (1 - t) log(1 - y) の項も入っています(2 値分類の交差エントロピー誤差です)。ソフトマックス関数と組むときは、正解のクラスの項だけです。",
    hint_en="For a one-hot t, how many terms of the formula's sum are not 0?",
    hint_ja="t が one-hot 表現のとき、式の和のうち 0 でない項はいくつありますか。",
)
class SoftmaxWithLoss(reference.SoftmaxWithLoss):
    def forward(self, x, t):
        loss = super().forward(x, t)
        wrong = 1 - one_hot(self.y, t)
        return loss - np.sum(wrong * np.log(1 - self.y + 1e-7)) / len(x)


changed(
    "labels-counted-from-one",
    {"self.y = softmax(x)": "t = t - 1 if t.ndim == 1 else t\nself.y = softmax(x)"},
    en="Labels are taken to start at 1, so each one points to the class before its own. They are numbered from 0.",
    ja="ラベルを 1 から数えています。1 つ前のクラスを正解とみなしてしまいます。ラベルは 0 から始まります。",
    hint_en="Which column of y belongs to the label 0?",
    hint_ja="ラベル 0 に対応するのは、y のどの列ですか。",
)

changed(
    "labels-counted-from-one-in-backward",
    {LOSS: "loss = cross_entropy_error(self.y, t)\nself.t = t - 1 if t.ndim == 1 else t\nreturn loss"},
    en="backward takes labels to start at 1, so it subtracts at the class before the right one. forward is right.",
    ja="backward だけ、ラベルを 1 から数えています。正解の 1 つ前のクラスから引いてしまいます(forward は合っています)。",
    hint_en="Which column of y belongs to the label 0?",
    hint_ja="ラベル 0 に対応するのは、y のどの列ですか。",
)

changed(
    "loss-negative",
    {LOSS: "return -cross_entropy_error(self.y, t)"},
    en="The loss has the wrong sign: the minus before the sum of logs is missing.",
    ja="損失の符号が逆です。log の和の前のマイナスが抜けています。",
    hint_en="Is the log of a probability positive or negative? And a loss?",
    hint_ja="確率の log は正ですか、負ですか。損失はどちらのはずですか。",
)

changed(
    "log-of-scores",
    {LOSS: "return -np.sum((t if t.ndim == 2 else np.eye(x.shape[1])[t]) * np.log(x)) / len(x)"},
    en="The loss takes the log of the scores x. A score can be negative, where the log is NaN; the log belongs to the probabilities y.",
    ja="損失でスコア x の log をとっています。スコアは負になることがあり、log は NaN になります。log をとるのは確率 y です。",
    hint_en="Which of your arrays holds numbers between 0 and 1?",
    hint_ja="0 から 1 の間の数が入っているのは、どの配列ですか。",
)

changed(
    "scores-in-cross-entropy",
    {LOSS: "return cross_entropy_error(x, t)"},
    en="backward uses the probabilities, but the cross entropy error was given the scores x.",
    ja="backward は確率を使っていますが、交差エントロピー誤差にはスコア x を渡しています。",
    hint_en="What comes out of softmax, and where does it go in your forward?",
    hint_ja="softmax の結果は、forward の中でどこに渡していますか。",
)

changed(
    "log-forgotten",
    {LOSS: "return -np.sum((t if t.ndim == 2 else np.eye(self.y.shape[1])[t]) * self.y) / len(x)"},
    en="The loss is minus the probability of the right class: the log is missing.",
    ja="損失が、正解クラスの確率にマイナスを付けただけになっています。log が抜けています。",
    hint_en="What should the loss be when the right class has probability 1, and when it has nearly 0?",
    hint_ja="正解クラスの確率が 1 のとき、また 0 に近いとき、損失はそれぞれいくつのはずですか。",
)

changed(
    "one-hot-as-index",
    {LOSS: "return -np.mean(np.log(self.y[np.arange(len(x)), t] + 1e-7))"},
    en="forward uses t as an index even when it is one-hot: its entries are floats and no class numbers, so numpy raises an IndexError.",
    ja="t が one-hot 表現のときも、forward で添字に使っています。中身は浮動小数点数でクラスの番号ではないので、IndexError になります。",
    hint_en="What does an entry of t mean if t has two axes? And if it has one?",
    hint_ja="t が 2 次元のとき、要素は何を表していますか。1 次元のときはどうですか。",
)

changed(
    "one-hot-as-index-in-backward",
    {BACKWARD: "t = self.y.copy()\nt[np.arange(len(t)), self.t] -= 1\nreturn dout * t / len(t)"},
    en="backward uses t as an index even when it is one-hot: its entries are floats and no class numbers, so numpy raises an IndexError.",
    ja="t が one-hot 表現のときも、backward で添字に使っています。中身は浮動小数点数でクラスの番号ではないので、IndexError になります。",
    hint_en="What does an entry of t mean if t has two axes? And if it has one?",
    hint_ja="t が 2 次元のとき、要素は何を表していますか。1 次元のときはどうですか。",
)

changed(
    "labels-made-float",
    {"self.y = softmax(x)": "t = t.astype(float)\nself.y = softmax(x)"},
    en="Labels were turned into floats before they were used as an index; numpy takes only integers there and raises an IndexError.",
    ja="ラベルを浮動小数点数に変換してから添字に使っています。numpy の添字は整数でなければならず、IndexError になります。",
    hint_en="Print t.dtype just before the line that fails.",
    hint_ja="エラーになる行の直前で t.dtype を print してみましょう。",
)

changed(
    "loss-for-each-sample",
    {LOSS: "return -np.log(np.sum((t if t.ndim == 2 else np.eye(self.y.shape[1])[t]) * self.y, axis=1) + 1e-7)"},
    en="forward returns one loss for each sample, an array of shape (N,); it should return their mean, one number.",
    ja="forward がデータごとの損失(形状 (N,) の配列)を返しています。返すのはその平均、1 つの数です。",
    hint_en="What turns N losses into one?",
    hint_ja="N 個の損失を 1 つにするには、何をしますか。",
)

changed(
    "loss-in-an-array",
    {LOSS: "return np.array([cross_entropy_error(self.y, t)])"},
    en="forward returns the loss inside an array, of shape (1,); it should be a plain number.",
    ja="forward が損失を形状 (1,) の配列に入れて返しています。返すのは 1 つの数です。",
    hint_en="What does np.shape say about your loss?",
    hint_ja="損失の np.shape は何になりますか。",
)


changed(
    "labels-not-divided-by-batch",
    {RETURN_BACKWARD: "return dout * (self.y - t) / (len(self.y) if self.t.ndim == 2 else 1)"},
    en="With labels dx is N times too large: backward divides by the batch size for one-hot rows only.",
    ja="t がラベルのとき、dx が N 倍になっています。backward がバッチサイズで割っているのは、one-hot 表現のときだけです。",
    hint_en="Does every branch of backward divide by the batch size?",
    hint_ja="backward の分岐のどちらでも、バッチサイズで割っていますか。",
)

changed(
    "one-hot-not-divided-by-batch",
    {RETURN_BACKWARD: "return dout * (self.y - t) / (1 if self.t.ndim == 2 else len(self.y))"},
    en="With one-hot rows dx is N times too large: backward divides by the batch size for labels only.",
    ja="t が one-hot 表現のとき、dx が N 倍になっています。backward がバッチサイズで割っているのは、ラベルのときだけです。",
    hint_en="Does every branch of backward divide by the batch size?",
    hint_ja="backward の分岐のどちらでも、バッチサイズで割っていますか。",
)

changed(
    "divided-by-batch-twice",
    {RETURN_BACKWARD: "return dout * (self.y - t) / len(self.y) ** 2"},
    en="dx is N times too small: it is divided by the batch size twice.",
    ja="dx が N 分の 1 になっています。バッチサイズで 2 回割っています。",
    hint_en="Where does the 1/N of the mean loss enter, and how often?",
    hint_ja="損失の平均の 1/N は、どこで、何回入りますか。",
)

changed(
    "loss-averaged-twice",
    {LOSS: "return cross_entropy_error(self.y, t) / len(x)"},
    en="The loss is N times too small: it is divided by the batch size twice. The given cross_entropy_error has averaged already.",
    ja="損失が N 分の 1 になっています。バッチサイズで 2 回割っています。用意してある cross_entropy_error の結果は、すでに平均です。",
    hint_en="Should the loss change if every sample is given twice?",
    hint_ja="同じデータを 2 回ずつ入れたら、損失は変わるべきでしょうか。",
)

changed(
    "classes-counted-from-the-labels",
    {"self.t = t": "self.t = t if t.ndim == 2 else np.eye(t.max() + 1)[t]"},
    en="The one-hot rows made of labels have as many columns as the largest label of this batch says. If the last class does not occur in it, they are shorter than the rows of y, and backward fails or subtracts in the wrong places.",
    ja="ラベルから作る one-hot 表現の列の数を、バッチの中の最大のラベルから決めています。最後のクラスがバッチに出てこないと y の行より短くなり、backward でエラーになるか、違う場所から引いてしまいます。",
    hint_en="The labels [0, 1] can come with three classes. Which array knows how many classes there are?",
    hint_ja="3 クラスでも、ラベルが [0, 1] だけのバッチはありえます。クラスの数がわかるのはどの配列ですか。",
)

changed(
    "backward-takes-no-dout",
    {
        "def backward(self, dout=1):": "def backward(self):",
        RETURN_BACKWARD: "return (self.y - t) / len(self.y)",
    },
    en="backward cannot be called with dout: its definition names self alone.",
    ja="backward に dout を渡せません。定義の引数が self だけになっています。",
    hint_en="Compare the line def backward(…) with the stub's. What should happen to dx if the loss is multiplied by 3 afterwards?",
    hint_ja="def backward(…) の行を、もとのファイルと比べてみましょう。損失があとで 3 倍されるとき、dx はどうなるはずですか。",
)
