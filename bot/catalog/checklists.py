"""The checklists as tables, so that whoever decides on them sees the days, the doers and what is in use."""

from html import escape

from bot.catalog.catalog import Catalog
from bot.core.calendar.rules import LISTS, TaskRule

_TABLE = """<h2>Tugas {name}</h2>
<table><tr><th>Hari</th><th>Tugas</th><th>Pelaku</th><th>Menunggu</th><th>Dipakai</th></tr>
{rows}
</table>
"""


def checklists(catalog: Catalog) -> str:
    """One table for each list that has tasks."""
    return "".join(_table(catalog, name) for name in LISTS)


def _table(catalog: Catalog, name: str) -> str:
    listed = [rule for rule in catalog.calendar.rules.values() if rule.list == name]
    rows = "\n".join(_row(catalog, rule) for rule in listed)
    return _TABLE.format(name=name, rows=rows) if rows else ""


def _row(catalog: Catalog, rule: TaskRule) -> str:
    source, key = catalog.texts.sources(), f"tugas.{rule.key}"
    anchors = ", ".join(source[f"pertemuan.{kind}"] for kind in rule.anchors)
    task = f"<b>{escape(source[f'{key}.judul'])}</b><br>{escape(rule.key)} · {escape(anchors)}"
    cells = (
        day_of(rule),
        task,
        escape(source[f"pelaku.{rule.doer}"]),
        escape(", ".join((*rule.after, *rule.inputs))),
        "✓" if rule.on else "–",
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def day_of(rule: TaskRule) -> str:
    """ "H-7", "H", "H+3", or the days between which it is done: "H-28…H-14"."""
    due = _day(rule.offset) + (" hari kerja" if rule.in_workdays else "")
    return due if rule.begins in (None, rule.offset) else f"{_day(rule.begins or 0)}…{due}"


def _day(offset: int) -> str:
    return f"H{offset:+d}" if offset else "H"
