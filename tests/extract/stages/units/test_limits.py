"""Hostile text: offsets hold, time grows with length, and a huge cell is bounded."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Header
from extract.stages.units import find_units
from extract.stages.units.scan import MAX_PIECES, Scanner

HEADER = Header(issuer="UBND huyện Thạch Thành", issuer_level="district")
WORDS = [
    "Phòng", "phòng", "Nội vụ", "Tư pháp", "UBND", "các", "Các", "xã", "Xã", "thị trấn", "huyện",
    "Kim Tân", "Thành Tiến", "HĐND", "và", "Văn phòng", "Lãnh đạo", "Đảng ủy", "LĐ-TB&XH", "2",
    "Trường THCS", "chủ trì", "liên quan", "(", ")", ":", ";", ",", "-", "–", "/", "\n", ".", "&",
    "Sở", "PhườngThắng", "Chủ tịch", "cấp", "thôn", "bà", "Ban", "tổ", "\u200b", "Trung tâm",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.booleans())
def test_offsets_hold(words, running):
    """Every unit is cut from the text where it says, in order, without overlap."""
    text = " ".join(words)
    last = 0
    for found in find_units(text, HEADER, running=running):
        assert last <= found.start < found.end
        assert text[found.start : found.end] == found.unit.raw
        assert found.unit.name
        last = found.end


@given(st.text(max_size=200))
def test_any_text(text):
    """No text breaks the scanner."""
    for found in find_units(text, HEADER, running=False):
        assert text[found.start : found.end] == found.unit.raw


HOSTILE = {
    "commas": "phòng, ", "nested offices": "Văn phòng ", "colons": "Các phòng: ", "and": "và ",
    "bodies": "UBND các xã ", "brackets": "(", "one endless name": "Aa ", "glued": "PhườngThắng",
    "posts": "Lãnh đạo ", "places in places": "xã A, huyện B, tỉnh C, ", "cells": "Chi bộ ",
    "fields": "Phòng Văn hóa ", "dashes": "- ", "letters": "a", "capitals": "LĐTB",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("running", [False, True], ids=["cell", "sentence"])
def test_time_is_linear(piece, running):
    """Ten thousand characters of the worst kind take seconds at most on a slow machine."""
    text = piece * (10_000 // len(piece))
    start = time.process_time()
    Scanner(text, running=running).pieces()
    assert time.process_time() - start < 8


def test_a_megabyte_is_bounded():
    """A cell of one megabyte costs no more than its first pages, and gives a bounded list."""
    text = "Phòng Nội vụ; " * 75_000
    start = time.process_time()
    found = find_units(text, HEADER, running=False)
    assert time.process_time() - start < 10
    assert 0 < len(found) <= MAX_PIECES
