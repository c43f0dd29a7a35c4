"""What the bot is to somebody with a role: one page to print and to forward, help by role, help by screen."""

from collections.abc import Sequence
from typing import Any

from bot.core.kinds.telepon import spelt
from bot.core.wilayah import DESA, KABUPATEN, chain, level_of
from bot.store.people import people, phones
from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN, OFTEN, Entry, allowed, button, command, menu_of
from bot.work.calendar.typed import example_place
from bot.work.codes.handing_out import role_name
from bot.work.office import Office
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import sort_of_place
from bot.work.visit import Visit

#: Commands that everybody has, in the order in which a villager needs them.
_AS_WARGA = ("mulai", "usulanku", "kabar", "dataku", "bantuan", "batal")
_OFTEN = 5
#: Screens that explain themselves, with the command that leads there.
SCREENS = ("tugas", "kesiapan", "periksa", "rapat")


def roles_of(visit: Visit) -> list[str]:
    """Those that have a page, each once; who has most to do with the bot first."""
    held = {grant.role for grant in visit.grants}
    return [role for role in OFTEN if role in held]


async def send(visit: Visit) -> None:
    """A page for each of one's roles, as a picture and as a sheet."""
    visit.say("panduan_kirim")
    for role in roles_of(visit):
        data = await _page(visit, role)
        told = {"filename": _plain(visit.office, "berkas", peran=role.replace("_", "-")), "data": data}
        files.make(visit, "page_picture", told | {"template": "panduan_hp"}, kind="photo")
        files.make(visit, "document", told | {"template": "panduan"})


async def _page(visit: Visit, role: str) -> dict[str, Any]:
    office, example = visit.office, example_place(visit.office, visit.grants)
    says = _lines(office, f"{role}_ketik", contoh=example)
    return {
        "agency": office.bappeda,
        "title": _plain(office, "judul", peran=office.plain(f"peran_{role}")),
        "day": "",
        "footer": _plain(office, "kaki", akun=office.username),
        "does": {"title": _plain(office, "bagian_guna"), "lines": _lines(office, f"{role}_guna")},
        "say": {"title": _plain(office, "bagian_ketik"), "lines": [_typed(line) for line in says]},
        "ask": {"title": _plain(office, "bagian_tanya"), "lines": await _whom(visit, role)},
    }


def _typed(line: str) -> list[str]:
    """ "apa tugas saya = yang dikerjakan hari ini": what is typed, and what for."""
    typed, _, what_for = line.partition(" = ")
    return [typed, what_for]


def _lines(office: Office, name: str, **values: Any) -> list[str]:
    return [line for line in _plain(office, name, **values).splitlines() if line.strip()]


def _plain(office: Office, name: str, **values: Any) -> str:
    return office.plain(f"panduan_{name}", **values)


async def _whom(visit: Visit, role: str) -> list[str]:
    """The bot itself, who is next above, the office."""
    scope = next(grant.scope for grant in visit.grants if grant.role == role)
    lines = [_plain(visit.office, "tanya_bot")]
    async with visit.ask() as connection:
        above = FASILITATOR_KECAMATAN if level_of(scope) == DESA else BAPPEDA
        found = await people.holders(connection, (above,), list(chain(scope)), visit.now)
        others = [one for one in found if one.id != visit.me.id][:1]
        numbers = await phones.of(connection, [one.id for one in others])
    for one in others:
        told = {"nama": one.name, "peran": role_name(visit.office, one.role)}
        lines.append(_plain(visit.office, "tanya_orang", nomor=spelt(numbers.get(one.id, "")), **told))
    if level_of(scope) != KABUPATEN or not others:
        lines.append(_plain(visit.office, "tanya_kantor", bappeda=visit.office.bappeda))
    return lines


# --- help ------------------------------------------------------------------------------------------------------------


def tell_help(visit: Visit) -> None:
    """By role: what one does every day, what now and then, what anybody may. A villager gets theirs."""
    entries, roles = menu_of(visit.grants), roles_of(visit)
    if not roles:
        visit.say("bantuan", perintah=_listed(visit, entries), bappeda=visit.office.bappeda)
        return
    own = [entry for entry in entries if entry.name not in _AS_WARGA]
    as_warga = [entry for entry in entries if entry.name in _AS_WARGA]
    buttons = [(visit.text("tombol_menu"), "rumah:menu"), (visit.text("tombol_panduan"), "rumah:panduan")]
    visit.say(
        "bantuan_peran",
        keyboard(buttons) if allowed(button("rumah"), visit.grants) else None,
        bappeda=visit.office.bappeda,
        peran=role_name(visit.office, roles[0], next(one.scope for one in visit.grants if one.role == roles[0])),
        sering=_listed(visit, own[:_OFTEN]),
        lain=_listed(visit, own[_OFTEN:]),
        warga=_listed(visit, as_warga),
    )


def _listed(visit: Visit, entries: Sequence[Entry]) -> list[dict[str, str]]:
    sort = sort_of_place(visit.office, visit.grants)
    return [{"perintah": entry.name, "arti": visit.text(f"menu_{entry.name}", jenis=sort)} for entry in entries]


def explain(visit: Visit, screen: str) -> None:
    """What one is looking at, and what may be pressed."""
    if screen in SCREENS and allowed(command(screen), visit.grants):
        visit.say(f"layar_{screen}")
    else:
        visit.stale()
