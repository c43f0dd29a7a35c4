"""Somebody without a telephone speaks through one of a facilitator: the news is brought, and never ends there."""

from bot.work.access import FASILITATOR_DESA
from tests.people.conftest import DESA, STORY, finish
from tests.support.sentences import says, words
from tests.support.town import Town

_HERS = "SELECT u.person_id, u.typed_by IS NULL, u.told_at IS NULL, s.account_id FROM usulan u, speakers s"


async def test_news_for_who_spoke_through_a_facilitator_is_brought(either_place: Town) -> None:
    place = either_place
    rahman = place.simulator.add_person("Rahman")
    await place.simulator.begin(rahman, await place.code_for(FASILITATOR_DESA, DESA))
    await place.simulator.wait_for(rahman, says("kode_dipakai"))
    await place.ask(rahman, "/mulai", says("izin"))
    await place.press(rahman, words("tombol_setuju"), "kecamatan")
    await place.press(rahman, words("tombol_orang_lain"), "Siapa nama panggilan")
    await place.ask(rahman, "bu hawa", "18 tahun")
    await place.press(rahman, "Sudah", "bacakan")
    await place.press(rahman, "Ya, setuju", says("suara_dipakai", nama="bu hawa", langsung=True))
    await place.press(rahman, "Jambu", "ceritakan")  # from the desa where he works
    await place.ask(rahman, STORY, "harapkan")
    receipt = await finish(place, rahman)
    assert receipt in says("suara_terima_dibawa", siapa="bu hawa", sendiri=True)
    assert [tuple(row) for row in await place.rows(_HERS)] == [(None, False, True, None)]
    await place.ask(rahman, "tanya bu hawa berapa rumahnya", says("klarifikasi_kepada"))
    await place.ask(rahman, "ya", says("klarifikasi_langsung", siapa="bu hawa", nomor="Maiwa 1"))
    await place.ask(rahman, "sudah kusampaikan ke bu hawa hasilnya", says("dikabari_dicatat", nomor="Maiwa 1"))
    assert await place.rows("SELECT count(*) FROM usulan WHERE told_at IS NOT NULL") == [(1,)]
