from grader.authoring import changed, mistake, reference

BATCHES = "order = np.arange(len(x))\nrng.shuffle(order)\nfor start in range(0, len(x), batch_size):\nchosen = order[start : start + batch_size]"
LOOP = "for start in range(0, len(x), batch_size):"
CHOSEN = "chosen = order[start : start + batch_size]"

changed(
    "shuffled-apart",
    {"rng.shuffle(order)": "x, t = rng.permutation(x), rng.permutation(t)"},
    en="x and t come in two different orders (each shuffled by itself, or only one of them): a sample gets the target of another one, and there is nothing left to learn.",
    ja="x と t の順番が違います(別々に混ぜているか、片方しか混ぜていません)。データがほかのデータの教師データと組になり、学習になりません。",
    hint_en="With which indices do you take from x, and with which from t? One order serves both.",
    hint_ja="x と t を、それぞれどんな番号で取り出していますか。順番は両方に 1 つあれば足ります。",
)

changed(
    "tail-dropped",
    {LOOP: "for start in range(0, len(x) - batch_size + 1, batch_size):"},
    en="The samples that do not fill a whole batch are dropped, so some never come in this epoch. len(x) // batch_size counts the full batches only.",
    ja="batch_size に満たない残りのデータを捨てているので、このエポックで 1 回も使われないデータがあります。len(x) // batch_size で数えられるのは、満杯のバッチだけです。",
    hint_en="How many batches of 4 do 10 samples make, if none may be lost?",
    hint_ja="10 個のデータを 1 つも捨てずに 4 個ずつ分けると、バッチはいくつになりますか。",
)

changed(
    "drawn-with-replacement",
    {"rng.shuffle(order)": "", CHOSEN: "chosen = rng.choice(len(x), min(batch_size, len(x) - start))"},
    en="Samples are drawn with replacement (rng.choice, rng.integers): the same sample can stand twice in one batch, and others never come.",
    ja="重複を許して選んでいます(rng.choice や rng.integers)。同じデータが 1 つのバッチに 2 回入ったり、1 回も使われないデータが出たりします。",
    hint_en="Once a card has been dealt, can it be dealt again? Draw one order for the whole epoch instead.",
    hint_ja="一度配ったカードを、もう一度配れるでしょうか。エポック全体の順番を先に 1 つ決めましょう。",
)

changed(
    "drawn-with-replacement-always-full",
    {BATCHES: "for _ in range(0, len(x), batch_size):\n    chosen = rng.choice(len(x), batch_size)"},
    en="Every batch is drawn by itself with rng.choice, as in ゼロから作るDeepLearning: samples come twice, even within a batch, others never, and the last batch is filled up to batch_size.",
    ja="『ゼロから作るDeepLearning』のように、バッチごとに rng.choice で選んでいます。同じデータがバッチの中で重複することも、1 回も出てこないこともあります。最後のバッチまで batch_size 個になっています。",
    hint_en="An epoch is to show every sample once. Which order, drawn once before the loop, would do that?",
    hint_ja="1 エポックではどのデータも 1 回ずつです。ループの前に何を 1 回だけ決めておけばよいでしょうか。",
)

changed(
    "new-order-for-every-batch",
    {CHOSEN: "chosen = rng.permutation(len(x))[start : start + batch_size]"},
    en="The order is drawn inside the loop, anew for every batch. A batch has no doubles, but a sample may come in several batches, and others in none.",
    ja="ループの中で、バッチごとに順番を作り直しています。1 つのバッチの中に重複はありませんが、いくつものバッチに入るデータや、1 回も出てこないデータがあります。",
    hint_en="Draw the order once, before the loop.",
    hint_ja="順番を決めるのは、1 エポックに 1 回だけです。ループの内と外のどちらに書きますか。",
)

