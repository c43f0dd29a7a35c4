"""What came of an announcement as a table, a picture, a page for the notice board and a text for WhatsApp."""

import io
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from PIL import Image
from pypdf import PdfReader
from python_calamine import load_workbook

from bot.core.broadcasts.shapes import Message
from bot.reports import Made, make
from bot.store.broadcasts import broadcasts
from bot.work.broadcasts.outcome import files
from tests.broadcasts.crowd import here, rows, run, sent, tick
from tests.broadcasts.test_results import CHECK
from tests.support.kabupaten import Kabupaten
from tests.support.libreoffice import opens_whole, sheets_of
from tests.support.sentences import words

__all__ = ["here"]

HOSTILE = '=HYPERLINK("http://jahat")'
ODD = '<b>Bawa</b> {daftar} &lt;b&gt; #panic() *x* =1+1\n\n<i>Pukul</i> <a href="https://contoh.id">09.00</a>'


async def newest_params(here: Kabupaten, method: str) -> dict[str, Any]:
    found = await rows(here, "SELECT params FROM outbox WHERE method = :m ORDER BY id DESC LIMIT 1", m=method)
    params: dict[str, Any] = json.loads(found[0][0])
    return params


async def newest_file(here: Kabupaten, method: str, name: str) -> Made:
    told = (await newest_params(here, method))[name]
    return make(told["report"], told["args"])


async def test_the_table_has_a_row_for_each_recipient_and_says_what_the_ledger_says(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 140, check=CHECK)
    for one in crowd[:20]:
        await here.pushes(one, f"e:jawab:{number}:1")
    await here.pushes(crowd[20], f"e:jawab:{number}:0")
    await run(here, "UPDATE people SET name = :n WHERE id = :p", n=HOSTILE, p=crowd[30].id)
    for at, outcome in enumerate(("unsure", "blocked", "refused", "left"), 130):
        await run(here, "UPDATE deliveries SET outcome = :o WHERE target = :t", o=outcome, t=crowd[at].id)
    await here.pushes(officer, f"a:excel:{number}")
    made = await newest_file(here, "sendDocument", "document")
    head, *told = load_workbook(io.BytesIO(made.content)).get_sheet_by_index(0).to_python()
    assert made.filename.endswith(".xlsx")
    assert head[0] == words("siaran_berkas_kolom_nama")
    assert len(told) == 140
    assert HOSTILE in {row[0] for row in told}
    counted = Counter(row[4] for row in told)
    assert counted == {
        words("siaran_berkas_nasib_sent", grup=False, ganda=False): 136,
        words("siaran_berkas_nasib_unsure"): 1,
        words("siaran_berkas_nasib_blocked"): 1,
        words("siaran_berkas_nasib_gagal"): 1,
        words("siaran_berkas_nasib_left"): 1,
    }
    assert sum(bool(row[6]) for row in told) == 20
    assert Counter(row[7] for row in told) == {"": 119, "09.00": 20, "08.00": 1}


async def test_libreoffice_opens_it_whole_and_prints_it_one_page_wide(here: Kabupaten, tmp_path: Path) -> None:
    officer, crowd, number = await sent(here, 60, check=CHECK)
    await run(here, "UPDATE people SET name = :n WHERE id = :p", n=HOSTILE, p=crowd[30].id)
    await here.pushes(officer, f"a:excel:{number}")
    made = await newest_file(here, "sendDocument", "document")
    opens_whole(made.content, tmp_path, [sheets_of(made.content)[0][0]])


async def test_after_a_ralat_the_table_says_who_has_which_words(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 6)
    crowd[2].way = "memblokir"
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Pindah ke pukul 10.00.")
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    await tick(here)
    await here.pushes(officer, f"a:excel:{number}")
    made = await newest_file(here, "sendDocument", "document")
    _, *told = load_workbook(io.BytesIO(made.content)).get_sheet_by_index(0).to_python()
    has = {row[0]: row[5] for row in told}
    assert has.pop(crowd[2].name) == words("siaran_berkas_isi_belum_ralat")
    assert set(has.values()) == {words("siaran_berkas_isi_ralat")}


