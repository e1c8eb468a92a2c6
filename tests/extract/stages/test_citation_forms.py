"""Citations as offices print them: heads of lists, glued and dotted codes, quotes, place names."""

from datetime import date

import pytest

from extract.model import Header, Passage
from extract.stages.citations import find_citations
from extract.stages.citations.grammar import load_grammar
from patterns import load_csv

HEADER = Header(doc_type="Kế hoạch", number="45", symbol="45/KH-UBND", issued_on=date(2024, 3, 15))

FORMS = {  # name: text, (raw, fields) of each citation
    "a head with a colon": (
        "theo các Nghị định của Chính phủ: số 61/2018/NĐ-CP về một cửa; số 45/2020/NĐ-CP về mạng",
        [("Nghị định của Chính phủ: số 61/2018/NĐ-CP", {"issuer": "Chính phủ"}),
         ("số 45/2020/NĐ-CP", {"issuer": "Chính phủ", "type": "Nghị định"})]),
    "a head without a colon": (
        "các Quyết định của UBND tỉnh số 12/2019/QĐ-UBND, số 35/QĐ-UBND ngày 05/01/2021",
        [("Quyết định của UBND tỉnh số 12/2019/QĐ-UBND", {"issuer": "UBND tỉnh"}),
         ("số 35/QĐ-UBND ngày 05/01/2021", {"issuer": "UBND tỉnh"})]),
    "bodies that bear a number": (
        "Công văn số 602/CN23-HCTH ngày 14/4/2026 của Chi nhánh Văn phòng Đăng ký đất đai số 23 về việc hỗ trợ; Công văn số 15/THPT của Trường THPT số 2 Hồng Lĩnh; Công văn số 17/TA của Tòa án nhân dân khu vực 5 - Hải Lâm",
        [("Công văn số 602/CN23-HCTH ngày 14/4/2026 của Chi nhánh Văn phòng Đăng ký đất đai số 23",
          {"issuer": "Chi nhánh Văn phòng Đăng ký đất đai số 23", "subject": "về việc hỗ trợ"}),
         ("Công văn số 15/THPT của Trường THPT số 2 Hồng Lĩnh",
          {"issuer": "Trường THPT số 2 Hồng Lĩnh"}),
         ("Công văn số 17/TA của Tòa án nhân dân khu vực 5 - Hải Lâm",
          {"issuer": "Tòa án nhân dân khu vực 5 - Hải Lâm"})]),
    "no head": (
        "Quyết định của UBND tỉnh và Công văn số 35/SNV-CCHC",
        [("Công văn số 35/SNV-CCHC", {"issuer": None})]),
    "an official as issuer": (
        "Thông báo số 12/TB-UBND ngày 10/2/2021 của đồng chí Chủ tịch UBND huyện tại hội nghị",
        [("Thông báo số 12/TB-UBND ngày 10/2/2021 của đồng chí Chủ tịch UBND huyện",
          {"issuer": "đồng chí Chủ tịch UBND huyện", "subject": None})]),
    "a session before the subject": (
        "Nghị quyết số 27/NQ-HĐND của HĐND huyện khóa XX, kỳ họp thứ 12 về nhiệm vụ năm 2021",
        [("Nghị quyết số 27/NQ-HĐND của HĐND huyện khóa XX",
          {"subject": "về nhiệm vụ năm 2021"})]),
    "codes written as one word or with a dot": (
        "Quyết định số 45/2020/QĐUBND; Quyết định số 136/2001/QĐ.TTg; Quyết định số 12/QĐ.UB",
        [("Quyết định số 45/2020/QĐUBND",
          {"symbol": "45/2020/QĐ-UBND", "suspect": "no dash in the symbol"}),
         ("Quyết định số 136/2001/QĐ.TTg", {"symbol": "136/2001/QĐ-TTg"}),
         ("Quyết định số 12/QĐ.UB", {"symbol": "12/QĐ-UB"})]),
    "a sentence that ends at a code": (
        "theo Quyết định số 12/QĐ-UB. Các xã báo cáo", [("Quyết định số 12/QĐ-UB", {})]),
    "a law and its year alone": (
        "Luật Đất đai 2013, Luật Giáo dục 2019 - 2020 và Luật BVMT 2020",
        [("Luật Đất đai 2013", {}), ("Luật Giáo dục", {}), ("Luật BVMT 2020", {})]),
    "a law whose date is glued on": (
        "Luật Tổ chức Chính phủngày 25 tháng 12 năm 2001",
        [("Luật Tổ chức Chính phủngày 25 tháng 12 năm 2001", {"issued_on": date(2001, 12, 25)})]),
    "the number of a law in brackets": (
        "(theo Luật Đất đai (Luật số 45/2013/QH13) và các văn bản)",
        [("Luật Đất đai (Luật số 45/2013/QH13)", {"symbol": "45/2013/QH13"})]),
    "type words cut short": (
        "VBHN số 03/VBHN-BNV; TTr số 12/TTr-PNV; QĐ số 5/QĐ-UBND",
        [("VBHN số 03/VBHN-BNV", {"type": "Văn bản hợp nhất"}),
         ("TTr số 12/TTr-PNV", {"type": "Tờ trình"}), ("QĐ số 5/QĐ-UBND", {})]),
    "how urgent a letter is": (
        "Công văn hỏa tốc số 1123/UBND-NC của UBND tỉnh Cao Bằng ngày 05/3/2021 về việc trực bão",
        [("Công văn hỏa tốc số 1123/UBND-NC của UBND tỉnh Cao Bằng ngày 05/3/2021",
          {"issuer": "UBND tỉnh Cao Bằng", "subject": "về việc trực bão"})]),
    "a title in quotes alone": (
        "Hướng dẫn số 10-HD/HU của Huyện ủy Đại Từ “kiểm điểm cuối năm”, các chi bộ tổ chức họp",
        [("Hướng dẫn số 10-HD/HU của Huyện ủy Đại Từ", {"subject": "kiểm điểm cuối năm"})]),
    "a quote ends the subject": (
        "Chỉ thị số 01/CT-UBND về “Năm kỷ cương”, trên cơ sở đó các xã xây dựng lịch",
        [("Chỉ thị số 01/CT-UBND", {"subject": "về “Năm kỷ cương”"})]),
    "a subject goes on after its quote": (
        "Quyết định số 7/QĐ-UBND phê duyệt Đề án “Đô thị sáng”, giai đoạn 2021 - 2025; x",
        [("Quyết định số 7/QĐ-UBND",
          {"subject": "phê duyệt Đề án “Đô thị sáng”, giai đoạn 2021 - 2025"})]),
    "its short name is no part of the subject": (
        "Nghị quyết số 57-NQ/TW về đột phá phát triển (Nghị quyết số 57-NQ/TW), các xã học tập",
        [("Nghị quyết số 57-NQ/TW", {"subject": "về đột phá phát triển"}),
         ("Nghị quyết số 57-NQ/TW", {"subject": None})]),
    "a verb alone is no subject": (
        "hướng dẫn Luật Đê điều sửa đổi.", [("Luật Đê điều", {"subject": None})]),
    "committees named by a number or in small letters": (
        "Quyết định số 31/QĐ-BCĐ389 của Trưởng Ban Chỉ đạo 389 quốc gia ban hành Quy chế; "
        "Kế hoạch số 5/KH-BCĐ của Ban Chỉ đạo phòng, chống dịch bệnh huyện Kỳ Sơn về tiêm chủng; "
        "Kế hoạch số 6/KH-BCĐ của Ban Chỉ đạo về rà soát",
        [("Quyết định số 31/QĐ-BCĐ389 của Trưởng Ban Chỉ đạo 389 quốc gia",
          {"subject": "ban hành Quy chế"}),
         ("Kế hoạch số 5/KH-BCĐ của Ban Chỉ đạo phòng, chống dịch bệnh huyện Kỳ Sơn",
          {"subject": "về tiêm chủng"}),
         ("Kế hoạch số 6/KH-BCĐ của Ban Chỉ đạo", {"subject": "về rà soát"})]),
    "a desk of the Government Office": (
        "Văn bản số 11554/VPCP-V.I ngày 25/11/2023. Các xã",
        [("Văn bản số 11554/VPCP-V.I ngày 25/11/2023", {"symbol": "11554/VPCP-V.I"})]),
    "a law that amends many": (
        "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch ngày 20/11/2018",
        [("Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch "
          "ngày 20/11/2018", {"issued_on": date(2018, 11, 20)})]),
    "what an article of a law says is no subject": (
        "Điều 18 Luật Bảo vệ môi trường năm 2014 quy định về đối tượng; Luật số 15/2012/QH13 "
        "về xử lý vi phạm",
        [("Điều 18 Luật Bảo vệ môi trường năm 2014", {"subject": None}),
         ("Luật số 15/2012/QH13", {"subject": "về xử lý vi phạm"})]),
    "a paper sent with another": (
        "Tờ trình số 84/TTr-SNN kèm theo Báo cáo thẩm định số 814/STP-VB; Đề cương kèm theo "
        "Kế hoạch số 9/KH-SNN",
        [("Tờ trình số 84/TTr-SNN", {}),
         ("Báo cáo thẩm định số 814/STP-VB", {"role": "mention"}),
         ("Kế hoạch số 9/KH-SNN", {"role": "issued_with"})]),
    "the mark of a footnote": (
        "Chỉ thị số 30-CT/TW1, Nghị định số 61/2018/NĐ-CP12 và Luật số 80/2015/QH13",
        [("Chỉ thị số 30-CT/TW", {"symbol": "30-CT/TW"}),
         ("Nghị định số 61/2018/NĐ-CP", {"symbol": "61/2018/NĐ-CP"}),
         ("Luật số 80/2015/QH13", {"symbol": "80/2015/QH13"})]),
    "a short name of type and number": (
        "Nghị quyết số 149/NQ-CP của Chính phủ về an toàn giao thông (Nghị quyết 149); x",
        [("Nghị quyết số 149/NQ-CP của Chính phủ", {"subject": "về an toàn giao thông"}),
         ("Nghị quyết 149", {})]),
    "lawyers are no law on prices": (
        "Hội Luật gia phổ biến Luật Giá, LUẬT DƯỢC", [("Luật Giá", {}), ("LUẬT DƯỢC", {})]),
    "a law that no table knows, alone in its entry": (
        "Căn cứ Luật Cơ yếu; Luật Cà phê và các văn bản hướng dẫn; theo Luật Chè xanh, hồ sơ gồm",
        [("Luật Cơ yếu", {}), ("Luật Cà phê", {})]),
    "a bill": ("góp ý dự thảo Luật Đất đai; Dự án Luật Căn cước; Luật Báo chí", [
        ("Luật Báo chí", {})]),
    "what a letter does is no part of its issuer": (
        "Công văn số 74/AB-VP của Bộ Tài chính thông báo mục tiêu năm 2024, từ ngày 1/2/2024 các xã",
        [("Công văn số 74/AB-VP của Bộ Tài chính", {"subject": "thông báo mục tiêu năm 2024"})]),
    "a number line broken off its type word": (
        "số 132-QĐ/TW, ngày 08/3/2018 của Bộ Chính trị về việc kiểm điểm",
        [("số 132-QĐ/TW, ngày 08/3/2018 của Bộ Chính trị", {})]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS)
def test_printed_forms(text, expected):
    """Each form is read whole, and what only looks like it is left alone."""
    citations, _ = find_citations((Passage(0, text),), HEADER)
    assert [c.raw for c in citations] == [raw for raw, _ in expected]
    for citation, (_, fields) in zip(citations, expected, strict=True):
        for name, want in fields.items():
            assert getattr(citation, name) == want, (citation.raw, name)


ISSUERS = [
    "Ban An toàn giao thông tỉnh Nghệ An", "Ban Chỉ đạo Chuyển đổi số tỉnh Hải Lâm", "Ban Quản lý các khu công nghiệp tỉnh Bình Dương",
    "Bộ Tư lệnh Quân khu 4", "Chủ tịch UBND đặc khu Lý Sơn", "Cục Hàng không Việt Nam",
    "Đảng ủy Bộ Y tế", "Đảng ủy Chính phủ", "Đảng ủy UBND tỉnh", "Hội Luật gia Việt Nam",
    "Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh", "Sở Nội vụ Cao Bằng",
    "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh", "Trường Đại học Luật Hà Nội",
    "Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa tỉnh", "Trung ương Hội Nông dân Việt Nam",
    "Ủy ban An toàn giao thông Quốc gia", "Ủy ban Quốc gia về Chuyển đổi số",
]  # fmt: skip


@pytest.mark.parametrize("issuer", ISSUERS)
def test_issuers(issuer):
    """The name of a body ends before the subject, the next clause and the next body."""
    for after in (" về việc kiểm tra", " ban hành Kế hoạch", "; Công văn số 1/X-Y", ", các xã"):
        citation = find_citations(
            (Passage(0, f"Công văn số 12/AB-VP của {issuer}{after}"),), HEADER
        )[0][0]
        assert citation.issuer == issuer, after


NO_NAMES = {"Chỉ Đạo", "Chư Đang Ya"}  # would be read as verbs


def test_every_unit_is_a_whole_issuer():
    """Cao Bằng, Đại Từ, Giao Thủy: words that elsewhere end a name are part of these names."""
    issuer = load_grammar().known_issuer
    cut = set()
    for table in ("admin_units", "admin_units_before_2025"):
        for row in load_csv(table):
            name = row["name"]
            words = name.replace("-", " ").split()
            if name in NO_NAMES or not all(word[0].isupper() or word.isdigit() for word in words):
                continue
            text = f"UBND huyện {name}"
            found = issuer.match(f"{text} về việc tuyên truyền")
            if found is None or found.group() != text:
                cut.add(name)
    assert not cut
