from grader.authoring import changed

RETURN = "return np.asarray(x)"

changed(
    "always-one",
    {RETURN: "return np.ones(x.shape)"},
    en="The result is always 1, whatever x is. That is the derivative of the identity, not its value.",
    ja="x が何であっても 1 が返っています。それは恒等関数の微分で、値ではありません。",
    hint_en="What should come out for an entry of 2.5?",
    hint_ja="2.5 を渡すと、何が返るはずですか。",
)

changed(
    "single-one",
    {RETURN: "return 1"},
    en="The result is the number 1, whatever x is: a constant does not depend on the input, and it has lost the shape.",
    ja="x が何であっても、数値の 1 が返っています。入力によらない定数で、形状も失われています。",
    hint_en="What should come out for an entry of 2.5?",
    hint_ja="2.5 を渡すと、何が返るはずですか。",
)

changed(
    "always-zero",
    {RETURN: "return np.zeros(x.shape)"},
    en="The result is always 0, whatever x is: an array was made, but the values of x never get in.",
    ja="x が何であっても 0 が返っています。配列を作っただけで、x の値が入っていません。",
    hint_en="What should come out for an entry of 2.5?",
    hint_ja="2.5 を渡すと、何が返るはずですか。",
)

changed(
    "single-zero",
    {RETURN: "return 0"},
    en="The result is the number 0, whatever x is: a constant does not depend on the input, and it has lost the shape.",
    ja="x が何であっても、数値の 0 が返っています。入力によらない定数で、形状も失われています。",
    hint_en="What should come out for an entry of 2.5?",
    hint_ja="2.5 を渡すと、何が返るはずですか。",
)

changed(
    "nothing-returned",
    {RETURN: "pass"},
    en="Nothing is returned: without a return (with pass or print alone) a function gives None.",
    ja="何も返していません。return がない関数(pass や print だけの関数)は None を返します。",
    hint_en="What does print(identity_function(x)) show?",
    hint_ja="print(identity_function(x)) とすると何が表示されますか。",
)

changed(
    "identity-matrix",
    {RETURN: "return np.eye(len(x))"},
    en="This is the identity matrix, np.eye. The identity function leaves x as it is; the matrix does so only when it multiplies x.",
    ja="これは単位行列(np.eye)です。恒等関数は x をそのまま返す関数です。単位行列は、掛けても x が変わらない行列であって、x そのものではありません。",
    hint_en="Where is x in your result?",
    hint_ja="結果の中に、x の値は入っていますか。",
)

changed(
    "sigmoid",
    {RETURN: "return 1 / (1 + np.exp(-np.clip(x, -700, 700)))"},
    en="This is the sigmoid, the activation of the hidden layers. The output layer of a regression must not squeeze its values.",
    ja="これは中間層で使うシグモイド関数です。回帰の出力層では、値を押し込めてはいけません。",
    hint_en="What should come out for an entry of 2.5?",
    hint_ja="2.5 を渡すと、何が返るはずですか。",
)

changed(
    "tanh",
    {RETURN: "return np.tanh(x)"},
    en="This is tanh, which squeezes its values into the interval from -1 to 1. The identity changes nothing.",
    ja="これは tanh で、値を -1 から 1 の間に押し込めます。恒等関数は何も変えません。",
    hint_en="What should come out for an entry of 2.5?",
    hint_ja="2.5 を渡すと、何が返るはずですか。",
)

changed(
    "softmax",
    {RETURN: "e = np.exp(x - np.max(x, axis=-1, keepdims=True))\nreturn e / np.sum(e, axis=-1, keepdims=True)"},
    en="This is softmax, the output layer of classification: positive shares that add up to 1. The identity changes nothing.",
    ja="これは分類問題の出力層で使うソフトマックス関数です。正の値になり、足すと 1 になります。恒等関数は何も変えません。",
    hint_en="What should come out for an entry of -0.7?",
    hint_ja="-0.7 を渡すと、何が返るはずですか。",
)

changed(
    "relu",
    {RETURN: "return np.maximum(0.0, x)"},
    en="This is ReLU: negative values become 0. The identity lets them through as well.",
    ja="これは ReLU です。負の値が 0 になっていますが、恒等関数は負の値もそのまま通します。",
    hint_en="What should come out for an entry of -0.7?",
    hint_ja="-0.7 を渡すと、何が返るはずですか。",
)

