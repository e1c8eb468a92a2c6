"""Rulings and words into grids: pure geometry, no file."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.cell_text import make_cell_text
from extract.readers.grid import (
    FrameCell,
    GridTolerances,
    Ruling,
    find_frames,
    find_grids,
    join_rulings,
)
from extract.readers.words import LineTolerances, Word, find_lines, needs_space, split_line


def across(y, x0, x1):
    return Ruling(True, y, x0, x1)


def down(x, y0, y1):
    return Ruling(False, x, y0, y1)


def full_grid(xs, ys):
    return [across(y, xs[0], xs[-1]) for y in ys] + [down(x, ys[0], ys[-1]) for x in xs]


def per_side(xs, ys):
    """One short ruling per cell side, as WeasyPrint draws them."""
    pieces = [across(y, a, b) for y in ys for a, b in itertools.pairwise(xs)]
    return pieces + [down(x, a, b) for x in xs for a, b in itertools.pairwise(ys)]


def word(text, x, y, size=10.0, style=0):
    return Word(text, x, y, x + 5.0 * len(text), y + size, style)


XS, YS = (0, 100, 200, 300), (0, 20, 40)

FRAMES = {  # name: rulings, expected cells (top, left, bottom, right) of each frame
    "full edges": (full_grid(XS, YS), [[(r, c, r + 1, c + 1) for r in range(2) for c in range(3)]]),
    "one ruling per cell side": (
        per_side(XS, YS),
        [[(r, c, r + 1, c + 1) for r in range(2) for c in range(3)]],
    ),
    "double lines": (
        [*full_grid(XS, YS), across(21.5, 0, 300), down(101.5, 0, 40)],
        [[(r, c, r + 1, c + 1) for r in range(2) for c in range(3)]],
    ),
    "merged over columns": (
        [
            across(0, 0, 300),
            across(20, 0, 300),
            across(40, 0, 300),
            down(0, 0, 40),
            down(300, 0, 40),
            down(100, 20, 40),
            down(200, 20, 40),
        ],
        [[(0, 0, 1, 3), (1, 0, 2, 1), (1, 1, 2, 2), (1, 2, 2, 3)]],
    ),
    "merged over rows": (
        [
            across(0, 0, 200),
            across(40, 0, 200),
            across(20, 100, 200),
            down(0, 0, 40),
            down(100, 0, 40),
            down(200, 0, 40),
        ],
        [[(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 2, 2)]],
    ),
    "outer sides not drawn": (
        [
            across(0, 0, 300),
            across(20, 0, 300),
            across(40, 0, 300),
            down(100, 0, 40),
            down(200, 0, 40),
        ],
        [[(r, c, r + 1, c + 1) for r in range(2) for c in range(3)]],
    ),
    "two tables side by side": (
        full_grid((0, 50, 100), (0, 20)) + full_grid((150, 200, 250), (0, 20)),
        [[(0, 0, 1, 1), (0, 1, 1, 2)], [(0, 0, 1, 1), (0, 1, 1, 2)]],
    ),
    "an underline in a cell parts nothing": (
        [*full_grid(XS, YS), across(12, 30, 70)],
        [[(r, c, r + 1, c + 1) for r in range(2) for c in range(3)]],
    ),
    "a stroke that touches one border parts nothing": (
        [*full_grid(XS, YS), across(12, 0, 40)],
        [[(r, c, r + 1, c + 1) for r in range(2) for c in range(3)]],
    ),
    "a single box is no table": (full_grid((0, 300), (0, 200)), []),
    "lines without uprights are no table": ([across(y, 0, 300) for y in YS], []),
    "dashes too short to be borders": ([across(y, x, x + 4) for y in YS for x in (0, 50)], []),
}


@pytest.mark.parametrize(("rulings", "expected"), FRAMES.values(), ids=FRAMES)
def test_frames(rulings, expected):
    """Cells and their spans come from borders alone, however they were drawn."""
    frames = find_frames(rulings)
    assert [[tuple(cell) for cell in frame.cells] for frame in frames] == expected


@given(
    st.integers(2, 6),
    st.integers(2, 8),
    st.randoms(use_true_random=False),
    st.floats(-1.2, 1.2),
)
def test_frames_survive_rounding_and_order(columns, rows, random, shift):
    """Pieces in any order, off by a point, give the same cells, which cover each place once."""
    xs, ys = [40.0 * i for i in range(columns + 1)], [15.0 * i for i in range(rows + 1)]
    pieces = [
        Ruling(r.horizontal, r.at + shift * random.random(), r.start, r.end)
        for r in per_side(xs, ys)
    ]
    random.shuffle(pieces)
    (frame,) = find_frames(pieces)
    assert frame.cells == tuple(
        FrameCell(r, c, r + 1, c + 1) for r in range(rows) for c in range(columns)
    )


def test_words_fall_into_cells_and_the_rest_stays():
    """A word belongs where its centre stands; words outside all grids are returned."""
    words = [word("TT", 10, 5), word("Nội", 110, 5), word("dung", 130, 5), word("ngoài", 10, 60)]
    found = find_grids(full_grid(XS, YS), words, 3, 842.0)
    (grid,) = found.grids
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["TT", "Nội dung", ""],
        ["", "", ""],
    ]
    assert (grid.page, grid.page_height, grid.made_by) == (3, 842.0, "rulings")
    assert grid.column_edges == XS
    assert [w.text for w in found.rest] == ["ngoài"]


def test_a_frame_round_prose_is_no_table():
    """One cell with nearly all words of a long text is a box; its words stay prose."""
    prose = [word("chữ", 20 + 18 * (i % 14), 40 + 12 * (i // 14)) for i in range(90)]
    rulings = [*full_grid((0, 300), (0, 20, 300)), down(10, 0, 300)]
    found = find_grids(rulings, prose, 1, 842.0)
    assert found.grids == []
    assert len(found.dropped) == 1
    assert len(found.rest) == 90


@pytest.mark.parametrize(
    "values",
    [{"snap": 0}, {"touch": -1}, {"shortest": 1}, {"open_side": 2}, {"biggest_share": 1.5}],
)
def test_tolerances_are_checked(values):
    """Tolerances that make no sense are refused when they are made."""
    with pytest.raises(ValueError, match="tolerances"):
        GridTolerances(**values)


def test_line_tolerances_are_checked():
    """So are those of lines."""
    with pytest.raises(ValueError, match="tolerances"):
        LineTolerances(gap=0.01)


def test_joined_rulings_bridge_small_gaps_only():
    """Pieces that touch within 3 pt are one ruling; a real gap parts them."""
    assert join_rulings([across(5, 0, 50), across(5.8, 52, 90)]) == [across(5, 0, 90)]
    assert len(join_rulings([across(5, 0, 50), across(5, 60, 90)])) == 2


def test_lines_follow_the_page_not_the_file():
    """Words are ordered by place; a small raised mark stays on its line."""
    words = [word("hai", 40, 20), word("dưới", 0, 40), word("một", 0, 20), word("1", 60, 18, 6)]
    assert [line.text for line in find_lines(words)] == ["một hai 1", "dưới"]


def test_wide_gaps_part_a_line_and_touching_pieces_join():
    """A tab parts a line in pieces; a number drawn apart joins its symbol without a space."""
    line = find_lines([word("Số:", 0, 0), word("12", 20, 0), word("/KH", 30, 0), word("x", 200, 0)])
    assert [piece.text for piece in split_line(line[0])] == ["Số: 12/KH", "x"]


RUNS = {  # name: (text, run) of words that touch one another, the line
    "one run": ([("Căn", 4), ("cứ", 4), ("Luật", 4)], "Căn cứ Luật"),
    "a hyphen may end a piece of a word": ([("QĐ-", 4), ("UBND", 4)], "QĐ-UBND"),
    "a hyphen at the end": ([("số", 4), ("10/QĐ-", 4)], "số 10/QĐ-"),
    "two runs": ([("Luật", 4), ("này", 5)], "Luậtnày"),
    "two runs in turn": ([("a", 4), ("b", 5), ("c", 4)], "abc"),
    "runs unknown": ([("12", 0), ("/KH", 0)], "12/KH"),
}


@pytest.mark.parametrize(("pieces", "expected"), RUNS.values(), ids=RUNS)
def test_spaces_of_the_file_part_words_that_touch(pieces, expected):
    """Words of one run are parted however close they stand; pieces of several runs are not."""
    words = [
        Word(text, 10.0 * at, 0, 10.0 * (at + 1), 10, run=run)
        for at, (text, run) in enumerate(pieces)
    ]
    assert [line.text for line in find_lines(words)] == [expected]


SEAMS = {  # name: end of a line, start of the next, joined
    "hyphen in a symbol": ("số 10/2014/QĐ-", "UBND ngày", "số 10/2014/QĐ-UBND ngày"),
    "slash in a symbol": ("số 61/2018/", "NĐ-CP", "số 61/2018/NĐ-CP"),
    "symbol goes on with its slash": ("số 61/2018", "/NĐ-CP", "số 61/2018/NĐ-CP"),
    "symbol goes on with its hyphen": ("số 61/2018/NĐ", "-CP ngày", "số 61/2018/NĐ-CP ngày"),
    "years": ("giai đoạn 2016-", "2020", "giai đoạn 2016-2020"),
    "symbol cut in a narrow cell": ("số 61/2018/N", "Đ-CP ngày", "số 61/2018/NĐ-CP ngày"),
    "hyphen after a small letter": ("Văn hóa-", "Thông tin", "Văn hóa- Thông tin"),
    "a dash with spaces": ("kinh tế -", "xã hội", "kinh tế - xã hội"),
    "a list item": ("gồm:", "- Phòng Nội vụ", "gồm: - Phòng Nội vụ"),
    "words": ("cải cách", "hành chính", "cải cách hành chính"),
}


@pytest.mark.parametrize(("before", "after", "joined"), SEAMS.values(), ids=SEAMS)
def test_seams(before, after, joined):
    """A symbol broken over lines is one symbol; all else is joined with a space."""
    assert before + " " * needs_space(before, after) + after == joined


CELLS = {  # name: (text, x, y) of words, width of the cell, text of the cell
    "wrapped": ([("Phòng", 0, 0), ("Nội", 30, 0), ("vụ", 0, 12)], 60, "Phòng Nội vụ"),
    "items": ([("-", 0, 0), ("Một;", 8, 0), ("-", 0, 12), ("Hai.", 8, 12)], 60, "- Một;\n- Hai."),
    "names on lines of their own": ([("UBND", 0, 0), ("Phòng", 0, 12)], 120, "UBND\nPhòng"),
    "hyphen at the line end": ([("10/QĐ-", 0, 0), ("UBND", 0, 12)], 45, "10/QĐ-UBND"),
    "a word cut by a narrow cell": ([("Cổng/Tran", 0, 0), ("g", 0, 12)], 50, "Cổng/Trang"),
    "a sum cut by a narrow cell": ([("1.100.0", 0, 0), ("00", 0, 12)], 40, "1.100.000"),
    "an ordinal cut by a narrow cell": ([("1.3.", 0, 0), ("2", 0, 12)], 30, "1.3.2"),
    "capitals are words": ([("HĐND", 0, 0), ("tỉnh", 0, 12)], 30, "HĐND tỉnh"),
    "two sums stay two": ([("1.100.000", 0, 0), ("200", 0, 12)], 60, "1.100.000 200"),
    "empty": ([], 50, ""),
}


@pytest.mark.parametrize(("words", "width", "text"), CELLS.values(), ids=CELLS)
def test_cell_text(words, width, text):
    """Wrapped lines are joined; what the typist set on a line of its own stays there."""
    assert make_cell_text([word(*w) for w in words], width).text == text


def test_upright_header_cells_are_read_from_bottom_to_top():
    """Words set upright in a narrow cell keep their order."""
    words = [Word("hai", 0, 10, 10, 40), Word("Số", 0, 45, 10, 70), Word("một", 0, 42, 10, 44)]
    tall = [Word("Tổng", 0, 60, 10, 100), Word("cộng", 0, 10, 10, 50)]
    assert make_cell_text(tall, 12).text == "Tổng cộng"
    assert make_cell_text(words[:2], 12).text == "Số hai"
