"""A week after a practice: what came of it. It reaches the trainer, and with a yes the colleagues of the kecamatan."""

from collections.abc import Mapping, Sequence
from datetime import UTC, timedelta
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, key_of
from bot.core.hours import next_digest
from bot.core.lessons.lessons import Lesson
from bot.core.lessons.nameless import names_of
from bot.core.wilayah import KABUPATEN, kecamatan_of, up_to
from bot.store.grants import grants_of
from bot.store.lessons import progress, tried
from bot.store.lessons.progress import Progress
from bot.store.lessons.tried import Tried
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues import news, notices
from bot.store.queues.news import News
from bot.store.queues.notices import COLLEAGUE, STORIES, Notice
from bot.work import conversation
from bot.work.access import BAPPEDA, DELEGASI, FASILITATOR_DESA, FASILITATOR_KECAMATAN, PELATIH
from bot.work.lessons import asking_back
from bot.work.lessons.enclosing import columns_of, enclosing, hear_keys, show_file
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import files
from bot.work.saying.files import Kept
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.paging import Page, turning
from bot.work.saying.told import Told
from bot.work.visit import Journey, Visit

#: Who reads every experience; and who may hear of a colleague's.
LISTENERS = (PELATIH, BAPPEDA)
_COLLEAGUES = (DELEGASI, FASILITATOR_DESA, FASILITATOR_KECAMATAN)
#: News of an experience that may be passed on.
PASSED_ON = "cerita_kawan"
_LISTED, _SHORT = 5, 300
_CHOICES, _PUT_OFF = 8, 9  # lessons to choose from; words that say that nothing was tried yet
_NEW, _FRESH = timedelta(days=7), timedelta(days=21)


# --- asked and told --------------------------------------------------------------------------------------------------


async def begin(visit: Visit, key: str) -> None:
    lesson = visit.office.catalog.curriculum.lessons.get(key)
    has_told = await visit.ask_once(tried.was_told, visit.me.id, key)
    if lesson is None or not lesson.practice:
        visit.stale()
    elif has_told:
        visit.say("coba_sudah")
    else:
        conversation.start(visit, TELLING, about={"pelajaran": key})


def not_yet(visit: Visit, key: str) -> None:
    """Asked once more, when there was another week for it."""
    if key not in visit.office.catalog.curriculum.lessons:
        visit.stale()
        return
    asking_back.ask_later(visit.turn, visit.me.id, key, by_hand=True)
    visit.say("coba_belum")


async def practised(visit: Visit) -> list[Lesson]:
    """Those that were read to their practice and not told of, the one that was opened last first."""
    async with visit.look() as connection:
        seen = (await progress.of_people(connection, [visit.me.id])).get(visit.me.id, {})
        told = (await tried.lessons_told(connection, [visit.me.id])).get(visit.me.id, set())
    lessons = visit.office.catalog.curriculum.lessons
    found = [lessons[key] for key in seen if key in lessons and key not in told and lessons[key].practice]
    found = [lesson for lesson in found if seen[lesson.key].page >= len(lesson.messages)]
    return sorted(found, key=lambda one: _opened(seen[one.key]), reverse=True)


def _opened(one: Progress) -> float:
    return one.opened_at.timestamp() if one.opened_at is not None else 0.0


async def choose(visit: Visit) -> None:
    """Of which practice somebody wants to tell; whoever reads them all is shown what was told."""
    found = await practised(visit)
    keys = [(lesson.title, f"x:coba:{lesson.key}") for lesson in found[:_CHOICES]]
    if not keys and _scopes(visit):
        await show_list(visit, 0)
        return
    rows = in_rows([*keys, (visit.text("tombol_belajar"), "x:awal")], 1)
    visit.say("coba_pilih", keyboard(*rows), ada=bool(keys))


