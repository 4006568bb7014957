from grader.authoring import changed, families

changed(
    "forward-difference",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x + h) - f(x)) / h"},
    en="This is the forward difference, (f(x+h) - f(x)) / h: the slope of a line that begins at x and leans to one side. The result is off by as much as h; the central difference goes to both sides.",
    ja="前方差分 (f(x+h) - f(x)) / h になっています。x から片側だけに伸びた直線の傾きなので、h と同じくらいの誤差が残ります。中心差分では両側の点を使います。",
    hint_en="Which point lies as far below x as x+h lies above it?",
    hint_ja="x+h と反対側に、x から同じだけ離れた点はどこですか。",
)

changed(
    "backward-difference",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x) - f(x - h)) / h"},
    en="This is the backward difference, (f(x) - f(x-h)) / h: it looks at one side of x only. The result is off by as much as h; the central difference goes to both sides.",
    ja="後方差分 (f(x) - f(x-h)) / h になっています。x の片側しか見ていないので、h と同じくらいの誤差が残ります。中心差分では両側の点を使います。",
    hint_en="Which point lies as far above x as x-h lies below it?",
    hint_ja="x-h と反対側に、x から同じだけ離れた点はどこですか。",
)

changed(
    "forward-difference-tiny-step",
    {"h = 1e-4\nreturn (f(x + h) - f(x - h)) / (2 * h)": "h = 1e-8\nreturn (f(x + h) - f(x)) / h"},
    en="This is the forward difference with a tiny h. The value comes near, but only one side of x is looked at, and a smaller h brings rounding errors; with the central difference a comfortable h is more exact.",
    ja="とても小さな h を使った前方差分になっています。値は近くなりますが、x の片側しか見ておらず、h を小さくすると丸め誤差も増えます。中心差分なら、ほどよい大きさの h でより正確に求まります。",
    hint_en="At which points is f evaluated? Is one of them below x?",
    hint_ja="f を計算している点はどこですか。x より小さい点はありますか。",
)

changed(
    "backward-difference-tiny-step",
    {"h = 1e-4\nreturn (f(x + h) - f(x - h)) / (2 * h)": "h = 1e-8\nreturn (f(x) - f(x - h)) / h"},
    en="This is the backward difference with a tiny h. The value comes near, but only one side of x is looked at, and a smaller h brings rounding errors; with the central difference a comfortable h is more exact.",
    ja="とても小さな h を使った後方差分になっています。値は近くなりますが、x の片側しか見ておらず、h を小さくすると丸め誤差も増えます。中心差分なら、ほどよい大きさの h でより正確に求まります。",
    hint_en="At which points is f evaluated? Is one of them above x?",
    hint_ja="f を計算している点はどこですか。x より大きい点はありますか。",
)

changed(
    "step-lost-in-rounding",
    {"h = 1e-4": "h = 1e-50"},
    en="f was evaluated at x itself only, so the derivative is 0 (but at x = 0): h is so small (like 1e-50) that x+h is x again after rounding.",
    ja="f を x そのものでしか計算していないので、微分が(x = 0 のときを除いて)0 になっています。h が小さすぎて(1e-50 など)丸め誤差で x+h が x と同じ値になっています。",
    hint_en="Evaluate 1.0 + h == 1.0 in Python, with your h.",
    hint_ja="自分の h を使って、Python で 1.0 + h == 1.0 を試してみましょう。",
)

changed(
    "step-never-added",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x) - f(x)) / (2 * h)"},
    en="f was evaluated only at x itself, at x = 0 too, so the derivative is 0 everywhere: no h is added to x or taken from it where f is called.",
    ja="x = 0 のときも含めて、f を x そのものでしか計算していないので、微分がいつも 0 になっています。f を呼ぶところで、x に h を足したり引いたりしていません。",
    hint_en="Print what f receives in each of the two calls.",
    hint_ja="2 回の呼び出しで f が受け取る値を print してみましょう。",
)

changed(
    "upper-point-twice",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x + h) - f(x + h)) / (2 * h)"},
    en="f is evaluated twice at x+h and never at x-h, so the two values are equal and the derivative is 0. (The gradient in document 003 has this slip.)",
    ja="f を x+h で 2 回計算しており、x-h では一度も計算していません。2 つの値が同じなので、微分が 0 になります(資料 003 の勾配のコードにも同じ誤りがあります)。",
    hint_en="Print what f receives in each of the two calls.",
    hint_ja="2 回の呼び出しで f が受け取る値を print してみましょう。",
)

changed(
    "lower-point-twice",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x - h) - f(x - h)) / (2 * h)"},
    en="f is evaluated twice at x-h and never at x+h, so the two values are equal and the derivative is 0.",
    ja="f を x-h で 2 回計算しており、x+h では一度も計算していません。2 つの値が同じなので、微分が 0 になります。",
    hint_en="Print what f receives in each of the two calls.",
    hint_ja="2 回の呼び出しで f が受け取る値を print してみましょう。",
)

