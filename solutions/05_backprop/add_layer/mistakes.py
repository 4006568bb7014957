from grader.authoring import changed, families

RETURN = "return dout, dout"

changed(
    "one-gradient-only",
    {RETURN: "return dout"},
    en="backward returns one value, dout. Two inputs went in, so two gradients have to come out, even if they are the same.",
    ja="backward が dout を 1 つだけ返しています。入力は 2 つあるので、同じ値でも勾配を 2 つ返します。",
    hint_en="The caller writes dx, dy = layer.backward(dout). What does your backward give it?",
    hint_ja="呼び出し側は dx, dy = layer.backward(dout) と書きます。backward は何を返していますか。",
)

changed(
    "gradients-added",
    {RETURN: "return dout + dout"},
    en="backward returns one value, dout twice over: the two gradients were added. They belong to two different inputs.",
    ja="backward が dout の 2 倍を 1 つだけ返しています。2 つの勾配を足し合わせていますが、これらは別々の入力についての勾配です。",
    hint_en="The caller writes dx, dy = layer.backward(dout). What does your backward give it?",
    hint_ja="呼び出し側は dx, dy = layer.backward(dout) と書きます。backward は何を返していますか。",
)

changed(
    "multiplies",
    {"return x + y": "return x * y"},
    en="forward returns x * y: that is the multiplication layer.",
    ja="forward が x * y を返しています。それは乗算レイヤです。",
    hint_en="Apples for 200 yen and oranges for 450: what is the sum?",
    hint_ja="りんご 200 円とみかん 450 円を合わせると、いくらですか。",
)

changed(
    "multiplication-layer",
    {"return x + y": "self.x, self.y = x, y\nreturn x * y", RETURN: "return dout * self.y, dout * self.x"},
    en="This is the multiplication layer, in forward and in backward.",
    ja="forward も backward も乗算レイヤのものになっています。",
    hint_en="Apples for 200 yen and oranges for 450: what is the sum, and by how much does it grow if the apples cost 1 yen more?",
    hint_ja="りんご 200 円とみかん 450 円を合わせると、いくらですか。りんごが 1 円上がると、合計はいくら増えますか。",
)

changed(
    "backward-of-a-product",
    {"return x + y": "self.x, self.y = x, y\nreturn x + y", RETURN: "return dout * self.y, dout * self.x"},
    en="forward adds, but backward multiplies dout by the other input. That is the gradient of a product.",
    ja="forward は足し算なのに、backward が dout にもう一方の入力を掛けています。それは乗算の勾配です。",
    hint_en="If x grows by 0.1, by how much does x + y grow? Does that depend on y?",
    hint_ja="x を 0.1 増やすと、x + y はどれだけ増えますか。それは y の値によりますか。",
)

changed(
    "times-own-input",
    {"return x + y": "self.x, self.y = x, y\nreturn x + y", RETURN: "return dout * self.x, dout * self.y"},
    en="backward multiplies dout by x for dx and by y for dy. The slope of a sum is 1, whatever x and y are.",
    ja="backward が、dx では dout に x を、dy では dout に y を掛けています。和の傾きは、x や y の値によらず 1 です。",
    hint_en="If x grows by 0.1, by how much does x + y grow? Does that depend on x?",
    hint_ja="x を 0.1 増やすと、x + y はどれだけ増えますか。それは x の値によりますか。",
)

changed(
    "times-the-sum",
    {"return x + y": "self.out = x + y\nreturn self.out", RETURN: "return dout * self.out, dout * self.out"},
    en="backward multiplies dout by the sum itself. The chain rule wants the slope of the sum, not its value.",
    ja="backward が dout に和の値を掛けています。連鎖律で掛けるのは、値ではなく傾きです。",
    hint_en="How steep is x + 3 along x, at x = 0 and at x = 100?",
    hint_ja="x + 3 の x についての傾きは、x = 0 と x = 100 でそれぞれいくつですか。",
)

changed(
    "gradient-shared-out",
    {RETURN: "return dout / 2, dout / 2"},
    en="Each input gets half of dout. A gradient is not shared out: if either input grows by 1, the sum grows by 1.",
    ja="dout を半分ずつに分けています。勾配は分け合うものではありません。どちらの入力を 1 増やしても、和は 1 増えます。",
    hint_en="If x grows by 1 and y stays, by how much does the sum grow: 1 or a half?",
    hint_ja="y はそのままで x を 1 増やすと、和は 1 増えますか、0.5 増えますか。",
)

changed(
    "dout-forgotten",
    {RETURN: "return np.ones_like(dout), np.ones_like(dout)"},
    en="backward returns ones, the slope alone; it is not multiplied by dout.",
    ja="backward が傾きの 1 だけを返しています。dout が掛けられていません。",
    hint_en="The chain rule is a product of two factors. Which one is missing?",
    hint_ja="連鎖律は 2 つの微分の積です。足りないのはどちらですか。",
)

