"""What we cannot answer goes to a facilitator, who answers it in their own name."""

import pytest

from bot.simulator.chats import Person
from bot.store.answering import questions as stored
from bot.store.reading.readings import Sight
from bot.store.tables import grants
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.answering.questions import MOST_WAITING
from tests.answering.conftest import KELURAHAN, Counter, Village, buttons
from tests.support.client import labels, words_of
from tests.support.desk import DESA, KECAMATAN
from tests.support.sentences import mentions, says, words

WORDS = "Apakah jalan ke kebun sudah pernah diukur?"


async def _kept(counter: Counter) -> list[str]:
    return [row[0] for row in await counter.rows("SELECT words FROM questions ORDER BY id")]


async def test_it_is_kept_and_its_reader_is_told_once_within_their_day(either_counter: Counter) -> None:
    sitti, rahman = await either_counter.warga(place=DESA), await either_counter.join("Rahman")
    told = (await either_counter.ask(sitti, "tanya_lain", WORDS))["text"]
    assert told in says("tanya_lain", kepada="Rahman")
    assert await _kept(either_counter) == [WORDS]
    await either_counter.tick(either_counter.at)
    await either_counter.tick(either_counter.at)
    letters = await either_counter.told(rahman)
    assert [letter["text"] in says("ingat_pertanyaan", jumlah="1", nama="Rahman") for letter in letters] == [True]
    assert buttons(letters[0]) == ["q:daftar:0"]


async def test_without_consent_nothing_is_kept_and_nobody_is_named(counter: Counter) -> None:
    ucok = await counter.warga("Ucok", agreed=False, place=DESA)
    await counter.join("Rahman")
    told = (await counter.ask(ucok, "tanya_lain", WORDS))["text"]
    assert told in says("tanya_lain", kepada="", penuh=False, setuju=False)
    assert await _kept(counter) == []


async def test_where_nobody_can_be_told_whom_to_ask_is_said(counter: Counter) -> None:
    sitti = await counter.warga(place=KELURAHAN)
    told = (await counter.ask(sitti, "tanya_lain", WORDS))["text"]
    assert told in says("tanya_lain", kepada="", penuh=False, pembaca=[], setuju=True)
    assert await _kept(counter) == []


async def test_the_same_again_is_one_question_and_too_many_wait(counter: Counter) -> None:
    sitti = await counter.warga(place=DESA)
    await counter.join("Rahman")
    for number in range(MOST_WAITING):
        for _ in range(2):
            await counter.ask(sitti, "tanya_lain", f"{WORDS} {number}")
    assert len(await _kept(counter)) == MOST_WAITING
    told = (await counter.ask(sitti, "tanya_lain", "satu lagi"))["text"]
    assert told in says("tanya_lain", kepada="", penuh=True)
    assert len(await _kept(counter)) == MOST_WAITING


async def test_a_chosen_reader_alone_is_told(either_counter: Counter) -> None:
    sitti, rahman = await either_counter.warga(), await either_counter.join("Rahman")
    nurul = await either_counter.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await either_counter.bring(sitti, reader_id=nurul)
    told = (await either_counter.ask(sitti, "tanya_lain", WORDS))["text"]
    assert told in says("tanya_lain", kepada="Nurul")
    await either_counter.tick(either_counter.at)
    assert await either_counter.told(rahman) == []
    assert len(await either_counter.told(nurul)) == 1


async def test_when_the_chosen_one_reads_no_longer_it_is_the_offices(counter: Counter) -> None:
    sitti, _ = await counter.warga(), await counter.join("Rahman")
    await counter.bring(sitti, reader_id=12345)
    assert (await counter.ask(sitti, "tanya_lain", WORDS))["text"] in says("tanya_lain", kepada="", penuh=False)
    await counter.join("Nur", BAPPEDA, "73.16")
    assert (await counter.ask(sitti, "tanya_lain", WORDS))["text"] in says("tanya_lain", kepada="Nur")


