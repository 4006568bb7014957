import numpy as np

from grader.authoring import check, expect, public


@check(
    points=1,
    en="hidden units whose sum is exactly 0 pass as little back as those below 0",
    ja="重み付き和がちょうど 0 の隠れ層のユニットは、負のときと同じく勾配を通さない",
)
def units_at_zero(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    network, x = public.problem(draw, n, d, h, m)
    t = draw.one_hot(n, m)
    network["b1"][:] = 0.0
    x[-1, 0] = abs(x[-1, 0])
    network["W1"][0] = abs(network["W1"][0])
    network["W1"][:, 0] = np.sign(x[-1]) * abs(network["W1"][:, 0])  # the first unit is on for the last row
    x[0] = 0.0  # in this row every hidden sum is exactly 0
    below = x.copy()
    below[0, 0] = -1.0  # and here below
    hidden = [the_two(lab.gradients(network, rows, t)) for rows in (x, below)]
    return lab.gap(*hidden)


def the_two(grads):
    """The gradients of the hidden layer, if a dict was returned."""
    return {key: grads[key] for key in ("W1", "b1")} if isinstance(grads, dict) else grads


@check(points=1, en="network, x and t are left as they were", ja="network、x、t を書き換えない")
def inputs_untouched(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    network, x = public.problem(draw, n, d, h, m)
    t = draw.one_hot(n, m)
    first = public.the_four(lab.gradients(network, x, t))
    after = lab.after(network)
    same = {
        "network": set(after) == set(network) and all(np.array_equal(after[key], network[key]) for key in network),
        "x": np.array_equal(lab.after(x), x),
        "t": np.array_equal(lab.after(t), t),
    }
    changed = ", ".join(name for name in same if not same[name])
    expect(
        not changed,
        f"gradients changed what belongs to the caller: {changed}",
        f"gradients が、呼び出し側の {changed} を書き換えています",
    )
    return lab.gap(public.the_four(lab.gradients(network, x, t)), first)


@check(
    points={"W2": 0.5, "b2": 0.5}, en="numerical soundness: very large scores", ja="数値的な安定性: 極端に大きいスコア"
)
def large_scores(lab, draw):
    n, d, h, m = draw.sizes("N D H M")
    network, x = public.problem(draw, n, d, h, m)
    sure = draw.integers(0, m - 1, 1)[0]
    network["b2"][sure] = 1e4
    # every row is sure of one class, and each t is another: y - t is 1 and -1
    t = np.eye(m)[(sure + draw.integers(1, m - 1, n)) % m]
    grads = lab.gradients(network, x, t)
    return {"W2": grads["W2"], "b2": grads["b2"]}  # whatever there is to say about the hidden layer is said elsewhere
