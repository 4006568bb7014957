from grader.authoring import changed

WEIGHTS_ONLY = 'for key, value in params.items():\nif key.startswith("W"):'

changed(
    "half-lost",
    {"return 0.5 * lam * total": "return lam * total"},
    en="The loss is twice what it should be: the ½ is missing.",
    ja="損失が 2 倍になっています。½ が抜けています。",
    hint_en="Differentiate your term with respect to w. Does lam * w come out?",
    hint_ja="その項を w で微分してみましょう。lam * w になりますか。",
)

changed(
    "half-twice",
    {"return 0.5 * lam * total": "return 0.25 * lam * total"},
    en="The loss is half of what it should be: the ½ was applied twice.",
    ja="損失が半分になっています。½ を 2 回掛けています。",
    hint_en="Differentiate your term with respect to w. Does lam * w come out?",
    hint_ja="その項を w で微分してみましょう。lam * w になりますか。",
)

changed(
    "absolute-values-in-loss",
    {"total += np.sum(value**2)": "total += np.sum(np.abs(value))"},
    en="The loss adds up the absolute values of the weights (that is L1 regularization). Weight decay adds up their squares.",
    ja="損失で重みの絶対値を足しています(これは L1 正則化です)。Weight decay では 2 乗を足します。",
    hint_en="What does a weight of 3 contribute, beside a weight of 1?",
    hint_ja="重み 3 は、重み 1 の何倍のペナルティになるはずですか。",
)

changed(
    "not-squared",
    {"total += np.sum(value**2)": "total += np.sum(value)"},
    en="The loss adds up the weights themselves, so negative ones make it smaller. Their squares are to be added up.",
    ja="損失で重みをそのまま足しているので、負の重みがあると損失が減ってしまいます。足すのは 2 乗です。",
    hint_en="Should a weight of -3 make the loss larger or smaller?",
    hint_ja="-3 という重みがあると、損失は増えるべきですか、減るべきですか。",
)

changed(
    "norm-not-squared",
    {"total += np.sum(value**2)": "total += np.sqrt(np.sum(value**2))"},
    en="The loss takes the norm of each W, the root of the sum of squares. There is no root in the formula.",
    ja="損失で各 W のノルム(2 乗和の平方根)を使っています。式に平方根はありません。",
    hint_en="np.linalg.norm ends with a root. What undoes it?",
    hint_ja="np.linalg.norm は最後に平方根をとります。それを打ち消すにはどうしますか。",
)

changed(
    "norm-of-everything-not-squared",
    {"return 0.5 * lam * total": "return 0.5 * lam * np.sqrt(total)"},
    en="The loss takes the root of the sum of all squares. There is no root in the formula.",
    ja="損失で全体の 2 乗和の平方根をとっています。式に平方根はありません。",
    hint_en="Compare your formula with the one in the statement, from the outside inwards.",
    hint_ja="自分の式と問題文の式を、外側から順に見比べましょう。",
)

changed(
    "square-of-the-sum",
    {"total += np.sum(value**2)": "total += np.sum(value) ** 2"},
    en="The weights are added up first and the sum is squared, so positive and negative weights cancel. Each weight is squared by itself.",
    ja="重みを足し合わせてから 2 乗しているので、正と負の重みが打ち消し合います。1 つずつ 2 乗してから足します。",
    hint_en="What should the weights 1 and -1 add to the loss together?",
    hint_ja="1 と -1 という 2 つの重みは、合わせると損失にいくら加わるはずですか。",
)

changed(
    "mean-for-sum",
    {"total += np.sum(value**2)": "total += np.mean(value**2)"},
    en="The loss takes the mean of the squares of each W. The formula has the sum.",
    ja="損失で各 W の 2 乗の平均をとっています。式では和です。",
    hint_en="If a layer is made twice as wide, should its old weights count for less?",
    hint_ja="問題文の式に、要素数で割るところはありますか。",
)

changed(
    "lam-forgotten-in-loss",
    {"return 0.5 * lam * total": "return 0.5 * total"},
    en="lam is missing from the loss.",
    ja="損失に lam が掛かっていません。",
    hint_en="What should the term be for lam = 0?",
    hint_ja="lam = 0 なら、この項はいくつになるべきですか。",
)

changed(
    "lam-squared-in-loss",
    {"return 0.5 * lam * total": "return 0.5 * lam**2 * total"},
    en="lam is squared in the loss: it was multiplied with the weights before squaring, or twice.",
    ja="損失で lam が 2 乗になっています。重みに掛けてから 2 乗したか、2 回掛けています。",
    hint_en="Does the square in the formula include lam?",
    hint_ja="式の 2 乗は lam にもかかっていますか。",
)

