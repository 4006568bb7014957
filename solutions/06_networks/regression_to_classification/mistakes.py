import numpy as np

from grader.authoring import changed, mistake

PREDICT = "def predict(x):\nreturn np.argmax(forward(params, x)[2], axis=1)"
CLASSES = "classes = int(t.max()) + 1"
ANSWER = "return np.argmax(forward(params, x)[2], axis=1)"

changed(
    "real-numbers-returned",
    {CLASSES: "return train_regression(x, t, rng)"},
    en="predict returns real numbers: the network still does regression on the labels, as if class 2 were twice class 1. A class is a name, not an amount.",
    ja="predict が実数を返しています。ラベルを数とみなした回帰のままで、「クラス 2 はクラス 1 の 2 倍」と教えていることになります。クラスは名前であって、量ではありません。",
    hint_en="Give the network one output for each class. Which of them should be largest?",
    hint_ja="出力をクラスの数だけ用意しましょう。どの出力が最大になればよいですか。",
)

changed(
    "regression-rounded",
    {CLASSES: "predict = train_regression(x, t, rng)\nreturn lambda x: np.rint(predict(x)).astype(int)"},
    en="The network does regression on the labels, and predict rounds its number. With two classes that may do; with ten it fails, for there 3 is not between 2 and 4 in any sense that an image shows. It even gives labels that do not exist.",
    ja="ラベルを数とみなした回帰の結果を、predict で丸めています。2 クラスならうまくいくこともありますが、10 クラスでは通用しません。画像として見れば、3 は 2 と 4 の「間」ではないからです。存在しないラベルまで出てきます。",
    hint_en="How many outputs has your network for ten classes?",
    hint_ja="10 クラスのとき、ネットワークの出力はいくつですか。",
)

changed(
    "regression-rounded-and-clipped",
    {
        CLASSES: "predict = train_regression(x, t, rng)\nreturn lambda x: np.clip(np.rint(predict(x)), 0, t.max()).astype(int)"
    },
    en="The network does regression on the labels, and predict rounds its number to the nearest label. With two classes that may do; with ten it fails, for there 3 is not between 2 and 4 in any sense that an image shows.",
    ja="ラベルを数とみなした回帰の結果を、predict で最も近いラベルに丸めています。2 クラスならうまくいくこともありますが、10 クラスでは通用しません。画像として見れば、3 は 2 と 4 の「間」ではないからです。",
    hint_en="How many outputs has your network for ten classes?",
    hint_ja="10 クラスのとき、ネットワークの出力はいくつですか。",
)

changed(
    "two-classes-only",
    {
        CLASSES: "classes = 1",
        "e = np.exp(scores - scores.max(axis=1, keepdims=True))": "",
        "y = e / e.sum(axis=1, keepdims=True)": "y = 1 / (1 + np.exp(-scores))",
        "return backward(params, x, u, z, (y - np.eye(classes)[t]) / len(x))": "return backward(params, x, u, z, (y - (t[:, None] > 0)) / len(x))",
        ANSWER: "return (forward(params, x)[2][:, 0] > 0).astype(int)",
    },
    en="The network tells apart two classes only (one output and a threshold): of the ten digits it never gives more than 0 and 1. The number of classes is t.max() + 1.",
    ja="出力 1 つとしきい値で判断しているので、2 つのクラスしか区別できません。10 種類の数字に対しても、0 と 1 しか答えません。クラスの数は t.max() + 1 です。",
    hint_en="What would the output layer have to look like for ten classes?",
    hint_ja="10 クラスなら、出力層はどんな形になりますか。",
)

changed(
    "two-outputs-fixed",
    {CLASSES: "classes = 2"},
    en="The output layer has two outputs whatever t holds. The spirals have two classes, but the digits ten.",
    ja="t に関係なく、出力の数が 2 に固定されています。渦巻きは 2 クラスですが、数字は 10 クラスです。",
    hint_en="How can the number of classes be read off t?",
    hint_ja="クラスの数は、t からどう求められますか。",
)

changed(
    "one-class-too-few",
    {CLASSES: "classes = int(t.max())"},
    en="The number of classes is taken as t.max(), one too few: labels start at 0. The last class has no output.",
    ja="クラスの数を t.max() としているので、1 つ足りません。ラベルは 0 から始まるからです。最後のクラスの出力がありません。",
    hint_en="How many classes are 0, 1, 2?",
    hint_ja="0、1、2 は何クラスですか。",
)

