"""`grade new --like`: a copy of an exercise verifies as its model does, and what would not run is refused in one line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import tomli

from grader.course.discover import load_course
from grader.course.renaming import renamed
from grader.sandbox.host import Sandbox
from grader.verify import verify
from tests.cli.test_cli import grade
from tests.conftest import ROOT, exercise

SIDES = ("exercises", "solutions")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course of four exercises of the real one: a function called like its exercise; a class; two that need their unit.py."""
    for name in ("02_activations/tanh", "02_activations/leaky_relu", "05_backprop/mul_layer", "05_backprop/affine"):
        for side in SIDES:
            shutil.copytree(ROOT / side / name, tmp_path / side / name)
    for side in SIDES:
        shutil.copyfile(ROOT / side / "course.toml", tmp_path / side / "course.toml")
        for shared in [*ROOT.glob(f"{side}/families.py"), *ROOT.glob(f"{side}/0[25]*/*.py")]:
            shutil.copyfile(shared, tmp_path / shared.relative_to(ROOT))
    for path in tmp_path.glob("exercises/*/*/exercise.toml"):
        requires = '["tanh"]' if path.parent.name == "affine" else "[]"
        path.write_text(re.sub(r"(?m)^requires = .*$", f"requires = {requires}", path.read_text("utf-8")), "utf-8")
    return tmp_path


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("new", "other", "symbol"),
    [
        ("02_activations/soft_sign", "tanh", "soft_sign"),
        ("05_backprop/dense", "affine", "Affine"),
        ("06_networks/product", "mul_layer", "MulLayer"),
    ],
)
def test_a_copy_is_certified_as_it_stands(root: Path, sandbox: Sandbox, new: str, other: str, symbol: str) -> None:
    before = contents(root)
    unit, id_ = new.split("/")

    result = grade("new", new, "--like", other, cwd=root)

    assert result.returncode == 0 and result.stdout.endswith(f"grade verify {id_}\n"), result.stderr
    course = load_course(root)
    made, model = exercise(course, id_), exercise(course, other)
    assert verify(course, made, sandbox).findings == ()
    assert made.symbols == (symbol,) and made.requires == model.requires and made.unit == unit
    assert made.title.en == f"{id_}: give me a title" and made.title.ja != made.title.en
    assert made.statement("en").read_text(encoding="utf-8").startswith(f"# {id_}: give me a title\n")
    assert {path.name.replace(id_, other) for path in made.folder.iterdir()} == {
        path.name for path in model.folder.iterdir()
    }
    written = {Path(line) for line in result.stdout.splitlines()[:-1]}
    after = contents(root)
    assert written == {path for path in after if after[path] != before.get(path)}
    assert (root / "exercises" / unit / "unit.py").is_file()


def test_a_function_is_called_like_the_new_exercise_and_numpys_stays(root: Path) -> None:
    assert grade("new", "02_activations/soft_sign", "--like", "tanh", cwd=root).returncode == 0

    public, hidden = (root / side / "02_activations" / "soft_sign" for side in SIDES)
    reference = (hidden / "soft_sign.py").read_text(encoding="utf-8")
    assert "def soft_sign(" in reference and "np.tanh" in reference
    assert "lab.soft_sign(" in (public / "checks.py").read_text(encoding="utf-8")
    statement = (public / "README.md").read_text(encoding="utf-8")
    assert "`soft_sign(x)`" in statement and "tanh(" not in statement
    data = tomli.loads((public / "exercise.toml").read_text(encoding="utf-8"))
    assert data["symbols"] == ["soft_sign"]


@pytest.mark.parametrize(
    ("new", "other", "says"),
    [
        ("02_activations/soft_sign", "tanhh", "there is no exercise or command called 'tanhh'. Did you mean tanh?"),
        ("02_activations/soft_sign", "backprop", "'backprop' is a unit; name one of mul_layer, affine"),
        ("02_activations/tanh", "tanh", "there is an exercise called tanh already"),
        ("02_activations/x", "tanh", "x is a name in "),
        ("02_activations/lambda", "tanh", "'02_activations/lambda' is no name for an exercise"),
        ("01_perceptron/dense", "affine", "affine requires tanh, which stands in a later unit than 01_perceptron; begin in 02_activations or later"),
        ("05_backprop/leaky", "leaky_relu", "leaky_relu uses what 05_backprop lacks: "),
    ],
)  # fmt: skip
def test_what_would_not_run_is_refused_in_one_line_and_nothing_is_written(
    root: Path, new: str, other: str, says: str
) -> None:
    before = contents(root)

    result = grade("new", new, "--like", other, cwd=root, COLUMNS="400")

    assert result.returncode == 2 and result.stdout == ""
    assert says in result.stderr and len(result.stderr.splitlines()) == 1
    assert contents(root) == before


