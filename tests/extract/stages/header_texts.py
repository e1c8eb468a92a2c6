"""Plans as lines of text, for the header stage."""

from extract.model import Mark, Passage
from extract.stages.header import find_header

BODY = """
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao chất lượng công tác.
"""


def passages_of(text: str) -> tuple[Passage, ...]:
    lines = [line.strip() for line in text.strip("\n").split("\n") if line.strip()]
    made = []
    for seq, line in enumerate(lines):
        shown = line.replace("**", "")
        marks = (Mark(0, len(shown), "bold"),) if line.startswith("**") else ()
        made.append(Passage(seq, shown, marks=marks))
    return tuple(made)


def header_of(text: str):
    return find_header(passages_of(text), "plan.txt")
