"""Addressees that are many ("các phòng, ban liên quan"), and the words that govern a list."""

from __future__ import annotations

from dataclasses import replace

from extract.stages.units.knowledge import Kind, Name
from extract.stages.units.pieces import Piece, Place
from extract.stages.units.scan_places import PlaceScanner

_SCHOOL_TYPES = {"TH", "THCS", "THPT", "MN", "MG"}


class ManyScanner(PlaceScanner):
    """Reads collective addressees; `read_bare` reads the first name of a list they govern."""

    def read_bare(self, index: int) -> tuple[Piece | None, int]:
        """Return the bare name at the token under the governing word; see `Scanner`."""
        raise NotImplementedError

    def _collective(self, index: int) -> tuple[Piece | None, int] | None:
        quantifier = self._kind(self.know.quantifiers, index)
        after = quantifier[1] if quantifier else index
        first = self._kind(self.know.generic, after)
        if first is None:
            return self._quantified(index, after) if quantifier else None
        if not quantifier and not self._stands_for_many(first[0], after, first[1]):
            return None
        nouns = after
        last, after = self._nouns(nouns)
        if governed := self._governed(nouns, last, after):
            return governed
        end = self._absorb(after)
        name = self._written(index, end)
        level = self._level(index, end)
        return self._piece(index, end, name, "collective", level), end

    def _quantified(self, index: int, after: int) -> tuple[Piece | None, int] | None:
        """Return "các Trung tâm dạy nghề", "các UBND xã" as they are printed."""
        if self.running or after >= len(self.tokens):
            return None
        body = self.know.bodies.longest(self.tokens, after)
        if self._kind(self.know.posts, after) and not body:
            return None
        end = self._absorb(body[1] if body else after)
        if end <= after:
            return None
        return self._piece(index, end, self._written(index, end), "collective"), end

    def _stands_for_many(self, kind: Kind, start: int, after: int) -> bool:
        """Tell whether a noun without "các" still addresses many: "phòng, ban", "cơ quan"."""
        if self.running and not self.tokens[start].capital:
            return False
        if kind.id == "generic" and not self.running:
            return not self._field_follows(after)
        if not self.running and self._breaks(after) and not self._separates(after):
            return self._kind(self.know.places, start) is None
        if self._kind(self.know.modifiers, after):
            return self._kind(self.know.places, start) is None
        following = after + 1 if self._separates(after) else None
        if following is None:
            return False
        other = self._kind(self.know.generic, following)
        return other is not None and not self._starts_name(other[1])

    def _nouns(self, index: int) -> tuple[int, int]:
        """Return the last noun of "sở, ban, ngành" and the token after it."""
        last = index
        found = self._kind(self.know.generic, index)
        after = found[1] if found else index
        while True:
            following = after
            if self._separates(following):
                following += 1
                if following < len(self.tokens) and self.tokens[following].key == "va":
                    following += 1
            quantifier = self._kind(self.know.quantifiers, following)
            if quantifier:
                return last, after
            found = self._kind(self.know.generic, following)
            if found is None or (
                found[0].id != "generic"
                and self._starts_name(found[1])
                and not self._kind(self.know.places, last)
            ):
                return last, after
            if self._known(following) or (following == after and self._proper(found[1])):
                return last, after
            if self._proper(found[1]) and following != after:
                return last, after
            last, after = following, found[1]

    def _governed(self, nouns: int, noun: int, after: int) -> tuple[Piece | None, int] | None:
        """Let the nouns govern the names that follow: "các phòng: Tư pháp", "các xã A, B"."""
        if after >= len(self.tokens):
            return None
        colon = self.tokens[after].key == ":"
        place = self._kind(self.know.places, noun)
        head = self._kind(self.know.heads, noun) or self._division(noun)
        kind = self._common(nouns, place[0]) if place else head[0] if head else None
        if colon and self._lists(after + 1, kind):
            self.carry, self.carry_fixed = kind, kind is not None
            return None, after
        if place and self._proper(after):
            self.carry, self.carry_fixed = kind, False
            return self.read_bare(after)
        if head and self._field_follows(after):
            self.carry, self.carry_fixed = head[0], False
            return self.read_bare(after)
        return None

    def _common(self, nouns: int, last: Kind) -> Kind:
        """Return the kind of "các xã"; of "các phường, xã", one whose word is unknown."""
        kinds = {
            found[0].id
            for index in range(nouns, len(self.tokens))
            if self.tokens[index].start < self._carry_end(nouns)
            and (found := self._kind(self.know.places, index))
        }
        return last if len(kinds) < 2 else replace(last, id="mixed", word="", kind=None)

    def _carry_end(self, nouns: int) -> int:
        last, after = self._nouns(nouns)
        return self.tokens[max(last, after - 1)].end

    def _lists(self, index: int, kind: Kind | None) -> bool:
        """Tell whether names follow the ":" after addressees, not what they shall do."""
        named = self._kind(self.know.quantifiers, index) is None and self._starts_unit(index)
        if named or self._kind(self.know.posts, index):
            return True
        if kind is None or index >= len(self.tokens):
            return False
        if kind.role == "place":
            return bool(self._proper(index))
        if kind.fields:
            return self._field_follows(index) or self.tokens[index].upper
        return kind.kind == "school" and self.tokens[index].capital

    def _division(self, noun: int) -> tuple[Kind, int] | None:
        """Return the kind of "phòng", "ngành" in "các phòng, ngành: Tư pháp"."""
        key = self.tokens[noun].key
        if key not in {"nganh", "ban", "doan", "don", "co"}:
            return None
        for back in range(noun - 1, max(-1, noun - 6), -1):
            if self.tokens[back].key in {"phong", "so"}:
                return self._kind(self.know.heads, back)
        return None

    def _absorb(self, index: int) -> int:
        """Return where the words that describe addressees end ("liên quan thuộc huyện")."""
        while index < len(self.tokens):
            token = self.tokens[index]
            if not token.word:
                described = token.key == "," and (
                    self._kind(self.know.modifiers, index + 1) or self._school_type(index + 1)
                )
                joined = token.key in {"-", "&", "/"} and not self._starts_unit(index + 1)
                if joined or described:
                    index += 1
                    continue
                return index
            if token.key == "va" and self._starts_unit(index + 1):
                return index
            if modifier := self._kind(self.know.modifiers, index):
                index = max(modifier[1], index + 1)
                continue
            if self.running and self._kind(self.know.stops, index):
                return index
            index += 1
        return index

    def _school_type(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].text in _SCHOOL_TYPES

    def _of_many(
        self, index: int, name: Name, places: tuple[Piece | None, int]
    ) -> tuple[Piece | None, int]:
        """Return "UBND các xã"; of "UBND các xã A, B" the first place, the rest follow."""
        found, end = places
        if found is None or found.kind != "collective":
            return places
        printed = self._written(self._token_at(found.start), end)
        return self._piece(index, end, f"{name.name} {printed}", "collective", found.level), end

    def _many_places(self, index: int) -> tuple[Piece | None, int] | None:
        """Return the places after an agency when they are many: "các xã, thị trấn", "cấp xã"."""
        if index < len(self.tokens) and self.tokens[index].key == "cap":
            end = self._absorb(index)
            while end + 1 < len(self.tokens) and self.tokens[end + 1].key == "cap":
                end = self._absorb(end + 1)
            return self._piece(index, end, "", "collective", self._level(index, end)), end
        if self._kind(self.know.quantifiers, index):
            return self._collective(index)
        place = self._kind(self.know.places, index)
        if place and self._separates(place[1]) and self.tokens[place[1]].key != "va":
            other = self._kind(self.know.places, place[1] + 1)
            if other and not self._proper(other[1]) and not self._proper(place[1]):
                _, after = self._nouns(index)
                return self._piece(index, after, "", "collective", self._level(index, after)), after
        return None

    def _bare_place(self, index: int, end: int, kind: Kind) -> Piece:
        place = Place(kind.word, kind.kind or "", kind.level, self._proper_name(index, end))
        piece = self._piece(index, end, "", kind.kind, kind.level, place)
        return replace(piece, carried=kind.word)
