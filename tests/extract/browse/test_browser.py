"""Journeys of officials in a real Chromium: what they click, what they see, what stays at home."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest

from extract.browse.server import make_datasette

ROOT = Path(__file__).parents[3]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PACKAGES = Path(os.environ.get("TRICHLUC_NODE_MODULES", ROOT / "tests" / "web" / "node_modules"))
PAGES = (
    "/", "/tra-cuu?q=61/2018", "/tra-cuu?q=mot+hai", "/tra-cuu?q=62/2018/ND-CP",
    "/tra-cuu?q=61/2018%0A7/QD-UBND", "/thoi-han?thang=2020-10", "/thoi-han?xem=don-vi&nam=2020",
    "/thoi-han?xem=qua-han&ngay=01/07/2020", "/thoi-han?xem=khong-ngay", "/nhiem-vu",
    "/nhiem-vu?don_vi=noi+vu", "/don-vi", "/don-vi?vai_tro=inspected", "/canh-bao", "/tim?q=kiem",
    "/kho", "/kho/documents", "/kho/instruments", "/kho/citations?_facet=role",
    "/kho/thoi_han?tu_ngay=&den_ngay=", "/kho/documents/0000000000000000",
)  # fmt: skip
DARK = ("/", "/tra-cuu?q=61/2018", "/thoi-han?thang=2020-10", "/canh-bao", "/kho/citations")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install it"),
]


@pytest.fixture(scope="module")
def address(browsed):
    """Serve the database in a thread; its address without a slash at the end."""
    uvicorn = pytest.importorskip("uvicorn")
    with contextlib.closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(make_datasette(browsed).app(), log_level="error", lifespan="on")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(5)


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield found
        found.close()


@pytest.fixture(scope="module")
def session(browser, address):
    """One page for all journeys, with all that it asked for and all that it complained of."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.requested, page.complaints = [], []
    page.on("request", lambda request: page.requested.append(request.url))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda m: m.type == "error" and page.complaints.append(m.text))
    page.set_default_timeout(15000)
    yield page
    context.close()


@pytest.fixture
def page(session, address):
    """The page at home; after the journey nothing was asked of any other place, nothing broke."""
    session.requested.clear()
    session.complaints.clear()
    session.set_viewport_size({"width": 1280, "height": 900})
    session.goto("/")
    yield session
    assert [url for url in session.requested if not url.startswith(address)] == []
    assert [text for text in session.complaints if "404" not in text] == []
    assert session.evaluate("window.broken") is None


def follow(page, selector: str) -> None:
    """Click, and wait until the next page is there."""
    with page.expect_navigation():
        page.click(selector)


def plan_path(page, name="kh-50.docx") -> str:
    rows = page.request.get(f"/kho/documents.json?_shape=array&file_name={name}").json()
    return f"/kho/documents/{rows[0]['id']}"


def test_who_cites_a_decree(page):
    """Home, a symbol without marks, the answer, the very words in the plan: three clicks."""
    page.fill("#q", "nghi dinh 61/2018")
    follow(page, "text=Ai viện dẫn?")
    assert "Nghị định 61/2018/NĐ-CP" in page.inner_text("main h2")
    follow(page, ".quotes .said a >> nth=0")
    here = page.locator(":target")
    assert "61/2018/NĐ-CP" in here.inner_text()
    assert here.evaluate("e => e.className").startswith("m citation")


def test_words_in_the_full_text(page):
    """Home, words without marks, the passage with the words marked, its place in the plan."""
    page.fill("#q", "doan kiem tra")
    follow(page, "text=Tìm toàn văn >> nth=-1")
    assert page.locator("mark", has_text="Đoàn").count() >= 1
    follow(page, ".quotes .src a >> nth=0")
    assert "Đoàn kiểm tra" in page.locator("p:target").inner_text()


def test_what_a_unit_must_do(page):
    """Tasks from the navigation, a part of a name, the task, its plan."""
    follow(page, "nav >> text=Nhiệm vụ")
    page.fill("#don_vi", "phong noi")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "chủ trì" in page.inner_text("table.list")
    follow(page, "table.list td:last-child a >> nth=0")
    assert "Kế hoạch" in page.inner_text("h1")


