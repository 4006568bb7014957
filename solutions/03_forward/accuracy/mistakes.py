import numpy as np

from grader.authoring import changed, mistake

BODY = "predicted = np.argmax(y, axis=1)\nright = t if t.ndim == 1 else np.argmax(t, axis=1)\nreturn np.mean(predicted == right)"


def _labels(t):
    return t if t.ndim == 1 else np.argmax(t, axis=1)


changed(
    "labels-taken-for-one-hot",
    {BODY: "return np.sum(np.argmax(y, axis=1) == np.argmax(t, axis=1)) / float(y.shape[0])"},
    en="argmax is taken of t in every case, as document 003's accuracy does: with labels, of shape (N,), there is no axis 1. Labels are class numbers already.",
    ja="資料 003 の accuracy のように、いつでも t の argmax をとっています。ラベルの形状は (N,) なので軸 1 がなく、エラーになります。ラベルはすでにクラスの番号です。",
    hint_en="How many axes has t in each of its two forms?",
    hint_ja="t の軸は、one-hot とラベルでそれぞれ何本ですか。",
)

changed(
    "one-argmax-of-the-labels",
    {BODY: "return np.mean(np.argmax(y, axis=1) == np.argmax(t, axis=-1))"},
    en="For labels, too, the argmax is taken of t: that gives the position of the largest label in the batch, one number for all samples. Labels are class numbers already.",
    ja="ラベルのときにも t の argmax をとっています。これはバッチの中で最大のラベルの位置で、全データに対して 1 つしかない数です。ラベルはすでにクラスの番号です。",
    hint_en="Print t and what you compare with, for t = np.array([2, 0, 1]).",
    hint_ja="t = np.array([2, 0, 1]) のとき、比較に使っている値を print してみましょう。",
)

COMPARED_AS_THEY_ARE = {
    "en": "Labels are right, but one-hot targets are compared as they are: class numbers, (N,), against rows of 0 and 1, (N, M).",
    "ja": "ラベルでは正しいのですが、one-hot の t をそのまま比較しています。クラスの番号 (N,) と、0 と 1 の行 (N, M) は比べられません。",
    "hint_en": "Which function turns a one-hot row into its class number?",
    "hint_ja": "one-hot の行からクラスの番号を取り出す関数は何ですか。",
}
changed("one-hot-not-handled", {BODY: "return np.sum(np.argmax(y, axis=1) == t) / len(y)"}, **COMPARED_AS_THEY_ARE)
changed("one-hot-not-handled-mean", {BODY: "return np.mean(np.argmax(y, axis=1) == t)"}, **COMPARED_AS_THEY_ARE)

changed(
    "scores-compared-with-targets",
    {BODY: "if t.ndim == 1:\n    t = t.reshape(-1, 1)\nreturn np.sum(y == t) / len(y)"},
    unless=r"argmax",
    en="The scores themselves are compared with t, without argmax: a score is a float that is hardly ever equal to a 0, a 1 or a class number. What should agree are the predicted class and the right one.",
    ja="argmax をとらずに、スコアそのものを t と比べています。スコアは浮動小数点数なので、0 や 1、クラスの番号とちょうど等しくなることはまずありません。比べるのは、予測したクラスと正解のクラスです。",
    hint_en="Which class does the row [0.1, 0.7, 0.2] predict? How does numpy find it?",
    hint_ja="[0.1, 0.7, 0.2] という行は、どのクラスを予測していますか。numpy ではどう求めますか。",
)

changed(
    "scores-compared-as-they-are",
    {BODY: "return np.sum(y == t) / y.shape[0]"},
    unless=r"argmax",
    en="y == t compares the scores themselves with t, without argmax: floats that are hardly ever equal, and with labels the shapes (N, M) and (N,) do not fit. What should agree are the predicted class and the right one.",
    ja="y == t で、argmax をとらずにスコアそのものを t と比べています。浮動小数点数がちょうど等しくなることはまずなく、ラベルのときは (N, M) と (N,) で形状も合いません。比べるのは、予測したクラスと正解のクラスです。",
    hint_en="Which class does the row [0.1, 0.7, 0.2] predict? How does numpy find it?",
    hint_ja="[0.1, 0.7, 0.2] という行は、どのクラスを予測していますか。numpy ではどう求めますか。",
)

