from grader.authoring import check, public

LABELS = {
    "after the loss": ("params after weight_decay_loss", "weight_decay_loss のあとの params"),
    "after the gradients": ("params after add_weight_decay", "add_weight_decay のあとの params"),
    "again": ("a second call, beside the first", "2 回目の呼び出し(1 回目との差)"),
}


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


@check(points=1, rtol=1e-15, en="params stay as they were", ja="params を書き換えない")
def params_untouched(lab, draw):
    params = public.two_layers(draw)
    grads = public.gradients_like(draw, params)
    lab.weight_decay_loss(params, 0.2)
    after_loss = lab.after(params)
    first = lab.add_weight_decay(params, grads, 0.2)
    after_gradients = lab.after(params)
    second = lab.add_weight_decay(params, grads, 0.2)
    weights = ({key: done[key] for key in ("W1", "W2")} for done in (second, first))
    return {"after the loss": after_loss, "after the gradients": after_gradients, "again": lab.gap(*weights)}
