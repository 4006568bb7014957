from grader.authoring import also, changed, mistake, reference
from grader.sandbox.inside.interpreter import MissingSymbol

AND_BODY = "total = np.dot([1, 1], [x1, x2]) - 1\nreturn 1 if total > 0 else 0"
NAND_BODY = "total = np.dot([-1, -1], [x1, x2]) + 2\nreturn 1 if total > 0 else 0"
OR_BODY = "total = np.dot([1, 1], [x1, x2])\nreturn 1 if total > 0 else 0"


def missing(name):
    """What calling a function that the answer does not define comes to."""

    def absent(*_):
        raise MissingSymbol(name)

    return absent


def unwritten(*_):
    """A function as the stub has it."""
    raise NotImplementedError


@mistake(
    "all-three-named-and",
    en="All three gates are called AND, as document 003 prints them. A later def takes the name away from an earlier one: AND is now the OR gate, which stands last, and NAND and OR do not exist.",
    ja="3 つのゲートがすべて AND という名前になっています(資料 003 の誤植です)。同じ名前で def すると後のもので上書きされるので、AND は最後に書いた OR ゲートになり、NAND と OR は定義されていません。",
    hint_en="Read the three lines that begin with def. Which name should each have?",
    hint_ja="def で始まる 3 つの行を見比べましょう。それぞれの関数名は何であるべきですか。",
)
def AND(x1, x2):
    return reference.OR(x1, x2)


also(AND, NAND=missing("NAND"), OR=missing("OR"))


@mistake(
    "all-three-named-and-in-another-order",
    en="All three gates are called AND (document 003 prints them so), and the NAND gate stands last: AND is now NAND, and functions called NAND and OR do not exist.",
    ja="3 つのゲートがすべて AND という名前で(資料 003 の誤植です)、最後に書いた NAND ゲートが AND になっています。NAND と OR という名前の関数は定義されていません。",
    hint_en="Read the three lines that begin with def. Which name should each have?",
    hint_ja="def で始まる 3 つの行を見比べましょう。それぞれの関数名は何であるべきですか。",
)
def AND(x1, x2):
    return reference.NAND(x1, x2)


also(AND, NAND=missing("NAND"), OR=missing("OR"))


@mistake(
    "all-three-named-and-below-the-stub",
    en="AND gives what OR gives, and NAND and OR are still as the stub has them. If you did write three gates, they are all called AND (document 003 prints them so), and the last def of a name is the one that counts. If not, AND's bias is too high.",
    ja="AND が OR と同じ結果になっていて、NAND と OR は配布されたファイルのままです。3 つとも書いたのなら、すべて AND という名前になっています(資料 003 の誤植です)。同じ名前で def すると、最後のものだけが残ります。まだなら、AND のバイアスが大きすぎます。",
    hint_en="How many lines in your file begin with def AND?",
    hint_ja="ファイルの中に def AND で始まる行はいくつありますか。",
)
def AND(x1, x2):
    return reference.OR(x1, x2)


also(AND, NAND=unwritten, OR=unwritten)

changed(
    "and-acts-as-or",
    {AND_BODY: "return OR(x1, x2)"},
    en="AND gives 1 as soon as one input is 1: that is OR. Its bias is not negative enough, so that one weight alone already lifts the sum above 0; or the sum is exactly 0 in these rows and >= lets it fire, where 0 should not; or a second def AND further down has replaced it.",
    ja="AND が、入力の片方だけが 1 でも 1 を返しています(OR の動きです)。バイアスが大きすぎて重み 1 つだけで和が 0 を超えているか、和がちょうど 0 なのに >= と書いたために発火しているか、下の方でもう一度 def AND と書いて上書きしています。",
    hint_en="Work out the sum for (1, 0) and for (1, 1). Is the first above 0, or exactly 0? What does the formula give for 0?",
    hint_ja="(1, 0) と (1, 1) のときの和を計算しましょう。(1, 0) の和は 0 より大きいですか、ちょうど 0 ですか。式では、0 のときの出力は何ですか。",
)

