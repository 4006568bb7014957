from grader.authoring import changed

XAVIER = "return rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)"
HE = "return rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_in)"

changed(
    "xavier-outputs-for-inputs",
    {XAVIER: "return rng.normal(0, 1 / np.sqrt(n_out), (n_in, n_out))"},
    en="xavier() divides by the root of n_out. An output is a sum over the inputs, so it is their number that its spread depends on.",
    ja="xavier の標準偏差を n_out で決めています。出力は入力についての和なので、そのばらつきを決めるのは入力の数です。",
    hint_en="x @ W: over which axis of W does the sum run, and how long is that axis?",
    hint_ja="x @ W の和は、W のどちらの軸についての和ですか。その軸の長さはいくつですか。",
)

changed(
    "xavier-variance-for-deviation",
    {XAVIER: "return rng.normal(0, 1 / n_in, (n_in, n_out))"},
    en="The weights of xavier() have the standard deviation 1 / n_in: the root is missing. 1 / n_in is the variance, and rng.normal and a factor both want the deviation.",
    ja="xavier の重みの標準偏差が 1 / n_in になっています。平方根がありません。1 / n_in は分散です。rng.normal に渡す値も乱数に掛ける数も、標準偏差です。",
    hint_en="By what do you multiply draws of deviation 1, so that their deviation becomes s?",
    hint_ja="標準偏差 1 の乱数を標準偏差 s にするには、何を掛けますか。分散と標準偏差の関係は何でしたか。",
)

changed(
    "xavier-with-the-two-of-he",
    {XAVIER: "return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))"},
    en="The weights of xavier() are wider by root 2: that is He's formula. Its 2 makes up for the half that ReLU sets to 0, and sigmoid and tanh lose no such half.",
    ja="xavier の重みが √2 倍大きく、He の式になっています。He の 2 は ReLU が半分を 0 にする分を補うものです。シグモイド関数や tanh には要りません。",
    hint_en="Which of the two formulas stands in which of your functions?",
    hint_ja="2 つの式を、それぞれどちらの関数に書きましたか。",
)

changed(
    "xavier-average-of-both-sizes",
    {XAVIER: "return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))"},
    en="xavier() uses n_in + n_out, as the paper does. Here, as in the book and in document 004, the standard deviation depends on n_in alone.",
    ja="xavier で、論文の式のように n_in + n_out を使っています。ここでは『ゼロから作るDeepLearning』や資料 004 と同じく、標準偏差は n_in だけで決まります。",
    hint_en="Which sizes does the formula of the statement name?",
    hint_ja="問題文の式に出てくるのは、どのサイズですか。",
)

changed(
    "xavier-deviation-as-uniform-limit",
    {XAVIER: "s = 1 / np.sqrt(n_in)\nreturn rng.uniform(-s, s, (n_in, n_out))"},
    en="xavier() draws uniformly from -s to s, with s where the deviation belongs: the standard deviation of that draw is smaller than s, by root 3.",
    ja="xavier で、標準偏差にしたい値 s をそのまま使って、-s から s の一様乱数を生成しています。この一様乱数の標準偏差は s ではなく、s の 1/√3 です。",
    hint_en="What is the variance of a uniform draw from -s to s? Or draw from a normal distribution.",
    hint_ja="-s から s の一様分布の分散はいくつですか。正規分布の乱数を使う方法もあります。",
)

changed(
    "xavier-never-negative",
    {XAVIER: "return rng.random((n_in, n_out)) / np.sqrt(n_in)"},
    en="The weights of xavier() are uniform from 0 upwards (rng.random), so none is negative and their mean is not 0.",
    ja="xavier の重みが 0 以上の一様乱数(rng.random など)になっています。負の重みがなく、平均が 0 になりません。",
    hint_en="Which distribution does the method that you call draw from? Print the mean of many draws.",
    hint_ja="使っているメソッドは、どんな分布の乱数を返しますか。たくさん生成して平均を print してみましょう。",
)