changed(
    "scores-returned",
    {ANSWER: "e = np.exp(forward(params, x)[2])\nreturn e / e.sum(axis=1, keepdims=True)"},
    en="predict returns a whole row for each sample (scores, probabilities or a one-hot row). What is asked for is the label, one integer for each sample.",
    ja="predict がデータごとに 1 行(スコア、確率、one-hot)を返しています。求めるのはラベル、つまりデータ 1 個につき整数 1 つです。",
    hint_en="Which entry of the row tells the class, and which function finds its place?",
    hint_ja="行のどの要素がクラスを表しますか。その位置はどの関数で求められますか。",
)

changed(
    "argmax-over-samples",
    {ANSWER: "return np.argmax(forward(params, x)[2], axis=0)"},
    en="argmax runs down the columns (axis 0): it tells for each class which sample fits best, where it should tell for each sample which class does.",
    ja="argmax を列方向(axis=0)にとっています。これでは「クラスごとに、どのデータが最も近いか」になります。求めるのは「データごとに、どのクラスか」です。",
    hint_en="A sample is a row. Along which axis do its scores lie?",
    hint_ja="データ 1 個は 1 行です。そのスコアはどの軸に並んでいますか。",
)

changed(
    "argmax-of-everything",
    {ANSWER: "return np.argmax(forward(params, x)[2])"},
    en="argmax has no axis, so it looks for one largest number in the whole batch and returns a single number.",
    ja="argmax に軸を指定していないので、バッチ全体で最大の要素を 1 つ探し、数を 1 つだけ返しています。",
    hint_en="How many labels should come out for 30 samples?",
    hint_ja="データが 30 個なら、ラベルは何個になるはずですか。",
)

changed(
    "training-data-predicted",
    {PREDICT: "def predict(_):\n    return np.argmax(forward(params, x)[2], axis=1)"},
    en="predict does not look at its argument: it gives the labels of the training data, whatever it is asked.",
    ja="predict が引数を見ていません。何を渡しても、学習に使ったデータのラベルを返しています。",
    hint_en="Which x does predict compute with: its own argument, or that of train_classifier?",
    hint_ja="predict の中の x は、predict の引数ですか、それとも train_classifier の引数ですか。",
)

changed(
    "one-class-predicted",
    {CLASSES: "classes = 1", "fit(params, gradients, x, t, rng)": "fit(params, regression_gradients, x, t, rng)"},
    en="predict gives every digit the same label. Either there is only one column of scores, of which argmax is always 0; or the training drives one score above all others or to NaN, as a gradient of the wrong sign (target - probability), a softmax over the samples (axis 0) or a far too large learning rate does.",
    ja="どの数字にも同じラベルを答えています。出力が 1 列しかなくて argmax がいつも 0 になるか、学習のせいで 1 つのスコアだけが極端に大きくなったか(NaN になったか)です。後者は、勾配の符号が逆(教師データ − 確率)のとき、ソフトマックス関数をデータの方向(axis=0)に計算したとき、学習係数が大きすぎるときなどに起こります。",
    hint_en="Print the scores of three samples: how many columns are there? And print the loss every 100 steps: does it fall?",
    hint_ja="3 個のデータのスコアを print してみましょう。何列ありますか。100 回ごとの損失も print してみましょう。小さくなっていますか。",
)

changed(
    "only-linear",
    {
        "params = new_params(x.shape[1], 50, classes, rng)": 'params = {"W": np.zeros((x.shape[1], classes)), "b": np.zeros(classes)}',
        "u, z, scores = forward(params, x)": 'scores = x @ params["W"] + params["b"]',
        "return backward(params, x, u, z, (y - np.eye(classes)[t]) / len(x))": 'd = (y - np.eye(classes)[t]) / len(x)\nreturn {"W": x.T @ d, "b": d.sum(axis=0)}',
        ANSWER: 'return np.argmax(x @ params["W"] + params["b"], axis=1)',
    },
    en="The spirals are told apart no better than by a guess. Is there a non-linear hidden layer between input and output, and does the softmax go over the classes of each row? Without the layer only straight lines divide the classes, which cannot follow a spiral.",
    ja="渦巻きの正解率が、あてずっぽうと変わりません。入力と出力の間に非線形な隠れ層がありますか。softmax は行ごとに、クラスの方向にとっていますか。隠れ層がないと直線でしか分けられず、渦巻きは分けられません。",
    hint_en="What does a linear layer behind a linear layer amount to? What stands between them in document 002?",
    hint_ja="線形変換のあとに線形変換を続けると、全体では何になりますか。資料 002 では、その間に何がありますか。",
)