changed(
    "biases-in-loss",
    {WEIGHTS_ONLY: "for key, value in params.items():"},
    en="The loss contains every key, biases as well. Only the keys that start with W count.",
    ja="損失にバイアスなど、すべてのキーを含めています。対象は W で始まるキーだけです。",
    hint_en="Which keys does your loop visit, and which should it skip?",
    hint_ja="ループで回しているのはどのキーですか。飛ばすべきものはどれですか。",
)

changed(
    "w-anywhere-in-loss",
    {WEIGHTS_ONLY: 'for key, value in params.items():\n    if "W" in key:'},
    en="The loss contains every key that has a W somewhere in it, such as b_W1. Only those that start with W count.",
    ja="損失に、b_W1 のように途中に W があるキーまで含めています。対象は W で始まるキーだけです。",
    hint_en="What is the difference between containing a letter and starting with it?",
    hint_ja="「その文字を含む」と「その文字で始まる」の違いを考えてみましょう。",
)

changed(
    "small-w-in-loss",
    {WEIGHTS_ONLY: 'for key, value in params.items():\n    if key[0] in "Ww":'},
    en="The loss contains keys that start with a small w as well. Only a capital W counts.",
    ja="損失に、小文字の w で始まるキーまで含めています。対象は大文字の W で始まるキーだけです。",
    hint_en="Which letters does your condition accept?",
    hint_ja="条件はどの文字を受け入れていますか。",
)

changed(
    "only-last-weight",
    {"total += np.sum(value**2)": "total = np.sum(value**2)"},
    en="The loss holds only the last W: each round of the loop overwrites what the rounds before have found.",
    ja="損失に最後の W の分しか入っていません。ループのたびに前の結果を上書きしています。",
    hint_en="What does the variable for the loss hold after the first round, and what after the second?",
    hint_ja="損失の変数の値は、ループの 1 回目と 2 回目のあとでそれぞれ何ですか。",
)

changed(
    "only-first-weight",
    {"total += np.sum(value**2)": "total = total or np.sum(value**2)"},
    en="The loss holds only the first W: return stands inside the loop.",
    ja="損失に最初の W の分しか入っていません。return がループの中にあります。",
    hint_en="How often does the loop run before return?",
    hint_ja="return までに、ループは何回まわりますか。",
)

changed(
    "only-w1-and-w2-in-loss",
    {WEIGHTS_ONLY: 'for key, value in params.items():\n    if key in ("W1", "W2"):'},
    en="The loss leaves out some weights: only keys such as W1 and W2 are counted. Any key that starts with W is a weight.",
    ja="損失で、W1 や W2 のようなキーだけを見ていて、数えていない重みがあります。W で始まるキーは、すべて重みです。",
    hint_en="What happens to a network with a third layer, or to a key such as Wx?",
    hint_ja="層が 3 つのネットワークや、Wx のようなキーではどうなりますか。",
)

changed(
    "changes-params-in-loss",
    {"total += np.sum(value**2)": "value **= 2\ntotal += np.sum(value)"},
    en="weight_decay_loss squares the weights in place, so the caller's params are changed.",
    ja="weight_decay_loss が重みをその場で 2 乗しているため、呼び出し側の params が変わってしまいます。",
    hint_en="Which of your lines writes into an array of params?",
    hint_ja="params の配列に書き込んでいるのは、どの行ですか。",
)

changed(
    "gradient-doubled",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + 2 * lam * params[key]"},
    en="2 * lam * W was added to the gradient. The 2 of the square's derivative goes away with the ½.",
    ja="勾配に 2 * lam * W を加えています。2 乗の微分から出る 2 は、½ と打ち消し合います。",
    hint_en="Which factor stands before the sum in the loss?",
    hint_ja="損失の和の前に付いている係数は何ですか。",
)

changed(
    "gradient-halved",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + 0.5 * lam * params[key]"},
    en="½ * lam * W was added to the gradient: the ½ of the loss is still there, though differentiating the square has cancelled it.",
    ja="勾配に ½ * lam * W を加えています。損失の ½ は、2 乗を微分すると消えるはずです。",
    hint_en="What is the derivative of ½w² with respect to w?",
    hint_ja="½w² を w で微分するとどうなりますか。",
)

changed(
    "sign-of-decay",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] - lam * params[key]"},
    en="lam * W was subtracted from the gradient. The update subtracts the gradient in its turn, so the weights would grow.",
    ja="勾配から lam * W を引いています。更新のときに勾配を引くので、これでは重みが大きくなってしまいます。",
    hint_en="The update is W - lr * gradient. Which sign must the gradient's new part have, for a positive weight to shrink?",
    hint_ja="更新式は W - lr × 勾配 です。正の重みが小さくなるには、勾配に加わる分の符号はどちらですか。",
)

