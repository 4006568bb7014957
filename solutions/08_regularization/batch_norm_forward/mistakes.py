from grader.authoring import changed, families

MEAN = "mean = np.mean(x, axis=0)"
VAR = "var = np.mean((x - mean) ** 2, axis=0)"
RUNNING_MEAN = "self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean"
RUNNING_VAR = "self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var"
AT_TEST = "mean, var = self.running_mean, self.running_var"
RETURN = "return self.gamma * (x - mean) / np.sqrt(var + 10e-7) + self.beta"

changed(
    "variance-sum-over-two-rows",
    {VAR: "var = np.sum((x - mean)[:2] ** 2, axis=0) / len(x)"},
    en="The sum in the variance runs over the first two rows only, as document 001 misprints it (upper limit 2). It runs over all N rows.",
    ja="分散の和が最初の 2 行分だけになっています(資料 001 の式は上限が 2 と誤植されています)。和はバッチの N 行すべてについてとります。",
    hint_en="Which rows of x take part in the mean? The same ones belong into the variance.",
    hint_ja="平均には x の何行目までを使いましたか。分散も同じ範囲です。",
)

changed(
    "statistics-by-row",
    {MEAN: "mean = np.mean(x, axis=1, keepdims=True)", VAR: "var = np.mean((x - mean) ** 2, axis=1, keepdims=True)"},
    en="Mean and variance are taken along each row (axis 1): that is layer normalization. Here each column, one feature over the batch, has its own.",
    ja="平均と分散を行ごと(axis=1)にとっています(それは Layer Normalization です)。ここでは列(特徴量)ごとに、バッチ方向でとります。",
    hint_en="gamma has D entries, one for each feature. How many means should there be?",
    hint_ja="gamma は特徴量ごとに D 個あります。平均はいくつあるべきですか。",
)

changed(
    "one-mean-for-all",
    {MEAN: "mean = np.full(x.shape[1], np.mean(x))", VAR: "var = np.full(x.shape[1], np.var(x))"},
    en="One mean and one variance are taken of the whole batch (no axis). Each feature has its own.",
    ja="バッチ全体で平均と分散を 1 つずつしかとっていません(axis の指定がありません)。特徴量ごとにとります。",
    hint_en="What is the shape of your mean, and what should it be?",
    hint_ja="平均の形状はどうなっていますか。どうあるべきですか。",
)

changed(
    "unbiased-variance",
    {VAR: "var = np.var(x, axis=0, ddof=1)"},
    en="The variance is divided by N - 1 (ddof=1). Here it is divided by N.",
    ja="分散を N - 1 で割っています(不偏分散、ddof=1)。ここでは N で割ります。",
    hint_en="By which number does the formula divide the sum of squares?",
    hint_ja="式では、2 乗の和をいくつで割っていますか。",
)

changed(
    "unbiased-running-variance",
    {
        RUNNING_VAR: "self.running_var = self.momentum * self.running_var + (1 - self.momentum) * np.var(x, axis=0, ddof=1)"
    },
    en="y is right, but the variance that goes into running_var is divided by N - 1, as PyTorch does it. Here both are divided by N.",
    ja="y は正しいのですが、running_var に入れる分散を N - 1 で割っています(PyTorch と同じやり方です)。ここではどちらも N で割ります。",
    hint_en="Are there two different variances in your code?",
    hint_ja="コードの中に、2 通りの分散がありませんか。",
)

changed(
    "divides-by-variance",
    {RETURN: "return self.gamma * (x - mean) / (var + 10e-7) + self.beta"},
    en="x is divided by the variance, not by its root.",
    ja="平方根をとらずに、分散で割っています。",
    hint_en="If x is ten times as large, how much larger is its variance, and what should become of y?",
    hint_ja="x が 10 倍になると分散は何倍になりますか。y はどうなるべきですか。",
)

