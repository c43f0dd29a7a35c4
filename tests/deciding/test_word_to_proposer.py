"""Whoever reads an usulan has something to say to its proposer that asks nothing; the proposer may answer back."""

import pytest

from bot.simulator.protocol import Json
from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.sentences import says, words

_KEPT = "SELECT detail FROM events WHERE kind = 'pesan'"


async def _send(place: Asking, typed: str, replied_to: int | None = None) -> Json:
    """It goes after a yes, and not before; what Sitti reads then."""
    await place.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await place.ask(place.rahman, typed, says("kata_kepada"), reply_to=replied_to)
    assert await place.town.rows(_KEPT) == []
    await place.press(place.rahman, words("kata_tombol_kirim"), says("kata_dikirim", nomor="Maiwa 1"))
    return await place.hears(place.sitti, says("kata_pembaca", nomor="Maiwa 1", siapa="Rahman"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bilang sama ibu sitti besok saya datang ukur baknya", "besok saya datang ukur baknya"),
        ("sampaikan ke daeng sitti, jauhkan anak2 dari jembatan", "jauhkan anak2 dari jembatan"),
        ("kasih tau pengusul Maiwa 1 saya ke sana sabtu", "saya ke sana sabtu"),
        ("tolong kasi tau siti kalau saya ke sana sabtu", "saya ke sana sabtu"),
        ("sampaikan ke yang usul bak air itu, sy ukur hari kamis", "sy ukur hari kamis"),
        ("bilang sama ibu sitti besok saya datang lihat bak airnya", "besok saya datang lihat bak airnya"),
        ("sampaikan ke sitti: bak airnya saya cek minggu depan", "bak airnya saya cek minggu depan"),
        ("teruskan ke Sitti: besok saya datang lihat bak airnya", "besok saya datang lihat bak airnya"),
        ("lanjutkan ke Sitti: bak airnya saya lihat besok", "bak airnya saya lihat besok"),
        ("tlg teruskan ke ibu sitti besok saya datang ukur", "besok saya datang ukur"),
    ],
)
async def test_a_word_goes_to_whoever_is_named(place: Asking, typed: str, said: str) -> None:
    assert f"\n{said}\n" in words_of(await _send(place, typed))
    assert [row[0] for row in await place.town.rows(_KEPT)] == [f'{{"isi": "{said}"}}']
    assert await place.town.rows("SELECT 1 FROM clarifications") == []


@pytest.mark.parametrize("typed", ["teruskan usulan Sitti ke kabupaten", "lanjutkan usulan Torra yang kemarin"])
async def test_an_usulan_that_is_to_go_on_is_no_word_to_anybody(place: Asking, typed: str) -> None:
    await place.ask(place.rahman, typed, bool)
    for sentence in (says("kata_kepada"), says("kata_tanpa_usulan")):
        assert not any(text in sentence for text in place.texts(place.rahman))


async def test_a_word_to_somebody_who_brought_nothing_sends_nobody_to_look(place: Asking) -> None:
    await place.ask(place.rahman, "bilang sama ibu hamsina besok saya datang lihat jalannya", says("kata_tanpa_usulan"))
    assert await place.town.rows("SELECT 1 FROM field_checks") == []


@pytest.mark.parametrize("by_button", [True, False])
async def test_the_proposer_answers_back_and_both_stand_in_the_history(place: Asking, *, by_button: bool) -> None:
    letter = await _send(place, "bilang sama ibu sitti besok saya datang ukur baknya")
    told = says("kata_balasan_terkirim", siapa="Rahman", nomor="Maiwa 1")
    if by_button:
        await place.press(place.sitti, words("kata_tombol_balas"), says("form.balas_kata.isi.tanya"))
        await place.ask(place.sitti, "iye puang, sy tunggu", told)
    else:
        await place.ask(place.sitti, "iye puang, sy tunggu", told, reply_to=int(letter["message_id"]))
    back = await place.hears(place.rahman, says("kata_dibalas", siapa="Sitti", nomor="Maiwa 1"))
    assert "iye puang, sy tunggu" in words_of(back)
    await place.open()
    history = words_of(await place.press(place.rahman, words("tombol_riwayat"), says("keadaan_riwayat")))
    assert "besok saya datang ukur baknya" in history
    assert "iye puang, sy tunggu" in history