changed(
    "and-always-fires",
    {AND_BODY: "return 1"},
    en="AND is 1 even for (0, 0). There the sum is the bias alone: it is above 0, or it is exactly 0 and >= lets it fire, where 0 should not.",
    ja="AND が (0, 0) でも 1 になります。このとき和はバイアスそのものです。バイアスが 0 を超えているか、ちょうど 0 なのに >= と書いたために発火しています。",
    hint_en="What is left of the sum if both inputs are 0?",
    hint_ja="入力が両方 0 のとき、和には何が残りますか。",
)

changed(
    "and-never-fires",
    {AND_BODY: "return 0"},
    en="AND is 0 even for (1, 1): its bias is so low that both weights together do not lift the sum above 0 (a sum of exactly 0 is not enough).",
    ja="AND が (1, 1) でも 0 になります。バイアスが小さすぎて、重みを 2 つ足しても和が 0 を超えません(ちょうど 0 では発火しません)。",
    hint_en="Work out the sum for (1, 1). Is it above 0?",
    hint_ja="(1, 1) のときの和を計算してみましょう。0 を超えていますか。",
)

changed(
    "nand-acts-as-and",
    {NAND_BODY: "return AND(x1, x2)"},
    en="NAND gives what AND gives: the signs of its weights and of its bias are not flipped.",
    ja="NAND が AND と同じ結果になっています。重みとバイアスの符号が逆になっていません。",
    hint_en="NAND(0, 0) is 1. Which sign must its bias have, then?",
    hint_ja="NAND(0, 0) は 1 です。では、バイアスの符号はどちらでなければなりませんか。",
)

changed(
    "nand-never-fires",
    {NAND_BODY: "return 0"},
    en="NAND is always 0. With negative weights and a bias that is not above 0 the sum never rises above 0: the sign of the bias has to be flipped as well.",
    ja="NAND がいつも 0 になります。重みが負でバイアスも 0 以下だと、和が 0 を超えることはありません。バイアスの符号も逆にする必要があります。",
    hint_en="What is the sum for (0, 0)? It should fire there.",
    hint_ja="(0, 0) のときの和はいくつですか。そこでは発火するはずです。",
)

changed(
    "nand-always-fires",
    {NAND_BODY: "return 1"},
    en="NAND(1, 1) gives 1. There the sum w1 + w2 + b must not be above 0: look at the signs and sizes of the weights, and at what a sum of exactly 0 gives.",
    ja="NAND(1, 1) が 1 になります。このとき和 w1 + w2 + b は 0 を超えてはいけません。重みの符号と大きさ、そして和がちょうど 0 のときの出力を確かめましょう。",
    hint_en="What is the sum for (1, 1)? It must not be above 0 there; and if it is exactly 0, what does the formula give?",
    hint_ja="(1, 1) のときの和はいくつですか。そこでは 0 を超えてはいけません。ちょうど 0 なら、式の出力は何ですか。",
)

changed(
    "nand-acts-as-nor",
    {NAND_BODY: "return 1 - OR(x1, x2)"},
    en="NAND is 0 as soon as one input is 1: that is NOR. One weight alone already pulls the sum down to 0 or below (a sum of exactly 0 does not fire).",
    ja="NAND が、入力の片方だけが 1 でも 0 になっています(NOR の動きです)。重み 1 つだけで和が 0 以下になっています(ちょうど 0 では発火しません)。",
    hint_en="Work out the sums for (1, 0) and for (1, 1). Which bias lies between the two?",
    hint_ja="(1, 0) と (1, 1) のときの和を計算しましょう。2 つの和の間に 0 が来るようにするには、バイアスをいくつにしますか。",
)

