"""Places and their codes: found where one fits, never guessed."""

from datetime import date

import pytest

from extract.stages.units.places import find_place, larger_place

BEFORE, AFTER = date(2020, 3, 3), date(2025, 9, 1)

CASES = {  # name: (name, level, word, day, parent), code
    "commune in its district": (("Thành Tiến", "commune", "xã", BEFORE, "391"), "15256"),
    "commune in its province": (("Thành Tiến", "commune", "xã", BEFORE, "38"), "15256"),
    "numbered ward": (("2", "commune", "phường", BEFORE, "747"), "26509"),
    "ward with a zero": (("02", "commune", "phường", BEFORE, "747"), "26509"),
    "other marks": (("Thach Thanh", "district", "huyện", BEFORE, None), "391"),
    "district that became a town": (("Hoài Nhơn", "district", "huyện", BEFORE, None), "543"),
    "huyện beside thành phố of its name": (
        ("Cao Lãnh", "district", "thành phố", BEFORE, "87"), "866"),
    "hyphen in the name": (("Bà Rịa – Vũng Tàu", "province", "tỉnh", BEFORE, None), "77"),
    "renamed province": (("Thừa Thiên Huế", "province", "tỉnh", BEFORE, None), "46"),
    "city since 2025": (("Huế", "province", "thành phố", date(2025, 3, 1), None), "46"),
    "commune since the merger": (("Hạc Thành", "commune", "phường", AFTER, None), "14797"),
    "commune of old without its district": (("Thành Tiến", "commune", "xã", BEFORE, None), None),
    "many districts of one name": (("Châu Thành", "district", "huyện", BEFORE, None), None),
    "the same, in its province": (("Châu Thành", "district", "huyện", BEFORE, "87"), "877"),
    "district after districts ended": (("Thạch Thành", "district", "huyện", AFTER, None), None),
    "province that was merged": (("Hà Giang", "province", "tỉnh", AFTER, None), None),
    "invented": (("Hoa Mận", "commune", "xã", BEFORE, "391"), None),
    "district of another province": (("Thành Tiến", "commune", "xã", BEFORE, "42"), None),
}  # fmt: skip


@pytest.mark.parametrize(("place", "code"), CASES.values(), ids=CASES)
def test_codes(place, code):
    """A code is given when exactly one place of that day fits."""
    found = find_place(*place)
    assert (found.code if found else None) == code


def test_larger_places():
    """A commune leads to its district and province, as they stood at the time."""
    commune = find_place("Thành Tiến", "commune", "xã", BEFORE, "391")
    district = larger_place(commune)
    province = larger_place(district)
    assert [str(district), str(province)] == ["huyện Thạch Thành", "tỉnh Thanh Hóa"]
    assert larger_place(province) is None