changed(
    "not-trained",
    {"fit(params, gradients, x, t, rng)": ""},
    en="predict is about as often right as a guess, on the training data too: nothing was learnt. Either the training does not run, or predict uses other parameters than the trained ones, or the target is the same for all classes, as in y - t[:, None] for y - one_hot.",
    ja="学習に使ったデータでさえ、あてずっぽうと同じくらいしか当たらず、何も学べていません。学習を実行していないか、predict が学習前のパラメータを使っているか、教師データが全クラスで同じ(one-hot を引くところで t[:, None] を引いた、など)かのどれかです。",
    hint_en="Print one of the parameters that predict uses, before and after training. And write down one sample's probabilities and its target, entry by entry.",
    hint_ja="predict が使うパラメータを、学習の前とあとで print して比べましょう。データ 1 個の確率と教師データを、要素ごとに書き出してみるのも手です。",
)

changed(
    "labels-from-one",
    {ANSWER: "return np.argmax(forward(params, x)[2], axis=1) + 1"},
    en="The labels are one too high: counting starts at 0, so the index of the largest score is the label already.",
    ja="ラベルが 1 ずつ大きくなっています。番号は 0 から数えるので、最大のスコアの番号がそのままラベルです。",
    hint_en="Which labels occur in t, and which come from predict? np.unique tells.",
    hint_ja="t に出てくるラベルと、predict が答えるラベルを np.unique で比べてみましょう。",
)


@mistake(
    "training-data-memorised",
    en="predict looks the sample up among those it was trained on, and gives some label at random if it is not there: all right on the training data, a guess on new ones. To learn is to say something about samples never seen.",
    ja="predict が学習データの中から同じデータを探し、なければ適当なラベルを返しています。学習データでは全問正解、新しいデータではあてずっぽうです。見たことのないデータについて答えられてこそ、学習です。",
    hint_en="What does your predict do with a sample that lies close to a known one, but is not the same?",
    hint_ja="知っているデータに近いけれど同じではないデータに対して、predict は何をしますか。",
)
def train_classifier(x, t, rng):
    known = {row.tobytes(): label for row, label in zip(x, t, strict=True)}
    last = int(t.max())
    return lambda x: np.array(
        [known.get(row.tobytes(), int(abs(row[0]) * 1e6) % (last + 1)) for row in np.ascontiguousarray(x)]
    )


changed(
    "no-function-returned",
    {PREDICT: ANSWER},
    en="train_classifier returns something that cannot be called (labels, parameters, or nothing). It should return the function predict itself.",
    ja="train_classifier が、関数として呼べないもの(ラベル、パラメータ、None など)を返しています。返すのは predict という関数そのものです。",
    hint_en="What is the difference between return predict and return predict(x)?",
    hint_ja="return predict と return predict(x) はどう違いますか。",
)

changed(
    "scaled-by-what-is-asked",
    {
        CLASSES: "scaled = lambda x: (x - x.mean(axis=0)) / (x.std(axis=0) + 1e-8)\nx = scaled(x)\n" + CLASSES,
        ANSWER: "return np.argmax(forward(params, scaled(x))[2], axis=1)",
    },
    en="predict scales its inputs by their own mean and deviation: then a sample's label depends on which others are asked about with it, and alone it becomes a row of zeros. Scale by the training data's mean and deviation.",
    ja="predict が、渡されたデータ自身の平均と標準偏差で標準化しています。すると、ラベルが一緒に渡されたデータに左右され、1 個だけ渡すとすべて 0 になってしまいます。使うのは学習データの平均と標準偏差です。",
    hint_en="What is the mean of a batch of one sample?",
    hint_ja="データが 1 個だけのとき、その平均は何になりますか。",
)

changed(
    "global-random",
    {CLASSES: "rng = np.random.default_rng(np.random.randint(10**9))\n" + CLASSES},
    en="The numbers come from np.random (or from a generator without a seed), not from rng: a training cannot be repeated with the same seed.",
    ja="rng ではなく np.random(またはシードのない別の生成器)を使っています。同じシードを渡しても、同じ学習を再現できません。",
    hint_en="Which random numbers does your training use: initial weights, batches? Draw all of them from rng.",
    hint_ja="学習のどこで乱数を使っていますか。初期値もミニバッチも、すべて rng から取りましょう。",
)

changed(
    "shared-parameters",
    {
        "def train_classifier(x, t, rng):": "the_params = {}\n\n\ndef train_classifier(x, t, rng):",
        "params = new_params(x.shape[1], 50, classes, rng)": "the_params.update(new_params(x.shape[1], 50, classes, rng))\nparams = the_params",
    },
    en="The parameters live outside train_classifier, so a second training overwrites what the first has learnt, and the first predict answers with them.",
    ja="パラメータを train_classifier の外(グローバル変数)に置いているので、2 回目の学習が 1 回目の結果を上書きし、1 回目の predict の答えまで変わります。",
    hint_en="Where are the parameters made that predict uses, and who else can change them?",
    hint_ja="predict が使うパラメータは、どこで作られていますか。ほかに書き換えるものはありませんか。",
)
