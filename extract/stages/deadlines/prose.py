"""Deadlines of running text: triggered forms, and every form after a label or a time heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extract.model import Citation, Deadline, Header, Passage
from extract.stages.deadlines import actors
from extract.stages.deadlines.accept import (
    at_clause_start,
    in_text,
    names_what_follows,
)
from extract.stages.deadlines.cells import own_action, to_deadline
from extract.stages.deadlines.grammar import lowered
from extract.stages.deadlines.openings import find_bracketed, find_listed, find_openings
from extract.stages.deadlines.past import plan_year, tells_what_was_done
from extract.stages.deadlines.readings import Reading
from extract.stages.deadlines.scan import Found, scan
from extract.stages.deadlines.values import read_all
from extract.stages.deadlines.zones import (
    Zone,
    find_zones,
    heading_label,
    is_outside,
    mask,
    ordinal_end,
    outlined,
)
from extract.text import squeeze

_LONGEST_TIME_LINE = 300
_INSPECTION = re.compile(
    r"(?:thời (?:gian|hạn)|lịch) (kiểm tra|thanh tra|giám sát|khảo sát|làm việc)"
)
_GENERIC = re.compile(
    r"(?:(?:nội dung|thời gian|địa điểm|đối tượng|thành phần|phạm vi|kế hoạch|tiến độ|lộ trình|"
    r"hình thức|phương pháp|cách thức|tổ chức|triển khai|thực hiện|tiến hành|và)"
    r"(?:[\s,:.&*-]{1,3}|$)){1,9}",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"(?:cơ quan|đơn vị|bộ phận) (?:chủ trì|phối hợp|thực hiện)|(?:chủ trì|phối hợp)$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?:\d{1,3} (?:ngày|tháng|tuần|năm)(?: làm việc| liên tục)?|dự kiến|[\s,(]{1,3}){1,5}",
    re.IGNORECASE,
)
_YEAR_TAIL = re.compile(r",? (?:trong )?năm (?:học )?\d{4}(?: ?[-–] ?\d{4})?.*$")
_SHORTEST_ACTION = 8
_BRACKET = re.compile(r"\([^()]{0,60}\)")
_CLAUSE_END = re.compile(r"[;.:](?=\s|$)")
_DATED_NEXT = re.compile(r"[ (]{1,2}(?:(?:xong )?(?:trước|vào)|chậm nhất) (?:ngày )?\d")
_NO_ACTION = re.compile(
    r"(?:thời|đợt|giai đoạn|dự kiến|buổi|ngày|lịch|lần|vòng|từ|trong|vào|kể)(?!\w)", re.IGNORECASE
)
_WEAK_KINDS = ("event", "continuous", "recurring")


@dataclass(frozen=True, slots=True)
class Free:
    """The stretch of a text around a time that no other time has taken as its own words.

    last: where the time before ends.
    """

    start: int
    end: int
    last: int


class Surroundings:
    """What the text of a document says around a passage: headings, labels, team, title."""

    def __init__(self, passages: tuple[Passage, ...], header: Header) -> None:
        self.passages = passages
        self.header = header
        self._named: dict[str, bool] = {}

    @cached_property
    def outlined(self) -> frozenset[int]:
        return outlined(self.passages)

    @cached_property
    def _text(self) -> str:
        return "\n".join(p.text for p in self.passages if p.table is None).lower()

    def label_above(self, passage: Passage) -> str | None:
        """Return the label of the time heading directly above the passage, or None."""
        above = passage.section if passage.section is not None else passage.seq - 1
        if not 0 <= above < passage.seq or self.passages[above].table is not None:
            return None
        return heading_label(lowered(self.passages[above].text))

    def team(self, label: str) -> str | None:
        """Return the team of the label's activity ("kiểm tra" -> "Đoàn kiểm tra") if named."""
        match = _INSPECTION.search(label)
        name = f"đoàn {match.group(1)}" if match else ""
        if name not in self._named:
            self._named[name] = bool(name) and name in self._text
        return name.capitalize() if self._named[name] else None

    def activity(self, label: str) -> str | None:
        """Return what a label dates: the title of the plan when it opens with the same words."""
        words = actors.tidy(label)
        title = squeeze(self.header.title or "")
        if title and (not words or title.lower().startswith(words.lower())):
            return _YEAR_TAIL.sub("", title)
        return words[:1].upper() + words[1:] if words else None

    def lines_of_item(self, passage: Passage) -> list[str]:
        """Return the texts of the item around a time line, the nearest first.

        An item ends at a heading, at a mark of a higher level and at the time of another item.
        """
        own = _depth(passage.text)
        texts = [passage.text]
        for step in (-1, 1):
            for n in range(passage.seq + step, passage.seq + 6 * step, step):
                other = self.passages[n] if 0 <= n < len(self.passages) else None
                if other is None or other.table is not None or _depth(other.text) < own:
                    break
                if other.kind == "heading" or find_zones(lowered(other.text)):
                    break
                texts.append(other.text)
        return texts

    def above(self, passage: Passage) -> Iterator[Passage]:
        """Yield the headings and list heads above the passage, the nearest first."""
        heads = actors.headings_above(self.passages, passage)
        first = max(heads[0].seq if heads else 0, passage.seq - 40)
        own = _depth(passage.text)
        for n in range(passage.seq - 1, first, -1):
            depth = _depth(self.passages[n].text)
            if self.passages[n].table is None and depth < own:
                own = depth
                yield self.passages[n]
        yield from heads


