"""Every act has its sentence: short, true in each situation, in words that fit the place."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest

from bot.catalog.markup import visible
from bot.catalog.rules.tongue import desa_word
from bot.work.answering import answers
from bot.work.answering.acts import OTHERS, QUESTIONS
from bot.work.answering.ground import FACTS
from bot.work.answering.whereabouts import named_in
from tests.answering.conftest import KELURAHAN, Counter, buttons
from tests.support.desk import DESA, HELD
from tests.support.sentences import says, words
from tests.support.town import catalog_of

ACTS = (*QUESTIONS, *OTHERS)
MOST_WORDS = 60
_NUMBER = re.compile(r"\b(?:\+?62|0)8\d{6,}")


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_its_sentence(act: str) -> None:
    assert act in catalog_of().texts
    assert act.startswith("tanya_") is (act in QUESTIONS)


def test_what_is_no_act_of_ours_is_left_to_others(counter: Counter) -> None:
    assert not answers.is_answered(counter.office, "koreksi")
    assert not answers.is_answered(counter.office, "tanda_terima")
    assert not answers.is_answered(counter.office, "tanya_yang_belum_ditulis")


async def _situations(counter: Counter, desa: str) -> list[int]:
    """A stranger, somebody in the middle of telling, somebody whose usulan was read."""
    stranger = await counter.warga("Ucok", agreed=False)
    telling, known = await counter.warga("Ratna", place=desa), await counter.warga("Sitti", place=desa)
    await counter.draft(telling, desa)
    reader = await counter.join("Rahman", scope=desa)
    await counter.bring(known, desa)
    await counter.bring(known, desa, read_by=reader, read_at=counter.at)
    return [stranger, telling, known]


@pytest.mark.parametrize("desa", [DESA, KELURAHAN])
async def test_answers_are_short_and_name_no_number_of_anybody(counter: Counter, desa: str) -> None:
    people = await _situations(counter, desa)
    for act in ACTS:
        for person in people:
            told = visible((await counter.ask(person, act, "mau tanya"))["text"])
            assert len(told.split()) <= MOST_WORDS, (act, len(told.split()), told)
            assert not _NUMBER.search(told), told
            assert "  " not in told.strip(), told
            assert not re.search(r" [.,;:?)]|\(\s*\)", told), told


async def test_people_of_a_kelurahan_read_no_word_of_a_desa(counter: Counter) -> None:
    for person in (await _situations(counter, KELURAHAN))[1:]:
        for act in ACTS:
            told = visible((await counter.ask(person, act, "mau tanya"))["text"])
            assert desa_word(told) is None, (act, told)


async def test_with_a_meeting_set_answers_stay_short(counter: Counter) -> None:
    sitti = await counter.warga(place=DESA)
    for kind in ("musrenbang_desa", "musdes"):
        await counter.hold(kind)
    await counter.hold("musrenbang_kecamatan", DESA[:8])
    for act in ("tanya_rapat", "tanya_ikut", "tanya_batas"):
        told = visible((await counter.ask(sitti, act))["text"])
        assert len(told.split()) <= MOST_WORDS, told


def test_an_editor_is_told_which_values_an_answer_may_name() -> None:
    needed = answers.needed()
    assert set(needed) == set(ACTS)
    assert needed["salam"] == frozenset(FACTS)
    assert "kepada" in (needed["tanya_lain"] or ())


# --- what is theirs -----------------------------------------------------------------------------------------------


async def test_the_stage_since_when_and_who_read_it(either_counter: Counter) -> None:
    sitti, rahman = await either_counter.warga(), await either_counter.join("Rahman")
    assert (await either_counter.ask(sitti, "tanya_status"))["text"] in says("tanya_status", terakhir=None, draf=False)
    await either_counter.bring(sitti, read_by=rahman, read_at=HELD)
    told = (await either_counter.ask(sitti, "tanya_status"))["text"]
    read = {"ke": 1, "tahap": "tercatat", "ditarik": False, "pembaca": "Rahman", "dibaca": "14 Januari 2027", "lain": 0}
    assert told in says("tanya_status", terakhir=read | {"sejak": "4 Januari 2027"})
    await either_counter.bring(sitti)
    told = (await either_counter.ask(sitti, "tanya_status"))["text"]
    waits = {"ke": 1, "ditarik": False, "dibaca": "", "lain": 1}
    assert told in says("tanya_status", terakhir=waits | {"oleh": "Rahman"})


async def test_what_was_not_sent_is_said_not_to_be(counter: Counter) -> None:
    sitti = await counter.warga()
    await counter.draft(sitti)
    for act, told in (("tanya_status", "draf"), ("tanya_terkirim", "tercerita"), ("tanya_nomor", "draf")):
        assert (await counter.ask(sitti, act))["text"] in says(act, terakhir=None, **{told: True})
    left = (await counter.ask(sitti, "tanya_lama"))["text"]
    assert left in says("tanya_lama", draf=True, sisa=True)
    assert re.search(r"\d", left)


async def test_how_long_what_is_kept_comes_from_the_office(counter: Counter) -> None:
    told = (await counter.ask(await counter.warga(), "tanya_data"))["text"]
    assert told in says("tanya_data", sampai="2029", hari_suara="30")


# --- meetings -----------------------------------------------------------------------------------------------------


async def test_the_next_meetings_of_ones_own_village(either_counter: Counter) -> None:
    sitti = await either_counter.warga(place=DESA)
    unset = says("tanya_rapat", wilayah="Desa Pattondon Salu", pertemuan=[], di_atas=[])
    assert (await either_counter.ask(sitti, "tanya_rapat"))["text"] in unset
    await either_counter.hold("musrenbang_desa")
    await either_counter.hold("pelatihan", DESA[:8])
    told = (await either_counter.ask(sitti, "tanya_rapat"))["text"]
    meeting = {"nama": "Musrenbang desa", "hari": "Kamis, 14 Januari 2027, 09.00 WITA"}
    assert told in says("tanya_rapat", wilayah=True, pertemuan=[meeting])
    await either_counter.hold("musrenbang_kecamatan", DESA[:8])
    above = {"nama": "Musrenbang kecamatan", "hari": "Kamis, 14 Januari 2027, 09.00 WITA"}
    told = (await either_counter.ask(sitti, "tanya_rapat"))["text"]
    assert told in says("tanya_rapat", wilayah=True, pertemuan=[meeting], di_atas=[above])
    for act in ("tanya_batas", "tanya_ikut"):
        assert meeting["hari"] in (await either_counter.ask(sitti, act))["text"]


async def test_a_meeting_that_was_is_said_to_be_over_and_not_to_have_no_date(either_counter: Counter) -> None:
    sitti = await either_counter.warga(place=DESA)
    await either_counter.hold("musrenbang_desa")
    await either_counter.hold("pelatihan", DESA[:8])
    either_counter.at = HELD + timedelta(days=8)
    was = {"nama": "Musrenbang desa", "hari": "Kamis, 14 Januari 2027, 09.00 WITA"}
    told = (await either_counter.ask(sitti, "tanya_rapat"))["text"]
    assert told in says("tanya_rapat", wilayah=True, pertemuan=[], sudah=[was])
    for act in ("tanya_batas", "tanya_ikut"):
        told = (await either_counter.ask(sitti, act))["text"]
        assert told in says(act, pertemuan=[], sudah=[was])
    either_counter.at = HELD + timedelta(days=400)
    assert (await either_counter.ask(sitti, "tanya_rapat"))["text"] in says("tanya_rapat", wilayah=True, sudah=[])


async def test_where_no_date_is_set_it_is_said_and_who_sets_it(counter: Counter) -> None:
    sitti = await counter.warga(place=DESA)
    await counter.join("Rahman")
    await counter.hold("musrenbang_kecamatan", DESA[:8])
    told = (await counter.ask(sitti, "tanya_rapat"))["text"]
    above = {"nama": "Musrenbang kecamatan", "hari": "Kamis, 14 Januari 2027, 09.00 WITA"}
    assert told in says("tanya_rapat", wilayah=True, pertemuan=[], pembaca=["Rahman"], jalan="tanya", di_atas=[above])
    assert "Rahman" in told
    stranger = await counter.warga("Ucok", agreed=False, place=DESA)
    assert "Rahman" not in (await counter.ask(stranger, "tanya_rapat"))["text"]


async def test_of_whom_no_place_is_known_it_is_asked_and_a_name_is_understood(counter: Counter) -> None:
    sitti = await counter.warga()
    asked = (await counter.ask(sitti, "tanya_rapat", "kapan rapat pak"))["text"]
    assert asked in says("tanya_rapat", wilayah="", contoh="Labuku")
    told = (await counter.ask(sitti, "tanya_rapat", "kapan musrenbang di Bangkala?"))["text"]
    assert told in says("tanya_rapat", wilayah="Kelurahan Bangkala", pertemuan=[])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kapan rapat di desa Pattondon Salu", DESA),
        ("kapan rapat di ds pattondonsalu?", DESA),
        ("kapan lampu di pasang", ""),
        ("desa Tanete", ""),  # there are two
        ("musrenbang kelurahan Bangkala kapan", "73.16.01.1001"),
        ("kapan di Bangkala", ""),
    ],
)
def test_a_place_is_named_by_a_word_before_it(text: str, wanted: str) -> None:
    assert named_in(catalog_of().places, text) == wanted


# --- buttons ------------------------------------------------------------------------------------------------------


async def test_words_alone_erase_nothing(counter: Counter) -> None:
    sitti = await counter.warga()
    asked = await counter.ask(sitti, "hapus_data", "hapus data saya")
    assert {"o:tarik", "o:hapus"} <= set(buttons(asked))
    assert await counter.rows("SELECT * FROM erasures") == []
    assert len(await counter.rows("SELECT * FROM people")) == 1


async def test_the_facilitator_may_be_asked_by_who_agreed(counter: Counter) -> None:
    sitti, ucok = await counter.warga(place=DESA), await counter.warga(agreed=False, place=DESA)
    assert buttons(await counter.ask(sitti, "tanya_dikerjakan")) == []  # there is nobody yet
    await counter.join("Rahman")
    assert buttons(await counter.ask(sitti, "tanya_dikerjakan")) == [f"n:tanya:{DESA}"]
    assert buttons(await counter.ask(ucok, "tanya_dikerjakan")) == []


async def test_another_voice_is_offered_where_a_story_is_being_told(counter: Counter) -> None:
    sitti = await counter.warga()
    assert buttons(await counter.ask(sitti, "pinjam_hp")) == []
    await counter.draft(sitti)
    assert buttons(await counter.ask(sitti, "pinjam_hp")) == ["v:siapa"]


async def test_a_child_is_told_to_have_a_parent_beside_them_and_nothing_is_kept(counter: Counter) -> None:
    budi = await counter.warga("Budi", agreed=False)
    told = await counter.ask(budi, "anak", "saya 15 tahun")
    assert words("tombol_setuju") in told["text"]
    assert await counter.rows("SELECT * FROM conversations") == []
    assert (await counter.rows("SELECT consent_version FROM people"))[0][0] is None


def _asks_and_keeps(state: str) -> dict[str, Any]:
    """Without what was explained last, which the form itself never looks at."""
    told: dict[str, Any] = json.loads(state)
    about = {key: value for key, value in told.pop("about", {}).items() if key != "dijelaskan"}
    return {**told, **({"about": about} if about else {})}


@pytest.mark.parametrize("act", ACTS)
async def test_an_answer_leaves_an_open_form_as_it_was(counter: Counter, act: str) -> None:
    sitti = await counter.warga()
    await counter.draft(sitti)
    read = "SELECT state FROM conversations"
    before = (await counter.rows(read))[0][0]
    await counter.ask(sitti, act, "jalan rusak sekali")
    after = (await counter.rows(read))[0][0]
    assert '"jalan' not in after
    assert act == "jangan_nama" or _asks_and_keeps(after) == _asks_and_keeps(before)
