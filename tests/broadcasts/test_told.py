"""What an officer says of an announcement: one reading of the sentence, and what is done as it stands."""

import json
from datetime import timedelta

import pytest

from bot.core.broadcasts.shapes import Audience, Message
from bot.store.broadcasts import broadcasts, receipts
from tests.broadcasts.crowd import here, rows, run, tick_until
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place, without_a_phone
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]

_MALUA, _CURIO, _ALL = "73.16.09", "73.16.08", "73.16"
_ROLES = ("fasilitator_desa",)
_TEXT = "rapat persiapan tgl 15 januari jam 9 di kantor camat"
_PEOPLE = (
    Place("Masyita", "bappeda", _ALL),
    Place("Baso", "fasilitator_desa", f"{_MALUA}.2002"),
    Place("Tini", "fasilitator_desa", f"{_MALUA}.2005"),
)


async def _town(here: Kabupaten, *more: Place) -> list[Someone]:
    return await without_a_phone(here, [*_PEOPLE, *more])


async def _draft(here: Kabupaten, author: Someone, scope: str = _MALUA, text: str = _TEXT) -> int:
    """Shown, with its buttons below it."""
    async with here.database.write() as connection:
        one = await broadcasts.add(connection, author.id, Audience((scope,), _ROLES), Message(text), here.clock.now())
    await here.pushes(author, f"a:contoh:{one}")
    return one


async def _planned(here: Kabupaten, author: Someone, text: str = _TEXT, scope: str = _MALUA) -> int:
    """Of tomorrow."""
    now = here.clock.now()
    start = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return await announce(here.database, author.id, now, Audience((scope,), _ROLES), text, starts_in=start - now)


async def _sent(here: Kabupaten, author: Someone, text: str = _TEXT, scope: str = _MALUA) -> int:
    one = await announce(here.database, author.id, here.clock.now(), Audience((scope,), _ROLES), text)
    await tick_until(here, "done")
    return one


async def _html(here: Kabupaten) -> str:
    found = (await rows(here, "SELECT message FROM broadcasts ORDER BY id DESC LIMIT 1"))[0][0]
    return str((json.loads(found) if isinstance(found, str) else found)["html"])


async def _hour(here: Kabupaten, one: int) -> str:
    """By the clock of Greenwich, eight hours behind."""
    return str((await rows(here, f"SELECT next_at FROM broadcasts WHERE id = {one}"))[0][0])[11:16]


# --- a sample --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("pesannya ganti jadi surat pelatihan 8 februari, mohon dibaca", "surat pelatihan 8 februari, mohon dibaca"),
        ("eh isinya diubah menjadi: rapat ditunda", "rapat ditunda"),
        ("ganti tulisannya jadi rapat ditunda, kabar menyusul", "rapat ditunda, kabar menyusul"),
        ("pesannya: rapat ditunda", "rapat ditunda"),
        ("jam 9 ganti jam 10", _TEXT.replace("jam 9", "jam 10")),
        ("bukan jam 9 tapi jam 10", _TEXT.replace("jam 9", "jam 10")),
        ("oh iya jamnya jam 10", _TEXT.replace("jam 9", "jam 10")),
        ("jam 10 bukan jam 9", _TEXT.replace("jam 9", "jam 10")),
        ("ganti jam 9 jadi jam 10", _TEXT.replace("jam 9", "jam 10")),
        ("maaf bu jamnya harusnya 10", _TEXT.replace("jam 9", "jam 10")),
        ("tgl 15 ganti tgl 16", _TEXT.replace("15", "16")),
        ("tanggal 15 diganti tanggal 16", _TEXT.replace("tgl 15", "tanggal 16")),
        ("ganti kantor camat jadi aula desa", _TEXT.replace("kantor camat", "aula desa")),
    ],
)
async def test_a_sample_is_put_right_in_words(here: Kabupaten, typed: str, wanted: str) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita)
    await here.says(masyita, typed)
    assert (await _html(here)).replace("tanggal", "tgl") == wanted.replace("tanggal", "tgl")
    assert masyita.newest().text in says("siaran_kartu")