def _depth(text: str) -> int:
    """Return how deep an item stands by its mark: roman 0, digit 1, letter 2, dash 3, plus 4."""
    mark = text[: ordinal_end(text)].strip(" *\n.)")
    if not mark:
        return 5 if text[:1].islower() or not text[:1].isalpha() else 4
    if mark[0] in "-–•*":
        return 3
    if mark[0] == "+":
        return 4
    if mark[0].isdigit():
        return 1
    return 0 if mark.isupper() else 2


def prose_deadlines(
    passage: Passage, citations: list[Citation], around: Surroundings
) -> list[Deadline]:
    """Return the deadlines of a passage outside tables."""
    if is_outside(passage) or passage.seq in around.outlined or not passage.text:
        return []
    low = mask(lowered(passage.text), citations, in_text=True)
    accepted = list(_accepted(passage, low, around))
    labels = {found.start: label for found, label in accepted}
    readings = [
        (found, reading, labels[found.start])
        for found, reading in read_all([found for found, _ in accepted], plan_year(around.header))
    ]
    kept = [
        (found, reading, label)
        for found, reading, label in readings
        if _is_of_plan(low, found, reading, label, around.header)
    ]
    deadlines: list[Deadline] = []
    last = taken = 0
    for number, (found, reading, label) in enumerate(kept):
        after = kept[number + 1][0] if number + 1 < len(kept) else None
        if after and _only_names(low, found, after, label):
            continue
        free = Free(
            taken if at_clause_start(low, reading.start) else last,
            after.start if after and not _in_brackets(low, after.start) else len(low),
            last,
        )
        deadline, taken = _deadline(passage, reading, label, around, free)
        deadlines.append(deadline)
        last = reading.end
    return deadlines


def _only_names(low: str, found: Found, after: Found, label: str | None) -> bool:
    """Tell whether a time names what the next one dates ("Quý I: trước ngày 15/3")."""
    if label is None:
        return names_what_follows(low, found, after)
    bounded = after.match.groupdict().get("bound")
    return not label and bool(bounded) and low[found.end : after.start].strip(" :*") == ""


def _is_of_plan(
    low: str, found: Found, reading: Reading, label: str | None, header: Header
) -> bool:
    if label is None:
        return in_text(low, found, reading, header)
    return bool(label) or not tells_what_was_done(low, found)


def _in_brackets(low: str, start: int) -> bool:
    return low[max(0, start - 4) : start].rstrip().endswith("(")


def _accepted(
    passage: Passage, low: str, around: Surroundings
) -> Iterator[tuple[Found, str | None]]:
    """Yield the forms of the passage, each with the label that announces it, or None."""
    label = around.label_above(passage)
    if label and len(low) <= _LONGEST_TIME_LINE and not heading_label(low):
        zones = [Zone(0, len(low), label)]
    else:
        zones = find_zones(low) or find_openings(low) or find_listed(low, around.header)
        zones = zones or find_bracketed(low)
    place = 0
    for zone in [*zones, Zone(len(low), len(low), "")]:
        for found in scan(low, place, zone.start, in_text=True):
            yield found, None
        place = zone.end
        for found in [] if zone.of_data else scan(low, zone.start, zone.end, in_text=False):
            if zone.start or _stands_alone(low, found):
                yield found, zone.label
            elif (
                found.rule.in_text and not found.rule.weak
            ):  # "1. Báo cáo trước ngày 15 hằng tháng"
                yield found, None


def _stands_alone(low: str, found: Found) -> bool:
    """Tell whether a form below a time heading is a time by itself and not a word of a sentence."""
    if found.rule.kind == "event" and _DATED_NEXT.match(low, found.end):
        return False  # "Kết thúc học kỳ I trước ngày 20/1"
    loose = found.rule.kind in _WEAK_KINDS or found.rule.weak
    return not loose or at_clause_start(low, found.start)


