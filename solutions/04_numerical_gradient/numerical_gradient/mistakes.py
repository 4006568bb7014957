from grader.authoring import changed, families

BODY = "x = x.astype(float)\ngradient = np.zeros_like(x)\nfor index in np.ndindex(x.shape):\nmiddle = x[index]\nx[index] = middle + h\nabove = f(x)\nx[index] = middle - h\nbelow = f(x)\nx[index] = middle\ngradient[index] = (above - below) / (2 * h)\nreturn gradient"
LOOP = "gradient = np.zeros_like(x)\nfor index in np.ndindex(x.shape):"
GRADIENT_INDEX = "gradient[index] = (above - below) / (2 * h)"

changed(
    "upper-point-twice",
    {"x[index] = middle - h": "x[index] = middle + h"},
    en="f was evaluated twice at x+h and never at x-h, so the two values are equal and the gradient is 0 everywhere.",
    ja="f を x+h で 2 回計算しており、x-h では一度も計算していません。2 つの値が同じなので、勾配がすべて 0 になります。",
    hint_en="Print the point before each of the two calls of f. Do they lie on different sides of x?",
    hint_ja="f を呼ぶ直前の x を 2 回とも print してみましょう。元の値の両側にありますか。",
)

changed(
    "lower-point-twice",
    {"x[index] = middle + h": "x[index] = middle - h"},
    en="f was evaluated twice at x-h and never at x+h, so the two values are equal and the gradient is 0 everywhere.",
    ja="f を x-h で 2 回計算しており、x+h では一度も計算していません。2 つの値が同じなので、勾配がすべて 0 になります。",
    hint_en="Print the point before each of the two calls of f. Do they lie on different sides of x?",
    hint_ja="f を呼ぶ直前の x を 2 回とも print してみましょう。元の値の両側にありますか。",
)

changed(
    "never-moved",
    {"h = 1e-4": "h = 1e-4\nh = 1e-50"},
    en="f was evaluated only at x itself, so the gradient is 0 everywhere: h was never put into x, or it was taken away again before f was called (both points are the same array), or h is so small (like 1e-50) that x+h is x again in float64.",
    ja="f を x そのものでしか計算していないので、勾配がすべて 0 になります。h を x に入れていないか、f を呼ぶ前に h を打ち消しているか(2 つの点が同じ配列になっている)、h が小さすぎて(1e-50 など)丸め誤差で x+h が x と同じ値になっています。",
    hint_en="Evaluate 1.0 + h == 1.0 in Python, and print x just before f is called.",
    hint_ja="Python で 1.0 + h == 1.0 を試し、f を呼ぶ直前の x を print してみましょう。",
)

changed(
    "not-stored",
    {GRADIENT_INDEX: "_ = (above - below) / (2 * h)"},
    en="f was evaluated on both sides of every entry, but the gradient is 0 everywhere: the quotients were never stored in it.",
    ja="各要素の両側で f を計算していますが、勾配がすべて 0 です。求めた値を配列に代入していません。",
    hint_en="Which line puts a number into the array that is returned?",
    hint_ja="返す配列に値を入れているのは、どの行ですか。",
)

changed(
    "x-not-restored",
    {
        "x = x.astype(float)\ngradient = np.zeros_like(x)": 'if x.dtype.kind == "i":\n    x = x.astype(float)\ngradient = np.zeros(x.shape)',
        "x[index] = middle": "",
    },
    en="x is not put back: after the call its entries are still shifted, and later entries are differentiated at a shifted point.",
    ja="x を元に戻していません。呼び出し後も要素がずれたままで、次の要素の微分もずれた点で計算しています。",
    hint_en="Compare x before and after the call. Which line should undo the last shift?",
    hint_ja="呼び出しの前後で x を比べましょう。最後にずらした分を戻すのはどの行ですか。",
)

