"""Somebody with a role says in their own words what they want to do: it is begun, or shown. What nobody understands
leads to their buttons, and can be brought as an usulan from there."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.writing import key_of
from bot.core.listening.rules import QUESTION, WORK
from bot.core.listening.shapes import Acts
from bot.store.service import year
from bot.work import home
from bot.work.access import DELEGASI, ROLES, allowed, button, command
from bot.work.answering import questions
from bot.work.answering.answers import answer, is_answered
from bot.work.broadcasts import asked_back, groups, looking, replanning
from bot.work.broadcasts.outcome import results
from bot.work.broadcasts.writing import timed
from bot.work.calendar import moved_by_words, pages, setting, several, stated
from bot.work.calendar.permitted import levels
from bot.work.delegating import beside
from bot.work.hall import still_asked
from bot.work.hall.decided.results_told import told_in
from bot.work.lessons import own_words as lessons
from bot.work.lessons import whose
from bot.work.lessons.coaching import trainers
from bot.work.people import first_words, phones
from bot.work.reading import finding, lists
from bot.work.roles import inviting
from bot.work.sipd import du_rkp
from bot.work.tasks import duties
from bot.work.unprompted import another_day, inviting_guests
from bot.work.unprompted.asking import given, own_reminder, urged_undone
from bot.work.usulan import kabar
from bot.work.visit import Visit

#: A yes or no, to what waits for one.
_ANSWERS = frozenset({"ya", "tidak"})
_TALK = frozenset({"basa_basi", "tidak_ada", "tidak_tahu"})
_BEGIN, _HELP, _THANKS = "mulai", "bantuan", "terima_kasih"
_SETS, _MOVES, _ASKS = "kerja_tetapkan", "kerja_pindah", f"{QUESTION}rapat"
_TASKS, _TAKES_BACK = "kerja_tugas", "kerja_salah"
#: Begun only where whoever teaches is named, unless it is sure: it opens a form that takes any words.
_TO_TRAINER, _OWN_HOUR = "kerja_pelatih", "kerja_jam_belajar"
_OWN_RHYTHM = frozenset({_OWN_HOUR, "kerja_jeda"})
#: What is answered to villagers alone: whoever works here is shown the guests of a meeting, or their buttons.
_OF_VILLAGERS = frozenset({"tanya_tahun_lalu", "tanya_kode", "tanya_lama", "tanya_kenapa", "tanya_hasil"})
#: The same where guests are spoken of: else what is answered is true for whoever works here, too.
_OF_MEETINGS = frozenset({"tanya_ikut", "tanya_batas"})
#: What tells by itself that a meeting is to be at another time.
_TELL_OF_CHANGE = (
    stated.is_change,
    moved_by_words.tells_hour,
    moved_by_words.tells_stretch,
    moved_by_words.says_other_day,
)


def named_surely(visit: Visit, heard: Heard, *, new: bool = False) -> bool:
    """Whether these words can be nothing but a wish to do some work; `new`: and to take nothing back."""
    if not isinstance(heard, Typed) or not home.has_work(visit):
        return False
    return any(act.name.startswith(WORK) and not (new and act.name == _TAKES_BACK) for act in _acts(visit, heard).done)


async def heed(visit: Visit, heard: Typed) -> bool:
    """Work that is named in plain words is begun, also where it is only likely: what it changes is told, and taken back
    with a tap. False when nothing of it was said."""
    if du_rkp.is_asked(visit, heard.text) and not told_in(visit, heard.text):
        await du_rkp.choose(visit)
        return True
    if await finding.heed(visit, heard.text):
        return True
    if await phones.take_told(visit, heard):
        return True
    if not home.has_work(visit):
        return False
    acts = _acts(visit, heard)
    likely = [act for act in acts.maybe[:1] if act.name != _TO_TRAINER or lessons.names_trainer(visit, heard.text)]
    names = [act.name for act in (*acts.done, *likely) if act.name.startswith(WORK)]
    names = await _taken_back(visit, heard) if _TAKES_BACK in names else names
    if _OWN_HOUR in names and replanning.names_sending(visit, heard.text):
        names = []  # "kirim data peserta jam 10 saja" is no wish for lessons
    if not timed.names_lessons(visit, heard.text):  # "jam 10 saja" changes no hour of one's own lessons
        names = [name for name in names if name != _OWN_HOUR]
    if not whose.is_own(visit, heard.text):  # "buat hari pelatihan jam 9" is about others
        names = [name for name in names if name not in _OWN_RHYTHM]
    names = _of_dates(visit, heard.text, names)
    if not names:
        return False
    await _WORK[names[0]](visit, heard)
    return True


async def _taken_back(visit: Visit, heard: Typed) -> list[str]:
    """ "Tolong jelaskan tugas kembalikan yang belum lengkap" and "musrenbang alla batalkan pak, salah tgl" take back
    nothing."""
    explains = visit.office.catalog.world.asking_meaning["tanda"]
    if not explains.isdisjoint(key_of(heard.text).split()):
        return [_TASKS]
    return [_MOVES if await another_day.stands(visit, heard) else _TAKES_BACK]


def _of_dates(visit: Visit, text: str, names: list[str]) -> list[str]:
    """A sentence that is nothing but a meeting and its day sets a date; one that tells of another day changes one."""
    if {*names} & {_SETS, _MOVES} and not moved_by_words.speaks_of_one(visit, text):
        return [name for name in names if name not in (_SETS, _MOVES)]
    if set(names) <= {_SETS} and several.dates_in(visit, text):
        return [_SETS]
    is_change = not names and any(tells(visit, text) for tells in _TELL_OF_CHANGE)
    if is_change or (names == [_SETS] and moved_by_words.is_named(visit, text)):
        return [_MOVES]
    return [_SETS] if set(names) <= {_SETS} and stated.is_date(visit, text) else names


async def take_in(visit: Visit, heard: Heard) -> bool:
    """Before they agreed to anything: whoever has work here is not asked for a villager's consent unless they want to
    bring an usulan of their own. False when they do. What they send, and no form asks for, is told to be no answer."""
    if not home.has_work(visit):
        return False
    if isinstance(heard, Sent):
        await home.show(visit, lost=heard)
    return isinstance(heard, Sent) or (isinstance(heard, Typed) and await _take_in_words(visit, heard))


async def was_theirs(visit: Visit, heard: Heard) -> bool:
    """An order of somebody whose work here is over: told so, with what stays theirs; they are no villager whose words
    wait for a yes. Only what sounds like work is worth looking."""
    if not isinstance(heard, Typed) or visit.turn.newcomer or home.has_work(visit):
        return False
    acts = _acts(visit, heard)
    if _BEGIN in {act.name for act in acts.done} or not _sounds_like_work(acts):
        return False
    held = await visit.look_up(year.tenures, visit.me.id, list(ROLES))
    if held:
        visit.say("dulu_bertugas", nama=visit.me.name, kata=heard.text)
    return bool(held)


def _sounds_like_work(acts: Acts) -> bool:
    return any(act.name.startswith(WORK) for act in (*acts.done, *acts.maybe))


async def _take_in_words(visit: Visit, heard: Typed) -> bool:
    acts = _acts(visit, heard)
    names = [act.name for act in acts.done]
    if _BEGIN in names and not _sounds_like_work(acts):
        return False
    if set(names) <= _ANSWERS and names and await first_words.are_awaited(visit):
        return False
    if not names and await first_words.stands(visit):
        return False  # what is told below the question waits for its yes, as everybody's
    if (number := kabar.number_in(visit.office, heard.text)) is not None:
        await finding.tell(visit, number)
        return True
    if await asked_back.ask_what(visit, heard):
        return True
    names = _for_work(visit, heard, names)
    answers = (name for name in names if name == _THANKS or name.startswith(QUESTION))
    asked = [name for name in answers if is_answered(visit.office, name)]
    for name in asked:
        await answer(visit, name, heard.text)
    if not asked:
        await say_lost(visit, heard, names)
    return True


def _for_work(visit: Visit, heard: Typed, names: Sequence[str]) -> list[str]:
    """Without what is answered to villagers alone; a delegate brings usulan as they do."""
    if all(grant.role == DELEGASI for grant in visit.grants):
        return list(names)
    others = _OF_VILLAGERS | (_OF_MEETINGS if inviting_guests.speaks_of_guests(visit, heard.text) else frozenset())
    return [name for name in names if name not in others]


async def is_lost(visit: Visit, heard: Heard) -> bool:
    """Who agreed and has work, and said what nobody understands, is shown their buttons."""
    if not home.has_work(visit) or not isinstance(heard, Typed):
        return False
    if await asked_back.ask_what(visit, heard):
        return True
    names = _for_work(visit, heard, [act.name for act in _acts(visit, heard).done])
    is_lost = not names or names == [_HELP]
    if is_lost:
        await say_lost(visit, heard, names)
    return is_lost or (set(names) <= _ANSWERS | _TALK and await still_asked.heed(visit, heard))


async def say_lost(visit: Visit, heard: Typed, names: Sequence[str] = ()) -> None:
    """What a meeting asks stays asked; else the guests of whom it speaks, or their buttons are shown."""
    if _HELP not in names and (await still_asked.heed(visit, heard) or await inviting_guests.show_ahead(visit, heard)):
        return
    if not own_reminder.refuse(visit, heard.text):
        await home.show(visit, lost=None if names else heard)


def _acts(visit: Visit, heard: Typed) -> Acts:
    return visit.acts(heard.text, "work")


# --- each of them ----------------------------------------------------------------------------------------------------


async def show_tasks(visit: Visit) -> None:
    """With what is to be looked at, spoken for and agreed to."""
    await beside.show(visit)
    await looking.mention(visit)


async def _tasks(visit: Visit, _heard: Typed) -> None:
    await show_tasks(visit)


async def _dates(visit: Visit, _heard: Typed) -> None:
    await pages.show(visit)


async def _who_has_not(visit: Visit, heard: Typed) -> None:
    """As far as they may look; others see what is theirs. "Siapa yang belum paham" asks about an announcement."""
    if _is_about_understanding(visit, heard) and await results.show_newest(visit):
        return
    if not allowed(command("kesiapan"), visit.grants):
        await duties.show(visit)
    elif not await urged_undone.tell(visit, heard):
        await given.whom_to_ring(visit, heard)


def _is_about_understanding(visit: Visit, heard: Typed) -> bool:
    """ "Siapa yang belum siap" is about work, "desa mana" about desa."""
    world, spoken = visit.office.catalog.world, heard.text.lower().replace("?", " ").split()
    places, of_work = world.spellings.places, world.of_results["pekerjaan"]
    if not {*places.desa, *places.kecamatan}.isdisjoint(spoken):
        return False
    return allowed(command("siaran"), visit.grants) and not (world.grasping - of_work).isdisjoint(spoken)


async def _read(visit: Visit, heard: Typed) -> None:
    if not allowed(command("periksa"), visit.grants):
        await home.show(visit)
    elif not await finding.of_dusun(visit, heard.text):
        await lists.first_screen(visit)


async def _menu(visit: Visit, _heard: Typed) -> None:
    await home.show(visit)


async def _set(visit: Visit, heard: Typed) -> None:
    """What is named of it is not asked again. Whoever asks about a day that they name is answered."""
    if stated.asks_of_day(visit, heard.text):
        await answer(visit, _ASKS, heard.text)
    elif await another_day.changes_hour(visit, heard):
        await another_day.move(visit, heard)
    elif not levels(visit.office, visit.grants):
        await pages.show(visit)
    elif not await setting.begin(visit, heard, sure=True):
        await setting.ask(visit)


async def _questions(visit: Visit, _heard: Typed) -> None:
    """Of learners, to a trainer; of villagers, to whoever reads there."""
    teaches, reads = bool(trainers.scopes_of(visit)), allowed(button("q"), visit.grants)
    if teaches:
        await trainers.show_list(visit, 0)
    if reads:
        await questions.show_list(visit, 0)
    if not teaches and not reads:
        await home.show(visit)


async def _invite(visit: Visit, heard: Typed) -> None:
    """The form itself, with the role where one is named. A group that is tied invites nobody."""
    groups_named = visit.office.catalog.world.inviting["grup"].intersection(key_of(heard.text).split())
    if groups_named and allowed(command("grup"), visit.grants):
        await groups.explain(visit)
    elif allowed(command("undang"), visit.grants):
        await inviting.begin(visit, heard.text)
    else:
        await home.show(visit)


_WORK: Mapping[str, Callable[[Visit, Typed], Awaitable[None]]] = {
    "kerja_tugas": _tasks,
    "kerja_jadwal": _dates,
    "kerja_belum": _who_has_not,
    "kerja_baca": _read,
    "kerja_rapat": home.open_hall,
    "kerja_menu": _menu,
    "kerja_tetapkan": _set,
    "kerja_pindah": another_day.move,
    "kerja_salah": home.take_back,
    "kerja_belajar": lessons.learn,
    "kerja_jeda": lessons.rest,
    "kerja_jam_belajar": lessons.set_times,
    "kerja_pelatih": lessons.ask_trainer,
    "kerja_kemajuan": lessons.look_after,
    "kerja_pertanyaan": _questions,
    "kerja_undang": _invite,
}
