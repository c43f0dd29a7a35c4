"""*Tanya pelatih*: any lesson is answered with a question; the answer comes back under the lesson, and a good one is
published there, without names."""

from collections.abc import Mapping
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.lessons.nameless import names_of
from bot.core.wilayah import KABUPATEN, up_to
from bot.store.grants import grants_of
from bot.store.lessons import asked
from bot.store.lessons.asked import LessonQuestion
from bot.store.people import conversations, people
from bot.store.queues import notices
from bot.store.queues.notices import ASKED_TRAINER, Notice
from bot.work import conversation
from bot.work.access import PELATIH, allowed, command
from bot.work.lessons.enclosing import columns_of, enclosing, hear_keys, show_file
from bot.work.lessons.reading import readable
from bot.work.lessons.stories import home
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import files
from bot.work.saying.files import Kept
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.paging import Page, turning
from bot.work.saying.told import Told
from bot.work.visit import Journey, Visit

#: Of one person, until some are answered.
MOST_WAITING = 3
_LISTED, _SHORT, _PUBLISHED = 5, 300, 5


async def begin(
    visit: Visit, key: str, asked_already: Typed | None = None, *, about: Mapping[str, str] | None = None
) -> None:
    """*Tanya pelatih* under a lesson. `asked_already`: the question, where it was said with the wish to ask. `about`:
    the question before, where this one asks on."""
    if readable(visit, key) is None:
        visit.stale()
        return
    waiting = await visit.ask_once(asked.waiting_of, visit.me.id)
    if waiting >= MOST_WAITING:
        visit.say("pelatih_penuh", jumlah=waiting)
    elif asked_already is not None:
        await conversation.start_with_answer(visit, ASKING, {}, {"pelajaran": key}, asked_already)
    else:
        conversation.start(visit, ASKING, about={"pelajaran": key, **(about or {})})


async def finish_asking(visit: Visit, flow: Flow, state: State) -> None:
    told = record(flow, state)["pertanyaan"]
    words, before = told.get("text", ""), state.about.get("sebelumnya", "")
    words = visit.text("pelatih_sambungan", tanya=before, lagi=words) if before and words else words
    await put(visit, state.about["pelajaran"], words, files.named(told))


async def _put_file(visit: Visit, before: State, words: str, file: Kept) -> None:
    await put(visit, before.about["pelajaran"], words, file)


async def put(visit: Visit, key: str, words: str, file: Kept | None) -> None:
    visit.say("pelatih_diteruskan", ada=bool(await keep(visit, key, words, file)))


async def keep(visit: Visit, key: str, words: str, file: Kept | None) -> set[int]:
    """In the list that trainers read; whom of them it is told."""
    kabupaten = visit.office.catalog.places.kabupaten.code
    row = {"person_id": visit.me.id, "lesson": key, "scope": home(visit), "words": words, "asked_at": visit.now}
    async with visit.ask() as connection:
        await asked.add(connection, row | columns_of(file))
        trainers = {*await people.ids_with_role(connection, [PELATIH], visit.now, [kabupaten])} - {visit.me.id}
    for trainer in trainers:
        notices.tell(visit.turn, trainer, ASKED_TRAINER)
    return trainers


