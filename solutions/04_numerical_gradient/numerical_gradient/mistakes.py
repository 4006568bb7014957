import numpy as np

from grader.authoring import mistake


@mistake(
    "upper-point-twice",
    en="f was evaluated twice at x+h and never at x-h, so the two values are equal and the gradient is 0 everywhere.",
    ja="f を x+h で 2 回計算しており、x-h では一度も計算していません。2 つの値が同じなので、勾配がすべて 0 になります。",
    hint_en="Print the point before each of the two calls of f. Do they lie on different sides of x?",
    hint_ja="f を呼ぶ直前の x を 2 回とも print してみましょう。元の値の両側にありますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old + h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "lower-point-twice",
    en="f was evaluated twice at x-h and never at x+h, so the two values are equal and the gradient is 0 everywhere.",
    ja="f を x-h で 2 回計算しており、x+h では一度も計算していません。2 つの値が同じなので、勾配がすべて 0 になります。",
    hint_en="Print the point before each of the two calls of f. Do they lie on different sides of x?",
    hint_ja="f を呼ぶ直前の x を 2 回とも print してみましょう。元の値の両側にありますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old - h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "never-moved",
    en="f was evaluated only at x itself, so the gradient is 0 everywhere: h was never put into x, or it was taken away again before f was called (both points are the same array), or h is so small (like 1e-50) that x+h is x again in float64.",
    ja="f を x そのものでしか計算していないので、勾配がすべて 0 になります。h を x に入れていないか、f を呼ぶ前に h を打ち消しているか(2 つの点が同じ配列になっている)、h が小さすぎて(1e-50 など)丸め誤差で x+h が x と同じ値になっています。",
    hint_en="Evaluate 1.0 + h == 1.0 in Python, and print x just before f is called.",
    hint_ja="Python で 1.0 + h == 1.0 を試し、f を呼ぶ直前の x を print してみましょう。",
)
def numerical_gradient(f, x):
    h = 1e-4
    h = 1e-50
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "not-stored",
    en="f was evaluated on both sides of every entry, but the gradient is 0 everywhere: the quotients were never stored in it.",
    ja="各要素の両側で f を計算していますが、勾配がすべて 0 です。求めた値を配列に代入していません。",
    hint_en="Which line puts a number into the array that is returned?",
    hint_ja="返す配列に値を入れているのは、どの行ですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        _ = (above - below) / (2 * h)
    return gradient


