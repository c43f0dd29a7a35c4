"""Who hears that a date moves or falls away: whoever speaks for the village, and whose usulan are discussed there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.records import WITHDRAWN
from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.store.tables import speakers, usulan
from bot.work.access import BAPPEDA, DELEGASI, FASILITATOR_KECAMATAN
from tests.calendar.test_moving import quiet
from tests.deciding.asking import BEGUN, Asking, asking
from tests.support.client import words_of
from tests.support.sentences import Said, mentions, says, words

OTHER_DESA = "73.16.01.2012"
MOVED, CANCELLED, SET = says("jadwal_kabar_pindah"), says("jadwal_kabar_batal"), says("jadwal_kabar_baru")


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Asking]:
    async with asking(database_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Asking]:
    async with asking(sqlite_url, tmp_path) as opened:
        yield opened


async def _set(place: Asking, who: Person, what: str = "musrenbang", name: str = "") -> None:
    asked = mentions("form.jadwal.nama.tanya" if name else "form.jadwal.tempat.tanya")
    await place.ask(who, f"/jadwal {what} 20/1/27 jam 9", asked)
    if name:
        await place.ask(who, name, mentions("form.jadwal.tempat.tanya"))
    await place.press(who, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await place.press(who, words("tombol.kirim"), says("jadwal_ditetapkan"))


async def _open(place: Asking, who: Person) -> None:
    seen = await place.ask(who, "/jadwal", says("jadwal_daftar", acara=True))
    await place.press(who, buttons_of(seen["reply_markup"])[0]["text"], "Desa Pattondon Salu")


async def _move(place: Asking, who: Person, others: int) -> str:
    await _open(place, who)
    await place.press(who, words("tombol_jadwal_pindah"), mentions("form.jadwal_pindah.waktu.tanya"))
    await place.ask(who, "27/1/27 jam 9", mentions("form.jadwal_pindah.alasan.tanya"))
    await place.press(who, words("tombol.lewati"), says("jadwal_pindahkah"))
    told = await place.press(who, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah", orang=others))
    return str(told["text"])


async def _cancel(place: Asking, who: Person, others: int) -> None:
    await _open(place, who)
    await place.press(who, words("tombol_jadwal_batal"), mentions("form.jadwal_batal.alasan.tanya"))
    await place.ask(who, "Jembatan putus.", says("jadwal_batalkah"))
    await place.press(who, words("tombol_jadwal_batalkan"), says("jadwal_dibatalkan", orang=others))


def _heard(place: Asking, who: Person, what: Said = MOVED) -> int:
    return sum(text in what for text in place.texts(who))


async def _all_told(place: Asking) -> None:
    await place.town.until("SELECT count(*) FROM news WHERE next_at IS NOT NULL", 0)
    await quiet(place)  # type: ignore[arg-type]


async def _take_back_and_keep_away(place: Asking) -> None:
    """Maiwa 3 was withdrawn, and whoever speaks in Maiwa 4 wants no news on that telephone."""
    voice = {"id": 77, "account_id": None, "name": "Ibu", "tell_directly": True, "made_at": BEGUN}
    async with place.town.database.write() as connection:
        await connection.execute(speakers.insert(), [voice])
        await connection.execute(usulan.update().where(usulan.c.serial == 3).values(status=WITHDRAWN))
        await connection.execute(usulan.update().where(usulan.c.serial == 4).values(speaker_id=77))


async def test_a_move_reaches_delegates_and_whoever_brought_an_usulan_once_each(place: Asking) -> None:
    dira = await place.join("Dira", DELEGASI)
    elsewhere = await place.join("Nur", DELEGASI, OTHER_DESA)
    aminah = await place.bring("Aminah", "Maiwa 2")
    hasan = await place.bring("Hasan", "Maiwa 3")
    wati = await place.bring("Wati", "Maiwa 4")
    await _take_back_and_keep_away(place)
    await _set(place, place.rahman)
    await place.hears(dira, SET)
    assert await _move(place, place.rahman, 3)
    await place.hears(dira, says("jadwal_kabar_pindah", nama="Musrenbang desa", usulan=False))
    for one in (place.sitti, aminah):  # they never read the day that it was; perhaps somebody told them
        told = await place.hears(one, says("jadwal_kabar_pindah", nama="Musrenbang desa", usulan=True))
        assert "20 Januari 2027" in told["text"]
        assert "27 Januari 2027" in told["text"]
    await _all_told(place)
    others = (hasan, wati, elsewhere, place.rahman)
    assert [_heard(place, one) for one in (dira, place.sitti, aminah, *others)] == [1, 1, 1, 0, 0, 0, 0]
    await _cancel(place, place.rahman, 3)
    for one in (dira, place.sitti, aminah):
        await place.hears(one, says("jadwal_kabar_batal", nama="Musrenbang desa", usulan=one is not dira))
    await _all_told(place)
    assert [_heard(place, one, CANCELLED) for one in (dira, place.sitti, aminah, *others)] == [1, 1, 1, 0, 0, 0, 0]


async def test_whoever_brought_an_usulan_hears_when_its_meeting_is_set(quick: Asking) -> None:
    """And who reads it once that is over promises no meeting."""
    await _set(quick, quick.rahman)
    told = await quick.hears(quick.sitti, SET)
    assert "20 Januari 2027" in words_of(told)
    await quick.days_later(10)
    await quick.town.begin_again()  # the clock of a running bot follows within a second
    await quick.toast(quick.rahman, f"u:baca:{(await quick.town.rows('SELECT id FROM usulan'))[0][0]}")
    plain = {"tertutup": False, "sendiri": False, "putus": False}
    read = words_of(await quick.hears(quick.sitti, says("kabar_dibaca", dibahas=False, **plain)))
    assert read not in says("kabar_dibaca", dibahas=True, **plain)


async def test_each_move_is_told_from_the_day_before_it(place: Asking) -> None:
    await _set(place, place.rahman)
    await _move(place, place.rahman, 1)
    await place.hears(place.sitti, MOVED)
    await _all_told(place)
    await place.ask(place.rahman, "musrenbang desa mundur seminggu karena panen", says("jadwal_pindahkah"))
    await place.ask(place.rahman, "ya", says("jadwal_dipindah"))
    told = await place.hears(place.sitti, lambda message: "3 Februari 2027" in words_of(message))
    assert words_of(told) in says("jadwal_kabar_pindah", nama="Musrenbang desa", usulan=True)
    assert "27 Januari 2027" in words_of(told)


async def test_where_no_usulan_are_discussed_nobody_hears_because_of_theirs(quick: Asking) -> None:
    """And to whoever moved it nothing is said about telling, when there is nobody."""
    await _set(quick, quick.rahman, "kumpul perempuan", "Melati")
    assert "kami kabari" not in await _move(quick, quick.rahman, 0)
    await _all_told(quick)
    assert _heard(quick, quick.sitti) == 0


async def test_whoever_set_it_and_the_kecamatan_hear_what_another_makes_of_it(quick: Asking) -> None:
    darwis = await quick.join("Darwis", FASILITATOR_KECAMATAN, "73.16.01")
    nurdin = await quick.join("Nurdin", FASILITATOR_KECAMATAN, "73.16.04")
    hasnah = await quick.join("Hasnah", BAPPEDA, "73.16")
    typed = "musrenbang desa pattondon salu 20/1/27 jam 9 di balai desa"
    await quick.ask(hasnah, typed, mentions("form.jadwal.tinjau"))
    await quick.press(hasnah, words("tombol.kirim"), says("jadwal_ditetapkan"))
    await _all_told(quick)
    await _move(quick, quick.rahman, 3)
    for one in (darwis, hasnah):
        await quick.hears(one, says("jadwal_kabar_pindah", nama="Musrenbang desa", usulan=False))
    await _cancel(quick, quick.rahman, 3)
    for one in (darwis, hasnah):
        await quick.hears(one, says("jadwal_kabar_batal", nama="Musrenbang desa", usulan=False))
    await _all_told(quick)
    assert [_heard(quick, one, CANCELLED) for one in (darwis, hasnah, nurdin, quick.rahman)] == [1, 1, 0, 0]
