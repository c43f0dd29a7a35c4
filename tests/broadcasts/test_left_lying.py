"""What was written on one day and leaves on another: "besok" is told against the day of its words, or of the hour for
which it is planned, before the yes and at the start."""

import json
from datetime import timedelta

import pytest

from bot.core.broadcasts.shapes import Audience, Message
from bot.store.broadcasts import broadcasts
from tests.broadcasts.crowd import here, rows, state, tick
from tests.broadcasts.officers import ALL, MALUA, draft, html, planned, town
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]

#: Written on a Tuesday.
_NEAR = [
    ("rapat besok jam 9", "rapat Rabu, 4 November 2026 jam 9"),
    ("nanti malam kumpul di aula", "Selasa, 3 November 2026 malam kumpul di aula"),
    ("hari ini batasnya, lusa diperiksa", "Selasa, 3 November 2026 batasnya, Kamis, 5 November 2026 diperiksa"),
]
_PLAIN = ["rapat tgl 15 januari jam 9", "rapat hari jumat jam 9", "kalau nanti hujan, tunggu kabar"]
_OTHERS = (Place("Salma", "bappeda", ALL),)


def _next_day(here: Kabupaten) -> None:
    here.stand(here.clock.now() + timedelta(days=1))


def _heard(who: Someone, sentence: str) -> bool:
    return any(message.text in says(sentence) for message in who.phone.values())


async def _copies(here: Kabupaten, text: str) -> int:
    found = await rows(here, "SELECT params FROM outbox WHERE params LIKE '%e:paham:%'")
    return sum(text in str(row[0]) for row in found)


@pytest.mark.parametrize(("told", "dated"), _NEAR)
@pytest.mark.parametrize("how", ["pressed", "said", "looked"])
async def test_a_draft_of_yesterday_is_shown_with_its_dates_before_it_is_sent(
    here: Kabupaten, told: str, dated: str, how: str
) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=told)
    _next_day(here)
    if how == "said":
        await here.says(masyita, "kirim")
    else:
        await here.pushes(masyita, f"a:{'kirim' if how == 'pressed' else 'contoh'}:{one}")
    assert _heard(masyita, "siaran_tanggal_ditulis")
    assert (await html(here), await state(here)) == (dated, "draft")
    await here.pushes(masyita, masyita.newest().offers("a:kirim:"))
    await here.says(masyita, "2")
    assert await state(here) == "waiting"


@pytest.mark.parametrize("told", _PLAIN)
async def test_what_names_no_near_day_goes_on_another_day_as_it_is(here: Kabupaten, told: str) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=told)
    _next_day(here)
    await here.pushes(masyita, f"a:kirim:{one}")
    assert masyita.newest().text in mentions("form.siaran_jumlah.jumlah.tanya")
    assert await html(here) == told


async def test_a_draft_goes_on_its_own_day_as_it_is(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text="rapat besok jam 9")
    here.stand(here.clock.now() + timedelta(hours=5))
    await here.pushes(masyita, f"a:kirim:{one}")
    assert masyita.newest().text in mentions("form.siaran_jumlah.jumlah.tanya")


async def test_the_number_typed_a_day_later_sends_nothing_that_was_not_looked_at(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=_NEAR[0][0])
    await here.pushes(masyita, f"a:kirim:{one}")
    _next_day(here)
    await here.says(masyita, "2")
    assert (await html(here), await state(here)) == (_NEAR[0][1], "draft")


async def test_a_second_officer_who_agrees_a_day_later_sees_the_dates_first(here: Kabupaten) -> None:
    masyita, *others = await town(here, *_OTHERS)
    salma = others[-1]
    one = await draft(here, masyita, ALL, _NEAR[0][0])
    await here.pushes(masyita, f"a:kirim:{one}")
    assert await state(here) == "asked"
    _next_day(here)
    await here.pushes(salma, f"a:setuju:{one}")
    assert (await html(here), await state(here)) == (_NEAR[0][1], "asked")
    await here.pushes(salma, salma.newest().offers("a:setuju:"))
    assert await state(here) == "waiting"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("tambahkan: besok bawa map", "rapat Rabu, 4 November 2026 jam 9\nbesok bawa map"),
        ("jam 9 ganti jadi jam 10", "rapat Rabu, 4 November 2026 jam 10"),
    ],
)
async def test_words_of_today_beside_those_of_yesterday_each_mean_their_own_day(
    here: Kabupaten, typed: str, text: str
) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text=_NEAR[0][0])
    _next_day(here)
    await here.says(masyita, typed)
    assert await html(here) == text


