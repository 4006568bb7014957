from grader.authoring import changed, families

CENTRED = "centred = x - np.mean(x, axis=1, keepdims=True)"
STD = "self.std = np.sqrt(np.mean(centred**2, axis=1, keepdims=True) + self.eps)"
DBETA = "self.dbeta = np.sum(dout, axis=0)"
DGAMMA = "self.dgamma = np.sum(dout * self.xn, axis=0)"
DXN = "dxn = self.gamma * dout"
ALONG_VAR = "along_var = self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)"
RETURN_BACKWARD = "return (dxn - along_mean - along_var) / self.std"

changed(
    "statistics-over-batch",
    everywhere={"axis=1, keepdims=True": "axis=0"},
    en="Mean and variance are taken over the batch, for each column: that is batch normalization. Here each row has its own.",
    ja="平均と分散を列ごとに、バッチ方向にとっています(それは Batch Normalization です)。ここでは行ごとにとります。",
    hint_en="What should happen to a batch of one row?",
    hint_ja="1 行だけのバッチが来たらどうなるべきですか。",
)

changed(
    "statistics-over-everything",
    everywhere={"axis=1, keepdims=True": "axis=None"},
    en="One mean and one variance are taken of the whole batch (no axis). Each row has its own.",
    ja="バッチ全体で平均と分散を 1 つずつしかとっていません(axis の指定がありません)。行ごとにとります。",
    hint_en="May a row of y depend on the other rows of x?",
    hint_ja="y のある行が、x のほかの行によって変わってよいでしょうか。",
)

changed(
    "row-statistics-laid-along-columns",
    {CENTRED: "centred = x - np.mean(x, axis=1)", STD: "self.std = np.sqrt(np.var(x, axis=1) + self.eps)"},
    en="The statistics of the rows were subtracted and divided along the columns: without keepdims they have the shape (N,), which numpy lines up with the features where N and D are equal.",
    ja="行ごとの統計量を、列の方向に引いたり割ったりしています。keepdims を付けないと形状が (N,) になり、N と D が等しいときは特徴量の方向にブロードキャストされます。",
    hint_en="Which shape must the mean have so that x minus the mean takes one value from each row?",
    hint_ja="行ごとに 1 つの値を引くには、平均の形状はどうなっている必要がありますか。",
)

changed(
    "unbiased-variance",
    {STD: "self.std = np.sqrt(np.var(x, axis=1, ddof=1, keepdims=True) + self.eps)"},
    en="The variance is divided by D - 1 (ddof=1). Here it is divided by D.",
    ja="分散を D - 1 で割っています(不偏分散、ddof=1)。ここでは D で割ります。",
    hint_en="By which number does the formula divide the sum of squares?",
    hint_ja="式では、2 乗の和をいくつで割っていますか。",
)

changed(
    "divides-by-variance",
    {STD: "self.std = np.mean(centred**2, axis=1, keepdims=True) + self.eps"},
    en="forward divides by the variance, not by its root.",
    ja="順伝播で、平方根をとらずに分散で割っています。",
    hint_en="If x is ten times as large, what should become of y?",
    hint_ja="x が 10 倍になったら、y はどうなるべきですか。",
)

changed(
    "multiplies-by-deviation",
    {"return self.gamma * self.xn + self.beta": "return self.gamma * self.xn * self.std**2 + self.beta"},
    en="forward multiplies by the standard deviation where it should divide.",
    ja="順伝播で、標準偏差で割るのではなく掛けています。",
    hint_en="What should the variance of each row of x hat be?",
    hint_ja="x̂ の各行の分散はいくつになるはずですか。",
)

changed(
    "mean-not-subtracted",
    {
        STD: "self.std = np.sqrt(np.var(x, axis=1, keepdims=True) + self.eps)",
        "self.xn = centred / self.std": "self.xn = x / self.std",
    },
    en="The mean of the row is not subtracted from x; the division is right.",
    ja="x から行の平均を引いていません(割り算は合っています)。",
    hint_en="What is the mean of each row of x hat?",
    hint_ja="x̂ の各行の平均はいくつになるはずですか。",
)

