"""What an officer puts right in their own words, one thing or several, in a sample or in one that is out; one that is
used again with what is new in it; and what is told beside a sample."""

import pytest

from bot.store.broadcasts import receipts
from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import CURIO, draft, html, out, planned, town
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.phones import Someone
from tests.support.sentences import mentions

__all__ = ["here"]

_TEXT = "Rapat rabu 11 november jam 9 di aula SMP 1 Malua"
_BOTH = "Rapat kamis 12 november jam 9 di balai desa"


def _shown(one: Someone, sentence: str) -> bool:
    return any(message.text in mentions(sentence) for message in one.phone.values())


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("smp 2 bu bukan smp 1", "Rapat rabu 11 november jam 9 di aula smp 2 Malua"),
        ("harusnya smp 2", "Rapat rabu 11 november jam 9 di aula smp 2 Malua"),
        ("ada yg salah, harusnya smp 2", "Rapat rabu 11 november jam 9 di aula smp 2 Malua"),
        ("bukan begitu. cuma SMP 1 jadi SMP 2 saja", "Rapat rabu 11 november jam 9 di aula SMP 2 Malua"),
        ("bukan smp 1 tapi smp 2 malua. tolong dibetulkan", "Rapat rabu 11 november jam 9 di aula smp 2 Malua"),
        ("tempatnya belum, aula SMP 1 Malua jadi balai desa", "Rapat rabu 11 november jam 9 di balai desa"),
        ("di tulisannya, aula SMP 1 malua jadi aula kantor camat", "Rapat rabu 11 november jam 9 di aula kantor camat"),
        ("tempatnya di balai desa saja", "Rapat rabu 11 november jam 9 di balai desa"),
        ("ganti tempatnya jadi balai desa dan harinya kamis 12 november", _BOTH),
        ("cukup ganti smp 1 jadi smp 2, yg lain tetap", "Rapat rabu 11 november jam 9 di aula smp 2 Malua"),
        ("tempatnya balai desa, jamnya 10", "Rapat rabu 11 november jam 10 di balai desa"),
        ("tambahkan: bawa laptop sendiri", f"{_TEXT}\nbawa laptop sendiri"),
    ],
)
async def test_a_sample_is_put_right_in_own_words(here: Kabupaten, typed: str, now: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text=_TEXT)
    await here.says(masyita, typed)
    assert (await html(here)).lower() == now.lower()


@pytest.mark.parametrize(
    "typed",
    [
        "minta teks utk grup wa dari pengumuman pindah tempat malua",
        "tempatnya di mana itu",
        "pindah tempat musrenbang itu jadi ramai dibicarakan",
        "tambah penerima camat malua",
    ],
)
async def test_what_puts_nothing_right_changes_nothing(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text=_TEXT)
    await here.says(masyita, typed)
    assert await html(here) == _TEXT


async def test_the_half_that_is_not_clear_is_told(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text="Rapat rabu 11 november jam 9 lewat zoom")
    await here.says(masyita, "ganti harinya kamis 12 november dan tempatnya aula kantor camat")
    assert await html(here) == "Rapat kamis 12 november jam 9 lewat zoom"
    assert _shown(masyita, "siaran_belum_diubah")


async def test_other_words_for_a_planned_one_hold_it(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await planned(here, masyita)
    await here.says(masyita, "/siaran")
    await here.pushes(masyita, f"a:lihat:{(await rows(here, 'SELECT id FROM broadcasts'))[0][0]}")
    text = "laporan mingguan dikumpul paling lambat jam 3 sore lewat email"
    await here.says(masyita, f"teksnya juga, {text}")
    assert await html(here) == text
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]


async def test_what_is_added_takes_nobodys_word_away(here: Kabupaten) -> None:
    masyita, baso, _ = await town(here)
    one = await out(here, masyita, text=_TEXT)
    async with here.database.write() as connection:
        await receipts.confirm(connection, one, baso.id, here.clock.now())
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "tambahkan: fotokopinya disimpan di desa")
    assert masyita.newest().text in mentions("form.siaran_ralat.tinjau")
    await here.says(masyita, "ganti")
    assert await html(here) == f"{_TEXT}\nfotokopinya disimpan di desa"
    told = f"SELECT count(*) FROM deliveries WHERE target = {baso.id} AND understood_at IS NOT NULL"
    assert await rows(here, told) == [(1,)]


@pytest.mark.parametrize(
    "lead", ["pakai lagi pengumuman pindah itu utk curio", "pengumuman pindah yg malua mau sy pakai lagi utk curio,"]
)
async def test_one_is_used_again_for_others_with_what_is_new(here: Kabupaten, lead: str) -> None:
    masyita, *_ = await town(here, Place("Muin", "fasilitator_desa", f"{CURIO}.2001"))
    await out(here, masyita, text="musrenbang pindah dari kantor camat ke aula smp 1 malua, rabu 11 november jam 9")
    again = f"{lead} kamis 19 november jam 8, tempatnya aula kantor camat curio"
    await here.says(masyita, again)
    assert await rows(here, "SELECT scope, state FROM broadcasts ORDER BY id DESC LIMIT 1") == [(CURIO, "draft")]
    assert "aula kantor camat curio" in await html(here)
    assert "19 November" in await html(here)
    assert "smp 1" not in await html(here)


async def test_what_is_over_or_elsewhere_is_warned_of(here: Kabupaten) -> None:
    masyita, *_ = await town(here, Place("Muin", "fasilitator_desa", f"{CURIO}.2001"))
    await draft(here, masyita, CURIO, "Rapat selasa 27 oktober jam 9 di aula SMP 1 Malua")
    card = masyita.newest().text
    assert "27 oktober" in card
    assert "Kecamatan Malua" in card
