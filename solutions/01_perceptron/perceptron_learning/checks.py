import numpy as np

from grader.authoring import check, public


@check(points=2, en="the four rows of AND and OR, of whole numbers", ja="AND と OR の真理値表(整数)から学ぶ", levels=1)
def gates(lab, draw):
    X = np.array([[0, 0], [1, 0], [0, 1], [1, 1]])
    return {
        "AND": public.named(lab.fit_perceptron(X.copy(), np.array([0, 0, 0, 1]), 0.5, 10)),
        "OR": public.named(lab.fit_perceptron(X, np.array([0, 1, 1, 1]), 0.5, 10)),
    }


@check(points=1, en="classes that no line parts, as in XOR", ja="XOR のように、直線で分けられないデータ", levels=1)
def cannot_be_parted(lab, draw):
    X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    return [public.named(lab.fit_perceptron(X.copy(), np.array([0, 1, 1, 0]), 1.0, epochs)) for epochs in (2, 5, 8)]
