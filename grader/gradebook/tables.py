"""The layout, as of the newest migration (`tests/gradebook/test_gradebook.py` compares the two)."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)


class Words(TypeDecorator[str]):
    """What people and their files are called, which may hold what no database takes: NUL, halves of characters."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: object) -> str | None:
        return None if value is None else plain(value)


def plain(words: str) -> str:
    """Words that every database takes."""
    return words.encode("utf-8", "replace").decode().replace("\0", "?")


# --- what was worked out ------------------------------------------------------------------------------------

answers = Table(
    "answers",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("code", Text, nullable=False),  # key of the code alone: another one is another attempt
    Column("source", LargeBinary, nullable=False),  # codec.write_answer, packed
)

results = Table(
    "results",
    METADATA,
    Column("key", Text, primary_key=True),  # base, and take if that is not 0
    Column("base", Text, nullable=False, index=True),  # key of answer, exercise, environment and seed
    Column("take", Integer, nullable=False),  # how often something else came out before
    Column("answer", Text, ForeignKey(answers.c.key), nullable=False),
    Column("exercise_key", Text, nullable=False),  # checks, reference, mistakes, seed: fingerprint.exercise_key
    Column("environment", Words, nullable=False),  # fingerprint.Environment.text
    Column("seed", Integer, nullable=False),
    Column("sandbox", Text, nullable=False),
    Column("exercise", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("max_score", Float, nullable=False),
    Column("failed", Text, nullable=False),  # ids of checks that did not pass, spaces between
    Column("mistakes", Text, nullable=False),  # slugs that were named, spaces between
    Column("detail", LargeBinary, nullable=False),  # codec.write_result, packed
)

readings = Table(  # which answers a hand-in holds, so that it need not be parsed again
    "readings",
    METADATA,
    Column("key", Text, primary_key=True),  # of its bytes and of how they are read
    Column("found", LargeBinary, nullable=False),  # answer keys by exercise; notes; or the problem
)

# --- what was decided ---------------------------------------------------------------------------------------

students = Table(
    "students",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("email", Words, nullable=False),
    Column("section", Words, nullable=False),
    Column("lms_id", Words, nullable=False),
    Column("login", Words, nullable=False),
)

runs = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("author", Words, nullable=False),
    Column("course", Text, nullable=False),
    Column("source", Words, nullable=False),  # the SUBMISSIONS that were named
    Column("exercises", Text, nullable=False),  # ids of those that were asked for, spaces between
    Column("seed", Integer, nullable=False),
    Column("environment", Words, nullable=False),
)

hand_ins = Table(  # what a student handed in, whenever it is another than before
    "hand_ins",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey(runs.c.id), nullable=False),
    Column("student", Words, ForeignKey(students.c.id), nullable=False),
    Column("name", Words, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("problem_en", Words, nullable=False),  # why none of it could be read
    Column("problem_ja", Words, nullable=False),
    # what else is said of it, JSON of [en, ja] pairs; a newer run's words replace older ones
    Column("notes", Text, nullable=False, server_default="[]"),
    Column("exercises", Text, nullable=False, server_default=""),  # of all runs that it came to, spaces between
    Index(None, "student"),
)

grades = Table(  # the result of an answer, whenever it is another than before
    "grades",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey(runs.c.id), nullable=False),
    Column("student", Words, ForeignKey(students.c.id), nullable=False),
    Column("exercise", Text, nullable=False),
    Column("result", ForeignKey(results.c.key), nullable=False),
    Index(None, "student", "exercise"),
)

adjustments = Table(  # the newest row of a student, exercise and kind is in force, unless it takes the older ones back
    "adjustments",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("student", Words, ForeignKey(students.c.id), nullable=False),
    Column("exercise", Text, nullable=False),  # empty: all that was handed in
    Column("kind", Text, nullable=False),
    Column("value", Float),  # null: taken back
    Column("reason", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("at", Text, nullable=False),
    Index(None, "student"),
)

secrets = Table(  # what makes an anonymous report's order nobody else's to work out; made with the gradebook
    "secrets",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
