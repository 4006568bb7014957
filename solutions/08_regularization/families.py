from grader.authoring import family

variance_held_constant = family(
    "variance-held-constant",
    en="dx takes the mean into account but treats the variance as a constant.",
    ja="dx で平均を通る勾配は考えていますが、分散を定数とみなしています。",
    hint_en="The standard deviation by which you divide was itself computed from x. What comes back through it?",
    hint_ja="割っている標準偏差も x から計算した値です。そこを通って何が戻ってきますか。",
)
mean_held_constant = family(
    "mean-held-constant",
    en="dx takes the variance into account but treats the mean as a constant.",
    ja="dx で分散を通る勾配は考えていますが、平均を定数とみなしています。",
    hint_en="The mean was subtracted from every row. What is the gradient of a subtraction that is broadcast?",
    hint_ja="平均は全行から引かれています。ブロードキャストされた引き算の逆伝播はどうなりますか。",
)
dgamma_without_x_hat = family(
    "dgamma-without-x-hat",
    en="dgamma is the sum of dout alone, the same as dbeta: the normalised x is missing from it.",
    ja="dgamma が dout の和だけで、dbeta と同じになっています。正規化した x(x̂)が掛かっていません。",
    hint_en="By what is gamma multiplied in forward?",
    hint_ja="順伝播で gamma には何が掛かっていますか。",
)
dgamma_from_x = family(
    "dgamma-from-x",
    en="dgamma is weighted by x itself instead of the normalised x.",
    ja="dgamma で、正規化した x(x̂)ではなく元の x を掛けています。",
    hint_en="By what is gamma multiplied in forward: by x, or by something computed from it?",
    hint_ja="順伝播で gamma に掛かっているのは x そのものですか、x から計算した値ですか。",
)
dgamma_from_centred_x = family(
    "dgamma-from-centred-x",
    en="dgamma is weighted by x minus its mean, which has not been divided by the standard deviation yet.",
    ja="dgamma で、平均を引いただけの x を掛けています。まだ標準偏差で割っていません。",
    hint_en="Which of the values that forward keeps does gamma multiply?",
    hint_ja="forward が保存した値のうち、gamma に掛かるのはどれですか。",
)
dgamma_dbeta_swapped = family(
    "dgamma-dbeta-swapped",
    en="dgamma and dbeta are swapped.",
    ja="dgamma と dbeta が入れ替わっています。",
    hint_en="Which of the two is added, and which multiplied?",
    hint_ja="足されるのはどちらで、掛けられるのはどちらですか。",
)
mean_for_sum = family(
    "mean-for-sum",
    en="dgamma and dbeta are means over the batch, where they should be sums.",
    ja="dgamma と dbeta がバッチの平均になっています。和でなければなりません。",
    hint_en="gamma and beta act on every row. Dividing by the batch size belongs to the loss, not to this layer.",
    hint_ja="gamma と beta は全行に使われています。バッチサイズで割るのは損失関数の役目です。",
)
not_summed = family(
    "not-summed",
    en="dgamma and dbeta still have one row for each sample: they were not summed over the batch.",
    ja="dgamma と dbeta がデータごとの行を持ったままです。バッチ方向に足し合わせていません。",
    hint_en="What is the shape of gamma? Its gradient has the same.",
    hint_ja="gamma の形状は何ですか。勾配も同じ形状になります。",
)
accumulates = family(
    "accumulates",
    en="dgamma and dbeta add up over calls of backward; each call should set them anew.",
    ja="backward を呼ぶたびに dgamma と dbeta が足し込まれています。呼び出しごとに新しい値を設定します。",
    hint_en="Call forward and backward twice and look at dbeta after each.",
    hint_ja="forward と backward を 2 回呼び、そのつど dbeta を見てみましょう。",
)
returns_all_three = family(
    "returns-all-three",
    en="backward returns dx, dgamma and dbeta together. It should return dx alone and keep the other two as attributes.",
    ja="backward が dx、dgamma、dbeta をまとめて返しています。返すのは dx だけで、残りの 2 つは属性に入れます。",
    hint_en="The layer below expects one array, like from every other layer.",
    hint_ja="前の層は、どのレイヤからも配列を 1 つだけ受け取ります。",
)
dgamma_dbeta_not_kept = family(
    "dgamma-dbeta-not-kept",
    en="dgamma and dbeta are computed, if at all, into local variables: the attributes stay None after backward.",
    ja="dgamma と dbeta が属性に入っていません。backward の後も None のままです。",
    hint_en="What does the optimizer read after backward?",
    hint_ja="backward の後、オプティマイザは何を読みますか。",
)
batch_axis_kept = family(
    "batch-axis-kept",
    en="dgamma and dbeta have the shape (1, D), where gamma and beta have (D,): the sums kept the batch axis (keepdims).",
    ja="gamma と beta の形状は (D,) なのに、dgamma と dbeta が (1, D) になっています。和をとるときにバッチの軸を残しています(keepdims)。",
    hint_en="What is the shape of gamma? Its gradient has the same.",
    hint_ja="gamma の形状は何ですか。勾配も同じ形状になります。",
)
variance_not_centred = family(
    "variance-not-centred",
    en="The variance is the mean of the squares of x itself. The mean has to be subtracted before squaring.",
    ja="分散が x そのものの 2 乗の平均になっています。2 乗する前に平均を引きます。",
    hint_en="What is the variance of a column in which every entry is 2?",
    hint_ja="すべて 2 の列の分散はいくつですか。",
)
gamma_forgotten = family(
    "gamma-forgotten",
    en="gamma is missing from y.",
    ja="y に gamma が掛かっていません。",
    hint_en="What is y if gamma is 0?",
    hint_ja="gamma が 0 なら、y はどうなりますか。",
)
beta_forgotten = family(
    "beta-forgotten",
    en="beta is missing from y.",
    ja="y に beta が足されていません。",
    hint_en="What is the mean of each column of y in training?",
    hint_ja="学習時、y の各列の平均はいくつになるはずですか。",
)
gamma_beta_forgotten = family(
    "gamma-beta-forgotten",
    en="y is the normalised x alone: neither gamma nor beta is used.",
    ja="正規化した x をそのまま返していて、gamma も beta も使っていません。",
    hint_en="Which formula comes after that of x hat?",
    hint_ja="x̂ の式の次に、どんな式がありますか。",
)
gamma_beta_swapped = family(
    "gamma-beta-swapped",
    en="gamma and beta are swapped: beta multiplies and gamma is added.",
    ja="gamma と beta が入れ替わっています(beta を掛けて gamma を足しています)。",
    hint_en="Which of the two is the scale, and which the shift?",
    hint_ja="スケールを決めるのはどちらで、ずらすのはどちらですか。",
)