changed(
    "divides-by-variance-at-test",
    {AT_TEST: "return self.gamma * (x - self.running_mean) / (self.running_var + 10e-7) + self.beta"},
    en="At test x is divided by running_var itself, not by its root; training is right.",
    ja="テスト時に、平方根をとらずに running_var で割っています(学習時は合っています)。",
    hint_en="Compare the two divisions of your two branches.",
    hint_ja="学習時とテスト時の割り算を見比べましょう。",
)

changed(
    "batch-statistics-at-test",
    {AT_TEST: "mean, var = np.mean(x, axis=0), np.var(x, axis=0)"},
    en="At test the batch's own mean and variance are used. It should be the running ones: a single row has no variance.",
    ja="テスト時にも、渡された x 自身の平均と分散を使っています。テスト時は移動平均を使います(1 行だけでは分散を計算できません)。",
    hint_en="What does y become if x has one row only?",
    hint_ja="x が 1 行だけだと、y はどうなりますか。",
)

changed(
    "train-flg-ignored",
    {"if train_flg:": "if True:"},
    en="train_flg has no effect: a call for a test normalises with its own statistics and moves the running values.",
    ja="train_flg を見ていません。テスト時の呼び出しでも x 自身の統計量で正規化し、移動平均まで更新しています。",
    hint_en="Where does train_flg occur in your forward?",
    hint_ja="forward の中で、train_flg はどこに出てきますか。",
)

changed(
    "running-values-moved-at-test",
    {AT_TEST: AT_TEST + "\nself.forward(x)"},
    en="A test moves the running values as well. Only training does.",
    ja="テスト時にも移動平均を更新しています。更新するのは学習時だけです。",
    hint_en="May a prediction depend on which rows were predicted before?",
    hint_ja="推論の結果が、その前に何を推論したかで変わってよいでしょうか。",
)

changed(
    "train-flg-inverted",
    {"if train_flg:": "if not train_flg:"},
    en="The two branches are the wrong way round: running values in training, the batch's own at test.",
    ja="条件が逆です。学習時に移動平均を使い、テスト時にバッチの統計量を使っています。",
    hint_en="What does train_flg=True mean, and which branch is taken then?",
    hint_ja="train_flg=True のとき、どちらの分岐に入っていますか。",
)

changed(
    "running-values-used-in-training",
    {"else:\nmean, var = self.running_mean, self.running_var": AT_TEST},
    en="The running values are moved as they should be, but training normalises with them, too. In training the batch's own statistics are used.",
    ja="移動平均の更新は正しいのですが、学習時にも移動平均で正規化しています。学習時はバッチ自身の統計量を使います。",
    hint_en="After training's forward, what are mean and variance of a column of y?",
    hint_ja="学習時の順伝播のあと、y の各列の平均と分散はどうなるはずですか。",
)

changed(
    "momentum-swapped",
    {"self.momentum = momentum": "self.momentum = 1 - momentum"},
    en="momentum weights the new batch and 1 - momentum the old running value (so it is in PyTorch). Here it is the other way round: the old value keeps the share momentum.",
    ja="momentum を新しいバッチに、1 - momentum を古い値に掛けています(PyTorch はこの向きです)。ここでは逆で、古い値に momentum を掛けます。",
    hint_en="With momentum 0.9, should one batch change the running mean a lot or a little?",
    hint_ja="momentum が 0.9 のとき、1 回のバッチで移動平均は大きく動くべきですか、少しだけですか。",
)

changed(
    "momentum-ignored",
    {"if self.running_mean is None:": "self.momentum = 0.9\nif self.running_mean is None:"},
    en="The momentum is written as 0.9, so what the caller asks for is ignored.",
    ja="momentum に 0.9 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.momentum?",
    hint_ja="self.momentum は、どこで使っていますか。",
)

