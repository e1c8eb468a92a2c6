"""Amounts in đồng, and the units that titles name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.stages.money import find_unit, is_amount, parse_amount

MILLION = 1_000_000
AMOUNTS = {  # cell, unit of its column: đồng
    ("12.900.000", None): 12_900_000,
    ("12,000,000", None): 12_000_000,
    ("12 900 000", None): 12_900_000,
    ("5.000.000 đ", None): 5_000_000,
    ("100.000đ", None): 100_000,
    ("3,5 triệu đồng", None): 3_500_000,
    ("500 nghìn", None): 500_000,
    ("1,2 tỷ đồng", None): 1_200_000_000,
    ("5tr", None): 5_000_000,
    ("Khoảng 10 triệu", None): 10_000_000,
    ("15", MILLION): 15_000_000,
    ("0,5", 1000 * MILLION): 500_000_000,
    ("1.200", MILLION): 1_200_000_000,
    ("1.234,5", MILLION): 1_234_500_000,
    ("12.900.000 đồng", MILLION): 12_900_000,
    ("12.900.000", MILLION): 12_900_000,
    ("12.900.0 00", None): 12_900_000,
    ("3,500", MILLION): None,  # three and a half, or three thousand five hundred
    ("15", None): None,
    ("2020", None): None,
    ("5.1", None): None,
    ("2 người", None): None,
    ("20/10/2020", None): None,
    ("2.000.000 đ/xã", None): None,
    ("5 triệu và 3 triệu", None): None,
    ("Ngân sách huyện", None): None,
    ("", MILLION): None,
}


@pytest.mark.parametrize(("cell", "expected"), AMOUNTS.items())
def test_amounts(cell, expected):
    """One clear amount is read; what could be something else is left unread."""
    assert parse_amount(*cell) == expected


UNITS = {
    "Kinh phí (triệu đồng)": MILLION,
    "Đơn vị tính: nghìn đồng": 1000,
    "Số tiền (đồng)": 1,
    "ĐVT: 1.000 đồng": 1000,
    "Kinh phí (tỷ đồng)": 1000 * MILLION,
    "Kinh phí thực hiện": None,
    "Hội đồng nhân dân": None,
    "Lao động": None,
}


@pytest.mark.parametrize(("title", "unit"), UNITS.items())
def test_units(title, unit):
    assert find_unit(title) == unit


@given(st.integers(10_000, 10**12))
def test_grouped_numbers_come_back(amount):
    assert parse_amount(f"{amount:,}".replace(",", ".")) == amount


@given(st.text(max_size=130))
def test_any_text(text):
    parse_amount(text, MILLION)
    find_unit(text)
    is_amount(text)
