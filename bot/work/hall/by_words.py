"""What is said while the screen of a meeting stands there: one of its buttons by its words or by others ("absen",
"bacakan"), and how many came, in numbers or in words. On the day of a meeting they find it, whatever stands there."""

from collections.abc import Iterator, Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Took
from bot.core.forms.writing import key_of
from bot.core.kinds import hadir
from bot.store.calendar.occasions import Occasion
from bot.store.queues.said import Said
from bot.work.access import allowed, button
from bot.work.hall import attendance, hub
from bot.work.hall.decided import deciding_by_words
from bot.work.hall.decided.results_words import names_one
from bot.work.hall.meeting import FAMILY
from bot.work.saying.keyboard import Key, press
from bot.work.saying.keyboard import number as number_in
from bot.work.saying.naming import occasion_name, place_name
from bot.work.visit import Visit

_LONGEST = 5  # words of a button
#: Reached from every screen of a meeting, whichever stands there; and where another is found, when it does not.
_EVERYWHERE = frozenset(
    {"tamu", "hadir", "acara", "giliran", "baca", "hasil", "cetak", "lain", "buka", "kop", "ubahsatu"}
)
_FOUND_ON = {"mulai": "acara", "tutup": "acara", "ketuk": "hadir", "angka": "hadir", "foto": "hadir", "berita": "hadir"}
_COUNTS, _AGREES, _KEEPS = "angka", "tetapkan", "simpan"
_PAPER, _PRINT = "lembar_", "cetak"
_UNNAMED = frozenset({"buka", "lain"})  # what they are called names no meeting
NAMING = _EVERYWHERE - _UNNAMED
_LONGEST_COUNT = 10  # words
_NOD = 5  # words before what is to be done


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that is meant, of the meeting whose screen was shown last; None where none is."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return None
    spoken, keys = _behind_nod(visit, heard.text), await keys_shown(visit)
    if not keys or len(spoken.split()) > _LONGEST:
        return None
    if (shown := next((data for label, data in keys if key_of(label) == spoken), None)) is not None:
        return shown
    if (result := await deciding_by_words.meant(visit, spoken, keys)) is not None:
        return result
    if (yes := _agreed(visit, heard.text, keys)) is not None:
        return yes
    yes, _, rest = spoken.partition(" ")
    spoken = rest if rest and visit.agrees(yes) else spoken  # "ya kabari"
    verb = visit.office.catalog.world.hall_buttons.get(_printing(visit, spoken))
    return _with_verb(keys, verb) if verb is not None else _without_its_number(spoken, keys)


def _behind_nod(visit: Visit, text: str) -> str:
    """ "Sudah benar semua, kabari pengusulnya": what is to be done now."""
    lead, _, last = text.rpartition(",")
    is_nod = bool(lead) and len(lead.split()) <= _NOD and visit.agrees(lead)
    return key_of(last if is_nod else text)


def _without_its_number(spoken: str, keys: Sequence[Key]) -> str | None:
    """ "Kabari pengusulnya" of "Kabari pengusulnya (9)"."""
    bare = {key_of(label.partition("(")[0]): data for label, data in keys if label.endswith(")")}
    return next((data for label, data in bare.items() if label and label == spoken), None)


def _agreed(visit: Visit, text: str, keys: Sequence[Key]) -> str | None:
    """A yes, where it is asked whether a result is written down so, or a list kept; there its verb is a yes, too."""
    asked = next((data for _, data in keys if data.split(":")[1] in (_AGREES, _KEEPS)), None)
    if asked is None:
        return None
    known, spoken = visit.office.catalog.world.words, key_of(text)
    yes, _, rest = spoken.partition(" ")
    said = visit.agrees(text) or known.get(rest if visit.agrees(yes) else spoken) == _KEEPS
    return asked if said else None


def _with_verb(keys: Sequence[Key], verb: str) -> str | None:
    """The button that stands there, else the screen on which it is found."""
    shown = next((data for _, data in keys if data.split(":")[1] == verb), None)
    if verb.startswith(_PAPER):
        return _paper(verb, _meeting(keys))
    wanted = verb if verb in _EVERYWHERE else _FOUND_ON.get(verb)
    return shown or (press(FAMILY, wanted, _meeting(keys)) if wanted else None)


def _paper(verb: str, meeting: int) -> str:
    """ "Cetak daftar hadir": the paper itself."""
    return press(FAMILY, "lembar", meeting, verb.removeprefix(_PAPER))


