"""How a table is described, and the SQL that the description gives.

One description feeds the DDL, the Datasette metadata and the data dictionary. A change of a
released table is a new migration in `extract.store.migrations`; the description always shows the
newest state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "real"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. label, vi: its name and help for Vietnamese readers; en: help in English.

    references: "table.column" that it points to. facet: offered first beside the table.
    generated: expression of a virtual column. internal: kept out of exports and the dictionary's
    promises. json: the text is JSON.
    """

    name: str
    type: ColumnType
    label: str
    en: str
    vi: str = ""
    required: bool = False
    references: str | None = None
    on_delete: Literal["cascade", "set null", "no action"] = "cascade"
    index: bool = False
    facet: bool = False
    generated: str | None = None
    internal: bool = False
    json: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table. owner: the column that names the document whose rows are replaced together.

    searchable: columns of its full-text index, whose row number is the column `fts_key`.
    public: False keeps it out of the browser, of exports and of what is published.
    """

    name: str
    label: str
    vi: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    owner: str | None = None
    label_column: str | None = None
    sort: str | None = None
    sort_desc: str | None = None
    searchable: tuple[str, ...] = ()
    fts_key: str | None = None
    public: bool = True
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def facets(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns if c.facet)

    @property
    def stored(self) -> tuple[str, ...]:
        """Names of the columns that a row is written with."""
        return tuple(c.name for c in self.columns if c.generated is None)

    @property
    def exported(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns if not c.internal)


@dataclass(frozen=True, slots=True)
class View:
    """One view: sql is its select. columns: name and Vietnamese label of each."""

    name: str
    label: str
    vi: str
    en: str
    columns: tuple[tuple[str, str], ...]
    sql: str
    sort: str | None = None
    facets: tuple[str, ...] = ()


def quote(name: str) -> str:
    """Return an SQL identifier in quotes."""
    return '"' + name.replace('"', '""') + '"'


def table_sql(table: Table) -> list[str]:
    """Return the statements that make the table, its indexes and its full-text index.

    Tables with text keys have no rowid: their order is that of their keys, whatever the order of
    writing. A full-text index needs a number that VACUUM keeps, hence `fts_key`.
    """
    lines = [_column_sql(column) for column in table.columns]
    numbered = len(table.key) == 1 and _column(table, table.key[0]).type == "integer"
    lines.append(f"primary key ({', '.join(map(quote, table.key))})")
    lines += [_reference_sql(column) for column in table.columns if column.references]
    tail = "" if numbered else " without rowid"
    statements = [f"create table {quote(table.name)} (\n  " + ",\n  ".join(lines) + f"\n){tail}"]
    single = [(c.name,) for c in table.columns if _wants_index(table, c)]
    statements += [_index_sql(table, columns) for columns in (*single, *table.indexes)]
    if table.searchable:
        statements += _search_sql(table)
    return statements


def view_sql(view: View) -> str:
    return f"create view {quote(view.name)} as\n{view.sql.strip()}"


def _column(table: Table, name: str) -> Column:
    return next(c for c in table.columns if c.name == name)


def _column_sql(column: Column) -> str:
    sql = f"{quote(column.name)} {column.type}"
    if column.generated:
        return f"{sql} generated always as ({column.generated}) virtual"
    return sql + (" not null" if column.required else "")


def _reference_sql(column: Column) -> str:
    table, _, target = (column.references or "").partition(".")
    action = "" if column.on_delete == "no action" else f" on delete {column.on_delete}"
    return (
        f"foreign key ({quote(column.name)}) references {quote(table)} ({quote(target)})"
        f"{action} deferrable initially deferred"
    )


def _wants_index(table: Table, column: Column) -> bool:
    leads_key = column.name == table.key[0]
    return not leads_key and bool(column.index or column.facet or column.references)


def _index_sql(table: Table, columns: tuple[str, ...]) -> str:
    unique = "unique " if columns == (table.fts_key,) else ""
    name = quote("_".join(("idx", table.name, *columns)))
    return f"create {unique}index {name} on {quote(table.name)} ({', '.join(map(quote, columns))})"


def _search_sql(table: Table) -> list[str]:
    """Datasette finds the index only by content="table" in double quotes.

    New rows are added by the writer, a document at a time: see `extract.store.write.index_text`.
    """
    fts, source = f"{table.name}_fts", table.name
    names = ", ".join(map(quote, table.searchable))
    key = quote(table.fts_key or "rowid")

    def values(row: str) -> str:
        return ", ".join(f"{row}.{quote(c)}" for c in table.searchable)

    remove = (
        f"insert into {quote(fts)} ({quote(fts)}, rowid, {names}) "  # noqa: S608 - our own names
        f"values ('delete', old.{key}, {values('old')});"
    )
    row = f"new.{key}, {values('new')}"
    add = f"insert into {quote(fts)} (rowid, {names}) values ({row});"  # noqa: S608
    on = quote(source)
    return [
        f"create virtual table {quote(fts)} using fts5 (\n  {names},\n"
        f"  tokenize='unicode61 remove_diacritics 2',\n"
        f'  content="{source}", content_rowid="{table.fts_key or "rowid"}"\n)',
        f"create trigger {quote(source + '_ad')} after delete on {on} begin\n  {remove}\nend",
        f"create trigger {quote(source + '_au')} after update on {on} "
        f"begin\n  {remove}\n  {add}\nend",
    ]
