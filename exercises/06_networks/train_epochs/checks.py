import numpy as np

from grader.authoring import check, expect, given, picture

KEYS = ("W1", "b1", "W2", "b2")

# Somebody who writes the network anew, with 1e-7 in the logarithm for 1e-12, has losses that are off by 3e-6 at most. The nearest
# mistake is off by 0.1 and more.
WIDE = 1e-4

LABELS = {
    "larger batches": ("params for a batch_size above N", "batch_size が N より大きいときの params"),
    "short batch": ("a short batch is left", "最後に短いバッチが残るとき"),
    "number of losses": ("the number of losses", "losses の個数"),
    "percent reached": ("the percentage of right answers that is reached", "達した正解率(%)"),
}


def network(draw, d, h, m):
    """Parameters at which to start, small enough that a step goes downhill."""
    return {
        "W1": draw.uniform(-1.0, 1.0, d, h),
        "b1": draw.uniform(0.1, 0.5, h),
        "W2": draw.uniform(-1.0, 1.0, h, m),
        "b2": draw.uniform(-0.5, 0.5, m),
    }


def run(lab, net_params, x, t, *arguments):
    """What train returned, its parameters and its losses. Whether it works in its arguments is its own business."""
    returned = lab.train(net_params, x, t, *arguments)
    expect(
        isinstance(returned, (tuple, list)) and len(returned) == 2,
        "train did not return a pair (params, losses)",
        "train が組 (params, losses) を返していません",
    )
    params, losses = returned
    expect(
        isinstance(params, dict) and set(KEYS) <= set(params),
        "the first thing that train returned is not a dict with the keys W1, b1, W2 and b2",
        "train が返した 1 つ目のものが、キー W1、b1、W2、b2 をもつディクショナリではありません",
    )
    return {key: params[key] for key in KEYS}, losses


@check(
    rtol=WIDE,
    points={"params": 1, "losses": 0.5, "larger batches": 0.5},
    en="one batch an epoch: the parameters and the losses",
    ja="1 エポック 1 バッチ: パラメータと損失",
)
def full_batch(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    x, t = draw.uniform(-1.0, 1.0, n, d), draw.labels(n, m)
    params, losses = run(lab, network(draw, d, h, m), x, t, 0.2, 3, n, lab.rng(draw.level))
    larger, _ = run(lab, network(draw, d, h, m), x, t, 0.1, 2, n + 5, lab.rng(draw.level))
    return {"params": params, "losses": losses, "larger batches": larger}


# Of copies of one sample every batch is the same, however they are shuffled: what remains is how often and when the parameters
# are updated.
@check(
    rtol=WIDE,
    points={"params": 1, "losses": 1, "short batch": 1},
    en="copies of one sample: the number of updates, the last short batch, the losses",
    ja="同じデータの繰り返し: 更新の回数、最後の短いバッチ、損失",
)
def copies_of_one_sample(lab, draw):
    size, d, h, m = draw.sizes("B D H M")
    x, t = draw.uniform(-1.0, 1.0, 1, d), draw.labels(1, m)

    def trained(n):
        start = network(draw, d, h, m)
        return run(lab, start, np.repeat(x, n, axis=0), np.repeat(t, n), 0.1, 4, size, lab.rng(draw.level))

    params, losses = trained(3 * size)
    short, short_losses = trained(2 * size + 1)  # their mean may be one over batches or one over samples
    return {
        "params": params,
        "losses": losses,
        "short batch": {"params": short, "number of losses": len(short_losses)},
    }


def reaches(rate, lab, draw):
    """Whether so many percent of points that it has not seen are right after training on 200."""
    x, t = given.rings(200, draw.rng())
    x_unseen, t_unseen = given.rings(
        500, draw.rng()
    )  # by another generator: what was seen must not tell how it goes on
    start = given.new_params(2, 20, 2, draw.rng())
    params, _ = run(lab, start, x, t, 0.2, 30, 20, lab.rng(int(draw.integers(0, 10**9))))
    expect(
        100 * given.accuracy(params, x_unseen, t_unseen) >= rate,
        f"after training, fewer than {rate} % of unseen points are right",
        f"学習後、学習に使っていないデータでの正解率が {rate} % に届きません",
    )
    return {"percent reached": rate}


@check(points=1, en="rings: 60 % of unseen points", ja="円と輪: 学習に使っていないデータで 60 %", levels=1)
def unseen_60(lab, draw):
    return reaches(60, lab, draw)


@picture(kind="losses", en="the loss on the two rings", ja="円と輪を学習するときの損失", over=("epoch", "エポック"))
def training(lab, draw):
    rng = np.random.default_rng(1)
    x, t = given.rings(200, rng)
    return {"loss": run(lab, given.new_params(2, 20, 2, rng), x, t, 0.2, 30, 20, lab.rng(2))[1]}
