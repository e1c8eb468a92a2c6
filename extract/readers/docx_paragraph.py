"""One Word paragraph, from its runs to blocks: number, line breaks, marks, pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from extract.model import Block, BlockRole, Grid, Origin
from extract.readers.docx_numbering import Numbering
from extract.readers.docx_styles import Style
from extract.readers.line_breaks import shown_lines
from extract.readers.runs import Run, join_lines, join_runs

_MAX_PAGES = 4  # breaks looked at within one paragraph


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read.

    level: numbering level, None when the paragraph names none; num_id likewise, "" or "0" for
    "no number". joined: its mark is deleted or hidden, so the next one continues it.
    flags, font: of its style. after: text boxes anchored in it. notes: kind and id of its notes.
    breaks: page breaks Word saw when it saved: (runs before it, page that starts).
    """

    style_id: str | None = None
    num_id: str | None = None
    level: int | None = None
    align: str | None = None
    outline: int | None = None
    hidden_mark: bool = False
    joined: bool = False
    page: int | None = None
    flags: int = 0
    font: str | None = None
    runs: list[Run] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)
    after: list[Block | Grid] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def read_paragraph(
    paragraph: Paragraph, style: Style, numbering: Numbering, *, role: BlockRole, in_cell: bool
) -> list[Block]:
    """Return the blocks of a finished paragraph; counts its automatic number.

    A line break ends a block where it ends a sentence, a title or a list item, and in cells;
    in prose it becomes a space.
    """
    if not paragraph.runs and not paragraph.num_id and not style.num_id:
        return []
    label = _label(paragraph, style, numbering)
    align = paragraph.align or style.align
    lines = shown_lines(paragraph.runs, split=in_cell or align in ("center", "right"))
    if not lines:
        # A cell may hold a number alone: the ordinal column of a table that Word counts.
        if not label or not in_cell:
            return []
        lines, label = [(label[0], ())], None
    origins = _start_of(paragraph.page)
    if len(lines) == 1 and paragraph.breaks:
        origins = _origins(paragraph, len("".join(label)) if label else 0)
    if label:
        lines[0] = join_lines([(label[0], ()), lines[0]], label[1])
    level = paragraph.outline if paragraph.outline is not None else style.outline
    is_heading = level is not None and role == "body"
    blocks = []
    for index, (text, marks) in enumerate(lines):
        blocks.append(
            Block(
                text,
                origins,
                "heading" if is_heading else role,
                style=style.name,
                heading_level=None if level is None else level + 1,
                label=label[0] if label and index == 0 else None,
                align=align,
                marks=marks,
            )
        )
    return blocks


@lru_cache(maxsize=64)
def _start_of(page: int | None) -> tuple[Origin, ...]:
    return (Origin(0, page),)


def _label(paragraph: Paragraph, style: Style, numbering: Numbering) -> tuple[str, str] | None:
    num_id = paragraph.num_id if paragraph.num_id is not None else style.num_id
    if not num_id or num_id == "0":
        return None
    if paragraph.hidden_mark and not any(text.strip() for text, _ in paragraph.runs):
        return None  # a paragraph that is hidden as a whole is not counted
    level = paragraph.level
    if level is None and paragraph.num_id is None:
        level = style.level
    label, suffix = numbering.next_label(num_id, level, paragraph.style_id)
    return (label, suffix) if label else None


def _origins(paragraph: Paragraph, shift: int) -> tuple[Origin, ...]:
    """Return where the text was printed; a page break inside it starts a new origin.

    shift: length of what stands before the text (the number).
    """
    origins = [Origin(0, paragraph.page)]
    for count, page in paragraph.breaks[:_MAX_PAGES]:
        before = [(text.replace("\n", " "), flags) for text, flags in paragraph.runs[:count]]
        text, _ = join_runs(before)
        if text:
            gap = before[-1][0][-1:].isspace()
            origins.append(Origin(shift + len(text) + gap, page))
        else:
            origins = [Origin(0, page)]
    return tuple(origins)
