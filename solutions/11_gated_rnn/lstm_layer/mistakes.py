import numpy as np

from grader.authoring import mistake, reference


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@mistake(
    "forward-order-a-i-f-o",
    en="forward takes the blocks in document 004's order (a, i, f, o). In this layer it is f, g, i, o.",
    ja="forward がブロックを資料 004 の順(a, i, f, o)で取り出しています。このレイヤでは f, g, i, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        g, i, f, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "forward-order-i-f-g-o",
    en="forward takes the blocks in the order of Keras and PyTorch (i, f, g, o). In this layer it is f, g, i, o.",
    ja="forward がブロックを Keras や PyTorch の順(i, f, g, o)で取り出しています。このレイヤでは f, g, i, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        i, f, g, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "forward-order-f-i-g-o",
    en="forward takes the blocks in the order f, i, g, o. In this layer it is f, g, i, o.",
    ja="forward がブロックを f, i, g, o の順で取り出しています。このレイヤでは f, g, i, o です。",
    hint_en="Compare the order in the statement with the names on the left of your split.",
    hint_ja="問題文の順番と、分割した結果を受け取る変数の順番を比べてみましょう。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        f, i, g, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "forward-forget-and-input-swapped",
    en="forward swaps the forget gate and the input gate: f acts on g and i on the old memory.",
    ja="forward で忘却ゲートと入力ゲートが入れ替わっています。f が g に、i が前の記憶に掛かっています。",
    hint_en="Compute the formula by hand for N = D = H = 1 and compare.",
    hint_ja="N = D = H = 1 として式を手で計算し、比べてみましょう。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        i, g, f, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "forward-prev-c-lost",
    en="forward leaves the old memory out: c is only g * i.",
    ja="forward で前の記憶が入っていません(c が g * i だけです)。",
    hint_en="Which of forward's arguments does your c not use?",
    hint_ja="forward の引数のうち、c の計算に使っていないものはどれですか。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "forward-tanh-lost-on-c",
    en="forward returns o * c for h; the tanh is missing.",
    ja="forward の h が o * c になっています。tanh が抜けています。",
    hint_en="c can grow beyond 1. May h?",
    hint_ja="c は 1 を超えることがあります。h はどうでしょうか。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * c
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "forward-sigmoid-on-g",
    en="forward puts g through the sigmoid like a gate; it should be tanh.",
    ja="forward で g にゲートと同じ sigmoid を使っています。g は tanh です。",
    hint_en="Which range should the new information g have?",
    hint_ja="新しい情報 g は、どんな範囲の値をとるはずですか。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), sigmoid(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "forward-returns-c-h",
    en="forward returns c, h. In this layer it is h first, then c.",
    ja="forward の戻り値が c, h の順です。このレイヤでは h, c の順です。",
    hint_en="Read the return value in the statement once more.",
    hint_ja="問題文の戻り値をもう一度読んでみましょう。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh + b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return c, h


@mistake(
    "forward-bias-forgotten",
    en="forward does not add the bias b.",
    ja="forward でバイアス b を足していません。",
    hint_en="What remains of the sum when x and h_prev are zero?",
    hint_ja="x と h_prev がすべて 0 のとき、和には何が残りますか。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, _ = self.params
        f, g, i, o = np.split(x @ Wx + h_prev @ Wh, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + g * i
        h = o * np.tanh(c)
        self.cache = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return h, c


@mistake(
    "dc-ignores-dh",
    en="The gradient at c is dc_next alone: what reaches c through h is missing.",
    ja="c での勾配が dc_next だけになっています。h を通って c に戻ってくる分が抜けています。",
    hint_en="c feeds two things. Which of them is missing from its gradient?",
    hint_ja="c の値は 2 か所に流れています。勾配に入っていないのはどちらですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dc-next-ignored",
    en="dc_next is not used: only what reaches c through h is there, so no gradient flows along the memory.",
    ja="dc_next を使っていません。h を通る分だけでは、記憶を伝わる勾配が途切れてしまいます。",
    hint_en="c feeds two things. Which of them is missing from its gradient?",
    hint_ja="c の値は 2 か所に流れています。勾配に入っていないのはどちらですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dc-without-o",
    en="On the way from h to c the output gate o is missing.",
    ja="h から c へ戻る途中で、出力ゲート o を掛けていません。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dc-without-tanh-derivative",
    en="On the way from h to c the derivative of tanh is missing: dh_next * o was added as it is.",
    ja="h から c へ戻る途中で、tanh の微分を掛けていません(dh_next * o をそのまま足しています)。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dc-tanh-not-squared",
    en="On the way from h to c stands 1 - tanh(c), where the derivative of tanh has a square.",
    ja="h から c へ戻る途中の tanh の微分が 1 - tanh(c) になっています。2 乗が抜けています。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dc-c-for-tanh-c",
    en="The derivative of tanh at c was written 1 - c**2; it is to be written with tanh(c), the output.",
    ja="tanh の微分を 1 - c**2 としています。c ではなく、出力 tanh(c) を使います。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - (f * c_prev + g * i) ** 2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dc-derivative-on-both",
    en="The derivative of tanh and o were applied to dc_next as well; dc_next reaches c directly.",
    ja="tanh の微分と o を dc_next にも掛けています。dc_next は c に直接届きます。",
    hint_en="Which of the two gradients comes through the tanh?",
    hint_ja="2 つの勾配のうち、tanh を通ってくるのはどちらですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = (dc_next + dh_next) * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "do-without-tanh-c",
    en="The output gate's gradient lacks tanh(c): dh_next was used as it is.",
    ja="出力ゲートの勾配に tanh(c) を掛けていません(dh_next をそのまま使っています)。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "do-with-c",
    en="The output gate's gradient uses c, where forward multiplied by tanh(c).",
    ja="出力ゲートの勾配に c を掛けています。順伝播で掛けたのは tanh(c) です。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * (f * c_prev + g * i) * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "do-from-dc",
    en="The output gate's gradient starts from the gradient at c. The output gate acts on h, so it should start from dh_next.",
    ja="出力ゲートの勾配を c の勾配から求めています。出力ゲートは h にだけ関わるので、dh_next から求めます。",
    hint_en="Is the output gate before c or after it?",
    hint_ja="出力ゲートが使われるのは、c の前ですか、後ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dc * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "g-not-squared",
    en="The derivative at g is 1 - g; for a tanh the output is squared there.",
    ja="g の微分が 1 - g になっています。tanh の微分では出力を 2 乗します。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "g-sigmoid-derivative",
    en="The derivative at g is that of a sigmoid, g * (1 - g). But g comes out of a tanh.",
    ja="g の微分が sigmoid の g * (1 - g) になっています。g は tanh の出力です。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * g * (1 - g)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "gates-without-derivative",
    en="The gradients of f, i and o lack the derivative of the sigmoid.",
    ja="f、i、o の勾配に sigmoid の微分を掛けていません。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev
        dg = dc * i * (1 - g**2)
        di = dc * g
        do = dh_next * t
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "gates-tanh-derivative",
    en="The gradients of f, i and o use the derivative of tanh, but the gates are sigmoids.",
    ja="f、i、o の勾配に tanh の微分を使っています。ゲートは sigmoid です。",
    hint_en="Write each activation's derivative in terms of its own output.",
    hint_ja="それぞれの活性化関数の微分を、出力の値で書いてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * (1 - f**2)
        dg = dc * i * (1 - g**2)
        di = dc * g * (1 - i**2)
        do = dh_next * t * (1 - o**2)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "df-with-new-c",
    en="The forget gate's gradient uses the new c. Forward multiplied f by c_prev.",
    ja="忘却ゲートの勾配に新しい c を掛けています。順伝播で f に掛けたのは c_prev です。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * (f * c_prev + g * i) * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "di-dg-partners-swapped",
    en="In the gradients of g and i the factors are swapped: each got its own value where it should get the other's.",
    ja="g と i の勾配で、掛ける相手が入れ替わっています。それぞれ自分自身の値を掛けています。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * g * (1 - g**2)
        di = dc * i * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dc-prev-without-f",
    en="dc_prev lacks the forget gate: the gradient at c was returned as it is.",
    ja="dc_prev に忘却ゲート f を掛けていません(c の勾配をそのまま返しています)。",
    hint_en="At a product, each factor's gradient is the upstream times the other factor. What is the other factor here?",
    hint_ja="積のノードでは、片方の勾配は「上流の勾配 × もう一方の値」です。ここでの「もう一方」は何ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc


@mistake(
    "dc-prev-from-dc-next",
    en="dc_prev is dc_next * f: what reaches c through h is missing there.",
    ja="dc_prev が dc_next * f になっています。h を通って c に届く分が入っていません。",
    hint_en="Which gradient at c did the gates use?",
    hint_ja="各ゲートの勾配には、c でのどの勾配を使いましたか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc_next * f


@mistake(
    "joined-g-i-f-o",
    en="backward joins the gates' gradients in the order dg, di, df, do; forward split them as f, g, i, o.",
    ja="backward が勾配を dg, di, df, do の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([dg, di, df, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "joined-i-f-g-o",
    en="backward joins the gates' gradients in the order di, df, dg, do; forward split them as f, g, i, o.",
    ja="backward が勾配を di, df, dg, do の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([di, df, dg, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "joined-f-i-g-o",
    en="backward joins the gates' gradients in the order df, di, dg, do; forward split them as f, g, i, o.",
    ja="backward が勾配を df, di, dg, do の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, di, dg, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "joined-f-g-o-i",
    en="backward joins the gates' gradients in the order df, dg, do, di; forward split them as f, g, i, o.",
    ja="backward が勾配を df, dg, do, di の順に並べています。順伝播では f, g, i, o の順に分割しました。",
    hint_en="Write down which columns forward gave to which gate, and compare with the order in which backward joins them.",
    hint_ja="順伝播でどの列をどのゲートに使ったかを書き出し、逆伝播で並べる順と比べてみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, do, di], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "dh-prev-forgotten",
    en="dh_prev is dh_next carried on; it has to come from the gates' gradients, through Wh.",
    ja="dh_prev に dh_next をそのまま返しています。各ゲートの勾配から Wh を通して求めます。",
    hint_en="Where does h_prev enter forward?",
    hint_ja="h_prev は順伝播のどこで使われていますか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, _, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, dh_next, dc * f


@mistake(
    "dh-prev-dc-prev-swapped",
    en="backward returns dx, dc_prev, dh_prev; the order is dx, dh_prev, dc_prev.",
    ja="backward の戻り値が dx, dc_prev, dh_prev の順です。dx, dh_prev, dc_prev の順に返します。",
    hint_en="Read the return value in the statement once more.",
    hint_ja="問題文の戻り値をもう一度読んでみましょう。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.sum(axis=0)]
        return da @ Wx.T, dc * f, da @ Wh.T


@mistake(
    "dWh-with-new-h",
    en="dWh uses the h that this step returned. Forward multiplied Wh by h_prev.",
    ja="dWh に、このステップで出力した h を使っています。順伝播で Wh に掛けたのは h_prev です。",
    hint_en="With which h was Wh multiplied in forward?",
    hint_ja="順伝播で Wh に掛けたのは、どの h ですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, _, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, (o * t).T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "db-not-summed",
    en="db was not summed over the batch, so it does not have b's shape.",
    ja="db をバッチ方向に足し合わせていないので、b と形状が合いません。",
    hint_en="b is added to every row. How does each row's gradient reach it?",
    hint_ja="b は全行に足されています。各行の勾配は b にどう伝わりますか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "mean-for-sum",
    en="The parameters' gradients are divided by the batch size. They are sums over the batch.",
    ja="パラメータの勾配をバッチサイズで割っています。バッチについての和が正解です。",
    hint_en="Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="バッチサイズで割るのは損失関数の役目で、このレイヤの役目ではありません。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da / len(x), h_prev.T @ da / len(x), da.mean(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "db-mean",
    en="db is the mean over the batch, where it should be the sum.",
    ja="db がバッチの平均になっています。和でなければなりません。",
    hint_en="Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="バッチサイズで割るのは損失関数の役目で、このレイヤの役目ではありません。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [x.T @ da, h_prev.T @ da, da.mean(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "grads-order",
    en="grads is [dWh, dWx, db]; the order is that of the constructor, [dWx, dWh, db].",
    ja="grads が [dWh, dWx, db] の順です。コンストラクタと同じ [dWx, dWh, db] の順にします。",
    hint_en="In which order does the constructor take the parameters?",
    hint_ja="コンストラクタは、パラメータをどの順に受け取りますか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        Wx, Wh, _ = self.params
        x, h_prev, c_prev, f, g, i, o, t = self.cache
        dc = dc_next + dh_next * o * (1 - t**2)
        df = dc * c_prev * f * (1 - f)
        dg = dc * i * (1 - g**2)
        di = dc * g * i * (1 - i)
        do = dh_next * t * o * (1 - o)
        da = np.concatenate([df, dg, di, do], axis=1)
        self.grads = [h_prev.T @ da, x.T @ da, da.sum(axis=0)]
        return da @ Wx.T, da @ Wh.T, dc * f


@mistake(
    "grads-not-set",
    en="backward leaves grads as the constructor made it, all zeros.",
    ja="backward が grads を更新していません(コンストラクタで作った 0 のままです)。",
    hint_en="Where does an optimizer look for the gradients of this layer?",
    hint_ja="オプティマイザは、このレイヤの勾配をどこから読みますか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        zeros = self.grads
        returned = super().backward(dh_next, dc_next)
        self.grads = zeros
        return returned


@mistake(
    "grads-accumulate",
    en="backward adds to what is already in grads, so that a second call contains the first one's gradients too.",
    ja="backward が前の grads に足し込んでいるので、2 回目の結果に 1 回目の勾配が混ざっています。",
    hint_en="What should grads hold after two calls of backward?",
    hint_ja="backward を 2 回呼んだ後、grads には何が入っているべきですか。",
)
class LSTM(reference.LSTM):
    def backward(self, dh_next, dc_next):
        before = self.grads
        returned = super().backward(dh_next, dc_next)
        self.grads = [old + new for old, new in zip(before, self.grads, strict=True)]
        return returned


@mistake(
    "cache-of-first-call",
    en="backward uses what the first forward kept; a later forward does not replace it.",
    ja="backward が 1 回目の forward の値を使い続けています。後の forward で置き換わっていません。",
    hint_en="What does self.cache hold after two calls of forward?",
    hint_ja="forward を 2 回呼んだ後、self.cache には何が入っていますか。",
)
class LSTM(reference.LSTM):
    def forward(self, x, h_prev, c_prev):
        before = self.cache
        returned = super().forward(x, h_prev, c_prev)
        self.cache = before or self.cache
        return returned


@mistake(
    "cache-shared-by-layers",
    en="All layers share one cache (a class attribute or a global), so that backward uses the values of whichever layer ran last.",
    ja="すべてのレイヤが 1 つの cache(クラス変数やグローバル変数)を共有しているので、最後に順伝播したレイヤの値で逆伝播しています。",
    hint_en="Where must a value be kept if every layer is to have its own?",
    hint_ja="レイヤごとに別の値を持たせるには、どこに保存すればよいですか。",
)
class LSTM(reference.LSTM):
    kept = None

    def forward(self, x, h_prev, c_prev):
        returned = super().forward(x, h_prev, c_prev)
        type(self).kept = self.cache
        return returned

    def backward(self, dh_next, dc_next):
        self.cache = type(self).kept
        return super().backward(dh_next, dc_next)
