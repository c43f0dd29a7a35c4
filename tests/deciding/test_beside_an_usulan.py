"""What is asked of a sent usulan while another is being told: what is typed below the question is asked about, and is
lost neither way."""

import pytest

from tests.deciding.asking import Asking
from tests.support.client import labels
from tests.support.sentences import mentions, says

_YES, _NO = "Ya, itu jawabannya", "Bukan"
_ANOTHER = "Jembatan ke kebun putus, motor tidak bisa lewat sejak bulan lalu."


async def _tells_another(place: Asking) -> None:
    """Below which what she hopes for is asked."""
    await place.ask(place.sitti, "/mulai", bool)
    await place.press(place.sitti, "Ya", bool)
    await place.ask(place.sitti, _ANOTHER, mentions("form.usulan.harapan.tanya"))


@pytest.mark.parametrize(
    "typed",
    ["dekat jembatan gantung", "di belakang masjid tua mi pak", "sebelah kanan pasar sentral ji", "disamping sd 12"],
)
async def test_a_typed_answer_is_asked_about_and_the_usulan_goes_on(quick: Asking, typed: str) -> None:
    await _tells_another(quick)
    await quick.ask_for("Patokan")
    shown = await quick.ask(quick.sitti, typed, mentions("klarifikasi_ini", nomor="Maiwa 1", penanya="Rahman"))
    assert {_YES, _NO} <= {*labels(shown)}
    await quick.press(quick.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await quick.answers())["patokan"] == {"text": typed}
    await quick.hears(quick.sitti, mentions("form.usulan.harapan.tanya"))
    state = str(await quick.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))
    assert "Jembatan ke kebun putus" in state
    assert typed not in state


async def test_no_is_part_of_the_usulan(quick: Asking) -> None:
    await _tells_another(quick)
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "jembatan beton yang kuat di atas sungai", mentions("klarifikasi_ini"))
    await quick.press(quick.sitti, _NO, bool)
    assert await quick.states() == ["open"]
    assert "jembatan beton" in str(await quick.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))


async def test_what_is_plainly_the_wish_is_part_of_the_usulan(quick: Asking) -> None:
    await _tells_another(quick)
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "mohon dibuatkan jembatan beton yang lebar", mentions("form.usulan.foto.tanya"))
    assert await quick.states() == ["open"]
    assert "jembatan beton" in str(await quick.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))


@pytest.mark.parametrize(
    "typed",
    [
        "Pak Rahman, itu dekat jembatan gantung",
        "jawaban untuk Rahman: dekat jembatan gantung",
        "yg ditanyakan tadi itu di dekat jembatan gantung mi",
    ],
)
async def test_an_answer_that_names_who_asked_may_come_later(quick: Asking, typed: str) -> None:
    await quick.ask_for("Patokan")
    await _tells_another(quick)
    await quick.ask(quick.sitti, typed, mentions("klarifikasi_ini", nomor="Maiwa 1", penanya="Rahman"))


async def test_a_reply_is_the_answer_at_once(quick: Asking) -> None:
    await _tells_another(quick)
    asked = await quick.ask_for("Patokan")
    await quick.telegram.say(quick.sitti, "dekat jembatan gantung", reply_to=asked["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert "jembatan gantung" not in str(await quick.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))


@pytest.mark.parametrize("typed", ["batal", "lanjut", "tolong, rumah tetangga kebakaran", "ini yang ditanya?"])
async def test_what_is_no_answer_goes_its_way(quick: Asking, typed: str) -> None:
    await _tells_another(quick)
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, typed, bool)
    assert not any(text in mentions("klarifikasi_ini") for text in quick.texts(quick.sitti))


@pytest.mark.parametrize(
    "typed",
    [
        "eh itu tadi jawaban buat pak Rahman",
        "yang tadi itu jawabannya",
        "barusan itu utk pak Rahman",
        "maaf pak, yg barusan itu jawabanku",
        "itumi tadi jawaban untuk pertanyaannya pak rahman",
        "yg diatas tadi itu jawaban sa buat fasilitator nah",
    ],
)
async def test_words_that_point_back_are_no_answer(quick: Asking, typed: str) -> None:
    await quick.ask_for("Patokan")
    await _tells_another(quick)
    await quick.ask(quick.sitti, "dekat jembatan gantung yang lama itu", mentions("form.usulan.foto.tanya"))
    await quick.ask(quick.sitti, typed, mentions("klarifikasi_ini", nomor="Maiwa 1", penanya="Rahman"))
    await quick.press(quick.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await quick.answers())["patokan"] == {"text": "dekat jembatan gantung yang lama itu"}
    await quick.hears(quick.sitti, mentions("form.usulan.harapan.tanya"))
    state = str(await quick.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))
    assert "Jembatan ke kebun putus" in state
    assert "gantung" not in state


async def test_no_puts_back_what_was_pointed_at(quick: Asking) -> None:
    await quick.ask_for("Patokan")
    await _tells_another(quick)
    await quick.ask(quick.sitti, "jembatan beton yang kuat", mentions("form.usulan.foto.tanya"))
    await quick.ask(quick.sitti, "eh itu tadi jawaban buat pak Rahman", mentions("klarifikasi_ini"))
    await quick.press(quick.sitti, _NO, bool)
    assert await quick.states() == ["open"]
    assert "jembatan beton" in str(await quick.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))


async def test_where_nothing_was_said_the_answer_is_asked_for(quick: Asking) -> None:
    await _tells_another(quick)
    await quick.telegram.move_clock(by=3600)
    await quick.town.begin_again()  # it looks at the clock once a second
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "yang barusan itu buat pak Rahman", says("klarifikasi_tulis_lagi", nomor="Maiwa 1"))
    assert await quick.states() == ["open"]


async def test_pointing_while_it_is_asked_is_a_yes(quick: Asking) -> None:
    await _tells_another(quick)
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "dekat jembatan gantung", mentions("klarifikasi_ini"))
    await quick.ask(quick.sitti, "iya itu tadi jawabannya", says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await quick.answers())["patokan"] == {"text": "dekat jembatan gantung"}


@pytest.mark.parametrize(
    "typed",
    ["di atas masjid, yg rusak waktu longsor bulan lalu", "sebelah tebing, waktu longsor bulan september"],
)
async def test_what_happened_once_may_be_the_answer(quick: Asking, typed: str) -> None:
    await _tells_another(quick)
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, typed, mentions("klarifikasi_ini", nomor="Maiwa 1"))
    await quick.press(quick.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
