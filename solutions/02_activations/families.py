from grader.authoring import family

one_axis_only = family(
    "one-axis-only",
    en="The loop over len(x) takes one number a step, which works for 1-D arrays only: x[i] of a matrix is a whole row.",
    ja="len(x) 回のループで要素を 1 つずつ見ているので、1 次元配列でしか動きません。行列の x[i] は 1 行全体です。",
    hint_en="numpy compares every entry of any array by itself. What is left for the loop to do?",
    hint_ja="numpy は、どんな形状の配列でも要素ごとに比べます。ループは必要ですか。",
)
list_returned = family(
    "list-returned",
    en="The list comprehension gives a list, not an array, and it walks along the first axis only.",
    ja="リスト内包表記なので、配列ではなくリストが返ります。しかも、たどるのは最初の軸だけです。",
    hint_en="numpy compares every entry of any array by itself. What is left for the loop to do?",
    hint_ja="numpy は、どんな形状の配列でも要素ごとに比べます。ループは必要ですか。",
)
scalars_only = family(
    "scalars-only",
    en="math.exp takes single numbers only, so an array cannot go in.",
    ja="math.exp は数値 1 つしか受け取れないので、配列を渡せません。",
    hint_en="Which exp works on every entry of an array?",
    hint_ja="配列のすべての要素に働く exp はどれですか。",
)
one_axis_only_sigmoid = family(
    "one-axis-only",
    en="The loop over len(x) fills one number a step, which works for 1-D arrays only: x[i] of a matrix is a whole row, and a plain number has no len.",
    ja="len(x) 回のループで数を 1 つずつ入れているので、1 次元配列でしか動きません。行列の x[i] は 1 行全体で、数値(スカラ)には len がありません。",
    hint_en="numpy's exp takes every entry of any array by itself. What is left for the loop to do?",
    hint_ja="numpy の exp は、どんな形状の配列でも要素ごとに計算します。ループは必要ですか。",
)
number_becomes_array = family(
    "number-becomes-array",
    en="A plain number comes back as an array of shape (1,): x is put into an array with an axis of its own (np.array([x]), np.atleast_1d). A number has no axis.",
    ja="数値(スカラ)を渡すと、形状 (1,) の配列が返ってきます。np.array([x]) や np.atleast_1d で軸を 1 本増やしているためです。数値に軸はありません。",
    hint_en="Print np.shape of your result for x = 0.0. Is the conversion to an array needed at all?",
    hint_ja="x = 0.0 のとき、結果の np.shape を print してみましょう。配列への変換は本当に必要ですか。",
)
plain_number_refused = family(
    "plain-number-refused",
    en="Arrays are right, but a plain number cannot go in: it has no len, no shape and no entries to pick.",
    ja="配列では正しいのですが、数値(スカラ)を渡すと動きません。数値には len も shape もなく、要素を取り出すこともできません。",
    hint_en="The product and the sigmoid take numbers and arrays alike. What is left for the loop to do?",
    hint_ja="積もシグモイドも、数値でも配列でも計算できます。ループは必要ですか。",
)
