"""What is said of an usulan that was sent: it is put right, added to or told how far it is, and begins no other one."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _sent(place: Town, story: str = "itu rusak parah, 12 orang lewat", wish: str = "besi") -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, wish)
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


@pytest.mark.parametrize(
    ("typed", "key", "told"),
    [
        ("harapannya rabat beton sama selokan", "harapan", "rabat beton sama selokan"),
        ("harapanku rabat beton", "harapan", "rabat beton"),
        ("itu jembatan gantung rusak maksudku", "cerita", "itu rusak parah, 12 orang lewat, jembatan gantung rusak"),
        ("tambah lagi, di situ juga sering jambret", "juga", "di situ juga sering jambret"),
        ("lampunya sering mati masukkan juga", "juga", "lampunya sering mati"),
        ("harapannya ganti jadi rabat beton", "harapan", "rabat beton"),
        ("harapannya cukup: rabat beton", "harapan", "rabat beton"),
        ("jumlah murid 24 masukkan juga", "juga", "jumlah murid 24"),
        ("tidak jadi besi, kayu ulin", "harapan", "kayu ulin"),
    ],
)
async def test_it_is_put_right_after_a_yes(any_place: Town, typed: str, key: str, told: str) -> None:
    sitti = await _sent(any_place)
    await sitti.say(typed, mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert (await sitti.answers())[key]["text"] == told


@pytest.mark.parametrize("said", ["", "bukan, tambahan untuk yg tadi"])
async def test_what_is_told_next_may_be_more_of_it(any_place: Town, said: str) -> None:
    sitti = await _sent(any_place)
    await sitti.say("ada pohon besar mau tumbang di sebelahnya", mentions("mesin.ini_ceritanya"))
    if said:
        await sitti.say(said, mentions("form.ralat.betul.tanya"))
    else:
        await sitti.press(words("tombol_tambahan", nomor="Maiwa 1"), mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert (await sitti.answers())["juga"]["text"] == "ada pohon besar mau tumbang di sebelahnya"
    assert not await any_place.rows("SELECT * FROM conversations")


@pytest.mark.parametrize("next_told", ["sy mau bantu semen 10 sak juga", "minta lampu juga di situ"])
async def test_what_is_told_while_it_is_asked_goes_with_it(any_place: Town, next_told: str) -> None:
    sitti = await _sent(any_place)
    await sitti.say("ada pohon besar mau tumbang di sebelahnya", mentions("mesin.ini_ceritanya"))
    await sitti.say(next_told, mentions("mesin.ini_ceritanya"))
    await sitti.press(words("tombol_tambahan", nomor="Maiwa 1"), mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert (await sitti.answers())["juga"]["text"] == f"ada pohon besar mau tumbang di sebelahnya\n{next_told}"


async def test_a_number_that_is_taken_back_goes(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("bukan 12 orang, tdk tahu berapa", mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert "jumlah" not in await sitti.answers()


@pytest.mark.parametrize(
    "typed", ["yang jembatan bagaimana", "jembatanku masuk tidak", "bagaimana jembatan saya", "sampai mana jembatan"]
)
async def test_who_asks_how_far_it_is_hears_it(any_place: Town, typed: str) -> None:
    sitti = await _sent(any_place, "jembatan papannya lapuk")
    await sitti.say(typed, says("tanya_status"))
    assert not await any_place.rows("SELECT * FROM conversations")


FIVE = "1. jalan tani rusak\n2. talud roboh 30 meter\n3. pagar kuburan\n4. posyandu timbangan rusak\n5. pelatihan kue"


async def test_each_of_several_things_is_offered_until_it_was_sent_or_refused(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card(FIVE, "diperbaiki semua")
    await sitti.press(words("tombol.kirim"), says("usulan_berikut", kata="talud roboh 30 meter", sisa=4))
    await sitti.press(words("tombol_usulan_lewat"), says("usulan_berikut", kata="pagar kuburan", sisa=3))
    await sitti.say("itu tidak usah, lanjut posyandu", mentions("mesin.masih_di"))
    await sitti.press(words("tombol.ya"), "harapkan")
    await sitti.say("timbangan baru", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), mentions("usulan_berikut", kata="pelatihan kue"))
    await sitti.press(words("tombol_usulan_berikut"), mentions("mesin.masih_di"))
    await sitti.say("yang ini tidak usah", says("usulan_berikut_habis"))
    assert 2 == len(await any_place.rows("SELECT id FROM usulan"))


async def test_a_story_told_while_somebody_is_asked_for_the_first_is_not_lost(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("hasnah adikku mau kursus menjahit untuk perempuan di sini", mentions("mesin.ini_ceritanya"))
    await sitti.press(words("tombol_orang_lain"), mentions("form.suara.nama.tanya"))
    await sitti.say("hasnah", mentions("form.suara.umur.tanya"))
    await sitti.say("perempuannya 15 orang, mesinnya tidak ada", says("suara_cerita_menunggu"))
    await sitti.say("sudah 26 tahun", mentions("form.suara.setuju.tanya"))
    await sitti.press("Ya, setuju", mentions("form.suara.kabar.tanya"))
    told = await sitti.say("lewat hp ini", mentions("mesin.ini_ceritanya"))
    assert "kursus menjahit" in told
    assert "mesinnya tidak ada" in told


@pytest.mark.parametrize(
    "typed",
    [
        *("bisa ji dihapus kalau iparku marah?", "bisa ditarik kalau ada apa2?"),
        "kalau suamiku tau, bisa ji kutarik?",
    ],
)
async def test_whether_it_can_go_is_answered_and_takes_out_no_name(place: Town, typed: str) -> None:
    sitti = await _sent(place)
    said = await sitti.say(typed, bool)
    assert "/dataku" in said or "boleh ditarik" in said
    assert not await place.rows("SELECT 1 FROM conversations")
