from grader.authoring import changed, families

PREDICT = 'z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])\nreturn softmax(z1 @ self.params["W2"] + self.params["b2"])'
LOSS = "return cross_entropy_error(self.predict(x), t)"
ACCURACY = "return np.mean(np.argmax(self.predict(x), axis=1) == np.argmax(t, axis=1))"
NUMERICAL = "return {key: numerical_gradient(loss_now, value) for key, value in self.params.items()}"
DELTA2 = "delta2 = (self.predict(x) - t) / len(x)"
DELTA1 = 'delta1 = (delta2 @ self.params["W2"].T) * z1 * (1.0 - z1)'
DB1 = '"b1": np.sum(delta1, axis=0),'
DB2 = '"b2": np.sum(delta2, axis=0),'

changed(
    "weights-not-scaled",
    {"self.params = {": "weight_init_std = 1.0\nself.params = {"},
    en="The weights have standard deviation 1: they are not multiplied by weight_init_std.",
    ja="重みの標準偏差が 1 になっています。weight_init_std が掛けられていません。",
    hint_en="Print W1 of a new network. Are its numbers of the size of weight_init_std?",
    hint_ja="作ったばかりのネットワークの W1 を print してみましょう。値の大きさは weight_init_std くらいですか。",
)

changed(
    "second-weights-not-scaled",
    {'"b2": np.zeros(output_size),': '"b2": np.zeros(output_size),\n"W2": np.random.randn(hidden_size, output_size),'},
    en="W1 is scaled by weight_init_std, W2 is not.",
    ja="W1 には weight_init_std が掛けられていますが、W2 には掛けられていません。",
    hint_en="Compare the lines that make W1 and W2.",
    hint_ja="W1 を作る行と W2 を作る行を見比べましょう。",
)

changed(
    "scale-is-a-constant",
    {"self.params = {": "weight_init_std = 0.01\nself.params = {"},
    en="The weights are scaled by 0.01 whatever weight_init_std is: the argument is not used.",
    ja="weight_init_std がいくつでも、重みに 0.01 を掛けています。引数が使われていません。",
    hint_en="0.01 is only the default. Where is the argument used?",
    hint_ja="0.01 は省略したときの値です。引数はどこで使われていますか。",
)

changed(
    "std-as-variance",
    {"self.params = {": "weight_init_std = np.sqrt(weight_init_std)\nself.params = {"},
    en="weight_init_std is taken for the variance: the weights are scaled by its square root.",
    ja="weight_init_std を分散として扱っていて、その平方根が重みの標準偏差になっています。",
    hint_en="By what must a number of standard deviation 1 be multiplied to have standard deviation s?",
    hint_ja="標準偏差 1 の乱数の標準偏差を s にするには、何を掛けますか。",
)

changed(
    "weights-between-0-and-1",
    everywhere={"np.random.randn": "np.random.rand"},
    en="The weights are drawn between 0 and 1 (rand), then scaled: all are positive. Normal numbers of mean 0 are asked for (randn).",
    ja="重みを 0 から 1 の一様乱数(rand)で作っていて、すべて正になっています。平均 0 の正規分布(randn)を使います。",
    hint_en="What is the mean of your W1? What is the n at the end of randn for?",
    hint_ja="W1 の平均はいくつですか。randn の最後の n は何を表しているでしょうか。",
)

changed(
    "weights-zero",
    {"self.params = {": "weight_init_std = 0.0\nself.params = {"},
    en="All weights start at 0. Then all hidden units compute the same, and get the same gradient for ever.",
    ja="重みがすべて 0 から始まっています。これでは隠れ層のユニットがみな同じ値になり、勾配もずっと同じままです。",
    hint_en="Could two hidden units ever become different?",
    hint_ja="隠れ層の 2 つのユニットが、学習で別のものになることはありますか。",
)

changed(
    "biases-random",
    {
        '"b2": np.zeros(output_size),': '"b1": weight_init_std * np.random.randn(hidden_size),\n"b2": weight_init_std * np.random.randn(output_size),'
    },
    en="The biases start as random numbers. They start at 0.",
    ja="バイアスが乱数で初期化されています。バイアスの初期値は 0 です。",
    hint_en="What are b1 and b2 in a new network?",
    hint_ja="作ったばかりのネットワークの b1 と b2 はいくつですか。",
)

