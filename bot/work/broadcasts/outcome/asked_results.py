"""What came of an announcement, asked for in words: who has not confirmed, its result, a table of it, its text for
WhatsApp; and that they are to be reminded."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from bot.core.broadcasts.asking import asks
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.broadcasts import silent
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.queues import said
from bot.work.access import allowed, command
from bot.work.broadcasts import meant
from bot.work.broadcasts.outcome import files, results
from bot.work.broadcasts.under_way import steering, wording
from bot.work.visit import Visit

_LONGEST, _FEW = 14, 6  # words; of those that only say "remind them"
_LATELY = timedelta(days=7)
_BESIDE = ("hasil", "wa", "papan", "mereka", "tabel", "jawab", "iringan")
Bring = Callable[[Visit, int], Awaitable[None]]
_REMINDS = re.compile(r"a:ingatkan:(\d+)")


async def take(visit: Visit, heard: Heard) -> bool:
    """False where nothing of that is asked, and where nothing was sent lately or is named or shown."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    spoken = re.findall(r"[\w-]+", key_of(heard.text))
    if not spoken or len(spoken) > _LONGEST:
        return False
    if _says(visit, spoken, "ingatkan") and not asks(heard.text, visit.office.catalog.world):
        if await _remind(visit, spoken) or await _remind_named(visit, spoken):
            return True
        return await _show_to_remind(visit, heard.text, spoken)
    if _asks_who(visit, spoken) or await _asks_who_got(visit, heard.text, spoken):
        one = await _meant(visit, heard.text) or await _newest(visit, spoken)
        if one is not None:
            await results.show(visit, one.id)
        return one is not None
    brings = _brought(visit, spoken)
    one = await _asked_for(visit, heard.text, spoken) if brings else None
    return one is not None and await _bring(visit, one, brings)


async def take_named(visit: Visit, heard: Heard, has_meeting: Callable[[Visit], Awaitable[bool]]) -> bool:
    """ "Hasil yg rapat kecamatan", of an announcement that alone has all these words: before the screens of a meeting,
    where there is none, or where it is said that one of several is meant."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    spoken = re.findall(r"[\w-]+", key_of(heard.text))
    if (asked := await _with_choices(visit, spoken, has_meeting)) is not None:
        await results.show(visit, asked.id)
        return True
    brings = _brought(visit, spoken) if len(spoken) <= _LONGEST else []
    if spoken and spoken[0] in visit.office.catalog.world.of_news["lihat"]:  # "lihat siaran surat daftar usulan"
        is_named = not visit.office.catalog.world.announcements.isdisjoint(spoken[1:2])
        brings = brings or ([results.show] if is_named else [])
    one = next(iter(await _by_topic(visit, spoken)), None) if brings else None
    if one is None or (visit.office.catalog.world.announced["yang"].isdisjoint(spoken) and await has_meeting(visit)):
        return False
    return await _bring(visit, one, brings)


async def _with_choices(
    visit: Visit, spoken: list[str], has_meeting: Callable[[Visit], Awaitable[bool]]
) -> Broadcast | None:
    """ "Jadi brp yg bisa 20 brp yg 27", "siapa yang datang rapat koordinasi": the newest in whose choices, or words,
    stands all that is named. Who comes, and to what is not said, is asked of a meeting where there is one."""
    known, world = visit.office.catalog.world.of_results, visit.office.catalog.world
    news, comes = world.of_news, world.noting["datang"]
    can = news["bisa"] & news["keduanya"]  # and not "jadi"
    if len(spoken) > _LONGEST or not (_says(visit, spoken, "berapa") or _says(visit, spoken, "siapa")):
        return None
    beside = [known[sort] for sort in ("berapa", "siapa", "iringan", "bersamanya", "mereka", "jawab")]
    rest = {*spoken}.difference(*(words - can for words in beside), world.announcements, world.oneself)
    if rest.isdisjoint(news["bisa"] | news["menyangkal"] | comes) and not _numbers(spoken):
        return None
    said = rest.difference(news["bisa"], news["menyangkal"], news["keduanya"], comes)
    offered = ((one, wording.choices_of(visit.office, one)) for one in await meant.those_out(visit))
    there = [(one, choices) for one, choices in offered if choices and one.state in results.LOOKED_AT]
    told = ((one, meant.words_in(one.message.html).union(key_of(" ".join(choices)).split())) for one, choices in there)
    found = next((one for one, words in told if said <= words), None)
    is_bare = not said and not rest.isdisjoint(comes)
    return None if found is None or (is_bare and await has_meeting(visit)) else found


def _brought(visit: Visit, spoken: Iterable[str]) -> list[Bring]:
    return [brings for sort, brings in _BROUGHT.items() if _says(visit, spoken, sort)]


async def _bring(visit: Visit, one: Broadcast, brings: Iterable[Bring]) -> bool:
    for bring in brings:
        await bring(visit, one.id)
    return True


async def _by_topic(visit: Visit, spoken: Sequence[str]) -> list[Broadcast]:
    """Those in whose text all stands that is said beside the asking, its numbers too; the newest first."""
    known, world = visit.office.catalog.world.of_results, visit.office.catalog.world
    beside = frozenset[str]().union(*(known[sort] for sort in _BESIDE), world.announcements, world.oneself)
    rest = {*spoken} - beside
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT] if rest else []
    there = meant.current(visit, " ".join(spoken), there, {await meant.opened_one(visit) or 0}) if there else there
    return [one for one in there if meant.has_all(visit, one, rest)]


async def take_answers(visit: Visit, heard: Heard) -> bool:
    """ "Jawaban apa yang masuk untuk rapat persiapan": what they wrote to the one that is named, else the newest."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    spoken = re.findall(r"[\w-]+", key_of(heard.text))
    if not 1 < len(spoken) <= _LONGEST or not _asks_answers(visit, spoken):
        return False
    known, world = visit.office.catalog.world.of_results, visit.office.catalog.world
    rest = {*spoken} - known["bersamanya"] - known["iringan"] - known["mereka"] - known["jawab"] - world.oneself
    rest -= _numbers(spoken) | known["tulisan_mereka"]
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT]
    named = [one for one in there if meant.words_in(one.message.html).issuperset(rest)] if rest else there
    numbers = _numbers(spoken)
    offers = [one for one in named if numbers and meant.has_all(visit, one, numbers)]
    one = next((one for one in offers or named if rest or one.made_at > visit.now - _LATELY), None)
    return await results.show_answers(visit, one)


