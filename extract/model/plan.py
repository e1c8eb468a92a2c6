"""The plan: everything found in one document, and its record."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.model.document import Document
from extract.model.found import (
    Citation,
    Deadline,
    Flag,
    Header,
    Instrument,
    Passage,
    Relation,
    Standard,
    Table,
    Task,
)
from extract.model.record import (
    citation_record,
    deadline_record,
    document_record,
    flag_record,
    standard_record,
    table_record,
    task_record,
    text_task_record,
    unit_list_record,
)
from extract.model.unit import UnitList


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything found in one document."""

    document: Document
    header: Header
    passages: tuple[Passage, ...] = field(repr=False)
    citations: tuple[Citation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    relations: tuple[Relation, ...] = ()
    tables: tuple[Table, ...] = ()
    tasks: tuple[Task, ...] = ()
    unit_lists: tuple[UnitList, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    flags: tuple[Flag, ...] = ()
    standards: tuple[Standard, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the record that `trichluc extract` prints: strings, numbers, lists and None."""
        passages = self.passages
        return {
            "file": self.document.file_name,
            "format": self.document.format,
            "document": document_record(self.header),
            "citations": [citation_record(c, passages) for c in self.citations],
            "tables": [table_record(t) for t in self.tables],
            "tasks": [task_record(t) for t in self.tasks if t.source == "table"],
            "text_tasks": [text_task_record(t, passages) for t in self.tasks if t.source == "text"],
            "unit_lists": [unit_list_record(u, passages) for u in self.unit_lists],
            "deadlines": [deadline_record(d, passages) for d in self.deadlines],
            "flags": [flag_record(f, passages) for f in self.flags],
            "relations": [
                {"source": r.source, "target": r.target, "kind": r.kind, "cue": r.cue}
                for r in self.relations
            ],
            "standards": [standard_record(s, passages) for s in self.standards],
            "notes": [
                {"code": n.code, "message": n.message, "page": n.page} for n in self.document.notes
            ],
        }