changed(
    "biases-two-dimensional",
    {
        '"b1": np.zeros(hidden_size),': '"b1": np.zeros((1, hidden_size)),',
        '"b2": np.zeros(output_size),': '"b2": np.zeros((1, output_size)),',
        DB1: '"b1": np.sum(delta1, axis=0, keepdims=True),',
        DB2: '"b2": np.sum(delta2, axis=0, keepdims=True),',
    },
    en="The biases, and their gradients, have shape (1, H) and (1, M). They have one axis: (H,) and (M,).",
    ja="バイアスとその勾配の形状が (1, H)、(1, M) になっています。1 次元の (H,)、(M,) にします。",
    hint_en="What does np.zeros make of one number, and what of a pair?",
    hint_ja="np.zeros に数を 1 つ渡したときと、数 2 つのタプルを渡したときで、形状はどう違いますか。",
)

changed(
    "weights-transposed",
    {
        '"W1": weight_init_std * np.random.randn(input_size, hidden_size),': '"W1": weight_init_std * np.random.randn(input_size, hidden_size).T.copy(),',
        '"W2": weight_init_std * np.random.randn(hidden_size, output_size),': '"W2": weight_init_std * np.random.randn(hidden_size, output_size).T.copy(),',
        '"W1": x.T @ delta1,': '"W1": (x.T @ delta1).T,',
        '"W2": z1.T @ delta2,': '"W2": (z1.T @ delta2).T,',
    },
    everywhere={'self.params["W1"]': 'self.params["W1"].T', 'self.params["W2"]': 'self.params["W2"].T'},
    en="W1 and W2 have the shape (out, in). A batch of rows is multiplied from the left, so they are (in, out): (D, H) and (H, M).",
    ja="W1 と W2 の形状が(出力, 入力)になっています。行ベクトルのバッチに右から掛けるので、(入力, 出力)、つまり (D, H) と (H, M) です。",
    hint_en="Which order do the sizes have in the statement?",
    hint_ja="問題文では、サイズはどの順番に並んでいますか。",
)

changed(
    "always-the-same-weights",
    {"self.params = {": "np.random.seed(0)\nself.params = {"},
    en="Every network starts with the same weights: the random numbers are seeded again in the constructor.",
    ja="どのネットワークも同じ重みで始まります。コンストラクタで毎回、乱数のシードを設定しています。",
    hint_en="When is the generator seeded or made: once, or for every network?",
    hint_ja="シードの設定や乱数生成器の作成は、1 回だけですか、ネットワークごとですか。",
)

changed(
    "params-shared",
    everywhere={"self.params": "type(self).params"},
    en="params belongs to the class, not to self: a new network overwrites the weights of every earlier one.",
    ja="params が self ではなくクラスのものになっています。新しいネットワークを作ると、前のネットワークの重みまで変わります。",
    hint_en="Where is params = {} written: in the class, or in __init__ with self?",
    hint_ja="params = {} はどこに書いてありますか。クラスの直下ですか、__init__ の中の self ですか。",
)

changed(
    "hidden-relu",
    {"e = np.exp(-np.abs(x))": "return np.maximum(x, 0)", DELTA1: 'delta1 = (delta2 @ self.params["W2"].T) * (z1 > 0)'},
    en="The hidden layer is ReLU. This network's is the sigmoid.",
    ja="隠れ層の活性化関数が ReLU になっています。このネットワークではシグモイド関数です。",
    hint_en="Which function does the first formula name?",
    hint_ja="1 つ目の式にある関数は何ですか。",
)

changed(
    "hidden-tanh",
    {"e = np.exp(-np.abs(x))": "return np.tanh(x)", DELTA1: 'delta1 = (delta2 @ self.params["W2"].T) * (1 - z1**2)'},
    en="The hidden layer is tanh. This network's is the sigmoid.",
    ja="隠れ層の活性化関数が tanh になっています。このネットワークではシグモイド関数です。",
    hint_en="Which function does the first formula name?",
    hint_ja="1 つ目の式にある関数は何ですか。",
)

