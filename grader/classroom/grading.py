"""A class, graded: what every hand-in holds, and the result of every answer that is not known yet.

Answers are graded, not hand-ins: what two students handed in alike, and the stub that many leave untouched, is graded once. All
that is worked out goes into the gradebook as it comes, so an interrupted run goes on where it was. Nothing here publishes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Engine

from grader.classroom.apart import lost, patiently
from grader.classroom.batch import Brief, Handed, Question, Verdict, read_batch
from grader.classroom.intake import HandIn
from grader.classroom.workers import Workers
from grader.course.stamps import digest, exercise_key
from grader.course.stub import pristine_stub
from grader.errors import SubmissionError
from grader.gradebook import work
from grader.gradebook.book import Entry
from grader.gradebook.work import Keeper, Reading, Summary, Worked, portions, summed_up
from grader.model import NOTHING, Answer, Course, Exercise
from grader.record.fingerprint import answer_digest, environment
from grader.status import is_begun, is_ours
from grader.submission.given import given_by_others
from grader.words import text

_BATCH = 8  # hand-ins or answers: few enough to spread a class over the cores, many beside what sending them costs
_CHUNK = 16  # hand-ins whose bytes are held at once

# What one student in fifty did besides, or a name that happens to be an exercise's, must not become points that all others lack.
OFTEN = 0.1


Tell = Callable[[str, int, int], None]  # stage, done, of how many


class Graded(NamedTuple):
    """
    Attributes:
        entries: one for each hand-in, in order.
        exercises: those that count: named, or else begun by a tenth of the class.
        seldom: how many began each of the others; they count for nobody.
        worked: how many answers were graded; the others were known.
    """

    entries: tuple[Entry, ...]
    exercises: tuple[Exercise, ...]
    seldom: dict[str, int]
    worked: int


class Job(NamedTuple):
    """How a class is to be graded.

    Attributes:
        named: ids of the exercises that count; if empty, those count that a tenth of the class has begun.
        before: those that counted in the run before this one.
        fresh: whether what is known is worked out again.
    """

    course: Course
    exercises: tuple[Exercise, ...]
    named: tuple[str, ...]
    before: tuple[str, ...]
    brief: Brief
    fresh: bool


def grade_class(job: Job, hand_ins: Sequence[HandIn], engine: Engine, workers: Workers, tell: Tell) -> Graded:
    """Grade what was handed in. Raises SandboxError, Unconfined, GradebookError."""
    digests, readings = _read(job, hand_ins, engine, workers, tell)
    known, worked = _grade(job, readings, engine, workers, tell)
    statuses = [(id_, known[id_, key].status) for one in readings for id_, key in one.answers.items()]
    begun = Counter(id_ for id_, status in statuses if is_begun(status))
    ran = Counter(id_ for id_, status in statuses if is_begun(status) and status != "error")
    chosen = _asked_for(job, begun, ran, sum(bool(one.answers) for one in readings))
    ids = [one.id for one in chosen]
    with Keeper(engine) as keeper:
        readings = [_unreadable(one, ids, keeper) if one.problem else one for one in readings]
    spoilt, more = _grade(job, [one for one in readings if one.problem], engine, workers, lambda *_: None)
    known |= spoilt
    entries = tuple(
        Entry(
            student=one.student, name=one.name, digest=digest, at=one.handed_in_at, late=one.late, problem=reading.problem,
            results={id_: known[id_, reading.answers[id_]] for id_ in ids if id_ in reading.answers},
            notes=(*one.notes, *reading.notes),
        )
        for one, digest, reading in zip(hand_ins, digests, readings, strict=True)
    )  # fmt: skip
    seldom = {id_: number for id_, number in begun.items() if id_ not in ids}
    return Graded(entries, chosen, seldom, worked + more)


def _asked_for(job: Job, begun: Counter[str], ran: Counter[str], students: int) -> tuple[Exercise, ...]:
    """The exercises that count: those that were named, or else those that enough of so many `students` have begun. What only
    one or two began and does not even run may be anything that is called so."""
    if job.named:
        return tuple(one for one in job.exercises if one.id in job.named)
    enough = OFTEN * students
    often = {id_ for id_ in begun if ran[id_] >= max(1, enough) or begun[id_] >= max(min(3, students), enough)}
    if often & set(job.before):  # the same homework again: one more counts only if it is most people's
        often = {id_ for id_ in often if 2 * ran[id_] >= students} | set(job.before)
    # where nobody has begun anything, or nothing could be read: whatever counted, or else everything
    ids = often or set(job.before)
    return tuple(one for one in job.exercises if one.id in ids) or job.exercises


def _unreadable(reading: Reading, ids: Sequence[str], keeper: Keeper) -> Reading:
    """What cannot be read is an answer to each exercise that counts, and an invalid one."""
    answer = Answer("", (), problem=reading.problem)
    keeper.keep_answers([answer])
    return reading._replace(answers=dict.fromkeys(ids, answer_digest(answer)))


# --- reading ----------------------------------------------------------------------------------------------


def _read(
    job: Job, hand_ins: Sequence[HandIn], engine: Engine, workers: Workers, tell: Tell
) -> tuple[list[str], list[Reading]]:
    """The digest and the reading of every hand-in, in order."""
    digests = [""] * len(hand_ins)
    found: dict[int, Reading] = {}
    how = _reader_key(job)

    def unread() -> Iterator[list[Handed]]:
        for chunk in portions(enumerate(hand_ins), _CHUNK):
            opened: list[Handed] = []
            for number, hand_in in chunk:
                try:
                    parcel = hand_in.read()
                except SubmissionError as error:
                    digests[number] = digest(hand_in.name, error.text.en)
                    found[number] = Reading({}, (), error.text)
                    continue
                if parcel.files:
                    digests[number] = parcel.digest
                    opened.append(Handed(number, digest(how, parcel.digest), parcel))
                else:
                    found[number] = Reading({}, (), NOTHING)
            known = {} if job.fresh else _known_readings(engine, opened)
            found.update((one.number, known[one.key]) for one in opened if one.key in known)
            tell("read", len(found), len(hand_ins))
            yield from portions((one for one in opened if one.key not in known), _BATCH)

    with Keeper(engine) as keeper:
        for one, read in workers.map(read_batch, job.brief, unread()):
            if read is None:  # not kept, and tried again by the next run
                found[one.number] = Reading({}, (), text("the process that read this took too long, or died."))
                continue
            answers = {id_: answer_digest(answer) for id_, answer in read.answers.items()}
            found[one.number] = Reading(answers, read.notes, read.problem)
            keeper.keep_reading(one.key, found[one.number], read.answers.values())
            tell("read", len(found), len(hand_ins))
    return digests, [found[number] for number in range(len(hand_ins))]


def _known_readings(engine: Engine, some: Sequence[Handed]) -> dict[str, Reading]:
    with engine.connect() as connection:
        return work.known_readings(connection, [one.key for one in some])


def _reader_key(job: Job) -> str:
    """Changes when the same bytes might be read otherwise."""
    exercises = (
        (one.id, one.unit, one.symbols, sorted(one.aliases.items()), pristine_stub(one), given_by_others(one))
        for one in job.exercises
    )
    return digest(environment().key, repr(list(exercises)))


# --- grading ----------------------------------------------------------------------------------------------


def _grade(
    job: Job, readings: Sequence[Reading], engine: Engine, workers: Workers, tell: Tell
) -> tuple[dict[tuple[str, str], Summary], int]:
    """The result of every answer, by exercise and key of the answer; and how many were worked out anew."""
    wanted = {pair for one in readings for pair in one.answers.items()}
    exercise_keys = {one.id: exercise_key(job.course, one, job.brief.seed) for one in job.exercises}
    bases = {pair: digest(environment().key, exercise_keys[pair[0]], pair[1])[:32] for pair in wanted}
    with engine.connect() as connection:
        known = work.summaries(connection, set(bases.values()))
    found = {pair: known[base] for pair, base in bases.items() if _holds(known.get(base), job)}
    order = {one.id: place for place, one in enumerate(job.exercises)}
    rest = sorted((pair for pair in wanted if pair not in found), key=lambda pair: (order[pair[0]], pair[1]))
    by_id = {one.id: one for one in job.exercises}

    def questions() -> Iterator[list[Question]]:
        for _, pairs in groupby(rest, lambda pair: pair[0]):
            for some in portions(pairs, _BATCH):
                with engine.connect() as connection:
                    asked = [Question(id_, work.source(connection, key)) for id_, key in some]
                yield asked

    done = 0
    with Keeper(engine) as keeper:
        for (exercise, answer), verdict in patiently(workers, job.brief, questions()):
            assert answer is not None
            pair = (exercise, answer_digest(answer))
            before = known.get(bases[pair])
            # a worker that came later may have other versions than those that were asked at first
            if verdict is None or verdict.environment != environment().key:
                verdict = Verdict(lost(by_id[exercise]), environment().key, "process")
            result, level = verdict.result, verdict.sandbox
            one = Worked(
                base=bases[pair], take=before.take + 1 if before else 0, answer=answer, result=result, exercise_key=exercise_keys[exercise],
                environment=environment().text, seed=job.brief.seed, sandbox=level,
            )  # fmt: skip
            if before is None or (before.outcome, before.sandbox) != (summed_up(one).outcome, level):
                keeper.keep_result(one)
            done += 1
            tell("grade", done, len(rest))
    # Read back: another grader may have been first, with another outcome, and what is kept counts.
    with engine.connect() as connection:
        kept = work.summaries(connection, {bases[pair] for pair in rest})
    return found | {pair: kept[bases[pair]] for pair in rest}, done


def _holds(result: Summary | None, job: Job) -> bool:
    """Whether a result need not be worked out again. A fault of ours is no result; and what somebody graded unconfined counts
    for those alone who do so themselves."""
    if result is None or is_ours(result.status) or job.fresh:
        return False
    return result.sandbox != "process" or not job.brief.must_confine