changed(
    "largest-score-for-its-class",
    {BODY: "return np.mean(np.max(y, axis=1) == (t if t.ndim == 1 else np.argmax(t, axis=1)))"},
    en="np.max gives the largest score of a row, not its place: a float is compared with a class number.",
    ja="np.max は行の最大のスコアそのもので、その位置ではありません。浮動小数点数をクラスの番号と比べています。",
    hint_en="What is the difference between np.max and np.argmax?",
    hint_ja="np.max と np.argmax の違いは何ですか。",
)

changed(
    "largest-score-against-largest-target",
    {BODY: "return np.mean(np.max(y, axis=1) == (t if t.ndim == 1 else np.max(t, axis=1)))"},
    en="np.max is taken of y and of t: the largest score is compared with the label, or with the 1 of a one-hot row. Neither says which class it is.",
    ja="y と t の両方で np.max をとっています。最大のスコアをラベルや one-hot の 1 と比べても、どのクラスかはわかりません。",
    hint_en="What is the difference between np.max and np.argmax?",
    hint_ja="np.max と np.argmax の違いは何ですか。",
)


@mistake(
    "rounded-scores",
    en="The scores are rounded (or compared with 0.5) and then compared with the one-hot targets entry by entry. Scores need not lie between 0 and 1: only which one of a row is largest counts.",
    ja="スコアを四捨五入(または 0.5 と比較)して、one-hot の t と要素ごとに比べています。スコアは 0 から 1 とは限りません。大事なのは、行の中でどれが最大かだけです。",
    hint_en="Which class does the row [-3, -1, -2] predict?",
    hint_ja="[-3, -1, -2] という行は、どのクラスを予測していますか。",
)
def accuracy(y, t):
    t = np.eye(y.shape[1])[_labels(t)]
    return np.mean(np.all((y > 0.5) == (t > 0.5), axis=1))


@mistake(
    "entries-counted",
    en="The predictions are made one-hot and compared entry by entry: the many 0s that agree count as right, so the rate is too high. A sample counts once.",
    ja="予測を one-hot に直して、要素ごとに比べています。一致した 0 まで正解に数えるので、値が高くなりすぎます。データ 1 個を 1 回だけ数えます。",
    hint_en="What does your function give if every prediction is wrong?",
    hint_ja="予測がすべて間違っているとき、今の関数は何を返しますか。",
)
def accuracy(y, t):
    eye = np.eye(y.shape[1])
    return np.mean(eye[np.argmax(y, axis=1)] == eye[_labels(t)])


changed(
    "argmax-down-the-columns",
    {BODY: "return np.sum(np.argmax(y, axis=0) == (t if t.ndim == 1 else np.argmax(t, axis=1))) / len(y)"},
    en="argmax of y runs down the columns (axis 0): it finds the best sample for each class, where the best class for each sample is asked.",
    ja="y の argmax を列方向(axis=0)にとっています。これは「クラスごとに最もスコアの高いデータ」です。求めるのは「データごとに最もスコアの高いクラス」です。",
    hint_en="A sample is a row. Along which axis do its scores lie?",
    hint_ja="データ 1 個は 1 行です。そのスコアはどの軸に並んでいますか。",
)


@mistake(
    "both-down-the-columns",
    en="Both argmax run down the columns (axis 0): they find a sample for each class, where a class for each sample is asked.",
    ja="y も t も argmax を列方向(axis=0)にとっています。クラスごとにデータの番号を求めていますが、必要なのはデータごとのクラスの番号です。",
    hint_en="A sample is a row. Along which axis do its scores lie?",
    hint_ja="データ 1 個は 1 行です。そのスコアはどの軸に並んでいますか。",
)
def accuracy(y, t):
    right = t if t.ndim == 1 else np.argmax(t, axis=0)
    return np.sum(np.argmax(y, axis=0) == right) / len(y)


changed(
    "one-argmax-for-the-batch",
    {BODY: "return np.sum(np.argmax(y) == (t if t.ndim == 1 else np.argmax(t, axis=1))) / len(y)"},
    en="np.argmax(y) without an axis gives one number for the whole batch, the place of its largest score.",
    ja="軸を指定しない np.argmax(y) は、バッチ全体で最大の位置を表す 1 つの数になります。",
    hint_en="How many predictions do N samples need?",
    hint_ja="データが N 個なら、予測はいくつ必要ですか。",
)