changed(
    "tail-filled-up",
    {CHOSEN: 'chosen = np.take(order, range(start, start + batch_size), mode="wrap")'},
    en="The last batch is filled up with samples that have come already, so these count twice. It should just be shorter.",
    ja="最後のバッチを、すでに使ったデータで埋めています。そのデータだけ 2 回使われてしまいます。短いままでかまいません。",
    hint_en="What does a slice give that runs past the end of an array?",
    hint_ja="スライスが配列の終わりを超えると、何が返ってきますか。",
)

changed(
    "not-shuffled",
    {"rng.shuffle(order)": ""},
    en="The samples come in the given order: nothing is shuffled. If the data are sorted by class, a batch sees one class only.",
    ja="元の順番のまま取り出していて、混ぜていません。データがクラス順に並んでいると、1 つのバッチに 1 つのクラスしか入りません。",
    hint_en="Where do you use rng?",
    hint_ja="rng をどこで使っていますか。",
)

changed(
    "only-batches-shuffled",
    {"rng.shuffle(order)": "", LOOP: "for start in rng.permutation(np.arange(0, len(x), batch_size)):"},
    en="The data are cut first and then the batches are put in another order. The same samples share a batch in every epoch; shuffle the samples before you cut.",
    ja="先に切り分けてから、バッチの順番だけを入れ替えています。これでは、同じバッチに入る顔ぶれがいつも同じです。切り分ける前に、データの順番を混ぜましょう。",
    hint_en="Which comes first: to shuffle the cards, or to deal them?",
    hint_ja="カードは、混ぜるのと配るのと、どちらが先ですか。",
)

changed(
    "batches-shuffled-short-one-last",
    {
        "rng.shuffle(order)": "",
        LOOP: "starts = np.arange(0, len(x), batch_size)\nfor start in [*rng.permutation(starts[:-1]), starts[-1]]:",
    },
    en="Only the full batches change places, and the short one stays at the end: the same samples share a batch in every epoch. Shuffle the samples before you cut.",
    ja="満杯のバッチの順番だけを入れ替え、短いバッチを最後に置いています。これでは、同じバッチに入る顔ぶれがいつも同じです。切り分ける前に、データの順番を混ぜましょう。",
    hint_en="Which comes first: to shuffle the cards, or to deal them?",
    hint_ja="カードは、混ぜるのと配るのと、どちらが先ですか。",
)

changed(
    "global-random",
    {"order = np.arange(len(x))\nrng.shuffle(order)": "order = np.random.permutation(len(x))"},
    en="The order comes from np.random (or from a generator without a seed), not from rng: a run cannot be repeated with the same seed.",
    ja="rng ではなく np.random(またはシードのない別の生成器)で混ぜています。同じシードを渡しても、同じ結果を再現できません。",
    hint_en="Whose permutation do you call: that of np.random, or that of the rng you were given?",
    hint_ja="呼んでいるのは np.random のものですか、受け取った rng のものですか。",
)

changed(
    "own-seed",
    {"rng.shuffle(order)": "np.random.default_rng(0).shuffle(order)"},
    en="A generator with a fixed seed is made in every call, so every epoch has the same order, whatever rng is.",
    ja="呼び出すたびに、固定したシードで生成器を作っています。rng が何であっても、どのエポックも同じ順番になります。",
    hint_en="What happens if default_rng(0) is made anew for every epoch? Use the rng that goes on from where it was.",
    hint_ja="エポックのたびに default_rng(0) を作り直すとどうなりますか。続きから乱数を出してくれる rng を使いましょう。",
)

changed(
    "pair-swapped",
    {"yield x[chosen], t[chosen]": "yield (t[chosen], x[chosen])"},
    en="The pair comes out as (t_batch, x_batch). First x, then t.",
    ja="組の順番が (t_batch, x_batch) になっています。x が先、t があとです。",
    hint_en="In which order does the statement unpack a batch?",
    hint_ja="例の for 文では、どちらを先に受け取っていますか。",
)

