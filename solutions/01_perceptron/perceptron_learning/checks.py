import numpy as np

from grader.authoring import check, public

LABELS = {
    **public.LABELS,
    "AND": ("the rows of AND", "AND の真理値表"),
    "OR": ("the rows of OR", "OR の真理値表"),
    "NAND": ("the rows of NAND", "NAND の真理値表"),
}


@check(
    points=2,
    en="the four rows of AND, OR and NAND, of whole numbers",
    ja="AND、OR、NAND の真理値表(整数)から学ぶ",
    levels=1,
)
def gates(lab, draw):
    X = np.array([[0, 0], [1, 0], [0, 1], [1, 1]])
    return {
        "AND": public.named(lab.fit_perceptron(X.copy(), np.array([0, 0, 0, 1]), 0.5, 10)),
        "OR": public.named(lab.fit_perceptron(X.copy(), np.array([0, 1, 1, 1]), 0.5, 10)),
        "NAND": public.named(lab.fit_perceptron(X, np.array([1, 1, 1, 0]), 0.5, 10)),
    }


@check(points=1, en="classes that no line parts, as in XOR", ja="XOR のように、直線で分けられないデータ", levels=1)
def cannot_be_parted(lab, draw):
    X, t = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])
    return {f"passes {epochs}": public.against_one_pass(lab, X, t, 1.0, epochs) for epochs in (2, 5, 8)}
