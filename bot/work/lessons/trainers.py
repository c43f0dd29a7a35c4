"""*Tanya pelatih*: any lesson is answered with a question; the answer comes back under the lesson, and a good one is
published there, without names."""

from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
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
from bot.work.lessons.reading import readable
from bot.work.lessons.stories import home
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import files
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.paging import Page, turning
from bot.work.saying.told import Told
from bot.work.visit import Journey, Visit

#: Of one person, until some are answered.
MOST_WAITING = 3
_LISTED, _SHORT, _PUBLISHED = 5, 300, 5


async def begin(visit: Visit, key: str, asked_already: Typed | None = None) -> None:
    """*Tanya pelatih* under a lesson. `asked_already`: the question, where it was said with the wish to ask."""
    if readable(visit, key) is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        waiting = await asked.waiting_of(connection, visit.me.id)
    if waiting >= MOST_WAITING:
        visit.say("pelatih_penuh", jumlah=waiting)
    elif asked_already is not None:
        await conversation.start_with_answer(visit, ASKING, {}, {"pelajaran": key}, asked_already)
    else:
        conversation.start(visit, ASKING, about={"pelajaran": key})


async def finish_asking(visit: Visit, flow: Flow, state: State) -> None:
    told = record(flow, state)["pertanyaan"]
    voice = told.get("voice")
    kabupaten = visit.office.catalog.places.kabupaten.code
    row = {"person_id": visit.me.id, "lesson": state.about["pelajaran"], "scope": home(visit), "asked_at": visit.now}
    async with visit.ask() as connection:
        await asked.add(
            connection, row | {"words": told.get("text", ""), "file_id": voice["file_id"] if voice else None}
        )
        trainers = await people.ids_with_role(connection, [PELATIH], visit.now, [kabupaten])
    for trainer in trainers:
        notices.tell(visit.turn, trainer, ASKED_TRAINER)
    visit.say("pelatih_diteruskan", ada=bool(trainers))


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


# --- answered --------------------------------------------------------------------------------------------------------


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
    keys += [(visit.text("tombol_cerita_dengar", ke=at), f"x:simak:{one.id}") for at, one in numbered if one.file_id]
    rows = [*in_rows(keys, 3), turning(visit.office, on, lambda other: f"x:antre:{other}")]
    lines = [_line(visit, one) | {"ke": at} for at, one in numbered]
    visit.say("pelatih_daftar", keyboard(*rows), tanya=lines, jumlah=on.total)


def _line(visit: Visit, one: LessonQuestion) -> dict[str, Any]:
    lesson = visit.office.catalog.curriculum.lessons.get(one.lesson)
    title, day = lesson.title if lesson is not None else one.lesson, visit.office.day(one.asked_at)
    where = place_name(visit.office, one.scope)
    return {"judul": title, "dari": one.name, "tempat": where, "hari": day, "isi": one.words[:_SHORT]}


async def begin_answer(visit: Visit, question_id: int) -> None:
    one = await _one(visit, question_id)
    if one is None:
        visit.stale()
    elif one.answer is not None:
        visit.say("pelatih_sudah_dijawab")
    else:
        about = {"tanya_pelatih": one.id, "nama": one.name, "isi": one.words[:_SHORT]}
        conversation.start(visit, ANSWERING, about=about)


def _naming(step: Step) -> Step:
    """Who asks, and what, stands above the question."""
    about = step.state.about
    return step.led_by(Words("pelatih_jawab_kepada", {"nama": about.get("nama", ""), "isi": about.get("isi", "")}))


async def _one(visit: Visit, question_id: int) -> LessonQuestion | None:
    scopes = scopes_of(visit)
    async with visit.ask() as connection:
        return await asked.one(connection, scopes, question_id) if scopes else None


async def finish_answer(visit: Visit, flow: Flow, state: State) -> None:
    """The first answer goes to who asked, in the trainer's name."""
    one = await _one(visit, state.about["tanya_pelatih"])
    text = record(flow, state)["jawaban"]["text"]
    async with visit.ask() as connection:
        is_first = one is not None and await asked.answer(connection, one.id, text, visit.me.id, visit.now)
        asker = await people.named(connection, one.person_id) if one is not None else None
    if one is None or asker is None or not is_first:
        visit.say("pelatih_sudah_dijawab")
        return
    lesson = visit.office.catalog.curriculum.lessons.get(one.lesson)
    told = {"judul": lesson.title if lesson is not None else "", "tanya": one.words[:_SHORT], "jawaban": text}
    again = keyboard([(visit.text("tombol_belajar_buka"), f"x:baca:{one.lesson}:1")])
    words = visit.text("pelatih_dijawab", nama=asker.name, oleh=visit.me.name, **told)
    visit.tell(asker.address, asker.id, words, more={"reply_markup": again})
    publish = [(visit.text("tombol_pelatih_terbit"), f"x:terbit:{one.id}")] if one.words else []
    seen = dict(zip(("tanya", "jawaban"), _bare(visit.office, one.words, text, asker.name), strict=True))
    async with visit.look() as connection:
        left = await asked.count(connection, scopes_of(visit))
    following = [(visit.text("tombol_pelatih_antre", jumlah=left), "x:antre:0")] if left else []
    keys = keyboard(publish, following) if publish or following else None
    visit.say("pelatih_dikirim", keys, dari=asker.name, boleh=bool(publish), **seen)


def _bare(office: Office, question: str, answer: str, asker: str) -> tuple[str, str]:
    """As everybody reads it: without names."""
    names = names_of(office.catalog.world.spellings.names)
    return names.cover(question, [asker]), names.cover(answer, [asker])


async def publish(visit: Visit, question_id: int) -> None:
    """Under the lesson, for everybody who reads it."""
    async with visit.ask() as connection:
        done = bool(scopes_of(visit)) and await asked.publish(connection, question_id, visit.me.id)
    if done:
        visit.say("pelatih_terbit")
    else:
        visit.stale()


async def play(visit: Visit, question_id: int) -> None:
    one = await _one(visit, question_id)
    if one is None or one.file_id is None:
        visit.stale()
    else:
        files.show(visit, [("voice", one.file_id, "")])


async def show_published(visit: Visit, key: str) -> None:
    """*Tanya jawab* of a lesson."""
    lesson = readable(visit, key)
    if lesson is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        found = await asked.published(connection, key, _PUBLISHED)
    ask = (visit.text("tombol_pelatih_tanya"), f"x:bertanya:{key}")
    shown = [_bare(visit.office, *pair) for pair in found]
    pairs = [{"tanya": question, "jawab": answer} for question, answer in shown]
    visit.say("pelatih_tanya_jawab", keyboard([ask]), judul=lesson.title, isi=pairs)


ASKING = Journey("tanya_pelatih", finish_asking, heed=heed_other)
ANSWERING = Journey("jawab_pelatih", finish_answer, opening=_naming)