changed(
    "no-hidden-activation",
    {"e = np.exp(-np.abs(x))": "return x", DELTA1: 'delta1 = delta2 @ self.params["W2"].T'},
    en="The hidden layer has no activation function: its sums go straight into the second layer.",
    ja="隠れ層に活性化関数がありません。重み付き和がそのまま 2 層目に入っています。",
    hint_en="What could two layers do that one cannot, if there is nothing between them?",
    hint_ja="あいだに何もなければ、2 層にする意味はあるでしょうか。",
)

changed(
    "predict-without-softmax",
    {
        'return softmax(z1 @ self.params["W2"] + self.params["b2"])': 'return z1 @ self.params["W2"] + self.params["b2"]',
        DELTA2: "delta2 = (softmax(self.predict(x)) - t) / len(x)",
    },
    en="predict returns scores: softmax is missing, in predict and so in loss.",
    ja="predict がスコアを返しています。ソフトマックス関数が抜けていて、loss もスコアから計算されています。",
    hint_en="Do the rows of predict(x) add up to 1?",
    hint_ja="predict(x) の各行の和は 1 になっていますか。",
)

changed(
    "loss-on-raw-scores",
    {
        LOSS: 'z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])\nreturn cross_entropy_error(z1 @ self.params["W2"] + self.params["b2"], t)'
    },
    en="predict is right, but loss hands the raw scores to the cross entropy error, which wants probabilities.",
    ja="predict は正しいのですが、loss が交差エントロピー誤差にスコアをそのまま渡しています。渡すのは確率です。",
    hint_en="Of what is the logarithm taken in the formula of the loss?",
    hint_ja="損失の式で、対数をとっているのは何ですか。",
)

changed(
    "softmax-twice",
    {LOSS: "return cross_entropy_error(softmax(self.predict(x)), t)"},
    en="loss applies softmax to what predict returns; that is softmax twice.",
    ja="predict の結果に、loss がもう一度ソフトマックス関数をかけています。",
    hint_en="What does predict return: scores, or probabilities?",
    hint_ja="predict が返すのは、スコアですか、確率ですか。",
)

changed(
    "loss-arguments-swapped",
    {LOSS: "return cross_entropy_error(t, self.predict(x))"},
    en="The cross entropy error gets t and y in the wrong order.",
    ja="交差エントロピー誤差に渡す y と t の順番が逆です。",
    hint_en="Which of its two arguments does cross_entropy_error take the logarithm of?",
    hint_ja="cross_entropy_error は、どちらの引数の対数をとりますか。",
)

changed(
    "loss-not-averaged",
    {LOSS: "return len(x) * cross_entropy_error(self.predict(x), t)", DELTA2: "delta2 = self.predict(x) - t"},
    en="The loss is summed over the batch, and its gradients with it: all are N times too large.",
    ja="損失をバッチで合計していて、平均していません。勾配も N 倍になっています。",
    hint_en="Does the loss of the same data twice over become twice as large?",
    hint_ja="同じデータを 2 回並べたバッチで、損失は 2 倍になってよいでしょうか。",
)

changed(
    "predict-without-self",
    {ACCURACY: "y = np.argmax(predict(x), axis=1)\nreturn np.sum(y == np.argmax(t, axis=1)) / float(x.shape[0])"},
    en="accuracy calls predict(x), as document 003 prints it: there is no function of that name, only the method of this network.",
    ja="accuracy が predict(x) を呼んでいます(資料 003 のコードのままです)。そのような関数はなく、あるのはこのネットワークのメソッドです。",
    hint_en="How does loss call predict?",
    hint_ja="loss では predict をどう呼んでいますか。",
)

changed(
    "accuracy-takes-t-for-labels",
    {ACCURACY: "return np.mean(np.argmax(self.predict(x), axis=1) == t)"},
    en="accuracy compares the predicted class numbers with t as it is; one-hot rows must be turned into class numbers first.",
    ja="accuracy が、予測したクラスの番号を t とそのまま比べています。one-hot 表現は、先に番号に直す必要があります。",
    hint_en="What do you compare with what, if t is [[0, 1], [1, 0]]?",
    hint_ja="t が [[0, 1], [1, 0]] のとき、何と何を比べていますか。",
)

