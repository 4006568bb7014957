from grader.authoring import changed, families

BACKWARD = "dx = dout * self.y\ndy = dout * self.x\nreturn dx, dy"

changed(
    "dx-and-dy-swapped",
    {BACKWARD: "return dout * self.x, dout * self.y"},
    en="The two gradients are the wrong way round: dx is dout times x, and dy is dout times y. Either the two lines or the order of "
    "what is returned is swapped.",
    ja="2 つの勾配が逆になっています。dx が dout と x の積、dy が dout と y の積です。式か、返す順番が入れ替わっています。",
    hint_en="Let y be 0. Does the product change when x does? What must dx be then?",
    hint_ja="y が 0 のとき、x を動かすと積は変わりますか。そのとき dx はいくつのはずですか。",
)

changed(
    "global-x-and-y",
    {BACKWARD: "x, y = np.array([[1], [2]]), np.array([[3], [4]])\nreturn dout * y, dout * x"},
    en="backward reads x and y without self, as the code printed in document 001 does. Python then takes the global variables of "
    "that document's test script, [[1], [2]] and [[3], [4]], whatever forward was given.",
    ja="backward が self の付かない x と y を使っています(資料 001 のコードと同じです)。Python は、動作確認用のスクリプトにあるグローバル変数 "
    "[[1], [2]] と [[3], [4]] を使ってしまい、forward に渡された値とは関係ない結果になります。",
    hint_en="Delete the lines below the class and call backward once more. Which names does Python no longer know?",
    hint_ja="クラスの下の動作確認の行を消して、もう一度 backward を呼んでみましょう。見つからないというエラーになる名前はどれですか。",
)

changed(
    "state-shared-by-layers",
    everywhere={"self.x": "type(self).x", "self.y": "type(self).y"},
    en="All layers share one memory: x and y are kept on the class, or in globals, where they belong to self.",
    ja="レイヤどうしで値を共有しています。x と y を、self ではなくクラスやグローバル変数に保存しています。",
    hint_en="Make two layers, call forward on both, then backward on the first. Whose inputs does it use?",
    hint_ja="レイヤを 2 つ作り、両方で forward を呼んでから、1 つ目の backward を呼んでみましょう。どちらの入力が使われますか。",
)

changed(
    "first-inputs-kept",
    {"self.x = x\nself.y = y": "if self.x is None:\n    self.x, self.y = x, y"},
    en="The layer keeps the inputs of its first forward for good; backward must use those of the latest.",
    ja="最初の forward の入力をずっと使い続けています。backward では、最後に呼ばれた forward の入力を使います。",
    hint_en="Call forward twice with different inputs. What does self hold after the second call?",
    hint_ja="違う入力で forward を 2 回呼んでみましょう。2 回目のあと、self には何が入っていますか。",
)

changed(
    "inputs-stacked",
    {
        "self.x = None\nself.y = None": "self.kept = []",
        "self.x = x\nself.y = y": "self.kept.append((x, y))",
        BACKWARD: "x, y = self.kept.pop()\nreturn dout * y, dout * x",
    },
    en="Every forward adds its inputs to a list and every backward takes them away (append and pop). A second backward then gets the "
    "inputs of an earlier forward; all belong to the latest one.",
    ja="forward のたびに入力をリストに追加し、backward のたびに取り出しています(append と pop)。2 回目の backward では前の forward の入力が"
    "使われてしまいます。何回呼んでも、最後の forward の入力を使います。",
    hint_en="Call forward twice and then backward twice. Which inputs does the second backward use?",
    hint_ja="forward を 2 回、続けて backward を 2 回呼んでみましょう。2 回目の backward はどの入力を使いますか。",
)

changed(
    "dout-forgotten",
    {BACKWARD: "return self.y, self.x"},
    en="backward returns y and x alone and never uses dout: it is right only if dout is all ones.",
    ja="backward が y と x をそのまま返していて、dout を使っていません。dout がすべて 1 のときしか正しくなりません。",
    hint_en="The chain rule is a product of two factors. Which one comes from above?",
    hint_ja="連鎖律は 2 つの微分の積です。上流から来るのはどちらですか。",
)

