"""What somebody sends with their answer where the question takes no such thing. A recording is the answer itself; a
picture stands beside the usulan, and the question waits for words: under the picture, or after it."""

from typing import Any

from bot.core import kinds
from bot.core.forms.heard import FileRef, Heard, Sent, Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.core.stories.readings import told_in
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import tongue_of
from bot.store.usulan import events, media
from bot.store.usulan import usulan as stored
from bot.work.answering.correcting import difference
from bot.work.usulan import asked
from bot.work.visit import ALBUM_WAIT, Visit

#: The question of such a file; it stands beside the usulan's own.
SPOKEN = "klarifikasi"
_COUNTED, _OVER = ("ukuran", "jumlah"), ("bound", "lebih")  # "lewat 60 orang sehari" are no more than these


def is_foreign(question: Question | None, heard: Heard, what: str) -> bool:
    """Whether this is a file of that sort, and the question takes none. `question` None: it is about no field."""
    if not isinstance(heard, Sent) or heard.what != what or heard.file is None:
        return False
    return question is None or what not in kinds.find(question.kind).takes


def in_words(heard: Sent) -> Words:
    """What was sent, as an answer is shown."""
    caption = heard.caption or ""
    if heard.what == "voice":
        return Words("mesin.isi_suara", {"detik": heard.file.seconds if heard.file else 0, "teks": caption})
    return Words("mesin.isi_pesan", {"berkas": heard.what, "awal": caption, "lebih": False})


async def keep(visit: Visit, found: Usulan, heard: Sent) -> dict[str, Any]:
    """Returns the file as an answer keeps it. A picture shows the place, wherever it stands."""
    file: FileRef | None = heard.file
    assert file is not None
    told = file.to_json() | {"caption": heard.caption}
    media.keep(visit.turn, found.id, SPOKEN, heard.what, told)
    await visit.ask_once(stored.sift_again, found.id)
    return told


def _say_kept(visit: Visit, found: Usulan, heard: Sent) -> None:
    """Once for the pictures of an album."""
    slot = f"album:{visit.turn.lane}:{heard.album}" if heard.album else None
    number = visit.office.spoken_number(found)
    visit.send(visit.text("klarifikasi_foto_disimpan", nomor=number), slot=slot, delay=ALBUM_WAIT if slot else 0.0)


async def keep_and_read(visit: Visit, found: Usulan, heard: Sent) -> Typed | None:
    """The words under a picture that cannot be the answer; None where there are none, and it is said that some are
    wanted."""
    await keep(visit, found, heard)
    words = Typed(heard.caption, heard.message) if heard.caption else None
    if words is None:
        _say_kept(visit, found, heard)
    return words


async def count_in(visit: Visit, found: Usulan, words: str) -> list[dict[str, str]]:
    """How big it is and how many it concerns, where an answer in own words tells it and nobody had: it counts as told.
    Returns the differences."""
    told: dict[str, Any] = {}
    for one in told_in(words, tongue_of(visit.office.catalog.world.spellings)):
        is_lacking = not found.answers.get(one.sort) or is_unknown(found.answers[one.sort])
        if one.sure and one.sort in _COUNTED and is_lacking and asked.may_change(found, one.sort):
            told[one.sort] = {key: value for key, value in one.value.items() if (key, value) != _OVER}
    if told:
        await visit.ask_once(stored.correct, found.id, found.answers | told)
    for key, value in told.items():
        events.note(visit.turn, found.id, events.CORRECTED, tanya=key, dari=found.answers.get(key), jadi=value, cara="")
    return [difference(visit.office, key, found.answers.get(key), told[key], found.answers) for key in told]
