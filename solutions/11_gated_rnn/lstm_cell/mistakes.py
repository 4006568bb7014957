from grader.authoring import changed

A_I_F_O = "a, i, f, o = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=1)"
C = "c = _sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a)"
C_H = "c = _sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a)\nh = _sigmoid(o) * np.tanh(c)\nreturn c, h"

changed(
    "c-before-it-exists",
    {C: "c = _sigmoid(i) * np.tanh(a) + _sigmoid(f) * c"},
    en="A variable is read before it has a value: most likely the new c stands on the right-hand side of its own first assignment. (Document 004 prints it so.)",
    ja="値が決まる前の変数を使っています。おそらく、c を求める式の右辺に、これから求める c 自身が出てきています(資料 004 の印刷がこうなっています)。",
    hint_en="Which memory is it that the forget gate acts on: the one that comes in, or the one that goes out?",
    hint_ja="忘却ゲートが掛かるのは、入ってくる記憶と出ていく記憶のどちらですか。",
)

changed(
    "prev-c-lost",
    {C: "c = _sigmoid(i) * np.tanh(a)"},
    en="The old memory is not in the new one: c is only the input gate times the candidate, so nothing lasts longer than a step.",
    ja="c が「入力ゲート × 候補」だけで、前の記憶 prev_c が入っていません。これでは 1 ステップより前のことを覚えていられません。",
    hint_en="Which of the function's arguments does your c not use?",
    hint_ja="引数のうち、c の計算に使っていないものはどれですか。",
)

changed(
    "forget-gate-on-candidate",
    {C: "c = _sigmoid(i) * np.tanh(a) + _sigmoid(f) * np.tanh(a)"},
    en="The forget gate acts on the new candidate in place of the old memory; prev_c is not used.",
    ja="忘却ゲートを、前の記憶ではなく今回の候補に掛けています。prev_c が使われていません。",
    hint_en="What is to be forgotten, something new or something old?",
    hint_ja="忘れるべきものは、新しいものですか、古いものですか。",
)

changed(
    "forget-gate-ignored",
    {C: "c = prev_c + _sigmoid(i) * np.tanh(a)"},
    en="The forget gate is missing: the old memory is carried over whole, so c only piles up.",
    ja="忘却ゲートを掛けていません。前の記憶がそのまま残るので、c がたまっていく一方です。",
    hint_en="How could this cell ever forget?",
    hint_ja="このセルは、どうすれば忘れることができますか。",
)

changed(
    "input-gate-ignored",
    {C: "c = _sigmoid(f) * prev_c + np.tanh(a)"},
    en="The input gate is missing: the candidate enters the memory whole.",
    ja="入力ゲートを掛けていません。候補がそのまま記憶に入っています。",
    hint_en="Which of the four blocks have you not used?",
    hint_ja="4 つのブロックのうち、使っていないものはどれですか。",
)

changed(
    "forget-gate-upside-down",
    {C: "c = (1 - _sigmoid(f)) * prev_c + _sigmoid(i) * np.tanh(a)"},
    en="The old memory is multiplied by 1 - f. The gate is named for forgetting, but 1 means keep and 0 means forget.",
    ja="前の記憶に 1 - f を掛けています。「忘却」ゲートという名前ですが、1 なら残し、0 なら忘れます。",
    hint_en="Look at the formula: what happens to prev_c when f is 1?",
    hint_ja="式を見てください。f が 1 のとき、prev_c はどうなりますか。",
)

changed(
    "forget-and-input-swapped",
    {A_I_F_O: "a, f, i, o = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=1)"},
    en="The forget gate and the input gate are swapped: i acts on the old memory and f on the candidate (or the blocks were split in the order a, f, i, o).",
    ja="忘却ゲートと入力ゲートが入れ替わっています。i が前の記憶に、f が候補に掛かっています(または a, f, i, o の順に分割しています)。",
    hint_en="Which gate decides what is kept, and which what comes in? And which of them is the second block?",
    hint_ja="残す量を決めるゲートと、取り込む量を決めるゲートはどちらですか。2 番目のブロックはどちらですか。",
)

changed(
    "activation-around-sum-tanh",
    {A_I_F_O: "a, i, f, o = np.split(np.tanh(x @ W.T + prev_h @ U.T + b), 4, axis=1)"},
    en="tanh was applied to the whole sum before it was split, so that every gate is the sigmoid of a tanh and never opens or closes.",
    ja="分割する前の和全体に tanh を掛けています。各ゲートが「tanh の sigmoid」になり、開ききることも閉じきることもできません。",
    hint_en="Which values can a gate take if its sigmoid only sees numbers from -1 to 1?",
    hint_ja="sigmoid に入る値が -1 から 1 までだと、ゲートはどんな値をとれますか。",
)

