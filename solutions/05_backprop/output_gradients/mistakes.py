import numpy as np

from grader.authoring import changed, mistake

BODY = "if t.ndim == 1:\nt = np.eye(y.shape[1])[t]\nreturn (y - t) / len(y)"

changed(
    "squared-error-sign",
    {"return 2 * (y - t) / y.size": "return 2 * (t - y) / y.size"},
    en="d_mean_squared_error has the wrong sign: it computes t - y, or takes its arguments in the order (t, y) in which documents 000 and 004 call such functions. Gradient descent would climb.",
    ja="d_mean_squared_error の符号が逆です。t - y を計算しているか、引数を (t, y) の順(資料 000 や 004 の呼び出し方)で受け取っています。このままでは勾配降下法で損失が増えてしまいます。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-sign-and-factor",
    {"return 2 * (y - t) / y.size": "return (t - y) / y.size"},
    en="d_mean_squared_error computes (t - y) / K. The sign is wrong (or the arguments are taken in the order (t, y) in which documents 000 and 004 call such functions), and the factor 2 is lost: only in document 000's half mean does it disappear.",
    ja="d_mean_squared_error が (t - y) / K を計算しています。符号が逆で(または引数を資料 000 や 004 の呼び出し方のように (t, y) の順で受け取っていて)、係数の 2 も抜けています。2 が消えるのは、資料 000 のように 1/2 が付いた損失の場合だけです。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-factor-2-lost",
    {"return 2 * (y - t) / y.size": "return (y - t) / y.size"},
    en="d_mean_squared_error is half of what it should be: the factor 2 is lost. (y - t) / K is the gradient of document 000's half mean, whose 1/2 cancels the 2. The loss here is the plain mean, so the 2 from the derivative of the square stays.",
    ja="d_mean_squared_error の値がちょうど半分で、係数の 2 が抜けています。(y - t) / K は、資料 000 の 1/2 が付いた平均二乗誤差の勾配です。ここの損"
    "失は平均そのものなので、2 乗を微分したときの 2 は消えずに残ります。",
    hint_en="What is the derivative of z²? Is there anything in the stub's mean_squared_error that would cancel part of it?",
    hint_ja="z² の微分は何ですか。ファイルにある mean_squared_error に、それを打ち消す係数はありますか。",
)

changed(
    "squared-error-half-kept",
    {"return 2 * (y - t) / y.size": "return (y - t) / (2 * y.size)"},
    en="d_mean_squared_error is a quarter of what it should be: it divides by 2 as well, where the derivative of the square multiplies by 2. This loss has no factor 1/2 (document 000's has), and even with one the 2 of the derivative would cancel it.",
    ja="d_mean_squared_error の値がちょうど 4 分の 1 になっています。2 乗を微分すると 2 が掛かるはずなのに、逆に 2 で割っています。ここの損失に 1/2 "
    "は付いていません(付いているのは資料 000 のもので、それも微分の 2 と打ち消し合います)。",
    hint_en="What is the derivative of z²? Is there anything in the stub's mean_squared_error that would cancel part of it?",
    hint_ja="z² の微分は何ですか。ファイルにある mean_squared_error に、それを打ち消す係数はありますか。",
)

changed(
    "squared-error-not-divided",
    {"return 2 * (y - t) / y.size": "return y - t"},
    en="d_mean_squared_error returns y - t: the factor 2 and the division by K are both missing. That is the gradient of half the sum of the squares (the formula of document 000, sum_squared_error in the exercise squared_errors); this loss is the mean.",
    ja="d_mean_squared_error が y - t をそのまま返しています。係数の 2 も K での割り算もありません。それは 2 乗和の 2 分の 1(資料 000 の数式、squared_errors の問題の sum_squared_error)の勾配です。ここの損失は平均です。",
    hint_en="The loss is a mean. Over how many numbers, in the formula of the statement?",
    hint_ja="この損失は平均です。問題文の式では、いくつの数の平均ですか。",
)

changed(
    "squared-error-sum",
    {"return 2 * (y - t) / y.size": "return 2 * (y - t)"},
    en="d_mean_squared_error returns 2 (y - t), the gradient of the plain sum of the squares. This loss is their mean: the division by K is missing.",
    ja="d_mean_squared_error が 2 (y - t) を返しています。それは 2 乗和の勾配です。ここの損失は平均なので、K での割り算が必要です。",
    hint_en="The loss is a mean. Over how many numbers, in the formula of the statement?",
    hint_ja="この損失は平均です。問題文の式では、いくつの数の平均ですか。",
)