async def test_very_many_rows_come_a_kecamatan_at_a_time(here: Kabupaten, monkeypatch: pytest.MonkeyPatch) -> None:
    officer, crowd, number = await sent(here, 140)
    monkeypatch.setattr(files, "_ROWS", 100)
    await here.pushes(officer, f"a:excel:{number}")
    (data,) = [data for _, data in officer.newest().buttons if data.endswith(":73.16.02")]
    await here.pushes(officer, data)
    made = await newest_file(here, "sendDocument", "document")
    _, *told = load_workbook(io.BytesIO(made.content)).get_sheet_by_index(0).to_python()
    inside = {one.name for one in crowd if one.scope.startswith("73.16.02")}
    assert {row[0] for row in told} == inside


async def test_the_picture_has_a_bar_for_each_kecamatan_and_is_small(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 140)
    for one in crowd[:50]:
        await here.pushes(one, f"e:paham:{number}")
    await here.pushes(officer, f"a:gambar:{number}")
    told = (await newest_params(here, "sendPhoto"))["photo"]["args"]["rows"]
    assert len(told) == 12
    assert [sum(row["shares"][part] for row in told) for part in range(3)] == [50, 90, 0]
    made = await newest_file(here, "sendPhoto", "photo")
    picture = Image.open(io.BytesIO(made.content))
    assert picture.width == 1080
    assert len(made.content) <= 100_000


async def test_the_page_for_the_notice_board_has_the_words_as_they_were_typed(here: Kabupaten) -> None:
    officer, _, number = await sent(here, 2, text=ODD)
    await here.pushes(officer, f"a:papan:{number}")
    made = await newest_file(here, "sendDocument", "document")
    (page,) = PdfReader(io.BytesIO(made.content)).pages
    text = " ".join(page.extract_text().split())
    assert "Bawa {daftar} <b> #panic() *x* =1+1" in text
    assert "Pukul 09.00 (https://contoh.id)" in text
    lines = (await newest_params(here, "sendDocument"))["document"]["args"]["data"]["lines"]
    assert [run["text"] for line in lines for run in line if run["b"]] == ["Bawa"]
    assert [run["text"] for line in lines for run in line if run["i"]] == ["Pukul"]


async def test_a_long_announcement_flows_over_pages(here: Kabupaten) -> None:
    officer, _, number = await sent(here, 2, text="Kalimat yang panjang. " * 180 + "Tamat.")
    await here.pushes(officer, f"a:papan:{number}")
    made = await newest_file(here, "sendDocument", "document")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages]
    assert len(pages) > 1
    assert "Tamat." in pages[-1]


@pytest.mark.parametrize("length", [10, 400, 3000])
async def test_for_whatsapp_it_is_plain_and_short_and_keeps_what_is_asked(here: Kabupaten, length: int) -> None:
    officer, _, number = await sent(here, 2, text="<b>Bawa</b> &lt;daftar&gt; " + "kata " * (length // 5))
    await _ask_for(here, number, "Datang <b>Jumat</b>.")
    await here.pushes(officer, f"a:wa:{number}")
    address = (await newest_params(here, "sendMessage"))["reply_markup"]["inline_keyboard"][0][0]["url"]
    text = unquote(address.partition("?text=")[2])
    assert len(text) <= 700
    assert "Bawa <daftar>" in text
    assert "Datang Jumat." in text
    assert ("selengkapnya" in text) is (length > 600)


async def _ask_for(here: Kabupaten, number: int, asked: str) -> None:
    async with here.database.write() as connection:
        one = await broadcasts.one(connection, number)
        assert one is not None
        await broadcasts.change(connection, number, message=Message(one.message.html, asked=asked))


async def test_what_was_taken_back_is_passed_on_nowhere(here: Kabupaten) -> None:
    officer, _, number = await sent(here, 2)
    await here.pushes(officer, f"a:tarik_ya:{number}")
    await tick(here)
    before = await rows(here, "SELECT count(*) FROM outbox")
    for verb in ("papan", "wa"):
        await here.pushes(officer, f"a:{verb}:{number}")
    assert await rows(here, "SELECT count(*) FROM outbox") == before


async def test_the_page_for_the_board_bears_who_announces(here: Kabupaten) -> None:
    officer, _, number = await sent(here, 2)
    async with here.database.write() as connection:
        one = await broadcasts.one(connection, number)
        assert one is not None
        told = replace(one.message, sender="Fasilitator Kecamatan Maiwa")
        await broadcasts.change(connection, number, message=told)
    await here.pushes(officer, f"a:papan:{number}")
    data = (await newest_params(here, "sendDocument"))["document"]["args"]["data"]
    assert data["agency"] == "Fasilitator Kecamatan Maiwa"
