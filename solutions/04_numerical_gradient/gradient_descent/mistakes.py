import numpy as np

from grader.authoring import changed, mistake, reference

DEF = "def gradient_descent(f, init_x, lr=0.01, step_num=100):"
COPY = "x = init_x.astype(float)"
STEP = "x -= lr * numerical_gradient(f, x)"


numerical_gradient = reference.numerical_gradient

changed(
    "callers-array-changed",
    {COPY: "x = init_x"},
    en="The caller's array is changed: `x = init_x` is a second name for the same array, and `x -= …` works inside it. (The code of document 003 does this, once its misspelt name is mended.) For the same reason a start of whole numbers raises an error: the array cannot take in fractions.",
    ja="呼び出し側の配列を書き換えています。`x = init_x` は同じ配列に別の名前を付けるだけで、`x -= …` はその配列の中身を変えます(資料 003 のコードも、変数名のつづりを直すとこうなります)。同じ理由で、整数の配列から始めると、小数を入れられずエラーになります。",
    hint_en="Does `x = init_x` make a new array? How do you get one?",
    hint_ja="`x = init_x` は新しい配列を作りますか。新しい配列を作るにはどうしますか。",
)

changed(
    "callers-floats-changed",
    {COPY: "x = np.asarray(init_x, dtype=float)"},
    en="The caller's array is changed: `x = init_x` is a second name for the same array, and `x -= …` works inside it. (The code of document 003 does this, once its misspelt name is mended.) Turning whole numbers into floats makes a copy of those only: an array that is of floats already stays the caller's own.",
    ja="呼び出し側の配列を書き換えています。`x = init_x` は同じ配列に別の名前を付けるだけで、`x -= …` はその配列の中身を変えます(資料 003 のコードも、変数名のつづりを直すとこうなります)。浮動小数点数に変換してコピーになるのは整数の配列だけで、もともと浮動小数点数の配列は呼び出し側のもののままです。",
    hint_en="When does np.asarray make a copy, and when does np.array?",
    hint_ja="np.asarray と np.array は、どんなときにコピーを作りますか。",
)

changed(
    "whole-numbers-refused",
    {COPY: "x = init_x.copy()"},
    en="A copy of whole numbers still has an integer type, and `x -= …` cannot put fractions into it: a start of int64 raises an error.",
    ja="整数の配列をコピーしても型は整数のままなので、`x -= …` で小数を入れようとするとエラーになります(init_x が int64 のとき)。",
    hint_en="Which dtype has the copy? How do you make a copy of another dtype?",
    hint_ja="コピーの dtype は何ですか。別の dtype のコピーを作るにはどうしますか。",
)

changed(
    "whole-numbers-truncated",
    {COPY: "x = init_x.copy()", STEP: "x[...] = x - lr * numerical_gradient(f, x)"},
    en="For a start of whole numbers the points stay in an integer array, and every step loses its fractions.",
    ja="整数の配列から始めると、x が整数の配列のままなので、更新のたびに小数部分が切り捨てられています。",
    hint_en="What is in x after x = np.array([1, 2]); x[0] = 0.7?",
    hint_ja="x = np.array([1, 2]) に x[0] = 0.7 と代入すると、x はどうなりますか。",
)

changed(
    "whole-number-steps-cut",
    {STEP: "x = x - (lr * numerical_gradient(f, x)).astype(init_x.dtype)"},
    en="For a start of whole numbers the gradient or the step is cut to whole numbers. Only the start is whole; the way from it is not.",
    ja="整数の配列から始めると、勾配や更新量まで整数に切り捨てられています。整数なのは出発点だけです。",
    hint_en="Which dtype has what you subtract from x?",
    hint_ja="x から引いている値の dtype は何ですか。",
)

changed(
    "ascent",
    {STEP: "x += lr * numerical_gradient(f, x)"},
    en="The steps go along the gradient, so f grows: that is ascent. Down is against the gradient.",
    ja="勾配と同じ向きに進んでいるので、f の値が増えています(勾配上昇法)。減らすには勾配の逆向きに進みます。",
    hint_en="Print f(x) after each step. Does it fall?",
    hint_ja="更新のたびに f(x) を print してみましょう。減っていますか。",
)