changed(
    "squared-error-divided-by-rows",
    {"return 2 * (y - t) / y.size": "return 2 * (y - t) / y.shape[0]"},
    en="d_mean_squared_error computes 2 (y - t) / N: it divides by the number of rows only. That is the gradient of the squared errors summed over each row and averaged over the batch; this mean runs over all entries, the columns as well. (Only where the output has a single column is it the same.)",
    ja="d_mean_squared_error が 2 (y - t) / N を計算していて、行数(バッチサイズ)だけで割っています。それは、行ごとの 2 乗和をバッチで平均した損失の勾配です。ここの損失は列も含めた全要素の平均です(出力が 1 列のときだけ同じになります)。",
    hint_en="The loss is a mean. Over how many numbers, in the formula of the statement?",
    hint_ja="この損失は平均です。問題文の式では、いくつの数の平均ですか。",
)

changed(
    "squared-error-half-by-rows",
    {"return 2 * (y - t) / y.size": "return (y - t) / y.shape[0]"},
    en="d_mean_squared_error computes (y - t) / N: it divides by the number of rows only, and the factor 2 is lost. That is the gradient of half the sum of the squares, averaged over the batch; this loss is the plain mean over all entries. (With two columns the two slips cancel, otherwise not.)",
    ja="d_mean_squared_error が (y - t) / N を計算しています。行数(バッチサイズ)だけで割っていて、係数の 2 も抜けています。それは 2 乗和の 2 分の 1 をバッチで平均した損失の勾配です。ここの損失は全要素の平均そのものです(2 列のときだけ、たまたま同じ値になります)。",
    hint_en="The loss is a mean. Over how many numbers, in the formula of the statement?",
    hint_ja="この損失は平均です。問題文の式では、いくつの数の平均ですか。",
)

changed(
    "squared-error-divided-by-columns",
    {"return 2 * (y - t) / y.size": "return 2 * (y - t) / y.shape[-1]"},
    en="d_mean_squared_error divides by the length of the last axis only. This mean runs over all entries, the rows as well.",
    ja="d_mean_squared_error が最後の軸の長さだけで割っています。この損失は、行も含めた全要素の平均です。",
    hint_en="The loss is a mean. Over how many numbers, in the formula of the statement?",
    hint_ja="この損失は平均です。問題文の式では、いくつの数の平均ですか。",
)

changed(
    "squared-error-half-by-columns",
    {"return 2 * (y - t) / y.size": "return (y - t) / y.shape[-1]"},
    en="d_mean_squared_error computes (y - t) / M: it divides by the length of the last axis only, and the factor 2 is lost. This mean runs over all entries, the rows as well.",
    ja="d_mean_squared_error が (y - t) / M を計算しています。最後の軸の長さだけで割っていて、係数の 2 も抜けています。この損失は、行も含めた全要素の平均です。",
    hint_en="The loss is a mean. Over how many numbers, in the formula of the statement?",
    hint_ja="この損失は平均です。問題文の式では、いくつの数の平均ですか。",
)

changed(
    "squared-error-divided-by-two-axes",
    {"return 2 * (y - t) / y.size": "return 2 * (y - t) / (y.shape[0] * y.shape[-1])"},
    en="d_mean_squared_error divides by the product of the first and the last length of the shape: right for two axes, wrong for one or three. The mean runs over all entries, however many axes there are.",
    ja="d_mean_squared_error が最初の軸と最後の軸の長さの積で割っています。2 次元なら合いますが、1 次元や 3 次元では違います。次元数によらず、全要素の平均です。",
    hint_en="Which attribute of an array counts its entries, whatever its shape?",
    hint_ja="形状によらず、配列の要素の総数を表す属性はどれですか。",
)

changed(
    "squared-error-two-axes-only",
    {"return 2 * (y - t) / y.size": "n, m = y.shape\nreturn 2 * (y - t) / (n * m)"},
    en="d_mean_squared_error takes the shape apart as two numbers (N, M = y.shape) and so fails for one or three axes. The shape may be any.",
    ja="d_mean_squared_error が形状を 2 つの数に分けて受け取っているため(N, M = y.shape)、1 次元や 3 次元の配列で失敗します。形状は任意です。",
    hint_en="Which attribute of an array counts its entries, whatever its shape?",
    hint_ja="形状によらず、配列の要素の総数を表す属性はどれですか。",
)

