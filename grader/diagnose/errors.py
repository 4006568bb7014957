"""What an exception usually means in numpy code: the slip behind the words that Python and numpy use."""

from __future__ import annotations

import re

from grader.lab import AnswerError
from grader.model import Diagnosis, Text

_USUAL: tuple[tuple[str, str, str, Text, Text], ...] = (
    ("none-used", "(AttributeError|TypeError)", r"NoneType",
     Text("something is still None when it is used: it was never set (initialised), or a function returns nothing.",
          "None のまま使われています。初期化(代入)されていないか、関数が何も return していません。"),
     Text("Which name on that line is None, and who should have given it a value?", "その行のどの名前が None でしょうか。値を入れるのはどこですか。")),
    ("not-an-array", "AttributeError", r"^'(float|int|bool|list|tuple)' object has no attribute '(\w+)'",
     Text("a plain {0} stands where the line expects an array: it has no .{1}.", "配列のつもりの値が、ただの {0} です({0} に .{1} はありません)。"),
     Text("Which values may come in here? np.asarray makes an array of a number or a list.", "ここにはどんな値が来ますか。np.asarray を使うと、数値やリストも配列になります。")),
    ("no-such-attribute", "AttributeError", r"^'(numpy\.[\w.]+|generator|function|method|dict|str|set|range|zip|map)' object has no attribute '(\w+)'",
     Text("a {0} has no .{1}.", "{0} に .{1} はありません。"),
     Text("Is it spelt so, and is that really the kind of value you expect on that line?", "つづりは合っていますか。その行の値は、思っている種類の値でしょうか。")),
    ("never-set", "AttributeError", r"object has no attribute '(\w+)'",
     Text("self.{0} is read, but never set under this name.", "self.{0} を読んでいますが、その名前では一度も代入されていません。"),
     Text("Compare the spellings: where should it be set, and is that line reached first?", "つづりを見比べましょう。どこで代入され、その行は先に実行されますか。")),
    ("before-assignment", "UnboundLocalError", r"variable '(\w+)'",
     Text("{0} is used before it is assigned in this function.", "{0} が、この関数の中で代入される前に使われています。"),
     Text("Which value is meant there: the new one, or an argument of another name?", "そこで使いたいのは新しい値でしょうか、別の名前の引数でしょうか。")),
    ("unknown-name", "NameError", r"name '(\w+)' is not defined",
     Text("the name {0} is not defined: a misspelling, a missing import, or a self. that is missing.", "{0} という名前が定義されていません。つづり、import、self. の付け忘れを確かめましょう。"),
     Text("Where should {0} come from?", "{0} はどこから来るはずでしょうか。")),
    ("row-sums-without-keepdims", "ValueError", r"could not be broadcast together with shapes \((\d+),(\d+)\) \(\1,\)",
     Text("a value for each row, of shape ({0},), does not fit beside rows of shape ({0},{1}): it has to stay a column ({0},1), for example with keepdims=True.",
          "行ごとの値の形状 ({0},) は、({0},{1}) の配列とそのままでは計算(ブロードキャスト)できません。keepdims=True などで列 ({0},1) のままにします。"),
     Text("What is the shape of each of the two?", "2 つの配列の形状を print してみましょう。")),
    ("shapes-do-not-fit", "ValueError", r"not aligned|core dimension|matmul",
     Text("the inner sizes of a matrix product do not fit: a transpose (.T) is missing or too many, or the order is wrong.",
          "行列の積の内側のサイズが合っていません。転置(.T)の過不足か、積の順番の間違いです。"),
     Text("Write the shape under each factor: (a, b) @ (b, c).", "それぞれの形状を (a, b) @ (b, c) のように書き出してみましょう。")),
    ("shapes-do-not-broadcast", "ValueError", r"could not be broadcast",
     Text("two arrays of shapes that do not fit are combined entry by entry (broadcast).", "形状の合わない 2 つの配列を要素ごとに計算(ブロードキャスト)しています。"),
     Text("Print both shapes before that line. Which axis is missing, or should have been summed?", "その行の前で両方の形状を print してみましょう。足りない軸、足し合わせるべき軸はどれですか。")),
    ("wrong-size-for-reshape", "ValueError", r"cannot reshape array",
     Text("reshape is asked for a shape with another number of entries.", "要素数の合わない形状に reshape しようとしています。"),
     Text("How many entries come in, and how many should come out?", "要素は全部でいくつですか。")),
    ("truth-of-an-array", "ValueError", r"truth value of an array",
     Text("if (or and, or) asks one question about a whole array; each entry has its own answer.", "if(や and、or)は配列全体に 1 つの答えを求めますが、答えは要素ごとに違います。"),
     Text("Decide entry by entry: a mask, np.where, np.maximum.", "マスク、np.where、np.maximum などで要素ごとに判断しましょう。")),
    ("no-such-axis", "AxisError", r"axis (-?\d+) is out of bounds for array of dimension (\d+)",
     Text("axis {0} is asked of an array that has {1} axes: a single sample, a vector, comes here as well.", "{1} 次元の配列に axis={0} を使っています。データ 1 個(1 次元配列)もここに来ます。"),
     Text("What shape does one sample have, and how could it become a batch of one?", "データ 1 個の形状は何でしょうか。1 行だけのバッチにできませんか。")),
    ("index-too-large", "IndexError", r"out of bounds",
     Text("an index runs past the end of its axis.", "インデックスが軸の範囲を超えています。"),
     Text("What does the loop count: entries, rows or classes? And which axis is indexed with it?", "ループが数えているのは要素、行、クラスのどれですか。どの軸のインデックスに使っていますか。")),
    ("index-not-whole", "IndexError", r"only integers|must be of integer|arrays used as indices",
     Text("floats are used as an index.", "小数(float)をインデックスに使っています。"),
     Text("Labels are whole numbers; one-hot rows are not an index.", "ラベルは整数です。one-hot の行はそのままではインデックスになりません。")),
    ("too-many-indices", "IndexError", r"too many indices",
     Text("an array has fewer axes than the index has parts: a vector or a single sample comes here as well.", "インデックスの数より配列の次元が少なくなっています。1 次元配列やデータ 1 個もここに来ます。"),
     Text("Which shapes may x have?", "x はどんな形状をとりえますか。")),
    ("array-where-a-number-belongs", "TypeError", r"only (integer scalar arrays|length-1 arrays|0-dimensional arrays)|can only be converted",
     Text("an array stands where a single number is asked: np.zeros(x) wants a shape (np.zeros_like is for arrays), math.exp one number.",
          "数値 1 つを渡すところに配列を渡しています。np.zeros(x) が受け取るのは形状(配列なら np.zeros_like)、math.exp は数値 1 つだけです。"),
     Text("Which function on that line takes numbers only?", "その行で、数値しか受け取らない関数はどれですか。")),
    ("wrong-arguments", "TypeError", r"(missing \d+ required positional|takes \d+ positional|unexpected keyword)",
     Text("a function is called with other arguments than it has: compare the definition with the stub (self, too).", "引数の数や名前が定義と合っていません。スタブの定義(self も)と見比べましょう。"),
     Text("Does the first line of the function still read as in the stub?", "関数の 1 行目はスタブと同じですか。")),
    ("wrong-kind-of-number", "(UFuncTypeError|_UFuncOutputCastingError|TypeError)", r"Cannot cast ufunc",
     Text("floats are put into an array of integers in place.", "整数の配列に、小数をその場で(in place で)入れようとしています。"),
     Text("Make the array one of floats first.", "先に小数(float)の配列にしておきましょう。")),
    ("module-not-there", "ModuleNotFoundError", r"No module named '([\w.]+)'",
     Text("the module {0} is not there when answers are graded; numpy and what comes with Python are.", "採点するときに {0} はありません。使えるのは numpy と、Python に付属のモジュールです。"),
     Text("Take out that import and the lines that plot, load or print with it.", "その import と、それを使ってグラフを描いたりデータを読んだりしている行を取り除きましょう。")),
    ("endless-recursion", "RecursionError", r"",
     Text("a function calls itself without end.", "関数が自分自身を終わりなく呼び出しています。"),
     Text("Does a helper have the same name as the function?", "補助の関数が同じ名前になっていませんか。")),
    ("unknown-key", "KeyError", r"(.+)",
     Text("the key {0} is not in the dictionary.", "ディクショナリに {0} というキーがありません。"),
     Text("When is each key put in, and is it the same key?", "そのキーはいつ追加されますか。同じつづりですか。")),
)  # fmt: skip


def usual_meaning(error: AnswerError) -> Diagnosis | None:
    """What an exception usually comes of, or None if it has no usual meaning. Said with *perhaps*."""
    for slug, kinds, pattern, message, hint in _USUAL:
        match = re.search(pattern, error.text)
        if match and re.fullmatch(kinds, error.type_name):
            parts = match.groups()
            return Diagnosis(slug, "structure", 0.7, _filled(message, parts), _filled(hint, parts))
    return None


def _filled(text: Text, parts: tuple[str, ...]) -> Text:
    return Text(text.en.format(*parts), text.ja.format(*parts))