def says_not_yet(visit: Visit, text: str) -> bool:
    """ "Belum sempat pak, panen": nothing was tried, and nothing is told of it."""
    said = f" {key_of(text)} "
    phrases = visit.office.catalog.world.learning["belum_mencoba"]
    return len(said.split()) <= _PUT_OFF and any(f" {phrase} " in said for phrase in phrases)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    told = record(flow, state)["cerita"]
    voice = files.named(told)
    if voice is None and says_not_yet(visit, told.get("text", "")):
        not_yet(visit, state.about["pelajaran"])
        return
    await keep_told(visit, state.about["pelajaran"], told.get("text", ""), voice)


async def _take_file(visit: Visit, before: State, words: str, file: Kept) -> None:
    await keep_told(visit, before.about["pelajaran"], words, file)


async def keep_told(visit: Visit, key: str, words: str, file: Kept | None) -> None:
    """The trainer learns that there is something to read, and it is asked who else may; a picture or a document stays
    with the trainer."""
    row = {"person_id": visit.me.id, "lesson": key, "kecamatan": home(visit), "words": words, "told_at": visit.now}
    async with visit.ask() as connection:
        tried_id = await tried.add(connection, row | columns_of(file))
        kabupaten = visit.office.catalog.places.kabupaten.code
        trainers = await people.ids_with_role(connection, [PELATIH], visit.now, [kabupaten])
    if tried_id is None:
        visit.say("coba_sudah")
        return
    morning = next_digest(visit.office.local(visit.now)).astimezone(UTC)
    for trainer in trainers:
        notices.tell(visit.turn, trainer, STORIES, at=morning)
    voice = file is not None and file.kind == "voice"
    is_private = bool(visit.office.catalog.danger.find(words)) or not (words or voice)
    shared = bare(visit.office, words, visit.me.name)
    keys = [
        (visit.text("tombol_coba_bagi"), f"x:bagi:{tried_id}"),
        (visit.text("tombol_coba_jangan"), f"x:jangan:{tried_id}"),
    ]
    seen = {"boleh": not is_private, "isi": shared, "suara": voice, "berkas": file is not None and not voice}
    visit.say("coba_terima", None if is_private else keyboard(keys), **seen)


def bare(office: Office, words: str, teller: str) -> str:
    """What colleagues read of it: its beginning, without names."""
    return in_short(names_of(office.catalog.world.spellings.names).cover(words, [teller]), _SHORT)


def home(visit: Visit) -> str:
    """The kecamatan of whoever tells; the kabupaten for those who look after all of it."""
    scopes = sorted((grant.scope for grant in visit.grants), key=len, reverse=True)
    return kecamatan_of(scopes[0]) if scopes else visit.office.catalog.places.kabupaten.code


async def share(visit: Visit, tried_id: int) -> None:
    """*Boleh dibagikan*: one row of news, told by the clock."""
    async with visit.ask() as connection:
        is_theirs = await tried.permit(connection, tried_id, visit.me.id, shared=True)
        if is_theirs:
            await news.put_out(connection, PASSED_ON, tried_id, visit.now, visit.me.id)
    if is_theirs:
        visit.say("coba_dibagikan")
    else:
        visit.stale()


async def keep(visit: Visit, tried_id: int) -> None:
    is_theirs = await visit.ask_once(tried.permit, tried_id, visit.me.id, shared=False)
    if is_theirs:
        visit.say("coba_disimpan")
    else:
        visit.stale()


TELLING = Journey("coba", finish, heed=enclosing(_take_file))


# --- heard by colleagues ---------------------------------------------------------------------------------------------


async def whom(tour: Round, one: News, most: int) -> Sequence[Addressee]:
    found = await tried.one(tour.connection, one.subject)
    if found is None or not found.shared:
        return ()
    behind = {"after": one.told_up_to, "most": most}
    return await tried.colleagues(tour.connection, found.kecamatan, _COLLEAGUES, tour.now, **behind)


