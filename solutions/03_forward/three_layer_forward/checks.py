from grader.authoring import check, public


@check(points=2, en="forward of a batch", ja="バッチの順伝播")
def batch(lab, draw):
    n, d, h1, h2, m = draw.sizes("N D H1 H2 M")
    return lab.forward(public.some_network(draw, d, h1, h2, m), draw.normal(n, d))


# With all sizes equal, products in the wrong order, of a transpose or entry by entry raise no errors.
@check(
    points=1,
    en="two networks with layers of equal size, one after the other",
    ja="同じ形状の 2 つのネットワークを続けて使う",
)
def two_networks(lab, draw):
    d = draw.size()
    one, other = public.some_network(draw, d, d, d, d), public.some_network(draw, d, d, d, d)
    return {"sample": lab.forward(one, draw.normal(d)), "batch": lab.forward(other, draw.normal(d, d))}