changed(
    "running-values-never-moved",
    {RUNNING_MEAN: "", RUNNING_VAR: ""},
    en="Training leaves running_mean and running_var as they were.",
    ja="学習時に running_mean と running_var が更新されていません。",
    hint_en="Which line of the training branch writes into self.running_mean?",
    hint_ja="学習時の分岐で、self.running_mean に代入している行はどこですか。",
)

changed(
    "last-batch-kept",
    {RUNNING_MEAN: "self.running_mean = mean", RUNNING_VAR: "self.running_var = var"},
    en="The running values are simply those of the latest batch. They should keep the share momentum of what they were.",
    ja="移動平均が、直前のバッチの値そのものになっています。それまでの値を momentum の割合で残します。",
    hint_en="How much of the old value is left after your update?",
    hint_ja="更新のあと、古い値はどれだけ残っていますか。",
)

changed(
    "batch-added-in-full",
    {
        RUNNING_MEAN: "self.running_mean = self.momentum * self.running_mean + mean",
        RUNNING_VAR: "self.running_var = self.momentum * self.running_var + var",
    },
    en="The batch's values are added in full to the weighted old ones: the factor 1 - momentum is missing.",
    ja="バッチの値を、1 - momentum を掛けずにそのまま足しています。",
    hint_en="The two shares of a weighted mean sum to what?",
    hint_ja="加重平均では、2 つの重みの和はいくつですか。",
)

changed(
    "old-value-kept-in-full",
    {
        RUNNING_MEAN: "self.running_mean = self.running_mean + (1 - self.momentum) * mean",
        RUNNING_VAR: "self.running_var = self.running_var + (1 - self.momentum) * var",
    },
    en="The old running value is kept in full and the new share added to it: the factor momentum is missing, so the values grow.",
    ja="古い値に momentum を掛けないまま、新しい分を足しています。値が大きくなっていきます。",
    hint_en="The two shares of a weighted mean sum to what?",
    hint_ja="加重平均では、2 つの重みの和はいくつですか。",
)

changed(
    "starts-at-first-batch",
    {
        "self.running_mean = np.zeros(x.shape[1])": "self.running_mean = np.mean(x, axis=0)",
        "self.running_var = np.zeros(x.shape[1])": "self.running_var = np.var(x, axis=0)",
    },
    en="Without given values, the running ones start at those of the first batch. They should start at 0.",
    ja="移動平均が最初のバッチの値から始まっています。渡されなければ 0 から始めます。",
    hint_en="What should running_mean be after one batch with mean 3 and momentum 0.9?",
    hint_ja="momentum が 0.9 で、最初のバッチの平均が 3 のとき、running_mean はいくつになるはずですか。",
)

changed(
    "running-variance-starts-at-one",
    {"self.running_var = np.zeros(x.shape[1])": "self.running_var = np.ones(x.shape[1])"},
    en="running_var starts at 1 (as PyTorch has it). Here it starts at 0.",
    ja="running_var が 1 から始まっています(PyTorch はそうです)。ここでは 0 から始めます。",
    hint_en="Which start does the statement ask for?",
    hint_ja="問題文では、移動平均はどんな値から始まりますか。",
)

changed(
    "starts-anew-each-time",
    {"if self.running_mean is None:": "if train_flg:\n    self.running_mean = None\nif self.running_mean is None:"},
    en="The running values are set to zeros in every training forward, so all that came before is forgotten.",
    ja="学習時の forward のたびに移動平均を 0 に戻しています。それまでの値が失われます。",
    hint_en="When should the zeros be made: always, or only if there is nothing yet?",
    hint_ja="0 の配列を作るのは毎回ですか、まだ値がないときだけですか。",
)

changed(
    "running-deviation",
    {RUNNING_VAR: "self.running_var = self.momentum * self.running_var + (1 - self.momentum) * np.sqrt(var + 10e-7)"},
    en="running_var holds standard deviations. It should hold variances; the root is taken when they are used.",
    ja="running_var に標準偏差を入れています。入れるのは分散で、平方根は使うときにとります。",
    hint_en="Which of the two does the update formula average?",
    hint_ja="更新式で平均しているのは、分散と標準偏差のどちらですか。",
)

