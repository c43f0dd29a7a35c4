"""What a facilitator gets to see and hear, what becomes of photos and voices, and when somebody is told of what."""

import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from PIL import Image

from bot.simulator.chats import Person
from tests.journeys.villagers import (
    consent,
    facilitator,
    finish,
    name_place,
    photo,
    photo_with_a_place,
    propose,
    recording,
    tell,
)
from tests.support.sentences import says, words
from tests.support.town import Town

Json = dict[str, Any]
LISTED = says("periksa_daftar_saya")


async def _open(place: Town, reader: Person, number: str = "Maiwa 1") -> None:
    await place.ask(reader, "/periksa", LISTED)
    await place.press(reader, words("tombol_baca", nomor=number), says("usulan_ajakan_baca"))


# --- reading --------------------------------------------------------------------------------------------------------


async def test_a_facilitator_sees_her_own_wilayah_and_no_other(place: Town) -> None:
    ratna, other = await facilitator(place), await facilitator(place, "Pak Amir", scope="73.16.03.1001")
    await propose(place, await consent(place))
    await place.ask(ratna, "/periksa", "Maiwa 1")
    await place.ask(other, "/periksa", says("periksa_kosong_saya", lain=False))
    row = (await place.rows("SELECT id FROM usulan"))[0]
    for data in (f"u:lihat:{row.id}", f"u:baca:{row.id}"):
        assert await place.toast(other, data, 2) in says("bukan_wilayah")
    assert [None] == [found.read_at for found in await place.rows("SELECT read_at FROM usulan")]


async def test_words_voices_and_photos_reach_the_reader(place: Town) -> None:
    ratna, sitti = await facilitator(place), await consent(place)
    await name_place(place, sitti)
    await place.voice(sitti, recording(), "harapkan dikerjakan")
    await place.ask(sitti, "Jalannya dirabat, 200 meter", "Ada foto tempatnya?")
    for number in (1, 2):
        await place.photo(sitti, photo(), says("mesin.foto_disimpan", jumlah=number))
    await finish(place, sitti)
    await _open(place, ratna)
    seen = place.simulator.messages(ratna)
    assert (1, 2) == (sum("voice" in m for m in seen), sum("photo" in m for m in seen))
    assert any("Jalannya dirabat" in m.get("text", "") for m in seen)


async def test_a_photo_sent_as_a_file_reaches_the_reader_too(place: Town) -> None:
    ratna, sitti = await facilitator(place), await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    await place.simulator.document(sitti, photo(), "IMG_001.jpg", "image/jpeg")
    await place.simulator.wait_for(sitti, says("mesin.foto_disimpan", jumlah="1"))
    await place.photo(sitti, photo(), says("mesin.foto_disimpan", jumlah="2"))
    await finish(place, sitti)
    await _open(place, ratna)
    seen = [m for m in place.simulator.messages(ratna) if "photo" in m or "document" in m]
    assert 2 == len(seen)
    assert [] == [call for call in place.simulator.calls if not call.ok]


async def test_sudah_saya_baca_tells_the_proposer_by_name_exactly_once(any_place: Town) -> None:
    place = any_place
    ratna, amir = await facilitator(place), await facilitator(place, "Pak Amir")
    sitti = await consent(place)
    await propose(place, sitti)
    for reader in (ratna, amir):
        await _open(place, reader)
    await place.press(ratna, words("tombol_sudah_baca"), says("baca_dicatat"))
    assert await place.touch(amir, words("tombol_sudah_baca")) in says("sudah_dibaca_orang", pembaca="Bu Ratna")
    assert await place.touch(ratna, words("tombol_sudah_baca")) in says("sudah_dibaca_orang", pembaca="Bu Ratna")
    await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    news = [text for text in place.simulator.said(sitti) if text in says("kabar_dibaca", pembaca="Bu Ratna")]
    assert 1 == len(news)
    assert "Maiwa 1" in news[0]


@pytest.mark.parametrize(("hour", "silent"), [(2, False), (14, True), (20, True)])
async def test_news_of_ones_own_usulan_makes_no_sound_in_quiet_hours(place: Town, hour: int, silent: bool) -> None:
    """10.00, 22.00 and 04.00 in Enrekang."""
    ratna, sitti = await facilitator(place), await consent(place)
    await propose(place, sitti)
    await place.simulator.move_clock(to=datetime(2027, 1, 13, hour, 0, tzinfo=UTC))
    await place.until("SELECT count(*) FROM facts WHERE name = 'clock_offset'", 1)
    await place.stop()
    await place.start()
    await _open(place, ratna)
    await place.press(ratna, words("tombol_sudah_baca"), says("baca_dicatat"))
    await place.simulator.wait_for(sitti, says("kabar_dibaca", pembaca="Bu Ratna"))
    (call,) = [c for c in place.simulator.calls if c.params.get("text") in says("kabar_dibaca")]
    assert silent == bool(call.params.get("disable_notification"))


# --- what is kept of a photo ----------------------------------------------------------------------------------------


async def test_a_kept_photo_is_small_upright_and_says_neither_where_nor_when(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    await place.simulator.document(sitti, photo_with_a_place(3000, 1500), "IMG_001.jpg", "image/jpeg")
    await place.simulator.wait_for(sitti, says("mesin.foto_disimpan", jumlah="1"))
    await finish(place, sitti)
    await place.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 1)
    content = (place.settings.media_dir / (await place.rows("SELECT path FROM media"))[0].path).read_bytes()
    assert b"Telepon Sitti" not in content
    with Image.open(io.BytesIO(content)) as kept:
        assert ((800, 1600), {}, "JPEG") == (kept.size, dict(kept.getexif()), kept.format)