changed(
    "or-acts-as-and",
    {OR_BODY: "return AND(x1, x2)"},
    en="OR gives what AND gives: its bias is too low, so that one weight alone does not lift the sum above 0 (a sum of exactly 0 is not enough).",
    ja="OR が AND と同じ結果になっています。バイアスが小さすぎて、重み 1 つだけでは和が 0 を超えません(ちょうど 0 では発火しません)。",
    hint_en="Work out the sum for (1, 0). Should it fire there?",
    hint_ja="(1, 0) のときの和を計算してみましょう。そこでは発火すべきですか。",
)

changed(
    "or-always-fires",
    {OR_BODY: "return 1"},
    en="OR is 1 even for (0, 0). There the sum is the bias alone: it is above 0, or it is exactly 0 and >= lets it fire, where 0 should not.",
    ja="OR が (0, 0) でも 1 になります。このとき和はバイアスそのものです。バイアスが 0 を超えているか、ちょうど 0 なのに >= と書いたために発火しています。",
    hint_en="What is left of the sum if both inputs are 0?",
    hint_ja="入力が両方 0 のとき、和には何が残りますか。",
)

changed(
    "or-never-fires",
    {OR_BODY: "return 0"},
    en="OR is always 0, even for (1, 1): its bias is so low that both weights together do not lift the sum above 0 (a sum of exactly 0 is not enough).",
    ja="OR がいつも 0 になり、(1, 1) でも発火しません。バイアスが小さすぎて、重みを 2 つ足しても和が 0 を超えません(ちょうど 0 では発火しません)。",
    hint_en="Work out the sum for (1, 0). It should fire there already.",
    hint_ja="(1, 0) のときの和を計算してみましょう。そこでもう発火するはずです。",
)

changed(
    "or-acts-as-xor",
    {OR_BODY: "return 1 if x1 != x2 else 0"},
    en="OR is 0 for (1, 1): that is XOR, the exclusive or. OR is 1 for one input or for both.",
    ja="OR が (1, 1) で 0 になっています。これは XOR(排他的論理和)です。OR は、両方が 1 のときも 1 です。",
    hint_en="Read the last row of the table.",
    hint_ja="真理値表の最後の行を見直しましょう。",
)

changed(
    "weighted-sum-returned-by-or",
    {OR_BODY: "return x1 + x2"},
    en="OR returns the sum itself (weighted, or simply x1 + x2, which gives 2 for (1, 1)), where 0 or 1 is wanted: the comparison with 0 is missing.",
    ja="OR が和(重み付きの和、または (1, 1) で 2 になる x1 + x2)をそのまま返しています。0 と比べて、0 か 1 にするところが抜けています。",
    hint_en="What should become of the sum before it is returned?",
    hint_ja="和を返す前に、何と比べればよいですか。",
)


@mistake(
    "boundary-fires-in-all-gates",
    en="AND acts as OR, and NAND and OR always give 1. With weights and biases such as 1, 1, -1 and -1, -1, 2 and 1, 1, 0 that is what >= in place of > does: a sum of exactly 0 fires, and it must not. With > all three biases are too high.",
    ja="AND が OR の動きになり、NAND と OR はいつも 1 になります。和がちょうど 0 になる行がある重みとバイアス(1, 1, -1 や -1, -1, 2 や 1, 1, 0 など)で、> を >= と書くと、こうなります。和がちょうど 0 のときは発火しません。> と書いてあるなら、3 つともバイアスが大きすぎます。",
    hint_en="Work out the sum for each row that comes out wrong. Is it exactly 0, and which of the two cases of the formula does 0 belong to?",
    hint_ja="結果が違う行の和を計算しましょう。ちょうど 0 ではありませんか。和が 0 になるのは、式の 2 つの場合のどちらですか。",
)
def AND(x1, x2):
    return reference.OR(x1, x2)


also(AND, NAND=lambda x1, x2: 1, OR=lambda x1, x2: 1)

