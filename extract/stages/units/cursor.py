"""The tokens of one text, and what the tables say stands at each of them."""

from __future__ import annotations

from extract.stages.units.knowledge import Kind, Knowledge, Name, Names, Words, load_knowledge
from extract.stages.units.pieces import Piece, Place
from extract.stages.units.tokens import LINE, Token, tokenize
from extract.text import unify

MAX_LENGTH = 20_000
STRONG = {";", LINE, "•", "|"}
BREAKS = STRONG | {",", ":", "(", ")", "/", ".", "+", "[", "]", "“", "”", '"'}


class Cursor:
    """One text as tokens; indexes are of tokens, and a reader returns (found, next index).

    running: the text is a sentence, not a cell: only capitalised names and known words count, and
    verbs end a name. officials: the issuer is a commune, so bare fields name its officials.
    carry: the kind word that a list gives to the bare names after it; carry_fixed: until the line
    ends. post: the post that flows over a list ("Lãnh đạo Đảng ủy, HĐND").
    """

    def __init__(self, text: str, *, running: bool = False, officials: bool = False) -> None:
        self.text = unify(text[:MAX_LENGTH])
        self.tokens: list[Token] = tokenize(text[:MAX_LENGTH])
        self.running = running
        self.officials = officials
        self.know: Knowledge = load_knowledge()
        self.by_start = {token.start: i for i, token in enumerate(self.tokens)}
        self.carry: Kind | None = None
        self.carry_fixed = False
        self.post: str | None = None
        self.depth = 0

    def _token_at(self, offset: int) -> int:
        """Return the first token that starts at or after the offset."""
        index = self.by_start.get(offset)
        while index is None and offset < len(self.text):
            offset += 1
            index = self.by_start.get(offset)
        return len(self.tokens) if index is None else index

    def _kind(self, words: Words, index: int) -> tuple[Kind, int] | None:
        if index >= len(self.tokens) or not self.tokens[index].word:
            return None
        found = words.match(self.text, self.tokens[index].start)
        return (found[0], self._token_at(found[1])) if found else None

    def _lead_in(self, index: int) -> int | None:
        found = self._kind(self.know.lead_ins, index)
        return found[1] if found else None

    def _breaks(self, index: int) -> bool:
        return index >= len(self.tokens) or self.tokens[index].key in BREAKS

    def _known(self, index: int) -> tuple[Name, int] | None:
        if self._kind(self.know.acts, index):
            return None
        return self._longest(self.know.bodies, index)

    def _longest(self, names: Names, index: int) -> tuple[Name, int] | None:
        found = names.longest(self.tokens, index)
        if found and self.running and not self.tokens[index].capital:
            return None
        return found

    def _ends_item(self, index: int) -> bool:
        """Tell whether no word of a longer name follows: a break, "và", a verb, a place."""
        return (
            self._breaks(index)
            or self.tokens[index].key in {"va", "-", "&"}
            or self._kind(self.know.stops, index) is not None
            or self._kind(self.know.places, index) is not None
            or self._lead_in(index) is not None
        )

    def _separates(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].key in {",", "/", "-", "va"}

    def _starts_name(self, index: int) -> bool:
        """Tell whether what follows a noun makes it the head of one unit ("thị trấn Kim Tân")."""
        return index < len(self.tokens) and (
            self.tokens[index].capital or self._field_follows(index)
        )

    def _field_follows(self, index: int) -> bool:
        return self.know.fields.longest(self.tokens, index) is not None

    def _written(self, start: int, end: int) -> str:
        """Return the tokens as one clean string, spaced as names are written."""
        out: list[str] = []
        for token in self.tokens[start:end]:
            key = token.key
            if key in {",", ".", ")"} or (out and out[-1].endswith(("/", "("))) or key == "/":
                out[-1:] = [(out[-1] if out else "") + token.text]
            else:
                out.append(token.text)
        return " ".join(out)

    def _piece(
        self, index: int, end: int, name: str, kind: str | None, level: str | None = None,
        place: Place | None = None, *, located: bool = False,
    ) -> Piece:  # fmt: skip
        last = max(index, end - 1)
        return Piece(
            self.tokens[index].start, self.tokens[last].end, name, kind, level, place,
            located=located,
        )  # fmt: skip
