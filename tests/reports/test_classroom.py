"""The class report in a real Chromium: from a disk and over http, both languages, both themes, phone and desktop."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from grader.classroom.estimates import Interval
from grader.model import Language, Text
from reports.classroom import grid
from reports.classroom.grid import STATES, states
from reports.classroom.numbers import correlation_gauge, discrimination_words, percent, share_gauge
from reports.classroom.site import write_site
from tests.reports import class_sample as sample

AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,  # or axe itself asks for the style sheet once more
}
PAGES = {"overview": "index.html", "exercise": "exercises/affine.html", "student": "students/1.html"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of the hand-made class, by language."""
    folder = tmp_path_factory.mktemp("class")
    for lang in sample.LANGUAGES:
        write_site(folder / lang, sample.classroom(), lang)
    return {lang: folder / lang for lang in sample.LANGUAGES}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


def rows(page: Page) -> list[str]:
    """Numbers of the students on the page, in order; waits until all of it is there."""
    page.wait_for_function(
        """() => { const shown = Number(document.getElementById('count').textContent.match(/[0-9,]+/g).map((n) => n.replace(',', '')).at(document.documentElement.lang === 'ja' ? -1 : 0));
        const number = Number(new URLSearchParams(location.hash.slice(1)).get('page')) || 1;
        return document.querySelectorAll('#rows th').length === Math.min(100, shown - 100 * (number - 1)) }"""
    )
    links = page.locator("#rows th a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return [re.sub(r"\D", "", href) for href in links]


# --- how it looks -------------------------------------------------------------------------------------------------


class Opened(NamedTuple):
    """A page of the site, what it asked for, and what the browser complained of."""

    page: Page
    asked: list[str]
    said: list[str]


LOOKS = [
    (kind, lang, theme, width)
    for kind in PAGES
    for lang in sample.LANGUAGES
    for theme, width in (("light", 360), ("light", 1280), ("dark", 360), ("dark", 1600))
]


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def opened(request: Any, browser: Browser, sites: dict[str, Path]) -> Iterator[Opened]:
    kind, lang, theme, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
    opened = Opened(context.new_page(), [], [])
    opened.page.on("request", lambda one: opened.asked.append(one.url))
    opened.page.on("console", lambda one: opened.said.append(one.text))
    opened.page.on("pageerror", lambda one: opened.said.append(str(one)))
    opened.page.on("dialog", lambda one: opened.said.append("a dialog"))
    opened.page.goto((sites[lang] / PAGES[kind]).as_uri())
    opened.page.wait_for_load_state("networkidle")
    yield opened
    context.close()


def test_axe_finds_nothing_and_nothing_is_asked_for_or_too_wide(opened: Opened) -> None:
    opened.page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    found = Axe().run(opened.page, options=AXE)

    assert found.response["violations"] == []
    assert found.response["passes"], "axe looked at nothing"
    assert [url.rpartition("/")[2] for url in opened.asked[1:]] == ["class.css"]
    assert opened.said == []
    assert opened.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(251, 250, 246)", "rgb(23, 25, 29)",
    )  # fmt: skip  # the style sheet was let in


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and keeps what was asked for."""

    asked: ClassVar[list[str]] = []

    def log_message(self, format: str, *args: object) -> None:
        self.asked.append(self.path)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(Server, directory=str(folder))
    Server.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


LEAVE = """async (there) => {
    const added = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
    added('img', { src: `${there}/image` });
    added('link', { rel: 'stylesheet', href: `${there}/style` });
    added('script', { src: `${there}/script` });
    added('iframe', { src: `${there}/frame` });
    added('script', { textContent: 'window.ran = true' });
    const sent = await fetch(`${there}/fetch`, { mode: 'no-cors' }).then(() => 'sent', () => 'blocked');
    navigator.sendBeacon(`${there}/beacon`);
    await new Promise((done) => setTimeout(done, 300));
    return [sent, window.ran ?? 'not run'];
}"""


@pytest.mark.parametrize("name", PAGES.values())
def test_no_request_can_leave_a_page(page: Page, sites: dict[str, Path], tmp_path: Path, name: str) -> None:
    """Even if somebody's name became a part of it."""
    (tmp_path / "free.html").write_text("<!doctype html><title>no policy</title><body>", encoding="utf-8")
    with serve(tmp_path) as there:
        page.goto((sites["en"] / name).as_uri())
        kept, asked = page.evaluate(LEAVE, there), list(Server.asked)
        page.goto((tmp_path / "free.html").as_uri())
        free = page.evaluate(LEAVE, there)

    assert (kept, asked) == (["blocked", "not run"], [])
    assert free == ["sent", True] and len(Server.asked) >= 5  # the test can tell