def test_what_is_due_in_a_month(page):
    """Deadlines, a month chosen in the list, the entry in the calendar, the words in the plan."""
    follow(page, "nav >> text=Thời hạn")
    page.select_option("#thang", "2020-10")
    follow(page, "text=Xem >> nth=0")
    follow(page, "td.has li a >> nth=0")
    assert "trước ngày 20/10/2020" in page.locator(":target").inner_text()


def test_what_is_past_on_a_day(page):
    """Overdue as of a day typed as people type it, and the calendar file."""
    follow(page, "nav >> text=Thời hạn")
    follow(page, "text=Đã qua hạn")
    page.fill("#ngay", "1/7/2020")
    follow(page, "button:has-text('Tính')")
    assert "01/07/2020" in page.inner_text("main")
    assert page.locator("td[data-l='Quá hạn']", has_text="1 ngày").count() == 2
    with page.expect_download() as got:
        page.click(".take a")
    assert "BEGIN:VCALENDAR" in got.value.path().read_text("utf-8")


def test_inspected_units(page):
    """Home, inspected units, a commune, the list that names it."""
    follow(page, "text=Đơn vị được kiểm tra")
    follow(page, "text=Xã Đồng Lạc")
    assert page.inner_text("h1") == "Xã Đồng Lạc"
    follow(page, ".plain a >> nth=0")
    assert "Xã Đồng Lạc" in page.locator("p:target").inner_text()


def test_the_queue_of_the_archivist(page):
    """Flags, one kind, the place in the document."""
    follow(page, "nav >> text=Cảnh báo")
    follow(page, ".toc >> text=trùng số thứ tự")
    assert "duplicate_ordinal" in page.url
    follow(page, ".quotes .src a >> nth=0")
    assert page.locator(":target").count() == 1


def test_a_list_from_a_file(page, tmp_path):
    """A CSV of symbols uploaded gives a table, and the same for Excel."""
    listed = tmp_path / "ds.csv"
    listed.write_text("Văn bản\n61/2018/NĐ-CP\n99/2099/NĐ-CP\n", "utf-8-sig")
    follow(page, "nav >> text=Tra cứu viện dẫn")
    page.click("summary")
    page.set_input_files("#tep", listed)
    follow(page, "text=Tra danh sách")
    cells = page.locator("td[data-l='Kết quả']").all_inner_texts()
    assert [c.split("\n")[0] for c in cells[-2:]] == ["một văn bản", "không có"]


def test_a_table_filtered_sorted_and_taken_away(page):
    """The data page, a table, a facet, a filter, a file for Excel."""
    follow(page, "nav >> text=Dữ liệu")
    follow(page, "table.list a >> text=Viện dẫn >> nth=0")
    follow(page, ".facets a >> nth=0")
    before = page.locator("table.list tbody tr").count()
    page.select_option("[name=_filter_column]", "raw")
    page.select_option("[name=_filter_op]", "contains")
    page.fill("[name=_filter_value]", "Nghị định")
    follow(page, "text=Áp dụng")
    assert 0 < page.locator("table.list tbody tr").count() <= before
    with page.expect_download() as got:
        page.click(".take >> text=Excel")
    assert got.value.path().read_bytes().startswith("\ufeff".encode())


def test_by_keyboard_alone(page):
    """The first stop leads past the navigation; the box, the button and the answer are reached."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Tới nội dung"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("61/2018")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu?**")
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) != "none"


def test_hostile_text_is_text_everywhere(page, make_plan):
    """A plan of scripts, images, formulas and endless words is shown as text, on every page.

    (After it, the fixture checks that nothing left the page and nothing ran.)
    """
    path = plan_path(page, "x%3Cb%3E.docx")
    page.goto(path)
    words = page.inner_text("main")
    for part in ("<script>window.broken=1</script>", "onerror=window.broken=1", '{"img_src"',
                 "=HYPERLINK(", "https://evil.example/z"):  # fmt: skip
        assert part in words
    assert page.locator("main script, main img, main [onerror]").count() == 0
    links = page.locator("a").evaluate_all("all => all.map(a => a.href)")
    assert not [link for link in links if "evil" in link and "/tra-cuu" not in link]
    unit = page.request.get("/kho/instruments.json?_shape=array&type=Nghị định").json()[0]
    for where in (*DARK, f"/kho/instruments/{unit['id']}", "/kho/tasks", "/kho/passages",
                  "/thoi-han?xem=don-vi&nam=2020", "/nhiem-vu?don_vi=noi+vu", "/tim?q=evil",
                  "/thoi-han?xem=qua-han&ngay=01/01/2021", "/kho/documents",
                  "/kho/deadlines", "/kho/v_flags", "/kho/appendix_tables"):  # fmt: skip
        page.goto(where)
        assert page.locator("main script, main img, [onerror]").count() == 0, where
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{where} is {wide} px too wide"


@pytest.mark.parametrize("width", [360, 768])
def test_no_page_is_wider_than_a_phone(page, width):
    """Nothing but tables scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    for where in (*PAGES, plan_path(page)):
        page.goto(where)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{where} is {wide} px too wide"