changed(
    "activation-around-sum-sigmoid",
    {A_I_F_O: "a, i, f, o = np.split(_sigmoid(x @ W.T + prev_h @ U.T + b), 4, axis=1)"},
    en="The sigmoid was applied to the whole sum before it was split, and the activations once more after.",
    ja="分割する前の和全体に sigmoid を掛け、分割した後でもう一度活性化しています。",
    hint_en="How many activations lie between the sum and a gate in the formula?",
    hint_ja="式では、和からゲートまでの間に活性化関数がいくつありますか。",
)

changed(
    "activation-around-first-product",
    {A_I_F_O: "a, i, f, o = np.split(np.tanh(x @ W.T) + prev_h @ U.T + b, 4, axis=1)"},
    en="tanh was applied to x @ W.T alone, before the other terms were added. (In document 004 a parenthesis is out of place there.)",
    ja="x @ W.T だけに tanh を掛けてから、残りの項を足しています(資料 004 はこの行のかっこがずれています)。",
    hint_en="What has to be complete before anything is activated?",
    hint_ja="活性化の前に、何がそろっていなければなりませんか。",
)

changed(
    "order-f-a-i-o",
    {A_I_F_O: "f, a, i, o = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=1)"},
    en="The blocks are taken in the order f, a, i, o, which is that of the book's LSTM layer (f, g, i, o). Here it is a, i, f, o.",
    ja="ブロックを f, a, i, o の順に取り出しています。これは『ゼロから作る❷』の LSTM レイヤの順番(f, g, i, o)で、ここでは a, i, f, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)

changed(
    "order-i-f-a-o",
    {A_I_F_O: "i, f, a, o = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=1)"},
    en="The blocks are taken in the order i, f, a, o, which is that of Keras and PyTorch. Here it is a, i, f, o.",
    ja="ブロックを i, f, a, o の順に取り出しています。これは Keras や PyTorch の順番で、ここでは a, i, f, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)

changed(
    "order-i-f-o-a",
    {A_I_F_O: "i, f, o, a = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=1)"},
    en="The blocks are taken in the order i, f, o, a. Here the candidate a comes first: a, i, f, o.",
    ja="ブロックを i, f, o, a の順に取り出しています。ここでは候補 a が先頭で、a, i, f, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)

changed(
    "input-and-output-swapped",
    {A_I_F_O: "a, o, f, i = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=1)"},
    en="The input gate and the output gate are swapped: the blocks are taken in the order a, o, f, i.",
    ja="入力ゲートと出力ゲートが入れ替わっています(a, o, f, i の順に取り出しています)。",
    hint_en="Which of the gates is the last block?",
    hint_ja="最後のブロックはどのゲートですか。",
)

changed(
    "forget-and-output-swapped",
    {A_I_F_O: "a, i, o, f = np.split(x @ W.T + prev_h @ U.T + b, 4, axis=1)"},
    en="The forget gate and the output gate are swapped: the blocks are taken in the order a, i, o, f.",
    ja="忘却ゲートと出力ゲートが入れ替わっています(a, i, o, f の順に取り出しています)。",
    hint_en="Which of the gates is the last block?",
    hint_ja="最後のブロックはどのゲートですか。",
)

changed(
    "blocks-interleaved",
    {A_I_F_O: "s = x @ W.T + prev_h @ U.T + b\na, i, f, o = (s[:, k::4] for k in range(4))"},
    en="Every fourth column was taken for a gate. The blocks lie side by side, H columns each.",
    ja="4 列おきに取り出しています。各ゲートは H 列ずつのまとまりとして並んでいます。",
    hint_en="With H = 3, which columns of the 12 belong to a?",
    hint_ja="H = 3 のとき、12 列のうち a の列はどれですか。",
)

changed(
    "tanh-lost-on-c",
    {"h = _sigmoid(o) * np.tanh(c)": "h = _sigmoid(o) * c"},
    en="h is the output gate times c itself; the tanh is missing.",
    ja="h が「出力ゲート × c」になっています。c に tanh を掛けていません。",
    hint_en="c can grow beyond 1. May h?",
    hint_ja="c は 1 を超えることがあります。h はどうでしょうか。",
)

changed(
    "tanh-around-gated-c",
    {"h = _sigmoid(o) * np.tanh(c)": "h = np.tanh(_sigmoid(o) * c)"},
    en="h is tanh(o * c): the output gate should act after the tanh, not inside it.",
    ja="h が tanh(o * c) になっています。出力ゲートは tanh の中ではなく、tanh の後に掛けます。",
    hint_en="In which order do squashing and gating come in the formula?",
    hint_ja="式では、tanh とゲートはどちらが先ですか。",
)

changed(
    "sigmoid-on-c",
    {"h = _sigmoid(o) * np.tanh(c)": "h = _sigmoid(o) * _sigmoid(c)"},
    en="h uses sigmoid(c) where the formula has tanh(c).",
    ja="h の計算で tanh(c) ではなく sigmoid(c) を使っています。",
    hint_en="Can your h be negative? Should it be?",
    hint_ja="あなたの h は負になりますか。負になるべきでしょうか。",
)

changed(
    "h-from-old-c",
    {"h = _sigmoid(o) * np.tanh(c)": "h = _sigmoid(o) * np.tanh(prev_c)"},
    en="h is computed from prev_c, so it lags one step behind the memory.",
    ja="h を prev_c から計算しています。これでは出力が記憶より 1 ステップ遅れます。",
    hint_en="Which of the two memories is shown outside?",
    hint_ja="外に見せるのは、2 つの記憶のどちらですか。",
)

changed(
    "output-gate-ignored",
    {"h = _sigmoid(o) * np.tanh(c)": "h = np.tanh(c)"},
    en="h is tanh(c): the output gate is missing.",
    ja="h が tanh(c) になっています。出力ゲートを掛けていません。",
    hint_en="Which of the four blocks have you not used?",
    hint_ja="4 つのブロックのうち、使っていないものはどれですか。",
)

changed(
    "returns-h-c",
    {"return c, h": "return h, c"},
    en="The two results are returned in the order h, c. Here it is c first, then h.",
    ja="戻り値の順が h, c になっています。ここでは c, h の順です。",
    hint_en="Read the return value in the statement once more.",
    hint_ja="問題文の戻り値をもう一度読んでみましょう。",
)

changed(
    "tanh-lost-on-a",
    {C: "c = _sigmoid(f) * prev_c + _sigmoid(i) * a"},
    en="The candidate a enters the memory without its tanh.",
    ja="候補 a に tanh を掛けないまま記憶に入れています。",
    hint_en="Which range should the candidate have?",
    hint_ja="候補の値はどんな範囲に収まるはずですか。",
)

changed(
    "sigmoid-on-a",
    {C: "c = _sigmoid(f) * prev_c + _sigmoid(i) * _sigmoid(a)"},
    en="The candidate a goes through the sigmoid like a gate; it should go through tanh.",
    ja="候補 a にゲートと同じ sigmoid を使っています。候補は tanh です。",
    hint_en="Could the memory ever become smaller by your candidate?",
    hint_ja="あなたの候補で、記憶の値が小さくなることはありますか。",
)

changed(
    "gates-without-sigmoid",
    {C: "c = f * prev_c + i * np.tanh(a)", "h = _sigmoid(o) * np.tanh(c)": "h = o * np.tanh(c)"},
    en="The gates are used as they come out of the sum, without the sigmoid.",
    ja="ゲートに sigmoid を掛けず、和のまま使っています。",
    hint_en="A gate is a share. Between which two numbers does a share lie?",
    hint_ja="ゲートは割合です。割合はどんな範囲の数ですか。",
)

changed(
    "weights-not-transposed",
    {A_I_F_O: "a, i, f, o = np.split(x @ W + prev_h @ U + b, 4, axis=1)"},
    en="The shapes do not fit: most likely W or U stands in the product as it is. They have one row for each output, document 004's convention, so that x @ W cannot work.",
    ja="形状が合っていません。おそらく W か U をそのまま掛けています。資料 004 の流儀では W は (4H, D)、U は (4H, H) なので、x @ W は計算できません。",
    hint_en="Write the shapes of x and W side by side. Which axes must meet in the product?",
    hint_ja="x と W の形状を並べて書いてみましょう。積ではどの軸どうしが対応しますか。",
)

changed(
    "split-along-batch",
    {A_I_F_O: "a, i, f, o = np.split(x @ W.T + prev_h @ U.T + b, 4)"},
    en="The sum was split along the batch (axis 0), where the gates lie side by side in the columns.",
    ja="和をバッチ方向(axis=0)に分割しています。ゲートは列方向に並んでいます。",
    hint_en="The sum has the shape (N, 4H). Which axis is to become H?",
    hint_ja="和の形状は (N, 4H) です。H になるべき軸はどちらですか。",
)

changed(
    "bias-forgotten",
    {A_I_F_O: "a, i, f, o = np.split(x @ W.T + prev_h @ U.T + 0, 4, axis=1)"},
    en="The bias b is not added.",
    ja="バイアス b を足していません。",
    hint_en="What remains of the sum when x and prev_h are zero?",
    hint_ja="x と prev_h がすべて 0 のとき、和には何が残りますか。",
)

changed(
    "prev-h-ignored",
    {A_I_F_O: "a, i, f, o = np.split(x @ W.T + 0 * prev_h @ U.T + b, 4, axis=1)"},
    en="prev_h is not used: the gates see only the input x.",
    ja="prev_h を使っていません。ゲートが入力 x しか見ていません。",
    hint_en="Which of the function's arguments do the gates not see?",
    hint_ja="引数のうち、ゲートの計算に使っていないものはどれですか。",
)

changed(
    "prev-c-for-prev-h",
    {A_I_F_O: "a, i, f, o = np.split(x @ W.T + prev_c @ U.T + b, 4, axis=1)"},
    en="The recurrent product uses prev_c in place of prev_h.",
    ja="再帰の項に prev_h ではなく prev_c を使っています。",
    hint_en="Which of the two states does U act on in the formula?",
    hint_ja="式の U は、2 つの状態のどちらに掛かっていますか。",
)

changed(
    "unstable-sigmoid",
    {"return 1 / (1 + np.exp(-x))": "return np.exp(x) / (1 + np.exp(x))"},
    en="A sigmoid written as e^x / (1 + e^x) overflows and gives nan for large inputs.",
    ja="e^x / (1 + e^x) の形のシグモイドは、大きな入力でオーバーフローし、nan になります。",
    hint_en="The _sigmoid in the stub does not have this trouble. What differs?",
    hint_ja="スタブの _sigmoid ではこの問題は起きません。どこが違うでしょうか。",
)

changed(
    "c-squashed",
    {C: "c = np.tanh(_sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a))"},
    en="The memory c goes through tanh before it is returned, and once more for h. The memory itself stays as it is; only what is shown outside is squashed.",
    ja="記憶 c に tanh を掛けてから返し、h でさらに tanh を掛けています。記憶はそのまま次へ渡し、tanh を掛けるのは h に出すときだけです。",
    hint_en="With open gates, can your memory grow beyond 1? Should it?",
    hint_ja="ゲートが開いているとき、あなたの c は 1 を超えられますか。超えてよいはずでしょうか。",
)

changed(
    "tanh-c-returned",
    {C_H: "c = np.tanh(_sigmoid(f) * prev_c + _sigmoid(i) * np.tanh(a))\nreturn c, _sigmoid(o) * c"},
    en="h is right, but what is returned for c is tanh(c): the next step would start from a squashed memory.",
    ja="h は合っていますが、c として tanh(c) を返しています。次のステップが、押しつぶされた記憶から始まってしまいます。",
    hint_en="Which of your variables holds the sum of old memory and candidate, before any tanh?",
    hint_ja="前の記憶と候補の和(tanh を掛ける前の値)は、どの変数に入っていますか。",
)

changed(
    "one-bias-for-all",
    {A_I_F_O: "a, i, f, o = np.split(x @ W.T + prev_h @ U.T + np.tile(b[: len(b) // 4], 4), 4, axis=1)"},
    en="All four blocks got the first block's bias. b has 4H entries, H for each of a, i, f and o.",
    ja="4 つのブロックすべてに、先頭のブロックのバイアスを足しています。b には a, i, f, o の分が H 個ずつ、全部で 4H 個あります。",
    hint_en="Which entries of b belong to the forget gate?",
    hint_ja="b のうち、忘却ゲートの分はどこからどこまでですか。",
)

changed(
    "hard-sigmoid",
    {"return 1 / (1 + np.exp(-x))": "return np.clip(0.2 * x + 0.5, 0, 1)"},
    en="The gates use the hard sigmoid, 0.2 x + 0.5 cut off at 0 and 1 (as old versions of Keras do). Here a gate is the sigmoid itself.",
    ja="ゲートに hard sigmoid(0.2 x + 0.5 を 0 と 1 で切ったもの。以前の Keras の既定)を使っています。ここではシグモイド関数そのものを使います。",
    hint_en="What is your gate at 3? And the sigmoid?",
    hint_ja="入力が 3 のとき、あなたのゲートの値はいくつですか。シグモイド関数ではいくつですか。",
)

changed(
    "hard-sigmoid-sixth",
    {"return 1 / (1 + np.exp(-x))": "return np.clip(x / 6 + 0.5, 0, 1)"},
    en="The gates use the hard sigmoid, x / 6 + 0.5 cut off at 0 and 1 (as PyTorch defines it). Here a gate is the sigmoid itself.",
    ja="ゲートに hard sigmoid(x / 6 + 0.5 を 0 と 1 で切ったもの。PyTorch の定義)を使っています。ここではシグモイド関数そのものを使います。",
    hint_en="What is your gate at 3? And the sigmoid?",
    hint_ja="入力が 3 のとき、あなたのゲートの値はいくつですか。シグモイド関数ではいくつですか。",
)

changed(
    "x-and-h-exchanged",
    {A_I_F_O: "s = np.hstack([prev_h, x]) @ np.hstack([W, U]).T + b\na, i, f, o = np.split(s, 4, axis=1)"},
    en="x and prev_h were joined in one order and W and U in the other, so part of W acts on prev_h and part of U on x. The shapes do not show it.",
    ja="x と prev_h をつなぐ順と、W と U をつなぐ順が違います。W の一部が prev_h に、U の一部が x に掛かっています。形状は合うので、エラーになりません。",
    hint_en="Which columns of your joined weights meet the first column of x?",
    hint_ja="つないだ重みのうち、x の先頭の列に掛かるのは何列目ですか。",
)

changed(
    "input-gate-one-minus-forget",
    {C_H: "c = _sigmoid(f) * prev_c + (1 - _sigmoid(f)) * np.tanh(a)\nreturn c, _sigmoid(o) * np.tanh(c)"},
    en="The candidate is multiplied by 1 - f (coupled gates, as in a GRU); the input gate i is not used.",
    ja="候補に 1 - f を掛けていて、入力ゲート i を使っていません(GRU のように 2 つのゲートを 1 つにまとめた形です)。",
    hint_en="Can your cell keep all of the old memory and take in something new in the same step?",
    hint_ja="あなたのセルは、前の記憶を全部残したまま、新しいものを取り込めますか。",
)

changed(
    "forget-gate-one-minus-input",
    {C_H: "c = (1 - _sigmoid(i)) * prev_c + _sigmoid(i) * np.tanh(a)\nreturn c, _sigmoid(o) * np.tanh(c)"},
    en="The old memory is multiplied by 1 - i (coupled gates, as in a GRU); the forget gate f is not used.",
    ja="前の記憶に 1 - i を掛けていて、忘却ゲート f を使っていません(GRU のように 2 つのゲートを 1 つにまとめた形です)。",
    hint_en="Can your cell keep all of the old memory and take in something new in the same step?",
    hint_ja="あなたのセルは、前の記憶を全部残したまま、新しいものを取り込めますか。",
)

changed(
    "reshaped-to-four-blocks",
    {A_I_F_O: "a, i, f, o = (x @ W.T + prev_h @ U.T + b).reshape(4, *prev_h.shape)"},
    en="The sum was cut with reshape(4, N, H). That takes the entries row by row, so samples and gates are mixed; the gates are blocks of columns.",
    ja="和を reshape(4, N, H) で分けています。reshape は要素を行の順に区切るので、サンプルとゲートが混ざります。ゲートは列のまとまりです。",
    hint_en="Take N = 2 and H = 1. Where do the first row's four numbers go?",
    hint_ja="N = 2、H = 1 として考えてみましょう。1 行目の 4 つの数は、それぞれどこへ行きますか。",
)

changed(
    "candidate-added-to-gate",
    {C_H: "c = _sigmoid(f) * prev_c + _sigmoid(i) + np.tanh(a)\nreturn c, _sigmoid(o) * np.tanh(c)"},
    en="The input gate is added to the candidate, i + tanh(a), where it should be multiplied with it.",
    ja="入力ゲートと候補を足しています(i + tanh(a))。ゲートは掛けるものです。",
    hint_en="What should enter the memory when the input gate is 0?",
    hint_ja="入力ゲートが 0 のとき、記憶には何が入るはずですか。",
)

changed(
    "memory-of-its-own",
    {
        "def lstm(x, prev_h, prev_c, W, U, b):": "kept = [0.0]\ndef lstm(x, prev_h, prev_c, W, U, b):",
        C: "c = kept[0] = _sigmoid(f) * kept[0] + _sigmoid(i) * np.tanh(a)",
    },
    en="The function keeps c in a global variable (or on itself) and ignores prev_c. The caller decides which memory a step starts from.",
    ja="c をグローバル変数などに保存していて、引数の prev_c を使っていません。どの記憶から始めるかは、呼び出し側が決めます。",
    hint_en="Call your function twice with the same arguments. Are the results the same?",
    hint_ja="同じ引数で 2 回呼んでみましょう。結果は同じになりますか。",
)

changed(
    "tanh-on-gates",
    {"return 1 / (1 + np.exp(-x))": "return np.tanh(x)"},
    en="The gates i, f and o go through tanh, so they can be negative. A gate is a share from 0 to 1: it takes the sigmoid.",
    ja="ゲート i, f, o に tanh を使っているので、負の値になることがあります。ゲートは 0 から 1 までの割合なので、sigmoid を使います。",
    hint_en="A gate is a share. Between which two numbers does a share lie?",
    hint_ja="ゲートは割合です。割合はどんな範囲の数ですか。",
)

changed(
    "forget-gate-on-the-new-sum",
    {C_H: "c = _sigmoid(f) * (prev_c + _sigmoid(i) * np.tanh(a))\nreturn c, _sigmoid(o) * np.tanh(c)"},
    en="The forget gate acts on the whole new sum, old memory and candidate together. It should act on the old memory only.",
    ja="忘却ゲートを、前の記憶と候補を足した結果全体に掛けています。掛けるのは前の記憶だけです。",
    hint_en="If the forget gate is 0, what should be left in the memory?",
    hint_ja="忘却ゲートが 0 のとき、記憶には何が残るはずですか。",
)

changed(
    "forget-gate-for-input-gate",
    {C: "c = _sigmoid(f) * prev_c + _sigmoid(f) * np.tanh(a)"},
    en="The candidate is multiplied by the forget gate, and the input gate is not used. Each of the two has a gate of its own, the old memory and the candidate.",
    ja="候補に忘却ゲートが掛かっていて、入力ゲートが使われていません。前の記憶と候補には、それぞれ別のゲートを掛けます。",
    hint_en="Which gate decides how much of the candidate comes in?",
    hint_ja="候補をどれだけ取り入れるかを決めるのは、どのゲートですか。",
)

changed(
    "input-gate-for-forget-gate",
    {C: "c = _sigmoid(i) * prev_c + _sigmoid(i) * np.tanh(a)"},
    en="The old memory is multiplied by the input gate, and the forget gate is not used. Each of the two has a gate of its own, the old memory and the candidate.",
    ja="前の記憶に入力ゲートが掛かっていて、忘却ゲートが使われていません。前の記憶と候補には、それぞれ別のゲートを掛けます。",
    hint_en="Which gate decides how much of the old memory stays?",
    hint_ja="前の記憶をどれだけ残すかを決めるのは、どのゲートですか。",
)

changed(
    "reshaped-for-transposed",
    {
        A_I_F_O: "W, U = W.reshape(W.shape[::-1]), U.reshape(U.shape[::-1])\na, i, f, o = np.split(x @ W + prev_h @ U + b, 4, axis=1)"
    },
    en="W and U were brought to the shape of their transposes by a reshape, which keeps the order of the entries: the numbers stand in other places than in W.T and U.T.",
    ja="W と U を、転置ではなく reshape で転置と同じ形状にしています。reshape では要素の並びが変わらないので、W.T や U.T とは数の位置が違います。",
    hint_en="Compare A.T and A.reshape(3, 2) for A = [[1, 2, 3], [4, 5, 6]].",
    hint_ja="A = [[1, 2, 3], [4, 5, 6]] の A.T と A.reshape(3, 2) を見比べましょう。",
)

changed(
    "o-gate-activated-twice",
    {"h = _sigmoid(o) * np.tanh(c)": "h = _sigmoid(np.tanh(o)) * np.tanh(c)"},
    en="h is wrong and c is right: the output gate is the sigmoid of a tanh, two activations on one block. It takes the sigmoid alone.",
    ja="c は合っていますが、h が違います。出力ゲートが「tanh の sigmoid」になっていて、活性化が二重です。sigmoid だけを使います。",
    hint_en="Through how many functions does o go before it multiplies tanh(c)?",
    hint_ja="o は、tanh(c) に掛けるまでに関数をいくつ通りますか。",
)
