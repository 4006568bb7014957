from grader.authoring import changed

SIZE_TO_RETURN = (
    "size = np.abs(a) + np.abs(b)\nsize = np.where(size == 0, 1.0, size)\nreturn np.max(np.abs(a - b) / size)"
)
SIZE = "size = np.abs(a) + np.abs(b)"
RETURN_RELATIVE_ERROR = "return np.max(np.abs(a - b) / size)"
RETURN_GRADIENT_CHECK = "return relative_error(grad(x), numerical_gradient(f, x))"

changed(
    "absolute-error",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b))"},
    en="This is the absolute error: the difference is not divided by anything. Of large gradients even a good one would look bad.",
    ja="これは絶対誤差です。差を何でも割っていません。これでは、値の大きな勾配は、正しくても誤差が大きく見えてしまいます。",
    hint_en="What should come out if both arrays are multiplied by 1000?",
    hint_ja="両方の配列を 1000 倍すると、結果はどうなるはずですか。",
)

changed(
    "zero-over-zero",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / (np.abs(a) + np.abs(b)))"},
    en="Where both entries are 0 the quotient is 0 / 0, which is nan, and np.max hands the nan on.",
    ja="両方とも 0 の要素で 0 / 0 となって nan になり、np.max の結果も nan になっています。",
    hint_en="How well do two zeros agree? Which divisor would say so?",
    hint_ja="0 と 0 は一致しています。そのことを表すには、何で割ればよいですか。",
)

changed(
    "nan-skipped",
    {SIZE_TO_RETURN: "size = np.nanmax(np.abs(a - b) / (np.abs(a) + np.abs(b)))\nreturn size"},
    en="np.nanmax leaves out the nan of 0 / 0, but where all entries are 0 nothing is left, and the result is nan again.",
    ja="np.nanmax で 0 / 0 の nan を除いていますが、全要素が 0 だと何も残らず、結果がまた nan になります。",
    hint_en="What does np.nanmax return for an array of nothing but nan?",
    hint_ja="nan だけの配列に対して、np.nanmax は何を返しますか。",
)

changed(
    "first-size-only",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / np.where(np.abs(a) == 0, 1.0, np.abs(a)))"},
    en="The difference is divided by the size of a alone, so the result changes when a and b are exchanged. Both sizes count.",
    ja="差を a の大きさだけで割っているので、a と b を入れ替えると値が変わってしまいます。両方の大きさを使います。",
    hint_en="Compare relative_error(a, b) with relative_error(b, a).",
    hint_ja="relative_error(a, b) と relative_error(b, a) を比べてみましょう。",
)

changed(
    "first-size-only-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / (np.abs(a)))"},
    en="The difference is divided by the size of a alone, so the result changes when a and b are exchanged. Both sizes count. Besides, 0 / 0 gives nan.",
    ja="差を a の大きさだけで割っているので、a と b を入れ替えると値が変わってしまいます。両方の大きさを使います。また、0 / 0 で nan になります。",
    hint_en="Compare relative_error(a, b) with relative_error(b, a).",
    hint_ja="relative_error(a, b) と relative_error(b, a) を比べてみましょう。",
)

changed(
    "second-size-only",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / np.where(np.abs(b) == 0, 1.0, np.abs(b)))"},
    en="The difference is divided by the size of b alone, so the result changes when a and b are exchanged. Both sizes count.",
    ja="差を b の大きさだけで割っているので、a と b を入れ替えると値が変わってしまいます。両方の大きさを使います。",
    hint_en="Compare relative_error(a, b) with relative_error(b, a).",
    hint_ja="relative_error(a, b) と relative_error(b, a) を比べてみましょう。",
)

changed(
    "second-size-only-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / (np.abs(b)))"},
    en="The difference is divided by the size of b alone, so the result changes when a and b are exchanged. Both sizes count. Besides, 0 / 0 gives nan.",
    ja="差を b の大きさだけで割っているので、a と b を入れ替えると値が変わってしまいます。両方の大きさを使います。また、0 / 0 で nan になります。",
    hint_en="Compare relative_error(a, b) with relative_error(b, a).",
    hint_ja="relative_error(a, b) と relative_error(b, a) を比べてみましょう。",
)

