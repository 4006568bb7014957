from itertools import pairwise

import numpy as np

from grader.authoring import check, expect, public

LABELS = {**public.LABELS, "batch_size {n}": ("batch_size={n}", "batch_size={n}")}
N = 60  # of so many, chance makes what the expectations below forbid less often than once in 1e11


def orders(lab, rngs, size):
    """The numbers of the samples in the order in which they came, batch by batch, for each of the generators."""
    x, t = public.data(N, 2)
    found = []
    for rng in rngs:
        batches = public.epoch(lab, x, t, size, rng)
        expect(
            np.array_equal(lab.after(x), x) and np.array_equal(lab.after(t), t),
            "mini_batches changes x and t, which belong to the caller: after an epoch they are no longer what they were",
            "呼び出し側の x と t を書き換えています。1 エポックのあと、元のデータが残っていません",
        )
        found.append([public.numbers(rows, x) for rows, _ in batches])
    return found


def flat(batches):
    return [number for batch in batches for number in batch]


@check(points=1, en="shuffled anew in every epoch", ja="エポックごとにデータを混ぜ直す", levels=1)
def shuffled(lab, draw):
    rng = lab.rng(int(draw.integers(0, 10**6)))
    first, second = orders(lab, [rng, rng], 7)
    expect(flat(first) != list(range(N)), "the samples come in the given order", "データが元の順番のままです")
    expect(
        flat(first) != flat(second),
        "two epochs with one rng have the same order",
        "同じ rng で 2 エポック取り出しても、同じ順番になります",
    )
    for batches in (first, second):
        neighbours = sum(b - a == 1 for batch in batches for a, b in pairwise(sorted(batch)))
        expect(
            neighbours < 36,  # 6 by chance, 51 where every batch is a run of x
            "samples that stand side by side in x share a batch: which samples come together is not left to chance",
            "x で隣り合うデータが同じバッチに入っています。どのデータが同じバッチになるかが、乱数で決まっていません",
        )
    return N


@check(points=1, en="all chance comes from rng", ja="乱数はすべて rng から取る", levels=1)
def reproducible(lab, draw):
    seed = int(draw.integers(0, 10**6))
    first, second, other = orders(lab, [lab.rng(seed), lab.rng(seed), lab.rng(seed + 1)], 7)
    expect(
        first == second,
        "two generators of the same seed gave different batches",
        "同じシードの rng なのに、違うバッチになりました",
    )
    expect(
        first != other,
        "two generators of different seeds gave the same batches",
        "違うシードの rng なのに、同じバッチになりました",
    )
    return N


@check(
    points=1,
    en="batch sizes that divide N, 1, N, and more than N; images",
    ja="N を割り切る数、1、N、N より大きい batch_size、画像",
)
def other_sizes(lab, draw):
    n, h, w = draw.sizes("N H W")
    n *= 2
    x, t = public.data(n, h, w)
    found = {}
    for size in (2, 1, n, n + 3):
        batches = public.epoch(lab, x, t, size, lab.rng(draw.level))
        found[f"batch_size {size}"] = public.counted(rows for rows, _ in batches)
        public.once(batches, x)
    return found
