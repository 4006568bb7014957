from grader.authoring import gradient_check, unit

# An epsilon of 1e-8 to 1e-5, inside or outside the root, changes the gradients by up to 2e-5 on these inputs;
# the nearest mistakes by 0.05 and more.
RTOL = 1e-4


@gradient_check(points=5, en="backward returns dx", ja="backward が dx を返す")
def input_gradient(lab, draw):
    n, d = draw.sizes("N D")
    n = n + d  # five rows and more
    gamma, beta = draw.normal(d), draw.normal(d)
    return unit.gradient_of_input("BatchNormalization", gamma, beta, unit.batch(draw, n, d))


@gradient_check(
    points={"dgamma": 2, "dbeta": 1}, en="backward sets dgamma and dbeta", ja="backward が dgamma と dbeta を設定する"
)
def parameter_gradients(lab, draw):
    n, d = draw.sizes("N D")
    n = n + d
    x = unit.batch(draw, n, d)
    return unit.gradients_of_parameters("BatchNormalization", x, draw.normal(d), draw.normal(d))
