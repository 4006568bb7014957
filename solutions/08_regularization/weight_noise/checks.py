import numpy as np

from grader.authoring import check, expect, public

LABELS = public.LABELS


# Each of these has at least 8192 entries, as the bounds of `measured` suppose.
@check(points={"std": 0.5, "mean": 0.5}, levels=1, en="another sigma, other shapes", ja="ほかの sigma、ほかの形状")
def other_layers(lab, draw):
    weights = public.layers(draw, (8192,), (8, 16, 64), (1, 8192), (100, 100))
    return public.measured(weights, lab.noisy_weights(weights, 4.0, lab.rng(draw.integers(0, 10**6))))


@check(points=1, en="all the noise comes from rng", ja="ノイズはすべて rng で生成する")
def from_rng(lab, draw):
    d, h = draw.sizes("D H")
    seed = draw.integers(0, 10**6)
    rng = lab.rng(seed)

    def noisy(rng):
        return [np.asarray(W) for W in lab.noisy_weights([np.ones((d, h)), np.ones((d, h))], 1.0, rng)]

    first, second, again = noisy(rng), noisy(rng), noisy(lab.rng(seed))
    expect(
        np.array_equal(first, again),
        "two generators of the same seed gave different noise.",
        "同じシードの rng を渡しても、同じノイズになりません。",
    )
    expect(
        not np.array_equal(first, second),
        "two calls with one generator gave the same noise.",
        "同じ rng で続けて 2 回呼ぶと、2 回とも同じノイズになります。",
    )
    expect(
        not np.array_equal(first[0], first[1]),
        "two layers of one shape got the same noise.",
        "形状が同じ 2 つの層に、同じノイズが加わっています。",
    )
    return len(first)