changed(
    "bias-forgotten",
    {AND_BODY: "return OR(x1, x2)", NAND_BODY: "return 0"},
    en="AND acts as OR, and NAND always gives 0. That is what the weights do without a bias: w1 x1 + w2 x2 alone is compared with 0. (If both biases are there, AND's is not negative enough and NAND's not above 0.)",
    ja="AND が OR の動きになり、NAND はいつも 0 になります。バイアスを足さずに、w1 x1 + w2 x2 だけを 0 と比べると、こうなります(バイアスを足しているなら、AND のバイアスは大きすぎ、NAND のバイアスは 0 以下です)。",
    hint_en="Where does b occur in your functions?",
    hint_ja="b は関数のどこで使っていますか。",
)

changed(
    "bias-as-threshold",
    {AND_BODY: "return 1", NAND_BODY: "return 0", OR_BODY: "return 1"},
    en="AND and OR always give 1, and NAND always 0: the bias has the wrong sign in all three, or the sum is compared with b as if b were the threshold. The bias is the threshold with the opposite sign, and is added.",
    ja="AND と OR がいつも 1、NAND がいつも 0 になります。3 つともバイアスの符号が逆か、b をしきい値として和と比べています。バイアスはしきい値の符号を逆にしたもので、和に加えます。",
    hint_en="A larger bias should make the perceptron fire more easily. Does it, in yours?",
    hint_ja="バイアスが大きいほど発火しやすくなるはずです。今の式ではどうですか。",
)


@mistake(
    "weighted-sum-returned-by-all",
    en="The gates return the weighted sum itself, such as 0.3, where 0 or 1 is wanted: the comparison with 0 is missing.",
    ja="3 つのゲートが、0.3 のような重み付きの和をそのまま返しています。0 と比べて、0 か 1 にするところが抜けています。",
    hint_en="Which two values may the result have?",
    hint_ja="結果として許される値は何と何ですか。",
)
def AND(x1, x2):
    return 0.5 * x1 + 0.5 * x2 - 0.7


also(AND, NAND=lambda x1, x2: 0.7 - 0.5 * x1 - 0.5 * x2, OR=lambda x1, x2: 0.5 * x1 + 0.5 * x2 - 0.2)

changed(
    "weighted-sum-returned-by-and",
    {AND_BODY: "return 0.5 * x1 + 0.5 * x2 - 0.7"},
    en="AND returns other numbers than 0 and 1, as with the weighted sum itself, where the comparison with 0 is missing.",
    ja="AND が 0 と 1 以外の数を返しています。重み付きの和をそのまま返して 0 と比べていないときに、こうなります。",
    hint_en="Which two values may the result have?",
    hint_ja="結果として許される値は何と何ですか。",
)

changed(
    "weighted-sum-returned-by-nand",
    {NAND_BODY: "return 0.7 - 0.5 * x1 - 0.5 * x2"},
    en="NAND returns other numbers than 0 and 1, as with the weighted sum itself, where the comparison with 0 is missing, or with ~ or a minus sign before the result of AND.",
    ja="NAND が 0 と 1 以外の数を返しています。重み付きの和をそのまま返して 0 と比べていないときや、AND の結果に ~ やマイナスを付けたときに、こうなります。",
    hint_en="Which two values may the result have?",
    hint_ja="結果として許される値は何と何ですか。",
)

changed(
    "minus-one-for-zero",
    {
        AND_BODY: "total = np.dot([1, 1], [x1, x2]) - 1\nreturn 2 * (1 if total > 0 else 0) - 1",
        NAND_BODY: "total = np.dot([-1, -1], [x1, x2]) + 2\nreturn 2 * (1 if total > 0 else 0) - 1",
        OR_BODY: "total = np.dot([1, 1], [x1, x2])\nreturn 2 * (1 if total > 0 else 0) - 1",
    },
    en="The gates return -1 where they do not fire. Some texts do so; here it is 0.",
    ja="発火しないときに -1 を返しています。そう決めている本もありますが、ここでは 0 です。",
    hint_en="Which two values does the formula name?",
    hint_ja="式に書かれている 2 つの値は何ですか。",
)

