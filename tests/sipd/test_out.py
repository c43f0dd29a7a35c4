"""The sheet for SIPD: everything that was told comes back out of it as it was, and nothing in it acts."""

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import media, usulan, wordings
from bot.work.access import BAPPEDA, DELEGASI, FASILITATOR_KECAMATAN, OPERATOR
from bot.work.sipd.rows import COLUMNS, COMPULSORY, told_by
from tests.reading.conftest import DESA, KABUPATEN, KECAMATAN, Village
from tests.support.desk import ZONE
from tests.support.found_out import find_out
from tests.support.libreoffice import opens_whole, sheets_of
from tests.support.sentences import says, words
from tests.support.town import Town

ODD = (
    "=1+1",
    "+62 dan -3",
    "@SUM(A1)",
    "Pipa\tdan\nbak",
    "→ 🚰 “air”",
    "<b>tebal</b> & 'kutip'",
    "\x0b\x01rusak",
    "=cmd|'/C'!A0",
)


def _answers(number: int) -> dict[str, Any]:
    return {
        "kecamatan": {"code": KECAMATAN, "name": "Maiwa"},
        "desa": {"code": DESA, "name": "Pattondon Salu"},
        "dusun": {"name": "Jambu", "listed": True},
        "cerita": {"text": f"{ODD[number % len(ODD)]} cerita {number}"},
        "kategori": {"value": "air", "label": "💧 Air, irigasi"},
        "harapan": {"text": f"{ODD[(number + 3) % len(ODD)]}"},
        "patokan": {"text": f"=HYPERLINK({number})"},
        "lokasi": {"lat": -3.5 - number / 1000, "lon": 119.77},
        "juga": {"text": f"juga {number}"},
        "ukuran": {"sizes": [{"amount": f"{number}.5", "unit": "m", "side": ""}]},
    }


async def _bring(place: Town, count: int, first: int = 1, story: str = "", **changed: Any) -> None:
    at = datetime(2027, 1, 12, 9, tzinfo=ZONE)
    rows, pictures = [], []
    for number in range(first, first + count):
        made, answers = new_id(), _answers(number)
        if story:
            answers["cerita"] = {"text": story}
        row = {"id": made, "code": f"ENR-27-MAI-{number:04d}", "year": 2027, "kecamatan": KECAMATAN, "serial": number}
        row |= {"desa": DESA, "answers": json.dumps(answers), "status": "tercatat", "spoken_at": at}
        rows.append(row | {"reader_id": None} | changed)
        for part in range(2):
            picture = {
                "id": new_id(),
                "usulan_id": made,
                "question": "foto",
                "kind": "photo",
                "file_id": f"f{made}{part}",
            }
            pictures.append(picture | {"due_at": 0.0, "tries": 0, "outcome": "stored", "path": f"{made}/{part}.jpg"})
    async with place.database.write() as connection:
        await connection.execute(usulan.insert(), rows)
        await connection.execute(media.insert(), pictures)


async def _sheets(village: Village, who: Person) -> tuple[list[list[Any]], list[list[Any]]]:
    sent = await village.ask(who, "/sipd", says("sipd_kirim"))
    book = load_workbook(io.BytesIO(village.telegram.file(sent["document"]["file_id"])))
    missing, rows = (book.get_sheet_by_index(at).to_python() for at in range(2))
    return missing, rows


def _plain(text: str) -> str:
    """What XML can hold, as everybody else who reads the file sees it."""
    return text.replace("\x0b", "").replace("\x01", "")


async def test_a_hundred_usulan_come_back_as_they_were(place: Village) -> None:
    office = await place.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(place.town, 100)
    missing, (head, *rows) = await _sheets(place, office)
    assert head == [words(f"sipd_kolom.{name}") for name in COLUMNS]
    assert len(rows) == 100
    for number, row in enumerate(rows, 1):
        told, answers = dict(zip(COLUMNS, row, strict=True)), _answers(number)
        assert told["kode"] == f"ENR-27-MAI-{number:04d}"
        assert _plain(told["kata"]) == _plain(answers["cerita"]["text"])
        assert _plain(told["uraian"]).endswith(_plain(answers["harapan"]["text"]))
        assert told["keterangan"].endswith(f"{words('form.usulan.juga.judul')}: juga {number}")
        assert told["alamat"] == f"Jambu, {answers['patokan']['text']}"
        assert (told["lat"], told["lon"]) == (pytest.approx(answers["lokasi"]["lat"]), 119.77)
        assert (told["volume"], told["satuan"]) == (number + 0.5, "m")
        names = [f"Maiwa {number} ({part}).jpg" for part in (1, 2)]
        assert [told["foto1"], told["foto2"], told["foto3"]] == [*names, ""]
    assert missing[1][:2] == ["Pattondon Salu", 100.0]


async def test_what_is_missing_stands_first_by_village(quick: Village) -> None:
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await quick.bring()
    missing, (head, row) = await _sheets(quick, office)
    assert dict(zip(head, row, strict=True))[words("sipd_kolom.alamat")] == "Jambu", "still to be told: near what"
    told = dict(zip(missing[0], missing[1], strict=True))
    assert told[words("sipd_kolom.desa")] == "Pattondon Salu"
    assert [told[words(f"sipd_kolom.{told_by(name)}")] for name in COMPULSORY] == [0, 1, 1, 1, 1, 1]
    assert any(text in says("sipd_kirim", jumlah=1, kurang=1) for text in quick.texts(office))