changed(
    "accuracy-counts",
    {ACCURACY: "return np.sum(np.argmax(self.predict(x), axis=1) == np.argmax(t, axis=1))"},
    en="accuracy returns how many are right, not the share.",
    ja="accuracy が、割合ではなく正解した個数を返しています。",
    hint_en="Can an accuracy be above 1?",
    hint_ja="認識精度が 1 を超えることはありますか。",
)

changed(
    "accuracy-is-the-error-rate",
    {ACCURACY: "return np.mean(np.argmax(self.predict(x), axis=1) != np.argmax(t, axis=1))"},
    en="accuracy returns the share of wrong predictions.",
    ja="accuracy が、間違えた割合を返しています。",
    hint_en="What should a perfect network get: 0 or 1?",
    hint_ja="全問正解のネットワークの認識精度は、0 ですか、1 ですか。",
)

changed(
    "accuracy-compares-probabilities",
    {ACCURACY: "return np.mean(np.all(self.predict(x) == t, axis=1))"},
    en="accuracy goes by the probabilities themselves. What counts is which class of a row is the most probable, however small its probability.",
    ja="accuracy が確率の値そのもので判定しています。見るのは、各行で最も確率の高いクラスです。その確率がどれほど小さくてもかまいません。",
    hint_en="Which number of a row of y says what the network decides on?",
    hint_ja="y の 1 行から、ネットワークの答え(クラスの番号)をどう取り出しますか。",
)

changed(
    "accuracy-down-the-columns",
    {ACCURACY: "right = np.argmax(self.predict(x), axis=0) == np.argmax(t, axis=0)\nreturn np.sum(right) / len(x)"},
    en="accuracy takes argmax down the columns (axis 0): that asks for each class which sample is most like it.",
    ja="accuracy が列の方向(軸 0)に argmax をとっています。これでは「各クラスに最も近いデータはどれか」になります。",
    hint_en="How many decisions should come out: N or M?",
    hint_ja="出てくる答えは、N 個ですか、M 個ですか。",
)

changed(
    "method-calls-itself",
    {NUMERICAL: 'key = {}\nkey["W1"] = self.numerical_gradient(loss_now, self.params["W1"])\nreturn key'},
    en="The method numerical_gradient calls self.numerical_gradient, itself, without end. The function of the same name outside the class is meant: without self.",
    ja="メソッド numerical_gradient が self.numerical_gradient、つまり自分自身を際限なく呼んでいます。呼ぶのは、クラスの外にある同名の関数(self なし)です。",
    hint_en="There are two things of this name. How is each of them called?",
    hint_ja="同じ名前のものが 2 つあります。それぞれ、どう書けば呼び出せますか。",
)

changed(
    "loss-does-not-follow-params",
    {NUMERICAL: "return {key: numerical_gradient(loss_now, value.copy()) for key, value in self.params.items()}"},
    en="The numerical gradient is 0 everywhere: copies of the parameters are moved, or the layers keep copies of their own, and the loss never sees the change.",
    ja="数値微分の勾配がすべて 0 です。動かしているのがパラメータのコピーであるか、レイヤが自分用のコピーを持っているために、損失に変化が伝わってい"
    "ません。",
    hint_en="Is the array that is moved the very one that predict uses? Look for copy, astype, and arithmetic that makes a new array.",
    hint_ja="動かしている配列は、predict が使う配列そのものですか。copy や astype など、新しい配列を作るところを探しましょう。",
)

changed(
    "biases-ignored",
    {PREDICT: 'return softmax(sigmoid(x @ self.params["W1"]) @ self.params["W2"])'},
    en="predict leaves out b1 and b2. As long as they are 0 that does not show, but the loss has no gradient with respect to them, and they could never be learned.",
    ja="predict で b1 と b2 を足していません。0 のうちは結果に表れませんが、損失がバイアスによらなくなり、学習もできません。",
    hint_en="What does numerical_gradient say about the biases?",
    hint_ja="numerical_gradient で、バイアスの勾配はいくつになりますか。",
)

