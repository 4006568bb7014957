import numpy as np

from grader.authoring import mistake, reference


@mistake(
    "statistics-over-batch",
    en="Mean and variance are taken over the batch, for each column: that is batch normalization. Here each row has its own.",
    ja="平均と分散を列ごとに、バッチ方向にとっています(それは Batch Normalization です)。ここでは行ごとにとります。",
    hint_en="What should happen to a batch of one row?",
    hint_ja="1 行だけのバッチが来たらどうなるべきですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - np.mean(x, axis=0)
        self.std = np.sqrt(np.mean(centred**2, axis=0) + self.eps)
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        return (dxn - np.mean(dxn, axis=0) - self.xn * np.mean(dxn * self.xn, axis=0)) / self.std


@mistake(
    "statistics-over-everything",
    en="One mean and one variance are taken of the whole batch (no axis). Each row has its own.",
    ja="バッチ全体で平均と分散を 1 つずつしかとっていません(axis の指定がありません)。行ごとにとります。",
    hint_en="May a row of y depend on the other rows of x?",
    hint_ja="y のある行が、x のほかの行によって変わってよいでしょうか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - np.mean(x)
        self.std = np.sqrt(np.mean(centred**2) + self.eps)
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        return (dxn - np.mean(dxn) - self.xn * np.mean(dxn * self.xn)) / self.std


@mistake(
    "row-statistics-laid-along-columns",
    en="The statistics of the rows were subtracted and divided along the columns: without keepdims they have the shape (N,), which numpy lines up with the features where N and D are equal.",
    ja="行ごとの統計量を、列の方向に引いたり割ったりしています。keepdims を付けないと形状が (N,) になり、N と D が等しいときは特徴量の方向にブロードキャストされます。",
    hint_en="Which shape must the mean have so that x minus the mean takes one value from each row?",
    hint_ja="行ごとに 1 つの値を引くには、平均の形状はどうなっている必要がありますか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        mean, var = np.mean(x, axis=1), np.var(x, axis=1)
        self.std = np.sqrt(var + self.eps)
        self.xn = (x - mean) / self.std
        return self.gamma * self.xn + self.beta


@mistake(
    "unbiased-variance",
    en="The variance is divided by D - 1 (ddof=1). Here it is divided by D.",
    ja="分散を D - 1 で割っています(不偏分散、ddof=1)。ここでは D で割ります。",
    hint_en="By which number does the formula divide the sum of squares?",
    hint_ja="式では、2 乗の和をいくつで割っていますか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - np.mean(x, axis=1, keepdims=True)
        self.std = np.sqrt(np.var(x, axis=1, ddof=1, keepdims=True) + self.eps)
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta


@mistake(
    "divides-by-variance",
    en="forward divides by the variance, not by its root.",
    ja="順伝播で、平方根をとらずに分散で割っています。",
    hint_en="If x is ten times as large, what should become of y?",
    hint_ja="x が 10 倍になったら、y はどうなるべきですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - np.mean(x, axis=1, keepdims=True)
        self.std = np.mean(centred**2, axis=1, keepdims=True) + self.eps
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta


@mistake(
    "multiplies-by-deviation",
    en="forward multiplies by the standard deviation where it should divide.",
    ja="順伝播で、標準偏差で割るのではなく掛けています。",
    hint_en="What should the variance of each row of x hat be?",
    hint_ja="x̂ の各行の分散はいくつになるはずですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        y = super().forward(x)
        return y + self.gamma * self.xn * (self.std**2 - 1)


@mistake(
    "mean-not-subtracted",
    en="The mean of the row is not subtracted from x; the division is right.",
    ja="x から行の平均を引いていません(割り算は合っています)。",
    hint_en="What is the mean of each row of x hat?",
    hint_ja="x̂ の各行の平均はいくつになるはずですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - 0
        self.std = np.sqrt(np.var(x, axis=1, keepdims=True) + self.eps)
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta


@mistake(
    "variance-not-centred",
    en="The variance is the mean of the squares of x itself. The mean has to be subtracted before squaring.",
    ja="分散が x そのものの 2 乗の平均になっています。2 乗する前に平均を引きます。",
    hint_en="What is the variance of a row in which every entry is 2?",
    hint_ja="すべて 2 の行の分散はいくつですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - np.mean(x, axis=1, keepdims=True)
        self.std = np.sqrt(np.mean(x**2, axis=1, keepdims=True) + self.eps)
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta


@mistake(
    "gamma-forgotten",
    en="gamma is missing from y.",
    ja="y に gamma が掛かっていません。",
    hint_en="What is y if gamma is 0?",
    hint_ja="gamma が 0 なら、y はどうなりますか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        return super().forward(x) - (self.gamma - 1) * self.xn


@mistake(
    "beta-forgotten",
    en="beta is missing from y.",
    ja="y に beta が足されていません。",
    hint_en="What is y where x hat is 0?",
    hint_ja="x̂ が 0 のところで、y はいくつになるはずですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        return super().forward(x) - self.beta


@mistake(
    "gamma-beta-forgotten",
    en="y is the normalised x alone: neither gamma nor beta is used.",
    ja="正規化した x をそのまま返していて、gamma も beta も使っていません。",
    hint_en="Which formula stands beside that of x hat?",
    hint_ja="x̂ の式の隣に、どんな式がありますか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        super().forward(x)
        return self.xn


@mistake(
    "gamma-beta-swapped",
    en="gamma and beta are swapped: beta multiplies and gamma is added.",
    ja="gamma と beta が入れ替わっています(beta を掛けて gamma を足しています)。",
    hint_en="Which of the two is the scale, and which the shift?",
    hint_ja="スケールを決めるのはどちらで、ずらすのはどちらですか。",
)
class LayerNorm(reference.LayerNorm):
    def __init__(self, gamma, beta, eps=1e-5):
        super().__init__(beta, gamma, eps)


@mistake(
    "epsilon-left-out",
    en="There is no epsilon, so a row whose entries are all equal gives 0 / 0.",
    ja="ε を足していないので、要素がすべて等しい行があると 0÷0 になります。",
    hint_en="What is the variance of a row in which every entry is 2?",
    hint_ja="すべて 2 の行の分散はいくつですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        self.eps = 0.0
        return super().forward(x)


@mistake(
    "epsilon-ignored",
    en="eps is written as 1e-5, so what the caller asks for is ignored.",
    ja="eps に 1e-5 を直接書いています。引数で渡された値が使われていません。",
    hint_en="Where do you use self.eps?",
    hint_ja="self.eps は、どこで使っていますか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        self.eps = 1e-5
        return super().forward(x)


@mistake(
    "epsilon-outside-the-root",
    en="eps is added to the standard deviation, outside the root. Here it belongs inside; with a large eps that makes a difference.",
    ja="eps を平方根の外(標準偏差)に足しています。ここでは内側に足します。eps が大きいと違いが出ます。",
    hint_en="Is the root taken of the variance, or of the variance plus epsilon?",
    hint_ja="平方根をとるのは分散ですか、分散に ε を足したものですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - np.mean(x, axis=1, keepdims=True)
        self.std = np.sqrt(np.mean(centred**2, axis=1, keepdims=True)) + self.eps
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta


@mistake(
    "epsilon-outside-the-root-also-in-backward",
    en="eps is added to the standard deviation, outside the root, and backward is the exact gradient of that. Here it belongs inside; with a large eps that makes a difference.",
    ja="eps を平方根の外(標準偏差)に足し、逆伝播もその式を正確に微分したものになっています。ここでは内側に足します。eps が大きいと違いが出ます。",
    hint_en="Is the root taken of the variance, or of the variance plus epsilon?",
    hint_ja="平方根をとるのは分散ですか、分散に ε を足したものですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        centred = x - np.mean(x, axis=1, keepdims=True)
        self.root = np.sqrt(np.mean(centred**2, axis=1, keepdims=True))
        self.std = self.root + self.eps
        self.xn = centred / self.std
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        root = np.where(self.root > 0, self.root, 1.0)
        along_var = self.xn * self.std / root * np.mean(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - np.mean(dxn, axis=1, keepdims=True) - along_var) / self.std


@mistake(
    "epsilon-left-out-of-backward",
    en="backward divides by the root of the variance alone; forward divided by one with epsilon inside.",
    ja="逆伝播で、ε を含まない標準偏差で割っています。順伝播では ε を含めて割りました。",
    hint_en="forward has kept the value by which it divided.",
    hint_ja="forward は、割り算に使った値を保存しています。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        centred = self.xn * self.std
        self.std = np.sqrt(np.mean(centred**2, axis=1, keepdims=True))
        self.xn = centred / self.std
        return super().backward(dout)


@mistake(
    "statistics-held-constant",
    en="dx treats mean and variance as constants: it is only gamma * dout / std. Both depend on x, so each entry of x acts on its whole row.",
    ja="dx で平均と分散を定数とみなしています(gamma * dout / std だけになっています)。どちらも x から計算した値なので、x の 1 要素は同じ行のすべての要素に影響します。",
    hint_en="Which values between x and y change when one entry of x does? Each needs a path back.",
    hint_ja="x の 1 要素を動かすと、y までの間で何が変わりますか。変わるものそれぞれに逆伝播の道があります。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = 0
        along_var = 0
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "variance-held-constant",
    en="dx takes the mean into account but treats the variance as a constant.",
    ja="dx で平均を通る勾配は考えていますが、分散を定数とみなしています。",
    hint_en="The standard deviation by which you divide was itself computed from x. What comes back through it?",
    hint_ja="割っている標準偏差も x から計算した値です。そこを通って何が戻ってきますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.mean(dxn, axis=1, keepdims=True)
        along_var = 0
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "mean-held-constant",
    en="dx takes the variance into account but treats the mean as a constant.",
    ja="dx で分散を通る勾配は考えていますが、平均を定数とみなしています。",
    hint_en="The mean was subtracted from every entry of the row. What comes back along that path?",
    hint_ja="平均は行のすべての要素から引かれています。その道を通って何が戻ってきますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = 0
        along_var = self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "one-over-d-lost",
    en="dx has sums over the row where means belong: the 1/D of the mean and of the variance was lost.",
    ja="dx で、行の平均をとるべきところが和になっています。平均と分散の式にある 1/D が抜けています。",
    hint_en="The mean is a sum times 1/D. What does backward do with the factor?",
    hint_ja="平均は「和 × 1/D」です。この係数は逆伝播でどうなりますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.sum(dxn, axis=1, keepdims=True)
        along_var = self.xn * np.sum(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "divided-by-n",
    en="The two sums over the row are divided by N, the number of rows (len(x)). They have D entries.",
    ja="行についての 2 つの和を、行数 N(len(x))で割っています。足しているのは D 個の要素です。",
    hint_en="How many numbers do you add up in each row?",
    hint_ja="各行で、いくつの数を足していますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.sum(dxn, axis=1, keepdims=True) / len(dout)
        along_var = self.xn * np.sum(dxn * self.xn, axis=1, keepdims=True) / len(dout)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "means-over-batch",
    en="The two means in dx run over the batch (axis 0), as in batch normalization. Here they run along each row, like those of forward.",
    ja="dx の 2 つの平均を、Batch Normalization のようにバッチ方向(axis=0)にとっています。ここでは順伝播と同じく行ごとにとります。",
    hint_en="Along which axis did forward take the mean?",
    hint_ja="順伝播では、どの軸に沿って平均をとりましたか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.mean(dxn, axis=0)
        along_var = self.xn * np.mean(dxn * self.xn, axis=0)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "gamma-outside-the-means",
    en="gamma was taken out of the two means, as batch normalization allows it. Here the means run over the features, and each has its own gamma.",
    ja="gamma を 2 つの平均の外に出しています。Batch Normalization ではそれでよいのですが、ここでは平均を特徴量の方向にとり、gamma は特徴量ごとに違います。",
    hint_en="Is gamma the same for all entries that you average?",
    hint_ja="平均をとる要素のあいだで、gamma は同じ値ですか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        mean = np.mean(dout, axis=1, keepdims=True)
        along = self.xn * np.mean(dout * self.xn, axis=1, keepdims=True)
        return self.gamma * (dout - mean - along) / self.std


@mistake(
    "gamma-left-out-of-dx",
    en="gamma is missing from dx.",
    ja="dx に gamma が入っていません。",
    hint_en="By what was x hat multiplied on the way to y?",
    hint_ja="x̂ から y までの間に、何が掛けられましたか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = dout
        along_var = self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)
        dx = (dxn - np.mean(dxn, axis=1, keepdims=True) - along_var) / self.std
        return dx


@mistake(
    "variance-path-sign",
    en="The part of dx that comes through the variance has the wrong sign: dividing by something gives a minus in backward.",
    ja="dx のうち、分散を通る部分の符号が逆です。割り算を微分するとマイナスが付きます。",
    hint_en="What is the derivative of 1/s with respect to s?",
    hint_ja="1/s を s で微分するとどうなりますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.mean(dxn, axis=1, keepdims=True)
        along_var = -self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "variance-path-halved",
    en="The part of dx that comes through the variance is half of what it should be: the 2 from the derivative of the square was lost, or the ½ of the root counted twice.",
    ja="dx のうち、分散を通る部分が半分になっています。2 乗の微分の 2 が抜けたか、平方根の微分の ½ を二重に掛けています。",
    hint_en="Differentiate the square and the root one after the other; which factors remain?",
    hint_ja="2 乗と平方根を順に微分してみましょう。どの係数が残りますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.mean(dxn, axis=1, keepdims=True)
        along_var = 0.5 * self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "variance-path-doubled",
    en="The part of dx that comes through the variance is twice what it should be: the ½ from the derivative of the root was lost.",
    ja="dx のうち、分散を通る部分が 2 倍になっています。平方根の微分から出る ½ が抜けています。",
    hint_en="What is the derivative of the square root of v with respect to v?",
    hint_ja="√v を v で微分するとどうなりますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.mean(dxn, axis=1, keepdims=True)
        along_var = 2 * self.xn * np.mean(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "x-hat-missing-on-variance-path",
    en="The path through the variance gives every entry of a row the same. It should be weighted by x hat.",
    ja="分散を通る部分が、行のどの要素でも同じ値になっています。x̂ で重み付けする必要があります。",
    hint_en="Which entries of a row change its variance most?",
    hint_ja="行の分散を大きく変えるのは、どんな要素ですか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        super().backward(dout)
        dxn = self.gamma * dout
        along_mean = np.mean(dxn, axis=1, keepdims=True)
        along_var = np.mean(dxn * self.xn, axis=1, keepdims=True)
        return (dxn - along_mean - along_var) / self.std


@mistake(
    "std-division-lost",
    en="dx is not divided by the standard deviation.",
    ja="dx を標準偏差で割っていません。",
    hint_en="If x is ten times as large, y stays as it is. What does that say about dx?",
    hint_ja="x が 10 倍になっても y は変わりません。では dx はどうなりますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        return dx * self.std


@mistake(
    "divided-by-std-twice",
    en="dx is divided by the variance, or twice by the standard deviation. Once is right.",
    ja="dx を分散で(または標準偏差で 2 回)割っています。標準偏差で 1 回だけ割ります。",
    hint_en="How often does the division occur on the direct path from x to y?",
    hint_ja="x から y への直接の道に、割り算は何回ありますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        return dx / self.std


@mistake(
    "dgamma-without-x-hat",
    en="dgamma is the sum of dout alone, the same as dbeta: the normalised x is missing from it.",
    ja="dgamma が dout の和だけで、dbeta と同じになっています。正規化した x(x̂)が掛かっていません。",
    hint_en="By what is gamma multiplied in forward?",
    hint_ja="順伝播で gamma には何が掛かっていますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma = self.dbeta
        return dx


@mistake(
    "dgamma-with-gamma",
    en="dgamma contains gamma itself: it was summed after dout had been multiplied by gamma.",
    ja="dgamma に gamma 自身が掛かっています。dout に gamma を掛けたあとの値を足しています。",
    hint_en="What is the derivative of gamma * x hat with respect to gamma?",
    hint_ja="gamma * x̂ を gamma で微分するとどうなりますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma = self.gamma * self.dgamma
        return dx


@mistake(
    "dgamma-from-y",
    en="dgamma is weighted by the output y, where gamma and beta are in already. gamma multiplies the normalised x.",
    ja="dgamma で、x̂ ではなく出力 y を掛けています。y にはもう gamma と beta が入っています。",
    hint_en="By what is gamma multiplied in forward?",
    hint_ja="順伝播で gamma には何が掛かっていますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma = np.sum(dout * (self.gamma * self.xn + self.beta), axis=0)
        return dx


@mistake(
    "dgamma-from-centred-x",
    en="dgamma is weighted by x minus its mean, which has not been divided by the standard deviation yet.",
    ja="dgamma で、平均を引いただけの x を掛けています。まだ標準偏差で割っていません。",
    hint_en="Which of the values that forward keeps does gamma multiply?",
    hint_ja="forward が保存した値のうち、gamma に掛かるのはどれですか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma = np.sum(dout * self.xn * self.std, axis=0)
        return dx


@mistake(
    "dgamma-from-x",
    en="dgamma is weighted by x itself instead of the normalised x.",
    ja="dgamma で、正規化した x(x̂)ではなく元の x を掛けています。",
    hint_en="By what is gamma multiplied in forward: by x, or by something computed from it?",
    hint_ja="順伝播で gamma に掛かっているのは x そのものですか、x から計算した値ですか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        self.x = x
        return super().forward(x)

    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma = np.sum(dout * self.x, axis=0)
        return dx


@mistake(
    "dgamma-dbeta-swapped",
    en="dgamma and dbeta are swapped.",
    ja="dgamma と dbeta が入れ替わっています。",
    hint_en="Which of the two is added, and which multiplied?",
    hint_ja="足されるのはどちらで、掛けられるのはどちらですか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma, self.dbeta = self.dbeta, self.dgamma
        return dx


@mistake(
    "summed-over-features",
    en="dgamma and dbeta are summed over the features (axis 1), like the statistics. gamma and beta act on every row, so their gradients are summed over the batch.",
    ja="dgamma と dbeta を、統計量と同じく特徴量の方向(axis=1)に足し合わせています。gamma と beta は全行に使われているので、バッチ方向に足し合わせます。",
    hint_en="gamma has one entry for each feature. Which axis has to disappear?",
    hint_ja="gamma には特徴量ごとに 1 つの値があります。消えるべき軸はどちらですか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma, self.dbeta = np.sum(dout * self.xn, axis=1), np.sum(dout, axis=1)
        return dx


@mistake(
    "mean-for-sum",
    en="dgamma and dbeta are means over the batch, where they should be sums.",
    ja="dgamma と dbeta がバッチの平均になっています。和でなければなりません。",
    hint_en="gamma and beta act on every row. Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="gamma と beta は全行に使われています。バッチサイズで割るのは損失関数の役目です。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma, self.dbeta = self.dgamma / len(dout), self.dbeta / len(dout)
        return dx


@mistake(
    "not-summed",
    en="dgamma and dbeta still have one row for each sample: they were not summed over the batch.",
    ja="dgamma と dbeta がデータごとの行を持ったままです。バッチ方向に足し合わせていません。",
    hint_en="What is the shape of gamma? Its gradient has the same.",
    hint_ja="gamma の形状は何ですか。勾配も同じ形状になります。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma, self.dbeta = dout * self.xn, dout
        return dx


@mistake(
    "batch-axis-kept",
    en="dgamma and dbeta have the shape (1, D), where gamma and beta have (D,): the sums kept the batch axis (keepdims).",
    ja="gamma と beta の形状は (D,) なのに、dgamma と dbeta が (1, D) になっています。和をとるときにバッチの軸を残しています(keepdims)。",
    hint_en="What is the shape of gamma? Its gradient has the same.",
    hint_ja="gamma の形状は何ですか。勾配も同じ形状になります。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma, self.dbeta = self.dgamma[None], self.dbeta[None]
        return dx


@mistake(
    "accumulates",
    en="dgamma and dbeta add up over calls of backward; each call should set them anew.",
    ja="backward を呼ぶたびに dgamma と dbeta が足し込まれています。呼び出しごとに新しい値を設定します。",
    hint_en="Call forward and backward twice and look at dbeta after each.",
    hint_ja="forward と backward を 2 回呼び、そのつど dbeta を見てみましょう。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        before = self.dgamma, self.dbeta
        dx = super().backward(dout)
        if before[0] is not None:
            self.dgamma, self.dbeta = before[0] + self.dgamma, before[1] + self.dbeta
        return dx


@mistake(
    "returns-all-three",
    en="backward returns dx, dgamma and dbeta together. It should return dx alone and keep the other two as attributes.",
    ja="backward が dx、dgamma、dbeta をまとめて返しています。返すのは dx だけで、残りの 2 つは属性に入れます。",
    hint_en="The layer below expects one array, like from every other layer.",
    hint_ja="前の層は、どのレイヤからも配列を 1 つだけ受け取ります。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        return dx, self.dgamma, self.dbeta


@mistake(
    "dgamma-dbeta-not-kept",
    en="dgamma and dbeta are computed, if at all, into local variables: the attributes stay None after backward.",
    ja="dgamma と dbeta が属性に入っていません。backward の後も None のままです。",
    hint_en="What does the optimizer read after backward?",
    hint_ja="backward の後、オプティマイザは何を読みますか。",
)
class LayerNorm(reference.LayerNorm):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dgamma = self.dbeta = None
        return dx


@mistake(
    "state-shared",
    en="All layers share what forward has kept (class attributes or global variables): another layer's forward overwrites it.",
    ja="forward で保存した値をすべてのレイヤで共有しています(クラス変数やグローバル変数)。別のレイヤの forward が上書きしてしまいます。",
    hint_en="Where do x hat and the standard deviation live: on self, on the class, or in the module?",
    hint_ja="x̂ や標準偏差は self、クラス、モジュールのどこに置いていますか。",
)
class LayerNorm(reference.LayerNorm):
    def forward(self, x):
        y = super().forward(x)
        type(self).kept = self.xn, self.std
        return y

    def backward(self, dout):
        self.xn, self.std = type(self).kept
        return super().backward(dout)
