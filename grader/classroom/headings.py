"""What the columns of a roster are called: by learning platforms, registrars and people, in English and Japanese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# By field of Student, the surest heading first; as `letters` leaves them.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "id": (
        "sisuserid", "studentid", "studentnumber", "studentno", "idnumber", "sid", "matriculationnumber", "matriculationno",
        "registrationnumber", "universityid", "学籍番号", "学生番号", "学生証番号", "学生id", "idナンバー", "id番号", "identifier", "id",
    ),
    "lms_id": ("canvasuserid", "canvasid", "lmsid", "識別子", "participant", "participantid"),
    "name": (
        "fullname", "studentname", "name", "student", "氏名", "学生氏名", "漢字氏名", "姓名", "フルネーム", "名前",
    ),
    "given": ("firstname", "givenname", "givennames", "forename", "名"),
    "family": ("lastname", "familyname", "surname", "姓"),
    "email": ("emailaddress", "email", "mail", "mailaddress", "メールアドレス", "電子メール", "eメール", "メール"),
    "section": ("section", "sections", "sectionname", "クラス", "セクション", "組"),
    "login": (
        "sisloginid", "loginid", "login", "username", "account", "githubusername", "githublogin", "githubaccount", "github",
        "ユーザ名", "ユーザー名", "ログインid", "ログイン名", "ログイン", "アカウント",
    ),
}  # fmt: skip


PARTICIPANT = re.compile(
    r"(?:\D*\s|Participant|参加者)(\d+)"
)  # what Moodle's worksheet calls people: "Participant 123"


class Columns(NamedTuple):
    """
    Attributes:
        of: the column of each field that the table has.
        headings: the line of headings.
        canvas: whether this is a gradebook that Canvas exported.
    """

    of: dict[str, int]
    headings: tuple[str, ...]
    canvas: bool

    def cell(self, cells: Sequence[str], kind: str) -> str:
        at = self.of.get(kind, len(cells))
        return cells[at] if at < len(cells) else ""

    def heading(self, kind: str) -> str:
        return self.headings[self.of[kind]] if kind in self.of else ""


def columns_of(headings: Sequence[str]) -> Columns:
    """Which column holds what."""
    called = [letters(heading) for heading in headings]
    of: dict[str, int] = {}
    for kind, known in _HEADINGS.items():
        at = next((called.index(name) for name in known if name in called), None)
        if at is not None:
            of[kind] = at
    canvas = called[:2] == ["student", "id"] and "section" in called
    # Beside a column that says more, these are numbers of a database: Canvas's users, Moodle's participants.
    for vague in ("identifier", "id"):
        at = called.index(vague) if vague in called else None
        if at is not None and (of["id"] != at or canvas):
            of["lms_id"] = at
    if canvas and of["id"] == of["lms_id"]:
        del of["id"]
    return Columns(of, tuple(headings), canvas)


def folded(value: str) -> str:
    """An id, a login or an address as it is compared: without case and width."""
    return unicodedata.normalize("NFKC", value).strip().casefold()


def letters(value: str) -> str:
    """A name or heading as it is compared: its letters and digits."""
    # a letter may be several characters long (Thai, Devanagari), hence the marks
    return "".join(character for character in folded(value) if unicodedata.category(character)[0] in "LMN")