changed(
    "biases-without-gradient",
    {
        NUMERICAL: 'return {key: numerical_gradient(loss_now, self.params[key]) for key in ("W1", "W2")}',
        DB1: "",
        DB2: "",
    },
    en="The dicts of gradients hold W1 and W2 only; b1 and b2 are parameters as well.",
    ja="勾配のディクショナリに W1 と W2 しかありません。b1 と b2 もパラメータです。",
    hint_en="Which keys does params have?",
    hint_ja="params にはどんなキーがありますか。",
)

changed(
    "gradient-not-averaged",
    {DELTA2: "delta2 = self.predict(x) - t"},
    en="gradient is N times too large: loss is a mean over the batch, and gradient lacks its 1/N.",
    ja="gradient が N 倍になっています。損失はバッチの平均なので、gradient にも 1/N が必要です。",
    hint_en="Compare gradient with numerical_gradient for batches of two sizes.",
    hint_ja="大きさの違う 2 つのバッチで、gradient と numerical_gradient を比べてみましょう。",
)

changed(
    "gradient-averaged-twice",
    {DELTA2: "delta2 = (self.predict(x) - t) / len(x) ** 2"},
    en="gradient is N times too small: it is divided by N twice.",
    ja="gradient が N 分の 1 になっています。N で 2 回割っています。",
    hint_en="Where does the 1/N of the mean loss enter, and how often?",
    hint_ja="損失の平均の 1/N は、どこで、何回入りますか。",
)

changed(
    "gradient-sign-flipped",
    {DELTA2: "delta2 = (t - self.predict(x)) / len(x)"},
    en="gradient has the wrong sign: the difference is target minus prediction.",
    ja="gradient の符号が逆です。差が「教師データ - 出力」になっています。",
    hint_en="If the probability of a wrong class is too high, should the gradient of its score be positive or negative?",
    hint_ja="不正解のクラスの確率が高すぎるとき、そのスコアの勾配は正ですか、負ですか。",
)

changed(
    "sigmoid-slope-forgotten",
    {DELTA1: 'delta1 = delta2 @ self.params["W2"].T'},
    en="On the way back through the hidden layer the sigmoid's derivative is missing: W1 and b1 get a wrong gradient.",
    ja="逆伝播で隠れ層を通るとき、シグモイド関数の微分を掛けていません。W1 と b1 の勾配が違っています。",
    hint_en="The gradient has reached z1. What is still between z1 and the sum?",
    hint_ja="勾配は z1 まで届いています。z1 と重み付き和のあいだには、まだ何がありますか。",
)

changed(
    "slope-at-the-output",
    {DELTA1: 'delta1 = (delta2 @ self.params["W2"].T) * sigmoid(z1) * (1 - sigmoid(z1))'},
    en="A function that expects the sum (it applies the sigmoid itself) is given z1, to which the sigmoid has been applied already.",
    ja="自分の中でシグモイド関数を計算する微分の関数(sigmoid_grad など)に、すでにシグモイド関数をかけた z1 を渡しています。",
    hint_en="Does your derivative expect the sum or the output? Which of the two do you hand it?",
    hint_ja="その微分の関数が受け取るのは、重み付き和ですか、出力ですか。渡しているのはどちらですか。",
)

changed(
    "slope-with-the-sum",
    {DELTA1: 'u1 = x @ self.params["W1"] + self.params["b1"]\ndelta1 = (delta2 @ self.params["W2"].T) * u1 * (1 - u1)'},
    en="The derivative is computed as u (1 - u) from the sum u. In the formula z (1 - z), z is the sigmoid's output.",
    ja="シグモイド関数の微分を、重み付き和 u から u (1 - u) と計算しています。z (1 - z) の z は、シグモイド関数の出力です。",
    hint_en="The derivative of a sigmoid lies between 0 and 1/4. Does yours?",
    hint_ja="シグモイド関数の微分は、0 から 1/4 のあいだの値です。あなたの値はどうですか。",
)

changed(
    "relu-slope",
    {DELTA1: 'delta1 = (delta2 @ self.params["W2"].T) * (z1 > 0.5)'},
    en="The hidden layer is a sigmoid, but the gradient goes back through a ReLU's mask: units whose sum is above 0 pass it unchanged, the others not at all.",
    ja="隠れ層はシグモイド関数なのに、逆伝播では ReLU のマスクを使っています。重み付き和が正のユニットの勾配をそのまま通し、ほかを 0 にしています。",
    hint_en="Which function's slope belongs there?",
    hint_ja="そこで使うのは、どの関数の微分ですか。",
)

