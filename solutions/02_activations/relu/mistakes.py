from grader.authoring import changed, families

changed(
    "builtin-max",
    {"return np.maximum(x, 0.0)": "return max(0, x)"},
    en="Python's max(0, x) and if ask whether the array as a whole is above 0, and an array has an answer for each entry. They work for a single number only.",
    ja="Python の max(0, x) や if は、配列全体が 0 より大きいかどうかを 1 つの答えで求めますが、答えは要素ごとに違います。数値 1 つにしか使えない書き方です。",
    hint_en="Which numpy function takes the larger of two numbers for every entry?",
    hint_ja="要素ごとに大きいほうを選ぶ numpy の関数はどれですか。",
)

changed(
    "np-max-of-zero-and-x",
    {"return np.maximum(x, 0.0)": "return np.max(0, x)"},
    en="np.max looks for the largest entry inside one array; its second argument is an axis. np.max(0, x) therefore takes your x for an axis.",
    ja="np.max は 1 つの配列の中で最大の要素を探す関数で、第 2 引数は軸(axis)です。np.max(0, x) では x が軸とみなされます。",
    hint_en="There is a function of a similar name that compares two arrays.",
    hint_ja="2 つの配列を比べる、よく似た名前の関数があります。",
)

changed(
    "np-max-over-axis",
    {"return np.maximum(x, 0.0)": "return np.max(x, 0)"},
    en="np.max(x, 0) is the maximum along axis 0: the second argument is an axis, and the result has lost it.",
    ja="np.max(x, 0) は軸 0 に沿った最大値です。第 2 引数は比べる数ではなく軸なので、その軸がなくなった形状になります。",
    hint_en="Compare the shape of your result with the shape of x. Which function compares two arrays?",
    hint_ja="結果の形状を x の形状と比べましょう。2 つの配列を比べる関数はどれですか。",
)

changed(
    "changes-x",
    {"return np.maximum(x, 0.0)": "x[x < 0] = 0\nreturn x"},
    en="The result is right, but x is overwritten: x[x < 0] = 0 writes into the caller's array, and y = x is only a second name for it.",
    ja="結果は正しいのですが、x を書き換えています。x[x < 0] = 0 は呼び出し側の配列に書き込みます。y = x としても、同じ配列に別の名前がつくだけです。",
    hint_en="Print x after the call. What could you write into instead?",
    hint_ja="呼び出したあとで x を print してみましょう。x の代わりに何に書き込めばよいですか。",
)

changed(
    "changes-x-and-returns-nothing",
    {"return np.maximum(x, 0.0)": "x[x < 0] = 0"},
    en="x is overwritten, and nothing is returned. relu should give back a new array and leave x alone.",
    ja="x を書き換えるだけで、何も返していません。x はそのままにして、新しい配列を返します。",
    hint_en="What does print(relu(x)) show?",
    hint_ja="print(relu(x)) とすると何が表示されますか。",
)

changed(
    "absolute-value",
    {"return np.maximum(x, 0.0)": "return np.abs(x)"},
    en="This is the absolute value: a negative entry comes out positive, where it should become 0.",
    ja="これは絶対値です。負の要素が正になっていますが、0 になるはずです。",
    hint_en="What should relu(np.array([-3.0])) be?",
    hint_ja="relu(np.array([-3.0])) はいくつになるはずですか。",
)

changed(
    "clips-at-one",
    {"return np.maximum(x, 0.0)": "return np.clip(x, 0, 1)"},
    en="Everything above 1 is cut down to 1. ReLU has no upper limit.",
    ja="1 を超える値が 1 に抑えられています。ReLU に上限はありません。",
    hint_en="What should relu(np.array([3.0])) be?",
    hint_ja="relu(np.array([3.0])) はいくつになるはずですか。",
)

