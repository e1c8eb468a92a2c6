"""Tasks that sentences give to units."""

from datetime import date

import pytest

from extract.model import Header, Passage
from extract.stages.deadlines import date_tasks, find_deadlines
from extract.stages.sections import label_passages
from extract.stages.text_tasks import find_text_tasks

DISTRICT = Header(
    issuer="UBND huyện Thạch Thành", issuer_level="district", issued_on=date(2020, 3, 3)
)
HEADING = "IV. TỔ CHỨC THỰC HIỆN\n"

CASES = {  # name: text, (lead, coordinating, first words of the task) of each task
    "unit opens the paragraph": (
        HEADING
        + "1. Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp và các đơn vị liên quan tham mưu "
        "UBND huyện ban hành kế hoạch chi tiết.",
        [("Phòng Nội vụ", "Phòng Tư pháp và các đơn vị liên quan", "Chủ trì, phối hợp")]),
    "heading and bullets": (
        HEADING
        + "1. Phòng Nội vụ\n- Hướng dẫn các xã lập báo cáo.\n- Tổng hợp kết quả hằng quý.",
        [("Phòng Nội vụ", "", "Hướng dẫn các xã"), ("Phòng Nội vụ", "", "Tổng hợp kết quả")]),
    "a bullet with a unit of its own": (
        HEADING
        + "1. Phòng Nội vụ\n- Tổng hợp kết quả hằng quý.\n- Các phòng chuyên môn cử công chức "
        "tham gia khi được yêu cầu.",
        [("Phòng Nội vụ", "", "Tổng hợp kết quả"), ("Các phòng chuyên môn", "", "Cử công chức")]),
    "numbered with a dash": (
        HEADING
        + "1- Ủy ban Kiểm tra Huyện ủy chủ trì, phối hợp Văn phòng Huyện ủy thành lập đoàn.",
        [("Ủy ban Kiểm tra Huyện ủy", "Văn phòng Huyện ủy", "Chủ trì, phối hợp")]),
    "colon after the unit": (
        HEADING + "4. Trung tâm Văn hóa – Truyền thông huyện: Dành thời lượng phù hợp để đưa tin.",
        [("Trung tâm Văn hóa – Truyền thông huyện", "", "Dành thời lượng")]),
    "two units, asked to": (
        HEADING + "3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các đoàn thể huyện "
        "phối hợp tuyên truyền kế hoạch này.",
        [("Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các đoàn thể huyện", "", "Phối hợp")]),
    "given amid a line": (
        HEADING + "- Phương tiện: Giao Văn phòng HĐND và UBND huyện bố trí xe cho đoàn.",
        [("Văn phòng HĐND và UBND huyện", "", "Bố trí xe")]),
    "posts of several levels": (
        HEADING + "2. Trưởng các phòng, ban, ngành; Chủ tịch UBND các xã, thị trấn căn cứ chức "
        "năng, nhiệm vụ chủ động thực hiện.",
        [("Trưởng các phòng, ban, ngành; Chủ tịch UBND các xã, thị trấn", "", "Căn cứ chức")]),
    "responsibility of an official": (
        "III. PHÂN CÔNG NHIỆM VỤ\n1. Trách nhiệm của công chức Tư pháp – Hộ tịch\n"
        "- Tham mưu ban hành kế hoạch hằng năm.",
        [("công chức Tư pháp – Hộ tịch", "", "Tham mưu ban hành")]),
    "sentences without a unit": (
        HEADING + "1. Kinh phí thực hiện được cấp từ ngân sách.\n"
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về huyện.",
        []),
    "other sections": (
        "II. NỘI DUNG\n1. Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp rà soát văn bản.", []),
    "a heading alone": (HEADING + "1. Phòng Nội vụ", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_text_tasks(text, expected):
    """The unit that opens a paragraph, or the heading above it, leads its task."""
    passages = tuple(Passage(seq, line) for seq, line in enumerate(text.split("\n")))
    tasks = find_text_tasks(label_passages(passages, DISTRICT), DISTRICT)
    found = [(t.lead, t.coordinating, t.task) for t in tasks]
    assert [(lead, helper) for lead, helper, _ in found] == [(a, b) for a, b, _ in expected]
    for (_, _, words), (_, _, start) in zip(found, expected, strict=True):
        assert words.startswith(start)
    for task in tasks:
        assert task.source == "text"
        assert task.lead_units
        assert task.passage is not None


def test_tasks_of_sentences_know_their_times():
    """The times of a sentence are those of its task, with the unit; a table's task keeps its cell."""
    text = (
        HEADING
        + "1. Phòng Nội vụ\n- Tổng hợp kết quả trước ngày 15/6/2020 và trước ngày 15/12/2020."
    )
    lines = tuple(Passage(n, line) for n, line in enumerate(text.split("\n")))
    passages = label_passages(lines, DISTRICT)
    tasks = find_text_tasks(passages, DISTRICT)
    deadlines = find_deadlines(passages, (), tasks, (), DISTRICT)
    assert [(d.task, d.unit.name) for d in deadlines] == [(0, "Phòng Nội vụ huyện Thạch Thành")] * 2
    (task,) = date_tasks(tasks, deadlines)
    assert task.deadline == "trước ngày 15/6/2020; trước ngày 15/12/2020"