def _meeting(keys: Sequence[Key]) -> int:
    return next((found for _, data in keys if (found := number_in(data.split(":")[2])) is not None), 0)


async def keys_shown(visit: Visit) -> list[Key]:
    """Of the screen that was shown last, also below it news; a message that only leads into a meeting is none."""
    return next(filter(None, map(_keys_in, await visit.letters())), [])


def _keys_in(letter: Said) -> list[Key]:
    keys = [key for key in letter.keys if key[1].startswith(f"{FAMILY}:")]
    return [key for key in keys if len(key[1].split(":")) > 2 and key[1].split(":")[1] != "masuk"]


async def meant_today(visit: Visit, heard: Heard) -> str | None:
    """A screen of the only meeting of this day, by words that can mean nothing else: "catat hasil", "daftar hadir",
    "hari ini musrenbang kecamatan catat hasilnya"."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return None
    spoken = _printing(visit, key_of(heard.text))
    asked = [
        (verb, _without_nods(visit, beside) if verb.startswith(_PAPER) else beside)
        for verb, beside in _asked_for(visit, spoken)
        if _names_a_screen(verb) and " " in spoken
    ]
    if not asked:
        return None
    is_paper = any(verb.startswith(_PAPER) for verb, _ in asked)
    today = await (hub.ahead(visit) if is_paper else hub.of_today(visit))
    found = {(one.id, verb) for one in today for verb, beside in asked if _names(visit, one, beside)}
    which, verb = next(iter(found)) if len(found) == 1 else (0, "")
    if which and verb.startswith(_PAPER):
        return _paper(verb, which)
    return press(FAMILY, verb, which) if which else None


def _printing(visit: Visit, spoken: str) -> str:
    """ "Sama daftar hadirnya mau kucetak" in the words of the table: "cetak daftar hadir"."""
    printing, words = visit.office.catalog.world.printing, spoken.split()
    if len(words) > _LONGEST_COUNT or printing["kata"].isdisjoint(words):
        return spoken
    plain = [word.strip(",.") for word in words]
    rest = [word for word in plain if word not in printing["kata"] | printing["iringan"]]
    return " ".join((_PRINT, *(word.removesuffix("nya") for word in rest)))


def _without_nods(visit: Visit, beside: Sequence[str]) -> list[str]:
    return [word for word in beside if word not in visit.office.catalog.world.setting["iringan"]]


def _names_a_screen(verb: str) -> bool:
    return verb in NAMING or verb.startswith(_PAPER)


def _asked_for(visit: Visit, spoken: str) -> Iterator[tuple[str, list[str]]]:
    """What is asked of a screen, at the beginning or at the end, and what is said beside it."""
    verbs, words = visit.office.catalog.world.hall_buttons, spoken.split()[: _LONGEST_COUNT + 1]
    for at in range(len(words)) if len(words) <= _LONGEST_COUNT else ():
        if (verb := verbs.get(" ".join(words[at:]))) is not None:
            yield verb, words[:at]
        if at and (verb := verbs.get(" ".join(words[:at]))) is not None:
            yield verb, words[at:]


def _names(visit: Visit, one: Occasion, words: Sequence[str]) -> bool:
    """Whether these words name this meeting and nothing else; also where there are none."""
    world = visit.office.catalog.world
    told = {*words} - world.oneself - world.nodding - world.numbering["hari_ini"]
    called = {*key_of(occasion_name(visit.office, one)).split()}
    return (
        not words
        or told <= world.setting["umum"]
        or (bool(told & called) and told <= called | {*key_of(place_name(visit.office, one.wilayah)).split()})
    )


async def meeting_counted(visit: Visit) -> int | None:
    """The meeting whose numbers are shown."""
    keys = await keys_shown(visit)
    return _meeting(keys) if any(data.split(":")[1] == _COUNTS for _, data in keys) else None


async def counted_on_screen(visit: Visit) -> int | None:
    """The meeting under whose screen how many came may be said; None of several: there it is asked which."""
    keys = await keys_shown(visit) if allowed(button(FAMILY), visit.grants) else []
    shows = any(data.split(":")[1] in (_COUNTS, "hadir") for _, data in keys)
    return _meeting(keys) if shows and len({data.split(":")[2] for _, data in keys}) == 1 else None


def is_count(visit: Visit, heard: Heard) -> bool:
    """Whether it tells women and men."""
    if isinstance(heard, Typed) and names_one(visit, heard.text):
        return False
    return isinstance(hadir.read(attendance.asked(visit), heard), Took)
