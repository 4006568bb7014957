"""The HTML report in a real Chromium: both languages, both themes, phone and desktop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from grader.model import Course, Language, RunResult
from reports.progress import progress_html
from tests.reports import sample

ONE_MEGABYTE = 1_000_000


def full_report(course: Course, lang: Language, result: RunResult | None = None) -> str:
    """With pictures and a past."""
    return progress_html(
        result or sample.everything(), course, lang, sample.pictures(), sample.history(), sample.HINTS
    )  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report on the hand-made submission, by language."""
    folder = tmp_path_factory.mktemp("report")
    course = sample.make_course(folder)
    paths: dict[str, Path] = {}
    languages: tuple[Language, ...] = ("en", "ja")
    for lang in languages:
        paths[lang] = folder / f"{lang}.html"
        paths[lang].write_text(full_report(course, lang), encoding="utf-8")
    return paths


class Opened(NamedTuple):
    """The report in a browser, what it asked for, and what the browser complained of."""

    page: Page
    asked: list[str]
    said: list[str]


LOOKS = [(lang, theme, width) for lang in ("en", "ja") for theme in ("light", "dark") for width in (360, 390, 1280)]


@pytest.fixture(params=LOOKS)
def opened(request: Any, browser: Browser, pages: dict[str, Path]) -> Iterator[Opened]:
    lang, theme, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
    opened = Opened(context.new_page(), [], [])
    opened.page.on("request", lambda one: opened.asked.append(one.url))
    opened.page.on("console", lambda one: opened.said.append(one.text))
    opened.page.on("pageerror", lambda one: opened.said.append(str(one)))
    opened.page.goto(pages[lang].as_uri())
    yield opened
    context.close()


def test_nothing_is_asked_for_but_the_file_itself(opened: Opened) -> None:
    opened.page.wait_for_load_state("networkidle")

    assert (len(opened.asked), opened.said) == (1, [])


def test_axe_finds_nothing(opened: Opened) -> None:
    opened.page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    found = Axe().run(
        opened.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )

    assert found.response["violations"] == []
    assert found.response["passes"], "axe looked at nothing"


def test_nothing_is_wider_than_the_screen(opened: Opened) -> None:
    wide = opened.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert wide <= 0


def test_what_students_write_is_shown_and_never_obeyed(opened: Opened) -> None:
    shown = opened.page.locator("body").inner_text()

    assert '<img src=x onerror="alert(1)">' in shown and "{{ 7 * 7 }}" in shown
    assert opened.page.locator("img, script, iframe, object, embed, form").count() == 0
    assert "49" not in opened.page.locator("h1").inner_text()
    assert opened.page.locator(".finding code").first.inner_text() == "<b>bold</b>"  # between backticks, as code
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", opened.page.content())


def test_the_keyboard_reaches_what_the_mouse_does(opened: Opened) -> None:
    targets = opened.page.locator("a[href], summary").count()
    reached = set()
    for _ in range(targets + 2):
        opened.page.keyboard.press("Tab")
        reached.add(opened.page.evaluate("document.activeElement.outerHTML.slice(0, 300)"))

    assert len(reached) >= min(targets, 10)


def test_formulas_are_mathml(opened: Opened) -> None:
    assert opened.page.locator("math").count() > 0


def test_pictures_say_what_is_seen_and_lie_where_they_belong(opened: Opened) -> None:
    affine = opened.page.locator("#affine")
    drawn = affine.locator("svg.plot")

    assert drawn.count() == 4
    for index in range(4):
        label = drawn.nth(index).get_attribute("aria-label")
        assert label and len(label) > 20 and drawn.nth(index).locator("title").text_content() == label
    assert affine.locator(".failures .heat").count() == 4  # with the check that failed
    assert affine.locator("details.pictures[open] .curve").count() == 3  # what is wrong is open, what is right is not
    assert opened.page.locator("#sigmoid details.pictures[open]").count() == 0
    assert opened.page.locator("#sigmoid details.pictures .curve").count() == 1
    assert affine.locator("td.wrong").count() > 0
    assert all("*" in cell for cell in affine.locator("td.wrong").all_inner_texts())  # not by colour alone


def test_no_line_leaves_its_field(opened: Opened) -> None:
    """A loss of 1e30 does not make the page any larger, nor does it hide the expected curve."""
    box = opened.page.locator("#affine svg.plot").nth(2)

    assert box.evaluate("svg => getComputedStyle(svg.querySelector('svg')).overflow") == "hidden"
    assert "1e+30" not in (box.locator(".y").all_inner_texts())


def test_the_map_shows_the_whole_course_and_what_is_next(opened: Opened) -> None:
    tiles = opened.page.locator("#map .tile")

    assert tiles.count() == len(sample.TITLES)
    assert opened.page.locator("#map .following").count() == 1
    assert opened.page.locator("#map .following").get_attribute("href") == "#softmax"


def test_exercises_that_were_not_graded_are_on_the_map_too(tmp_path: Path, browser: Browser) -> None:
    path = tmp_path / "one.html"
    result = sample.run(sample.affine())
    path.write_text(
        progress_html(result, sample.make_course(tmp_path), "en", history=sample.history()), encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(path.as_uri())

    assert page.locator("#map .tile").count() == len(sample.TITLES)
    assert page.locator("#map a.tile").count() == 1
    assert "done" in page.locator("#map .tile", has_text="sigmoid").inner_text()  # from its history
    page.close()


def test_without_a_history_nothing_is_said_of_it(tmp_path: Path) -> None:
    page = progress_html(sample.everything(), sample.make_course(tmp_path), "en")

    assert "How far you have come" not in page and "attempt" not in page.replace("attempted", "")


def test_the_page_says_its_language_and_its_title(browser: Browser, pages: dict[str, Path]) -> None:
    for lang, words in (("en", "What it is"), ("ja", "診断")):
        page = browser.new_page()
        page.goto(pages[lang].as_uri())
        assert page.evaluate("document.documentElement.lang") == lang
        assert page.title()
        assert words in page.locator("#affine").inner_text()
        assert page.locator("#affine .failing").count() == 1
        page.close()


def test_it_prints_on_paper(browser: Browser, pages: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(pages["ja"].as_uri())

    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_same_result_gives_the_same_bytes(tmp_path: Path, lang: Language) -> None:
    course = sample.make_course(tmp_path)
    first = full_report(course, lang)

    assert full_report(course, lang, slower(sample.everything())) == first
    assert len(first.encode()) < ONE_MEGABYTE


def slower(result: RunResult) -> RunResult:
    return result._replace(exercises=tuple(one._replace(duration_s=one.duration_s * 3) for one in result.exercises))


def test_the_policy_of_the_page_allows_no_script_and_no_request(pages: dict[str, Path]) -> None:
    page = pages["en"].read_text(encoding="utf-8")

    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy and "default-src 'none'" in policy[1] and "script-src" not in policy[1]