changed(
    "squared-error-averaged",
    {"return 2 * (y - t) / y.size": "return 2 * np.mean(y - t)"},
    en="d_mean_squared_error returns one number, twice the mean of y - t. A gradient has an entry for every entry of y.",
    ja="d_mean_squared_error が y - t の平均の 2 倍を 1 つの数として返しています。勾配は y の要素ごとにあります。",
    hint_en="Compare the shape of your result with y.shape.",
    hint_ja="結果の形状と y の形状を比べてみましょう。",
)

changed(
    "squared-error-averaged-and-factor",
    {"return 2 * (y - t) / y.size": "return np.mean(y - t)"},
    en="d_mean_squared_error returns one number, the mean of y - t. A gradient has an entry for every entry of y (and the factor 2 is lost).",
    ja="d_mean_squared_error が y - t の平均を 1 つの数として返しています。勾配は y の要素ごとにあります(係数の 2 も抜けています)。",
    hint_en="Compare the shape of your result with y.shape.",
    hint_ja="結果の形状と y の形状を比べてみましょう。",
)

changed(
    "squared-error-summed-over-rows",
    {"return 2 * (y - t) / y.size": "return 2 * np.sum(y - t, axis=0) / y.size"},
    en="d_mean_squared_error sums over the batch (axis 0) and divides. A gradient with respect to y has an entry for every entry of y.",
    ja="d_mean_squared_error がバッチの軸(axis 0)で和をとってから割っています。y についての勾配は、y の要素ごとにあります。",
    hint_en="Compare the shape of your result with y.shape.",
    hint_ja="結果の形状と y の形状を比べてみましょう。",
)

changed(
    "squared-error-summed-over-rows-and-factor",
    {"return 2 * (y - t) / y.size": "return np.sum(y - t, axis=0) / y.size"},
    en="d_mean_squared_error sums over the batch (axis 0) and divides. A gradient with respect to y has an entry for every entry of y (and the factor 2 is lost).",
    ja="d_mean_squared_error がバッチの軸(axis 0)で和をとってから割っています。y についての勾配は、y の要素ごとにあります(係数の 2 も抜けています)。",
    hint_en="Compare the shape of your result with y.shape.",
    hint_ja="結果の形状と y の形状を比べてみましょう。",
)

changed(
    "squared-error-still-squared",
    {"return 2 * (y - t) / y.size": "return (y - t) ** 2 / y.size"},
    en="d_mean_squared_error returns the squared errors divided, not their derivative: the sign of y - t is lost.",
    ja="d_mean_squared_error が、微分ではなく二乗誤差そのものを割って返しています。y - t の符号が失われています。",
    hint_en="What is the derivative of z²?",
    hint_ja="z² の微分は何ですか。",
)

changed(
    "squared-error-absolute",
    {"return 2 * (y - t) / y.size": "return 2 * np.abs(y - t) / y.size"},
    en="d_mean_squared_error takes the absolute value of y - t. The sign says in which direction y has to move.",
    ja="d_mean_squared_error が y - t の絶対値をとっています。符号は、y をどちらに動かすかを表す大事な情報です。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-absolute-and-factor",
    {"return 2 * (y - t) / y.size": "return np.abs(y - t) / y.size"},
    en="d_mean_squared_error takes the absolute value of y - t, and the factor 2 is lost. The sign says in which direction y has to move.",
    ja="d_mean_squared_error が y - t の絶対値をとっていて、係数の 2 も抜けています。符号は、y をどちらに動かすかを表す大事な情報です。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-returns-loss",
    {"return 2 * (y - t) / y.size": "return np.mean((y - t) ** 2)"},
    en="d_mean_squared_error returns the loss itself, one number, not its gradient.",
    ja="d_mean_squared_error が、勾配ではなく損失そのもの(1 つの数)を返しています。",
    hint_en="Compare the shape of your result with y.shape.",
    hint_ja="結果の形状と y の形状を比べてみましょう。",
)

changed(
    "squared-error-returns-half-loss",
    {"return 2 * (y - t) / y.size": "return np.mean((y - t) ** 2) / 2"},
    en="d_mean_squared_error returns a loss (document 000's half mean), one number, not the gradient of this one.",
    ja="d_mean_squared_error が、勾配ではなく損失(1/2 の付いた資料 000 の平均二乗誤差、1 つの数)を返しています。",
    hint_en="Compare the shape of your result with y.shape.",
    hint_ja="結果の形状と y の形状を比べてみましょう。",
)

