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


async def _asked(here: Kabupaten, text: str = _TEXT) -> tuple[Someone, Someone]:
    """The author, and the second officer who was just asked."""
    ratna, hasnah = await without_a_phone(here, _OFFICERS)
    await without_a_phone(here, places(2))
    one = await announce(here.database, ratna.id, here.clock.now(), _EVERYBODY, text)
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


_VOICE = {"voice": {"file_id": "suara-1", "file_unique_id": "s1", "duration": 4, "mime_type": "audio/ogg"}}
_SIZES = [{"file_id": "foto-1", "file_unique_id": "f1", "width": 90, "height": 90}]


async def _files_of(here: Kabupaten, someone: Someone) -> list[str]:
    query = "SELECT method FROM outbox WHERE method IN ('sendVoice', 'sendPhoto') AND person_id = :p"
    return [row[0] for row in await rows(here, query.replace(":p", str(someone.id)))]


async def test_a_voice_is_her_note_after_one_yes_and_reaches_the_author(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.posts(hasnah, _VOICE)
    assert hasnah.newest().text in mentions("siaran_catatan_ini", oleh="Ratna")
    assert await _state(here) == "asked"
    await here.says(hasnah, "ya")
    assert ratna.newest().text in says("siaran_kembali", catatan=words("siaran_balasan_voice"))
    assert await _files_of(here, ratna) == ["sendVoice"]
    assert await _state(here) == "draft"


async def test_a_photo_whose_words_object_goes_back_at_once(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.posts(hasnah, {"photo": _SIZES, "caption": "tanggalnya salah bu, lihat suratnya"})
    assert ratna.newest().text in says("siaran_kembali", catatan="tanggalnya salah bu, lihat suratnya")
    assert await _files_of(here, ratna) == ["sendPhoto"]
    assert await _state(here) == "draft"


async def test_where_the_note_is_asked_for_a_voice_is_one(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "kembalikan")
    await here.posts(hasnah, _VOICE)
    assert await _files_of(here, ratna) == ["sendVoice"]
    assert await _state(here) == "draft"
    assert not await rows(here, "SELECT 1 FROM conversations")


async def test_a_voice_that_is_no_note_changes_nothing(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.posts(hasnah, _VOICE)
    await here.says(hasnah, "bukan")
    assert await _state(here) == "asked"
    assert not await _files_of(here, ratna)


async def test_one_more_voice_below_the_note_goes_after_it(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "jangan dikirim dulu, tanggalnya salah")
    await here.posts(hasnah, _VOICE)
    assert await _files_of(here, ratna) == ["sendVoice"]
    assert hasnah.newest().text in says("siaran_dikembalikan", kepada="Ratna")


async def test_a_letter_that_is_no_note_is_offered_as_an_announcement(here: Kabupaten) -> None:
    _, hasnah = await _asked(here)
    await here.posts(hasnah, {"photo": _SIZES, "caption": "Surat undangan rapat untuk semua fasilitator, Senin jam 9"})
    assert hasnah.newest().text in mentions("siaran_catatan_ini", oleh="Ratna")
    await here.says(hasnah, "bukan")
    assert hasnah.newest().text in mentions("form.siaran_tawaran.jadi.tanya")
    assert await _state(here) == "asked"


# --- after other words, and a yes in one's own ------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["sebentar bu saya cek dulu", "tunggu dulu ya bu", "saya baca dulu"])
async def test_who_looks_first_wrote_no_note_and_agrees_later(here: Kabupaten, typed: str) -> None:
    _, hasnah = await _asked(here)
    await here.says(hasnah, typed)
    assert hasnah.newest().text in says("siaran_kami_tunggu")
    await here.says(hasnah, "setuju kirim saja bu")
    assert await _state(here) == "waiting"


async def test_a_yes_to_the_announcement_is_no_yes_to_the_note(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "Bu Ani yang menerima laporan sudah pindah kantor")
    assert hasnah.newest().text in mentions("siaran_catatan_ini", oleh="Ratna")
    await here.says(hasnah, "setuju kirim saja bu")
    assert await _state(here) == "waiting"
    assert ratna.newest().text in says("siaran_siap", oleh="Hasnah")


async def test_tasks_name_what_waits_and_a_yes_after_them_sends_it(here: Kabupaten) -> None:
    _, hasnah = await _asked(here)
    await here.says(hasnah, "apa tugas saya")
    assert hasnah.newest().text in says("siaran_menunggu_dilihat")
    await here.says(hasnah, "setuju bu kirim saja")
    assert await _state(here) == "waiting"


@pytest.mark.parametrize("first", ["apa tugas saya", "jadwal"])
async def test_an_objection_after_other_words_is_still_a_note(here: Kabupaten, first: str) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, first)
    await here.says(hasnah, "bu tahunnya salah, harusnya 2027")
    assert ratna.newest().text in says("siaran_kembali", catatan="bu tahunnya salah, harusnya 2027")
    assert await _state(here) == "draft"


async def test_a_question_of_hers_is_offered_to_the_author(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "jam 4 atau jam 5 sore bu?")
    assert hasnah.newest().text in mentions("siaran_catatan_ini", oleh="Ratna")
    await here.says(hasnah, "ya")
    assert ratna.newest().text in says("siaran_kembali", catatan="jam 4 atau jam 5 sore bu?")


@pytest.mark.parametrize("typed", ["setuju tapi tahunnya 2027", "belum setuju bu"])
async def test_half_a_yes_sends_nothing(here: Kabupaten, typed: str) -> None:
    _, hasnah = await _asked(here)
    await here.says(hasnah, "apa tugas saya")
    await here.says(hasnah, typed)
    assert await _state(here) != "waiting"


@pytest.mark.parametrize("typed", ["oh iya, betulkan jadi 16 januari 2027", "yang benar 16 januari 2027 bukan 2026"])
async def test_the_author_puts_the_only_date_right_below_the_note(here: Kabupaten, typed: str) -> None:
    ratna, hasnah = await _asked(here, "tanggal 15 Januari 2026 batas akhir laporan")
    await here.says(hasnah, "bu tahunnya salah, harusnya 2027")
    await here.says(ratna, typed)
    assert ratna.newest().text in says("siaran_kartu")
    message = str((await rows(here, "SELECT message FROM broadcasts"))[0][0])
    assert "16 Januari 2027" in message
    assert "2026" not in message


async def test_a_bare_order_is_no_text_and_a_part_is_named_with_its_ending(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "bu tahunnya salah, harusnya 2027")
    await here.pushes(ratna, ratna.newest().buttons[0][1])  # Ubah
    await here.says(ratna, "ubah pesannya")
    assert ratna.newest().text in mentions("form.siaran.pesan.tanya")
    await here.says(ratna, "ubah")
    assert ratna.newest().text not in mentions("form.siaran.tinjau")
    await here.says(ratna, "tanggal 15 Januari 2027 batas akhir laporan")
    assert "2027" in ratna.newest().text


_DETOUR = "apa tugas saya"


@pytest.mark.parametrize("typed", ["oke mi bu kirim saja", "oke bu sudah benar", "iya boleh dikirim bu", "setuju pak"])
@pytest.mark.parametrize("before", [_DETOUR, "sebentar bu saya cek dulu"])
async def test_her_yes_is_heard_after_another_line(here: Kabupaten, before: str, typed: str) -> None:
    _, hasnah = await _asked(here)
    await here.says(hasnah, before)
    assert await _state(here) == "asked"
    await here.says(hasnah, typed)
    assert await _state(here) == "waiting"


async def test_what_may_be_about_anything_agrees_to_nothing_where_it_was_not_named(here: Kabupaten) -> None:
    _, hasnah = await _asked(here)
    await here.says(hasnah, "/jadwal")
    await here.says(hasnah, "oke bu sudah benar")
    assert await _state(here) == "asked"
    await here.says(hasnah, "kirim saja bu")
    assert await _state(here) == "waiting"


async def test_who_still_looks_at_it_was_not_silent(here: Kabupaten) -> None:
    ratna, hasnah = await _asked(here)
    await here.says(hasnah, "sebentar bu saya cek dulu")
    here.stand(here.clock.now() + timedelta(hours=4, minutes=1))
    await here.tick()
    assert ratna.newest().text in says("siaran_tak_disetujui", menulis=[], melihat=["Hasnah"])
