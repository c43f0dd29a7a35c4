"""The photos beside the sheet for SIPD: under the names in its columns, and only those that stand there."""

import io
import zipfile

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN
from tests.browser.pictures import photo
from tests.reading.conftest import KABUPATEN, KECAMATAN, Village
from tests.sipd.test_out import _bring, _sheets
from tests.support.client import labels
from tests.support.sentences import says, words


async def _keep_files(village: Village) -> None:
    """Every picture that the table names is there."""
    for (path,) in await village.town.rows("SELECT path FROM media"):
        kept = village.town.settings.media_dir / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(bytes(photo()["buffer"]))


async def _bundle(village: Village, message: Json) -> list[str]:
    content = village.telegram.file(message["document"]["file_id"])
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        return opened.namelist()


async def _first(village: Village, who: Person, count: int) -> Json:
    return await village.press(who, words("sipd_tombol_foto", jumlah=count), says("sipd_foto", jumlah=count))


async def test_the_names_in_the_columns_are_those_of_the_files(quick: Village) -> None:
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 2)
    await _keep_files(quick)
    _, (_, *rows) = await _sheets(quick, office)
    sent = await _first(quick, office, 4)
    names = await _bundle(quick, sent)
    assert names == [f"Maiwa {number} ({part}).jpg" for number in (1, 2) for part in (1, 2)]
    assert set(names) <= {str(cell) for row in rows for cell in row}


async def test_many_come_in_parts(quick: Village) -> None:
    office = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await _bring(quick.town, 26)
    await _keep_files(quick)
    await _sheets(quick, office)
    first = await _first(quick, office, 52)
    assert len(await _bundle(quick, first)) == 50
    second = await quick.press(office, words("sipd_tombol_foto_lagi"), says("sipd_foto", dari=51, sampai=52))
    assert len(await _bundle(quick, second)) == 2
    assert words("sipd_tombol_foto_lagi") not in labels(second)


async def test_of_what_others_are_not_to_read_no_photo_comes(quick: Village) -> None:
    nur = await quick.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await _bring(quick.town, 1)
    await _bring(quick.town, 1, 2, story="Suami saya memukul saya setiap malam.")
    await _keep_files(quick)
    await _sheets(quick, nur)
    assert await _bundle(quick, await _first(quick, nur, 2)) == ["Maiwa 1 (1).jpg", "Maiwa 1 (2).jpg"]