changed(
    "clips-at-six",
    {"return np.maximum(x, 0.0)": "return np.clip(x, 0, 6)"},
    en="Everything above 6 is cut down to 6. That is ReLU6, of networks for telephones; ReLU has no upper limit.",
    ja="6 を超える値が 6 に抑えられています。これはモバイル向けの ReLU6 です。ReLU に上限はありません。",
    hint_en="What should relu(np.array([50.0])) be?",
    hint_ja="relu(np.array([50.0])) はいくつになるはずですか。",
)

changed(
    "leaky",
    {"return np.maximum(x, 0.0)": "return np.where(x > 0, x, 0.01 * x)"},
    en="Negative entries come out as a hundredth of themselves: this is Leaky ReLU. Here they become 0.",
    ja="負の要素が 0.01 倍されて出力されています。これは Leaky ReLU です。ここでは 0 になります。",
    hint_en="What should relu(np.array([-3.0])) be?",
    hint_ja="relu(np.array([-3.0])) はいくつになるはずですか。",
)

changed(
    "elu",
    {"return np.maximum(x, 0.0)": "return np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1)"},
    en="Negative entries come out as e^x - 1: this is ELU. Here they become 0.",
    ja="負の要素が e^x - 1 になっています。これは ELU です。ここでは 0 になります。",
    hint_en="What should relu(np.array([-3.0])) be?",
    hint_ja="relu(np.array([-3.0])) はいくつになるはずですか。",
)

changed(
    "softplus",
    {"return np.maximum(x, 0.0)": "return np.logaddexp(0, x)"},
    en="This is softplus, log(1 + e^x), ReLU with its corner rounded off. ReLU is straight on both sides of 0.",
    ja="これはソフトプラス関数 log(1 + e^x) です。ReLU の角を丸めたもので、ReLU は 0 の両側でまっすぐです。",
    hint_en="At 0 yours gives about 0.69. What should it be?",
    hint_ja="今の式は 0 で約 0.69 になります。いくつになるはずですか。",
)

changed(
    "step-function",
    {"return np.maximum(x, 0.0)": "return np.where(x > 0, 1.0, 0.0)"},
    en="Positive entries become 1: this is the step function. ReLU passes them on as they are.",
    ja="正の要素が 1 になっています。これはステップ関数です。ReLU は正の値をそのまま出力します。",
    hint_en="What should relu(np.array([3.0])) be?",
    hint_ja="relu(np.array([3.0])) はいくつになるはずですか。",
)

changed(
    "mask-returned",
    {"return np.maximum(x, 0.0)": "return x > 0"},
    en="This is the mask alone: True and False (or 1 and 0 in integers). It says which entries pass, but not what they are.",
    ja="マスク(True/False、または整数の 1 と 0)だけを返しています。どの要素を通すかはわかりますが、その値が入っていません。",
    hint_en="The mask is half of the way. How do the values of x get in?",
    hint_ja="マスクができれば、あと一歩です。そこに x の値をどう入れますか。",
)

changed(
    "upside-down",
    {"return np.maximum(x, 0.0)": "return np.minimum(x, 0)"},
    en="The negative entries pass and the positive ones are blocked: minimum for maximum, or the comparison the wrong way round.",
    ja="負の要素を通し、正の要素を 0 にしています。maximum のところが minimum になっているか、比較の向きが逆です。",
    hint_en="What should relu(np.array([3.0])) be?",
    hint_ja="relu(np.array([3.0])) はいくつになるはずですか。",
)

changed(
    "sign-turned",
    {"return np.maximum(x, 0.0)": "return np.maximum(0, -x)"},
    en="The entries that are negative come out, turned positive, and the positive ones become 0: this is ReLU of -x.",
    ja="負の要素が正の値になり、正の要素は 0 になっています。これは -x の ReLU です。",
    hint_en="What should relu(np.array([3.0])) be?",
    hint_ja="relu(np.array([3.0])) はいくつになるはずですか。",
)

