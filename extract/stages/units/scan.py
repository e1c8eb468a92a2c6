"""The scanner: from the text of a cell or sentence to the pieces that name units.

It walks over the tokens once. At the start of each piece it tries, in this order: words that only
lead in ("Giao", "Đại diện"), posts ("Chủ tịch"), collective addressees ("các phòng, ban"), known
agencies, kind words with a field or an open name ("Phòng Nội vụ"), places ("Xã Thành Tiến"), and,
after a word that governs a list ("các sở: ..."), bare fields and place names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.stages.units.cursor import BREAKS, STRONG
from extract.stages.units.knowledge import Kind, Name
from extract.stages.units.pieces import Piece
from extract.stages.units.scan_many import ManyScanner
from extract.stages.units.tokens import LINE

_CODE = re.compile(r"[BCDĐGHKLMNPQRSTVXbcdđghklmnpqrstvx]{2,6}")
MAX_PIECES = 1_000
_MAX_DEPTH = 3
_NOTHING = re.compile(r"\W*(?:như trên|nt|-nt-|như mục \w+|không)?\W*", re.IGNORECASE)
_SPELLED = {
    "UBKT": "Ủy ban Kiểm tra",
    "BTV": "Ban Thường vụ",
    "BCH": "Ban Chấp hành",
    "HTX": "Hợp tác xã",
}
_SCHOOLS = {"TH": "Tiểu học", "MN": "Mầm non", "MG": "Mẫu giáo"}


def official_name(field: str) -> str:
    """Return the name of an official of a commune: "Công chức Tư pháp - Hộ tịch"."""
    titled = ("Trưởng", "Chỉ huy", "Kế toán", "Thủ quỹ", "Văn thư")
    return field if field.startswith(titled) else f"Công chức {field}"


class Scanner(ManyScanner):
    """One pass over one text."""

    def pieces(self) -> list[Piece]:
        """Return the pieces in order."""
        found: list[Piece] = []
        if _NOTHING.fullmatch(self.text[:40]):
            return found
        index, depth = 0, 0
        while index < len(self.tokens) and len(found) < MAX_PIECES:
            token = self.tokens[index]
            if not token.word:
                depth = depth + 1 if token.key == "(" else max(0, depth - (token.key == ")"))
                if token.key in STRONG or self._ends_sentence(index):
                    self._end_item(token.key)
                    if found:
                        found[-1] = replace(found[-1], strong=True)
                index += 1
                continue
            piece, index = self.unit(index, bare=depth == 0)
            if piece is not None:
                found.append(piece)
            index = self._resume(index)
        return found

    def _ends_sentence(self, index: int) -> bool:
        """Tell whether a full stop parts two sentences; of a list in a cell it parts nothing."""
        if not self.running or self.tokens[index].key != "." or index == 0:
            return False
        before = self.tokens[index - 1]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return after is not None and after.capital and not before.capital

    def _end_item(self, separator: str) -> None:
        self.post = None
        if separator == LINE or not self.carry_fixed:
            self.carry, self.carry_fixed = None, False

    def _resume(self, index: int) -> int:
        """Return the next token where a piece may start: after a separator, "và" or a lead-in."""
        while index < len(self.tokens):
            token = self.tokens[index]
            if not token.word:
                if token.key in BREAKS or token.key in "-&":
                    return index
            elif token.key == "va" or self._lead_in(index) is not None:
                return index + (token.key == "va")
            elif self.running and self._opens_name(index):
                return index
            index += 1
        return index

    def _opens_name(self, index: int) -> bool:
        """Tell whether a name may start amid a sentence: at a capital, or at "các"."""
        if self.tokens[index].capital:
            return self._names_unit(index)
        return self._kind(self.know.quantifiers, index) is not None

    def _names_unit(self, index: int) -> bool:
        """Tell whether a kind word, a known agency or a list word stands at the token."""
        know = self.know
        return bool(
            self._kind(know.heads, index)
            or self._kind(know.places, index)
            or self._kind(know.posts, index)
            or self._kind(know.quantifiers, index)
            or know.bodies.longest(self.tokens, index)
        )

    def unit(self, index: int, *, bare: bool = True) -> tuple[Piece | None, int]:
        """Return the unit that starts at the token, or None, and the token to go on from."""
        while True:
            token = self.tokens[index] if index < len(self.tokens) else None
            if token is None or not token.word:
                return None, index
            if person := self._kind(self.know.persons, index):
                return None, self._proper(person[1]) or person[1]
            after = index + 1 if token.key == "va" else self._lead_in(index)
            if after is None or self._known(index) is not None:
                break
            index = after
        for read in (self._official, self._post, self._collective, self._body, self._head,
                     self._place):  # fmt: skip
            found = read(index)
            if found is not None:
                return found
        if bare:
            return self.read_bare(index)
        return None, index + 1

    def _official(self, index: int) -> tuple[Piece | None, int] | None:
        if not self.officials or self.running:
            return None
        found = self.know.officials.longest(self.tokens, index)
        other = self._known(index)
        if found is None or (other and other[1] >= found[1]):
            return None
        name, after = found
        if self.carry is not None or not self._ends_item(after):
            return None
        return self._piece(index, after, official_name(name.name), "post", "commune"), after

    def _post(self, index: int) -> tuple[Piece | None, int] | None:
        found = self._kind(self.know.posts, index)
        if found is None:
            return None
        kind, after = found
        start = self.tokens[index].start
        prefix = self._written(index, after)
        if self._breaks(after):
            which = "collective" if kind.carries else "post"
            return None if self.running else (self._piece(index, after, prefix, which), after)
        inner, end = self._inner(after)
        if inner is None:
            if self.running:
                return None, after
            end = self._open_end(after)
            return self._piece(index, end, self._written(index, end), "post"), end
        self.post = prefix if kind.carries else None
        if inner.kind == "collective":
            return replace(inner, start=start, name=f"{prefix} {inner.name}"), end
        own = inner.kind == "post" and kind.id == "official"  # "công chức Tư pháp - Hộ tịch"
        return replace(inner, start=start, prefix="" if own else prefix), end

    def _inner(self, index: int) -> tuple[Piece | None, int]:
        """Return the unit that a post or nesting word governs."""
        officials = self.know.officials.longest(self.tokens, index)
        known = self.know.bodies.longest(self.tokens, index)
        if officials and not (known and known[1] >= officials[1]) and self._ends_item(officials[1]):
            name = official_name(officials[0].name)
            return self._piece(index, officials[1], name, "post", "commune"), officials[1]
        if self.depth >= _MAX_DEPTH:
            return None, index
        self.depth += 1
        try:
            for read in (self._collective, self._body, self._head, self._place):
                found = read(index)
                if found is not None and found[0] is not None:
                    return found
        finally:
            self.depth -= 1
        return None, index

    def _body(self, index: int) -> tuple[Piece | None, int] | None:
        found = self._known(index)
        if found is None:
            return None
        name, after = found
        head = self._kind(self.know.heads, index)
        if head and head[0].fields:
            field = self.know.fields.longest(self.tokens, head[1])
            if field and field[1] > after:
                return None
        level = name.level
        collective = self._many_places(after)
        if collective is not None:
            return self._of_many(index, name, collective)
        place, end = self._seat(after)
        if self.post and name.kind != "post" and name.level in {"own", "commune"}:
            piece = self._piece(index, end, name.name, name.kind, level, place, located=True)
            return replace(piece, prefix=self.post), end
        self.carry = None if not self.carry_fixed else self.carry
        return self._piece(index, end, name.name, name.kind, level, place, located=True), end

    def _head(self, index: int) -> tuple[Piece | None, int] | None:
        found = self._kind(self.know.heads, index)
        if found is None:
            return None
        kind, after = found
        word = self._head_word(kind, index, after)
        while after < len(self.tokens) and self.tokens[after].key == ".":
            after += 1
        if self.running and not self.tokens[index].capital and not self._starts_name(after):
            return None
        if kind.fields:
            field = self.know.fields.longest(self.tokens, after)
            if field is not None:
                return self._with_field(index, kind, word, field)
        if kind.nests:
            inner, end = self._inner(after)
            if inner is not None and inner.kind != "collective":
                name = f"{word} {inner.prefix + ' ' if inner.prefix else ''}{inner.name}"
                own = inner.kind if kind.id == "standing" else kind.kind
                start = self.tokens[index].start
                return replace(inner, start=start, name=name, kind=own, prefix=""), end
        end = self._open_end(after)
        place, tail_end = self._tail(end)
        if end == after and place is None and kind.kind not in {"office", "team", "section"}:
            return None
        name = f"{word} {self._written(after, end)}" if end > after else word
        self.carry = kind if not self.carry_fixed and kind.kind == "school" else self.carry
        return (
            self._piece(index, tail_end, name, kind.kind, kind.level, place,
                        located=kind.located and end == after),
            tail_end,
        )  # fmt: skip

    def _head_word(self, kind: Kind, index: int, after: int) -> str:
        """Return the kind word as names write it: "Phòng" for "P.", else as printed."""
        printed = self._written(index, after)
        if kind.kind == "school" and not printed.casefold().startswith("trường"):
            return f"Trường {_SCHOOLS.get(printed, printed)}"
        if printed.isupper() and len(printed) <= 4 and printed != "VNPT":
            return _SPELLED.get(printed, kind.word)
        if printed.isupper() and printed != "VNPT":
            return printed.capitalize()
        return printed[:1].upper() + printed[1:]

    def _with_field(
        self, index: int, kind: Kind, word: str, field: tuple[Name, int]
    ) -> tuple[Piece, int]:
        name, after = field[0].name, field[1]
        more = (
            self.know.fields.longest(self.tokens, after + 1) if self._joins(after, kind) else None
        )
        if more is not None:
            joint = "và" if self.tokens[after].key == "va" else "-"
            name, after = f"{name} {joint} {more[0].name}", more[1]
        elif self._goes_on(after):
            end = self._open_end(after + (not self.tokens[after].word))
            name, after = f"{name} {self._written(after, end)}", end
        level = "own" if kind.kind == "union" else kind.level
        many = self._many_places(after)
        if many is not None and many[0] is not None:
            whole, many_end = self._of_many(index, replace(field[0], name=f"{word} {name}"), many)
            if whole is not None:
                return whole, many_end
        inner: Piece | None = None
        if kind.nests and not self._breaks(after):
            inner, end = self._inner(after)
            if inner is not None and inner.kind not in {"collective", "place"} and inner.located:
                piece = replace(inner, start=self.tokens[index].start, kind=kind.kind,
                                name=f"{word} {name} {inner.name}")  # fmt: skip
                return piece, end
        place, end = self._seat(after)
        if not self.carry_fixed and kind.id in {"department", "division", "ministry"}:
            self.carry = kind
        return self._piece(
            index, end, f"{word} {name}", kind.kind, level, place, located=kind.located or
            kind.kind in {"centre", "union"},
        ), end  # fmt: skip

    def _joins(self, index: int, kind: Kind) -> bool:
        """Tell whether a second field may follow: "Phòng Nội vụ - Lao động", not after "và"."""
        if index >= len(self.tokens):
            return False
        joint = self.tokens[index].key
        return joint == "-" or (joint == "va" and kind.kind == "centre")

    def _goes_on(self, index: int) -> bool:
        """Tell whether a name goes on after a known field: "Vụ Tổ chức - Biên chế"."""
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        if not token.word:
            following = index + 1
            return (
                token.key == "-"
                and following < len(self.tokens)
                and self.tokens[following].capital
                and not self._ends_item(following)
                and not self._names_unit(following)
                and self._kind(self.know.generic, following) is None
            )
        return not token.capital and not self._ends_item(index)

    def read_bare(self, index: int) -> tuple[Piece | None, int]:
        kind = self.carry
        if kind is not None and kind.role == "place":
            end = self._bare_proper(index, kind)
            if end:
                return self._bare_place(index, end, kind), end
        elif kind is not None and kind.fields:
            field = self.know.fields.longest(self.tokens, index)
            if field is not None:
                piece, end = self._with_field(index, kind, kind.word, field)
                return replace(piece, carried=kind.word), end
        if self.running:
            return None, index + 1
        if kind is not None and kind.kind == "school" and self.tokens[index].capital:
            end = self._open_end(index)
            name = f"{kind.word} {self._written(index, end)}"
            return replace(
                self._piece(index, end, name, kind.kind), carried=kind.word
            ), max(end, index + 1)  # fmt: skip
        return self._unknown(index)

    def _bare_proper(self, index: int, kind: Kind) -> int:
        """Return where a place name without its kind word ends, 0 when it is none.

        A number is one only among wards and hamlets ("Phường 2, 5"), and never part of a date.
        """
        end = self._proper(index)
        if end == index + 1 and self._kind(self.know.generic, index):
            return 0
        if self.running and _CODE.fullmatch(self.tokens[index].text):  # "NĐ" of 36/2009/NĐ-CP
            return 0
        if end and self.tokens[index].text.isdigit():
            before = self.tokens[index - 1].key if index else ""
            after = self.tokens[end].key if end < len(self.tokens) else ""
            listed = before in {",", "va", ":"} and after not in {"/", "-", ":"}
            if kind.id not in {"ward", "hamlet", "urban_district"} or not listed:
                return 0
        return end

    def _unknown(self, index: int) -> tuple[Piece | None, int]:
        """Return a wording that no table knows, as printed."""
        end = self._open_end(index)
        if end <= index:
            end = self._absorb(index + 1)
            return None, end
        name = self._written(index, end)
        if sum(c.isalpha() for c in name) < 2:
            return None, end
        return replace(self._piece(index, end, name, None), known=False), end
