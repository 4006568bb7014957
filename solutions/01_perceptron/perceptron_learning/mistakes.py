import numpy as np

from grader.authoring import changed, mistake, reference

EPOCH = (
    "for i in range(len(X)):\ny = 1 if X[i] @ w + b > 0 else 0\nw = w + lr * (t[i] - y) * X[i]\nb = b + lr * (t[i] - y)"
)


def learn(X, t, lr, epochs, rule, w=None, b=0.0, fires=lambda total: 1 if total > 0 else 0):
    """The two loops; `rule(target, y, total)` is the error that w and b are moved by."""
    w = np.zeros(X.shape[1]) if w is None else w
    for _ in range(epochs):
        for x, target in zip(X, t, strict=True):
            total = x @ w + b
            error = rule(target, fires(total), total)
            w, b = w + lr * error * x, b + lr * error
    return w, b


@mistake(
    "updated-when-right-too",
    en="Every sample changes the weights, also one that was classified right: those of class 1 are added, those of class 0 subtracted, over and over. Only mistakes may change them.",
    ja="正しく分類できたデータでも重みを更新しています(クラス 1 なら足し、クラス 0 なら引く計算を毎回しています)。更新するのは間違えたときだけです。",
    hint_en="What should happen when y equals t?",
    hint_ja="y と t が等しいとき、重みはどうなるはずですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: 2 * target - 1)


@mistake(
    "target-added",
    en="lr * t * x is added, without y: samples of class 1 are added in every pass, right or wrong, and those of class 0 never change anything.",
    ja="y を使わずに lr * t * x を足しています。クラス 1 のデータは正解でも毎回足され、クラス 0 のデータでは何も起きません。",
    hint_en="What tells you that the perceptron was wrong, and in which direction?",
    hint_ja="間違えたこと、そしてその向きは、何を見ればわかりますか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target)


@mistake(
    "wrong-sign",
    en="The update goes the wrong way: y - t is added (or t - y subtracted), so that a mistake gets worse.",
    ja="更新の向きが逆です。y - t を足している(または t - y を引いている)ので、間違いがひどくなります。",
    hint_en="t = 1 and y = 0: should the sum of that sample rise or fall? Work it out with x = 2.",
    hint_ja="t = 1、y = 0 のとき、和は増えるべきですか、減るべきですか。x = 2 として計算してみましょう。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: y - target)


changed(
    "bias-never-updated",
    {
        "for _ in range(epochs):\nfor i in range(len(X)):\ny = 1 if X[i] @ w + b > 0 else 0\nw = w + lr * (t[i] - y) * X[i]\nb = b + lr * (t[i] - y)\nreturn w, b": "for _ in range(epochs):\n    for x, b in zip(X, t, strict=True):\n        y = 1 if x @ w > 0 else 0\n        w = w + lr * (b - y) * x\nreturn w, 0.0"
    },
    en="The bias is 0 in the end, as if it were never updated, only the weights. A line through the origin cannot part every two classes.",
    ja="返ってくるバイアスが 0 で、重みだけを更新したときと同じ結果です。原点を通る直線だけでは、分けられないデータがあります。",
    hint_en="The formula has two arrows. Where is the second one in your loop?",
    hint_ja="式には更新が 2 つあります。2 つ目はどこに書きましたか。",
)

changed(
    "bias-not-in-the-sum",
    {
        "for i in range(len(X)):": "for x, i in zip(X, t, strict=True):",
        "y = 1 if X[i] @ w + b > 0 else 0": "y = 1 if x @ w > 0 else 0",
        "w = w + lr * (t[i] - y) * X[i]": "w = w + lr * (i - y) * x",
        "b = b + lr * (t[i] - y)": "b = b + lr * (i - y)",
    },
    en="The bias is updated, but not added when y is worked out: the sum is w x alone.",
    ja="バイアスを更新していますが、y を求めるときに足していません。和が w x だけになっています。",
    hint_en="Compare the line that computes y with the formula.",
    hint_ja="y を求める行を、式と見比べましょう。",
)

changed(
    "bias-without-lr",
    {
        "for i in range(len(X)):": "for x, i in zip(X, t, strict=True):",
        "y = 1 if X[i] @ w + b > 0 else 0": "y = 1 if x @ w + b > 0 else 0",
        "w = w + lr * (t[i] - y) * X[i]": "w = w + lr * (i - y) * x",
        "b = b + lr * (t[i] - y)": "b = b + (i - y)",
    },
    en="The bias moves by t - y, without the learning rate; the weights have it.",
    ja="バイアスの更新に学習係数が掛かっていません(重みには掛かっています)。",
    hint_en="Where does lr stand in the second formula?",
    hint_ja="2 つ目の式で、学習係数はどこに掛かっていますか。",
)

changed(
    "lr-ignored",
    {"w = np.zeros(X.shape[1])": "lr = 1.0\nw = np.zeros(X.shape[1])"},
    en="The learning rate is not used: the result is that of lr = 1.",
    ja="学習係数が使われていません。lr = 1 のときと同じ結果になっています。",
    hint_en="Where does lr occur in your function?",
    hint_ja="lr は関数のどこで使っていますか。",
)

changed(
    "one-pass-only",
    {"for _ in range(epochs):": "for _ in range(min(epochs, 1)):"},
    en="The result is that of a single pass over the samples, however large epochs is: the outer loop is missing, a return stands inside it, or the weights are set to 0 again at the beginning of each epoch.",
    ja="epochs の値にかかわらず、データを 1 回見ただけの結果になっています。外側のループがない、return がループの中にある、エポックのたびに重みを 0 に戻している、のどれかです。",
    hint_en="How often is the first sample looked at with epochs=3, and with which weights does the second pass begin?",
    hint_ja="epochs=3 のとき、最初のデータは何回使われますか。2 回目は、どんな重みから始まりますか。",
)


@mistake(
    "one-sample-an-epoch",
    en="Each epoch uses a single sample (the next one). An epoch is a pass over all the samples.",
    ja="1 エポックでデータを 1 個しか使っていません。1 エポックはデータ全体を 1 回見ることです。",
    hint_en="How many samples are looked at in one epoch?",
    hint_ja="1 エポックで見るデータは何個ですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    order = np.arange(epochs) % len(X)
    return reference.fit_perceptron(X[order], t[order], lr, 1)


changed(
    "first-sample-returned",
    {"w = np.zeros(X.shape[1])": "X = X[:1]\nt = t[:1]\nepochs = 1\nw = np.zeros(X.shape[1])"},
    en="The function returns after the first sample: the return stands inside both loops.",
    ja="最初のデータを見ただけで return しています。return が 2 つのループの中に入っています。",
    hint_en="How far should the return be indented?",
    hint_ja="return のインデントはどこまで戻すべきですか。",
)


@mistake(
    "boundary-fires",
    en="A sum of exactly 0 is taken for y = 1 (>= for >). It matters at once: with weights of 0 every sum is 0.",
    ja="和がちょうど 0 のときに y = 1 としています(> のはずが >=)。重みがすべて 0 の最初から、結果が変わってしまいます。",
    hint_en="What is y for the very first sample?",
    hint_ja="いちばん最初のデータでは、y はいくつですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target - y, fires=lambda total: 1 if total >= 0 else 0)


@mistake(
    "output-of-minus-one",
    en="The output is -1 or 1, while t is 0 or 1: t - y is then never 0 for a sample of class 0 that is right, and twice too large for one of class 1 that is wrong.",
    ja="出力 y を -1 と 1 にしていますが、t は 0 と 1 です。クラス 0 を正しく分類しても t - y が 0 にならず、クラス 1 を間違えたときは 2 倍になります。",
    hint_en="Which values may t - y have? Print it.",
    hint_ja="t - y はどんな値をとるはずですか。print してみましょう。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target - y, fires=lambda total: 1 if total > 0 else -1)


@mistake(
    "output-by-sign",
    en="The output is np.sign of the sum, which is -1, 0 or 1, while t is 0 or 1: samples of class 0 with a negative sum are right, yet they change the weights.",
    ja="出力を np.sign で求めているので、-1、0、1 になります。t は 0 と 1 なので、和が負で正しく分類できたクラス 0 のデータでも更新してしまいます。",
    hint_en="What should y be for a sum of -2.5?",
    hint_ja="和が -2.5 のとき、y はいくつであるべきですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target - y, fires=np.sign)


@mistake(
    "class-zero-changes-nothing",
    en="Samples of class 0 that fired are mistakes too, but nothing changes the weights there. So it comes out if the rule for targets of -1 and 1 is used (lr * t * x is 0 where t is 0), or if only the case t = 1, y = 0 is written.",
    ja="クラス 0 なのに発火してしまったデータも間違いですが、そのときに重みを更新していません。t が -1 と 1 のときの規則を使うと(t = 0 では lr * t * x も 0 です)、または t = 1、y = 0 の場合しか書かないと、こうなります。",
    hint_en="In which two ways can the perceptron be wrong, and what does your code do in each?",
    hint_ja="パーセプトロンの間違え方は 2 通りあります。それぞれの場合に、何が起きますか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target if target * total <= 0 else 0)


@mistake(
    "boundary-always-a-mistake",
    en="The targets were turned into -1 and 1, and a sum of exactly 0 counts as a mistake for both classes. Here such a sum gives y = 0, which is right for class 0.",
    ja="t を -1 と 1 に直し、和がちょうど 0 のときはどちらのクラスでも間違いとして更新しています。ここでは和が 0 なら y = 0 なので、クラス 0 のデータは正解です。",
    hint_en="The weights are 0 and the first sample has t = 0. Does anything change?",
    hint_ja="重みが 0 で、最初のデータが t = 0 のとき、何か変わりますか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    def rule(target, y, total):
        sign = 2 * target - 1
        return sign if sign * total <= 0 else 0

    return learn(X, t, lr, epochs, rule)


changed(
    "batch-update",
    {EPOCH: "i = t - (X @ w + b > 0)\nw = w + lr * i @ X\nb = b + lr * np.sum(i)"},
    en="All samples of a pass are judged with the same weights, and their updates are added up at the end. Here a mistake changes the weights at once, and the next sample meets the new ones.",
    ja="1 エポックの間ずっと同じ重みで判定し、最後にまとめて更新しています。ここでは、間違えたらすぐに更新し、次のデータには新しい重みを使います。",
    hint_en="In the example, which weights does the second sample meet?",
    hint_ja="例の 2 番目のデータは、どの重みで判定されていますか。",
)

changed(
    "batch-mean-update",
    {EPOCH: "i = t - (X @ w + b > 0)\nw = w + lr * i @ X / len(X)\nb = b + lr * np.mean(i)"},
    en="All samples of a pass are judged with the same weights, and the mean of their updates is applied at the end. Here a mistake changes the weights at once, by the whole of lr * (t - y) * x.",
    ja="1 エポックの間ずっと同じ重みで判定し、最後に平均で更新しています。ここでは、間違えたらすぐに lr * (t - y) * x だけ更新します。",
    hint_en="In the example, which weights does the second sample meet?",
    hint_ja="例の 2 番目のデータは、どの重みで判定されていますか。",
)


@mistake(
    "no-step-function",
    en="The sum itself is compared with t: t - (w x + b). That is the rule of ADALINE; the perceptron compares its output, 0 or 1.",
    ja="和そのものを使って t - (w x + b) を誤差にしています。これは ADALINE の規則です。パーセプトロンでは、0 か 1 の出力 y を使います。",
    hint_en="Which values may t - y have?",
    hint_ja="t - y はどんな値をとるはずですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target - total)


@mistake(
    "sigmoid-for-step",
    en="The output is a sigmoid of the sum, so that every sample changes the weights a little: that is logistic regression. The perceptron's output is 0 or 1.",
    ja="出力にシグモイド関数を使っているので、どのデータでも重みが少しずつ変わります。これはロジスティック回帰です。パーセプトロンの出力は 0 か 1 です。",
    hint_en="Which two values does the formula give for y?",
    hint_ja="式で、y がとる 2 つの値は何ですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target - 1 / (1 + np.exp(-total)))


changed(
    "input-not-in-the-update",
    {
        "for i in range(len(X)):": "for x, y in zip(X, t, strict=True):",
        "y = 1 if X[i] @ w + b > 0 else 0": "i = y - (1 if x @ w + b > 0 else 0)",
        "w = w + lr * (t[i] - y) * X[i]": "w = w + lr * i",
        "b = b + lr * (t[i] - y)": "b = b + lr * i",
    },
    en="Every weight moves by lr * (t - y), like the bias: the factor x is missing.",
    ja="重みがどれも lr * (t - y) だけ動いています(バイアスと同じ計算です)。x が掛かっていません。",
    hint_en="Should the weight of an input that is 0 change?",
    hint_ja="入力が 0 の要素の重みも変わってよいでしょうか。",
)


@mistake(
    "weights-start-at-one",
    en="The weights start at 1. They should start at 0.",
    ja="重みが 1 から始まっています。0 から始めましょう。",
    hint_en="What do your weights look like with epochs=0?",
    hint_ja="epochs=0 なら、重みはいくつのはずですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target - y, w=np.ones(X.shape[1]))


@mistake(
    "bias-starts-at-one",
    en="The bias starts at 1. It should start at 0, like the weights.",
    ja="バイアスが 1 から始まっています。重みと同じく 0 から始めましょう。",
    hint_en="What is the bias with epochs=0?",
    hint_ja="epochs=0 なら、バイアスはいくつのはずですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: target - y, b=1.0)


changed(
    "one-epoch-too-few",
    {"for _ in range(epochs):": "for _ in range(epochs - 1):"},
    en="There is one pass too few: range(1, epochs) counts epochs - 1 of them.",
    ja="エポックが 1 回足りません。range(1, epochs) は epochs - 1 回しか繰り返しません。",
    hint_en="How many numbers are there in range(1, 3)?",
    hint_ja="range(1, 3) には数がいくつありますか。",
)

changed(
    "one-epoch-too-many",
    {"for _ in range(epochs):": "for _ in range(epochs + 1):"},
    en="There is one pass too many: range(epochs + 1), or <= where < is meant.",
    ja="エポックが 1 回多くなっています。range(epochs + 1) か、< のはずの <= が原因です。",
    hint_en="How often does your loop run with epochs=1?",
    hint_ja="epochs=1 のとき、ループは何回まわりますか。",
)

changed(
    "samples-from-the-last",
    {"w = np.zeros(X.shape[1])": "X = X[::-1]\nt = t[::-1]\nw = np.zeros(X.shape[1])"},
    en="The samples are taken from the last to the first. They come in the order in which they stand.",
    ja="データを後ろから順に使っています。並んでいる順に使いましょう。",
    hint_en="Which row of X is looked at first?",
    hint_ja="最初に使う X の行はどれですか。",
)

changed(
    "ended-after-first-right-sample",
    {
        EPOCH: (
            "for x, y in zip(X, t, strict=True):\n    i = y - (1 if x @ w + b > 0 else 0)\n    if i == 0:\n"
            "        break\n    w = w + lr * i * x\n    b = b + lr * i"
        )
    },
    en="A pass ends too early, at a sample that is right already: the samples behind it are not looked at. break and return end the whole loop, continue goes on with the next sample.",
    ja="すでに正しく分類できているデータのところで、エポックが途中で終わっています。後ろのデータが使われません。break や return はループ全体を終わらせ、continue は次のデータに進みます。",
    hint_en="What is the difference between break and continue?",
    hint_ja="break と continue の違いは何ですか。",
)


@mistake(
    "added-for-every-mistake",
    en="Every mistake adds lr * x, also where the sample fired and should not have: there it has to be subtracted.",
    ja="どちらの間違いでも lr * x を足しています。発火してはいけないのに発火したときは、引かなければなりません。",
    hint_en="Which sign has t - y for t = 0 and y = 1?",
    hint_ja="t = 0、y = 1 のとき、t - y の符号は何ですか。",
)
def fit_perceptron(X, t, lr=1.0, epochs=10):
    return learn(X, t, lr, epochs, lambda target, y, total: abs(target - y))


changed(
    "bias-first-in-the-result",
    {"return w, b": "return b, w"},
    en="The results have changed places: (b, w) is returned where (w, b) is wanted.",
    ja="戻り値の順番が逆です。(w, b) ではなく (b, w) を返しています。",
    hint_en="Compare your return with the statement.",
    hint_ja="return の順番を問題文と見比べましょう。",
)

changed(
    "weights-only",
    {"return w, b": "return (w, b)[0]"},
    en="fit_perceptron returns w alone; the bias is to be returned as well, as the second of two results.",
    ja="w しか返していません。バイアスも、2 つ目の戻り値として返しましょう。",
    hint_en="What does the statement say that fit_perceptron returns?",
    hint_ja="問題文では、fit_perceptron は何と何を返すことになっていますか。",
)

changed(
    "bias-among-the-weights",
    {"return w, b": "return np.append(w, b)"},
    en="One array is returned that holds the weights together with the bias. Learning with a constant input is fine, but at the end the two have to be parted: (w, b).",
    ja="重みとバイアスをつなげた 1 つの配列を返しています。「いつも 1 の入力」で学習するのはよい方法ですが、最後に (w, b) の 2 つに分けて返しましょう。",
    hint_en="Which entries of your array are w, and which is b?",
    hint_ja="その配列のどこが w で、どこが b ですか。",
)

changed(
    "weights-of-whole-numbers",
    {
        "w = np.zeros(X.shape[1])": "w = np.zeros_like(X[0])",
        "for i in range(len(X)):": "for x, y in zip(X, t, strict=True):",
        "y = 1 if X[i] @ w + b > 0 else 0": "i = y - (1 if x @ w + b > 0 else 0)",
        "w = w + lr * (t[i] - y) * X[i]": "w += lr * i * x",
        "b = b + lr * (t[i] - y)": "b += lr * i",
    },
    en="The weights take the type of X: where X holds whole numbers (int), zeros_like(X[0]) does too, and half a step cannot be added to it in place.",
    ja="重みの型が X と同じになっています。X が整数だと np.zeros_like(X[0]) も整数の配列になり、小数の更新を += で足せずにエラーになります。",
    hint_en="Which dtype has np.zeros_like of an array of int, and which has np.zeros?",
    hint_ja="整数の配列に np.zeros_like を使うと dtype は何になりますか。np.zeros ではどうですか。",
)

changed(
    "bias-wrong-way",
    {"b = b + lr * (t[i] - y)": "b = b - lr * (t[i] - y)"},
    en="The bias moves the wrong way, by -lr * (t - y), while the weights move the right way. A threshold θ is -b, so it comes out, too, if θ is moved like the weights.",
    ja="重みの更新は正しいのですが、バイアスの向きが逆で、-lr * (t - y) だけ動いています。しきい値 θ = -b を重みと同じ向きに動かしたときも、こうなります。",
    hint_en="t = 1 and y = 0: should the sum of that sample rise or fall, and what must the bias (or the threshold) do for it?",
    hint_ja="t = 1、y = 0 のとき、和は増えるべきですか、減るべきですか。そのためにバイアス(またはしきい値)はどちらへ動くべきですか。",
)

changed(
    "weights-wrong-way",
    {"w = w + lr * (t[i] - y) * X[i]": "w = w - lr * (t[i] - y) * X[i]"},
    en="The weights move the wrong way, by -lr * (t - y) * x, while the bias moves the right way.",
    ja="バイアスの更新は正しいのですが、重みの向きが逆で、-lr * (t - y) * x だけ動いています。",
    hint_en="t = 1 and y = 0: should the sum of that sample rise or fall? Work it out with x = 2.",
    hint_ja="t = 1、y = 0 のとき、和は増えるべきですか、減るべきですか。x = 2 として計算してみましょう。",
)

changed(
    "threshold-for-bias",
    {"return w, b": "return w, -b"},
    en="w is right, but the bias that is returned has the wrong sign. That is the threshold θ, as in w x > θ; the bias is -θ.",
    ja="w は正しいのですが、返しているバイアスの符号が逆です。w x > θ のしきい値 θ になっています。バイアスは -θ です。",
    hint_en="Bring the threshold to the other side of w x > θ. What is added to w x then?",
    hint_ja="w x > θ の θ を左辺に移すと、w x に何を足すことになりますか。",
)

changed(
    "bias-once-for-each-input",
    {"b = b + lr * (t[i] - y)": "b = b + lr * (t[i] - y) * X.shape[1]"},
    en="At a mistake the bias moves once for each input, D times lr * (t - y) in all: as when its update stands in the loop over the weights. It moves once for each sample.",
    ja="間違えるたびに、バイアスが入力の数だけ、つまり lr * (t - y) の D 倍動いています。重みについてのループの中でバイアスを更新すると、こうなります。更新はデータ 1 個につき 1 回です。",
    hint_en="With two inputs and one mistake: how often is b changed?",
    hint_ja="入力が 2 つで間違いが 1 回なら、b は何回変わりますか。",
)

changed(
    "bias-judged-again",
    {"b = b + lr * (t[i] - y)": "y = 1 if X[i] @ w + b > 0 else 0\nb = b + lr * (t[i] - y)"},
    en="The weights move by t - y, and the bias by a y that is worked out anew, with the weights already moved. By then the sample is often right, and the bias stays as it is. Both use the same y.",
    ja="重みを更新したあとで、その新しい重みを使って y を求め直し、バイアスを更新しています。そのときには正しい分類になっていることが多く、バイアスが動きません。どちらの更新にも同じ y を使います。",
    hint_en="How often is the output computed for one sample, and with which weights?",
    hint_ja="データ 1 個につき、出力は何回計算されますか。そのときの重みはどれですか。",
)

changed(
    "weights-judged-again",
    {
        "w = w + lr * (t[i] - y) * X[i]\nb = b + lr * (t[i] - y)": "b = b + lr * (t[i] - y)\ny = 1 if X[i] @ w + b > 0 else 0\nw = w + lr * (t[i] - y) * X[i]"
    },
    en="The bias moves by t - y, and the weights by a y that is worked out anew, with the bias already moved. By then the sample is often right, and the weights stay as they are. Both use the same y.",
    ja="バイアスを更新したあとで、その新しいバイアスを使って y を求め直し、重みを更新しています。そのときには正しい分類になっていることが多く、重みが動きません。どちらの更新にも同じ y を使います。",
    hint_en="How often is the output computed for one sample, and with which bias?",
    hint_ja="データ 1 個につき、出力は何回計算されますか。そのときのバイアスはどれですか。",
)

changed(
    "weights-without-lr",
    {"w = w + lr * (t[i] - y) * X[i]": "w = w + (t[i] - y) * X[i]"},
    en="The weights move by (t - y) * x, without the learning rate; the bias has it.",
    ja="重みの更新に学習係数が掛かっていません(バイアスには掛かっています)。",
    hint_en="Where does lr stand in the first formula?",
    hint_ja="1 つ目の式で、学習係数はどこに掛かっていますか。",
)

changed(
    "weights-in-a-list",
    {"return w, b": "return list(w), b"},
    en="w comes back as a plain list (or tuple) of numbers. An array of shape (D,) is asked for.",
    ja="w がただのリスト(またはタプル)で返っています。求めているのは形状 (D,) の配列です。",
    hint_en="Print type(w). What makes an array of zeros?",
    hint_ja="type(w) を print してみましょう。0 を並べた配列を作る関数は何ですか。",
)

changed(
    "weights-cut-to-whole-numbers",
    {
        "w = np.zeros(X.shape[1])": "w = np.zeros(X.shape[1], dtype=X.dtype)",
        "w = w + lr * (t[i] - y) * X[i]": "w = (w + lr * (t[i] - y) * X[i]).astype(X.dtype)",
    },
    en="The weights take the type of X: where X holds whole numbers (int), the weights are whole numbers too, and every fraction of a step is cut off. So it comes out with zeros_like(X[0]) and one weight after another.",
    ja="重みの型が X と同じになっています。X が整数だと重みも整数になり、更新の小数部分が切り捨てられます。np.zeros_like(X[0]) で作った配列の要素を 1 つずつ更新すると、こうなります。",
    hint_en="Which dtype has np.zeros_like of an array of int, and which has np.zeros?",
    hint_ja="整数の配列に np.zeros_like を使うと dtype は何になりますか。np.zeros ではどうですか。",
)

changed(
    "stopped-when-mistakes-cancel",
    {
        EPOCH: (
            "i = 0\nfor x, target in zip(X, t, strict=True):\n    y = 1 if x @ w + b > 0 else 0\n    w = w + lr * (target - y) * x\n"
            "    b = b + lr * (target - y)\n    i = i + target - y\nif i == 0:\n    break"
        )
    },
    en="Training ends too early: a pass in which as many mistakes went one way as the other (t - y of 1 and of -1) counts as a pass without mistakes.",
    ja="学習が早く終わりすぎています。t - y が 1 の間違いと -1 の間違いが同じ数だけあったエポックも、間違いがなかったものとして打ち切っています。",
    hint_en="Add up the errors t - y of a pass with two mistakes, one of each kind. What do you get?",
    hint_ja="それぞれの向きに 1 回ずつ間違えたとき、t - y を足すといくつになりますか。",
)
