"""Column titles: every example is recognised as its row says, no counter-example is."""

import re

import pytest

import patterns
from extract.stages.tables.columns import find_role, title_key

ROWS = patterns.load_toml("table_columns").rows


def examples(key="examples"):
    return [pytest.param(r, e, id=f"{r.id}: {e}") for r in ROWS for e in getattr(r, key)]


@pytest.mark.parametrize(("row", "title"), examples())
def test_titles(row, title):
    """A printed title is found with the role of its row, by a rule and not by likeness."""
    found = find_role(title)
    assert re.match(row.regex, title_key(title))
    assert found is not None and found.exact
    assert found.role == row.data["role"]


@pytest.mark.parametrize(("row", "title"), examples("not_examples"))
def test_other_titles(row, title):
    """A counter-example is no title of this row."""
    assert not re.match(row.regex, title_key(title))


DAMAGED = {  # a title as a scan or a hurried hand prints it: its role
    "Thòi gian thực hiên": "deadline",
    "Co quan chu tri": "lead",
    "Nội dung côngviệc": "task",
    "Cơ quan phổi hợp": "coordinating",
    "Sảnphẩm": "product",
    "THỜI GIAN HOÀN THÀNH": "deadline",
    "Kinh phí (triệu đồng)": "budget",
    "Đơn vị  chủ trì,": "lead",
    "Cơ quan chù trí": "lead",
    "Thời gian bắt đầu": None,
    "Diện tích": None,
    "Đơn vị tính": None,
    "Số lượng": None,
    "": None,
    "x" * 5000: None,
}


@pytest.mark.parametrize(("title", "role"), DAMAGED.items())
def test_damaged_titles(title, role):
    """Titles without marks, with wrong letters or lost spaces keep their role; others get none."""
    found = find_role(title)
    assert (found.role if found else None) == role
