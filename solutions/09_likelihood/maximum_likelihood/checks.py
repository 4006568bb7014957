from grader.authoring import check, public


def pair(lab, x):
    return {"mle_mean": lab.mle_mean(x.copy()), **public.named(lab.gaussian_mle(x))}


@check(points=1, en="one point alone", ja="データが 1 個のとき")
def one_point(lab, draw):
    return pair(lab, draw.normal(1))


@check(
    points={"mle_mean": 0.25, "mean": 0.25, "variance": 0.5},
    en="whole numbers, some of them the same",
    ja="同じ値も含む整数のデータ",
)
def whole_numbers(lab, draw):
    x = draw.integers(-5, 5, 2 + draw.size())
    x[:2] = 7
    x[-1] = -6
    return pair(lab, x)


@check(points=0, en="stretch: points about 100,000,000", ja="発展: 1 億付近のデータ", levels=1)
def far_from_zero(lab, draw):
    return pair(lab, 1e8 + draw.uniform(-2.0, 2.0, 40))