def _says(visit: Visit, spoken: Iterable[str], sort: str) -> bool:
    return not visit.office.catalog.world.of_results[sort].isdisjoint(spoken)


def _asks_who(visit: Visit, spoken: list[str]) -> bool:
    """ "Siapa yang belum konfirmasi", "siapa belum paham surat rapat koordinasi", "siapa yang sudah paham"."""
    grasps = not visit.office.catalog.world.grasping.isdisjoint(spoken) or _says(visit, spoken, "jawab")
    return grasps and _says(visit, spoken, "siapa") and (_says(visit, spoken, "belum") or _says(visit, spoken, "sudah"))


async def _asks_who_got(visit: Visit, text: str, spoken: list[str]) -> bool:
    """ "Siapa yg belum terima kamus", of one that tells of that."""
    is_asked = _says(visit, spoken, "siapa") and _says(visit, spoken, "terima")
    if not is_asked or not (_says(visit, spoken, "belum") or _says(visit, spoken, "sudah")):
        return False
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT]
    return bool(meant.named(visit, text, there)) and not meant.is_of_work(visit, text, there)


def _asks_answers(visit: Visit, spoken: list[str]) -> bool:
    """Their words, and not who has not answered, nor a table of it."""
    sorts = ("tabel", "wa", "belum", "ingatkan")
    is_told = _says(visit, spoken, "tulisan_mereka") and not _asks_who(visit, spoken)
    return is_told and not any(_says(visit, spoken, sort) for sort in sorts)


async def _meant(visit: Visit, text: str) -> Broadcast | None:
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT]
    there = meant.current(visit, text, there, await meant.shown_ones(visit)) if there else there
    if not there or meant.is_of_work(visit, text, there):
        return None
    return next(iter(await meant.found(visit, text, there)), None)


async def _remind(visit: Visit, spoken: list[str]) -> bool:
    """ "Ingatkan mereka", below what shows who they are."""
    is_bare = len(spoken) <= _FEW and not _beside_reminding(visit, spoken)
    if not is_bare or not _says(visit, spoken, "mereka"):
        return False
    shown = (_REMINDS.fullmatch(data) for letter in await visit.letters() for _, data in letter.keys)
    found = next((one for one in shown if one is not None), None)
    if found is not None:
        await steering.remind(visit, int(found[1]))
    return found is not None


