from grader.authoring import changed

TOTAL_NORM = "total_norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))"
CUT = "for grad in grads:\nnp.clip(grad, -limit, limit, out=grad)"

changed(
    "norm-of-each-array",
    {
        "total_norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))\nif total_norm > max_norm:\nfor grad in grads:": "for grad in grads:\n    total_norm = np.sqrt(np.sum(grad**2))\n    if total_norm > max_norm:"
    },
    en="Every array is clipped by its own norm. The norm is that of the whole list, and all arrays are scaled by one factor; otherwise the direction changes.",
    ja="配列ごとに、その配列だけのノルムで縮めています。ノルムはリスト全体で 1 つで、すべての配列に同じ係数を掛けます。そうしないと向きが変わってしまいます。",
    hint_en="How many factors does your loop compute, and how many should there be?",
    hint_ja="係数をいくつ計算していますか。いくつあればよいはずですか。",
)

changed(
    "each-array-first",
    {
        TOTAL_NORM: "for grad in grads:\n    grad *= min(1.0, max_norm / max(np.sqrt(np.sum(grad**2)), 1e-12))\n"
        + TOTAL_NORM
    },
    en="Every array is clipped by its own norm first, and the whole list afterwards. The norm of the list alone decides; otherwise the direction changes.",
    ja="先に配列ごとのノルムで縮めてから、リスト全体をもう一度縮めています。使うのはリスト全体のノルムだけです。そうしないと向きが変わってしまいます。",
    hint_en="How many factors act on one array, and how many should there be?",
    hint_ja="1 つの配列に、係数を何回掛けていますか。何回掛ければよいはずですか。",
)

changed(
    "small-ones-scaled-up",
    {"if total_norm > max_norm:": "total_norm += 1e-6\nif True:"},
    en="Gradients whose norm is below max_norm are scaled up to it. The bound is an upper one only.",
    ja="ノルムが max_norm より小さい勾配まで、max_norm に引き伸ばしています。制限するのは上だけです。",
    hint_en="What is the factor for a norm of 1 and a max_norm of 10, and what should it be?",
    hint_ja="ノルムが 1、max_norm が 10 のとき、係数はいくつになりますか。いくつであるべきですか。",
)

changed(
    "condition-reversed",
    {"if total_norm > max_norm:": "total_norm += 1e-6\nif total_norm < max_norm:"},
    en="Large gradients are left alone and small ones are scaled up: the comparison is the wrong way round, or it is max where it should be min.",
    ja="大きい勾配がそのまま残り、小さい勾配が引き伸ばされています。比較の向きが逆か、min のところが max になっています。",
    hint_en="When should the factor differ from 1: when it is below, or when it is above?",
    hint_ja="係数を掛けるのは、係数が 1 より小さいときですか、大きいときですか。",
)

changed(
    "root-forgotten",
    {TOTAL_NORM: "total_norm = np.sqrt(sum((np.sum(grad**2) for grad in grads))) ** 2"},
    en="The sum of squares is used as the norm: its square root is missing.",
    ja="2 乗和をそのままノルムとして使っています。平方根がありません。",
    hint_en="What is the norm of the vector (3, 4)?",
    hint_ja="ベクトル (3, 4) のノルムはいくつですか。",
)

changed(
    "sum-of-absolute-values",
    {TOTAL_NORM: "total_norm = sum((np.sum(abs(grad)) for grad in grads))"},
    en="The norm is computed as the sum of absolute values; here it is the root of the sum of squares.",
    ja="ノルムを絶対値の和で計算しています。ここでは、2 乗和の平方根です。",
    hint_en="What is the norm of the vector (3, 4)?",
    hint_ja="ベクトル (3, 4) のノルムはいくつですか。",
)

changed(
    "largest-entry-as-norm",
    {TOTAL_NORM: "total_norm = max((np.max(abs(grad)) for grad in grads))"},
    en="The size of the largest entry is used as the norm; here it is the root of the sum of squares.",
    ja="最大の要素の絶対値をノルムとして使っています。ここでは、2 乗和の平方根です。",
    hint_en="Do the smaller entries not add to the length of a vector?",
    hint_ja="小さい要素も、ベクトルの長さに関係するはずです。",
)

changed(
    "mean-of-squares",
    {
        TOTAL_NORM: "total_norm = np.sqrt(sum((np.sum(grad**2) for grad in grads))) / np.sqrt(sum((grad.size for grad in grads)))"
    },
    en="The squares are averaged, not summed: that is a typical entry, and not the length of the vector.",
    ja="2 乗を合計せず、平均しています。これは要素の典型的な大きさで、ベクトルの長さではありません。",
    hint_en="Does a vector not grow longer when entries are added?",
    hint_ja="要素が増えると、ベクトルは長くなるはずです。",
)

changed(
    "norms-added",
    {TOTAL_NORM: "total_norm = sum((np.sqrt(np.sum(grad**2)) for grad in grads))"},
    en="The root is taken of each array's sum of squares, and the roots are added. The squares of all arrays are added first, and there is one root.",
    ja="配列ごとに平方根をとってから足しています。すべての配列の 2 乗和を足してから、最後に 1 回だけ平方根をとります。",
    hint_en="Does the root belong inside the loop, or after it?",
    hint_ja="平方根は、ループの中ですか、あとですか。",
)

