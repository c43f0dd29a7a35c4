"""Whoever asked not to be rung, written to or named is sent nobody: a reader is told by what way they may be reached,
and what nobody has read is not read because its proposer asks for silence."""

from typing import Any

import pytest

from tests.deciding.asking import Asking
from tests.support.sentences import mentions, says, words

WISH = "jangan kirim apa2 lagi ke hp ini, suami saya baca"
WAY = words("jalan_musyawarah")


async def _silent(quick: Asking, **way: Any) -> None:
    await quick.days_later(5)
    told = await quick.hears(quick.rahman, says("klarifikasi_diam", nomor="Maiwa 1"))
    told_way = {"jalan": "", "titip": False, "tanpa_nama": False, "jauh": False, "tertulis": False}
    assert words("cara_mencapai", **told_way | way) in told["text"]


async def _asks(quick: Asking, wish: str = "Patokan") -> None:
    await quick.open()
    await quick.press(quick.rahman, words("klarifikasi_tombol_tanyakan", judul=wish), "")


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("sy tdk dengar (tuli). jangan kirim suara. sumur di posyandu kering", True),
        ("sumur kering, tolong jgn telpon", True),
        ("sinyal telepon tidak ada di dusun kami", False),
        ("masjid tidak kedengaran pengerasnya", False),
    ],
)
async def test_who_does_not_hear_is_rung_by_nobody(quick: Asking, told: str, written: bool) -> None:
    async with quick.town.database.write() as connection:
        story = f'{{"text": "{told}"}}'
        query = f"UPDATE usulan SET answers = json_set(answers, '$.cerita', json('{story}'))"
        await connection.exec_driver_sql(query)
    await quick.ask_for("Patokan")
    await _silent(quick, tertulis=written)


async def test_asking_for_silence_reads_nothing(quick: Asking) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, WISH, says("jangan_ke_hp"))
    rows = await quick.town.rows("SELECT read_by, read_at, told_at FROM usulan")
    assert rows == [(None, None, None)]
    await quick.ask(quick.rahman, "/periksa", says("periksa_daftar_saya"))
    shown = await quick.open()
    assert mentions("cara_mencapai", jauh=True, jalan="")(
        await quick.hears(quick.rahman, says("usulan_harus_dikabari"))
    )
    assert "lewat HP Sitti" not in shown["text"]


@pytest.mark.parametrize(
    ("key", "typed", "way"),
    [
        ("tombol_jalan_musyawarah", "", WAY),
        ("tombol_jalan_rumah", "", words("jalan_rumah")),
        ("tombol_jalan_orang", "Bu Kader Ani", "lewat Bu Kader Ani"),
        ("tombol_jalan_orang", "lewat bu bidan", "lewat bu bidan"),
    ],
)
async def test_they_are_reached_as_they_agreed(quick: Asking, key: str, typed: str, way: str) -> None:
    await quick.ask(quick.sitti, WISH, says("jangan_ke_hp"))
    if typed:
        await quick.press(quick.sitti, words(key), says("form.lewat_siapa.siapa.tanya"))
        await quick.ask(quick.sitti, typed, says("jalan_dicatat", jalan=way))
    else:
        await quick.press(quick.sitti, words(key), says("jalan_dicatat", jalan=way))
    await _asks(quick)
    await quick.hears(quick.rahman, says("klarifikasi_langsung"))
    await _silent(quick, jalan=way)


async def test_who_said_nothing_more_is_sent_nobody(quick: Asking) -> None:
    await quick.ask(quick.sitti, WISH, says("jangan_ke_hp"))
    await _asks(quick)
    await _silent(quick, jauh=True)


async def test_who_is_not_named_is_not_looked_for(quick: Asking) -> None:
    await quick.ask(quick.sitti, "jangan sebut nama saya", "")
    await quick.ask(quick.sitti, WISH, says("jangan_ke_hp"))
    await _asks(quick)
    await _silent(quick, jauh=True, tanpa_nama=True)


async def test_in_a_draft_the_way_goes_with_it(quick: Asking) -> None:
    ani = await quick.begin("Ani")
    await quick.ask(ani, "jembatan gantung putus talinya, anak sekolah memutar", "harapkan")
    await quick.ask(ani, WISH, says("jangan_ke_hp"))
    await quick.press(ani, words("tombol_jalan_musyawarah"), says("jalan_dicatat", jalan=WAY))
    await quick.press(ani, words("tombol_lanjutkan"), "harapkan")
    await quick.ask(ani, "dibuatkan yang baru", "foto")
    await quick.press(ani, words("tombol.cukup"), "Kami catat begini")
    await quick.press(ani, words("tombol.kirim"), says("suara_terima_langsung", jalan=WAY))
    (row,) = await quick.town.rows("SELECT agreed FROM usulan WHERE speaker_id IS NOT NULL")
    assert WAY in row[0]