@pytest.mark.parametrize(
    "typed",
    [
        "salah kecamatan, ganti curio",
        "kecamatannya curio, bukan malua",
        "bukan malua tapi curio",
        "malua ganti curio",
        "kecamatannya curio saja",
        "eh penerimanya curio bu",
        "maaf salah kecamatan harusnya ke curio",
    ],
)
async def test_a_sample_goes_to_others_in_words(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita)
    await here.says(masyita, typed)
    assert (await rows(here, "SELECT scope FROM broadcasts")) == [(_CURIO,)]
    assert masyita.newest().text in says("siaran_kartu")


@pytest.mark.parametrize("typed", ["ubah pesan", "ganti pesannya bu", "mau ubah isinya dulu"])
async def test_its_words_are_asked_for(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")
    await here.says(masyita, "lihat contohnya")  # a button's own words are no text
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")
    await here.says(masyita, "bisa ikut susulan tgl 16?")
    assert masyita.newest().text in mentions("form.siaran.tinjau")
    await here.says(masyita, "lihat contohnya")
    assert await _html(here) == "bisa ikut susulan tgl 16?"


@pytest.mark.parametrize("typed", ["minta bu rahmi", "minta petugas kedua", "mintakan persetujuan ibu rahmi dulu"])
async def test_a_second_officer_is_asked_for(here: Kabupaten, typed: str) -> None:
    masyita, *_, rahmi = await _town(here, Place("Rahmi", "bappeda", _ALL))
    await _draft(here, masyita, _ALL)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("asked",)]
    await here.says(rahmi, "jamnya salah bu, harusnya 10")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]
    await here.says(masyita, "jam 9 ganti jam 10")  # below her note
    assert await _html(here) == _TEXT.replace("jam 9", "jam 10")


@pytest.mark.parametrize("typed", ["kirim 2 orang", "kirim ke 2 orang", "ok kirim mi, 2 penerima"])
async def test_it_is_sent_with_its_number_in_one_sentence(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("waiting",)]


async def test_another_number_sends_nothing(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita)
    await here.says(masyita, "kirim 5 orang")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]


async def test_an_hour_of_several_is_asked_for(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita, text="jam 8 kumpul, jam 9 rapat")
    await here.says(masyita, "oh iya jamnya jam 10")
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")


async def test_usual_is_shown_again_and_urgent_asks_why(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita)
    await here.says(masyita, "biasa ji")
    assert masyita.newest().text in says("siaran_kartu")
    await here.says(masyita, "penting bu")
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")