changed(
    "sign-of-weight-lost",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + lam * np.abs(params[key])"},
    en="lam times the absolute value of W was added: negative weights are pushed away from 0, not towards it.",
    ja="W の絶対値に lam を掛けて加えています。負の重みが 0 から遠ざかってしまいます。",
    hint_en="In which direction should a weight of -3 be pushed?",
    hint_ja="-3 という重みは、どちら向きに動かすべきですか。",
)

changed(
    "sign-of-weight-only",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + lam * np.sign(params[key])"},
    en="lam times the sign of W was added: that is the gradient of an L1 penalty. Here large weights are pulled harder.",
    ja="W の符号に lam を掛けて加えています(これは L1 正則化の勾配です)。ここでは、大きい重みほど強く引き戻します。",
    hint_en="Is a weight of 3 pulled as hard as a weight of 0.1?",
    hint_ja="重み 3 と重み 0.1 を引き戻す強さは同じですか。",
)

changed(
    "squares-in-gradient",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + lam * params[key] ** 2"},
    en="lam times the square of W was added to the gradient. The square is in the loss; its derivative is not a square.",
    ja="勾配に W の 2 乗を加えています。2 乗は損失の式のもので、勾配に入るのはそれを微分したものです。",
    hint_en="What is the derivative of ½w² with respect to w?",
    hint_ja="½w² を w で微分するとどうなりますか。",
)

changed(
    "loss-in-gradient",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + weight_decay_loss(params, lam)"},
    en="The whole decay loss, one number, was added to every entry of the gradients. Each entry gets its own part.",
    ja="Weight decay の損失(1 つの数)を、勾配のすべての要素に足しています。要素ごとに加える値は違います。",
    hint_en="By how much does the loss change if only this one weight changes?",
    hint_ja="この重み 1 つだけを動かすと、損失はどれだけ変わりますか。",
)

changed(
    "lam-forgotten-in-gradient",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + params[key]"},
    en="W was added to the gradient without lam.",
    ja="勾配に W をそのまま足しています。lam が掛かっていません。",
    hint_en="What should the gradients be for lam = 0?",
    hint_ja="lam = 0 なら、勾配はどうなるべきですか。",
)

changed(
    "lam-times-gradient",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = grads[key] + lam * grads[key]"},
    en="The gradient itself was added once more, times lam. What is added is lam times the weight.",
    ja="勾配に、勾配自身の lam 倍を加えています。加えるのは重みの lam 倍です。",
    hint_en="Which dict holds the weights?",
    hint_ja="重みが入っているのは、どちらのディクショナリですか。",
)

changed(
    "decay-alone",
    {"grads[key] = grads[key] + lam * params[key]": "grads[key] = lam * params[key]"},
    en="The result for a weight is lam * W alone: the gradient that was given is lost.",
    ja="重みについての結果が lam * W だけになっています。渡された勾配が失われています。",
    hint_en="Is the new part assigned, or added to what was there?",
    hint_ja="もとの勾配に加えていますか、それとも代入していますか。",
)

changed(
    "biases-decayed",
    {'for key in grads:\nif key.startswith("W"):': "for key in grads:"},
    en="Biases and all other parameters are decayed as well. Only the keys that start with W are.",
    ja="バイアスなど、すべてのパラメータを減衰させています。対象は W で始まるキーだけです。",
    hint_en="Which keys does your loop visit, and which should it leave alone?",
    hint_ja="ループで回しているのはどのキーですか。そのままにすべきものはどれですか。",
)

changed(
    "w-anywhere-decayed",
    {'for key in grads:\nif key.startswith("W"):': 'for key in grads:\n    if "W" in key:'},
    en="Every key that has a W somewhere in it is decayed, such as b_W1. Only those that start with W are.",
    ja="b_W1 のように、途中に W があるキーまで減衰させています。対象は W で始まるキーだけです。",
    hint_en="What is the difference between containing a letter and starting with it?",
    hint_ja="「その文字を含む」と「その文字で始まる」の違いを考えてみましょう。",
)

changed(
    "small-w-decayed",
    {'for key in grads:\nif key.startswith("W"):': 'for key in grads:\n    if key[0] in "Ww":'},
    en="Keys that start with a small w are decayed as well. Only a capital W counts.",
    ja="小文字の w で始まるキーまで減衰させています。対象は大文字の W で始まるキーだけです。",
    hint_en="Which letters does your condition accept?",
    hint_ja="条件はどの文字を受け入れていますか。",
)