changed(
    "no-pairs",
    {"yield x[chosen], t[chosen]": "yield x[chosen]"},
    en="What comes out are single arrays: samples without their targets, or one bare (x, t), of which a loop gets x first and then t. Each item must itself be a pair (x_batch, t_batch).",
    ja="出てくるものが単独の配列です。教師データのないデータだけか、(x, t) を 1 組そのまま返していて for で回すと x、t の順に出てくるかのどちらかです。1 つ 1 つが (x_batch, t_batch) の組でなければなりません。",
    hint_en="The caller writes `for x_batch, t_batch in mini_batches(...)`. What is the first thing that loop gets?",
    hint_ja="呼び出し側は for x_batch, t_batch in mini_batches(...) と書きます。最初に受け取るものは何ですか。",
)

changed(
    "one-batch-only",
    {"yield x[chosen], t[chosen]": "return [(x[chosen], t[chosen])]"},
    en="Only the first batch comes out: return ends the function (or the whole result is a single batch), and the rest of the epoch never comes.",
    ja="最初のバッチしか出てきません。return で関数が終わってしまう(またはバッチを 1 つだけ返している)ので、残りのデータが使われません。",
    hint_en="What does return do in the middle of a loop, and what does yield do?",
    hint_ja="ループの途中の return と yield は、それぞれ何をしますか。",
)

changed(
    "empty-batch",
    {LOOP: "for start in range(0, len(x) + 1, batch_size):"},
    en="When batch_size divides N, an empty batch follows at the end: len(x) // batch_size + 1 is one too many then. The mean over an empty batch is NaN.",
    ja="batch_size が N を割り切るとき、最後に空のバッチが出てきます。len(x) // batch_size + 1 では 1 つ多いからです。空のバッチの平均は NaN になります。",
    hint_en="Try 8 samples in batches of 4. How many batches should there be?",
    hint_ja="8 個を 4 個ずつに分けてみましょう。バッチはいくつになるはずですか。",
)

changed(
    "batch-size-as-count",
    {BATCHES: "for chosen in np.array_split(rng.permutation(len(x)), batch_size):"},
    en="batch_size is taken for the number of batches: np.array_split(order, batch_size) makes batch_size parts. It is the number of samples in each.",
    ja="batch_size をバッチの個数として使っています。np.array_split(order, batch_size) は batch_size 個に分けます。batch_size は 1 つのバッチに入るデータの数です。",
    hint_en="Print the length of each batch. Is it batch_size?",
    hint_ja="各バッチの長さを print してみましょう。batch_size になっていますか。",
)

changed(
    "evened-out",
    {BATCHES: "for chosen in np.array_split(rng.permutation(len(x)), -(-len(x) // batch_size)):"},
    en="The batches are made of nearly equal sizes (np.array_split by the number of batches). Every batch but the last has exactly batch_size samples; the last has the rest.",
    ja="各バッチの大きさが均等にならされています(バッチの個数で np.array_split)。最後以外はちょうど batch_size 個、最後が残りです。",
    hint_en="10 samples in batches of 4 are 4, 4 and 2, not 4, 3 and 3.",
    hint_ja="10 個を 4 個ずつなら 4、4、2 です。4、3、3 ではありません。",
)

changed(
    "labels-become-floats",
    {"yield x[chosen], t[chosen]": "yield (x[chosen], t[chosen].astype(float))"},
    en="x and t are shuffled as the columns of one array: labels come out as floats, with which nothing can be indexed.",
    ja="x と t を 1 つの配列につなげて混ぜているので、ラベルが小数(float)になっています。これではインデックスに使えません。",
    hint_en="Which dtype has an array that holds both? Shuffle indices instead of data.",
    hint_ja="両方を入れた配列の dtype は何ですか。データの代わりに番号を混ぜましょう。",
)

changed(
    "last-sample-lost",
    {CHOSEN: "chosen = order[start : start + batch_size - 1]"},
    en="The slices end one early (start + batch_size - 1): every batch is one sample short, and these samples never come. The end of a slice is not included anyway.",
    ja="スライスの終わりが 1 つ手前(start + batch_size - 1)になっています。どのバッチも 1 個足りず、そのデータは 1 回も出てきません。スライスの終わりは、もともと含まれません。",
    hint_en="How many entries has order[0:4]?",
    hint_ja="order[0:4] の要素は何個ですか。",
)


