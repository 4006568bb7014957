from grader.authoring import changed

NOT_WAITED = "self.waited = 0"
STEP = "improved = val_loss < self.best\nself.best = min(self.best, val_loss)\nself.waited = 0 if improved else self.waited + 1"
IMPROVED = "improved = val_loss < self.best"
BEST = "self.best = min(self.best, val_loss)"
WAITED = "self.waited = 0 if improved else self.waited + 1"
RETURN = "return self.waited >= self.patience"

changed(
    "counts-from-the-start",
    {NOT_WAITED: "self.steps = 0", RETURN: "self.steps += 1\nreturn self.steps >= self.patience"},
    en="All steps are counted, also those that improved: it stops after patience steps, whatever the losses are.",
    ja="改善したステップも含めて、最初からの回数を数えています。損失がどうであれ patience 回で止まってしまいます。",
    hint_en="What should the count be right after a new best?",
    hint_ja="最小値を更新した直後、カウンタはいくつであるべきですか。",
)

changed(
    "count-never-reset",
    {STEP: "if val_loss < self.best:\n    self.best = val_loss\nelse:\n    self.waited += 1"},
    en="The count is not set back by an improvement: bad steps are added up over the whole training, where they should be in a row.",
    ja="改善してもカウンタを 0 に戻していません。「続けて」何回かではなく、学習全体で改善しなかった回数を数えています。",
    hint_en="What becomes of the count when a new best arrives?",
    hint_ja="最小値が更新されたとき、カウンタはどうなりますか。",
)

changed(
    "stops-one-late",
    {RETURN: "return self.waited > self.patience"},
    en="It stops one step late: after patience + 1 steps without improvement (> where >= belongs).",
    ja="止まるのが 1 回遅れています(改善なしが patience + 1 回続いてから)。> ではなく >= です。",
    hint_en="With patience 1, at which step without improvement should it stop?",
    hint_ja="patience が 1 なら、改善なし何回目で止まるべきですか。",
)

changed(
    "stops-one-early",
    {RETURN: "return self.waited >= self.patience - 1"},
    en="It stops one step early: after patience - 1 steps without improvement.",
    ja="止まるのが 1 回早くなっています(改善なしが patience - 1 回続いた時点)。",
    hint_en="With patience 1, may it return True at a step that improved?",
    hint_ja="patience が 1 のとき、改善したステップで True を返してよいでしょうか。",
)

changed(
    "step-of-the-best-counted",
    {
        WAITED: "self.waited = 1 if improved else self.waited + 1",
        RETURN: "return self.waited >= self.patience and not improved",
    },
    en="An improvement sets the count to 1 and not to 0, so the first row after it is one step too short.",
    ja="改善したときにカウンタを 0 ではなく 1 にしています。改善の 1 回が「改善なし」に数えられてしまいます。",
    hint_en="How many steps without improvement have there been right after a new best?",
    hint_ja="最小値を更新した直後、改善のないステップは何回続いていますか。",
)

changed(
    "equal-not-counted",
    {IMPROVED: "improved = val_loss <= self.best"},
    en="A loss equal to the best does not count as a step without improvement, as with <= where < belongs, so a loss that does not move never stops the training.",
    ja="best と等しい損失を「改善なし」に数えていません(< のところが <= のときなど)。損失が動かなくなっても止まりません。",
    hint_en="What should happen if the loss stays at exactly the same value for ever?",
    hint_ja="損失がずっと同じ値のままなら、どうなるべきですか。",
)

changed(
    "compared-with-the-previous-loss",
    {IMPROVED: 'improved = val_loss < getattr(self, "previous", float("inf"))\nself.previous = val_loss'},
    en="Each loss is compared with that of the step before. It should be compared with the best so far.",
    ja="損失を直前のステップの値と比べています。比べる相手は、これまでの最小値(best)です。",
    hint_en="Is 6 an improvement in 5, 8, 7, 6?",
    hint_ja="5, 8, 7, 6 と続いたとき、6 は改善ですか。",
)

changed(
    "best-is-the-latest",
    {STEP: "self.waited = 0 if val_loss < self.best else self.waited + 1\nself.best = val_loss"},
    en="best is overwritten at every step, also by losses that are greater: it holds the latest loss, not the smallest.",
    ja="best を毎回上書きしていて、大きい損失でも入ってしまいます。最小の損失ではなく、直前の損失になっています。",
    hint_en="In which of the two cases should best change?",
    hint_ja="best を書き換えるのは、どちらの場合ですか。",
)