async def test_the_kecamatan_and_its_operators_see_their_own_and_a_delegate_nothing(quick: Village) -> None:
    nur = await quick.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    other = await quick.join("Tuti", OPERATOR, "73.16.03.1001")
    dira = await quick.join("Dira", DELEGASI)
    await _bring(quick.town, 2)
    _, rows = await _sheets(quick, nur)
    assert len(rows) == 3
    await quick.ask(other, "/sipd", says("sipd_kosong"))
    assert await quick.toast(other, f"si:{KECAMATAN}:2027") == ""
    await quick.hears(other, says("sipd_kosong"))
    assert words("tombol_bukan_untuk_ini") == await quick.toast(dira, f"si:{KECAMATAN}:2027")


async def test_what_is_for_one_reader_reaches_the_kabupaten_only(quick: Village) -> None:
    nur = await quick.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 1, reader_id=1)
    await quick.ask(nur, "/sipd", says("sipd_kosong"))
    _, rows = await _sheets(quick, office)
    assert len(rows) == 2


async def _alone(quick: Village, who: Person) -> dict[str, Any]:
    """The row of the only usulan that has words for one reader."""
    missing, (_, *rows) = await _sheets(quick, who)
    (row,) = [row for row in rows if row[COLUMNS.index("kode")].endswith("0007")]
    assert missing[1][1] == len(rows) - 1, "what is kept back lacks nothing"
    return dict(zip(COLUMNS, row, strict=True))


async def test_what_was_told_to_one_reader_is_not_put_into_what_others_type_out(quick: Village) -> None:
    nur = await quick.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 1)
    (reader,) = await quick.town.rows("SELECT id FROM people WHERE name = 'Nur'")
    await _bring(quick.town, 1, first=7, reader_id=reader[0])
    for who in (nur, office):
        told = await _alone(quick, who)
        assert told["uraian"] == words("sipd_kata.pembaca", nama="Nur")
        assert (told["desa"], told["kode"]) == ("Pattondon Salu", "ENR-27-MAI-0007")
        assert told["keterangan"] == f"{words('form.usulan.kategori.judul')}: 💧 Air, irigasi"
        kept_back = ("kata", "alamat", "lat", "lon", "volume", "satuan", "foto1", "foto2", "foto3")
        assert [told[name] for name in kept_back] == [""] * len(kept_back)
    assert any(text in says("sipd_kirim", jumlah=2, tertutup=1) for text in quick.texts(office))


async def test_what_tells_of_violence_is_not_typed_out_whether_it_was_written_or_spoken(quick: Village) -> None:
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 1)
    await _bring(quick.town, 1, first=7, story="Saya dipukul suami tiap malam")
    told = await _alone(quick, office)
    assert told["uraian"] == words("sipd_kata.peka", nama="")
    assert "dipukul" not in str(told)
    (row,) = await quick.town.rows("SELECT id FROM usulan WHERE serial = 7")
    spoken = json.dumps(_answers(7) | {"cerita": {"voice": {"file_id": "x", "unique_id": "x"}}})
    at = datetime(2027, 1, 12, 9, tzinfo=ZONE)
    typed = {"id": new_id(), "usulan_id": row[0], "question": "cerita", "text": "Saya dipukul suami", "made_at": at}
    async with quick.town.database.write() as connection:
        await connection.execute(usulan.update().where(usulan.c.id == row[0]).values(answers=spoken))
        await connection.execute(wordings.insert(), typed)
    assert (await _alone(quick, office))["uraian"] == words("sipd_kata.peka", nama="")


async def test_what_was_found_out_since_stands_there_and_nobody_s_name(quick: Village) -> None:
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 1, story="Rumah Mama Hawa bocor", state="ke_kabupaten")
    await _bring(quick.town, 1, first=2, state="cadangan")
    (first, _) = await quick.town.rows("SELECT id FROM usulan ORDER BY serial")
    at = datetime(2027, 1, 13, 9, tzinfo=ZONE)
    await find_out(quick.town, first[0], "210", "sejak kapan?", "sejak Maret, kata Pak Made", at)
    _, (_, *rows) = await _sheets(quick, office)
    told, other = (dict(zip(COLUMNS, row, strict=True)) for row in rows)
    assert (told["volume"], told["satuan"], other["volume"]) == (210, "m", 2.5)
    assert words("sipd_kata.diukur", cerita="1,5 m") in told["keterangan"]
    assert words("tabel_dijawab", tanya="sejak kapan?", jawab="sejak Maret, kata Pak …") in told["keterangan"]
    assert told["kata"] == "Rumah Mama … bocor"
    assert [one["keadaan"] for one in (told, other)] == [
        words(f"keadaan.{key}.nama") for key in ("ke_kabupaten", "cadangan")
    ]


async def test_what_was_turned_down_is_left_out_and_counted(quick: Village) -> None:
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 1)
    for number, state in enumerate(("ditolak", "dibatalkan", "bukan_musrenbang", "masuk_rkp"), 2):
        await _bring(quick.town, 1, first=number, state=state)
    _, (_, *rows) = await _sheets(quick, office)
    assert [row[COLUMNS.index("kode")] for row in rows] == ["ENR-27-MAI-0001"]
    assert any(text in says("sipd_kirim", jumlah=1, ditolak=4) for text in quick.texts(office))
    async with quick.town.database.write() as connection:
        await connection.execute(usulan.update().values(state="ditolak"))
    await quick.ask(office, "/sipd", says("sipd_ditolak", ditolak=5))


async def test_libreoffice_opens_it_whole_and_prints_it_one_page_wide(quick: Village, tmp_path: Path) -> None:
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 40)
    sent = await quick.ask(office, "/sipd", says("sipd_kirim"))
    content = quick.telegram.file(sent["document"]["file_id"])
    heads = [sheet[0] for sheet in sheets_of(content)]
    assert len(heads) == 2
    opens_whole(content, tmp_path, heads)
