"""Nothing changes hands before the yes: a code that was brought, a witness who is nobody else, a card of somebody."""

import json

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.reading.test_titip import begin, titip
from tests.support.sentences import mentions, words

#: Everything that says whose an usulan is, and how it was agreed.
_WHOSE = (
    "SELECT u.person_id, u.typed_by, u.agreed, u.told_at, s.name, s.account_id, s.tell_directly, c.used_at, c.used_by"
    " FROM usulan u JOIN speakers s ON s.id = u.speaker_id JOIN claims c ON c.usulan_id = u.id"
)


async def _bring(village: Village, name: str, code: str) -> Person:
    person = village.town.simulator.add_person(name)
    await village.town.simulator.begin(person, code.replace(" ", ""))
    await village.hears(person, mentions("izin"))
    return person


async def test_after_tidak_speaker_witness_agreement_and_code_are_as_before(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    code = await titip(village, rahman)
    before = await village.town.rows(_WHOSE)
    heard = len(village.town.simulator.said(rahman))
    palsu = await _bring(village, "Palsu", code)
    assert await village.town.rows(_WHOSE) == before
    assert "Nenek Rabi" not in " ".join(village.town.simulator.said(palsu))
    await village.press(palsu, words("tombol_tidak"), "Tidak apa-apa")
    await village.town.until("SELECT count(*) FROM people WHERE name = 'Palsu'", 0)
    assert await village.town.rows(_WHOSE) == before
    assert len(village.town.simulator.said(rahman)) == heard
    rabi = await _bring(village, "Rabi", code)
    await village.press(rabi, words("tombol_setuju"), mentions("titip_diambil"))
    assert [] == await village.town.rows("SELECT * FROM claims_waiting")


async def test_after_a_month_of_nothing_all_is_as_before(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    code = await titip(village, rahman)
    before = await village.town.rows(_WHOSE)
    await _bring(village, "Palsu", code)
    await village.town.simulator.move_clock(by=32 * 24 * 3600)
    await village.town.until("SELECT count(*) FROM people WHERE name = 'Palsu'", 0, seconds=30)
    assert await village.town.rows(_WHOSE) == before
    assert [] == await village.town.rows("SELECT * FROM claims_waiting")


async def test_whoever_agrees_first_has_it_and_the_other_is_told(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    code = await titip(village, rahman)
    rabi, other = [await _bring(village, name, code) for name in ("Rabi", "Palsu")]
    await village.press(other, words("tombol_setuju"), mentions("titip_diambil"))
    await village.press(rabi, words("tombol_setuju"), mentions("titip_kode_didahului"))


@pytest.mark.parametrize("told", ["saya sendiri", "Aku", "Rahman", "pak rahman sendiri"])
async def test_a_witness_is_another_person_than_the_writer(either_village: Village, told: str) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await village.press(
        rahman, words("form.titip.suara_setuju.pilihan.saksi"), mentions("form.titip.suara_saksi.tanya")
    )
    await village.ask(rahman, told, "bukan Bapak/Ibu sendiri")
    await village.ask(rahman, "Rahmania", "Dusun")
    state = json.loads((await village.town.rows("SELECT state FROM conversations"))[0][0])
    assert state["answers"]["suara_saksi"]["value"]["text"] == "Rahmania"
