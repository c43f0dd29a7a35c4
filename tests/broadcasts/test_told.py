"""What an officer says of an announcement that is looked at, planned or out: one reading of the sentence, and what is
done as it stands."""

import pytest

from tests.broadcasts.crowd import here, rows, run
from tests.broadcasts.officers import ALL, CURIO, TEXT, draft, hour_of, html, out, planned, town
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.sentences import mentions, says

__all__ = ["here"]


# --- a sample --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("pesannya ganti jadi surat pelatihan 8 februari, mohon dibaca", "surat pelatihan 8 februari, mohon dibaca"),
        ("eh isinya diubah menjadi: rapat ditunda", "rapat ditunda"),
        ("ganti tulisannya jadi rapat ditunda, kabar menyusul", "rapat ditunda, kabar menyusul"),
        ("pesannya: rapat ditunda", "rapat ditunda"),
        ("jam 9 ganti jam 10", TEXT.replace("jam 9", "jam 10")),
        ("bukan jam 9 tapi jam 10", TEXT.replace("jam 9", "jam 10")),
        ("oh iya jamnya jam 10", TEXT.replace("jam 9", "jam 10")),
        ("jam 10 bukan jam 9", TEXT.replace("jam 9", "jam 10")),
        ("ganti jam 9 jadi jam 10", TEXT.replace("jam 9", "jam 10")),
        ("maaf bu jamnya harusnya 10", TEXT.replace("jam 9", "jam 10")),
        ("tgl 15 ganti tgl 16", TEXT.replace("15", "16")),
        ("tanggal 15 diganti tanggal 16", TEXT.replace("tgl 15", "tanggal 16")),
        ("ganti kantor camat jadi aula desa", TEXT.replace("kantor camat", "aula desa")),
    ],
)
async def test_a_sample_is_put_right_in_words(here: Kabupaten, typed: str, wanted: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert (await html(here)).replace("tanggal", "tgl") == wanted.replace("tanggal", "tgl")
    assert masyita.newest().text in says("siaran_kartu")


@pytest.mark.parametrize(
    "typed",
    [
        "salah kecamatan, ganti curio",
        "kecamatannya curio, bukan malua",
        "bukan malua tapi curio",
        "malua ganti curio",
        "kecamatannya curio saja",
        "eh penerimanya curio bu",
        "maaf salah kecamatan harusnya ke curio",
    ],
)
async def test_a_sample_goes_to_others_in_words(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert (await rows(here, "SELECT scope FROM broadcasts")) == [(CURIO,)]
    assert masyita.newest().text in says("siaran_kartu")


@pytest.mark.parametrize("typed", ["ubah pesan", "ganti pesannya bu", "mau ubah isinya dulu"])
async def test_its_words_are_asked_for(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")
    await here.says(masyita, "lihat contohnya")  # a button's own words are no text
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")
    await here.says(masyita, "bisa ikut susulan tgl 16?")
    assert masyita.newest().text in mentions("form.siaran.tinjau")
    await here.says(masyita, "lihat contohnya")
    assert await html(here) == "bisa ikut susulan tgl 16?"


@pytest.mark.parametrize("typed", ["minta bu rahmi", "minta petugas kedua", "mintakan persetujuan ibu rahmi dulu"])
async def test_a_second_officer_is_asked_for(here: Kabupaten, typed: str) -> None:
    masyita, *_, rahmi = await town(here, Place("Rahmi", "bappeda", ALL))
    await draft(here, masyita, ALL)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("asked",)]
    await here.says(rahmi, "jamnya salah bu, harusnya 10")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]
    await here.says(masyita, "jam 9 ganti jam 10")  # below her note
    assert await html(here) == TEXT.replace("jam 9", "jam 10")


@pytest.mark.parametrize("typed", ["kirim 2 orang", "kirim ke 2 orang", "ok kirim mi, 2 penerima"])
async def test_it_is_sent_with_its_number_in_one_sentence(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("waiting",)]


async def test_another_number_sends_nothing(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, "kirim 5 orang")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]


async def test_an_hour_of_several_is_asked_for(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text="jam 8 kumpul, jam 9 rapat")
    await here.says(masyita, "oh iya jamnya jam 10")
    assert masyita.newest().text in mentions("form.siaran.pesan.tanya")


async def test_usual_is_shown_again_and_urgent_asks_why(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, "biasa ji")
    assert masyita.newest().text in says("siaran_kartu")
    await here.says(masyita, "penting bu")
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")


# --- planned ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["siaran malua besok ganti jam 10", "eh yang malua besok jam 10 saja", "yang malua jamnya ganti jam 10 bu"],
)
async def test_a_planned_one_is_named_by_its_place(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await planned(here, masyita, "kumpulkan daftar peserta", CURIO)
    await here.says(masyita, "halo")
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_jam_gantikah")
    await here.says(masyita, "ya")
    assert await hour_of(here, one) == "02:00"


@pytest.mark.parametrize("typed", ["yang nomor 1 ganti jam 10", "nomor 1 jam 10 saja"])
async def test_a_planned_one_is_named_by_its_number(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.says(masyita, "siaran apa yang terjadwal")
    await here.says(masyita, typed)
    await here.says(masyita, "ya")
    assert await hour_of(here, one) == "02:00"


async def test_the_hour_that_it_has_is_confirmed(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "jam 8 ya")
    assert masyita.newest().text in says("siaran_jam_sudah")


@pytest.mark.parametrize("typed", ["rencana siaran besok", "siaran apa yang terjadwal", "siaran besok apa saja"])
async def test_what_is_planned_is_listed_with_what_is_held_until_tomorrow(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await planned(here, masyita, "kumpulkan daftar peserta")
    held = await planned(here, masyita, scope=CURIO)
    await run(here, f"UPDATE broadcasts SET state = 'running' WHERE id = {held}")
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_belum_berangkat")
    assert "kumpulkan daftar" in masyita.newest().text
    assert "rapat persiapan" in masyita.newest().text


# --- out -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "stop, salah kecamatan, tarik yang tadi",
        "siaran tadi salah kecamatan, tarik",
        "tarik siaran malua",
        "hapus pengumuman yang ke malua tadi",
    ],
)
@pytest.mark.parametrize("no", ["tidak", "jangan", "jangan dulu bu"])
async def test_taking_back_is_asked_once_and_a_no_keeps_it(here: Kabupaten, typed: str, no: str) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_tarikkah")
    await here.says(masyita, no)
    assert masyita.newest().text in says("siaran_tetap")
    assert await rows(here, "SELECT state FROM broadcasts") == [("done",)]


@pytest.mark.parametrize(
    "typed",
    [
        "ralat jam 9 jadi jam 10",
        "ralat rapat persiapan jam 10",
        "ralat rapat persiapan jam 10 bukan jam 9",
        "tolong diralat, jamnya jam 10",
        "ralat: jam 9 diganti jam 10 bu",
    ],
)
async def test_a_ralat_in_one_sentence_is_prepared(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_ralat.tinjau")
    await here.says(masyita, "ya ganti")
    assert await html(here) == TEXT.replace("jam 9", "jam 10")


@pytest.mark.parametrize("typed", ["jam 9 nya saja yang diganti jam 10", "bukan begitu, jam 9 jadi jam 10"])
async def test_below_the_question_of_a_ralat_only_the_hour_is_told(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    one = await out(here, masyita)
    await here.pushes(masyita, f"a:ralat:{one}")
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_ralat.tinjau")
    await here.says(masyita, "ya ganti")
    assert await html(here) == TEXT.replace("jam 9", "jam 10")