changed(
    "norm-of-the-last-array",
    {TOTAL_NORM: "total_norm = np.sqrt(sum((np.sum(grad**2) for grad in grads[-1:])))"},
    en="The sum is overwritten in the loop, = for +=, so that only the last array counts in the norm.",
    ja="ループの中で += ではなく = を使っているので、最後の配列だけのノルムになっています。",
    hint_en="What is left of the first array's squares after the loop?",
    hint_ja="ループのあと、1 つ目の配列の 2 乗和はどこに残っていますか。",
)

changed(
    "norm-so-far",
    {
        TOTAL_NORM: "total = 0.0",
        "if total_norm > max_norm:\nfor grad in grads:\ngrad *= max_norm / total_norm": "for grad in grads:\n    total += np.sum(grad**2)\n    grad *= min(1.0, max_norm / np.sqrt(total))",
    },
    en="Summing and scaling happen in one loop: the first arrays are scaled by a norm that does not know the later ones yet.",
    ja="2 乗和の計算と縮小を同じループで行っています。はじめの配列は、残りの配列をまだ含まないノルムで縮められてしまいます。",
    hint_en="When is the norm of the whole list known?",
    hint_ja="リスト全体のノルムがわかるのは、いつですか。",
)

changed(
    "scaled-to-norm-one",
    {"grad *= max_norm / total_norm": "grad *= 1 / total_norm"},
    en="Large gradients are divided by their norm, so that it becomes 1, whatever max_norm is.",
    ja="大きい勾配をノルムで割っただけなので、max_norm によらず、ノルムが 1 になっています。",
    hint_en="Which norm should be left after clipping?",
    hint_ja="クリッピングのあとのノルムは、いくつになるはずですか。",
)

changed(
    "factor-upside-down",
    {"grad *= max_norm / total_norm": "grad *= total_norm / max_norm"},
    en="The factor is the norm divided by max_norm: large gradients become larger still.",
    ja="係数が「ノルム ÷ max_norm」と逆さまです。大きい勾配がさらに大きくなってしまいます。",
    hint_en="Is your factor above or below 1 when the norm is too large?",
    hint_ja="ノルムが大きすぎるとき、係数は 1 より大きいですか、小さいですか。",
)

changed(
    "only-the-first-array",
    {"for grad in grads:\ngrad *= max_norm / total_norm": "grads[0] *= max_norm / total_norm"},
    en="Only the first array is scaled: a return stands inside the loop, or only grads[0] is changed.",
    ja="1 つ目の配列しか縮められていません。return がループの中にあるか、grads[0] だけを変えています。",
    hint_en="How far in is your return indented?",
    hint_ja="return のインデントはどうなっていますか。",
)

changed(
    "nothing-is-changed",
    {"grad *= max_norm / total_norm": "pass"},
    en="clip_grads neither changes the arrays that it was given nor returns smaller ones. grad = grad * ..., for one, makes a new array and leaves the old one as it is.",
    ja="clip_grads を呼んでも、渡された配列は元のままで、小さくした配列も返ってきません。たとえば grad = grad * ... は新しい配列を作るだけで、リストの中の配列は変わりません。",
    hint_en="What is the difference between grad *= rate and grad = grad * rate, for the list?",
    hint_ja="リストにとって、grad *= rate と grad = grad * rate はどう違いますか。",
)

changed(
    "entries-clipped",
    {TOTAL_NORM: "return clip_values(grads, max_norm)"},
    en="clip_grads cuts off the entries at max_norm one by one; that is clip_values. Here all are scaled by one factor.",
    ja="clip_grads が、要素を 1 つずつ max_norm で切り詰めています。それは clip_values です。ここでは、全体に同じ係数を掛けます。",
    hint_en="Do the gradients still point in the same direction afterwards?",
    hint_ja="クリッピングのあとも、勾配の向きは同じですか。",
)

changed(
    "norm-zero-divided",
    {
        TOTAL_NORM: "total_norm = sum(float(np.sum(grad**2)) for grad in grads) ** 0.5",
        "if total_norm > max_norm:": "rate = max_norm / total_norm\nif total_norm > max_norm:",
    },
    en="Gradients that are all 0 make the norm 0, and max_norm is divided by it before anybody asks whether clipping is needed.",
    ja="勾配がすべて 0 だとノルムも 0 になります。クリッピングが必要かどうかを調べる前に、0 で割っています。",
    hint_en="Compare first, divide afterwards. Or: what small number could be added to the divisor?",
    hint_ja="先に比較して、必要なときだけ割りましょう。分母に小さな値を足す方法もあります。",
)

changed(
    "zero-times-infinity",
    {"if total_norm > max_norm:": "if total_norm > max_norm or total_norm == 0:"},
    en="Gradients that are all 0 become nan: max_norm / 0 is inf, and 0 times inf is nan.",
    ja="すべて 0 の勾配が nan になっています。max_norm / 0 が inf になり、0 に inf を掛けると nan になるためです。",
    hint_en="What is your factor if the norm is 0? It should never be above 1.",
    hint_ja="ノルムが 0 のとき、係数はいくつになりますか。1 を超えてはいけません。",
)