changed(
    "divided-by-h",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x + h) - f(x - h)) / h"},
    en="The difference is divided by h, though the two points lie 2h apart: the derivative is twice as large as it should be.",
    ja="差を h で割っています。2 点の間隔は 2h なので、微分が 2 倍になっています。",
    hint_en="How far apart are the two points at which f was evaluated?",
    hint_ja="f を計算した 2 点は、どれだけ離れていますか。",
)

changed(
    "divisor-without-parentheses",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x + h) - f(x - h)) / 2 * h"},
    en="/ 2 * h divides by 2 and then multiplies by h, so the result is nearly 0.",
    ja="/ 2 * h は「2 で割ってから h を掛ける」という意味になり、結果がほとんど 0 になっています。",
    hint_en="In which order does Python work out a / 2 * h?",
    hint_ja="Python は a / 2 * h をどの順番で計算しますか。",
)

changed(
    "numerator-without-parentheses",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return f(x + h) - f(x - h) / (2 * h)"},
    en="Without parentheses around the difference only f(x-h) is divided, and the result is huge.",
    ja="差をかっこで囲んでいないので、f(x-h) だけが割られ、とても大きな値になっています。",
    hint_en="In which order does Python work out a - b / c?",
    hint_ja="Python は a - b / c をどの順番で計算しますか。",
)

changed(
    "not-divided",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return f(x + h) - f(x - h)"},
    en="The difference of the two values is returned, not divided by the distance between the two points.",
    ja="2 つの値の差をそのまま返しており、2 点の間隔で割っていません。",
    hint_en="A slope is a change of f per … what?",
    hint_ja="傾きは、f の変化を何で割ったものですか。",
)

changed(
    "lower-point-is-x",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x + h) - f(x)) / (2 * h)"},
    en="The second evaluation is at x itself in place of x-h, and the difference is divided by 2h: the derivative is about half of what it should be.",
    ja="2 回目の計算が x-h ではなく x そのもので行われ、それを 2h で割っています。微分がおよそ半分になっています。",
    hint_en="How far apart are the two points at which f was evaluated?",
    hint_ja="f を計算した 2 点は、どれだけ離れていますか。",
)

changed(
    "half-steps-over-2h",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x + h / 2) - f(x - h / 2)) / (2 * h)"},
    en="f is evaluated at x+h/2 and x-h/2, which lie h apart, but the difference is divided by 2h: the derivative is half of what it should be.",
    ja="f を x+h/2 と x-h/2 で計算しているので 2 点の間隔は h ですが、差を 2h で割っています。微分が半分になっています。",
    hint_en="How far apart are the two points at which f was evaluated?",
    hint_ja="f を計算した 2 点は、どれだけ離れていますか。",
)

changed(
    "sign-flipped",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x - h) - f(x + h)) / (2 * h)"},
    en="The difference is taken the wrong way round, f(x-h) - f(x+h): the sign is flipped.",
    ja="差の順番が逆で、f(x-h) - f(x+h) になっています。符号が反転しています。",
    hint_en="If f grows with x, which of the two values is larger?",
    hint_ja="x とともに f が増えるとき、2 つの値のどちらが大きいですか。",
)

changed(
    "sum-for-difference",
    {"return (f(x + h) - f(x - h)) / (2 * h)": "return (f(x + h) + f(x - h)) / (2 * h)"},
    en="The two values are added, where the second is subtracted from the first. The result is huge.",
    ja="2 つの値を足しています。1 つ目から 2 つ目を引きましょう。このままではとても大きな値になります。",
    hint_en="What should come out for a constant function?",
    hint_ja="f が定数関数なら、結果はいくつになるはずですか。",
)

changed(
    "step-of-one-tenth",
    {"h = 1e-4": "h = 0.1"},
    en="The step h = 0.1 is too large. For a parabola any step will do, but for x³, exp and sin the mean slope between the two points is not the slope at x.",
    ja="刻み幅 h = 0.1 が大きすぎます。2 次関数ならどんな h でも合いますが、x³ や exp、sin では、2 点間の平均の傾きが x での傾きからずれてしまいます。",
    hint_en="Differentiate x**3 at 2 with your h, and with one a hundred times smaller. Which is nearer to 12?",
    hint_ja="x**3 の x = 2 での微分を、今の h と 100 分の 1 の h で求めてみましょう。12 に近いのはどちらですか。",
)

changed(families.step_of_one, {"h = 1e-4": "h = 1.0"})

changed(
    "step-relative-to-x",
    {"h = 1e-4": "h = 1e-4 * x"},
    en="The step is a share of x, h * x: at x = 0 it vanishes, and the quotient is 0 / 0 (a ZeroDivisionError). Take a step that does not vanish with x.",
    ja="刻み幅が x に比例しています。x = 0 では刻み幅も 0 になり、0 / 0 になってしまいます(ZeroDivisionError)。x が 0 でも消えない刻み幅にしましょう。",
    hint_en="How far are your two points apart when x is 0?",
    hint_ja="x が 0 のとき、2 つの点はどれだけ離れていますか。",
)
