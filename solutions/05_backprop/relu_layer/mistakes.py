from grader.authoring import changed, families

FORWARD = "self.mask = x > 0\nreturn np.where(self.mask, x, 0.0)"
BACKWARD = "return np.where(self.mask, dout, 0.0)"

changed(
    "mask-inverted",
    {"self.mask = x > 0": "self.mask = x <= 0"},
    en="The mask is the wrong way round: forward and backward keep the entries where x <= 0 and clear the positive ones.",
    ja="mask の条件が逆です。forward も backward も、x <= 0 の要素を残して正の要素を 0 にしています。",
    hint_en="Take x = [1, -1]. Which entries of your mask are True, and does True mean keep or clear?",
    hint_ja="x = [1, -1] で mask を print してみましょう。True は「残す」と「0 にする」のどちらの意味で使っていますか。",
)

changed(
    "backward-mask-inverted",
    {BACKWARD: "return np.where(self.mask, 0.0, dout)"},
    en="forward is right, but backward lets the gradient through exactly where forward blocked the signal.",
    ja="forward は正しいのですが、backward では forward で止めた要素にだけ勾配を流しています。",
    hint_en="Does True in your mask mean keep or clear? Use it in the same sense in both methods.",
    hint_ja="mask の True は「残す」ですか、「0 にする」ですか。forward と backward で同じ意味に使いましょう。",
)

changed(
    "mask-from-dout",
    {BACKWARD: "return np.maximum(dout, 0.0)"},
    en="backward decides by the sign of dout (it applies ReLU to dout). What counts is the sign of the x that forward saw.",
    ja="backward が dout の符号で判断しています(dout に ReLU をかけています)。見るべきなのは順伝播で受け取った x の符号です。",
    hint_en="Can a negative gradient flow through an entry where x was positive?",
    hint_ja="x が正だった要素には、負の勾配も流れてよいはずです。backward で何と 0 を比べていますか。",
)

changed(
    "masked-by-x-and-dout",
    {BACKWARD: "return np.where(self.mask & (dout > 0), dout, 0.0)"},
    en="backward clears negative gradients as well: it asks that both x and dout be positive. Only x decides.",
    ja="backward が負の勾配まで 0 にしています。x と dout の両方が正であることを条件にしていますが、決めるのは x だけです。",
    hint_en="Can a negative gradient flow through an entry where x was positive?",
    hint_ja="x が正だった要素には、負の勾配も流れてよいはずです。",
    costs="which entries pass is the whole of this layer: at 0, for any shape and for another dout it is asked again",
)

changed(
    "gradient-passes-at-zero",
    {"self.mask = x > 0": "self.mask = x >= 0"},
    en="The gradient passes where x is exactly 0 (the condition there is x < 0 or x >= 0). This layer gives 0 at that point.",
    ja="x がちょうど 0 の要素に勾配を流しています(条件が x < 0 や x >= 0 になっています)。このレイヤでは 0 にします。",
    hint_en="On which side of your comparison does x = 0 fall?",
    hint_ja="x = 0 は、比較のどちら側に入っていますか。",
)

changed(
    "half-gradient-at-zero",
    {"self.mask = x > 0": "self.x = x\nself.mask = x > 0", BACKWARD: "return dout * np.heaviside(self.x, 0.5)"},
    en="Half of the gradient passes where x is exactly 0. This layer gives 0 at that point.",
    ja="x がちょうど 0 の要素に勾配を半分流しています。このレイヤでは 0 にします。",
    hint_en="The statement says which of the possible values at the kink is meant.",
    hint_ja="折れ曲がる点での値をどう決めているか、問題文を読み直しましょう。",
)

changed(
    "changes-x-in-forward",
    {"return np.where(self.mask, x, 0.0)": "x[~self.mask] = 0\nreturn x"},
    en="forward writes its zeros into x itself, so the caller's array is changed.",
    ja="forward が x そのものに 0 を書き込んでいるため、呼び出し側の配列が変わってしまいます。",
    hint_en="Does `y = x` make a second array, or a second name for the same one?",
    hint_ja="`y = x` は新しい配列を作りますか。それとも、同じ配列に別の名前を付けるだけですか。",
)

