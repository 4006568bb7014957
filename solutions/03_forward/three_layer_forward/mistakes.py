import numpy as np

from grader.authoring import also, changed, mistake, reference

sigmoid = reference.sigmoid


def unchanged(a):
    return a


def layers(network, x, activations, biases=("b1", "b2", "b3")):
    """forward with these activations; a bias that is not named is left out."""
    z = x
    for layer, activation in enumerate(activations, start=1):
        a = z @ network[f"W{layer}"]
        z = activation(a + network[f"b{layer}"] if f"b{layer}" in biases else a)
    return z


@mistake(
    "sigmoid-on-output",
    en="The output layer goes through the sigmoid too, so every output lies between 0 and 1. Its activation is the identity.",
    ja="出力層にもシグモイド関数をかけているので、出力がすべて 0 から 1 の間になっています。出力層の活性化関数は恒等関数です。",
    hint_en="How many layers have the sigmoid, and which is the activation of the last?",
    hint_ja="シグモイド関数を使うのはどの層ですか。最後の層の活性化関数は何ですか。",
)
def forward(network, x):
    return layers(network, x, (sigmoid, sigmoid, sigmoid))


@mistake(
    "softmax-on-output",
    en="The output layer ends in a softmax: the outputs add up to 1. That is for classification; here the output layer passes its sums on unchanged.",
    ja="出力層にソフトマックス関数を使っているので、出力の和が 1 になっています。それは分類問題の場合です。ここでは重み付き和をそのまま出力します。",
    hint_en="Print the sum of the outputs. Does the statement ask for probabilities?",
    hint_ja="出力の和を print してみましょう。問題文が求めているのは確率ですか。",
)
def forward(network, x):
    def softmax(a):
        e = np.exp(a - np.max(a, axis=-1, keepdims=True))
        return e / np.sum(e, axis=-1, keepdims=True)

    return layers(network, x, (sigmoid, sigmoid, softmax))


@mistake(
    "first-bias-missing",
    en="The bias b1 of the first layer is not added.",
    ja="1 層目のバイアス b1 を足していません。",
    hint_en="Feed zeros into the network. What should the sums of the first layer be?",
    hint_ja="0 だけの入力を考えましょう。1 層目の重み付き和はいくつになるはずですか。",
)
def forward(network, x):
    return layers(network, x, (sigmoid, sigmoid, unchanged), ("b2", "b3"))


@mistake(
    "second-bias-missing",
    en="The bias b2 of the second layer is not added.",
    ja="2 層目のバイアス b2 を足していません。",
    hint_en="Compare your three layers, line by line. Does each use a weight and a bias?",
    hint_ja="3 つの層の行を見比べましょう。どの層も重みとバイアスを使っていますか。",
)
def forward(network, x):
    return layers(network, x, (sigmoid, sigmoid, unchanged), ("b1", "b3"))


@mistake(
    "third-bias-missing",
    en="The bias b3 of the output layer is not added.",
    ja="出力層のバイアス b3 を足していません。",
    hint_en="Compare your three layers, line by line. Does each use a weight and a bias?",
    hint_ja="3 つの層の行を見比べましょう。どの層も重みとバイアスを使っていますか。",
)
def forward(network, x):
    return layers(network, x, (sigmoid, sigmoid, unchanged), ("b1", "b2"))


@mistake(
    "biases-missing",
    en="None of the three biases is added: the layers are weighted sums alone.",
    ja="3 つのバイアスがどれも足されていません。重み付き和だけになっています。",
    hint_en="What does each layer do between the product with its weights and the activation?",
    hint_ja="重みを掛けてから活性化関数を通すまでの間に、各層は何をしますか。",
)
def forward(network, x):
    return layers(network, x, (sigmoid, sigmoid, unchanged), ())


