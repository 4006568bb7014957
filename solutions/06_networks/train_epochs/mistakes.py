from grader.authoring import changed

LOSS_GRADS = "loss, grads = loss_and_gradients(params, x_batch, t_batch)"
UPDATE = "for key in params:\nparams[key] = params[key] - lr * grads[key]"

changed(
    "gradient-accumulates",
    {
        "losses = []": "losses = []\ntotal = dict.fromkeys(params, 0.0)",
        "params[key] = params[key] - lr * grads[key]": "total[key] = total[key] + grads[key]\nparams[key] = params[key] - lr * total[key]",
    },
    en="The gradients add up from batch to batch: each update repeats all the earlier ones. A gradient belongs to its own batch.",
    ja="勾配がバッチごとに足し込まれ、更新のたびに前のバッチの分まで繰り返しています。勾配は、そのバッチだけのものです。",
    hint_en="Where is the gradient set back to 0, or replaced by the new one?",
    hint_ja="勾配を 0 に戻す(新しいものに置き換える)のはどこですか。",
)

changed(
    "gradient-accumulates-within-epoch",
    {
        "batch_losses = []": "batch_losses = []\ntotal = dict.fromkeys(params, 0.0)",
        "params[key] = params[key] - lr * grads[key]": "total[key] = total[key] + grads[key]\nparams[key] = params[key] - lr * total[key]",
    },
    en="Within an epoch the gradients add up from batch to batch, so early batches count again in every later update.",
    ja="1 エポックの中で勾配が足し込まれ、はじめのほうのバッチが、あとの更新でも繰り返し使われています。",
    hint_en="The sum starts anew for each epoch. How often should it start anew?",
    hint_ja="勾配の和は、エポックごとに 0 に戻っています。本当はいつ戻すべきでしょうか。",
)

changed(
    "one-update-an-epoch",
    {
        "batch_losses = []": "batch_losses = []\ntotal = dict.fromkeys(params, 0.0)",
        "params[key] = params[key] - lr * grads[key]": "total[key] = total[key] + grads[key]",
        "losses.append(np.mean(batch_losses))": "losses.append(np.mean(batch_losses))\nparams = {key: params[key] - lr * total[key] for key in params}",
    },
    en="Within an epoch all batches take their gradients at the same parameters: these move at the end of the epoch only. In mini-batch SGD they are updated after every batch.",
    ja="1 エポックの間、どのバッチの勾配も同じパラメータで計算していて、パラメータが変わるのはエポックの最後だけです。ミニバッチ SGD では、バッチごとに更新します。",
    hint_en="In which of the two loops does the update stand?",
    hint_ja="更新の行は、2 つのループのうちどちらの中にありますか。",
)

changed(
    "only-the-last-batch-updates",
    {
        UPDATE: "",
        "losses.append(np.mean(batch_losses))": "params = {key: params[key] - lr * grads[key] for key in params}\nlosses.append(np.mean(batch_losses))",
    },
    en="Only the gradient of the last batch of an epoch is used: the update stands behind the loop over the batches.",
    ja="更新に使われるのは、エポックの最後のバッチの勾配だけです。更新の行が、バッチのループの外に出ています。",
    hint_en="How far is the update line indented?",
    hint_ja="更新の行の字下げ(インデント)は合っていますか。",
)

changed(
    "ascent",
    {UPDATE: "for key in params:\n    params[key] -= -lr * grads[key]"},
    en="The gradient is added, so every step goes uphill and the loss grows.",
    ja="勾配を足しているので、損失が大きくなる向きに進んでいます。",
    hint_en="In which direction does the gradient point, and where do you want to go?",
    hint_ja="勾配はどちらの向きを指していますか。進みたいのはどちらですか。",
)

changed(
    "one-batch-an-epoch",
    {UPDATE: "for key in params:\n    params[key] -= lr * grads[key]\nbreak"},
    en="Only the first batch of each epoch is used; the other samples never are, in this epoch.",
    ja="各エポックで最初のバッチしか使っていません。残りのデータは、そのエポックでは使われないままです。",
    hint_en="How many updates should one epoch of 10 samples have, in batches of 4?",
    hint_ja="データ 10 個、バッチ 4 個ずつなら、1 エポックで何回更新するはずですか。",
)

changed(
    "tail-dropped",
    {
        "for start in range(0, len(x), batch_size):": "batch_size = min(batch_size, len(x))\nfor start in range(0, len(x) - batch_size + 1, batch_size):"
    },
    en="The last, short batch is not used: len(x) // batch_size counts the full batches only.",
    ja="最後の短いバッチが使われていません。len(x) // batch_size で数えられるのは、満杯のバッチだけです。",
    hint_en="Which samples does your loop leave out when batch_size does not divide N?",
    hint_ja="batch_size が N を割り切らないとき、どのデータが残りますか。",
)

changed(
    "params-reset-each-epoch",
    {"batch_losses = []": "params = {key: np.array(value) for key, value in net_params.items()}\nbatch_losses = []"},
    en="Every epoch starts at net_params again, so only the last epoch counts. Make the copy once, before the loop.",
    ja="エポックのたびに net_params から始め直しているので、最後のエポックの分しか残りません。コピーするのは、ループの前に 1 回だけです。",
    hint_en="Which of your lines run once for each epoch, and which of these should run only once?",
    hint_ja="エポックごとに実行される行のうち、1 回だけでよいものはどれですか。",
)

changed(
    "gradients-at-the-start",
    {LOSS_GRADS: "loss, grads = loss_and_gradients(net_params, x_batch, t_batch)"},
    en="The gradients are always taken at net_params, where training began, and not at the parameters as they are now: the steps repeat and the losses hardly fall.",
    ja="勾配をいつも学習前の net_params で求めていて、今のパラメータで求めていません。同じような更新が繰り返され、損失も下がりません。",
    hint_en="Which parameters do you give to loss_and_gradients? Have they changed since the last batch?",
    hint_ja="loss_and_gradients に渡しているパラメータはどれですか。前のバッチから変わっていますか。",
)

changed(
    "lr-ignored",
    {UPDATE: "for key in params:\n    params[key] -= 1.0 * grads[key]"},
    en="The gradient is subtracted as it is, without the factor lr (even lr = 0 moves the parameters).",
    ja="lr を掛けずに、勾配をそのまま引いています(lr が 0 でもパラメータが動きます)。",
    hint_en="Where does lr occur in your update?",
    hint_ja="更新の式の、どこに lr がありますか。",
)

changed(
    "lr-fixed",
    {UPDATE: "for key in params:\n    params[key] -= 0.1 * grads[key]"},
    en="A learning rate written into the code is used (or a default), not the lr that was given.",
    ja="引数の lr ではなく、コードに直接書いた学習係数を使っています。",
    hint_en="What happens in your code when lr is 0?",
    hint_ja="lr に 0 を渡すと、どうなりますか。",
)

changed(
    "epochs-ignored",
    {"for _ in range(epochs):": "for _ in range(1):"},
    en="There is only one epoch, whatever epochs is: the loop over the epochs is missing, or return stands inside it.",
    ja="epochs に関係なく、1 エポックしか学習していません。エポックのループがないか、return がその中に入っています。",
    hint_en="How far is your return indented?",
    hint_ja="return の字下げ(インデント)はどこにありますか。",
)

changed(
    "returned-after-the-first-epoch",
    {"return params, losses": "    return params, losses"},
    en="return stands inside the loop over the epochs, so training ends after the first; and for no epochs nothing is returned.",
    ja="return がエポックのループの中にあるので、1 エポックで終わってしまいます。epochs が 0 のときは何も返りません。",
    hint_en="How far is your return indented?",
    hint_ja="return の字下げ(インデント)はどこにありますか。",
)

changed(
    "batches-used-up",
    {
        "losses = []": "losses = []\nbatches = mini_batches(x, t, batch_size, rng)",
        "for x_batch, t_batch in mini_batches(x, t, batch_size, rng):": "for x_batch, t_batch in batches:",
    },
    en="mini_batches is called once, before the epochs. A generator can be gone through once; from the second epoch on it is empty, and nothing more is learnt.",
    ja="mini_batches をエポックのループの前に 1 回しか呼んでいません。ジェネレータは一度しか使えないので、2 エポック目からは空になり、それ以上は何も学習しません。",
    hint_en="What does a second for loop over the same generator do?",
    hint_ja="同じジェネレータを 2 回 for で回すとどうなりますか。",
)

changed(
    "shuffled-once",
    {
        "losses = []": "losses = []\nbatches = list(mini_batches(x, t, batch_size, rng))",
        "for x_batch, t_batch in mini_batches(x, t, batch_size, rng):": "for x_batch, t_batch in batches:",
    },
    en="The data are shuffled once and then every epoch has the same batches. They are to be shuffled anew for every epoch.",
    ja="最初に 1 回混ぜただけで、どのエポックも同じバッチになっています。エポックごとに混ぜ直します。",
    hint_en="Which of your lines draws the order? How often does it run?",
    hint_ja="順番を決めているのはどの行ですか。その行は何回実行されますか。",
)

changed(
    "not-shuffled",
    {"order = rng.permutation(len(x))": "order = np.arange(len(x))"},
    en="The samples are not shuffled: every epoch goes through them in the given order, and rng is not used.",
    ja="データを混ぜていません。どのエポックも元の順番のままで、rng が使われていません。",
    hint_en="Where do you use rng?",
    hint_ja="rng をどこで使っていますか。",
)

changed(
    "global-random",
    {"params = dict(net_params)": "rng = np.random.default_rng(np.random.randint(10**9))\nparams = dict(net_params)"},
    en="The order comes from np.random (or from a generator without a seed), not from rng: a training cannot be repeated with the same seed.",
    ja="rng ではなく np.random(またはシードのない別の生成器)で混ぜています。同じシードを渡しても、同じ学習を再現できません。",
    hint_en="Whose permutation do you call: that of np.random, or that of the rng you were given?",
    hint_ja="呼んでいるのは np.random のものですか、受け取った rng のものですか。",
)

changed(
    "drawn-with-replacement",
    {
        "order = rng.permutation(len(x))": "",
        "chosen = order[start : start + batch_size]": "chosen = rng.choice(len(x), min(batch_size, len(x) - start))",
    },
    en="Each batch is drawn at random from all the data, as in ゼロから作るDeepLearning: in one epoch some samples come more than once, others not at all, and there is no short batch.",
    ja="『ゼロから作るDeepLearning』のように、バッチごとに全データから選び直しています。1 エポックの間に何回も使われるデータや、使われないデータが出ます。",
    hint_en="In an epoch every sample comes once. Does your way of drawing see to that?",
    hint_ja="1 エポックではどのデータも 1 回ずつです。今の選び方でそうなりますか。",
)

changed(
    "shuffled-apart",
    {
        "order = rng.permutation(len(x))": "order, other = rng.permutation(len(x)), rng.permutation(len(x))",
        "yield x[chosen], t[chosen]": "yield x[chosen], t[other[start : start + batch_size]]",
    },
    en="x and t are shuffled by two different orders, so samples are trained with the targets of others, and nothing can be learnt.",
    ja="x と t を別々の順番で混ぜています。ほかのデータの教師データで学習することになり、何も学べません。",
    hint_en="How many random orders do you draw for one epoch?",
    hint_ja="1 エポックで、ランダムな順番を何回作っていますか。",
)

changed(
    "all-the-data-in-every-step",
    {LOSS_GRADS: "loss, grads = loss_and_gradients(params, x, t)"},
    en="The gradient is taken over all of x and t in every step, and the batch only counts the steps. The update should see the samples of its batch alone.",
    ja="どの更新でも x と t の全体で勾配を求めていて、バッチが使われていません。更新に使うのは、そのバッチのデータだけです。",
    hint_en="Which arrays do you give to loss_and_gradients?",
    hint_ja="loss_and_gradients に渡している配列は x ですか、x_batch ですか。",
)

changed(
    "not-updated",
    {UPDATE: "for key in params:\n    params[key] -= 0.0 * grads[key]"},
    en="The parameters never change. param = param - … in a loop over the values only gives a new meaning to the loop's name; the dict still holds the old arrays.",
    ja="パラメータが変わっていません。values() のループの中で param = param - … と書いても、ループ変数の指す先が変わるだけで、ディクショナリの中身は元のままです。",
    hint_en="How is the new array put into the dict?",
    hint_ja="新しい配列を、どうやってディクショナリに入れますか。",
)

changed(
    "biases-not-updated",
    {"for key in params:": 'for key in ("W1", "W2"):'},
    en="Only the weights W1 and W2 are updated; the biases b1 and b2 stay what they were.",
    ja="重み W1、W2 だけを更新していて、バイアス b1、b2 が元のままです。",
    hint_en="Over which keys does your update run?",
    hint_ja="更新のループは、どのキーを回っていますか。",
)

changed(
    "divided-by-batch-size-again",
    {UPDATE: "for key in params:\n    params[key] -= lr / len(x_batch) * grads[key]"},
    en="The gradient is divided by the batch size once more. loss_and_gradients has averaged over the samples already.",
    ja="勾配をバッチサイズでもう一度割っています。loss_and_gradients の中で、すでに平均をとっています。",
    hint_en="Look into loss_and_gradients: is its loss a sum over the samples, or a mean?",
    hint_ja="loss_and_gradients の損失は、データについての和ですか、平均ですか。",
)

changed(
    "loss-per-batch",
    {"batch_losses.append(loss)": "losses.append(loss)", "losses.append(np.mean(batch_losses))": ""},
    en="losses has one number for each batch, not one for each epoch.",
    ja="losses の要素が、エポックごとではなくバッチごとに 1 つになっています。",
    hint_en="How long should losses be after 3 epochs?",
    hint_ja="3 エポックのあと、losses の長さはいくつのはずですか。",
)

changed(
    "losses-emptied",
    {"losses.append(np.mean(batch_losses))": "losses = [np.mean(batch_losses)]"},
    en="losses is made anew in every epoch, so only the last epoch's number is left.",
    ja="エポックのたびに losses を作り直しているので、最後のエポックの分しか残りません。",
    hint_en="Where is losses = [] in your code: before the loop or in it?",
    hint_ja="losses = [] は、ループの前と中のどちらにありますか。",
)

changed(
    "last-batch-loss",
    {"losses.append(np.mean(batch_losses))": "losses.append(batch_losses[-1])"},
    en="The loss noted for an epoch is that of its last batch alone, not the mean of all its batches.",
    ja="エポックの損失として、最後のバッチの損失だけを記録しています。求めるのは、そのエポックの全バッチの平均です。",
    hint_en="Which batches has your number to do with?",
    hint_ja="記録している値は、どのバッチの損失ですか。",
)

changed(
    "losses-summed",
    {"losses.append(np.mean(batch_losses))": "losses.append(np.sum(batch_losses))"},
    en="The losses of an epoch's batches are added up, but not divided by their number: more batches, larger loss.",
    ja="各バッチの損失を足しただけで、バッチの数で割っていません。バッチが多いほど損失が大きく見えてしまいます。",
    hint_en="What would the loss of an untrained network be, in batches of 1 and in one batch?",
    hint_ja="学習前の損失は、バッチサイズが 1 のときと全データのときとで同じになるはずです。今はどうですか。",
)

changed(
    "losses-divided-by-samples",
    {"losses.append(np.mean(batch_losses))": "losses.append(np.sum(batch_losses) / len(x))"},
    en="The sum of the batches' losses is divided by the number of samples. Each of them is a mean already; divide by the number of batches.",
    ja="各バッチの損失の和を、データの数で割っています。バッチの損失はすでに平均なので、割るのはバッチの数です。",
    hint_en="How many numbers do you add up, and by how many do you divide?",
    hint_ja="いくつの数を足して、いくつで割っていますか。",
)

changed(
    "loss-after-the-update",
    {
        "batch_losses.append(loss)": "",
        UPDATE: "for key in params:\n    params[key] = params[key] - lr * grads[key]\nbatch_losses.append(loss_and_gradients(params, x_batch, t_batch)[0])",
    },
    en="The loss is computed again after the update. What is asked for is the loss that the batch had just before its update, which loss_and_gradients returns along with the gradients.",
    ja="更新したあとのパラメータで損失を計算し直しています。記録するのは更新する直前の損失で、勾配と一緒に loss_and_gradients が返しています。",
    hint_en="In which order do you note the loss and update?",
    hint_ja="損失を求めるのと更新するのと、どちらが先ですか。",
)

changed(
    "loss-of-all-data-after-the-epoch",
    {"losses.append(np.mean(batch_losses))": "losses.append(loss_and_gradients(params, x, t)[0])"},
    en="losses holds the loss over all the data after each epoch. What is asked for is the mean of the batches' losses, each just before its update.",
    ja="losses に、エポックが終わったあとの全データでの損失が入っています。求めるのは、各バッチの更新する直前の損失を平均したものです。",
    hint_en="Which losses has the loop over the batches computed already?",
    hint_ja="バッチのループの中で、すでに計算してある損失はどれですか。",
)

changed(
    "mean-over-all-epochs",
    {"losses = []": "losses, batch_losses = [], []", "batch_losses = []": ""},
    en="The list of the batches' losses is never emptied, so each number is the mean over all epochs so far.",
    ja="バッチの損失を入れるリストを空にしていないので、それまでの全エポックの平均になっています。",
    hint_en="Where is the list of the batches' losses made?",
    hint_ja="バッチの損失を入れるリストは、どこで作っていますか。",
)