def test_names_that_mean_harm_are_shown_and_never_obeyed(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "index.html").as_uri() + "#q=a00")
    shown = page.locator("#rows tr")

    assert rows(page) == ["1", "2", "3", "4", "5"]
    assert shown.nth(1).locator("th a").inner_text().startswith("</script><script>alert(1)")
    assert len(shown.nth(2).locator("th a").inner_text()) <= grid.LONGEST
    assert shown.nth(3).locator("th a").inner_text() == "evil"
    assert shown.nth(4).locator("th a").inner_text() == "a005"
    assert page.locator("img, iframe, object, embed").count() == 0
    for path in sites["en"].rglob("*.html"):
        assert not re.search("<script>alert|<img|[\u202a-\u202e\x1b]", path.read_text(encoding="utf-8")), path


def test_over_http_it_is_the_same(page: Page, sites: dict[str, Path]) -> None:
    with serve(sites["en"]) as here:
        page.goto(f"{here}/index.html#help=1")
        found, colour = rows(page), page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert (found, colour) == (["2", "4"], "rgb(251, 250, 246)")
    assert Server.asked == ["/index.html", "/class.css"]


def test_it_prints_on_paper(page: Page, sites: dict[str, Path]) -> None:
    for name in PAGES.values():
        page.goto((sites["ja"] / name).as_uri())
        assert page.pdf(format="A4").startswith(b"%PDF")


# --- the grid -----------------------------------------------------------------------------------------------------


def test_every_cell_says_how_its_answer_stands() -> None:
    table = sample.table()
    codes = states(table)

    for row, column in np.ndindex(*codes.shape):
        assert STATES[codes[row, column]] == sample.expected_state(table, row, column), (row, column)
    assert set(codes.ravel()) == set(range(len(STATES)))


def test_the_script_writes_the_rows_that_the_page_came_with(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "index.html").as_uri())
    came = page.locator("#rows").evaluate("body => body.innerHTML.replace(/\\s*\\n/g, '')")
    page.locator("th[data-key=name] button").click()
    rows(page)
    page.locator("button[type=reset]").click()

    assert rows(page) == [str(n) for n in range(1, 101)]
    assert page.locator("#rows").evaluate("body => body.innerHTML") == came
    assert came.count("<tr>") == 100


@pytest.mark.parametrize(
    ("view", "chosen"),
    [
        ("q=FAMILY05", lambda t: [row for row in range(5, 120) if f"{row:03}"[:2] == "05"]),
        ("q=月曜 佐藤", lambda t: [0]),
        ("x=affine&s=failed", lambda t: [r for r in range(120) if sample.expected_state(t, r, 1) == "failed"]),
        ("s=excused", lambda t: [2]),
        ("s=unjudged", lambda t: [1]),
        ("m=affine/db-not-summed", lambda t: list(range(4, 40))),
        ("m=affine%2Frare-one&x=affine", lambda t: [7, 90]),
        ("m=affine/none", lambda t: []),
        ("help=1", lambda t: [1, 3]),
        ("damaged=1", lambda t: [3, 50]),
        ("damaged=1&help=1", lambda t: [3]),
        ("sort=-total&q=family", lambda t: sorted(range(5, 120), key=lambda r: (-t.total[r] / t.most[r], r))[:100]),
        ("sort=total&page=2", lambda t: sorted(range(120), key=lambda r: (t.total[r] / t.most[r], r))[100:]),
        ("page=2", lambda t: list(range(100, 120))),
        ("page=99", lambda t: list(range(100, 120))),
        ("page=x&sort=nonsense&x=nonsense", lambda t: list(range(100))),
        (
            "sort=affine",
            lambda t: sorted(
                range(120), key=lambda r: (STATES.index(sample.expected_state(t, r, 1)), t.total[r] / t.most[r], r)
            )[:100],
        ),
    ],
)
def test_an_address_leads_to_its_view(page: Page, sites: dict[str, Path], view: str, chosen: Any) -> None:
    expected = [str(row + 1) for row in chosen(sample.table())]
    page.goto((sites["en"] / "index.html").as_uri() + "#" + view)
    page.wait_for_selector("#filters:not([hidden])")
    if "page=99" in view:
        page.wait_for_function("document.querySelectorAll('#rows th').length === 20")
        page.evaluate("history.replaceState(null, '', '#page=2')")

    assert (rows(page) if expected else page.locator("#rows th").all()) == expected
    if not expected:
        assert page.locator(".nobody").inner_text() == "Nobody matches. Take away a filter."


