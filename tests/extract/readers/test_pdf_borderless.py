"""Tables of PDFs that are printed without borders, or with some lines only."""

import pytest

pytest.importorskip("reportlab", reason="reportlab makes the PDFs of these tests")
from tests.extract.readers.pdf_making import Sheet, cells, grids, needs_font, texts

pytestmark = needs_font

PLACES = (40, 100, 260, 420)
PITCH = 15


def draw(lines, places=PLACES, top=100, bold=1, size=11, sheet=None):
    """Draw printed lines: each a text for every column, the first `bold` of them bold.

    A text with double spaces is drawn word by word, as justified lines are.
    """
    sheet = sheet or Sheet()
    for number, line in enumerate(lines):
        font = "Bold" if number < bold else "Body"
        for x, text in zip(places, line, strict=True):
            at = x
            for word in text.split("  "):
                if word:
                    sheet.put(at, top + PITCH * number, word, font, size)
                at += 7 * len(word) + 16
    return sheet


TITLES = ("TT", "Nội dung", "Cơ quan chủ trì", "Thời gian")

CASES = {  # name: printed lines (titles first), cells of the table
    "an ordinal begins a row without space": (
        [TITLES, ("1", "Rà soát vùng có", "Sở Tài nguyên và", "Quý II"), ("", "nguy cơ sạt lở", "Môi trường", ""),
         ("2", "Tập huấn", "Bộ Chỉ huy", "Tháng 4")],
        [list(TITLES), ["1", "Rà soát vùng có nguy cơ sạt lở", "Sở Tài nguyên và Môi trường", "Quý II"],
         ["2", "Tập huấn", "Bộ Chỉ huy", "Tháng 4"]]),
    "a row without ordinal begins where columns begin again": (
        [TITLES, ("1", "Tập huấn lực", "Bộ Chỉ huy", "Tháng 4 đến"), ("", "lượng xung kích", "", "tháng 6 năm"),
         ("", "cấp xã", "", "2023"), ("", "", "Hội Chữ thập đỏ", "Trước 15/5/2023"), ("2", "Trực ban", "Văn phòng", "Hằng ngày")],
        [list(TITLES), ["1", "Tập huấn lực lượng xung kích cấp xã", "Bộ Chỉ huy", "Tháng 4 đến tháng 6 năm 2023"],
         ["", "", "Hội Chữ thập đỏ", "Trước 15/5/2023"], ["2", "Trực ban", "Văn phòng", "Hằng ngày"]]),
    "an ordinal with a comma, and a total": (
        [("TT", "Nội dung", "Đơn vị tính", "Kinh phí"), ("2,1", "In băng rôn", "Cái", "3.600.000"), ("2.2", "Test nhanh", "Bộ", "7.400.000"),
         ("", "Cộng", "", "11.000.000")],
        [["TT", "Nội dung", "Đơn vị tính", "Kinh phí"], ["2,1", "In băng rôn", "Cái", "3.600.000"], ["2.2", "Test nhanh", "Bộ", "7.400.000"],
         ["", "Cộng", "", "11.000.000"]]),
    "a total straight under the titles": (
        [("TT", "Nội dung", "Phụ trách", "Kinh phí"), ("", "Tổng cộng", "", "1.450"), ("I", "Giao thông", "", "1.200"),
         ("1", "Bê tông hóa", "Ban Quản lý", "700")],
        [["TT", "Nội dung", "Phụ trách", "Kinh phí"], ["", "Tổng cộng", "", "1.450"], ["I", "Giao thông", "", "1.200"],
         ["1", "Bê tông hóa", "Ban Quản lý", "700"]]),
    "months instead of ordinals": (
        [("Tháng", "Tuần", "Nội dung công việc", "Người phụ trách"), ("9/2023", "Tuần 3", "Cân đo, vào biểu đồ", "Nhân viên"),
         ("", "", "tăng trưởng đợt 1", ""), ("", "Tuần 4", "Họp cha mẹ", "Ban Giám hiệu"), ("10/2023", "Tuần 2", "Hội thi", "Hiệu trưởng")],
        [["Tháng", "Tuần", "Nội dung công việc", "Người phụ trách"],
         ["9/2023", "Tuần 3", "Cân đo, vào biểu đồ tăng trưởng đợt 1", "Nhân viên"], ["", "Tuần 4", "Họp cha mẹ", "Ban Giám hiệu"],
         ["10/2023", "Tuần 2", "Hội thi", "Hiệu trưởng"]]),
    "a justified cell is one cell in spite of its gaps": (
        [TITLES, ("1", "Rà soát", "Sở  Thông  tin", "Quý I"), ("", "", "và Truyền thông", ""), ("2", "Số hóa", "Công an tỉnh", "Quý II"),
         ("3", "Kiểm tra", "Sở Nội vụ tỉnh", "Quý III")],
        [list(TITLES), ["1", "Rà soát", "Sở Thông tin và Truyền thông", "Quý I"], ["2", "Số hóa", "Công an tỉnh", "Quý II"],
         ["3", "Kiểm tra", "Sở Nội vụ tỉnh", "Quý III"]]),
    "a justified line of known words is no line of titles": (
        [TITLES, ("1", "Trực  Thời hạn", "Văn  Phòng  Nội dung", "Thời gian"), ("2", "Số hóa hồ sơ", "Công an tỉnh Sơn", "Quý II")],
        [list(TITLES), ["1", "Trực Thời hạn", "Văn Phòng Nội dung", "Thời gian"], ["2", "Số hóa hồ sơ", "Công an tỉnh Sơn", "Quý II"]]),
    "column numbers are a row of their own": (
        [TITLES, ("(1)", "(2)", "(3)", "(4)"), ("", "phần còn lại", "UBND các huyện", ""), ("6", "Quyết toán", "Sở Tài chính", "Hằng quý")],
        [list(TITLES), ["(1)", "(2)", "(3)", "(4)"], ["", "phần còn lại", "UBND các huyện", ""],
         ["6", "Quyết toán", "Sở Tài chính", "Hằng quý"]]),
    "one letter marks a month": (
        [TITLES, ("1", "Phát dọn đường", "x", ""), ("", "làng", "", ""), ("2", "Tập huấn", "", "x")],
        [list(TITLES), ["1", "Phát dọn đường làng", "x", ""], ["2", "Tập huấn", "", "x"]]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES)
def test_rows_without_borders(lines, expected):
    """Rows are told where no space parts them and cells begin on one line."""
    assert [cells(grid) for grid in grids(draw(lines).read())] == [expected]


WRAPPED = {  # name: printed lines, how many are bold, rows of titles, first row below
    "TT in two lines": (
        [("Số", "Công việc", "Chủ trì", "Phối"), ("TT", "", "", "hợp"), ("1", "Rà soát", "Văn phòng", "Sở Nội vụ"),
         ("2", "Xếp lịch", "Thẩm phán", "Thư ký")],
        2, [["Số TT", "Công việc", "Chủ trì", "Phối hợp"]], ["1", "Rà soát", "Văn phòng", "Sở Nội vụ"]),
    "a title known only whole": (
        [("Tháng", "Công việc", "Người phụ", "Sân bãi"), ("", "", "trách", ""), ("Thứ hai", "Tập huấn", "Ban Giám hiệu", "Hội trường"),
         ("Thứ ba", "Hội thi", "Tổ trưởng", "Sân trường")],
        2, [["Tháng", "Công việc", "Người phụ trách", "Sân bãi"]], ["Thứ hai", "Tập huấn", "Ban Giám hiệu", "Hội trường"]),
    "a group title at the left of its columns": (
        [("STT", "Nội dung", "Cơ quan", ""), ("", "", "Chủ trì", "Phối hợp"), ("1", "Rà soát", "Sở Tư pháp", "Sở Nội vụ"),
         ("2", "Số hóa", "Công an tỉnh", "")],
        2, [["STT", "Nội dung", "Cơ quan", ""], ["", "", "Chủ trì", "Phối hợp"]], ["1", "Rà soát", "Sở Tư pháp", "Sở Nội vụ"]),
    "plain titles end at an amount": (
        [("TT", "Nội dung", "Nguồn", "Kinh phí"), ("", "Mua sắm", "", "1.200.000"), ("1", "In ấn", "Xã hội hóa", "500.000")],
        0, [["TT", "Nội dung", "Nguồn", "Kinh phí"]], ["", "Mua sắm", "", "1.200.000"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "bold", "titles", "row"), WRAPPED.values(), ids=WRAPPED)
def test_titles_without_borders(lines, bold, titles, row):
    """Titles over several lines are whole, and rows are no part of them."""
    (grid,) = grids(draw(lines, bold=bold).read())
    assert cells(grid)[: len(titles) + 1] == [*titles, row]


def test_cells_set_in_the_middle_of_their_rows():
    """Without space between rows, a row reaches as far below its ordinal as above it."""
    sheet = draw([TITLES])
    for y, x, text in [
        (115, 100, "Rà soát vùng có"), (130, 40, "1"), (130, 100, "nguy cơ sạt lở, lũ"), (130, 260, "Sở Xây dựng"),
        (145, 100, "quét trong tỉnh"), (160, 40, "2"), (160, 100, "Trực ban"), (160, 260, "Văn phòng"),
        (175, 100, "Kiểm tra các hồ"), (190, 40, "3"), (190, 100, "đập thủy lợi và"), (190, 260, "Sở Nội vụ"), (205, 100, "đê điều"),
    ]:  # fmt: skip
        sheet.put(x, y, text, size=11)
    assert cells(grids(sheet.read())[0])[1:] == [
        ["1", "Rà soát vùng có nguy cơ sạt lở, lũ quét trong tỉnh", "Sở Xây dựng", ""],
        ["2", "Trực ban", "Văn phòng", ""],
        ["3", "Kiểm tra các hồ đập thủy lợi và đê điều", "Sở Nội vụ", ""],
    ]


AFTER = {
    "a heading": ["II. TỔ CHỨC THỰC HIỆN", "Các phòng, ban và Ủy ban nhân dân các xã, thị trấn thực hiện Kế hoạch này."],
    "the heading of a form": ["Biểu số 2", "KẾT QUẢ HUY ĐỘNG NGUỒN LỰC TRÊN ĐỊA BÀN XÃ TRONG NĂM CỦA CÁC THÔN"],
    "prose": ["Các phòng, ban và Ủy ban nhân dân các xã, thị trấn thực hiện Kế hoạch này,", "báo cáo kết quả trước ngày 15/12/2023."],
}  # fmt: skip


@pytest.mark.parametrize("after", AFTER.values(), ids=AFTER)
def test_what_follows_a_table_is_no_row(after):
    """A heading at the indent stands under one column, and is no cell of it."""
    sheet = draw(
        [TITLES, ("1", "Rà soát", "Sở Tư pháp", "Quý I"), ("2", "Số hóa", "Công an", "Quý II")]
    )
    for number, line in enumerate(after):
        sheet.put(105 if number == 0 else 60, 165 + 18 * number, line, "Body" if number else "Bold")
    document = sheet.read()
    assert len(cells(grids(document)[0])) == 3
    assert " ".join(texts(document)) == " ".join(after)


def test_a_group_row_over_two_lines():
    """Lines over the whole width stay in the table where rows go on below them."""
    sheet = draw([TITLES, ("1", "Rà soát", "Sở Tư pháp", "Quý I")])
    sheet.put(
        60, 130, "II. Nhóm nhiệm vụ về cải cách thủ tục hành chính, kiểm soát thủ tục", size=11
    )
    sheet.put(
        60, 145, "hành chính trong lĩnh vực đất đai và xây dựng trên địa bàn toàn tỉnh", size=11
    )
    draw([("2", "Số hóa", "Công an", "Quý II")], top=160, bold=0, sheet=sheet)
    (grid,) = grids(sheet.read())
    assert cells(grid)[1] == ["1", "Rà soát", "Sở Tư pháp", "Quý I"]
    assert cells(grid)[-1] == ["2", "Số hóa", "Công an", "Quý II"]


def test_a_form_of_titles_alone():
    """TT and more titles with nothing below them are a form; a line of three words is none."""
    form = draw([("TT", "Nhiệm vụ", "Kết quả", "Vướng mắc")])
    form.put(60, 300, "Người lập biểu")
    assert [cells(grid) for grid in grids(form.read())] == [
        [["TT", "Nhiệm vụ", "Kết quả", "Vướng mắc"]]
    ]
    assert grids(draw([("", "Nội dung", "Thời gian", "Địa điểm")]).read()) == []


RULED = {  # name: heights at which lines are drawn, their x from and to
    "under every row": ([85, 104, 149, 164, 179], 35, 540),
    "under every row but the first column": ([85, 104, 149, 164, 179], 95, 540),
    "as thin rectangles": ([85, 104, 149, 164, 179], 35, 540),
}


@pytest.mark.parametrize("name", RULED)
def test_horizontal_lines_part_the_rows(name):
    """Lines between rows tell where they begin although no column tells."""
    heights, start, end = RULED[name]
    lines = [TITLES, ("Đợt 1", "Kiểm tra", "Sở Tư pháp", "Từ ngày"), ("", "Đôn đốc", "Sở Nội vụ", "01/6/2023"),
             ("", "Báo cáo", "Văn phòng", "đến 10/6"), ("Đợt 2", "Kiểm tra", "Sở Tư pháp", "Quý III"), ("Đợt 3", "Tổng kết", "Văn phòng", "Quý IV")]  # fmt: skip
    sheet = draw([("Đợt", *TITLES[1:]), *lines[1:]])
    for y in heights:
        if name == "as thin rectangles":
            sheet.canvas.rect(start, sheet.height - y, end - start, 0.6, stroke=0, fill=1)
        else:
            sheet.canvas.line(start, sheet.height - y, end, sheet.height - y)
    assert cells(grids(sheet.read())[0])[1:] == [
        ["Đợt 1", "Kiểm tra Đôn đốc Báo cáo", "Sở Tư pháp Sở Nội vụ Văn phòng", "Từ ngày 01/6/2023 đến 10/6"],
        ["Đợt 2", "Kiểm tra", "Sở Tư pháp", "Quý III"],
        ["Đợt 3", "Tổng kết", "Văn phòng", "Quý IV"],
    ]  # fmt: skip


def test_a_line_under_the_titles_ends_them():
    """Plain titles of two lines end at the line drawn below them."""
    lines = [("TT", "Nội dung", "Chủ trì", "Thời gian"), ("", "công việc", "thực hiện", ""), ("1", "Rà soát", "Sở Tư pháp", "Quý I"),
             ("2", "Số hóa", "Công an", "Quý II")]  # fmt: skip
    sheet = draw(lines, bold=0)
    sheet.canvas.line(35, sheet.height - 119, 540, sheet.height - 119)
    assert cells(grids(sheet.read())[0])[:2] == [
        ["TT", "Nội dung công việc", "Chủ trì thực hiện", "Thời gian"],
        ["1", "Rà soát", "Sở Tư pháp", "Quý I"],
    ]


NO_TABLES = {
    "a letterhead": [("ỦY BAN NHÂN DÂN", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""), ("TỈNH HẢI LÂM", "", "Độc lập - Tự do - Hạnh phúc", ""),
                     ("Số: 12/KH-UBND", "", "Hải Lâm, ngày 12 tháng 3 năm 2023", "")],
    "recipients and signature": [("Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN"), ("- Sở Nội vụ;", "", "", "CHỦ TỊCH"), ("- Lưu: VT.", "", "", ""),
                                 ("", "", "", "Trần Văn A")],
    "a list": [("1.", "Sở Nội vụ: chủ trì, phối hợp với các sở, ngành.", "", ""), ("2.", "Sở Tài chính: bố trí kinh phí thực hiện.", "", ""),
               ("3.", "Công an tỉnh: bảo đảm an ninh, trật tự.", "", "")],
    "prose in two columns": [("Các phòng, ban thực hiện", "", "Thời gian thực hiện từ ngày", ""), ("Kế hoạch này và báo cáo", "", "01/6/2023 đến hết ngày", ""),
                             ("kết quả về Sở Nội vụ.", "", "30/6/2023 tại các xã.", "")],
}  # fmt: skip


@pytest.mark.parametrize("lines", NO_TABLES.values(), ids=NO_TABLES)
def test_aligned_text_that_is_no_table(lines):
    """Columns without titles stay text."""
    document = draw(lines, places=(60, 85, 300, 350)).read()
    assert grids(document) == []
    assert "".join(texts(document)) != ""


def test_a_page_after_a_table_that_begins_with_something_else():
    """A table fills the page before to its end; the next page begins with the recipients."""
    sheet = Sheet()
    for number in range(26):
        row = TITLES if number == 0 else [str(number), "Rà soát thủ tục", "Phòng Nội vụ", "Quý I"]
        for x, text in zip((60, 100, 300, 430), row, strict=True):
            sheet.put(x, 60 + 29 * number, text)
    sheet.page().put(60, 80, "Nơi nhận:").put(60, 100, "- Như trên;")
    document = sheet.read()
    assert [len(grid.rows) for grid in grids(document)] == [26]
    assert "Nơi nhận:" in texts(document)


def test_titles_set_in_the_middle():
    """Titles of one and of two lines stand half a line apart, and rows so below them."""
    sheet = Sheet()
    for y, x, text in [
        (100, 260, "Đơn vị chủ"), (100, 420, "Thời gian"), (108, 40, "STT"), (108, 100, "Nội dung công việc"),
        (116, 260, "trì"), (116, 420, "thực hiện"),
    ]:  # fmt: skip
        sheet.put(x, y, text, "Bold", 11)
    for y, x, text in [
        (140, 260, "Trung tâm Phục"), (148, 40, "1"), (148, 100, "Niêm yết thủ tục"), (148, 420, "Quý I"), (156, 260, "vụ hành chính"),
        (180, 100, "Rà soát quy trình"), (188, 40, "2"), (188, 260, "Phòng Nội vụ"), (188, 420, "Quý II"), (196, 100, "nội bộ của phường"),
    ]:  # fmt: skip
        sheet.put(x, y, text, size=11)
    assert cells(grids(sheet.read())[0]) == [
        ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian thực hiện"],
        ["1", "Niêm yết thủ tục", "Trung tâm Phục vụ hành chính", "Quý I"],
        ["2", "Rà soát quy trình nội bộ của phường", "Phòng Nội vụ", "Quý II"],
    ]


def test_plain_titles_of_two_levels():
    """Titles under a short group title are told without bold type too."""
    lines = [("STT", "Nội dung", "Cơ quan", ""), ("", "", "Chủ trì", "Phối hợp"), ("1", "Rà soát", "Sở Tư pháp", "Sở Nội vụ"),
             ("2", "Số hóa", "Công an tỉnh", "Sở Y tế")]  # fmt: skip
    grid = grids(draw(lines, bold=0).read())[0]
    assert [row[2] for row in cells(grid)] == ["Cơ quan", "Chủ trì", "Sở Tư pháp", "Công an tỉnh"]


def test_a_table_goes_on_below_a_page_number():
    """The number of the page above the first row overleaf is no row."""
    sheet = draw([TITLES, *((str(n), "Rà soát", "Sở Tư pháp", "Quý I") for n in range(1, 45))])
    sheet.page().put(297, 40, "2")
    draw(
        [(str(n), "Số hóa", "Công an", "Quý II") for n in range(45, 49)],
        bold=0,
        top=62,
        sheet=sheet,
    )
    first, second = grids(sheet.read())
    assert [row[0] for row in cells(second)] == ["45", "46", "47", "48"]
    assert second.column_count == first.column_count