changed(
    "best-never-updated",
    {BEST: 'self.best = val_loss if self.best == float("inf") else self.best'},
    en="best stays at the first loss: later improvements are not stored.",
    ja="best が最初の損失のままです。その後の改善が記録されていません。",
    hint_en="After 5, 3, 4: what should best be, and is 4 an improvement?",
    hint_ja="5, 3, 4 のあと、best はいくつですか。4 は改善ですか。",
)

changed(
    "best-not-stored-at-all",
    {STEP: "self.waited = 0 if val_loss < self.best else self.waited + 1"},
    en="best never changes: it still has the value that it was made with, and every loss counts as an improvement.",
    ja="best が最初に設定した値のまま変わりません。どの損失も改善とみなされます。",
    hint_en="Which line of step writes into self.best?",
    hint_ja="step の中で self.best に代入している行はどこですか。",
)

changed(
    "greater-is-better",
    everywhere={'"inf"': '"-inf"', "<": ">", "min": "max"},
    en="A greater loss counts as an improvement, as for an accuracy. The smaller a loss, the better.",
    ja="損失が大きくなったときを改善とみなしています(認識精度の場合の向きです)。損失は小さいほどよい値です。",
    hint_en="Is 3 better than 5, or worse, for a loss?",
    hint_ja="損失では、5 より 3 のほうがよい値ですか、悪い値ですか。",
)

changed(
    "best-starts-at-zero",
    {NOT_WAITED: NOT_WAITED + "\nself.best = 0.0"},
    en="best starts at 0, so no positive loss is ever an improvement.",
    ja="best が 0 から始まっているので、正の損失は改善とみなされません。",
    hint_en="What must best be before the first step, so that any loss is smaller?",
    hint_ja="どんな損失でも 1 回目は「改善」になるには、best は最初どんな値であるべきですか。",
)

changed(
    "best-starts-too-small",
    {NOT_WAITED: NOT_WAITED + "\nself.best = 1e9"},
    en="best starts at a large number, but losses may be larger still: then the first step is no improvement.",
    ja="best の初期値に大きな数を使っていますが、損失はそれより大きいかもしれません。すると 1 回目が改善になりません。",
    hint_en="Which float is greater than all others?",
    hint_ja="どんな数よりも大きい浮動小数点数は何ですか。",
)

changed(
    "zero-taken-for-unset",
    {
        IMPROVED: 'if self.best == float("inf"):\n    self.best = val_loss\n    self.waited += 1\n    return self.waited >= self.patience\n'
        + IMPROVED
    },
    en="The first loss is no improvement: it is stored as best but counted as a bad step.",
    ja="1 回目の損失を best に記録しながら、「改善なし」にも数えています。1 回目は必ず改善です。",
    hint_en="What is the count after the very first step?",
    hint_ja="1 回目の step のあと、カウンタはいくつですか。",
)

changed(
    "size-without-sign",
    {IMPROVED: "improved = abs(val_loss) < abs(self.best)", BEST: "self.best = val_loss if improved else self.best"},
    en="The absolute values of the losses are compared. A loss of -3 is smaller than one of -2.",
    ja="損失の絶対値を比べています。-3 は -2 より小さい損失です。",
    hint_en="The statement says which signs a loss may have.",
    hint_ja="損失の符号について、問題文に何と書いてありますか。",
)

changed(
    "small-improvements-ignored",
    {IMPROVED: "improved = val_loss < self.best - 1e-4", BEST: "self.best = val_loss if improved else self.best"},
    en="An improvement must exceed some smallest amount here, so small ones are not seen. Any loss below the best is an improvement.",
    ja="ある幅より大きく下がらないと改善とみなしていません。best より少しでも小さければ改善です。",
    hint_en="Is there a number in your comparison that the statement does not mention?",
    hint_ja="比較の式に、問題文にない数が入っていませんか。",
)

changed(
    "true-only-once",
    {RETURN: "return self.waited == self.patience"},
    en="After the step that returned True the next one, still without improvement, returns False again, as with == where >= belongs, or with a best of the latest losses only, not of all.",
    ja="True を返した次のステップで、改善していないのに False に戻っています(>= のところが == のときや、best がすべての損失ではなく直近の損失の最小値になっているときなど)。改善がなければ、その後も True のはずです。",
    hint_en="What is the count one step after the first True, what is best, and what does your comparison give?",
    hint_ja="最初に True を返した次のステップで、カウンタと best はいくつで、比較の結果はどうなりますか。",
)

changed(
    "starts-over-after-stopping",
    {RETURN: "stop = self.waited >= self.patience\nif stop:\n    self.waited = 0\nreturn stop"},
    en="After returning True the count starts anew, though there was no improvement.",
    ja="True を返したあと、改善していないのにカウンタを 0 に戻しています。",
    hint_en="What alone sets the count back?",
    hint_ja="カウンタを 0 に戻してよいのは、どんなときだけですか。",
)

