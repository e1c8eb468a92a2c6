"""Who cites it, over a database of small plans; open mentions closed by the archive."""

import itertools
import sqlite3
from datetime import date

import pytest
import sqlite_utils

from extract.model import Document, Header, Passage, Plan
from extract.stages.citations import find_citations
from extract.stages.instruments import find_instruments
from extract.store.check import check_database
from extract.store.lookup import lookup
from extract.store.migrations import open_database
from extract.store.resolve import resolve_instruments
from extract.store.write import transaction, write_plan


def plan(name, issuer, issued_on, number, *texts):
    """Return a plan of these passages, with its citations and instruments."""
    header = Header(
        doc_type="Kế hoạch", number=number, symbol=f"{number}/KH-UBND", issuer=issuer,
        issued_on=issued_on, issuer_level="district", title=f"Kế hoạch {name}",
    )  # fmt: skip
    passages = tuple(Passage(seq, text) for seq, text in enumerate(("I. MỤC ĐÍCH", *texts)))
    citations, relations = find_citations(passages, header)
    bound, instruments = find_instruments(citations, header)
    document = Document(f"{name}.txt", "text", (name.encode().hex() * 64)[:64], 10, ())
    return Plan(document, header, passages, bound, instruments, relations)


A = plan(
    "a", "UBND huyện Thạch Thành", date(2020, 3, 3), "50",
    "theo Điều 60, 61 Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Văn phòng Chính phủ",
    "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương",
    "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; Luật Đất đai năm 2013",
    "Quyết định số 225/QĐ-TTg ngày 04/02/2016; Hướng dẫn số 7/HD-BNV ngày 1/2/2016",
    "Kế hoạch số 6/KH-UBND ngày 08/01/2020 của UBND tỉnh",
)  # fmt: skip
B = plan(
    "b", "UBND huyện Cẩm Xuyên", date(2022, 8, 1), "181",
    "theo Thông tư số 02/2017/TT-VPCP; Nghị định 61 của Chính phủ; Quyết định số 225/QĐ-TTg",
    "Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương",
    "Kế hoạch số 6/KH-UBND ngày 08/01/2020 của UBND tỉnh; Hợp đồng số 7/HĐ-BNV ngày 1/2/2016",
    "theo Kế hoạch số 50/KH-UBND ngày 3/3/2020 của UBND huyện Thạch Thành",
)  # fmt: skip
C = plan(
    "c", "UBND huyện Nam Đông", date(2023, 8, 1), "9",
    "theo Nghị quyết số 18-NQ/TW và Quyết định số 999/QĐ-TTg", "Quyết định số 225/QĐ-TTg ngày 9/9/2019",
)  # fmt: skip


def store(path, *plans):
    connection = open_database(path, create=True)
    for one in plans:
        with transaction(connection):
            write_plan(connection, one, "0", "2026-01-01T00:00:00Z")
    resolve_instruments(connection)
    return connection


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    return store(tmp_path_factory.mktemp("lookup") / "kho.db", A, B)


ANSWERS = {  # as typed: status, symbols found, how many citations in all
    "61/2018/NĐ-CP": ("one", ["61/2018/NĐ-CP"], 2),
    "nd 61/2018": ("one", ["61/2018/NĐ-CP"], 2),
    "Nghị định 61": ("one", ["61/2018/NĐ-CP"], 2),
    "nghi dinh so 61 nam 2018": ("one", ["61/2018/NĐ-CP"], 2),
    "NÐ-CP 61/2018": ("one", ["61/2018/NĐ-CP"], 2),
    "61": ("one", ["61/2018/NĐ-CP"], 2),
    "6": ("several", ["6/KH-UBND"] * 2, 2),
    "18-NQ/TW": ("several", ["18-NQ/TW"] * 2, 2),
    "18-NQ/TW ngày 16/6/2022": ("one", ["18-NQ/TW"], 1),
    "Nghị quyết 18 năm 2017": ("one", ["18-NQ/TW"], 1),
    "02/2017/TT-VPCP": ("one", ["02/2017/TT-VPCP"], 2),
    "Điều 60 Thông tư 02/2017/TT-VPCP": ("one", ["02/2017/TT-VPCP"], 1),
    "Điều 99 Thông tư 02/2017/TT-VPCP": ("none", [], 0),
    "luat dat dai 2013": ("one", ["45/2013/QH13"], 1),
    "Luật Đất đai": ("one", ["45/2013/QH13"], 1),
    "luat dat dai 2003": ("none", [], 0),
    "225/QĐ-TTg": ("one", ["225/QĐ-TTg"], 2),
    "6/KH-UBND của UBND tỉnh": ("several", ["6/KH-UBND"] * 2, 2),
    "50/KH-UBND của UBND huyện Thạch Thành": ("one", ["50/KH-UBND"], 1),
    "7/HĐ-BNV": ("one", ["7/HĐ-BNV"], 1),
    "62/2018/NĐ-CP": ("none", [], 0),
    "1/2018/NĐ-CP": ("none", [], 0),
    "xin chào": ("unparsable", [], 0),
    "' or 1=1 --": ("unparsable", [], 0),
}


@pytest.mark.parametrize(("typed", "expected"), ANSWERS.items(), ids=ANSWERS)
def test_answers(database, typed, expected):
    """The answer is one, several, none or unparsable; a part of a symbol finds nothing."""
    answer = lookup(database, typed)
    symbols = [i["symbol"] for i in answer["instruments"]]
    citations = sum(len(i["citations"]) for i in answer["instruments"])
    assert (answer["status"], symbols, citations) == expected
    assert answer["query"] == typed
    assert ("why" in answer) == (answer["status"] == "unparsable")


