"""A meeting that is called otherwise, moved with its reason, several dates in one message: nothing is asked again."""

from tests.support.desk import DESA, local
from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says

_HELD = "SELECT about, place, starts_at FROM occasions ORDER BY starts_at"
_CARD = "Sebelum disimpan"


async def test_kind_day_hour_hamlet_and_place_in_one_line_are_one_card(at_home: Home) -> None:
    idris = await at_home.join("Idris", scope="73.16.01.2003")
    line = "tetapkan rembuk dusun Paraja kamis 28 januari jam 4 sore di rumah kepala dusun"
    await at_home.ask(idris, line, "rumah kepala dusun")
    await at_home.ask(idris, "ya", says("jadwal_ditetapkan"))
    ((about, place, _),) = await at_home.town.rows(_HELD)
    assert (about, place) == ("Paraja", "rumah kepala dusun")


async def test_it_moves_with_the_reason_that_was_told_in_the_same_line(at_home: Home) -> None:
    idris = await at_home.join("Idris")
    await at_home.hold("musdus", DESA, local(1, 28, 16))
    line = "pindahkan kumpul dusun ke sabtu 30 januari karena ada acara keluarga"
    await at_home.ask(idris, line, says("jadwal_pindahkah", alasan="ada acara keluarga"))
    await at_home.ask(
        idris, "rembuk dusun pindah ke minggu 31 januari karena hujan", says("jadwal_pindahkah", alasan="hujan")
    )


async def test_three_kecamatan_in_one_message_of_which_one_has_no_hour_are_one_card_after_another(
    at_home: Home,
) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    dates = ("Maiwa kamis 4 februari jam 9", "Baraka jumat 5 februari jam 9", "Alla senin 8 februari")
    told = "\n".join(("musrenbang kecamatan:", *dates))
    await at_home.ask(ratna, told, says("jadwal_beberapa", jumlah=3))
    for hour in ("", "", "jam 10 pagi"):
        if hour:
            await at_home.ask(ratna, hour, mentions("form.jadwal.tempat.tanya"))
        await at_home.ask(ratna, "lewati", _CARD)
        await at_home.ask(ratna, "ya", says("jadwal_ditetapkan"))
    found = await at_home.town.rows("SELECT wilayah FROM occasions ORDER BY starts_at")
    assert [row[0] for row in found] == ["73.16.01", "73.16.03", "73.16.05"]


async def test_what_leads_to_the_meeting_and_its_day_throws_neither_away(at_home: Home) -> None:
    idris = await at_home.join("Idris", scope="73.16.01.2003")
    for line in (
        "jadi begini, pak desa sudah setuju musrenbang di aula desa kamis 28 januari jam setengah sembilan pagi",
        "alhamdulillah sudah sepakat musrenbangnya kamis 28 januari jam setengah sembilan pagi di aula desa",
    ):
        shown = await at_home.ask(idris, line, _CARD)
        assert all(told in str(shown) for told in ("Musrenbang desa", "Kamis, 28 Januari 2027, 08.30"))
        await at_home.ask(idris, "batal", says("jadwal_tidak_jadi"))