changed(
    "larger-size",
    {SIZE: "size = np.maximum(np.abs(a), np.abs(b))"},
    en="The difference is divided by the larger of the two sizes. That is used as well, but here it is their sum.",
    ja="差を、2 つのうち大きい方の大きさで割っています。そういう定義もありますが、ここでは大きさの和で割ります。",
    hint_en="What should come out for 1 and -1?",
    hint_ja="1 と -1 を比べると、結果はいくつになるはずですか。",
)

changed(
    "larger-size-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / (np.maximum(np.abs(a), np.abs(b))))"},
    en="The difference is divided by the larger of the two sizes. That is used as well, but here it is their sum. Besides, 0 / 0 gives nan.",
    ja="差を、2 つのうち大きい方の大きさで割っています。そういう定義もありますが、ここでは大きさの和で割ります。また、0 / 0 で nan になります。",
    hint_en="What should come out for 1 and -1?",
    hint_ja="1 と -1 を比べると、結果はいくつになるはずですか。",
)

changed(
    "mean-size",
    {SIZE: "size = (np.abs(a) + np.abs(b)) / 2"},
    en="The difference is divided by the mean of the two sizes, so the result is twice as large as it should be. Here it is divided by their sum.",
    ja="差を 2 つの大きさの平均で割っているので、値が 2 倍になっています。ここでは大きさの和で割ります。",
    hint_en="What is the largest value that the result should take?",
    hint_ja="結果がとりうる最大の値はいくつのはずですか。",
)

changed(
    "mean-size-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / ((np.abs(a) + np.abs(b)) / 2))"},
    en="The difference is divided by the mean of the two sizes, so the result is twice as large as it should be. Here it is divided by their sum. Besides, 0 / 0 gives nan.",
    ja="差を 2 つの大きさの平均で割っているので、値が 2 倍になっています。ここでは大きさの和で割ります。また、0 / 0 で nan になります。",
    hint_en="What is the largest value that the result should take?",
    hint_ja="結果がとりうる最大の値はいくつのはずですか。",
)

changed(
    "size-of-the-sum",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / np.where(np.abs(a + b) == 0, 1.0, np.abs(a + b)))"},
    en="The divisor is the size of the sum, |a + b|. For opposite signs a and b cancel in it, and the result grows beyond 1. The sizes are taken first, then added.",
    ja="分母が和の絶対値 |a + b| になっています。符号が逆だと a と b が打ち消し合い、結果が 1 を超えてしまいます。先にそれぞれの絶対値をとってから足します。",
    hint_en="What is your divisor for 2 and -2?",
    hint_ja="2 と -2 のとき、分母はいくつになりますか。",
)

changed(
    "size-of-the-sum-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / (np.abs(a + b)))"},
    en="The divisor is the size of the sum, |a + b|. For opposite signs a and b cancel in it, and the result grows beyond 1. The sizes are taken first, then added. Besides, 0 / 0 gives nan.",
    ja="分母が和の絶対値 |a + b| になっています。符号が逆だと a と b が打ち消し合い、結果が 1 を超えてしまいます。先にそれぞれの絶対値をとってから足します。また、0 / 0 で nan になります。",
    hint_en="What is your divisor for 2 and -2?",
    hint_ja="2 と -2 のとき、分母はいくつになりますか。",
)

changed(
    "signed-sum",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / np.where(a + b == 0, 1.0, a + b))"},
    en="The divisor is the sum a + b with its sign: for negative entries the quotient is negative and is lost in the maximum. The sizes are added, |a| + |b|.",
    ja="分母が a + b のままなので、負の要素では商も負になり、最大値に現れません。絶対値どうしを足して |a| + |b| とします。",
    hint_en="What is your quotient for -1 and -3?",
    hint_ja="-1 と -3 のとき、商はいくつになりますか。",
)

changed(
    "signed-sum-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.max(np.abs(a - b) / (a + b))"},
    en="The divisor is the sum a + b with its sign: for negative entries the quotient is negative and is lost in the maximum. The sizes are added, |a| + |b|. Besides, 0 / 0 gives nan.",
    ja="分母が a + b のままなので、負の要素では商も負になり、最大値に現れません。絶対値どうしを足して |a| + |b| とします。また、0 / 0 で nan になります。",
    hint_en="What is your quotient for -1 and -3?",
    hint_ja="-1 と -3 のとき、商はいくつになりますか。",
)

