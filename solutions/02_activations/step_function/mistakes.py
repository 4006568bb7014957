from grader.authoring import changed

RETURN = "return np.asarray(x > 0, dtype=int)"

changed(
    "one-at-zero",
    {RETURN: "return (x >= 0).astype(int)"},
    en="At 0 exactly this gives 1 (>= for >), as document 000's formula has it. Here, as in the code of both documents, 0 does not exceed the threshold and gives 0.",
    ja="ちょうど 0 のときに 1 になっています(> ではなく >=)。資料 000 の数式はそうですが、ここではどちらの資料のコードとも同じく、0 はしきい値を超えていないので 0 です。",
    hint_en="The result is 1 only above the threshold. Which comparison is false for 0?",
    hint_ja="1 になるのは 0 を「超えた」ときだけです。0 のときに偽になる比較はどれですか。",
)

changed(
    "returns-bool",
    {RETURN: "return x > 0"},
    en="The comparison alone gives True and False: truth values, not the integers 1 and 0.",
    ja="比較の結果の True/False をそのまま返しています。整数の 1 と 0 ではなく真偽値です。",
    hint_en="Print the dtype of your result. How is an array converted to another dtype?",
    hint_ja="結果の dtype を print してみましょう。配列の dtype を変換するにはどうしますか。",
)

changed(
    "returns-floats",
    {RETURN: "y = np.zeros(x.shape)\ny[x > 0] = 1\nreturn y"},
    en="The result holds floats, 0.0 and 1.0, as np.zeros, np.heaviside, np.where with 1.0 and 0.0, or a copy of x give them. Integers are asked for.",
    ja="結果が 0.0 と 1.0 という浮動小数点数になっています。np.zeros、np.heaviside、1.0 と 0.0 を使った np.where、x のコピーなどを使うとこうなります。求めているのは整数です。",
    hint_en="Print the dtype of your result. Which part of your line makes it float?",
    hint_ja="結果の dtype を print してみましょう。どの部分で浮動小数点数になっていますか。",
)

changed(
    "numbers-only",
    {RETURN: "if x > 0:\n    return 1\nelse:\n    return 0"},
    en="if asks one question, but an array has an answer for each entry. This version works for a single number only.",
    ja="if が受け取れる答えは 1 つですが、配列では要素ごとに答えが違います。これでは数値 1 つにしか使えません。",
    hint_en="Leave the if out. What does x > 0 give for an array?",
    hint_ja="if を使わずに、x が配列のとき x > 0 が何になるか print してみましょう。",
)

changed(
    "np-int-is-gone",
    {RETURN: "y = x > 0\nreturn y.astype(np.int)"},
    en="np.int no longer exists: numpy removed this name in version 1.24 and raises an AttributeError. Documents 000 and 003 still use it; the idea of their line is right.",
    ja="np.int は numpy 1.24 で削除された名前なので、AttributeError になります。資料 000 と 003 のコードは古いままですが、考え方は合っています。",
    hint_en="np.int was only another name for a type that Python itself has.",
    hint_ja="np.int は、Python にもともとある型の別名にすぎませんでした。どの型でしょうか。",
)

changed(
    "upside-down",
    {RETURN: "return (x < 0).astype(int)"},
    en="The comparison is the wrong way round: 1 for negative entries and 0 for positive ones.",
    ja="比較の向きが逆です。負の要素が 1、正の要素が 0 になっています。",
    hint_en="What should step_function(np.array([2.0])) be?",
    hint_ja="step_function(np.array([2.0])) はいくつになるはずですか。",
)

changed(
    "upside-down-at-zero-too",
    {RETURN: "return (x <= 0).astype(int)"},
    en="The comparison is inverted, x <= 0 for x > 0: every 0 is a 1 and every 1 is a 0.",
    ja="比較が x > 0 ではなく x <= 0 になっていて、0 と 1 がすべて入れ替わっています。",
    hint_en="What should step_function(np.array([2.0])) be?",
    hint_ja="step_function(np.array([2.0])) はいくつになるはずですか。",
)

changed(
    "sign-function",
    {RETURN: "return np.sign(x).astype(int)"},
    en="This is the sign, which is -1 for negative entries. The step function gives 0 there.",
    ja="これは符号関数です。負の要素が -1 になっていますが、ステップ関数では 0 です。",
    hint_en="Which two values can the step function have?",
    hint_ja="ステップ関数がとる値は、どの 2 つでしょうか。",
)

changed(
    "minus-one-and-one",
    {RETURN: "return np.where(x > 0, 1, -1)"},
    en="The entries that do not fire become -1. Some perceptrons are written with -1 and 1, but here the two values are 0 and 1.",
    ja="0 以下の要素が -1 になっています。-1 と 1 を使うパーセプトロンもありますが、ここでの値は 0 と 1 です。",
    hint_en="What should be there where x is not above 0?",
    hint_ja="x が 0 以下のところには、何が入るはずですか。",
)

changed(
    "half-at-zero",
    {RETURN: "return np.heaviside(np.asarray(x, dtype=float), 0.5)"},
    en="At 0 the result is one half (np.heaviside with 0.5, or the sign shifted and halved), and all of it is floats. Here 0 gives 0, in integers.",
    ja="0 のときに 0.5 になり、結果も浮動小数点数です(np.heaviside の第 2 引数が 0.5、または符号に 1 を足して 2 で割った形)。ここでは 0 のときは 0 で、結果は整数です。",
    hint_en="Can an array of integers hold one half at all?",
    hint_ja="整数の配列に 0.5 は入りません。0 のときの値はいくつのはずですか。",
)