changed(
    "one-argmax-for-each-array",
    {BODY: "return np.sum(np.argmax(y) == np.argmax(t)) / len(y)"},
    en="np.argmax of y and of t without an axis: two single numbers, for the whole batch, are compared.",
    ja="y も t も、軸を指定せずに np.argmax をとっています。バッチ全体から求めた 2 つの数を 1 回比べているだけです。",
    hint_en="How many comparisons do N samples need?",
    hint_ja="データが N 個なら、比較は何回必要ですか。",
)

changed(
    "smallest-score",
    {BODY: "return np.mean(np.argmin(y, axis=1) == (t if t.ndim == 1 else np.argmax(t, axis=1)))"},
    en="The class of the smallest score is taken for the prediction; it is that of the largest.",
    ja="最も小さいスコアのクラスを予測としています。予測は最も大きいスコアのクラスです。",
    hint_en="argmin or argmax?",
    hint_ja="argmin と argmax のどちらを使いますか。",
)

changed(
    "count-for-rate",
    {BODY: "return np.sum(np.argmax(y, axis=1) == (t if t.ndim == 1 else np.argmax(t, axis=1)))"},
    en="The right answers are counted, but not divided by the number of samples: the result should be a rate from 0 to 1.",
    ja="正解の個数を数えただけで、データ数で割っていません。結果は 0 から 1 の割合です。",
    hint_en="What should a batch give in which all are right, whatever its size?",
    hint_ja="全問正解なら、バッチの大きさによらず、いくつになるはずですか。",
)

changed(
    "percent",
    {"return np.mean(predicted == right)": "return 100 * np.mean(predicted == right)"},
    en="The result is in percent, from 0 to 100; it should be a rate from 0 to 1.",
    ja="結果が 0 から 100 のパーセントになっています。0 から 1 の割合で返します。",
    hint_en="What should the result be if all are right?",
    hint_ja="全問正解のとき、いくつを返すはずですか。",
)

changed(
    "whole-number-division",
    {"return np.mean(predicted == right)": "return int(np.mean(predicted == right))"},
    en="The fraction is lost: // or int() leaves 0 for every batch that is not entirely right.",
    ja="小数部分が失われています。// や int() を使うと、全問正解でないかぎり 0 になります。",
    hint_en="What is 3 // 4 in Python, and what is 3 / 4?",
    hint_ja="Python で 3 // 4 はいくつですか。3 / 4 はいくつですか。",
)


@mistake(
    "divided-by-classes",
    en="The count is divided by the number of classes M, not by the number of samples N.",
    ja="正解の個数を、データ数 N ではなくクラス数 M で割っています。",
    hint_en="In y of shape (N, M), which of the two numbers grows with the batch?",
    hint_ja="形状 (N, M) の y で、バッチが大きくなると増えるのはどちらですか。",
)
def accuracy(y, t):
    return np.sum(np.argmax(y, axis=1) == _labels(t)) / y.shape[1]


changed(
    "divided-by-all-entries",
    {BODY: "return np.sum(np.argmax(y, axis=1) == (t if t.ndim == 1 else np.argmax(t, axis=1))) / y.size"},
    en="The count is divided by y.size, the number of all entries N × M, not by the number of samples N.",
    ja="正解の個数を、データ数 N ではなく全要素数 N × M(y.size)で割っています。",
    hint_en="What should the result be if all are right?",
    hint_ja="全問正解のとき、いくつを返すはずですか。",
)

changed(
    "divided-by-the-size-of-t",
    {BODY: "return np.sum(np.argmax(y, axis=1) == (t if t.ndim == 1 else np.argmax(t, axis=1))) / t.size"},
    en="The count is divided by t.size: right for labels, but a one-hot t has N × M entries, so the rate comes out M times too small.",
    ja="正解の個数を t.size で割っています。ラベルなら正しいのですが、one-hot の t は N × M 個の要素をもつので、値が M 分の 1 になります。",
    hint_en="What is t.size in each of the two forms? Which number is always N?",
    hint_ja="t.size は、one-hot とラベルでそれぞれいくつですか。いつでも N になる数はどれですか。",
)

changed(
    "error-rate",
    {BODY: "return np.mean(np.argmax(y, axis=1) != (t if t.ndim == 1 else np.argmax(t, axis=1)))"},
    en="This is the error rate, the share of wrong answers.",
    ja="間違えた割合(誤り率)になっています。",
    hint_en="What should the result be if all are right? == or !=?",
    hint_ja="全問正解のとき、いくつになるはずですか。比較は == と != のどちらですか。",
)

