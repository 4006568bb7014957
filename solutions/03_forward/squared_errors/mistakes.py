from grader.authoring import changed

changed(
    "sum-is-mean",
    {"return 0.5 * np.sum((y - t) ** 2)": "return np.mean((y - t) ** 2)"},
    en="sum_squared_error returns the mean of the squares (document 002's error, which mean_squared_error should return). Here it is half of their sum.",
    ja="sum_squared_error が 2 乗の平均(資料 002 の平均二乗誤差で、mean_squared_error が返すもの)を返しています。ここでは和の 2 分の 1 です。",
    hint_en="What happens to this error when the same sample stands in the batch twice? And to yours?",
    hint_ja="同じデータをバッチに 2 回並べると、この誤差はどうなるはずですか。自分の結果はどうなりますか。",
)

changed(
    "sum-is-half-mean",
    {"return 0.5 * np.sum((y - t) ** 2)": "return np.mean((y - t) ** 2) / 2"},
    en="sum_squared_error returns half the mean (the code of document 000, which half_mean_squared_error should return). Halving is right, but the squares are summed, not averaged.",
    ja="sum_squared_error が平均の 2 分の 1(資料 000 のコードで、half_mean_squared_error が返すもの)を返しています。2 で割るのは合っていますが、平均ではなく和をとります。",
    hint_en="Does the formula of the sum divide by n?",
    hint_ja="和の式は、n で割っていますか。",
)

changed(
    "mean-is-half-sum",
    {"return np.mean((y - t) ** 2)": "return 0.5 * np.sum((y - t) ** 2)"},
    en="mean_squared_error returns half the sum of the squares. Document 003 gives it this name, but it is no mean; here it is called sum_squared_error.",
    ja="mean_squared_error が 2 乗の和の 2 分の 1 を返しています。資料 003 のコードはこれを mean_squared_error と名付けていますが、平均ではありません。この問題では sum_squared_error にあたります。",
    hint_en="Should a mean grow with the number of entries?",
    hint_ja="要素の数が増えると、平均も大きくなるはずですか。",
)

changed(
    "mean-is-half-mean",
    {"return np.mean((y - t) ** 2)": "return np.mean((y - t) ** 2) / 2"},
    en="mean_squared_error returns half of the mean. The code of document 000 does so under this name; here that is half_mean_squared_error, and mean_squared_error is the mean itself.",
    ja="mean_squared_error が平均の 2 分の 1 を返しています。資料 000 のコードは同じ名前でこれを返しますが、この問題では half_mean_squared_error にあたります。mean_squared_error は平均そのものです。",
    hint_en="What is the mean of 1, 0 and 4?",
    hint_ja="1、0、4 の平均はいくつですか。",
)

changed(
    "half-mean-is-half-sum",
    {"return np.mean((y - t) ** 2) / 2": "return 0.5 * np.sum((y - t) ** 2)"},
    en="half_mean_squared_error returns half the sum of the squares (document 003's error and the formula of document 000). What is halved here is the mean, as in document 000's code.",
    ja="half_mean_squared_error が和の 2 分の 1(資料 003 の誤差、資料 000 の数式)を返しています。ここで 2 で割るのは、資料 000 のコードと同じく平均です。",
    hint_en="By which two numbers does the formula divide?",
    hint_ja="式では、どの 2 つの数で割っていますか。",
)

changed(
    "half-mean-is-mean",
    {"return np.mean((y - t) ** 2) / 2": "return np.mean((y - t) ** 2)"},
    en="half_mean_squared_error returns the whole mean: the half is missing.",
    ja="half_mean_squared_error が平均そのものを返しています。2 で割るのを忘れています。",
    hint_en="In what does this function differ from mean_squared_error?",
    hint_ja="この関数は mean_squared_error と何が違いますか。",
)