changed(
    families.variance_not_centred,
    {STD: "self.std = np.sqrt(np.mean(x**2, axis=1, keepdims=True) + self.eps)"},
    hint_en="What is the variance of a row in which every entry is 2?",
    hint_ja="すべて 2 の行の分散はいくつですか。",
)

changed(families.gamma_forgotten, {"return self.gamma * self.xn + self.beta": "return self.xn + self.beta"})

changed(
    families.beta_forgotten,
    {"return self.gamma * self.xn + self.beta": "return self.gamma * self.xn"},
    hint_en="What is y where x hat is 0?",
    hint_ja="x̂ が 0 のところで、y はいくつになるはずですか。",
)

changed(
    families.gamma_beta_forgotten,
    {"return self.gamma * self.xn + self.beta": "return self.xn"},
    hint_en="Which formula stands beside that of x hat?",
    hint_ja="x̂ の式の隣に、どんな式がありますか。",
)

changed(families.gamma_beta_swapped, {"self.gamma = gamma\nself.beta = beta": "self.gamma = beta\nself.beta = gamma"})

changed(
    "epsilon-left-out",
    {"self.eps = eps": "self.eps = 0.0"},
    unless=r"\+ *(?:self\.)?(?:eps|1e-)",
    en="There is no epsilon, so a row whose entries are all equal gives 0 / 0.",
    ja="ε を足していないので、要素がすべて等しい行があると 0÷0 になります。",
    hint_en="What is the variance of a row in which every entry is 2?",
    hint_ja="すべて 2 の行の分散はいくつですか。",
)

changed(
    "epsilon-ignored",
    {"self.eps = eps": "self.eps = 1e-5"},
    en="eps is written as 1e-5, so what the caller asks for is ignored.",
    ja="eps に 1e-5 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.eps?",
    hint_ja="self.eps は、どこで使っていますか。",
)

changed(
    "epsilon-outside-the-root",
    {STD: "self.std = np.sqrt(np.mean(centred**2, axis=1, keepdims=True)) + self.eps"},
    en="eps is added to the standard deviation, outside the root. Here it belongs inside; with a large eps that makes a difference.",
    ja="eps を平方根の外(標準偏差)に足しています。ここでは内側に足します。eps が大きいと違いが出ます。",
    hint_en="Is the root taken of the variance, or of the variance plus epsilon?",
    hint_ja="平方根をとるのは分散ですか、分散に ε を足したものですか。",
)

changed(
    "epsilon-outside-the-root-also-in-backward",
    {
        STD: "self.root = np.sqrt(np.mean(centred**2, axis=1, keepdims=True))\nself.std = self.root + self.eps",
        RETURN_BACKWARD: DXN
        + "\nroot = np.where(self.root > 0, self.root, 1.0)\nalong_var = self.xn * self.std / root * np.mean(dxn * self.xn, axis=1, keepdims=True)\nreturn (dxn - np.mean(dxn, axis=1, keepdims=True) - along_var) / self.std",
    },
    en="eps is added to the standard deviation, outside the root, and backward is the exact gradient of that. Here it belongs inside; with a large eps that makes a difference.",
    ja="eps を平方根の外(標準偏差)に足し、逆伝播もその式を正確に微分したものになっています。ここでは内側に足します。eps が大きいと違いが出ます。",
    hint_en="Is the root taken of the variance, or of the variance plus epsilon?",
    hint_ja="平方根をとるのは分散ですか、分散に ε を足したものですか。",
)

changed(
    "epsilon-left-out-of-backward",
    {
        DBETA: "centred = self.xn * self.std\nself.std = np.sqrt(np.mean(centred**2, axis=1, keepdims=True))\nself.xn = centred / self.std\n"
        + DBETA
    },
    en="backward divides by the root of the variance alone; forward divided by one with epsilon inside.",
    ja="逆伝播で、ε を含まない標準偏差で割っています。順伝播では ε を含めて割りました。",
    hint_en="forward has kept the value by which it divided.",
    hint_ja="forward は、割り算に使った値を保存しています。",
)

