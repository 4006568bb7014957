from grader.authoring import check


@check(
    points=1,
    en="as many samples and outputs as inputs, where a wrong order raises no error",
    ja="N = D = M のバッチ(掛ける順番を間違えてもエラーにならない)",
)
def square_batch(lab, draw):
    d = draw.size(at_least=3)
    return lab.linear(draw.normal(d, d), draw.normal(d, d), draw.normal(d))


@check(
    points=1,
    en="one sample with a square W, and a batch of one row",
    ja="W が正方行列のときのデータ 1 個と、1 行だけのバッチ",
)
def square_sample(lab, draw):
    d, m = draw.sizes("D M")
    one = lab.linear(draw.normal(d), draw.normal(d, d), draw.normal(d))
    return {"one sample": one, "one row": lab.linear(draw.normal(1, d), draw.normal(d, m), draw.normal(m))}