changed(
    "only-vectors",
    {LOOP: "gradient = np.zeros(x.shape)\nfor index in range(x.size):"},
    en="The loop counts to x.size but uses the number as an index into the first axis, which works for vectors only. A matrix raises IndexError.",
    ja="x.size 回のループの番号を、そのまま 1 番目の軸の添字に使っています。1 次元配列でしか動かず、行列では IndexError になります。",
    hint_en="How many rows has a (2, 3) matrix, and how many entries?",
    hint_ja="形状 (2, 3) の行列の行数はいくつですか。要素数はいくつですか。",
)

changed(
    "rows-not-entries",
    {LOOP: "gradient = np.zeros(x.shape)\nfor index in range(len(x)):"},
    en="The loop runs over the first axis only, so a matrix is shifted a whole row at a time instead of entry by entry.",
    ja="ループが 1 番目の軸しか回っていないため、行列では要素ではなく行全体をまとめて動かしています。",
    hint_en="In a matrix, what is x[0]: a number, or a row?",
    hint_ja="行列の x[0] は、1 つの数ですか、それとも 1 行ですか。",
)

changed(
    "rows-copied-not-entries",
    {
        "gradient = np.zeros_like(x)\nfor index in np.ndindex(x.shape):\nmiddle = x[index]": "gradient = np.zeros(x.shape)\nfor index in range(len(x)):\n    middle = x[index].copy()"
    },
    en="The loop runs over the first axis only: each row of a matrix is shifted as a whole, and all its entries get the sum of the row's derivatives.",
    ja="ループが 1 番目の軸しか回っていません。行列では行全体を動かしているため、その行の偏微分の和が全要素に入っています。",
    hint_en="In a matrix, what is x[0]: a number, or a row?",
    hint_ja="行列の x[0] は、1 つの数ですか、それとも 1 行ですか。",
)

changed(
    "flat-result",
    {"return gradient": "return gradient.reshape(-1)"},
    en="The gradient comes back as one flat row; it must have x's shape.",
    ja="勾配が 1 次元に並んだまま返っています。x と同じ形状でなければなりません。",
    hint_en="Compare gradient.shape with x.shape for a matrix.",
    hint_ja="行列を渡して、gradient.shape と x.shape を比べましょう。",
)

changed(
    "all-entries-at-once",
    {BODY: "return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))"},
    en="All entries are shifted together. That gives the slope along one common direction, the same number for every entry, not the partial derivatives.",
    ja="全要素を同時に動かしています。これでは 1 つの方向への傾きが全要素に入るだけで、偏微分になりません。",
    hint_en="For the derivative by one entry, what must the other entries do?",
    hint_ja="ある 1 つの要素で偏微分するとき、ほかの要素はどうしておきますか。",
)

changed(
    "single-number",
    {BODY: "return (f(x + h) - f(x - h)) / (2 * h)"},
    en="The result is one number: all entries were shifted together, as for a function of one variable.",
    ja="結果が 1 つの数になっています。1 変数の数値微分のように、全要素を同時に動かしています。",
    hint_en="A gradient has one entry for each entry of x. How do you get the first of them?",
    hint_ja="勾配には x の要素の数だけ値があります。その最初の 1 つはどう求めますか。",
)

changed(
    "entry-alone",
    {
        "middle = x[index]\nx[index] = middle + h\nabove = f(x)\nx[index] = middle - h\nbelow = f(x)\nx[index] = middle\ngradient[index] = (above - below) / (2 * h)": "gradient[index] = (f(x[index] + h) - f(x[index] - h)) / (2 * h)"
    },
    en="f is called with one entry of x alone. It takes the whole array, in which one entry has moved.",
    ja="f に x の要素 1 つだけを渡しています。f が受け取るのは、1 つの要素だけを動かした配列全体です。",
    hint_en="Print the shape of what f receives.",
    hint_ja="f が受け取る値の形状を print してみましょう。",
)

