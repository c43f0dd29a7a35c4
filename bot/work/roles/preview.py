"""What would become of the office's list, before codes go out."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.work.access import ROLES
from bot.work.office import Office
from bot.work.roles.roster import Line
from bot.work.saying.keyboard import keyboard

#: Notes on whoever needs no code any more.
OLD = ("catatan_sudah_bergabung", "catatan_sudah_diundang")
#: Rows with a fault, and people, that a screen holds.
_FAULTS, _PEOPLE = 8, 5


def told(office: Office, lines: Sequence[Line], left_out: int, list_id: int) -> tuple[str, dict[str, Any]]:
    """The message and its buttons. `lines`: good = to be invited; `left_out`: totals and the like."""
    new = [line for line in lines if line.is_good]
    wrong = [line for line in lines if not line.is_good and line.note.name not in OLD]
    text = office.catalog.text(
        "daftar_pratinjau",
        baru=len(new),
        peran=_by_role(office, new),
        contoh=[{"nama": one.name, "wilayah": office.catalog.places.scope_name(one.scope)} for one in new[:_PEOPLE]],
        lama=len(lines) - len(new) - len(wrong),
        keliru=len(wrong),
        salah=[{"baris": one.number, "sebab": office.catalog.label(one.note)} for one in wrong[:_FAULTS]],
        sisa=max(len(wrong) - _FAULTS, 0),
        lewat=left_out,
    )
    yes = office.plain("tombol_undang_semua", jumlah=len(new))
    no = office.catalog.text("tombol_jangan_undang")
    return text, keyboard([(yes, f"i:semua:{list_id}")], [(no, f"i:jangan:{list_id}")])


def _by_role(office: Office, new: Sequence[Line]) -> list[dict[str, Any]]:
    counted = Counter(line.role for line in new)
    return [{"nama": office.plain(f"peran_{name}"), "jumlah": counted[name]} for name in ROLES if counted[name]]