def test_what_is_chosen_stands_in_the_address_and_can_be_gone_back_from(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "index.html").as_uri())
    page.get_by_label("State").select_option("done")
    page.locator("select[name=x]").select_option("adam")
    done = rows(page)
    page.get_by_label("Name, id or section").type("family")
    head = page.locator("th[data-key=total]")
    head.locator("button").press("Enter")
    ascending = head.get_attribute("aria-sort")
    head.locator("button").press("Enter")

    assert (ascending, head.get_attribute("aria-sort")) == ("ascending", "descending")
    assert "q=family" in page.url and "x=adam" in page.url and "s=done" in page.url and "sort=-total" in page.url
    assert page.locator("#count").inner_text() == f"{len([n for n in done if int(n) > 5])} of 120 students"
    for _ in range(2):
        page.go_back()
    assert head.get_attribute("aria-sort") is None and "q=family" in page.url
    page.go_back()
    page.go_back()
    assert page.get_by_label("State").input_value() == "" and len(rows(page)) == 100
    page.go_forward()
    assert page.get_by_label("State").input_value() == "done"


def test_pages_are_turned_and_the_mistakes_offered_are_those_of_the_exercise(
    page: Page, sites: dict[str, Path]
) -> None:
    page.goto((sites["en"] / "index.html").as_uri())
    options = page.get_by_label("Mistake").locator("option")
    page.get_by_role("button", name="Next page").click()

    assert rows(page)[0] == "101" and page.get_by_role("button", name="Next page").is_disabled()
    assert options.count() == 3 and "(36)" in options.nth(1).inner_text()
    page.get_by_label("Mistake").select_option("affine/rare-one")
    assert rows(page) == ["8", "91"]
    page.locator("select[name=x]").select_option("adam")
    assert "m=" not in page.url and options.count() == 1


def test_links_of_the_overview_lead_into_the_grid(page: Page, tmp_path: Path) -> None:
    room = sample.classroom()
    many = {row: Text("broken", "破損") for row in range(20)}
    write_site(tmp_path, room._replace(table=room.table._replace(damaged=many)), "en")
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_role("link", name="all 20 in the grid").click()

    assert rows(page) == [str(n) for n in range(1, 21)]
    assert page.evaluate("document.activeElement.id") == "grid"
    page.goto((tmp_path / "exercises" / "affine.html").as_uri())
    assert page.locator("#mistake-db-not-summed .names a").count() == 31  # 30 names and a link to all
    page.get_by_role("link", name="all 36 in the grid").click()
    page.wait_for_selector("#filters:not([hidden])")
    assert len(rows(page)) == 36


def test_a_large_class_is_packed_and_reads_the_same(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid, "PACKED_ABOVE", 10)
    write_site(tmp_path, sample.classroom(), "ja")
    page.goto((tmp_path / "index.html").as_uri() + "#m=affine/rare-one")

    assert "Family090" not in (tmp_path / "index.html").read_text(encoding="utf-8").partition('id="data"')[2]
    assert rows(page) == ["8", "91"]


def test_without_a_script_the_overview_and_a_page_of_students_stand(browser: Browser, sites: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sites["en"] / "index.html").as_uri())

    assert page.locator("#rows tr").count() == 100
    assert "need JavaScript" in page.locator("body").inner_text()
    assert page.locator("form").is_hidden() and page.locator("button:visible").count() == 0
    context.close()


# --- what the pages say -------------------------------------------------------------------------------------------


def test_the_overview_says_what_wants_attention_and_why(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "index.html").as_uri())
    todo = page.locator(".next li").all_inner_texts()

    assert page.locator(".total").inner_text().split()[0] == "14.2"
    assert "The mean is 14.2 of 40: 36\u00a0%." in page.locator(".facts").inner_text()
    assert todo == ["2 submissions could not be read", "1 check may be faulty itself", "2 students may need help"]
    assert "not a zip." in page.locator("#damaged").inner_text()
    assert "Failed by 9 of the best 32." in page.locator("#faulty").inner_text()
    assert "Handed in nothing." in page.locator("#help").inner_text()
    assert "36 of 96 who tried: 38\u00a0%" in page.locator("#mistakes").inner_text()
    row = page.locator("table.exercises tr", has_text="The Affine layer")
    assert "against the rest" in row.inner_text() and row.locator("td.grey").count() == 1
    assert "no differences" in page.locator("table.exercises tr", has_text="Adam").inner_text()
    for href in page.locator("main a[href], header a[href]").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    ):
        name, _, anchor = href.partition("#")
        assert (sites["en"] / (name or "index.html")).is_file(), href
        if anchor and "=" not in anchor:
            assert f'id="{anchor}"' in (sites["en"] / (name or "index.html")).read_text(encoding="utf-8"), href


