"""Files that go along with a letter are made on the way, and what cannot be made troubles nobody else."""

import json

from tests.edges.conftest import PostOffice

SHEET = {
    "report": "sheet",
    "args": {"filename": "daftar", "sheets": [{"title": "Satu", "head": ["A"], "rows": [["b"]]}]},
}


async def test_a_report_arrives_as_a_file_with_its_name_and_caption(office: PostOffice) -> None:
    person = office.person()
    params = {"chat_id": person.id, "document": SHEET, "caption": "<b>Ini</b> daftarnya", "parse_mode": "HTML"}
    letter = await office.promise(person, method="sendDocument", params=params)
    await office.deliver()
    assert (await office.fate(letter))[0] == "sent"
    message = office.simulator.messages(person)[-1]
    assert message["document"]["file_name"] == "daftar.xlsx"
    assert message["caption"] == "Ini daftarnya"
    assert office.simulator.file(message["document"]["file_id"])[:2] == b"PK"


async def test_a_report_with_buttons_keeps_them(office: PostOffice) -> None:
    person = office.person()
    markup = {"inline_keyboard": [[{"text": "Baca", "callback_data": "x"}]]}
    params = {"chat_id": person.id, "document": SHEET, "reply_markup": markup}
    await office.promise(person, method="sendDocument", params=params)
    await office.deliver()
    assert office.simulator.messages(person)[-1]["reply_markup"] == markup


async def test_a_report_that_cannot_be_made_is_refused_and_the_next_letter_goes_on(office: PostOffice) -> None:
    person = office.person()
    broken = {"chat_id": person.id, "document": {"report": "tidak_ada"}}
    letter = await office.promise(person, method="sendDocument", params=broken)
    await office.promise(person, "Halo lagi")
    await office.deliver()
    assert (await office.fate(letter))[0] == "refused"
    assert office.received(person) == ["Halo lagi"]


async def test_a_report_is_made_again_when_the_line_was_broken(office: PostOffice) -> None:
    person = office.person()
    office.simulator.add_fault("500", method="sendDocument", times=1)
    letter = await office.promise(person, method="sendDocument", params={"chat_id": person.id, "document": SHEET})
    await office.deliver()
    await office.deliver(after=5)
    assert await office.fate(letter) == ("sent", True)


async def test_what_a_report_was_made_of_does_not_stay_behind(office: PostOffice) -> None:
    person = office.person()
    letter = await office.promise(person, method="sendDocument", params={"chat_id": person.id, "document": SHEET})
    await office.deliver()
    assert json.loads((await office.row(letter)).params) == {"chat_id": person.id, "document": {"report": "sheet"}}
