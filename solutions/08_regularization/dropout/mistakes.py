from grader.authoring import changed

MASK = "self.mask = np.random.rand(*x.shape) > self.dropout_ratio"
TRAINED = "return x * self.mask"
AT_TEST = "return x * (1.0 - self.dropout_ratio)"
BACKWARD = "return dout * self.mask"

changed(
    "nothing-scaled",
    {AT_TEST: "return x"},
    en="Neither training nor test has a factor, so the signals at test are stronger than the next layer is used to.",
    ja="学習時にもテスト時にも係数がありません。テスト時の信号が、次の層にとって強すぎることになります。",
    hint_en="With ratio 0.5, half of the entries arrive in training. How many arrive at test?",
    hint_ja="ratio が 0.5 なら、学習時には半分の要素しか届きません。テスト時はどうですか。",
)

changed(
    "scaled-twice",
    {MASK: "self.mask = (np.random.rand(*x.shape) > self.dropout_ratio) / (1 - self.dropout_ratio)"},
    en="Both training and test are scaled: kept entries are divided by 1 - ratio, and the test output is multiplied by it as well. One of the two is enough.",
    ja="学習時に 1 - ratio で割り、テスト時にも 1 - ratio を掛けています。どちらか一方で足ります。",
    hint_en="What is the mean of many training outputs for an entry of 1? And the test output?",
    hint_ja="値が 1 の要素について、学習時の出力の平均はいくつですか。テスト時の出力はいくつですか。",
)

changed(
    "training-multiplied-by-keep-rate",
    {
        MASK: "self.mask = (np.random.rand(*x.shape) > self.dropout_ratio) * (1 - self.dropout_ratio)",
        AT_TEST: "return x",
    },
    en="In training the kept entries are multiplied by 1 - ratio and the test output is x: they become weaker twice over. In training one divides; the multiplication belongs to the test.",
    ja="学習時に 1 - ratio を掛け、テスト時は x のままです。消したうえに弱めることになります。学習時なら割り、掛けるのはテスト時です。",
    hint_en="Dropping makes the sum smaller. Which operation makes up for that?",
    hint_ja="要素を消すと和は小さくなります。それを補うのは、掛け算と割り算のどちらですか。",
)

changed(
    "training-divided-by-ratio",
    {MASK: "self.mask = (np.random.rand(*x.shape) > self.dropout_ratio) / self.dropout_ratio", AT_TEST: "return x"},
    en="The kept entries are divided by the ratio. They should be divided by the share that is kept, 1 - ratio.",
    ja="残した要素を ratio で割っています。割るのは、残す割合の 1 - ratio です。",
    hint_en="With ratio 0.1 almost everything is kept. By how much should the kept entries grow?",
    hint_ja="ratio が 0.1 なら、ほとんど残ります。残った要素は何倍になるべきですか。",
)

changed(
    "test-multiplied-by-ratio",
    {AT_TEST: "return x * self.dropout_ratio"},
    en="The test output is x times the ratio. It should be x times the share that is kept, 1 - ratio.",
    ja="テスト時に ratio を掛けています。掛けるのは、残す割合の 1 - ratio です。",
    hint_en="With ratio 0.1 almost everything arrives in training. What should arrive at test?",
    hint_ja="ratio が 0.1 なら、学習時にはほとんどが届きます。テスト時にはどれだけ届くべきですか。",
)

changed(
    "test-divided-by-keep-rate",
    {AT_TEST: "return x / (1 - self.dropout_ratio)"},
    en="The test output is divided by 1 - ratio, so it becomes stronger still. Dividing belongs to training; at test one multiplies.",
    ja="テスト時に 1 - ratio で割っていて、信号がさらに強くなっています。割るのは学習時で、テスト時なら掛けます。",
    hint_en="Is the signal at test too weak or too strong, before you do anything?",
    hint_ja="何もしなければ、テスト時の信号は弱すぎますか、強すぎますか。",
)

changed(
    "keeps-with-the-ratio",
    {MASK: "self.mask = np.random.rand(*x.shape) < self.dropout_ratio"},
    en="The mask is the wrong way round: entries are kept with probability ratio and dropped with 1 - ratio.",
    ja="mask の条件が逆です。確率 ratio で残し、確率 1 - ratio で消しています。",
    hint_en="With ratio 0.2, how many of 100 entries should be 0?",
    hint_ja="ratio が 0.2 なら、100 個のうち何個が 0 になるはずですか。",
)

