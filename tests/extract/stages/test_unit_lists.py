"""The places that name the units a plan applies to."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from extract.model import Header, Passage, Row, Table, UnitName
from extract.stages.sections import label_passages
from extract.stages.text_tasks import find_text_tasks
from extract.stages.unit_lists import find_unit_lists

SHARED = Path(__file__).parents[4] / "shared"
DISTRICT = Header(
    issuer="UBND huyện Thạch Thành", issuer_level="district", issued_on=date(2020, 3, 3)
)
CITY = Header(
    issuer="UBND thành phố Vũng Tàu", issuer_level="district", issued_on=date(2023, 2, 8),
    title="Kiểm tra công tác cải cách hành chính",
)  # fmt: skip


def passages_of(text):
    lines = [line for line in text.strip().split("\n") if line.strip()]
    return tuple(Passage(seq, line.strip()) for seq, line in enumerate(lines))


def lists_of(text, header):
    passages = label_passages(passages_of(text), header)
    found = find_unit_lists(passages, (), header)
    for units in found:
        for member in units.units:
            printed = passages[member.passage].text[member.start : member.end]
            assert member.unit.raw.endswith(printed)
    return [(u.role, [m.unit.raw for m in u.units]) for u in found]


TEXTS = {  # name: header, text, (role, members) of each list
    "each line is a list": (
        CITY,
        """
        III. ĐỐI TƯỢNG, THỜI GIAN KIỂM TRA
        1. Quý I
        - Cơ quan chuyên môn: Phòng Y tế.
        - UBND các phường: Phường 3, Phường 4.
        2. Quý II
        - UBND các phường, xã: Phường Thắng Nhì, PhườngThắng Nhất, Xã Long Sơn.
        """,
        [("inspected", ["Phòng Y tế"]), ("inspected", ["Phường 3", "Phường 4"]),
         ("inspected", ["Phường Thắng Nhì", "PhườngThắng Nhất", "Xã Long Sơn"])]),
    "bullets of one unit each are one list": (
        DISTRICT,
        """
        II. ĐƠN VỊ ĐƯỢC THANH TRA
        - Xã Thành Tiến;
        - Thị trấn Kim Tân;
        - Trường THCS Kim Tân.
        III. NỘI DUNG
        - Việc thực hiện chế độ báo cáo.
        """,
        [("inspected", ["Xã Thành Tiến", "Thị trấn Kim Tân", "Trường THCS Kim Tân"])]),
    "the kind word is added to each": (
        DISTRICT,
        """
        2. Đơn vị tự kiểm tra
        - Các xã: Thành Tiến, Thành Vinh và thị trấn Vân Du.
        """,
        [("self_inspected", ["Xã Thành Tiến", "Xã Thành Vinh", "thị trấn Vân Du"])]),
    "places without a colon, and agencies after them": (
        DISTRICT,
        """
        2. Kiểm tra trực tiếp: UBND các xã Thành Tiến, Thành Vinh; Phòng Tư pháp; Phòng Y tế.
        """,
        [("inspected", ["Xã Thành Tiến", "Xã Thành Vinh", "Phòng Tư pháp", "Phòng Y tế"])]),
    "members of the team": (
        CITY,
        """
        IV. THÀNH PHẦN ĐOÀN KIỂM TRA
        - Trưởng đoàn: Trưởng phòng Nội vụ.
        - Thành viên: đại diện Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Văn phòng HĐND và UBND.
        """,
        [("member", ["Phòng Tư pháp", "Phòng Tài chính - Kế hoạch", "Văn phòng HĐND và UBND"])]),
    "neither a venue nor one who acts": (
        DISTRICT,
        """
        II. KIỂM TRA
        - Địa điểm: Trạm Y tế xã Thành Tiến.
        - Đội dân phòng xã Thành Tiến: tự kiểm tra phương tiện.
        """,
        []),
    "cells of the Party": (
        DISTRICT,
        """
        2. Đối tượng kiểm tra: Chi bộ Trạm Y tế, Chi bộ Phòng Nội vụ, Chi bộ Trường THPT Kim Tân.
        """,
        [("inspected", ["Chi bộ Trạm Y tế", "Chi bộ Phòng Nội vụ", "Chi bộ Trường THPT Kim Tân"])]),
    "a name that ends in a kind word": (
        DISTRICT,
        """
        2. Đơn vị được kiểm tra: Xã Tân Hội, Xã Thành Vinh, Hội Nông dân huyện.
        """,
        [("inspected", ["Xã Tân Hội", "Xã Thành Vinh", "Hội Nông dân huyện"])]),
    "places in a sentence": (
        DISTRICT,
        """
        2. Phạm vi
        Triển khai thí điểm tại các xã: Thành Tiến, Thành Vinh, Thạch Lâm trong năm 2020.
        """,
        [("other", ["Xã Thành Tiến", "Xã Thành Vinh", "Xã Thạch Lâm"])]),
    "a lead-in over bullets": (
        DISTRICT,
        """
        II. NỘI DUNG
        Kiểm tra trực tiếp tại các đơn vị sau:
        - UBND xã Thành Tiến;
        - UBND xã Thành Vinh;
        """,
        [("inspected", ["UBND xã Thành Tiến", "UBND xã Thành Vinh"])]),
    "a schedule in lines": (
        DISTRICT,
        """
        III. LỊCH KIỂM TRA
        - Xã Thành Tiến: sáng ngày 15/5/2020;
        - Xã Thành Vinh (chiều ngày 15/5/2020);
        - Thị trấn Kim Tân, ngày 16/5/2020.
        """,
        [("inspected", ["Xã Thành Tiến", "Xã Thành Vinh", "Thị trấn Kim Tân"])]),
    "representatives, each with a role": (
        CITY,
        """
        IV. THÀNH PHẦN
        1. Đoàn kiểm tra
        - Đại diện lãnh đạo Phòng Nội vụ: Trưởng đoàn.
        - Đại diện Phòng Tư pháp: Thành viên.
        - Bà Trần Thị B, chuyên viên Phòng Y tế: Thư ký.
        """,
        [("member", ["Phòng Nội vụ", "Phòng Tư pháp"])]),
    "two teams in a sentence": (
        DISTRICT,
        """
        2. Phạm vi
        Đoàn số 1 kiểm tra các xã: Thành Tiến, Thành Vinh; Đoàn số 2 kiểm tra các xã Thành An, Thạch Lâm.
        """,
        [("inspected", ["Xã Thành Tiến", "Xã Thành Vinh", "Xã Thành An", "Xã Thạch Lâm"])]),
    "where the issuer meets": (
        DISTRICT,
        """
        3. Thời gian, địa điểm kiểm tra
        - Địa điểm: UBND huyện.
        - Đơn vị thực hiện: Phòng Nội vụ.
        """,
        []),
    "addressees name nobody": (
        DISTRICT,
        """
        4. Đối tượng kiểm tra
        Các cơ quan, đơn vị thuộc UBND huyện và UBND các xã, thị trấn.
        - Lãnh đạo Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam cấp xã.
        """,
        []),
    "agencies with tasks are no list": (
        DISTRICT,
        """
        IV. TỔ CHỨC THỰC HIỆN
        1. Phòng Nội vụ: Chủ trì, phối hợp với Phòng Tư pháp, Phòng Y tế kiểm tra việc thực hiện.
        2. Phòng Tài chính - Kế hoạch
        - Bố trí kinh phí kiểm tra.
        """,
        []),
    "the kind word of a place ends with its sentence": (
        DISTRICT,
        """
        KẾ HOẠCH
        Năm qua, tại xã Thành Tiến, huyện Thạch Thành, lực lượng chức năng thu 6 kg pháo. Để thực
        hiện Nghị định số 137/2020/NĐ-CP về pháo, UBND huyện ban hành Kế hoạch như sau:
        """.replace("Để thực\n        hiện", "Để thực hiện"),
        []),
    "where it is held is no list": (
        DISTRICT,
        """
        II. TỔ CHỨC
        1. Thời gian và địa điểm tổ chức:
        - Tại Trường Mầm non Hoa Sen.
        """,
        []),
    "who decides is no list": (
        DISTRICT,
        """
        QUYẾT ĐỊNH
        Về công tác kiểm tra các xã
        PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN THẠCH THÀNH
        """,
        []),
    "recipients are no list": (
        DISTRICT,
        """
        Nơi nhận:
        - Phòng Nội vụ;
        - UBND xã Thành Tiến;
        """,
        []),
    "units amid other words": (
        DISTRICT,
        """
        1. Mục đích
        - Báo cáo kết quả kiểm tra về UBND huyện (qua Phòng Nội vụ) để tổng hợp theo quy định.
        - Kế hoạch số 10/KH-UBND của UBND huyện Thạch Thành về việc kiểm tra công vụ.
        """,
        []),
}  # fmt: skip


@pytest.mark.parametrize(("header", "text", "expected"), TEXTS.values(), ids=TEXTS)
def test_lists_in_text(header, text, expected):
    """A list names units, and its role is what the nearest words above it say."""
    assert lists_of(text, header) == expected


def table_of(kind, header, rows, columns=None):
    passages, body = [], []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                passages.append(
                    Passage(len(passages), cell, "cell", table=0, row=number, column=column)
                )
        body.append(Row(tuple(row), tuple(row)))
    table = Table((tuple(header),), tuple(body), kind, columns or (None,) * len(header),
                  caption="Danh sách các xã được kiểm tra")  # fmt: skip
    return tuple(passages), (table,)


TABLES = {
    "units with their kind word": (
        "unit_list", ["TT", "Đơn vị"], [["1", "Xã Thành Tiến"], ["2", "Thị trấn Kim Tân"]],
        [["Xã Thành Tiến", "Thị trấn Kim Tân"]]),
    "kind word in the title of the column": (
        "unit_list", ["TT", "Tên xã"], [["1", "Thành Tiến"], ["2", "Thành Vinh"]],
        [["Xã Thành Tiến", "Xã Thành Vinh"]]),
    "a schedule": (
        "other", ["TT", "Đơn vị", "Thời gian"],
        [["1", "UBND xã Thành Tiến", "Tháng 5"], ["2", "Phòng Tư pháp", "Tháng 6"],
         ["3", "Trường THCS Kim Tân", "Tháng 7"]],
        [["UBND xã Thành Tiến", "Phòng Tư pháp", "Trường THCS Kim Tân"]]),
    "several in one cell": (
        "unit_list", ["TT", "Đơn vị"], [["1", "Xã Thành Tiến; xã Thành Vinh"], ["2", "Xã Thành An"]],
        [["Xã Thành Tiến", "xã Thành Vinh", "Xã Thành An"]]),
    "a table about other things": (
        "other", ["TT", "Nội dung", "Đơn vị"],
        [["1", "Rà soát thủ tục", "Phòng Tư pháp"], ["2", "Báo cáo", "Phòng Nội vụ"]], []),
    "task tables are none": (
        "task_plan", ["TT", "Đơn vị"], [["1", "Xã Thành Tiến"], ["2", "Xã Thành An"]], []),
    "forms are none": ("form", ["TT", "Đơn vị"], [], []),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "header", "rows", "expected"), TABLES.values(), ids=TABLES)
def test_lists_in_tables(kind, header, rows, expected):
    """A table whose first column of words names units is a list of them."""
    found = find_unit_lists(*table_of(kind, header, rows), DISTRICT)
    assert [[m.unit.raw for m in u.units] for u in found] == expected
    assert all(u.role == "inspected" for u in found)


HOSTILE = {
    "dashes before a name": "- " + "- " * 9_000 + "Xã Thành Tiến",
    "dashes between names": "Các xã: Thành Tiến" + " -" * 9_000 + " Thành Vinh",
    "names without end": "Kiểm tra tại các xã: " + "Thành Tiến, " * 2_000,
    "spaces": "Phòng Nội vụ" + " " * 20_000 + ": chủ trì",
    "words": "các " * 6_000 + "Xã Thành Tiến",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_hostile_lines(line):
    """A line of twenty thousand characters costs well under a second in both stages."""
    passages = (
        Passage(0, "III. ĐỐI TƯỢNG KIỂM TRA", "heading", label="III"),
        Passage(1, line, section=0),
        Passage(2, "IV. TỔ CHỨC THỰC HIỆN", "heading", label="IV"),
        Passage(3, line, section=2),
    )
    start = time.process_time()
    find_unit_lists(passages, (), DISTRICT)
    find_text_tasks(passages, DISTRICT)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("stem", ["000", "002", "004"])
def test_samples(stem):
    """The lists of the annotated plans are found, each member, and nothing else."""
    sample, gold = SHARED / f"samples/{stem}.txt", SHARED / f"gold/{stem}.json"
    if not sample.exists():
        pytest.skip(f"no {sample}")
    from extract import extract_file

    record = extract_file(sample).to_dict()
    wanted = [(u["role"], u["units"]) for u in json.loads(gold.read_text("utf-8"))["unit_lists"]]
    assert [(u["role"], u["units"]) for u in record["unit_lists"]] == wanted


NAMES = {  # name of the case: raw, name, as the record shows it
    "space lost": ("PhườngThắng Nhất", "Phường Thắng Nhất", "Phường Thắng Nhất"),
    "two spaces": ("Xã  Long Sơn", "Xã Long Sơn", "Xã Long Sơn"),
    "completed from context": ("UBND huyện", "UBND huyện Hòa Bắc", "UBND huyện"),
    "abbreviation": ("Phòng LĐTBXH", "Phòng Lao động - Thương binh và Xã hội", "Phòng LĐTBXH"),
}


@pytest.mark.parametrize(("raw", "name", "shown"), NAMES.values(), ids=NAMES)
def test_names_as_shown(raw, name, shown):
    """A lost space comes back; what context or a table of names says is not put in print."""
    assert UnitName(raw, name).spaced == shown
