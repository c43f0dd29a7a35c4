"""What was seen to be stored as an answer, or to be lost, in the words of somebody else than those who said it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.flow.scene import REVIEW, look
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step
from tests.listening.moments import DRAFT, MESSAGE, NOW, TODAY, Line, Moment


def _hear(catalog: Catalog, place: str, text: str, *before: str) -> tuple[Moment, Step]:
    moment = Moment(catalog, Line("", place, "", frozenset(), before))
    return moment, moment.say(text)


def _values(state: State) -> dict[str, Any]:
    return {key: answer.value for key, answer in state.answers.items()}


# --- "jangan ditulis yang itu" ----------------------------------------------------------------------------------------

LEAVE_OUT = (
    "yang saya tulis barusan jangan dimasukkan",
    "eh jangan dicatat yang itu pak",
    "bagian terakhir itu tidak usah ditulis",
    "aduh, yang tadi jangan ditulis ya",
    "tolong coret yang barusan",
)


@pytest.mark.parametrize("place", ["harapan", "kategori", "jumlah", "alasan", "~"])
def test_what_is_to_be_left_out_and_stands_nowhere_is_asked_about(catalog: Catalog, place: str) -> None:
    moment, step = _hear(catalog, place, "yang soal pak camat tadi jangan ditulis")
    assert _values(step.state) == _values(moment.state)
    assert (step.say[0].sentence, step.say[0].values["ketemu"]) == ("mesin.hapus_yang_ini", False)


@pytest.mark.parametrize("text", LEAVE_OUT)
@pytest.mark.parametrize("place", ["harapan", "kategori", "jumlah", "alasan", "~"])
def test_a_request_to_leave_something_out_is_no_answer_and_asks_which(catalog: Catalog, text: str, place: str) -> None:
    moment, step = _hear(catalog, place, text)
    assert _values(step.state) == _values(moment.state)
    assert step.say[0].sentence == "mesin.hapus_yang_mana"
    first = catalog.message(step.say[0]).reply_markup["inline_keyboard"][0][0]["text"]  # type: ignore[index]
    answered = [q.title for q in moment.flow.questions if q.key in moment.state.answers]
    assert first == answered[-1]


def test_what_is_chosen_is_gone_and_asked_again_only_where_it_is_needed(catalog: Catalog) -> None:
    moment, step = _hear(catalog, "kategori", LEAVE_OUT[0])
    target = look(moment.flow, step.state, moment.world).target
    gone = advance(moment.flow, step.state, Pressed(DRAFT, target, "~hapus.harapan"), moment.world)
    assert "harapan" not in gone.state.answers
    assert "harapan" not in gone.state.before
    assert gone.say[0].sentence == "form.usulan.harapan.tanya"
    kept = advance(moment.flow, step.state, Pressed(DRAFT, target, "~hapus."), moment.world)
    assert _values(kept.state) == _values(moment.state)
    old = advance(moment.flow, step.state, Pressed("other", target, "~hapus.harapan"), moment.world)
    assert _values(old.state) == _values(moment.state)


def test_an_answer_that_may_be_left_out_is_not_asked_again(catalog: Catalog) -> None:
    moment, step = _hear(catalog, "~", LEAVE_OUT[1], "alasan=Supaya anak-anak aman ke sekolah.")
    gone = advance(moment.flow, step.state, Pressed(DRAFT, REVIEW, "~hapus.alasan"), moment.world)
    assert "alasan" not in gone.state.answers
    assert look(moment.flow, gone.state, moment.world).target == REVIEW


def test_where_nothing_was_told_there_is_nothing_to_leave_out(catalog: Catalog) -> None:
    _, step = _hear(catalog, "kecamatan", LEAVE_OUT[2])
    assert not step.state.answers
    assert step.say[0].lead is not None
    assert step.say[0].lead.name == "mesin.hapus_kosong"


# --- first words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["cerita", "harapan", "kategori"])
@pytest.mark.parametrize(
    "text",
    [
        "maaf mengganggu malam-malam begini",
        "tabe di', minta maaf mengganggu",
        "punten pak",
        "apa kareba?",
        "siang kakanda",
    ],
)
def test_an_opener_is_no_answer(catalog: Catalog, place: str, text: str) -> None:
    moment, step = _hear(catalog, place, text)
    assert _values(step.state) == _values(moment.state)


# --- cukup at the end -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("harapan", "Minta dibuatkan jembatan kayu. Itu saja, cukup.", {"text": "Minta dibuatkan jembatan kayu"}),
        ("harapan", "Perbaiki saluran airnya, cukup", {"text": "Perbaiki saluran airnya"}),
        ("alasan", "Supaya ibu hamil tidak jatuh, cukup itu saja pak", {"text": "Supaya ibu hamil tidak jatuh"}),
        ("jumlah", "60 orang, cukup.", {"total": 60}),
    ],
)
def test_enough_behind_an_answer_ends_the_form(catalog: Catalog, place: str, text: str, told: dict[str, Any]) -> None:
    moment, step = _hear(catalog, place, text)
    assert step.state.answers[place].value == told
    assert look(moment.flow, step.state, moment.world).target == REVIEW


@pytest.mark.parametrize("text", ["Bak airnya kecil, tidak cukup", "Dananya belum cukup pak", "Cukup parah jalannya"])
def test_enough_in_the_midst_of_words_ends_nothing(catalog: Catalog, text: str) -> None:
    moment, step = _hear(catalog, "harapan", text)
    assert step.state.answers["harapan"].value == {"text": text}
    assert look(moment.flow, step.state, moment.world).target == "foto"


def test_before_the_wish_enough_is_not_enough(catalog: Catalog) -> None:
    moment, step = _hear(catalog, "cerita", "Airnya keruh sejak kemarau. Cukup.")
    assert step.state.answers["cerita"].value == {"text": "Airnya keruh sejak kemarau"}
    assert look(moment.flow, step.state, moment.world).target == "harapan"


# --- questions of two sentences ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["cerita", "harapan", "jumlah", "alasan"])
@pytest.mark.parametrize(
    "text",
    [
        "Dibahasnya kapan dan di mana? Saya mau datang sendiri.",
        "Siapa yang baca ini? Saya takut dimarahi pak dusun.",
        "Bayar berapa kah? Saya tidak punya uang.",
    ],
)
def test_a_question_with_its_reason_behind_it_is_a_question(catalog: Catalog, place: str, text: str) -> None:
    moment, step = _hear(catalog, place, text)
    assert _values(step.state) == _values(moment.state)
    assert step.wishes or step.say[0].sentence == "mesin.maksudnya_apa"


# --- answers that sound like something else ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["tenaga ji bisa", "tenaga ji", "cuma tenaga ji yang bisa", "kalau tenaga bisa ji"])
def test_a_gift_with_its_particle_is_no_small_talk(catalog: Catalog, text: str) -> None:
    _, step = _hear(catalog, "sumbangan", text)
    assert [one["value"] for one in step.state.answers["sumbangan"].value] == ["tenaga"]


@pytest.mark.parametrize("text", ["nanti malam", "nanti sore pak", "nanti siang", "besok saja"])
def test_a_part_of_the_day_is_no_later_where_a_time_is_asked(catalog: Catalog, text: str) -> None:
    question = catalog.flows["jadwal"].question("waktu")
    assert question is not None
    flow = replace(catalog.flows["jadwal"], questions=(question,))
    world = replace(catalog.world, today=TODAY, zone="WITA", now=NOW.time())
    step = advance(flow, State("jadwal", DRAFT), Typed(text, MESSAGE), world)
    assert step.state.pending["chosen"]["question"] == "waktu"
    assert advance(flow, step.state, Typed("jam 20.00", MESSAGE + 1), world).state.answers["waktu"].value["at"]


# --- corrections at another question ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("aduh keliru pak, desanya Tapong", "desa", "Tapong"),
        ("eh salah, harusnya desa Lebani", "desa", "Lebani"),
        ("salah ka, kecamatannya Alla", "kecamatan", "Alla"),
        ("maaf bukan desa itu, maksudku desa Boiya", "desa", "Boiya"),
    ],
)
def test_a_wider_place_is_put_right_where_the_dusun_is_asked(catalog: Catalog, text: str, key: str, name: str) -> None:
    _, step = _hear(catalog, "dusun", text)
    assert step.state.answers[key].value["name"] == name
    assert step.changed[0] == key


@pytest.mark.parametrize("place", ["cerita", "harapan", "jumlah", "alasan"])
@pytest.mark.parametrize(
    "text",
    [
        "ganti dusunnya jadi Lapaci",
        "tolong ubah dusun jadi Lapaci",
        "dusunnya diganti menjadi Lapaci",
        "tukar dusunnya ke Lapaci pak",
    ],
)
def test_a_change_that_names_its_question_is_made_wherever_it_is_said(catalog: Catalog, place: str, text: str) -> None:
    moment, step = _hear(catalog, place, text)
    assert step.state.answers["dusun"].value["name"] == "Lapaci"
    assert step.changed == ("dusun",)
    assert _values(step.state) | {"dusun": None} == _values(moment.state) | {"dusun": None}


@pytest.mark.parametrize(
    "text", ["pipanya diganti jadi besi", "ganti atap sekolah jadi seng", "ubah jalan tanah jadi beton"]
)
def test_a_wish_to_change_something_is_a_wish(catalog: Catalog, text: str) -> None:
    _, step = _hear(catalog, "harapan", text)
    assert step.state.answers["harapan"].value == {"text": text}


# --- numbers and names ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "laki-laki tidak ada, perempuan 25",
        "perempuan 25, laki-laki nihil",
        "tidak ada laki-laki, perempuan 25 orang",
        "25 perempuan, laki2 tidak ada",
        "laki-lakinya ndak ada, perempuannya 25",
    ],
)
def test_none_of_the_one_beside_the_number_of_the_other(catalog: Catalog, text: str) -> None:
    _, step = _hear(catalog, "jumlah", text)
    assert step.state.answers["jumlah"].value == {"total": 25, "male": 0, "female": 25}


def test_none_alone_is_asked(catalog: Catalog) -> None:
    moment, step = _hear(catalog, "jumlah", "laki-laki tidak ada")
    assert _values(step.state) == _values(moment.state)


@pytest.mark.parametrize(
    "text",
    [
        "saya di desa Baringin, dusunnya belum tahu",
        "Desa Baringin. Dusunnya belum saya tahu",
        "desa Baringin, dusun belum jelas",
    ],
)
def test_the_name_of_the_desa_is_no_new_dusun(catalog: Catalog, text: str) -> None:
    moment, step = _hear(catalog, "kecamatan", text)
    assert step.state.answers["desa"].value["name"] == "Baringin"
    assert "dusun" not in step.state.answers
    assert "confirm" not in step.state.pending
    assert look(moment.flow, step.state, moment.world).target == "dusun"


def test_of_men_and_women_counted_no_group_is_made(catalog: Catalog) -> None:
    for place in ("kategori", "merasakan"):
        moment, step = _hear(catalog, place, "yang kena 30 laki-laki dan 45 perempuan")
        assert step.state.answers["jumlah"].value == {"total": 75, "male": 30, "female": 45}
        assert look(moment.flow, step.state, moment.world).target == place


@pytest.mark.parametrize("text", ["maaf salah kirim", "eh salah pencet", "maaf keliru tekan"])
def test_a_slip_at_the_card_sends_nothing(catalog: Catalog, text: str) -> None:
    assert _hear(catalog, "~", text)[1].ended is None


def test_back_at_the_card_keeps_what_was_said_besides(catalog: Catalog) -> None:
    moment, step = _hear(catalog, "lokasi", "kepala dusun sudah pernah bilang begitu di baruga waktu itu")
    assert "juga" in step.state.answers
    state = replace(step.state, skipped=(*step.state.skipped, "lokasi", "patokan", "ukuran", "alasan", "sumbangan"))
    back = advance(moment.flow, state, Typed("kembali", MESSAGE + 1), moment.world)
    assert "juga" in back.state.answers