changed(
    "dout-forgotten-bare-ones",
    {RETURN: "return 1.0, 1.0"},
    en="backward returns the numbers 1 and 1, the slope alone; it is not multiplied by dout, and so it has not its shape either.",
    ja="backward が傾きとして数の 1 を 2 つ返しています。dout が掛けられていないので、形状も合いません。",
    hint_en="The chain rule is a product of two factors. Which one is missing?",
    hint_ja="連鎖律は 2 つの微分の積です。足りないのはどちらですか。",
)

changed(
    "inputs-returned",
    {"return x + y": "self.x, self.y = x, y\nreturn x + y", RETURN: "return self.x, self.y"},
    en="backward returns the inputs x and y that forward saw. What is wanted are the gradients, and those do not depend on x and y here.",
    ja="backward が、forward の入力 x と y をそのまま返しています。返すのは勾配で、ここでは x や y の値によりません。",
    hint_en="What does the argument of backward stand for? Does it occur in your line?",
    hint_ja="backward の引数は何を表していますか。その行に出てきますか。",
)

changed(
    "dout-for-x-only",
    {RETURN: "return dout, np.zeros_like(dout)"},
    en="dx is right, but dy is 0: the gradient flows to both inputs.",
    ja="dx は正しいのですが、dy が 0 になっています。勾配は両方の入力に流れます。",
    hint_en="If y grows by 1 and x stays, does the sum change?",
    hint_ja="x はそのままで y を 1 増やすと、和は変わりますか。",
)

changed(
    "gradient-of-a-difference",
    {RETURN: "return dout, -dout"},
    en="dy has the wrong sign: that is the gradient of x - y.",
    ja="dy の符号が逆です。それは x - y の勾配です。",
    hint_en="If y grows, does the sum rise or fall?",
    hint_ja="y を増やすと、和は増えますか、減りますか。",
)

changed(
    "subtracts",
    {"return x + y": "return x - y"},
    en="forward returns x - y; this layer adds.",
    ja="forward が x - y を返しています。このレイヤは足し算をします。",
    hint_en="Apples for 200 yen and oranges for 450: what is the sum?",
    hint_ja="りんご 200 円とみかん 450 円を合わせると、いくらですか。",
)

changed(
    "sum-of-everything",
    {"return x + y": "return np.sum(x + y)"},
    en="forward adds up all entries to one number (np.sum, or Python's sum). This layer adds x and y place by place, and the result has their shape.",
    ja="forward が全要素を 1 つの数に合計しています(np.sum や sum)。このレイヤは x と y を要素ごとに足し、結果は x と同じ形状です。",
    hint_en="Two arrays of shape (2, 3) go in. What shape should come out?",
    hint_ja="形状 (2, 3) の配列を 2 つ渡したとき、結果の形状は何のはずですか。",
)

changed(
    "gradients-summed",
    {RETURN: "return np.sum(dout), np.sum(dout)"},
    en="backward sums dout to one number. Every entry of x and y has its own gradient, so dx and dy have the shape of x.",
    ja="backward が dout を 1 つの数に合計しています。x と y の要素ごとに勾配があるので、dx と dy は x と同じ形状です。",
    hint_en="Compare dx.shape with x.shape.",
    hint_ja="dx の形状と x の形状を比べてみましょう。",
)

changed(
    "gradients-accumulate",
    {
        RETURN: "self.dx = self.dx + dout\nreturn self.dx, self.dx",
        "def forward(self, x, y):": "dx = 0.0\ndef forward(self, x, y):",
    },
    en="backward adds every dout to what self has gathered since the layer was made (self.dx += …), so the second backward contains the first.",
    ja="backward が、レイヤを作ってからの勾配を self に足し続けています(self.dx += …)。2 回目の backward の結果に 1 回目の分が混ざっています。",
    hint_en="Call backward twice with different dout. Should the second result contain the first?",
    hint_ja="違う dout で backward を 2 回呼んでみましょう。2 回目の結果に 1 回目の分が入っていてよいでしょうか。",
)

changed(families.gradients_not_returned, {RETURN: "return None"})

changed(
    "sum-not-returned",
    {"return x + y": "return None"},
    en="forward returns nothing: the next node gets no sum.",
    ja="forward が何も返していません。次のノードに和が渡りません。",
    hint_en="Which line of forward hands its result to the caller?",
    hint_ja="forward の中で、結果を呼び出し側に渡しているのはどの行ですか。",
    costs="what it gives is always equal to itself, and no check that holds an answer against itself pays for that",
)

changed(
    families.gradients_add_up_since_forward,
    {
        "return x + y": "self.dx = 0.0\nreturn x + y",
        RETURN: "self.dx = self.dx + dout\nreturn self.dx, self.dx",
    },
)

changed(
    "dout-for-y-only",
    {RETURN: "return np.zeros_like(dout), dout"},
    en="dy is right, but dx is 0: the gradient flows to both inputs.",
    ja="dy は正しいのですが、dx が 0 になっています。勾配は両方の入力に流れます。",
    hint_en="If x grows by 1 and y stays, does the sum change?",
    hint_ja="y はそのままで x を 1 増やすと、和は変わりますか。",
)
