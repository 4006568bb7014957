from grader.authoring import changed, families

DBETA = "self.dbeta = np.sum(dout, axis=0)"
DGAMMA = "self.dgamma = np.sum(dout * self.xn, axis=0)"
ALONG_MEAN = "along_mean = np.mean(dxn, axis=0)"
ALONG_VAR = "along_var = self.xn * np.mean(dxn * self.xn, axis=0)"
RETURN = "return (dxn - along_mean - along_var) / self.std"

changed(
    "statistics-held-constant",
    {RETURN: "return dxn / self.std"},
    en="dx treats mean and variance as constants: it is only gamma * dout / std. Both depend on x, so each entry of x also acts on every other row.",
    ja="dx で平均と分散を定数とみなしています(gamma * dout / std だけになっています)。どちらも x から計算した値なので、x の 1 要素はほかの行にも影響"
    "します。",
    hint_en="Which values between x and y change when one entry of x does? Each needs a path back.",
    hint_ja="x の 1 要素を動かすと、y までの間で何が変わりますか。変わるものそれぞれに逆伝播の道があります。",
)

changed(families.variance_held_constant, {RETURN: "return (dxn - np.mean(dxn, axis=0)) / self.std"})

changed(
    families.mean_held_constant,
    {RETURN: "return (dxn - self.xn * np.mean(dxn * self.xn, axis=0)) / self.std"},
)

changed(
    "one-over-n-lost",
    {ALONG_MEAN: "along_mean = np.sum(dxn, axis=0)", ALONG_VAR: "along_var = self.xn * np.sum(dxn * self.xn, axis=0)"},
    en="dx has sums over the batch where means belong: the 1/N of the mean and of the variance was lost.",
    ja="dx で、平均をとるべきところが和になっています。平均と分散の式にある 1/N が抜けています。",
    hint_en="The mean is a sum times 1/N. What does backward do with the factor?",
    hint_ja="平均は「和 × 1/N」です。この係数は逆伝播でどうなりますか。",
)

changed(
    "one-over-n-lost-in-mean",
    {ALONG_MEAN: "along_mean = np.sum(dxn, axis=0)"},
    en="dx lacks the 1/N on the path through the mean; the path through the variance is right.",
    ja="dx のうち、平均を通る道の 1/N が抜けています。分散を通る道は合っています。",
    hint_en="Compare your two paths: both are averages over the batch.",
    hint_ja="2 本の道を見比べましょう。どちらもバッチについての平均です。",
)

changed(
    "one-over-n-lost-in-variance",
    {ALONG_VAR: "along_var = self.xn * np.sum(dxn * self.xn, axis=0)"},
    en="dx lacks the 1/N on the path through the variance; the path through the mean is right.",
    ja="dx のうち、分散を通る道の 1/N が抜けています。平均を通る道は合っています。",
    hint_en="Compare your two paths: both are averages over the batch.",
    hint_ja="2 本の道を見比べましょう。どちらもバッチについての平均です。",
)

changed(
    "variance-path-halved",
    {ALONG_VAR: "along_var = 0.5 * self.xn * np.mean(dxn * self.xn, axis=0)"},
    en="The part of dx that comes through the variance is half of what it should be: the 2 from the square's derivative was lost, or the 1/2 of the root counted twice.",
    ja="dx のうち、分散を通る部分が半分になっています。2 乗の微分の 2 が抜けたか、平方根の微分の 1/2 を二重に掛けています。",
    hint_en="Differentiate the square and the root one after the other; which factors remain?",
    hint_ja="2 乗と平方根を順に微分してみましょう。どの係数が残りますか。",
)

changed(
    "variance-path-doubled",
    {ALONG_VAR: "along_var = 2 * self.xn * np.mean(dxn * self.xn, axis=0)"},
    en="The part of dx that comes through the variance is twice what it should be: the 1/2 from the derivative of the square root was lost.",
    ja="dx のうち、分散を通る部分が 2 倍になっています。平方根の微分から出る 1/2 が抜けています。",
    hint_en="What is the derivative of the square root of v with respect to v?",
    hint_ja="√v を v で微分するとどうなりますか。",
)

changed(
    "variance-path-sign",
    {ALONG_VAR: "along_var = -self.xn * np.mean(dxn * self.xn, axis=0)"},
    en="The part of dx that comes through the variance has the wrong sign: dividing by something gives a minus in backward.",
    ja="dx のうち、分散を通る部分の符号が逆です。割り算の逆伝播ではマイナスが付きます。",
    hint_en="What is the derivative of 1/s with respect to s?",
    hint_ja="1/s を s で微分するとどうなりますか。",
)

