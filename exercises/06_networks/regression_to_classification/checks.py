import numpy as np

from grader.authoring import check, expect, given

LABELS = {
    "percent reached": ("the percentage of right labels that is reached", "達した正解率(%)"),
    "samples": ("the number of samples that have a label", "ラベルのついたデータの数"),
}
TRAINING, UNSEEN = 400, 500


def seed(draw):
    """A seed for the generator that the answer gets. No data come of it: an answer could try so few."""
    return int(draw.integers(0, 10**9))


def labels(predict, x):
    """What predict says of x: an integer array with one label for each row."""
    expect(
        callable(predict),
        "train_classifier did not return a function",
        "train_classifier が関数を返していません",
    )
    said = np.asarray(predict(x))
    expect(
        said.shape == (len(x),),
        f"predict gave the shape {said.shape} for {len(x)} samples, not ({len(x)},)",
        f"データ {len(x)} 個に対する predict の結果の形状が、({len(x)},) ではなく {said.shape} です",
    )
    expect(
        said.dtype.kind in "iu",
        f"the labels are not integers, but of dtype {said.dtype}",
        f"ラベルが整数ではありません(dtype が {said.dtype})",
    )
    return said


def trained(lab, generator, draw):
    """A classifier, and the data that it was trained on."""
    x, t = generator(TRAINING, draw.rng())
    return lab.train_classifier(x, t, lab.rng(seed(draw))), x, t


def reaches(rate, lab, generator, draw):
    """Whether at least `rate` percent of samples that it has not seen are right; and if not, what is wrong instead."""
    predict, x, t = trained(lab, generator, draw)
    x_unseen, t_unseen = generator(UNSEEN, draw.rng())
    said = labels(predict, x_unseen)
    if 100 * np.mean(said == t_unseen) < rate:
        explain(rate, labels(predict, x), t, said, t_unseen)
    return {"percent reached": rate}


def explain(rate, known, t, said, t_unseen):
    """Never returns: one of these holds not. known: what predict says of the data it was trained on."""
    classes = t.max() + 1
    guess = 1 / classes + 0.15  # no better than chance, which may be lucky
    right, right_unseen = np.mean(known == t), np.mean(said == t_unseen)
    expect(
        np.all(np.isin(known, t)) and np.all(np.isin(said, t)),
        "predict gives labels that do not exist",
        "predict が、存在しないラベルを答えています",
    )
    if classes > 2:  # of two spirals, one label and bad luck are hard to tell apart
        given_at_all = len(np.unique(np.append(known, said)))
        expect(
            given_at_all > 1, "predict gives every sample the same label", "predict の答えが、どのデータでも同じです"
        )
        expect(
            given_at_all > 2,
            f"predict gives only two of the {classes} labels",
            f"predict が {classes} 種類のラベルのうち 2 種類しか答えません",
        )
    expect(
        right > guess,
        "predict is no better than a guess, even on the data it was trained on",
        "predict の正解率が、学習に使ったデータに対してさえ、あてずっぽうと変わりません",
    )
    expect(
        classes == 2 or np.mean(np.abs(said - t_unseen)[said != t_unseen] == 1) < 0.45,
        "where predict is wrong, it is mostly by one: 3 or 5 for 4, as a rounded number would be",
        "predict の間違いは、4 を 3 や 5 とするような 1 つ違いが大半です。数を丸めたときの間違い方です",
    )
    expect(
        100 * right >= rate,
        f"not even of the data it was trained on, {rate} % are right",
        f"学習に使ったデータでさえ、正解率が {rate} % に届きません",
    )
    expect(
        right_unseen > guess,
        "on the data it was trained on predict is right, on data it has not seen it is no better than a guess",
        "学習に使ったデータでは正解していますが、使っていないデータではあてずっぽうと変わりません",
    )
    expect(
        False,
        f"of the data it was trained on, {rate} % and more are right, but not of data it has not seen",
        f"学習に使ったデータでは正解率が {rate} % 以上ですが、学習に使っていないデータでは届きません",
    )


@check(points=2, en="predict gives an integer label for each row", ja="predict が各行に整数のラベルを返す", levels=1)
def label_for_each_row(lab, draw):
    predict, _, _ = trained(lab, given.digits, draw)
    x, _ = given.digits(30, np.random.default_rng(1))
    said = labels(predict, x)
    one_by_one = [labels(predict, x[i : i + 1]) for i in range(5)]
    expect(
        np.array_equal(np.concatenate(one_by_one), said[:5]),
        "a sample gets another label when it is asked about alone",
        "1 個だけで predict に渡すと、ラベルが変わるデータがあります",
    )
    return {"samples": len(said)}


@check(points=1, en="spirals: 60 % of unseen samples", ja="渦巻き: 学習に使っていないデータで 60 %", levels=1)
def spirals_60(lab, draw):
    return reaches(60, lab, given.spirals, draw)


@check(points=1, en="spirals: 80 % of unseen samples", ja="渦巻き: 学習に使っていないデータで 80 %", levels=1)
def spirals_80(lab, draw):
    return reaches(80, lab, given.spirals, draw)


@check(points=2, en="spirals: 95 % of unseen samples", ja="渦巻き: 学習に使っていないデータで 95 %", levels=1)
def spirals_95(lab, draw):
    return reaches(95, lab, given.spirals, draw)
