"""Places in a text: "huyện", "xã Thành Tiến, huyện Thạch Thành", and where open names end."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.stages.units.cursor import Cursor
from extract.stages.units.pieces import Piece, Place

_MAX_OPEN = 16
_MAX_PROPER = 6
_COMMUNE_WORD = re.compile(r"\b(?:xã(?! hội)|phường|thị trấn|đặc khu|thôn)\b")
_DISTRICT_WORD = re.compile(r"\b(?:huyện|quận)\b")
_PROVINCE_WORD = re.compile(r"\b(?:sở|tỉnh)\b")
_ROMAN = re.compile(r"[IVX]+")
_CITY_LEVEL = {"hanoi", "hochiminh", "danang", "haiphong", "cantho"}


class PlaceScanner(Cursor):
    """Reads places and the ends of names."""

    def _starts_unit(self, index: int) -> bool:
        return self._kind(self.know.quantifiers, index) is not None or bool(
            (
                index < len(self.tokens)
                and (self.know.bodies.longest(self.tokens, index) is not None)
            )
            or (self._kind(self.know.heads, index) is not None)
            or ((place := self._kind(self.know.places, index)) and self._proper(place[1]))
        )

    def _level(self, start: int, end: int) -> str | None:
        """Return the level that the place nouns or "cấp ..." of a collective show."""
        printed = " ".join(t.text.lower() for t in self.tokens[start:end])
        printed = printed.replace("thị xã", "huyện")
        if _COMMUNE_WORD.search(printed) and not _DISTRICT_WORD.search(printed):
            return "commune"
        if _DISTRICT_WORD.search(printed):
            return "district"
        return "province" if _PROVINCE_WORD.search(printed) else None

    def _place(self, index: int) -> tuple[Piece | None, int] | None:
        found = self._kind(self.know.places, index)
        if found is None:
            return None
        kind, after = found
        place, end = self._tail(index)
        if place is None or place.name is None:
            if self.running or not self._breaks(after):
                return None
            return self._piece(index, after, self._written(index, after), "collective",
                               kind.level), after  # fmt: skip
        if not self.carry_fixed:
            self.carry, self.carry_fixed = kind, False
        return self._piece(index, end, "", place.kind, place.level, place), end

    def _tail(self, index: int) -> tuple[Place | None, int]:
        """Return the place at the token ("huyện", "xã Thành Tiến, huyện Thạch Thành")."""
        if index < len(self.tokens) and self.tokens[index].key == "thuoc":
            index += 1
        found = self._kind(self.know.places, index)
        if found is None:
            return self._nation(index)
        kind, after = found
        while after < len(self.tokens) and self.tokens[after].key in {".", "so"}:
            after += 1
        end = self._proper(after)
        word = kind.word if kind.id != "hamlet" else self._hamlet(index, after)
        if not end:
            return Place(word, kind.kind or "", kind.level), found[1]
        name = self._proper_name(after, end)
        level = kind.level
        if kind.id == "city" and "".join(t.key for t in self.tokens[after:end]) in _CITY_LEVEL:
            level = "province"
        place = Place(word, kind.kind or "", level, name)
        larger, larger_end = self._larger(end, level)
        if larger is not None:
            place = replace(place, within=(replace(larger, within=()), *larger.within))
            end = larger_end
        return place, end

    def _hamlet(self, index: int, after: int) -> str:
        return self._written(index, after).replace("TDP", "tổ dân phố").lower()

    def _seat(self, index: int) -> tuple[Place | None, int]:
        """Return the place of an agency, also one without its kind word ("Sở Nội vụ Thanh Hóa")."""
        place, end = self._tail(index)
        if place is not None:
            return place, end
        end = self._proper(index)
        if not end or self._kind(self.know.places, index) or self._kind(self.know.heads, index):
            return None, index
        while (
            end + 1 < len(self.tokens)
            and self.tokens[end].key == "-"
            and (further := self._proper(end + 1))
            and not self._starts_unit(end + 1)
        ):
            end = further
        if self.tokens[index].text.isdigit() or self._kind(self.know.posts, index):
            return None, index
        return Place("", "", None, self._written(index, end)), end

    def _nation(self, index: int) -> tuple[Place | None, int]:
        keys = [t.key for t in self.tokens[index : index + 2]]
        if keys == ["trung", "uong"]:
            return Place("Trung ương", "central", "central", None), index + 2
        return None, index

    def _larger(self, index: int, level: str | None) -> tuple[Place | None, int]:
        """Return the larger place printed right after one: ", huyện Thạch Thành"."""
        above = {"commune": "district", "district": "province", None: "commune"}.get(level)
        start = index
        if start < len(self.tokens) and self.tokens[start].key in {",", "-", "("}:
            start += 1
        found = self._kind(self.know.places, start)
        if found is None or above is None:
            return None, index
        if found[0].level not in {above, "province"} or not self._proper(found[1]):
            return None, index
        return self._tail(start)

    def _proper(self, index: int) -> int:
        """Return the token after the proper name that starts here, 0 when none does."""
        end = index
        while end < len(self.tokens) and end - index < _MAX_PROPER:
            token = self.tokens[end]
            if token.key == "-" and index < end and self._hyphenated(index, end):
                end += 1
                continue
            if not token.word or not token.capital:
                break
            if end > index and (
                self._kind(self.know.places, end)
                or (token.text.isdigit() and not self.tokens[end - 1].word)
                or (self._is_head(end) and not token.upper)
            ):
                break
            end += 1
        if end == index or self._known_instead(index):
            return 0
        return end

    def _is_head(self, index: int) -> bool:
        """Tell whether a kind word opens a name here; "Hội" closes one in "Xã Tân Hội"."""
        found = self._kind(self.know.heads, index)
        if found is None:
            return False
        after = found[1]
        return after < len(self.tokens) and self.tokens[after].word

    def _hyphenated(self, start: int, hyphen: int) -> bool:
        keys = "".join(t.key for t in self.tokens[start:hyphen])
        return keys in {"phanrang", "baria"}

    def _known_instead(self, index: int) -> bool:
        """Tell whether the capitalised word is no proper name: "huyện Công an ..."."""
        return self.know.bodies.longest(self.tokens, index) is not None

    def _proper_name(self, start: int, end: int) -> str:
        """Return the name with a number as numbers are written: "Phường 02" is "2"."""
        if end - start == 1 and self.tokens[start].text.isdigit():
            return str(int(self.tokens[start].text))
        name = self._written(start, end)
        if name.isupper() and len(name) > 2:
            name = " ".join(w if _ROMAN.fullmatch(w) else w.capitalize() for w in name.split())
        return name

    def _open_end(self, index: int) -> int:
        """Return where a name that no table knows ends."""
        start = index
        while index < len(self.tokens) and index - start < _MAX_OPEN:
            token = self.tokens[index]
            if not token.word:
                joined = token.key in {"-", "&"} and index > start
                if not joined or self._breaks(index + 1) or self._starts_unit(index + 1):
                    break
            elif token.key == "va":
                if self._starts_unit(index + 1) or index == start:
                    break
            elif self._ends_open(index):
                break
            index += 1
        return index

    def _ends_open(self, index: int) -> bool:
        """Tell whether a place, a verb or "liên quan" ends an open name here."""
        capital = self.tokens[index].capital
        return bool(
            (self._kind(self.know.places, index) and not self.tokens[index].text.isdigit())
            or (self._kind(self.know.stops, index) and (self.running or not capital))
            or (self._kind(self.know.modifiers, index) and not capital)
        )