changed(
    "returned-in-the-loop",
    {"return x": "    return x"},
    en="Only one step was taken: return stands inside the loop. (And with step_num=0 nothing is returned at all.)",
    ja="1 回しか更新していません。return がループの中にあります(step_num=0 のときは何も返りません)。",
    hint_en="Look at the indentation of return.",
    hint_ja="return のインデントを確認しましょう。",
)

changed(
    "single-step",
    {"for _ in range(step_num):\nx -= lr * numerical_gradient(f, x)": STEP},
    unless=r"\b(?:for|while)\b",
    en="One step is taken, whatever step_num says: there is no loop.",
    ja="step_num の値にかかわらず、1 回しか更新していません。繰り返しがありません。",
    hint_en="Where does your code use step_num?",
    hint_ja="step_num はどこで使っていますか。",
)

changed(
    "single-step-from-the-start",
    {STEP: "x = init_x - lr * numerical_gradient(f, init_x)"},
    en="Each turn of the loop goes one step from init_x again, so all the turns together are a single step. The next step starts where the last one ended.",
    ja="毎回 init_x から 1 回分進み直しているので、何回繰り返しても 1 回の更新と同じです。次の更新は、前の更新で着いた点から始めます。",
    hint_en="Where does the second step begin?",
    hint_ja="2 回目の更新は、どの点から始まりますか。",
)

changed(
    "gradient-of-the-start-only",
    {COPY: COPY + "\ngrad = numerical_gradient(f, x)", STEP: "x -= lr * grad"},
    en="Every step uses the gradient at init_x. The gradient changes on the way: it has to be taken anew at each point.",
    ja="どの更新でも init_x での勾配を使っています。進むと勾配は変わるので、着いた点で毎回求め直します。",
    hint_en="How often, and where, is numerical_gradient called?",
    hint_ja="numerical_gradient は、何回、どの点で呼ばれていますか。",
)

changed(
    "one-step-too-few",
    {"for _ in range(step_num):": "for _ in range(step_num - 1):"},
    en="One step is missing: step_num - 1 are taken (range(1, step_num) does not reach step_num).",
    ja="更新が 1 回足りず、step_num - 1 回になっています(range(1, step_num) は step_num を含みません)。",
    hint_en="How many numbers are in range(1, 5)?",
    hint_ja="range(1, 5) には数がいくつありますか。",
)

changed(
    "one-step-too-many",
    {"for _ in range(step_num):": "for _ in range(step_num + 1):"},
    en="One step too many: step_num + 1 are taken (a while loop with <= counts one more).",
    ja="更新が 1 回多く、step_num + 1 回になっています(while で <= を使うと 1 回多くなります)。",
    hint_en="Count the turns of your loop for step_num = 1, and for 0.",
    hint_ja="step_num が 1 のときと 0 のとき、ループは何回回りますか。",
)

changed(
    "step-num-ignored",
    {"for _ in range(step_num):": "for _ in range(100):"},
    en="Always 100 steps are taken: that is only the default of step_num.",
    ja="いつも 100 回更新しています。100 は step_num を省略したときの値です。",
    hint_en="Which number stands in your range?",
    hint_ja="range の中の数は何ですか。",
)

changed(
    "lr-ignored",
    {STEP: "x -= 0.01 * numerical_gradient(f, x)"},
    en="The learning rate is always 0.01: that is only the default of lr.",
    ja="学習係数がいつも 0.01 です。0.01 は lr を省略したときの値です。",
    hint_en="Where does your code use lr?",
    hint_ja="lr はどこで使っていますか。",
)

changed(
    "lr-forgotten",
    {STEP: "x -= numerical_gradient(f, x)"},
    en="The whole gradient is subtracted, without the learning rate.",
    ja="学習係数を掛けずに、勾配をそのまま引いています。",
    hint_en="What does lr do in the formula?",
    hint_ja="式の中で、学習係数は何をしていますか。",
)

changed(
    "lr-divides",
    {STEP: "x -= numerical_gradient(f, x) / lr"},
    en="The gradient is divided by lr, so a small learning rate makes large steps.",
    ja="勾配を lr で割っています。これでは学習係数が小さいほど大きく進んでしまいます。",
    hint_en="Should a smaller lr make the step shorter or longer?",
    hint_ja="lr を小さくすると、1 回に進む量はどうなるはずですか。",
)