changed(
    "statistics-held-constant",
    {RETURN_BACKWARD: "return dxn / self.std"},
    en="dx treats mean and variance as constants: it is only gamma * dout / std. Both depend on x, so each entry of x acts on its whole row.",
    ja="dx で平均と分散を定数とみなしています(gamma * dout / std だけになっています)。どちらも x から計算した値なので、x の 1 要素は同じ行のすべての要素に影響します。",
    hint_en="Which values between x and y change when one entry of x does? Each needs a path back.",
    hint_ja="x の 1 要素を動かすと、y までの間で何が変わりますか。変わるものそれぞれに逆伝播の道があります。",
)

changed(families.variance_held_constant, {RETURN_BACKWARD: "return (dxn - along_mean) / self.std"})

changed(
    families.mean_held_constant,
    {"along_mean = np.mean(dxn, axis=1, keepdims=True)": "along_mean = 0"},
    hint_en="The mean was subtracted from every entry of the row. What comes back along that path?",
    hint_ja="平均は行のすべての要素から引かれています。その道を通って何が戻ってきますか。",
)

changed(
    "one-over-d-lost",
    everywhere={"np.mean(dxn": "np.sum(dxn"},
    en="dx has sums over the row where means belong: the 1/D of the mean and of the variance was lost.",
    ja="dx で、行の平均をとるべきところが和になっています。平均と分散の式にある 1/D が抜けています。",
    hint_en="The mean is a sum times 1/D. What does backward do with the factor?",
    hint_ja="平均は「和 × 1/D」です。この係数は逆伝播でどうなりますか。",
)

changed(
    "divided-by-n",
    {
        "along_mean = np.mean(dxn, axis=1, keepdims=True)": "along_mean = np.sum(dxn, axis=1, keepdims=True) / len(dout)",
        ALONG_VAR: "along_var = self.xn * np.sum(dxn * self.xn, axis=1, keepdims=True) / len(dout)",
    },
    en="The two sums over the row are divided by N, the number of rows (len(x)). They have D entries.",
    ja="行についての 2 つの和を、行数 N(len(x))で割っています。足しているのは D 個の要素です。",
    hint_en="How many numbers do you add up in each row?",
    hint_ja="各行で、いくつの数を足していますか。",
)

changed(
    "means-over-batch",
    {
        "along_mean = np.mean(dxn, axis=1, keepdims=True)": "along_mean = np.mean(dxn, axis=0)",
        ALONG_VAR: "along_var = self.xn * np.mean(dxn * self.xn, axis=0)",
    },
    en="The two means in dx run over the batch (axis 0), as in batch normalization. Here they run along each row, like those of forward.",
    ja="dx の 2 つの平均を、Batch Normalization のようにバッチ方向(axis=0)にとっています。ここでは順伝播と同じく行ごとにとります。",
    hint_en="Along which axis did forward take the mean?",
    hint_ja="順伝播では、どの軸に沿って平均をとりましたか。",
)

changed(
    "gamma-outside-the-means",
    {DXN: "dxn = dout", RETURN_BACKWARD: "return self.gamma * (dxn - along_mean - along_var) / self.std"},
    en="gamma was taken out of the two means, as batch normalization allows it. Here the means run over the features, and each has its own gamma.",
    ja="gamma を 2 つの平均の外に出しています。Batch Normalization ではそれでよいのですが、ここでは平均を特徴量の方向にとり、gamma は特徴量ごとに違います。",
    hint_en="Is gamma the same for all entries that you average?",
    hint_ja="平均をとる要素のあいだで、gamma は同じ値ですか。",
)

changed(
    "gamma-left-out-of-dx",
    {DXN: "dxn = dout"},
    en="gamma is missing from dx.",
    ja="dx に gamma が入っていません。",
    hint_en="By what was x hat multiplied on the way to y?",
    hint_ja="x̂ から y までの間に、何が掛けられましたか。",
)

