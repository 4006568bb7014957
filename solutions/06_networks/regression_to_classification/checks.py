import numpy as np

from grader.authoring import check, expect, given, public

LABELS = {"percent reached": public.LABELS["percent reached"]}


@check(points=1, en="digits: 60 % of unseen samples", ja="数字: 学習に使っていないデータで 60 %", levels=1)
def digits_60(lab, draw):
    return public.reaches(60, lab, given.digits, draw)


@check(points=1, en="digits: 80 % of unseen samples", ja="数字: 学習に使っていないデータで 80 %", levels=1)
def digits_80(lab, draw):
    return public.reaches(80, lab, given.digits, draw)


@check(points=2, en="digits: 95 % of unseen samples", ja="数字: 学習に使っていないデータで 95 %", levels=1)
def digits_95(lab, draw):
    return public.reaches(95, lab, given.digits, draw)


def anywhere(draw):
    """Points all over the plane, most of them off the arms, where hardly two networks agree throughout."""
    return draw.uniform(-4.0, 4.0, 1000, 2)


@check(points=1, en="the same seed gives the same classifier", ja="同じシードなら同じ分類器になる", levels=1)
def repeatable(lab, draw):
    x, t = given.spirals(public.TRAINING, draw.rng())
    seed, asked = public.seed(draw), anywhere(draw)
    first, second = (public.labels(lab.train_classifier(x, t, lab.rng(seed)), asked) for _ in range(2))
    expect(
        np.array_equal(first, second),
        "two trainings with generators of the same seed gave different classifiers",
        "同じシードの rng で学習したのに、違う分類器になりました",
    )
    return len(first)


@check(
    points=1,
    en="each predict keeps its own training",
    ja="predict はそれぞれ自分の学習結果を保つ",
    levels=1,
)
def independent(lab, draw):
    x, t = given.spirals(public.TRAINING, draw.rng())
    asked = anywhere(draw)
    predict = lab.train_classifier(x, t, lab.rng(1))
    before = public.labels(predict, asked)
    lab.train_classifier(x[:, ::-1], 1 - t, lab.rng(2))
    expect(
        np.array_equal(public.labels(predict, asked), before),
        "after a second training the first predict gives other labels",
        "2 回目の学習をしたら、1 回目の predict の答えが変わりました",
    )
    return len(before)