changed(
    "sum-not-halved",
    {"return 0.5 * np.sum((y - t) ** 2)": "return np.sum((y - t) ** 2)"},
    en="sum_squared_error returns the whole sum: the factor ½ is missing.",
    ja="sum_squared_error が和そのものを返しています。係数の ½ がありません。",
    hint_en="What stands before the sum in the formula?",
    hint_ja="式では、和の前に何がありますか。",
)

changed(
    "half-mean-quartered",
    {"return np.mean((y - t) ** 2) / 2": "return 0.5 * np.mean((y - t) ** 2) / 2"},
    en="half_mean_squared_error gives a quarter of the mean: it is halved twice, or the half stands inside the square.",
    ja="half_mean_squared_error が平均の 4 分の 1 になっています。2 分の 1 を 2 回掛けているか、2 乗の中に入れています。",
    hint_en="Where does the half stand, and how often does it count?",
    hint_ja="2 分の 1 はどこに書かれ、何回効きますか。",
)

changed(
    "absolute-everywhere",
    everywhere={"(y - t) ** 2": "np.abs(y - t)"},
    en="The differences are made positive by their absolute value in all three functions. They have to be squared: a miss of 2 counts four times as much as one of 1.",
    ja="3 つの関数すべてで、差の 2 乗ではなく絶対値をとっています。2 乗しましょう。差が 2 なら、差が 1 のときの 4 倍に数えます。",
    hint_en="For [1, 3, 2] and [0, 3, 4], are your three terms 1, 0, 4 or 1, 0, 2?",
    hint_ja="[1, 3, 2] と [0, 3, 4] のとき、3 つの項は 1、0、4 ですか、それとも 1、0、2 ですか。",
)

changed(
    "not-squared-everywhere",
    everywhere={"(y - t) ** 2": "(y - t)"},
    en="The differences are not squared in any of the functions, so those above and those below the target cancel, and the error can be negative.",
    ja="3 つの関数すべてで、差を 2 乗していません。正の差と負の差が打ち消し合い、誤差が負になることもあります。",
    hint_en="Can an error be 0 when no output is right?",
    hint_ja="どの出力も正解と違うのに、誤差が 0 になってよいでしょうか。",
)

changed(
    "sum-of-absolute-values",
    {"return 0.5 * np.sum((y - t) ** 2)": "return 0.5 * np.sum(np.abs(y - t))"},
    en="The differences are made positive by their absolute value in sum_squared_error. They have to be squared: a miss of 2 counts four times as much as one of 1.",
    ja="sum_squared_error で、差の 2 乗ではなく絶対値をとっています。2 乗しましょう。差が 2 なら、差が 1 のときの 4 倍に数えます。",
    hint_en="For [1, 3, 2] and [0, 3, 4], are your three terms 1, 0, 4 or 1, 0, 2?",
    hint_ja="[1, 3, 2] と [0, 3, 4] のとき、3 つの項は 1、0、4 ですか、それとも 1、0、2 ですか。",
)

changed(
    "sum-of-signed-differences",
    {"return 0.5 * np.sum((y - t) ** 2)": "return 0.5 * np.sum(y - t)"},
    en="The differences are not squared in sum_squared_error, so those above and those below the target cancel, and the error can be negative.",
    ja="sum_squared_error で、差を 2 乗していません。正の差と負の差が打ち消し合い、誤差が負になることもあります。",
    hint_en="Can an error be 0 when no output is right?",
    hint_ja="どの出力も正解と違うのに、誤差が 0 になってよいでしょうか。",
)

changed(
    "sum-squared-too-late",
    {"return 0.5 * np.sum((y - t) ** 2)": "return 0.5 * np.sum(y - t) ** 2"},
    en="sum_squared_error takes the sum of the differences first and squares that one number. The square belongs to each difference; otherwise misses in both directions cancel.",
    ja="sum_squared_error が、差の和をとってから、その 1 つの数を 2 乗しています。2 乗するのは 1 つ 1 つの差です。このままでは正負の差が打ち消し合います。",
    hint_en="To what does ** 2 belong in your line: to the difference, or to the result of the sum?",
    hint_ja="書いた式の ** 2 は、差に付いていますか。それとも和の結果に付いていますか。",
)