changed(
    "state-shared",
    everywhere={"self.mask": "type(self).mask"},
    en="All layers share one mask (a class attribute or a global variable): the second layer's forward overwrites what the first remembered.",
    ja="mask をすべてのレイヤで共有しています(クラス変数やグローバル変数)。2 つ目のレイヤの forward が、1 つ目の mask を上書きします。",
    hint_en="Where does the mask live: on the object, on the class, or in the module?",
    hint_ja="mask はどこに置いていますか。インスタンスですか、クラスですか、それともモジュールですか。",
)

changed(
    "keeps-first-mask",
    {FORWARD: "if self.mask is None:\n    self.mask = x > 0\nreturn np.where(x > 0, x, 0.0)"},
    en="The layer keeps an old mask for good; backward must use that of the latest forward.",
    ja="前に作った mask をずっと使い続けています。backward では直前の forward の mask を使います。",
    hint_en="Call forward twice with different x. What is the mask after the second call?",
    hint_ja="違う x で forward を 2 回呼んでみましょう。2 回目のあと、mask はどうなっていますか。",
)

changed(
    "keeps-first-mask-in-forward-too",
    {"self.mask = x > 0": "if self.mask is None:\n    self.mask = x > 0"},
    en="The layer makes its mask only once and uses it in every later forward and backward.",
    ja="mask を最初の 1 回しか作らず、その後の forward でも backward でも使い回しています。",
    hint_en="Call forward twice with different x. What is the mask after the second call?",
    hint_ja="違う x で forward を 2 回呼んでみましょう。2 回目のあと、mask はどうなっていますか。",
)

changed(
    "mask-not-kept",
    {BACKWARD: "return np.zeros_like(dout)"},
    en="backward returns 0 everywhere, as happens when self.mask is still None: `dout[None] = 0` clears the whole array.",
    ja="backward がすべて 0 を返しています。self.mask が None のままだと、`dout[None] = 0` が配列全体を 0 にしてしまいます。",
    hint_en="Print self.mask in backward. Did forward store it on self, or in a local variable?",
    hint_ja="backward の中で self.mask を print してみましょう。forward で self に保存しましたか。ローカル変数のままではありませんか。",
    costs="what it gives is always equal to itself, and no check that holds an answer against itself pays for that",
)

changed(
    "dout-passed-through",
    {BACKWARD: "return dout"},
    en="backward returns dout unchanged: nothing is blocked where x was 0 or less.",
    ja="backward が dout をそのまま返しています。x が 0 以下だった要素でも勾配が止まっていません。",
    hint_en="If x is negative and changes a little, does forward's result change at all?",
    hint_ja="x が負のとき、x を少し動かすと順伝播の出力は変わりますか。",
    costs="what it gives is always equal to itself, and no check that holds an answer against itself pays for that",
)

changed(
    "dout-forgotten",
    {BACKWARD: "return self.mask * 1.0"},
    en="backward returns the slope of ReLU alone, ones and zeros; it is not multiplied by dout.",
    ja="backward が ReLU の傾き(1 と 0)だけを返しています。dout が掛けられていません。",
    hint_en="The chain rule is a product of two factors. Which one is missing?",
    hint_ja="連鎖律は 2 つの微分の積です。足りないのはどちらですか。",
)

changed(
    "times-output",
    {
        "return np.where(self.mask, x, 0.0)": "self.out = np.where(self.mask, x, 0.0)\nreturn self.out",
        BACKWARD: "return dout * self.out",
    },
    en="backward multiplies dout by forward's result max(x, 0). The slope of ReLU is 1 or 0, not the value itself.",
    ja="backward で dout に順伝播の出力 max(x, 0) を掛けています。掛けるのは出力の値ではなく傾き(1 か 0)です。",
    hint_en="How steep is the line y = x, at x = 1 and at x = 3?",
    hint_ja="直線 y = x の傾きは、x = 1 と x = 3 でそれぞれいくつですか。",
)

changed(
    "leaky",
    {
        "return np.where(self.mask, x, 0.0)": "return np.where(self.mask, x, 0.01 * x)",
        BACKWARD: "return np.where(self.mask, dout, 0.01 * dout)",
    },
    en="A small share of the negative inputs passes (0.01, as in Leaky ReLU). Here nothing passes where x is 0 or less.",
    ja="負の入力が 0.01 倍で通っています(Leaky ReLU)。ここでは x が 0 以下なら何も通しません。",
    hint_en="What should forward give for x = -100?",
    hint_ja="x = -100 のとき、forward は何を返すはずですか。",
)

changed(
    "clips-at-one",
    {"return np.where(self.mask, x, 0.0)": "return np.clip(x, 0.0, 1.0)"},
    en="forward cuts off everything above 1. ReLU has no upper limit.",
    ja="forward が 1 を超える値を 1 に切り詰めています。ReLU に上限はありません。",
    hint_en="What should forward give for x = 5?",
    hint_ja="x = 5 のとき、forward は何を返すはずですか。",
)

changed(
    "absolute-value",
    {"return np.where(self.mask, x, 0.0)": "return np.abs(x)"},
    en="forward turns negative entries positive (the absolute value) instead of making them 0.",
    ja="forward が負の要素を 0 にせず、正の値に変えています(絶対値になっています)。",
    hint_en="What should forward give for x = -2?",
    hint_ja="x = -2 のとき、forward は何を返すはずですか。",
)

changed(
    "one-condition-for-all",
    {FORWARD: "return x if x > 0 else 0"},
    en="One condition is asked of the whole array (`if x > 0`, or Python's max(0, x)). That works for a single number; an array has many truth values.",
    ja="配列全体に 1 つの条件を使っています(`if x > 0` や Python の max(0, x))。数値 1 つなら動きますが、配列の真偽は 1 つに決まりません。",
    hint_en="What is the result of `x > 0` for an array? numpy can choose entry by entry with it.",
    hint_ja="配列に対する `x > 0` は何になりますか。numpy なら、それを使って要素ごとに選べます。",
)

changed(
    "np-max-of-zero-and-x",
    {"return np.where(self.mask, x, 0.0)": "return np.max(0, x)"},
    en="np.max(0, x) does not compare 0 with x: numpy takes the second argument for an axis.",
    ja="np.max(0, x) は 0 と x を比べません。numpy は 2 つ目の引数を軸(axis)とみなします。",
    hint_en="np.max finds the largest entry of one array. Which function takes the larger of two, entry by entry?",
    hint_ja="np.max は 1 つの配列の最大値を求めます。2 つを要素ごとに比べて大きい方を取る関数はどれですか。",
)

changed(
    "np-max-over-axis",
    {"return np.where(self.mask, x, 0.0)": "return np.max(x, 0)"},
    en="np.max(x, 0) returns the largest entry of every column: numpy takes the 0 for an axis.",
    ja="np.max(x, 0) は列ごとの最大値を返します。numpy は 0 を軸(axis)とみなします。",
    hint_en="np.max finds the largest entry of one array. Which function takes the larger of two, entry by entry?",
    hint_ja="np.max は 1 つの配列の最大値を求めます。2 つを要素ごとに比べて大きい方を取る関数はどれですか。",
)

changed(
    "step-function",
    {"return np.where(self.mask, x, 0.0)": "return np.where(x > 0, 1.0, 0.0)"},
    en="forward returns 1 where x is positive: that is the step function. ReLU lets x itself through.",
    ja="x が正のところで、forward が 1 を返しています。これはステップ関数です。ReLU は x の値をそのまま通します。",
    hint_en="What should forward give for x = 3? Is it the condition or the value that you return?",
    hint_ja="x = 3 のとき、forward は何を返すはずですか。返しているのは条件ですか、値ですか。",
)

changed(
    "step-function-of-integers",
    {"return np.where(self.mask, x, 0.0)": "return np.where(x > 0, 1, 0)"},
    en="forward returns the integers 1 and 0: that is the step function, the condition as a number. It only says which entries pass; what passes is x.",
    ja="forward が整数の 1 と 0 を返しています。これは条件を数にしたステップ関数です。「どの要素を通すか」を表すだけで、通すのは x の値です。",
    hint_en="What should forward give for x = 3? Is it the condition or the value that you return?",
    hint_ja="x = 3 のとき、forward は何を返すはずですか。返しているのは条件ですか、値ですか。",
)

changed(
    "elu",
    {
        FORWARD: "self.x = x\nreturn np.where(x > 0, x, np.exp(x) - 1)",
        BACKWARD: "return dout * np.where(self.x > 0, 1.0, np.exp(self.x))",
    },
    en="Negative inputs give exp(x) - 1, as in ELU, and so a gradient passes there too. ReLU gives 0 where x is 0 or less, and lets no gradient through.",
    ja="負の入力に対して exp(x) - 1 を返しています(ELU)。そのため、そこにも勾配が流れています。ReLU は x が 0 以下なら 0 で、勾配も流しません。",
    hint_en="What should forward give for x = -1, and for x = -100?",
    hint_ja="x = -1 や x = -100 のとき、forward は何を返すはずですか。",
)

changed(
    "elu-in-forward",
    {"return np.where(self.mask, x, 0.0)": "return np.where(x > 0, x, np.exp(x) - 1)"},
    en="forward gives exp(x) - 1 for negative inputs, as in ELU. ReLU gives 0 where x is 0 or less.",
    ja="forward が負の入力に対して exp(x) - 1 を返しています(ELU)。ReLU は x が 0 以下なら 0 です。",
    hint_en="What should forward give for x = -1, and for x = -100?",
    hint_ja="x = -1 や x = -100 のとき、forward は何を返すはずですか。",
)

changed(
    "leaky-in-forward",
    {"return np.where(self.mask, x, 0.0)": "return np.maximum(0.01 * x, x)"},
    en="forward lets a small share of the negative inputs pass (0.01, as in Leaky ReLU), though backward blocks them. Here nothing passes where x is 0 or less.",
    ja="forward だけ、負の入力が 0.01 倍で通っています(Leaky ReLU)。backward では止めています。ここでは x が 0 以下なら何も通しません。",
    hint_en="What should forward give for x = -100?",
    hint_ja="x = -100 のとき、forward は何を返すはずですか。",
)

changed(
    "clips-at-six",
    {"return np.where(self.mask, x, 0.0)": "return np.clip(x, 0.0, 6.0)"},
    en="forward cuts off everything above 6 (ReLU6). ReLU has no upper limit.",
    ja="forward が 6 を超える値を 6 に切り詰めています(ReLU6)。ReLU に上限はありません。",
    hint_en="What should forward give for x = 100?",
    hint_ja="x = 100 のとき、forward は何を返すはずですか。",
)

changed(
    "blocked-above-six",
    {FORWARD: "self.mask = (x > 0) & (x < 6)\nreturn np.clip(x, 0.0, 6.0)"},
    en="This is ReLU6: forward cuts off everything above 6, and backward blocks the gradient there. ReLU has no upper limit.",
    ja="これは ReLU6 です。forward が 6 を超える値を 6 に切り詰め、backward もそこで勾配を止めています。ReLU に上限はありません。",
    hint_en="What should forward give for x = 100, and does it change when x changes a little?",
    hint_ja="x = 100 のとき、forward は何を返すはずですか。x を少し動かすと、それは変わりますか。",
)

changed(
    "divided-by-batch-size",
    {BACKWARD: "return np.where(self.mask, dout, 0.0) / len(dout)"},
    en="backward divides by the batch size. The mean over the batch belongs to the loss layer, once; ReLU only passes or blocks what arrives.",
    ja="backward がバッチサイズで割っています。バッチの平均をとるのは損失のレイヤで、1 回だけです。ReLU は届いた勾配を通すか止めるかだけです。",
    hint_en="By how much does forward's result change for a positive x: does that depend on the number of rows?",
    hint_ja="x が正のとき、順伝播の出力の変化はデータ数によりますか。",
)

changed(
    "times-input",
    {"self.mask = x > 0": "self.x = x\nself.mask = x > 0", BACKWARD: "return dout * self.x"},
    en="backward multiplies dout by the input x. The slope of ReLU is 1 or 0, not the value of x.",
    ja="backward で dout に入力 x を掛けています。掛けるのは x の値ではなく傾き(1 か 0)です。",
    hint_en="How steep is the line y = x, at x = 1 and at x = 3? And how steep is y = 0?",
    hint_ja="直線 y = x の傾きは、x = 1 と x = 3 でそれぞれいくつですか。y = 0 の傾きはどうですか。",
)

changed(
    "masks-stacked",
    {
        "self.mask = None": "self.masks = []",
        FORWARD: "self.masks.append(x > 0)\nreturn np.maximum(x, 0.0)",
        BACKWARD: "return dout * self.masks.pop()",
    },
    en="Every forward adds its mask to a list and every backward takes one away (append and pop). A second backward then gets the mask of an earlier forward; all belong to the latest one.",
    ja="forward のたびに mask をリストに追加し、backward のたびに 1 つ取り出しています(append と pop)。2 回目の backward では前の forward の mask が使われてしまいます。何回呼んでも、直前の forward の mask を使います。",
    hint_en="Call forward twice and then backward twice. Which mask does the second backward use?",
    hint_ja="forward を 2 回、続けて backward を 2 回呼んでみましょう。2 回目の backward はどの mask を使いますか。",
)

changed(
    "zeros-of-x",
    {"return np.where(self.mask, x, 0.0)": "return np.maximum(np.zeros(x), x)"},
    en="np.zeros(x) takes x for a shape, and entries cannot be lengths. It wants the shape of x, not x.",
    ja="np.zeros(x) は x を形状とみなします。x の要素を軸の長さにはできません。渡すのは x そのものではなく、x の形状です。",
    hint_en="Which attribute of x tells its shape? Or which function makes zeros like another array?",
    hint_ja="x の形状がわかる属性はどれですか。または、ほかの配列と同じ形の 0 の配列を作る関数はどれですか。",
)

changed(
    "step-of-dout",
    {BACKWARD: "return np.where(dout > 0, 1.0, 0.0)"},
    en="backward returns 1 where dout is positive and 0 elsewhere: that is the slope of ReLU taken at dout. It is to be taken at the x that forward saw, and multiplied by dout.",
    ja="backward が、dout が正のところで 1、それ以外で 0 を返しています。これは dout での ReLU の傾きです。傾きは順伝播で受け取った x で求め、それを dout に掛けます。",
    hint_en="What stands for the x of forward in your backward, and where is dout multiplied?",
    hint_ja="backward の中で、順伝播の x を使っているのはどこですか。dout を掛けているのはどこですか。",
)

changed(
    "one-where-x-and-dout-are-positive",
    {BACKWARD: "return np.where(self.mask & (dout > 0), 1.0, 0.0)"},
    en="backward returns 1 where both x and dout are positive, and 0 elsewhere. Where x is positive the gradient is dout itself, whatever its size and sign.",
    ja="backward が、x と dout の両方が正のところで 1、それ以外で 0 を返しています。x が正のところの勾配は、大きさや符号によらず dout そのものです。",
    hint_en="Take x = 2 and dout = -3. What should dx be?",
    hint_ja="x = 2、dout = -3 のとき、dx はいくつのはずですか。",
    costs="which entries pass is the whole of this layer: at 0, for any shape and for another dout it is asked again",
)

changed(
    "sign-of-dout",
    {BACKWARD: "return self.mask * np.sign(dout)"},
    en="Of dout only the sign is left: backward returns 1 or -1 where x is positive. Where x is positive the gradient is dout itself.",
    ja="dout の符号しか残っていません。x が正のところで、backward が 1 か -1 を返しています。そこでの勾配は dout そのものです。",
    hint_en="Take x = 2 and dout = -3. What should dx be?",
    hint_ja="x = 2、dout = -3 のとき、dx はいくつのはずですか。",
)

changed(
    "forward-mask-inverted",
    {"return np.where(self.mask, x, 0.0)": "return np.where(self.mask, 0.0, x)"},
    en="forward keeps the negative entries and clears the positive ones, as np.minimum(x, 0) does; backward passes the gradient where x is positive, as it should.",
    ja="forward が負の要素を残し、正の要素を 0 にしています(np.minimum(x, 0) と同じ結果です)。backward は、x が正のところで勾配を流していて合っています。",
    hint_en="What should forward give for x = 2, and for x = -2?",
    hint_ja="x = 2 と x = -2 のとき、forward はそれぞれ何を返すはずですか。",
)

changed(
    "zeros-of-dout",
    {BACKWARD: "return np.where(self.mask, dout, np.zeros(dout))"},
    en="backward hands an array of numbers to np.zeros (or np.ones), which wants a shape: entries cannot be lengths.",
    ja="backward が、np.zeros(または np.ones)に形状ではなく配列そのものを渡しています。配列の要素を軸の長さにはできません。",
    hint_en="Which attribute of an array tells its shape? Or which function makes zeros like another array?",
    hint_ja="配列の形状がわかる属性はどれですか。または、ほかの配列と同じ形の 0 の配列を作る関数はどれですか。",
)

changed(
    families.gradients_add_up_since_forward,
    {
        FORWARD: "self.mask = x > 0\nself.dx = 0.0\nreturn np.where(self.mask, x, 0.0)",
        BACKWARD: "self.dx = self.dx + np.where(self.mask, dout, 0.0)\nreturn self.dx",
    },
)
