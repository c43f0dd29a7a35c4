"""A facilitator or officer tells of a danger of others: whom to call, and with one press those above know it, as of any
call."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.writing import in_short
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import once, spoken_in
from bot.core.wilayah import KABUPATEN, level_of, lies_in
from bot.store.queues import dangers_told
from bot.work import conversation
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, danger, danger_told, reader_words
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.calling import is_cry
from bot.work.usulan.dangers.danger_told import Alert, Reader
from bot.work.usulan.dangers.placed import surely_in
from bot.work.usulan.reader_choice import READERS, above
from bot.work.visit import Visit

_LONGEST, _QUOTED = 60, 400  # words; characters


async def take_surely(visit: Visit, heard: Heard) -> bool:
    """What nobody doubts rings before it is heard as anything else, and whatever letter stands above; what goes on with
    what they reported goes there."""
    text = words_of(heard)
    if (
        not text
        or getattr(heard, "forwarded", False)
        or not _reads(visit)
        or conversation.open_conversation(visit) is not None
    ):
        return False
    if visit.office.catalog.danger.reply_in(text) == reader_words.SAYS:
        return False  # "tekan dadanya terus"
    found, meant = danger.called(visit.office, text), reader_words.meant(visit.office, text, below=True)
    if not _is_sure(visit.office, text, found) or meant in reader_words.DEEDS or _tells_of_end(visit.office, text):
        return False
    return not await goes_on(visit, text, found[0]) and await take(visit, heard)


def _is_sure(office: Office, text: str, found: Sequence[Found]) -> bool:
    signs = [*((one.cried and one.taught, one.sure) for one in found[:1]), (False, False)][0]
    return sum((*signs, reader_words.reports(office, text))) > 1


async def goes_on(visit: Visit, text: str, found: Found) -> bool:
    """Whether it is more of what they reported: in the same words of danger, or of nowhere else."""
    where = _named(visit, text)
    for subject, wilayah, case in await alarms.lasting(visit):
        call = await visit.look_up(dangers_told.call, subject)
        is_there = not where or lies_in(where, wilayah) or lies_in(wilayah, where)
        is_same = found.word in call.said.lower() if call is not None and found.word else not where
        if call is not None and case == found.case.key and is_there and is_same:
            return True
    return False


async def take(visit: Visit, heard: Heard) -> bool:
    """With nothing open, and in words of nothing else."""
    text = words_of(heard)
    if not text or len(text.split()) > _LONGEST or not _reads(visit) or text.rstrip().endswith("?"):
        return False
    if reader_words.is_own_absence(visit.office, text):
        return False  # they say no more than that they are ill
    told = visit.office.catalog.danger
    if await take_end(visit, heard):
        return True
    found = danger.called(visit.office, text)
    if not found or reader_words.is_of_office(visit.office, reader_words.without_report(visit.office, text)):
        return False
    danger.say_whom_to_call(visit, found[:1], {})
    wilayah, key = _named(visit, text) or _own_scope(visit), found[0].case.key
    readers = await _readers(visit, wilayah)
    is_call = reader_words.says(visit.office, text, "mohon_bantuan") or is_cry(visit.office, text) or found[0].cried
    is_call |= found[0].sure and reader_words.reports(visit.office, text)
    if readers and level_of(wilayah) != KABUPATEN and is_call and not told.is_over(text):
        await tell(visit, wilayah, key, visit.heard_in, heard)
    else:
        _offer(visit, wilayah, key, readers)
    return True


def _offer(visit: Visit, wilayah: str, key: str, readers: Sequence[Reader]) -> None:
    for _, name in readers[:1]:
        act = press("g", "lapor", wilayah, key, visit.heard_in)
        visit.say("bahaya.boleh_lapor", keyboard([(visit.text("bahaya.tombol_lapor", nama=name), act)]), nama=name)


async def take_elsewhere(visit: Visit, heard: Typed, told: Alarm) -> bool:
    """Below what they reported of one place: of another it is another call, and asked about where no word is sure."""
    named, (_, wilayah, key) = _named(visit, heard.text), told
    if (
        not named
        or lies_in(named, wilayah)
        or lies_in(wilayah, named)
        or not reader_words.reports(visit.office, heard.text)
    ):
        return False
    readers = await _readers(visit, named)
    if not await take(visit, heard):
        _offer(visit, named, key, readers)
    return bool(readers)


async def take_end(visit: Visit, heard: Heard) -> bool:
    """What is over needs nobody: it is thanked for."""
    tells = _reads(visit) and "?" not in words_of(heard) and _tells_of_end(visit.office, words_of(heard))
    if tells:
        await _thank(visit, words_of(heard))
    return tells


def _tells_of_end(office: Office, text: str) -> bool:
    """ "Pohon tumbang tadi subuh sdh dipotong, jalan lancar lagi": of what was, and nothing that is to be done."""
    danger_words = office.catalog.danger
    said = danger_words.in_full(text)
    mended = reader_words.says(office, said, "beres")
    if not reader_words.says(office, said, "kejadian") or not (mended or danger_words.is_over(text)):
        return False
    if danger_words.goes_on_like(text):
        return False  # "mobil tidak bisa lewat"
    remains = {*office.plain("bahaya.kata_masih").split()} - {*office.catalog.world.spellings.places.but}
    lasts = danger_words.is_said_since(text) or danger_words.calls(text) or not remains.isdisjoint(spoken_in(text))
    is_work = any(
        one(office, text) for one in (reader_words.is_of_office, reader_words.is_of_usulan, reader_words.wishes)
    )
    return not (lasts or is_work)


async def _thank(visit: Visit, text: str) -> None:
    """No numbers; who reads above may know it."""
    wilayah = _named(visit, text) or _own_scope(visit)
    readers = await _above(visit, wilayah)
    name = readers[0][1] if readers else ""
    key = (visit.text("bahaya.tombol_lapor", nama=name), press("g", "beres", wilayah, visit.heard_in))
    visit.say("bahaya.lapor_reda", keyboard([key]) if readers else None, nama=name)


async def tell_end(visit: Visit, wilayah: str, heard: Heard) -> None:
    """*Kabari*: nobody need answer, and nothing climbs."""
    readers = await _above(visit, wilayah)
    if not readers:
        visit.stale()
        return
    place = visit.office.catalog.places.scope_name(wilayah)
    told = {"nama": visit.me.name, "tempat": place, "kutipan": in_short(words_of(heard), _QUOTED)}
    names = await alarms.send(visit, [readers[0][0]], visit.text("bahaya.kabar_lapor_reda", **told))
    await visit.settle("g:beres:")
    visit.say("bahaya.diteruskan", nama=names[0] if names else readers[0][1])


def _named(visit: Visit, text: str) -> str:
    """The place in the words, also "tetangga desa Tuncung"."""
    beside = once(tuple(visit.office.plain("bahaya.kata_desa_tetangga").split(" | ")))
    level = visit.office.catalog.world.spellings.places.desa[0]
    return danger_told.wilayah_of(surely_in(visit, beside.sub(level, text.lower())))


def _own_scope(visit: Visit) -> str:
    return max((one.scope for one in visit.grants if one.role in READERS), key=len)


async def tell(visit: Visit, wilayah: str, case: str, said_in: int, heard: Heard) -> None:
    """*Kabari*: it waits for an answer, and climbs without one."""
    found = next((one for one in visit.office.catalog.danger.cases if one.key == case and one.is_told), None)
    readers = await _readers(visit, wilayah)
    if found is None or not readers:
        visit.stale()
        return
    place, text = visit.office.catalog.places.scope_name(wilayah), words_of(heard)
    subject = f"{conversation.draft_id(said_in)}:{wilayah}"
    alert = Alert(found, subject, place, "", in_short(text, _QUOTED), calls=True, said=text)
    name = await danger_told.tell(visit, readers, alert)
    if isinstance(heard, Sent) and alarms.can_show(heard):
        await alarms.show(visit, [one for one, _ in readers], (f"{subject}:{case}", wilayah, case), heard)
    visit.say("bahaya.dilaporkan", danger_told.keys_to_readers(visit, f"{subject}:{case}"), nama=name)


def _reads(visit: Visit) -> bool:
    return any(one.role in READERS for one in visit.grants)


async def _readers(visit: Visit, wilayah: str) -> Sequence[Reader]:
    """Who is near where it is not their own place, and who is above them."""
    elsewhere = _reads(visit) and wilayah != _own_scope(visit)
    near = await danger_told.nearest(visit, wilayah, READERS[:-1]) if elsewhere else []
    return list(dict.fromkeys([*near, *await _above(visit, wilayah)]))[: danger_told.MOST]


async def _above(visit: Visit, wilayah: str) -> Sequence[Reader]:
    """None for whoever reads nothing here."""
    holders = await above(visit, wilayah) if _reads(visit) else []
    return [(one.id, one.name) for one in holders][: danger_told.MOST]
