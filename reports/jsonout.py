"""Results as plain dictionaries for `json.dumps`: schema `gradkata/run/v1`, and the list of exercises."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from grader.model import CheckResult, Course, Diagnosis, Exercise, ExerciseResult, Language, RunResult, Text
from reports.escape import clean
from reports.view import next_step

if TYPE_CHECKING:
    from grader.sandbox.worker import Means

SCHEMA = "gradkata/run/v1"


def dump(document: dict[str, Any]) -> str:
    """A document as it is printed: for people to read and programs to parse."""
    return written(document) + "\n"


def written(document: dict[str, Any]) -> str:
    """The same without its last line end. A CI job looks for `##[error]` and the like anywhere in a line of its log, so of
    two # in a string one is written by its number."""
    return json.dumps(document, ensure_ascii=False, indent=2).replace("##", "#\\u0023")


def run_json(result: RunResult, lang: Language) -> dict[str, Any]:
    """One graded submission, in the order in which it was graded. Keys are a contract: none is added or left out."""
    return {
        "schema": SCHEMA,
        "grader_version": result.grader_version,
        "course": clean(result.course),
        "submission": clean(result.submission),
        "seed": result.seed,
        "sandbox": result.sandbox,
        "score": float(result.score),
        "max_score": float(result.max_score),
        "exercises": [_exercise(one, lang) for one in result.exercises],
    }


def list_json(course: Course, lang: Language) -> dict[str, Any]:
    """The exercises of a course, in its order."""
    return {"exercises": [_brief(one, lang) for one in course.exercises]}


def next_json(result: RunResult, course: Course, lang: Language) -> dict[str, Any]:
    """After a result on the whole course: the exercise to go on with, null if all are solved, and what to type."""
    step = next_step(result, course)
    found = [_brief(one, lang) for one in course.exercises if one.id == step.exercise]
    return {
        "schema": "gradkata/next/v1",
        "exercise": found[0] if found else None,
        "command": step.command if found else "grade list",
    }


def hint_json(exercise: Exercise, level: int, command: str, lang: Language) -> dict[str, Any]:
    """One hint of an exercise, and what to type next."""
    return {
        "schema": "gradkata/hint/v1",
        "exercise": _brief(exercise, lang),
        "level": level,
        "levels": len(exercise.hints),
        "hint": _say(exercise.hints[level - 1], lang),
        "command": command,
    }


def show_json(exercise: Exercise, answer: str | None, lang: Language) -> dict[str, Any]:
    """The statement of an exercise in Markdown, and the file that its answer goes into; null outside a workspace."""
    return {
        "schema": "gradkata/show/v1",
        "exercise": _brief(exercise, lang),
        "statement": exercise.statement(lang).read_text(encoding="utf-8"),
        "answer": answer,
    }


def doctor_json(version: str, versions: dict[str, str], means: Means) -> dict[str, Any]:
    """What this machine can do for the sandbox."""
    layers = [{"name": layer.name, "holds": layer.holds, "note": layer.note} for layer in means.layers]
    return {"schema": "gradkata/doctor/v1", "gradkata": version, **versions, "level": means.level, "layers": layers}


def _brief(exercise: Exercise, lang: Language) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "unit": exercise.unit,
        "title": _say(exercise.title, lang),
        "points": float(exercise.points),
    }


def _exercise(result: ExerciseResult, lang: Language) -> dict[str, Any]:
    return {
        "id": result.id,
        "unit": result.unit,
        "status": result.status,
        "score": float(result.score),
        "max_score": float(result.max_score),
        "duration_s": round(result.duration_s, 4),
        "message": _say(result.message, lang),
        "notes": [_say(note, lang) for note in result.notes],
        "checks": [_check(check, lang) for check in result.checks],
        "diagnoses": [_diagnosis(diagnosis, lang) for diagnosis in result.diagnoses],
    }


def _check(check: CheckResult, lang: Language) -> dict[str, Any]:
    return {
        "id": check.id,
        "title": _say(check.title, lang),
        "hidden": check.hidden,
        "status": check.status,
        "score": float(check.score),
        "max_score": float(check.max_score),
        "message": _say(check.message, lang),
        "duration_s": round(check.duration_s, 4),
    }


def _diagnosis(diagnosis: Diagnosis, lang: Language) -> dict[str, Any]:
    return {
        "slug": diagnosis.slug,
        "kind": diagnosis.kind,
        "confidence": diagnosis.confidence,
        "message": _say(diagnosis.message, lang),
        "hint": _say(diagnosis.hint, lang),
    }


def _say(text: Text, lang: Language) -> str:
    return clean(text.in_(lang))  # the program prints it with ensure_ascii off: it may reach a terminal
