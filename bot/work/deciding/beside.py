"""What somebody sends with their answer where the question takes no such thing. A recording is the answer itself; a
picture stands beside the usulan, and the question waits for words: under the picture, or after it."""

from typing import Any

from bot.core import kinds
from bot.core.forms.heard import FileRef, Heard, Sent, Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.store.usulan import media
from bot.store.usulan import usulan as stored
from bot.work.visit import ALBUM_WAIT, Visit

#: The question of such a file; it stands beside the usulan's own.
SPOKEN = "klarifikasi"


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
