"""The DU-RKP Desa: what a desa asks of the kabupaten comes out of what villagers told, and nothing else does."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from bot.core.calendar.years import fed_by, plan_years
from bot.core.sipd.kamus import Entry
from bot.simulator.chats import Person
from bot.store.sipd import kamus as stored
from bot.store.tables import letterheads
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN, OPERATOR
from tests.reading.conftest import DESA, HOPE, KECAMATAN, Village
from tests.sipd.requests import AT, BUILD, EMPOWER, UP, add, cells, open_it, part, rows_of, size, told
from tests.support.client import labels
from tests.support.desk import ZONE
from tests.support.halls import hold
from tests.support.screens import is_file
from tests.support.sentences import says, words

KELURAHAN = "73.16.01.1001"
_LEVELS = ("desa", "kecamatan", "kabupaten", "provinsi")


async def activities(place: Village, who: Person) -> list[str]:
    return [row[2] for row in rows_of(cells(place, await open_it(place, who)))]


async def test_a_facilitator_gets_the_form_of_their_desa_with_what_nobody_knows_left_empty(place: Village) -> None:
    rahman = await place.join("Rahman", FASILITATOR_DESA)
    await add(place, 1)
    await add(place, 2, answers=told(2, kategori={"value": "tani", "label": "Tani"}))
    await add(place, 3, answers=told(3, kategori=None, ukuran=None))
    await add(place, 4, answers=told(4, ukuran={"sizes": [size("100"), size("3")]}))
    sent = await open_it(place, rahman)
    assert sent["document"]["file_name"] == "DU-RKP-Desa-Pattondon-Salu-2028.xlsx"
    empty = [words("durkp.kolom_bidang"), words("durkp.kolom_volume")]
    assert sent["caption"] in says("durkp_kirim", tahun=2028, jumlah=4, sebagian=empty, tertutup=0, ditolak=0)
    found = cells(place, sent)
    assert found[1][0] == words("durkp.tahun", tahun=2028)
    facts = [(row[0], row[2]) for row in found[3:7]]
    names = (": Pattondon Salu", ": Maiwa", ": Enrekang", ": Sulawesi Selatan")
    assert facts == list(zip(map(words, (f"durkp.{one}" for one in _LEVELS)), names, strict=True))
    where = "Jambu, dari masjid sampai jembatan"
    assert rows_of(found) == [
        [1, BUILD, "Rabat beton 1", where, 120.5, "", "", ""],
        [2, BUILD, "Rabat beton 4", where, "100 m × 3 m", "", "", ""],
        [3, EMPOWER, "Rabat beton 2", where, 120.5, "", "", ""],
        [4, "", "Rabat beton 3", where, "", "", "", ""],
    ]
    sums = [words("durkp.jumlah", bidang=bidang) for bidang in (BUILD, EMPOWER, "")]
    assert [found[at][0] for at in (11, 13, 15, 16)] == [*sums, words("durkp.jumlah_semua")]
    added_up = re.findall("<f>(.*?)</f>", part(place, sent, "worksheets/sheet1"))
    assert added_up == ["SUM(G10:G11)", "SUM(G13:G13)", "SUM(G15:G15)", "G12+G14+G16"]
    assert [row[0] for row in found if row[3] == "Kepala Desa Pattondon Salu"] == [words("durkp.ketua_tim")]
    codes = [[at, f"ENR-27-MAI-{number:04d}"] for at, number in enumerate((1, 4, 2, 3), 1)]
    assert cells(place, sent, 1)[1:] == codes


async def test_from_a_villagers_words_to_the_sheet_by_tapping_alone(quick: Village) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    await quick.bring()
    await quick.town.press_data(rahman, "u:tabel", says("tabel_pilih"))
    sent_up = words(f"keadaan.{UP}.nama")
    await quick.press(rahman, words("durkp_tombol"), says("durkp_kosong", keadaan=sent_up))
    await quick.ask(rahman, "buka maiwa 1", says("usulan_utuh"))
    await quick.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat"))
    await quick.ask(rahman, "buka maiwa 1", says("usulan_utuh"))
    await quick.press(rahman, words("tombol_ubah_keadaan"), says("keadaan_jadi_apa"))
    await quick.press(rahman, sent_up, says("keadaan_siapa_memutuskan"))
    await quick.press(rahman, words("pemutus.musrenbang_desa"), says("keadaan_periksa"))
    await quick.press(rahman, words("tombol_sahkan"), says("keadaan_dicatat"))
    year = fed_by(plan_years(quick.telegram.stage.clock.now().astimezone(ZONE).date()).desa)
    sent = dict(await quick.ask(rahman, "minta DU-RKP", is_file(".xlsx")))
    found = cells(quick, sent)
    assert found[1][0] == words("durkp.tahun", tahun=year)
    assert rows_of(found) == [[1, "", HOPE, "Jambu", "", "", "", ""]]


async def test_only_what_was_sent_upward_and_not_refused_stands_in_it(place: Village) -> None:
    rahman = await place.join("Rahman", FASILITATOR_DESA)
    inside = [("masuk_du", ()), ("sipd_opd", ()), ("cadangan", ("masuk_du", "sipd_kec", "cadangan"))]
    inside += [("masuk_rkpd", ()), ("dikerjakan", ("masuk_du", "masuk_rkpd", "dikerjakan"))]
    outside = [(None, ()), ("musdes", ()), ("masuk_rkp", ()), ("cadangan", ("cadangan",)), ("digabung", ("masuk_du",))]
    outside += [("masuk_apbd", ("masuk_rkp", "masuk_apbd")), ("dikerjakan", ("masuk_rkp", "masuk_apbd"))]
    refused = [("ditolak", ("masuk_du", "ditolak")), ("dibatalkan", ("sipd_kec",)), ("ditolak", ("musdes", "ditolak"))]
    for number, (state, steps) in enumerate([*inside, *outside, *refused], 1):
        await add(place, number, state, steps)
    await add(place, 50, desa="73.16.01.2003")
    await add(place, 51, status="ditarik")
    assert await activities(place, rahman) == [f"Rabat beton {number}" for number in range(1, len(inside) + 1)]
    assert any(text in says("durkp_kirim", jumlah=len(inside), ditolak=2) for text in place.texts(rahman))


async def test_nobody_is_named_and_what_is_one_readers_or_tells_of_violence_is_left_out(place: Village) -> None:
    rahman = await place.join("Rahman", FASILITATOR_DESA)
    await place.join("Sitti Nurhaliza", OPERATOR)
    ids = {row[1]: row[0] for row in await place.town.rows("SELECT id, name FROM people")}
    named = told(1, harapan={"text": "Dibuatkan bak, kata Nurhaliza"}, patokan={"text": "dekat rumah Pak Baso"})
    named |= {"dusun": {"name": "Lorong Baso", "listed": False}}
    await add(place, 1, answers=named, person_id=ids["Sitti Nurhaliza"])
    await add(place, 2, answers=told(2, harapan={"text": "Hubungi 081234567890"}))
    await add(place, 3, answers=told(3, cerita={"text": "Saya dipukul suami tiap malam"}))
    await add(place, 4, reader_id=ids["Rahman"])
    sent = await open_it(place, rahman)
    assert [row[2:4] for row in rows_of(cells(place, sent))] == [
        ["Dibuatkan bak, kata …", "dekat rumah Pak …"],
        ["Hubungi …", "Jambu, dari masjid sampai jembatan"],
    ]
    assert sent["caption"] in says("durkp_kirim", jumlah=2, tertutup=2)
    everything = str([cells(place, sent, at) for at in (0, 1)])
    assert not [word for word in ("Baso", "Nurhaliza", "0812", "dipukul", "0003", "0004") if word in everything]


async def test_nobody_of_a_kelurahan_reads_the_word(place: Village) -> None:
    lina = await place.join("Lina", FASILITATOR_DESA, KELURAHAN)
    tuti = await place.join("Tuti", OPERATOR, KELURAHAN)
    await add(place, 1, "ke_kabupaten", desa=KELURAHAN)
    await add(place, 2, "sipd_opd", desa=KELURAHAN)
    shown = await place.town.press_data(lina, "u:tabel", says("tabel_pilih"))
    assert words("durkp_tombol") not in labels(shown)
    assert words("durkp_tombol") not in labels(await place.ask(tuti, "/sipd", says("sipd_kirim")))
    for who in (lina, tuti):
        for data in ("du:awal", f"du:{KELURAHAN}:2027", f"du:cetak:{KELURAHAN}:2027"):
            assert await place.toast(who, data) == words("tombol_lewat")
        assert not [text for text in place.texts(who) if "RKP" in text]


async def test_the_kecamatan_chooses_among_its_desa_and_nobody_gets_another_ones(quick: Village) -> None:
    nur = await quick.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await add(quick, 1)
    await add(quick, 2, year=2026)
    await add(quick, 3, desa="73.16.01.2012")
    await add(quick, 4, "ke_kabupaten", desa=KELURAHAN)
    await quick.ask(nur, "/sipd", says("sipd_mana"))
    offered = labels(await quick.town.press_data(nur, "du:awal", says("durkp_mana")))
    assert offered == [
        words("durkp_tombol_satu", desa=desa, tahun=year, jumlah=1)
        for desa, year in (("Desa Pattondon Salu", 2028), ("Desa Boiya", 2028), ("Desa Pattondon Salu", 2027))
    ]
    sent = await quick.press(nur, offered[1], is_file(".xlsx"))
    assert [row[2] for row in rows_of(cells(quick, dict(sent)))] == ["Rabat beton 3"]
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    assert await quick.toast(rahman, "du:73.16.01.2012:2027") == words("tombol_lewat")


async def test_the_office_finds_it_by_kecamatan_and_desa(place: Village) -> None:
    hasnah = await place.join("Hasnah", BAPPEDA, "73.16")
    await add(place, 1)
    await add(place, 2, desa="73.16.01.2012")
    await add(place, 3, desa="73.16.03.2001", kecamatan="73.16.03", serial=1)
    shown = await place.town.press_data(hasnah, "u:tabel", says("tabel_pilih"))
    assert words("durkp_tombol") in labels(shown)
    offered = labels(await place.press(hasnah, words("durkp_tombol"), says("durkp_kecamatan")))
    assert offered[0] == words("durkp_tombol_kecamatan", kecamatan="Kecamatan Maiwa", jumlah=2)
    there = labels(await place.press(hasnah, offered[0], says("durkp_mana")))
    assert len(there) == 2
    await place.press(hasnah, there[1], is_file(".xlsx"))


@pytest.mark.parametrize("asked", ["minta DU-RKP", "tolong cetak durkp desa pak", "Daftar Usulan RKP desa"])
async def test_it_is_asked_for_in_words(quick: Village, asked: str) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    await add(quick, 1)
    await quick.ask(rahman, asked, is_file(".xlsx"))


async def test_words_that_ask_what_it_is_and_those_of_a_kelurahan_make_none(quick: Village) -> None:
    rahman, lina = await quick.join("Rahman", FASILITATOR_DESA), await quick.join("Lina", FASILITATOR_DESA, KELURAHAN)
    await add(quick, 1)
    await add(quick, 2, "ke_kabupaten", desa=KELURAHAN)
    for who, text in ((rahman, "apa itu DU-RKP?"), (rahman, "DU-RKP sudah dikirim"), (lina, "minta DU-RKP")):
        await quick.ask(who, text, lambda message: message["outgoing"] and bool(message.get("text")))
        assert not [message for message in quick.telegram.messages(who) if "document" in message]


async def test_where_nothing_was_sent_it_is_told_how_that_is_done(quick: Village) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    await add(quick, 1, "musdes")
    await quick.town.press_data(rahman, "u:tabel", says("tabel_pilih"))
    await quick.press(rahman, words("durkp_tombol"), says("durkp_kosong"))
    await add(quick, 2, answers=told(2, cerita={"text": "Saya dipukul suami tiap malam"}))
    await quick.press(rahman, words("durkp_tombol"), says("durkp_tanpa_isi", tertutup=1))


async def test_the_paper_has_the_head_of_the_desa_and_its_kepala_desa_below(place: Village) -> None:
    rahman = await place.join("Rahman", FASILITATOR_DESA)
    head = {"wilayah": DESA, "title": "Pemerintah Desa Pattondon Salu", "address": "Jalan Poros 3"}
    async with place.town.database.write() as connection:
        await connection.execute(letterheads.insert(), [head | {"head": "Muh. Yusuf, S.Sos", "code": "", "at": AT}])
    await add(place, 1)
    await hold(place.town, wilayah=DESA)
    await place.ask(rahman, "/rapat", says("rapat_utama"))
    await place.press(rahman, words("rapat_tombol_cetak"), says("rapat_cetak"))
    sent = await place.press(rahman, words("durkp_tombol"), is_file(".xlsx"))
    assert "Muh. Yusuf, S.Sos" in str(cells(place, dict(sent)))
    shown = await place.press(rahman, words("durkp_tombol_cetak"), is_file(".pdf"))
    pages = PdfReader(io.BytesIO(place.telegram.file(shown["document"]["file_id"]))).pages
    text = " ".join("\n".join(page.extract_text() for page in pages).split())
    for each in ("PEMERINTAH DESA PATTONDON SALU", "Muh. Yusuf, S.Sos", "Rabat beton 1", "Tahun 2028", "120,5 m"):
        assert each in text
    assert pages[0].mediabox.width > pages[0].mediabox.height


async def test_what_comes_near_in_the_kamus_stands_beside_the_number_and_not_in_the_form(quick: Village) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    async with quick.town.database.write() as connection:
        await stored.replace(connection, [Entry("Rabat beton jalan desa", "m", "PUPR")], AT)
    await add(quick, 1)
    sent = await open_it(quick, rahman)
    assert "Rabat beton jalan desa" in cells(quick, sent, 1)[1][2]
    assert [row[2] for row in rows_of(cells(quick, sent))] == ["Rabat beton 1"]


@pytest.mark.parametrize("spoken", [date(2026, 7, 1), date(2027, 1, 20)])
def test_the_year_is_that_of_the_plan_which_the_number_of_the_usulan_leads_to(spoken: date) -> None:
    years = plan_years(spoken)
    assert fed_by(years.desa) == years.kabupaten == 2028


async def test_what_the_desa_agreed_on_and_nobody_sent_is_named_with_what_to_do(quick: Village) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    await add(quick, 1)
    await add(quick, 2, "musdes")
    await add(quick, 3, "musdes", steps=[UP])
    sent = await open_it(quick, rahman)
    state = words(f"keadaan.{UP}.nama")
    assert sent["caption"] in says("durkp_kirim", jumlah=2, belum=["Maiwa 2"], belum_lagi=0, keadaan=state)