changed(
    "xavier-multiplied-by-the-root",
    {XAVIER: "return rng.standard_normal((n_in, n_out)) * np.sqrt(n_in)"},
    en="xavier() multiplies by the root of n_in where it should divide: the more inputs, the larger the weights.",
    ja="xavier で、√n_in で割るところを掛けています。入力が多いほど重みが大きくなってしまいます。",
    hint_en="A sum of more terms spreads more. Should its weights be larger or smaller?",
    hint_ja="項の多い和ほど大きくばらつきます。では、重みは大きくすべきですか、小さくすべきですか。",
)

changed(
    "xavier-not-scaled",
    {XAVIER: "return rng.standard_normal((n_in, n_out))"},
    en="The weights of xavier() have the standard deviation 1 whatever n_in is: the draws are not scaled.",
    ja="xavier の重みの標準偏差が、n_in によらず 1 になっています。乱数の大きさを n_in に合わせていません。",
    hint_en="Where does n_in enter, apart from the shape?",
    hint_ja="形状のほかに、n_in はどこで使いますか。",
)

changed(
    "xavier-always-a-hundredth",
    {XAVIER: "return 0.01 * rng.standard_normal((n_in, n_out))"},
    en="The weights of xavier() have the standard deviation 0.01 whatever n_in is. That number is what the formula replaces: it fits one size of layer only.",
    ja="xavier の重みの標準偏差が、n_in によらず 0.01 になっています。この決め打ちの値の代わりになるのが Xavier の初期値です。",
    hint_en="What should the deviation be for 100 inputs, and what for 10000?",
    hint_ja="入力が 100 個のとき、10000 個のとき、標準偏差はそれぞれいくつになるはずですか。",
)

changed(
    "xavier-bias-counted",
    {XAVIER: "return rng.standard_normal((n_in, n_out)) / np.sqrt(n_in + 1)"},
    en="xavier() divides by the root of n_in + 1, as if the bias were an input too. The formula counts the inputs only; with few of them that is seen.",
    ja="xavier で、バイアスも入力に数えたかのように n_in + 1 を使っています。式で数えるのは入力だけです。入力が少ないと違いが表れます。",
    hint_en="What does the formula give for n_in = 1, and what does your function?",
    hint_ja="n_in = 1 のとき、式の標準偏差はいくつですか。あなたの関数ではどうなりますか。",
)

changed(
    "xavier-transposed",
    {XAVIER: "return (rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)).T"},
    en="xavier() returns the shape (n_out, n_in). The layer computes x @ W, so a row of W belongs to an input: (n_in, n_out).",
    ja="xavier の戻り値の形状が (n_out, n_in) になっています。層は x @ W を計算するので、W の行が入力に対応します。",
    hint_en="x has the shape (N, n_in). Which shape of W lets x @ W have the shape (N, n_out)?",
    hint_ja="x の形状は (N, n_in) です。x @ W の形状が (N, n_out) になるのは、W がどんな形状のときですか。",
)

changed(
    "xavier-deviation-as-mean",
    {XAVIER: "return rng.normal(1 / np.sqrt(n_in), size=(n_in, n_out))"},
    en="xavier() hands the deviation to rng.normal as its first argument, which is the mean: the weights lie around it, with a deviation of 1.",
    ja="xavier で、標準偏差を rng.normal の第 1 引数に渡しています。第 1 引数は平均なので、平均がずれ、標準偏差は 1 のままです。",
    hint_en="In which order does rng.normal take loc, scale and size?",
    hint_ja="rng.normal の引数 loc、scale、size はどの順番ですか。",
)

