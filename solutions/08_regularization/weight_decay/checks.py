from grader.authoring import check, public


def many_kinds(draw):
    """Weights of several shapes; other keys hold a W elsewhere, or a small one, or none."""
    t, d, h = draw.sizes("T D H")
    shapes = {"gamma1": (h,), "Wx": (d, h), "b_W1": (h,), "W": (t, d, h), "beta1": (h,), "Wout": (h,), "w_mean": (d,)}
    return {key: draw.normal(*shape) for key, shape in shapes.items()}


def in_other_order(grads):
    return {key: grads[key] for key in sorted(grads)}


@check(points=1, en="only keys that start with W count for the loss", ja="損失には W で始まるキーだけを含める")
def loss_keys(lab, draw):
    return lab.weight_decay_loss(many_kinds(draw), 0.2)


@check(points=1, en="only keys that start with W are decayed", ja="減衰させるのは W で始まるキーだけ")
def gradient_keys(lab, draw):
    params = many_kinds(draw)
    return lab.add_weight_decay(params, in_other_order(public.gradients_like(draw, params)), 0.2)


@check(points=1, en="params stay as they were", ja="params を書き換えない")
def params_untouched(lab, draw):
    params = public.two_layers(draw)
    lab.weight_decay_loss(params, 0.2)
    after = lab.after(params)
    lab.add_weight_decay(params, public.gradients_like(draw, params), 0.2)
    return {"after the loss": after, "after the gradients": lab.after(params)}
