"""Numbers of identity papers are covered before anything is kept, wherever somebody types them."""

import json
from typing import Any

import pytest

from bot.core.forms.papers import cover
from bot.core.names import clean_name
from tests.people.conftest import STORY, agree, finish, photo, tell_place
from tests.support.sentences import mentions, says, words
from tests.support.town import Town, catalog_of

#: No number of anybody: there is no 99th province.
NUMBERS = ("9999019901990001", "9999 0199 0199 0001", "99.99.01.990199.0001", "999901-990199-0001")
_KEPT = ("inbox.body", "conversations.state", "usulan.answers", "events.detail", "people.name", "outbox.params")


async def _kept(place: Town) -> str:
    """Everything that is kept, in digits."""
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    found: list[Any] = []
    for one in _KEPT:
        table, column = one.split(".")
        found += [row[0] for row in await place.rows(f"SELECT {column} FROM {table}")]
    return "".join(c for text in found if text for c in text if c not in " .-")


@pytest.mark.parametrize("number", NUMBERS)
def test_sixteen_digits_are_covered_however_they_are_written(number: str) -> None:
    told = cover(f"NIK saya {number}, tolong dibantu")
    assert not any(c.isdecimal() for c in told)
    assert len(told) == len(f"NIK saya {number}, tolong dibantu")


@pytest.mark.parametrize(
    "text",
    ["0812 3456 7890 1234", "99990199019900012", "tahun 2021 2022 2023 2024", "01.02.2027 03.02.2027", "Rp 15.000.000"],
)
def test_other_numbers_stay(text: str) -> None:
    assert cover(text) == text


def test_a_name_keeps_no_number() -> None:
    assert "9999" not in clean_name(f"Sitti {NUMBERS[0]}")


async def test_first_words_and_the_inbox_keep_none(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person("Sitti")
    await place.simulator.say(sitti, f"NIK saya {NUMBERS[0]}. {STORY}")
    await place.simulator.wait_for(sitti, mentions("izin"))
    assert sum("samarkan" in told for told in place.simulator.said(sitti)) == 1
    await place.simulator.press(sitti, words("tombol_setuju"))
    await place.simulator.wait_for(sitti, says("mesin.ini_ceritanya"))
    assert NUMBERS[0] not in await _kept(place)


async def test_answers_captions_edits_and_names_keep_none(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person(f"Sitti {NUMBERS[0]}")
    await agree(place, sitti)
    assert not any("samarkan" in told for told in place.simulator.said(sitti))
    await tell_place(place, sitti)
    story = await place.simulator.say(sitti, f"{STORY} KK kami {NUMBERS[1]}.")
    await place.simulator.wait_for(sitti, "harapkan")
    assert "samarkan" in "".join(place.simulator.said(sitti)[-2:])
    await place.simulator.photo(sitti, photo(), f"rumah {NUMBERS[2]}")
    await place.simulator.wait_for(sitti, "")
    await place.simulator.edit(sitti, story["message_id"], f"{STORY} Betulnya {NUMBERS[3]}.")
    await place.simulator.wait_for(sitti, "Pembetulan")
    await finish(place, sitti)
    await place.simulator.edit(sitti, story["message_id"], f"{STORY} Betulnya lagi {NUMBERS[1]}.")
    await place.simulator.wait_for(sitti, mentions("ralat_dicatat"))
    answers = json.loads((await place.rows("SELECT answers FROM usulan"))[0][0])
    assert "Betulnya lagi \u2022\u2022\u2022\u2022 " in answers["cerita"]["text"]
    assert NUMBERS[0] not in await _kept(place)


async def test_a_command_keeps_none(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person("Sitti")
    await place.simulator.say(sitti, f"/kabar {NUMBERS[0]}")
    await place.simulator.wait_for(sitti, mentions("nomor_disamarkan"))
    assert NUMBERS[0] not in await _kept(place)


async def test_the_card_of_somebody_else_is_not_kept_before_the_yes_nor_after(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person("Sitti")
    card = {"contact": {"phone_number": "+62000111222333", "first_name": "Halimah Khusus"}}
    await place.simulator.post(sitti, card)
    await place.simulator.wait_for(sitti, mentions("izin"))
    assert "tidak kami simpan" in "".join(place.simulator.said(sitti))
    assert await place.rows("SELECT * FROM first_words") == []
    await place.simulator.press(sitti, words("tombol_setuju"))
    await place.simulator.wait_for(sitti, "kecamatan")
    await place.simulator.post(sitti, card)
    await place.simulator.wait_for(sitti, "tidak kami simpan")
    kept = await _kept(place)
    assert "62000111222333" not in kept
    assert "Khusus" not in kept


def test_a_photo_of_the_place_is_asked_for_and_no_papers() -> None:
    catalog = catalog_of()
    asked = [
        (flow.key, question.key)
        for flow in catalog.flows.values()
        for question in flow.questions
        if question.kind in ("photos", "kiriman")
        and "bukan KTP atau KK" not in catalog.text(f"form.{flow.key}.{question.key}.tanya")
    ]
    assert asked == []