async def test_a_reader_does_not_ask_themselves(counter: Counter) -> None:
    rahman = await counter.warga("Rahman", place=DESA)
    row = {"id": 1, "person_id": await counter.id_of(rahman), "role": FASILITATOR_DESA, "scope": DESA}
    await counter.run(grants.insert(), [row | {"granted_at": counter.at}])
    await counter.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    assert (await counter.ask(rahman, "tanya_lain", WORDS))["text"] in says("tanya_lain", kepada="Nurul")


@pytest.mark.parametrize("text", ["saya dipukul suami saya, harus ke mana?", "ada pungli di kantor, lapor ke mana?"])
async def test_what_is_not_for_a_neighbours_eyes_is_handed_to_nobody(counter: Counter, text: str) -> None:
    sitti = await counter.warga(place=DESA)
    await counter.join("Rahman")
    told = (await counter.ask(sitti, "tanya_lain", text))["text"]
    assert told in says("tanya_lain", kepada="", pribadi=True, hubungi=True)
    assert await _kept(counter) == []


async def test_it_waits_for_the_nearest_and_others_above_may_answer(either_counter: Counter) -> None:
    counter = either_counter
    sitti, rahman = await counter.warga(place=DESA), await counter.join("Rahman")
    nurul = await counter.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    office = await counter.join("Nur", BAPPEDA, "73.16")
    await counter.ask(sitti, "tanya_lain", WORDS)
    number = (await counter.rows("SELECT id FROM questions"))[0][0]
    roles = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, BAPPEDA)
    readers = {
        rahman: Sight(rahman, (DESA,), roles, counter.at),
        nurul: Sight(nurul, (KECAMATAN,), roles, counter.at),
        office: Sight(office, ("73.16",), roles, counter.at),
    }
    async with counter.database.read() as connection:
        waiting = [await stored.count(connection, who) for who in readers.values()]
        seen = [await stored.one(connection, who, number) is not None for who in readers.values()]
    assert waiting == [1, 0, 0]
    assert seen == [True, True, True]


async def test_a_name_that_is_not_to_be_told_is_not_told_with_a_question(counter: Counter) -> None:
    sitti = await counter.warga(place=DESA)
    await counter.join("Rahman")
    await counter.draft(sitti)
    await counter.ask(sitti, "jangan_nama")
    await counter.ask(sitti, "tanya_lain", WORDS)
    assert [bool(row[0]) for row in await counter.rows("SELECT unnamed FROM questions")] == [True]


# --- in a town ----------------------------------------------------------------------------------------------------