changed(
    "upper-bound-only",
    {CUT: "return [np.minimum(grad, limit) for grad in grads]"},
    en="Entries above limit are cut off, but those below -limit are not.",
    ja="limit より大きい要素は切り詰めていますが、-limit より小さい要素がそのままです。",
    hint_en="What should become of -100 with a limit of 1?",
    hint_ja="limit が 1 のとき、-100 はどうなるはずですか。",
)

changed(
    "negative-entries-become-zero",
    {CUT: "return [np.clip(grad, 0, limit) for grad in grads]"},
    en="The lower bound is 0: negative entries are lost. It is -limit.",
    ja="下限が 0 になっていて、負の要素が消えています。下限は -limit です。",
    hint_en="What should become of -0.5 with a limit of 1?",
    hint_ja="limit が 1 のとき、-0.5 はどうなるはずですか。",
)

changed(
    "sign-lost",
    {CUT: "return [np.where(abs(grad) > limit, limit, grad) for grad in grads]"},
    en="Entries below -limit become +limit: the sign is lost, as with the minimum of the absolute value.",
    ja="-limit より小さい要素が +limit になっています。絶対値で比べたときに、符号が失われています。",
    hint_en="What should become of -100 with a limit of 1?",
    hint_ja="limit が 1 のとき、-100 はどうなるはずですか。",
)

changed(
    "min-and-max-exchanged",
    {CUT: "return [np.minimum(np.maximum(grad, limit), -limit) for grad in grads]"},
    en="np.minimum and np.maximum are exchanged: the result is one and the same number everywhere.",
    ja="np.minimum と np.maximum が逆で、どこも同じ値になっています。",
    hint_en="What does np.maximum(x, limit) leave of a small x?",
    hint_ja="小さな x に対して、np.maximum(x, limit) は何になりますか。",
)

changed(
    "min-and-max-exchanged-the-other-way-round",
    {CUT: "return [np.maximum(np.minimum(grad, -limit), limit) for grad in grads]"},
    en="np.minimum and np.maximum are exchanged: every entry becomes limit.",
    ja="np.minimum と np.maximum が逆で、どの要素も limit になっています。",
    hint_en="What does np.minimum(x, -limit) leave of an x near 0?",
    hint_ja="0 に近い x に対して、np.minimum(x, -limit) は何になりますか。",
)

changed(
    "too-large-becomes-zero",
    {CUT: "return [np.where(abs(grad) > limit, 0.0, grad) for grad in grads]"},
    en="Entries beyond the limit become 0. They become the limit itself, with their sign.",
    ja="limit を超えた要素が 0 になっています。0 ではなく、符号はそのままで limit にします。",
    hint_en="Does the largest gradient deserve the smallest step?",
    hint_ja="いちばん大きい勾配が、まったく動かなくなってよいでしょうか。",
)

changed(
    "scaled-instead-of-cut",
    {CUT: "return [grad * min(1.0, limit / max(np.max(abs(grad)), 1e-12)) for grad in grads]"},
    en="clip_values scales whole arrays so that their largest entry fits. Only the entries beyond the limit change; the others stay as they are.",
    ja="clip_values が、最大の要素に合わせて配列全体を縮めています。変わるのは limit を超えた要素だけです。",
    hint_en="What should become of 0.5 beside a 100, with a limit of 1?",
    hint_ja="limit が 1 のとき、100 と並んだ 0.5 はどうなるはずですか。",
)

changed(
    "values-clipped-by-norm",
    {CUT: "clip_grads(grads, limit)"},
    en="clip_values scales the whole list by its norm; that is clip_grads. Here each entry is judged by itself.",
    ja="clip_values が、リスト全体をノルムで縮めています。それは clip_grads です。ここでは、要素を 1 つずつ判断します。",
    hint_en="What should become of 0.5 beside a 100, with a limit of 1?",
    hint_ja="limit が 1 のとき、100 と並んだ 0.5 はどうなるはずですか。",
)

changed(
    "limit-not-used",
    {CUT: "return [np.clip(grad, -1, 1) for grad in grads]"},
    en="Entries are cut off at -1 and 1 whatever limit is.",
    ja="limit がいくつでも、-1 と 1 で切り詰めています。",
    hint_en="Where is the argument limit used?",
    hint_ja="引数 limit はどこで使われていますか。",
)

changed(
    "result-of-clip-lost",
    {CUT: "pass"},
    en="clip_values neither changes the arrays that it was given nor returns cut ones. np.clip(...) and grad = ..., for two, make a new array and leave the old one as it is.",
    ja="clip_values を呼んでも、渡された配列は元のままで、切り詰めた配列も返ってきません。たとえば np.clip(...) や grad = ... は新しい配列を作るだけで、元の配列は変わりません。",
    hint_en="What happens to the array that np.clip returns?",
    hint_ja="np.clip が返した配列は、どこへ行きましたか。",
)
