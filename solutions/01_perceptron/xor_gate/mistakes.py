from grader.authoring import changed

changed(
    "acts-as-or",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return OR(x1, x2)"},
    en="XOR gives 1 for (1, 1): this is OR. That is as far as a single perceptron gets; the row (1, 1) needs a second layer.",
    ja="XOR が (1, 1) で 1 になっています。これは OR です。1 つのパーセプトロンではここまでしかできません。(1, 1) を 0 にするには 2 層目が必要です。",
    hint_en="Which gate is 0 for (1, 1) and 1 everywhere else? How could it overrule the OR?",
    hint_ja="(1, 1) だけ 0 になるゲートはどれですか。それを使って OR の結果を打ち消せませんか。",
)

changed(
    "acts-as-nand",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return NAND(x1, x2)"},
    en="XOR gives 1 for (0, 0): this is NAND. That is as far as a single perceptron gets; the row (0, 0) needs a second layer.",
    ja="XOR が (0, 0) で 1 になっています。これは NAND です。1 つのパーセプトロンではここまでしかできません。(0, 0) を 0 にするには 2 層目が必要です。",
    hint_en="Which gate is 0 for (0, 0) and 1 everywhere else? How could it overrule the NAND?",
    hint_ja="(0, 0) だけ 0 になるゲートはどれですか。それを使って NAND の結果を打ち消せませんか。",
)

changed(
    "acts-as-and",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return AND(AND(x1, x2), OR(x1, x2))"},
    en="XOR is 1 for (1, 1) only: this is AND. So it comes out if the first layer holds AND and OR, joined by AND. But in the row where that first AND is 1 the result should be 0.",
    ja="XOR が (1, 1) のときだけ 1 になっています。これは AND です。1 層目に AND と OR を置いて AND でまとめると、こうなります。しかし、1 層目の AND が 1 になる行は、結果が 0 になるべき行です。",
    hint_en="Write the columns of s1 and s2 beside the table. In which rows are both 1, and in which should they be?",
    hint_ja="真理値表に s1 と s2 の列を書き足しましょう。両方が 1 になる行はどれで、どの行でそうなるべきですか。",
)

changed(
    "always-one",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return OR(NAND(x1, x2), OR(x1, x2))"},
    en="XOR is always 1. So it comes out if NAND and OR are joined by OR: in every row one of the two is 1. Both must be 1 for the result to be 1.",
    ja="XOR がいつも 1 になっています。NAND と OR を OR でまとめると、どの行でも片方は必ず 1 なので、こうなります。両方が 1 のときだけ 1 にしなければなりません。",
    hint_en="Which gate is 1 only if both of its inputs are?",
    hint_ja="両方の入力が 1 のときだけ 1 になるゲートはどれですか。",
)

changed(
    "acts-as-xnor",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return NAND(NAND(x1, x2), OR(x1, x2))"},
    en="XOR is turned around: it is 1 where the inputs are alike (XNOR). So it comes out if NAND and OR are joined by NAND.",
    ja="結果が逆で、2 つの入力が同じときに 1 になっています(XNOR)。NAND と OR を NAND でまとめると、こうなります。",
    hint_en="The first layer may be right. Which gate gives the opposite of your last one?",
    hint_ja="1 層目は合っているかもしれません。最後のゲートと逆の結果になるゲートはどれですか。",
)

changed(
    "always-zero",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return AND(AND(x1, x2), NAND(x1, x2))"},
    en="XOR is always 0. So it comes out if AND and NAND are joined by AND: they are never 1 in the same row.",
    ja="XOR がいつも 0 になっています。AND と NAND を AND でまとめると、両方が 1 になる行がないので、こうなります。",
    hint_en="Write the columns of s1 and s2 beside the table. In which rows should both be 1?",
    hint_ja="真理値表に s1 と s2 の列を書き足しましょう。両方が 1 になるべきなのはどの行ですか。",
)