# --- planned ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["siaran malua besok ganti jam 10", "eh yang malua besok jam 10 saja", "yang malua jamnya ganti jam 10 bu"],
)
async def test_a_planned_one_is_named_by_its_place(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    one = await _planned(here, masyita)
    await _planned(here, masyita, "kumpulkan daftar peserta", _CURIO)
    await here.says(masyita, "halo")
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_jam_gantikah")
    await here.says(masyita, "ya")
    assert await _hour(here, one) == "02:00"


@pytest.mark.parametrize("typed", ["yang nomor 1 ganti jam 10", "nomor 1 jam 10 saja"])
async def test_a_planned_one_is_named_by_its_number(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    one = await _planned(here, masyita)
    await here.says(masyita, "siaran apa yang terjadwal")
    await here.says(masyita, typed)
    await here.says(masyita, "ya")
    assert await _hour(here, one) == "02:00"


async def test_the_hour_that_it_has_is_confirmed(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    one = await _planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "jam 8 ya")
    assert masyita.newest().text in says("siaran_jam_sudah")


@pytest.mark.parametrize("typed", ["rencana siaran besok", "siaran apa yang terjadwal", "siaran besok apa saja"])
async def test_what_is_planned_is_listed_with_what_is_held_until_tomorrow(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await _planned(here, masyita, "kumpulkan daftar peserta")
    held = await _planned(here, masyita, scope=_CURIO)
    await run(here, f"UPDATE broadcasts SET state = 'running' WHERE id = {held}")
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_belum_berangkat")
    assert "kumpulkan daftar" in masyita.newest().text
    assert "rapat persiapan" in masyita.newest().text


# --- out -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "stop, salah kecamatan, tarik yang tadi",
        "siaran tadi salah kecamatan, tarik",
        "tarik siaran malua",
        "hapus pengumuman yang ke malua tadi",
    ],
)
@pytest.mark.parametrize("no", ["tidak", "jangan", "jangan dulu bu"])
async def test_taking_back_is_asked_once_and_a_no_keeps_it(here: Kabupaten, typed: str, no: str) -> None:
    masyita, *_ = await _town(here)
    await _sent(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_tarikkah")
    await here.says(masyita, no)
    assert masyita.newest().text in says("siaran_tetap")
    assert await rows(here, "SELECT state FROM broadcasts") == [("done",)]


@pytest.mark.parametrize(
    "typed",
    [
        "ralat jam 9 jadi jam 10",
        "ralat rapat persiapan jam 10",
        "ralat rapat persiapan jam 10 bukan jam 9",
        "tolong diralat, jamnya jam 10",
        "ralat: jam 9 diganti jam 10 bu",
    ],
)
async def test_a_ralat_in_one_sentence_is_prepared(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await _sent(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_ralat.tinjau")
    await here.says(masyita, "ya ganti")
    assert await _html(here) == _TEXT.replace("jam 9", "jam 10")


@pytest.mark.parametrize("typed", ["jam 9 nya saja yang diganti jam 10", "bukan begitu, jam 9 jadi jam 10"])
async def test_below_the_question_of_a_ralat_only_the_hour_is_told(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    one = await _sent(here, masyita)
    await here.pushes(masyita, f"a:ralat:{one}")
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_ralat.tinjau")
    await here.says(masyita, "ya ganti")
    assert await _html(here) == _TEXT.replace("jam 9", "jam 10")


# --- a new one -------------------------------------------------------------------------------------------------------

_LIST = "kumpulkan daftar peserta paling lambat jumat"


@pytest.mark.parametrize(
    ("typed", "scope", "text", "hour"),
    [
        (f"buat pengumuman untuk fasilitator malua besok jam 8: {_LIST}", _MALUA, _LIST, "08.00"),
        (f"besok jam 8 kirim ke fasilitator malua: {_LIST}", _MALUA, _LIST, "08.00"),
        (f"tolong besok jam 8 kirimkan ke fasilitator malua: {_LIST}", _MALUA, _LIST, "08.00"),
        (f"kirim besok jam 8 ke fasilitator malua: {_LIST}", _MALUA, _LIST, "08.00"),
        ("tolong kasih tau semua fasilitator curio kalau rapat jadi jumat", _CURIO, "rapat jadi jumat", ""),
        ("kasi tau fasilitator curio musrenbangnya pindah ke baruga", _CURIO, "musrenbangnya pindah ke baruga", ""),
        (
            "umumkan ke fasilitator malua bisa ikut susulan tgl 15 februari?",
            _MALUA,
            "bisa ikut susulan tgl 15 februari?",
            "",
        ),
        ("kabari fasilitator malua bahwa musdes tgl 20 januari jam 9", _MALUA, "musdes tgl 20 januari jam 9", ""),
    ],
)
async def test_a_new_one_has_each_in_its_place(here: Kabupaten, typed: str, scope: str, text: str, hour: str) -> None:
    masyita, *_ = await _town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_tawaran.jadi.tanya")
    await here.says(masyita, "ya")
    await here.says(masyita, "cukup")
    card = masyita.newest().text
    assert (hour or "08.00") in card or not hour
    await here.says(masyita, "lihat contohnya")
    assert await _html(here) == text
    assert await rows(here, "SELECT scope, starts_at IS NOT NULL FROM broadcasts") == [(scope, bool(hour))]


@pytest.mark.parametrize(
    "typed",
    [
        "kirim data ke fasilitator",
        "kasih tau saya jadwal musrenbang",
        "ingatkan saya besok jam 8",
        "kirim laporan besok jam 8",
    ],
)
async def test_other_wishes_are_no_announcement(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text not in mentions("form.siaran_tawaran.jadi.tanya")


# --- what comes back -------------------------------------------------------------------------------------------------


async def _asked(here: Kabupaten, *words: tuple[Someone, str]) -> None:
    (one,) = (await rows(here, "SELECT id FROM broadcasts ORDER BY id DESC LIMIT 1"))[0]
    async with here.database.write() as connection:
        for who, told in words:
            await receipts.keep_reply(connection, one, who.id, 7, told, here.clock.now())


async def _open(here: Kabupaten) -> int:
    return int((await rows(here, "SELECT count(*) FROM broadcast_replies WHERE answer IS NULL"))[0][0])


@pytest.mark.parametrize("typed", ["jam 9 pak", "jam 9 pagi bu", "pukul 9"])
async def test_an_hour_is_offered_as_the_answer_to_the_only_one_who_asked(here: Kabupaten, typed: str) -> None:
    masyita, baso, tini = await _town(here)
    await _sent(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"), (tini, "siap bu hadir"))
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("jawab_ini", dari_siapa="Baso")
    await here.says(masyita, "ya")
    assert await rows(here, "SELECT answer FROM broadcast_replies WHERE answer IS NOT NULL") == [(typed,)]


async def test_of_several_it_is_asked_whose_answer_an_hour_is(here: Kabupaten) -> None:
    masyita, baso, tini = await _town(here)
    await _sent(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"), (tini, "mulainya kapan bu?"))
    await here.says(masyita, "jam 9 pak")
    assert masyita.newest().text in says("siaran_jawab_disimpan")
    await here.says(masyita, "baso")
    assert await _open(here) == 1


@pytest.mark.parametrize("order", ["bilang sama baso", "bilangi baso:"])
async def test_the_order_is_no_part_of_the_answer(here: Kabupaten, order: str) -> None:
    masyita, baso, tini = await _town(here)
    await _sent(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"), (tini, "di mana bu?"))
    await here.says(masyita, f"{order} jam 10, tidak usah bawa teman")
    found = await rows(here, "SELECT answer FROM broadcast_replies WHERE answer IS NOT NULL")
    assert found == [("jam 10, tidak usah bawa teman",)]


@pytest.mark.parametrize("typed", ["lihat semua jawabannya", "apa jawaban mereka", "apa saja jawabannya bu"])
async def test_the_answers_to_the_newest_are_shown(here: Kabupaten, typed: str) -> None:
    masyita, baso, _ = await _town(here)
    await _sent(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"))
    await here.says(masyita, "halo")
    await here.says(masyita, typed)
    assert "jam berapa bu?" in masyita.newest().text


@pytest.mark.parametrize("typed", ["ingatkan yang belum jawab", "tolong ingatkan yang belum"])
async def test_who_has_not_answered_the_newest_is_shown_to_be_reminded(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await _sent(here, masyita, "rapat persiapan di kantor camat")
    await here.says(masyita, "halo")
    await here.says(masyita, typed)
    assert masyita.newest().offers("a:ingatkan:")


async def test_what_is_held_until_tomorrow_is_said_to_be(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    for text in ("satu", "dua"):
        await _sent(here, masyita, text)
    await _draft(here, masyita)
    await here.says(masyita, "kirim sekarang juga")
    assert masyita.newest().text in says("siaran_baru_besok")
    await here.says(masyita, "penting")
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")


async def test_what_everybody_gets_tomorrow_is_not_promised_in_a_minute(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    for text in ("satu", "dua"):
        await _sent(here, masyita, text)
    await _draft(here, masyita)
    await here.says(masyita, "kirim 2 orang")
    assert masyita.newest().text in says("siaran_siap", besok=True, pada="", oleh="")


@pytest.mark.parametrize(
    ("caption", "left"),
    [
        ("tolong kirim ke semua fasilitator ya", ""),
        ("kirim ke fasilitator malua bu", ""),
        ("surat pelatihan 8 februari tolong kirim ke semua fasilitator ya", "surat pelatihan 8 februari"),
    ],
)
async def test_an_order_below_a_photo_is_no_part_of_its_words(here: Kabupaten, caption: str, left: str) -> None:
    masyita, *_ = await _town(here)
    photo = {"file_id": "foto", "file_unique_id": "f", "width": 9, "height": 9}
    await here.posts(masyita, {"photo": [photo], "caption": caption})
    await here.says(masyita, "ya")
    (found,) = (await rows(here, "SELECT state FROM conversations WHERE flow = 'siaran'"))[0]
    told = json.loads(found)["answers"]
    assert told["pesan"]["value"]["html"].strip() == left
    assert {one["value"] for one in told["peran"]["value"]} == {"fasilitator_desa", "fasilitator_kecamatan"}


async def test_the_menu_names_announcements(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    await here.says(masyita, "halo")
    assert masyita.newest().offers("a:daftar:")


@pytest.mark.parametrize("reason", ["ralat jumat jadi sabtu"])
async def test_why_nothing_is_put_right_is_true(here: Kabupaten, reason: str) -> None:
    masyita, *_ = await _town(here)
    await _sent(here, masyita, "rapat jumat 15 januari 2027 jam 9")
    await here.says(masyita, reason)
    assert any(one.text in says("siaran_tulis_ulang", hari=True) for one in masyita.phone.values())


async def test_several_sentences_in_one_town(here: Kabupaten) -> None:
    """From the first word to the ralat."""
    masyita, *_ = await _town(here)
    for typed in (
        f"besok jam 8 kirim ke fasilitator curio: {_TEXT}",
        "ya",
        "cukup",
        "lihat contohnya",
        "salah kecamatan, ganti malua",
        "jam 9 ganti jam 10",
        "kirim 2 orang",
        "eh yang malua besok jam 9 saja",
        "ya",
    ):
        await here.says(masyita, typed)
    assert await rows(here, "SELECT state, scope FROM broadcasts") == [("waiting", _MALUA)]
    assert await _html(here) == _TEXT.replace("jam 9", "jam 10")
    here.stand(here.clock.now() + timedelta(days=2))
    await tick_until(here, "done")
    await here.says(masyita, "ralat jam 10 jadi jam 11")
    await here.says(masyita, "ya ganti")
    assert await _html(here) == _TEXT.replace("jam 9", "jam 11")


async def test_of_several_planned_it_is_asked_which(here: Kabupaten) -> None:
    masyita, *_ = await _town(here)
    one = await _planned(here, masyita)
    await _planned(here, masyita, "kumpulkan daftar peserta")
    was = await _hour(here, one)
    await here.says(masyita, "siaran malua besok ganti jam 10")
    assert masyita.newest().text in says("siaran_yang_mana")
    assert await _hour(here, one) == was


@pytest.mark.parametrize("typed", ["minta lihat dulu", "minta data peserta", "minta tolong bu", "minta"])
async def test_not_every_wish_asks_for_a_second_officer(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here, Place("Rahmi", "bappeda", _ALL))
    await _draft(here, masyita, _ALL)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]


@pytest.mark.parametrize("typed", ["untuk curio saja", "eh kirim ke curio saja bu", "penerimanya di curio"])
async def test_a_sample_is_for_whom_is_told_below_it(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await _town(here)
    await _draft(here, masyita)
    await here.says(masyita, typed)
    assert (await rows(here, "SELECT scope FROM broadcasts")) == [(_CURIO,)]
