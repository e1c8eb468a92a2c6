"""A Word story (body, notes, header) into blocks and grids, in document order."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.model import Block, BlockRole, Note
from extract.readers.docx_numbering import Numbering
from extract.readers.docx_package import Package
from extract.readers.docx_paragraph import Paragraph, read_paragraph
from extract.readers.docx_story import ChunkSource, Fields, NoteSource, Story, Table
from extract.readers.docx_styles import CAPS, FLAGS, HIDDEN, Styles, align_of, is_on, outline_of
from extract.readers.docx_xml import Attributes, Handler, PartWalker
from extract.readers.legacy_fonts import read_run
from extract.readers.line_breaks import PAGE
from extract.readers.numbering import show_private, shown_symbol
from extract.readers.raw_table import Item, Meter, RawCell, RawRow, read_table
from extract.readers.runs import BOLD, ITALIC, STRUCK, UNDERLINE, Run
from extract.readers.tab_columns import Columns

_SPACE = "http://www.w3.org/XML/1998/namespace}space"
_NOT_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_SYMBOL_FONT = re.compile(r"symbol|wingdings|webdings|dingbat", re.IGNORECASE)
_MARKS = BOLD | ITALIC | STRUCK | UNDERLINE


class StoryReader(PartWalker):
    """Reads one part of the package; use each reader once."""

    skipped = (
        "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
        "sectPrChange", "tblGridChange", "numberingChange", "tblGrid", "tblPr", "sdtPr",
        "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "fldData", "binData",
    )  # fmt: skip

    def __init__(
        self, package: Package, part: str, styles: Styles, numbering: Numbering, meter: Meter,
        note_source: NoteSource | None = None, chunk_source: ChunkSource | None = None, *,
        role: BlockRole = "body", keep_code: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(package, part, meter.where)
        self._styles, self._numbering, self._meter = styles, numbering, meter
        self._note_source, self._chunk_source = note_source, chunk_source
        self._role: BlockRole = role
        self._keep_code = keep_code
        self._story = Story()
        self._holders: list[list[Item]] = [self._story.items]
        self._paragraphs: list[Paragraph] = []
        self._tables: list[Table] = []
        self._boxes: list[tuple[int, Fields]] = []  # what text boxes interrupt
        self._late: list[Item] = []  # notes that wait for the end of a table
        self._carried: list[Run] = []
        self._columns = Columns()
        self._fields = Fields()
        self._flags = 0
        self._font: str | None = None
        self._in_properties = self._in_mark = self._in_row_properties = False
        self._text: list[str] = []
        self._keeps_space = False
        self._page: int | None = None
        self._sections = 0

    def read(self, xml: bytes) -> Story:
        """Return the story of the part."""
        self._page = 1 if b"lastRenderedPageBreak" in xml else None
        self.walk(xml)
        self._flush()
        self._story.pages = self._page
        self._story.lost = self._fields.lost if any(self._fields.in_code) else 0
        return self._story

    def extra_handlers(self) -> dict[str, Handler]:
        toggles = {name: self._toggle(flag) for name, flag in FLAGS.items()}
        return {**toggles, "del": self._start_deleted, "moveFrom": self._start_deleted}

    # Paragraphs

    def start_p(self, _: Attributes) -> None:
        depth = len(self._paragraphs) + len(self._tables)
        self._meter.limits.check(self._meter.where, "nesting", depth)
        style = self._styles[None]
        self._paragraphs.append(Paragraph(page=self._page, flags=style.flags, font=style.font))

    def end_p(self) -> None:
        paragraph = self._paragraphs.pop()
        self._in_properties = self._in_mark = False
        if self._carried:
            paragraph.runs[:0] = self._carried
            self._carried = []
        if paragraph.joined and not self._in_box():
            self._carried = paragraph.runs
        else:
            self._emit(paragraph)
        self._holders[-1].extend(paragraph.after)
        for kind, identity in paragraph.notes if self._note_source else ():
            notes = self._note_source(kind, identity) if self._note_source else []
            (self._late if self._tables else self._holders[-1]).extend(notes)

    def _emit(self, paragraph: Paragraph) -> None:
        if self._role == "body" and not self._tables and not self._boxes:
            lines = self._columns.take(paragraph.runs, paragraph.page)
            if lines is not None:
                self._holders[-1].extend(lines)
                return
            self._holders[-1].extend(self._columns.release())
        blocks = read_paragraph(
            paragraph,
            self._styles[paragraph.style_id],
            self._numbering,
            role="textbox" if self._in_box() else self._role,
            in_cell=bool(self._tables),
        )
        for block in blocks:
            self._meter.add_item()
            self._holders[-1].append(block)

    def _flush(self) -> None:
        """Emit what waits for a paragraph that does not come."""
        if self._carried:
            carried, self._carried = self._carried, []
            self._emit(Paragraph(runs=carried, page=self._page))
        if not self._tables and not self._boxes:
            self._holders[-1].extend(self._columns.release())

    def _in_box(self) -> bool:
        return bool(self._boxes)

    def start_pPr(self, _: Attributes) -> None:  # noqa: N802 - named after the element
        self._in_properties = True

    def end_pPr(self) -> None:  # noqa: N802
        self._in_properties = False

    def start_pStyle(self, attributes: Attributes) -> None:  # noqa: N802
        if self._in_properties and self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.style_id = self.value(attributes)
            style = self._styles[paragraph.style_id]
            paragraph.flags, paragraph.font = style.flags, style.font

    def start_ilvl(self, attributes: Attributes) -> None:
        if self._in_properties and self._paragraphs:
            self._paragraphs[-1].level = _int(self.value(attributes), 0)

    def start_numId(self, attributes: Attributes) -> None:  # noqa: N802
        if self._in_properties and self._paragraphs:
            self._paragraphs[-1].num_id = self.value(attributes) or ""

    def start_jc(self, attributes: Attributes) -> None:
        if self._in_properties and self._paragraphs:
            self._paragraphs[-1].align = align_of(self.value(attributes))

    def start_outlineLvl(self, attributes: Attributes) -> None:  # noqa: N802
        if self._in_properties and self._paragraphs:
            self._paragraphs[-1].outline = outline_of(self.value(attributes))

    def start_specVanish(self, attributes: Attributes) -> None:  # noqa: N802
        if self._in_mark and self._paragraphs and is_on(self.value(attributes)):
            self._paragraphs[-1].joined = True

    def _start_deleted(self, attributes: Attributes) -> None:
        """Drop what was deleted or moved away; a deleted mark joins two paragraphs."""
        if self._in_row_properties and self._tables:
            self._tables[-1].drops_row = True
        elif self._in_mark and self._paragraphs:
            self._paragraphs[-1].joined = True
        else:
            self.skip(attributes)

    # Runs

    def start_r(self, _: Attributes) -> None:
        if self._paragraphs:
            self._flags, self._font = self._paragraphs[-1].flags, self._paragraphs[-1].font

    def start_rFonts(self, attributes: Attributes) -> None:  # noqa: N802
        if not self._in_mark:
            name = self.attribute(attributes, "hAnsi") or self.attribute(attributes, "ascii")
            self._font = name or self._font

    def start_rPr(self, _: Attributes) -> None:  # noqa: N802
        self._in_mark = self._in_properties

    def end_rPr(self) -> None:  # noqa: N802
        self._in_mark = False

    def start_rStyle(self, attributes: Attributes) -> None:  # noqa: N802
        style = self._styles[self.value(attributes) or ""]
        self._flags = self._flags & ~style.flags_off | style.flags
        self._font = style.font or self._font

    def _toggle(self, flag: int) -> Handler:
        def set_flag(attributes: Attributes) -> None:
            on = is_on(self.value(attributes))
            if not self._in_mark:
                self._flags = self._flags | flag if on else self._flags & ~flag
            elif flag == HIDDEN and on and self._paragraphs:
                self._paragraphs[-1].hidden_mark = True

        return set_flag

    def start_t(self, attributes: Attributes) -> None:
        self._text = []
        self._keeps_space = attributes.get(_SPACE) == "preserve"
        self.parser.CharacterDataHandler = self._text.append

    def end_t(self) -> None:
        self.parser.CharacterDataHandler = None
        text = self._text[0] if len(self._text) == 1 else "".join(self._text)
        if not self._keeps_space:
            text = text.strip()
        if text:
            self.shown += 1
            text = show_private(text.replace("\n", " "))
            self._put(read_run(text, self._font) if self._font else text)

    def _put(self, text: str) -> None:
        if self._fields.in_code and any(self._fields.in_code) and not self._keep_code:
            self._fields.lost += len(text)
            return
        flags = self._flags
        if flags & HIDDEN or not self._paragraphs:
            return
        if flags & CAPS:
            text = text.upper()
        self._paragraphs[-1].runs.append((text, flags & _MARKS))

    def start_tab(self, _: Attributes) -> None:
        if not self._in_properties:  # there it is a tab stop
            self._put("\t")

    def start_ptab(self, _: Attributes) -> None:
        self._put("\t")

    def start_br(self, attributes: Attributes) -> None:
        self._put(PAGE if self.attribute(attributes, "type") in ("page", "column") else "\n")

    def start_cr(self, _: Attributes) -> None:
        self._put("\n")

    def start_noBreakHyphen(self, _: Attributes) -> None:  # noqa: N802
        self._put("-")

    def start_sym(self, attributes: Attributes) -> None:
        try:
            code = int(self.attribute(attributes, "char"), 16)
        except ValueError:
            return
        self.shown += 1
        if _SYMBOL_FONT.search(self.attribute(attributes, "font")):
            self._put(shown_symbol(code))
        elif 0x20 <= code < 0x110000:
            self._put(chr(code - 0xF000 if 0xF000 <= code < 0xF100 else code))

    def start_fldChar(self, attributes: Attributes) -> None:  # noqa: N802
        kind = self.attribute(attributes, "fldCharType")
        if kind == "begin":
            self._fields.in_code.append(True)
        elif kind == "separate" and self._fields.in_code:
            self._fields.in_code[-1] = False
        elif kind == "end" and self._fields.in_code:
            self._fields.in_code.pop()

    def start_footnoteReference(self, attributes: Attributes) -> None:  # noqa: N802
        if self._paragraphs:
            self._paragraphs[-1].notes.append(("footnote", self.attribute(attributes, "id")))

    def start_endnoteReference(self, attributes: Attributes) -> None:  # noqa: N802
        if self._paragraphs:
            self._paragraphs[-1].notes.append(("endnote", self.attribute(attributes, "id")))

    def start_lastRenderedPageBreak(self, _: Attributes) -> None:  # noqa: N802
        if self._page is not None:
            self._page += 1
            if self._paragraphs:
                paragraph = self._paragraphs[-1]
                paragraph.breaks.append((len(paragraph.runs), self._page))

    # Text boxes, notes, embedded files

    def start_txbxContent(self, _: Attributes) -> None:  # noqa: N802
        self._boxes.append((self._flags, self._fields))
        self._fields = Fields()
        self._holders.append([])

    def end_txbxContent(self) -> None:  # noqa: N802
        self._flags, self._fields = self._boxes.pop()
        items = self._holders.pop()
        (self._paragraphs[-1].after if self._paragraphs else self._holders[-1]).extend(items)

    def start_footnote(self, attributes: Attributes) -> None:
        if self.attribute(attributes, "type") in _NOT_NOTES:
            self.skip(attributes)
            return
        self._holders.append(self._story.notes.setdefault(self.attribute(attributes, "id"), []))

    def end_footnote(self) -> None:
        if len(self._holders) > 1:
            self._flush()
            self._holders.pop()

    start_endnote = start_footnote
    end_endnote = end_footnote

    def start_altChunk(self, attributes: Attributes) -> None:  # noqa: N802
        items = self._chunk_source(_relation(attributes)) if self._chunk_source else None
        if items is None:
            what = "a file embedded in the document (altChunk) was not read"
            self._story.remarks.append(Note("embedded_file", what))
        else:
            self._holders[-1].extend(items)

    def start_headerReference(self, attributes: Attributes) -> None:  # noqa: N802
        if self._sections == 1:
            self._story.headers.append((self.attribute(attributes, "type"), _relation(attributes)))

    def start_sectPr(self, _: Attributes) -> None:  # noqa: N802
        self._sections += 1

    # Tables

    def start_tbl(self, _: Attributes) -> None:
        self._flush()
        self._tables.append(Table())
        depth = len(self._paragraphs) + len(self._tables)
        self._meter.limits.check(self._meter.where, "nesting", depth)

    def end_tbl(self) -> None:
        items = read_table(self._tables.pop().rows, "docx", self._meter)
        role: BlockRole = "textbox" if self._in_box() else self._role
        if role != "body":
            items = [replace(i, role=role) if isinstance(i, Block) else i for i in items]
        self._holders[-1].extend(items)
        if not self._tables and self._late:
            self._holders[-1].extend(self._late)
            self._late = []

    def start_tr(self, _: Attributes) -> None:
        if self._tables:
            self._tables[-1].rows.append(RawRow(page=self._page))
            self._tables[-1].drops_row = False

    def end_tr(self) -> None:
        if self._tables and self._tables[-1].drops_row:
            self._tables[-1].rows.pop()

    def start_trPr(self, _: Attributes) -> None:  # noqa: N802
        self._in_row_properties = True

    def end_trPr(self) -> None:  # noqa: N802
        self._in_row_properties = False

    def start_gridBefore(self, attributes: Attributes) -> None:  # noqa: N802
        if (row := self._row()) is not None:
            row.before = _int(self.value(attributes), 0)

    def start_tblHeader(self, attributes: Attributes) -> None:  # noqa: N802
        if (row := self._row()) is not None:
            row.is_header = is_on(self.value(attributes))

    def start_tc(self, _: Attributes) -> None:
        row = self._row()
        if row is None:  # a cell outside a row: its text stays where it is
            self._holders.append(self._holders[-1])
            return
        row.cells.append(RawCell())
        self._holders.append(row.cells[-1].items)

    def end_tc(self) -> None:
        self._flush()
        self._holders.pop()

    def start_gridSpan(self, attributes: Attributes) -> None:  # noqa: N802
        if (cell := self._cell()) is not None:
            cell.column_span = max(1, _int(self.value(attributes), 1))

    def start_vMerge(self, attributes: Attributes) -> None:  # noqa: N802
        if (cell := self._cell()) is not None:
            cell.merge = "restart" if self.value(attributes) == "restart" else "continue"

    def start_hMerge(self, attributes: Attributes) -> None:  # noqa: N802
        if (cell := self._cell()) is not None:
            cell.beside = self.value(attributes) != "restart"

    def _row(self) -> RawRow | None:
        return self._tables[-1].rows[-1] if self._tables and self._tables[-1].rows else None

    def _cell(self) -> RawCell | None:
        row = self._row()
        return row.cells[-1] if row is not None and row.cells else None


def _relation(attributes: Attributes) -> str:
    """Return the relation that an element names (r:id, in either namespace)."""
    return next((value for key, value in attributes.items() if key.endswith("}id")), "")


def _int(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 8 else default