changed(
    "dout-passed-through",
    {BACKWARD: "return dout, dout"},
    en="backward returns dout twice, as it came. That is the addition layer; a product passes each gradient on times the other input.",
    ja="backward が dout をそのまま 2 つ返しています。それは加算レイヤです。乗算では、もう一方の入力を掛けて渡します。",
    hint_en="Take x = 2 and y = 3. By how much does the product change if x grows by 1?",
    hint_ja="x = 2、y = 3 とします。x を 1 増やすと、積はいくつ増えますか。",
)

changed(
    "dx-only",
    {"return dx, dy": "return (dx, dy)[0]"},
    en="backward returns one value, dx alone. Two inputs went in, so two gradients have to come out.",
    ja="backward が dx だけを返しています。入力は 2 つあるので、勾配も 2 つ返します。",
    hint_en="Who tells the node that y came from in which direction to move?",
    hint_ja="y を送ってきたノードは、自分についての勾配をどこから受け取るのでしょうか。",
)

changed(
    "product-of-all",
    {BACKWARD: "return dout * self.x * self.y"},
    en="backward returns one value, dout times x times y. The inputs have a gradient each, and their own value is not in it.",
    ja="backward が dout と x と y をすべて掛けた値を 1 つだけ返しています。勾配は入力ごとに 1 つずつあり、自分自身の値は掛けません。",
    hint_en="Along x alone, how steep is x times 3?",
    hint_ja="y = 3 のとき、x についての傾きはいくつですか。",
)

changed(
    "output-for-the-other-input",
    {BACKWARD: "return dout * self.x * self.y, dout * self.x * self.y"},
    en="Both gradients are dout times the product x y. Each input's own value must not be in its gradient.",
    ja="どちらの勾配も、dout に積 x y を掛けたものになっています。自分自身の値は、自分についての勾配には入りません。",
    hint_en="Along x alone, how steep is x times 3?",
    hint_ja="y = 3 のとき、x についての傾きはいくつですか。",
)

changed(
    "x-for-both",
    {BACKWARD: "return dout * self.x, dout * self.x"},
    en="Both gradients are dout times x; dx is wrong. dy is right.",
    ja="どちらの勾配も dout と x の積になっています。dy は正しいのですが、dx が間違っています。",
    hint_en="Look at dx: which of the two inputs is its slope?",
    hint_ja="dx の式を見直しましょう。x についての傾きになるのは、どちらの入力ですか。",
)

changed(
    "y-for-both",
    {BACKWARD: "return dout * self.y, dout * self.y"},
    en="Both gradients are dout times y; dy is wrong. dx is right.",
    ja="どちらの勾配も dout と y の積になっています。dx は正しいのですが、dy が間違っています。",
    hint_en="Look at dy: which of the two inputs is its slope?",
    hint_ja="dy の式を見直しましょう。y についての傾きになるのは、どちらの入力ですか。",
)

changed(
    "x-kept-after-change",
    {"return x * y": "x *= y\nreturn x"},
    en="forward multiplies x in place (x *= y), so what self.x holds is no longer x but the product, and dy comes out wrong. It also changes the "
    "caller's array.",
    ja="forward が x をその場で書き換えています(x *= y)。self.x の中身も x ではなく積になってしまい、dy が間違った値になります。呼び出し側の配列も変"
    "わります。",
    hint_en="`self.x = x` makes no second array. What does self.x hold after forward?",
    hint_ja="`self.x = x` は配列をコピーしません。forward のあと、self.x には何が入っていますか。",
)

changed(
    "dout-changed-between",
    {BACKWARD: "dout = dout * self.y\nreturn dout, dout * self.x"},
    en="dout is overwritten by dx before dy is computed (dout *= self.y, or dout = dout * self.y), so dy contains y as well.",
    ja="dy を計算する前に dout が dx で上書きされています(dout *= self.y や dout = dout * self.y)。そのため dy に y も掛かっています。",
    hint_en="Print dout before and after the line that makes dx.",
    hint_ja="dx を求める行の前後で dout を print してみましょう。",
)

changed(
    families.gradients_accumulate,
    {
        "return dx, dy": "self.dx, self.dy = self.dx + dx, self.dy + dy\nreturn self.dx, self.dy",
        "def __init__(self):": "dx = dy = 0.0\ndef __init__(self):",
    },
)

changed(
    "inputs-overwritten-by-gradients",
    {"return dx, dy": "self.x, self.y = dx, dy\nreturn self.x, self.y"},
    en="backward writes its results into self.x and self.y, so a second backward starts from gradients instead of inputs.",
    ja="backward が、計算した勾配を self.x と self.y に上書きしています。2 回目の backward では、入力の代わりに勾配から計算してしまいます。",
    hint_en="Print self.x before and after backward. Which line changes it?",
    hint_ja="backward の前後で self.x を print してみましょう。どの行で変わりますか。",
)

changed(
    "divided-by-the-other-input",
    {BACKWARD: "return dout / self.y, dout / self.x"},
    en="backward divides dout by the other input; the chain rule multiplies.",
    ja="backward が dout をもう一方の入力で割っています。連鎖律では掛けます。",
    hint_en="If y is twice as large, does x move the product more or less?",
    hint_ja="y が 2 倍になると、x を動かしたときの積の変化は大きくなりますか、小さくなりますか。",
)

changed(
    "other-input-from-the-product",
    {BACKWARD: "dx = np.multiply(self.x, self.y)\nreturn dout * (dx / self.x), dout * (dx / self.y)"},
    en="backward gets the other input back by division, product / x and product / y. On paper that is right, but where an input is 0 it is 0 / 0, "
    "which is nan.",
    ja="backward が、積を x や y で割ってもう一方の入力を求めています。数式としては正しいのですが、入力が 0 のところでは 0 / 0 になり、数値計算では"
    " nan になります。",
    hint_en="forward had both inputs in its hands. Which two things should it keep?",
    hint_ja="forward は両方の入力を受け取っています。何と何を保存しておけばよいですか。",
)

changed(
    "matrix-product",
    {"return x * y": "return np.dot(x, y)"},
    en="forward takes a matrix product (np.dot or @). This layer multiplies entry by entry.",
    ja="forward が行列の積(np.dot や @)になっています。このレイヤは要素ごとに掛けます。",
    hint_en="Two arrays of shape (2, 3) go in. What shape should come out, and which operator gives it?",
    hint_ja="形状 (2, 3) の配列を 2 つ渡したとき、結果の形状は何のはずですか。それを計算するのはどの演算子ですか。",
)

changed(
    "matrix-product-in-backward",
    {BACKWARD: "return np.dot(dout, self.y), np.dot(dout, self.x)"},
    en="backward takes matrix products (np.dot or @). This layer works entry by entry, on the way back too.",
    ja="backward が行列の積(np.dot や @)になっています。このレイヤは、逆伝播でも要素ごとに掛けます。",
    hint_en="Does dx at one place depend on dout at another?",
    hint_ja="ある場所の dx は、別の場所の dout に依存しますか。",
)

changed(
    "adds",
    {"return x * y": "return x + y"},
    en="forward returns x + y: that is the addition layer.",
    ja="forward が x + y を返しています。それは加算レイヤです。",
    hint_en="Two apples at 100 yen: what do they cost?",
    hint_ja="100 円のりんごを 2 個買うと、いくらですか。",
)

changed(
    "gradients-summed",
    {BACKWARD: "return np.sum(dout * self.y), np.sum(dout * self.x)"},
    en="The gradients are summed to one number each. Every entry of x and y has its own, so dx and dy have the shape of x.",
    ja="勾配がそれぞれ 1 つの数に合計されています。x と y の要素ごとに勾配があるので、dx と dy は x と同じ形状です。",
    hint_en="Compare dx.shape with x.shape.",
    hint_ja="dx の形状と x の形状を比べてみましょう。",
)

changed(
    families.gradients_not_returned,
    {"return dx, dy": ""},
    hint_en="Which line of backward hands its two results to the caller?",
    hint_ja="backward の中で、2 つの結果を呼び出し側に渡しているのはどの行ですか。",
)

changed(
    "product-not-returned",
    {"return x * y": ""},
    en="forward keeps its inputs but returns nothing: the next node gets no product.",
    ja="forward が入力を保存するだけで、何も返していません。次のノードに積が渡りません。",
    hint_en="Which line of forward hands its result to the caller?",
    hint_ja="forward の中で、結果を呼び出し側に渡しているのはどの行ですか。",
)

changed(
    families.gradients_add_up_since_forward,
    {
        "return x * y": "self.dx = self.dy = 0.0\nreturn x * y",
        "return dx, dy": "self.dx, self.dy = self.dx + dx, self.dy + dy\nreturn self.dx, self.dy",
    },
)

changed(
    "x-overwritten-before-dy",
    {BACKWARD: "self.x = dout * self.y\nself.y = dout * self.x\nreturn self.x, self.y"},
    en="dy is dout times dx, where it should be dout times x, and a second backward after the same forward starts from other values: backward overwrites what forward kept, x before it is used for dy.",
    ja="dy が dout と x の積ではなく、dout と dx の積になっています。さらに、同じ forward のあとの 2 回目の backward は別の値から計算されます。backward が forward の保存した値を上書きしていて、x は dy に使う前に失われています。",
    hint_en="Print self.x before and after the line that computes dx.",
    hint_ja="dx を求める行の前後で self.x を print してみましょう。",
)

changed(
    "y-overwritten-before-dx",
    {BACKWARD: "self.y = dout * self.x\nself.x = dout * self.y\nreturn self.x, self.y"},
    en="dx is dout times dy, where it should be dout times y, and a second backward after the same forward starts from other values: backward overwrites what forward kept, y before it is used for dx.",
    ja="dx が dout と y の積ではなく、dout と dy の積になっています。さらに、同じ forward のあとの 2 回目の backward は別の値から計算されます。backward が forward の保存した値を上書きしていて、y は dx に使う前に失われています。",
    hint_en="Print self.y before and after the line that computes dy.",
    hint_ja="dy を求める行の前後で self.y を print してみましょう。",
)

changed(
    "dx-for-x",
    {BACKWARD: "dx = dout * self.y\nreturn dx, dout * dx"},
    en="dy is dout times dx, where it should be dout times x. dx is right.",
    ja="dy が dout と x の積ではなく、dout と dx の積になっています(dx は合っています)。",
    hint_en="Which value does the x in your line for dy stand for: the input, or a gradient?",
    hint_ja="dy の式の x は、入力ですか、それとも勾配ですか。",
)

changed(
    "dy-for-y",
    {BACKWARD: "dy = dout * self.x\nreturn dout * dy, dy"},
    en="dx is dout times dy, where it should be dout times y. dy is right.",
    ja="dx が dout と y の積ではなく、dout と dy の積になっています(dy は合っています)。",
    hint_en="Which value does the y in your line for dx stand for: the input, or a gradient?",
    hint_ja="dx の式の y は、入力ですか、それとも勾配ですか。",
)

changed(
    "own-input-in-dx",
    {BACKWARD: "dout = dout * self.x\nreturn dout * self.y, dout"},
    en="dx contains x as well: it is dout times x times y, as when dout is overwritten by dy before dx is computed. dy is right.",
    ja="dx に x まで掛かっていて、dout と x と y の積になっています。dx を計算する前に dout を dy で上書きした場合などに、こうなります(dy は合っています)。",
    hint_en="Along x alone, how steep is x times 3? Does that depend on x?",
    hint_ja="y = 3 のとき、x についての傾きはいくつですか。それは x の値によりますか。",
)

changed(
    "y-kept-after-change",
    {"return x * y": "y *= x\nreturn y"},
    en="forward multiplies y in place (y *= x), so what self.y holds is no longer y but the product, and dx comes out wrong. It also changes the caller's array.",
    ja="forward が y をその場で書き換えています(y *= x)。self.y の中身も y ではなく積になってしまい、dx が間違った値になります。呼び出し側の配列も変わります。",
    hint_en="`self.y = y` makes no second array. What does self.y hold after forward?",
    hint_ja="`self.y = y` は配列をコピーしません。forward のあと、self.y には何が入っていますか。",
)