changed(
    "all-or-nothing",
    {BODY: "return float(np.all(np.argmax(y, axis=1) == (t if t.ndim == 1 else np.argmax(t, axis=1))))"},
    en="The whole batch counts as one: 1 if every sample is right, 0 otherwise (np.all, np.array_equal).",
    ja="バッチ全体で 1 つの判定になっています。全問正解なら 1、1 つでも違えば 0 です(np.all や np.array_equal)。",
    hint_en="What should the result be if one of two samples is right?",
    hint_ja="2 個のうち 1 個だけ正解のとき、いくつになるはずですか。",
)

changed(
    "hits-not-averaged",
    {BODY: "return np.argmax(y, axis=1) == (t if t.ndim == 1 else np.argmax(t, axis=1))"},
    en="The result is an array with True or False for each sample. The rate is their mean.",
    ja="データごとの True / False の配列を返しています。求めるのはその平均です。",
    hint_en="What does np.mean make of True and False?",
    hint_ja="True と False の配列に np.mean を使うと、何が求まりますか。",
)


@mistake(
    "every-sample-with-every-target",
    en="Every sample is compared with every target of the batch, N × N pairs; each sample has its own target only.",
    ja="各データを、バッチのすべての教師データと比べています(N × N 組)。各データに対応する教師データは 1 つだけです。",
    hint_en="Print the shapes on both sides of ==.",
    hint_ja="== の左右の形状を print してみましょう。",
)
def accuracy(y, t):
    return np.mean(np.argmax(y, axis=1, keepdims=True) == _labels(t))


changed(
    "one-row-squeezed",
    {"predicted = np.argmax(y, axis=1)": "predicted = np.argmax(np.squeeze(y), axis=1)"},
    en="The batch of one row is not counted as a row: squeeze drops its axis, so argmax has no axis 1.",
    ja="1 行だけのバッチで、squeeze が行の軸まで消しています。そのため argmax の axis=1 がなくなります。",
    hint_en="What is np.squeeze of an array of shape (1, 3)?",
    hint_ja="形状 (1, 3) の配列に np.squeeze を使うと、形状はどうなりますか。",
)

changed(
    "every-label-counts-as-zero",
    {BODY: "return np.mean(np.argmax(y, axis=1) == (0 * t if t.ndim == 1 else np.argmax(t, axis=1)))"},
    en="Every label counts as class 0, as when the argmax is taken of each label alone: a single number has its largest entry at 0. Labels are class numbers already.",
    ja="t がラベルのとき、どの正解もクラス 0 とみなされています。ラベル 1 つずつに argmax を使うと、数が 1 つしかないので、いつも 0 になります。ラベルはすでにクラスの番号です。",
    hint_en="What is np.argmax(3)?",
    hint_ja="np.argmax(3) はいくつですか。",
)

changed(
    "row-numbers-for-classes",
    {BODY: "return np.mean(np.argmax(y, axis=1) == (t if t.ndim == 1 else np.arange(len(t))))"},
    en="For one-hot targets the row numbers 0, 1, 2, … are taken for the right classes, as the first of the two arrays of np.where(t == 1) gives them. The class is the number of the column.",
    ja="t が one-hot のとき、行の番号 0、1、2、… を正解のクラスとしています。np.where(t == 1) が返す 2 つの配列の 1 つ目を使うと、こうなります。クラスは列の番号です。",
    hint_en="Where does the 1 stand in a one-hot row: which of its two indices is the class?",
    hint_ja="one-hot の行のどこに 1 がありますか。行と列の番号のうち、クラスを表すのはどちらですか。",
)

changed(
    "one-hot-told-by-its-values",
    {
        BODY: "t = np.argmax(t, axis=-1) if np.all((t == 0) | (t == 1)) else t\nreturn np.mean(np.argmax(y, axis=1) == t)"
    },
    en="Labels that are all 0 or 1 are taken for a one-hot target: whether t is one-hot is read off its values. Its shape tells it for sure, (N,) or (N, M).",
    ja="0 と 1 だけのラベルが one-hot とみなされています。one-hot かどうかを値で判断しているためです。形状が (N,) か (N, M) かを見れば、確実にわかります。",
    hint_en="Which t do you get for the labels [0, 1, 1]?",
    hint_ja="ラベルが [0, 1, 1] のとき、t はどうなりますか。",
)