changed(
    "xavier-shape-as-deviation",
    {XAVIER: "return rng.normal(1 / np.sqrt(n_in), (n_in, n_out))"},
    en="xavier() returns two numbers: rng.normal takes mean, deviation, shape in this order, and the shape has come where the deviation belongs.",
    ja="xavier の戻り値が数 2 つだけになっています。rng.normal の引数は平均、標準偏差、形状の順ですが、標準偏差の位置に形状を渡しています。",
    hint_en="How many arguments does your rng.normal get? Give them by their names, loc, scale and size.",
    hint_ja="rng.normal に引数をいくつ渡していますか。loc、scale、size と名前を付けて渡してみましょう。",
)

changed(
    "xavier-one-number-for-all",
    {XAVIER: "return np.full((n_in, n_out), rng.normal(0, 1 / np.sqrt(n_in)))"},
    en="xavier() draws one number and fills the whole array with it. Then all outputs of the layer are equal and stay so while it learns.",
    ja="xavier で、乱数を 1 つだけ生成し、その数で配列全体を埋めています。これでは層の出力がすべて同じになり、学習しても同じままです。",
    hint_en="How many numbers does your call of rng draw? Its argument size says how many.",
    hint_ja="rng で生成している乱数は何個ですか。個数(形状)は引数 size で決まります。",
)

changed(
    "xavier-one-row-repeated",
    {XAVIER: "return np.ones((n_in, 1)) * rng.normal(0, 1 / np.sqrt(n_in), n_out)"},
    en="xavier() draws one row and repeats it. Then all inputs count alike: only their sum matters to the layer.",
    ja="xavier で、乱数を 1 行分だけ生成し、すべての行で使い回しています。これではどの入力の重みも同じで、層には入力の和しか伝わりません。",
    hint_en="How many numbers does your call of rng draw, and how many weights are there?",
    hint_ja="rng で生成している乱数は何個ですか。重みは全部で何個ありますか。",
)

changed(
    "xavier-not-from-rng",
    {XAVIER: "return np.random.randn(n_in, n_out) / np.sqrt(n_in)"},
    en="xavier() draws from np.random (or a new generator without a seed), not from rng: the same seed gives other weights each time, and nobody can repeat the training.",
    ja="xavier で、rng ではなく np.random(またはシードなしで作った乱数生成器)で乱数を生成しています。同じシードでも毎回違う重みになり、学習を再現できません。",
    hint_en="Is rng used at all? Its methods have the same names as those of np.random, nearly.",
    hint_ja="引数の rng を使っていますか。rng にも normal や standard_normal などのメソッドがあります。",
)

changed(
    "xavier-own-seed",
    {XAVIER: "return np.random.default_rng(0).standard_normal((n_in, n_out)) / np.sqrt(n_in)"},
    en="xavier() makes a generator of its own with a fixed seed, so every call gives the same weights, and layers of one size start alike.",
    ja="xavier の中で、シードを固定した乱数生成器を作っています。何度呼んでも同じ重みになり、同じサイズの層がすべて同じ重みから始まります。",
    hint_en="The caller has chosen the seed already. What is the argument rng for?",
    hint_ja="シードは呼び出し側が決めています。引数の rng は何のためにありますか。",
)

changed(
    "he-outputs-for-inputs",
    {HE: "return rng.normal(0, np.sqrt(2 / n_out), (n_in, n_out))"},
    en="he() takes n_out for n_in. An output is a sum over the inputs, so it is their number that its spread depends on.",
    ja="he の標準偏差を n_in ではなく n_out で決めています。出力は入力についての和なので、そのばらつきを決めるのは入力の数です。",
    hint_en="x @ W: over which axis of W does the sum run, and how long is that axis?",
    hint_ja="x @ W の和は、W のどちらの軸についての和ですか。その軸の長さはいくつですか。",
)

