"""Whoever reads takes a picture away that shows a KTP or KK; it is gone everywhere, and its sender hears why."""

import json

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.people.conftest import photo
from tests.reading.conftest import HOPE, STORY, Village
from tests.support.sentences import mentions, words


async def _bring_with_photos(village: Village) -> Person:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, STORY, "harapkan")
    await village.ask(sitti, HOPE, "foto")
    for colour in ((90, 140, 200), (200, 10, 10)):
        await village.town.simulator.photo(sitti, photo(colour))
        await village.hears(sitti, "foto sudah")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), "Nomornya Maiwa 1")
    await village.town.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 2)
    return sitti


async def test_a_picture_of_papers_is_gone_and_its_sender_hears_why(either_village: Village) -> None:
    village = either_village
    sitti = await _bring_with_photos(village)
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    first, second = json.loads((await village.town.rows("SELECT answers FROM usulan"))[0][0])["foto"]
    # the same picture in a draft that its sender has begun since
    await village.ask(sitti, "/mulai", mentions("mesin.masih_di"))
    await village.press(sitti, words("tombol.ya"), "ceritakan")
    await village.ask(sitti, STORY, "harapkan")
    await village.ask(sitti, HOPE, "foto")
    async with village.town.database.write() as connection:
        state = json.loads((await village.town.rows("SELECT state FROM conversations"))[0][0])
        state["answers"]["foto"] = {"value": [second], "messages": [1], "album": None}
        await connection.exec_driver_sql(f"UPDATE conversations SET state = '{json.dumps(state)}'")
    await village.ask(rahman, "/periksa", "menunggu dibaca")
    await village.press(rahman, "Buka Maiwa 1", mentions("usulan_ajakan_baca"))
    await village.press(rahman, words("tombol_foto_ktp"), mentions("foto_ktp_yang_mana"))
    await village.press(rahman, "Foto 2", mentions("foto_ktp_dihapus"))
    told = await village.town.simulator.wait_for(sitti, mentions("foto_ktp_kabar"), since=0)
    assert "Rahman" not in told["text"]
    answers = json.loads((await village.town.rows("SELECT answers FROM usulan"))[0][0])
    assert [one["unique_id"] for one in answers["foto"]] == [first["unique_id"]]
    await village.town.until("SELECT count(*) FROM media", 1)
    kept = {path.name for path in village.town.settings.media_dir.glob("*/*")}
    assert len(kept) == 1
    state = (await village.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))[0][0]
    assert second["unique_id"] not in state
    assert STORY in json.loads(state)["answers"]["cerita"]["value"]["text"]
