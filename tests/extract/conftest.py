"""A plan made by hand that has every kind of record, and a database that holds two of them."""

import hashlib
import shutil
from datetime import date

import pytest

from extract.model import (
    Citation,
    Deadline,
    Document,
    Flag,
    Header,
    Inferred,
    Instrument,
    Join,
    ListedUnit,
    Note,
    Origin,
    Passage,
    Pinpoint,
    Plan,
    Relation,
    Row,
    Signer,
    Table,
    Task,
    UnitList,
    UnitName,
)
from extract.store.migrations import open_database
from extract.store.write import begin_run, end_run, transaction, write_file, write_path, write_plan

BASIS = "Căn cứ khoản 2 Điều 5 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;"
AMENDS = "Quyết định số 9/QĐ-UBND sửa đổi Quyết định số 7/QĐ-UBND."
DUE = "Đoàn kiểm tra gửi báo cáo trước ngày 20/10/2020."
LISTED = "Các xã được kiểm tra: Xã Đồng Lạc, Xã Tân Thành."


def span(text: str, part: str) -> dict:
    start = text.index(part)
    return {"start": start, "end": start + len(part), "raw": part}


def make_plan(name: str = "kh-50.docx", content: bytes = b"one", title: str = "Kiểm tra") -> Plan:
    """A plan with one of everything; `content` gives it its identity."""
    texts = ["KẾ HOẠCH", BASIS, AMENDS, DUE, LISTED]
    cells = ["Rà soát thủ tục", "Phòng Nội vụ", "Quý II/2020"]
    passages = [
        Passage(i, t, "heading" if i == 0 else "paragraph", section=0 if i else None,
                origins=(Origin(0, 1, i + 1),))
        for i, t in enumerate(texts)
    ]  # fmt: skip
    passages += [
        Passage(5 + i, t, "cell", table=0, row=0, column=i, origins=(Origin(0, 2, 10),))
        for i, t in enumerate(cells)
    ]
    inside = UnitName("Phòng Nội vụ", "Phòng Nội vụ", "agency", "district", parent="UBND huyện A")
    commune = UnitName("Xã Đồng Lạc", "Xã Đồng Lạc", "commune", "commune", code="12345")
    other = UnitName("Xã Tân Thành", "Xã Tân Thành", "commune", "commune")
    return Plan(
        document=Document(
            name, "docx", hashlib.sha256(content).hexdigest(), len(content), (), pages=2,
            notes=(Note("dropped", "a picture was left out", 1),),
        ),
        header=Header(
            doc_type="Kế hoạch", number="50", symbol="50/KH-UBND", place="Hà Đông",
            issued_on=date(2020, 3, 3), issuer="UBND huyện A", issuer_level="district",
            title=title, plan_year=2020, signers=(Signer("Nguyễn Văn A", "CHỦ TỊCH", None),),
            recipients=("Sở Nội vụ", "Lưu: VT"), inferred=(Inferred("issuer", "signature"),),
        ),
        passages=tuple(passages),
        citations=(
            Citation(1, **span(BASIS, BASIS[8:-1]), type="Nghị định", kind="legislative",
                     number="61", symbol="61/2018/NĐ-CP", issued_on=date(2018, 4, 23),
                     issuer="Chính phủ", pinpoints=(Pinpoint("5", "2"),), role="legal_basis",
                     instrument=0),
            Citation(2, **span(AMENDS, "Quyết định số 9/QĐ-UBND"), type="Quyết định",
                     symbol="9/QĐ-UBND", role="amends", instrument=1),
            Citation(2, **span(AMENDS, "Quyết định số 7/QĐ-UBND"), type="Quyết định",
                     symbol="7/QĐ-UBND", role="amended_by", instrument=2),
        ),
        instruments=(
            Instrument("61/2018/nd-cp", "Nghị định", "61", 2018, "61/2018/NĐ-CP", "Chính phủ",
                       date(2018, 4, 23), title),
            Instrument("9/qd-ubnd|huyen a", "Quyết định", "9", None, "9/QĐ-UBND"),
            Instrument("7/qd-ubnd|huyen a", "Quyết định", "7", None, "7/QĐ-UBND"),
        ),
        relations=(Relation(1, 2, "amends", "sửa đổi"),),
        tables=(
            Table((("Nhiệm vụ", "Chủ trì", "Thời hạn"),), (Row(tuple(cells), tuple(cells), 2, 10, "1"),),
                  "task_plan", ("task", "lead", "deadline"), "Phụ lục 1", "Phân công", 2, 2, 9,
                  (Join(0, 2, "same header"),)),
        ),
        tasks=(
            Task("1", cells[0], cells[1], deadline=cells[2], table=0, row=0, lead_units=(inside,)),
            Task("", "gửi báo cáo", source="text", passage=3, parent=0),
        ),
        unit_lists=(
            UnitList("Các xã được kiểm tra", "inspected", tuple(
                ListedUnit(u, 4, LISTED.index(u.raw), LISTED.index(u.raw) + len(u.raw))
                for u in (commune, other)
            ), 4),
        ),
        deadlines=(
            Deadline(3, **span(DUE, "trước ngày 20/10/2020"), source="text", kind="date",
                     mod="before", due_on=date(2020, 10, 19), action="gửi báo cáo",
                     responsible="Đoàn kiểm tra"),
            Deadline(7, 0, len(cells[2]), cells[2], "table", "period",
                     start_on=date(2020, 4, 1), due_on=date(2020, 6, 30), unit=inside, task=0),
            Deadline(0, 0, 2, "KẾ", "text", "continuous"),
        ),
        flags=(
            Flag("missing_attachment", "no outline", passage=3),
            Flag("duplicate_ordinal", "two rows 1", table=0, row=0, passage=5),
            Flag("missing_signature", "no signature"),
        ),
    )  # fmt: skip


@pytest.fixture
def plan() -> Plan:
    return make_plan()


@pytest.fixture(name="make_plan", scope="session")
def make_plan_fixture():
    return make_plan


def store(path, plans) -> None:
    """Write plans into a database as a run does."""
    connection = open_database(path, create=True)
    run = begin_run(connection, "0", {})
    for plan in plans:
        name = f"/archive/{plan.document.file_name}"
        with transaction(connection):
            write_plan(connection, plan, "0", "2026-01-01T00:00:00Z")
            write_path(connection, name, plan.document.id, "2026-01-01T00:00:00Z")
            write_file(connection, {
                "path": name, "sha256": plan.document.sha256, "status": "done", "attempts": 1,
                "stage": None, "error": None, "message": None, "seconds": 0.1, "version": "0",
                "run_id": run, "bytes": None, "modified_ns": None,
            })  # fmt: skip
    end_run(connection, run, {"done": len(plans), "failed": 0, "refused": 0})
    connection.close()


@pytest.fixture(scope="session")
def stored(tmp_path_factory):
    path = tmp_path_factory.mktemp("stored") / "kho.db"
    store(path, [make_plan(), make_plan("kh-51.docx", b"two", "Tập huấn")])
    return path


@pytest.fixture
def database(stored, tmp_path):
    """A database with two plans that cite the same decree; a test may damage it."""
    return shutil.copy(stored, tmp_path / "kho.db")


@pytest.fixture(name="store", scope="session")
def store_fixture():
    return store