async def _newest(visit: Visit, spoken: list[str]) -> Broadcast | None:
    """Who has not answered is asked of an announcement also days later."""
    is_named = _says(visit, spoken, "jawab") or not visit.office.catalog.world.announcements.isdisjoint(spoken)
    own = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT] if is_named else []
    return next((one for one in own if one.made_at > visit.now - _LATELY), None)


async def _remind_named(visit: Visit, spoken: list[str]) -> bool:
    """ "Tolong ingatkan Wahyuni sama Rosdiana", who have not answered the one that is looked at, else the newest: they
    alone are."""
    names = _beside_reminding(visit, spoken) - visit.office.catalog.world.oneself
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT] if names else []
    looked_at = await meant.opened_one(visit) or await last_looked_at(visit)
    one = next((one for one in there if one.id == looked_at), None) or next(iter(there), None)
    if one is None:
        return False
    there_still = await visit.look_up(silent.listed, one.id)
    called = {each.id: set(key_of(each.name).split()) & names for each in there_still}
    who = [person for person, words in called.items() if words]
    if not who or set[str]().union(*called.values()) != names:
        return False
    await steering.remind(visit, one.id, who)
    return True


async def _show_to_remind(visit: Visit, text: str, spoken: list[str]) -> bool:
    """Of the one that is named, else of the one that was looked at a little before: who they are, with the button."""
    world, rest = visit.office.catalog.world, _beside_reminding(visit, spoken)
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT] if rest else []
    there = meant.current(visit, text, there, await meant.shown_ones(visit)) if there else there
    named = meant.named(visit, " ".join(word for word in text.split() if key_of(word) in rest), there)
    if rest - world.announcements and not named:
        return False
    if not rest and _says(visit, spoken, "belum"):  # "ingatkan yang belum jawab", without its card
        newest = await _newest(visit, [*spoken, *world.of_results["jawab"]])
        if newest is not None:
            await results.show(visit, await last_looked_at(visit) or newest.id)
        return newest is not None
    looked_at = await last_looked_at(visit)
    if named and (len(named) == 1 or looked_at not in {one.id for one in named}):
        looked_at = named[0].id
    if looked_at is None and not world.announcements.isdisjoint(rest):
        return await results.show_newest(visit)
    if looked_at is not None:
        await results.show(visit, looked_at)
    return looked_at is not None


async def last_looked_at(visit: Visit) -> int | None:
    """Whose result was shown a little before."""
    before = await visit.look_up(said.carrying, visit.turn.lane, "a:ingatkan:")
    shown = (_REMINDS.fullmatch(data) for _, data in (before.keys if before else ()))
    return next((int(one[1]) for one in shown if one is not None), None)


def _beside_reminding(visit: Visit, spoken: Iterable[str]) -> set[str]:
    """The words by which one is named."""
    world = visit.office.catalog.world
    known = world.of_results
    return {*spoken} - known["ingatkan"] - known["mereka"] - known["belum"] - known["jawab"] - world.grasping


async def _asked_for(visit: Visit, text: str, spoken: list[str]) -> Broadcast | None:
    """The one that is named or looked at; None where anything else is said, as a table alone may be of anything."""
    world = visit.office.catalog.world
    known = world.of_results
    is_named = not (world.announcements | known["jawab"]).isdisjoint(spoken)
    if is_named and _says(visit, spoken, "tabel"):
        return await _meant(visit, text)
    stands = is_named or await meant.opened_one(visit) is not None
    one = await _meant(visit, text) if stands else await _before(visit)
    if named := await _by_topic(visit, spoken):
        return one if one in named else named[0]
    beside = frozenset[str]().union(*(known[sort] for sort in _BESIDE), world.announcements, world.oneself)
    rest = {*spoken} - beside - _numbers(spoken)
    return one if one is not None and meant.topic_of(visit, one).issuperset(rest) else None


async def _before(visit: Visit) -> Broadcast | None:
    looked_at = await last_looked_at(visit)
    return next((one for one in await meant.those_out(visit) if one.id == looked_at), None) if looked_at else None


def _numbers(spoken: Iterable[str]) -> set[str]:
    return {word for word in spoken if re.fullmatch(r"\d+", word)}


#: What is brought, where a word of that sort is said.
_BROUGHT: Mapping[str, Bring] = {
    "tabel": files.send_table,
    "wa": files.forward,
    "papan": files.send_page,
    "hasil": results.show,
}
