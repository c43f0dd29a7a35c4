"""Under an usulan: a button for everything that may be asked about it, and one for every answer that was brought by
mouth."""

from collections.abc import Sequence
from typing import Any

from bot.core.records import Usulan
from bot.work.saying.keyboard import Key, in_rows
from bot.work.usulan import asked, completing
from bot.work.visit import Visit


def keys(visit: Visit, one: Usulan, waiting: Sequence[dict[str, Any]]) -> list[Sequence[Key]]:
    """`waiting`: what is asked already, as `asked.lines` has it."""
    if not asked.can_be_asked(one):
        return []
    open_titles = {line["judul"] for line in waiting if line["buka"]}
    flow_title = {question.key: question.title for question in asked.fields(visit.office, one.answers)}
    lacks = [key for key in completing.lacking(visit.office, one.answers) if flow_title.get(key, "") not in open_titles]
    ask = [(_label(visit, "klarifikasi_tombol_tanyakan", flow_title[key]), f"u:tanya:{one.id}:{key}") for key in lacks]
    other = [(visit.text("klarifikasi_tombol_lain"), f"u:tanyalain:{one.id}")]
    brought = [(_label(visit, "klarifikasi_tombol_isi", line["judul"]), f"u:isi:{line['id']}") for line in waiting]
    return [*in_rows(ask), other, *in_rows(brought)]


def _label(visit: Visit, name: str, title: str) -> str:
    return visit.office.plain(name, judul=title)