changed(
    "running-values-swapped",
    {
        RUNNING_MEAN: "self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * var",
        RUNNING_VAR: "self.running_var = self.momentum * self.running_var + (1 - self.momentum) * mean",
    },
    en="running_mean and running_var have changed places.",
    ja="running_mean と running_var が入れ替わっています。",
    hint_en="Print both after one batch and compare them with x.mean(axis=0).",
    hint_ja="1 バッチのあとに両方を表示し、x.mean(axis=0) と比べてみましょう。",
)

changed(
    "mean-not-subtracted",
    {RETURN: "return self.gamma * (x - (0 if train_flg else mean)) / np.sqrt(var + 10e-7) + self.beta"},
    en="The mean is not subtracted from x; the division is right.",
    ja="x から平均を引いていません(割り算は合っています)。",
    hint_en="What is the mean of each column of x hat?",
    hint_ja="x̂ の各列の平均はいくつになるはずですか。",
)

changed(families.variance_not_centred, {VAR: "var = np.mean(x**2, axis=0)"})

changed(
    "absolute-deviation",
    {VAR: "var = np.mean(np.abs(x - mean), axis=0) ** 2"},
    en="x is divided by the mean absolute deviation. It should be the root of the mean square.",
    ja="偏差の絶対値の平均で割っています。2 乗の平均の平方根で割ります。",
    hint_en="What are the steps from x - mean to the standard deviation?",
    hint_ja="x - 平均 から標準偏差を求める手順を順に書いてみましょう。",
)

changed(
    families.gamma_forgotten,
    {"if self.running_mean is None:": "self.gamma = np.ones(x.shape[1])\nif self.running_mean is None:"},
)

changed(
    families.beta_forgotten,
    {"if self.running_mean is None:": "self.beta = np.zeros(x.shape[1])\nif self.running_mean is None:"},
)

changed(families.gamma_beta_forgotten, {RETURN: "return (x - mean) / np.sqrt(var + 10e-7)"})

changed(
    "gamma-beta-forgotten-at-test",
    {AT_TEST: "return (x - self.running_mean) / np.sqrt(self.running_var + 10e-7)"},
    en="At test y is the normalised x alone: gamma and beta are used in training only.",
    ja="テスト時に、正規化した x をそのまま返しています。gamma と beta はテスト時にも使います。",
    hint_en="Which lines belong to both branches?",
    hint_ja="2 つの分岐に共通する行はどれですか。",
)

changed(families.gamma_beta_swapped, {"self.gamma = gamma\nself.beta = beta": "self.gamma = beta\nself.beta = gamma"})

changed(
    "beta-added-before-gamma",
    {RETURN: "return self.gamma * ((x - mean) / np.sqrt(var + 10e-7) + self.beta)"},
    en="beta is added before multiplying by gamma, so it is scaled, too.",
    ja="gamma を掛ける前に beta を足しているので、beta まで gamma 倍されています。",
    hint_en="What is y where x hat is 0?",
    hint_ja="x̂ が 0 のところで、y はいくつになるはずですか。",
)

changed(
    "epsilon-left-out",
    {RETURN: "return self.gamma * (x - mean) / np.sqrt(var) + self.beta"},
    unless=r"\+ *(?:self\.)?(?:eps|1e-)",
    en="There is no epsilon, so a feature that is the same in every row gives 0 / 0.",
    ja="ε を足していないので、全行で値が同じ特徴量があると 0÷0 になります。",
    hint_en="What is the variance of a column in which every entry is 2?",
    hint_ja="すべて 2 の列の分散はいくつですか。",
)

