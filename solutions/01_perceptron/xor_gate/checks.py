from grader.authoring import check, public


@check(points=1, en="floats as well", ja="float を渡しても動く", levels=1)
def floats(lab, draw):
    return public.results(lab, ((0, 0), (1, 0), (0, 1), (1, 1)), float)
