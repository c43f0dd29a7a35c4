"""What is known to be odd, one by one, and its defined answer (U4, U5)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from bot.simulator.story import Wanted
from tests.edges.oddities import ADMIN, FILE, GROUP, Json, arrive, consent, edited, having, live, own, settled
from tests.support.sentences import mentions, says, words
from tests.support.town import town

LONG = "a" * 1_000_000

ODD_TEXTS = [
    pytest.param(LONG, id="a million letters"),
    pytest.param("\ud800 separuh", id="half a surrogate pair"),
    pytest.param("nol\x00nol", id="NUL"),
    pytest.param("\u202eterbalik\u202c", id="right to left"),
    pytest.param("\u200b\u200d\u2060", id="nothing but zero width"),
    pytest.param("{{7*7}} {% for x in y %} #panic()", id="a template"),
    pytest.param("<b><script>alert(1)</script>", id="markup"),
    pytest.param("=HYPERLINK('x')", id="a formula"),
]


@pytest.mark.parametrize("text", ODD_TEXTS)
async def test_odd_text_is_answered_like_any_other(sqlite_url: str, tmp_path: Path, text: str) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await arrive(place)
        await consent(place, sitti)
        await place.simulator.post(sitti, {"text": text})
        answer = await place.simulator.wait_for(sitti, lambda said: "reply_markup" in said)  # whatever it was meant for
        assert answer["reply_markup"]["inline_keyboard"]
        await settled(place)
        assert [] == await place.rows("SELECT * FROM inbox WHERE outcome <> 'done'")


@pytest.mark.parametrize("text", ODD_TEXTS)
async def test_odd_text_can_be_a_whole_story(database_url: str, tmp_path: Path, text: str) -> None:
    """Kept as it was said, and read back literally."""
    async with town(database_url, tmp_path) as place:
        sitti = await arrive(place)
        await consent(place, sitti)
        for word in ("Maiwa", "Tuncung", "Paraja"):
            await place.ask(sitti, word, lambda _: True)
        await place.simulator.post(
            sitti, {"text": f"Jalan kami rusak parah {text[:2900]}"}
        )  # more could be the first part of a text that was cut
        await place.simulator.wait_for(sitti, "harapkan dikerjakan")
        await place.ask(sitti, "Jalannya dirabat", "Ada foto tempatnya")
        card = await place.press(sitti, words("tombol.cukup"), "Kami catat begini")
        assert "Jalan kami rusak parah" in card["text"]
        await place.press(sitti, words("tombol.kirim"), says("tanda_terima"))
        await settled(place)
        assert [] == [call for call in place.simulator.calls if not call.ok]


STICKER = FILE | {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
VENUE = {"location": {"latitude": -3.5, "longitude": 119.7}, "title": "Masjid", "address": "Jalan"}
FORWARDED = {"type": "hidden_user", "sender_user_name": "Entah", "date": 1_600_000_000}

ANSWERED = [
    pytest.param(having(sticker=STICKER), says("mesin.bukan_other"), id="sticker"),
    pytest.param(having(rich_message={"blocks": []}), says("mesin.bukan_other"), id="rich message"),
    pytest.param(
        having(venue=VENUE, location=VENUE["location"]),
        mentions("mesin.dicatat", isi=words("mesin.isi_lokasi")),
        id="venue",
    ),
    pytest.param(
        having(location={"latitude": -3.5, "longitude": 119.7, "live_period": 900}),
        mentions("mesin.dicatat", isi=words("mesin.isi_lokasi")),
        id="live",
    ),
    pytest.param(
        having(contact={"phone_number": "1", "first_name": "Ani", "user_id": 5}),
        says("mesin.bukan_contact"),
        id="contact",
    ),
    pytest.param(
        having(text="Maiwa", forward_origin=FORWARDED),
        says("form.usulan.desa.tanya", kecamatan=words("mesin.nama_kecamatan", nama="Maiwa")),
        id="forwarded",
    ),
    pytest.param(
        having(text="Maiwa", via_bot=ADMIN),
        says("form.usulan.desa.tanya", kecamatan=words("mesin.nama_kecamatan", nama="Maiwa")),
        id="via another bot",
    ),
    pytest.param(having(photo=[], caption="x"), says("mesin.bukan_other"), id="a photo without sizes"),
    pytest.param(having(dice={"emoji": "🎲", "value": 3}), says("mesin.bukan_other"), id="dice"),
]


@pytest.mark.parametrize(("make", "answer"), ANSWERED)
async def test_what_is_not_asked_for_has_an_answer(
    sqlite_url: str, tmp_path: Path, make: Callable[[Person], Json], answer: Wanted
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await arrive(place)
        await consent(place, sitti)
        since = place.simulator.stage.feed.count
        place.simulator.inject(make(sitti))
        await place.simulator.wait_for(sitti, answer, since=since)


IGNORED = [
    pytest.param(edited, id="edit of a message nobody knows"),
    pytest.param(live, id="live location moving"),
    pytest.param(lambda p: {"channel_post": own(p, text="Halo")["message"] | {"chat": {"id": -1, "type": "channel"}}}),
    pytest.param(lambda p: {"message": own(p, text="Halo")["message"] | {"chat": GROUP}}, id="small talk in a group"),
    pytest.param(lambda p: {"message": {"message_id": 1, "date": 1, "chat": GROUP, "text": "Halo"}}, id="no author"),
    pytest.param(lambda p: {"message_reaction_count": {"chat": GROUP, "message_id": 1, "date": 1, "reactions": []}}),
    pytest.param(lambda p: {"something_new": {"from": p.as_user()}}, id="a kind nobody knows yet"),
    pytest.param(lambda _: {}, id="nothing at all"),
    pytest.param(having(pinned_message={"message_id": 1, "date": 0, "chat": GROUP}), id="service message"),
]


@pytest.mark.parametrize("make", IGNORED)
async def test_what_needs_no_answer_gets_none_and_is_done(
    sqlite_url: str, tmp_path: Path, make: Callable[[Person], Json]
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await arrive(place)
        await consent(place, sitti)
        said = len(place.simulator.calls)
        place.simulator.inject(make(sitti))
        await settled(place)
        assert [] == place.simulator.calls[said:]
        assert [] == await place.rows("SELECT * FROM inbox WHERE outcome <> 'done'")


async def test_the_anonymous_admin_of_a_group_gets_the_line_for_groups(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await arrive(place)
        group = place.simulator.add_group("Musrenbang", [sitti])
        content = {"text": "/mulai", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
        await place.simulator.post(sitti, content, group, anonymous=True)
        assert (await place.simulator.wait_for(group, says("di_grup")))["text"] in says("di_grup")