changed(
    "ratio-taken-for-keep-probability",
    {"self.dropout_ratio = dropout_ratio": "self.dropout_ratio = 1 - dropout_ratio"},
    en="dropout_ratio is taken for the probability to keep an entry, in the mask and in the factor. Here it is the share that is dropped.",
    ja="dropout_ratio を「残す確率」として、mask にも係数にも使っています。ここでは「消す割合」です。",
    hint_en="With ratio 0.2, how many of 100 entries should be 0?",
    hint_ja="ratio が 0.2 なら、100 個のうち何個が 0 になるはずですか。",
)

changed(
    "normal-random-numbers",
    {MASK: "self.mask = np.random.randn(*x.shape) > self.dropout_ratio"},
    en="The mask compares normally distributed numbers (randn) with the ratio, so another share of entries is dropped than the ratio says. Uniform numbers from 0 to 1 are needed.",
    ja="正規分布の乱数(randn)を ratio と比べているので、消える割合が ratio と違います。0 から 1 の一様乱数を使います。",
    hint_en="Which share of your random numbers is below 0.2?",
    hint_ja="あなたの乱数のうち、0.2 より小さいものの割合はどれだけですか。",
)

changed(
    "ratio-ignored",
    {MASK: "self.mask = np.random.rand(*x.shape) > 0.5"},
    en="The mask compares with 0.5, whatever the ratio is.",
    ja="ratio に関係なく、mask を 0.5 との比較で作っています。",
    hint_en="Where do you use self.dropout_ratio?",
    hint_ja="self.dropout_ratio は、どこで使っていますか。",
)

changed(
    "ratio-ignored-everywhere",
    {"self.dropout_ratio = dropout_ratio": "self.dropout_ratio = 0.5"},
    en="The ratio is written as 0.5, in the mask and in the factor, so what the caller asks for is ignored.",
    ja="mask でも係数でも 0.5 を直接書いています。引数で渡された ratio が使われていません。",
    hint_en="Where do you use self.dropout_ratio?",
    hint_ja="self.dropout_ratio は、どこで使っていますか。",
)

changed(
    "drops-at-test",
    {
        "if train_flg:": "if True:",
        MASK: "self.mask = (np.random.rand(*x.shape) > self.dropout_ratio) / (1 - self.dropout_ratio)",
    },
    en="train_flg has no effect: entries are dropped at test as well.",
    ja="train_flg を見ていません。テスト時にも要素を消しています。",
    hint_en="Where does train_flg occur in your forward?",
    hint_ja="forward の中で、train_flg はどこに出てきますか。",
)

changed(
    "train-flg-inverted",
    {"if train_flg:": "self.mask = np.ones(x.shape) if self.mask is None else self.mask\nif not train_flg:"},
    en="The branches are the wrong way round: entries are dropped at test, not in training.",
    ja="条件が逆です。学習時ではなく、テスト時に要素を消しています。",
    hint_en="What does train_flg=True mean, and which branch is taken then?",
    hint_ja="train_flg=True のとき、どちらの分岐に入っていますか。",
)

changed(
    "nothing-dropped",
    {MASK: "self.mask = np.ones(x.shape)"},
    en="forward in training drops nothing: the result is x itself.",
    ja="学習時の forward で何も消しておらず、x がそのまま返っています。",
    hint_en="Is the mask used after it was drawn?",
    hint_ja="作った mask を、そのあと使っていますか。",
)

changed(
    "one-mask-for-all-rows",
    {MASK: "self.mask = np.broadcast_to(np.random.rand(x.shape[-1]) > self.dropout_ratio, x.shape)"},
    en="One mask of the length of a row is drawn and used for every row, so whole columns are dropped. Each entry has its own chance.",
    ja="1 行分の mask を全行に使い回しているので、列がまるごと消えます。要素ごとに独立に決めます。",
    hint_en="How many random numbers do you draw, and how many entries has x?",
    hint_ja="乱数はいくつ作っていますか。x の要素はいくつありますか。",
)

changed(
    "one-chance-for-each-row",
    {
        MASK: "chances = np.random.rand(len(x), *(1,) * (x.ndim - 1))\nself.mask = np.broadcast_to(chances > self.dropout_ratio, x.shape)"
    },
    en="One random number is drawn for each row, so whole rows are dropped. Each entry has its own chance.",
    ja="行ごとに 1 つの乱数しか作っていないので、行がまるごと消えます。要素ごとに独立に決めます。",
    hint_en="How many random numbers do you draw, and how many entries has x?",
    hint_ja="乱数はいくつ作っていますか。x の要素はいくつありますか。",
)

