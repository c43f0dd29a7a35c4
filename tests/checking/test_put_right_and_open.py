"""A size that is told to be wrong is put right in the check in which it stands; several checks are given in one
sentence; those that nobody has ended are listed."""

import json

import pytest

from tests.checking.looking import Looking
from tests.support.sentences import mentions, says


async def _sizes(two: Looking) -> dict[str, list[str]]:
    query = "SELECT u.serial, f.value FROM check_findings f JOIN field_checks c ON c.id = f.check_id"
    rows = await two.town.rows(f"{query} JOIN usulan u ON u.id = c.usulan_id WHERE f.item = 'ukuran'")
    return {str(serial): [one["amount"] for one in json.loads(value)["ukuran"]["sizes"]] for serial, value in rows}


@pytest.mark.parametrize(
    "typed",
    [
        "panjangnya salah, 120 bukan 210",
        "panjangnya keliru, yang benar 120 bukan 210",
        "panjangnya 120 meter bukan 210",
        "maaf panjangnya slh 120 m bkn 210 m",
    ],
)
@pytest.mark.parametrize("asked", ["saksi", "lain", "tidak"])
async def test_a_figure_is_put_right_where_it_stands(two: Looking, typed: str, asked: str) -> None:
    told = "sudah saya cek maiwa 1, panjangnya 210 meter lebar 3 meter, pakai meteran"
    await two.ask(two.amir, told, says("uji_tercatat", nomor="Maiwa 1"))
    if asked == "saksi":
        await two.ask(two.amir, "saksinya Ibu Halimah", mentions("form.uji_silang.saksi_pihak.tanya"))
    elif asked == "lain":
        other = "sudah saya cek maiwa 2, pipanya putus 80 meter, pakai meteran"
        await two.ask(two.amir, other, says("uji_tercatat", nomor="Maiwa 2"))
    else:
        await two.ask(two.amir, "/tugas", bool)
    await two.ask(two.amir, typed, says("uji_tercatat", nomor="Maiwa 1"))
    sizes = await _sizes(two)
    assert sizes["1"] == ["120", "3"]
    assert sizes.get("2", ["80"]) == ["80"]


@pytest.mark.parametrize(
    "typed",
    ["amir tolong cek lapangan maiwa 1 dan 2 minggu ini", "pak amir cek lapangan Maiwa 1, Maiwa 2 paling lambat jumat"],
)
async def test_several_are_given_in_one_sentence(quick: Looking, typed: str) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.ask(quick.rahman, typed, says("uji_diberikan", siapa="Amir", nomor="Maiwa 2"))
    rows = await quick.town.rows("SELECT given_to, due_at FROM field_checks")
    assert len(rows) == 2
    assert len({*rows}) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "cek lapangan mana yang belum selesai?",
        "uji silang mana yg blm dikerjakan",
        "siapa yang belum turun cek lapangan?",
    ],
)
async def test_what_is_not_ended_is_listed(two: Looking, typed: str) -> None:
    for who in (two.rahman, two.amir):
        told = (await two.ask(who, typed, mentions("uji_menunggu")))["text"]
        assert all(name in told for name in ("Maiwa 1", "Maiwa 2", "Amir"))


async def test_of_none_it_is_said(quick: Looking) -> None:
    await quick.ask(quick.rahman, "cek lapangan mana yang belum selesai?", says("uji_menunggu", uji=[], semua=True))
    await quick.ask(
        quick.rahman, "kenapa belum selesai ceknya", lambda message: message["text"] not in says("uji_menunggu")
    )


@pytest.mark.parametrize("typed", ["sudah, simpan hasil ceknya", "kirim hasil cek Maiwa 1", "sudah selesai ceknya pak"])
async def test_that_it_is_to_be_kept_or_sent_leads_to_its_end(two: Looking, typed: str) -> None:
    told = "sudah saya cek maiwa 1, panjangnya 210 meter, pakai meteran"
    await two.ask(two.amir, told, says("uji_tercatat", nomor="Maiwa 1"))
    await two.ask(two.amir, typed, mentions("uji_belum_lengkap"))
    assert (await _sizes(two))["1"] == ["210"]


@pytest.mark.parametrize("typed", ["maiwa 1 sudah selesai", "simpan dulu nomornya pak imam"])
async def test_what_names_no_check_ends_none(two: Looking, typed: str) -> None:
    told = await two.ask(two.amir, typed, bool)
    assert told["text"] not in mentions("uji_belum_lengkap")