changed(
    "nothing-returned-below",
    {
        AND_BODY: "total = np.dot([1, 1], [x1, x2]) - 1\nreturn 1 if (1 if total > 0 else 0) else None",
        NAND_BODY: "total = np.dot([-1, -1], [x1, x2]) + 2\nreturn 1 if (1 if total > 0 else 0) else None",
        OR_BODY: "total = np.dot([1, 1], [x1, x2])\nreturn 1 if (1 if total > 0 else 0) else None",
    },
    en="The gates return nothing (None) where the sum is not above 0: only one of the two cases has a return.",
    ja="和が 0 以下のとき、ゲートが何も返していません(None になります)。片方の場合にしか return がありません。",
    hint_en="Follow the function with a sum of -1. Which return does it reach?",
    hint_ja="和が -1 のとき、どの return に着きますか。処理の流れをたどってみましょう。",
)

changed(
    "nothing-returned",
    {AND_BODY: "return None", NAND_BODY: "return None", OR_BODY: "return None"},
    en="The gates return nothing (None): the result is worked out or printed, but there is no return.",
    ja="ゲートが何も返していません(None)。計算や print をしただけで、return がありません。",
    hint_en="What does a function without return give to its caller?",
    hint_ja="return のない関数を呼び出すと、何が返りますか。",
)

changed(
    "one-input-twice",
    {AND_BODY: "return x1", NAND_BODY: "return 1 - x1", OR_BODY: "return x1"},
    en="The gates depend on x1 alone: x1 is multiplied by both weights, and x2 is not used (or its weight is 0).",
    ja="3 つのゲートの結果が x1 だけで決まっています。x1 に両方の重みを掛けていて、x2 を使っていません(または x2 の重みが 0 です)。",
    hint_en="Which input belongs to w2?",
    hint_ja="w2 を掛ける相手はどちらの入力ですか。",
)


@mistake(
    "fires-below-zero",
    en="All three gates answer the opposite of what they should: the two cases have changed places, and they give 1 where the sum is 0 or less.",
    ja="3 つのゲートの結果がすべて逆です。2 つの場合が入れ替わっていて、和が 0 以下のときに 1 を返しています。",
    hint_en="Take a sum of 5. Should it fire, and does it?",
    hint_ja="和が 5 なら、発火すべきですか。今の関数ではどうなりますか。",
)
def AND(x1, x2):
    return 1 - reference.AND(x1, x2)


also(AND, NAND=reference.AND, OR=lambda x1, x2: 1 - reference.OR(x1, x2))

changed(
    "nand-by-bits",
    {NAND_BODY: "return ~(x1 & x2)"},
    en="NAND turns all bits of an int around: ~0 is -1 and ~1 is -2, where 1 and 0 are wanted; and floats have no ~.",
    ja="NAND が ~ でビットを反転しています。~0 は -1、~1 は -2 で、1 と 0 にはなりません(float には使えません)。",
    hint_en="What does Python print for ~1? Try weights and a bias.",
    hint_ja="Python で ~1 はいくつになりますか。重みとバイアスで書いてみましょう。",
)

changed(
    "ints-only",
    {NAND_BODY: "return 1 - (x1 & x2)"},
    en="The gates are made of the operators & and |, which work on int and bool only: with floats such as 1.0 they stop with a TypeError.",
    ja="ゲートを & や | で書いています。これらは int や bool にしか使えず、1.0 のような float では TypeError になります。",
    hint_en="Which arithmetic works on 1 and on 1.0 alike? The weighted sum does.",
    hint_ja="1 でも 1.0 でも使える計算は何ですか。重み付きの和で書けば、どちらでも動きます。",
)
