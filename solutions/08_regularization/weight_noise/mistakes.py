import numpy as np

from grader.authoring import changed, mistake

RETURN = "return [W + sigma * rng.standard_normal(np.shape(W)) for W in weights]"

changed(
    "originals-changed",
    {RETURN: "noisy = list(weights)\nfor W in noisy:\n    W += sigma * rng.standard_normal(W.shape)\nreturn noisy"},
    en="W += … adds the noise to the caller's own arrays. After a few steps the true weights are gone. A copy of the list (list(weights), weights.copy()) does not help: it holds the same arrays.",
    ja="W += … で、呼び出し側の配列そのものにノイズを加えています。これではもとの重みが失われます。list(weights) や weights.copy() でリストをコピーしても、中の配列は同じものです。",
    hint_en="What is the difference between W += n and W + n?",
    hint_ja="W += n と W + n の違いは何ですか。",
)

changed(
    "list-refilled",
    {
        RETURN: "for i, W in enumerate(weights):\n    weights[i] = W + sigma * rng.standard_normal(W.shape)\nreturn weights"
    },
    en="The new arrays are put into the caller's list (weights[i] = …), in the place of the true weights. What is wanted is a new list.",
    ja="weights[i] = … で、呼び出し側のリストの中身を新しい配列に入れ替えています。もとの重みがリストから消えてしまいます。新しいリストを返しましょう。",
    hint_en="Start from an empty list, and leave weights alone.",
    hint_ja="空のリストから始めて、weights には代入しないようにしましょう。",
)

changed(
    "changed-and-not-returned",
    {RETURN: "for W in weights:\n    W += sigma * rng.standard_normal(W.shape)"},
    en="The noise goes into the caller's arrays, and nothing is returned. New arrays are wanted, in a list that is returned.",
    ja="呼び出し側の配列にノイズを加えるだけで、何も返していません。新しい配列を作り、リストにして return しましょう。",
    hint_en="What should stand behind return, and what must not be changed?",
    hint_ja="return で何を返しますか。書き換えてはいけないのは何ですか。",
)

changed(
    "variance-for-deviation",
    {RETURN: "return [W + rng.normal(0, sigma**2, W.shape) for W in weights]"},
    en="The noise has the standard deviation sigma²: sigma was squared. sigma is the standard deviation already, which is what rng.normal and a factor both want.",
    ja="ノイズの標準偏差が sigma² になっています。sigma はすでに標準偏差なので、2 乗は要りません。rng.normal に渡す値も乱数に掛ける数も、標準偏差です。",
    hint_en="Does rng.normal take a variance or a standard deviation?",
    hint_ja="rng.normal が受け取るのは、分散ですか、標準偏差ですか。",
)

changed(
    "root-of-sigma",
    {RETURN: "return [W + rng.normal(0, np.sqrt(sigma), W.shape) for W in weights]"},
    en="The noise has the standard deviation root of sigma: sigma was taken for a variance. It is the standard deviation.",
    ja="ノイズの標準偏差が √sigma になっています。sigma を分散とみなして平方根をとっていますが、sigma は標準偏差です。",
    hint_en="What does the statement say that sigma is?",
    hint_ja="問題文では、sigma は何だと書いてありますか。",
)

changed(
    "sigma-as-uniform-limit",
    {RETURN: "return [W + rng.uniform(-sigma, sigma, W.shape) for W in weights]"},
    en="The noise is uniform from -sigma to sigma. Its standard deviation is smaller than sigma then, by root 3.",
    ja="ノイズが -sigma から sigma の一様乱数になっています。これでは標準偏差が sigma ではなく、sigma / √3 になります。",
    hint_en="What is the variance of a uniform draw from -s to s? Or draw from a normal distribution.",
    hint_ja="-s から s の一様分布の分散はいくつですか。正規分布の乱数を使う方法もあります。",
)

changed(
    "noise-from-0-to-sigma",
    {RETURN: "return [W + sigma * rng.random(W.shape) for W in weights]"},
    en="The noise is uniform from 0 to sigma (rng.random). It is never negative, so the mean of the weights moves up.",
    ja="ノイズが 0 から sigma の一様乱数(rng.random など)になっています。負になることがないので、重みの平均が大きいほうにずれます。",
    hint_en="Which distribution does the method that you call draw from? Print the mean of many draws.",
    hint_ja="使っているメソッドは、どんな分布の乱数を返しますか。たくさん生成して平均を print してみましょう。",
)

changed(
    "absolute-noise",
    {RETURN: "return [W + np.abs(rng.normal(0, sigma, W.shape)) for W in weights]"},
    en="The noise is never negative: its absolute value is taken, so the mean of the weights moves up.",
    ja="ノイズの絶対値をとっているので、負になることがありません。重みの平均が大きいほうにずれます。",
    hint_en="The noise should have mean 0. Which sign must half of it have?",
    hint_ja="ノイズの平均は 0 のはずです。半分のノイズの符号はどうなりますか。",
)

