from grader.authoring import check, public


@check(points=1, en="the gates take floats as well", ja="ゲートに float を渡しても動く", levels=1)
def floats(lab, draw):
    return {name: public.table(getattr(lab, name), float) for name in ("AND", "NAND", "OR")}