def test_a_citation_says_where_it_stands(database):
    """Each citation names its document, place, role, pinpoints and words."""
    answer = lookup(sqlite_utils.Database(database), "Điều 60 Thông tư 02/2017/TT-VPCP")
    (instrument,) = answer["instruments"]
    assert instrument["issuer"] == "Văn phòng Chính phủ"
    (citation,) = instrument["citations"]
    assert citation == {
        "citation_id": f"{A.document.id}-c0000", "document_id": A.document.id, "document_symbol": "50/KH-UBND",
        "document_title": "Kế hoạch a", "file_name": "a.txt", "page": None, "role": "mention",
        "pinpoints": ["Điều 60", "Điều 61"], "context": A.passages[1].text,
        "raw": A.citations[0].raw,
    }  # fmt: skip


def test_a_slip_is_offered_not_taken(database):
    """A symbol that nobody cites is none; those one slip away stand apart."""
    answer = lookup(database, "62/2018/NĐ-CP")
    assert answer["status"] == "none" and answer["near"][0]["symbol"] == "61/2018/NĐ-CP"
    assert all(near["near"] for near in answer["near"])
    assert lookup(database, "61/2018/NĐ-CP")["near"] == []


def test_marks_decide_between_two_types(database):
    """HD and HĐ have one key; the marks that were typed choose, and without them both stand."""
    assert [i["symbol"] for i in lookup(database, "7/HD-BNV")["instruments"]] == ["7/HD-BNV"]
    assert lookup(database, "7/hd-bnv")["status"] == "several"


def test_what_the_archive_holds_is_linked(database):
    """A plan that is held is found by its number, cited or not."""
    (cited,) = lookup(database, "50/KH-UBND")["instruments"]
    (uncited,) = lookup(database, "181/KH-UBND")["instruments"]
    assert cited["held_document_id"] == A.document.id and len(cited["citations"]) == 1
    assert uncited["held_document_id"] == B.document.id and uncited["citations"] == []


def dump(connection):
    return {
        table: [tuple(r) for r in connection.execute(f"select * from {table} order by 1, 2, 3")]  # noqa: S608
        for table in ("instruments", "citations", "document_instruments", "relations")
    }


def test_the_order_of_documents_does_not_matter(tmp_path):
    """Closing starts from what the documents state, so any order gives the same database."""
    dumps = []
    for number, order in enumerate(itertools.permutations((A, B, C))):
        connection = store(tmp_path / f"{number}.db", *order)
        assert not [p for p in check_database(connection) if p.damage]
        dumps.append(dump(connection))
        connection.close()
    assert all(one == dumps[0] for one in dumps)


def test_a_second_candidate_opens_a_mention_again(tmp_path):
    """225/QĐ-TTg without a date was that of 2016 until another of 2019 was cited."""
    connection = store(tmp_path / "kho.db", A, B)
    assert [len(i["citations"]) for i in lookup(connection, "225/QĐ-TTg")["instruments"]] == [2]
    with transaction(connection):
        write_plan(connection, C, "0", "2026-01-01T00:00:00Z")
    resolve_instruments(connection)
    answer = lookup(connection, "225/QĐ-TTg")
    assert sorted((i["issued_on"] or "", len(i["citations"])) for i in answer["instruments"]) == [
        ("", 1), ("2016-02-04", 1), ("2019-09-09", 1)]  # fmt: skip
    before = dump(connection)
    resolve_instruments(connection)
    assert dump(connection) == before


def test_relations_follow_their_citations(tmp_path):
    """An edge leads to the instrument that its citation was bound to in the end."""
    stating = plan("d", "UBND huyện A Lưới", date(2021, 1, 1), "3",
                   "Kế hoạch này thay thế Quyết định số 225/QĐ-TTg")  # fmt: skip
    connection = store(tmp_path / "kho.db", A, stating)
    row = connection.execute(
        """select i.key from relations r join instruments i on i.id = r.target_id
           where r.kind = 'replaces'"""
    ).fetchone()
    assert row["key"] == "225/qd-ttg#2016"


def test_the_indexes_are_used(database):
    """Looking up a symbol or a name reads no whole table."""
    plans = []
    database.set_trace_callback(plans.append)
    for typed in (
        "61/2018/NĐ-CP",
        "Nghị định 61",
        "Luật Đất đai",
        "Điều 60 Thông tư 02/2017/TT-VPCP",
    ):
        lookup(database, typed)
    database.set_trace_callback(None)
    for sql in plans:
        for row in database.execute(f"explain query plan {sql}").fetchall():
            assert not row["detail"].startswith("SCAN"), (sql, row["detail"])


def test_extracted_text_is_never_run(tmp_path):
    """A hostile symbol is data: it is stored, found and changes nothing."""
    hostile = plan("e", "UBND huyện X'); drop table citations; --", date(2020, 1, 1), "1",
                   "theo Nghị định số 61/2018/NĐ-CP của Bộ A'); drop table citations; --")  # fmt: skip
    connection = store(tmp_path / "kho.db", hostile)
    assert lookup(connection, "61/2018/NĐ-CP")["status"] == "one"
    assert connection.execute("select count(*) from citations").fetchone()[0] == 1


def test_a_plain_connection_will_do(database, tmp_path):
    """The caller's connection needs no row factory."""
    copy = sqlite3.connect(tmp_path / "copy.db")
    database.backup(copy)
    assert lookup(copy, "61/2018/NĐ-CP")["status"] == "one"