@mistake(
    "first-sigmoid-skipped",
    en="The first layer has no activation: its sums go into the second layer as they are.",
    ja="1 層目に活性化関数がありません。重み付き和がそのまま 2 層目に入っています。",
    hint_en="For [1.0, 0.5] the first layer gives [0.574…, 0.668…, 0.750…]. What does yours give?",
    hint_ja="[1.0, 0.5] を入力すると、1 層目の出力は [0.574…, 0.668…, 0.750…] です。自分の z1 はいくつですか。",
)
def forward(network, x):
    return layers(network, x, (unchanged, sigmoid, unchanged))


@mistake(
    "second-sigmoid-skipped",
    en="The second layer has no activation: its sums go into the output layer as they are (perhaps a2 was handed on in place of z2).",
    ja="2 層目に活性化関数がありません。重み付き和がそのまま出力層に入っています(z2 ではなく a2 を渡していませんか)。",
    hint_en="Which variable goes into the product with W3?",
    hint_ja="W3 と掛けている変数はどれですか。",
)
def forward(network, x):
    return layers(network, x, (sigmoid, unchanged, unchanged))


@mistake(
    "no-activation",
    en="There is no activation in the hidden layers. Without one the three layers together are no more than a single linear one.",
    ja="隠れ層に活性化関数がありません。これでは 3 層重ねても、線形な 1 層と変わりません。",
    hint_en="Through which function does the sum of a hidden layer go?",
    hint_ja="隠れ層の重み付き和は、どの関数を通しますか。",
)
def forward(network, x):
    return layers(network, x, (unchanged, unchanged, unchanged))


@mistake(
    "activations-exchanged",
    en="The activations are the wrong way round: the identity in the hidden layers, the sigmoid at the output.",
    ja="活性化関数が逆です。隠れ層が恒等関数、出力層がシグモイド関数になっています。",
    hint_en="Which of the two functions bends? The hidden layers need that one.",
    hint_ja="非線形なのはどちらの関数ですか。隠れ層に必要なのはそちらです。",
)
def forward(network, x):
    return layers(network, x, (unchanged, unchanged, sigmoid))


@mistake(
    "relu-for-sigmoid",
    en="The hidden layers use ReLU. This network has the sigmoid there.",
    ja="隠れ層に ReLU を使っています。このネットワークの隠れ層はシグモイド関数です。",
    hint_en="Which activation functions does the file give you?",
    hint_ja="ファイルに用意されている活性化関数は何ですか。",
)
def forward(network, x):
    def relu(a):
        return np.maximum(a, 0)

    return layers(network, x, (relu, relu, unchanged))


@mistake(
    "bias-after-activation",
    en="The bias is added after the sigmoid, σ(x W) + b. It belongs to the sum, inside the parentheses.",
    ja="シグモイド関数の後でバイアスを足しています(σ(x W) + b)。バイアスは重み付き和に足してから、活性化関数に入れます。",
    hint_en="Where does the parenthesis of sigmoid close?",
    hint_ja="sigmoid のかっこは、どこで閉じていますか。",
)
def forward(network, x):
    z1 = sigmoid(x @ network["W1"]) + network["b1"]
    z2 = sigmoid(z1 @ network["W2"]) + network["b2"]
    return z2 @ network["W3"] + network["b3"]


@mistake(
    "bias-subtracted",
    en="The biases are subtracted, where they are added.",
    ja="バイアスを引いています。バイアスは足すものです。",
    hint_en="Which sign stands before b in the formula?",
    hint_ja="式では b の前にどの符号がありますか。",
)
def forward(network, x):
    z1 = sigmoid(x @ network["W1"] - network["b1"])
    z2 = sigmoid(z1 @ network["W2"] - network["b2"])
    return z2 @ network["W3"] - network["b3"]


@mistake(
    "weight-before-input",
    en="The product is written W @ x. With W of shape (inputs, outputs) the input stands on the left, x @ W; the other way round the shapes do not fit, and where W is square, it acts as its transpose.",
    ja="積の順番が W @ x になっています。W の形状は (入力数, 出力数) なので、入力を左に置いて x @ W とします。逆にすると形状が合わず、W が正方行列のときは転置した重みを掛けたことになります。",
    hint_en="x is (2,), W1 is (2, 3). In which order do the 2s meet?",
    hint_ja="x は (2,)、W1 は (2, 3) です。どちらの順に並べると、2 と 2 が隣り合いますか。",
)
def forward(network, x):
    z1 = sigmoid(network["W1"] @ x + network["b1"])
    z2 = sigmoid(network["W2"] @ z1 + network["b2"])
    return network["W3"] @ z2 + network["b3"]