def test_what_stands_there_already_is_left_alone(root: Path) -> None:
    (root / "solutions" / "05_backprop" / "dense").mkdir()

    result = grade("new", "05_backprop/dense", "--like", "affine", cwd=root)

    assert result.returncode == 2 and "exists already; remove it, or take another id" in result.stderr
    assert not (root / "exercises" / "05_backprop" / "dense").exists()


def test_families_of_a_unit_go_over_with_the_copy_or_must_be_there(root: Path) -> None:
    solutions = root / "solutions"
    (solutions / "05_backprop" / "families.py").write_text(
        "from grader.authoring import family\n\nown_kind = family('own-{n}', en='a {n}', ja='あ {n}')\n"
    )
    mistakes = solutions / "05_backprop" / "affine" / "mistakes.py"
    use = '\nfrom grader.authoring import changed, families\n\nchanged(families.own_kind, {"self.x = x": "pass"}, n="1")\n'
    mistakes.write_text(mistakes.read_text(encoding="utf-8") + use, encoding="utf-8")

    assert grade("new", "06_networks/dense", "--like", "affine", cwd=root).returncode == 0
    assert (solutions / "06_networks" / "families.py").is_file()
    assert (root / "exercises" / "06_networks" / "unit.py").is_file()  # affine's checks use it

    (solutions / "07_optimizers").mkdir()
    (solutions / "07_optimizers" / "families.py").write_text("other_kind = 1\n")
    refused = grade("new", "07_optimizers/dense2", "--like", "affine", cwd=root, COLUMNS="400")
    assert refused.returncode == 2 and "07_optimizers/families.py has no own_kind" in refused.stderr


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("tanh.py", "def tanh(x):\n    return np.tanh(x)  # tanh(x), tanh\n", "def new(x):\n    return np.tanh(x)  # new(x), tanh\n"),
        ("checks.py", "lab.tanh(tanh, tanh=self.tanh); public.tanh, unit.tanh", "lab.new(new, new=self.tanh); public.new, unit.tanh"),
        ("checks.py", '{"tanh": f(lab, "tanh"), "the tanh": 1}', '{"new": f(lab, "new"), "the tanh": 1}'),
        ("mistakes.py", 'changed("of-x", {"y = tanh": "y = np.tanh(x)"}, en="tanh is y, 傾き", ja="tanh(x) は")', 'changed("of-x", {"y = new": "y = np.tanh(x)"}, en="tanh is y, 傾き", ja="new(x) は")'),
        ("mistakes.py", 'L = "y = tanh(x)"\nf(en="い tanh" "tanh", ja=f"{tanh} tanh(x)")', 'L = "y = new(x)"\nf(en="い tanh" "tanh", ja=f"{tanh} new(x)")'),
        ("README.ja.md", "tanhは`tanh`で、tanh(x)と$\\tanh(x)$、`np.tanh(x)`。\n```python\ny = tanh(x)\n```\n", "tanhは`new`で、new(x)と$\\tanh(x)$、`np.tanh(x)`。\n```python\ny = new(x)\n```\n"),
        ("exercise.toml", 'symbols = ["tanh", "d_tanh"]\n[aliases]\ntanh = ["hyp"]\n', 'symbols = ["new", "d_tanh"]\n[aliases]\nnew = ["hyp"]\n'),
        ("waivers.toml", 'before = "y = tanh + np.tanh(x)"', 'before = "y = new + np.tanh(x)"'),
    ],
)  # fmt: skip
def test_what_is_renamed(name: str, before: str, after: str) -> None:
    assert renamed(before, "tanh", "new", name) == after