changed(
    "difference-with-sign",
    {SIZE_TO_RETURN: "return np.max((a - b) / np.where(np.abs(a) + np.abs(b) == 0, 1.0, np.abs(a) + np.abs(b)))"},
    en="The difference keeps its sign: where a is smaller than b the quotient is negative and is lost in the maximum.",
    ja="差の符号が残っているので、a が b より小さい要素では商が負になり、最大値に現れません。",
    hint_en="What should come out for 1 and 3, and for 3 and 1?",
    hint_ja="1 と 3、3 と 1 を比べると、それぞれいくつになるはずですか。",
)

changed(
    "sizes-of-the-difference",
    {RETURN_RELATIVE_ERROR: "return np.max(np.abs(np.abs(a) - np.abs(b)) / size)"},
    en="The absolute values are subtracted from each other, | |a| - |b| |, so an entry of the wrong sign looks right.",
    ja="絶対値どうしを引いているので(| |a| - |b| |)、符号だけが逆の要素が正しく見えてしまいます。",
    hint_en="What should come out for 2 and -2?",
    hint_ja="2 と -2 を比べると、結果はいくつになるはずですか。",
)

changed(
    "mean-for-maximum",
    {RETURN_RELATIVE_ERROR: "return np.mean(np.abs(a - b) / size)"},
    en="The mean over the entries is returned. The largest is asked for: one wrong entry among many right ones should not be lost.",
    ja="要素ごとの相対誤差の平均を返しています。求めるのは最大値です。平均では、多くの正しい要素の中に 1 つだけある間違いが目立たなくなります。",
    hint_en="One entry of a hundred is wrong. What does your number say?",
    hint_ja="100 個のうち 1 個だけ間違っているとき、結果はいくつになりますか。",
)

changed(
    "mean-for-maximum-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.mean(np.abs(a - b) / (np.abs(a) + np.abs(b)))"},
    en="The mean over the entries is returned, where the largest is asked for. Besides, 0 / 0 gives nan.",
    ja="要素ごとの相対誤差の平均を返しています。求めるのは最大値です。また、0 / 0 で nan になります。",
    hint_en="One entry of a hundred is wrong. What does your number say?",
    hint_ja="100 個のうち 1 個だけ間違っているとき、結果はいくつになりますか。",
)

changed(
    "sum-for-maximum",
    {SIZE_TO_RETURN: "return np.sum(np.abs(a - b) / np.where(np.abs(a) + np.abs(b) == 0, 1.0, np.abs(a) + np.abs(b)))"},
    en="The relative errors of the entries are added up. The largest of them is asked for.",
    ja="要素ごとの相対誤差を足し合わせています。求めるのは最大値です。",
    hint_en="May the result grow with the number of entries?",
    hint_ja="要素の数が増えると、結果も大きくなってよいでしょうか。",
)

changed(
    "every-entry-returned",
    {
        "size = np.where(size == 0, 1.0, size)\nreturn np.max(np.abs(a - b) / size)": "return np.abs(a - b) / np.where(size == 0, 1.0, size)"
    },
    en="An array comes back, the relative error of every entry. One number is asked for, the largest.",
    ja="要素ごとの相対誤差が配列のまま返っています。返すのは最大値(数値 1 つ)です。",
    hint_en="What stands before the fraction in the formula?",
    hint_ja="式では、分数の前に何がありますか。",
)

changed(
    "every-entry-returned-and-zero-over-zero",
    {SIZE_TO_RETURN: "return np.abs(a - b) / (np.abs(a) + np.abs(b))"},
    en="An array comes back, the relative error of every entry, where one number is asked for, the largest. Besides, 0 / 0 gives nan.",
    ja="要素ごとの相対誤差が配列のまま返っています。返すのは最大値(数値 1 つ)です。また、0 / 0 で nan になります。",
    hint_en="What stands before the fraction in the formula?",
    hint_ja="式では、分数の前に何がありますか。",
)

changed(
    "maxima-before-the-quotient",
    {SIZE: "size = np.max(np.abs(a) + np.abs(b))"},
    en="The maxima are taken first and then divided. A small entry that is quite wrong disappears beside a large one that is right; divide entry by entry, and take the maximum last.",
    ja="先に最大値をとってから割っています。これでは、値の小さな要素の大きな間違いが、値の大きな正しい要素に隠れてしまいます。要素ごとに割り、最大値は最後にとります。",
    hint_en="What should come out for [100, 1] and [100, 3]?",
    hint_ja="[100, 1] と [100, 3] を比べると、結果はいくつになるはずですか。",
)