async def test_other_recipients_make_its_words_no_younger(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=_NEAR[0][0])
    _next_day(here)
    async with here.database.write() as connection:
        await broadcasts.note(connection, one, "changed", masyita.id, here.clock.now(), before=_NEAR[0][0])
    await here.pushes(masyita, f"a:contoh:{one}")
    assert await html(here) == _NEAR[0][1]


# --- planned ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "text"), [(0, "Rabu, 4 November 2026 kumpul di aula"), (1, "Kamis, 5 November 2026 kumpul di aula")]
)
async def test_of_one_that_is_planned_either_day_is_one_tap(here: Kabupaten, at: int, text: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "besok jam 8 umumkan ke fasilitator malua: besok kumpul di aula")
    card = masyita.newest()
    assert card.text in says("siaran_kartu", besok=[{"tulis": "besok", "hari": "Kamis, 5 November 2026"}], ganti=False)
    days = [data for _, data in card.buttons if data.startswith("a:tanggal:")]
    assert len(days) == 2
    await here.pushes(masyita, days[at])
    assert await html(here) == text
    ((before,),) = await rows(here, "SELECT detail FROM broadcast_events WHERE kind = 'changed'")
    assert json.loads(before)["before"] == "besok kumpul di aula"
    assert not masyita.newest().offers("a:tanggal:")


async def test_at_night_the_card_says_the_date_that_they_will_read(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    here.stand(here.clock.now().replace(hour=14, minute=30))  # 22.30
    await here.says(masyita, "umumkan ke fasilitator malua: rapat besok jam 9")
    card = masyita.newest()
    assert card.text in says("siaran_kartu", besok=[{"tulis": "besok", "hari": "Rabu, 4 November 2026"}], ganti=True)
    await here.pushes(masyita, card.offers("a:kirim:"))
    await here.says(masyita, "2")
    await tick(here, 70)
    here.stand(here.clock.now() + timedelta(hours=10))
    await tick(here, 8)
    assert await _copies(here, "rapat Rabu, 4 November 2026 jam 9") == 2


async def test_one_that_is_planned_keeps_its_day_where_it_moves_to_another(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita, _NEAR[0][0])
    await here.says(masyita, "ganti jam kirimnya jadi jam 10")
    assert await html(here) == _NEAR[0][0]
    await here.pushes(masyita, f"a:jam:{one}")
    await here.says(masyita, "tgl 6 november jam 8")
    assert await html(here) == "rapat Kamis, 5 November 2026 jam 9"
    assert masyita.newest().text in says("siaran_jam_diganti", tanggal=True)


async def test_what_begins_behind_midnight_means_the_day_on_which_it_was_agreed_to(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    here.stand(here.clock.now().replace(hour=15, minute=59, second=30))  # 23.59
    now, whom = here.clock.now(), Audience((MALUA,), ("fasilitator_desa",))
    await announce(here.database, masyita.id, now, whom, _NEAR[0][0], starts_in=timedelta(seconds=60))
    await tick(here, 70)
    assert await html(here) == _NEAR[0][1]


# --- out -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("tambahkan: besok bawa map", "rapat Rabu, 4 November 2026 jam 9\nKamis, 5 November 2026 bawa map"),
        ("salah, bukan jam 9 tapi jam 10", "rapat Rabu, 4 November 2026 jam 10"),
    ],
)
async def test_a_correction_of_another_day_means_that_day_and_leaves_the_rest(
    here: Kabupaten, typed: str, text: str
) -> None:
    masyita = await _out(here)
    _next_day(here)
    await here.says(masyita, typed)
    await here.pushes(masyita, masyita.newest().offers("f:"))
    assert await html(here) == text


async def _out(here: Kabupaten) -> Someone:
    masyita, *_ = await town(here)
    async with here.database.write() as connection:
        whom, now = Audience((MALUA,), ("fasilitator_desa",)), here.clock.now()
        one = await broadcasts.add(connection, masyita.id, whom, Message(_NEAR[0][0]), now)
        await broadcasts.change(connection, one, state="waiting", next_at=now)
    await tick(here, 8)
    assert await state(here) == "done"
    return masyita
