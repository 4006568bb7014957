"""Links: followed in one's own workspace, refused by name in what others hand in."""

from __future__ import annotations

import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.classroom.intake import take_in
from grader.errors import SubmissionError
from grader.submission import opening
from grader.submission.files import File
from grader.submission.gather import read_files
from grader.submission.naming import is_source

pytestmark = pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there that few have")


@pytest.fixture(params=[True, False], ids=["by descriptor", "by path"])
def _ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Linux, and as where folders have no descriptors."""
    monkeypatch.setattr(opening, "BY_DESCRIPTOR", opening.BY_DESCRIPTOR and request.param)


def shown(files: list[File]) -> dict[str, str]:
    return {str(one.name): one.problem.en if one.data is None else one.data.decode() for one in files}


def write(path: Path, said: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(said)


REFUSED = "is a link or device and was skipped; hand in the file itself."

# --- one's own ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_ways")
def test_links_of_ones_own_workspace_are_followed(tmp_path: Path) -> None:
    write(tmp_path / "drop" / "relu.py", "R")
    write(tmp_path / "drop" / "unit" / "sigmoid" / "sigmoid.py", "S")
    write(tmp_path / "ws" / "own" / "affine.py", "A")
    (tmp_path / "ws" / "own" / "relu.py").symlink_to("../../drop/relu.py")
    (tmp_path / "ws" / "02").symlink_to(tmp_path / "drop" / "unit")
    (tmp_path / "wslink").symlink_to("ws")
    expected = {"own/affine.py": "A", "own/relu.py": "R", "02/sigmoid/sigmoid.py": "S"}

    assert shown(read_files(tmp_path / "ws", is_source, follow=True)) == expected
    assert shown(read_files(tmp_path / "wslink", is_source, follow=True)) == expected


@pytest.mark.usefixtures("_ways")
def test_links_that_run_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "ws" / "deep" / "down" / "relu.py", "R")
    (tmp_path / "ws" / "a").symlink_to("deep/down")  # before its own name in the alphabet
    (tmp_path / "ws" / "deep" / "up").symlink_to("..")
    (tmp_path / "ws" / "deep" / "down" / "here").symlink_to(".")
    (tmp_path / "ws" / "itself.py").symlink_to("itself.py")
    (tmp_path / "ws" / "nowhere.py").symlink_to("gone.py")
    (tmp_path / "ws" / "there").symlink_to("back")
    (tmp_path / "ws" / "back").symlink_to("there")

    files = shown(read_files(tmp_path / "ws", is_source, follow=True))

    assert files.pop("deep/down/relu.py") == "R"
    assert sorted(files) == ["itself.py", "nowhere.py"]
    assert files["nowhere.py"] == "nowhere.py cannot be read: No such file or directory."
    assert "cannot be read" in files["itself.py"]


@pytest.mark.usefixtures("_ways")
def test_a_tower_of_links_is_climbed_once(tmp_path: Path) -> None:
    """Each floor has two links to the next: 2 to the power of 40 ways to the top."""
    for floor in range(40):
        (tmp_path / "ws" / str(floor)).mkdir(parents=True)
        for name in "xy":
            (tmp_path / "ws" / str(floor) / name).symlink_to(f"../{floor + 1}")
    write(tmp_path / "ws" / "40" / "relu.py", "R")

    assert shown(read_files(tmp_path / "ws" / "0", is_source, follow=True)) == {"/".join("x" * 40) + "/relu.py": "R"}


# --- other people's -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_ways")
def test_links_in_a_hand_in_are_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path / "secret" / "relu.py", "secret")
    write(tmp_path / "hw" / "affine.py", "A")
    (tmp_path / "hw" / "relu.py").symlink_to(tmp_path / "secret" / "relu.py")
    (tmp_path / "hw" / "unit").symlink_to(tmp_path / "secret")
    (tmp_path / "hw" / "week1.2").symlink_to(tmp_path / "secret")
    (tmp_path / "hw" / "plot.png").symlink_to(tmp_path / "secret")

    assert shown(read_files(tmp_path / "hw", is_source)) == {
        "affine.py": "A",
        "relu.py": f"relu.py {REFUSED}",
        "unit": f"unit {REFUSED}",
        "week1.2": f"week1.2 {REFUSED}",
    }


def as_folder(at: Path, links: dict[str, str]) -> Path:
    write(at / "class" / "zoe.py", "Z")
    for name, target in links.items():
        (at / "class" / name).parent.mkdir(exist_ok=True)
        (at / "class" / name).symlink_to(target)
    return at / "class"


def as_zip(at: Path, links: dict[str, str]) -> Path:
    with zipfile.ZipFile(at / "class.zip", "w") as archive:
        archive.writestr("zoe.py", "Z")
        for name, target in links.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, target)
    return at / "class.zip"


def as_tar(at: Path, links: dict[str, str]) -> Path:
    with tarfile.open(at / "class.tar", "w") as archive:
        plain = tarfile.TarInfo("zoe.py")
        plain.size = 1
        archive.addfile(plain, io.BytesIO(b"Z"))
        for name, target in links.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            archive.addfile(entry)
    return at / "class.tar"


@pytest.mark.parametrize("make", [as_folder, as_zip, as_tar])
def test_a_student_whose_hand_in_is_a_link_is_told_so(
    tmp_path: Path, make: Callable[[Path, dict[str, str]], Path]
) -> None:
    write(tmp_path / "secret" / "relu.py", "secret")
    secret = str(tmp_path / "secret")
    path = make(tmp_path, {"ann": secret, "bob.py": f"{secret}/relu.py", "cyd.zip": secret, "dan/unit": secret})

    *hand_ins, zoe = take_in(path, None).hand_ins

    assert [one.student.id for one in (*hand_ins, zoe)] == ["ann", "bob", "cyd", "dan", "zoe"]
    said = []
    for one in hand_ins:
        try:
            said += [file.problem.en for file in one.read().files]
        except SubmissionError as error:
            said.append(error.text.en)
    assert said == [f"{name} {REFUSED}" for name in ("ann", "answer.py", "cyd.zip", "unit")]
    assert shown(list(zoe.read().files)) == {"answer.py": "Z"}


@pytest.mark.parametrize("make", [as_folder, as_zip, as_tar])
def test_what_a_link_of_a_hand_in_leads_to_is_not_even_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path, dict[str, str]], Path]
) -> None:
    """Not with `stat` either: at a network drive that is gone it would wait."""
    path = make(tmp_path, {"ann": "/nowhere/at/all", "bob/unit": "/nowhere/at/all"})
    looked = os.stat
    asked: list[tuple[object, bool]] = []

    def hooked(name: object, *args: object, follow_symlinks: bool = True, **more: object) -> os.stat_result:
        asked.append((name, follow_symlinks))
        return looked(name, *args, follow_symlinks=follow_symlinks, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", hooked)
    for one in take_in(path, None).hand_ins:
        try:
            one.read()
        except SubmissionError:
            pass

    assert not [name for name, followed in asked if followed and str(name).endswith(("ann", "unit"))]
