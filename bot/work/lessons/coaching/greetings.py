"""*Sapa*: whoever looks after learners greets one of them in own words, once a week; what comes back reaches who wrote,
by a button or straight under the greeting."""

import re
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import begun_politely, in_short, key_of
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues import notices
from bot.store.queues.notices import GREETED, WROTE
from bot.work import conversation
from bot.work.access import allowed, button, command
from bot.work.lessons import overview
from bot.work.lessons.enclosing import enclosing
from bot.work.lessons.overview import theirs
from bot.work.lessons.whose import addressed
from bot.work.saying import files
from bot.work.saying.files import Kept
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.keyboard import number as number_in
from bot.work.saying.naming import place_name
from bot.work.visit import Journey, Look, Opening, Take, Visit

#: How the data of *Balas* begins; who wrote follows.
ANSWERS = "x:salam:"
_LONGEST = 3000  # characters
#: Words in which a name stands; people of one name to choose from; words that tell something.
_NAME, _MOST_NAMED, _FEWEST = 3, 8, 2


async def greet(visit: Visit, person_id: int, said: Typed | None = None) -> None:
    """`said`: what is to be said to them already; it is shown before it leaves."""
    one = await theirs(visit, person_id)
    if one is None:
        visit.stale()
        return
    is_done = await visit.ask_once(notices.was_told, person_id, GREETED, _week(visit))
    if is_done:
        visit.say("sapa_sudah", nama=one.name)
    elif not one.reachable:
        visit.say("sapa_tak_sampai", nama=one.name)
    else:
        where = place_name(visit.office, one.scope)
        conversation.start(visit, GREETING, about={"orang": person_id, "nama": one.name, "tempat": where}, heard=said)


def _week(visit: Visit) -> str:
    year, week, _ = visit.today.isocalendar()
    return f"{year}-{week:02d}"


def _naming(step: Step) -> Step:
    """Whom it is for stands above the question."""
    about = step.state.about
    return step.led_by(Words("sapa_kepada", {"nama": about["nama"], "tempat": about.get("tempat", "")}))


def _shown_with(lead: Opening) -> Look:
    """Whom it is for stands above what is shown, too."""

    async def look(visit: Visit, _flow: Flow, _state: State, take: Take) -> Step:
        step = take(visit.office.world(visit.now))
        return lead(step) if step.state.answers and step.say and not step.ended else step

    return look


async def finish_greeting(visit: Visit, flow: Flow, state: State) -> None:
    one = await theirs(visit, state.about["orang"])
    whom = await visit.ask_once(people.named, one.person_id) if one is not None else None
    if one is None or whom is None:
        visit.say("sapa_tak_sampai", nama=one.name if one is not None else state.about.get("nama", ""))
        return
    _send_greeting(visit, whom, record(flow, state)["sapaan"]["text"])
    visit.say("sapa_dikirim", nama=whom.name)


def _send_greeting(visit: Visit, whom: Addressee, said: str) -> None:
    told = visit.text("sapa_kabar", nama=whom.name, oleh=visit.me.name, isi=said)
    write(visit, whom, told, (visit.text("tombol_belajar_sekarang"), "x:sekarang"))
    notices.remember(visit.turn, whom.id, GREETED, _week(visit))


def write(visit: Visit, whom: Addressee, told: str, *more: Key) -> None:
    """It can be answered, by whoever got it."""
    keys = keyboard([(visit.text("tombol_sapa_balas"), f"{ANSWERS}{visit.me.id}"), *more])
    visit.tell(whom.address, whom.id, told, more={"reply_markup": keys})
    notices.remember(visit.turn, whom.id, WROTE, str(visit.me.id))


# --- answered --------------------------------------------------------------------------------------------------------


async def begin_answer(visit: Visit, person_id: int) -> None:
    """*Balas*."""
    whom = await _who_wrote(visit, person_id)
    if whom is None:
        visit.stale()
    else:
        conversation.start(visit, ANSWERING, about={"orang": person_id, "nama": whom.name})


async def _who_wrote(visit: Visit, person_id: int) -> Addressee | None:
    """None for whoever never wrote to them: a button's data is no proof of it."""
    async with visit.ask() as connection:
        has_written = await notices.was_told(connection, visit.me.id, WROTE, str(person_id))
        return await people.named(connection, person_id) if has_written else None


async def finish_answer(visit: Visit, flow: Flow, state: State) -> None:
    told = record(flow, state)["balasan"]
    await send(visit, state.about["orang"], told.get("text", ""), files.named(told))


async def _send_file(visit: Visit, before: State, words: str, file: Kept) -> None:
    await send(visit, before.about["orang"], words, file)


async def hear_under(visit: Visit, heard: Typed | Sent) -> bool:
    """What is written, spoken or sent straight under a greeting is its answer."""
    last = next(iter(await visit.letters()), None)
    keys = [data for _, data in last.keys if data.startswith(ANSWERS)] if last is not None else []
    who = number_in(keys[0].removeprefix(ANSWERS)) if keys else None
    if who is None:
        return False
    return await answer_to(visit, who, heard)