changed(
    "multiplies-by-deviation",
    {
        RETURN: "scale = np.sqrt(var + 10e-7)\nreturn self.gamma * (x - mean) * (scale if train_flg else 1 / scale) + self.beta"
    },
    en="The centred x is multiplied by the standard deviation where it should be divided.",
    ja="平均を引いた x に標準偏差を掛けています。割らなければなりません。",
    hint_en="What should the variance of x hat be?",
    hint_ja="x̂ の分散はいくつになるはずですか。",
)

changed(
    "running-values-not-kept",
    {
        "if self.running_mean is None:": "kept = self.running_mean, self.running_var\nif self.running_mean is None:",
        RETURN: "self.running_mean, self.running_var = kept\n" + RETURN,
    },
    en="The running values are computed into local variables: the attributes stay None after training.",
    ja="移動平均を属性に入れていません。学習のあとも self.running_mean が None のままです。",
    hint_en="Where will the next call look for the running mean?",
    hint_ja="次の呼び出しは、移動平均をどこから読みますか。",
)

changed(
    "given-values-dropped",
    {"self.gamma = gamma": "running_mean = None\nrunning_var = None\nself.gamma = gamma"},
    en="The running values that were given are not used: they are replaced by zeros at the start.",
    ja="渡された移動平均を使わず、0 から始めています。",
    hint_en="What is self.running_mean before the first forward if the caller gave one?",
    hint_ja="呼び出し側が移動平均を渡したとき、最初の forward の前の self.running_mean は何ですか。",
)

changed(
    "running-variance-around-running-mean",
    {
        RUNNING_VAR: "self.running_var = self.momentum * self.running_var + (1 - self.momentum) * np.mean((x - self.running_mean) ** 2, axis=0)"
    },
    en="What goes into running_var is the mean square around running_mean, where it should be the batch's variance, around the batch's own mean.",
    ja="running_var に、running_mean からの差の 2 乗の平均を入れています。入れるのはバッチの分散(バッチ自身の平均からの差の 2 乗の平均)です。",
    hint_en="Around which mean was the variance taken that y is divided by?",
    hint_ja="y の計算で割った分散は、どの平均を中心にしたものですか。",
)

changed(
    "running-variance-around-old-running-mean",
    {
        RUNNING_MEAN: "self.running_var = self.momentum * self.running_var + (1 - self.momentum) * np.mean((x - self.running_mean) ** 2, axis=0)",
        RUNNING_VAR: RUNNING_MEAN,
    },
    en="What goes into running_var is the mean square around running_mean as it was before this batch, where it should be the batch's variance, around the batch's own mean.",
    ja="running_var に、更新前の running_mean からの差の 2 乗の平均を入れています。入れるのはバッチの分散(バッチ自身の平均からの差の 2 乗の平均)です。",
    hint_en="Around which mean was the variance taken that y is divided by?",
    hint_ja="y の計算で割った分散は、どの平均を中心にしたものですか。",
)

changed(
    "old-running-mean-kept-in-full",
    {RUNNING_MEAN: "self.running_mean = self.running_mean + (1 - self.momentum) * mean"},
    en="The old running_mean is kept in full and the new share added to it: the factor momentum is missing there. running_var is right.",
    ja="running_mean の古い値に momentum を掛けないまま、新しい分を足しています。running_var は合っています。",
    hint_en="Compare the lines of running_mean and running_var.",
    hint_ja="running_mean の行と running_var の行を見比べましょう。",
)

changed(
    "old-running-variance-kept-in-full",
    {RUNNING_VAR: "self.running_var = self.running_var + (1 - self.momentum) * var"},
    en="The old running_var is kept in full and the new share added to it: the factor momentum is missing there. running_mean is right.",
    ja="running_var の古い値に momentum を掛けないまま、新しい分を足しています。running_mean は合っています。",
    hint_en="Compare the lines of running_mean and running_var.",
    hint_ja="running_mean の行と running_var の行を見比べましょう。",
)