changed(
    "sums-for-outputs",
    {'"W2": z1.T @ delta2,': '"W2": (x @ self.params["W1"] + self.params["b1"]).T @ delta2,'},
    en="The gradient of W2 is built from the hidden layer's sums. W2 is multiplied by their sigmoid.",
    ja="W2 の勾配を、隠れ層の重み付き和から計算しています。W2 と掛けられるのは、シグモイド関数をかけたあとの値です。",
    hint_en="What comes into the second layer?",
    hint_ja="2 層目に入ってくるのは何ですか。",
)

changed(families.softmax_derivative_twice, {DELTA2: "y = self.predict(x)\ndelta2 = (y - t) * y * (1 - y) / len(x)"})

changed(
    "transpose-missing",
    {DELTA1: 'delta1 = (delta2 @ self.params["W2"]) * z1 * (1.0 - z1)'},
    en="A matrix product in gradient does not fit: a transpose is missing or too many, or the factors stand in the wrong order.",
    ja="gradient の行列の積で、形状が合っていません。転置の過不足か、積の順番の間違いです。",
    hint_en="Write the shapes under each product, with N, D, H and M.",
    hint_ja="それぞれの積の下に、N、D、H、M で形状を書いてみましょう。",
)

changed(
    "biases-summed-over-units",
    everywhere={"axis=0)": "axis=1)"},
    en="The gradients of the biases are summed over the units (axis 1). A bias serves all rows of the batch, so the sum runs over the rows.",
    ja="バイアスの勾配を、ユニットの方向(軸 1)に足しています。バイアスはバッチの全部の行で使われるので、行の方向に足します。",
    hint_en="How many numbers should the gradient of b1 have: N or H?",
    hint_ja="b1 の勾配に並ぶ数は、N 個ですか、H 個ですか。",
)

changed(families.biases_not_summed, {DB1: '"b1": delta1,', DB2: '"b2": delta2,'})

changed(
    "biases-averaged",
    {DB1: '"b1": np.mean(delta1, axis=0),', DB2: '"b2": np.mean(delta2, axis=0),'},
    en="The gradients of the biases are means over the batch, but the difference was divided by N already.",
    ja="バイアスの勾配をバッチで平均しています。差はすでに N で割ってあります。",
    hint_en="Where does the 1/N of the mean loss enter, and how often?",
    hint_ja="損失の平均の 1/N は、どこで、何回入りますか。",
)

changed(
    "gradient-of-an-earlier-batch",
    {
        PREDICT: 'self.z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])\nself.y = softmax(self.z1 @ self.params["W2"] + self.params["b2"])\nreturn self.y',
        'z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])\ndelta2 = (self.predict(x) - t) / len(x)': "delta2 = (self.y - t) / len(x)\nz1 = self.z1",
    },
    en="gradient uses what the last predict or loss has kept, without a forward pass of its own: for another batch these are the wrong values.",
    ja="gradient が自分では順伝播をせず、前に predict や loss を呼んだときの値を使っています。別のバッチでは、その値は正しくありません。",
    hint_en="What does gradient do if it is the first method to be called?",
    hint_ja="最初に gradient を呼んだら、どうなりますか。",
)

changed(
    "gradient-takes-a-step",
    {
        "def gradient(self, x, t):": (
            "def gradient(self, x, t):\n    grads = self.right(x, t)\n    for key in grads:\n"
            "        self.params[key] -= 0.1 * grads[key]\n    return grads\n\ndef right(self, x, t):"
        )
    },
    en="gradient moves the parameters as well. It only says where they should go; the step is somebody else's.",
    ja="gradient がパラメータの更新までしています。gradient は勾配を返すだけで、更新はしません。",
    hint_en="Is params the same before and after gradient?",
    hint_ja="gradient を呼ぶ前と後で、params は同じですか。",
)