changed(
    "he-variance-for-deviation",
    {HE: "return rng.normal(0, 2 / n_in, (n_in, n_out))"},
    en="The weights of he() have the standard deviation 2 / n_in: the root is missing. 2 / n_in is the variance, and rng.normal and a factor both want the deviation.",
    ja="he の重みの標準偏差が 2 / n_in になっています。平方根がありません。2 / n_in は分散です。rng.normal に渡す値も乱数に掛ける数も、標準偏差です。",
    hint_en="By what do you multiply draws of deviation 1, so that their deviation becomes s?",
    hint_ja="標準偏差 1 の乱数を標準偏差 s にするには、何を掛けますか。分散と標準偏差の関係は何でしたか。",
)

changed(
    "he-two-lost",
    {HE: "return xavier(n_in, n_out, rng)"},
    en="The weights of he() are narrower by about root 2, as with Xavier's formula, which has no 2. ReLU sets half of the values to 0, and the 2 makes up for that.",
    ja="he の重みが小さく、約 1/√2 倍になっています(2 のない Xavier の式を使ったときなど)。ReLU が値の半分を 0 にする分を補うのが、この 2 です。",
    hint_en="What stands in the numerator under He's root?",
    hint_ja="He の式の平方根の中、分子は何でしたか。",
)

changed(
    "he-two-outside-the-root",
    {HE: "return rng.normal(0, 2 / np.sqrt(n_in), (n_in, n_out))"},
    en="The weights of he() are wider by root 2: the 2 stands outside the root (2 / root of n_in), or counts twice under it. It belongs under the root, once.",
    ja="he の重みが √2 倍大きくなっています。2 が平方根の外に出て 2 / √n_in になっているか、平方根の中で 2 回掛かっています。",
    hint_en="What is He's deviation for n_in = 2? Where does your parenthesis close?",
    hint_ja="n_in = 2 のとき、He の標準偏差はいくつですか。平方根のかっこはどこで閉じていますか。",
)

changed(
    "he-inputs-outside-the-root",
    {HE: "return rng.normal(0, np.sqrt(2) / n_in, (n_in, n_out))"},
    en="The weights of he() have the standard deviation root 2 over n_in: the root covers the 2 only, and n_in belongs under it too.",
    ja="he の重みの標準偏差が √2 / n_in になっています。平方根が 2 にしか掛かっていません。n_in も平方根の中に入ります。",
    hint_en="Where does the parenthesis of the root close?",
    hint_ja="平方根のかっこはどこで閉じていますか。",
)

changed(
    "he-both-sizes",
    {HE: "return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))"},
    en="he() divides by n_in + n_out. That is the formula of Xavier's paper; He's depends on n_in alone.",
    ja="he で n_in + n_out を使っています。それは Xavier の論文の式です。He の標準偏差は n_in だけで決まります。",
    hint_en="Which sizes does the formula of the statement name?",
    hint_ja="問題文の式に出てくるのは、どのサイズですか。",
)

changed(
    "he-deviation-as-uniform-limit",
    {HE: "s = np.sqrt(2 / n_in)\nreturn rng.uniform(-s, s, (n_in, n_out))"},
    en="he() draws uniformly from -s to s, with s where the deviation belongs: the standard deviation of that draw is smaller than s, by root 3.",
    ja="he で、標準偏差にしたい値 s をそのまま使って、-s から s の一様乱数を生成しています。この一様乱数の標準偏差は s ではなく、s の 1/√3 です。",
    hint_en="What is the variance of a uniform draw from -s to s? Or draw from a normal distribution.",
    hint_ja="-s から s の一様分布の分散はいくつですか。正規分布の乱数を使う方法もあります。",
)

changed(
    "he-never-negative",
    {HE: "return rng.random((n_in, n_out)) * np.sqrt(2 / n_in)"},
    en="The weights of he() are uniform from 0 upwards (rng.random), so none is negative and their mean is not 0.",
    ja="he の重みが 0 以上の一様乱数(rng.random など)になっています。負の重みがなく、平均が 0 になりません。",
    hint_en="Which distribution does the method that you call draw from? Print the mean of many draws.",
    hint_ja="使っているメソッドは、どんな分布の乱数を返しますか。たくさん生成して平均を print してみましょう。",
)