@mistake(
    "x-not-restored",
    en="x is not put back: after the call its entries are still shifted, and later entries are differentiated at a shifted point.",
    ja="x を元に戻していません。呼び出し後も要素がずれたままで、次の要素の微分もずれた点で計算しています。",
    hint_en="Compare x before and after the call. Which line should undo the last shift?",
    hint_ja="呼び出しの前後で x を比べましょう。最後にずらした分を戻すのはどの行ですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    if x.dtype.kind == "i":
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "only-vectors",
    en="The loop counts to x.size but uses the number as an index into the first axis, which works for vectors only. A matrix raises IndexError.",
    ja="x.size 回のループの番号を、そのまま 1 番目の軸の添字に使っています。1 次元配列でしか動かず、行列では IndexError になります。",
    hint_en="How many rows has a (2, 3) matrix, and how many entries?",
    hint_ja="形状 (2, 3) の行列の行数はいくつですか。要素数はいくつですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "rows-not-entries",
    en="The loop runs over the first axis only, so a matrix is shifted a whole row at a time instead of entry by entry.",
    ja="ループが 1 番目の軸しか回っていないため、行列では要素ではなく行全体をまとめて動かしています。",
    hint_en="In a matrix, what is x[0]: a number, or a row?",
    hint_ja="行列の x[0] は、1 つの数ですか、それとも 1 行ですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "rows-copied-not-entries",
    en="The loop runs over the first axis only: each row of a matrix is shifted as a whole, and all its entries get the sum of the row's derivatives.",
    ja="ループが 1 番目の軸しか回っていません。行列では行全体を動かしているため、その行の偏微分の和が全要素に入っています。",
    hint_en="In a matrix, what is x[0]: a number, or a row?",
    hint_ja="行列の x[0] は、1 つの数ですか、それとも 1 行ですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        old = x[i].copy()
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "flat-result",
    en="The gradient comes back as one flat row; it must have x's shape.",
    ja="勾配が 1 次元に並んだまま返っています。x と同じ形状でなければなりません。",
    hint_en="Compare gradient.shape with x.shape for a matrix.",
    hint_ja="行列を渡して、gradient.shape と x.shape を比べましょう。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient.reshape(-1)


@mistake(
    "all-entries-at-once",
    en="All entries are shifted together. That gives the slope along one common direction, the same number for every entry, not the partial derivatives.",
    ja="全要素を同時に動かしています。これでは 1 つの方向への傾きが全要素に入るだけで、偏微分になりません。",
    hint_en="For the derivative by one entry, what must the other entries do?",
    hint_ja="ある 1 つの要素で偏微分するとき、ほかの要素はどうしておきますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


@mistake(
    "single-number",
    en="The result is one number: all entries were shifted together, as for a function of one variable.",
    ja="結果が 1 つの数になっています。1 変数の数値微分のように、全要素を同時に動かしています。",
    hint_en="A gradient has one entry for each entry of x. How do you get the first of them?",
    hint_ja="勾配には x の要素の数だけ値があります。その最初の 1 つはどう求めますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake(
    "entry-alone",
    en="f is called with one entry of x alone. It takes the whole array, in which one entry has moved.",
    ja="f に x の要素 1 つだけを渡しています。f が受け取るのは、1 つの要素だけを動かした配列全体です。",
    hint_en="Print the shape of what f receives.",
    hint_ja="f が受け取る値の形状を print してみましょう。",
)
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        gradient[i] = (f(x[i] + h) - f(x[i] - h)) / (2 * h)
    return gradient


@mistake(
    "divided-by-h",
    en="The difference is divided by h, though the two points lie 2h apart: the gradient is twice as large as it should be.",
    ja="差を h で割っています。2 点の間隔は 2h なので、勾配が 2 倍になっています。",
    hint_en="How far apart are the two points at which f was evaluated?",
    hint_ja="f を計算した 2 点は、どれだけ離れていますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / h
    return gradient


@mistake(
    "divisor-without-parentheses",
    en="/ 2 * h divides by 2 and then multiplies by h; the gradient is nearly 0.",
    ja="/ 2 * h は「2 で割ってから h を掛ける」という意味になり、勾配がほとんど 0 になっています。",
    hint_en="In which order does Python work out a / 2 * h?",
    hint_ja="Python は a / 2 * h をどの順番で計算しますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / 2 * h
    return gradient


@mistake(
    "forward-difference",
    en="This is the forward difference, (f(x+h) - f(x)) / h. Its error shrinks only like h; the central difference evaluates f at x+h and at x-h.",
    ja="前方差分 (f(x+h) - f(x)) / h になっています。誤差が大きいので、x+h と x-h を使う中心差分にします。",
    hint_en="Which second point would lie as far below x as the first lies above it?",
    hint_ja="1 つ目の点と反対側に、同じだけ離れた点はどこですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / h
    return gradient


@mistake(
    "lower-point-is-x",
    en="The second evaluation is at x itself instead of x-h (as when h is added and then subtracted only once), and the difference is divided by 2h: the gradient is about half of what it should be.",
    ja="2 回目の計算が x-h ではなく x そのもので行われ(h を足した後に h を 1 回しか引いていないなど)、それを 2h で割っています。勾配がおよそ半分になっています。",
    hint_en="After adding h to the entry, how much must be subtracted to arrive at x-h?",
    hint_ja="要素に h を足した後、x-h にするにはいくつ引けばよいですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "sign-flipped",
    en="The difference is taken the wrong way round, f(x-h) - f(x+h): every sign is flipped.",
    ja="差の順番が逆で、f(x-h) - f(x+h) になっています。すべての符号が反転しています。",
    hint_en="If f grows with x, which of the two values is larger?",
    hint_ja="x とともに f が増えるとき、2 つの値のどちらが大きいですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (below - above) / (2 * h)
    return gradient


@mistake(
    "returned-in-the-loop",
    en="Only the first entry was differentiated: return stands inside the loop.",
    ja="最初の要素しか微分していません。return がループの中にあります。",
    hint_en="Look at the indentation of return.",
    hint_ja="return のインデントを確認しましょう。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
        return gradient


@mistake(
    "integer-truncates-h",
    en="x stays an integer array, so x+h is cut to a whole number and the step vanishes or becomes a whole 1. (A gradient made with zeros_like(x) is then of integers too.)",
    ja="x が整数の配列のままなので、x+h の小数部分が切り捨てられ、h が消えるか 1 になってしまいます(zeros_like(x) で作った勾配も整数になります)。",
    hint_en="What is in x after x = np.array([1, 2]); x[0] = 1.0001?",
    hint_ja="x = np.array([1, 2]) に x[0] = 1.0001 と代入すると、x はどうなりますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "integer-gradient",
    en="The points are right, but for an x of integers the gradient is stored in an array of integers (zeros_like(x)), which cuts its fractions.",
    ja="計算する点は合っていますが、x が整数のとき、勾配を整数の配列(zeros_like(x))に入れているため小数部分が切り捨てられます。",
    hint_en="Which dtype does np.zeros_like give for an array of integers?",
    hint_ja="整数の配列に対する np.zeros_like の dtype は何ですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    x = x.astype(float)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "one-array-for-both-points",
    en="The point above and the point below are one and the same array: `plus = x` and `minus = x` make no copies, so f sees x-h both times, the gradient is 0 and x stays shifted.",
    ja="x+h の点と x-h の点が同じ配列です。`plus = x` や `minus = x` ではコピーされないので、f は 2 回とも x-h で計算され、勾配が 0 になり、x もずれたままになります。",
    hint_en="Does `plus = x` make a second array, or a second name for the same one?",
    hint_ja="`plus = x` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    if x.dtype.kind == "i":
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        plus, minus = x, x
        plus[i] = old + h
        minus[i] = old - h
        gradient[i] = (f(plus) - f(minus)) / (2 * h)
    return gradient


@mistake(
    "row-alone",
    en="f is called with one row of the matrix alone, as if each row were an x of its own. It takes the whole array, in which one entry has moved.",
    ja="行列の 1 行ずつを独立した x とみなし、f に 1 行だけを渡しています。f が受け取るのは、1 つの要素だけを動かした配列全体です。",
    hint_en="Print the shape of what f receives, for an x of shape (2, 3).",
    hint_ja="形状 (2, 3) の x を渡して、f が受け取る配列の形状を print してみましょう。",
)
def numerical_gradient(f, x):
    h = 1e-4

    def of_vector(x):
        gradient = np.zeros(x.shape)
        for i in range(x.size):
            old = x[i]
            x[i] = old + h
            above = f(x)
            x[i] = old - h
            below = f(x)
            x[i] = old
            gradient[i] = (above - below) / (2 * h)
        return gradient

    x = x.astype(float)
    return of_vector(x) if x.ndim == 1 else np.array([of_vector(row) for row in x])


@mistake(
    "f-gets-flat-x",
    en="f receives x flattened to one axis. The loop may run over a flat x, but f takes an array of x's own shape.",
    ja="f に 1 次元に並べ直した x を渡しています。ループは 1 次元でもかまいませんが、f が受け取るのは x と同じ形状の配列です。",
    hint_en="Print the shape of what f receives. What must happen to it before the call?",
    hint_ja="f が受け取る配列の形状を print してみましょう。f を呼ぶ前に、形状をどうすればよいですか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    flat = x.flatten().astype(float)
    gradient = np.zeros(x.size)
    for i in range(x.size):
        old = flat[i]
        flat[i] = old + h
        above = f(flat)
        flat[i] = old - h
        below = f(flat)
        flat[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient.reshape(x.shape)


@mistake(
    "half-steps-over-2h",
    en="f is evaluated at x+h/2 and x-h/2, which lie h apart, but the difference is divided by 2h: the gradient is half of what it should be.",
    ja="f を x+h/2 と x-h/2 で計算しているので 2 点の間隔は h ですが、差を 2h で割っています。勾配が半分になっています。",
    hint_en="How far apart are the two points at which f was evaluated?",
    hint_ja="f を計算した 2 点は、どれだけ離れていますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h / 2
        above = f(x)
        x[i] = old - h / 2
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "list-returned",
    en="The slopes come back as a list. The gradient is an array, of x's shape, so that it can be subtracted from x.",
    ja="勾配がリストで返っています。x から引けるように、x と同じ形状の numpy の配列で返します。",
    hint_en="What does lr * gradient do when the gradient is a list?",
    hint_ja="gradient がリストのとき、lr * gradient はどうなりますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = []
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient.append((above - below) / (2 * h))
    return gradient


@mistake(
    "step-relative-to-x",
    en="The step is a share of the entry, h * x[i]: where x is 0 nothing moves, and the quotient is 0 / 0. Take a step that does not vanish with x.",
    ja="刻み幅が h * x[i] のように要素に比例しています。x が 0 のところでは値がまったく動かず、0 / 0 になります。x が 0 でも消えない刻み幅にしましょう。",
    hint_en="By how much does your code move an entry that is 0?",
    hint_ja="値が 0 の要素は、どれだけ動いていますか。",
)
def numerical_gradient(f, x):
    h = 1e-4
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        step = h * old
        x[i] = old + step
        above = f(x)
        x[i] = old - step
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * step)
    return gradient


@mistake(
    "step-of-one-tenth",
    en="The step h = 0.1 is too large: it is exact for a parabola, but where the slope changes faster the difference quotient is no longer the slope at x.",
    ja="刻み幅 h = 0.1 が大きすぎます。2 次関数なら合いますが、傾きがもっと速く変わる関数では x での傾きからずれてしまいます。",
    hint_en="Differentiate x**3 at 2 with your h, and with one a hundred times smaller. Which is nearer to 12?",
    hint_ja="x**3 の x = 2 での微分を、今の h と 100 分の 1 の h で求めてみましょう。12 に近いのはどちらですか。",
)
def numerical_gradient(f, x):
    h = 0.1
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient


@mistake(
    "step-of-one",
    en="The step is a whole 1: that is the mean slope over an interval of length 2, not the slope at x. Only for a parabola do the two agree.",
    ja="刻み幅 h が 1 になっています。これでは x での傾きではなく、長さ 2 の区間の平均の傾きです。両者が一致するのは 2 次関数のときだけです。",
    hint_en="Differentiate x**3 at 2 with your h, and with a very small one. Which is nearer to 12?",
    hint_ja="x**3 の x = 2 での微分を、今の h とごく小さな h で求めてみましょう。12 に近いのはどちらですか。",
)
def numerical_gradient(f, x):
    h = 1.0
    x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient
