from grader.authoring import changed

IF_STEP_WARMUP = "if step < warmup:"
DONE = "done = (step - warmup) / (total - warmup)"

changed(
    "decay-in-every-epoch",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop ** (epoch / every)"},
    en="The exponent is epoch / every, without rounding down: the learning rate falls a little in every epoch, where it should stay the same until the next drop.",
    ja="指数が epoch / every のままで、切り捨てていません。学習係数が毎エポック少しずつ減っています。次に drop 倍になるまで、同じ値のはずです。",
    hint_en="With every = 10, what is the learning rate in epoch 9?",
    hint_ja="every = 10 のとき、エポック 9 の学習係数はいくつですか。",
)

changed(
    "rounded-instead-of-floored",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop ** round(epoch / every)"},
    en="epoch / every is rounded to the nearest whole number, so that the drops come half a period too early. It is rounded down.",
    ja="epoch / every を四捨五入(round)しているので、半周期早く下がっています。切り捨てます。",
    hint_en="With every = 10, what is the learning rate in epoch 9?",
    hint_ja="every = 10 のとき、エポック 9 の学習係数はいくつですか。",
)

changed(
    "drops-one-epoch-early",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop ** ((epoch + 1) // every)"},
    en="The drops come one epoch too early: epochs are counted from 0 here, and the code counts them from 1.",
    ja="1 エポック早く下がっています。エポックは 0 から数えますが、1 から数えるコードになっています。",
    hint_en="With every = 10, epochs 0 to 9 are the first ten. In which one comes the first drop?",
    hint_ja="every = 10 なら、最初の 10 エポックは 0 から 9 です。最初に下がるのはどのエポックですか。",
)

changed(
    "drops-one-epoch-late",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop ** (max(epoch - 1, 0) // every)"},
    en="The drops come one epoch too late: with epochs counted from 0, the first is in epoch `every` itself.",
    ja="1 エポック遅く下がっています。エポックは 0 から数えるので、最初に下がるのは、ちょうどエポック every です。",
    hint_en="With every = 10, epochs 0 to 9 are the first ten. In which one comes the first drop?",
    hint_ja="every = 10 なら、最初の 10 エポックは 0 から 9 です。最初に下がるのはどのエポックですか。",
)

changed(
    "drops-once-only",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop if epoch >= every else lr0"},
    en="The learning rate drops once and then stays. It is multiplied by drop again after every further period.",
    ja="学習係数が 1 回しか下がっていません。every エポックたつたびに、また drop を掛けます。",
    hint_en="With every = 10, how many drops have there been in epoch 35?",
    hint_ja="every = 10 のとき、エポック 35 までに何回下がっていますか。",
)

changed(
    "drops-in-one-epoch-only",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop if epoch % every == 0 and epoch > 0 else lr0"},
    en="The learning rate is lower only in the epochs that are multiples of `every`, and back at lr0 in the next. The function sees one epoch, so it must count all drops up to it.",
    ja="every の倍数のエポックだけで下がり、次のエポックでは lr0 に戻っています。この関数が受け取るのは 1 つのエポックなので、それまでに下がった回数を数える必要があります。",
    hint_en="With every = 10, what is the learning rate in epoch 11?",
    hint_ja="every = 10 のとき、エポック 11 の学習係数はいくつですか。",
)

changed(
    "drop-times-the-count",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop * (epoch // every)"},
    en="drop is multiplied by the number of drops; it belongs to that power. In the first epochs the learning rate is 0.",
    ja="drop に下がった回数を掛けています。掛けるのではなく、その回数だけ累乗します。はじめのうち、学習係数が 0 になっています。",
    hint_en="Halving three times: is that 3 times one half?",
    hint_ja="3 回半分にするのは、「半分の 3 倍」ですか。",
)

changed(
    "drop-divides",
    {"return lr0 * drop ** (epoch // every)": "return lr0 / (1 + drop * (epoch // every))"},
    en="The learning rate falls like lr0 / (1 + k drop), with k the number of drops. Each time it is multiplied by drop.",
    ja="学習係数が 1/(1 + k drop) のように減っています。下がるたびに drop を掛けます。",
    hint_en="By what is the learning rate multiplied at every drop? Is it the same number each time?",
    hint_ja="下がるたびに、学習係数は何倍になりますか。毎回同じ数ですか。",
)

changed(
    "drop-subtracted",
    {"return lr0 * drop ** (epoch // every)": "return lr0 - drop * (epoch // every)"},
    en="drop is subtracted at every step; it is a factor.",
    ja="drop を引いています。drop は引く量ではなく、掛ける係数です。",
    hint_en="What should lr0 = 0.1 become with a drop of 0.5?",
    hint_ja="lr0 = 0.1、drop = 0.5 のとき、1 回下がるといくつになりますか。",
)

changed(
    "drop-as-the-loss",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * (1 - drop) ** (epoch // every)"},
    en="drop is taken as the part that is lost: the factor is 1 - drop. With 0.5 that does not show. The learning rate is multiplied by drop itself.",
    ja="drop を「減らす割合」として、1 - drop を掛けています。0.5 では違いが出ません。掛けるのは drop そのものです。",
    hint_en="What should 0.1 become with a drop of 0.2: 0.02 or 0.08?",
    hint_ja="0.1 は、drop = 0.2 で 0.02 になりますか、0.08 になりますか。",
)

changed(
    "power-before-floor",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * (drop**epoch // every)"},
    en="drop ** epoch // every raises first and rounds afterwards. The whole-number division needs parentheses.",
    ja="drop ** epoch // every では、先に累乗され、その結果が切り捨てられます。整数の割り算をかっこで囲みます。",
    hint_en="Which operator binds more strongly: ** or //?",
    hint_ja="** と // では、どちらが先に計算されますか。",
)

changed(
    "drop-and-every-exchanged",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * every ** (epoch // drop)"},
    en="drop and every are exchanged: every is raised to the power epoch // drop.",
    ja="drop と every が入れ替わっています。every を epoch // drop 乗しています。",
    hint_en="In which order do the arguments come: (lr0, epoch, drop, every)?",
    hint_ja="引数の順番は (lr0, epoch, drop, every) です。合っていますか。",
)

changed(
    "remainder-for-quotient",
    {"return lr0 * drop ** (epoch // every)": "return lr0 * drop ** (epoch % every)"},
    en="The exponent is epoch % every, the epochs since the last drop. It is the number of drops so far.",
    ja="指数が epoch % every(前回下がってからのエポック数)になっています。必要なのは、これまでに下がった回数です。",
    hint_en="What are 7 % 3 and 7 // 3, and which of them counts the periods that are over?",
    hint_ja="7 % 3 と 7 // 3 はそれぞれいくつですか。終わった周期の数はどちらですか。",
)

changed(
    "no-warm-up",
    {IF_STEP_WARMUP: "if False:", DONE: "done = step / total"},
    en="The warm-up is missing: the learning rate starts at lr0 and falls from step 0, whatever warmup is.",
    ja="ウォームアップがありません。warmup がいくつでも、ステップ 0 で lr0 から始まり、すぐに減っています。",
    hint_en="Where is the argument warmup used?",
    hint_ja="引数 warmup はどこで使われていますか。",
)

changed(
    "warm-up-from-lr0",
    {"return lr0 * step / warmup": "return lr0"},
    en="During the warm-up the learning rate is lr0 all the time. It rises to lr0, from 0.",
    ja="ウォームアップのあいだ、学習係数がずっと lr0 になっています。0 から lr0 まで増やしていきます。",
    hint_en="What is the learning rate at step 0?",
    hint_ja="ステップ 0 での学習係数はいくつですか。",
)

changed(
    "warm-up-falls",
    {"return lr0 * step / warmup": "return lr0 - lr0 * step / warmup"},
    en="The warm-up runs the wrong way: it starts at lr0 and falls to 0.",
    ja="ウォームアップの向きが逆です。lr0 から始まって 0 に減っています。",
    hint_en="What is the learning rate at step 0, and what at step warmup?",
    hint_ja="ステップ 0 と、ステップ warmup での学習係数はいくつですか。",
)

changed(
    "warm-up-one-step-early",
    {"return lr0 * step / warmup": "return lr0 * (step + 1) / warmup"},
    en="The warm-up is one step ahead: it does not start at 0, and reaches lr0 before step warmup.",
    ja="ウォームアップが 1 ステップ進んでいます。0 から始まらず、ステップ warmup より前に lr0 になっています。",
    hint_en="What is the learning rate at step 0, and what at step warmup?",
    hint_ja="ステップ 0 と、ステップ warmup での学習係数はいくつですか。",
)

changed(
    "warm-up-along-a-cosine",
    {"return lr0 * step / warmup": "return lr0 * (1 + math.cos(math.pi * (1 - step / warmup))) / 2"},
    en="The warm-up follows a cosine. It is a straight line.",
    ja="ウォームアップが cos の形で増えています。ウォームアップは直線です。",
    hint_en="Which of the formula's two lines has a cosine?",
    hint_ja="式の 2 行のうち、cos があるのはどちらですか。",
)

changed(
    "cosine-not-shifted",
    {DONE: "done = step / total"},
    en="After the warm-up the cosine runs as if it had begun at step 0: (step / total). It begins at step warmup, where the learning rate is lr0.",
    ja="ウォームアップのあとの cos が、ステップ 0 から始まったことになっています(step / total)。cos が始まるのはステップ warmup で、そこでの値は lr0 です。",
    hint_en="What is the learning rate at step warmup?",
    hint_ja="ステップ warmup での学習係数はいくつですか。",
)

changed(
    "divided-by-total",
    {DONE: "done = (step - warmup) / total"},
    en="The share of the way is (step - warmup) / total: at the end it is not 1, and the learning rate does not reach 0.",
    ja="進んだ割合を (step - warmup) / total としています。最後に 1 にならず、学習係数が 0 まで下がりません。",
    hint_en="How many steps are left after the warm-up?",
    hint_ja="ウォームアップのあと、残りは何ステップですか。",
)

changed(
    "ends-one-step-early",
    {IF_STEP_WARMUP: "total = total - 1\n" + IF_STEP_WARMUP},
    en="The cosine does not reach 0 at step total but one step earlier: the last step is taken to be total - 1.",
    ja="学習係数が、total ではなく 1 つ前のステップで 0 になっています。最後のステップを total - 1 と数えています。",
    hint_en="At which step should the learning rate be 0?",
    hint_ja="学習係数が 0 になるのは、どのステップですか。",
)

changed(
    "both-multiplied",
    {IF_STEP_WARMUP: "lr0 = lr0 * (min(1, step / warmup) if warmup else 1)\nif False:", DONE: "done = step / total"},
    en="The ramp is laid over a cosine that begins at step 0: the two are multiplied. They follow one another.",
    ja="ステップ 0 から始まる cos に、ウォームアップの直線を掛けています。2 つは掛け合わせるのではなく、順に続きます。",
    hint_en="What is the learning rate at step warmup?",
    hint_ja="ステップ warmup での学習係数はいくつですか。",
)

changed(
    "half-forgotten",
    {"return lr0 * (1.0 + math.cos(math.pi * done)) / 2": "return lr0 * (1.0 + math.cos(math.pi * done))"},
    en="1 + cos runs from 2 to 0: the half is missing, and the learning rate starts at twice lr0.",
    ja="1 + cos は 2 から 0 まで変わります。半分にするのを忘れていて、lr0 の 2 倍から始まっています。",
    hint_en="What is 1 + cos 0?",
    hint_ja="1 + cos 0 はいくつですか。",
)

changed(
    "one-forgotten",
    {"return lr0 * (1.0 + math.cos(math.pi * done)) / 2": "return lr0 * math.cos(math.pi * done)"},
    en="It is lr0 times the bare cosine, which is negative in the second half: the network would climb.",
    ja="lr0 に cos をそのまま掛けています。後半で学習係数が負になり、損失が増える向きに進んでしまいます。",
    hint_en="What is the learning rate at step total? And is it ever negative?",
    hint_ja="ステップ total での学習係数はいくつですか。負になることはありませんか。",
)

changed(
    "quarter-of-a-cosine",
    {"return lr0 * (1.0 + math.cos(math.pi * done)) / 2": "return lr0 * math.cos(math.pi / 2 * done)"},
    en="It is a quarter of a cosine, cos of half pi times the share: ends are right, but it falls too late. Half a period is asked for, shifted up by 1.",
    ja="cos の 4 分の 1 周期(π/2 まで)を使っています。両端は合っていますが、途中の下がり方が遅すぎます。使うのは半周期で、1 を足して半分にします。",
    hint_en="What is the learning rate in the middle of the way?",
    hint_ja="ちょうど中間での学習係数はいくつですか。",
)

changed(
    "whole-period",
    {"return lr0 * (1.0 + math.cos(math.pi * done)) / 2": "return lr0 * (1.0 + math.cos(math.pi * 2 * done)) / 2"},
    en="The cosine runs through a whole period: the learning rate is 0 half way and comes back to lr0 at the end.",
    ja="cos が 1 周期分進んでいます。途中で 0 になり、最後に lr0 に戻っています。",
    hint_en="Through which angle should the cosine run: pi, or 2 pi?",
    hint_ja="cos の角度は、π まで進みますか、2π までですか。",
)

changed(
    "pi-forgotten",
    {"return lr0 * (1.0 + math.cos(math.pi * done)) / 2": "return lr0 * (1.0 + math.cos(done)) / 2"},
    en="pi is missing: the angle runs from 0 to 1 only, and the learning rate hardly falls.",
    ja="π がありません。角度が 0 から 1 までしか進まず、学習係数があまり減りません。",
    hint_en="What is the learning rate at step total?",
    hint_ja="ステップ total での学習係数はいくつですか。",
)

changed(
    "cosine-rises",
    {"return lr0 * (1.0 + math.cos(math.pi * done)) / 2": "return lr0 * (1.0 + math.cos(math.pi * (1 - done))) / 2"},
    en="The cosine is upside down (1 - cos): the learning rate starts at 0 and rises to lr0.",
    ja="cos が上下逆(1 - cos)です。学習係数が 0 から始まって lr0 まで増えています。",
    hint_en="What is the learning rate at the start and at the end?",
    hint_ja="始まりと終わりでの学習係数はいくつですか。",
)

changed(
    "straight-line-down",
    {"return lr0 * (1.0 + math.cos(math.pi * done)) / 2": "return lr0 * (1 - done)"},
    en="After the warm-up the learning rate falls along a straight line, without a cosine.",
    ja="ウォームアップのあと、cos ではなく直線で減っています。",
    hint_en="Where does the cosine of the formula stand in your code?",
    hint_ja="式にある cos は、コードのどこにありますか。",
)

changed(
    "whole-number-division",
    {"return lr0 * step / warmup": "return lr0 * (step // warmup)", DONE: "done = (step - warmup) // (total - warmup)"},
    en="The shares of the way are computed with //, so that they are 0 until the very end.",
    ja="進んだ割合を // で計算しているので、最後まで 0 のままです。",
    hint_en="What is 3 // 10?",
    hint_ja="3 // 10 はいくつですか。",
)

changed(
    "warm-up-of-zero-divides",
    {IF_STEP_WARMUP: "if step <= warmup:"},
    en="Without a warm-up, with warmup = 0, step / warmup divides by 0: step 0 still goes through the warm-up (with <=, or before any comparison).",
    ja="ウォームアップなし(warmup = 0)のとき、step / warmup で 0 で割っています。<= で比べるか、比べる前に割ると、ステップ 0 がウォームアップの計算に入ってしまいます。",
    hint_en="Compare first, and divide only where there is a warm-up. Which branch does step 0 take when warmup is 0?",
    hint_ja="先に比較して、割り算は、ウォームアップがあるときだけにしましょう。warmup = 0 のとき、ステップ 0 はどちらの分岐に入りますか。",
)

changed(
    "angle-not-counted-from-warmup",
    {DONE: "done = step / (total - warmup)"},
    en="After the warm-up the share of the way is step / (total - warmup): it begins above 0 and goes beyond 1, so that the learning rate starts below lr0, reaches 0 too early and rises again.",
    ja="ウォームアップのあとの進んだ割合が step / (total - warmup) になっています。0 より大きい値から始まって 1 を超えるので、lr0 より下から始まり、早く 0 になって、また増えていきます。",
    hint_en="What should the share be at step = warmup, and what is yours?",
    hint_ja="step = warmup のとき、進んだ割合はいくつのはずですか。あなたの式ではいくつですか。",
)