changed(
    "he-fraction-upside-down",
    {HE: "return rng.standard_normal((n_in, n_out)) * np.sqrt(n_in / 2)"},
    en="The fraction under the root of he() is upside down, n_in / 2: the more inputs, the larger the weights.",
    ja="he の平方根の中の分数が逆さまで、n_in / 2 になっています。入力が多いほど重みが大きくなってしまいます。",
    hint_en="A sum of more terms spreads more. Should its weights be larger or smaller?",
    hint_ja="項の多い和ほど大きくばらつきます。では、重みは大きくすべきですか、小さくすべきですか。",
)

changed(
    "he-not-scaled",
    {HE: "return rng.standard_normal((n_in, n_out))"},
    en="The weights of he() have the standard deviation 1 whatever n_in is: the draws are not scaled.",
    ja="he の重みの標準偏差が、n_in によらず 1 になっています。乱数の大きさを n_in に合わせていません。",
    hint_en="Where does n_in enter, apart from the shape?",
    hint_ja="形状のほかに、n_in はどこで使いますか。",
)

changed(
    "he-bias-counted",
    {HE: "return rng.standard_normal((n_in, n_out)) * np.sqrt(2 / (n_in + 1))"},
    en="he() divides by n_in + 1, as if the bias were an input too. The formula counts the inputs only; with few of them that is seen.",
    ja="he で、バイアスも入力に数えたかのように n_in + 1 を使っています。式で数えるのは入力だけです。入力が少ないと違いが表れます。",
    hint_en="What does the formula give for n_in = 1, and what does your function?",
    hint_ja="n_in = 1 のとき、式の標準偏差はいくつですか。あなたの関数ではどうなりますか。",
)

changed(
    "he-transposed",
    {HE: "return (rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_in)).T"},
    en="he() returns the shape (n_out, n_in). The layer computes x @ W, so a row of W belongs to an input: (n_in, n_out).",
    ja="he の戻り値の形状が (n_out, n_in) になっています。層は x @ W を計算するので、W の行が入力に対応します。",
    hint_en="x has the shape (N, n_in). Which shape of W lets x @ W have the shape (N, n_out)?",
    hint_ja="x の形状は (N, n_in) です。x @ W の形状が (N, n_out) になるのは、W がどんな形状のときですか。",
)

changed(
    "he-deviation-as-mean",
    {HE: "return rng.normal(np.sqrt(2 / n_in), size=(n_in, n_out))"},
    en="he() hands the deviation to rng.normal as its first argument, which is the mean: the weights lie around it, with a deviation of 1.",
    ja="he で、標準偏差を rng.normal の第 1 引数に渡しています。第 1 引数は平均なので、平均がずれ、標準偏差は 1 のままです。",
    hint_en="In which order does rng.normal take loc, scale and size?",
    hint_ja="rng.normal の引数 loc、scale、size はどの順番ですか。",
)

changed(
    "he-shape-as-deviation",
    {HE: "return rng.normal(np.sqrt(2 / n_in), (n_in, n_out))"},
    en="he() returns two numbers: rng.normal takes mean, deviation, shape in this order, and the shape has come where the deviation belongs.",
    ja="he の戻り値が数 2 つだけになっています。rng.normal の引数は平均、標準偏差、形状の順ですが、標準偏差の位置に形状を渡しています。",
    hint_en="How many arguments does your rng.normal get? Give them by their names, loc, scale and size.",
    hint_ja="rng.normal に引数をいくつ渡していますか。loc、scale、size と名前を付けて渡してみましょう。",
)

