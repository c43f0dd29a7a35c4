"""The office's list: read row by row, every fault with its cure, and never twice."""

import io
from typing import Any

import xlsxwriter

from bot.app import assemble
from bot.core.records import Grant
from bot.entry import entry_of
from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.simulator.story import Wanted
from bot.store.roles.lists import Waiting
from bot.work.roles.lists import Sender
from bot.work.roles.roster import Line, Roster
from tests.roles.conftest import Office, sheet_rows
from tests.support.sentences import Said, says, words
from tests.support.town import catalog_of

#: What is wrong with a row, and words of the cure that its note must hold.
MISTAKES: tuple[tuple[tuple[str, ...], Said], ...] = (
    (("", "fasilitator desa", "Maiwa", "Boiya"), says("catatan_tanpa_nama")),
    (("12345", "fasilitator desa", "Maiwa", "Boiya"), says("catatan_nama_aneh")),
    (("Budi" * 30, "fasilitator desa", "Maiwa", "Boiya"), says("catatan_nama_aneh")),
    (("Budi", "", "Maiwa", "Boiya"), says("catatan_tanpa_peran")),
    (("Budi", "ketua arisan", "Maiwa", "Boiya"), says("catatan_peran_asing", peran="ketua arisan")),
    (("Budi", "fasilitator", "", ""), says("catatan_peran_asing")),
    (("Budi", "fasilitator desa", "", ""), says("catatan_tanpa_desa")),
    (("Budi", "fasilitator desa", "Maiwa", ""), says("catatan_tanpa_desa")),
    (("Budi", "delegasi", "", "Tidak Pernah Ada"), says("catatan_tanpa_kecamatan")),
    (("Budi", "camat", "", ""), says("catatan_tanpa_kecamatan")),
    (
        ("Budi", "camat", "Makassar", ""),
        says("catatan_kecamatan_asing", nama="Makassar", kabupaten="Kabupaten Enrekang"),
    ),
    (("Budi", "fasilitator desa", "Bar", "Boiya"), says("catatan_kecamatan_asing", mirip="Baraka, Baroko")),
    (
        ("Budi", "fasilitator desa", "Maiwa", "Atlantis"),
        says("catatan_desa_asing", nama="Atlantis", kecamatan="Kecamatan Maiwa"),
    ),
    (
        ("Budi", "fasilitator desa", "Baraka", "Boiya"),
        says("catatan_desa_asing", nama="Boiya", kecamatan="Kecamatan Baraka"),
    ),
    (("Budi", "operator", "Maiwa", "Pa"), says("catatan_desa_asing", nama="Pa", kecamatan="Kecamatan Maiwa")),
    (
        ("Budi", "fasilitator kecamatan", "Kecamatan X", "Boiya"),
        says("catatan_kecamatan_asing", kabupaten="Kabupaten Enrekang"),
    ),
    (("Orang 1", "fasilitator desa", "Maiwa", "Boiya"), says("catatan_kembar", baris=2)),
    (("orang  2", "Fasilitator Desa", "maiwa", "desa boiya"), says("catatan_kembar", baris=3)),
    (("Budi", "delegsai tim", "Maiwa", "Boiya"), says("catatan_peran_asing")),
    (("-", "fasilitator desa", "Maiwa", "Boiya"), says("catatan_nama_aneh")),
)
HEAD = ("Nama", "Peran", "Kecamatan", "Desa")


