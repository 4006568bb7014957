import numpy as np

from grader.authoring import check, public

LABELS = {**public.LABELS, "beta 2": ("with beta = 2", "beta = 2 のとき")}

# 1 and -1 keep the largest slope at the size of one: beside it a tail such as 1e-13 may as well be 0.
FAR = np.array([[-1e4, -800.0, -30.0, -5.0, -1.0], [1.0, 5.0, 30.0, 800.0, 1e4]])


def with_zeros(draw):
    n, d = draw.sizes("N D")
    x = draw.normal(n, d)
    x[0], x[1, 0] = 0.0, 2.0
    return x


@check(points=1, en="d_relu is 0 at 0", ja="0 での d_relu は 0")
def relu_at_zero(lab, draw):
    return public.as_floats(lab.d_relu(with_zeros(draw)))


@check(points=1, en="d_leaky_relu is alpha at 0", ja="0 での d_leaky_relu は alpha")
def leaky_relu_at_zero(lab, draw):
    return lab.d_leaky_relu(with_zeros(draw), draw.choice([0.1, 0.2, 0.3]))


@check(
    points=1,
    en="numerical soundness: d_sigmoid up to |x| = 10,000",
    ja="数値的な安定性: d_sigmoid(|x| = 10,000 まで)",
    levels=1,
)
def sigmoid_far_out(lab, draw):
    return lab.d_sigmoid(FAR.copy())


@check(
    points=1,
    en="numerical soundness: d_tanh up to |x| = 10,000",
    ja="数値的な安定性: d_tanh(|x| = 10,000 まで)",
    levels=1,
)
def tanh_far_out(lab, draw):
    return lab.d_tanh(FAR.copy())


@check(
    points=1,
    en="numerical soundness: d_swish up to |x| = 10,000",
    ja="数値的な安定性: d_swish(|x| = 10,000 まで)",
    levels=1,
)
def swish_far_out(lab, draw):
    return {"default beta": lab.d_swish(FAR.copy()), "beta 2": lab.d_swish(FAR.copy(), 2.0)}
