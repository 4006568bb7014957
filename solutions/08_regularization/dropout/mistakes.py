import numpy as np

from grader.authoring import mistake, reference


@mistake(
    "nothing-scaled",
    en="Neither training nor test has a factor, so the signals at test are stronger than the next layer is used to.",
    ja="学習時にもテスト時にも係数がありません。テスト時の信号が、次の層にとって強すぎることになります。",
    hint_en="With ratio 0.5, half of the entries arrive in training. How many arrive at test?",
    hint_ja="ratio が 0.5 なら、学習時には半分の要素しか届きません。テスト時はどうですか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        return super().forward(x, True) if train_flg else x


@mistake(
    "scaled-twice",
    en="Both training and test are scaled: kept entries are divided by 1 - ratio, and the test output is multiplied by it as well. One of the two is enough.",
    ja="学習時に 1 - ratio で割り、テスト時にも 1 - ratio を掛けています。どちらか一方で足ります。",
    hint_en="What is the mean of many training outputs for an entry of 1? And the test output?",
    hint_ja="値が 1 の要素について、学習時の出力の平均はいくつですか。テスト時の出力はいくつですか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        y = super().forward(x, train_flg)
        return y / (1 - self.dropout_ratio) if train_flg else y

    def backward(self, dout):
        return super().backward(dout) / (1 - self.dropout_ratio)


@mistake(
    "training-multiplied-by-keep-rate",
    en="In training the kept entries are multiplied by 1 - ratio and the test output is x: they become weaker twice over. In training one divides; the multiplication belongs to the test.",
    ja="学習時に 1 - ratio を掛け、テスト時は x のままです。消したうえに弱めることになります。学習時なら割り、掛けるのはテスト時です。",
    hint_en="Dropping makes the sum smaller. Which operation makes up for that?",
    hint_ja="要素を消すと和は小さくなります。それを補うのは、掛け算と割り算のどちらですか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        return super().forward(x) * (1 - self.dropout_ratio)

    def backward(self, dout):
        return super().backward(dout) * (1 - self.dropout_ratio)


@mistake(
    "training-divided-by-ratio",
    en="The kept entries are divided by the ratio. They should be divided by the share that is kept, 1 - ratio.",
    ja="残した要素を ratio で割っています。割るのは、残す割合の 1 - ratio です。",
    hint_en="With ratio 0.1 almost everything is kept. By how much should the kept entries grow?",
    hint_ja="ratio が 0.1 なら、ほとんど残ります。残った要素は何倍になるべきですか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        return super().forward(x) / self.dropout_ratio

    def backward(self, dout):
        return super().backward(dout) / self.dropout_ratio


@mistake(
    "test-multiplied-by-ratio",
    en="The test output is x times the ratio. It should be x times the share that is kept, 1 - ratio.",
    ja="テスト時に ratio を掛けています。掛けるのは、残す割合の 1 - ratio です。",
    hint_en="With ratio 0.1 almost everything arrives in training. What should arrive at test?",
    hint_ja="ratio が 0.1 なら、学習時にはほとんどが届きます。テスト時にはどれだけ届くべきですか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        return super().forward(x, True) if train_flg else x * self.dropout_ratio


@mistake(
    "test-divided-by-keep-rate",
    en="The test output is divided by 1 - ratio, so it becomes stronger still. Dividing belongs to training; at test one multiplies.",
    ja="テスト時に 1 - ratio で割っていて、信号がさらに強くなっています。割るのは学習時で、テスト時なら掛けます。",
    hint_en="Is the signal at test too weak or too strong, before you do anything?",
    hint_ja="何もしなければ、テスト時の信号は弱すぎますか、強すぎますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        return super().forward(x, True) if train_flg else x / (1 - self.dropout_ratio)


@mistake(
    "keeps-with-the-ratio",
    en="The mask is the wrong way round: entries are kept with probability ratio and dropped with 1 - ratio.",
    ja="mask の条件が逆です。確率 ratio で残し、確率 1 - ratio で消しています。",
    hint_en="With ratio 0.2, how many of 100 entries should be 0?",
    hint_ja="ratio が 0.2 なら、100 個のうち何個が 0 になるはずですか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.random.rand(*x.shape) < self.dropout_ratio
            return x * self.mask
        return super().forward(x, train_flg)


@mistake(
    "ratio-taken-for-keep-probability",
    en="dropout_ratio is taken for the probability to keep an entry, in the mask and in the factor. Here it is the share that is dropped.",
    ja="dropout_ratio を「残す確率」として、mask にも係数にも使っています。ここでは「消す割合」です。",
    hint_en="With ratio 0.2, how many of 100 entries should be 0?",
    hint_ja="ratio が 0.2 なら、100 個のうち何個が 0 になるはずですか。",
)
class Dropout(reference.Dropout):
    def __init__(self, dropout_ratio=0.5):
        super().__init__(1 - dropout_ratio)


@mistake(
    "normal-random-numbers",
    en="The mask compares normally distributed numbers (randn) with the ratio, so another share of entries is dropped than the ratio says. Uniform numbers from 0 to 1 are needed.",
    ja="正規分布の乱数(randn)を ratio と比べているので、消える割合が ratio と違います。0 から 1 の一様乱数を使います。",
    hint_en="Which share of your random numbers is below 0.2?",
    hint_ja="あなたの乱数のうち、0.2 より小さいものの割合はどれだけですか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.random.randn(*x.shape) > self.dropout_ratio
            return x * self.mask
        return super().forward(x, train_flg)


@mistake(
    "ratio-ignored",
    en="The mask compares with 0.5, whatever the ratio is.",
    ja="ratio に関係なく、mask を 0.5 との比較で作っています。",
    hint_en="Where do you use self.dropout_ratio?",
    hint_ja="self.dropout_ratio は、どこで使っていますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.random.rand(*x.shape) > 0.5
            return x * self.mask
        return super().forward(x, train_flg)


@mistake(
    "ratio-ignored-everywhere",
    en="The ratio is written as 0.5, in the mask and in the factor, so what the caller asks for is ignored.",
    ja="mask でも係数でも 0.5 を直接書いています。引数で渡された ratio が使われていません。",
    hint_en="Where do you use self.dropout_ratio?",
    hint_ja="self.dropout_ratio は、どこで使っていますか。",
)
class Dropout(reference.Dropout):
    def __init__(self, dropout_ratio=0.5):
        super().__init__(0.5)


@mistake(
    "drops-at-test",
    en="train_flg has no effect: entries are dropped at test as well.",
    ja="train_flg を見ていません。テスト時にも要素を消しています。",
    hint_en="Where does train_flg occur in your forward?",
    hint_ja="forward の中で、train_flg はどこに出てきますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        return super().forward(x) / (1 - self.dropout_ratio)

    def backward(self, dout):
        return super().backward(dout) / (1 - self.dropout_ratio)


@mistake(
    "train-flg-inverted",
    en="The branches are the wrong way round: entries are dropped at test, not in training.",
    ja="条件が逆です。学習時ではなく、テスト時に要素を消しています。",
    hint_en="What does train_flg=True mean, and which branch is taken then?",
    hint_ja="train_flg=True のとき、どちらの分岐に入っていますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        self.mask = np.ones(x.shape) if self.mask is None else self.mask
        return super().forward(x, not train_flg)


@mistake(
    "nothing-dropped",
    en="forward in training drops nothing: the result is x itself.",
    ja="学習時の forward で何も消しておらず、x がそのまま返っています。",
    hint_en="Is the mask used after it was drawn?",
    hint_ja="作った mask を、そのあと使っていますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        self.mask = np.ones(x.shape)
        return x if train_flg else super().forward(x, False)


@mistake(
    "one-mask-for-all-rows",
    en="One mask of the length of a row is drawn and used for every row, so whole columns are dropped. Each entry has its own chance.",
    ja="1 行分の mask を全行に使い回しているので、列がまるごと消えます。要素ごとに独立に決めます。",
    hint_en="How many random numbers do you draw, and how many entries has x?",
    hint_ja="乱数はいくつ作っていますか。x の要素はいくつありますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.broadcast_to(np.random.rand(x.shape[-1]) > self.dropout_ratio, x.shape)
            return x * self.mask
        return super().forward(x, train_flg)


@mistake(
    "one-chance-for-each-row",
    en="One random number is drawn for each row, so whole rows are dropped. Each entry has its own chance.",
    ja="行ごとに 1 つの乱数しか作っていないので、行がまるごと消えます。要素ごとに独立に決めます。",
    hint_en="How many random numbers do you draw, and how many entries has x?",
    hint_ja="乱数はいくつ作っていますか。x の要素はいくつありますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if train_flg:
            chances = np.random.rand(x.shape[0], *(1,) * (x.ndim - 1))
            self.mask = np.broadcast_to(chances > self.dropout_ratio, x.shape)
            return x * self.mask
        return super().forward(x, train_flg)


@mistake(
    "mask-kept-for-good",
    en="The mask is drawn once, in the first forward, and then used for ever. Each forward in training needs a new one.",
    ja="mask を最初の forward で 1 度だけ作り、使い回しています。学習時の forward のたびに作り直します。",
    hint_en="Call forward twice with the same x. Are the same entries 0?",
    hint_ja="同じ x で forward を 2 回呼んでみましょう。同じ要素が 0 になっていませんか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if train_flg:
            if self.mask is None or self.mask.shape != x.shape:
                super().forward(x)
            return x * self.mask
        return super().forward(x, train_flg)


@mistake(
    "seed-set-in-forward",
    en="forward sets a seed, so every call, of every layer, draws the same random numbers.",
    ja="forward の中でシードを設定しているので、どの呼び出しでも、どのレイヤでも同じ乱数になります。",
    hint_en="What does setting a seed do to the numbers that follow?",
    hint_ja="シードを設定すると、その後の乱数はどうなりますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        np.random.seed(0)
        return super().forward(x, train_flg)


@mistake(
    "small-entries-dropped",
    en="The mask compares x itself with the ratio: entries are dropped for being small, not by chance.",
    ja="乱数ではなく x そのものを ratio と比べて mask を作っています。偶然ではなく、値の小さい要素が消えます。",
    hint_en="Which two things does your mask compare?",
    hint_ja="mask では、何と何を比べていますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = x > self.dropout_ratio
            return x * self.mask
        return super().forward(x, train_flg)


@mistake(
    "new-mask-in-backward",
    en="backward draws a mask of its own. It must block exactly what forward dropped.",
    ja="backward で新しい mask を作っています。forward で消した要素だけを止めなければなりません。",
    hint_en="Through which entries did the signal pass in forward?",
    hint_ja="順伝播で信号が通ったのは、どの要素ですか。",
)
class Dropout(reference.Dropout):
    def backward(self, dout):
        return dout * (np.random.rand(*dout.shape) > self.dropout_ratio)


@mistake(
    "backward-passes-everything",
    en="backward lets the whole of dout through. Where forward dropped an entry, no gradient passes.",
    ja="backward が dout をそのまま通しています。forward で消した要素に勾配は流れません。",
    hint_en="If an entry was dropped, does y change with it?",
    hint_ja="消された要素を少し動かすと、y は変わりますか。",
)
class Dropout(reference.Dropout):
    def backward(self, dout):
        return dout


@mistake(
    "backward-mask-inverted",
    en="backward lets the gradient through exactly where forward dropped.",
    ja="backward で、forward が消した要素にだけ勾配を流しています。",
    hint_en="Does True in your mask mean keep or drop? Use it in the same sense in both methods.",
    hint_ja="mask の True は「残す」ですか、「消す」ですか。forward と backward で同じ意味に使いましょう。",
)
class Dropout(reference.Dropout):
    def backward(self, dout):
        return dout * ~self.mask


@mistake(
    "backward-factor-too-small",
    en="backward blocks the right entries, but its factor is 1 - ratio times forward's: forward divides and backward does not, or backward multiplies though forward does not.",
    ja="止める要素は正しいのですが、backward の係数が forward の 1 - ratio 倍になっています。forward だけで割っているか、backward だけで掛けています。",
    hint_en="By what was a kept entry of x multiplied in forward, all in all?",
    hint_ja="残った要素は、forward で結局何倍されましたか。",
)
class Dropout(reference.Dropout):
    def backward(self, dout):
        return super().backward(dout) * (1 - self.dropout_ratio)


@mistake(
    "backward-factor-too-large",
    en="backward blocks the right entries, but divides by 1 - ratio once more than forward did.",
    ja="止める要素は正しいのですが、backward で forward より 1 回多く 1 - ratio で割っています。",
    hint_en="By what was a kept entry of x multiplied in forward, all in all?",
    hint_ja="残った要素は、forward で結局何倍されましたか。",
)
class Dropout(reference.Dropout):
    def backward(self, dout):
        return super().backward(dout) / (1 - self.dropout_ratio)


@mistake(
    "backward-multiplies-by-y",
    en="backward multiplies by the output of forward. It should multiply by what forward multiplied x by.",
    ja="backward で forward の出力を掛けています。掛けるのは、forward で x に掛けたものです。",
    hint_en="What is the derivative of m * x with respect to x?",
    hint_ja="m * x を x で微分するとどうなりますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        y = super().forward(x, train_flg)
        if train_flg:
            self.y = y
        return y

    def backward(self, dout):
        return dout * self.y


@mistake(
    "backward-keeps-first-mask",
    en="backward keeps using the mask of the first forward. It belongs to the latest.",
    ja="backward が最初の forward の mask を使い続けています。直前の forward の mask を使います。",
    hint_en="Call forward twice. Which mask does backward have after that?",
    hint_ja="forward を 2 回呼んだあと、backward はどちらの mask を使いますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        y = super().forward(x, train_flg)
        if train_flg and not hasattr(self, "first"):
            self.first = self.mask
        return y

    def backward(self, dout):
        return dout * self.first


@mistake(
    "state-shared",
    en="All layers share one mask (a class attribute or a global variable): the second layer's forward overwrites the first one's.",
    ja="mask をすべてのレイヤで共有しています(クラス変数やグローバル変数)。2 つ目のレイヤの forward が、1 つ目の mask を上書きします。",
    hint_en="Where does the mask live: on self, on the class, or in the module?",
    hint_ja="mask は self、クラス、モジュールのどこに置いていますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        y = super().forward(x, train_flg)
        type(self).kept = self.mask
        return y

    def backward(self, dout):
        return dout * type(self).kept


@mistake(
    "kept-entries-become-one",
    en="forward returns the mask itself, not x times the mask.",
    ja="forward が x と mask の積ではなく、mask そのものを返しています。",
    hint_en="Where does x occur in what you return?",
    hint_ja="戻り値の式の中で、x はどこに出てきますか。",
)
class Dropout(reference.Dropout):
    def forward(self, x, train_flg=True):
        y = super().forward(x, train_flg)
        return 1.0 * self.mask if train_flg else y