changed(
    "mean-path-sign",
    {ALONG_MEAN: "along_mean = -np.mean(dxn, axis=0)"},
    en="The part of dx that comes through the mean has the wrong sign: the mean was subtracted in forward.",
    ja="dx のうち、平均を通る部分の符号が逆です。順伝播では平均を引いています。",
    hint_en="What does the backward of a subtraction send to its second operand?",
    hint_ja="引き算の逆伝播では、引くほうの値に何が伝わりますか。",
)

changed(
    "gamma-forgotten",
    {"dxn = self.gamma * dout": "dxn = dout"},
    en="dx lacks gamma: dout was taken for the gradient of the normalised x.",
    ja="dx に gamma が掛かっていません。dout をそのまま x̂ の勾配として使っています。",
    hint_en="The last step of forward multiplies by gamma. What is the first step of backward?",
    hint_ja="順伝播の最後では gamma を掛けています。逆伝播の最初には何をしますか。",
)

changed(
    "divided-by-variance",
    {RETURN: "return (dxn - along_mean - along_var) / self.std / self.std"},
    en="dx is divided by the variance instead of the standard deviation.",
    ja="dx を標準偏差ではなく分散で割っています。",
    hint_en="By what does forward divide?",
    hint_ja="順伝播では何で割っていますか。",
)

changed(
    "std-forgotten",
    {RETURN: "return (dxn - along_mean - along_var) / self.std * self.std"},
    en="dx is not divided by the standard deviation.",
    ja="dx を標準偏差で割っていません。",
    hint_en="If x is multiplied by 10, y stays as it is. What must then happen to dx?",
    hint_ja="x を 10 倍しても y は変わりません。では dx はどうなるはずですか。",
)

changed(
    "running-statistics",
    {RETURN: "return (dxn - along_mean - along_var) / np.sqrt(self.running_var + 10e-7)"},
    en="backward divides by the root of the running variance. In training, forward normalised with the batch's own variance.",
    ja="逆伝播で移動平均の分散(running_var)を使っています。学習時の順伝播は、そのバッチ自身の分散で正規化しています。",
    hint_en="Which variance did forward use for these rows?",
    hint_ja="この行を正規化したとき、forward はどの分散を使いましたか。",
    costs="it reads what earlier batches left, so the check of the latest forward fails as well",
)

changed(
    "epsilon-left-out",
    {DBETA: "self.std = np.sqrt(np.mean(self.xc**2, axis=0))\nself.dbeta = np.sum(dout, axis=0)"},
    en="backward divides by the root of the variance without epsilon, so a feature that is the same in every row divides 0 by 0.",
    ja="逆伝播で ε を足さずに分散の平方根で割っています。全行で値が同じ特徴量があると 0÷0 になります。",
    hint_en="forward has kept the value by which it divided.",
    hint_ja="forward は、割り算に使った値を保存しています。",
)

changed(
    families.dgamma_without_x_hat,
    {RETURN: "dx = (dxn - along_mean - along_var) / self.std\nself.dgamma = np.sum(dout, axis=0)\nreturn dx"},
)

changed(
    families.dgamma_from_x,
    {"self.xn = xn": "self.xn = xn\nself.x = x", DGAMMA: "self.dgamma = np.sum(dout * self.x, axis=0)"},
)

changed(
    families.dgamma_from_centred_x,
    {RETURN: "dx = (dxn - along_mean - along_var) / self.std\nself.dgamma = np.sum(dout * self.xc, axis=0)\nreturn dx"},
)

changed(
    families.dgamma_dbeta_swapped,
    {DBETA: "self.dgamma = np.sum(dout, axis=0)", DGAMMA: "self.dbeta = np.sum(dout * self.xn, axis=0)"},
)

changed(families.mean_for_sum, everywhere={"np.sum": "np.mean"})

changed(families.not_summed, {DBETA: "self.dbeta = dout", DGAMMA: "self.dgamma = dout * self.xn"})

changed(
    "summed-over-features",
    {DBETA: "self.dbeta = np.sum(dout, axis=1)", DGAMMA: "self.dgamma = np.sum(dout * self.xn, axis=1)"},
    en="dgamma and dbeta are summed over the features (axis 1) instead of the batch (axis 0).",
    ja="dgamma と dbeta を、バッチ方向(axis=0)ではなく特徴量の方向(axis=1)に足し合わせています。",
    hint_en="gamma has one entry for each feature. Which axis has to disappear?",
    hint_ja="gamma には特徴量ごとに 1 つの値があります。消えるべき軸はどちらですか。",
)

changed(
    families.accumulates,
    {
        DBETA: "self.dbeta = np.sum(dout, axis=0) + (0 if self.dbeta is None else self.dbeta)",
        DGAMMA: "self.dgamma = np.sum(dout * self.xn, axis=0) + (0 if self.dgamma is None else self.dgamma)",
    },
)

