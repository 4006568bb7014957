"""What the files of an exercise import.

    from grader.authoring import check, gradient_check

    @check(points=2, en="any shape", ja="どんな形の配列でも")
    def any_shape(lab, draw):
        return lab.sigmoid(draw.normal(*draw.sizes("N D")))

A check drives an implementation and returns what it observed; run on the student's answer and on the reference, the two
must agree. It holds no expected values. See `docs/authoring.md`.

These names are the same for every file and stand here. Others depend on whose file it is, and exist only while the course
loader runs it, in a module of this name that is the file's own (`checks/materials.py`):

- in a `checks.py`: `given`, what the stub gives to students, e.g. a generator of data; `unit`, the names of the unit's
  `unit.py`; in a hidden one `public`, the names of the public `checks.py`;
- in `mistakes.py` and `alternatives.py`: `reference`, the names of the solution; `families`, those of the course's and the
  unit's `families.py`; and `mistake`, `changed`, `also`, `alternative` (`checks/variants.py`).
"""

from __future__ import annotations

from grader.checks.declare import check, expect, gradient_check, picture, shipped
from grader.checks.variants import family
from grader.checks.whole_numbers import of_whole_numbers

__all__ = ["check", "expect", "family", "gradient_check", "of_whole_numbers", "picture", "shipped"]
