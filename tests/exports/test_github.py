"""Workflow commands, read as GitHub's runner reads them; and the job summary."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from grader.exports.github import MOST_BYTES, commands, job_summary
from grader.exports.messages import NoResult
from grader.model import Answer, Cell, Diagnosis, RunResult, Text, same
from tests.exports.sample import HOSTILE, check, exercise, mixed_run, run


def file_of(answer: Answer) -> str:
    return f"work, my/{answer.name}"


def read(result: RunResult | NoResult, where: str | None = None) -> list[tuple[str, dict[str, str], str]]:
    """Kind, properties and message of every command; every line must be one."""
    found = []
    for line in commands(result, "en", file_of if where is None else lambda _: where):
        assert "\n" not in line and "\r" not in line
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        plain = {key: unescape(value) for key, value in properties.items()}
        found.append((match[1], plain, unescape(match[3])))
    return found


def unescape(words: str) -> str:
    for escaped, sign in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        words = words.replace(escaped, sign)
    return words


def test_an_error_points_to_the_file_and_line_of_the_answer() -> None:
    kind, properties, message = read(mixed_run())[0]

    assert kind == "error"
    assert properties == {"file": "work, my/affine.py", "line": "4", "title": "affine: does backward"}
    assert message.startswith("</failure>]]>\ufffe::error::x ::set-env name=A::b%0A<script>\n")  # text, and no command
    assert "db is the mean.\ntry: Sum it." in message


def test_only_what_failed_and_costs_points_is_an_error_and_the_rest_is_in_the_notice() -> None:
    found = read(mixed_run())

    assert [(kind, properties["title"]) for kind, properties, _ in found] == [
        ("error", "affine: does backward"), ("error", "affine: does deep"), ("error", "lstm"), ("notice", "gradkata"),
    ]  # fmt: skip
    assert found[-1][2] == "1 of 4 exercises passed · 4/8"
    assert "the grader failed here" in found[2][2]


def test_in_a_notebook_there_is_no_line_for_its_file_has_others() -> None:
    cells = (
        Cell(1, "import numpy", same("work.ipynb, cell 1")),
        Cell(2, "def f(x):\n    return x", same("work.ipynb, cell 3")),
    )
    answer = Answer("work.ipynb", cells)
    result = run(exercise("a", [check("x", "error", message="it stopped", line=3)], answer=answer))

    assert read(result)[0][1:] == (
        {"file": "work, my/work.ipynb", "title": "a: does x"}, "it stopped",
    )  # fmt: skip
    assert "file" not in read(result, where="")[0][1]  # from an archive


def test_what_strikes_in_a_right_answer_is_a_warning() -> None:
    notice = Diagnosis("in-place", "notice", 1.0, same("changed in place."), same("Copy it."))
    done = run(exercise("a", [check("x")], "passed", diagnoses=(notice,)))

    assert read(done)[0] == ("warning", {"file": "work, my/a.py", "title": "a"}, "changed in place.\ntry: Copy it.")


def test_there_are_ten_of_a_type_at_most_and_the_last_says_how_many_more() -> None:
    checks = [check(f"c{n}", "failed", message=f"wrong {n}") for n in range(30)]
    found = read(run(*(exercise(f"e{n}", checks[n * 3 : n * 3 + 3]) for n in range(10))))

    assert [kind for kind, _, _ in found] == ["error"] * 10 + ["notice"]
    assert found[9][2] == "21 more; the job summary has them."
    assert len(read(run(exercise("e", checks[:10])))) == 11  # ten are shown whole


def test_of_a_hidden_check_there_is_its_message_and_no_more() -> None:
    hidden = mixed_run().exercises[0].checks[2]
    result = run(exercise("affine", [hidden]))  # the first failure, which the summary shows in full
    said = "\n".join(commands(result, "en", file_of)) + job_summary(result, "en")

    assert "the values are wrong." in said and "0.123456789" not in said


def test_a_submission_that_cannot_be_read_is_one_error() -> None:
    assert read(NoResult(Text("damaged\nzip", ""), ours=False)) == [("error", {"title": "gradkata"}, "damaged\nzip")]


# --- the job summary ----------------------------------------------------------------------------------------


def test_the_summary_has_a_table_of_all_exercises_and_what_went_wrong() -> None:
    page = MarkdownIt().enable("table").render(job_summary(mixed_run(), "en"))

    assert page.count("<tr>") == 1 + 4 and page.count("<td") == 4 * 4
    assert "4/8" in page and "Exercise affine, with: 100%" in page
    assert "db is the mean." in page and "the grader failed here" in page
    assert "not started yet" not in page  # who has not begun has nothing to read


def test_nothing_in_the_summary_is_html_of_a_student() -> None:
    title = Text("a | b <img src=x> `c", "")
    nasty = exercise(
        "a", [check("x", "failed", message=HOSTILE, detail=same("```\n<script>"), output="```\n<script>")]
    )._replace(title=title)
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(job_summary(run(nasty), "en"))

    assert "<script" not in page and "<img" not in page and page.count("<td") == 4


def test_the_summary_stays_below_a_mebibyte_and_says_so() -> None:
    long = same("長" * 100_000)
    done = [exercise(f"d{n}", [check("x")], "passed") for n in range(3000)]
    failed = [exercise(f"e{n}", [check("x", "failed", detail=long)]) for n in range(9)]
    page = job_summary(run(*done, *failed), "en")

    assert len(page.encode()) <= MOST_BYTES
    assert page.rstrip().endswith("the log has the rest.") and "`d2999`" in page and "`e8`" in page
