"""A layer of confinement holds because it was shown to hold, and not because nothing was said against it.

Each test starts a zygote of its own from a copy of `inside/` in which something was left out on purpose.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from grader.errors import SandboxError
from grader.sandbox import launch, view
from grader.sandbox.host import open_sandbox
from grader.sandbox.launch import can_fork
from grader.sandbox.worker import Layer, Means
from tests.conftest import ROOT
from tests.sandbox.test_sandbox import ends

pytestmark = pytest.mark.skipif(not can_fork(), reason="confinement needs Linux")

NEEDED = ("limits", "no_new_privs", "landlock", "seccomp")
FUNCTIONS = {
    "limits": "set_limits",
    "user": "drop_user",
    "threads": "limit_tasks",
    "capabilities": "drop_capabilities",
    "no_new_privs": "no_new_privileges",
    "landlock": "restrict_files",
    "seccomp": "filter_calls",
    "namespaces": "enter_namespaces",
    "read-only files": "make_files_read_only",
}
PROBES = {
    "read a file": ("seccomp", "landlock"),
    "write a file": ("seccomp", "landlock", "read-only files"),
    "start a process": ("seccomp",),
    "open the network": ("seccomp", "landlock", "namespaces"),
    "signal the grader": ("seccomp", "landlock"),
    "raise its limits": ("seccomp",),
}


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of `inside/` from which zygotes are started."""
    here = tmp_path / "sandbox"
    shutil.copytree(ROOT / "grader" / "sandbox", here, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(launch, "__file__", str(here / "launch.py"))
    monkeypatch.setattr(view, "__file__", str(here / "view.py"))
    return here / "inside"


def leave_out(file: Path, text: str, instead: str = "") -> None:
    """Take out the one line that has this text."""
    lines = file.read_text().split("\n")
    [found] = [line for line in lines if text in line]
    lines[lines.index(found)] = found[: len(found) - len(found.lstrip())] + instead
    file.write_text("\n".join(lines))


def do_nothing(inside: Path, *layers: str) -> None:
    """Let the functions of these layers come back without an error and without having done anything."""
    with (inside / "confine.py").open("a") as file:
        file.writelines(f"\n\ndef {FUNCTIONS[name]}(*_: object) -> None:\n    pass\n" for name in layers)


def started(means: str = "zygote") -> tuple[str, dict[str, Layer]]:
    """The level of a sandbox, and its layers by name."""
    with open_sandbox(means=means) as sandbox:
        found: Means = sandbox.means
    return found.level, {layer.name: layer for layer in found.layers}


def already(name: str) -> bool:
    """Whether this process, without any layer, is confined so already: not root, or in a strict container."""
    status = dict(line.split(":\t", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":\t" in line)
    return {
        "user": os.getuid() != 0,
        "capabilities": int(status["CapEff"], 16) == 0 and int(status["CapPrm"], 16) == 0,
        "no_new_privs": status["NoNewPrivs"] == "1",
    }.get(name, False)


def test_the_copy_confines_as_the_original_does(inside: Path) -> None:
    copy = started()
    shutil.copytree(ROOT / "grader" / "sandbox" / "inside", inside, dirs_exist_ok=True)

    assert copy == started()
    assert all(copy[1][name].holds for name in NEEDED)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_layer_that_is_left_out_does_not_hold(inside: Path, name: str) -> None:
    call = f'("{name}", ' if name != "namespaces" else "confine.enter_namespaces"
    leave_out(inside / "zygote.py", call, "pass")

    level, layers = started()

    assert not layers[name].holds and layers[name].note == "not shown by the self-test"
    assert level == ("process" if name in NEEDED else "confined")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_layer_whose_function_does_nothing_does_not_hold(inside: Path, name: str) -> None:
    """Giving up root gives up capabilities, too: the two are left out together."""
    do_nothing(inside, *{name, "user"} if name == "capabilities" else {name})
    if name == "capabilities":  # a namespace of its own would give a plain user all of them
        do_nothing(inside, "namespaces")

    level, layers = started()

    assert layers[name].holds is already(name)
    assert already(name) or level == ("process" if name in NEEDED else "confined")


def test_a_layer_whose_function_raises_says_why(inside: Path) -> None:
    with (inside / "confine.py").open("a") as file:
        file.write("\n\ndef filter_calls(program: object) -> None:\n    raise OSError('no such filter')\n")

    level, layers = started()

    assert level == "process"
    assert layers["seccomp"] == Layer("seccomp", False, "no such filter")


@pytest.mark.parametrize("name", [*PROBES, "read the grader's memory"])
def test_a_probe_that_is_left_out_proves_nothing(inside: Path, name: str) -> None:
    leave_out(inside / "probes.py", f'"{name}": ')

    level, layers = started()

    assert level == "process"
    assert layers[f"cannot {name}"] == Layer(f"cannot {name}", False, "not shown by the self-test")


@pytest.mark.parametrize("name", PROBES)
def test_a_probe_tells_what_is_not_confined(inside: Path, name: str) -> None:
    do_nothing(inside, *PROBES[name])

    level, layers = started()

    assert level == "process"
    assert not layers[f"cannot {name}"].holds and layers[f"cannot {name}"].note


def test_a_self_test_that_breaks_shows_nothing(inside: Path) -> None:
    with (inside / "probes.py").open("a") as file:
        file.write("\n\ndef prepare() -> int:\n    raise ZeroDivisionError\n")

    level, layers = started()

    assert level == "process"
    from_outside = {"separate process", "control group"}
    assert {name for name, layer in layers.items() if layer.holds} <= from_outside
    assert layers["self-test"].note == "ZeroDivisionError()"


@pytest.mark.skipif(not shutil.which("bwrap"), reason="bubblewrap is not installed")
def test_a_bubblewrap_that_hides_nothing_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It starts what it is asked to start, and leaves every file and every namespace as they are."""
    program = tmp_path / "bin" / "bwrap"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport os, sys\nfirst = sys.argv.index('-s') - 1\nos.execv(sys.argv[first], sys.argv[first:])\n"
    )
    program.chmod(0o755)
    right, layers_of_the_right = started("best")
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)

    level, layers = started("best")

    assert right == "isolated" and layers_of_the_right["namespaces"].holds and layers_of_the_right["bubblewrap"].holds
    assert level == "confined"
    assert not layers["bubblewrap"].holds and not layers["namespaces"].holds


def test_a_zygote_that_is_started_again_must_confine_as_the_first_did(inside: Path) -> None:
    with open_sandbox(means="zygote") as sandbox:
        assert sandbox.means.level == "confined"
        do_nothing(inside, "seccomp")
        os.kill(sandbox.means.worker.__self__.zygote.pid, 9)  # type: ignore[attr-defined]

        with pytest.raises(SandboxError, match="confines less than before"):
            sandbox.worker(2.0)


@pytest.mark.parametrize("name", ["limits", "no_new_privs", "seccomp", "capabilities"])
def test_a_layer_that_fails_in_a_worker_alone_is_our_fault(inside: Path, name: str) -> None:
    """Nothing of the answer runs there; and it is not the answer that ended the program."""
    fails = f"def fail(*_: object) -> None:\n    raise OSError('not today')\n\n\nconfine.{FUNCTIONS[name]} = fail"
    zygote = inside / "zygote.py"
    source = zygote.read_text()
    call = "        layers.apply(cpu_seconds)\n"
    assert source.count(call) == 1
    zygote.write_text(source.replace(call, "".join(f"        {line}\n" for line in fails.splitlines()) + call))

    with open_sandbox(means="zygote") as sandbox, pytest.raises(SandboxError, match="layer of confinement failed"):
        ends(sandbox, "print('it ran')\n\n\ndef f():\n    return 1\n")