async def test_a_reply_to_a_letter_about_an_usulan_is_a_word_to_its_proposer(place: Asking) -> None:
    shown = await place.open()
    said = "terima kasih puang, nanti saya ukur hari sabtu"
    assert said in words_of(await _send(place, said, int(shown["message_id"])))


@pytest.mark.parametrize("typed", ["terima kasih puang", "sudah saya baca usulannya ini", "uji silang usulan ini dulu"])
async def test_thanks_and_orders_in_reply_are_no_word(quick: Asking, typed: str) -> None:
    shown = await quick.open()
    await quick.ask(quick.rahman, typed, bool, reply_to=int(shown["message_id"]))
    assert not any(text in says("kata_kepada") for text in quick.texts(quick.rahman))


@pytest.mark.parametrize("of_one", [True, False])
async def test_a_reply_to_a_list_is_a_word_where_it_holds_only_one(quick: Asking, *, of_one: bool) -> None:
    if not of_one:
        await quick.bring("Hasnah", "Maiwa 2")
    listed = await quick.ask(quick.rahman, "/periksa", bool)
    typed, asked = "terima kasih puang, nanti saya ukur hari sabtu", says("kata_kepada")
    await quick.ask(quick.rahman, typed, asked if of_one else bool, reply_to=int(listed["message_id"]))
    assert of_one or not any(text in asked for text in quick.texts(quick.rahman))


@pytest.mark.parametrize("chosen", ["Maiwa 1", "Maiwa 2"])
async def test_of_several_whom_it_fits_one_is_chosen(quick: Asking, chosen: str) -> None:
    await quick.bring("Sitti Aminah", "Maiwa 2")
    await quick.ask(quick.rahman, "bilang ke sitti besok saya datang", says("kata_usulan_mana"))
    await quick.press(quick.rahman, chosen, says("kata_dikirim", nomor=chosen))
    assert len(await quick.town.rows(_KEPT)) == 1


async def test_of_somebody_without_an_usulan_here_it_is_said(quick: Asking) -> None:
    await quick.ask(quick.rahman, "bilang sama ibu fitri besok saya datang", says("kata_tanpa_usulan", nama="Fitri"))


@pytest.mark.parametrize(
    "typed",
    [
        "bilang sama pak camat rapatnya pindah",
        "sampaikan terima kasih",
        "sudah saya sampaikan ke sitti",
        "siapa yang bilang ke sitti",
        "sampaikan semua tugas saya",
    ],
)
async def test_what_names_no_proposer_is_no_word_to_one(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, bool)
    told = quick.texts(quick.rahman)
    assert not any(text in says(name) for text in told for name in ("kata_kepada", "kata_tanpa_usulan"))


async def test_a_villager_sends_no_word(quick: Asking) -> None:
    await quick.ask(quick.sitti, "bilang sama ibu sitti besok saya datang", bool)
    assert await quick.town.rows(_KEPT) == []


@pytest.mark.parametrize("text", ["makasih, saya tunggu", "iye terima kasih pak"])
async def test_thanks_below_it_reach_whoever_wrote(place: Asking, text: str) -> None:
    await _send(place, "bilang sama ibu sitti besok saya datang ukur baknya")
    await place.ask(place.sitti, text, says("kata_balasan_terkirim", siapa="Rahman", nomor="Maiwa 1"))
    assert text in words_of(await place.hears(place.rahman, says("kata_dibalas", siapa="Sitti", nomor="Maiwa 1")))