changed(
    "acts-as-nor",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return 1 - OR(x1, x2)"},
    en="XOR is 1 for (0, 0) only: this is NOR, OR turned around.",
    ja="XOR が (0, 0) のときだけ 1 になっています。これは NOR(OR の逆)です。",
    hint_en="Write the columns of s1 and s2 beside the table. Which gate makes the wanted column out of them?",
    hint_ja="真理値表に s1 と s2 の列を書き足しましょう。そこから求める列を作れるゲートはどれですか。",
)

changed(
    "only-first-alone",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return AND(x1, NAND(x2, x2))"},
    en="XOR is 1 for (1, 0) but not for (0, 1). The two inputs play the same part. So it comes out if the last gate is given an input again, not both results of the first layer; if an input is used twice; or as far as a single perceptron gets: no straight line separates these four points.",
    ja="(1, 0) では 1 ですが、(0, 1) では 0 になっています。2 つの入力の役割は同じはずです。最後のゲートに 1 層目の結果 2 つではなく入力をまた渡したか、片方の入力を 2 回使ったか、パーセプトロン 1 つで済ませようとするとこうなります(4 つの点は 1 本の直線では分けられません)。",
    hint_en="Swap x1 and x2: what must not change? And how many gates does XOR need?",
    hint_ja="x1 と x2 を入れ替えても結果は変わらないはずです。また、XOR にはゲートがいくつ必要ですか。",
)

changed(
    "only-second-alone",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return AND(NAND(x1, x1), x2)"},
    en="XOR is 1 for (0, 1) but not for (1, 0). The two inputs play the same part. So it comes out if the last gate is given an input again, not both results of the first layer; if an input is used twice; or as far as a single perceptron gets: no straight line separates these four points.",
    ja="(0, 1) では 1 ですが、(1, 0) では 0 になっています。2 つの入力の役割は同じはずです。最後のゲートに 1 層目の結果 2 つではなく入力をまた渡したか、片方の入力を 2 回使ったか、パーセプトロン 1 つで済ませようとするとこうなります(4 つの点は 1 本の直線では分けられません)。",
    hint_en="Swap x1 and x2: what must not change? And how many gates does XOR need?",
    hint_ja="x1 と x2 を入れ替えても結果は変わらないはずです。また、XOR にはゲートがいくつ必要ですか。",
)

changed(
    "first-input-only",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return AND(x1, OR(x1, x2))"},
    en="XOR gives back x1, whatever x2 is. In the second layer a gate is given an input again, or one gate of the first layer is not used.",
    ja="x2 に関係なく、x1 がそのまま返っています。2 層目にまた入力を渡しているか、1 層目のゲートの片方が使われていません。",
    hint_en="Which two values go into the last gate?",
    hint_ja="最後のゲートに渡している 2 つの値は何ですか。",
)

changed(
    "second-input-only",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return AND(OR(x1, x2), x2)"},
    en="XOR gives back x2, whatever x1 is. In the second layer a gate is given an input again, or one gate of the first layer is not used.",
    ja="x1 に関係なく、x2 がそのまま返っています。2 層目にまた入力を渡しているか、1 層目のゲートの片方が使われていません。",
    hint_en="Which two values go into the last gate?",
    hint_ja="最後のゲートに渡している 2 つの値は何ですか。",
)

changed(
    "negated-first-input",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return NAND(x1, OR(x1, x2))"},
    en="XOR gives the opposite of x1, whatever x2 is: one of the inputs is used for both arguments of a gate, or not at all.",
    ja="x2 に関係なく、x1 の逆が返っています。ゲートの引数に同じ入力を 2 回渡しているか、x2 を使っていません。",
    hint_en="Where does x2 enter, and does it reach the last gate?",
    hint_ja="x2 はどこで使われていますか。その結果は最後のゲートまで届いていますか。",
)