changed(
    "divided-by-h",
    {GRADIENT_INDEX: "gradient[index] = (above - below) / h"},
    en="The difference is divided by h, though the two points lie 2h apart: the gradient is twice as large as it should be.",
    ja="差を h で割っています。2 点の間隔は 2h なので、勾配が 2 倍になっています。",
    hint_en="How far apart are the two points at which f was evaluated?",
    hint_ja="f を計算した 2 点は、どれだけ離れていますか。",
)

changed(
    "divisor-without-parentheses",
    {GRADIENT_INDEX: "gradient[index] = (above - below) / 2 * h"},
    en="/ 2 * h divides by 2 and then multiplies by h; the gradient is nearly 0.",
    ja="/ 2 * h は「2 で割ってから h を掛ける」という意味になり、勾配がほとんど 0 になっています。",
    hint_en="In which order does Python work out a / 2 * h?",
    hint_ja="Python は a / 2 * h をどの順番で計算しますか。",
)

changed(
    "forward-difference",
    {"x[index] = middle - h": "x[index] = middle", GRADIENT_INDEX: "gradient[index] = (above - below) / h"},
    en="This is the forward difference, (f(x+h) - f(x)) / h. Its error shrinks only like h; the central difference evaluates f at x+h and at x-h.",
    ja="前方差分 (f(x+h) - f(x)) / h になっています。誤差が大きいので、x+h と x-h を使う中心差分にします。",
    hint_en="Which second point would lie as far below x as the first lies above it?",
    hint_ja="1 つ目の点と反対側に、同じだけ離れた点はどこですか。",
)

changed(
    "lower-point-is-x",
    {"x[index] = middle - h": "x[index] = middle"},
    en="The second evaluation is at x itself instead of x-h (as when h is added and then subtracted only once), and the difference is divided by 2h: the gradient is about half of what it should be.",
    ja="2 回目の計算が x-h ではなく x そのもので行われ(h を足した後に h を 1 回しか引いていないなど)、それを 2h で割っています。勾配がおよそ半分になっています。",
    hint_en="After adding h to the entry, how much must be subtracted to arrive at x-h?",
    hint_ja="要素に h を足した後、x-h にするにはいくつ引けばよいですか。",
)

changed(
    "sign-flipped",
    {GRADIENT_INDEX: "gradient[index] = (below - above) / (2 * h)"},
    en="The difference is taken the wrong way round, f(x-h) - f(x+h): every sign is flipped.",
    ja="差の順番が逆で、f(x-h) - f(x+h) になっています。すべての符号が反転しています。",
    hint_en="If f grows with x, which of the two values is larger?",
    hint_ja="x とともに f が増えるとき、2 つの値のどちらが大きいですか。",
)

changed(
    "returned-in-the-loop",
    {"return gradient": "    return gradient"},
    en="Only the first entry was differentiated: return stands inside the loop.",
    ja="最初の要素しか微分していません。return がループの中にあります。",
    hint_en="Look at the indentation of return.",
    hint_ja="return のインデントを確認しましょう。",
)

changed(
    "integer-truncates-h",
    {"x = x.astype(float)": ""},
    en="x stays an integer array, so x+h is cut to a whole number and the step vanishes or becomes a whole 1. (A gradient made with zeros_like(x) is then of integers too.)",
    ja="x が整数の配列のままなので、x+h の小数部分が切り捨てられ、h が消えるか 1 になってしまいます(zeros_like(x) で作った勾配も整数になります)。",
    hint_en="What is in x after x = np.array([1, 2]); x[0] = 1.0001?",
    hint_ja="x = np.array([1, 2]) に x[0] = 1.0001 と代入すると、x はどうなりますか。",
)

