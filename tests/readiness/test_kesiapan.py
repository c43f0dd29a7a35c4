"""/kesiapan for the whole kabupaten: whom to ring, the picture, and by taps down to one proof; the table."""

import io
import time
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import text

from bot.simulator.chats import Person
from tests.journeys.villagers import photo
from tests.support.desk import Desk, local
from tests.support.homes import Home, home, labels
from tests.support.kabupaten import tell
from tests.support.libreoffice import opens_whole, sheets_of
from tests.support.screens import is_file
from tests.support.sentences import says, words
from tests.support.villages import KABUPATEN, Way, all_villages, bring, code_of, man

#: A Monday; musrenbang desa and kelurahan are in full swing.
NOW = local(1, 18)
_WAITS = """INSERT INTO usulan
(id, code, year, kecamatan, serial, desa, person_id, answers, status, spoken_at)
VALUES (:id, :code, 2027, :kecamatan, :serial, :desa, NULL, '{}', 'tercatat', :at)"""
MAIWA, BOIYA, ENREKANG_VILLAGE = "73.16.01", "73.16.01.2012", "73.16.02.2008"
_WELL = Way(local(1, 28), invited=local(1, 14), met=local(1, 8))
_OVER = Way(local(1, 7), invited=local(12, 30, year=2026), met=local(12, 22, year=2026))
#: Those to be rung, in this order, and why.
TROUBLED = {
    "Boiya": (Way(local(1, 20), met=local(1, 8)), words("kesiapan_sebab_undangan", hari=2)),
    "Kalosi": (Way(local(1, 22), met=local(1, 8)), words("kesiapan_sebab_undangan", hari=4)),
    "Ranga": (
        Way(local(1, 25), invited=local(1, 15)),
        "perempuan dan keluarga kurang mampu belum berkumpul, musrenbang 7 hari lagi",
    ),
    "Pundi Lemo": (Way(), words("kesiapan_sebab_tanggal", batas="15 Jan", kecamatan=False)),
    "Mampu": (_OVER, words("kesiapan_sebab_umpan_balik", hari=7)),
}
#: Near the five, but not among them.
CALM = {
    "Banti": Way(local(1, 9), invited=local(1, 2), met=local(1, 3)),  # told late, but since two days less
    "Bontongan": Way(local(1, 11), met=local(1, 3), told=local(1, 13)),  # its invitations are not worth a call any more
    "Salukanan": Way(local(1, 22), met=local(1, 8), closed={"undangan": "needless"}),
    "Bonto": Way(local(1, 21), invited=local(1, 16), met=local(1, 8)),  # invited late, but invited
    "Parinding": Way(local(1, 26), invited=local(1, 15)),  # eight days are left to meet the groups
    "Tirowali": Way(local(1, 7), invited=local(1, 2), met=local(1, 3), closed={"umpan_balik": "waiting"}),
    "Kolai": Way(),  # no date yet, but there is time and somebody is there
}


def _ways(office: Any) -> dict[str, Way]:
    """All 129."""
    found = dict.fromkeys(all_villages(office), _WELL)
    found |= {code_of(office, name): way for name, (way, _) in TROUBLED.items()}
    return found | {code_of(office, name): way for name, way in CALM.items()}


@pytest.fixture
async def kabupaten(database_url: str, tmp_path: Path) -> AsyncIterator[Home]:
    """129 villages in known states; in Cendana the kecamatan has met already."""
    async with home(database_url, tmp_path, NOW) as at_home:
        await _fill(at_home)
        yield at_home


@pytest.fixture
async def empty(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Home]:
    """Before anybody has set a date."""
    async with home(sqlite_url, tmp_path, NOW) as at_home:
        yield at_home


async def _fill(at_home: Home) -> None:
    desk = Desk(at_home.town.database, at_home.office)
    await man(desk)
    await bring(desk, _ways(at_home.office))
    await desk.hold("musrenbang_kecamatan", "73.16.07", local(1, 15))
    waiting = [code_of(at_home.office, name) for name in ("Mampu", "Banti")]  # where nobody waits no word is late
    told = [
        {"id": serial, "code": f"ENR-27-AAA-{serial}", "serial": serial, "desa": desa, "kecamatan": desa[:8]}
        for serial, desa in enumerate(waiting, 1)
    ]
    async with at_home.town.database.write() as connection:
        await connection.execute(text(_WAITS), [{**one, "at": local(12, 1, year=2026)} for one in told])


