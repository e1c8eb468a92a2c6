"""Tasks of task tables: cells by role, filled values, amounts, parents."""

from extract.model import Block, Cell, Document, Grid, GridRow, Header
from extract.stages.tables import join_tables
from extract.stages.tasks import find_tasks

TITLES = "TT|Nội dung công việc|Cơ quan chủ trì|Cơ quan phối hợp|Sản phẩm|Thời gian|Kinh phí"


def tasks_of(*lines: str, above: tuple[str, ...] = ()):
    rows = tuple(GridRow(tuple(Cell(t) for t in line.split("|")), None, 9) for line in lines)
    items = (*(Block(text) for text in above), Grid(rows, made_by="tabs"))
    passages, tables = join_tables(Document("a.txt", "text", "0" * 64, 1, items))
    return find_tasks(passages, tables, Header())


def test_task_has_its_cells():
    (group, task) = tasks_of(
        TITLES, "I|THỂ CHẾ|||||", "1|Rà soát|Sở Tư pháp|Sở Nội vụ|Báo cáo|Quý I|"
    )
    assert (group.ordinal, group.task, group.group, group.parent) == ("I", "THỂ CHẾ", True, None)
    assert (task.lead, task.coordinating, task.product, task.deadline) == (
        "Sở Tư pháp", "Sở Nội vụ", "Báo cáo", "Quý I")  # fmt: skip
    assert (task.group, task.parent, task.table, task.row) == (False, 0, 0, 1)
    assert [unit.name for unit in task.lead_units] == ["Sở Tư pháp"]


def test_merged_values_are_filled():
    """Without ordinal and task the row belongs to the task above; with a task it has no ordinal."""
    tasks = tasks_of(
        TITLES, "3|Tài liệu|A|B|Tờ gấp|Quý I|", "||C|D|Sổ|Quý II|", "|Tin bài|C|D|Tin|Quý III|"
    )
    assert [(t.ordinal, t.task) for t in tasks] == [
        ("3", "Tài liệu"),
        ("3", "Tài liệu"),
        ("", "Tin bài"),
    ]


def test_totals_are_no_tasks():
    tasks = tasks_of(
        TITLES, "1|Rà soát|A|B|C|Quý I|500.000", "|Tổng cộng|||||500.000", "2|Tổng kết|A|B|C|D|"
    )
    assert [t.task for t in tasks] == ["Rà soát", "Tổng kết"]
    tasks = tasks_of(TITLES, "1|Rà soát|A|B|C|Quý I|500.000", "||||||500.000")
    assert len(tasks) == 1


def test_group_may_have_an_amount():
    """A row with only a title and an amount is a group; its amount is kept."""
    (group,) = tasks_of(TITLES, "1|CHỈ ĐẠO|||||12.900.000")
    assert group.group
    assert group.budget_vnd == 12_900_000


def test_unit_of_amounts():
    """The unit comes from the title, else from a line above the table; without one 15 is unread."""
    row = "1|Rà soát|A|B|C|Quý I|15"
    assert tasks_of(TITLES + " (triệu đồng)", row)[0].budget_vnd == 15_000_000
    assert tasks_of(TITLES, row, above=("Đơn vị tính: nghìn đồng",))[0].budget_vnd == 15_000
    assert tasks_of(TITLES, row)[0].budget_vnd is None


def test_unit_of_a_title_over_several_columns():
    """A unit of money in a merged title holds for each column below it."""
    tasks = tasks_of(
        "TT|Nhiệm vụ|Phụ trách|Thời gian|Kinh phí (triệu đồng)|",
        "||||Ngân sách|Nhân dân",
        "1|Bê tông hóa đường thôn|Ban Quản lý xây dựng xã|Quý III/2023|700|150",
    )
    assert [t.budget_vnd for t in tasks] == [700_000_000]


def test_when_goes_before_how_long():
    """Of two columns of time, the one that holds lengths ("30 ngày") gives no deadlines."""
    tasks = tasks_of(
        "TT|Nội dung thanh tra|Đơn vị chủ trì|Thời hạn|Thời gian triển khai",
        "1|Quản lý ngân sách xã|Thanh tra huyện|30 ngày|Quý I/2013",
        "2|Cấp giấy chứng nhận|Thanh tra huyện|45 ngày|Quý II/2013",
    )
    assert [t.deadline for t in tasks] == ["Quý I/2013", "Quý II/2013"]


def test_when_work_begins_is_no_deadline():
    """Under one title of time, the column of the end is the deadline."""
    tasks = tasks_of(
        "TT|Nhiệm vụ|Chủ trì|Thời gian|",
        "|||Bắt đầu|Hoàn thành",
        "1|Kết nối cơ sở dữ liệu|Sở Tư pháp|02/2022|Tháng 6/2022",
    )
    assert [t.deadline for t in tasks] == ["Tháng 6/2022"]


def test_one_column_for_the_unit():
    """ "Đơn vị thực hiện" leads; of two time columns the end counts."""
    (task,) = tasks_of(
        "TT|Nội dung|Thời gian bắt đầu|Thời gian hoàn thành|Đơn vị thực hiện",
        "1|Rà soát|Tháng 1|Tháng 3|Đoàn xã",
    )
    assert (task.lead, task.coordinating, task.deadline) == ("Đoàn xã", "", "Tháng 3")


def test_titles_in_two_rows():
    (task,) = tasks_of(
        "STT|Nhiệm vụ|Phân công thực hiện||Thời hạn", "||Chủ trì|Phối hợp|", "1|a|X|Y|Quý I"
    )
    assert (task.task, task.lead, task.coordinating, task.deadline) == ("a", "X", "Y", "Quý I")


def test_title_in_the_ordinal_column():
    (group, task) = tasks_of(TITLES, "I. THỂ CHẾ||||||", "1|a|X|Y|Z|Quý I|")
    assert (group.ordinal, group.task, group.group) == ("I", "THỂ CHẾ", True)
    assert task.parent == 0


def test_month_printed_once():
    """A first column without ordinals that is merged downwards is filled."""
    tasks = tasks_of(
        "Thời gian|Nội dung|Người phụ trách", "Tháng 9|Khai giảng|Hiệu trưởng", "|Họp|Tổ trưởng"
    )
    assert [t.deadline for t in tasks] == ["Tháng 9", "Tháng 9"]


def test_tables_that_are_no_task_plans_give_none():
    assert not tasks_of("STT|Tên đơn vị|Ghi chú", "1|Xã An Bình|")
    assert not tasks_of(TITLES)
