import numpy as np

from grader.authoring import check, unit

LABELS = {
    "large": ("large numbers", "大きな値"),
    "positive": ("positive numbers only", "正の値だけ"),
    "zeros": ("an array of zeros", "すべて 0 の配列"),
    "negative": ("negative numbers only", "負の値だけ"),
}


@check(
    points=1,
    en="numbers of any size, of one sign, zeros",
    ja="どんな大きさの値でも、同じ符号の値だけでも、0 でも",
)
def any_size(lab, draw):
    n, d = draw.sizes("N D")
    x = unit.mixed(draw, n, d, scale=1000.0)
    x[:, 1] = 0.0
    x[:, 0] = np.abs(x[:, 0])  # a row of which nothing remains may be one of integers
    positive = draw.positive(d)
    # The two of which nothing remains count by value: from a list of 0 alone numpy makes integers.
    return {
        "large": lab.relu(x),
        "positive": lab.relu(positive.copy()),
        "zeros": unit.by_value(lab.relu(np.zeros(d))),
        "negative": unit.by_value(lab.relu(-positive)),
    }
