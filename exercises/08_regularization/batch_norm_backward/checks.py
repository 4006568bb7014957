import numpy as np

from grader.authoring import gradient_check

# An epsilon of 1e-8 to 1e-5, inside or outside the root, changes the gradients by up to 2e-5 on these inputs;
# the nearest mistakes by 0.05 and more.
RTOL = 1e-4


def batch(draw, n, d):
    """(n, d): 0, 10, 20 ... shuffled in each column, and moved; so every variance is far greater than epsilon."""
    order = np.argsort(draw.uniform(0, 1, n, d), axis=0) * 10.0
    return order + draw.normal(d) + (0 if draw.by_hand else draw.uniform(-4, 4, n, d))


@gradient_check(points=5, rtol=RTOL, en="backward returns dx", ja="backward が dx を返す")
def input_gradient(lab, draw):
    n, d = draw.sizes("N D")
    n = n + d  # five rows and more
    gamma, beta = draw.normal(d), draw.normal(d)

    def forward(lab, x):
        return lab.BatchNormalization(gamma, beta).forward(x)

    def gradients(lab, dout, x):
        layer = lab.BatchNormalization(gamma, beta)
        layer.forward(x)
        return {"x": layer.backward(dout)}

    return {"x": batch(draw, n, d)}, forward, gradients


@gradient_check(points=3, rtol=RTOL, en="backward sets dgamma and dbeta", ja="backward が dgamma と dbeta を設定する")
def parameter_gradients(lab, draw):
    n, d = draw.sizes("N D")
    n = n + d
    x = batch(draw, n, d)

    def forward(lab, gamma, beta):
        return lab.BatchNormalization(gamma, beta).forward(x)

    def gradients(lab, dout, gamma, beta):
        layer = lab.BatchNormalization(gamma, beta)
        layer.forward(x)
        layer.backward(dout)
        return {"gamma": layer.dgamma, "beta": layer.dbeta}

    return {"gamma": draw.normal(d), "beta": draw.normal(d)}, forward, gradients