async def test_a_file_too_big_is_declined_before_anything_is_fetched(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    big = {"file_id": "F", "file_unique_id": "U", "file_size": 20_500_000, "mime_type": "image/jpeg"}
    await place.simulator.post(sitti, {"document": big})
    await place.simulator.wait_for(sitti, says("berkas_terlalu_besar"))
    assert [] == [call for call in place.simulator.calls if call.method == "getFile"]


# --- the menu -------------------------------------------------------------------------------------------------------


async def test_bantuan_shows_what_one_may_use_and_nothing_else(place: Town) -> None:
    sitti, ratna = await consent(place), await facilitator(place)
    own = await place.ask(sitti, "/bantuan", "/usulanku")
    hers = await place.ask(ratna, "/bantuan", "/usulanku")
    assert ("/periksa" in own["text"], "/periksa" in hers["text"]) == (False, True)
    menu = place.simulator.stage.settings.commands_in(place.simulator.chat_of(ratna)) or []
    assert "periksa" in [entry["command"] for entry in menu]


async def test_a_command_of_facilitators_is_declined_with_the_way_to_a_code(place: Town) -> None:
    sitti = await consent(place)
    await place.ask(sitti, "/periksa", says("perintah_bukan_untuk_ini"))
    assert not any(text in says("usulanku_daftar", usulan=[{"dibaca": False}]) for text in place.simulator.said(sitti))


# --- what nobody asked for ------------------------------------------------------------------------------------------

WAITING = says("ingat_usulan_baru")


def _notices(place: Town, person: Person) -> int:
    return sum(text in WAITING for text in place.simulator.said(person))


async def _to(place: Town, day: int, hour: int, minute: int = 0) -> None:
    """Local time of January 2027 in Enrekang (eight hours ahead)."""
    await place.simulator.move_clock(to=datetime(2027, 1, day, hour - 8, minute, tzinfo=UTC))


async def test_a_facilitator_hears_of_new_usulan_but_not_at_prayer_or_at_night(place: Town) -> None:
    ratna = await facilitator(place)
    await _to(place, 12, 18, 30)
    await propose(place, await consent(place))
    await place.until("SELECT count(*) FROM notices WHERE due_at > '2027-01-12 11:00'", 1)
    assert 0 == _notices(place, ratna)
    await _to(place, 12, 19, 46)
    await place.simulator.wait_for(ratna, WAITING)
    await _to(place, 12, 22)
    await propose(place, await consent(place, "Hasan"))
    await place.until("SELECT count(*) FROM notices WHERE outcome IS NULL AND due_at > '2027-01-12 20:00'", 1)
    await _to(place, 13, 8)
    await place.simulator.wait_for(ratna, says("ingat_usulan_baru", jumlah=2))
    assert 2 == _notices(place, ratna)


async def test_two_a_day_and_the_rest_waits_for_the_next_morning(place: Town) -> None:
    ratna = await facilitator(place)
    for number, name in enumerate(("Sitti", "Hasan", "Ani", "Daeng"), start=1):
        await propose(place, await consent(place, name))
        if number <= 2:
            await place.simulator.wait_for(ratna, says("ingat_usulan_baru", jumlah=number), since=0)
    await place.until("SELECT count(*) FROM notices WHERE outcome IS NULL AND due_at > '2027-01-12 20:00'", 1)
    assert 2 == _notices(place, ratna)
    await _to(place, 13, 8)
    await place.simulator.wait_for(ratna, says("ingat_usulan_baru", jumlah=4), since=0)
    assert 3 == _notices(place, ratna)


async def test_who_has_read_everything_meanwhile_is_told_nothing(place: Town) -> None:
    ratna = await facilitator(place)
    await _to(place, 12, 22)
    await propose(place, await consent(place))
    await _open(place, ratna)
    await place.press(ratna, words("tombol_sudah_baca"), says("baca_dicatat"))
    await _to(place, 13, 8)
    await place.until("SELECT outcome FROM notices", "moot")
    assert 0 == _notices(place, ratna)


# --- one thing that goes wrong takes nothing else with it -----------------------------------------------------------


async def test_a_failed_update_takes_back_nothing_that_another_did_in_the_same_batch(any_place: Town) -> None:
    """Hasan's broken edit asks the database and fails; Sitti gets her number in the same transaction."""
    place = any_place
    hasan, sitti, ani = await consent(place, "Hasan"), await consent(place), await consent(place, "Ani")
    told, _ = await propose(place, hasan)
    for person in (sitti, ani):
        await name_place(place, person)
        await tell(place, person)
        await place.press(person, words("tombol.cukup"), "Kami catat begini")
    broken = {key: part for key, part in told.items() if key != "text"} | {"text": ["bukan", "teks"], "edit_date": 1}
    place.simulator.inject({"edited_message": broken})
    await place.press(sitti, words("tombol.kirim"), "Maiwa 2")
    await place.press(ani, words("tombol.kirim"), "Maiwa 3")
    assert [1, 2, 3] == [row.serial for row in await place.rows("SELECT serial FROM usulan ORDER BY serial")]
    assert json.loads((await place.rows("SELECT answers FROM usulan WHERE serial = 1"))[0].answers)["cerita"]["text"]