def _deadline(
    passage: Passage, reading: Reading, label: str | None, around: Surroundings, free: Free
) -> tuple[Deadline, int]:
    """Return the record, and where the words end that it took."""
    actor = _responsible(passage, reading, label, around, free.last)
    taken = reading.end
    if label is None:
        action, taken = _clause_action(passage.text, reading, actor, free)
        if action is None and passage.text.startswith(":", reading.end):
            action = _heading_action(passage, around)
    else:
        action = _labelled_action(passage, reading, label, around, free.start, actor)
    record = to_deadline(passage, reading, source="text", action=action, responsible=actor)
    return record, taken


def _clause_action(
    text: str, reading: Reading, actor: str | None, free: Free
) -> tuple[str | None, int]:
    """Return what is done, from the words before the time, else after it, and where they end."""
    begin = max(actors.sentence_start(text, reading.start), free.start)
    if action := actors.action_before(text, begin, reading.start, actor):
        return action, reading.end
    stop = min(free.end, reading.end + _LONGEST_TIME_LINE)
    tail = _CLAUSE_END.split(text[reading.end : stop])[0]
    if action := actors.action_before(tail, 0, len(tail), actor):
        return action, reading.end + len(tail)
    if begin > free.start:
        before = max(actors.sentence_start(text, begin - 2), free.start)
        return actors.action_before(text, before, begin, actor), reading.end
    return None, reading.end


def _labelled_action(
    passage: Passage,
    reading: Reading,
    label: str,
    around: Surroundings,
    last: int,
    actor: str | None,
) -> str | None:
    """Return what is done: of the time's own clause, the label, the line, or the item above."""
    at = lowered(passage.text).find(label)
    start = at + len(label) if at >= 0 else 0
    own = own_action(passage.text, max(last, start), reading)
    if label and own and len(own) >= _SHORTEST_ACTION and not _DURATION.fullmatch(own):
        return own
    if at < 0 and (said := _said_by_item(passage.text, reading, last, actor)):
        return said
    if actors.tidy(label):
        return around.activity(label)
    if label:
        return _head_of_line(passage.text, label) or _item_action(passage, around)
    after = passage.text[reading.end : reading.end + _LONGEST_TIME_LINE]
    after = _BRACKET.sub("", after, count=1) if after.lstrip().startswith("(") else after
    after = after.lstrip(" \n:*")
    if len(after) > 3:
        return actors.tidy(_CLAUSE_END.split(after)[0])
    return _item_action(passage, around)


def _said_by_item(text: str, reading: Reading, last: int, actor: str | None) -> str | None:
    """Return what an item below a time heading says is done: before its time, else after it."""
    begin = max(actors.sentence_start(text, reading.start), last)
    said = actors.action_before(text, begin, reading.start, actor)
    if not said and text.startswith(",", reading.end):
        tail = _CLAUSE_END.split(text[reading.end : reading.end + _LONGEST_TIME_LINE])[0]
        said = actors.action_before(tail, 0, len(tail), actor)
    if not said or len(said) < _SHORTEST_ACTION or _GENERIC.fullmatch(said):
        return None
    return None if _NO_ACTION.match(said) else said


def _item_action(passage: Passage, around: Surroundings) -> str | None:
    for above in around.above(passage):
        head = above.text[ordinal_end(above.text) :][:_LONGEST_TIME_LINE]
        if inspection := _INSPECTION.search(lowered(head)):
            return around.activity(inspection.group())
        if _GENERIC.fullmatch(head) or heading_label(lowered(head)):
            continue
        if action := actors.tidy(head):
            return action
    return _heading_action(passage, around)


def _head_of_line(text: str, label: str) -> str | None:
    """Return what the line says before its label ("1. Tập huấn. Thời gian: tháng 5")."""
    at = lowered(text).find(label)
    head = text[ordinal_end(text) : max(0, at)][:_LONGEST_TIME_LINE]
    action = actors.tidy(_CLAUSE_END.split(head)[0])
    if action and _SHARES.match(action):
        return None
    return action if action and len(action) >= _SHORTEST_ACTION else None


def _heading_action(passage: Passage, around: Surroundings) -> str | None:
    for above in around.above(passage):
        if inspection := _INSPECTION.search(lowered(above.text[:_LONGEST_TIME_LINE])):
            return around.activity(inspection.group())
    return around.activity("") if around.header.title else None


def _responsible(
    passage: Passage, reading: Reading, label: str | None, around: Surroundings, last: int
) -> str | None:
    if label is not None and (lead := actors.lead_label(around.lines_of_item(passage))):
        return lead
    if actor := actors.subject(passage.text, reading.start, reading.end, last):
        return actor
    if label and (team := around.team(label)):
        return team
    for above in around.above(passage):
        if actor := actors.heading_actor(above.text):
            return actor
        if team := around.team(lowered(above.text)):
            return team
    return None
