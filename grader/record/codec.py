"""Results and answers as JSON, to be kept, and back: a record is a list of its fields.

`json`, not msgspec: what a student printed may hold halves of characters, which msgspec refuses, and it costs less to import.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from grader.model import Answer, Cell, CheckResult, Diagnosis, ExerciseResult, Text


def write_result(result: ExerciseResult) -> str:
    """A result without its answer."""
    return json.dumps(result._replace(answer=None))


def read_result(written: str) -> ExerciseResult:
    """What `write_result` wrote. Raises TypeError or ValueError if it is none."""
    result = ExerciseResult(*json.loads(written))
    return result._replace(
        title=Text(*result.title),
        message=Text(*result.message),
        notes=tuple(Text(*note) for note in result.notes),
        checks=tuple(_texts(CheckResult(*check), "title", "message", "detail", "program") for check in result.checks),
        diagnoses=tuple(_texts(Diagnosis(*one), "message", "hint") for one in result.diagnoses),
    )


def write_answer(answer: Answer) -> str:
    return json.dumps(answer)


def read_answer(written: str) -> Answer:
    """What `write_answer` wrote. Raises TypeError or ValueError if it is none."""
    answer = Answer(*json.loads(written))
    return answer._replace(
        path=answer.path if isinstance(answer.path, str) else "",  # what was kept before there were paths
        cells=tuple(_texts(Cell(*cell), "label") for cell in answer.cells),
        notes=tuple(Text(*note) for note in answer.notes),
        problem=Text(*answer.problem),
    )


_Record = TypeVar("_Record", CheckResult, Diagnosis, Cell)


def _texts(record: _Record, *names: str) -> _Record:
    fields: dict[str, Any] = {name: Text(*getattr(record, name)) for name in names}
    return record._replace(**fields)
