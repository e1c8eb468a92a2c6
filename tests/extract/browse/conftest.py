"""A database with two plain plans and a hostile one, and a Datasette over it."""

import asyncio
import dataclasses

import pytest

from extract.browse.server import make_datasette
from extract.model import Passage, Row

SCRIPT = "<script>window.broken=1</script>"
IMAGE = '{"img_src": "https://evil.example/x.png"}'
LINK = '{"href": "https://evil.example/", "label": "x"}'
FORMULA = '=HYPERLINK("https://evil.example/","x")'
RTL = "\u202eabc\u202c \u200f\u0300\u0301"
LONG = "w" * 100_000
ONERROR = "<img src=https://evil.example/y onerror=window.broken=1>"
ADDRESS = "https://evil.example/z"


def hostile_plan(make_plan):
    """A plan whose every text tries to be something else than text."""
    plan = make_plan("x<b>.docx", b"three", f"{SCRIPT} {IMAGE} {RTL} {LONG}")
    cited = f"Nghị định số 61/2018/NĐ-CP {ONERROR} {LONG}"
    texts = [SCRIPT, f"Căn cứ {cited};", f"{IMAGE} {LINK} {RTL}", FORMULA, LONG, ADDRESS]
    cells = [FORMULA, IMAGE, f"{SCRIPT} {RTL} {LONG}"]
    passages = [Passage(i, text, "paragraph") for i, text in enumerate(texts)]
    passages += [
        Passage(6 + i, text, "cell", table=0, row=0, column=i) for i, text in enumerate(cells)
    ]
    citation = dataclasses.replace(
        plan.citations[0], raw=cited, start=7, end=7 + len(cited), subject=SCRIPT, suspect=SCRIPT
    )
    row = Row(tuple(cells), tuple(cells))
    return dataclasses.replace(
        plan,
        header=dataclasses.replace(
            plan.header, issuer=IMAGE, symbol='1/"><script>', place=RTL, recipients=(SCRIPT,)
        ),
        passages=tuple(passages),
        citations=(citation,),
        instruments=(dataclasses.replace(plan.instruments[0], title=SCRIPT),),
        relations=(),
        tables=(dataclasses.replace(plan.tables[0], header=((SCRIPT, IMAGE, LINK),),
                                    rows=(row,), caption=SCRIPT, appendix=FORMULA),),
        tasks=(dataclasses.replace(plan.tasks[0], task=FORMULA, lead=SCRIPT, deadline=IMAGE,
                                   ordinal=ADDRESS),),
        unit_lists=(),
        deadlines=(dataclasses.replace(plan.deadlines[0], passage=3, start=0, end=len(FORMULA),
                                       raw=FORMULA, action=f"{SCRIPT} {LONG}", responsible=f"{IMAGE} {RTL} {LONG}"),),
        flags=(dataclasses.replace(plan.flags[0], passage=4, why=f'"{ONERROR}" {LONG}'),
               dataclasses.replace(plan.flags[0], passage=0, why=f'"{SCRIPT}"')),
    )  # fmt: skip


@pytest.fixture(scope="session")
def browsed(tmp_path_factory, make_plan, store):
    """A database with two plans and a hostile one."""
    database = tmp_path_factory.mktemp("browse") / "kho.db"
    plans = [make_plan(), make_plan("kh-51.docx", b"two", "Tập huấn"), hostile_plan(make_plan)]
    store(database, plans)
    return database


@pytest.fixture(scope="session")
def ask(browsed):
    """Ask a Datasette that serves it."""
    datasette = make_datasette(browsed)

    def get(path: str, **params: str):
        return asyncio.run(datasette.client.get(path, params=params or None))

    return get
