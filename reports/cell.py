"""A result as a piece of HTML for the output of a notebook's cell: small, no script, no request, light and dark."""

from __future__ import annotations

from itertools import count

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.model import Course, Language, RunResult
from reports.escape import clean
from reports.progress import HERE, section, with_code
from reports.terminal import MOST_DETAILED, SIGNS
from reports.view import next_step, score, summary


def cell_html(result: RunResult, course: Course, lang: Language) -> str:
    """Each exercise with its mistake and its first counterexample, and the next step. The same bytes for the same result."""
    sections = [section(one._replace(answer=None), None, lang) for one in result.exercises]  # the code stands above
    number = count()
    opened = {one.id for one in sections if one.state != "not_started" and next(number) < MOST_DETAILED}
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["words"] = with_code
    return environment.get_template("cell.html.j2").render(
        lang=lang,
        say=lambda en, ja: ja if lang == "ja" else en,
        style=Markup((HERE / "static" / "cell.css").read_text(encoding="utf-8")),
        signs=SIGNS,
        sections=sections,
        opened=opened if len(sections) > 1 else {one.id for one in sections},
        notes=[clean(note.in_(lang)) for note in result.notes],
        total=score(result.score, result.max_score),
        summary=summary(result, lang),
        step=next_step(result, course),
    )
