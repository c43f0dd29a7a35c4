"""Who is to be invited, said in one sentence: what was named is not asked again."""

import pytest

from tests.roles.conftest import Office
from tests.support.sentences import mentions, says


async def test_the_role_and_the_desa_of_the_sentence_are_not_asked_again(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))


async def test_a_place_outside_their_own_wilayah_is_asked_for(office: Office) -> None:
    tuti = await office.join("Tuti", "fasilitator_kecamatan", "73.16.01")
    await office.ask(tuti, "undang fasilitator desa cakke", mentions("form.undang.desa.tanya"))


_MADE = "SELECT role, scope, label FROM invites WHERE label IS NOT NULL ORDER BY made_at, label"
_ANDI, _MIRNA = "Andi Baso fasilitator desa botto mallangga", "hj mirna, fasilitator kelurahan bangkala"


async def test_a_line_with_name_role_and_place_is_all_of_it(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, _ANDI, says("undangan_jadi", nama="Andi Baso"))
    await office.ask(hasnah, _MIRNA, says("undangan_jadi", nama="Hj Mirna"))
    assert [tuple(row) for row in await office.town.rows(_MADE)] == [
        ("fasilitator_desa", "73.16.01.2011", "Andi Baso"),
        ("fasilitator_desa", "73.16.01.1001", "Hj Mirna"),
    ]


async def test_a_line_of_another_while_a_name_is_asked_for_is_another_invitation(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))
    await office.ask(hasnah, _MIRNA, says("undangan_jadi", nama="Hj Mirna"))
    await office.ask(hasnah, "Pak Jufri, fasilitator desa tuncung", says("undangan_jadi", nama="Pak Jufri"))
    assert {tuple(row) for row in await office.town.rows(_MADE)} == {
        ("fasilitator_desa", "73.16.01.1001", "Hj Mirna"),
        ("fasilitator_desa", "73.16.01.2003", "Pak Jufri"),
    }


async def test_an_order_is_nobodys_name(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))
    await office.ask(hasnah, "ya simpan 6 orang", says("menu_awal"))
    await office.ask(hasnah, "mau ikat grup fasilitator maiwa", says("grup_cara"))
    assert await office.town.rows(_MADE) == []


@pytest.mark.parametrize(
    "typed",
    [
        "ibu Hasnah diganti ibu Marwah",
        "ganti pak Lukman jadi pak Lokman",
        "pak Lukman namanya salah, yang benar pak Lokman",
        "eh salah nama, bukan Lukman tapi Lokman",
        "hapus pak Sahril dari undangan",
        "bu Hasni digantikan sama bidan Evi",
    ],
)
async def test_who_is_to_be_in_whose_place_is_nobodys_name(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))
    await office.ask(hasnah, typed, bool)
    assert await office.town.rows(_MADE) == []


async def test_what_is_told_of_somebody_with_a_role_invites_nobody(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "pak baso fasilitator desa tuncung tidak aktif", bool)
    assert await office.town.rows(_MADE) == []


async def test_several_lines_are_as_many_invitations(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, f"{_ANDI}\n{_MIRNA}", says("undangan_jadi", nama="Hj Mirna"))
    assert len(await office.town.rows(_MADE)) == 2