def test_paper_shows_tables_without_what_is_clicked(page):
    """On paper, narrow and by day, tables are tables, black on white, and forms are gone."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 700, "height": 900})  # A4 less its margins
    page.goto("/thoi-han?xem=qua-han&ngay=01/07/2021")
    look = "e => getComputedStyle(e).display"
    assert page.locator("table.list tr >> nth=1").evaluate(look) == "table-row"
    assert page.locator("table.list thead").evaluate(look) == "table-header-group"
    assert page.locator(".tools").evaluate(look) == "none"
    ink = "e => getComputedStyle(e).color + getComputedStyle(document.body).backgroundColor"
    assert page.locator("td >> nth=0").evaluate(ink) == "rgb(0, 0, 0)rgb(255, 255, 255)"
    page.emulate_media(media="screen", color_scheme="light")


def test_an_empty_cell_has_no_name_on_a_phone(page):
    """On a phone each cell is named; those without a value are left out."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/kho/thoi_han?tu_ngay=&den_ngay=")
    names = "all => all.filter(e => getComputedStyle(e).display != 'none' && !e.innerText.trim())"
    assert page.locator("table.list td").evaluate_all(f"({names})") == []
    assert page.locator("table.list td >> visible=true").count() > 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier(page, scheme):
    """axe-core finds nothing serious on any page type: contrast, names, roles, order."""
    axe = PACKAGES / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip(f"axe-core is not installed: npm install in {PACKAGES.parent}")
    page.emulate_media(color_scheme=scheme)
    only = ", runOnly: ['color-contrast']" if scheme == "dark" else ""
    rules = f"axe.run(document, {{resultTypes: ['violations']{only}}})"
    found = []
    decree = page.request.get("/kho/instruments.json?_shape=array&type=Nghị định").json()[0]
    pages = DARK if scheme == "dark" else PAGES
    for where in (*pages, plan_path(page), f"/kho/instruments/{decree['id']}"):
        page.goto(where)
        page.evaluate(axe.read_text("utf-8"))
        result = page.evaluate(rules)
        found += [
            f"{where} {v['id']}: {node['target']}"
            for v in result["violations"]
            if v["impact"] in ("serious", "critical")
            for node in v["nodes"][:3]
        ]
    page.emulate_media(color_scheme="light")
    assert not found, "\n".join(found)


def test_every_page_is_valid_html(page, tmp_path):
    """The validator has nothing to say about any page type."""
    tool = PACKAGES / ".bin" / "html-validate"
    if not tool.exists():
        pytest.skip(f"html-validate is not installed: npm install in {PACKAGES.parent}")
    rules = {"extends": ["html-validate:standard"], "rules": {"no-trailing-whitespace": "off",
             "long-title": "off", "no-raw-characters": "off", "attribute-boolean-style": "off",
             "prefer-native-element": "off", "tel-non-breaking": "off"}}  # fmt: skip
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps({"root": True, **rules}))
    for number, where in enumerate((*PAGES, plan_path(page))):
        text = page.request.get(where).text()
        (tmp_path / f"{number:02}{re.sub(r'[^a-z]', '_', where)[:30]}.html").write_text(text)
    done = subprocess.run(
        [str(tool), "--formatter", "text", "*.html"], cwd=tmp_path, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
