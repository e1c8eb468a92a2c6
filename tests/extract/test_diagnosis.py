"""What `diagnose` says of a document: each stage, and why something was not taken."""

import json
from pathlib import Path

import pytest

from extract.cli import run
from extract.diagnosis import as_lines, diagnose
from extract.pipeline import extract
from extract.readers import read_bytes

PLANS = Path(__file__).parents[2] / "corpus" / "plans"
TEXT = """UBND XÃ AN BÌNH
Số: 12/KH-UBND
An Bình, ngày 05 tháng 3 năm 2021
KẾ HOẠCH
Kiểm tra công vụ năm 2021
Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;
UBND xã ban hành Kế hoạch như sau:
1. Các thôn báo cáo trước ngày 15/6/2021 theo Mẫu số 02/BC-UBND.
2. Số liệu từ ngày 01/01/2020 đến ngày 31/12/2020. Kinh phí Quý III chưa có.

TT\tNội dung\tChủ trì\tThời gian\tGhi chú
1\tTự kiểm tra\tVăn phòng\tQuý II năm 2021\tQuý I năm 2020
2\tKết luận\tVăn phòng\tTháng 9/2021\t

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Ót
"""
LEFT_OUT = {  # name: list, what is printed, words of the reason
    "own number": ("citations_left_out", "12/KH-UBND", "own number line"),
    "form": ("citations_left_out", "02/BC-UBND", "number of a form"),
    "date of a citation": ("deadlines_left_out", "ngày 23/4/2018", "masked"),
    "time of data": ("deadlines_left_out", "từ ngày 01/01/2020 đến ngày 31/12/2020", "dropped"),
    "form without a label": ("deadlines_left_out", "Quý III", "only after a label"),
    "another column": ("deadlines_left_out", "Quý I năm 2020", "no time column (note)"),
    "date of the plan": ("deadlines_left_out", "ngày 05 tháng 3 năm 2021", "place_date"),
}


@pytest.fixture(scope="module")
def found():
    return diagnose(extract(read_bytes(TEXT.encode(), "a.txt")))


@pytest.mark.parametrize(("part", "printed", "why"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_left_out(found, part, printed, why):
    """What looks like a citation or a time and is none is named with its reason."""
    reasons = [row["why"] for row in found[part] if row["printed"] == printed]
    assert len(reasons) == 1, found[part]
    assert why in reasons[0]


def test_what_was_taken_is_not_left_out(found):
    """A deadline or citation of the record is not listed as left out."""
    assert [d["printed"] for d in found["deadlines"]] == [
        "trước ngày 15/6/2021", "Quý II năm 2021", "Tháng 9/2021"
    ]  # fmt: skip
    out = {
        row["printed"] for part in ("citations", "deadlines") for row in found[f"{part}_left_out"]
    }
    assert not out & {"trước ngày 15/6/2021", "Quý II năm 2021", "61/2018/NĐ-CP"}


def test_stages_are_described(found):
    """Lines of the frame, roles of columns and layers of a citation are told apart."""
    lines = {line["text"]: line["taken_as"] for line in found["header"]["lines"]}
    assert lines["UBND XÃ AN BÌNH"] == "letterhead"
    assert lines["CHỦ TỊCH"] == "signature"
    assert [c["role"] for c in found["tables"][0]["columns"]] == [
        "ordinal", "task", "lead", "deadline", "note"
    ]  # fmt: skip
    decree = found["citations"][0]
    assert decree["printed"].startswith("Nghị định số 61/2018/NĐ-CP")
    assert decree["parsed"]["issued_on"] == "2018-04-23"
    assert found["reading"]["grids"][0]["became"] == "table 0"


@pytest.mark.parametrize("path", sorted(PLANS.glob("p*[1-5].*")), ids=lambda p: p.name)
def test_every_format_is_diagnosed(path):
    """Files of every format give a diagnosis that is JSON and lines of text."""
    found = diagnose(extract(read_bytes(path.read_bytes(), path.name)))
    assert json.loads(json.dumps(found)) == found
    text = "\n".join(as_lines(found))
    for section in ("READING", "HEADER", "TABLES", "CITATIONS", "DEADLINES", "FLAGS"):
        assert f"\n{section}" in f"\n{text}"


def test_command(tmp_path, capsys):
    """The command explains a file, and says the stage of one that cannot be read."""
    good, bad = tmp_path / "a.txt", tmp_path / "b.pdf"
    good.write_text(TEXT, "utf-8")
    bad.write_bytes(b"%PDF-1.4\nrubbish")
    assert run(["diagnose", str(good)]) == 0
    assert "not taken" in capsys.readouterr().out
    assert run(["diagnose", str(good), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["header"]["fields"]["symbol"] == "12/KH-UBND"
    assert run(["diagnose", str(bad)]) == 3
    assert "Error in stage" in capsys.readouterr().err