changed(
    "batch-size-of-first-batch",
    {
        ALONG_MEAN: 'self.first = getattr(self, "first", len(dout))\nalong_mean = np.sum(dxn, axis=0) / self.first',
        ALONG_VAR: "along_var = self.xn * np.sum(dxn * self.xn, axis=0) / self.first",
    },
    en="backward divides by the size of the first batch it ever saw, though the batch size has changed.",
    ja="最初に見たバッチのサイズで割り続けています。バッチサイズは途中で変わることがあります。",
    hint_en="When is the batch size stored, and when does it change?",
    hint_ja="バッチサイズはいつ保存され、いつ変わりますか。",
)

changed(
    families.returns_all_three,
    {RETURN: "return (dxn - along_mean - along_var) / self.std, self.dgamma, self.dbeta"},
    costs="three things are no dx: no check that looks at dx can use them",
)

changed(
    families.dgamma_dbeta_not_kept,
    {RETURN: "dx = (dxn - along_mean - along_var) / self.std\nself.dgamma = self.dbeta = None\nreturn dx"},
)

changed(
    "variance-power-minus-one-half",
    {ALONG_VAR: "along_var = self.xc * np.mean(dxn * self.xc, axis=0)"},
    en="On the path through the variance the power is -1/2 where -3/2 belongs: 1/sqrt(v) was kept as it is and not differentiated.",
    ja="分散を通る道で、-3/2 乗のはずが -1/2 乗になっています。1/√v を微分せず、そのまま掛けています。",
    hint_en="What is the derivative of v to the power -1/2? How does the power change?",
    hint_ja="v の -1/2 乗を v で微分すると、指数はいくつになりますか。",
)

changed(
    "std-to-the-power-of-variance",
    {ALONG_VAR: "along_var = self.xc * np.mean(dxn * self.xc, axis=0) * self.std**-1.5 * self.std"},
    en="On the path through the variance the power -3/2 was taken of the standard deviation. It belongs to the variance.",
    ja="分散を通る道で、標準偏差を -3/2 乗しています。-3/2 乗するのは分散です。",
    hint_en="forward kept std, not var. Which power of std is var to the -3/2?",
    hint_ja="forward が保存したのは分散ではなく std です。分散の -3/2 乗は、std の何乗ですか。",
)

changed(
    "dstd-divided-once",
    {ALONG_VAR: "along_var = self.xc * np.mean(dxn * self.xn, axis=0)"},
    en="The gradient of the standard deviation was divided by std once; the derivative of 1/std has its square.",
    ja="標準偏差の勾配を std で 1 回しか割っていません。1/std の微分では 2 乗で割ります。",
    hint_en="What is the derivative of 1/s with respect to s?",
    hint_ja="1/s を s で微分するとどうなりますか。",
)

changed(
    "root-derivative-with-variance",
    {ALONG_VAR: "along_var = self.xc * np.mean(dxn * self.xc, axis=0) / self.std**3"},
    en="On the way from the standard deviation to the variance stands 0.5 / var: the derivative of a root is 0.5 divided by the root itself, std.",
    ja="標準偏差から分散へ戻るところで、0.5 / 分散 を掛けています。平方根の微分は、0.5 を平方根そのもの(std)で割った値です。",
    hint_en="What is the derivative of the square root of v with respect to v?",
    hint_ja="√v を v で微分するとどうなりますか。",
)

changed(
    "compact-formula-without-n",
    {
        ALONG_MEAN: "along_mean = np.sum(dxn, axis=0)",
        ALONG_VAR: "along_var = self.xn * np.sum(dxn * self.xn, axis=0)",
        RETURN: "return (dxn - along_mean - along_var) / (len(dout) * self.std)",
    },
    en="In the compact formula the N before gamma * dout is missing: what each row gets directly is N times too small beside the two sums.",
    ja="まとめた式で、gamma * dout の前の N が抜けています。各行に直接戻る分が、2 つの和に比べて N 分の 1 になっています。",
    hint_en="Take the 1/N into the parenthesis. What stands before each of the three terms then?",
    hint_ja="1/N をかっこの中に入れてみましょう。3 つの項の係数はそれぞれ何になりますか。",
)

changed(
    "dx-n-times-too-large",
    {RETURN: "return len(dout) * (dxn - along_mean - along_var) / self.std"},
    en="dx is N times too large everywhere: in the compact formula, N * gamma * dout minus the two sums, the 1/N in front is missing.",
    ja="dx がどこでも N 倍になっています。まとめた式(N * gamma * dout から 2 つの和を引く形)の前の 1/N が抜けています。",
    hint_en="How large is the share that each row gets directly: gamma / std, or N times that?",
    hint_ja="各行に直接戻る分の係数は、gamma / std と、その N 倍のどちらですか。",
)

