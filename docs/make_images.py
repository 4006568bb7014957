"""The pictures of the documents, made again from real runs: `make pictures`.

    python -m docs.make_images [--to FOLDER] [--only terminal.svg]

- `terminal.svg`: a wrong ReLU, its mistake named, and the right one, recorded on a pseudo-terminal. The same bytes every time.
- `report.png`: three windows of one report in Chromium, the course as a map, an exercise with its mistake, and its curve.
- `report-ja.png`: the same in Japanese. Chromium draws with the fonts that a machine has, so these two may differ from one
  machine to the next.
"""

from __future__ import annotations

import argparse
import base64
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.terminal import GRADE, on_a_terminal

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COLUMNS = 88
RELU = "02_activations/relu/relu.py"
WRONG = """import numpy as np


def relu(x):
    y = x
    y[y < 0] = 0
    return y
"""
RIGHT = WRONG.replace("y = x\n", "y = x.copy()\n")

# Somebody in the middle of the second unit: what is solved, and a Swish whose beta stands in the wrong place.
SOLVED = (
    "01_perceptron/logic_gates", "01_perceptron/xor_gate", "01_perceptron/perceptron_learning",
    "02_activations/identity_function", "02_activations/relu", "02_activations/leaky_relu",
    "02_activations/step_function", "02_activations/sigmoid",
)  # fmt: skip
SWISH = """import numpy as np


def swish(x, beta=1.0):
    return beta * x * 0.5 * (1 + np.tanh(x / 2))
"""


def grade(folder: Path, *words: str) -> None:
    """A command whose output nobody wants to see."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([*GRADE, *words], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)


def workspace(folder: Path) -> Path:
    grade(folder, "init", "my-course")
    return folder / "my-course"


# --- the terminal ------------------------------------------------------------------------------------------------

# As rich draws it, but for the fonts, which it would fetch from the network.
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="760" role="img">
<title>A terminal: grade relu names the mistake; after y = x.copy() it passes.</title>
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def terminal_svg(folder: Path) -> str:
    """Three commands and what they said, in colour."""
    from rich.console import Console
    from rich.text import Text

    mine = workspace(folder)

    def shown(typed: str, command: tuple[str, ...]) -> Text:
        said, _ = on_a_terminal(command, mine, COLUMNS)
        return Text.assemble(("$ ", "green"), (typed, "bold"), "\n", Text.from_ansi(said.rstrip()), "\n")

    (mine / RELU).write_text(WRONG, encoding="utf-8")
    recorded = [shown(f"cat {RELU}", ("cat", RELU)), shown("grade relu", (*GRADE, "relu"))]
    (mine / RELU).write_text(RIGHT, encoding="utf-8")
    recorded.append(shown("grade relu    # with y = x.copy() in its place", (*GRADE, "relu")))
    console = Console(record=True, width=COLUMNS, file=StringIO(), highlight=False, color_system="standard")
    for text in recorded:
        console.print(text)
    svg = console.export_svg(title="", code_format=SVG, unique_id="gradkata")
    return re.sub(r"(?m)[ \t]+$", "", svg)


# --- the report --------------------------------------------------------------------------------------------------


def report(lang: str, folder: Path) -> Path:
    """What `grade report` writes for that somebody."""
    mine = workspace(folder)
    for name in SOLVED:
        answer = Path(name) / f"{Path(name).name}.py"
        lines = (ROOT / "solutions" / answer).read_text(encoding="utf-8").splitlines(keepends=True)
        (mine / answer).write_text("".join(line for line in lines if " SOLUTION" not in line), encoding="utf-8")
    (mine / "02_activations" / "swish" / "swish.py").write_text(SWISH, encoding="utf-8")
    grade(mine, "report", "--lang", lang)
    page = mine / "report.html"
    seen = page.read_text(encoding="utf-8")  # it says where the workspace is, which was a folder of this machine
    page.write_text(seen.replace(str(mine.resolve()), "/home/you/my-course"), encoding="utf-8")
    return page


def three_windows(browser: Browser, page: Path) -> bytes:
    """The top of the report, the exercise that went wrong, and its curve, side by side."""
    windows = []
    for place in ("body", "#swish", "#swish .pictures[open]"):
        tab = browser.new_page(viewport={"width": 384, "height": 740}, reduced_motion="reduce")  # no smooth scrolling
        tab.goto(page.as_uri())
        tab.locator(place).evaluate("place => { place.scrollIntoView(); scrollBy(0, -16) }")
        windows.append(base64.b64encode(tab.screenshot()).decode())
        tab.close()
    images = "".join(f'<img src="data:image/png;base64,{window}">' for window in windows)
    tab = browser.new_page(viewport={"width": 1200, "height": 758})
    style = "margin:8px;display:flex;justify-content:space-between;background:#fff"
    tab.set_content(f'<body style="{style}">{images}<style>img{{border:1px solid #bbb;border-radius:6px}}</style>')
    return tab.screenshot()


def report_png(lang: str, folder: Path) -> bytes:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        return three_windows(browser, report(lang, folder))


PICTURES: dict[str, Callable[[Path], str | bytes]] = {
    "terminal.svg": terminal_svg,
    "report.png": partial(report_png, "en"),
    "report-ja.png": partial(report_png, "ja"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--only", choices=list(PICTURES))
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    for name in [asked.only] if asked.only else PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            made = PICTURES[name](Path(folder))
        data = made.encode() if isinstance(made, str) else made
        (asked.to / name).write_bytes(data)
        print(f"{asked.to / name}: {len(data) / 1000:.0f} KB")


if __name__ == "__main__":
    main()