def workbook(rows: list[tuple[Any, ...]]) -> bytes:
    """An .xlsx as an office would send it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return out.getvalue()


def three_hundred() -> list[tuple[str, ...]]:
    """280 rows that are right and 20 that are not, among one another."""
    desa = [place.name for place in catalog_of().places.children("73.16.01")]
    good = [
        (f"Orang {n}", "fasilitator desa", "Maiwa", "Boiya" if n < 3 else desa[n % len(desa)]) for n in range(1, 281)
    ]
    rows: list[tuple[str, ...]] = [*good]
    for number, (row, _) in enumerate(MISTAKES):
        rows.insert(10 + number * 13, row)
    return [HEAD, *rows]


async def send(office: Office, person: Person, rows: list[tuple[Any, ...]] | bytes, name: str = "daftar.xlsx") -> Json:
    """Send a list, say yes to what is shown of it where there is anybody to invite, and wait for the file."""
    told = await show(office, person, rows, name)
    if "document" in told:
        return told
    label = buttons_of(told["reply_markup"])[0]["text"]
    return await office.town.press(person, label, lambda message: "document" in message)


async def show(office: Office, person: Person, rows: list[tuple[Any, ...]] | bytes, name: str = "daftar.xlsx") -> Json:
    """Send a list and wait for what is shown of it; where nobody is to be invited, for the file with its notes."""
    content = rows if isinstance(rows, bytes) else workbook(rows)
    await office.town.simulator.document(person, content, name)
    asks = says("daftar_pratinjau")
    return await office.town.simulator.wait_for(
        person, lambda message: "document" in message or str(message.get("text", "")) in asks, timeout=20
    )


async def test_nobody_is_invited_before_the_yes_and_totals_and_signatures_are_no_faults(any_office: Office) -> None:
    office = any_office
    officer = await office.join("Hasnah", "bappeda")
    rows = [
        HEAD,
        ("Nur", "Fasilitator", "Maiwa", "Boiya"),
        ("Aco", "fasilitator", "Maiwa", ""),
        ("Ani", "ketua arisan", "Maiwa", "Boiya"),
        ("Jumlah", "3", "", ""),
        ("", "", "", "Mengetahui,"),
        ("", "", "", "Kepala Bappeda"),
        ("", "", "", "Drs. Baso"),
        ("", "", "", "NIP. 19700101"),
    ]
    told = await show(office, officer, rows)
    assert told["text"] in says("daftar_pratinjau", baru="2", keliru="1", lewat="5")
    assert "baris 4: " in told["text"]
    assert await office.town.rows("SELECT count(*) FROM invites WHERE batch IS NOT NULL") == [(0,)]
    yes = buttons_of(told["reply_markup"])[0]["callback_data"]
    await office.town.press(officer, words("tombol_jangan_undang"), says("daftar_tidak_jadi"))
    assert await office.town.toast(officer, yes) == words("tombol_lewat")
    answer = await send(office, officer, rows)
    found = sheet_rows(office, answer["document"]["file_id"])
    assert [row[6] for row in found[1:3]] == [words("catatan_diundang")] * 2
    roles = await office.town.rows("SELECT role, scope FROM invites WHERE batch IS NOT NULL ORDER BY role")
    assert [tuple(row) for row in roles] == [
        ("fasilitator_desa", "73.16.01.2012"),
        ("fasilitator_kecamatan", "73.16.01"),
    ]
    assert await office.town.rows("SELECT count(*) FROM lists WHERE found IS NOT NULL") == [(0,)]


async def test_of_three_hundred_with_twenty_mistakes_each_mistake_is_named_and_the_rest_are_invited(
    any_office: Office,
) -> None:
    office = any_office
    officer = await office.join("Hasnah", "bappeda")
    answer = await send(office, officer, three_hundred())
    assert answer["caption"] in says("daftar_selesai", baru="280")
    assert answer["caption"] in says("daftar_selesai", keliru="20")
    rows = sheet_rows(office, answer["document"]["file_id"])
    assert rows[0] == [*HEAD, "Kode", "Tautan", "Catatan"]
    noted = {tuple(row[:4]): str(row[6]) for row in rows[1:]}
    for row, cure in MISTAKES:
        told = tuple(" ".join(cell.split()) for cell in row)
        assert noted[told] in cure, f"{told}: {noted[told]}"
    codes = [str(row[4]) for row in rows[1:] if row[4]]
    assert len(codes) == len(set(codes)) == 280
    assert (await office.town.rows("SELECT count(*) FROM invites WHERE batch IS NOT NULL"))[0][0] == 280


async def test_the_same_list_again_invites_nobody(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    first = await send(office, officer, three_hundred())
    again = await send(office, officer, three_hundred())
    assert again["caption"] in says("daftar_selesai", lama="280")
    assert (await office.town.rows("SELECT count(*) FROM invites WHERE batch IS NOT NULL"))[0][0] == 280
    code = str(sheet_rows(office, first["document"]["file_id"])[1][4])
    await office.ask(office.town.simulator.add_person("Orang"), code, says("kode_dipakai"))
    third = sheet_rows(office, (await send(office, officer, three_hundred()))["document"]["file_id"])
    assert third[1][6] == words("catatan_sudah_bergabung")
    assert "belum dipakai" in str(third[2][6])


async def test_each_kecamatan_has_a_sheet_to_hand_on(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    rows = [HEAD, ("Nur", "camat", "Maiwa", ""), ("Aco", "fasilitator desa", "Baraka", "Tomenawa"), ("Ani", "pelatih")]
    answer = await send(office, officer, rows)
    maiwa = sheet_rows(office, answer["document"]["file_id"], "Kecamatan Maiwa")
    assert [row[:3] for row in maiwa[1:]] == [["Nur", "camat", "Kecamatan Maiwa"]]
    baraka = sheet_rows(office, answer["document"]["file_id"], "Kecamatan Baraka")
    assert baraka[1][0] == "Aco"
    assert str(baraka[1][4]).endswith(str(baraka[1][3]))


async def test_columns_stand_in_any_order_under_a_title_of_the_office(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    rows = [
        ("DAFTAR PETUGAS 2027",),
        (),
        ("No", "Kelurahan/Desa", "JABATAN", "Kec.", "Nama Lengkap"),
        (1, "Boiya", "Fasdes", "Kec. Maiwa", "Nur"),
    ]
    answer = await send(office, officer, rows)
    row = sheet_rows(office, answer["document"]["file_id"])[1]
    assert row[:5] == ["1", "Boiya", "Fasdes", "Kec. Maiwa", "Nur"]
    assert row[7] == words("catatan_diundang")


async def test_a_misspelt_village_is_read_and_said_back(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    answer = await send(office, officer, [HEAD, ("Nur", "fasilitator desa", "maiwah", "Botomalangga")])
    assert sheet_rows(office, answer["document"]["file_id"])[1][6] == words(
        "catatan_dibaca", wilayah="Desa Botto Malangga"
    )


async def test_a_village_may_bring_its_kecamatan(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    answer = await send(office, officer, [HEAD, ("Nur", "fasilitator desa", "", "Desa Tuncung Kec. Maiwa")])
    assert sheet_rows(office, answer["document"]["file_id"])[1][6] == words("catatan_diundang")


async def test_what_looks_like_a_formula_comes_back_as_the_same_text(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    evil = "=HYPERLINK(A1)"
    answer = await send(office, officer, [HEAD, (evil, "camat", "Maiwa", "")])
    content = office.town.simulator.file(answer["document"]["file_id"])
    assert sheet_rows(office, answer["document"]["file_id"])[1][0] == evil
    assert b"<f>" not in b"".join(parts(content).values())


def parts(content: bytes) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


async def refused(office: Office, person: Person, content: bytes, wanted: Wanted, name: str = "daftar.xlsx") -> None:
    await office.town.simulator.document(person, content, name)
    await office.town.simulator.wait_for(person, wanted, timeout=20)
    assert (await office.town.rows("SELECT count(*) FROM invites WHERE batch IS NOT NULL"))[0][0] == 0


async def test_more_than_two_thousand_rows_are_refused_whole(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    rows = [HEAD, *((f"Orang {n}", "pelatih", "", "") for n in range(2001))]
    await refused(office, officer, workbook(rows), says("daftar_terlalu_panjang", jumlah=2001, batas=2000))


async def test_a_list_without_a_column_for_roles_is_told_so(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await refused(
        office, officer, workbook([("Nama", "Alamat"), ("Nur", "Maiwa")]), says("daftar_tanpa_judul", kolom="peran")
    )


async def test_an_empty_sheet_is_told_so(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await refused(office, officer, workbook([]), says("daftar_kosong"))


async def test_what_is_no_spreadsheet_is_told_so(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await refused(office, officer, b"not a workbook", says("daftar_tak_terbaca"), "daftar.xls")


async def test_a_file_that_would_unpack_to_gigabytes_is_not_opened(office: Office) -> None:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 70_000_000)
    officer = await office.join("Hasnah", "bappeda")
    await refused(office, officer, out.getvalue(), says("daftar_tak_terbaca"))


async def test_a_spreadsheet_of_somebody_who_may_not_invite_is_never_fetched(office: Office) -> None:
    villager = office.town.simulator.add_person("Sitti")
    await office.town.simulator.document(villager, workbook([HEAD]), "orang.xlsx")
    await office.town.simulator.wait_for(villager, lambda message: "text" in message)
    companion = await office.join("Aco", "pendamping")
    await office.town.simulator.document(companion, workbook([HEAD]), "orang.xlsx")
    await office.town.simulator.wait_for(companion, lambda message: "text" in message)
    assert (await office.town.rows("SELECT count(*) FROM lists"))[0][0] == 0
    assert [call for call in office.town.simulator.calls if call.method == "getFile"] == []


async def test_a_facilitator_invites_from_a_list_only_into_their_own_kecamatan(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_kecamatan")
    rows = [HEAD, ("Nur", "fasilitator desa", "Maiwa", "Boiya"), ("Aco", "fasilitator desa", "Baraka", "Tomenawa")]
    answer = sheet_rows(
        office, (await send(office, facilitator, [*rows, ("Ani", "camat", "Maiwa", "")]))["document"]["file_id"]
    )
    assert answer[1][6] == words("catatan_diundang")
    assert "bukan wewenang Bapak/Ibu" in str(answer[2][6])
    assert "bukan wewenang Bapak/Ibu" in str(answer[3][6])


async def test_a_list_that_cannot_be_fetched_now_is_fetched_later(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    office.town.simulator.add_fault("500", method="getFile", times=1)
    answer = await send(office, officer, [HEAD, ("Nur", "camat", "Maiwa", "")])
    assert answer["caption"] in says("daftar_selesai", baru="1")


async def test_a_list_that_two_processes_took_up_is_answered_once(office: Office) -> None:
    """The first may have stalled for longer than its lease."""
    officer = await office.join("Hasnah", "bappeda")
    await send(office, officer, [HEAD, ("Nur", "camat", "Maiwa", "")])
    number, person = (await office.town.rows("SELECT id, person_id FROM lists"))[0]
    stalled = assemble(entry_of(office.town.settings), catalog_of()).lists
    sender = Sender(person, officer.id, (Grant("bappeda", "73.16"),))
    found = Roster(HEAD, (Line(2, ("Ani", "camat", "Baraka"), "Ani", "camat", "73.16.03"),))
    await stalled._invite(Waiting(number, person, "", 0), sender, found)
    await stalled.database.close()
    assert (await office.town.rows("SELECT count(*) FROM invites WHERE batch IS NOT NULL"))[0][0] == 1