async def test_from_the_question_to_the_answer(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", WORDS)
    await village.hears(sitti, says("tanya_lain", kepada="Rahman"))
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    listed = await village.press(rahman, words("tombol_pertanyaan", jumlah=1), says("pertanyaan_daftar", jumlah="1"))
    assert "Sitti" in words_of(listed)
    await village.press(rahman, words("tombol_pertanyaan_buka", ke=1), says("pertanyaan_satu", isi=WORDS, dari="Sitti"))
    await village.press(rahman, words("tombol_jawab"), says("form.jawab.jawaban.tanya"))
    await village.ask(rahman, "Sudah, tahun lalu, 400 meter.", says("jawaban_dikirim", dari="Sitti"))
    told = says("pertanyaan_dijawab", nama="Sitti", tanya=WORDS, jawaban="Sudah, tahun lalu, 400 meter.", oleh="Rahman")
    await village.hears(sitti, told)
    again = await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    assert words("tombol_pertanyaan", jumlah=1) not in labels(again)


async def test_a_question_by_the_button_and_the_story_goes_on(village: Village) -> None:
    await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.begin("Sitti")
    await village.act(sitti, "tanya_boleh_apa", "boleh usul kambing?")
    await village.press(sitti, words("tombol_tanya_fasilitator"), says("form.tanya.pertanyaan.tanya"))
    await village.ask(sitti, WORDS, says("pertanyaan_diteruskan", kepada="Rahman"))
    await village.hears(sitti, "ceritakan")
    assert [row[0] for row in await village.town.rows("SELECT words FROM questions")] == [WORDS]


async def test_nobody_of_another_desa_sees_or_answers_it(village: Village) -> None:
    await village.join("Rahman", FASILITATOR_DESA)
    lain = await village.join("Lain", FASILITATOR_DESA, "73.16.02.2005")
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", WORDS)
    await village.hears(sitti, says("tanya_lain", kepada="Rahman"))
    number = (await village.town.rows("SELECT id FROM questions"))[0][0]
    for what in ("lihat", "jawab"):
        assert await village.toast(lain, f"q:{what}:{number}") in says("bukan_wilayah")
    await village.press_data(lain, "q:daftar:0", says("pertanyaan_daftar", pertanyaan=[]))


async def test_an_answer_that_comes_second_is_not_sent(village: Village) -> None:
    rahman, nurul = await village.join("Rahman", FASILITATOR_DESA), await village.join("Hasan", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", WORDS)
    await village.hears(sitti, says("tanya_lain"))
    number = (await village.town.rows("SELECT id FROM questions"))[0][0]
    for reader in (rahman, nurul):
        await village.press_data(reader, f"q:jawab:{number}", says("form.jawab.jawaban.tanya"))
    await village.ask(rahman, "Sudah diukur.", says("jawaban_dikirim"))
    await village.ask(nurul, "Belum tahu.", says("pertanyaan_sudah_dijawab"))
    assert sum(text in says("pertanyaan_dijawab") for text in village.texts(sitti)) == 1


async def test_who_takes_the_consent_back_asks_nothing_any_more(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", WORDS)
    await village.hears(sitti, says("tanya_lain"))
    number = (await village.town.rows("SELECT id FROM questions"))[0][0]
    await village.press_data(rahman, f"q:jawab:{number}", says("form.jawab.jawaban.tanya"))
    await village.press_data(sitti, "o:tarik.usulan", says("tarik_selesai"))
    await village.ask(rahman, "Sudah diukur.", says("pertanyaan_tidak_ada"))
    assert not any(text in says("pertanyaan_dijawab") for text in village.texts(sitti))


async def test_an_answer_typed_under_the_opened_question_is_asked_about_and_sent(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", WORDS)
    await village.hears(sitti, says("tanya_lain", kepada="Rahman"))
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.press(rahman, words("tombol_pertanyaan", jumlah=1), says("pertanyaan_daftar", jumlah="1"))
    await village.press(rahman, words("tombol_pertanyaan_buka", ke=1), says("pertanyaan_satu", dari="Sitti"))
    typed = "belum ada keputusan, nanti dibahas tgl 14 januari"
    await village.ask(rahman, typed, mentions("form.jawab_ini.ini.tanya"))
    assert await village.town.rows("SELECT answer FROM questions") == [(None,)]
    await village.press(rahman, words("form.jawab_ini.ini.pilihan.ya"), says("jawaban_dikirim", dari="Sitti"))
    await village.hears(sitti, says("pertanyaan_dijawab", jawaban=typed, oleh="Rahman"))


async def _asked(village: Village, *names: str) -> tuple[Person, list[Person]]:
    """Rahman, and villagers who wait for his answer."""
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    villagers = []
    for number, name in enumerate(names, 1):
        villagers.append(await village.bring(name, f"Maiwa {number}"))
        await village.act(villagers[-1], "tanya_lain", f"{WORDS} {number}")
        await village.hears(villagers[-1], says("tanya_lain", kepada="Rahman"))
    return rahman, villagers


async def _open_question(village: Village, rahman: Person, number: int, of: str) -> None:
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    many = (await village.town.rows("SELECT count(*) FROM questions WHERE answer IS NULL"))[0][0]
    await village.press(rahman, words("tombol_pertanyaan", jumlah=many), says("pertanyaan_daftar", jumlah=str(many)))
    await village.press(rahman, words("tombol_pertanyaan_buka", ke=number), says("pertanyaan_satu", dari=of))


@pytest.mark.parametrize(
    "typed",
    [
        "jawab rabia: sabar ki bu, dibahas tanggal 14 januari",
        "jawab pertanyaan rabia, sabar ki bu, dibahas tanggal 14 januari",
    ],
)
@pytest.mark.parametrize("before", ["", "of_sitti", "form", "titip"])
async def test_an_answer_goes_to_whoever_is_named_whatever_stands_there(
    village: Village, typed: str, before: str
) -> None:
    rahman, (sitti, rabia) = await _asked(village, "Sitti", "Rabia")
    if before == "of_sitti":
        await _open_question(village, rahman, 1, "Sitti")
    elif before == "form":
        await _open_question(village, rahman, 2, "Rabia")
        await village.press(rahman, words("tombol_jawab"), mentions("form.jawab.jawaban.tanya"))
    elif before:
        await village.ask(rahman, "/titip", mentions("form.titip.suara_nama.tanya"))
    await village.ask(rahman, typed, says("jawaban_dikirim", dari="Rabia"))
    told = "sabar ki bu, dibahas tanggal 14 januari"
    await village.hears(rabia, says("pertanyaan_dijawab", jawaban=told, oleh="Rahman"))
    assert not any(text in says("pertanyaan_dijawab") for text in village.texts(sitti))
    assert not await village.town.rows("SELECT flow FROM conversations WHERE flow IN ('jadwal', 'jawab')")


async def test_whoever_waits_for_nothing_is_answered_nothing(village: Village) -> None:
    rahman, _ = await _asked(village, "Sitti")
    await village.ask(rahman, "jawab fitri: nanti kita bahas", says("pertanyaan_tak_menunggu"))
    assert await village.town.rows("SELECT answer FROM questions") == [(None,)]


async def test_a_day_in_the_answer_under_the_opened_question_sets_no_date(village: Village) -> None:
    rahman, (sitti,) = await _asked(village, "Sitti")
    await _open_question(village, rahman, 1, "Sitti")
    typed = "sabar ki pak, dibahas dulu di musrenbang desa tanggal 14 januari"
    await village.ask(rahman, typed, mentions("form.jawab_ini.ini.tanya"))
    await village.ask(rahman, "ya", says("jawaban_dikirim", dari="Sitti"))
    await village.hears(sitti, says("pertanyaan_dijawab", jawaban=typed))


async def _answered(village: Village) -> tuple[Person, Person]:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", WORDS)
    await village.hears(sitti, says("tanya_lain", kepada="Rahman"))
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.press(rahman, words("tombol_pertanyaan", jumlah=1), says("pertanyaan_daftar", jumlah="1"))
    await village.press(rahman, words("tombol_pertanyaan_buka", ke=1), says("pertanyaan_satu"))
    await village.press(rahman, words("tombol_jawab"), says("form.jawab.jawaban.tanya"))
    await village.ask(rahman, "Besok saya ke sana.", says("jawaban_dikirim", dari="Sitti"))
    await village.hears(sitti, says("pertanyaan_dijawab", oleh="Rahman"))
    return rahman, sitti


@pytest.mark.parametrize("text", ["makasih, saya tunggu", "iye terima kasih pak", "oke makasih pak"])
async def test_thanks_below_an_answer_reach_who_gave_it(village: Village, text: str) -> None:
    rahman, sitti = await _answered(village)
    await village.ask(sitti, text, says("pertanyaan_dibalas_terkirim", siapa="Rahman"))
    assert text in words_of(await village.hears(rahman, says("pertanyaan_dibalas", siapa="Sitti", tanya=WORDS)))
    await village.ask(sitti, "makasih", says("terima_kasih"))


@pytest.mark.parametrize("text", ["makasih pak, mau usul jalan juga", "makasih, jalannya rusak lagi"])
async def test_what_tells_more_is_no_thanks(village: Village, text: str) -> None:
    _, sitti = await _answered(village)
    assert await village.ask(sitti, text, "") not in says("pertanyaan_dibalas_terkirim")


async def test_it_may_be_asked_again_below_an_answer(village: Village) -> None:
    _, sitti = await _answered(village)
    await village.press(sitti, words("tombol_tanya_lagi"), says("form.tanya.pertanyaan.tanya"))