changed(
    "params-left-moved",
    {
        NUMERICAL: (
            "grads = {key: numerical_gradient(loss_now, value) for key, value in self.params.items()}\n"
            "for value in self.params.values():\n    value -= 1e-4\nreturn grads"
        )
    },
    en="After numerical_gradient the parameters are not what they were: entries that were moved by h are not put back.",
    ja="numerical_gradient を呼ぶと、パラメータが元の値に戻っていません。h だけ動かした要素を、元に戻していません。",
    hint_en="The given function restores each entry. If you write your own, what must its loop end with?",
    hint_ja="用意してある関数は、要素を元に戻します。自分で書くなら、ループの最後に何が必要ですか。",
)

changed(
    "softmax-in-loss-only",
    {
        'return softmax(z1 @ self.params["W2"] + self.params["b2"])': 'return z1 @ self.params["W2"] + self.params["b2"]',
        LOSS: "return cross_entropy_error(softmax(self.predict(x)), t)",
        DELTA2: "delta2 = (softmax(self.predict(x)) - t) / len(x)",
    },
    en="predict returns scores: softmax is applied only inside loss. predict should return the probabilities themselves.",
    ja="predict がスコアを返しています。ソフトマックス関数を使っているのが loss の中だけです。predict が返すのは確率です。",
    hint_en="What does each row of predict(x) add up to?",
    hint_ja="predict(x) の各行の和はいくつですか。",
)

changed(
    "gradient-by-finite-differences",
    {"def gradient(self, x, t):": "def gradient(self, x, t):\n    return self.numerical_gradient(x, t)\n"},
    en="gradient works by finite differences, as numerical_gradient does: for each entry of params the loss is computed anew. "
    "Back-propagation goes through the network once, forwards and backwards.",
    ja="gradient が、numerical_gradient と同じく数値微分で勾配を求めています。これではパラメータの要素ごとに損失を計算し直すことになります。誤差逆伝播法なら、ネットワークを 1 回たどって戻るだけです。",
    hint_en="What is the gradient of the loss at the scores? Which product carries it on to W2, and which to z1?",
    hint_ja="スコアについての損失の勾配は何ですか。それを W2 と z1 に伝えるのは、それぞれどの積ですか。",
)

changed(
    "b1-left-out-of-gradient",
    {
        'z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])\ndelta2 = (self.predict(x) - t) / len(x)': (
            'z1 = sigmoid(x @ self.params["W1"])\ndelta2 = (softmax(z1 @ self.params["W2"] + self.params["b2"]) - t) / len(x)'
        )
    },
    en="gradient computes its hidden layer and its probabilities without b1. As long as b1 is 0 that does not show; predict has it.",
    ja="gradient の中の順伝播で b1 を足していません(隠れ層も確率も b1 なしの値です)。b1 が 0 のうちは結果に表れません。predict では足しています。",
    hint_en="Compare the forward pass in gradient with predict, term by term.",
    hint_ja="gradient の中の順伝播と predict を、項ごとに見比べましょう。",
)

changed(
    "b1-left-out-of-hidden-layer-in-gradient",
    {
        'z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])\ndelta2 = (self.predict(x) - t) / len(x)': (
            'z1 = sigmoid(x @ self.params["W1"])\ndelta2 = (self.predict(x) - t) / len(x)'
        )
    },
    en="gradient computes its hidden layer without b1, though its probabilities are right: W2, W1 and b1 get a wrong gradient as soon as b1 is not 0.",
    ja="gradient の中の隠れ層の計算で b1 を足していません(確率は合っています)。b1 が 0 でなくなると、W2、W1、b1 の勾配が違ってきます。",
    hint_en="Compare the hidden layer in gradient with that in predict, term by term.",
    hint_ja="gradient の中の隠れ層と predict の隠れ層を、項ごとに見比べましょう。",
)

changed(
    "b2-left-out-of-gradient",
    {
        DELTA2: 'delta2 = (softmax(z1 @ self.params["W2"]) - t) / len(x)',
    },
    en="gradient computes its probabilities without b2. As long as b2 is 0 that does not show; predict has it.",
    ja="gradient の中の順伝播で b2 を足していません。b2 が 0 のうちは結果に表れません。predict では足しています。",
    hint_en="Compare the forward pass in gradient with predict, term by term.",
    hint_ja="gradient の中の順伝播と predict を、項ごとに見比べましょう。",
)

