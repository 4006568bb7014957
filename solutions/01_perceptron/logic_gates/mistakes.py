from grader.authoring import also, mistake, reference
from grader.sandbox.inside.interpreter import MissingSymbol


def missing(name):
    """What calling a function that the answer does not define comes to."""

    def absent(*_):
        raise MissingSymbol(name)

    return absent


def unwritten(*_):
    """A function as the stub has it."""
    raise NotImplementedError


def gate(w1, w2, b, machine=reference.perceptron):
    return lambda x1, x2: machine(x1, x2, w1, w2, b)


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
    ja="AND が OR と同じ結果になっていて、NAND と OR はスタブのままです。3 つとも書いたのなら、すべて AND という名前になっています(資料 003 の誤植です)。同じ名前で def すると、最後のものだけが残ります。まだなら、AND のバイアスが大きすぎます。",
    hint_en="How many lines in your file begin with def AND?",
    hint_ja="ファイルの中に def AND で始まる行はいくつありますか。",
)
def AND(x1, x2):
    return reference.OR(x1, x2)


also(AND, NAND=unwritten, OR=unwritten)


@mistake(
    "boundary-fires",
    en="perceptron fires where the sum is exactly 0: >= was written where > is meant.",
    ja="和がちょうど 0 のときに発火しています。> のはずが >= になっています。",
    hint_en="Which of the two cases of the formula does a sum of 0 belong to?",
    hint_ja="和が 0 になるのは、式の 2 つの場合のどちらですか。",
)
def perceptron(x1, x2, w1, w2, b):
    return 1 if w1 * x1 + w2 * x2 + b >= 0 else 0


@mistake(
    "boundary-fires-and-changes-the-gates",
    en="perceptron fires where the sum is exactly 0 (>= for >), and your weights make the sum of some rows exactly 0: so these rows of the gates come out wrong as well.",
    ja="和がちょうど 0 のときに発火しています(> のはずが >=)。しかも、選んだ重みでは和がちょうど 0 になる行があるので、ゲートの結果も違ってしまいます。",
    hint_en="Which of the two cases of the formula does a sum of 0 belong to?",
    hint_ja="和が 0 になるのは、式の 2 つの場合のどちらですか。",
)
def perceptron(x1, x2, w1, w2, b):
    return 1 if w1 * x1 + w2 * x2 + b >= 0 else 0


also(perceptron, AND=reference.OR, NAND=lambda x1, x2: 1, OR=lambda x1, x2: 1)


@mistake(
    "bias-forgotten",
    en="perceptron leaves the bias out: it compares w1 x1 + w2 x2 alone with 0.",
    ja="perceptron がバイアスを足していません。w1 x1 + w2 x2 だけを 0 と比べています。",
    hint_en="Where does b occur in your function?",
    hint_ja="b は関数のどこで使っていますか。",
)
def perceptron(x1, x2, w1, w2, b):
    return 1 if w1 * x1 + w2 * x2 > 0 else 0


@mistake(
    "bias-as-threshold",
    en="perceptron compares with b (or subtracts it), as if b were the threshold. The bias is the threshold with the opposite sign, and is added.",
    ja="b をしきい値として比べています(または b を引いています)。バイアスはしきい値の符号を逆にしたもので、和に加えます。",
    hint_en="A larger bias should make the perceptron fire more easily. Does it, in yours?",
    hint_ja="バイアスが大きいほど発火しやすくなるはずです。今の式ではどうですか。",
)
def perceptron(x1, x2, w1, w2, b):
    return 1 if w1 * x1 + w2 * x2 > b else 0