@mistake(
    "endless",
    en="The batches never end: one epoch follows another (while True), and a loop over them does not stop. One call is one epoch.",
    ja="while True などで、エポックが終わってもバッチが出つづけます。これでは for 文が終わりません。1 回の呼び出しは 1 エポック分です。",
    hint_en="Who calls mini_batches again for the next epoch? When is this one over?",
    hint_ja="次のエポックでは、もう一度 mini_batches が呼ばれます。このエポックはいつ終わりますか。",
)
def mini_batches(x, t, batch_size, rng):
    while True:
        yield from reference.mini_batches(x, t, batch_size, rng)


@mistake(
    "callers-data-shuffled",
    en="x and t themselves are shuffled, and the batches cut from them: the caller's data are in another order afterwards, and who calls again starts from there.",
    ja="x と t そのものを並べ替えてからバッチに切り分けています。呼び出し側のデータの順番まで変わり、次の呼び出しはその順番から始まります。",
    hint_en="Shuffle the numbers 0 to N - 1, and take x and t by them.",
    hint_ja="0 から N - 1 の番号を混ぜ、その番号で x と t を取り出しましょう。",
)
def mini_batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    x[:], t[:] = x[order], t[order]
    starts = range(0, len(x), batch_size)
    return [(x[start : start + batch_size].copy(), t[start : start + batch_size].copy()) for start in starts]


changed(
    "stops-one-short",
    {LOOP: "for start in range(0, len(x) - 1, batch_size):"},
    en="A last batch of a single sample never comes, as with range(0, len(x) - 1, batch_size); of all other sizes the batches are right. range leaves its end out anyway.",
    ja="最後のバッチがデータ 1 個だけになるとき、それが出てきません(range(0, len(x) - 1, batch_size) などの場合)。ほかの場合は合っています。range の終わりは、もともと含まれません。",
    hint_en="Try 5 samples in batches of 2. At which numbers must a batch start?",
    hint_ja="5 個を 2 個ずつに分けてみましょう。バッチは何番から始まりますか。",
)

changed(
    "a-batch-from-every-sample-on",
    {LOOP: "for start in range(len(x)):"},
    en="A batch begins at every sample of the order, not at every batch_size-th: neighbouring batches share all but one sample, and there are N of them.",
    ja="並べた順番の 1 個ごとにバッチが始まっています(batch_size 個ごとではありません)。となり合うバッチは 1 個しか違わず、バッチが N 個も出てきます。",
    hint_en="How many batches of 4 do 10 samples make? What is the third argument of range for?",
    hint_ja="10 個を 4 個ずつに分けると、バッチはいくつですか。range の 3 つ目の引数は何のためにありますか。",
)

changed(
    "number-of-the-batch-as-start",
    {
        LOOP: "for number in range(-(-len(x) // batch_size)):",
        CHOSEN: "chosen = order[number : number + batch_size]",
    },
    en="There are as many batches as there should be, but each begins only one sample after the one before, so they overlap: batch i begins at i, where it should begin at i times batch_size.",
    ja="バッチの数は合っていますが、前のバッチから 1 個ずれたところで次が始まるので、中身が重なっています。i 番目のバッチは、i ではなく i × batch_size から始まります。",
    hint_en="At which place of the order should the second batch begin?",
    hint_ja="2 番目のバッチは、並べた順番の何番目から始まるはずですか。",
)

changed(
    "end-of-the-slice-fixed",
    {CHOSEN: "chosen = order[start:batch_size]"},
    en="Only the first batch holds samples; those after it are empty, as with order[start:batch_size]: the end of the slice does not move along.",
    ja="最初のバッチにしかデータがなく、そのあとは空です。order[start:batch_size] のように、スライスの終わりが start と一緒に動いていない場合などに、こうなります。",
    hint_en="What is order[4:4]? Where should the second batch end?",
    hint_ja="order[4:4] には何が入っていますか。2 番目のバッチは、どこで終わるはずですか。",
)