changed(
    "absolute-value",
    {RETURN: "return np.abs(x)"},
    en="Negative values come out positive: this is the absolute value.",
    ja="負の値が正の値に変わっています。これは絶対値です。",
    hint_en="What should come out for an entry of -0.7?",
    hint_ja="-0.7 を渡すと、何が返るはずですか。",
)

changed(
    "sign-turned",
    {RETURN: "return -x"},
    en="Every value has the opposite sign.",
    ja="すべての値の符号が逆になっています。",
    hint_en="Is there a minus too many?",
    hint_ja="余分なマイナスはありませんか。",
)

changed(
    "step-function",
    {RETURN: "return np.where(x > 0, 1.0, 0.0)"},
    en="This is the step function: only whether a value is positive comes out, not the value.",
    ja="これはステップ関数です。正かどうかがわかるだけで、値そのものが返っていません。",
    hint_en="What should come out for an entry of 2.5?",
    hint_ja="2.5 を渡すと、何が返るはずですか。",
)

changed(
    "cut-to-integers",
    {RETURN: "return x.astype(int)"},
    en="The values are cut down to integers (astype(int), dtype=int), so that the fractions are lost.",
    ja="値が整数に変換され(astype(int) や dtype=int)、小数部分が切り捨てられています。",
    hint_en="Print the dtype of your result.",
    hint_ja="結果の dtype を print してみましょう。",
)

changed(
    "rounded",
    {RETURN: "return np.round(x)"},
    en="The values are rounded to whole numbers. The identity changes nothing.",
    ja="値が四捨五入されています。恒等関数は何も変えません。",
    hint_en="What should come out for an entry of 0.3?",
    hint_ja="0.3 を渡すと、何が返るはずですか。",
)

changed(
    "flattened",
    {RETURN: "return x.ravel()"},
    en="The values are right, but in one row: ravel, flatten or reshape(-1) has lost the shape.",
    ja="値は合っていますが、1 次元に並んでいます。ravel、flatten、reshape(-1) などで形状が失われています。",
    hint_en="Compare the shape of your result with the shape of x.",
    hint_ja="結果の形状を x の形状と比べてみましょう。",
)

changed(
    "transposed",
    {RETURN: "return x.T"},
    en="The values are right, but the axes are exchanged: .T is too many.",
    ja="値は合っていますが、軸が入れ替わっています。余分な .T があります。",
    hint_en="Compare the shape of your result with the shape of x.",
    hint_ja="結果の形状を x の形状と比べてみましょう。",
)

changed(
    "axis-added",
    {RETURN: "return np.array([x])"},
    en="The result has an axis more than x: np.array([x]) puts x into a new array as its only entry.",
    ja="結果の軸が x より 1 本多くなっています。np.array([x]) とすると、x を 1 個だけ含む新しい配列になります。",
    hint_en="Compare the shape of your result with the shape of x.",
    hint_ja="結果の形状を x の形状と比べてみましょう。",
)

changed(
    "tuple-returned",
    {RETURN: "return (x,)"},
    en="A tuple comes back, with x as its only entry: a comma after the returned name makes one.",
    ja="x を 1 個だけ含むタプルが返っています。return の行の末尾にカンマがあると、タプルになります。",
    hint_en="Print the type of your result.",
    hint_ja="結果の type を print してみましょう。",
)

changed(
    "list-returned",
    {RETURN: "return x.tolist()"},
    en="The values are right, but they stand in a list, not in an array: with a list, the next layer cannot compute.",
    ja="値は合っていますが、配列ではなくリストが返っています。リストでは、そのあとの計算ができません。",
    hint_en="Is a conversion (tolist, list) needed at all?",
    hint_ja="tolist や list による変換は本当に必要ですか。",
)

changed(
    "summed",
    {RETURN: "return np.sum(x)"},
    en="The values are added up to a single number. Each of them should come back.",
    ja="値を合計して 1 つの数にしています。すべての値がそのまま返るはずです。",
    hint_en="Compare the shape of your result with the shape of x.",
    hint_ja="結果の形状を x の形状と比べてみましょう。",
)

changed(
    "truth-values",
    {RETURN: "return x == x"},
    en="True comes back for every entry: == compares, it does not return or assign.",
    ja="すべての要素で True が返っています。== は比較で、代入や値を返す働きはありません。",
    hint_en="Is there a comparison too many?",
    hint_ja="余分な比較はありませんか。",
)
