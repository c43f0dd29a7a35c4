"""Whoever works where the musrenbang has no day yet is asked to set it: "ingatkan semua desa yg belum ada tanggalnya".
How many they are is shown first; each gets one message, in their hours and their day's budget."""

from collections.abc import Sequence

from bot.core.forms.heard import Typed
from bot.core.forms.writing import begun_politely, key_of
from bot.core.readiness.readiness import ANSWERED, DATED
from bot.core.wilayah import kecamatan_of
from bot.work.access import allowed, command
from bot.work.people import first_words
from bot.work.places.asked import inside, named
from bot.work.readiness import reminding
from bot.work.readiness.readiness import Village, scopes_of, seen
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.visit import Visit

_SHOWN, _LONGEST = 15, 14  # people; words
#: Below a list of who has not done something: with whom it goes to, and a yes.
LIST = "r:siap:"


def below_list(visit: Visit, sort: str) -> Key:
    """The way from a list of who has not to a reminder of them. `sort`: of the list."""
    return visit.text("tombol_ingatkan_mereka"), f"{LIST}{sort}:{visit.heard_in}"


def is_meant(visit: Visit, text: str) -> bool:
    """Also "ingatkan semua yang belum", and nothing of what; what is told in words of one's own is an announcement."""
    known, spoken = visit.office.catalog.world.urging, [key_of(word).strip(".,!") for word in text.split()]
    if ":" in text or len(spoken) > _LONGEST or not allowed(command("kesiapan"), visit.grants):
        return False
    lead, are_left = (
        begun_politely(text, visit.office.catalog.world, known["kata"]),
        not known["belum"].isdisjoint(spoken),
    )
    left = {key_of(word).strip(".,!") for word in text[len(lead) :].split()} - known["belum"]
    is_all = bool(left) and left <= known["semua"]
    return bool(lead) and are_left and (not known["tanggal"].isdisjoint(spoken) or is_all)


async def ask(visit: Visit, heard: Typed) -> None:
    found, whom = await _undated(visit, heard.text)
    yes, no = (
        (visit.text("tombol_ingatkan_ya"), press("r", "tanggal", visit.heard_in)),
        (visit.text("tombol_tidak_jadi"), "o:batal"),
    )
    told = [{"nama": each[0].contact.name, "isi": _words(visit, each)} for each in whom]
    visit.say(
        "ingatkan_tanggal",
        keyboard([yes], [no]) if whom else None,
        wilayah=named(visit, inside(visit, heard.text, scopes_of(visit.grants))),
        jumlah=len(found),
        orang=told[:_SHOWN],
        semua=len(told),
        lain=max(len(told) - _SHOWN, 0),
        tanpa=len([one for one in found if not one.contact.person]),
    )


async def send(visit: Visit, said_in: int) -> None:
    """*Ya, kirim*: to those of the places that were named then where no day is set yet."""
    told = await first_words.told_in(visit, said_in)
    if not told or "text" not in told:
        visit.stale()
        return
    _, whom = await _undated(visit, told["text"])
    before = list[str]()
    for each in whom:
        one = each[0].contact
        if await reminding.put_down(visit, _at(each), one.person, _words(visit, each)) is not None:
            before.append(one.name)
    visit.say("ingatkan_tanggal_dikirim", orang=len(whom) - len(before), sudah=before)


async def _undated(visit: Visit, text: str) -> tuple[list[Village], list[list[Village]]]:
    """All that have no day, and these by whoever sees to them; one's own are nobody else's."""
    villages = [one for code in inside(visit, text, scopes_of(visit.grants)) for one in await seen(visit, code)]
    found = [one for one in villages if one.standing.of(DATED).status not in ANSWERED]
    whom: dict[int, list[Village]] = {}
    for one in found:
        if one.contact.person not in (0, visit.me.id):
            whom.setdefault(one.contact.person, []).append(one)
    return found, list(whom.values())


def _at(each: Sequence[Village]) -> str:
    """The village, or the kecamatan around several."""
    return each[0].code if len(each) == 1 else kecamatan_of(each[0].code)


def _words(visit: Visit, each: Sequence[Village]) -> str:
    return visit.office.plain("ingatkan_tanggal_isi", desa=[one.name for one in each] if len(each) > 1 else [])