changed(
    "slope-without-z",
    {DELTA1: 'delta1 = (delta2 @ self.params["W2"].T) * (1.0 - z1)'},
    en="On the way back through the hidden layer the gradient is multiplied by 1 - z only: the factor z of the sigmoid's derivative is lost.",
    ja="逆伝播で隠れ層を通るとき、1 - z だけを掛けています。シグモイド関数の微分の因子 z が抜けています。",
    hint_en="Where z is nearly 0 the sigmoid is flat. What does your factor give there?",
    hint_ja="z が 0 に近いところではシグモイド関数はほぼ平らです。そこで掛ける値はいくつになりますか。",
)

changed(
    "slope-without-one-minus-z",
    {DELTA1: 'delta1 = (delta2 @ self.params["W2"].T) * z1'},
    en="On the way back through the hidden layer the gradient is multiplied by z only: the factor 1 - z of the sigmoid's derivative is lost.",
    ja="逆伝播で隠れ層を通るとき、z だけを掛けています。シグモイド関数の微分の因子 1 - z が抜けています。",
    hint_en="Where z is nearly 1 the sigmoid is flat. What does your factor give there?",
    hint_ja="z が 1 に近いところではシグモイド関数はほぼ平らです。そこで掛ける値はいくつになりますか。",
)

changed(
    "tanh-slope",
    {DELTA1: 'delta1 = (delta2 @ self.params["W2"].T) * (1.0 - z1**2)'},
    en="The hidden layer is a sigmoid, but the gradient goes back through 1 - z², the derivative of tanh.",
    ja="隠れ層はシグモイド関数なのに、逆伝播では 1 - z²、つまり tanh の微分を掛けています。",
    hint_en="Which function's slope belongs there?",
    hint_ja="そこで使うのは、どの関数の微分ですか。",
)

changed(
    "accuracy-divided-by-all-entries",
    {ACCURACY: "return np.sum(np.argmax(self.predict(x), axis=1) == np.argmax(t, axis=1)) / t.size"},
    en="accuracy divides the number of right answers by the number of all entries of t, N times M, as t.size gives it for one-hot rows. It is a share of the N samples.",
    ja="accuracy が、正解した個数を t の全要素の数 N × M で割っています(one-hot 表現の t.size など)。割るのはデータの数 N です。",
    hint_en="What should a perfect network get?",
    hint_ja="全問正解のネットワークの認識精度は、いくつのはずですか。",
)

changed(
    "accuracy-divided-by-classes",
    {ACCURACY: "return np.sum(np.argmax(self.predict(x), axis=1) == np.argmax(t, axis=1)) / t.shape[1]"},
    en="accuracy divides the number of right answers by the number of classes, M. It is a share of the N samples.",
    ja="accuracy が、正解した個数をクラスの数 M で割っています。割るのはデータの数 N です。",
    hint_en="What should a perfect network get?",
    hint_ja="全問正解のネットワークの認識精度は、いくつのはずですか。",
)

changed(
    "gradient-only-biases-averaged",
    {
        '"W1": x.T @ delta1,': '"W1": len(x) * (x.T @ delta1),',
        '"W2": z1.T @ delta2,': '"W2": len(x) * (z1.T @ delta2),',
    },
    en="In gradient W1 and W2 are N times too large, the biases right: only the biases were averaged over the batch.",
    ja="gradient で、W1 と W2 の勾配が N 倍になっています(バイアスの勾配は合っています)。バッチで平均しているのはバイアスだけです。",
    hint_en="The loss is a mean over the batch. Does its 1/N reach all four gradients?",
    hint_ja="損失はバッチの平均です。その 1/N は 4 つの勾配すべてに入っていますか。",
)

changed(
    "gradient-only-weights-averaged",
    {DB1: '"b1": len(x) * np.sum(delta1, axis=0),', DB2: '"b2": len(x) * np.sum(delta2, axis=0),'},
    en="In gradient b1 and b2 are N times too large, the weights right: only the weights were averaged over the batch.",
    ja="gradient で、b1 と b2 の勾配が N 倍になっています(重みの勾配は合っています)。バッチで平均しているのは重みだけです。",
    hint_en="The loss is a mean over the batch. Does its 1/N reach all four gradients?",
    hint_ja="損失はバッチの平均です。その 1/N は 4 つの勾配すべてに入っていますか。",
)