changed(
    "dx-divided-by-n-again",
    {RETURN: "return (dxn - along_mean - along_var) / self.std / len(dout)"},
    en="dx is N times too small everywhere: it was divided by the batch size once more than it should be.",
    ja="dx がどこでも N 分の 1 になっています。バッチサイズで 1 回余分に割っています。",
    hint_en="Which 1/N come from the mean and the variance, and which one is yours?",
    hint_ja="平均と分散から出てくる 1/N はどれで、余分に付けたのはどれですか。",
)

changed(
    "unbiased-variance",
    {ALONG_VAR: "along_var = self.xn * np.sum(dxn * self.xn, axis=0) / (len(dout) - 1)"},
    en="The path through the variance is divided by N - 1 (the unbiased variance). forward divides by N.",
    ja="分散を通る道を N - 1 で割っています(不偏分散)。順伝播では N で割っています。",
    hint_en="Which mean does forward take to get the variance?",
    hint_ja="順伝播では、分散を求めるのにいくつで割っていますか。",
)

changed(
    "means-over-features",
    {
        ALONG_MEAN: "along_mean = np.mean(dxn, axis=1, keepdims=True)",
        ALONG_VAR: "along_var = self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)",
    },
    en="The two means in dx run along each row (axis 1): that is layer normalization. Here each column has its own mean and variance.",
    ja="dx の 2 つの平均を行ごと(axis=1)にとっています。これは Layer Normalization です。ここでは列(特徴量)ごとに平均と分散があります。",
    hint_en="Along which axis did forward take the mean?",
    hint_ja="順伝播では、どの軸に沿って平均をとりましたか。",
)

changed(
    "dgamma-from-y",
    {DGAMMA: "self.dgamma = np.sum(dout * (self.gamma * self.xn + self.beta), axis=0)"},
    en="dgamma is weighted by the output y, where gamma and beta are in already. gamma multiplies the normalised x.",
    ja="dgamma で、x̂ ではなく出力 y を掛けています。y にはもう gamma と beta が入っています。gamma に掛かるのは正規化した x です。",
    hint_en="By what is gamma multiplied in forward?",
    hint_ja="順伝播で gamma には何が掛かっていますか。",
)

changed(families.batch_axis_kept, everywhere={"axis=0)": "axis=0, keepdims=True)"})

changed(
    "running-statistics-held-constant",
    {RETURN: "return self.gamma * dout / np.sqrt(self.running_var + 10e-7)"},
    en="dx is only gamma * dout over the root of the running variance, as if y had been normalised with fixed statistics. In training they come from the batch itself.",
    ja="dx が gamma * dout を移動平均の分散(running_var)の平方根で割っただけです。固定した統計量で正規化したときの式で、学習時の平均と分散はバッチ自身から計算されます。",
    hint_en="Which mean and variance did forward use for these rows, and do they depend on x?",
    hint_ja="この行を正規化したとき、forward はどの平均と分散を使いましたか。それは x によって変わりますか。",
    costs="it reads what earlier batches left, so the check of the latest forward fails as well",
)

changed(
    "running-statistics-in-x-hat",
    {
        "if self.running_mean is None:": "self.x = x\nif self.running_mean is None:",
        DBETA: "self.std = np.sqrt(self.running_var + 10e-7)\nself.xn = (self.x - self.running_mean) / self.std\n"
        + DBETA,
    },
    en="backward normalises x anew with the running mean and variance, so dx and dgamma are both off. In training, forward used the batch's own.",
    ja="逆伝播で、移動平均(running_mean と running_var)を使って x を正規化し直しています。dx も dgamma もずれます。学習時の順伝播は、そのバッチ自身の平均と分散を使っています。",
    hint_en="forward has kept the normalised x. Does yours agree with it?",
    hint_ja="forward は正規化した x を保存しています。あなたの値と一致していますか。",
)

changed(families.gamma_missing_on_variance_path, {ALONG_VAR: "along_var = self.xn * np.mean(dout * self.xn, axis=0)"})

changed(families.gamma_missing_on_mean_path, {ALONG_MEAN: "along_mean = np.mean(dout, axis=0)"})

changed(families.dgamma_with_gamma, {DGAMMA: "self.dgamma = np.sum(self.gamma * dout * self.xn, axis=0)"})

changed(families.dbeta_with_gamma, {DBETA: "self.dbeta = np.sum(self.gamma * dout, axis=0)"})

changed(
    families.dgamma_dbeta_with_gamma,
    {
        DBETA: "self.dbeta = np.sum(self.gamma * dout, axis=0)",
        DGAMMA: "self.dgamma = np.sum(self.gamma * dout * self.xn, axis=0)",
    },
)
