"""Few messages, one question each; and whoever comes back is told where they were."""

import sys

import pytest

from bot.simulator.chats import Person
from tests.browser.pictures import photo
from tests.journeys.villagers import STORY, consent, finish, name_place, tell
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_DAY = 24 * 3600
_ADDRESS = "Dusun Jambu, Pattondon Salu, Maiwa"
_AT_MOST, _BY_CUKUP = 16, 9


def _sent(place: Town, person: Person, before: int) -> list[str]:
    """Every message the bot has sent since, but not what it changed in one that stood already."""
    told = [words_of(message) for message in place.simulator.messages(person) if message["outgoing"]]
    return told[before:]


def _see_that_few_were_sent(sent: list[str], most: int, which: str) -> None:
    sys.stdout.write(f"\n{which}: {len(sent)} messages of the bot from /mulai to the number\n")
    assert len(sent) <= most
    assert all(text.count("?") < 3 for text in sent)


async def _answer_everything(place: Town, sitti: Person) -> None:
    """From the story to the number, every question answered with one message."""
    await tell(place, sitti)
    await place.photo(sitti, bytes(photo()["buffer"]), "urusan apa")
    await place.press(sitti, "🛣 Jalan/jembatan", "Siapa")
    await place.ask(sitti, "anak sekolah", "berapa orang")
    await place.ask(sitti, "laki-laki 90 perempuan 110", "kurang mampu")
    await place.ask(sitti, "19 KK", "Kirim lokasi")
    await place.simulator.location(sitti, -3.5, 119.8)
    await place.hears(sitti, "dekat apa")
    await place.ask(sitti, "Dari masjid sampai jembatan", "Seberapa besar")
    await place.ask(sitti, "200 m", "kenapa ini perlu didahulukan")
    await place.ask(sitti, "Anak-anak sering jatuh", "disumbangkan")
    await place.ask(sitti, "tenaga", "Kami catat begini")
    await place.press(sitti, words("tombol.kirim"), says("tanda_terima"))


async def test_the_first_time_with_every_question_answered(place: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """One more than afterwards: the consent, whose place the question of the same place takes."""
    sitti = await consent(place)
    await place.ask(sitti, _ADDRESS, "ceritakan masalahnya")
    await _answer_everything(place, sitti)
    with capsys.disabled():
        _see_that_few_were_sent(_sent(place, sitti, 0), _AT_MOST + 1, "every question answered, the first time")


async def test_by_cukup_it_takes_nine_and_with_every_question_answered_sixteen(
    place: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    sitti = await consent(place)
    for answer, said in (("Maiwa", "Desa atau kelurahan"), ("Pattondon Salu", "Dusun"), ("Jambu", "ceritakan")):
        await place.press(sitti, answer, said)
    await tell(place, sitti)
    await finish(place, sitti)
    first = _sent(place, sitti, 0)
    await place.ask(sitti, "/mulai", says("mesin.masih_di"))
    await place.press(sitti, words("tombol.ya"), "ceritakan masalahnya")
    await _answer_everything(place, sitti)
    with capsys.disabled():
        _see_that_few_were_sent(first, _BY_CUKUP, "Cukup, the first time")
        _see_that_few_were_sent(_sent(place, sitti, len(first)), _AT_MOST, "every question answered, again")


async def _half_told(place: Town, story: str = STORY) -> Person:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, story, "harapkan dikerjakan")
    return sitti


_WHERE = {"tempat": "Jambu, Pattondon Salu", "awal": "Kalau hujan, jalan ke kebun licin. Sudah tiga tahun. …"}


async def test_the_reminder_says_what_the_draft_is_about_and_leads_back_to_it(any_place: Town) -> None:
    place = any_place
    sitti = await _half_told(place)
    await place.simulator.move_clock(by=_DAY + 60)
    reminded = await place.simulator.wait_for(sitti, says("ingat_draf", **_WHERE))
    assert [words("tombol_lanjutkan"), words("tombol_mulai_baru")] == labels(reminded)
    asked = words_of(await place.press(sitti, words("tombol_lanjutkan"), mentions("draf_sampai_di", **_WHERE)))
    assert "harapkan dikerjakan" in asked


async def test_whoever_comes_back_by_mulai_is_told_once_where_they_were(place: Town) -> None:
    sitti = await _half_told(place)
    await place.stop()
    await place.simulator.move_clock(by=3 * _DAY)
    await place.start()
    await place.ask(sitti, "/mulai", says("ada_draf", **_WHERE))
    asked = await place.press(sitti, words("tombol_lanjutkan"), "harapkan dikerjakan")
    assert words_of(asked) not in mentions("draf_sampai_di")


async def test_within_a_day_nobody_needs_to_be_told(place: Town) -> None:
    sitti = await _half_told(place)
    assert STORY[:30] not in words_of(await place.ask(sitti, "/mulai", says("ada_draf")))
    asked = await place.press(sitti, words("tombol_lanjutkan"), "harapkan dikerjakan")
    assert words_of(asked) not in mentions("draf_sampai_di")


async def test_nobody_is_reminded_of_a_story_of_violence_or_of_none(place: Town) -> None:
    sitti, nur, ani = await consent(place), await consent(place, "Nur"), await consent(place, "Ani")
    await name_place(place, sitti)
    await place.ask(sitti, "Suami tetangga sering memukul istrinya, saya takut.", mentions("bahaya.kekerasan"))
    await name_place(place, nur)
    await place.ask(nur, STORY, mentions("form.usulan.harapan.tanya"))
    await place.simulator.move_clock(by=_DAY + 60)
    await place.simulator.wait_for(nur, says("ingat_draf"))
    assert not any(text in says("ingat_draf") for who in (sitti, ani) for text in place.texts(who))


async def test_an_old_kirim_says_the_number_also_while_another_story_is_told(any_place: Town) -> None:
    place = any_place
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    card = await place.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await place.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    (send,) = [
        key["callback_data"]
        for row in card["reply_markup"]["inline_keyboard"]
        for key in row
        if key["text"] == words("tombol.kirim")
    ]
    await place.ask(sitti, "/mulai", says("mesin.masih_di"))
    told = words("sudah_terkirim", nomor="Maiwa 1")
    assert told == await place.toast(sitti, send, card["message_id"])
    assert words("mesin.tombol_lewat") == await place.toast(sitti, send.replace("~kirim", "~ubah"), card["message_id"])
    hasan = await consent(place, "Hasan")
    assert told != await place.toast(hasan, send)