changed(
    "position-forgotten",
    {STEP: "x = -lr * numerical_gradient(f, x)"},
    en="x becomes the step alone (x = -lr * gradient, or x =- in place of x -=). The step is to be added to where x is.",
    ja="x が更新量そのものになっています(x = -lr * grad、または x -= のつもりで x =- と書いている)。更新量は、今の x に加えるものです。",
    hint_en="What is the difference between x -= 1 and x =- 1?",
    hint_ja="x -= 1 と x =- 1 の違いは何ですか。",
)

changed(
    "subtracted-the-wrong-way",
    {STEP: "x = lr * numerical_gradient(f, x) - x"},
    en="The difference is the wrong way round: x is subtracted from the step.",
    ja="引き算の順番が逆で、更新量から x を引いています。",
    hint_en="In which order do x and the step stand in the formula?",
    hint_ja="式では、x と更新量がどの順番で並んでいますか。",
)

changed(
    "sign-of-gradient-only",
    {STEP: "x -= lr * np.sign(numerical_gradient(f, x))"},
    en="Only the sign of the gradient counts, so every entry moves by lr. A steep slope should move its entry further.",
    ja="勾配の符号しか使っていないので、どの要素も lr ずつ動いています。勾配が大きい要素ほど大きく動かします。",
    hint_en="Does the length of your step depend on the size of the gradient?",
    hint_ja="進む量は、勾配の大きさによって変わりますか。",
)

changed(
    "gradient-normalised",
    {STEP: "g = numerical_gradient(f, x)\nx -= lr * g / np.linalg.norm(g)"},
    en="The gradient is divided by its length, so that every step is lr long. Here the step is lr times the gradient as it is.",
    ja="勾配をその大きさ(ノルム)で割っているので、毎回ちょうど lr だけ進んでいます。ここでは、勾配をそのまま lr 倍して進みます。",
    hint_en="How long is a step according to the formula, near the minimum?",
    hint_ja="式では、最小値の近くで 1 回に進む量はどうなりますか。",
)

changed(
    "one-entry-after-the-other",
    {STEP: "for i in np.ndindex(x.shape):\n    x[i] -= lr * numerical_gradient(f, x)[i]"},
    en="The entries move one after the other, and each later one sees the earlier ones moved already. All move together, by one gradient.",
    ja="要素を 1 つずつ順に更新しているので、後の要素の勾配が、先に動いた要素の影響を受けています。1 つの勾配で、全要素をまとめて更新します。",
    hint_en="How often is the gradient worked out in one step?",
    hint_ja="1 回の更新で、勾配を何回計算していますか。",
)

changed(
    "gradient-accumulated",
    {COPY: COPY + "\ntotal = np.zeros(x.shape)", STEP: "total += numerical_gradient(f, x)\nx -= lr * total"},
    en="The gradients of earlier steps are kept and added up, so the steps gather speed. Each step uses its own gradient alone.",
    ja="前の更新の勾配を足し込んでいるので、だんだん加速してしまいます。毎回、その点での勾配だけを使います。",
    hint_en="What should a step know about the steps before it?",
    hint_ja="1 回の更新に、それより前の勾配は必要ですか。",
)

changed(
    "start-returned",
    {
        "x = init_x.astype(float)\nfor _ in range(step_num):\nx -= lr * numerical_gradient(f, x)\nreturn x": "return init_x.astype(float)"
    },
    en="The point never moves: what comes back is init_x. Either the new x is not kept (the result of x - … goes nowhere, or init_x is returned), or the gradient is 0.",
    ja="点が動いておらず、init_x と同じ値が返っています。x - … の結果をどこにも代入していないか、init_x を返しているか、勾配が 0 になっています。",
    hint_en="Print the gradient and x in each turn of the loop. Which of them is not what it should be?",
    hint_ja="ループの中で勾配と x を print してみましょう。おかしいのはどちらですか。",
)


def printed_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for i in range(x.size):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old + h
        below = f(x)
        grad[i] = (above - below) / (2 * h)
        x[i] = old
    return grad