changed(
    "nothing-blocked",
    {"return np.maximum(x, 0.0)": "return x"},
    en="x comes back as it is, the negative entries too: this is the identity.",
    ja="負の要素も含めて、x がそのまま返っています。これは恒等関数です。",
    hint_en="What should relu(np.array([-3.0])) be? Is the result of your comparison used?",
    hint_ja="relu(np.array([-3.0])) はいくつになるはずですか。比較の結果は使われていますか。",
)

changed(
    "positive-entries-only",
    {"return np.maximum(x, 0.0)": "return x[x > 0]"},
    en="x[x > 0] picks the positive entries and drops the others, so that the shape is lost. The others should stay in their places, as 0.",
    ja="x[x > 0] は正の要素だけを取り出すので、ほかの要素がなくなり、形状が変わります。ほかの要素も 0 として元の位置に残します。",
    hint_en="Compare the shape of your result with the shape of x.",
    hint_ja="結果の形状を x の形状と比べてみましょう。",
)

changed(
    "largest-entry-for-all",
    {"return np.maximum(x, 0.0)": "return np.full(x.shape, np.maximum(0, np.max(x)))"},
    en="Every entry becomes the same number, the largest one (or 0): np.max(x) is one number for the whole array.",
    ja="すべての要素が同じ数(最大の要素、または 0)になっています。np.max(x) は配列全体で 1 つの数です。",
    hint_en="Each entry is compared with 0 on its own. Is there a max too many?",
    hint_ja="0 との比較は要素ごとに行います。余分な max はありませんか。",
)

changed(
    "all-or-nothing",
    {"return np.maximum(x, 0.0)": "return x if np.all(x > 0) else np.zeros(x.shape)"},
    en="One condition decides about the whole array: with np.all every entry is blocked as soon as one is not positive.",
    ja="配列全体を 1 つの条件で判断しています。np.all を使うと、正でない要素が 1 つあるだけで、すべてが 0 になります。",
    hint_en="Each entry decides for itself. What does x > 0 give for an array?",
    hint_ja="判断は要素ごとです。x が配列のとき、x > 0 は何になりますか。",
)

changed(
    "always-zero",
    {"return np.maximum(x, 0.0)": "return np.zeros(x.shape)"},
    en="The result is 0 everywhere, whatever x is: the values of x never get in.",
    ja="x が何であっても、すべて 0 です。x の値がどこにも入っていません。",
    hint_en="What should relu(np.array([3.0])) be?",
    hint_ja="relu(np.array([3.0])) はいくつになるはずですか。",
)

changed(
    "any-positive-passes-all",
    {"return np.maximum(x, 0.0)": "return x.copy() if np.any(x > 0) else 0.0 * x"},
    en="One condition decides about the whole array: with np.any (or the sum) every entry passes, negative ones too, as soon as one is positive.",
    ja="配列全体を 1 つの条件で判断しています。np.any を使うと、正の要素が 1 つあるだけで、負の要素まで通ってしまいます。",
    hint_en="Each entry decides for itself. What does x > 0 give for an array?",
    hint_ja="判断は要素ごとです。x が配列のとき、x > 0 は何になりますか。",
)

changed(
    "integer-result",
    {"return np.maximum(x, 0.0)": "return np.maximum(0, x).astype(int)"},
    en="The result is an array of integers (dtype=int, astype(int)), which cuts off the fractions: 0.3 becomes 0.",
    ja="結果が整数の配列(dtype=int や astype(int))になっていて、小数部分が切り捨てられています。0.3 が 0 になります。",
    hint_en="Print the dtype of your result.",
    hint_ja="結果の dtype を print してみましょう。",
)

changed(
    families.one_axis_only,
    {"return np.maximum(x, 0.0)": "y = np.zeros(len(x))\nfor i in range(len(x)):\n    y[i] = max(0, x[i])\nreturn y"},
)

changed(families.list_returned, {"return np.maximum(x, 0.0)": "return [max(0, value) for value in x]"})