changed(
    "keeps-x",
    {RETURN: "return np.maximum(x, 0)"},
    en="Positive entries are passed on as they are, which is ReLU. The step function makes 1 of every one of them.",
    ja="正の要素がそのまま出力されています。これは ReLU です。ステップ関数では、正の要素はすべて 1 になります。",
    hint_en="What should step_function(np.array([3.0])) be?",
    hint_ja="step_function(np.array([3.0])) はいくつになるはずですか。",
)

changed(
    "keeps-x-in-integers",
    {RETURN: "return np.maximum(x, 0).astype(int)"},
    en="Positive entries are passed on, cut down to integers: 3 stays 3 and 0.3 becomes 0. Every positive entry should become 1.",
    ja="正の要素が、小数点以下を切り捨てただけの値になっています(3 は 3 のまま、0.3 は 0)。正の要素はすべて 1 になるはずです。",
    hint_en="Convert the outcome of a comparison to integers, not x.",
    hint_ja="整数に変換するのは x ではなく、比較の結果です。",
)

changed(
    "x-cut-to-integers-first",
    {RETURN: "return (x.astype(int) > 0).astype(int)"},
    en="x is converted to integers before the comparison, so that 0.3 becomes 0 and does not fire. Compare first.",
    ja="比較の前に x を整数に変換しているので、0.3 が 0 になり、結果も 0 になっています。比較が先です。",
    hint_en="What is np.array([0.3]).astype(int)? And what should the step function of 0.3 be?",
    hint_ja="np.array([0.3]).astype(int) はいくつですか。0.3 のステップ関数はいくつのはずですか。",
)

changed(
    "threshold-at-one-half",
    {RETURN: "return (x > 0.5).astype(int)"},
    en="The threshold is one half: x is rounded, or compared with 0.5. It should be 0.",
    ja="しきい値が 0.5 になっています(四捨五入しているか、0.5 と比べています)。しきい値は 0 です。",
    hint_en="What is the result for 0.3, and what should it be?",
    hint_ja="0.3 のときの結果はいくつで、いくつになるはずですか。",
)

changed(
    "nonzero",
    {RETURN: "return x.astype(bool).astype(int)"},
    en="Every entry that is not 0 becomes 1, the negative ones too: this asks x != 0 (or takes the truth value of x, as astype(bool) does).",
    ja="0 でない要素が、負の数も含めてすべて 1 になっています。x != 0 を調べるか、astype(bool) で x の真偽値を使ったためです。",
    hint_en="Is bool(-2.0) true or false? Which comparison separates the negative from the positive?",
    hint_ja="bool(-2.0) は True と False のどちらですか。正と負を分けるにはどう比べますか。",
)

changed(
    "one-answer-for-all",
    {RETURN: "return int(np.any(x > 0))"},
    en="The whole array gets one answer: np.any (or max) was put around the comparison, so that a single positive entry makes the result 1. Every entry has its own answer.",
    ja="配列全体で答えが 1 つだけになっています。np.any や max を使ったので、正の要素が 1 つでもあれば 1 になります。答えは要素ごとに必要です。",
    hint_en="Which shape should the result have?",
    hint_ja="結果の形状はどうなるはずですか。",
)

changed(
    "all-of-them-asked",
    {RETURN: "return 1 if (x > 0).all() else 0"},
    en="The whole array gets one answer: np.all was put around the comparison (as the error message about if proposes). Every entry has its own answer.",
    ja="配列全体で答えが 1 つだけになっています。if のエラーメッセージにある all() を使ったためです。答えは要素ごとに必要です。",
    hint_en="Which shape should the result have?",
    hint_ja="結果の形状はどうなるはずですか。",
)

changed(
    "counts",
    {RETURN: "return np.sum(x > 0)"},
    en="This is the number of positive entries. Asked is a 0 or a 1 for each of them.",
    ja="正の要素の個数を返しています。必要なのは、要素ごとの 0 か 1 です。",
    hint_en="Is there a sum too many? Which shape should the result have?",
    hint_ja="余分な合計はありませんか。結果の形状はどうなるはずですか。",
)

changed(
    "positions-of-the-positive",
    {RETURN: "return np.where(x > 0)"},
    en="np.where with the condition alone gives the positions of the positive entries, not a value for each entry.",
    ja="np.where に条件だけを渡すと、正の要素の位置(インデックス)が返ります。要素ごとの値ではありません。",
    hint_en="np.where can take two more arguments. What are they for?",
    hint_ja="np.where には、あと 2 つ引数を渡せます。何のための引数ですか。",
)

changed(
    "one-axis-only",
    {RETURN: "y = np.zeros(len(x), dtype=int)\nfor i in range(len(x)):\n    if x[i] > 0:\n        y[i] = 1\nreturn y"},
    en="The loop over len(x) decides one number a step, which works for 1-D arrays only: x[i] of a matrix is a whole row.",
    ja="len(x) 回のループで要素を 1 つずつ判断しているので、1 次元配列でしか動きません。行列の x[i] は 1 行全体です。",
    hint_en="A comparison works on every entry of any array by itself. What is left for the loop to do?",
    hint_ja="比較は、どんな形状の配列でも要素ごとに行われます。ループは必要ですか。",
)

changed(
    "list-returned",
    {RETURN: "return [1 if value > 0 else 0 for value in x]"},
    en="The list comprehension gives a list, not an array, and it walks along the first axis only, so that a matrix fails in the if.",
    ja="リスト内包表記なので、配列ではなくリストが返ります。最初の軸だけをたどるので、行列では if のところで失敗します。",
    hint_en="A comparison works on every entry of any array by itself. What is left for the loop to do?",
    hint_ja="比較は、どんな形状の配列でも要素ごとに行われます。ループは必要ですか。",
)