async def heed_other(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """ "Bukan ke pelatih, saya mau …": nothing of it is a question to them."""
    world = visit.office.catalog.world
    spoken = [key_of(word) for word in heard.text.split()] if isinstance(heard, Typed) else []
    named = next((at for at, word in enumerate(spoken) if word in world.teachers), 0)
    if not named or spoken[0] not in world.not_teachers or not world.before_teachers.issuperset(spoken[1:named]):
        return False
    conversations.end(visit.turn, before.flow)
    announces = allowed(command("siaran"), visit.grants)
    write = [(visit.text("tombol_siaran_baru"), "a:baru")] if announces else []
    visit.say("pelatih_bukan", keyboard(write, [(visit.text("tombol_menu"), "rumah:menu")]), siaran=announces)
    return True


async def compose(tour: Round, notice: Notice) -> Told | None:
    """For the trainer: how many wait, and the way there."""
    grants = (await grants_of(tour.connection, [notice.person_id], tour.now)).get(notice.person_id, ())
    scopes = [up_to(grant.scope, KABUPATEN) for grant in grants if grant.role == PELATIH]
    waiting = await asked.count(tour.connection, scopes)
    if not waiting:
        return None
    markup = keyboard([(tour.text("tombol_pelatih_antre", jumlah=waiting), "x:antre:0")])
    return Told(tour.text("pelatih_ingat", nama=notice.name, jumlah=waiting), markup)


# --- what waits ------------------------------------------------------------------------------------------------------


def scopes_of(visit: Visit) -> list[str]:
    return [grant.scope for grant in visit.grants if grant.role == PELATIH]


async def show_list(visit: Visit, number: int) -> None:
    """What waits for an answer, the longest waiting first."""
    scopes = scopes_of(visit)
    if not scopes:
        visit.stale()
        return
    async with visit.ask() as connection:
        found = await asked.listed(connection, scopes, _LISTED, number * _LISTED)
        on = Page(found, number, _LISTED, await asked.count(connection, scopes))
    numbered = list(enumerate(found, on.start + 1))
    keys = [(visit.text("tombol_pelatih_jawab", ke=at), f"x:balas:{one.id}") for at, one in numbered]
    keys += hear_keys(visit.office, "simak", numbered)
    done = [(visit.text("tombol_pelatih_tuntas", ke=at), f"x:tuntas:{one.id}") for at, one in numbered]
    rows = [*in_rows(keys, 3), *in_rows(done, 3), turning(visit.office, on, lambda other: f"x:antre:{other}")]
    lines = [_line(visit, one) | {"ke": at} for at, one in numbered]
    visit.say("pelatih_daftar", keyboard(*rows), tanya=lines, jumlah=on.total)


def _line(visit: Visit, one: LessonQuestion) -> dict[str, Any]:
    lesson = visit.office.catalog.curriculum.lessons.get(one.lesson)
    title, day = lesson.title if lesson is not None else one.lesson, visit.office.day(one.asked_at)
    where = place_name(visit.office, one.scope)
    return {"judul": title, "dari": one.name, "tempat": where, "hari": day, "isi": one.words[:_SHORT]}


async def one_of(visit: Visit, question_id: int) -> LessonQuestion | None:
    scopes = scopes_of(visit)
    return await visit.ask_once(asked.one, scopes, question_id) if scopes else None


async def following(visit: Visit) -> list[Key]:
    """The way to what still waits."""
    left = await visit.look_up(asked.count, scopes_of(visit))
    return [(visit.text("tombol_pelatih_antre", jumlah=left), "x:antre:0")] if left else []


def bare(office: Office, question: str, answer: str, asker: str) -> tuple[str, str]:
    """As everybody reads it: without names."""
    names = names_of(office.catalog.world.spellings.names)
    return names.cover(question, [asker]), names.cover(answer, [asker])


async def play(visit: Visit, question_id: int) -> None:
    show_file(visit, await one_of(visit, question_id))


async def show_published(visit: Visit, key: str) -> None:
    """*Tanya jawab* of a lesson."""
    lesson = readable(visit, key)
    if lesson is None:
        visit.stale()
        return
    found = await visit.ask_once(asked.published, key, _PUBLISHED)
    ask = (visit.text("tombol_pelatih_tanya"), f"x:bertanya:{key}")
    shown = [bare(visit.office, *pair) for pair in found]
    pairs = [{"tanya": question, "jawab": answer} for question, answer in shown]
    visit.say("pelatih_tanya_jawab", keyboard([ask]), judul=lesson.title, isi=pairs)


ASKING = Journey("tanya_pelatih", finish_asking, heed=enclosing(_put_file, heed_other))