async def answer_to(visit: Visit, person_id: int, heard: Typed | Sent) -> bool:
    """False where nothing that was sent can be handed on."""
    if isinstance(heard, Typed):
        return await send(visit, person_id, heard.text, None)
    file = files.kept(heard)
    return file is not None and await send(visit, person_id, heard.caption or "", file)


async def send(visit: Visit, person_id: int, words: str, file: Kept | None) -> bool:
    """False for whoever never wrote to them."""
    whom = await _who_wrote(visit, person_id)
    if whom is None:
        return False
    values: dict[str, Any] = {
        "oleh": visit.me.name,
        "isi": in_short(words, _LONGEST),
        "berkas": file.kind if file else "",
    }
    write(visit, whom, visit.text("sapa_balasan", nama=whom.name, **values))
    if file is not None:
        files.hand_on(visit, file, whom.address, whom.id)
    visit.say("sapa_balasan_dikirim", nama=whom.name)
    return True


# --- by name, or all who stopped --------------------------------------------------------------------------------------


async def take_by_words(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Sapa Muin", "tulis ke Muin: semangat pak": as *Sapa* of that person; of several it is asked."""
    rest = addressed(visit, heard.text) if isinstance(heard, Typed) and allowed(button("z"), visit.grants) else ""
    if not rest or not isinstance(heard, Typed):
        return False
    world = visit.office.catalog.world
    learning, (name, said) = world.learning, _parted(rest)
    spoken, greets = re.findall(r"[\w'-]+", name.lower()), set(re.findall(r"\w+", heard.text.lower()))
    if greets.isdisjoint(learning["surat_sapa"]):
        return False
    given = Typed(said, heard.message) if said else None
    if spoken[:1] and spoken[0] in learning["semuanya"] and not learning["mandek"].isdisjoint(spoken):
        await greet_all(visit, given)
        return True
    found = await overview.named(visit, spoken[:_NAME])
    behind = _behind(visit, name, found[0].name) if len(found) == 1 and given is None else ""
    is_word = not found or (bool(behind) and allowed(command("kesiapan"), visit.grants))
    if is_word and begun_politely(heard.text, world, world.urging["kata"] | world.announced["awal_kepada"]):
        return False  # "kirim pesan ke semua fasilitator: …", "bilang ke Ratna, besok rapat": about work
    given = Typed(behind, heard.message) if behind else given
    if len(found) == 1:
        await greet(visit, found[0].person_id, given)
    elif found:
        keys = [(visit.text("tombol_kemajuan_sapa", nama=one.name), f"z:sapa:{one.person_id}") for one in found]
        visit.say("sapa_yang_mana", keyboard(*in_rows(keys[:_MOST_NAMED], 2)))
    elif said or len(spoken) <= _NAME:
        visit.say("sapa_tak_dikenal", keyboard([(visit.text("tombol_kemajuan_lihat"), "z:awal")]), nama=name)
    return bool(found) or bool(said) or len(spoken) <= _NAME


def _parted(rest: str) -> tuple[str, str]:
    """Who it is for, and what is said to them behind a colon."""
    name, _, said = rest.partition(":")
    return name.strip(), said.strip()


def _behind(visit: Visit, rest: str, name: str) -> str:
    """What is said to whoever is named first, also without a colon: "sapa pak Muin, semangat terus ya"."""
    called = {*key_of(name).split()} | visit.office.catalog.world.oneself | visit.office.catalog.world.noting["sapaan"]
    words = rest.split()
    while words and key_of(words[0]) in called:
        words = words[1:]
    return " ".join(words) if len(words) >= _FEWEST else ""


async def greet_all(visit: Visit, said: Typed | None = None) -> None:
    """*Sapa semua yang berhenti*: one text, shown with how many it is for, then to each who was not greeted this
    week."""
    if whom := await _to_greet(visit):
        conversation.start(visit, GREETING_ALL, about={"jumlah": len(whom)}, heard=said)
    else:
        visit.say("sapa_semua_tidak_ada")


async def _to_greet(visit: Visit) -> list[Addressee]:
    """Whom it reaches, and who was not greeted this week."""
    idle = [one.person_id for one in await overview.stopped(visit)]
    async with visit.look() as connection:
        greeted = await notices.who_was_told(connection, idle, GREETED, _week(visit))
        return await people.reachable(connection, [one for one in idle if one not in greeted])


def _counting(step: Step) -> Step:
    return step.led_by(Words("sapa_kepada_semua", {"jumlah": step.state.about["jumlah"]}))


async def finish_all(visit: Visit, flow: Flow, state: State) -> None:
    said, whom = record(flow, state)["sapaan"]["text"], await _to_greet(visit)
    for one in whom:
        _send_greeting(visit, one, said)
    visit.say("sapa_semua_dikirim", jumlah=len(whom))


GREETING = Journey("sapa", finish_greeting, look=_shown_with(_naming), opening=_naming)
GREETING_ALL = Journey("sapa_semua", finish_all, look=_shown_with(_counting), opening=_counting)
ANSWERING = Journey("balas_sapa", finish_answer, heed=enclosing(_send_file), opening=_naming)