changed(
    "true-for-ever",
    {RETURN: 'self.stopped = self.waited >= self.patience or getattr(self, "stopped", False)\nreturn self.stopped'},
    en="Once it has returned True it always does, even after an improvement.",
    ja="一度 True を返すと、そのあと改善しても True のままになっています。",
    hint_en="What should step return if training went on and a new best came?",
    hint_ja="学習を続けて最小値が更新されたら、step は何を返すべきですか。",
)

changed(
    "frozen-after-stopping",
    {IMPROVED: "if self.waited >= self.patience:\n    return True\n" + IMPROVED},
    en="After the first True nothing is looked at any more: step keeps returning True and best stays as it was.",
    ja="最初に True を返したあとは損失を見ていません。ずっと True を返し、best も変わりません。",
    hint_en="What should step and best be if training went on and a new best came?",
    hint_ja="学習を続けて最小値が更新されたら、step と best はどうなるべきですか。",
)

changed(
    "state-shared",
    everywhere={"self.best": "type(self).best", "self.waited": "type(self).waited"},
    en="All objects share the best loss and the count (class attributes or global variables).",
    ja="best とカウンタをすべてのインスタンスで共有しています(クラス変数やグローバル変数)。",
    hint_en="Where do they live: on self, on the class, or in the module?",
    hint_ja="それらは self、クラス、モジュールのどこに置いていますか。",
)

changed(
    "patience-ignored",
    {"self.patience = patience": "self.patience = 3"},
    en="The patience is written as a number in step, so what the caller asks for is ignored.",
    ja="patience の値を直接書いていて、引数で渡された値が使われていません。",
    hint_en="Where do you use the argument patience?",
    hint_ja="引数の patience は、どこで使っていますか。",
)

changed(
    "stops-at-once",
    {"self.patience = patience": "self.patience = 1"},
    en="It stops at the first step without improvement, whatever the patience is.",
    ja="patience に関係なく、最初の「改善なし」で True を返しています。",
    hint_en="Where do you use the argument patience?",
    hint_ja="引数の patience は、どこで使っていますか。",
)

changed(
    "answer-inverted",
    {RETURN: "return not self.waited >= self.patience"},
    en="The answer is the wrong way round: True while training should go on, False when it should stop.",
    ja="戻り値が逆です。続けるべきときに True、止めるべきときに False を返しています。",
    hint_en="Read the value as an answer to: stop now?",
    hint_ja="戻り値は「今止めるべきか」への答えです。",
)

changed(
    "no-false",
    {RETURN: "return True if self.waited >= self.patience else None"},
    en="step returns True when training should stop, and nothing (None) otherwise. It should be False.",
    ja="止めるときだけ True を返し、それ以外では何も返していません(None になります)。False を返してください。",
    hint_en="What does the function return when it comes to its end?",
    hint_ja="return を通らずに関数が終わると、何が返りますか。",
)

changed(
    "returns-the-count",
    {RETURN: "return self.waited"},
    en="step returns the count itself. It should return True or False.",
    ja="カウンタの値をそのまま返しています。True か False を返してください。",
    hint_en="With what do you have to compare the count?",
    hint_ja="カウンタを何と比べればよいですか。",
)

changed(
    "one-or-zero",
    {RETURN: "return int(self.waited >= self.patience)"},
    en="step returns 1 or 0. It should return True or False.",
    ja="1 か 0 を返しています。True か False を返してください。",
    hint_en="What is the type of a comparison's result?",
    hint_ja="比較の結果はどんな型ですか。",
)

changed(
    "best-not-kept",
    everywhere={"self.best": "self.best_loss"},
    en="The decision is right, but the object has no attribute best.",
    ja="判断は正しいのですが、インスタンスに best という属性がありません。",
    hint_en="Under which name do you keep the smallest loss?",
    hint_ja="最小の損失を、どんな名前で保存していますか。",
)

changed(
    "every-step-but-the-first-counted",
    {WAITED: "self.waited += 1", RETURN: "return self.waited > self.patience"},
    en="Every step after the first counts, whether the loss improved or not, so training stops after patience further steps in any case.",
    ja="改善したかどうかに関係なく、2 回目からのすべてのステップを数えています。そのため、必ずその patience 回あとに止まってしまいます。",
    hint_en="What should happen to the count when the loss is the best so far?",
    hint_ja="損失がこれまでで最小になったとき、回数はどうなるはずですか。",
)
