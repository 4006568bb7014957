"""A graded submission made by hand: several statuses, Japanese, and strings that mean harm."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from grader.judge.sketches import Picture, Series, heat
from grader.model import (
    NOTHING,
    Answer,
    Attempt,
    Cell,
    CheckResult,
    Course,
    Diagnosis,
    Exercise,
    ExerciseResult,
    RunResult,
    Status,
    Text,
    file_answer,
    same,
)

HOSTILE = '<img src=x onerror="alert(1)">\x1b[31mred\x1b[0m \u202eesrever\u202c {{ 7 * 7 }} `<b>bold</b>` </pre><script>alert(2)</script>'

AFFINE = '''import numpy as np


class Affine:
    """y = x @ W + b"""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW = self.db = None

    def forward(self, x):
        self.x = x  # 入力を覚えておく
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout
        print("dout", dout.shape, f"{dout.mean():.3f}")
        return dout @ self.W.T
'''

STATEMENT = Text(
    "# Title\n\nLearn $y = xW + b$.\n\n$$\\frac{\\partial L}{\\partial W} = x^\\top \\begin{pmatrix}1 & 2\\\\3 & 4\\end{pmatrix}$$\n\n"
    "## Write\n\n```python\nprint(Affine(W, b))  # <b>\n```\n\n| name | shape |\n|---|---|\n| x | `(N, D)` |\n\n"
    "<script>alert(3)</script> ![pixel](http://example.com/pixel.png)\n",
    "# 題\n\n$y = xW + b$ を学びます。\n\n## 書くもの\n\n- 形状は `(N, D)`\n",
)
TITLE = Text("Deep learning from scratch, in numpy", "numpy でゼロから作るディープラーニング")
UNITS = {
    "02_activations": Text("Activation functions", "活性化関数"),
    "05_backprop": Text("Backpropagation", "誤差逆伝播法"),
}
TITLES = {
    "sigmoid": ("02_activations", Text("The sigmoid function", "シグモイド関数"), 4.0),
    "softmax": ("03_forward", Text("The softmax function", "ソフトマックス関数"), 6.0),
    "relu_layer": ("05_backprop", Text("The ReLU layer", "ReLU レイヤ"), 5.0),
    "affine": ("05_backprop", Text("The Affine layer", "Affine レイヤ"), 10.0),
    "adam": ("06_optimizers", Text("Adam", "Adam"), 6.5),
    "batch_norm": ("06_optimizers", Text("Batch normalisation", "バッチ正規化"), 8.0),
    "lstm_cell": ("08_recurrent", Text("One step of an LSTM", "LSTM の 1 ステップ"), 8.0),
    "attention": ("08_recurrent", Text("Attention", "アテンション"), 7.0),
}  # fmt: skip


def make_course(folder: Path) -> Course:
    """The exercises of `TITLES`, each with a statement on disk."""
    exercises = []
    for id_, (unit, title, points) in TITLES.items():
        home = folder / "exercises" / unit / id_
        home.mkdir(parents=True, exist_ok=True)
        (home / "README.md").write_text(STATEMENT.en, encoding="utf-8")
        (home / "README.ja.md").write_text(STATEMENT.ja, encoding="utf-8")
        symbols = ("Affine",) if id_ == "affine" else (id_,)
        exercises.append(
            Exercise(id_, unit, title, points, symbols, {}, (), (Text("a", "あ"),), (), 4.0, 14.0, False, home, None)
        )
    return Course("scratch", TITLE, UNITS, folder, tuple(exercises), "", "full")


def check(id_: str, title: Text, status: Status = "passed", most: float = 2.0, **more: object) -> CheckResult:
    message = more.pop("message", NOTHING)
    hidden = bool(more.pop("hidden", False))
    got = most if status == "passed" else 0.0
    return CheckResult(id_, title, hidden, status, got, most, message, 0.0123456, **more)  # type: ignore[arg-type]


def exercise(id_: str, status: Status, checks: tuple[CheckResult, ...], **more: object) -> ExerciseResult:
    unit, title, _ = TITLES[id_]
    message = more.pop("message", NOTHING)
    notes = more.pop("notes", ())
    diagnoses = more.pop("diagnoses", ())
    return ExerciseResult(
        id_, unit, title, status, sum(one.score for one in checks), sum(one.max_score for one in checks), 0.5,
        message, notes, checks, diagnoses, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def affine() -> ExerciseResult:
    """One that is wrong in a way that was recognised."""
    detail = "{}\n  -2   1   3\n{}\n  -1.5*     1      3 \n     0*     1*     3 \n"
    return exercise(
        "affine",
        "failed",
        (
            check("forward", Text("forward computes x @ W + b", "forward が x @ W + b を計算する")),
            check(
                "backward", Text("backward gives dx, dW and db", "backward が dx、dW、db を返す"), "failed", 3.0,
                message=Text("db: shape (2, 3), expected (3,)", "db: 形状が (2, 3) です(期待する形状は (3,))"),
                detail=Text(detail.format("expected", "got"), detail.format("期待する値", "得られた値")),
                output="dout (2, 3) 0.250\n" * 14, line=17,
            ),
            check("bias_row", Text("a bias of shape (1, M) works", "形状 (1, M) のバイアスでも動く"), "failed", 2.0, hidden=True,
                  message=Text("the result has the wrong shape.", "結果の形状が違います。")),
            check("latest", Text("backward belongs to the latest forward", "backward は直前の forward に対応する"), most=1.0, hidden=True),
            check("axes", Text("x may have more axes", "x の軸が多くてもよい"), hidden=True),
            check("stretch", Text("works on float16", "float16 でも動く"), "failed", 0.0,
                  message=Text("dtype float64, expected floats of 16 bits", "dtype が float64 です")),
        ),
        diagnoses=(
            Diagnosis("db-not-summed", "mistake", 0.9,
                      Text("db is dout itself: it was not summed over the batch, so it does not have b's shape.",
                           "db が dout のままです。バッチ方向に足し合わせていないので、b と形状が合いません。"),
                      Text("b is added to every row. How does each row's gradient reach it?",
                           "b は全行に足されています。各行の勾配は b にどう伝わりますか。")),
            Diagnosis("first-difference", "trace", 0.7,
                      Text("the first result that differs is that of Affine.backward.", "最初に違ったのは Affine.backward の結果です。"),
                      Text("Everything before it is right; look there first.", "そこまでは合っています。まずここを見直しましょう。")),
            Diagnosis("input-changed", "notice", 1.0,
                      Text("Affine.backward changed its input in place.", "Affine.backward が入力の配列を書き換えました。"),
                      Text("Work on a copy.", "コピーしてから変更しましょう。")),
        ),
        notes=(Text("numpy warned: overflow encountered in exp (affine.py, line 13). No points are lost.",
                    "numpy の警告: overflow encountered in exp(affine.py の 13 行目)。減点はありません。"),),
        answer=file_answer("affine.py", AFFINE),
    )  # fmt: skip


def sigmoid() -> ExerciseResult:
    checks = (check("values", Text("the values are right", "値が正しい")),
              check("extreme", Text("large inputs stay finite", "大きな入力でも有限"), hidden=True))  # fmt: skip
    return exercise("sigmoid", "passed", checks, answer=file_answer("sigmoid.py", "def sigmoid(x):\n    return 1\n"))


def syntax_error() -> ExerciseResult:
    message = Text("the file cannot be read as Python: SyntaxError: unmatched ')' (lstm_cell.py, line 2: f = sigmoid(a)))",
                   "Python として読み込めません: SyntaxError: unmatched ')'(lstm_cell.py の 2 行目: f = sigmoid(a)))。")  # fmt: skip
    checks = tuple(
        check(f"c{n}", Text(f"check {n}", f"チェック {n}"), "error", message=message, line=2) for n in range(4)
    )
    source = "def lstm_cell(a):\n    f = sigmoid(a))\n    return f\n"
    return exercise("lstm_cell", "error", checks, message=message, answer=file_answer("lstm_cell.py", source))


def hostile() -> ExerciseResult:
    """Every text that a student can influence tries to break out."""
    evil = Text(HOSTILE, HOSTILE)
    return exercise(
        "adam",
        "failed",
        (check("steps", Text("three steps follow the paper", "3 ステップが論文の通り"), "error", 3.5, message=evil, detail=evil, program=evil,
               output=HOSTILE + "\n", line=1),
         check("more", Text("ten steps", "10 ステップ"), most=3.0)),
        notes=(evil,), diagnoses=(Diagnosis("x", "structure", 0.9, evil, evil),),
        answer=Answer("a.ipynb", (Cell(1, f"class adam:  # {HOSTILE}", same(HOSTILE)), Cell(2, "unrelated = 1", Text("cell 2", "セル 2")))),
    )  # fmt: skip


def not_started(id_: str, status: Status = "not_started") -> ExerciseResult:
    message = Text("not started yet.", "まだ手を付けていません。")
    checks = (check("one", Text("one", "いち"), status, 8.0, message=message),)
    return exercise(id_, status, checks, message=message, answer=file_answer(f"{id_}.py", "pass\n"))


def grader_error() -> ExerciseResult:
    said = Text("the grader failed here; this is not your fault.", "採点プログラム側の問題です。")
    return exercise("attention", "grader_error", (), message=said)


def run(*exercises: ExerciseResult, submission: str = "田中_partly_wrong") -> RunResult:
    got, most = sum(one.score for one in exercises), sum(one.max_score for one in exercises)
    return RunResult("0.1.0", "course", submission, 0, "isolated", got, most, exercises)


def everything() -> RunResult:
    """All of the above, in the order of the course."""
    softmax = exercise("softmax", "timeout", (
        check("rows", Text("every row sums to 1", "各行の和が 1"), "timeout", 6.0,
              message=Text("it did not finish within the time limit.", "制限時間内に終わりませんでした。")),
    ), answer=file_answer("softmax.py", "def softmax(x):\n    while True:\n        pass\n"))  # fmt: skip
    all_of_them = (
        sigmoid(), softmax, not_started("relu_layer"), affine(), hostile(), not_started("batch_norm", "missing"),
        syntax_error(), grader_error(),
    )  # fmt: skip
    note = Text("notes.txt is not an answer.", "notes.txt は解答ではありません。")
    return run(*all_of_them, submission=HOSTILE + "/田中")._replace(notes=(note,))


def series(name: str, got: tuple[float | None, ...], problem: Text = NOTHING) -> Series:
    """`got` over the sigmoid, from -6 to 6; what lies within a thousandth of it is right."""
    x = tuple(float(value) for value in np.linspace(-6, 6, 49))
    expected = tuple(1 / (1 + math.exp(-value)) for value in x)
    wrong = tuple(one is None or abs(one - other) > 1e-3 for one, other in zip(got, expected, strict=False))
    return Series(name, x, expected, got, wrong, problem)


def right_curve() -> tuple[float | None, ...]:
    return series("", ()).expected


def pictures() -> dict[str, tuple[Picture, ...]]:
    """Curves of every kind, a heat map at a failed check, and words that mean harm."""
    right, x = right_curve(), series("", ()).x
    straight = tuple(0.25 * value + 0.5 for value in x)
    gaps = tuple(None if value > 2 else one for value, one in zip(x, right, strict=True))
    over, title = Text("x", "x"), Text("the sigmoid", "シグモイド関数のグラフ")
    expected = np.array([[-2.0, 1.0, 3.0], [4.0, 0.0, 1.5]])
    wrong = expected.copy()
    wrong[:, 1] += [2.0, np.nan]
    return {
        "sigmoid": (Picture("curve", title, over, (series("sigmoid", right),)),),
        "affine": (
            Picture("curve", title, over, (series("straight", straight), series("gaps", gaps), series("sigmoid", right))),
            Picture("losses", Text("the loss", "損失"), Text("epoch", "エポック"), (series("loss", (1.0, 1e30, 2.0)),)),
            Picture(
                "heat", Text("backward", "backward"), check="backward",
                heats=(
                    heat("dW", 4 * expected, expected, 1e-5), heat("dx", wrong, expected, 1e-5),
                    heat("db", expected, np.array([1.0, 2.0, 3.0]), 1e-5),
                    heat("dT", np.zeros((2, 3, 40)), np.ones((2, 3, 40)), 1e-5),
                ),
            ),
        ),
        "adam": (Picture("curve", title, over, problem=Text(HOSTILE, HOSTILE)),),
    }  # fmt: skip


def history() -> tuple[Attempt, ...]:
    """Work on three days, far from any machine's own zone."""
    return (
        Attempt("sigmoid", "2026-11-19T23:30:00+13:00", "failed", 2.0, 4.0),
        Attempt("sigmoid", "2026-11-21T00:10:05+13:00", "passed", 4.0, 4.0),
        Attempt("affine", "2026-11-21T00:20:00+13:00", "not_started", 0.0, 10.0),
        Attempt("affine", "2026-11-25T09:00:00+13:00", "failed", 3.0, 10.0),
        Attempt("affine", "2026-11-25T09:30:00+13:00", "failed", 1.0, 10.0),
    )


HINTS = {"affine": 2, "adam": 1, "sigmoid": 0}