changed(
    "squared-error-t-left-out",
    {"return 2 * (y - t) / y.size": "return 2 * y / y.size"},
    en="d_mean_squared_error returns 2 y / K; the target does not occur.",
    ja="d_mean_squared_error が 2 y / K を返しています。教師データが使われていません。",
    hint_en="What should the gradient be where y equals t?",
    hint_ja="y と t が等しいところで、勾配はいくつのはずですか。",
)

changed(
    "squared-error-t-left-out-and-factor",
    {"return 2 * (y - t) / y.size": "return y / y.size"},
    en="d_mean_squared_error returns y / K; the target does not occur, nor the factor 2.",
    ja="d_mean_squared_error が y / K を返しています。教師データが使われておらず、係数の 2 もありません。",
    hint_en="What should the gradient be where y equals t?",
    hint_ja="y と t が等しいところで、勾配はいくつのはずですか。",
)

changed(
    "squared-error-changes-y",
    {"return 2 * (y - t) / y.size": "y -= t\ny *= 2 / y.size\nreturn y"},
    en="d_mean_squared_error works in y itself (y -= t, or dy = y and then dy -= t), so the caller's prediction is gone.",
    ja="d_mean_squared_error が y そのものを書き換えています(y -= t や、dy = y のあとの dy -= t)。呼び出し側の予測が失われてしまいます。",
    hint_en="Does `dy = y` make a second array, or a second name for the same one?",
    hint_ja="`dy = y` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)

changed(
    "squared-error-changes-y-and-factor",
    {"return 2 * (y - t) / y.size": "y -= t\ny /= y.size\nreturn y"},
    en="d_mean_squared_error works in y itself (y -= t, or dy = y and then dy -= t), so the caller's prediction is gone; and the factor 2 is lost.",
    ja="d_mean_squared_error が y そのものを書き換えています(y -= t や、dy = y のあとの dy -= t)。呼び出し側の予測が失われてしまいます。係数の 2 も抜けています。",
    hint_en="Does `dy = y` make a second array, or a second name for the same one?",
    hint_ja="`dy = y` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)

changed(
    "squared-error-sign-and-rows",
    {"return 2 * (y - t) / y.size": "return 2 * (t - y) / y.shape[0]"},
    en="d_mean_squared_error has the wrong sign (t - y, or the arguments in the order (t, y) of documents 000 and 004), and it divides by the number of rows only, where the mean runs over all entries.",
    ja="d_mean_squared_error の符号が逆です(t - y になっているか、引数を資料 000 や 004 のように (t, y) の順で受け取っています)。さらに、全要素の個数ではなく行数だけで割っています。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-sign-factor-and-rows",
    {"return 2 * (y - t) / y.size": "return (t - y) / y.shape[0]"},
    en="d_mean_squared_error computes (t - y) / N: the sign is wrong (or the arguments are in the order (t, y) of documents 000 and 004), the factor 2 is lost, and it divides by the number of rows only, where the mean runs over all entries.",
    ja="d_mean_squared_error が (t - y) / N を計算しています。符号が逆で(または引数を資料 000 や 004 のように (t, y) の順で受け取っていて)、係数の 2 が抜け、全要素の個数ではなく行数だけで割っています。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-sign-and-not-divided",
    {"return 2 * (y - t) / y.size": "return t - y"},
    en="d_mean_squared_error returns t - y: the sign is wrong, and both the factor 2 and the division by the number of entries are missing.",
    ja="d_mean_squared_error が t - y を返しています。符号が逆で、係数の 2 も、要素の個数による割り算もありません。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-sign-and-sum",
    {"return 2 * (y - t) / y.size": "return 2 * (t - y)"},
    en="d_mean_squared_error returns 2 (t - y): the sign is wrong, and the division by the number of entries is missing.",
    ja="d_mean_squared_error が 2 (t - y) を返しています。符号が逆で、要素の個数による割り算もありません。",
    hint_en="If an entry of y is above its target, does the loss rise or fall when y grows? Which sign must the gradient have?",
    hint_ja="y が教師データより大きいとき、y を増やすと損失は増えますか、減りますか。勾配の符号はどうなるはずですか。",
)

changed(
    "squared-error-parentheses",
    {"return 2 * (y - t) / y.size": "return 2 * y - t / y.size"},
    en="d_mean_squared_error computes 2 y - t / K: without parentheses only y is doubled and only t divided.",
    ja="d_mean_squared_error が 2 y - t / K になっています。かっこがないので、y だけが 2 倍され、t だけが割られています。",
    hint_en="What does Python compute first: the difference, or the product and the quotient?",
    hint_ja="Python は、引き算と、掛け算や割り算の、どちらを先に計算しますか。",
)

changed(
    "squared-error-parentheses-and-factor",
    {"return 2 * (y - t) / y.size": "return y - t / y.size"},
    en="d_mean_squared_error computes y - t / K: without parentheses only t is divided, and the factor 2 is lost.",
    ja="d_mean_squared_error が y - t / K になっています。かっこがないので、t だけが割られています。係数の 2 も抜けています。",
    hint_en="What does Python compute first: the difference or the quotient?",
    hint_ja="Python は、引き算と割り算のどちらを先に計算しますか。",
)

changed(
    "squared-error-parentheses-inside",
    {"return 2 * (y - t) / y.size": "return 2 * (y - t / y.size)"},
    en="d_mean_squared_error computes 2 (y - t / K): the division stands inside the parentheses, so only t is divided.",
    ja="d_mean_squared_error が 2 (y - t / K) になっています。割り算がかっこの中にあるので、t だけが割られています。",
    hint_en="What does Python compute first: the difference or the quotient?",
    hint_ja="Python は、引き算と割り算のどちらを先に計算しますか。",
)

changed(
    "squared-error-not-returned",
    {"return 2 * (y - t) / y.size": "np.divide(2 * (y - t), y.size)"},
    en="d_mean_squared_error returns nothing.",
    ja="d_mean_squared_error が何も返していません。",
    hint_en="Which line hands the result to the caller?",
    hint_ja="結果を呼び出し側に渡しているのはどの行ですか。",
)

changed(
    "softmax-sign",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn (one_hot - y) / len(y)"},
    en="d_softmax_with_loss has the wrong sign: it computes t - y. Gradient descent would climb.",
    ja="d_softmax_with_loss の符号が逆です。t - y を計算しています。このままでは勾配降下法で損失が増えてしまいます。",
    hint_en="If the right class has y = 0.2, should its score rise or fall? Descent moves against the gradient.",
    hint_ja="正解のクラスの確率が 0.2 のとき、そのスコアは上げるべきですか、下げるべきですか。勾配降下法は勾配と逆向きに動かします。",
)

changed(
    "softmax-arguments-swapped",
    {
        BODY: "y, t = t, y\nif t.size == y.size:\n    return (y - t) / len(y)\ndx = y.copy()\ndx[np.arange(len(y)), t] -= 1\nreturn dx / len(y)"
    },
    en="d_softmax_with_loss takes its arguments in the order (t, y), as documents 000 and 004 write it. With one-hot targets that turns the sign round, and with labels it fails.",
    ja="d_softmax_with_loss が引数を (t, y) の順で受け取っています(資料 000 や 004 の書き方)。one-hot 表現では符号が逆になり、ラベルではエラーになります。",
    hint_en="Which argument comes first according to the statement?",
    hint_ja="問題文では、どちらの引数が先ですか。",
)

changed(
    "softmax-not-divided",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn y - one_hot"},
    en="d_softmax_with_loss returns y - t undivided. The loss is the mean over the batch, so the gradient has a 1/N.",
    ja="d_softmax_with_loss が y - t をそのまま返しています。損失はバッチの平均なので、勾配にも 1/N が付きます。",
    hint_en="The cross entropy is a mean over the samples. How many are there?",
    hint_ja="交差エントロピー誤差はデータについての平均です。データはいくつありますか。",
)

changed(
    "softmax-divided-by-entries",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn (y - one_hot) / y.size"},
    en="d_softmax_with_loss divides by the number of all entries. Each sample contributes one logarithm, so the mean is over the rows.",
    ja="d_softmax_with_loss が全要素の個数で割っています。データ 1 個につき log は 1 つなので、割る数は行数です。",
    hint_en="The cross entropy is a mean over the samples. How many are there?",
    hint_ja="交差エントロピー誤差はデータについての平均です。データはいくつありますか。",
)

changed(
    "softmax-divided-by-size-of-t",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn (y - one_hot) / t.size"},
    en="d_softmax_with_loss divides by t.size. For labels that is the number of samples, but for one-hot targets it is the number of all entries.",
    ja="d_softmax_with_loss が t.size で割っています。ラベルなら行数ですが、one-hot 表現では全要素の個数になってしまいます。",
    hint_en="Print t.size for both kinds of t. Which attribute counts the rows in both cases?",
    hint_ja="2 通りの t で t.size を print してみましょう。どちらの場合も行数になるのはどの値ですか。",
)

changed(
    "softmax-divided-by-classes",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn (y - one_hot) / y.shape[1]"},
    en="d_softmax_with_loss divides by the number of classes; the mean runs over the samples.",
    ja="d_softmax_with_loss がクラスの数で割っています。平均はデータについてとります。",
    hint_en="The cross entropy is a mean over the samples. How many are there?",
    hint_ja="交差エントロピー誤差はデータについての平均です。データはいくつありますか。",
)

changed(
    "softmax-one-hot-only",
    {BODY: "return (y - t) / y.shape[0]"},
    en="d_softmax_with_loss computes y - t whatever t is. With labels the shapes do not fit: they have to become rows of 0 and 1 first.",
    ja="d_softmax_with_loss が、t の形によらず y - t を計算しています。ラベルでは形状が合いません。先に 0 と 1 の行に直す必要があります。",
    hint_en="What is the shape of t in the two cases? What does the label 2 say about its row?",
    hint_ja="2 通りの場合で、t の形状はそれぞれ何ですか。ラベルの 2 は、その行について何を表していますか。",
)


@mistake(
    "softmax-labels-not-divided",
    en="d_softmax_with_loss divides by N for one-hot targets, but not for labels.",
    ja="d_softmax_with_loss が、one-hot 表現のときは N で割っているのに、ラベルのときは割っていません。",
    hint_en="Which of your two branches has the division?",
    hint_ja="2 つの分岐のうち、割り算があるのはどちらですか。",
)
def d_softmax_with_loss(y, t):
    one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
    return (y - one_hot) / (len(y) if t.ndim == 2 else 1)


changed(
    "softmax-labels-only",
    {BODY: "dx = y.copy()\ndx[np.arange(len(y)), t] -= 1\nreturn dx / len(y)"},
    en="d_softmax_with_loss always uses t to pick columns. One-hot rows are no column numbers, and as floats they cannot be an index at all.",
    ja="d_softmax_with_loss が、いつも t を列の番号として使っています。one-hot 表現は番号ではなく、浮動小数点数なので添字にもできません。",
    hint_en="What is the shape of t in the two cases? How can your code tell them apart?",
    hint_ja="2 通りの場合で、t の形状はそれぞれ何ですか。コードの中でどう見分けますか。",
)

changed(
    "softmax-labels-as-column",
    {BODY: "return (y - (t if t.ndim == 2 else t[:, None])) / len(y)"},
    en="d_softmax_with_loss subtracts the class number itself, as a column, from the whole row. A label says at which place the 1 stands.",
    ja="d_softmax_with_loss が、ラベルを縦に並べて、クラスの番号そのものを行全体から引いています。ラベルは、1 が何番目にあるかを表すものです。",
    hint_en="For the label 2, which entry of the row has a target of 1, and what have the others?",
    hint_ja="ラベルが 2 のとき、教師データが 1 になるのはその行の何番目ですか。ほかはいくつですか。",
)

changed(
    "softmax-whole-columns",
    {BODY: "if t.ndim == 2:\n    return (y - t) / len(y)\ndx = y.copy()\ndx[:, t] -= 1\nreturn dx / len(y)"},
    en="d_softmax_with_loss subtracts 1 in whole columns (dx[:, t]) when t holds labels. Every row has its own right class.",
    ja="d_softmax_with_loss が、ラベルのときに列全体から 1 を引いています(dx[:, t])。正解のクラスは行ごとに違います。",
    hint_en="dx[:, t] picks columns. How do you pick one entry in each row?",
    hint_ja="dx[:, t] は列を選びます。行ごとに 1 つの要素を選ぶには、どう書きますか。",
)

changed(
    "softmax-labels-from-one",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t - 1]\nreturn (y - one_hot) / len(y)"},
    en="d_softmax_with_loss counts the labels from 1, so that the 1 stands one place too far to the left.",
    ja="d_softmax_with_loss がラベルを 1 から数えています。1 の位置が左に 1 つずれています。",
    hint_en="Which place of the row does the label 0 mean?",
    hint_ja="ラベル 0 は、その行の何番目を指しますか。",
)

changed(
    "softmax-changes-y",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\ny -= one_hot\nreturn y / len(y)"},
    en="d_softmax_with_loss subtracts inside y itself (dx = y, then dx[...] -= 1, or y -= t): the caller's probabilities are gone.",
    ja="d_softmax_with_loss が y そのものから引いています(dx = y のあとの dx[...] -= 1 や y -= t)。呼び出し側の確率が変わってしまいます。",
    hint_en="Does `dx = y` make a second array, or a second name for the same one?",
    hint_ja="`dx = y` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)

changed(
    "softmax-changes-y-and-divides",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\ny -= one_hot\ny /= len(y)\nreturn y"},
    en="d_softmax_with_loss does all its work inside y (y -= t, then y /= N): the caller's probabilities are gone.",
    ja="d_softmax_with_loss が計算をすべて y の中で行っています(y -= t、y /= N)。呼び出し側の確率が失われてしまいます。",
    hint_en="Does `dx = y` make a second array, or a second name for the same one?",
    hint_ja="`dx = y` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)

changed(
    "softmax-changes-y-for-labels",
    {BODY: "if t.ndim == 2:\n    return (y - t) / len(y)\ny[np.arange(len(y)), t] -= 1\nreturn y / len(y)"},
    en="For labels d_softmax_with_loss subtracts the 1 inside y itself (dx = y, then dx[...] -= 1): the caller's probabilities are changed.",
    ja="ラベルのとき、d_softmax_with_loss が y そのものから 1 を引いています(dx = y のあとの dx[...] -= 1)。呼び出し側の確率が変わってしまいます。",
    hint_en="Does `dx = y` make a second array, or a second name for the same one?",
    hint_ja="`dx = y` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)

changed(
    "softmax-left-out",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn -one_hot / y / len(y)"},
    en="d_softmax_with_loss returns -t / y divided by N: the gradient with respect to the probabilities y. Wanted is the one with respect to the scores before softmax.",
    ja="d_softmax_with_loss が -t / y を N で割った値、つまり確率 y についての勾配を返しています。求めるのは、ソフトマックス関数に入る前のスコアについての勾配です。",
    hint_en="y moves when x moves, and all entries of a row do so together. Where is softmax in your chain?",
    hint_ja="x を動かすと、その行の y はすべて動きます。連鎖律の中に、ソフトマックス関数の分は入っていますか。",
)

changed(
    "softmax-of-y",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn (softmax(y) - one_hot) / len(y)"},
    en="d_softmax_with_loss applies softmax to y. y has been through softmax already.",
    ja="d_softmax_with_loss が y にもう一度ソフトマックス関数をかけています。y はすでにソフトマックス関数の出力です。",
    hint_en="What does the statement say y is: scores or probabilities?",
    hint_ja="問題文では、y はスコアですか、確率ですか。",
)


@mistake(
    "softmax-slope-once-more",
    en="d_softmax_with_loss multiplies y - t by y (1 - y). The derivative of softmax is in y - t already.",
    ja="d_softmax_with_loss が y - t にさらに y (1 - y) を掛けています。ソフトマックス関数の微分は y - t の中にもう入っています。",
    hint_en="Compare with a numerical gradient. Where does y (1 - y) come from?",
    hint_ja="数値微分と比べてみましょう。y (1 - y) はどこから来ましたか。",
)
def d_softmax_with_loss(y, t):
    one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
    return (y - one_hot) * y * (1 - y) / len(y)


changed(
    "softmax-right-class-only",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn (y - one_hot) * one_hot / len(y)"},
    en="d_softmax_with_loss is 0 outside the right class. A higher score of a wrong class takes probability from the right one, so it has a gradient too.",
    ja="d_softmax_with_loss が、正解のクラス以外で 0 になっています。ほかのクラスのスコアが上がると正解の確率が下がるので、そこにも勾配があります。",
    hint_en="If the score of a wrong class grows, does the probability of the right one stay?",
    hint_ja="正解でないクラスのスコアを上げると、正解の確率はそのままですか。",
)

changed(
    "softmax-t-left-out",
    {BODY: "return y / len(y)"},
    en="d_softmax_with_loss returns y / N; the target does not occur.",
    ja="d_softmax_with_loss が y / N を返しています。教師データが使われていません。",
    hint_en="What should the gradient be if the prediction is perfect?",
    hint_ja="予測が完全に正しいとき、勾配はいくつのはずですか。",
)


@mistake(
    "softmax-jacobian-divides-by-zero",
    en="d_softmax_with_loss multiplies t / y by the derivative of softmax. On paper that is right, but where the right class has the probability 0 it is 0 / 0, which is nan.",
    ja="d_softmax_with_loss が、t / y にソフトマックス関数の微分を掛けています。数式としては正しいのですが、正解のクラスの確率が 0 のところで 0 で割"
    "ることになり、数値計算では nan になります。",
    hint_en="Multiply the two derivatives on paper first. What cancels?",
    hint_ja="先に手計算で 2 つの微分を掛け合わせてみましょう。何が約分されますか。",
)
def d_softmax_with_loss(y, t):
    one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
    dy = np.where(one_hot == 1, -one_hot / y, 0.0)
    return y * (dy - np.sum(dy * y, axis=1, keepdims=True)) / len(y)


changed(
    "softmax-sign-and-not-divided",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn one_hot - y"},
    en="d_softmax_with_loss returns t - y: the sign is wrong, and the 1/N of the mean is missing.",
    ja="d_softmax_with_loss が t - y を返しています。符号が逆で、平均の 1/N もありません。",
    hint_en="If the right class has y = 0.2, should its score rise or fall? Descent moves against the gradient.",
    hint_ja="正解のクラスの確率が 0.2 のとき、そのスコアは上げるべきですか、下げるべきですか。勾配降下法は勾配と逆向きに動かします。",
)

changed(
    "softmax-parentheses",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]\nreturn y - one_hot / len(y)"},
    en="d_softmax_with_loss computes y - t / N: without parentheses only t is divided.",
    ja="d_softmax_with_loss が y - t / N になっています。かっこがないので、t だけが割られています。",
    hint_en="What does Python compute first: the difference or the quotient?",
    hint_ja="Python は、引き算と割り算のどちらを先に計算しますか。",
)


@mistake(
    "softmax-averaged-over-the-batch",
    en="d_softmax_with_loss sums y - t over the batch and divides by N: one row for all samples. Every sample has scores of its own, and so a gradient of its own.",
    ja="d_softmax_with_loss が y - t をバッチで平均し、全データで 1 行にしています。スコアはデータごとにあるので、勾配もデータごとにあります。",
    hint_en="Compare the shape of your result with y.shape.",
    hint_ja="結果の形状と y の形状を比べてみましょう。",
)
def d_softmax_with_loss(y, t):
    one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
    return np.sum(y - one_hot, axis=0) / len(y)


changed(
    "softmax-gradient-not-returned",
    {BODY: "np.divide(y, len(y))"},
    en="d_softmax_with_loss returns nothing.",
    ja="d_softmax_with_loss が何も返していません。",
    hint_en="Which line hands the result to the caller?",
    hint_ja="結果を呼び出し側に渡しているのはどの行ですか。",
)


@mistake(
    "softmax-jacobian-clipped",
    en="Where the right class has the probability 0, its row of d_softmax_with_loss is 0 instead of (y - t) / N, as when t / y, with y kept away from 0, is multiplied by the derivative of softmax. There the gradient is needed most.",
    ja="正解のクラスの確率が 0 のところで、d_softmax_with_loss の行が (y - t) / N ではなく 0 になっています。0 で割らないようにした t / y に、ソフトマックス関数の微分を掛けた場合などに、こうなります。そこは勾配が最も必要なところです。",
    hint_en="Multiply the two derivatives on paper first. What cancels?",
    hint_ja="先に手計算で 2 つの微分を掛け合わせてみましょう。何が約分されますか。",
)
def d_softmax_with_loss(y, t):
    one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
    dy = -one_hot / np.maximum(y, 1e-12)
    return y * (dy - np.sum(dy * y, axis=1, keepdims=True)) / len(y)


@mistake(
    "softmax-one-hot-not-divided",
    en="d_softmax_with_loss divides by N for labels, but not for one-hot targets.",
    ja="d_softmax_with_loss が、ラベルのときは N で割っているのに、one-hot 表現のときは割っていません。",
    hint_en="Which of your two branches has the division?",
    hint_ja="2 つの分岐のうち、割り算があるのはどちらですか。",
)
def d_softmax_with_loss(y, t):
    one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
    return (y - one_hot) / (1 if t.ndim == 2 else len(y))


changed(
    "softmax-classes-counted-from-the-labels",
    {BODY: "one_hot = t if t.ndim == 2 else np.eye(t.max() + 1)[t]\nreturn (y - one_hot) / len(y)"},
    en="d_softmax_with_loss makes one-hot rows with as many columns as the largest label of this batch says. If the last class does not occur in it, they are shorter than the rows of y.",
    ja="d_softmax_with_loss が、ラベルから作る one-hot 表現の列の数を、バッチの中の最大のラベルから決めています。最後のクラスがバッチに出てこないと、y の行より短くなります。",
    hint_en="The labels [0, 1] can come with three classes. Which array knows how many classes there are?",
    hint_ja="3 クラスでも、ラベルが [0, 1] だけのバッチはありえます。クラスの数がわかるのはどの配列ですか。",
)