@mistake(
    "only-one-sample",
    en="W.T @ x is right for one sample, but a batch is (N, D): its rows are the samples, and W.T does not fit on their left.",
    ja="W.T @ x は、データ 1 個なら正しいのですが、バッチの形状は (N, D) です。1 行が 1 個のデータなので、左から W.T を掛けても形状が合いません。",
    hint_en="Which order of the product works for (D,) and for (N, D) alike?",
    hint_ja="形状 (D,) でも (N, D) でもそのまま使える積の順番はどちらですか。",
)
def forward(network, x):
    z1 = sigmoid(network["W1"].T @ x + network["b1"])
    z2 = sigmoid(network["W2"].T @ z1 + network["b2"])
    return network["W3"].T @ z2 + network["b3"]


@mistake(
    "weights-transposed-in-forward",
    en="The weights are transposed before the product, x @ W.T. They are (inputs, outputs) already, so x @ W fits.",
    ja="重みを転置してから掛けています(x @ W.T)。重みの形状は最初から (入力数, 出力数) なので、転置は要りません。",
    hint_en="What is the shape of W1.T, and what that of x?",
    hint_ja="W1.T の形状と x の形状を書いてみましょう。",
)
def forward(network, x):
    z1 = sigmoid(x @ network["W1"].T + network["b1"])
    z2 = sigmoid(z1 @ network["W2"].T + network["b2"])
    return z2 @ network["W3"].T + network["b3"]


@mistake(
    "entrywise-product",
    en="`*` multiplies entry by entry. A weighted sum is a matrix product.",
    ja="`*` は要素ごとの積です。重み付き和を求めるには、行列の積を使います。",
    hint_en="Which operator, or which function of numpy, is the matrix product?",
    hint_ja="行列の積を求める演算子や numpy の関数は何ですか。",
)
def forward(network, x):
    z1 = sigmoid(x * network["W1"] + network["b1"])
    z2 = sigmoid(z1 * network["W2"] + network["b2"])
    return z2 * network["W3"] + network["b3"]


changed(
    "own-weights-always",
    {
        'z1 = sigmoid(x @ network["W1"] + network["b1"])': 'network = init_network()\nz1 = sigmoid(x @ network["W1"] + network["b1"])'
    },
    en="forward calculates with the weights of init_network (or with global variables), not with the network that it is given.",
    ja="引数の network ではなく、init_network() の重み(またはグローバル変数)で計算しています。",
    hint_en="What should change when forward is called with another network?",
    hint_ja="別の network を渡したとき、結果の何が変わるはずですか。",
)


@mistake(
    "two-layers-only",
    en="The third layer is missing: what comes back is the output of the second hidden layer.",
    ja="3 層目がありません。2 層目(隠れ層)の出力がそのまま返っています。",
    hint_en="Count the matrix products. Which weights are never used?",
    hint_ja="行列の積は何回ありますか。使っていない重みはどれですか。",
)
def forward(network, x):
    return layers(network, x, (sigmoid, sigmoid))


@mistake(
    "weights-stored-transposed",
    en="The weights are stored with rows and columns exchanged: each row should hold what leaves one input, (inputs, outputs).",
    ja="重みの行と列が入れ替わっています。W の形状は (入力数, 出力数) で、1 行が 1 つの入力から出る重みです。",
    hint_en="Compare W1.shape with the table.",
    hint_ja="W1.shape を問題文の表と比べましょう。",
)
def init_network():
    return {key: value.T for key, value in reference.init_network().items()}