changed(
    "mask-kept-for-good",
    {
        MASK: "if self.mask is None or self.mask.shape != x.shape:\n    self.mask = np.random.rand(*x.shape) > self.dropout_ratio"
    },
    en="The mask is drawn once, in the first forward, and then used for ever. Each forward in training needs a new one.",
    ja="mask を最初の forward で 1 度だけ作り、使い回しています。学習時の forward のたびに作り直します。",
    hint_en="Call forward twice with the same x. Are the same entries 0?",
    hint_ja="同じ x で forward を 2 回呼んでみましょう。同じ要素が 0 になっていませんか。",
)

changed(
    "seed-set-in-forward",
    {"if train_flg:": "np.random.seed(0)\nif train_flg:"},
    en="forward sets a seed, so every call, of every layer, draws the same random numbers.",
    ja="forward の中でシードを設定しているので、どの呼び出しでも、どのレイヤでも同じ乱数になります。",
    hint_en="What does setting a seed do to the numbers that follow?",
    hint_ja="シードを設定すると、その後の乱数はどうなりますか。",
)

changed(
    "small-entries-dropped",
    {"if train_flg:": "if train_flg:\n    self.mask = x > self.dropout_ratio\n    return x * self.mask\nif train_flg:"},
    en="The mask compares x itself with the ratio: entries are dropped for being small, not by chance.",
    ja="乱数ではなく x そのものを ratio と比べて mask を作っています。偶然ではなく、値の小さい要素が消えます。",
    hint_en="Which two things does your mask compare?",
    hint_ja="mask では、何と何を比べていますか。",
)

changed(
    "new-mask-in-backward",
    {BACKWARD: "return dout * (np.random.rand(*dout.shape) > self.dropout_ratio)"},
    en="backward draws a mask of its own. It must block exactly what forward dropped.",
    ja="backward で新しい mask を作っています。forward で消した要素だけを止めなければなりません。",
    hint_en="Through which entries did the signal pass in forward?",
    hint_ja="順伝播で信号が通ったのは、どの要素ですか。",
)

changed(
    "backward-passes-everything",
    {BACKWARD: "return dout"},
    en="backward lets a gradient through where forward dropped an entry, as with a dout that is returned whole. No gradient passes there.",
    ja="forward で消した要素にも、backward が勾配を流しています(dout をそのまま返したときなど)。そこに勾配は流れません。",
    hint_en="If an entry was dropped, does y change with it?",
    hint_ja="消された要素を少し動かすと、y は変わりますか。",
)

changed(
    "backward-mask-inverted",
    {BACKWARD: "return dout * ~self.mask"},
    en="backward lets the gradient through exactly where forward dropped.",
    ja="backward で、forward が消した要素にだけ勾配を流しています。",
    hint_en="Does True in your mask mean keep or drop? Use it in the same sense in both methods.",
    hint_ja="mask の True は「残す」ですか、「消す」ですか。forward と backward で同じ意味に使いましょう。",
)

changed(
    "backward-factor-too-small",
    {BACKWARD: "return dout * self.mask * (1 - self.dropout_ratio)"},
    en="backward blocks the right entries, but its factor is 1 - ratio times forward's: forward divides and backward does not, or backward multiplies though forward does not.",
    ja="止める要素は正しいのですが、backward の係数が forward の 1 - ratio 倍になっています。forward だけで割っているか、backward だけで掛けています。",
    hint_en="By what was a kept entry of x multiplied in forward, all in all?",
    hint_ja="残った要素は、forward で結局何倍されましたか。",
)

changed(
    "backward-factor-too-large",
    {BACKWARD: "return dout * self.mask / (1 - self.dropout_ratio)"},
    en="backward blocks the right entries, but divides by 1 - ratio once more than forward did.",
    ja="止める要素は正しいのですが、backward で forward より 1 回多く 1 - ratio で割っています。",
    hint_en="By what was a kept entry of x multiplied in forward, all in all?",
    hint_ja="残った要素は、forward で結局何倍されましたか。",
)

changed(
    "backward-multiplies-by-y",
    {TRAINED: "self.y = x * self.mask\nreturn self.y", BACKWARD: "return dout * self.y"},
    en="backward multiplies by the output of forward. It should multiply by what forward multiplied x by.",
    ja="backward で forward の出力を掛けています。掛けるのは、forward で x に掛けたものです。",
    hint_en="What is the derivative of m * x with respect to x?",
    hint_ja="m * x を x で微分するとどうなりますか。",
)

changed(
    "backward-keeps-first-mask",
    {TRAINED: 'self.first = getattr(self, "first", self.mask)\n' + TRAINED, BACKWARD: "return dout * self.first"},
    en="backward keeps using the mask of the first forward. It belongs to the latest.",
    ja="backward が最初の forward の mask を使い続けています。直前の forward の mask を使います。",
    hint_en="Call forward twice. Which mask does backward have after that?",
    hint_ja="forward を 2 回呼んだあと、backward はどちらの mask を使いますか。",
)

