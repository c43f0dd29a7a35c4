"""A question about an announcement orders nothing; whether somebody has it is answered from the ledger."""

import pytest

from tests.broadcasts.crowd import buttons, here, rows
from tests.broadcasts.officers import CURIO, MALUA, draft, hour_of, html, out, planned, town
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import mentions, says, words

__all__ = ["here"]

_STATES = "SELECT state FROM broadcasts"


@pytest.mark.parametrize("typed", ["batal mi besok", "batalkan yang besok itu", "batalkan kah atau tunda?"])
async def test_a_cancel_in_free_words_waits_for_one_yes(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, typed)
    assert await rows(here, _STATES) == [("waiting",)]
    await here.pushes(masyita, masyita.newest().offers(f"a:urung:{one}"))
    assert await rows(here, _STATES) == [("draft",)]


async def test_what_says_nothing_else_cancels_what_stands_open(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "batalkan saja siarannya")
    assert await rows(here, _STATES) == [("draft",)]


@pytest.mark.parametrize(
    "typed", ["bisa ji kah diganti jam 10?", "jam 9 kah atau jam 10", "kirim ke curio saja kah?", "ganti jadi jam 10?"]
)
async def test_a_question_changes_nothing_of_a_sample(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    before = await rows(here, "SELECT state, message, audience, starts_at FROM broadcasts")
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state, message, audience, starts_at FROM broadcasts") == before
    assert await rows(here, "SELECT flow FROM conversations") == []


async def test_a_question_about_the_hour_leaves_the_plan_as_it_is(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, "kirimnya jam 10 kah atau jam 8")
    assert await hour_of(here, one) == "00:00"
    assert masyita.newest().text in mentions("siaran_maksudnya_apa")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("masuk ji kah ke fasilitator curio?", {"semua": False}),
        ("fasilitator malua dapat semua kah", {"semua": 2, "sampai": 2, "paham": 0, "keluar": True}),
        ("delegasi malua dapat ji?", {"semua": False}),
    ],
)
async def test_whether_some_have_it_is_counted_in_its_ledger(
    here: Kabupaten, typed: str, told: dict[str, object]
) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_sampaikah", **told)


@pytest.mark.parametrize(("typed", "number"), [("masuk ji kah ke malua?", 2), ("fasilitator curio dapat ji?", False)])
async def test_before_it_leaves_it_is_told_who_will_get_it(here: Kabupaten, typed: str, number: int) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_sampaikah", semua=number, keluar=False)
    await here.says(masyita, "tambahkan juga bawa ktp")
    assert masyita.newest().offers(f"a:kirim:{one}")


async def test_of_one_who_is_named_it_is_told_of_that_announcement(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    first = await out(here, masyita)
    await out(here, masyita, scope=CURIO, text="yang lain, untuk curio")
    await here.pushes(masyita, f"a:lihat:{first}")
    await here.says(masyita, "masuk ji kah ke baso?")
    assert masyita.newest().text in says("tanya_kerja_sudah", nama="Baso", penerima=True, sampai=True, paham="")


@pytest.mark.parametrize("typed", ["bkn kantor camat, itu kantor desa", "bukan kantor camat, itumi kantor desa"])
async def test_what_only_points_is_no_part_of_what_is_right(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert await html(here) == "rapat persiapan tgl 15 januari jam 9 di kantor desa"


@pytest.mark.parametrize(
    "typed", ["kantor desa bu bukan kantor camat", "bukan kantor camat tapi kantor desa, tolong dibetulkan utk semua"]
)
async def test_what_is_said_to_us_is_no_part_of_what_is_right(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert await html(here) == "rapat persiapan tgl 15 januari jam 9 di kantor desa"


async def test_nothing_is_put_before_what_was_written(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    text = "tempat rapat malua pindah dari kantor camat ke aula smp, kamis 14 januari jam 9."
    await here.says(masyita, f"{text} kasih tau semua orang")
    await here.says(masyita, "jadikan")
    (state,) = (await rows(here, "SELECT state FROM conversations WHERE flow = 'siaran'"))[0]
    assert f'"{text}' in str(state)


async def test_within_the_minute_it_is_held_and_goes_to_those_it_should_have(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, scope=f"{CURIO}.2002")
    await here.pushes(masyita, f"a:kirim:{one}")
    await here.says(masyita, "eh salah harusnya malua")
    assert await rows(here, "SELECT state, scope FROM broadcasts") in ([("draft", MALUA)], [("waiting", MALUA)])


async def test_once_it_is_taken_back_its_words_go_to_those_it_should_have(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita)
    await here.says(masyita, "tarik")
    await here.says(masyita, "ya tarik")
    await here.says(masyita, "harusnya curio")
    (state,) = (await rows(here, "SELECT state FROM conversations WHERE flow = 'siaran'"))[0]
    assert "Curio" in str(state)
    assert await rows(here, _STATES) == [("withdrawn",)]


async def test_others_beside_are_no_word_of_the_button(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, "kirim juga ke curio")
    assert buttons(masyita)[0] == words("siaran_niat_tambah_penerima", untuk="")
    assert await rows(here, "SELECT flow FROM conversations") == []
