"""What was sent is read by somebody else, comes back after it was withdrawn, or goes to the desa where it belongs: it
is asked first, and told to all who read it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.journeys.villagers import photo
from tests.support.sentences import mentions, says, words
from tests.support.town import Town, town

_YES = "Ya, jadi"
_SHUNS_NOBODY = [
    "siapa yang baca ini",
    "jangan pak lurah yang baca",
    "jangan lupa dibaca pak",
    "pak rahman sudah baca?",
]


@dataclass
class Sent:
    town: Town
    sitti: Proposer
    rahman: Person
    aisyah: Person

    async def number(self) -> tuple[str, str, int | None]:
        query = "SELECT status, desa, reader_id FROM usulan ORDER BY serial DESC"
        status, desa, reader = (await self.town.rows(query))[0]
        return str(status), str(desa), reader


@pytest.fixture
async def sent(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Sent]:
    async with town(sqlite_url, tmp_path) as place:
        rahman = await facilitator(place, "Rahman", "fasilitator_desa", DESA)
        aisyah = await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
        sitti = Proposer(place)
        await sitti.until_photo()
        await sitti.press("Cukup", mentions("form.usulan.pembaca.tanya"))
        yield Sent(place, sitti, rahman, aisyah)


async def _to_aisyah(sent: Sent) -> None:
    await sent.sitti.press("Pilih fasilitator kecamatan", mentions("form.usulan.tinjau"))
    await sent.sitti.press(words("tombol.kirim"), says("tanda_terima", sendiri=True))


async def _to_rahman(sent: Sent) -> None:
    await sent.sitti.press("Baik", mentions("form.usulan.tinjau"))
    await sent.sitti.press(words("tombol.kirim"), says("tanda_terima", sendiri=False))


@pytest.mark.parametrize(
    "text",
    [
        "jangan pak rahman yang baca",
        "jgn rahman yg baca ini",
        "saya tidak mau pak rahman baca usulanku",
        "jangan pak desa yang baca",
        "nda mau ka pak rahman lihat itu",
    ],
)
async def test_who_shall_not_read_it_is_said_after_it_was_sent(sent: Sent, text: str) -> None:
    await _to_rahman(sent)
    await sent.sitti.say(text, mentions("usulan_jadi_pembaca", pembaca="Aisyah", dibacakan=False))
    assert (await sent.number())[2] is None
    await sent.sitti.press(_YES, says("usulan_jadi_pembaca_selesai", pembaca="Aisyah", dibacakan=False))
    assert (await sent.number())[2] is not None


async def test_who_does_not_read_it_anyway_is_said_and_nothing_changes(sent: Sent) -> None:
    await _to_aisyah(sent)
    before = await sent.number()
    await sent.sitti.say("jangan pak rahman yang baca", says("usulan_jadi_sudah", pembaca="Aisyah"))
    assert await sent.number() == before


@pytest.mark.parametrize("text", _SHUNS_NOBODY)
async def test_what_shuns_nobody_changes_no_reader(sent: Sent, text: str) -> None:
    await _to_rahman(sent)
    assert "Aisyah" not in await sent.sitti.say(text, "")


async def test_where_nobody_else_reads_it_is_said(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        await facilitator(place, "Rahman", "fasilitator_desa", DESA)
        sitti = Proposer(place)
        await sitti.until_photo()
        await sitti.press("Cukup", mentions("form.usulan.tinjau"))
        await sitti.press(words("tombol.kirim"), says("tanda_terima"))
        await sitti.say("jangan pak rahman yang baca", mentions("usulan_jadi_tunggal", pembaca="Rahman"))


@pytest.mark.parametrize(
    "text",
    [
        "kenapa tidak dibacakan? sy mau dibacakan supaya orang dengar",
        "ganti pembacanya jadi Rahman",
        "tolong yg baca diganti, pak Rahman saja",
    ],
)
async def test_who_passed_the_desa_by_may_give_it_to_the_desa_after_all(sent: Sent, text: str) -> None:
    await _to_aisyah(sent)
    await sent.sitti.say(text, mentions("usulan_jadi_pembaca", pembaca="Rahman", dibacakan=True))
    assert (await sent.number())[2] is not None
    await sent.sitti.press(_YES, says("usulan_jadi_pembaca_selesai", pembaca="Rahman", dibacakan=True))
    assert (await sent.number())[2] is None
    await sent.town.simulator.wait_for(sent.rahman, says("pembaca_baru_kabar", dibacakan=True))
    await sent.town.simulator.wait_for(sent.aisyah, says("pembaca_lama_kabar", siapa="Rahman"))


async def test_and_the_other_way_round(sent: Sent) -> None:
    await _to_rahman(sent)
    await sent.sitti.say("ganti pembacanya jadi bu Aisyah", mentions("usulan_jadi_pembaca", dibacakan=False))
    await sent.sitti.say("ya", says("usulan_jadi_pembaca_selesai", pembaca="Aisyah", dibacakan=False))
    await sent.town.simulator.wait_for(sent.aisyah, says("pembaca_baru_kabar", dibacakan=False))
    assert (await sent.number())[2] is not None
    await sent.sitti.say("ganti pembacanya jadi Aisyah", says("usulan_jadi_sudah", pembaca="Aisyah"))


@pytest.mark.parametrize("text", ["jangan dibacakan di depan orang banyak", "ganti ban motor terus di situ"])
async def test_other_words_change_no_reader(sent: Sent, text: str) -> None:
    await _to_aisyah(sent)
    told = await sent.sitti.say(text, "")
    assert told not in mentions("usulan_jadi_pembaca")
    assert (await sent.number())[2] is not None


@pytest.mark.parametrize("text", ["maaf pak tidak jadi ditarik, kembalikan lagi", "sy batal tarik pak"])
async def test_what_was_withdrawn_comes_back(sent: Sent, text: str) -> None:
    await _to_rahman(sent)
    await sent.sitti.say("tarik usulan saya", mentions("tarik_usulan_ini"))
    await sent.sitti.press("Ya, tarik", says("tarik_usulan_selesai"))
    await sent.sitti.say(text, mentions("usulan_jadi_kembali"))
    assert (await sent.number())[0] == "ditarik"
    await sent.sitti.press(_YES, says("usulan_jadi_kembali_selesai", pembaca="Rahman"))
    assert (await sent.number())[0] == "tercatat"
    await sent.town.simulator.wait_for(sent.rahman, says("usulan_kembali_kabar"))


@pytest.mark.parametrize(
    "text",
    [
        "salah pak saya di boiya maiwa bukan pattondon salu",
        "saya di desa BOIYA kecamatan MAIWA",
        "bukan di pattondon salu pak, di boiya",
    ],
)
async def test_it_goes_to_the_desa_where_it_belongs(sent: Sent, text: str) -> None:
    await _to_rahman(sent)
    await sent.sitti.say(text, mentions("usulan_jadi_tempat"))
    assert (await sent.number())[1] == DESA
    await sent.sitti.press(_YES, says("usulan_jadi_tempat_selesai", lama="Maiwa 1", nomor="Maiwa 2"))
    assert (await sent.number())[1] == "73.16.01.2012"
    assert await sent.town.rows("SELECT status FROM usulan ORDER BY serial") == [("ditarik",), ("tercatat",)]


@pytest.mark.parametrize("text", ["jembatan di boiya putus sejak kemarin", "berapa orang di desa boiya?"])
async def test_another_desa_in_a_story_moves_nothing(sent: Sent, text: str) -> None:
    await _to_rahman(sent)
    assert await sent.sitti.say(text, "") not in mentions("usulan_jadi_tempat")
    assert (await sent.number())[1] == DESA


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("fotonya dihapus saja kak, ibu malu mukanya kelihatan", True),
        ("kak foto ibu sy di Maiwa 1 tolong dikeluarkan", True),
        ("jangan hapus fotonya", False),
        ("foto bisa dihapus?", False),
    ],
)
async def test_a_photo_is_taken_out_in_words(sent: Sent, text: str, goes: bool) -> None:
    await _to_rahman(sent)
    await sent.town.simulator.photo(sent.sitti.person, photo())
    await sent.sitti.hears(says("foto_usulan_ini"))
    await sent.sitti.press("Ya, untuk itu", says("foto_ikut_tersimpan"))
    told = await sent.sitti.say(text, mentions("usulan_jadi_foto") if goes else "")
    assert (told in mentions("usulan_jadi_foto")) == goes
    if goes:
        await sent.sitti.press(_YES, says("usulan_jadi_foto_selesai", nomor="Maiwa 1"))
    left = await sent.town.rows("SELECT count(*) FROM media WHERE kind = 'photo' AND file_id <> ''")
    assert left[0][0] == (0 if goes else 1)
