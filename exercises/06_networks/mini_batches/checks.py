import numpy as np

from grader.authoring import check, expect

LABELS = {"batch {n}": ("the number of samples in batch {n}", "{n} 番目のバッチのデータの数")}


def data(n, *axes):
    """n samples that can be told apart by any of their entries, and labels that can."""
    x = np.arange(n * int(np.prod(axes)), dtype=float).reshape(n, *axes)
    return x + 0.5, np.arange(n)[::-1] * 10


def one_hot(n):
    return np.eye(n)[::-1].copy()


def epoch(lab, x, t, batch_size, rng):
    """All batches of one epoch, as a list of pairs of arrays."""
    batches = list(lab.mini_batches(x, t, batch_size, rng))
    expect(
        all(isinstance(batch, (tuple, list)) and len(batch) == 2 for batch in batches),
        "what comes out are not pairs (x_batch, t_batch)",
        "出てくるものが (x_batch, t_batch) の組になっていません",
    )
    return batches


def numbers(rows, x):
    """Which samples of x the rows are."""
    expect(
        np.shape(rows)[1:] == x.shape[1:],
        f"x_batch has the shape {np.shape(rows)}, but a sample of x has the shape {x.shape[1:]}",
        f"x_batch の形状が {np.shape(rows)} ですが、x のデータ 1 個の形状は {x.shape[1:]} です",
    )
    found = [np.flatnonzero(np.all(np.isclose(x, row), axis=tuple(range(1, x.ndim)))) for row in np.asarray(rows)]
    expect(
        all(len(places) for places in found),
        "a batch holds rows that are not rows of x",
        "x にない行がバッチに入っています",
    )
    return [int(places[0]) for places in found]


def once(batches, x):
    """The samples in the order in which they came; each of them must have come once."""
    parts = [numbers(rows, x) for rows, _ in batches]
    order = [number for part in parts for number in part]
    expect(
        all(len(set(part)) == len(part) for part in parts),
        "a sample stands twice in one batch",
        "1 つのバッチの中に同じデータが 2 回入っています",
    )
    expect(
        len(set(order)) == len(order),
        "a sample comes in two batches of one epoch",
        "1 エポックの間に、同じデータが 2 つのバッチに入っています",
    )
    expect(len(order) == len(x), "some samples never come", "1 回も出てこないデータがあります")
    return order


def counted(batches):
    return {f"batch {n}": len(batch) for n, batch in enumerate(batches, 1)}


def uneven(draw):
    """N and a batch size that leaves a rest, at least two full batches."""
    size = draw.size(at_least=3)
    return size * draw.choice([2, 3]) + draw.choice(list(range(1, size))), size


@check(points=1, en="the sizes of the batches", ja="各バッチのデータの数")
def sizes(lab, draw):
    n, size = uneven(draw)
    x, t = data(n, 2)
    batches = epoch(lab, x, t, size, lab.rng(draw.level))
    return {"x_batch": counted(rows for rows, _ in batches), "t_batch": counted(targets for _, targets in batches)}


@check(points=2, en="every sample comes once an epoch", ja="1 エポックで、どのデータもちょうど 1 回")
def every_sample_once(lab, draw):
    n, size = uneven(draw)
    x, t = data(n, 3)
    return len(once(epoch(lab, x, t, size, lab.rng(draw.level)), x))


@check(points=1, en="x and t stay paired: labels and one-hot", ja="x と t の組が保たれる: ラベルと one-hot")
def paired(lab, draw):
    n, size = uneven(draw)
    x, labels = data(n, 3)
    for t in (labels, one_hot(n)):
        for rows, targets in epoch(lab, x, t, size, lab.rng(draw.level)):
            expect(
                np.shape(targets) == (len(rows), *t.shape[1:]),
                f"t of the shape {t.shape} gave a t_batch of the shape {np.shape(targets)} for {len(rows)} samples",
                f"形状 {t.shape} の t に対し、データ {len(rows)} 個のバッチの t_batch の形状が {np.shape(targets)} です",
            )
            expect(
                np.array_equal(targets, t[numbers(rows, x)]),
                "a sample comes with the target of another one",
                "ほかのデータの教師データと組になっています",
            )
            expect(
                t.ndim == 2 or np.asarray(targets).dtype.kind in "iu",
                "the labels are no longer whole numbers",
                "ラベルが整数ではなくなっています",
            )
    return n
