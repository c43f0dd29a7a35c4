"""What a second officer types while an announcement waits for their yes goes back to its author, and does nothing
else."""

from datetime import timedelta

import pytest

from bot.core.broadcasts.shapes import Audience
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DRAFT
from tests.broadcasts.crowd import here, rows, run
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place, places, without_a_phone
from tests.support.phones import Someone
from tests.support.sentences import mentions, says, words
from tests.support.villages import KABUPATEN

__all__ = ["here"]

_TEXT = "tanggal 15 Januari batas akhir laporan"
_EVERYBODY = Audience((KABUPATEN,), ("fasilitator_desa",))
_OFFICERS = [Place(name, "bappeda", KABUPATEN) for name in ("Ratna", "Hasnah")]


async def _asked(here: Kabupaten) -> tuple[Someone, Someone]:
    """The author, and the second officer who was just asked."""
    ratna, hasnah = await without_a_phone(here, _OFFICERS)
    await without_a_phone(here, places(2))
    one = await announce(here.database, ratna.id, here.clock.now(), _EVERYBODY, _TEXT)
    async with here.database.write() as connection:
        await broadcasts.change(connection, one, state=DRAFT, next_at=None)
    await here.pushes(ratna, f"a:kirim:{one}")
    assert await _state(here) == "asked"
    return ratna, hasnah


async def _state(here: Kabupaten) -> str:
    return str((await rows(here, "SELECT state FROM broadcasts"))[0][0])


async def _paused(here: Kabupaten) -> int:
    return int((await rows(here, "SELECT count(*) FROM learners WHERE paused_until IS NOT NULL"))[0][0])


@pytest.mark.parametrize(
    "typed",
    [
        "jangan dikirim dulu",
        "tanggalnya salah bu harusnya tanggal 16",
        "saya belum setuju, kembalikan",
        "tolong dibetulkan dulu bu, tanggalnya 16 Desember",
    ],
)
async def test_what_objects_goes_back_to_the_author_with_these_words(here: Kabupaten, typed: str) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, typed)
    assert hasnah.newest().text in says("siaran_dikembalikan", kepada="Ratna")
    assert ratna.newest().text in says("siaran_kembali", oleh="Hasnah", catatan=typed)
    assert await _state(here) == "draft"
    assert not await _paused(here)


async def test_more_is_added_to_the_note(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "jangan dikirim dulu")
    await here.says(hasnah, "tanggalnya salah bu harusnya tanggal 16")
    assert ratna.newest().text in says("siaran_kembali", catatan="tanggalnya salah bu harusnya tanggal 16")


async def test_a_bare_no_is_asked_for_the_note(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "kembalikan")
    assert hasnah.newest().text in mentions("form.siaran_catatan.catatan.tanya")
    await here.says(hasnah, "tanggalnya 16")
    assert ratna.newest().text in says("siaran_kembali", catatan="tanggalnya 16")


async def test_other_words_are_asked_about_once_and_nobody_says_that_she_was_silent(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "Bu Ani yang menerima laporan sudah pindah kantor")
    assert hasnah.newest().text in mentions("siaran_catatan_ini", oleh="Ratna")
    assert await _state(here) == "asked"
    here.stand(here.clock.now() + timedelta(hours=4, minutes=1))
    await here.tick()
    assert ratna.newest().text in says("siaran_tak_disetujui", menulis=["Hasnah"])
    await here.says(hasnah, "ya")
    assert ratna.newest().text in says("siaran_kembali", catatan="Bu Ani yang menerima laporan sudah pindah kantor")


async def test_agreeing_and_work_of_theirs_stay_what_they_are(here: Kabupaten) -> None:
    _, hasnah = await _asked(here)
    await here.says(hasnah, "apa tugas saya")
    assert await _state(here) == "asked"
    assert hasnah.newest().text not in mentions("siaran_catatan_ini", oleh="Ratna")
    await here.says(hasnah, "jangan dikirim dulu")
    assert await _state(here) == "draft"
    assert not await _paused(here)


async def test_a_yes_still_sends_it(here: Kabupaten) -> None:
    _, hasnah = await _asked(here)
    await here.says(hasnah, "sudah betul, setuju")
    assert await _state(here) == "waiting"


async def test_who_wrote_nothing_did_not_answer(here: Kabupaten) -> None:
    ratna, _ = await _asked(here)
    await run(here, "UPDATE broadcasts SET next_at = made_at")
    await here.tick()
    assert ratna.newest().text in says("siaran_tak_disetujui", menulis=[])
    assert words("tombol_siaran_sendiri") in [label for label, _ in ratna.newest().buttons]
