"""People answer what was asked of their usulan without a button and without a reply: it is asked whether that is it."""

import pytest

from tests.deciding.asking import Asking
from tests.journeys.villagers import photo
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

_YES, _NO = "Ya, itu jawabannya", "Bukan"


async def test_a_plain_answer_lands_in_the_field_after_one_yes(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.days_later(1)
    await place.ask(place.sitti, "dekat jembatan gantung di bawah pasar", says("klarifikasi_ini", nomor="Maiwa 1"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1", penanya="Rahman"))
    assert (await place.answers())["patokan"] == {"text": "dekat jembatan gantung di bawah pasar"}
    assert await place.states() == ["answered"]
    assert (await place.town.rows("SELECT count(*) FROM usulan"))[0][0] == 1


async def test_a_short_answer_and_a_typed_yes_do_as_well(quick: Asking) -> None:
    await quick.ask_for("Jumlah orang")
    await quick.ask(quick.sitti, "40 orang", says("klarifikasi_ini"))
    await quick.ask(quick.sitti, "iya", says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert await quick.states() == ["answered"]


async def test_the_figure_in_a_grumble_is_an_answer(quick: Asking) -> None:
    await quick.ask_for("Jumlah orang")
    await quick.ask(quick.sitti, "kenapa mi tanya lagi, adami 40 orang lewat tiap hari", says("klarifikasi_ini"))
    await quick.press(quick.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await quick.answers())["jumlah"] == {"total": 40}


async def test_what_is_no_answer_goes_the_way_that_it_would_have_gone(quick: Asking) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "Jalan ke pasar putus sejak kemarin, motor tidak lewat.", says("klarifikasi_ini"))
    await quick.press(quick.sitti, _NO, mentions("mesin.ini_ceritanya"))
    assert await quick.states() == ["open"]


async def test_what_is_asked_since_a_story_was_only_offered_goes_before_it(place: Asking) -> None:
    await place.ask(place.sitti, "talud di belakang masjid retak sejak hujan kemarin", mentions("mesin.ini_ceritanya"))
    await place.ask(place.rahman, "tanya sitti berapa orang yang lewat di situ", says("klarifikasi_kepada"))
    await place.ask(place.rahman, "ya", says("klarifikasi_dikirim"))
    await place.ask(place.sitti, "40 orang lebih", says("klarifikasi_ini", nomor="Maiwa 1"))
    await place.ask(place.sitti, "ya", says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await place.answers())["jumlah"] == {"total": 40, "bound": "lebih"}
    assert await place.town.rows("SELECT flow FROM conversations") == [("usulan",)]


async def test_thanks_questions_and_danger_are_not_taken_for_answers(quick: Asking) -> None:
    await quick.ask_for("Patokan")
    for text in ("terima kasih", "sudah sampai mana punyaku?", "tolong, rumah tetangga kebakaran"):
        await quick.ask(quick.sitti, text, bool)
    assert not any(text in says("klarifikasi_ini") for text in quick.texts(quick.sitti))


async def test_danger_under_a_photo_is_heard_before_it_is_asked_about(quick: Asking) -> None:
    await quick.ask_for("Foto")
    await quick.telegram.photo(quick.sitti, photo(), caption="tolong, rumah tetangga kebakaran")
    await quick.hears(quick.sitti, says("bahaya.kebakaran"))
    assert not any(text in says("klarifikasi_ini") for text in quick.texts(quick.sitti))


async def test_an_answer_in_pieces_is_one_answer(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.ask(place.sitti, "dekat jembatan gantung", says("klarifikasi_ini"))
    await place.ask(place.sitti, "di sebelah kanan masjid tua", mentions("kata_ikut_menunggu"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    told = (await place.answers())["patokan"]["text"]
    assert told.split("\n") == ["dekat jembatan gantung", "di sebelah kanan masjid tua"]


async def test_danger_while_it_is_asked_is_answered_at_once(quick: Asking) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "dekat jembatan gantung", says("klarifikasi_ini"))
    await quick.ask(quick.sitti, "tolong, rumah tetangga kebakaran", says("bahaya.kebakaran"))
    waiting = await quick.town.rows("SELECT state FROM conversations WHERE flow = 'klarifikasi_ini'")
    assert ["dekat jembatan gantung" in row[0] for row in waiting] == [True]  # it waits, and is not asked below that


async def test_a_correction_in_words_soon_after_it_was_sent_is_no_other_usulan(quick: Asking) -> None:
    await quick.ask(quick.sitti, "salah tabe, bukan 40 rumah tapi 25 rumah", says("ubah_pilih"))
    await quick.ask(quick.sitti, "maksud saya 25 rumah", mentions("ralat_bandingkan", nomor="Maiwa 1"))
    await quick.press(quick.sitti, "Tidak", says("ralat_tidak_jadi", nomor="Maiwa 1"))
    assert await quick.town.rows("SELECT flow FROM conversations") == []
    told = "jembatan ke kebun putus, salah satu tiangnya patah sejak bulan lalu"
    await quick.ask(quick.sitti, told, says("mesin.ini_ceritanya"))


async def test_words_that_nobody_confirmed_are_shown_again_and_are_no_silence(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.ask(place.sitti, "dekat jembatan gantung", says("klarifikasi_ini"))
    await place.days_later(2)
    shown = await place.hears(place.sitti, mentions("kata_masih_menunggu", kata="dekat jembatan gantung"))
    assert {_YES, _NO} <= set(labels(shown))
    assert not any(text in says("klarifikasi_ingat") for text in place.texts(place.sitti))
    await place.days_later(5)
    told = await place.hears(place.rahman, says("klarifikasi_diam", sempat=True))
    assert "jembatan gantung" not in words_of(told)
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await place.answers())["patokan"] == {"text": "dekat jembatan gantung"}
    await place.hears(place.rahman, says("klarifikasi_jawaban", nomor="Maiwa 1"))


async def test_after_the_last_day_plain_words_are_still_asked_about(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.days_later(5)
    await place.hears(place.rahman, says("klarifikasi_diam", sempat=False))
    await place.ask(place.sitti, "dekat jembatan gantung di bawah pasar", says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert await place.states() == ["answered"]
    await place.ask_for("Ukurannya")
    await place.days_later(60)
    await place.town.until("SELECT count(*) FROM clarifications WHERE state = 'unanswered'", 1)
    await place.ask(place.sitti, "jembatan ke kebun juga putus sejak bulan lalu", mentions("mesin.ini_ceritanya"))


async def test_a_photo_while_it_is_asked_goes_with_the_answer(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.ask(place.sitti, "dekat jembatan gantung", says("klarifikasi_ini"))
    await place.telegram.photo(place.sitti, photo())
    await place.hears(place.sitti, mentions("kata_ikut_menunggu"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await place.answers())["patokan"] == {"text": "dekat jembatan gantung"}
    assert await place.town.rows("SELECT kind FROM media WHERE question = 'klarifikasi'") == [("photo",)]


async def test_a_photo_alone_stands_beside_and_the_words_are_asked_for(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.telegram.photo(place.sitti, photo())
    await place.hears(place.sitti, says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_foto_disimpan", nomor="Maiwa 1"))
    await place.telegram.photo(place.sitti, photo(), caption="dekat jembatan gantung")
    await place.hears(place.sitti, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await place.answers())["patokan"] == {"text": "dekat jembatan gantung"}
    kept = "SELECT words FROM media WHERE question = 'klarifikasi' ORDER BY id"
    assert await place.town.rows(kept) == [(None,), ("dekat jembatan gantung",)]


async def test_a_photo_beside_the_answers_is_not_said_to_be_missing(place: Asking) -> None:
    before = words_of(await place.open())
    assert words("mutu_titik") in before
    await place.ask_for("Patokan")
    await place.telegram.photo(place.sitti, photo(), caption="dekat jembatan gantung")
    await place.hears(place.sitti, says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    shown = words_of(await place.open())
    assert words("mutu_titik") not in shown


async def test_a_photo_answers_what_is_asked_in_own_words_and_is_shown_to_who_asked(place: Asking) -> None:
    await place.open()
    await place.press(place.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await place.ask(place.rahman, "Boleh minta foto jembatannya?", says("klarifikasi_dikirim"))
    await place.hears(place.sitti, says("klarifikasi_tanya"))
    await place.telegram.photo(place.sitti, photo())
    await place.hears(place.sitti, says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    await place.hears(place.rahman, says("klarifikasi_jawaban"))
    await place.town.until("SELECT count(*) FROM outbox WHERE method = 'sendPhoto' AND outcome = 'sent'", 1)


async def test_what_is_asked_about_the_story_is_told_in_addition_to_it(place: Asking) -> None:
    before = (await place.answers())["cerita"]["text"]
    await place.open()
    await place.press(place.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await place.press(place.rahman, words("form.usulan.cerita.judul"), says("form.klarifikasi_tanya.tanya.tanya"))
    await place.ask(place.rahman, "Berapa anak yang lewat tiap hari?", says("klarifikasi_dikirim"))
    await place.hears(place.sitti, says("klarifikasi_tanya"))
    await place.ask(place.sitti, "ada mungkin 30 anak yang lewat tiap hari", says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await place.answers())["cerita"]["text"] == f"{before}\nada mungkin 30 anak yang lewat tiap hari"


async def test_words_that_the_field_cannot_hold_are_an_answer_as_they_are(place: Asking) -> None:
    await place.ask_for("Jumlah orang")
    await place.ask(place.sitti, "banyak sekali, di atas jalan dan di bawah", says("klarifikasi_ini"))
    await place.ask(place.sitti, "itu saja", says("klarifikasi_dicatat", nomor="Maiwa 1"))
    await place.hears(place.rahman, says("klarifikasi_jawaban", jawaban="banyak sekali, di atas jalan dan di bawah"))
    assert await place.states() == ["answered"]
    shown = words_of(await place.open())
    assert "banyak sekali, di atas jalan dan di bawah" in shown


async def test_what_is_told_right_after_the_answer_goes_with_it(place: Asking) -> None:
    asked = await place.ask_for("Patokan")
    await place.telegram.say(place.sitti, "dekat jembatan gantung", reply_to=asked["message_id"])
    await place.hears(place.sitti, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    await place.ask(place.sitti, "tanahnya milik Haji Baco", says("klarifikasi_ini", lagi=True))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", jawaban="tanahnya milik Haji Baco"))
    await place.hears(place.rahman, says("klarifikasi_jawaban", jawaban="tanahnya milik Haji Baco"))
    assert (await place.answers())["patokan"] == {"text": "dekat jembatan gantung"}


async def test_a_word_may_be_the_answer(place: Asking) -> None:
    await place.open()
    await place.press(place.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await place.ask(place.rahman, "Sudah ada surat hibahnya?", says("klarifikasi_dikirim"))
    await place.hears(place.sitti, says("klarifikasi_tanya"))
    await place.ask(place.sitti, "iye", says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", jawaban="iye"))


async def test_words_before_a_second_question_are_about_the_first(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.ask(place.sitti, "dekat jembatan gantung", says("klarifikasi_ini"))
    await place.ask_for("Ukurannya")
    await place.ask(place.sitti, "15 meter", says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat"))
    told = await place.answers()
    assert told["patokan"] == {"text": "dekat jembatan gantung"}
    assert "15" in str(told["ukuran"])
    assert await place.states() == ["answered", "answered"]


async def test_words_are_no_photo_and_it_is_still_waited_for(quick: Asking) -> None:
    await quick.ask_for("Foto")
    await quick.ask(quick.sitti, "jembatannya di bawah dekat sungai besar", says("klarifikasi_ini"))
    await quick.press(quick.sitti, _YES, bool)
    await quick.telegram.photo(quick.sitti, photo())
    await quick.hears(quick.sitti, says("klarifikasi_dicatat"))
    assert await quick.states() == ["answered"]
    assert (await quick.answers())["foto"]


async def test_a_second_line_that_the_field_does_not_hold_stands_beside_it(place: Asking) -> None:
    """What was told "ikut bersama yang tadi" is kept with it: the number in its field, the other words as said."""
    await place.ask_for("Jumlah orang")
    await place.ask(place.sitti, "sekitar 40 orang laki2 25 perempuan 15", says("klarifikasi_ini"))
    await place.ask(place.sitti, "yang paling parah 150 meter dekat pintu air", mentions("kata_ikut_menunggu"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await place.answers())["jumlah"].items() >= {"male": 25, "female": 15}.items()
    ((beside,),) = await place.town.rows("SELECT answer FROM clarifications")
    assert "150 meter dekat pintu air" in str(beside)


async def test_numbers_in_two_lines_are_one_answer_and_stand_nowhere_twice(place: Asking) -> None:
    await place.ask_for("Jumlah orang")
    await place.ask(place.sitti, "laki2 25 orang", says("klarifikasi_ini"))
    await place.ask(place.sitti, "perempuan 15 orang", mentions("kata_ikut_menunggu"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert await place.town.rows("SELECT answer FROM clarifications") == [(None,)]


async def test_who_was_asked_is_not_told_that_nobody_has_read_it(place: Asking) -> None:
    """Somebody is at it, and need not have read all: three weeks later no neglect is admitted, and it stands
    there since it was asked."""
    await place.days_later(2)
    await place.town.begin_again()  # the clock of a running bot follows within a second
    await place.ask_for("Patokan")
    await place.ask(place.sitti, "punyaku sampai di mana", says("tanya_status"))
    assert "sejak 12 Januari 2027" not in place.texts(place.sitti)[-1]
    assert "Sudah dibaca" not in place.texts(place.sitti)[-1]
    assert "Ada yang ditanyakan tentangnya 14 Januari 2027" in place.texts(place.sitti)[-1]
    await place.ask(place.sitti, "dekat jembatan gantung di bawah pasar", says("klarifikasi_ini", nomor="Maiwa 1"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    await place.days_later(24)
    await place.town.until("SELECT count(*) FROM promises WHERE kind = 'baca' AND state = 'open'", 0)
    await place.ask(place.sitti, "terima kasih", bool)
    assert not any(text in says("janji_baca_terlambat") for text in place.texts(place.sitti))


@pytest.mark.parametrize(
    ("typed", "size", "people"),
    [
        ("panjangnya 25 meter, lewat kira2 60 orang sehari", "25", {"total": 60, "bound": "kira"}),
        ("25 meter, 60 orang sehari", "25", {"total": 60}),
        ("tidak tau pak, coba tanya kepala dusun", None, None),
    ],
)
async def test_what_a_free_answer_counts_stands_in_the_usulan(
    quick: Asking, typed: str, size: str | None, people: dict[str, int | str] | None
) -> None:
    asked = "tanyakan ke sitti, panjang jembatannya berapa meter dan tiap hari berapa orang lewat?"
    await quick.ask(quick.rahman, asked, lambda message: "Sitti" in message["text"])
    if not await quick.states():
        await quick.ask(quick.rahman, "ya tanyakan", lambda message: "Sitti" in message["text"])
    told = await quick.hears(quick.sitti, says("klarifikasi_tanya"))
    await quick.telegram.say(quick.sitti, typed, reply_to=told["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat"))
    answers = await quick.answers()
    assert [one["amount"] for one in answers.get("ukuran", {}).get("sizes", [])] == ([size] if size else [])
    assert answers.get("jumlah") == people
    heard = await quick.hears(quick.rahman, mentions("klarifikasi_jawaban"))
    assert typed in heard["text"]