changed(
    "sigma-ignored",
    {RETURN: "return [W + rng.standard_normal(W.shape) for W in weights]"},
    en="The noise has the standard deviation 1 whatever sigma is: sigma is not used.",
    ja="sigma が使われておらず、ノイズの標準偏差がいつも 1 になっています。",
    hint_en="What happens with sigma = 0? Where does sigma enter?",
    hint_ja="sigma = 0 のとき、何が起こりますか。sigma はどこで使いますか。",
)

changed(
    "sigma-as-mean",
    {RETURN: "return [W + rng.normal(sigma, size=W.shape) for W in weights]"},
    en="sigma is handed to rng.normal as its first argument, which is the mean: all weights are shifted by sigma, and the deviation is 1.",
    ja="sigma を rng.normal の第 1 引数に渡しています。第 1 引数は平均なので、重み全体が sigma だけずれ、標準偏差は 1 のままです。",
    hint_en="In which order does rng.normal take loc, scale and size?",
    hint_ja="rng.normal の引数 loc、scale、size はどの順番ですか。",
)


@mistake(
    "divided-by-sigma",
    en="The draws are divided by sigma, so a smaller sigma gives more noise, and 0 gives inf.",
    ja="乱数を sigma で割っています。sigma が小さいほどノイズが大きくなり、0 では inf になってしまいます。",
    hint_en="What happens to the deviation of numbers that are all multiplied by c?",
    hint_ja="すべての数を c 倍すると、標準偏差はどうなりますか。",
)
def noisy_weights(weights, sigma, rng):
    with np.errstate(divide="ignore"):
        return [W + rng.standard_normal(W.shape) / np.float64(sigma) for W in weights]


changed(
    "noise-in-proportion",
    {RETURN: "return [W * (1 + sigma * rng.standard_normal(W.shape)) for W in weights]"},
    en="The noise grows with the weight, as in W * (1 + noise): large weights get more of it, and weights of 0 none. It should be the same for all.",
    ja="W * (1 + ノイズ) のように、ノイズが重みに比例しています。大きな重みほど大きく乱れ、0 の重みはまったく乱れません。ノイズの大きさは重みによらず同じです。",
    hint_en="What becomes of a weight of 0 in your function?",
    hint_ja="重みが 0 のとき、結果はどうなりますか。",
)

changed(
    "multiplied-by-noise",
    {RETURN: "return [W * rng.normal(0, sigma, W.shape) for W in weights]"},
    en="The weights are multiplied by the noise. It is to be added: with sigma = 0 the weights should be there, not zeros.",
    ja="重みにノイズを掛けています。ノイズは足すものです。sigma = 0 のとき、重みが 0 になってしまいます。",
    hint_en="What should come out for sigma = 0?",
    hint_ja="sigma = 0 のとき、結果はどうなるはずですか。",
)

changed(
    "scaled-by-the-layers-deviation",
    {RETURN: "return [W + sigma * np.std(W) * rng.standard_normal(W.shape) for W in weights]"},
    en="The noise is scaled by the standard deviation of the layer's weights: a layer of equal weights gets none. sigma is the deviation, for every layer.",
    ja="ノイズに層の重みの標準偏差を掛けています。重みがすべて等しい層には、ノイズが加わりません。どの層でも、ノイズの標準偏差は sigma です。",
    hint_en="Does the formula ask how large the weights are?",
    hint_ja="式のノイズの項に、重みの大きさは出てきますか。",
)

changed(
    "noise-only",
    {RETURN: "return [rng.normal(0, sigma, W.shape) for W in weights]"},
    en="Only the noise is returned: the weights are not in the sum.",
    ja="ノイズだけを返していて、重みを足していません。",
    hint_en="What should come out for sigma = 0?",
    hint_ja="sigma = 0 のとき、結果はどうなるはずですか。",
)

changed(
    "one-number-a-layer",
    {RETURN: "return [W + rng.normal(0, sigma) for W in weights]"},
    en="One number is drawn for a whole layer, so all of its weights are shifted together. Each weight needs a draw of its own.",
    ja="層ごとに乱数を 1 つしか生成していないので、その層の重みがすべて同じだけずれます。乱数は重み 1 つごとに必要です。",
    hint_en="How many numbers does your call of rng draw? Its argument size says how many.",
    hint_ja="rng で生成している乱数は何個ですか。個数(形状)は引数 size で決まります。",
)

changed(
    "one-row-a-layer",
    {RETURN: "return [W + rng.normal(0, sigma, W.shape[-1]) for W in weights]"},
    en="One row of noise is drawn for a layer and added to every row of it. Each weight needs a draw of its own.",
    ja="層ごとに 1 行分の乱数しか生成せず、すべての行に同じノイズを加えています。乱数は重み 1 つごとに必要です。",
    hint_en="How many numbers does your call of rng draw, and how many weights has the layer?",
    hint_ja="rng で生成している乱数は何個ですか。その層の重みは何個ですか。",
)