changed(
    "norms",
    {
        SIZE: "size = np.linalg.norm(a) + np.linalg.norm(b)",
        RETURN_RELATIVE_ERROR: "return np.linalg.norm(a - b) / size",
    },
    en="The norms of whole arrays are compared. That is used as well, but here every entry is compared by itself and the worst one counts.",
    ja="配列全体のノルムを比べています。そういう方法もありますが、ここでは要素ごとに比べて、誤差が最大のものをとります。",
    hint_en="What should come out for [100, 1] and [100, 3]?",
    hint_ja="[100, 1] と [100, 3] を比べると、結果はいくつになるはずですか。",
)

changed(
    "squared",
    {SIZE_TO_RETURN: "return np.max((a - b) ** 2 / np.where(a**2 + b**2 == 0, 1.0, a**2 + b**2))"},
    en="Squares are compared in place of sizes, so small errors look far smaller than they are.",
    ja="絶対値ではなく 2 乗で比べているので、小さな誤差がさらに小さく見えてしまいます。",
    hint_en="What should come out for 1 and 3?",
    hint_ja="1 と 3 を比べると、結果はいくつになるはずですか。",
)

changed(
    "zero-counts-as-right",
    {RETURN_RELATIVE_ERROR: "return np.max(np.where(a * b == 0, 0.0, np.abs(a - b) / size))"},
    en="An entry counts as 0 as soon as one of the two is 0. A gradient that is 0 where it should not be is wrong: only where both are 0 they agree.",
    ja="どちらか片方が 0 なら誤差 0 としています。0 でないはずの勾配が 0 になっているのは間違いです。一致しているのは、両方とも 0 のときだけです。",
    hint_en="What should come out for 0 and 5?",
    hint_ja="0 と 5 を比べると、結果はいくつになるはずですか。",
)

changed(
    "zero-over-zero-counts-as-one",
    {RETURN_RELATIVE_ERROR: "return np.max(np.where(a == b, a == 0, np.abs(a - b) / size))"},
    en="Where both entries are 0 the error counts as 1. Two zeros agree: the error is 0.",
    ja="両方とも 0 の要素の誤差を 1 としています。0 と 0 は一致しているので、誤差は 0 です。",
    hint_en="How well do two zeros agree?",
    hint_ja="0 と 0 は、どのくらい一致していますか。",
)

changed(
    "check-by-absolute-error",
    {RETURN_GRADIENT_CHECK: "return np.max(np.abs(grad(x) - numerical_gradient(f, x)))"},
    en="gradient_check returns the absolute difference of the two gradients. It should return their relative error.",
    ja="gradient_check が、2 つの勾配の差の絶対値(絶対誤差)を返しています。返すのは相対誤差です。",
    hint_en="Which function of yours measures how far two arrays are apart?",
    hint_ja="2 つの配列の違いを測る関数は、もう書いてあります。どれですか。",
)

changed(
    "check-by-mean-absolute-error",
    {RETURN_GRADIENT_CHECK: "return np.mean(np.abs(grad(x) - numerical_gradient(f, x)))"},
    en="gradient_check returns the mean absolute difference of the two gradients, as the book does. Here it is the relative error, and the worst entry.",
    ja="gradient_check が、本と同じように差の絶対値の平均を返しています。この問題で返すのは、相対誤差の最大値です。",
    hint_en="Which function of yours measures how far two arrays are apart?",
    hint_ja="2 つの配列の違いを測る関数は、もう書いてあります。どれですか。",
)

changed(
    "grad-not-checked",
    {RETURN_GRADIENT_CHECK: "return relative_error(numerical_gradient(f, x), numerical_gradient(f, x))"},
    en="gradient_check says 0 for a wrong gradient too: the same gradient is on both sides of the comparison.",
    ja="間違った勾配に対しても gradient_check が 0 を返します。比較の両側が同じ勾配になっています。",
    hint_en="Where does your code call grad, and where numerical_gradient?",
    hint_ja="grad と numerical_gradient は、それぞれどこで呼んでいますか。",
)

changed(
    "verdict-returned",
    {RETURN_GRADIENT_CHECK: "return bool(relative_error(grad(x), numerical_gradient(f, x)) < 1e-6)"},
    en="gradient_check returns True or False. The relative error itself is asked for.",
    ja="gradient_check が True か False を返しています。返すのは相対誤差の値です。",
    hint_en="What does your last comparison throw away?",
    hint_ja="最後の比較をする前の値は何ですか。",
)

