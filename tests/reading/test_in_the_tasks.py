"""What waits to be read is work, and stands among the tasks."""

from tests.reading.conftest import Village
from tests.support.sentences import says, words


async def test_whoever_has_usulan_to_read_is_not_told_that_nothing_waits(village: Village) -> None:
    rahman = await village.join("Rahman", "fasilitator_desa")
    await village.ask(rahman, "/tugas", says("tugas_kosong", belum_dibaca=False))
    await village.bring()
    await village.ask(rahman, "/tugas", says("tugas_kosong", belum_dibaca=1))
    await village.press(rahman, words("tombol_tugas_baca", jumlah=1), says("periksa_daftar_saya"))