changed(
    "he-one-number-for-all",
    {HE: "return np.full((n_in, n_out), rng.normal(0, np.sqrt(2 / n_in)))"},
    en="he() draws one number and fills the whole array with it. Then all outputs of the layer are equal and stay so while it learns.",
    ja="he で、乱数を 1 つだけ生成し、その数で配列全体を埋めています。これでは層の出力がすべて同じになり、学習しても同じままです。",
    hint_en="How many numbers does your call of rng draw? Its argument size says how many.",
    hint_ja="rng で生成している乱数は何個ですか。個数(形状)は引数 size で決まります。",
)

changed(
    "he-not-from-rng",
    {HE: "return np.random.randn(n_in, n_out) * np.sqrt(2 / n_in)"},
    en="he() draws from np.random (or a new generator without a seed), not from rng: the same seed gives other weights each time, and nobody can repeat the training.",
    ja="he で、rng ではなく np.random(またはシードなしで作った乱数生成器)で乱数を生成しています。同じシードでも毎回違う重みになり、学習を再現できません。",
    hint_en="Is rng used at all? Its methods have the same names as those of np.random, nearly.",
    hint_ja="引数の rng を使っていますか。rng にも normal や standard_normal などのメソッドがあります。",
)

changed(
    "he-own-seed",
    {HE: "return np.random.default_rng(0).standard_normal((n_in, n_out)) * np.sqrt(2 / n_in)"},
    en="he() makes a generator of its own with a fixed seed, so every call gives the same weights, and layers of one size start alike.",
    ja="he の中で、シードを固定した乱数生成器を作っています。何度呼んでも同じ重みになり、同じサイズの層がすべて同じ重みから始まります。",
    hint_en="The caller has chosen the seed already. What is the argument rng for?",
    hint_ja="シードは呼び出し側が決めています。引数の rng は何のためにありますか。",
)

changed(
    "xavier-randn-of-a-generator",
    {XAVIER: "return rng.randn(n_in, n_out) / np.sqrt(n_in)"},
    en="xavier() calls rng.randn. np.random has a randn, but rng is a Generator: its method is named otherwise, and takes the shape as one tuple.",
    ja="xavier で rng.randn を呼んでいます。randn は np.random の関数で、Generator の rng にはありません。Generator では別の名前のメソッドを使い、形状は 1 つのタプルで渡します。",
    hint_en="Which method of numpy.random.Generator draws from the standard normal distribution?",
    hint_ja="numpy.random.Generator で、標準正規分布の乱数を返すメソッドは何ですか。",
)

changed(
    "he-randn-of-a-generator",
    {HE: "return rng.randn(n_in, n_out) * np.sqrt(2 / n_in)"},
    en="he() calls rng.randn. np.random has a randn, but rng is a Generator: its method is named otherwise, and takes the shape as one tuple.",
    ja="he で rng.randn を呼んでいます。randn は np.random の関数で、Generator の rng にはありません。Generator では別の名前のメソッドを使い、形状は 1 つのタプルで渡します。",
    hint_en="Which method of numpy.random.Generator draws from the standard normal distribution?",
    hint_ja="numpy.random.Generator で、標準正規分布の乱数を返すメソッドは何ですか。",
)

changed(
    "xavier-sizes-without-brackets",
    {XAVIER: "return rng.normal(0, np.sqrt(2 / n_in + n_out), (n_in, n_out))"},
    en="The weights of xavier() have about the root of n_out as their standard deviation, as with 2 / n_in + n_out, where brackets are missing and the 2 and n_out are those of the paper. Here it depends on n_in alone.",
    ja="xavier の重みの標準偏差が、ほぼ √n_out になっています。2 / n_in + n_out のようにかっこが抜けたときなどに、こうなります(2 と n_out は論文の式のものです)。ここでは n_in だけで決まります。",
    hint_en="What is 2 / 4 + 4, and what is 2 / (4 + 4)? And which of the sizes does the statement's formula have?",
    hint_ja="2 / 4 + 4 と 2 / (4 + 4) は、それぞれいくつですか。また、問題文の式にあるのはどちらのサイズですか。",
)