changed(
    "only-w1-and-w2-decayed",
    {'for key in grads:\nif key.startswith("W"):': 'for key in grads:\n    if key in ("W1", "W2"):'},
    en="Some weights are not decayed: only keys such as W1 and W2 are. Any key that starts with W is a weight.",
    ja="W1 や W2 のようなキーだけを減衰させていて、減衰していない重みがあります。W で始まるキーは、すべて重みです。",
    hint_en="What happens to a network with a third layer, or to a key such as Wx?",
    hint_ja="層が 3 つのネットワークや、Wx のようなキーではどうなりますか。",
)

changed(
    "only-weights-returned",
    {"return grads": 'return {key: g for key, g in grads.items() if key.startswith("W")}'},
    en="The result holds the weights' gradients only. Those of the biases are needed too, unchanged.",
    ja="結果に重みの勾配しか入っていません。バイアスの勾配も、そのまま入れて返します。",
    hint_en="What will the optimizer find for b1?",
    hint_ja="オプティマイザが b1 の勾配を読もうとすると、どうなりますか。",
)

changed(
    "nothing-returned",
    {"return grads": ""},
    en="add_weight_decay changes grads but returns nothing.",
    ja="add_weight_decay が grads を書き換えるだけで、何も返していません。",
    hint_en="What does a function without return give to its caller?",
    hint_ja="return のない関数は、呼び出し側に何を返しますか。",
)

changed(
    "paired-by-position",
    {"for key in grads:": "grads = dict(zip(params, grads.values(), strict=True))\nfor key in grads:"},
    en="The gradients are paired with the parameters by their place in the dict. The keys may stand in another order.",
    ja="勾配とパラメータを、ディクショナリ内の並び順で対応させています。キーの並び順は違うことがあります。",
    hint_en="Which key belongs to the value that zip gives you?",
    hint_ja="zip で取り出した値は、どのキーのものですか。",
)

changed(
    "changes-params-in-gradients",
    {"grads[key] = grads[key] + lam * params[key]": "params[key] *= lam\ngrads[key] = grads[key] + params[key]"},
    en="add_weight_decay multiplies the weights by lam in place, so the caller's params are changed.",
    ja="add_weight_decay が重みをその場で lam 倍しているため、呼び出し側の params が変わってしまいます。",
    hint_en="Which of your lines writes into an array of params?",
    hint_ja="params の配列に書き込んでいるのは、どの行ですか。",
)

changed(
    "weights-shrunk-directly",
    {
        'for key in grads:\nif key.startswith("W"):\ngrads[key] = grads[key] + lam * params[key]': 'for key in params:\n    if key[0] == "W":\n        params[key] *= 1 - lam'
    },
    en="The weights in params are decayed directly and the gradients come back unchanged. The decay belongs to the gradients here; the optimizer changes params.",
    ja="params の重みを直接小さくしていて、勾配はそのまま返しています。ここで減衰を加えるのは勾配のほうで、params を更新するのはオプティマイザです。",
    hint_en="Which of the two dicts should come back with something added?",
    hint_ja="何かを加えて返すのは、2 つのディクショナリのどちらですか。",
)

changed(
    "gram-matrix-summed",
    {"total += np.sum(value**2)": "total += np.sum(value.T @ value)"},
    en="The loss adds up the squares of the row sums of each W, as with a sum over all entries of W.T @ W, so positive and negative weights cancel. Each weight is squared by itself.",
    ja="損失が、各 W の行ごとの和の 2 乗を足したものになっています(W.T @ W の全要素の和など)。正と負の重みが打ち消し合います。重みを 1 つずつ 2 乗します。",
    hint_en="What does [[1, -2]] add to the sum, and what should it add?",
    hint_ja="[[1, -2]] は和にいくつ加えますか。いくつ加えるべきですか。",
)

changed(
    "other-gram-matrix-summed",
    {"total += np.sum(value**2)": "total += np.sum(value @ value.T)"},
    en="The loss adds up the squares of the column sums of each W, as with a sum over all entries of W @ W.T, so positive and negative weights cancel. Each weight is squared by itself.",
    ja="損失が、各 W の列ごとの和の 2 乗を足したものになっています(W @ W.T の全要素の和など)。正と負の重みが打ち消し合います。重みを 1 つずつ 2 乗します。",
    hint_en="What does [[1], [-2]] add to the sum, and what should it add?",
    hint_ja="[[1], [-2]] は和にいくつ加えますか。いくつ加えるべきですか。",
)