changed(
    "sum-of-each-row",
    {"return 0.5 * np.sum((y - t) ** 2)": "return 0.5 * np.sum((y - t) ** 2, axis=-1)"},
    en="For a batch sum_squared_error gives one number for each row. It is one number for the whole batch.",
    ja="バッチを渡すと、sum_squared_error が行ごとに 1 つずつ値を返しています。バッチ全体で 1 つの数値にします。",
    hint_en="Which axes does the sum run over?",
    hint_ja="和は、どの軸についてとっていますか。",
)

changed(
    "sum-averaged-over-rows",
    {"return 0.5 * np.sum((y - t) ** 2)": "return 0.5 * np.sum((y - t) ** 2) / np.atleast_2d(y).shape[0]"},
    en="For a batch sum_squared_error divides by the number of rows, as the cross-entropy error does. This one is a plain sum over the batch.",
    ja="バッチを渡すと、交差エントロピー誤差のように、sum_squared_error をデータの個数で割っています。ここではバッチ全体の和のままにします。",
    hint_en="By what is the sum divided in the formula, but for the 2?",
    hint_ja="式では、2 のほかに何かで割っていますか。",
)

changed(
    "mean-of-absolute-values",
    {"return np.mean((y - t) ** 2)": "return np.mean(np.abs(y - t))"},
    en="The differences are made positive by their absolute value in mean_squared_error. They have to be squared: a miss of 2 counts four times as much as one of 1.",
    ja="mean_squared_error で、差の 2 乗ではなく絶対値をとっています。2 乗しましょう。差が 2 なら、差が 1 のときの 4 倍に数えます。",
    hint_en="For [1, 3, 2] and [0, 3, 4], are your three terms 1, 0, 4 or 1, 0, 2?",
    hint_ja="[1, 3, 2] と [0, 3, 4] のとき、3 つの項は 1、0、4 ですか、それとも 1、0、2 ですか。",
)

changed(
    "mean-of-signed-differences",
    {"return np.mean((y - t) ** 2)": "return np.mean(y - t)"},
    en="The differences are not squared in mean_squared_error, so those above and those below the target cancel, and the error can be negative.",
    ja="mean_squared_error で、差を 2 乗していません。正の差と負の差が打ち消し合い、誤差が負になることもあります。",
    hint_en="Can an error be 0 when no output is right?",
    hint_ja="どの出力も正解と違うのに、誤差が 0 になってよいでしょうか。",
)

changed(
    "mean-squared-too-late",
    {"return np.mean((y - t) ** 2)": "return np.mean(y - t) ** 2"},
    en="mean_squared_error takes the mean of the differences first and squares that one number. The square belongs to each difference; otherwise misses in both directions cancel.",
    ja="mean_squared_error が、差の平均をとってから、その 1 つの数を 2 乗しています。2 乗するのは 1 つ 1 つの差です。このままでは正負の差が打ち消し合います。",
    hint_en="To what does ** 2 belong in your line: to the difference, or to the result of the mean?",
    hint_ja="書いた式の ** 2 は、差に付いていますか。それとも平均の結果に付いていますか。",
)

changed(
    "mean-down-the-columns",
    {"return np.mean((y - t) ** 2)": "return np.mean((y - t) ** 2, axis=0)"},
    en="For a batch mean_squared_error gives one number for each column (axis 0). The mean runs over all entries and is one number.",
    ja="バッチを渡すと、mean_squared_error が列ごと(軸 0)に 1 つずつ値を返しています。全要素の平均をとり、1 つの数値にします。",
    hint_en="Which axes does the mean run over?",
    hint_ja="平均は、どの軸についてとっていますか。",
)

changed(
    "mean-of-each-row",
    {"return np.mean((y - t) ** 2)": "return np.mean((y - t) ** 2, axis=-1)"},
    en="For a batch mean_squared_error gives one number for each row. The mean runs over all entries and is one number.",
    ja="バッチを渡すと、mean_squared_error が行ごとに 1 つずつ値を返しています。全要素の平均をとり、1 つの数値にします。",
    hint_en="Which axes does the mean run over?",
    hint_ja="平均は、どの軸についてとっていますか。",
)

