from grader.authoring import family

gradients_not_returned = family(
    "gradients-not-returned",
    en="backward returns nothing: the gradients never reach the nodes before.",
    ja="backward が何も返していません。これでは勾配が前のノードに伝わりません。",
    hint_en="Even if nothing is to be computed, something has to be handed on.",
    hint_ja="計算することがなくても、前のノードに渡すものはあります。",
)
gradients_accumulate = family(
    "gradients-accumulate",
    en="backward adds every gradient to what self has gathered since the layer was made (self.dx += …), so the second backward contains the first.",
    ja="backward が、レイヤを作ってからの勾配を self に足し続けています(self.dx += …)。2 回目の backward の結果に 1 回目の分が混ざっています。",
    hint_en="Call backward twice with the same dout. Should the second result differ from the first?",
    hint_ja="同じ dout で backward を 2 回呼んでみましょう。2 回目の結果は 1 回目と違うはずですか。",
)
dout_passed_through = family(
    "dout-passed-through",
    en="backward returns dout as it came: the layer's own derivative is missing.",
    ja="backward が dout をそのまま返しています。このレイヤ自身の微分が掛かっていません。",
    hint_en="Which of the two factors of the chain rule belongs to this layer?",
    hint_ja="連鎖律で掛け合わせる 2 つのうち、このレイヤが受け持つのはどちらですか。",
)
state_shared_by_layers = family(
    "state-shared-by-layers",
    en="All layers share one memory: the output is kept on the class, or in a global, where it belongs to self.",
    ja="レイヤどうしで値を共有しています。出力を、self ではなくクラスやグローバル変数に保存しています。",
    hint_en="Make two layers, call forward on both, then backward on the first. Whose output does it use?",
    hint_ja="レイヤを 2 つ作り、両方で forward を呼んでから、1 つ目の backward を呼んでみましょう。どちらの出力が使われますか。",
)
gradients_add_up_since_forward = family(
    "gradients-add-up-since-forward",
    en="A second backward after the same forward returns the sum of both gradients: backward adds to what an earlier backward left, and only forward sets it back to 0.",
    ja="同じ forward のあとに backward を 2 回呼ぶと、2 回目の結果が両方の勾配の和になります。backward が前の勾配に足し込んでいて、forward でしか 0 に戻していません。",
    hint_en="Call forward once and backward twice with the same dout. Should the second result differ from the first?",
    hint_ja="forward を 1 回呼び、同じ dout で backward を 2 回呼んでみましょう。2 回目の結果は 1 回目と違うはずですか。",
)