@mistake(
    "printed-gradient",
    en="The gradient is that of document 003, which evaluates f at x+h twice: it is 0, and the point never moves. (It takes vectors only, too.) The numerical_gradient that the file gives you works.",
    ja="資料 003 の numerical_gradient は、f を x+h で 2 回計算しているため勾配が 0 になり、点が動きません(1 次元配列でしか動かないという問題もあります)。ファイルに用意してある numerical_gradient を使いましょう。",
    hint_en="Print the gradient at the start. Have you replaced the function that was given?",
    hint_ja="出発点での勾配を print してみましょう。用意してあった関数を置き換えていませんか。",
)
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x
    for _ in range(step_num):
        x -= lr * printed_gradient(f, x)
    return x


@mistake(
    "printed-gradient-on-a-copy",
    en="The gradient is that of document 003, which evaluates f at x+h twice: it is 0, and the point never moves. (It takes vectors only, too.) The numerical_gradient that the file gives you works.",
    ja="資料 003 の numerical_gradient は、f を x+h で 2 回計算しているため勾配が 0 になり、点が動きません(1 次元配列でしか動かないという問題もあります)。ファイルに用意してある numerical_gradient を使いましょう。",
    hint_en="Print the gradient at the start. Have you replaced the function that was given?",
    hint_ja="出発点での勾配を print してみましょう。用意してあった関数を置き換えていませんか。",
)
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(float)
    for _ in range(step_num):
        x -= lr * printed_gradient(f, x)
    return x


changed(
    "value-returned",
    {"return x": "return f(x)"},
    en="What comes back is the value of f. The point that was reached is asked for.",
    ja="f の値が返っています。求めるのは、たどり着いた点 x です。",
    hint_en="Does the function return where you are, or how low it is there?",
    hint_ja="戻り値は「どこにいるか」ですか、「そこでの f の値」ですか。",
)


@mistake(
    "history-returned",
    en="All points of the way come back. Only the last one is asked for, an array of init_x's shape.",
    ja="途中の点をすべて返しています。返すのは最後の点だけで、形状は init_x と同じです。",
    hint_en="Compare the shape of the result with that of init_x.",
    hint_ja="結果の形状を init_x の形状と比べましょう。",
)
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x.astype(float)
    history = [x]
    for _ in range(step_num):
        x = x - lr * numerical_gradient(f, x)
        history.append(x)
    return np.array(history)


changed(
    "point-and-history-returned",
    {
        COPY: COPY + "\nhistory = []",
        "for _ in range(step_num):": "for _ in range(step_num):\n    history.append(x.copy())",
        "return x": "return x, np.array(history)",
    },
    en="A pair comes back, the point and the history of the way. Only the point is asked for.",
    ja="最後の点と途中の記録の 2 つを返しています(本の図を描くコードがそうなっています)。返すのは最後の点だけです。",
    hint_en="How many things does your return name?",
    hint_ja="return に並んでいるものはいくつありますか。",
)

changed(
    "default-lr",
    {DEF: "def gradient_descent(f, init_x, lr=0.1, step_num=100):"},
    en="The default of lr is not 0.01.",
    ja="lr を省略したときの値が 0.01 になっていません。",
    hint_en="Which default does the statement give lr?",
    hint_ja="問題文では、lr の既定値はいくつですか。",
)

changed(
    "default-step-num",
    {DEF: "def gradient_descent(f, init_x, lr=0.01, step_num=1000):"},
    en="The default of step_num is not 100.",
    ja="step_num を省略したときの値が 100 になっていません。",
    hint_en="Which default does the statement give step_num?",
    hint_ja="問題文では、step_num の既定値はいくつですか。",
)

changed(
    "stopped-where-f-rises",
    {STEP: "step = lr * numerical_gradient(f, x)\nif f(x - step) > f(x):\n    break\nx -= step"},
    en="The descent stops where the next step would make f larger. Exactly step_num steps are asked for, even if a large lr makes them overshoot.",
    ja="次の更新で f の値が増えるところで打ち切っています。学習係数が大きくて行き過ぎるときでも、ちょうど step_num 回更新します。",
    hint_en="What ends your loop before step_num?",
    hint_ja="step_num 回より前にループが終わる条件はありませんか。",
)
