"""What happened to an announcement stands in its history, with the words that were replaced."""

from datetime import timedelta

from bot.store.broadcasts import broadcasts
from tests.broadcasts.crowd import here, sent, shown, tick
from tests.broadcasts.sent import TEXT
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place, without_a_phone
from tests.support.sentences import says, words
from tests.support.villages import KABUPATEN

__all__ = ["here"]


async def test_it_tells_who_did_what_and_keeps_the_old_words(here: Kabupaten) -> None:
    officer, _, number = await sent(here, 3)
    (other,) = await without_a_phone(here, [Place("Ramlah", "bappeda", KABUPATEN)])
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Pindah ke pukul <10.00>.")
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    await tick(here)
    here.stand(here.clock.now() + timedelta(minutes=5))
    await here.pushes(other, f"a:ingatkan:{number}")
    await here.pushes(other, f"a:tarik_ya:{number}")
    told = await shown(here, officer, f"a:riwayat:{number}:0")
    short = "Musrenbang kecamatan dimulai pukul 09.00."
    for line in (
        f"{officer.name}: {words('siaran_riwayat_made')}",
        words("siaran_riwayat_began"),
        words("siaran_riwayat_done"),
        f"{officer.name}: {words('siaran_riwayat_mended', dulu=short)}",
        f"{other.name}: {words('siaran_riwayat_reminded', jumlah=3)}",
        f"{other.name}: {words('siaran_riwayat_withdrawn')}",
    ):
        assert line in told
    assert await here.presses(officer, officer.newest(), words("tombol_siaran_lama", ke=1))
    assert officer.newest().text in says("siaran_lama")
    assert TEXT in officer.newest().text  # bold as it was


async def test_a_long_history_is_turned_over_and_an_unknown_event_is_told_all_the_same(here: Kabupaten) -> None:
    officer, _, number = await sent(here, 2)
    async with here.database.write() as connection:
        for _ in range(20):
            await broadcasts.note(connection, number, "baru_sekali", officer.id, here.clock.now())
    first = await shown(here, officer, f"a:riwayat:{number}:0")
    assert words("siaran_riwayat_lain") in first
    assert await here.presses(officer, officer.newest(), words("tombol_daftar_maju"))
    assert officer.newest().text != first
    assert officer.newest().text in says("siaran_riwayat")


async def test_nobody_else_reads_it(here: Kabupaten) -> None:
    _, crowd, number = await sent(here, 3)
    (camat,) = await without_a_phone(here, [Place("Camat", "camat", f"{KABUPATEN}.01")])
    for verb in ("riwayat:{}:0", "lama:{}:0"):
        for one in (camat, crowd[0]):
            before = dict(one.phone)
            await here.pushes(one, f"a:{verb.format(number)}")
            assert one.phone == before
