import numpy as np

from grader.authoring import check, expect, given, public

LABELS = {
    "percent reached": public.LABELS["percent reached"],
    "number of losses": public.LABELS["number of losses"],
    "uses": ("how often each sample was used, all epochs together", "各データが使われた回数(全エポックの合計)"),
    "lr 0": ("with lr=0", "lr=0 のとき"),
    "no epochs": ("with epochs=0", "epochs=0 のとき"),
}


@check(points=1, en="rings: 80 % of unseen points", ja="円と輪: 学習に使っていないデータで 80 %", levels=1)
def unseen_80(lab, draw):
    return public.reaches(80, lab, draw)


@check(points=1, en="rings: 95 % of unseen points", ja="円と輪: 学習に使っていないデータで 95 %", levels=1)
def unseen_95(lab, draw):
    return public.reaches(95, lab, draw)


LR, EPOCHS, SIZE = 1e-3, 3, 4


def footprints(lab, draw, vary):
    """How W1 moved, row by row, and how one step of one sample would move its row.

    Sample i is 1 in feature i and 0 elsewhere, so that row i of W1 hears of it alone. All hidden units are active and the steps
    are tiny, so every sample moves its row alike, whenever it comes. vary: whether the samples have different targets.
    """
    n = SIZE * draw.choice([3, 4, 5])
    h, m = 6, 4
    x = np.eye(n)
    t = np.arange(n) % m if vary else np.ones(n, dtype=np.int64)
    start = {
        "W1": np.tile(draw.uniform(0.2, 0.6, h), (n, 1)),
        "b1": draw.uniform(0.5, 1.0, h),
        "W2": draw.uniform(0.3, 1.0, h, m) * draw.signs(h, m),
        "b2": np.zeros(m),
    }
    params, _ = public.run(lab, start, x, t, LR, EPOCHS, SIZE, lab.rng(draw.level))
    moved = np.asarray(params["W1"]) - start["W1"]
    steps = np.array([-LR / SIZE * given.loss_and_gradients(start, x[[i]], t[[i]])[1]["W1"][i] for i in range(n)])
    return moved, steps


@check(points=2, en="every sample counts once in every epoch", ja="どのエポックでも、どのデータもちょうど 1 回使われる")
def once_an_epoch(lab, draw):
    moved, steps = footprints(lab, draw, vary=False)
    counts = np.sum(moved * steps, axis=1) / np.sum(steps**2, axis=1)
    expect(
        np.all(counts > -0.5), "a step goes uphill: it makes the loss larger", "損失が大きくなる向きに更新しています"
    )
    expect(np.any(counts > 0.5), "W1 hardly moves at all", "W1 がほとんど変わりません")
    expect(np.all(counts > 0.5), "some samples were never used", "一度も使われなかったデータがあります")
    expect(
        np.ptp(counts) < 0.5,
        "some samples counted more often than others",
        "ほかより多く使われたデータがあります",
    )
    return {"uses": np.rint(counts).astype(int)}


@check(points=1, en="x and t stay paired", ja="x と t の組が保たれる")
def paired(lab, draw):
    moved, steps = footprints(lab, draw, vary=True)
    along = np.sum(moved * steps, axis=1) / np.sum(steps**2, axis=1)
    aside = np.linalg.norm(moved - along[:, None] * steps, axis=1)
    expect(
        np.all(aside <= 0.1 * np.linalg.norm(moved, axis=1)),
        "some samples were trained with the target of another one",
        "ほかのデータの教師データで学習したデータがあります",
    )
    return len(moved)


@check(
    points=1, en="shuffled anew in every epoch, by rng alone", ja="エポックごとに、rng だけを使って混ぜ直す", levels=1
)
def shuffled(lab, draw):
    n, d, h, m = 40, 3, 5, 4
    x, t, start = draw.uniform(-1.0, 1.0, n, d), draw.labels(n, m), public.network(draw, d, h, m)
    seed = int(draw.integers(0, 10**6))

    def after(params, epochs, seed, size=5):
        return public.run(lab, params, x, t, 0.5, epochs, size, lab.rng(seed))[0]

    def alike(one, other):
        # Float32 makes some 1e-7, another order 0.07 and more.
        return all(np.allclose(one[key], other[key], rtol=0, atol=1e-4) for key in public.KEYS)

    first = after(start, 1, seed)
    expect(
        alike(first, after(start, 1, seed)),
        "two trainings with the same seed differ",
        "同じシードなのに、学習の結果が違います",
    )
    expect(
        not alike(first, after(start, 8, seed, size=n)),
        "8 batches of 5 samples train like 8 times all 40 samples together",
        "5 個ずつのバッチ 8 つでの学習が、40 個全部での 8 回の更新と同じになっています",
    )
    expect(
        not alike(first, after(start, 1, seed + 1)),
        "two trainings with different seeds are the same: the batches do not differ",
        "違うシードなのに、学習の結果が同じです。バッチの中身が変わっていません",
    )
    # A second epoch in the order of the first would be the first epoch over again, from where it ended.
    expect(
        not alike(after(start, 2, seed), after(first, 1, seed)),
        "the second epoch has the order of the first",
        "2 エポック目が、1 エポック目と同じ順番です",
    )
    return n


@check(
    rtol=public.WIDE,
    points=1,
    en="a learning rate of 0, and no epochs",
    ja="学習係数が 0 のとき、エポックが 0 回のとき",
)
def nothing_to_do(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    x, t, start = draw.uniform(-1.0, 1.0, 2 * n, d), draw.labels(2 * n, m), public.network(draw, d, h, m)
    still, losses = public.run(lab, start, x, t, 0.0, 2, n, lab.rng(0))
    none, empty = public.run(lab, start, x, t, 0.1, 0, n, lab.rng(0))
    return {"lr 0": {"params": still, "losses": losses}, "no epochs": {"params": none, "number of losses": len(empty)}}