changed(
    "variance-path-sign",
    {ALONG_VAR: "along_var = -self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)"},
    en="The part of dx that comes through the variance has the wrong sign: dividing by something gives a minus in backward.",
    ja="dx のうち、分散を通る部分の符号が逆です。割り算を微分するとマイナスが付きます。",
    hint_en="What is the derivative of 1/s with respect to s?",
    hint_ja="1/s を s で微分するとどうなりますか。",
)

changed(
    "variance-path-halved",
    {ALONG_VAR: "along_var = 0.5 * self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)"},
    en="The part of dx that comes through the variance is half of what it should be: the 2 from the derivative of the square was lost, or the ½ of the root counted twice.",
    ja="dx のうち、分散を通る部分が半分になっています。2 乗の微分の 2 が抜けたか、平方根の微分の ½ を二重に掛けています。",
    hint_en="Differentiate the square and the root one after the other; which factors remain?",
    hint_ja="2 乗と平方根を順に微分してみましょう。どの係数が残りますか。",
)

changed(
    "variance-path-doubled",
    {ALONG_VAR: "along_var = 2 * self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)"},
    en="The part of dx that comes through the variance is twice what it should be: the ½ from the derivative of the root was lost.",
    ja="dx のうち、分散を通る部分が 2 倍になっています。平方根の微分から出る ½ が抜けています。",
    hint_en="What is the derivative of the square root of v with respect to v?",
    hint_ja="√v を v で微分するとどうなりますか。",
)

changed(
    "x-hat-missing-on-variance-path",
    {ALONG_VAR: "along_var = np.mean(dxn * self.xn, axis=1, keepdims=True)"},
    en="The path through the variance gives every entry of a row the same. It should be weighted by x hat.",
    ja="分散を通る部分が、行のどの要素でも同じ値になっています。x̂ で重み付けする必要があります。",
    hint_en="Which entries of a row change its variance most?",
    hint_ja="行の分散を大きく変えるのは、どんな要素ですか。",
)

changed(
    "std-division-lost",
    {RETURN_BACKWARD: "dx = (dxn - along_mean - along_var) / self.std\nreturn dx * self.std"},
    en="dx is not divided by the standard deviation.",
    ja="dx を標準偏差で割っていません。",
    hint_en="If x is ten times as large, y stays as it is. What does that say about dx?",
    hint_ja="x が 10 倍になっても y は変わりません。では dx はどうなりますか。",
)

changed(
    "divided-by-std-twice",
    {RETURN_BACKWARD: "dx = (dxn - along_mean - along_var) / self.std\nreturn dx / self.std"},
    en="dx is divided by the variance, or twice by the standard deviation. Once is right.",
    ja="dx を分散で(または標準偏差で 2 回)割っています。標準偏差で 1 回だけ割ります。",
    hint_en="How often does the division occur on the direct path from x to y?",
    hint_ja="x から y への直接の道に、割り算は何回ありますか。",
)

changed(
    families.dgamma_without_x_hat,
    {RETURN_BACKWARD: "dx = (dxn - along_mean - along_var) / self.std\nself.dgamma = self.dbeta\nreturn dx"},
)

changed(families.dgamma_with_gamma, {DGAMMA: "self.dgamma = np.sum(dout * self.gamma * self.xn, axis=0)"})

changed(
    "dgamma-from-y",
    {DGAMMA: "self.dgamma = np.sum(dout * (self.gamma * self.xn + self.beta), axis=0)"},
    en="dgamma is weighted by the output y, where gamma and beta are in already. gamma multiplies the normalised x.",
    ja="dgamma で、x̂ ではなく出力 y を掛けています。y にはもう gamma と beta が入っています。",
    hint_en="By what is gamma multiplied in forward?",
    hint_ja="順伝播で gamma には何が掛かっていますか。",
)

changed(families.dgamma_from_centred_x, {DGAMMA: "self.dgamma = np.sum(dout * self.xn * self.std, axis=0)"})

changed(
    families.dgamma_from_x, {CENTRED: "self.x = x\n" + CENTRED, DGAMMA: "self.dgamma = np.sum(dout * self.x, axis=0)"}
)

