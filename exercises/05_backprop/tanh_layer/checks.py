from grader.authoring import check, gradient_check, unit


@check(points=2, en="forward is tanh", ja="forward が tanh になっている")
def forward(lab, draw):
    n, d = draw.sizes("N D")
    return lab.Tanh().forward(draw.normal(n, d))


@gradient_check(points=3, en="backward gives dx for any dout", ja="どんな dout でも backward が dx を返す")
def backward(lab, draw):
    n, d = draw.sizes("N D")
    return unit.gradient_of_one_input("Tanh", draw.normal(n, d))