changed(
    "negated-second-input",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return NAND(OR(x1, x2), x2)"},
    en="XOR gives the opposite of x2, whatever x1 is: one of the inputs is used for both arguments of a gate, or not at all.",
    ja="x1 に関係なく、x2 の逆が返っています。ゲートの引数に同じ入力を 2 回渡しているか、x1 を使っていません。",
    hint_en="Where does x1 enter, and does it reach the last gate?",
    hint_ja="x1 はどこで使われていますか。その結果は最後のゲートまで届いていますか。",
)

changed(
    "implication",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return NAND(x1, NAND(x1, x2))"},
    en="XOR is 0 for (1, 0) only. NAND or OR of one input and a result of the first layer gives this; the last gate should see the two results of the first layer.",
    ja="(1, 0) のときだけ 0 になっています。入力と 1 層目の結果とを NAND や OR でまとめると、こうなります。最後のゲートには、1 層目の 2 つの結果を渡しましょう。",
    hint_en="Which two values go into the last gate?",
    hint_ja="最後のゲートに渡している 2 つの値は何ですか。",
)

changed(
    "implication-the-other-way",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return NAND(NAND(x1, x2), x2)"},
    en="XOR is 0 for (0, 1) only. NAND or OR of one input and a result of the first layer gives this; the last gate should see the two results of the first layer.",
    ja="(0, 1) のときだけ 0 になっています。入力と 1 層目の結果とを NAND や OR でまとめると、こうなります。最後のゲートには、1 層目の 2 つの結果を渡しましょう。",
    hint_en="Which two values go into the last gate?",
    hint_ja="最後のゲートに渡している 2 つの値は何ですか。",
)

changed(
    "difference-with-sign",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return x1 - x2"},
    en="x1 - x2 is -1 for (0, 1). The result must be 0 or 1.",
    ja="x1 - x2 は (0, 1) で -1 になります。結果は 0 か 1 でなければなりません。",
    hint_en="Try it with the gates: which two see the inputs, and which one joins them?",
    hint_ja="ゲートで作ってみましょう。1 層目に 2 つ、2 層目に 1 つ、どれを置けばよいですか。",
)

changed(
    "sum-returned",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return x1 + x2"},
    en="x1 + x2 is 2 for (1, 1), where 0 is wanted.",
    ja="x1 + x2 は (1, 1) で 2 になります。ここは 0 のはずです。",
    hint_en="Try it with the gates: which two see the inputs, and which one joins them?",
    hint_ja="ゲートで作ってみましょう。1 層目に 2 つ、2 層目に 1 つ、どれを置けばよいですか。",
)

changed(
    "both-layers-returned",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return NAND(x1, x2), OR(x1, x2)"},
    en="The two results of the first layer are returned side by side. The second layer, which joins them into one number, is missing.",
    ja="1 層目の 2 つの結果を、そのまま並べて返しています。それを 1 つの数にまとめる 2 層目がありません。",
    hint_en="Which gate should s1 and s2 go into?",
    hint_ja="s1 と s2 をどのゲートに渡しますか。",
)

changed(
    "nothing-returned",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "AND(NAND(x1, x2), OR(x1, x2))"},
    en="XOR returns nothing (None): the layers are worked out, but there is no return.",
    ja="XOR が何も返していません(None)。計算はしていても、return がありません。",
    hint_en="What does a function without return give to its caller?",
    hint_ja="return のない関数を呼び出すと、何が返りますか。",
)

changed(
    "ints-only",
    {"s1 = NAND(x1, x2)\ns2 = OR(x1, x2)\nreturn AND(s1, s2)": "return x1 ^ x2"},
    en="The operator ^ works on int and bool only: with floats such as 1.0 it stops with a TypeError.",
    ja="演算子 ^ は int や bool にしか使えず、1.0 のような float では TypeError になります。",
    hint_en="The given gates take 1.0 as well as 1. How can you build XOR out of them?",
    hint_ja="用意されたゲートは 1 でも 1.0 でも動きます。それを組み合わせて XOR を作れませんか。",
)