changed(
    "only-the-first-layer-noisy",
    {RETURN: "return [weights[0] + rng.normal(0, sigma, weights[0].shape), *[W.copy() for W in weights[1:]]]"},
    en="Only the first layer gets noise; the others come back as they were.",
    ja="最初の層にしかノイズが加わっていません。ほかの層はもとのままです。",
    hint_en="Which lines of yours belong to the loop over the layers?",
    hint_ja="層についてのループの中に入っているのは、どの行ですか。",
)

changed(
    "returned-within-the-loop",
    {RETURN: "return [weights[0] + rng.normal(0, sigma, weights[0].shape)]"},
    en="The result holds the first layer only: return stands inside the loop.",
    ja="戻り値に最初の層しか入っていません。return がループの中にあります。",
    hint_en="How far is your return indented?",
    hint_ja="return のインデントを確かめましょう。",
)

changed(
    "shape-of-the-first-layer",
    {RETURN: "noise = rng.normal(0, sigma, weights[0].shape)\nreturn [W + noise for W in weights]"},
    en="The noise is drawn once, in the shape of the first layer, and used for all layers: it does not fit the others. Each layer needs noise of its own.",
    ja="ノイズを最初の層の形状で 1 回だけ生成し、すべての層に使っています。ほかの層とは形状が合いません。ノイズは層ごとに生成しましょう。",
    hint_en="Where do you draw: before the loop, or in it?",
    hint_ja="乱数を生成するのは、ループの前ですか、中ですか。",
)

changed(
    "not-from-rng",
    {RETURN: "return [W + sigma * np.random.randn(*W.shape) for W in weights]"},
    en="The noise is drawn from np.random (or from a new generator without a seed), not from rng: the same seed gives other noise each time, and nobody can repeat the training.",
    ja="ノイズを rng ではなく np.random(またはシードなしで作った乱数生成器)で生成しています。同じシードでも毎回違うノイズになり、学習を再現できません。",
    hint_en="Is rng used at all? Its methods have the same names as those of np.random, nearly.",
    hint_ja="引数の rng を使っていますか。rng にも normal や standard_normal などのメソッドがあります。",
)

changed(
    "own-seed",
    {RETURN: "return [W + sigma * np.random.default_rng(0).standard_normal(np.shape(W)) for W in weights]"},
    en="The function makes a generator of its own with a fixed seed, so every call adds the same noise, and the network can get used to it.",
    ja="関数の中で、シードを固定した乱数生成器を作っています。何度呼んでも同じノイズになるので、ネットワークがそのノイズに慣れてしまいます。",
    hint_en="The caller has chosen the seed already. What is the argument rng for?",
    hint_ja="シードは呼び出し側が決めています。引数の rng は何のためにありますか。",
)


@mistake(
    "same-noise-in-equal-layers",
    en="Layers of the same shape get the same noise. Every entry of every layer needs a draw of its own: is noise kept and used again, or does a generator start anew?",
    ja="形状が同じ層に、同じノイズが加わっています。ノイズは、どの層のどの要素にも新しく生成します。ノイズを使い回したり、乱数生成器を作り直したりしていませんか。",
    hint_en="How often is noise drawn in one call, for two layers of one shape?",
    hint_ja="形状が同じ層が 2 つあるとき、1 回の呼び出しの中でノイズを何回生成していますか。",
)
def noisy_weights(weights, sigma, rng):
    seed = rng.integers(2**32)
    return [W + np.random.default_rng(seed).normal(0, sigma, W.shape) for W in weights]


changed(
    "randn-of-a-generator",
    {RETURN: "return [W + sigma * rng.randn(*W.shape) for W in weights]"},
    en="rng.randn is called. np.random has a randn, but rng is a Generator: its method is named otherwise, and takes the shape as one tuple.",
    ja="rng.randn を呼んでいます。randn は np.random の関数で、Generator の rng にはありません。Generator では別の名前のメソッドを使い、形状は 1 つのタプルで渡します。",
    hint_en="Which method of numpy.random.Generator draws from the standard normal distribution?",
    hint_ja="numpy.random.Generator で、標準正規分布の乱数を返すメソッドは何ですか。",
)

changed(
    "noise-of-another-shape",
    {RETURN: "return [W + rng.normal(0, sigma, len(W)) for W in weights]"},
    en="The noise has one axis only, as long as the layer has rows (len(W)) or entries (W.size), and does not fit the layer's array. Both must have the same shape.",
    ja="ノイズが 1 次元の配列(長さは行数 len(W) や要素数 W.size)なので、層の配列と足し合わせられません。ノイズは層の配列と同じ形状にしましょう。",
    hint_en="Print the shapes of both arrays in the sum.",
    hint_ja="足し合わせる 2 つの配列の形状を print してみましょう。",
)

changed(
    "layers-made-one-array",
    {RETURN: "return np.array([W + rng.normal(0, sigma, W.shape) for W in weights])"},
    en="The layers are put together into one np.array. Their shapes differ, so numpy refuses. A list is wanted.",
    ja="層の配列を np.array で 1 つにまとめようとしています。形状が層ごとに違うので、まとめられません。リストのまま返しましょう。",
    hint_en="What does the statement say that the function returns?",
    hint_ja="問題文では、何を返すことになっていますか。",
)
