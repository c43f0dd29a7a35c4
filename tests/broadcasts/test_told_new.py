"""A new announcement in one sentence, and what comes back to one."""

import json
from datetime import timedelta

import pytest

from bot.store.broadcasts import receipts
from tests.broadcasts.crowd import here, ledger, rows, tick, tick_until
from tests.broadcasts.officers import ALL, CURIO, MALUA, TEXT, draft, hour_of, html, out, planned, town
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]


# --- a new one -------------------------------------------------------------------------------------------------------

_LIST = "kumpulkan daftar peserta paling lambat jumat"


@pytest.mark.parametrize(
    ("typed", "scope", "text"),
    [
        ("tolong kasih tau semua fasilitator curio kalau rapat jadi jumat", CURIO, "rapat jadi jumat"),
        ("kasi tau fasilitator curio musrenbangnya pindah ke baruga", CURIO, "musrenbangnya pindah ke baruga"),
        (
            "umumkan ke fasilitator malua bisa ikut susulan tgl 15 februari?",
            MALUA,
            "bisa ikut susulan tgl 15 februari?",
        ),
    ],
)
async def test_a_new_one_has_each_in_its_place(here: Kabupaten, typed: str, scope: str, text: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_tawaran.jadi.tanya")
    await here.says(masyita, "ya")
    await here.says(masyita, "cukup")
    await here.says(masyita, "lihat contohnya")
    assert await html(here) == text
    assert await rows(here, "SELECT scope, starts_at FROM broadcasts") == [(scope, None)]


async def test_whom_it_is_for_may_stand_before_the_words_that_are_asked_for(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "mau umumkan sesuatu")
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")
    await here.says(masyita, f"ke fasilitator malua: {_LIST}")
    assert masyita.newest().text in mentions("siaran_kartu")
    assert await html(here) == _LIST
    assert await rows(here, "SELECT flow FROM conversations") == []


@pytest.mark.parametrize(
    "typed",
    [
        f"buat pengumuman untuk fasilitator malua besok jam 8: {_LIST}",
        f"besok jam 8 kirim ke fasilitator malua: {_LIST}",
        f"tolong besok jam 8 kirimkan ke fasilitator malua: {_LIST}",
        f"kirim besok jam 8 ke fasilitator malua: {_LIST}",
    ],
)
async def test_one_that_leaves_nothing_to_ask_is_shown_with_its_hour(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert "08.00" in masyita.newest().text
    assert await html(here) == _LIST
    assert await rows(here, "SELECT scope, starts_at IS NOT NULL FROM broadcasts") == [(MALUA, True)]


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
    masyita, *_ = await town(here)
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
    masyita, baso, tini = await town(here)
    await out(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"), (tini, "siap bu hadir"))
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("jawab_ini", dari_siapa="Baso")
    await here.says(masyita, "ya")
    assert await rows(here, "SELECT answer FROM broadcast_replies WHERE answer IS NOT NULL") == [(typed,)]


async def test_of_several_it_is_asked_whose_answer_an_hour_is(here: Kabupaten) -> None:
    masyita, baso, tini = await town(here)
    await out(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"), (tini, "mulainya kapan bu?"))
    await here.says(masyita, "jam 9 pak")
    assert masyita.newest().text in says("siaran_jawab_disimpan")
    await here.says(masyita, "baso")
    assert await _open(here) == 1


@pytest.mark.parametrize("order", ["bilang sama baso", "bilangi baso:"])
async def test_the_order_is_no_part_of_the_answer(here: Kabupaten, order: str) -> None:
    masyita, baso, tini = await town(here)
    await out(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"), (tini, "di mana bu?"))
    await here.says(masyita, f"{order} jam 10, tidak usah bawa teman")
    found = await rows(here, "SELECT answer FROM broadcast_replies WHERE answer IS NOT NULL")
    assert found == [("jam 10, tidak usah bawa teman",)]


@pytest.mark.parametrize("typed", ["lihat semua jawabannya", "apa jawaban mereka", "apa saja jawabannya bu"])
async def test_the_answers_to_the_newest_are_shown(here: Kabupaten, typed: str) -> None:
    masyita, baso, _ = await town(here)
    await out(here, masyita, "rapat persiapan di kantor camat")
    await _asked(here, (baso, "jam berapa bu?"))
    await here.says(masyita, "halo")
    await here.says(masyita, typed)
    assert "jam berapa bu?" in masyita.newest().text


@pytest.mark.parametrize("typed", ["ingatkan yang belum jawab", "tolong ingatkan yang belum"])
async def test_who_has_not_answered_the_newest_is_shown_to_be_reminded(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, "rapat persiapan di kantor camat")
    await here.says(masyita, "halo")
    await here.says(masyita, typed)
    assert masyita.newest().offers("a:ingatkan:")


async def test_what_is_held_until_tomorrow_is_said_to_be(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    for text in ("satu", "dua"):
        await out(here, masyita, text)
    await draft(here, masyita)
    await here.says(masyita, "kirim sekarang juga")
    assert masyita.newest().text in says("siaran_baru_besok")
    await here.says(masyita, "penting")
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")


async def test_what_everybody_gets_tomorrow_is_not_promised_in_a_minute(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    for text in ("satu", "dua"):
        await out(here, masyita, text)
    await draft(here, masyita)
    await here.says(masyita, "kirim 2 orang")
    assert masyita.newest().text in says("siaran_siap", besok=True, pada="", oleh="")


async def test_what_waits_for_a_quiet_spell_is_promised_for_its_end(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    here.stand(here.clock.now().replace(hour=10, minute=30))  # 18.30 there
    await draft(here, masyita)
    await here.says(masyita, "kirim 2 orang")
    assert masyita.newest().text in says("siaran_siap", besok=False, oleh="")
    assert "19.45" in masyita.newest().text
    here.stand(here.clock.now() + timedelta(minutes=5))
    await tick(here)
    assert "sent" not in await ledger(here)
    here.stand(here.clock.now().replace(hour=11, minute=46))
    await tick_until(here, "done")
    assert (await ledger(here))["sent"] == 2


@pytest.mark.parametrize(
    ("caption", "left"),
    [
        ("tolong kirim ke semua fasilitator ya", ""),
        ("surat pelatihan 8 februari tolong kirim ke semua fasilitator ya", "surat pelatihan 8 februari"),
    ],
)
async def test_an_order_below_a_photo_is_no_part_of_its_words(here: Kabupaten, caption: str, left: str) -> None:
    masyita, *_ = await town(here)
    photo = {"file_id": "foto", "file_unique_id": "f", "width": 9, "height": 9}
    await here.posts(masyita, {"photo": [photo], "caption": caption})
    await here.says(masyita, "ya")
    (found,) = (await rows(here, "SELECT state FROM conversations WHERE flow = 'siaran'"))[0]
    told = json.loads(found)["answers"]
    assert told["pesan"]["value"]["html"].strip() == left
    assert {one["value"] for one in told["peran"]["value"]} == {"fasilitator_desa", "fasilitator_kecamatan"}


async def test_the_menu_names_announcements(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "halo")
    assert masyita.newest().offers("a:daftar:")


@pytest.mark.parametrize("reason", ["ralat jumat jadi sabtu"])
async def test_why_nothing_is_put_right_is_true(here: Kabupaten, reason: str) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, "rapat jumat 15 januari 2027 jam 9")
    await here.says(masyita, reason)
    assert any(one.text in says("siaran_tulis_ulang", hari=True) for one in masyita.phone.values())


async def test_several_sentences_in_one_town(here: Kabupaten) -> None:
    """From the first word to the ralat."""
    masyita, *_ = await town(here)
    for typed in (
        f"besok jam 8 kirim ke fasilitator curio: {TEXT}",
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
    assert await rows(here, "SELECT state, scope FROM broadcasts") == [("waiting", MALUA)]
    assert await html(here) == TEXT.replace("jam 9", "jam 10")
    here.stand(here.clock.now() + timedelta(days=2))
    await tick_until(here, "done")
    await here.says(masyita, "ralat jam 10 jadi jam 11")
    await here.says(masyita, "ya ganti")
    assert await html(here) == TEXT.replace("jam 9", "jam 11")


async def test_of_several_planned_it_is_asked_which(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await planned(here, masyita, "kumpulkan daftar peserta")
    was = await hour_of(here, one)
    await here.says(masyita, "siaran malua besok ganti jam 10")
    assert masyita.newest().text in says("siaran_yang_mana")
    assert await hour_of(here, one) == was


@pytest.mark.parametrize("typed", ["minta lihat dulu", "minta data peserta", "minta tolong bu", "minta"])
async def test_not_every_wish_asks_for_a_second_officer(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here, Place("Rahmi", "bappeda", ALL))
    await draft(here, masyita, ALL)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]


@pytest.mark.parametrize("typed", ["untuk curio saja", "eh kirim ke curio saja bu", "penerimanya di curio"])
async def test_a_sample_is_for_whom_is_told_below_it(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert (await rows(here, "SELECT scope FROM broadcasts")) == [(CURIO,)]