async def test_the_very_same_line_twice_is_one_invitation_and_said_to_be(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    other = "jadikan Andi Baso fasilitator desa boiya maiwa"
    await office.ask(hasnah, f"{_ANDI}\n{other}\n{_ANDI}", says("undang_kembar", nama=["Andi Baso"]))
    assert sorted(row[1] for row in await office.town.rows(_MADE)) == ["73.16.01.2011", "73.16.01.2012"]


async def test_two_in_one_sentence_are_two_invitations(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    typed = "undang pak rusli jadi fasilitator kelurahan bangkala dan bu ria jadi fasilitator desa pasang"
    await office.ask(hasnah, typed, says("undangan_jadi", nama="Bu Ria"))
    assert sorted(row[2] for row in await office.town.rows(_MADE)) == ["Bu Ria", "Pak Rusli"]


async def test_the_role_may_stand_above_the_lines_and_what_is_not_understood_is_told(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    typed = "tambahkan fasilitator:\n- Bu Rosmini - Pattondon Salu\n- Pak Amir (Boiya)\n- Bu Hasni, Negeri Antah"
    await office.ask(hasnah, typed, says("undang_baris_lain", baris=["Bu Hasni, Negeri Antah"]))
    assert sorted(row[2] for row in await office.town.rows(_MADE)) == ["Bu Rosmini", "Pak Amir"]


@pytest.mark.parametrize(
    "typed",
    [
        "Pak Basri - Salodua\nRatna desa Pasang 0813-0000-0000\nBu Hasni - Boiya",
        "fasilitator baru ada 3: Pak Basri desa Salodua, Ratna desa Pasang, Bu Hasni desa boiya",
        "daftarnya ini, tolong buatkan undangannya semua:\nPak Basri - Salodua\nRatna - Pasang\nBu Hasni (Boiya)",
    ],
)
async def test_lines_with_no_role_are_facilitators_too(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, typed, says("undangan_jadi", nama="Bu Hasni"))
    await office.ask(hasnah, "Rahmi - Tapong", says("undangan_jadi", nama="Rahmi"))
    assert sorted(row[2] for row in await office.town.rows(_MADE)) == ["Bu Hasni", "Pak Basri", "Rahmi", "Ratna"]


async def test_other_lines_with_a_place_invite_nobody(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    for typed in ("laporan desa tuncung\njadwal desa boiya", "jadwal - tuncung"):
        await office.ask(hasnah, typed, bool)
    assert await office.town.rows(_MADE) == []


async def test_that_somebody_is_not_to_come_is_no_name(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))
    await office.ask(hasnah, "h sappe tidak jadi, coret saja", bool)
    assert await office.town.rows(_MADE) == []


async def test_whoever_moves_away_has_no_successor_called_like_a_place(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Salma", "fasilitator_desa", "73.16.01.1001")
    await office.ask(
        hasnah, "bu salma pindah tugas, siapa penggantinya di bangkala", says("ingatan_desa", nama="Salma", kepada="")
    )
    await office.ask(hasnah, "bu salma ganti nomor, undang lagi", says("berhenti_kartu", nama="Salma"))
    assert await office.town.rows(_MADE) == []


async def test_neither_a_figure_nor_a_line_with_its_own_desa_is_a_name_in_the_form(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))
    await office.ask(hasnah, "eh perempuan 29", says("menu_awal"))
    await office.ask(hasnah, "Nurdin - Boiya", says("undangan_jadi", nama="Nurdin"))
    await office.ask(
        hasnah, "Ani, desa Boiya\nBu Ria (kel. Bangkala) 0813 5500 7722", says("undangan_jadi", nama="Bu Ria")
    )
    assert sorted(tuple(row[1:]) for row in await office.town.rows(_MADE)) == [
        ("73.16.01.1001", "Bu Ria"),
        ("73.16.01.2012", "Ani"),
        ("73.16.01.2012", "Nurdin"),
    ]


async def test_who_is_sent_as_delegates_is_told_in_one_line(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", "73.16.01.2003")
    await office.ask(
        rahman, "delegasi kita ke kecamatan: Hj. Ramlah, Pak Tahir", says("undangan_jadi", nama="Pak Tahir")
    )
    assert [tuple(row[:2]) for row in await office.town.rows(_MADE)] == [("delegasi", "73.16.01.2003")] * 2


async def test_an_invitation_is_taken_back_in_words_and_by_name(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    for name in ("Satriani", "Gafur", "Tuti"):
        await office.ask(hasnah, f"undang {name} jadi fasilitator desa tuncung", says("undangan_jadi", nama=name))
    await office.ask(hasnah, "lah kenapa jadi undangan. batalkan itu", says("undangan_dicabut", nama="Tuti"))
    await office.ask(hasnah, "cabut undangan Satriani, dia minta mundur", says("undangan_dicabut", nama="Satriani"))
    assert [row[2] for row in await office.town.rows(f"{_MADE.partition(' ORDER')[0]} AND revoked_at IS NULL")] == [
        "Gafur"
    ]
