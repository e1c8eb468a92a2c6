"""The records that readers and stages hand to one another, and the record of one plan.

A reader makes a `Document` of blocks and grids. The table stage turns it into `Passage`s, the
texts that every later record points into. `Plan` holds what was found; `Plan.to_dict` is the
export. All records are frozen; offsets are half-open code points of NFC text; line and page
count from 1; None means "not there or not certain".
"""

from extract.model.document import (
    Block,
    BlockRole,
    Box,
    Cell,
    Document,
    Grid,
    GridRow,
    Mark,
    MarkKind,
    Note,
    Origin,
)
from extract.model.found import (
    Citation,
    CitationRole,
    ColumnRole,
    Deadline,
    DeadlineKind,
    DeadlineMod,
    Flag,
    Header,
    Instrument,
    Join,
    Passage,
    PassageKind,
    Pinpoint,
    Relation,
    RelationKind,
    Row,
    Signer,
    Standard,
    Table,
    TableKind,
    Task,
)
from extract.model.inferred import Inferred
from extract.model.plan import Plan
from extract.model.unit import ListedUnit, UnitList, UnitName

__all__ = [
    "Block",
    "BlockRole",
    "Box",
    "Cell",
    "Citation",
    "CitationRole",
    "ColumnRole",
    "Deadline",
    "DeadlineKind",
    "DeadlineMod",
    "Document",
    "Flag",
    "Grid",
    "GridRow",
    "Header",
    "Inferred",
    "Instrument",
    "Join",
    "ListedUnit",
    "Mark",
    "MarkKind",
    "Note",
    "Origin",
    "Passage",
    "PassageKind",
    "Pinpoint",
    "Plan",
    "Relation",
    "RelationKind",
    "Row",
    "Signer",
    "Standard",
    "Table",
    "TableKind",
    "Task",
    "UnitList",
    "UnitName",
]