changed(
    "mean-over-len",
    {"return np.mean((y - t) ** 2)": "return np.sum((y - t) ** 2) / len(y)"},
    en="mean_squared_error divides by the length of the first axis, len(y). For a batch that is the number of rows N, where the mean runs over all N × M entries.",
    ja="mean_squared_error が、1 番目の軸の長さ len(y) で割っています。バッチではこれは行数 N ですが、平均は N × M 個の全要素についてとります。",
    hint_en="What is len(y) for a y of shape (2, 3), and how many squares are there?",
    hint_ja="y の形状が (2, 3) のとき、len(y) はいくつですか。差の 2 乗は何個ありますか。",
)

changed(
    "half-mean-of-absolute-values",
    {"return np.mean((y - t) ** 2) / 2": "return np.mean(np.abs(y - t)) / 2"},
    en="The differences are made positive by their absolute value in half_mean_squared_error. They have to be squared: a miss of 2 counts four times as much as one of 1.",
    ja="half_mean_squared_error で、差の 2 乗ではなく絶対値をとっています。2 乗しましょう。差が 2 なら、差が 1 のときの 4 倍に数えます。",
    hint_en="For [1, 3, 2] and [0, 3, 4], are your three terms 1, 0, 4 or 1, 0, 2?",
    hint_ja="[1, 3, 2] と [0, 3, 4] のとき、3 つの項は 1、0、4 ですか、それとも 1、0、2 ですか。",
)

changed(
    "half-mean-of-signed-differences",
    {"return np.mean((y - t) ** 2) / 2": "return np.mean(y - t) / 2"},
    en="The differences are not squared in half_mean_squared_error, so those above and those below the target cancel, and the error can be negative.",
    ja="half_mean_squared_error で、差を 2 乗していません。正の差と負の差が打ち消し合い、誤差が負になることもあります。",
    hint_en="Can an error be 0 when no output is right?",
    hint_ja="どの出力も正解と違うのに、誤差が 0 になってよいでしょうか。",
)

changed(
    "half-mean-squared-too-late",
    {"return np.mean((y - t) ** 2) / 2": "return np.mean(y - t) ** 2 / 2"},
    en="half_mean_squared_error takes the mean of the differences first and squares that one number. The square belongs to each difference; otherwise misses in both directions cancel.",
    ja="half_mean_squared_error が、差の平均をとってから、その 1 つの数を 2 乗しています。2 乗するのは 1 つ 1 つの差です。このままでは正負の差が打ち消し合います。",
    hint_en="To what does ** 2 belong in your line: to the difference, or to the result of the mean?",
    hint_ja="書いた式の ** 2 は、差に付いていますか。それとも平均の結果に付いていますか。",
)

changed(
    "half-mean-down-the-columns",
    {"return np.mean((y - t) ** 2) / 2": "return np.mean((y - t) ** 2, axis=0) / 2"},
    en="For a batch half_mean_squared_error gives one number for each column (axis 0). The mean runs over all entries and is one number.",
    ja="バッチを渡すと、half_mean_squared_error が列ごと(軸 0)に 1 つずつ値を返しています。全要素の平均をとり、1 つの数値にします。",
    hint_en="Which axes does the mean run over?",
    hint_ja="平均は、どの軸についてとっていますか。",
)

changed(
    "half-mean-of-each-row",
    {"return np.mean((y - t) ** 2) / 2": "return np.mean((y - t) ** 2, axis=-1) / 2"},
    en="For a batch half_mean_squared_error gives one number for each row. The mean runs over all entries and is one number.",
    ja="バッチを渡すと、half_mean_squared_error が行ごとに 1 つずつ値を返しています。全要素の平均をとり、1 つの数値にします。",
    hint_en="Which axes does the mean run over?",
    hint_ja="平均は、どの軸についてとっていますか。",
)

