"""The stages in order: from a `Document` to a `Plan`."""

from __future__ import annotations

from extract.model import Document, Plan
from extract.stages.citations import find_citations
from extract.stages.deadlines import date_tasks, find_deadlines
from extract.stages.flags import find_flags
from extract.stages.header import find_header
from extract.stages.instruments import find_instruments
from extract.stages.sections import label_passages
from extract.stages.standards import find_standards
from extract.stages.tables import join_tables
from extract.stages.tasks import find_tasks
from extract.stages.unit_lists import find_unit_lists


def extract(document: Document) -> Plan:
    """Return everything found in the document."""
    passages, tables = join_tables(document)
    header = find_header(passages, document.file_name)
    passages = label_passages(passages, header)
    citations, relations = find_citations(passages, header, scanned=document.scanned)
    citations, instruments = find_instruments(citations, header)
    unit_lists = find_unit_lists(passages, tables, header)
    tasks = find_tasks(passages, tables, header)
    deadlines = find_deadlines(passages, tables, tasks, citations, header)
    tasks = date_tasks(tasks, deadlines)
    flags = find_flags(
        passages,
        header,
        citations,
        instruments,
        tables,
        tasks,
        unit_lists,
        deadlines,
        document.notes,
    )
    return Plan(
        document=document,
        header=header,
        passages=passages,
        citations=citations,
        instruments=instruments,
        relations=relations,
        tables=tables,
        tasks=tasks,
        unit_lists=unit_lists,
        deadlines=deadlines,
        flags=flags,
        standards=find_standards(passages),
    )