changed(
    "grad-not-called",
    {RETURN_GRADIENT_CHECK: "return relative_error(grad, numerical_gradient(f, x))"},
    en="grad itself is compared, which is a function. The gradient is what it returns for x.",
    ja="関数 grad をそのまま比べています。勾配は、grad に x を渡したときの戻り値です。",
    hint_en="What is the type of grad, and what that of grad(x)?",
    hint_ja="grad の型は何ですか。grad(x) の型は何ですか。",
)

changed(
    "grad-differentiated",
    {RETURN_GRADIENT_CHECK: "return relative_error(grad(x), numerical_gradient(grad, x))"},
    en="grad is differentiated numerically. What is differentiated is f; grad is already a derivative.",
    ja="grad を数値微分しています。数値微分するのは f です。grad はすでに微分です。",
    hint_en="Of which function is grad said to be the gradient?",
    hint_ja="grad は、どの関数の勾配ですか。",
)

changed(
    "gradient-against-value",
    {RETURN_GRADIENT_CHECK: "return relative_error(grad(x), f(x))"},
    en="The gradient is compared with the value of f. It should be compared with the numerical gradient of f.",
    ja="勾配を f の値と比べています。比べる相手は、f の数値微分による勾配です。",
    hint_en="Which function gives the gradient of f without knowing a formula?",
    hint_ja="式を知らなくても f の勾配を求められる関数はどれですか。",
)

changed(
    "gradients-added-up-first",
    {RETURN_GRADIENT_CHECK: "return relative_error(np.sum(grad(x)), np.sum(numerical_gradient(f, x)))"},
    en="Each gradient is added up to one number before the comparison, so errors of different entries cancel or drown.",
    ja="比べる前に、それぞれの勾配を足し合わせて 1 つの数にしています。これでは要素ごとの間違いが打ち消し合ったり、隠れたりします。",
    hint_en="Which shape do the two arrays have when they are compared?",
    hint_ja="比べるとき、2 つの配列の形状はどうなっていますか。",
)

changed(
    "sums-before-the-quotient",
    {
        SIZE: "size = np.sum(np.abs(a)) + np.sum(np.abs(b))",
        RETURN_RELATIVE_ERROR: "return np.sum(np.abs(a - b)) / size",
    },
    en="The differences and the sizes are added up over all entries and then divided (two means do the same). A small entry that is quite wrong disappears; divide entry by entry, and take the maximum last.",
    ja="差の和と大きさの和を求めてから割っています(平均どうしで割っても同じです)。小さい要素の大きな間違いが隠れてしまいます。要素ごとに割ってから、最後に最大値をとります。",
    hint_en="One entry is right and large, another is small and quite wrong. What should the result be?",
    hint_ja="大きくて正しい要素と、小さくてまったく違う要素があるとき、結果はいくつになるはずですか。",
)

changed(
    "maximum-of-rows",
    {RETURN_RELATIVE_ERROR: "return max(np.abs(a - b) / size)"},
    en="For a matrix there is an error, or an array comes back: Python's own max goes through the rows, and cannot say which of two rows is larger.",
    ja="行列を渡すとエラーになるか、配列が返ります。Python の max は行を順に比べますが、2 つの行のどちらが大きいかは決まりません。",
    unless=r"(?:np|numpy)\.a?max\(|\.max\(",
    hint_en="Which maximum looks at every entry of any array?",
    hint_ja="どんな形状の配列でも、すべての要素の最大値を求める関数はどれですか。",
)

changed(
    "check-averages-the-rows",
    {
        RETURN_GRADIENT_CHECK: "return np.mean([relative_error(a, b) for a, b in zip(grad(x), numerical_gradient(f, x), strict=True)])"
    },
    en="gradient_check averages the errors of the slices along the first axis. The worst entry of all is asked for, as relative_error gives it for the whole arrays.",
    ja="gradient_check が、最初の軸に沿って分けた部分ごとの誤差を平均しています。求めるのは全体で最も悪い要素の誤差で、relative_error に配列全体を渡せば得られます。",
    hint_en="relative_error takes arrays of any shape. Is the loop needed?",
    hint_ja="relative_error はどんな形状の配列でも受け取れます。ループは必要ですか。",
)