changed(
    "half-mean-over-len",
    {"return np.mean((y - t) ** 2) / 2": "return np.sum((y - t) ** 2) / len(y) / 2"},
    en="half_mean_squared_error divides by the length of the first axis, len(y). For a batch that is the number of rows N, where the mean runs over all N × M entries.",
    ja="half_mean_squared_error が、1 番目の軸の長さ len(y) で割っています。バッチではこれは行数 N ですが、平均は N × M 個の全要素についてとります。",
    hint_en="What is len(y) for a y of shape (2, 3), and how many squares are there?",
    hint_ja="y の形状が (2, 3) のとき、len(y) はいくつですか。差の 2 乗は何個ありますか。",
)

changed(
    "root-of-the-mean",
    {"return np.mean((y - t) ** 2)": "return np.sqrt(np.mean((y - t) ** 2))"},
    en="mean_squared_error returns the root of the mean (RMSE). The mean itself is asked for.",
    ja="mean_squared_error が平均の平方根(RMSE)を返しています。求めるのは平方根をとる前の平均です。",
    hint_en="Is there a root in the formula?",
    hint_ja="式に平方根はありますか。",
)

changed(
    "sum-is-the-norm",
    {"return 0.5 * np.sum((y - t) ** 2)": "return 0.5 * np.linalg.norm(y - t)"},
    en="sum_squared_error takes the norm of the difference, which is the root of the sum of squares. The sum itself is halved.",
    ja="sum_squared_error で差のノルムを使っていますが、ノルムは 2 乗和の平方根です。平方根をとらない 2 乗和を 2 で割ります。",
    hint_en="What does np.linalg.norm do after it has added the squares?",
    hint_ja="np.linalg.norm は、2 乗の和をとった後に何をしますか。",
)

changed(
    "mean-is-sum",
    {"return np.mean((y - t) ** 2)": "return np.sum((y - t) ** 2)"},
    en="mean_squared_error returns the sum of the squares: it is not divided by the number of entries.",
    ja="mean_squared_error が 2 乗の和になっています。要素の数で割っていません。",
    hint_en="What is the mean of 1 and 9?",
    hint_ja="1 と 9 の平均はいくつですか。",
)

changed(
    "half-mean-is-sum",
    {"return np.mean((y - t) ** 2) / 2": "return np.sum((y - t) ** 2)"},
    en="half_mean_squared_error returns the sum of the squares: it is neither halved nor divided by the number of entries.",
    ja="half_mean_squared_error が 2 乗の和になっています。2 でも要素の数でも割っていません。",
    hint_en="What is half of the mean of 1 and 9?",
    hint_ja="1 と 9 の平均の半分はいくつですか。",
)

changed(
    "half-mean-times-n",
    {"return np.mean((y - t) ** 2) / 2": "return np.sum((y - t) ** 2) / 2 * y.size"},
    en="half_mean_squared_error is half the sum times the number of entries, where it should be divided by it: sum / 2 * n is (sum / 2) * n.",
    ja="half_mean_squared_error が、和の半分に要素の数を掛けた値になっています。割るはずです。sum / 2 * n は (sum / 2) * n と同じです。",
    hint_en="What is 12 / 2 * 3 in Python, and what is 12 / (2 * 3)?",
    hint_ja="Python で 12 / 2 * 3 と 12 / (2 * 3) はそれぞれいくつですか。",
)

changed(
    "sum-quartered",
    {"return 0.5 * np.sum((y - t) ** 2)": "return 0.25 * np.sum((y - t) ** 2)"},
    en="sum_squared_error gives a quarter of the sum: it is halved twice, or the half stands inside the square.",
    ja="sum_squared_error が和の 4 分の 1 になっています。2 回半分にしているか、1/2 が 2 乗の中に入っています。",
    hint_en="What is the square of one half?",
    hint_ja="2 分の 1 を 2 乗するといくつですか。",
)