changed(
    "third-weight-transposed",
    {"return network": 'return {**network, "W3": network["W3"].T}'},
    en="W3 is stored with rows and columns exchanged. It is square, so nothing complains; only the numbers are wrong.",
    ja="W3 の行と列が入れ替わっています。正方行列なのでエラーにはならず、値だけが違ってきます。",
    hint_en="Print W3 and compare its first row with the table.",
    hint_ja="W3 を print して、1 行目を問題文の表と比べましょう。",
)


@mistake(
    "weights-as-lists",
    en="The weights are lists. They have to be numpy arrays, which know their shape and the matrix product.",
    ja="重みがリストのままです。形状や行列の積を扱えるように、numpy の配列にします。",
    hint_en="What is type(network['W1'])?",
    hint_ja="type(network['W1']) は何ですか。",
)
def init_network():
    return {key: value.tolist() for key, value in reference.init_network().items()}


@mistake(
    "biases-as-rows",
    en="The biases have shape (1, n). They should have one axis, (n,); as they are, one sample comes out as a batch of one.",
    ja="バイアスの形状が (1, n) になっています。1 次元の (n,) にしましょう。このままでは、データ 1 個を入力しても結果が 2 次元になります。",
    hint_en="How many pairs of brackets has the bias, and what is its shape?",
    hint_ja="バイアスの角かっこは何重ですか。形状はどうなっていますか。",
)
def init_network():
    return {k: v if k[0] == "W" else v.reshape(1, -1) for k, v in reference.init_network().items()}


@mistake(
    "biases-zero",
    en="The biases are all 0. The table gives them values of their own.",
    ja="バイアスがすべて 0 になっています。問題文の表には、それぞれの値があります。",
    hint_en="What does the table say about b1, b2 and b3?",
    hint_ja="表の b1、b2、b3 の値を確認しましょう。",
)
def init_network():
    return {k: v if k[0] == "W" else np.zeros_like(v) for k, v in reference.init_network().items()}


changed(
    "second-weight-reshaped",
    {"return network": 'return {**network, "W2": np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])}'},
    en="W2 has the right shape and the right numbers in the wrong places: they run along the rows, as reshape puts them where a transpose is meant.",
    ja="W2 の形状は正しいのですが、数の並びが違い、行に沿って順に並んでいます。転置のつもりで reshape を使うと、こうなります。",
    hint_en="Which column of W2 belongs to the first neuron of the second layer? Compare its numbers with the table.",
    hint_ja="W2 のどの列が、2 層目の 1 つ目のニューロンの重みですか。その値を表と見比べましょう。",
)

changed(
    "first-weight-reshaped",
    {"return network": 'return {**network, "W1": np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])}'},
    en="W1 has the right shape and the right numbers in the wrong places: they run along the rows, as reshape puts them where a transpose is meant.",
    ja="W1 の形状は正しいのですが、数の並びが違い、行に沿って順に並んでいます。転置のつもりで reshape を使うと、こうなります。",
    hint_en="Which column of W1 belongs to the first neuron of the first layer? Compare its numbers with the table.",
    hint_ja="W1 のどの列が、1 層目の 1 つ目のニューロンの重みですか。その値を表と見比べましょう。",
)


def _capital(network):
    return {key.replace("b", "B"): value for key, value in network.items()}


@mistake(
    "biases-under-capital-letters",
    en="The biases are kept under other keys than b1, b2 and b3 (B1, say), by init_network and by forward: a network with the keys that are asked for stops forward with a KeyError.",
    ja="init_network も forward も、バイアスを b1、b2、b3 とは別のキー(B1 など)で扱っています。決められたキーをもつネットワークを forward に渡すと KeyError になります。",
    hint_en="Python tells capital letters from small ones. Compare the keys with the statement.",
    hint_ja="Python では大文字と小文字は別の文字です。キーを問題文と見比べましょう。",
)
def init_network():
    return _capital(reference.init_network())


def _forward_of_capitals(network, x):
    return layers({**network, **{f"b{n}": network[f"B{n}"] for n in (1, 2, 3)}}, x, (sigmoid, sigmoid, unchanged))


also(init_network, forward=_forward_of_capitals)
