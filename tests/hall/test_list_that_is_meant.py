"""Whose list is meant, where several meetings are ahead: the one on which people were written down last; who was
invited and did not come is told by name."""

import pytest

from tests.support.client import labels
from tests.support.halls import Meeting, hold
from tests.support.sentences import mentions, says, words


async def _later(hall: Meeting, hours: int) -> None:
    await hall.town.stop()
    await hall.town.simulator.move_clock(by=hours * 3600)
    await hall.town.start()


async def _with_another_before(hall: Meeting) -> None:
    """The list is of a musdes far off; a musdus without a list comes before it."""
    far = await hold(hall.town, "musdes", hours=24 * 64)
    near = await hold(hall.town, "musdus", hours=24 * 20)
    assert near.starts_at < far.starts_at
    hall.occasion = far
    await hall.say("undang ke musdes: Hasnah kader posyandu, Pak Baso petani", mentions("rapat_pratinjau"))
    await hall.say("ya simpan", says("rapat_banyak_dicatat"))


@pytest.fixture
async def ahead(hall: Meeting) -> Meeting:
    await _later(hall, 3 * 24)  # what was held is over
    await _with_another_before(hall)
    await hall.say("/tugas", bool)
    return hall


@pytest.mark.parametrize(
    "typed", ["siapa saja yg sudah diundang?", "lihat daftar undangan", "siapa yang belum diundang?"]
)
async def test_the_list_that_was_written_last_is_shown(ahead: Meeting, typed: str) -> None:
    told = await ahead.say(typed, says("rapat_undangan"))
    assert "Hasnah" in told["text"]


@pytest.mark.parametrize("typed", ["apakah Pak Baso sudah diundang?", "pak baso sdh diundang?"])
async def test_somebody_is_looked_for_on_it(ahead: Meeting, typed: str) -> None:
    told = await ahead.say(typed, mentions("rapat_orang", nama="Pak Baso"))
    assert "Petani" in told["text"]


async def test_an_exchange_is_of_it(ahead: Meeting) -> None:
    await ahead.say("ganti Pak Baso dengan Pak Rustam", says("rapat_diganti", nama="Pak Rustam", dulu="Pak Baso"))
    assert {*await ahead.guests()} >= {"Hasnah", "Pak Rustam"}


@pytest.mark.parametrize(
    "typed",
    ["siapa yang diundang tapi tidak datang?", "mana undangan yg tdk hadir", "siapa tamu yang ndak datang kemarin"],
)
async def test_who_was_invited_and_did_not_come(hall: Meeting, typed: str) -> None:
    await hall.invite("Ibu Sitti", "Pak Budi")
    await _later(hall, 4)
    told = await hall.say(typed, mentions("rapat_tidak_datang"))
    assert "Ibu Sitti" not in told["text"]  # nobody was ticked: that they stayed away is not known
    await hall.say("ibu sitti datang", says("rapat_tamu_kabar", ya=["Ibu Sitti"], hadir=True))
    told = await hall.say(typed, mentions("rapat_tidak_datang"))
    assert "Pak Budi" in told["text"]
    assert "Ibu Sitti" not in told["text"]
    assert words("rapat_tombol_ketuk") in str(told["reply_markup"])


async def test_before_it_who_cannot_come_is_told(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti", "Pak Budi")
    await hall.say("/tugas", bool)
    told = await hall.say(
        "siapa yang diundang tapi tidak datang?", says("rapat_sudah_dikabari", kosong=False, ada=False)
    )
    assert "Pak Budi" in told["text"]


@pytest.mark.parametrize(
    ("counted", "known"),
    [
        ("", "Yang hadir juga belum dicatat"),
        ("yang hadir tadi 35 orang, perempuan 14", "Yang hadir tercatat 35 orang"),
    ],
)
async def test_without_a_list_it_is_said_and_how_many_came(hall: Meeting, counted: str, known: str) -> None:
    await _later(hall, 4)
    if counted:
        await hall.say(counted, mentions("rapat_hadir"))
    await _later(hall, 30 * 24)
    for typed in ("siapa yang diundang tapi tidak datang?", "siapa saja yang tidak hadir di musrenbang"):
        assert known in (await hall.say(typed, mentions("rapat_tidak_datang")))["text"]


@pytest.mark.parametrize(
    "typed", ["siapa blm isi daftar hadir", "desa mana yang belum isi daftar hadir", "siapa belum kirim absensi"]
)
async def test_which_meetings_nobody_counted_is_told(hall: Meeting, typed: str) -> None:
    malik = await hall.office.join("Malik", "fasilitator_kecamatan", "73.16.01")
    told = mentions("tanya_kerja_belum_daftar_hadir")
    assert "belum ada pertemuan yang sudah lewat" in (await hall.say(typed, told, malik))["text"]
    await _later(hall, 4)
    shown = await hall.say(typed, told, malik)
    assert f"• {words('pertemuan.musrenbang_desa')}, Desa Boiya" in shown["text"]
    assert len(labels(shown)) == 1
    await hall.say("yang hadir tadi 35 orang, perempuan 14", mentions("rapat_hadir"))
    assert "sudah tercatat yang hadirnya" in (await hall.say(typed, told, malik))["text"]
