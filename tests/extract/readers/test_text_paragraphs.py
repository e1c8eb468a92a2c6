"""Paragraphs that a page break or a fixed width cut are whole again; nothing else is joined."""

import pytest

from extract.readers.plaintext import read_plaintext

A = "- Tiếp tục đổi mới phương thức làm việc, đẩy mạnh cải cách"  # a line that is cut
JOINED = {  # name: text, the paragraph
    "a note in brackets": (
        "(Kèm theo Kế hoạch số 88/KH-UBND ngày 10/02/2020 của UBND huyện\nVân Hải)",
        "(Kèm theo Kế hoạch số 88/KH-UBND ngày 10/02/2020 của UBND huyện Vân Hải)",
    ),
    "lower case after a blank line": (f"{A}\n\nhành chính.", f"{A} hành chính."),
    "after a comma": (f"{A},\n\ncác đơn vị.", f"{A}, các đơn vị."),
    "over a page number": (f"{A}\n\n2\n\fhành chính.", f"{A} hành chính."),
    "a symbol after its hyphen": (
        "Căn cứ Quyết định số 10/2014/QĐ-\n\nUBND ngày 24/3/2014", "Căn cứ Quyết định số 10/2014/QĐ-UBND ngày 24/3/2014"),
    "a symbol after its slash": ("Nghị định số 61/\n\n2018/NĐ-CP", "Nghị định số 61/2018/NĐ-CP"),
    "a date after its word": ("trước ngày\n\n15/12/2020", "trước ngày 15/12/2020"),
    "a number after số": ("theo Nghị định số\n\n61/2018/NĐ-CP", "theo Nghị định số 61/2018/NĐ-CP"),
    "capital after a word that ends nothing": (
        "Căn cứ Kế hoạch cải cách hành chính của\n\nỦy ban nhân dân", "Căn cứ Kế hoạch cải cách hành chính của Ủy ban nhân dân"),
    "bold and plain runs": (f"{A} **nền**\n\nhành chính.", f"{A} nền hành chính."),
    "a name in capitals": ("TM. ỦY BAN\nNHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
    "a date over two lines": ("An Bình, ngày\n27 tháng 9 năm 2022", "An Bình, ngày 27 tháng 9 năm 2022"),
    "a law named on the next line": (
        "Thực hiện Luật Đầu tư công, Luật\nNgân sách nhà nước",
        "Thực hiện Luật Đầu tư công, Luật Ngân sách nhà nước"),
    "the head of government": (
        "theo Quyết định số 705/QĐ-TTg của Thủ tướng\nChính phủ",
        "theo Quyết định số 705/QĐ-TTg của Thủ tướng Chính phủ"),
    "the years of a period": (
        "thực hiện Chương trình đọc sách giai đoạn\n2017-2021, UBND xã",
        "thực hiện Chương trình đọc sách giai đoạn 2017-2021, UBND xã"),
    "a quarter": (
        "- Rà soát, kiến nghị sửa đổi, từ tháng 10/2007 đến hết quý\nI/2008.",
        "- Rà soát, kiến nghị sửa đổi, từ tháng 10/2007 đến hết quý I/2008."),
    "a ministry after its kind": (
        "Thông tư số 342/2016/TT-BTC ngày 30/12/2016 của Bộ\nTài chính",
        "Thông tư số 342/2016/TT-BTC ngày 30/12/2016 của Bộ Tài chính"),
    "a ministry of several fields": (
        "Thông tư số 42/2011/TT-BLĐTBXH của Bộ Lao động -\nThương binh và Xã hội",
        "Thông tư số 42/2011/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội"),
    "three pieces": (f"{A}\n\nhành chính và các\n\nnội dung khác", f"{A} hành chính và các nội dung khác"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINED.values(), ids=JOINED)
def test_joined(text, expected):
    """The pieces make one block, each with its own line; offsets point at their starts."""
    (block,) = read_plaintext(text)
    assert block.text == expected
    lines = text.replace("\f", "").split("\n")
    for origin in block.origins:
        first_word = lines[origin.line - 1].replace("**", "").split()[0]
        assert block.text[origin.start :].startswith(first_word)
    assert len(block.origins) >= 2


APART = {
    "final full stop": f"{A}.\n\nhành chính",
    "final semicolon": f"{A};\n\nhành chính",
    "final colon and quote": f"{A}:”\n\nhành chính",
    "capital": f"{A}\n\nHành chính",
    "list letter": f"{A}\n\na) hành chính",
    "list letter đ": f"{A}\n\nđ) hành chính",
    "dash": f"{A}\n\n- hành chính",
    "plus": f"{A}\n\n+ hành chính",
    "number": f"{A}\n\n1.1 hành chính",
    "title": "**KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2020**\n\nnăm nay",
    "title in capitals": "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH\n\ncủa huyện",
    "bold title of two lines": "**Kiểm tra công tác cải cách hành chính**\n**và kiểm soát thủ tục**",
    "heading": f"## {A}\n\nhành chính",
    "before a heading": f"{A}\n\n## hành chính",
    "short line": "Thành phần\n\ngồm các đơn vị",
    "a heading after a quarter": "Tổng hợp báo cáo kết quả của từng quý\nII. TỔ CHỨC THỰC HIỆN",
    "hard end of Markdown": f"{A}  \nhành chính",
    "number of a page": "thực hiện các nhiệm vụ cải cách hành chính năm\n\n2",
    "number of a letterhead": "Số: 12/KH-UBND\n\nbình lục, ngày 01",
    "place and date": "Thạch Thành, ngày tháng năm 2020\n\nkế hoạch",
    "recipients": "Nơi nhận:\n\nsở nội vụ",
    "symbol, then a title": "Căn cứ Quyết định số 10/QĐ-\n\nKẾ HOẠCH CẢI CÁCH",
    "date word, then a capital": "Bình Lục, ngày tháng năm\n\nKế hoạch",
}  # fmt: skip


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_apart(text):
    """List items, titles, letterhead and finished sentences stay on their own."""
    assert len(read_plaintext(text)) == 2


WRAPPED = """\
    Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính
phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn
2021 - 2030;
    Thực hiện Kế hoạch số 250/KH-UBND của Ủy ban nhân dân tỉnh về
tuyên truyền cải cách hành chính năm 2022, Ủy ban nhân dân huyện ban hành
Kế hoạch tuyên truyền như sau:
    I. MỤC ĐÍCH, YÊU CẦU
    1. Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân
về mục tiêu của công tác cải cách hành chính theo Quyết định số 10/2014/QĐ-
UBND của tỉnh.
    a) Phòng Nội vụ chủ trì, theo dõi.
    Các phòng, ban gửi báo cáo về Phòng Nội vụ trước ngày 15 tháng 12 năm
2022 để tổng hợp.
"""


def test_fixed_width():
    """Lines cut at a fixed width become paragraphs; items, headings and indents start new ones."""
    blocks = read_plaintext(WRAPPED)
    assert [block.origins[0].line for block in blocks] == [1, 4, 7, 8, 11, 12]
    assert [len(block.origins) for block in blocks] == [3, 3, 1, 3, 1, 2]
    assert "10/2014/QĐ-UBND của tỉnh." in blocks[3].text
    assert blocks[5].text.endswith("năm 2022 để tổng hợp.")


def test_a_line_per_paragraph_is_no_fixed_width():
    """In a text whose lines are paragraphs, neighbours stay apart."""
    text = "\n".join(
        ["- Sở Nội vụ (để báo cáo)", "- Chủ tịch, các phó Chủ tịch", "Đại diện các phòng"] * 9
    )
    assert len(read_plaintext(text)) == 27


SHORT = """\
Căn cứ Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ ban hành
Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011-2020;
Căn cứ Quyết định số 225/QĐ-TTg ngày 04/02/2016 của Thủ tướng Chính phủ
phê duyệt Kế hoạch cải cách hành chính nhà nước giai đoạn 2016-2020;
Thực hiện Kế hoạch số 33/KH-UBND ngày 09/9/2016 của Hội đồng Nghĩa vụ
Quân sự huyện về việc tuyển chọn, gọi công dân nhập ngũ, Ủy ban nhân dân
Xã Phước Thới xây dựng Kế hoạch như sau:
- Gửi báo cáo về Ủy ban nhân dân huyện trước ngày 15 tháng 10 năm 2016./.
Nơi nhận:
- Lưu: VT.
"""


def test_fixed_width_of_a_short_text():
    """Lines that stop where the next word had no room go on, capital letter or not."""
    texts = [block.text for block in read_plaintext(SHORT)]
    assert texts[0].endswith("giai đoạn 2011-2020;")
    assert texts[2].endswith("xây dựng Kế hoạch như sau:")
    assert texts[-2:] == ["Nơi nhận:", "- Lưu: VT."]