@mistake(
    "weighted-sum-returned",
    en="perceptron returns the sum itself. It should return 0 or 1, by which side of 0 the sum lies on.",
    ja="perceptron が和をそのまま返しています。和が 0 を超えるかどうかで、1 か 0 を返しましょう。",
    hint_en="Which two values may the result have?",
    hint_ja="結果として許される値は何と何ですか。",
)
def perceptron(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


@mistake(
    "weighted-sum-returned-by-all",
    en="perceptron and the gates return the weighted sum, such as 0.3, where 0 or 1 is wanted: the comparison with 0 is missing.",
    ja="perceptron もゲートも、0.3 のような重み付きの和をそのまま返しています。0 と比べて、0 か 1 にするところが抜けています。",
    hint_en="Which two values may the result have?",
    hint_ja="結果として許される値は何と何ですか。",
)
def perceptron(x1, x2, w1, w2, b):
    return w1 * x1 + w2 * x2 + b


also(
    perceptron,
    AND=gate(0.5, 0.5, -0.7, lambda x1, x2, w1, w2, b: w1 * x1 + w2 * x2 + b),
    NAND=gate(-0.5, -0.5, 0.7, lambda x1, x2, w1, w2, b: w1 * x1 + w2 * x2 + b),
    OR=gate(0.5, 0.5, -0.2, lambda x1, x2, w1, w2, b: w1 * x1 + w2 * x2 + b),
)


@mistake(
    "minus-one-for-zero",
    en="perceptron returns -1 where it does not fire. Some texts do so; here it is 0.",
    ja="発火しないときに -1 を返しています。そう決めている本もありますが、ここでは 0 です。",
    hint_en="Which two values does the formula name?",
    hint_ja="式に書かれている 2 つの値は何ですか。",
)
def perceptron(x1, x2, w1, w2, b):
    return 1 if w1 * x1 + w2 * x2 + b > 0 else -1


@mistake(
    "nothing-returned-below",
    en="perceptron returns nothing (None) where the sum is not above 0: only one of the two cases has a return.",
    ja="和が 0 以下のとき、perceptron が何も返していません(None になります)。return が片方の場合にしかありません。",
    hint_en="Follow the function with a sum of -1. Which return does it reach?",
    hint_ja="和が -1 のとき、どの return に着きますか。処理の流れをたどってみましょう。",
)
def perceptron(x1, x2, w1, w2, b):
    if w1 * x1 + w2 * x2 + b > 0:
        return 1


@mistake(
    "nothing-returned",
    en="perceptron returns nothing (None): the result is worked out or printed, but there is no return.",
    ja="perceptron が何も返していません(None)。計算や print をしただけで、return がありません。",
    hint_en="What does a function without return give to its caller?",
    hint_ja="return のない関数を呼び出すと、何が返りますか。",
)
def perceptron(x1, x2, w1, w2, b):
    _ = 1 if w1 * x1 + w2 * x2 + b > 0 else 0


@mistake(
    "one-input-twice",
    en="perceptron reads one input twice: x1 is multiplied by both weights and x2 is not used.",
    ja="x1 に両方の重みを掛けていて、x2 を使っていません。",
    hint_en="Which input belongs to w2?",
    hint_ja="w2 を掛ける相手はどちらの入力ですか。",
)
def perceptron(x1, x2, w1, w2, b):
    return 1 if w1 * x1 + w2 * x1 + b > 0 else 0


@mistake(
    "weights-crossed",
    en="The weights have changed places: w1 is multiplied by x2, and w2 by x1.",
    ja="重みが入れ替わっています。w1 を x2 に、w2 を x1 に掛けています。",
    hint_en="The numbers in the names belong together. Do they in your sum?",
    hint_ja="名前の番号が同じもの同士を掛けているか確かめましょう。",
)
def perceptron(x1, x2, w1, w2, b):
    return 1 if w1 * x2 + w2 * x1 + b > 0 else 0


@mistake(
    "fires-below-zero",
    en="The two cases have changed places: perceptron gives 1 where the sum is 0 or less.",
    ja="2 つの場合が逆です。和が 0 以下のときに 1 を返しています。",
    hint_en="Take a sum of 5. Should it fire, and does it?",
    hint_ja="和が 5 なら、発火するはずですか。今の関数ではどうなりますか。",
)
def perceptron(x1, x2, w1, w2, b):
    return 0 if w1 * x1 + w2 * x2 + b > 0 else 1


@mistake(
    "and-acts-as-or",
    en="AND gives 1 as soon as one input is 1: that is OR. With its bias one weight alone already lifts the sum above 0; or a second def AND further down has replaced it.",
    ja="AND が、入力の片方だけが 1 でも 1 を返しています(OR の動きです)。バイアスが大きすぎて重み 1 つだけで和が 0 を超えているか、下の方でもう一度 def AND と書いて上書きしています。",
    hint_en="Work out the sum for (1, 0) and for (1, 1). Which bias lies between the two?",
    hint_ja="(1, 0) と (1, 1) のときの和を計算しましょう。その間で 0 をまたぐには、バイアスをいくつにしますか。",
)
def AND(x1, x2):
    return reference.OR(x1, x2)


@mistake(
    "and-never-fires",
    en="AND is 0 even for (1, 1): its bias is so low that both weights together do not lift the sum above 0 (a sum of exactly 0 is not enough).",
    ja="AND が (1, 1) でも 0 になります。バイアスが小さすぎて、重みを 2 つ足しても和が 0 を超えません(ちょうど 0 では発火しません)。",
    hint_en="Work out the sum for (1, 1). Is it above 0?",
    hint_ja="(1, 1) のときの和を計算してみましょう。0 を超えていますか。",
)
def AND(x1, x2):
    return 0


@mistake(
    "nand-acts-as-and",
    en="NAND gives what AND gives: the signs of its weights and of its bias are not flipped.",
    ja="NAND が AND と同じ結果になっています。重みとバイアスの符号が逆になっていません。",
    hint_en="NAND(0, 0) is 1. Which sign must its bias have, then?",
    hint_ja="NAND(0, 0) は 1 です。では、バイアスの符号はどちらでなければなりませんか。",
)
def NAND(x1, x2):
    return reference.AND(x1, x2)


@mistake(
    "nand-never-fires",
    en="NAND is always 0. With negative weights and a bias that is not above 0 the sum never rises above 0: the sign of the bias has to be flipped as well.",
    ja="NAND がいつも 0 になります。重みが負でバイアスも 0 以下だと、和が 0 を超えることはありません。バイアスの符号も逆にする必要があります。",
    hint_en="What is the sum for (0, 0)? It should fire there.",
    hint_ja="(0, 0) のときの和はいくつですか。そこでは発火するはずです。",
)
def NAND(x1, x2):
    return 0


@mistake(
    "nand-always-fires",
    en="NAND is always 1, even for (1, 1): either the weights are still positive, or they are too small to pull the sum down to 0.",
    ja="NAND が (1, 1) でも 1 になります。重みが正のままか、小さすぎて和を 0 以下に下げられていません。",
    hint_en="What is the sum for (1, 1)? It must not be above 0 there.",
    hint_ja="(1, 1) のときの和はいくつですか。そこでは 0 を超えてはいけません。",
)
def NAND(x1, x2):
    return 1


@mistake(
    "nand-acts-as-nor",
    en="NAND is 0 as soon as one input is 1: that is NOR. One weight alone already pulls the sum down to 0 or below.",
    ja="NAND が、入力の片方だけが 1 でも 0 になっています(NOR の動きです)。重み 1 つだけで和が 0 以下になっています。",
    hint_en="Work out the sums for (1, 0) and for (1, 1). Which bias lies between the two?",
    hint_ja="(1, 0) と (1, 1) のときの和を計算しましょう。その間で 0 をまたぐには、バイアスをいくつにしますか。",
)
def NAND(x1, x2):
    return 1 - reference.OR(x1, x2)


@mistake(
    "or-acts-as-and",
    en="OR gives what AND gives: its bias is too low, so that one weight alone does not lift the sum above 0.",
    ja="OR が AND と同じ結果になっています。バイアスが小さすぎて、重み 1 つだけでは和が 0 を超えません。",
    hint_en="Work out the sum for (1, 0). Should it fire there?",
    hint_ja="(1, 0) のときの和を計算してみましょう。そこでは発火するはずですか。",
)
def OR(x1, x2):
    return reference.AND(x1, x2)


@mistake(
    "or-always-fires",
    en="OR is 1 even for (0, 0). There the sum is the bias alone, so the bias must not be above 0.",
    ja="OR が (0, 0) でも 1 になります。このとき和はバイアスそのものなので、バイアスは 0 を超えてはいけません。",
    hint_en="What is left of the sum if both inputs are 0?",
    hint_ja="入力が両方 0 のとき、和には何が残りますか。",
)
def OR(x1, x2):
    return 1


@mistake(
    "or-acts-as-xor",
    en="OR is 0 for (1, 1): that is XOR, the exclusive or. OR is 1 for one input or for both.",
    ja="OR が (1, 1) で 0 になっています。これは XOR(排他的論理和)です。OR は、両方が 1 のときも 1 です。",
    hint_en="Read the last row of the table.",
    hint_ja="真理値表の最後の行を見直しましょう。",
)
def OR(x1, x2):
    return 1 if x1 != x2 else 0


@mistake(
    "or-adds",
    en="OR adds the inputs, so (1, 1) gives 2. The result must be 0 or 1.",
    ja="OR が入力を足しているので、(1, 1) で 2 になります。結果は 0 か 1 でなければなりません。",
    hint_en="What should become of the sum before it is returned?",
    hint_ja="和を返す前に、何と比べればよいですか。",
)
def OR(x1, x2):
    return x1 + x2


@mistake(
    "nand-by-bits",
    en="NAND turns all bits of an int around: ~0 is -1 and ~1 is -2, where 1 and 0 are wanted; and floats have no ~.",
    ja="NAND が ~ でビットを反転しています。~0 は -1、~1 は -2 で、1 と 0 にはなりません(float には使えません)。",
    hint_en="What does Python print for ~1? Try weights and a bias.",
    hint_ja="Python で ~1 はいくつになりますか。重みとバイアスで書いてみましょう。",
)
def NAND(x1, x2):
    return ~(x1 & x2)


@mistake(
    "ints-only",
    en="The gates are made of the operators & and |, which work on int and bool only: with floats such as 1.0 they stop with a TypeError.",
    ja="ゲートを & や | で書いています。これらは int や bool にしか使えず、1.0 のような float では TypeError になります。",
    hint_en="Which arithmetic works on 1 and on 1.0 alike? The weighted sum does.",
    hint_ja="1 でも 1.0 でも使える計算は何ですか。重み付きの和で書けば、どちらでも動きます。",
)
def AND(x1, x2):
    return x1 & x2


also(AND, NAND=lambda x1, x2: 1 - (x1 & x2), OR=lambda x1, x2: x1 | x2)