gamma_missing_on_variance_path = family(
    "gamma-missing-on-variance-path",
    en="dx lacks gamma on the path through the variance; the rest of dx has it. Where gamma is 1 that does not show.",
    ja="dx のうち、分散を通る部分にだけ gamma が掛かっていません。gamma が 1 のところでは違いが出ません。",
    hint_en="Which gradient reaches the variance: that of y, or that of x hat?",
    hint_ja="分散に伝わってくるのは、y の勾配ですか、x̂ の勾配ですか。",
)
gamma_missing_on_mean_path = family(
    "gamma-missing-on-mean-path",
    en="dx lacks gamma on the path through the mean; the rest of dx has it. Where gamma is 1 that does not show.",
    ja="dx のうち、平均を通る部分にだけ gamma が掛かっていません。gamma が 1 のところでは違いが出ません。",
    hint_en="Which gradient reaches the mean: that of y, or that of x hat?",
    hint_ja="平均に伝わってくるのは、y の勾配ですか、x̂ の勾配ですか。",
)
dgamma_with_gamma = family(
    "dgamma-with-gamma",
    en="dgamma contains gamma itself, as when it is summed after dout has been multiplied by gamma.",
    ja="dgamma に gamma が掛かっています。dout に gamma を掛けたあとで足し合わせると、こうなります。",
    hint_en="y = gamma * x hat + beta. What is its derivative with respect to gamma?",
    hint_ja="y = gamma * x̂ + beta を gamma で微分するとどうなりますか。",
)
dbeta_with_gamma = family(
    "dbeta-with-gamma",
    en="dbeta contains gamma, as when it is summed after dout has been multiplied by gamma.",
    ja="dbeta に gamma が掛かっています。dout に gamma を掛けたあとで足し合わせると、こうなります。",
    hint_en="y = gamma * x hat + beta. What is its derivative with respect to beta?",
    hint_ja="y = gamma * x̂ + beta を beta で微分するとどうなりますか。",
)
dgamma_dbeta_with_gamma = family(
    "dgamma-dbeta-with-gamma",
    en="dgamma and dbeta contain gamma, as when they are summed after dout has been multiplied by gamma.",
    ja="dgamma と dbeta に gamma が掛かっています。dout に gamma を掛けたあとで足し合わせると、こうなります。",
    hint_en="y = gamma * x hat + beta. What are its derivatives with respect to gamma and to beta?",
    hint_ja="y = gamma * x̂ + beta を gamma と beta で微分すると、それぞれどうなりますか。",
)