async def tell(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """One a week at most, with the list of the next day."""
    year, week, _ = tour.today.isocalendar()
    morning = next_digest(tour.office.local(tour.now)).astimezone(UTC)
    wanted = [(person.id, f"{year}-{week:02d}", morning) for person in told]
    await notices.raise_once(tour.connection, COLLEAGUE, wanted)


async def compose_colleague(tour: Round, notice: Notice) -> Told | None:
    """The newest that a colleague told, as it was shown to them before they agreed."""
    grants = (await grants_of(tour.connection, [notice.person_id], tour.now)).get(notice.person_id, ())
    places = sorted({kecamatan_of(grant.scope) for grant in grants if grant.role in _COLLEAGUES})
    one = await tried.newest_shared(tour.connection, places, notice.person_id, tour.now - _FRESH)
    lesson = tour.office.catalog.curriculum.lessons.get(one.lesson) if one is not None else None
    if one is None or lesson is None:
        return None
    voice = [("sendVoice", {"voice": one.file_id})] if one.file_kind == "voice" else []
    values = {"coba": lesson.practice, "isi": bare(tour.office, one.words, one.name), "suara": bool(voice)}
    return Told(tour.text("cerita_kawan", **values), more=voice)


# --- read by the trainer ---------------------------------------------------------------------------------------------


async def compose_stories(tour: Round, notice: Notice) -> Told | None:
    """How many came in during the week, and the way there."""
    grants = (await grants_of(tour.connection, [notice.person_id], tour.now)).get(notice.person_id, ())
    scopes = [up_to(grant.scope, KABUPATEN) for grant in grants if grant.role in LISTENERS]
    many = await tried.count(tour.connection, scopes, tour.now - _NEW)
    if not many:
        return None
    markup = keyboard([(tour.text("tombol_belajar_cerita"), "x:cerita:0")])
    return Told(tour.text("cerita_masuk", nama=notice.name, jumlah=many), markup)


def _scopes(visit: Visit) -> list[str]:
    return [grant.scope for grant in visit.grants if grant.role in LISTENERS]


async def show_list(visit: Visit, number: int) -> None:
    """What people told, the newest first; voices are a tap away."""
    scopes = _scopes(visit)
    if not scopes:
        visit.stale()
        return
    async with visit.ask() as connection:
        found = await tried.listed(connection, scopes, _LISTED, number * _LISTED)
        on = Page(found, number, _LISTED, await tried.count(connection, scopes))
    numbered = list(enumerate(found, on.start + 1))
    voices = hear_keys(visit.office, "dengar", numbered)
    replies = [(visit.text("tombol_cerita_balas", ke=at), f"x:tanggapi:{one.id}") for at, one in numbered]
    rows = [*in_rows(replies, 3), voices[:3], voices[3:], turning(visit.office, on, lambda other: f"x:cerita:{other}")]
    lines = [_line(visit, one) | {"ke": at} for at, one in numbered]
    visit.say("cerita_daftar", keyboard(*rows), cerita=lines, jumlah=on.total)


def _line(visit: Visit, one: Tried) -> dict[str, Any]:
    lesson = visit.office.catalog.curriculum.lessons.get(one.lesson)
    told: Mapping[str, Any] = {
        "judul": lesson.title if lesson is not None else one.lesson,
        "isi": in_short(one.words, _SHORT),
    }
    return {
        **told,
        "dari": one.name,
        "tempat": place_name(visit.office, one.kecamatan),
        "hari": visit.office.day(one.told_at),
    }


async def readable(visit: Visit, tried_id: int) -> Tried | None:
    """An experience, for whoever reads those of that wilayah."""
    one = await visit.ask_once(tried.one, tried_id)
    is_theirs = one is not None and any(up_to(one.kecamatan, KABUPATEN) == scope for scope in _scopes(visit))
    return one if is_theirs else None


async def play(visit: Visit, tried_id: int) -> None:
    """What was sent of an experience, for the trainer of that wilayah."""
    show_file(visit, await readable(visit, tried_id))
