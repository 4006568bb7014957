"""A result as a piece of HTML for the output of a notebook's cell: small, no script, no request, light and dark."""

from __future__ import annotations

from markupsafe import Markup

from grader.model import Course, Language, RunResult
from reports.escape import clean
from reports.html import environment, stylesheet
from reports.progress import section
from reports.terminal import MOST_DETAILED, SIGNS
from reports.view import next_step, score, summary


def cell_html(result: RunResult, course: Course, lang: Language) -> str:
    """Each exercise with its mistake and its first counterexample, and the next step. The same bytes for the same result."""
    sections = [section(one._replace(answer=None), None, lang) for one in result.exercises]  # the code stands above
    begun = [one.id for one in sections if one.state != "not_started"]
    return (
        environment(lang)
        .get_template("cell.html.j2")
        .render(
            lang=lang,
            style=Markup(stylesheet("cell")),
            signs=SIGNS,
            sections=sections,
            opened=begun[:MOST_DETAILED] if len(sections) > 1 else [one.id for one in sections],
            notes=[clean(note.in_(lang)) for note in result.notes],
            total=score(result.score, result.max_score),
            summary=summary(result, lang),
            step=next_step(result, course),
        )
    )
