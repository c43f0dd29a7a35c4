"""Who was told enough today gets it next morning: "besok" is another day then, which is said before the yes; and what
cannot wait is hurried, with its reason, before it leaves and after."""

from datetime import timedelta

import pytest

from bot.core.broadcasts.shapes import Audience
from tests.broadcasts.crowd import here, rows, tick
from tests.broadcasts.officers import MALUA, html, out, town
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]


async def _told_twice(here: Kabupaten) -> Someone:
    masyita, *_ = await town(here)
    for text in ("laporan dikumpul jumat", "contohnya ada di kantor camat"):
        await out(here, masyita, text=text)
    return masyita


@pytest.mark.parametrize(
    ("told", "read", "dated"),
    [
        ("rapat besok mulai jam 9", "Rabu, 4 November 2026", "rapat Rabu, 4 November 2026 mulai jam 9"),
        ("kumpul nanti sore di aula", "Selasa, 3 November 2026", "kumpul Selasa, 3 November 2026 sore di aula"),
        ("hari ini batasnya blangko", "Selasa, 3 November 2026", "Selasa, 3 November 2026 batasnya blangko"),
    ],
)
async def test_a_near_day_is_warned_of_where_it_arrives_next_morning(
    here: Kabupaten, told: str, read: str, dated: str
) -> None:
    masyita = await _told_twice(here)
    await here.says(masyita, f"umumkan ke fasilitator malua: {told}")
    card, near = masyita.newest(), told.partition("besok")[1] or told.partition("hari ini")[1] or "nanti"
    assert card.text in says("siaran_kartu", penuh=2, jumlah=2, besok=[{"tulis": near, "hari": read}])
    assert card.offers("a:penting:")
    await here.pushes(masyita, card.offers("a:tanggal:"))
    assert await html(here) == dated
    assert masyita.newest().text in says("siaran_kartu", penuh=2, jumlah=2, besok=())
    assert not masyita.newest().offers("a:tanggal:")


async def test_a_date_is_put_in_only_on_the_day_it_was_counted_from(here: Kabupaten) -> None:
    masyita = await _told_twice(here)
    await here.says(masyita, "umumkan ke fasilitator malua: rapat besok mulai jam 9")
    pressed = masyita.newest().offers("a:tanggal:")
    here.stand(here.clock.now() + timedelta(days=1))
    await here.pushes(masyita, pressed)
    assert "besok" in await html(here)


_MEETS = "rapat besok mulai jam 9 ya, bukan jam 10."


@pytest.mark.parametrize(
    "behind",
    ["penting, jangan tunggu besok", "ini penting bu jangan tunggu besok", "kirim sekarang jangan tunggu besok"],
)
@pytest.mark.parametrize("before", ["kasi tau fasilitator malua", "umumkan ke fasilitator malua:"])
async def test_an_urgency_behind_the_text_is_none_of_it(here: Kabupaten, before: str, behind: str) -> None:
    masyita = await _told_twice(here)
    await here.says(masyita, f"{before} {_MEETS} {behind}")
    if straight := masyita.newest().offers("f:e:jadi:contoh"):
        await here.pushes(masyita, straight)
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")
    await here.says(masyita, "rapatnya sudah besok pagi")
    await here.pushes(masyita, masyita.newest().offers("f:"))
    assert await html(here) == _MEETS
    assert (await rows(here, "SELECT urgent_why FROM broadcasts ORDER BY id DESC LIMIT 1"))[0][0]


async def test_penting_alone_behind_the_text_is_said_to_those_who_get_it(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "umumkan ke fasilitator malua: rapat besok jam 9. Penting!")
    assert await html(here) == "rapat besok jam 9. Penting!"


async def _one_waits(here: Kabupaten) -> Someone:
    """Baso was told twice today, Tini once: she has the third, he waits for the morning."""
    masyita, baso, _ = await town(here)
    numbers = []
    for scope in (baso.scope, baso.scope, MALUA):
        whom = Audience((scope,), ("fasilitator_desa",))
        numbers.append(await announce(here.database, masyita.id, here.clock.now(), whom, _MEETS))
        await tick(here, 8)
    await here.pushes(masyita, f"a:hasil:{numbers[-1]}")
    return masyita


async def _arrived(here: Kabupaten) -> int:
    return len(await rows(here, f"{_LAST_COPIES} AND outcome = 'sent'"))


_LAST_COPIES = "SELECT 1 FROM deliveries WHERE broadcast_id = (SELECT max(id) FROM broadcasts)"


@pytest.mark.parametrize(
    "typed",
    [
        "yang 1 orang itu kirim sekarang saja, ini penting",
        "kirim sekarang juga ke yang belum terima, penting",
        "sisanya kirim sekarang, jangan tunggu besok, ini darurat",
    ],
)
async def test_who_waits_for_tomorrow_gets_it_now_for_a_reason(here: Kabupaten, typed: str) -> None:
    masyita = await _one_waits(here)
    assert await _arrived(here) == 1
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_segera.alasan.tanya")
    await here.says(masyita, "rapatnya sudah besok pagi")
    assert await _arrived(here) == 1
    await here.says(masyita, "kirim sekarang")
    assert masyita.newest().text in says("siaran_disegerakan", jumlah=1)
    await tick(here, 8)
    assert await _arrived(here) == 2


async def test_a_reminder_says_how_many_hear_it_tomorrow(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await out(here, masyita, text=_MEETS)
    await out(here, masyita, text="laporan dikumpul jumat", scope=f"{MALUA}.2002")
    await here.pushes(masyita, f"a:ingatkan:{one}")
    assert masyita.newest().text in says("siaran_diingatkan", jumlah=2, besok=1, cukup=())


async def test_besok_has_its_date_for_whom_it_reaches_a_day_later(here: Kabupaten) -> None:
    await _one_waits(here)
    at_once = await _sent(here, _MEETS)
    here.stand(here.clock.now() + timedelta(days=1))
    await tick(here, 8)
    assert await _sent(here, _MEETS) == at_once > 0
    assert await _sent(here, _MEETS.replace("besok", "Rabu, 4 November 2026")) == 1


async def _sent(here: Kabupaten, text: str) -> int:
    found = await rows(here, "SELECT params FROM outbox WHERE method = 'sendMessage' AND params LIKE '%e:paham:%'")
    return sum(text in str(row[0]) for row in found)