def test_an_exercise_shows_numbers_mistakes_and_checks(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "exercises" / "affine.html").as_uri())
    said = page.locator("main").inner_text()

    assert "Those who do well here do worse elsewhere: look at its checks." in said
    assert "−12\u00a0% of its points lie between the strongest" in said
    assert "dubiously little" in said and "Fewer than 50 students" in said
    assert page.locator("svg.plot[role=img]").count() == 2
    assert "40 of 96 students" in (page.locator("svg.plot").first.get_attribute("aria-label") or "")
    assert page.locator("#check-backward .rule").inner_text() == "Failed by 9 of the best 32."
    shown = page.locator("#mistake-db-not-summed .code").text_content() or ""
    assert "self.db" in shown and "dW" in shown
    assert not re.search("Zebedee|花子|Hanako", shown)
    page.get_by_role("link", name="next").or_(page.locator(".around a").first).first.click()
    assert page.url.endswith("adam.html")


def test_a_student_is_told_with_reasons_adjustments_and_messages(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["en"] / "students" / "1.html").as_uri())
    said = page.locator("body").inner_text()

    assert "佐藤 花子" in said and "a001" in said and "section 月曜 3 限" in said
    assert f"points set to 8; {sample.AUTHOR} 2026-11-20 10:00; {sample.REASON}" in said
    assert "10 % taken away for being late" in page.locator("header").inner_text()
    assert "db is dout itself" in said and "db: shape (2, 3), expected (3,)" in said
    page.locator(".around a").first.click()
    assert page.url.endswith("2.html") and "5 attempts." in page.locator("header").inner_text()
    page.goto((sites["en"] / "students" / "3.html").as_uri())
    assert page.locator("article.excused .worth").count() == 0
    page.goto((sites["en"] / "students" / "9.html").as_uri())  # no answer at hand: what the table knows
    assert "db is dout itself" in page.locator("main").inner_text()


@pytest.mark.parametrize("n", [0, 1])
@pytest.mark.parametrize("lang", sample.LANGUAGES)
def test_a_class_with_nobody_or_nothing_in_it_has_a_report(page: Page, tmp_path: Path, n: int, lang: Language) -> None:
    write_site(tmp_path, sample.empty(n), lang)
    said: list[str] = []
    page.on("pageerror", lambda one: said.append(str(one)))
    for name in ("index.html", "exercises/adam.html", *(["students/1.html"] if n else [])):
        page.goto((tmp_path / name).as_uri())
        assert not re.search(r">\s*(nan|inf|None)\s*<|\bnan ", page.content()) and said == []
        assert Axe().run(page, options=AXE).response["violations"] == []


def test_a_class_without_exercises_has_a_report(tmp_path: Path) -> None:
    room = sample.empty(2)
    none = np.zeros((2, 0))
    table = room.table._replace(
        exercises=(), status=none.astype(np.uint8), raw=none, score=none, first=none,
        solved=none.astype(np.int16), attempts=none.astype(np.int16), total=np.zeros(2), most=np.zeros(2),
    )  # fmt: skip
    write_site(tmp_path, room._replace(table=table, exercise_statistics={}), "en")

    assert "There are no exercises." in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_numbers_are_as_precise_as_they_are() -> None:
    assert [percent(x) for x in (0, 0.001, 0.333, 0.999, 1)] == [
        "0\u00a0%",
        "<1\u00a0%",
        "33\u00a0%",
        ">99\u00a0%",
        "100\u00a0%",
    ]
    wide, narrow = Interval(0.3, -0.07, 0.6), Interval(0.301, 0.27, 0.33)
    told = [correlation_gauge(one, "en") for one in (wide, narrow)]
    assert [(one.label, one.span) for one in told if one] == [("0.3", "−0.1 to 0.6"), ("0.30", "0.27 to 0.33")]
    solved = share_gauge(Interval(0.4, 0.25, 0.58))
    assert solved and (solved.label, solved.span) == ("40\u00a0%", "25–58\u00a0%")
    assert "cannot be told" in discrimination_words(wide).en and "clearly" in discrimination_words(narrow).en
