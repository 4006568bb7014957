from grader.authoring import check, picture, unit

# Epsilon from 1e-8 to 1e-7, inside or outside the root, of the corrected or of the uncorrected average,
# changes a step by up to 1e-4 for gradients of size 1 or more. Known mistakes change it by 0.03 and more.
RTOL = 2e-3


@check(points=2, en="the first step, with its decay", ja="減衰を含めた 1 回目の更新")
def first_step(lab, draw):
    return unit.one_step(
        lab, draw, lab.AdamW(lr=0.5, weight_decay=0.2), unit.weight_and_bias(draw), unit.clear_gradients
    )


@check(points=2, en="an entry whose gradient is always 0 only decays", ja="勾配がずっと 0 の要素は減衰だけする")
def zero_gradients(lab, draw):
    return unit.with_zero_gradients(lab, draw, lab.AdamW(lr=0.5, beta1=0.5, beta2=0.9, weight_decay=0.3))


@check(points=4, en="five steps with given arguments", ja="引数を指定して 5 回更新する")
def five_steps(lab, draw):
    adamw = lab.AdamW(lr=0.5, beta1=0.8, beta2=0.975, weight_decay=0.3)
    return unit.each_step(lab, draw, adamw, unit.weight_and_bias(draw), unit.clear_gradients, 5)


@picture(kind="losses", en="down a long bowl, x² / 20 + y²", ja="細長い谷 x² / 20 + y² を下る")
def bowl(lab, draw):
    return unit.down_a_bowl(lab, lab.AdamW(lr=0.3))
