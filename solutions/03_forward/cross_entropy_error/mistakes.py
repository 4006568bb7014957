import numpy as np

from grader.authoring import changed, families, mistake, reference

BODY = "if t.size == y.size:\nt = np.argmax(t.reshape(y.shape), axis=1)\nright = y[np.arange(len(y)), t.reshape(-1)]\nreturn -np.mean(np.log(right + 1e-7))"


def _as_one_hot(y, t):
    y, t = np.atleast_2d(y), np.asarray(t)
    return y, t.reshape(y.shape) if t.size == y.size else np.eye(y.shape[1])[t.reshape(-1)]


@mistake(
    families.arguments_swapped,
    hint_en="The order is cross_entropy_error(y, t). Whose logarithm does the formula take?",
    hint_ja="順番は cross_entropy_error(y, t) です。式では、どちらの対数をとりますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(y * np.log(t + 1e-7)) / len(y)


@mistake(
    "batch-not-averaged",
    en="The errors of the batch are added up but not divided by its size, so the error grows with the batch.",
    ja="バッチの誤差を足したまま、個数で割っていません。バッチが大きいほど誤差も大きくなってしまいます。",
    hint_en="A batch of twice the same samples should cost the same as the samples once.",
    hint_ja="同じデータを 2 回並べたバッチでも、誤差は 1 回のときと同じになるはずです。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(t * np.log(y + 1e-7))


@mistake(
    "averaged-over-all-entries",
    en="The mean runs over all N × M entries, so the error is M times too small; it should run over the N samples.",
    ja="N × M 個の要素すべてで平均しているので、誤差が M 分の 1 になっています。N 個のデータで平均しましょう。",
    hint_en="Which number does the formula divide by?",
    hint_ja="式では何で割っていますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.mean(t * np.log(y + 1e-7))


@mistake(
    "log-of-zero",
    unless=r"1e-|\beps|delta|clip|max|where",
    en="Nothing keeps the logarithm from 0: a probability of 0 gives an infinite error or nan.",
    ja="log(0) を避けていません。確率が 0 のとき、誤差が無限大や nan になります。",
    hint_en="Which tiny number could be added, and where?",
    hint_ja="ごく小さな数を足すとしたら、どこに足せばよいですか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(np.log(np.sum(y * t, axis=1))) / len(y)


changed(
    families.log_base_two,
    {"return -np.mean(np.log(right + 1e-7))": "return -np.mean(np.log(right + 1e-7)) / np.log(2.0)"},
)

changed(
    families.log_base_ten,
    {"return -np.mean(np.log(right + 1e-7))": "return -np.mean(np.log(right + 1e-7)) / np.log(10.0)"},
)

changed(
    "largest-probability-picked",
    {BODY: "return -np.mean(np.log(np.max(y, axis=1) + 1e-7))"},
    en="The probability of the likeliest class is taken, not that of the right class: the error does not depend on t.",
    ja="正解のクラスではなく、最も確率の高いクラスの値を使っています。誤差が t によらなくなっています。",
    hint_en="argmax of which array tells the right class?",
    hint_ja="正解のクラスがわかるのは、どの配列の argmax ですか。",
)

changed(families.sign_lost, {"return -np.mean(np.log(right + 1e-7))": "return --np.mean(np.log(right + 1e-7))"})


@mistake(
    "labels-not-handled",
    en="Labels are multiplied with the logarithms as if they were one-hot: only one-hot targets give the right error.",
    ja="ラベルを one-hot と同じように掛けています。正しい値になるのは one-hot のときだけです。",
    hint_en="How can you tell from the sizes of y and t which form t has?",
    hint_ja="t がどちらの形かは、y と t の大きさからどう見分けられますか。",
)
def cross_entropy_error(y, t):
    y, t = np.atleast_2d(y), np.asarray(t)
    if t.size == y.size:
        return reference.cross_entropy_error(y, t)
    return -np.sum(t.reshape(-1, 1) * np.log(y + 1e-7)) / len(y)


@mistake(
    "every-sample-with-every-target",
    en="Every sample is compared with every target of the batch: y[:, t] takes the columns t of all rows, and the matrix product of log y with t.T pairs all rows likewise. Each sample has its own target only.",
    ja="各データを、バッチのすべての教師データと組み合わせています。y[:, t] は全行から t の列をすべて取り出し、log y と t.T の行列の積も同じことをします。各データに対応する教師データは 1 つだけです。",
    hint_en="Print the shape of what you sum. How many probabilities should it hold for N samples?",
    hint_ja="和をとる直前の配列の形状を print してみましょう。データが N 個なら、確率はいくつあるはずですか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(np.log(y + 1e-7)[:, np.argmax(t, axis=1)]) / len(y)


@mistake(
    "mean-over-all-pairs",
    en="y[:, t] takes the columns t of all rows, an (N, N) matrix, and the mean runs over all of it: every sample is compared with every target of the batch. Each sample has its own target only.",
    ja="y[:, t] は全行から t の列をすべて取り出すので (N, N) の行列になり、その全体で平均しています。各データをバッチのすべての教師データと組み合わせていますが、対応する教師データは 1 つだけです。",
    hint_en="Print the shape of y[:, t]. Which row should go with which label?",
    hint_ja="y[:, t] の形状を print してみましょう。どの行とどのラベルを組にすればよいですか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.mean(np.log(y + 1e-7)[:, np.argmax(t, axis=1)])


@mistake(
    "binary-formula",
    en="This is the formula for two classes: (1 - t) log(1 - y) is added for the wrong classes. Here only the probability of the right class counts.",
    ja="これは 2 クラス分類(二値)の式です。正解でないクラスについて (1 - t) log(1 - y) を足しています。ここで使うのは正解のクラスの確率だけです。",
    hint_en="How many terms of the formula are not 0 for one sample?",
    hint_ja="データ 1 個について、式の中で 0 にならない項はいくつありますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7)) / len(y)


@mistake(
    "zero-costs-nothing",
    en="Where a probability is 0 the logarithm is left out (a mask, or inf replaced by 0), so the worst prediction costs nothing. It must cost a lot, but stay finite.",
    ja="確率が 0 のところでは対数を計算せずに 0 にしています(マスクや inf の置き換え)。最悪の予測なのに誤差が 0 になります。有限で、しかも大きな値にしなければなりません。",
    hint_en="What is the error of y = [0, 1] with the right class 0? Which tiny number could keep log away from 0?",
    hint_ja="y = [0, 1] で正解がクラス 0 のとき、誤差はいくつになりますか。どんな小さな数を使えば log(0) を避けられますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    logs = np.log(y, out=np.zeros(y.shape), where=y > 0)
    return -np.sum(t * logs) / len(y)


@mistake(
    "sample-divided-by-classes",
    en="One sample of shape (M,) is divided by M: its y.shape[0] (or len(y)) is the number of classes, not of samples.",
    ja="形状 (M,) のデータ 1 個のとき、誤差を M で割っています。このときの y.shape[0] や len(y) はデータ数ではなくクラス数です。",
    hint_en="What is y.shape[0] for one sample, and how many samples are there?",
    hint_ja="データ 1 個のとき、y.shape[0] はいくつですか。データは何個ですか。",
)
def cross_entropy_error(y, t):
    return reference.cross_entropy_error(y, t) * len(np.atleast_2d(y)) / len(y)


@mistake(
    "divided-by-classes",
    en="The sum is divided by the number of classes M, not by the number of samples N: shape[1] where shape[0] was meant.",
    ja="和をデータ数 N ではなく、クラス数 M で割っています。y.shape の 0 番目と 1 番目を取り違えています。",
    hint_en="In y of shape (N, M), which of the two numbers grows with the batch?",
    hint_ja="形状 (N, M) の y で、バッチが大きくなると増えるのはどちらですか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(t * np.log(y + 1e-7)) / y.shape[1]


@mistake(
    "sample-not-handled",
    en="Batches are right, but one sample of shape (M,) cannot go in: it has no axis 1 for argmax, and no row to index.",
    ja="バッチでは正しいのですが、形状 (M,) のデータ 1 個を渡すと動きません。1 次元配列には argmax の axis=1 も、行の添字もありません。",
    hint_en="Could one sample be made into a batch of one before anything else?",
    hint_ja="はじめに、データ 1 個を大きさ 1 のバッチに直せませんか。",
)
def cross_entropy_error(y, t):
    if t.size == y.size:
        t = np.argmax(t, axis=1)
    return -np.sum(np.log(y[np.arange(len(y)), t] + 1e-7)) / len(y)


changed(
    "softmax-again",
    {"y = np.atleast_2d(y)": "e = np.exp(y)\ny = e / np.sum(e, axis=-1, keepdims=True)\ny = np.atleast_2d(y)"},
    en="Softmax is applied to y once more. y is already its result; a second softmax brings the probabilities closer together, so even a perfect prediction costs something.",
    ja="y にもう一度ソフトマックスをかけています。y はすでにソフトマックスの出力です。二重にかけると確率の差が縮まり、完全に正しい予測でも誤差が 0 になりません。",
    hint_en="What do the rows of y add up to before you touch them?",
    hint_ja="受け取った y の各行の和は、もういくつになっていますか。",
)

changed(
    "labels-broadcast-as-weights",
    {BODY: "return -np.sum(t * np.log(y + 1e-7)) / len(y)"},
    en="t * log(y) is also used for labels: (N,) * (N, M) does not fit, and for one sample the class number becomes a weight on every logarithm. A label says which entry to take, not how much it weighs.",
    ja="ラベルのときも t * log(y) を計算しています。(N,) と (N, M) は形状が合わず、データ 1 個ではクラスの番号がすべての対数への重みになってしまいます。ラベルは「どの要素か」を表す番号で、重みではありません。",
    hint_en="What is the label 2 written as one-hot? Or which entry of the row does it point at?",
    hint_ja="ラベル 2 を one-hot で書くとどうなりますか。または、行のどの要素を指していますか。",
)


@mistake(
    "sign-lost-and-not-averaged",
    en="The logarithms are only added up: the minus sign is missing, and so is the division by the number of samples.",
    ja="対数を足しただけです。マイナスも、データ数で割る計算も抜けています。",
    hint_en="Compare with the formula: what stands in front of the two sums?",
    hint_ja="式と比べてみましょう。2 つの Σ の前には何がありますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return np.sum(t * np.log(y + 1e-7))


@mistake(
    "one-loss-per-sample",
    en="A batch gives an array of N errors, one for each sample: the sum runs over the classes only. The result is one number, their mean.",
    ja="バッチを渡すと、データごとの誤差が N 個並んだ配列が返ります。クラスについて和をとっただけです。求めるのは、それを平均した 1 つの数です。",
    hint_en="Over which axis do you sum, and what is still to be done with the other?",
    hint_ja="どの軸で和をとりましたか。もう一方の軸はどうしますか。",
)
def cross_entropy_error(y, t):
    single = np.ndim(y) == 1
    y, t = _as_one_hot(y, t)
    losses = -np.sum(t * np.log(y + 1e-7), axis=1)
    return losses[0] if single else losses


@mistake(
    "loss-always-an-array",
    en="The result is an array with one error for each sample, of shape (1,) for a single one: the sum runs over the classes only. The result is one number, the mean over the samples.",
    ja="データごとの誤差が並んだ配列が返っています(データ 1 個のときは形状 (1,))。クラスについて和をとっただけです。求めるのは、データについて平均した 1 つの数です。",
    hint_en="Over which axis do you sum, and what is still to be done with the other?",
    hint_ja="どの軸で和をとりましたか。もう一方の軸はどうしますか。",
)
def cross_entropy_error(y, t):
    y, t = _as_one_hot(y, t)
    return -np.sum(t * np.log(y + 1e-7), axis=1)


@mistake(
    "picked-and-weighted",
    en="With labels, the logarithm that the label picks is multiplied by the label once more: class 0 costs nothing, class 3 triple.",
    ja="ラベルで選び出した対数に、さらにラベルの番号を掛けています。クラス 0 の誤差は 0 に、クラス 3 の誤差は 3 倍になります。",
    hint_en="What is t needed for once the entry has been picked?",
    hint_ja="要素を選び出した後にも、t は必要でしょうか。",
)
def cross_entropy_error(y, t):
    y = np.atleast_2d(y)
    if t.size == y.size:
        return reference.cross_entropy_error(y, t)
    t = t.reshape(-1)
    return -np.sum(t * np.log(y[np.arange(len(y)), t] + 1e-7)) / len(y)


changed(
    "y-changed-in-place",
    {"y = np.atleast_2d(y)": "y += 1e-7\ny = np.atleast_2d(y)"},
    en="The caller's y is changed: afterwards every entry is larger by the small number, as y += 1e-7 makes it.",
    ja="呼び出し側の y が書き換わっています。y += 1e-7 のように、渡された配列そのものに小さい値を足しているためです。",
    hint_en="What is the difference between y += 1e-7 and y + 1e-7?",
    hint_ja="y += 1e-7 と y + 1e-7 の違いは何ですか。",
)


@mistake(
    "divided-by-a-hundred",
    en="The sum over a batch is divided by 100, whatever its size: a batch size that is written in. Divide by the number of rows.",
    ja="バッチの大きさにかかわらず、誤差の和を 100 で割っています。バッチサイズを定数にしているためです。渡された行の数で割りましょう。",
    hint_en="How many samples are there in y? Which expression gives that number for every y?",
    hint_ja="y にはデータがいくつありますか。どんな y でもその数を求めるには、どう書きますか。",
)
def cross_entropy_error(y, t):
    value = reference.cross_entropy_error(y, t)
    return value if np.ndim(y) == 1 else value * len(y) / 100


@mistake(
    "always-divided-by-a-hundred",
    en="The sum is divided by 100, whatever the number of samples, one sample included: a batch size that is written in. Divide by the number of rows.",
    ja="データ数にかかわらず(1 個のときも)、誤差の和を 100 で割っています。バッチサイズを定数にしているためです。渡された行の数で割りましょう。",
    hint_en="How many samples are there in y? Which expression gives that number for every y?",
    hint_ja="y にはデータがいくつありますか。どんな y でもその数を求めるには、どう書きますか。",
)
def cross_entropy_error(y, t):
    return reference.cross_entropy_error(y, t) * len(np.atleast_2d(y)) / 100


@mistake(
    "rows-picked-by-label",
    en="For a batch with labels whole rows of y are picked, y[t], or an index runs past the last row. A label is the number of a column: each row gives one entry.",
    ja="ラベルのバッチで、y[t] のように y の行をまるごと取り出しているか、行の番号が範囲を超えています。ラベルは列の番号で、各行から 1 つずつ要素を選びます。",
    hint_en="y has two axes. Which index belongs to the sample, and which to its class?",
    hint_ja="y には軸が 2 つあります。データの番号とクラスの番号は、それぞれどちらの軸の添字ですか。",
)
def cross_entropy_error(y, t):
    if np.ndim(y) == 1 or t.size == y.size:
        return reference.cross_entropy_error(y, t)
    return -np.sum(np.log(y[t] + 1e-7)) / len(y)


@mistake(
    "sample-replaced-by-its-target",
    en="For one sample with a one-hot target the error is nearly 0, whatever y is: t stands in y's place, as when the line that reshapes y reads y = t.reshape(1, y.size).",
    ja="データ 1 個で t が one-hot のとき、y に関係なく誤差がほぼ 0 になります。y の代わりに t が使われています。y を変形する行が y = t.reshape(1, y.size) になっていると、こうなります。",
    hint_en="Print y behind the line that reshapes it.",
    hint_ja="y を変形した行の次で y を print してみましょう。",
)
def cross_entropy_error(y, t):
    if np.ndim(y) == 1 and t.size == y.size:
        return -np.log(1 + 1e-7)
    return reference.cross_entropy_error(y, t)


@mistake(
    "one-hot-averaged-over-classes-too",
    en="With one-hot targets the mean runs over the classes, too: the error is M times too small. The sum runs over the classes, the mean over the samples.",
    ja="t が one-hot のとき、クラスについても平均していて、誤差が M 分の 1 になっています。クラスについては和、データについては平均です。",
    hint_en="How many entries does t * log(y) have, and how many of them are not 0?",
    hint_ja="t * log(y) の要素はいくつあり、そのうち 0 でないものはいくつですか。",
)
def cross_entropy_error(y, t):
    value = reference.cross_entropy_error(y, t)
    return value / np.shape(y)[-1] if np.size(t) == np.size(y) else value