changed(
    "integer-gradient",
    {"x = x.astype(float)": "", "gradient = np.zeros_like(x)": "gradient = np.zeros_like(x)\nx = x.astype(float)"},
    en="For an x of integers the gradient is an array of integers, so its fractions are lost. zeros_like(x) is of x's type.",
    ja="x が整数のとき、勾配も整数の配列になり、小数部分が失われています。zeros_like(x) は x と同じ型の配列です。",
    hint_en="Which dtype does np.zeros_like give for an array of integers?",
    hint_ja="整数の配列に対する np.zeros_like の dtype は何ですか。",
)

changed(
    "one-array-for-both-points",
    {
        "x = x.astype(float)\ngradient = np.zeros_like(x)\nfor index in np.ndindex(x.shape):\nmiddle = x[index]\nx[index] = middle + h\nabove = f(x)\nx[index] = middle - h\nbelow = f(x)\nx[index] = middle\ngradient[index] = (above - below) / (2 * h)": (
            'if x.dtype.kind == "i":\n    x = x.astype(float)\ngradient = np.zeros(x.shape)\n'
            "for i in np.ndindex(x.shape):\n    old = x[i]\n    plus, minus = x, x\n    plus[i] = old + h\n"
            "    minus[i] = old - h\n    gradient[i] = (f(plus) - f(minus)) / (2 * h)"
        )
    },
    en="The point above and the point below are one and the same array: `plus = x` and `minus = x` make no copies, so f sees x-h both times, the gradient is 0 and x stays shifted.",
    ja="x+h の点と x-h の点が同じ配列です。`plus = x` や `minus = x` ではコピーされないので、f は 2 回とも x-h で計算され、勾配が 0 になり、x もずれたままになります。",
    hint_en="Does `plus = x` make a second array, or a second name for the same one?",
    hint_ja="`plus = x` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)

changed(
    "row-alone",
    {
        "h = 1e-4": (
            "h = 1e-4\ndef of_vector(x):\n    index = np.zeros(x.shape)\n    for i in range(x.size):\n"
            "        old = x[i]\n        x[i] = old + h\n        above = f(x)\n        x[i] = old - h\n"
            "        below = f(x)\n        x[i] = old\n        index[i] = (above - below) / (2 * h)\n"
            "    return index"
        ),
        "gradient = np.zeros_like(x)\nfor index in np.ndindex(x.shape):\nmiddle = x[index]\nx[index] = middle + h\nabove = f(x)\nx[index] = middle - h\nbelow = f(x)\nx[index] = middle\ngradient[index] = (above - below) / (2 * h)\nreturn gradient": "return of_vector(x) if x.ndim == 1 else np.array([of_vector(row) for row in x])",
    },
    en="f is called with one row of the matrix alone, as if each row were an x of its own. It takes the whole array, in which one entry has moved.",
    ja="行列の 1 行ずつを独立した x とみなし、f に 1 行だけを渡しています。f が受け取るのは、1 つの要素だけを動かした配列全体です。",
    hint_en="Print the shape of what f receives, for an x of shape (2, 3).",
    hint_ja="形状 (2, 3) の x を渡して、f が受け取る配列の形状を print してみましょう。",
)

changed(
    "f-gets-flat-x",
    {
        "x = x.astype(float)\ngradient = np.zeros_like(x)\nfor index in np.ndindex(x.shape):\nmiddle = x[index]\nx[index] = middle + h\nabove = f(x)\nx[index] = middle - h\nbelow = f(x)\nx[index] = middle": (
            "flat = x.flatten().astype(float)\ngradient = np.zeros(x.size)\nfor index in range(x.size):\n"
            "    old = flat[index]\n    flat[index] = old + h\n    above = f(flat)\n    flat[index] = old - h\n"
            "    below = f(flat)\n    flat[index] = old"
        )
    },
    en="f receives x flattened to one axis. The loop may run over a flat x, but f takes an array of x's own shape.",
    ja="f に 1 次元に並べ直した x を渡しています。ループは 1 次元でもかまいませんが、f が受け取るのは x と同じ形状の配列です。",
    hint_en="Print the shape of what f receives. What must happen to it before the call?",
    hint_ja="f が受け取る配列の形状を print してみましょう。f を呼ぶ前に、形状をどうすればよいですか。",
)

changed(
    "half-steps-over-2h",
    {"x[index] = middle + h": "x[index] = middle + h / 2", "x[index] = middle - h": "x[index] = middle - h / 2"},
    en="f is evaluated at x+h/2 and x-h/2, which lie h apart, but the difference is divided by 2h: the gradient is half of what it should be.",
    ja="f を x+h/2 と x-h/2 で計算しているので 2 点の間隔は h ですが、差を 2h で割っています。勾配が半分になっています。",
    hint_en="How far apart are the two points at which f was evaluated?",
    hint_ja="f を計算した 2 点は、どれだけ離れていますか。",
)

changed(
    "list-returned",
    {"gradient = np.zeros_like(x)": "gradient = []", GRADIENT_INDEX: "gradient.append((above - below) / (2 * h))"},
    en="The slopes come back as a list. The gradient is an array, of x's shape, so that it can be subtracted from x.",
    ja="勾配がリストで返っています。x から引けるように、x と同じ形状の numpy の配列で返します。",
    hint_en="What does lr * gradient do when the gradient is a list?",
    hint_ja="gradient がリストのとき、lr * gradient はどうなりますか。",
)

changed(
    "step-relative-to-x",
    {
        "x[index] = middle + h": "step = h * middle\nx[index] = middle + step",
        "x[index] = middle - h": "x[index] = middle - step",
        GRADIENT_INDEX: "gradient[index] = (above - below) / (2 * step)",
    },
    en="The step is a share of the entry, h * x[i]: where x is 0 nothing moves, and the quotient is 0 / 0. Take a step that does not vanish with x.",
    ja="刻み幅が h * x[i] のように要素に比例しています。x が 0 のところでは値がまったく動かず、0 / 0 になります。x が 0 でも消えない刻み幅にしましょう。",
    hint_en="By how much does your code move an entry that is 0?",
    hint_ja="値が 0 の要素は、どれだけ動いていますか。",
)

changed(
    "step-of-one-tenth",
    {"h = 1e-4": "h = 0.1"},
    en="The step h = 0.1 is too large: it is exact for a parabola, but where the slope changes faster the difference quotient is no longer the slope at x.",
    ja="刻み幅 h = 0.1 が大きすぎます。2 次関数なら合いますが、傾きがもっと速く変わる関数では x での傾きからずれてしまいます。",
    hint_en="Differentiate x**3 at 2 with your h, and with one a hundred times smaller. Which is nearer to 12?",
    hint_ja="x**3 の x = 2 での微分を、今の h と 100 分の 1 の h で求めてみましょう。12 に近いのはどちらですか。",
)

changed(families.step_of_one, {"h = 1e-4": "h = 1.0"})

changed(
    "earlier-entries-stay-moved",
    {
        "x = x.astype(float)\ngradient = np.zeros_like(x)": "x = x.astype(float)\nup, down = x.copy(), x.copy()\ngradient = np.zeros_like(x)",
        "middle = x[index]\nx[index] = middle + h\nabove = f(x)\nx[index] = middle - h\nbelow = f(x)\nx[index] = middle": "up[index] += h\ndown[index] -= h\nabove = f(up)\nbelow = f(down)",
    },
    en="The entries that have been moved are not put back before the next one moves, up in one point and down in the other: each slope is the sum of all up to its own. (x itself is as it was.)",
    ja="動かした要素を元に戻さないまま、次の要素を動かしています(一方の点では +h、もう一方では -h のまま)。そのため、どの値もそこまでの偏微分の和になっています(x そのものは元のままです)。",
    hint_en="How many entries differ between your two points when the last slope is worked out?",
    hint_ja="最後の要素の微分を求めるとき、2 つの点で値が違う要素はいくつありますか。",
)
