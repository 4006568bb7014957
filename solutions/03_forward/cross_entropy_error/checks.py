import numpy as np

from grader.authoring import check, expect, public

LABELS = {
    "one-hot": ("one-hot targets", "one-hot の教師データ"),
    "labels": ("labels", "ラベルの教師データ"),
    "batch": ("a batch", "バッチ"),
    "one row": ("a batch of one row", "1 行だけのバッチ"),
    "batch {n}": ("batch {n} afterwards", "呼び出し後のバッチ {n}"),
    "again": ("the result of a second call", "2 回目の呼び出しの結果"),
}


@check(points=1, en="one sample with a label", ja="データ 1 個、ラベル", rtol=public.RTOL)
def one_label(lab, draw):
    m = draw.size(at_least=3)
    return public.against_one_row(lab, draw, m, draw.integers(0, m - 1, 2))


@check(
    points={"one-hot": 0.5, "labels": 0.5},
    en="the right class need not be the likeliest",
    ja="正解が最も確率の高いクラスとは限らない",
    rtol=public.RTOL,
)
def unlikely_class(lab, draw):
    n, m = draw.sizes("N M")
    y = public.soft(draw, n, m)
    t = np.argmin(y, axis=1)
    # One row too: what one sample is held against.
    batches = {"batch": slice(n), "one row": slice(1)}
    return {
        "one-hot": {name: lab.cross_entropy_error(y[rows], np.eye(m)[t[rows]]) for name, rows in batches.items()},
        "labels": {name: lab.cross_entropy_error(y[rows], t[rows]) for name, rows in batches.items()},
    }


@check(points=1, rtol=1e-15, en="inputs are left as they were", ja="入力を書き換えない")
def inputs_untouched(lab, draw):
    n, m = draw.sizes("N M")
    first, again, left = [], [], {}
    for batch in "1", "2":  # two, for a constant is equal to itself
        y, t = 0.9 * draw.uniform(0.1, 1.0, n, m), draw.one_hot(n, m)
        first.append(lab.cross_entropy_error(y, t))
        left[f"batch {batch}"] = {"y": lab.after(y), "t": lab.after(t)}
        again.append(lab.cross_entropy_error(y, t))
    return {**left, "again": lab.gap(np.array(again).reshape(2), np.array(first).reshape(2))}


@check(
    points=2,
    en="numerical soundness: finite and large where y is 0",
    ja="数値的な安定性: y が 0 でも有限で大きな値",
    levels=1,
)
def zero_probability(lab, draw):
    # How large depends on the small number chosen (16 for 1e-7, 28 for 1e-12), so only that it is large counts.
    wrong = lab.cross_entropy_error(np.array([[0.0, 1.0], [0.0, 1.0]]), np.array([[1, 0], [1, 0]]))
    right = lab.cross_entropy_error(np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0, 1], [1, 0]]))
    expect(
        np.isfinite(wrong) and np.isfinite(right),
        "the error is not finite where a probability is 0.",
        "確率が 0 のとき、誤差が有限の値になっていません。",
    )
    expect(
        wrong > 10,
        "a probability of 0 for the right class must cost more than 10.",
        "正解の確率が 0 なら、誤差は 10 より大きくなるはずです。",
    )
    expect(
        abs(right) < 1e-3,
        "a perfect prediction must cost nothing.",
        "予測が完全に正しければ、誤差は 0 になるはずです。",
    )
    return None
