"""Words that narrow cells cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.cell_text import make_cell_text
from extract.readers.cut_words import KnownWords, find_whole_words
from extract.readers.words import SPACED, Word

KNOWN = {"tthc", "tn&tkq", "người", "đúng", "hoặc"}

CUTS = {  # name: pieces as printed, words as meant
    "an end without a vowel": (["gian", "th"], ["gian", "th"]),
    "an onset alone": (["Th", "ời"], ["Thời"]),
    "a rhyme alone": (["giải", "qu", "yết"], ["giải", "quyết"]),
    "letter by letter": (["b", "á", "o"], ["báo"]),
    "onset before a rhyme": (["Số", "ng", "ười"], ["Số", "người"]),
    "known capitals": (["TT", "H", "C"], ["TTHC"]),
    "known letters with a sign": (["TN&TK", "Q"], ["TN&TKQ"]),
    "spelling tells": (["đú", "ng", "hoặc"], ["đúng", "hoặc"]),
    "a date": (["10/01/20", "20"], ["10/01/2020"]),
    "a sum": (["18.000.0", "00"], ["18.000.000"]),
    "a column number": (["(1", "0)"], ["(10)"]),
    "a joint": (["Cổng/Tran", "g"], ["Cổng/Trang"]),
    "two words": (["Phòng", "Nội", "vụ"], ["Phòng", "Nội", "vụ"]),
    "two words that could be one": (["thi", "ấn"], ["thi", "ấn"]),
    "a quarter": (["Quý", "I"], ["Quý", "I"]),
    "unknown capitals": (["HĐ", "ND"], ["HĐ", "ND"]),
    "two numbers": (["15", "20"], ["15", "20"]),
    "a dash": (["-", "Xã"], ["-", "Xã"]),
}


@pytest.mark.parametrize(("pieces", "words"), CUTS.values(), ids=CUTS)
def test_pieces(pieces, words):
    """Pieces are one word only where they cannot be words by themselves."""
    knows = (KNOWN | {"thi", "ấn"}).__contains__
    sizes = find_whole_words(pieces, knows)
    made, at = [], 0
    for size in sizes:
        made.append("".join(pieces[at : at + size]))
        at += size
    assert made == words


@given(st.lists(st.text("abđêờ1./( -Q", max_size=4), min_size=1, max_size=12))
def test_sizes_cover_all_pieces(pieces):
    """Every piece belongs to one word, whatever the pieces are."""
    assert sum(find_whole_words(pieces)) == len(pieces)


def test_a_space_in_the_file_parts_words():
    """A line behind which the file has a space is no part of a cut word."""
    words = [Word("Th", 0, 0, 20, 10), Word("ời", 0, 12, 20, 22)]
    assert make_cell_text(words, 30).text == "Thời"
    words[0] = words[0]._replace(style=SPACED)
    assert make_cell_text(words, 30).text == "Th ời"


def test_words_inside_lines_are_known():
    """What stands at the end of a line may be a piece, and is not believed."""
    known = KnownWords()
    line = ["giải", "quyết", "(TTHC)", "đú"]
    known.add([Word(text, i, 0, i + 1, 10, 0, 1) for i, text in enumerate(line)])
    assert known("quyết")
    assert known("tthc")
    assert not known("giải")
    assert not known("đú")