changed(
    "state-shared",
    everywhere={"self.mask": "type(self).mask"},
    en="All layers share one mask (a class attribute or a global variable): the second layer's forward overwrites the first one's.",
    ja="mask をすべてのレイヤで共有しています(クラス変数やグローバル変数)。2 つ目のレイヤの forward が、1 つ目の mask を上書きします。",
    hint_en="Where does the mask live: on self, on the class, or in the module?",
    hint_ja="mask は self、クラス、モジュールのどこに置いていますか。",
)

changed(
    "kept-entries-become-one",
    {TRAINED: "return 1.0 * self.mask"},
    en="forward returns the mask itself, not x times the mask.",
    ja="forward が x と mask の積ではなく、mask そのものを返しています。",
    hint_en="Where does x occur in what you return?",
    hint_ja="戻り値の式の中で、x はどこに出てきますか。",
)

SCALED = "self.mask = (np.random.rand(*x.shape) > self.dropout_ratio) / (1 - self.dropout_ratio)"

changed(
    "test-halved",
    {AT_TEST: "return x * 0.5"},
    en="The test output is half of x, whatever the ratio is. The factor at test depends on the ratio.",
    ja="ratio に関係なく、テスト時に x を半分にしています。テスト時の係数は ratio によって変わります。",
    hint_en="With ratio 0.1 almost everything arrives in training. What should arrive at test?",
    hint_ja="ratio が 0.1 なら、学習時にはほとんどが届きます。テスト時にはどれだけ届くべきですか。",
)

changed(
    "factor-of-the-counted-share",
    {
        MASK: "kept = np.random.rand(*x.shape) > self.dropout_ratio\nself.mask = kept * (kept.size / max(np.sum(kept), 1))",
        AT_TEST: "return x",
    },
    en="The factor in training comes from how many entries happened to be kept in this forward. It depends on the ratio alone: 1 / (1 - ratio), where the test output is x.",
    ja="学習時の係数を、その forward でたまたま残った要素の割合から計算しています。係数は ratio だけで決まります(テスト時に x を返すなら 1 / (1 - ratio))。",
    hint_en="Should the factor be another one in the next forward, with the same ratio?",
    hint_ja="ratio が同じなのに、forward のたびに係数が変わってよいでしょうか。",
)

changed(
    "ratio-subtracted",
    {
        TRAINED: "return x * self.mask / 1 - self.dropout_ratio",
        AT_TEST: "return x",
        BACKWARD: "return dout * self.mask / 1 - self.dropout_ratio",
    },
    en="The ratio is subtracted from every entry in forward and in backward, as with missing brackets around 1 - ratio: / goes before -.",
    ja="forward でも backward でも、どの要素からも ratio が引かれています。1 - ratio を囲むかっこがないとき(/ は - より先に計算されます)などに、こうなります。",
    hint_en="What is 6 / 1 - 0.5, and what is 6 / (1 - 0.5)?",
    hint_ja="6 / 1 - 0.5 と 6 / (1 - 0.5) は、それぞれいくつですか。",
)

changed(
    "ratio-subtracted-from-the-mask",
    {MASK: "self.mask = (np.random.rand(*x.shape) > self.dropout_ratio) / 1 - self.dropout_ratio", AT_TEST: "return x"},
    en="Kept entries are multiplied by 1 - ratio and dropped ones by -ratio, as with missing brackets around 1 - ratio where the mask is divided: / goes before -.",
    ja="残した要素に 1 - ratio が、消した要素に -ratio が掛かっています。mask を割るときに 1 - ratio を囲むかっこがない(/ は - より先に計算されます)と、こうなります。",
    hint_en="What is 1 / 1 - 0.5, and what is 1 / (1 - 0.5)?",
    hint_ja="1 / 1 - 0.5 と 1 / (1 - 0.5) は、それぞれいくつですか。",
)

changed(
    "backward-is-the-rest",
    {MASK: SCALED, AT_TEST: "return x", BACKWARD: "return dout - dout * self.mask"},
    en="backward returns dout less what should pass: the whole gradient where forward dropped, and the rest, here a negative one, where it kept.",
    ja="backward が、dout から「流すべき分」を引いた残りを返しています。forward が消したところに勾配がそのまま流れ、残したところでは符号が逆になっています。",
    hint_en="If an entry was dropped, does y change with it? What does backward give there?",
    hint_ja="消された要素を少し動かすと、y は変わりますか。そこで backward は何を返していますか。",
)
