"""Automatic numbers stand in the text as Word shows them."""

import pytest

from extract.readers import read_bytes
from extract.readers.numbering import format_number


def level(index, form, text, *more):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{"".join(more)}</w:lvl>'
    )


def abstract(identity, *levels):
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def num(identity, abstract_id, *overrides):
    return (
        f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{abstract_id}"/>'
        f"{''.join(overrides)}</w:num>"
    )


def item(num_id, ilvl, text="x", properties=""):
    number = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{number}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


ARTICLES = abstract(
    0,
    level(0, "decimal", "Điều %1."),
    level(1, "lowerLetter", "%2)"),
    level(2, "upperRoman", "%1.%2.%3"),
)
START_5 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
OWN_LEVEL = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1-")}</w:lvlOverride>'
ALTERNATIVE = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
    '<w:numFmt w:val="custom"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback>'
    '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
)

LISTS = {  # name: numbering part, (numId, level) of each paragraph, numbers shown
    "levels restart under a new article": (
        ARTICLES + num(1, 0), [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
        ["Điều 1.", "a)", "b)", "Điều 2.", "a)"]),
    "upper levels in a lower one": (
        ARTICLES + num(1, 0), [(1, 0), (1, 1), (1, 2), (1, 2)], ["Điều 1.", "a)", "1.a.I", "1.a.II"]),
    "lower level first": (ARTICLES + num(1, 0), [(1, 2)], ["1.a.I"]),
    "two lists of one definition share its counters": (
        ARTICLES + num(1, 0) + num(2, 0), [(1, 0), (2, 0), (1, 0)], ["Điều 1.", "Điều 2.", "Điều 3."]),
    "a list that starts anew": (
        ARTICLES + num(1, 0) + num(2, 0, START_5), [(1, 0), (2, 0), (2, 0)],
        ["Điều 1.", "Điều 5.", "Điều 6."]),
    "a list with a level of its own": (
        ARTICLES + num(1, 0, OWN_LEVEL), [(1, 0), (1, 0)], ["A-", "B-"]),
    "level that never restarts": (
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')) + num(1, 0),
        [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "(1)", "2.", "(2)"]),
    "legal numbers are decimal": (
        abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")) + num(1, 0),
        [(1, 0), (1, 1)], ["I.", "1.1."]),
    "bullets of symbol fonts": (
        abstract(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "-"), level(2, "bullet", "\uf0a7")) + num(1, 0),
        [(1, 0), (1, 1), (1, 2)], ["•", "-", "▪"]),
    "format in an alternative": (abstract(0, ALTERNATIVE) + num(1, 0), [(1, 0)], ["01"]),
    "numId 0 is no number": (ARTICLES + num(1, 0), [(0, 0), (1, 0)], [None, "Điều 1."]),
    "unknown list": (ARTICLES, [(9, 0)], [None]),
    "unknown level": (abstract(0, level(0, "decimal", "%1.")) + num(1, 0), [(1, 5)], [None]),
}  # fmt: skip


@pytest.mark.parametrize(("numbering", "items", "expected"), LISTS.values(), ids=LISTS)
def test_lists(make_docx, numbering, items, expected):
    """Labels follow the definition, its counters and its restarts, and stand in the text."""
    body = "".join(item(*one) for one in items)
    blocks = read_bytes(make_docx(body, numbering=numbering), "x.docx").items
    assert [b.label for b in blocks] == expected
    assert [b.text for b in blocks] == [f"{label} x" if label else "x" for label in expected]


def test_numbers_alone_in_cells(make_docx):
    """The ordinal column of a table may hold nothing but numbers that Word counts."""
    rows = "".join(
        f"<w:tr><w:tc>{item(1, 0, '')}</w:tc><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
        for text in ("Họp", "Báo cáo")
    )
    data = make_docx(item(1, 0, "") + f"<w:tbl>{rows}</w:tbl>", numbering=ARTICLES + num(1, 0))
    (grid,) = read_bytes(data, "x.docx").items
    assert [[c.text for c in row.cells] for row in grid.rows] == [
        ["Điều 2.", "Họp"],
        ["Điều 3.", "Báo cáo"],
    ]


def test_number_of_a_style(make_docx):
    """A style names the list, also through basedOn; the level bound to the style counts."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="A"/></w:style>'
    )
    numbering = abstract(
        0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="C"/>')
    ) + num(1, 0)
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        for style, more in (("A", ""), ("B", ""), ("C", ""), ("A", none))
    )
    blocks = read_bytes(make_docx(body, numbering=numbering, styles=styles), "x.docx").items
    assert [b.label for b in blocks] == ["1.", "2.", "a)", None]


def test_number_through_a_numbering_style(make_docx):
    """A definition may only point to a numbering style; pointing in circles gives no number."""
    styles = (
        '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="O"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, '<w:numStyleLink w:val="S"/>') + ARTICLES.replace('Id="0"', 'Id="1"')
        + abstract(2, '<w:numStyleLink w:val="O"/>') + num(1, 0) + num(2, 1) + num(3, 2)
    )  # fmt: skip
    data = make_docx(item(1, 0) + item(3, 0), numbering=numbering, styles=styles)
    assert [b.label for b in read_bytes(data, "x.docx").items] == ["Điều 1.", None]


def test_hidden_and_empty_paragraphs(make_docx):
    """An empty numbered paragraph counts, one that is hidden with its mark does not."""
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    body = item(1, 0) + item(1, 0, "") + item(1, 0, "", hidden) + item(1, 0)
    data = make_docx(body, numbering=ARTICLES + num(1, 0))
    assert [b.label for b in read_bytes(data, "x.docx").items] == ["Điều 1.", "Điều 3."]


NUMBERS = {
    "letters go on with double letters": (28, "lowerLetter", "bb"),
    "roman": (1994, "upperRoman", "MCMXCIV"),
    "no roman zero": (0, "lowerRoman", "0"),
    "no roman five thousand": (5000, "upperRoman", "5000"),
    "unknown form": (3, "vietnameseCounting", "3"),
    "none": (3, "none", ""),
    "many letters are bounded": (10**8, "upperLetter", "V" * 51),
}


@pytest.mark.parametrize(("number", "form", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_format_number(number, form, expected):
    """A counter is written in its form; what a form cannot write is decimal."""
    assert format_number(number, form) == expected