async def _picture(at_home: Home, person: Person) -> Any:
    message = await at_home.town.simulator.wait_for(person, lambda one: "photo" in one)
    return message, Image.open(io.BytesIO(at_home.town.simulator.file(message["photo"][-1]["file_id"])))


async def test_the_five_villages_in_trouble_are_named_at_once(
    kabupaten: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    hasnah = await kabupaten.join("Hasnah", "bappeda", KABUPATEN)
    began = time.monotonic()
    await kabupaten.town.simulator.say(hasnah, "/kesiapan")
    told = (await kabupaten.hears(hasnah, says("kesiapan_ringkas")))["text"]
    read = time.monotonic() - began
    _, picture = await _picture(kabupaten, hasnah)
    took = time.monotonic() - began
    tell(capsys, f"/kesiapan over 129 villages: the five after {read:.2f} s, the picture after {took:.2f} s")
    lines = [line for line in told.splitlines() if line[:1].isdigit()]
    assert [line.partition(". ")[2].partition(" (")[0] for line in lines] == list(TROUBLED)
    for line, (_, why) in zip(lines, TROUBLED.values(), strict=True):
        assert why in line
    assert told in says("kesiapan_ringkas", lain="1", desa=True)
    assert took < 10
    assert picture.width == 1080  # as wide as a telephone shows it, and all of it at once
    assert picture.height < 1280


async def test_from_the_kabupaten_down_to_one_proof_by_taps(empty: Home) -> None:
    hasnah, ratna = await empty.join("Hasnah", "bappeda", KABUPATEN), await empty.join("Ratna", scope=BOIYA)
    await _fill(empty)
    await empty.press_data(ratna, f"t:sudah:{await _task_in(empty, BOIYA, 'D11')}", "Kirim foto")
    await empty.town.simulator.photo(ratna, photo())
    await empty.hears(ratna, "1 foto")
    await empty.press(ratna, words("tombol.kirim"), says("tugas_selesai"))
    await empty.town.simulator.say(hasnah, "/kesiapan")
    message, _ = await _picture(empty, hasnah)
    assert labels(message)[:12] == [place.name for place in empty.office.catalog.places.children(KABUPATEN)]
    await empty.town.simulator.press(hasnah, "Maiwa")
    message, _ = await _picture(empty, hasnah)
    assert message["caption"].startswith("Kecamatan Maiwa, Senin, 18 Januari 2027")
    assert labels(message)[:21] == [place.name for place in empty.office.catalog.places.children(MAIWA)][:21]
    told = empty.town.simulator.said(hasnah)[-3:]  # it is a Monday: the week's own letter may come in between
    assert any(one in says("kesiapan_ringkas", jumlah="22") for one in told)
    text = (
        await empty.press(
            hasnah, "Boiya", says("kesiapan_desa", siapa=words("kesiapan_siapa_fasilitator_desa", nama="Ratna"))
        )
    )["text"]
    assert "✅ Tanggal musrenbang: sudah, Rabu, 20 Januari 2027" in text
    assert "☑️ Undangan keluar 7 hari sebelumnya: sudah, Senin, 18 Januari 2027 (lewat dari 13 Jan)" in text
    await empty.press(hasnah, "✅ Undangan dengan nama", "Selesai Senin, 18 Januari 2027 oleh Ratna.")
    _, proof = await _picture(empty, hasnah)
    assert proof.size == Image.open(io.BytesIO(photo())).size


async def _task_in(at_home: Home, wilayah: str, rule: str) -> int:
    query = "SELECT id FROM tasks WHERE wilayah = :w AND rule = :r"
    return int((await at_home.town.rows(query, w=wilayah, r=rule))[0][0])


async def test_every_page_of_a_large_kecamatan_and_back(empty: Home) -> None:
    hasnah = await empty.join("Hasnah", "bappeda", KABUPATEN)
    await _fill(empty)
    await empty.town.simulator.say(hasnah, "/kesiapan")
    await _picture(empty, hasnah)
    await empty.town.simulator.press(hasnah, "Maiwa")
    message, _ = await _picture(empty, hasnah)
    first = labels(message)
    await empty.town.simulator.press(hasnah, words("tombol_kesiapan_lanjut"))
    message, _ = await _picture(empty, hasnah)
    names = {*first, *labels(message)}
    assert {place.name for place in empty.office.catalog.places.children(MAIWA)} <= names
    await empty.press(hasnah, words("tombol_kesiapan_kembali"), says("kesiapan_ringkas"))


async def test_the_table_has_every_village_and_the_four_questions(kabupaten: Home) -> None:
    hasnah = await kabupaten.join("Hasnah", "bappeda", KABUPATEN)
    await kabupaten.town.simulator.say(hasnah, "/kesiapan")
    await _picture(kabupaten, hasnah)
    head, *rows = await _table(kabupaten, hasnah, "kesiapan-enrekang.xlsx")
    assert len(rows) == len({(row[0], row[1]) for row in rows}) == 129
    assert [head[at] for at in (0, 1, 2, 4, 6, 8, 10, 11, 12)] == HEAD
    by_name = {row[1].partition(" ")[2]: row[2:10] for row in rows}
    assert by_name["Boiya"] == [
        "sudah",
        date(2027, 1, 20),
        words("kesiapan_arti_lambat"),
        "",
        "sudah",
        date(2027, 1, 8),
        words("kesiapan_arti_nanti"),
        "",
    ]
    assert by_name["Pundi Lemo"] == [words("kesiapan_arti_lambat"), "", *[words("kesiapan_arti_nanti"), ""] * 3]
    missing = "waktunya, belum (yang belum: perempuan dan keluarga kurang mampu)"
    assert by_name["Ranga"][4:6] == [missing, ""]
    assert by_name["Bonto"][2:4] == [words("kesiapan_arti_ya_lambat"), date(2027, 1, 16)]
    assert by_name["Salukanan"][2:4] == [words("kesiapan_arti_tanpa"), ""]
    assert by_name["Tirowali"][6:] == [words("kesiapan_arti_tunggu"), ""]
    assert by_name["Mampu"][6:] == [words("kesiapan_arti_lambat"), ""]
    reasons = {row[1].partition(" ")[2]: row[12] for row in rows if row[12]}
    assert {name: why for name, (_, why) in TROUBLED.items()}.items() <= reasons.items()
    assert len(reasons) == 6


HEAD = [
    "Kecamatan",
    "Desa/kelurahan",
    words("kesiapan_kepala_tanggal"),
    words("kesiapan_kepala_undangan"),
    words("kesiapan_kepala_kelompok"),
    words("kesiapan_kepala_umpan_balik"),
    "Yang dihubungi",
    "Nomornya",
    "Sebabnya",
]


async def _workbook(at_home: Home, person: Person, name: str) -> bytes:
    await at_home.town.simulator.press(person, words("tombol_kesiapan_tabel"))
    message = await at_home.town.simulator.wait_for(person, is_file(name))  # not the page of that Monday
    return at_home.town.simulator.file(message["document"]["file_id"])


async def _table(at_home: Home, person: Person, name: str) -> list[list[Any]]:
    return sheets_of(await _workbook(at_home, person, name))[0]


async def test_libreoffice_opens_all_129_whole_and_prints_them_one_page_wide(empty: Home, tmp_path: Path) -> None:
    hasnah = await empty.join("Hasnah", "bappeda", KABUPATEN)
    await _fill(empty)
    await empty.town.simulator.say(hasnah, "/kesiapan")
    await _picture(empty, hasnah)
    content = await _workbook(empty, hasnah, "kesiapan-enrekang.xlsx")
    (rows,) = sheets_of(content)
    assert len(rows) == 130
    opens_whole(content, tmp_path, [rows[0]])


async def test_all_129_in_one_picture_for_the_wall(empty: Home) -> None:
    hasnah = await empty.join("Hasnah", "bappeda", KABUPATEN)
    await _fill(empty)
    await empty.town.simulator.say(hasnah, "/kesiapan")
    await _picture(empty, hasnah)
    await empty.town.simulator.press(hasnah, words("tombol_kesiapan_semua"))
    message = await empty.town.simulator.wait_for(hasnah, is_file(".png"))
    content = empty.town.simulator.file(message["document"]["file_id"])
    picture = Image.open(io.BytesIO(content))
    assert picture.format == "PNG"
    assert picture.width > picture.height > 129 / 3 * 32  # three columns of rows that can be read
    assert len(content) < 400_000


@pytest.mark.parametrize("role", ["camat", "fasilitator_kecamatan", "pendamping"])
async def test_a_kecamatan_sees_its_own_villages_only(empty: Home, role: str) -> None:
    person = await empty.join("Nurdin", role, MAIWA)
    await _fill(empty)
    text = (await empty.ask(person, "/kesiapan", says("kesiapan_ringkas", jumlah="22", tanggal="22")))["text"]
    assert "1. Boiya: undangan belum keluar" in text
    assert not any(name in text for name in TROUBLED if name != "Boiya")
    message, _ = await _picture(empty, person)
    assert words("tombol_kesiapan_kembali") not in labels(message)
    rows = await _table(empty, person, "kesiapan-maiwa.xlsx")
    assert [row[0] for row in rows[1:]] == ["Kecamatan Maiwa"] * 22
    await _is_closed(empty, person, ENREKANG_VILLAGE)


async def test_a_facilitator_of_a_village_sees_their_own_and_nothing_else(empty: Home) -> None:
    ratna = await empty.join("Ratna", scope=BOIYA)
    await _fill(empty)
    shown = await empty.ask(ratna, "/kesiapan", says("kesiapan_desa"))
    assert shown["text"].startswith("Desa Boiya, Kecamatan Maiwa")
    assert words("tombol_kesiapan_desa_lain") not in labels(shown)
    for neighbour in ("73.16.01.2002", ENREKANG_VILLAGE):
        await _is_closed(empty, ratna, neighbour)
    await empty.town.simulator.press_data(ratna, empty.newest(ratna, "r:tabel"), "r:tabel")
    message = await empty.town.simulator.wait_for(ratna, is_file(".xlsx"))
    content = empty.town.simulator.file(message["document"]["file_id"])
    assert [row[1] for row in sheets_of(content)[0][1:]] == ["Desa Boiya"]


async def _is_closed(at_home: Home, person: Person, elsewhere: str) -> None:
    """By no button, whoever thinks it up: neither the village, nor one of its tasks."""
    task = await _task_in(at_home, elsewhere, "D11")
    for data in (f"r:desa:{elsewhere}:0", f"r:tugas:{task}"):
        await at_home.press_data(person, data, says("kesiapan_luar_wilayah"))
    if not elsewhere.startswith(MAIWA):
        await at_home.press_data(person, f"r:kec:{elsewhere.rpartition('.')[0]}:0", says("kesiapan_luar_wilayah"))
    said = "".join(at_home.town.simulator.said(person))
    assert at_home.office.catalog.places.scope_name(elsewhere) not in said


async def test_who_has_no_such_role_sees_nothing(empty: Home) -> None:
    uleng = await empty.join("Uleng", "delegasi", BOIYA)
    await _fill(empty)
    await empty.town.simulator.say(uleng, "/kesiapan")
    answer = await empty.hears(uleng, "")
    assert "photo" not in answer
    assert "musrenbang" not in answer["text"]


async def test_another_role_elsewhere_opens_nothing_there(empty: Home) -> None:
    ratna = await empty.join("Ratna", scope=BOIYA)
    code = await empty.town.code_for("operator", ENREKANG_VILLAGE)
    await empty.town.simulator.begin(ratna, code)
    await empty.hears(ratna, "Desa Karueng")
    await _fill(empty)
    text = (await empty.ask(ratna, "/kesiapan", says("kesiapan_desa")))["text"]
    assert text.startswith("Desa Boiya, Kecamatan Maiwa")
    await empty.press_data(ratna, f"r:desa:{ENREKANG_VILLAGE}:0", says("kesiapan_luar_wilayah"))
