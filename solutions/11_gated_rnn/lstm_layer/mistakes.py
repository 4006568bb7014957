from grader.authoring import changed

F_G_I_O = "f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)"
C = "c = f * c_prev + g * i"
CACHE = "self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)"
DF = "df = dc * c_prev * f * (1 - f)"
DI = "di = dc * g * i * (1 - i)"
DO = "do = dh_next * tanh_c * o * (1 - o)"
GRADS = "self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]"
RETURN_BACKWARD = "return da @ Wx.T, da @ Wh.T, dc * f"

changed(
    "forward-order-a-i-f-o",
    {F_G_I_O: "g, i, f, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)"},
    en="forward takes the blocks in document 004's order (a, i, f, o). In this layer it is f, g, i, o.",
    ja="forward がブロックを資料 004 の順(a, i, f, o)で取り出しています。このレイヤでは f, g, i, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)

changed(
    "forward-order-i-f-g-o",
    {F_G_I_O: "i, f, g, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)"},
    en="forward takes the blocks in the order of Keras and PyTorch (i, f, g, o). In this layer it is f, g, i, o.",
    ja="forward がブロックを Keras や PyTorch の順(i, f, g, o)で取り出しています。このレイヤでは f, g, i, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)

changed(
    "forward-order-f-i-g-o",
    {F_G_I_O: "f, i, g, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)"},
    en="forward takes the blocks in the order f, i, g, o. In this layer it is f, g, i, o.",
    ja="forward がブロックを f, i, g, o の順で取り出しています。このレイヤでは f, g, i, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)

changed(
    "forward-forget-and-input-swapped",
    {F_G_I_O: "i, g, f, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)"},
    en="forward swaps the forget gate and the input gate: f acts on g and i on the old memory.",
    ja="forward で忘却ゲートと入力ゲートが入れ替わっています。f が g に、i が前の記憶に掛かっています。",
    hint_en="Compute the formula by hand for N = D = H = 1 and compare.",
    hint_ja="N = D = H = 1 として式を手で計算し、比べてみましょう。",
)

changed(
    "forward-prev-c-lost",
    {C: "c = g * i"},
    en="forward leaves the old memory out: c is only g * i.",
    ja="forward で前の記憶が入っていません(c が g * i だけです)。",
    hint_en="Which of forward's arguments does your c not use?",
    hint_ja="forward の引数のうち、c の計算に使っていないものはどれですか。",
)

changed(
    "forward-tanh-lost-on-c",
    {C: C + "\nh = o * c", "return o * np.tanh(c), c": "return h, c"},
    en="forward returns o * c for h; the tanh is missing.",
    ja="forward の h が o * c になっています。tanh が抜けています。",
    hint_en="c can grow beyond 1. May h?",
    hint_ja="c は 1 を超えることがあります。h はどうでしょうか。",
)

changed(
    "forward-sigmoid-on-g",
    {
        "f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)": "f, g, i, o = sigmoid(f), sigmoid(g), sigmoid(i), sigmoid(o)"
    },
    en="forward puts g through the sigmoid like a gate; it should be tanh.",
    ja="forward で g にゲートと同じ sigmoid を使っています。g は tanh です。",
    hint_en="Which range should the new information g have?",
    hint_ja="新しい情報 g は、どんな範囲の値をとるはずですか。",
)

changed(
    "forward-returns-c-h",
    {C: C + "\nh = o * np.tanh(c)", "return o * np.tanh(c), c": "return c, h"},
    en="forward returns c, h. In this layer it is h first, then c.",
    ja="forward の戻り値が c, h の順です。このレイヤでは h, c の順です。",
    hint_en="Read the return value in the statement once more.",
    hint_ja="問題文の戻り値をもう一度読んでみましょう。",
)

changed(
    "forward-bias-forgotten",
    {F_G_I_O: "f, g, i, o = np.split(x @ Wx + h_prev @ Wh, 4, axis=1)"},
    en="forward does not add the bias b.",
    ja="forward でバイアス b を足していません。",
    hint_en="What remains of the sum when x and h_prev are zero?",
    hint_ja="x と h_prev がすべて 0 のとき、和には何が残りますか。",
)

changed(
    "dc-ignores-dh",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = dc_next"},
    en="The gradient at c is dc_next alone: what reaches c through h is missing.",
    ja="c での勾配が dc_next だけになっています。h を通って c に戻ってくる分が抜けています。",
    hint_en="c feeds two things. Which of them is missing from its gradient?",
    hint_ja="c の値は 2 か所に流れています。勾配に入っていないのはどちらですか。",
)

changed(
    "dc-next-ignored",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = dh_next * o * (1 - tanh_c**2)"},
    en="dc_next is not used: only what reaches c through h is there, so no gradient flows along the memory.",
    ja="dc_next を使っていません。h を通る分だけでは、記憶を伝わる勾配が途切れてしまいます。",
    hint_en="c feeds two things. Which of them is missing from its gradient?",
    hint_ja="c の値は 2 か所に流れています。勾配に入っていないのはどちらですか。",
)

changed(
    "dc-without-o",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = dc_next + dh_next * (1 - tanh_c**2)"},
    en="On the way from h to c the output gate o is missing.",
    ja="h から c へ戻る途中で、出力ゲート o を掛けていません。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)

changed(
    "dc-without-tanh-derivative",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = dc_next + dh_next * o"},
    en="On the way from h to c the derivative of tanh is missing: dh_next * o was added as it is.",
    ja="h から c へ戻る途中で、tanh の微分を掛けていません(dh_next * o をそのまま足しています)。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "dc-tanh-not-squared",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = dc_next + dh_next * o * (1 - tanh_c)"},
    en="On the way from h to c stands 1 - tanh(c), where the derivative of tanh has a square.",
    ja="h から c へ戻る途中の tanh の微分が 1 - tanh(c) になっています。2 乗が抜けています。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "dc-c-for-tanh-c",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = dc_next + dh_next * o * (1 - (f * c_prev + g * i) ** 2)"},
    en="The derivative of tanh at c was written 1 - c**2; it is to be written with tanh(c), the output.",
    ja="tanh の微分を 1 - c**2 としています。c ではなく、出力 tanh(c) を使います。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "dc-derivative-on-both",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = (dc_next + dh_next) * o * (1 - tanh_c**2)"},
    en="The derivative of tanh and o were applied to dc_next as well; dc_next reaches c directly.",
    ja="tanh の微分と o を dc_next にも掛けています。dc_next は c に直接届きます。",
    hint_en="Which of the two gradients comes through the tanh?",
    hint_ja="2 つの勾配のうち、tanh を通ってくるのはどちらですか。",
)

changed(
    "do-without-tanh-c",
    {DO: "do = dh_next * o * (1 - o)"},
    en="The output gate's gradient lacks tanh(c): dh_next was used as it is.",
    ja="出力ゲートの勾配に tanh(c) を掛けていません(dh_next をそのまま使っています)。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)

changed(
    "do-with-c",
    {DO: "do = dh_next * (f * c_prev + g * i) * o * (1 - o)"},
    en="The output gate's gradient uses c, where forward multiplied by tanh(c).",
    ja="出力ゲートの勾配に c を掛けています。順伝播で掛けたのは tanh(c) です。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)

changed(
    "do-from-dc",
    {DO: "do = dc * tanh_c * o * (1 - o)"},
    en="The output gate's gradient starts from the gradient at c. The output gate acts on h, so it should start from dh_next.",
    ja="出力ゲートの勾配を c の勾配から求めています。出力ゲートは h にだけ関わるので、dh_next から求めます。",
    hint_en="Is the output gate before c or after it?",
    hint_ja="出力ゲートが使われるのは、c の前ですか、後ですか。",
)

changed(
    "g-not-squared",
    {"dg = dc * i * (1 - g**2)": "dg = dc * i * (1 - g)"},
    en="The derivative at g is 1 - g; for a tanh the output is squared there.",
    ja="g の微分が 1 - g になっています。tanh の微分では出力を 2 乗します。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "g-sigmoid-derivative",
    {"dg = dc * i * (1 - g**2)": "dg = dc * i * g * (1 - g)"},
    en="The derivative at g is that of a sigmoid, g * (1 - g). But g comes out of a tanh.",
    ja="g の微分が sigmoid の g * (1 - g) になっています。g は tanh の出力です。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "gates-without-derivative",
    {DF: "df = dc * c_prev", DI: "di = dc * g", DO: "do = dh_next * tanh_c"},
    en="The gradients of f, i and o lack the derivative of the sigmoid.",
    ja="f、i、o の勾配に sigmoid の微分を掛けていません。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "gates-tanh-derivative",
    {DF: "df = dc * c_prev * (1 - f**2)", DI: "di = dc * g * (1 - i**2)", DO: "do = dh_next * tanh_c * (1 - o**2)"},
    en="The gradients of f, i and o use the derivative of tanh, but the gates are sigmoids.",
    ja="f、i、o の勾配に tanh の微分を使っています。ゲートは sigmoid です。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "df-with-new-c",
    {DF: "df = dc * (f * c_prev + g * i) * f * (1 - f)"},
    en="The forget gate's gradient uses the new c. Forward multiplied f by c_prev.",
    ja="忘却ゲートの勾配に新しい c を掛けています。順伝播で f に掛けたのは c_prev です。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)

changed(
    "di-dg-partners-swapped",
    {"dg = dc * i * (1 - g**2)\ndi = dc * g * i * (1 - i)": "dg = dc * g * (1 - g**2)\ndi = dc * i * i * (1 - i)"},
    en="In the gradients of g and i the factors are swapped: each got its own value where it should get the other's.",
    ja="g と i の勾配で、掛ける相手が入れ替わっています。それぞれ自分自身の値を掛けています。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)

changed(
    "dc-prev-without-f",
    {RETURN_BACKWARD: "return da @ Wx.T, da @ Wh.T, dc"},
    en="dc_prev lacks the forget gate: the gradient at c was returned as it is.",
    ja="dc_prev に忘却ゲート f を掛けていません(c の勾配をそのまま返しています)。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)

changed(
    "dc-prev-from-dc-next",
    {RETURN_BACKWARD: "return da @ Wx.T, da @ Wh.T, dc_next * f"},
    en="dc_prev is dc_next * f: what reaches c through h is missing there.",
    ja="dc_prev が dc_next * f になっています。h を通って c に届く分が入っていません。",
    hint_en="Which gradient at c did the gates use?",
    hint_ja="各ゲートの勾配には、c でのどの勾配を使いましたか。",
)

changed(
    "joined-g-i-f-o",
    {"da = np.concatenate([df, dg, di, do], axis=1)": "da = np.concatenate([dg, di, df, do], axis=1)"},
    en="backward joins the gates' gradients in the order dg, di, df, do; forward split them as f, g, i, o.",
    ja="backward が勾配を dg, di, df, do の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)

changed(
    "joined-i-f-g-o",
    {"da = np.concatenate([df, dg, di, do], axis=1)": "da = np.concatenate([di, df, dg, do], axis=1)"},
    en="backward joins the gates' gradients in the order di, df, dg, do; forward split them as f, g, i, o.",
    ja="backward が勾配を di, df, dg, do の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)

changed(
    "joined-f-i-g-o",
    {"da = np.concatenate([df, dg, di, do], axis=1)": "da = np.concatenate([df, di, dg, do], axis=1)"},
    en="backward joins the gates' gradients in the order df, di, dg, do; forward split them as f, g, i, o.",
    ja="backward が勾配を df, di, dg, do の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)

changed(
    "joined-f-g-o-i",
    {"da = np.concatenate([df, dg, di, do], axis=1)": "da = np.concatenate([df, dg, do, di], axis=1)"},
    en="backward joins the gates' gradients in the order df, dg, do, di; forward split them as f, g, i, o.",
    ja="backward が勾配を df, dg, do, di の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)

changed(
    "dh-prev-forgotten",
    {RETURN_BACKWARD: "return da @ Wx.T, dh_next, dc * f"},
    en="dh_prev is dh_next carried on; it has to come from the gates' gradients, through Wh.",
    ja="dh_prev に dh_next をそのまま返しています。各ゲートの勾配から Wh を通して求めます。",
    hint_en="Where does h_prev enter forward?",
    hint_ja="h_prev は順伝播のどこで使われていますか。",
)

changed(
    "dh-prev-dc-prev-swapped",
    {RETURN_BACKWARD: "return da @ Wx.T, dc * f, da @ Wh.T"},
    en="backward returns dx, dc_prev, dh_prev; the order is dx, dh_prev, dc_prev.",
    ja="backward の戻り値が dx, dc_prev, dh_prev の順です。dx, dh_prev, dc_prev の順に返します。",
    hint_en="Read the return value in the statement once more.",
    hint_ja="問題文の戻り値をもう一度読んでみましょう。",
)

changed(
    "dWh-with-new-h",
    {GRADS: "self.grads = [x.T @ da, (o * tanh_c).T @ da, da.sum(axis=0)]"},
    en="dWh uses the h that this step returned. Forward multiplied Wh by h_prev.",
    ja="dWh に、このステップで出力した h を使っています。順伝播で Wh に掛けたのは h_prev です。",
    hint_en="With which h was Wh multiplied in forward?",
    hint_ja="順伝播で Wh に掛けたのは、どの h ですか。",
)

changed(
    "db-not-summed",
    {GRADS: "self.grads = [x.T @ da, h_prev.T @ da, da]"},
    en="db was not summed over the batch, so it does not have b's shape.",
    ja="db をバッチ方向に足し合わせていないので、b と形状が合いません。",
    hint_en="b is added to every row. How does each row's gradient reach it?",
    hint_ja="b は全行に足されています。各行の勾配は b にどう伝わりますか。",
)

changed(
    "mean-for-sum",
    {GRADS: "self.grads = [x.T @ da / len(x), h_prev.T @ da / len(x), da.mean(axis=0)]"},
    en="The parameters' gradients are divided by the batch size. They are sums over the batch.",
    ja="パラメータの勾配をバッチサイズで割っています。バッチについての和が正解です。",
    hint_en="Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="バッチサイズで割るのは損失関数の役目で、このレイヤの役目ではありません。",
)

changed(
    "db-mean",
    {GRADS: "self.grads = [x.T @ da, h_prev.T @ da, da.mean(axis=0)]"},
    en="db is the mean over the batch, where it should be the sum.",
    ja="db がバッチの平均になっています。和でなければなりません。",
    hint_en="Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="バッチサイズで割るのは損失関数の役目で、このレイヤの役目ではありません。",
)

changed(
    "grads-order",
    {GRADS: "self.grads = [h_prev.T @ da, x.T @ da, da.sum(axis=0)]"},
    en="grads is [dWh, dWx, db]; the order is that of the constructor, [dWx, dWh, db].",
    ja="grads が [dWh, dWx, db] の順です。コンストラクタと同じ [dWx, dWh, db] の順にします。",
    hint_en="In which order does the constructor take the parameters?",
    hint_ja="コンストラクタは、パラメータをどの順に受け取りますか。",
)

changed(
    "grads-not-set",
    {GRADS: ""},
    en="backward leaves grads as the constructor made it, all zeros.",
    ja="backward が grads を更新していません(コンストラクタで作った 0 のままです)。",
    hint_en="Where does an optimizer look for the gradients of this layer?",
    hint_ja="オプティマイザは、このレイヤの勾配をどこから読みますか。",
)

changed(
    "grads-accumulate",
    {
        GRADS: "self.grads = [old + new for old, new in zip(self.grads, (x.T @ da, h_prev.T @ da, da.sum(axis=0)), strict=True)]"
    },
    en="backward adds to what is already in grads, so that a second call contains the first one's gradients too.",
    ja="backward が前の grads に足し込んでいるので、2 回目の結果に 1 回目の勾配が混ざっています。",
    hint_en="What should grads hold after two calls of backward?",
    hint_ja="backward を 2 回呼んだ後、grads には何が入っているべきですか。",
)

changed(
    "cache-of-first-call",
    {CACHE: "self.cache = self.cache or (x, h_prev, c_prev, f, g, i, o, np.tanh(c))"},
    en="backward uses what the first forward kept; a later forward does not replace it.",
    ja="backward が 1 回目の forward の値を使い続けています。後の forward で置き換わっていません。",
    hint_en="What does self.cache hold after two calls of forward?",
    hint_ja="forward を 2 回呼んだ後、self.cache には何が入っていますか。",
)

changed(
    "cache-shared-by-layers",
    everywhere={"self.cache": "type(self).cache"},
    en="All layers share one cache (a class attribute or a global), so that backward uses the values of whichever layer ran last.",
    ja="すべてのレイヤが 1 つの cache(クラス変数やグローバル変数)を共有しているので、最後に順伝播したレイヤの値で逆伝播しています。",
    hint_en="Where must a value be kept if every layer is to have its own?",
    hint_ja="レイヤごとに別の値を持たせるには、どこに保存すればよいですか。",
)

changed(
    "gate-for-its-derivative",
    {DF: "df = dc * c_prev * f", DI: "di = dc * g * i", DO: "do = dh_next * tanh_c * o"},
    en="The gradients of f, i and o are multiplied by the gate itself, the value of the sigmoid, where its derivative belongs.",
    ja="f、i、o の勾配に、sigmoid の微分ではなく sigmoid の値(ゲートそのもの)を掛けています。",
    hint_en="Where is the sigmoid steepest, and how large is it there? What is it far to the right?",
    hint_ja="シグモイド関数の傾きが最大になるのはどこですか。右の端では、値と傾きはそれぞれいくつに近づきますか。",
)

changed(
    "sigmoid-of-gate-for-derivative",
    {DF: "df = dc * c_prev * sigmoid(f)", DI: "di = dc * g * sigmoid(i)", DO: "do = dh_next * tanh_c * sigmoid(o)"},
    en="backward applies the sigmoid to the gates f, i and o once more and multiplies by that. What belongs there is the derivative of the sigmoid.",
    ja="backward で、ゲート f、i、o にもう一度 sigmoid を適用して掛けています。掛けるのは sigmoid の微分です。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)

changed(
    "tanh-of-tanh-c",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = dc_next + dh_next * o * (1 - np.tanh(tanh_c) ** 2)"},
    en="The derivative of tanh at c was written 1 - tanh(tanh(c))**2: what was kept is tanh(c) already, and it went through tanh again.",
    ja="c での tanh の微分が 1 - tanh(tanh(c))**2 になっています。保存してあるのはすでに tanh(c) なのに、もう一度 tanh に通しています。",
    hint_en="Which of c and tanh(c) did your forward keep?",
    hint_ja="forward で保存したのは、c と tanh(c) のどちらですか。",
)

changed(
    "sigmoid-derivative-of-gates",
    {
        DF: "df = dc * c_prev * sigmoid(f) * (1 - sigmoid(f))",
        DI: "di = dc * g * sigmoid(i) * (1 - sigmoid(i))",
        DO: "do = dh_next * tanh_c * sigmoid(o) * (1 - sigmoid(o))",
    },
    en="The derivative of the sigmoid is taken at the gates f, i and o, which are its outputs already: the sigmoid was applied a second time.",
    ja="sigmoid の微分を、すでに sigmoid を通したゲート f、i、o で計算しています。sigmoid を二重に適用しています。",
    hint_en="In y(1 - y), is y what goes into the sigmoid, or what comes out?",
    hint_ja="y(1 - y) の y は、sigmoid に入る値ですか、sigmoid から出てきた値ですか。",
)

changed(
    "tanh-derivative-of-g",
    {"dg = dc * i * (1 - g**2)": "dg = dc * i * (1 - np.tanh(g) ** 2)"},
    en="The derivative of tanh is taken at g, which is its output already: tanh was applied a second time.",
    ja="tanh の微分を、すでに tanh を通した g で計算しています(1 - tanh(g)**2)。tanh を二重に適用しています。",
    hint_en="In 1 - y**2, is y what goes into tanh, or what comes out?",
    hint_ja="1 - y**2 の y は、tanh に入る値ですか、tanh から出てきた値ですか。",
)

changed(
    "derivatives-of-all-outputs",
    {
        DF: "df = dc * c_prev * sigmoid(f) * (1 - sigmoid(f))",
        "dg = dc * i * (1 - g**2)": "dg = dc * i * (1 - np.tanh(g) ** 2)",
        DI: "di = dc * g * sigmoid(i) * (1 - sigmoid(i))",
        DO: "do = dh_next * tanh_c * sigmoid(o) * (1 - sigmoid(o))",
    },
    en="The derivatives at f, g, i and o are all taken at values that have been through sigmoid or tanh already, as if these were still the sum.",
    ja="f、g、i、o の微分を、すでに sigmoid や tanh を通した値でもう一度計算しています。活性化前の和と取り違えています。",
    hint_en="Which values did forward keep: those before the activations, or those after?",
    hint_ja="forward で保存したのは、活性化の前の値ですか、後の値ですか。",
)

changed(
    "dc-added-to-itself",
    {"dc = dc_next + dh_next * o * (1 - tanh_c**2)": "dc = 2 * dh_next * o * (1 - tanh_c**2)"},
    en="The gradient at c that comes through h was added to itself: it is counted twice, and dc_next is lost.",
    ja="h を通ってきた c の勾配に、同じものをもう一度足しています。2 倍になり、dc_next が入っていません。",
    hint_en="Which two gradients meet at c? Which name does each have in your code?",
    hint_ja="c で合流する 2 つの勾配は何ですか。コードの中では、それぞれどの変数ですか。",
)

changed(
    "dc-next-in-dc-prev-twice",
    {RETURN_BACKWARD: "dx, dh_prev, dc_prev = da @ Wx.T, da @ Wh.T, dc * f\nreturn dx, dh_prev, dc_prev + dc_next"},
    en="dc_next was added to dc_prev once more. It is in the gradient at c already, and reaches c_prev only through the forget gate.",
    ja="dc_prev に dc_next をもう一度足しています。dc_next は c の勾配にすでに入っていて、c_prev へは忘却ゲートを通ってしか伝わりません。",
    hint_en="How many paths lead from c_prev to c in forward?",
    hint_ja="順伝播で、c_prev から c への道はいくつありますか。",
)

changed(
    "raw-sums-kept",
    {
        F_G_I_O: "f, g, i, o = raw = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)",
        CACHE: "self.cache = x, h_prev, c_prev, *raw, np.tanh(c)",
    },
    en="forward keeps the four blocks of the sum as they are, before sigmoid and tanh, and backward uses them as if they were f, g, i and o.",
    ja="forward が sigmoid や tanh を通す前の和を保存していて、backward がそれを f、g、i、o として使っています。",
    hint_en="In y(1 - y), is y what goes into the sigmoid, or what comes out? Which of them is in your cache?",
    hint_ja="y(1 - y) の y は、sigmoid に入る値ですか、sigmoid から出てきた値ですか。cache にはどちらが入っていますか。",
)

changed(
    "derivatives-from-raw-sums",
    {
        DF: "zf, zg, zi, zo = np.split(x @ Wx + h_prev @ Wh + self.params[2], 4, axis=1)\ndf = dc * c_prev * zf * (1 - zf)",
        "dg = dc * i * (1 - g**2)": "dg = dc * i * (1 - zg**2)",
        DI: "di = dc * g * zi * (1 - zi)",
        DO: "do = dh_next * tanh_c * zo * (1 - zo)",
    },
    en="The derivatives are written z(1 - z) and 1 - z**2 with z from the sum, before sigmoid and tanh. These formulas are for the outputs.",
    ja="微分の z(1 - z) と 1 - z**2 に、sigmoid や tanh を通す前の和 z を入れています。この式に入れるのは、通した後の出力です。",
    hint_en="In y(1 - y), is y what goes into the sigmoid, or what comes out?",
    hint_ja="y(1 - y) の y は、sigmoid に入る値ですか、sigmoid から出てきた値ですか。",
)

changed(
    "grads-clipped",
    {GRADS: "self.grads = [np.clip(grad, -1, 1) for grad in (x.T @ da, h_prev.T @ da, da.sum(axis=0))]"},
    en="The entries of dWx, dWh and db are cut off at -1 and 1. Clipping is done by who trains, if at all; here the gradients are wanted as they are.",
    ja="dWx、dWh、db の要素を -1 から 1 の範囲に切り詰めています。勾配クリッピングは学習する側の処理で、ここでは勾配をそのまま求めます。",
    hint_en="Is any entry of your grads larger than 1? Should one be?",
    hint_ja="grads に 1 を超える要素はありますか。あってよいはずですか。",
)

changed(
    "everything-clipped",
    {
        GRADS: "self.grads = [np.clip(grad, -1, 1) for grad in (x.T @ da, h_prev.T @ da, da.sum(axis=0))]",
        RETURN_BACKWARD: "return tuple(np.clip(grad, -1, 1) for grad in (da @ Wx.T, da @ Wh.T, dc * f))",
    },
    en="All gradients, those returned and those in grads, are cut off at -1 and 1. Clipping is done by who trains, if at all; here the gradients are wanted as they are.",
    ja="返す勾配も grads も、すべて -1 から 1 の範囲に切り詰めています。勾配クリッピングは学習する側の処理で、ここでは勾配をそのまま求めます。",
    hint_en="Is any entry of your gradients larger than 1? Should one be?",
    hint_ja="求めた勾配に 1 を超える要素はありますか。あってよいはずですか。",
)

changed(
    "gate-gradients-clipped",
    {"da = np.concatenate([df, dg, di, do], axis=1)": "da = np.clip(np.concatenate([df, dg, di, do], axis=1), -1, 1)"},
    en="The gradients at the sum are cut off at -1 and 1 before they go on. Clipping is done by who trains, if at all; here the gradients are wanted as they are.",
    ja="各ゲートの勾配(和のところの勾配)を -1 から 1 の範囲に切り詰めてから使っています。勾配クリッピングは学習する側の処理で、ここでは勾配をそのまま求めます。",
    hint_en="If dh_next and dc_next are ten times as large, what should happen to dx?",
    hint_ja="dh_next と dc_next が 10 倍になったら、dx はどうなるはずですか。",
)

changed(
    "backward-shapes-clash",
    {"Wx, Wh, _ = self.params": "Wx, Wh, b = self.params\nself.params = [Wx.T, Wh, b]\nWx, Wh, _ = self.params"},
    en="The shapes in backward do not fit: most likely Wx or Wh is not transposed on the way to dx and dh_prev, or x or h_prev is not in dWx and dWh.",
    ja="backward で形状が合っていません。おそらく、dx や dh_prev で Wx や Wh を、または dWx や dWh で x や h_prev を転置していません。",
    hint_en="The gradient at the sum is (N, 4H), and dx must be (N, D). What must Wx look like in between?",
    hint_ja="和のところの勾配は (N, 4H)、dx は (N, D) です。間に来る Wx はどんな形状でなければなりませんか。",
)

changed(
    "dx-dh-prev-swapped",
    {RETURN_BACKWARD: "dx, dh_prev, dc_prev = da @ Wx.T, da @ Wh.T, dc * f\nreturn dh_prev, dx, dc_prev"},
    en="backward returns dh_prev, dx, dc_prev; the order is dx, dh_prev, dc_prev.",
    ja="backward の戻り値が dh_prev, dx, dc_prev の順です。dx, dh_prev, dc_prev の順に返します。",
    hint_en="Which of your results has the shape of x?",
    hint_ja="戻り値のうち、x と同じ形状なのはどれですか。",
)

changed(
    "f-value-for-its-derivative",
    {DF: "df = dc * c_prev * f"},
    en="The gradient of the forget gate's sum is multiplied by the gate, f, where the derivative of the sigmoid belongs; the other gates are right.",
    ja="忘却ゲート f の和の勾配に、sigmoid の微分ではなくゲートの値 f を掛けています。ほかのゲートは合っています。",
    hint_en="What is the derivative of the sigmoid, written with its output?",
    hint_ja="sigmoid の微分を、その出力で表すとどうなりますか。",
)

changed(
    "f-without-derivative",
    {DF: "df = dc * c_prev"},
    en="The gradient of the forget gate's sum lacks the derivative of the sigmoid; the other gates have it.",
    ja="忘却ゲート f の和の勾配に、sigmoid の微分が掛かっていません。ほかのゲートには掛かっています。",
    hint_en="f is the sigmoid of a sum. What does backward do on the way from f to that sum?",
    hint_ja="f は和を sigmoid に通した値です。f から和へ戻るとき、何を掛けますか。",
)

changed(
    "i-value-for-its-derivative",
    {DI: "di = dc * g * i"},
    en="The gradient of the input gate's sum is multiplied by the gate, i, where the derivative of the sigmoid belongs; the other gates are right.",
    ja="入力ゲート i の和の勾配に、sigmoid の微分ではなくゲートの値 i を掛けています。ほかのゲートは合っています。",
    hint_en="What is the derivative of the sigmoid, written with its output?",
    hint_ja="sigmoid の微分を、その出力で表すとどうなりますか。",
)

changed(
    "i-without-derivative",
    {DI: "di = dc * g"},
    en="The gradient of the input gate's sum lacks the derivative of the sigmoid; the other gates have it.",
    ja="入力ゲート i の和の勾配に、sigmoid の微分が掛かっていません。ほかのゲートには掛かっています。",
    hint_en="i is the sigmoid of a sum. What does backward do on the way from i to that sum?",
    hint_ja="i は和を sigmoid に通した値です。i から和へ戻るとき、何を掛けますか。",
)

changed(
    "o-value-for-its-derivative",
    {DO: "do = dh_next * tanh_c * o"},
    en="The gradient of the output gate's sum is multiplied by the gate, o, where the derivative of the sigmoid belongs; the other gates are right.",
    ja="出力ゲート o の和の勾配に、sigmoid の微分ではなくゲートの値 o を掛けています。ほかのゲートは合っています。",
    hint_en="What is the derivative of the sigmoid, written with its output?",
    hint_ja="sigmoid の微分を、その出力で表すとどうなりますか。",
)

changed(
    "o-without-derivative",
    {DO: "do = dh_next * tanh_c"},
    en="The gradient of the output gate's sum lacks the derivative of the sigmoid; the other gates have it.",
    ja="出力ゲート o の和の勾配に、sigmoid の微分が掛かっていません。ほかのゲートには掛かっています。",
    hint_en="o is the sigmoid of a sum. What does backward do on the way from o to that sum?",
    hint_ja="o は和を sigmoid に通した値です。o から和へ戻るとき、何を掛けますか。",
)

changed(
    "g-without-derivative",
    {"dg = dc * i * (1 - g**2)": "dg = dc * i"},
    en="The gradient of g's sum lacks the derivative of tanh; the gates f, i and o have theirs.",
    ja="候補 g の和の勾配に、tanh の微分が掛かっていません。ゲート f、i、o には微分が掛かっています。",
    hint_en="g is the tanh of a sum. What does backward do on the way from g to that sum?",
    hint_ja="g は和を tanh に通した値です。g から和へ戻るとき、何を掛けますか。",
)

changed(
    "g-and-i-exchanged-in-backward",
    {CACHE: "self.cache = x, h_prev, c_prev, f, i, g, o, np.tanh(c)"},
    en="In backward g and i have changed places, as when they are taken out of the cache in another order than they were put in: each is taken for the other.",
    ja="backward で g と i が入れ替わっています。cache に入れた順と違う順で取り出したときなどに、こうなります。",
    hint_en="Print g in backward. Is it the one of forward?",
    hint_ja="backward で g を print してみましょう。forward の g と同じですか。",
)

changed(
    "back-through-the-weights-without-derivatives",
    {
        RETURN_BACKWARD: "at_gates = np.concatenate([dc * c_prev, dc * i, dc * g, dh_next * tanh_c], axis=1)\nreturn at_gates @ Wx.T, at_gates @ Wh.T, dc * f"
    },
    en="dx and dh_prev come from the gradients at the gates, before the derivatives of sigmoid and tanh; grads come from those at the sum. All of them belong to the sum.",
    ja="dx と dh_prev を、sigmoid と tanh の微分を掛ける前の(ゲートの値の)勾配から求めています。dWx などと同じく、和の勾配から求めます。",
    hint_en="x and h_prev enter the sum. Which gradient is the one at the sum?",
    hint_ja="x と h_prev が入るのは和のところです。和の勾配はどれですか。",
)

changed(
    "forward-input-gate-from-forget-gate",
    {
        "f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)": "f = sigmoid(f)\nf, g, i, o = f, np.tanh(g), sigmoid(f), sigmoid(o)"
    },
    en="In forward the input gate is the sigmoid of the forget gate, which has gone through a sigmoid already; the block i is not used.",
    ja="forward の入力ゲートが、すでに sigmoid を通した忘却ゲートの sigmoid になっています。ブロック i が使われていません。",
    hint_en="From which block of the sum does each gate come?",
    hint_ja="各ゲートは、和のどのブロックから計算しますか。",
)

changed(
    "forward-forget-gate-for-input-gate",
    {
        "f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)": "f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(f), sigmoid(o)"
    },
    en="In forward the input gate is the forget gate: the block i is not used.",
    ja="forward の入力ゲートが、忘却ゲートと同じ値になっています。ブロック i が使われていません。",
    hint_en="From which block of the sum does each gate come?",
    hint_ja="各ゲートは、和のどのブロックから計算しますか。",
)
