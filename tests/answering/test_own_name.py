"""That one's own name is to stand nowhere is heard beside whatever else is said, and the rest goes where it belongs."""

import json
from typing import Any

import pytest

from bot.core.usulan.own_wish import read
from tests.answering.conftest import Village
from tests.browser.pictures import photo
from tests.support.content import catalog_of
from tests.support.sentences import says, words

_UNNAMED = says("nama_sendiri_tidak_disebut")


async def _state(village: Village) -> Any:
    state = json.loads((await village.town.rows("SELECT state FROM conversations"))[0][0])
    assert isinstance(state, dict)
    return state


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("saluran air jebol dari bulan 8, jgn sebut namaku nanti pak dusun marah", "saluran air jebol dari bulan 8"),
        ("atap sd bocor dari tahun lalu jgn ditulis namaku ya", "atap sd bocor dari tahun lalu"),
        ("tulis saja dari warga, sy segan sama iparku. jalan tani berlumpur", "jalan tani berlumpur"),
        ("jangan sampai ada yg tau sy yg bilang, irigasi kami rusak parah", "irigasi kami rusak parah"),
        ("jgn sebut namaku. kalau hujan air masuk rumah warga", "kalau hujan air masuk rumah warga"),
        ("saya tidak usah disebut namanya kodong, takut ka sama tetangga. sumur kering", "sumur kering"),
        ("bendungan bocor, jgn smpai ketahuan sy yg kasih tau nah", "bendungan bocor"),
        ("takut ka kalau na tau pak dusun saya yang bilang. got mampet", "got mampet"),
        ("jangan bilang2 saya janda yang lapor, atap rumahku bocor", "atap rumahku bocor"),
    ],
)
async def test_in_the_story_it_holds_and_is_no_part_of_it(village: Village, line: str, left: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, line, "harapkan")
    await village.hears(sitti, _UNNAMED)
    state = await _state(village)
    assert state["answers"]["cerita"]["value"] == {"text": left}
    assert state["about"]["unnamed"] is True


async def test_below_a_photo_beside_a_hope_and_at_a_question_with_buttons(either_village: Village) -> None:
    village = either_village
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "Jembatan putus sejak Mei", "harapkan")
    await village.ask(sitti, "di pasang batu, jgn ada namaku di situ", "foto")
    await village.town.simulator.photo(sitti, bytes(photo()["buffer"]), "jebolnya, jgn ditau namaku ya")
    await village.hears(sitti, "urusan apa")
    await village.ask(sitti, "dimana pun jgn ada namaku, di kantor bappeda juga", "urusan apa")
    answers = (await _state(village))["answers"]
    assert answers["harapan"]["value"] == {"text": "di pasang batu"}
    assert "namaku" not in json.dumps(answers)
    assert "juga" not in answers


async def test_before_the_consent_it_holds_and_is_no_story(village: Village) -> None:
    town = village.town
    sitti = town.simulator.add_person("Sitti")
    await town.start_chat(sitti, says("izin"))
    await town.ask(sitti, "sy mau lapor tapi tdk mau disebut namaku dimana pun, boleh?", _UNNAMED)
    await town.press(sitti, words("tombol_setuju"), "kecamatan")
    await town.ask(sitti, "maiwa tuncung paraja", "ceritakan")
    await village.tell(sitti)
    assert [True] == [bool(row[0]) for row in await town.rows("SELECT unnamed FROM usulan")]


@pytest.mark.parametrize(
    "line",
    [
        "oh iya tdk usah pakai nama, kalau suamiku tau sy dipukul lagi",
        "jangan tulis namaku, suamiku pukul sy kalau tau sy melapor",
    ],
)
async def test_who_is_in_danger_hears_of_both(village: Village, line: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "Jalan ke pasar rusak berlubang", "harapkan")
    await village.ask(sitti, line, says("bahaya.lanjut", terpisah=True))
    await village.hears(sitti, _UNNAMED)
    assert (await _state(village))["about"]["unnamed"] is True


@pytest.mark.parametrize(
    "line",
    [
        "jgn kasi tau kepala sekolahku nah kak kalo sa yg lapor, nanti dimarahi ka",
        "jangan sampai ketahuan pak desa kalau saya yang bilang",
        "tetangga tdk boleh tau kalau dari saya",
        "rahasia nah kak, takut ka dimarahi",
        "kepala sekolah tidak boleh tahu saya yang usul ini",
        "jan bilang2 nah kak klo dari sa",
        "tolong dirahasiakan ya pak",
        "istri pak desa jgn sampai dengar kalau sy yg lapor",
        "tabe pak jangan sampai diketahui bapak desa bahwa saya yang menyampaikan",
        "pak rt gaboleh tau kalo aku yg lapor",
        "orang lain jangan na tau ini dari saya",
        "rahasiakanki nah puang",
    ],
)
async def test_who_shall_not_know_of_them_is_no_hope(village: Village, line: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "Jalan ke sekolah rusak berat", "harapkan")
    await village.ask(sitti, line, "catatan Bappeda")
    await village.hears(sitti, "harapkan")
    state = await _state(village)
    assert "harapan" not in state["answers"]
    assert state["about"]["unnamed"] is True


@pytest.mark.parametrize(
    "line",
    [
        "tetangga tdk tau ji to kalau saya yg bicara",
        "pak desa ndak natau ji kah kalo sa yang bicara",
        "guruku tdk tau ji to kalo sa",
    ],
)
async def test_who_gets_to_know_of_them_is_a_question(village: Village, line: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, line, says("tanya_rahasia"))
    await village.hears(sitti, "ceritakan")
    assert "cerita" not in (await _state(village))["answers"]


@pytest.mark.parametrize("line", ["boleh sebut namaku", "tulis saja namaku, tdk takut sy", "jgn lupa sebut namaku nah"])
async def test_who_allows_it_is_named(village: Village, line: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, line, says("nama_disebut_lagi"))
    await village.hears(sitti, "ceritakan")
    assert not (await _state(village))["about"].get("unnamed")


@pytest.mark.parametrize(
    "line",
    [
        "nama jalan di papan tidak ada, orang tersesat",
        "kenapa namaku tidak disebut di rapat kemarin",
        "namaku jgn salah tulis, hasna bukan hasnah",
        "tidak ada nama saya di daftar bantuan, padahal miskin",
        "jangan tulis nama ani di situ",
        "jangan tulis nama pak lasemmang",
        "jgn sampai nama kampung kami hilang dari peta",
        "pak desa tidak tau kalau saya yang lapor dulu, makanya tidak ditanggapi",
        "jangan sampai ketahuan terlambat, anak2 sering dihukum",
        "jangan kasi tau saya kalau rapatnya batal",
        "warga tidak boleh tahu berapa dana desa, kami minta terbuka",
        "jangan bilang belum ada anggaran kalau saya yang minta",
        "itu bukan rahasia lagi, jalan itu rusak",
        "rahasia ya?",
    ],
)
def test_what_only_speaks_of_names_is_no_such_wish(line: str) -> None:
    assert read(catalog_of().world, line) is None
