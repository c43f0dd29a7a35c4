"""What a check in the field found, for whoever reads the usulan; and the button that gives it to somebody."""

from collections.abc import Mapping
from typing import Any

from bot.core.checking import comparing
from bot.core.checking.comparing import Difference
from bot.core.checking.items import ITEMS, NOTE, PHOTOS, PLACE, SIZE, Findings, is_whole, pictures, questions_of
from bot.core.records import WITHDRAWN, Usulan
from bot.core.stories.readings import told_in
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import tongue_of
from bot.store.checking import checks, findings
from bot.store.checking.checks import Check
from bot.store.checking.findings import Finding
from bot.store.people import people
from bot.work.office import Office
from bot.work.saying.keyboard import Key, keyboard
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

FORM = "uji_silang"
#: Pictures of a check stand beside the usulan's own.
PICTURES = "uji_foto"
_SEEN = frozenset({"ukuran", "jumlah", "kurang_mampu", "lokasi"})  # of which a check may know better


def values(found: Mapping[str, Finding]) -> Findings:
    return {item: one.value for item, one in found.items()}


def shown(office: Office, form: str, key: str, value: Any, answers: Mapping[str, Any]) -> str:
    """An answer in plain words; a point by where it lies, since two of them are to be told apart."""
    if isinstance(value, dict) and "lat" in value:
        return f"{value['lat']:.5f}, {value['lon']:.5f}"
    return office.shown(form, key, value, answers)


def lines(office: Office, depth: str, found: Mapping[str, Finding]) -> list[dict[str, Any]]:
    """Every item of the sheet, with what was found, and what was told beside them."""
    return [
        {
            "judul": title(office, item),
            "isi": _told(office, item, found[item].value) if item in found else "",
            "siapa": found[item].name if item in found else "",
            "utuh": is_whole(item, values(found)),
            "titik": item == PLACE and "titik" in found[item].value if item in found else False,
        }
        for item in (*ITEMS[depth], *({NOTE} & found.keys()))
    ]


def title(office: Office, item: str) -> str:
    return office.plain(f"uji_bagian.{item}")


def _told(office: Office, item: str, value: Mapping[str, Any]) -> str:
    if item == PHOTOS:
        return office.plain("uji_foto_jumlah", jumlah=len(pictures({item: value})))
    parts = [shown(office, FORM, key, value[key], value) for key in questions_of(item) if key in value]
    return ", ".join(part for part in parts if part)


def stated(office: Office, answers: Mapping[str, Any], found: Findings) -> Mapping[str, Any]:
    """What was told; of a size that no answer has, what the story tells otherwise than was measured counts, too."""
    measured, told = comparing.found_of(found).get(SIZE), answers.get(SIZE)
    if measured is None or (told and not is_unknown(told)):
        return answers
    story = str((answers.get("cerita") or {}).get("text", ""))
    sizes = (each for each in told_in(story, tongue_of(office.catalog.world.spellings)) if each.sort == SIZE)
    other = next((each for each in sizes if each.sure and comparing.contradicts(each.value, measured)), None)
    return answers if other is None else {**answers, SIZE: other.value}


def warnings(office: Office, answers: Mapping[str, Any], found: Findings) -> list[dict[str, Any]]:
    """What contradicts what, to be seen at once."""
    told = [warning(office, one, answers) for one in comparing.differences(stated(office, answers, found), found)]
    if comparing.sources_differ(found):
        people_told = found["orang"]
        papers, theirs = (
            shown(office, FORM, key, people_told[key], people_told) for key in ("miskin_desa", "miskin_warga")
        )
        told.append({"judul": "", "cerita": papers, "lapangan": theirs, "jauh": 0, "sumber": True})
    return told


def warning(office: Office, one: Difference, answers: Mapping[str, Any]) -> dict[str, Any]:
    """`jauh`: metres between two points."""
    question = office.catalog.flows[USULAN].question(one.field)
    is_point = one.field == "lokasi" and one.found is not None
    return {
        "judul": question.title if question is not None else one.field,
        "cerita": shown(office, USULAN, one.field, one.stated, answers),
        "lapangan": shown(office, USULAN, one.field, one.found, answers),
        "jauh": round(comparing.metres_between(one.stated, one.found), -1) if is_point else 0,
        "sumber": False,
    }


# --- under the usulan ------------------------------------------------------------------------------------------------


async def newest(visit: Visit, one: Usulan) -> Check | None:
    """The check that waits, or the last one that was done."""
    known = await visit.ask_once(checks.of_usulan, one.id)
    return known[-1] if known else None


async def otherwise(visit: Visit, one: Usulan, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Of these new answers what the last check found otherwise, by question: nobody turns that alone."""
    if _SEEN.isdisjoint(changes):
        return {}
    async with visit.look() as connection:
        done = [each for each in await checks.of_usulan(connection, one.id) if not each.is_open]
        seen = comparing.found_of(values(await findings.of_check(connection, done[-1].id))) if done else {}
    return {
        key: seen[key]
        for key, new in changes.items()
        if key in seen and (new is None or is_unknown(new) or comparing.differs(key, new, seen[key]))
    }


def offer(visit: Visit, one: Usulan, check: Check | None) -> list[Key]:
    """The row of the button that gives it to somebody; none while somebody is on the way."""
    if one.status == WITHDRAWN or (check is not None and check.is_open):
        return []
    return [(visit.text("uji_tombol_lagi" if check else "uji_tombol_beri"), f"u:uji:{one.id}")]


async def show(visit: Visit, one: Usulan, check: Check) -> None:
    """For whoever reads: who goes and until when, or what came of it."""
    async with visit.ask() as connection:
        found = await findings.of_check(connection, check.id)
        who = await people.name_of(connection, check.given_to)
    fill, back = (visit.text(f"uji_tombol_{name}") for name in ("isi_kertas", "tarik"))
    keys = [[(fill, f"cek:buka:{check.id}")], [(back, f"u:ujitarik:{check.id}")]] if check.is_open else []
    visit.say(
        "uji_di_usulan", keyboard(*keys) if keys else None, siapa=who, **_newest_told(visit.office, one, check, found)
    )


def _newest_told(office: Office, one: Usulan, check: Check, found: Mapping[str, Finding]) -> dict[str, Any]:
    return {
        "hari": office.day(check.closed_at or check.due_at),
        "hasil": check.result or "",
        "alasan": check.reason or "",
        "terbuka": check.is_open,
        "isi": [line for line in lines(office, check.depth, found) if line["isi"]],
        "beda": warnings(office, one.answers, values(found)),
    }