changed(
    "only-params-returned",
    {"return params, losses": "return params"},
    en="Only the parameters are returned; the losses are missing. A pair (params, losses) is asked for.",
    ja="パラメータだけを返していて、losses がありません。返すのは組 (params, losses) です。",
    hint_en="How many things does the caller unpack?",
    hint_ja="呼び出し側は、いくつのものを受け取りますか。",
)

changed(
    "pair-swapped",
    {"return params, losses": "return losses, params"},
    en="The pair comes back as (losses, params). First the parameters, then the losses.",
    ja="返す組の順番が (losses, params) になっています。パラメータが先、損失があとです。",
    hint_en="In which order does the example unpack the result?",
    hint_ja="例では、どちらを先に受け取っていますか。",
)


changed(
    "data-overwritten-by-a-batch",
    {LOSS_GRADS: "x, t = x_batch, t_batch\n" + LOSS_GRADS},
    en="From the second epoch on only the samples of the last batch are used: the loop over the batches overwrites x and t, as with for x, t in mini_batches(x, t, …).",
    ja="2 エポック目からは、最後のバッチのデータしか使われていません。for x, t in mini_batches(x, t, …) のように、バッチのループが x と t を上書きしています。",
    hint_en="Print len(x) at the beginning of each epoch.",
    hint_ja="各エポックのはじめに len(x) を print してみましょう。",
)

changed(
    "running-loss-divided-in-the-loop",
    {
        "losses.append(np.mean(batch_losses))": (
            "running = 0.0\nfor count, one in enumerate(batch_losses, 1):\n    running = (running + one) / count\nlosses.append(running)"
        )
    },
    en="The epoch's loss comes out far too small: the running sum is divided after every batch by the number of batches so far. The division belongs behind the loop, once.",
    ja="エポックの損失がずっと小さくなっています。バッチごとに、途中までの和をそれまでのバッチの数で割っているからです。割るのは、ループのあとに 1 回だけです。",
    hint_en="Let each of three batches have the loss 1. What does your code note, line by line?",
    hint_ja="3 つのバッチの損失がどれも 1 だとします。コードを 1 行ずつたどると、何が記録されますか。",
)

changed(
    "sum-divided-in-the-loop",
    {
        "losses.append(np.mean(batch_losses))": (
            "running = 0.0\nfor one in batch_losses:\n    running = (running + one) / len(batch_losses)\nlosses.append(running)"
        )
    },
    en="The epoch's loss comes out too small: the running sum is divided after every batch by the number of all batches. The division belongs behind the loop, once.",
    ja="エポックの損失が小さくなっています。バッチごとに、途中までの和を全バッチの数で割っているからです。割るのは、ループのあとに 1 回だけです。",
    hint_en="Let each of three batches have the loss 1. What does your code note, line by line?",
    hint_ja="3 つのバッチの損失がどれも 1 だとします。コードを 1 行ずつたどると、何が記録されますか。",
)

changed(
    "losses-divided-by-batch-size",
    {"losses.append(np.mean(batch_losses))": "losses.append(np.sum(batch_losses) / batch_size)"},
    en="The sum of the batches' losses is divided by batch_size, the number of samples in a batch. Divide by the number of batches.",
    ja="各バッチの損失の和を、batch_size(1 つのバッチのデータ数)で割っています。割るのはバッチの数です。",
    hint_en="How many numbers do you add up, and by how many do you divide?",
    hint_ja="いくつの数を足して、いくつで割っていますか。",
)

changed(
    "losses-divided-by-epochs",
    {"losses.append(np.mean(batch_losses))": "losses.append(np.sum(batch_losses) / epochs)"},
    en="The sum of the batches' losses is divided by the number of epochs. Divide by the number of batches.",
    ja="各バッチの損失の和を、エポックの数で割っています。割るのはバッチの数です。",
    hint_en="How many numbers do you add up, and by how many do you divide?",
    hint_ja="いくつの数を足して、いくつで割っていますか。",
)

changed(
    "first-batch-loss",
    {"losses.append(np.mean(batch_losses))": "losses.append(batch_losses[0])"},
    en="The loss noted for an epoch is that of its first batch alone, not the mean of all its batches.",
    ja="エポックの損失として、最初のバッチの損失だけを記録しています。求めるのは、そのエポックの全バッチの平均です。",
    hint_en="Which batches has your number to do with?",
    hint_ja="記録している値は、どのバッチの損失ですか。",
)