changed(
    families.dgamma_dbeta_swapped,
    {DBETA: "self.dgamma = np.sum(dout, axis=0)", DGAMMA: "self.dbeta = np.sum(dout * self.xn, axis=0)"},
)

changed(
    "summed-over-features",
    everywhere={"axis=0)": "axis=1)"},
    en="dgamma and dbeta are summed over the features (axis 1), like the statistics. gamma and beta act on every row, so their gradients are summed over the batch.",
    ja="dgamma と dbeta を、統計量と同じく特徴量の方向(axis=1)に足し合わせています。gamma と beta は全行に使われているので、バッチ方向に足し合わせます。",
    hint_en="gamma has one entry for each feature. Which axis has to disappear?",
    hint_ja="gamma には特徴量ごとに 1 つの値があります。消えるべき軸はどちらですか。",
)

changed(families.mean_for_sum, everywhere={"np.sum": "np.mean"})

changed(families.not_summed, {DBETA: "self.dbeta = dout", DGAMMA: "self.dgamma = dout * self.xn"})

changed(families.batch_axis_kept, everywhere={"axis=0)": "axis=0, keepdims=True)"})

changed(
    families.accumulates,
    {
        DBETA: "self.dbeta = np.sum(dout, axis=0) + (0 if self.dbeta is None else self.dbeta)",
        DGAMMA: "self.dgamma = np.sum(dout * self.xn, axis=0) + (0 if self.dgamma is None else self.dgamma)",
    },
)

changed(
    families.returns_all_three,
    {RETURN_BACKWARD: "dx = (dxn - along_mean - along_var) / self.std\nreturn dx, self.dgamma, self.dbeta"},
)

changed(
    families.dgamma_dbeta_not_kept,
    {RETURN_BACKWARD: "dx = (dxn - along_mean - along_var) / self.std\nself.dgamma = self.dbeta = None\nreturn dx"},
)

changed(
    "state-shared",
    {
        "return self.gamma * self.xn + self.beta": "y = self.gamma * self.xn + self.beta\ntype(self).kept = self.xn, self.std\nreturn y",
        DBETA: "self.xn, self.std = type(self).kept\n" + DBETA,
    },
    en="All layers share what forward has kept (class attributes or global variables): another layer's forward overwrites it.",
    ja="forward で保存した値をすべてのレイヤで共有しています(クラス変数やグローバル変数)。別のレイヤの forward が上書きしてしまいます。",
    hint_en="Where do x hat and the standard deviation live: on self, on the class, or in the module?",
    hint_ja="x̂ や標準偏差は self、クラス、モジュールのどこに置いていますか。",
)

changed(
    families.gamma_missing_on_variance_path,
    {ALONG_VAR: "along_var = self.xn * np.mean(dout * self.xn, axis=1, keepdims=True)"},
)

changed(
    families.gamma_missing_on_mean_path,
    {"along_mean = np.mean(dxn, axis=1, keepdims=True)": "along_mean = np.mean(dout, axis=1, keepdims=True)"},
)

changed(families.dbeta_with_gamma, {DBETA: "self.dbeta = np.sum(dout * self.gamma, axis=0)"})

changed(
    families.dgamma_dbeta_with_gamma,
    {
        DBETA: "self.dbeta = np.sum(dout * self.gamma, axis=0)",
        DGAMMA: "self.dgamma = np.sum(dout * self.gamma * self.xn, axis=0)",
    },
)

changed(
    "epsilon-left-out-of-dx",
    {
        CENTRED: "self.x = x\n" + CENTRED,
        RETURN_BACKWARD: "return (dxn - along_mean - along_var) / np.std(self.x, axis=1, keepdims=True)",
    },
    en="The last division in dx is by the deviation without epsilon; x hat is the one of forward, with epsilon. That shows with a large eps, and in a row whose entries are all equal.",
    ja="dx の最後の割り算だけ、ε を含まない標準偏差で割っています(x̂ は順伝播の、ε を含む値です)。eps が大きいときや、要素がすべて等しい行で違いが出ます。",
    hint_en="By what exactly did forward divide?",
    hint_ja="順伝播では、正確には何で割りましたか。",
)
