"""*Jangan lewat HP ini*: the telephone through which she spoke shows, changes and withdraws nothing of hers."""

import json

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.people.conftest import DESA, STORY, agree, finish, offers, read, tell_place
from tests.support.sentences import mentions, words
from tests.support.town import Town

_HERS = "SELECT person_id, status, answers FROM usulan WHERE speaker_id IS NOT NULL"


async def _speak_through(place: Town, husband: Person) -> tuple[int, int]:
    """The wife tells her story on her husband's telephone. Returns the message of her story, and how many messages
    stood on the screen when it was over."""
    simulator = place.simulator
    await agree(place, husband)
    await simulator.press(husband, words("tombol_orang_lain"))
    await simulator.wait_for(husband, "Siapa nama panggilan")
    await simulator.say(husband, "Halimah")
    for answer, said in (("Sudah", "bacakan"), ("Ya, setuju", "lewat HP ini"), ("Jangan lewat HP ini", "kecamatan")):
        await simulator.wait_for(husband, "")
        await simulator.press(husband, answer)
        await simulator.wait_for(husband, said)
    await tell_place(place, husband)
    story = await simulator.say(husband, STORY)
    await simulator.wait_for(husband, "harapkan")
    receipt = await finish(place, husband)
    assert "Halimah" not in receipt
    assert "Mata air" not in receipt
    return int(story["message_id"]), len(simulator.messages(husband))


def _since(place: Town, person: Person, seen: int) -> str:
    return json.dumps(place.simulator.messages(person)[seen:], ensure_ascii=False)


async def test_that_telephone_shows_nothing_of_hers(either_place: Town) -> None:
    place = either_place
    ahmad = place.simulator.add_person("Ahmad")
    _, seen = await _speak_through(place, ahmad)
    await place.simulator.say(ahmad, "/usulanku")
    await place.simulator.wait_for(ahmad, "Belum ada usulan")
    await place.simulator.say(ahmad, "/dataku")
    await place.simulator.wait_for(ahmad, "Usulan: 0")
    await place.simulator.press(ahmad, words("tombol_unduh"))
    await place.simulator.wait_for(ahmad, mentions("unduhan_dikirim"))
    await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    await place.simulator.say(ahmad, "/mulai")
    await place.simulator.wait_for(ahmad, "kecamatan")  # not even the place is remembered
    await place.simulator.press(ahmad, words("tombol_orang_lain"))
    await place.simulator.wait_for(ahmad, "Siapa nama panggilan")  # nobody spoke here before
    shown = _since(place, ahmad, seen)
    assert not any(word in shown for word in ("Halimah", "Mata air", "Jambu"))
    files = [message["document"] for message in place.simulator.messages(ahmad) if "document" in message]
    assert len(files) == 2
    for file in files:
        told = place.simulator.file(file["file_id"]).decode()
        assert not any(word in told for word in ("Halimah", "Mata air", "Jambu"))


async def test_an_edit_on_that_telephone_changes_nothing_and_answers_nothing(either_place: Town) -> None:
    place = either_place
    ahmad = place.simulator.add_person("Ahmad")
    story, seen = await _speak_through(place, ahmad)
    before = await place.rows(_HERS)
    await place.simulator.edit(ahmad, story, "Semuanya baik-baik saja di rumah kami, tidak ada apa-apa.")
    await place.simulator.wait_until_confirmed()
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert await place.rows(_HERS) == before
    assert len(place.simulator.messages(ahmad)) == seen


@pytest.mark.parametrize(
    ("way", "sure", "said"),
    [
        ("Tarik persetujuan", "Ikut ditarik", "Persetujuan sudah ditarik"),
        ("Hapus data saya", "Ya, hapus", "sedang dihapus"),
    ],
)
async def test_he_withdraws_and_erases_nothing_of_hers(either_place: Town, way: str, sure: str, said: str) -> None:
    place = either_place
    ahmad = place.simulator.add_person("Ahmad")
    await _speak_through(place, ahmad)
    await place.simulator.say(ahmad, "/dataku")
    await place.simulator.wait_for(ahmad, "Data Bapak/Ibu")
    await place.simulator.press(ahmad, way)
    await place.simulator.wait_for(ahmad, offers(sure))
    await place.simulator.press(ahmad, sure)
    await place.simulator.wait_for(ahmad, said)
    await place.until("SELECT count(*) FROM erasures", 0, seconds=20)
    (row,) = await place.rows(_HERS)
    assert (row[0], row[1]) == (None, "tercatat")
    assert json.loads(row[2])["cerita"] == {"text": STORY}
    assert [("Halimah",)] == [tuple(one) for one in await place.rows("SELECT name FROM speakers")]


async def test_the_facilitator_hands_her_a_code_that_is_not_good_for_that_telephone(either_place: Town) -> None:
    place = either_place
    ahmad, rahman = place.simulator.add_person("Ahmad"), place.simulator.add_person("Rahman")
    await place.simulator.begin(rahman, await place.code_for(FASILITATOR_DESA, DESA))
    await place.simulator.wait_for(rahman, "Selamat datang")
    _, seen = await _speak_through(place, ahmad)
    await read(place, rahman)
    codes = []
    for _ in range(2):
        await place.simulator.press(rahman, words("tombol_beri_kode"))
        slip = await place.simulator.wait_for(rahman, "LEMBAR USULAN")
        codes.append(str(slip["text"].partition("milik sendiri:\n")[2][:9]))
    await place.simulator.say(ahmad, codes[1])
    await place.simulator.wait_for(ahmad, mentions("titip_kode_sendiri"))
    assert "Halimah" not in _since(place, ahmad, seen)
    halimah = place.simulator.add_person("Halimah")
    await place.simulator.say(halimah, codes[0])  # lost, and replaced by the second
    await place.simulator.wait_for(halimah, "Kode itu")
    await place.simulator.say(halimah, codes[1])
    await place.simulator.wait_for(halimah, mentions("izin"))
    await place.simulator.press(halimah, words("tombol_setuju"))
    await place.simulator.wait_for(halimah, mentions("titip_diambil"))
    await place.simulator.say(halimah, "/usulanku")
    await place.simulator.wait_for(halimah, "Maiwa 1")
