"""HTML: words cut by tags, tables with spans, what is hidden."""

import pytest

from extract.errors import LimitExceeded
from extract.model import Block
from extract.readers import Limits, read_bytes


def texts(html, **limits):
    document = read_bytes(f"<html><body>{html}".encode(), "x.html", limits=Limits(**limits))
    return [
        item.text if isinstance(item, Block) else [[c.text for c in r.cells] for r in item.rows]
        for item in document.items
    ]


CASES = {  # name: HTML, texts
    "words cut by tags": ("<p><b>Q</b>uyết <i>đ</i>ịnh</p>", ["Quyết định"]),
    "line ends in the source": ("<p>Kế\n hoạch</p>", ["Kế hoạch"]),
    "line ends written as signs": (r"<p>\r\n Kế\r\n hoạch \n</p>", [r"Kế hoạch \n"]),
    "blocks": ("<div>a<p>b</p>c</div><h2>d</h2>", ["a", "b", "c", "d"]),
    "unclosed paragraphs": ("<p>a<p>b", ["a", "b"]),
    "entities": ("<p>K&#7871; ho&#x1EA1;ch &amp;&nbsp; s&oacute;</p>", ["Kế hoạch & só"]),
    "scripts, styles, comments": ("<script>x</script><style>p{}</style><!-- c --><p>a</p>", ["a"]),
    "hidden": ("<p style='display:none'>x</p><p>a<span style='mso-hide: all'>y</span></p>", ["a"]),
    "hidden, void element": ("<p>a<br hidden>b</p>", ["ab"]),
    "numbers of Word": (
        "<p><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span>"
        "<![endif]>Rà soát</p>", ["a) Rà soát"]),
    "ordered list": ("<ol type=I start=3><li>a<li value=7>b</ol>", ["III. a", "VII. b"]),
    "lists in lists": ("<ul><li>a<ol><li>b</ol><li>c</ul>", ["• a", "1. b", "• c"]),
    "break in prose": ("<p>triển khai<br>thực hiện</p>", ["triển khai thực hiện"]),
    "break in a centred title": ("<p align=center>Kế hoạch<br>năm 2020</p>", ["Kế hoạch", "năm 2020"]),
    "lines set as they are": ("<pre>a\n  b</pre>", ["a", "b"]),
    "old font": ("<p><font face='.VnTime'>KÕ ho¹ch</font></p>", ["Kế hoạch"]),
    "old font in a style": ("<p style=\"font-family:'.VnTimeH'\">kÕ ho¹ch</p>", ["KẾ HOẠCH"]),
    "spans": (
        "<table><tr><th rowspan=2>TT<th colspan=2>A<tr><td>b<td>c<tr><td>1<td>2<td>3</table>",
        [[["TT", "A", ""], ["", "b", "c"], ["1", "2", "3"]]]),
    "span to the end, span too long": (
        "<table><tr><td rowspan=0>a<td rowspan=99>b<td>c<tr><td>d</table>",
        [[["a", "b", "c"], ["", "", "d"]]]),
    "spans that are no numbers": ("<table><tr><td colspan=x>a<td rowspan=-1>b</table>", [[["a", "b"]]]),
    "lines of a cell": ("<table><tr><td><p>a</p><p>b</p><td>c<br>d</table>", [[["a b", "c d"]]]),
    "nested table": (
        "<table><tr><td>a<table><tr><td>b<td>c</table><td>d<tr><td>e<td>f</table>",
        [[["a b c", "d"], ["e", "f"]]]),
    "caption": ("<table><caption>Biểu 1</caption><tr><td>a<td>b</table>", ["Biểu 1", [["a", "b"]]]),
    "cell without row or table": ("<td>a</td><p>b</p>", ["a", "b"]),
    "letterhead": (
        "<table><tr><td>UBND XÃ A<br>Số: 1/KH-UBND<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>",
        ["UBND XÃ A", "Số: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES)
def test_html(html, expected):
    """The page reads as a browser shows it."""
    assert texts(html) == expected


def test_charset_named_in_the_page():
    """A declared charset counts; Vietnamese in another one than declared is seen through."""
    text = "Ủy ban nhân dân huyện xây dựng kế hoạch của các đơn vị"
    declared = '<html><meta http-equiv=Content-Type content="text/html; charset={}"><p>{}'
    utf8 = declared.format("windows-1252", text).encode()
    assert read_bytes(utf8, "x").items[0].text == text
    utf16 = declared.format("unicode", text).encode("utf-16")
    assert read_bytes(utf16, "x").items[0].text == text
    western = declared.format("iso-8859-1", "caf\xe9").encode("latin-1")
    assert read_bytes(western, "x").items[0].text == "café"


def test_headings_and_styles():
    """Heading levels, alignment and marks are kept; what a span switches off is off."""
    html = (
        "<html><h3 align=center>I</h3><p style='font-weight:bold'>a <span style='font-weight:"
        "normal; text-decoration:line-through'>b</span></p>"
    )
    heading, block = read_bytes(html.encode(), "x").items
    assert (heading.heading_level, heading.align, heading.role) == (3, "center", "heading")
    assert [(block.text[m.start : m.end], m.kind) for m in block.marks] == [
        ("a", "bold"),
        ("b", "struck"),
    ]


def test_header_rows():
    """Rows of thead repeat as a header."""
    html = "<html><table><thead><tr><th>TT<th>A<tbody><tr><td>1<td>a</table>"
    (grid,) = read_bytes(html.encode(), "x").items
    assert [row.is_header for row in grid.rows] == [True, False]


def test_depth_and_limits():
    """Deep elements are no obstacle; deep tables and endless columns are refused."""
    assert texts("<div>" * 10_000 + "a") == ["a"]
    assert texts("<b>" * 10_000 + "a") == ["a"]
    with pytest.raises(LimitExceeded, match="nested"):
        texts("<table><tr><td>" * 10_000 + "a")
    with pytest.raises(LimitExceeded, match="columns"):
        texts("<table><tr><td colspan=100000>a<td>b</table>")
    with pytest.raises(LimitExceeded, match="cells"):
        texts(
            "<table><tr><td rowspan=60000 colspan=900>a<td>b" + "<tr><td>c" * 50 + "</table>",
            cells=40_000,
        )
