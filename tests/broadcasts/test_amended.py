"""An announcement with a sentence more or less, another hour or other recipients, said at any time: on its sample, over
its summary, where its number is asked, while it waits and once it is out."""

import pytest

from tests.broadcasts.crowd import here, rows, tick_until
from tests.broadcasts.officers import CURIO, MALUA, draft, hour_of, html, out, planned, town
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]

_LETTER = "Kumpul blangko BA paling lambat jumat. Bawa stempel desa. Terima kasih"
_MORE = "jangan lupa bawa daftar hadir juga"
_CURIO = Place("Muin", "fasilitator_desa", f"{CURIO}.2001")


async def _states(here: Kabupaten) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in await rows(here, "SELECT state, scope FROM broadcasts ORDER BY id")]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("kalimat bawa stempel desa itu jangan ikut ya", "Kumpul blangko BA paling lambat jumat. Terima kasih"),
        ("yg soal stempel dihapus saja", "Kumpul blangko BA paling lambat jumat. Terima kasih"),
        ("kalimat terakhir tidak usah", "Kumpul blangko BA paling lambat jumat. Bawa stempel desa."),
        ("paling lambat jumat tidak usah ditulis", "Kumpul blangko BA Bawa stempel desa. Terima kasih"),
    ],
)
async def test_a_part_of_a_sample_goes(here: Kabupaten, typed: str, left: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text=_LETTER)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_kartu")
    assert await html(here) == left


async def test_what_stands_in_another_one_is_taken_out_of_that(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, text=_LETTER)
    await draft(here, masyita, text="besok libur")
    await here.says(masyita, "hapus kalimat bawa stempel desa")
    assert masyita.newest().text in mentions("form.siaran_ralat.tinjau")
    assert await html(here) == "besok libur"


async def test_what_does_not_stand_there_takes_nothing_out(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text=_LETTER)
    await here.says(masyita, "kalimat soal uang duduk itu jangan ikut")
    assert await html(here) == _LETTER


async def _over_summary(here: Kabupaten) -> Someone:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=_LETTER)
    await here.pushes(masyita, f"a:ubah:{one}")
    await here.says(masyita, _MORE)
    return masyita


async def test_words_over_the_summary_stand_in_the_sample(here: Kabupaten) -> None:
    masyita = await _over_summary(here)
    assert any(one.text in says("siaran_ditambahkan", kata=_MORE) for one in masyita.phone.values())
    await here.says(masyita, "lihat contohnya")
    assert await html(here) == f"{_LETTER}\n{_MORE}"


async def test_they_are_taken_out_again(here: Kabupaten) -> None:
    masyita = await _over_summary(here)
    data = next(d for one in masyita.phone.values() for _, d in one.buttons if d.startswith("a:tanpa:"))
    await here.pushes(masyita, data)
    await here.says(masyita, "lihat contohnya")
    assert await html(here) == _LETTER


@pytest.mark.parametrize(("typed", "found"), [("kirimnya besok jam 9", "01:00"), ("tambahkan: bawa map", "")])
async def test_what_is_said_where_its_number_is_asked_is_no_number(here: Kabupaten, typed: str, found: str) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=_LETTER)
    await here.pushes(masyita, f"a:kirim:{one}")
    assert masyita.newest().text in mentions("form.siaran_jumlah.jumlah.tanya")
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_kartu")
    assert await rows(here, "SELECT 1 FROM conversations") == []
    starts = str((await rows(here, "SELECT starts_at FROM broadcasts"))[0][0])
    assert found in starts


async def test_send_below_the_sample_of_one_that_is_being_changed_asks_on(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=_LETTER)
    older = masyita.newest()
    await here.says(masyita, "penting, jangan tunggu besok")
    await here.presses(masyita, older, f"a:kirim:{one}")
    assert any(letter.text in says("siaran_masih_diubah") for letter in masyita.phone.values())
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("undangan blangko yg mau terkirim besok itu geser ke jam 10 ya", "02:00"),
        ("pengumuman malua yg mau terkirim besok jamnya jadi jam 11", "03:00"),
    ],
)
async def test_one_that_waits_is_moved_by_its_words_below_anything(here: Kabupaten, typed: str, hour: str) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita, text=_LETTER)
    await here.says(masyita, "/jadwal")
    await here.says(masyita, typed)
    await here.presses(masyita, masyita.newest(), "a:jam_ya:")
    assert await hour_of(here, one) == hour


@pytest.mark.parametrize("typed", ["yg blangko itu kirim sekarang juga jangan tunggu besok", "blangko kirim sekarang"])
async def test_one_that_waits_is_hurried(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await planned(here, masyita, text=_LETTER)
    await here.says(masyita, "/jadwal")
    await here.says(masyita, typed)
    await tick_until(here, "done", 200)
    assert await _states(here) == [("done", MALUA)]


async def test_jangan_kirim_sekarang_hurries_nothing(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await planned(here, masyita, text=_LETTER)
    await here.says(masyita, "yg blangko jangan kirim sekarang")
    assert await _states(here) != [("waiting", MALUA)] or masyita.newest().text not in mentions("siaran_jam_diganti")


@pytest.mark.parametrize(
    "typed",
    [
        "surat tadi salah kirim, harusnya ke curio bukan malua. tolong ditarik lalu kirim ke curio",
        "tarik yg blangko, kirim ke fasilitator curio saja",
    ],
)
async def test_one_that_is_out_is_taken_back_and_shown_for_the_others(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here, _CURIO)
    await out(here, masyita, text=_LETTER)
    await here.says(masyita, typed)
    await here.presses(masyita, masyita.newest(), "a:tarik_ke:")
    assert masyita.newest().text in mentions("siaran_kartu", jumlah=1)
    assert await _states(here) == [("withdrawn", MALUA), ("draft", CURIO)]
    assert await html(here) == _LETTER


@pytest.mark.parametrize(
    "typed", ["yg blangko tadi kirim ke fasilitator curio", "kirim surat yg ditarik tadi ke fasilitator curio"]
)
async def test_one_that_was_taken_back_is_named_and_sent_to_others(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here, _CURIO)
    one = await out(here, masyita, text=_LETTER)
    await here.pushes(masyita, f"a:tarik_ya:{one}")
    await here.says(masyita, "/jadwal")
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_kartu", jumlah=1)
    assert await _states(here) == [("withdrawn", MALUA), ("draft", CURIO)]
    await here.pushes(masyita, f"a:hasil:{one}")
    assert masyita.newest().offers(f"a:pakai:{one}")


@pytest.mark.parametrize("when", [", kirim lusa jam 8", " lusa jam 8"])
async def test_one_that_is_used_again_leaves_at_its_own_hour(here: Kabupaten, when: str) -> None:
    masyita, *_ = await town(here, _CURIO)
    await out(here, masyita, text=_LETTER)
    await here.says(masyita, f"pakai lagi yg blangko utk fasilitator curio{when}")
    assert masyita.newest().text in mentions("siaran_kartu", jumlah=1)
    ((starts, scope),) = await rows(here, "SELECT starts_at, scope FROM broadcasts ORDER BY id DESC LIMIT 1")
    assert (str(starts)[11:16], scope) == ("00:00", CURIO)
