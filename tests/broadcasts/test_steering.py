"""An announcement on its way is held, taken up again, ended, put right, taken back; whoever is silent is reminded."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from tests.broadcasts.crowd import copies, here, ledger, rows, run, sent, settled, state, tick, tick_until
from tests.broadcasts.sent import FACILITATORS, announce
from tests.support.kabupaten import Kabupaten, local
from tests.support.many import Place, without_a_phone
from tests.support.sentences import says, words

__all__ = ["here"]

_WISH = "Kirim daftarnya paling lambat 17 Desember."


async def test_paused_halfway_nothing_more_leaves_until_it_goes_on(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 300)
    here.office.sends_a_second = 20.0  # sixty at a time
    number = await announce(here.database, officer.id, here.clock.now())
    await tick(here, 4)
    await here.pushes(officer, f"a:jeda:{number}")
    some = copies(crowd)[1]
    assert 0 < some < 300
    await tick(here, 5)
    assert copies(crowd)[1] == some
    await here.pushes(officer, f"a:teruskan:{number}")
    await tick_until(here, "done")
    assert copies(crowd) == {1: 300}


async def test_stopped_and_taken_back_nobody_holds_it(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 200)
    here.office.sends_a_second = 20.0
    number = await announce(here.database, officer.id, here.clock.now())
    await tick(here, 4)
    await here.pushes(officer, f"a:hentikan:{number}")
    await tick_until(here, "stopped")
    had = copies(crowd)[1]
    assert 0 < had < 200
    assert await ledger(here) == {"sent": had, "stopped": 200 - had}
    await here.pushes(officer, f"a:tarik_ya:{number}")
    await tick_until(here, "withdrawn")
    gone = await rows(here, "SELECT count(*) FROM outbox WHERE method = 'deleteMessage' AND outcome = 'sent'")
    assert gone == [(had,)]


async def test_put_right_at_half_everybody_ends_with_the_right_words(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 200)
    here.office.sends_a_second = 20.0
    number = await announce(here.database, officer.id, here.clock.now())
    await tick(here, 4)
    assert 0 < copies(crowd)[1] < 200
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Musrenbang kecamatan pindah ke pukul 10.00.")
    assert await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim")), "it is looked at first"
    await tick_until(here, "done")
    assert copies(crowd, "kecamatan pindah ke pukul 10.00") == {1: 200}
    assert copies(crowd, "dimulai pukul 09.00") == copies(crowd, "<s>dimulai pukul 09.00</s>"), "as what it was"
    assert len(copies(crowd, "<s>dimulai pukul 09.00</s>")) == 2, "nothing changed for who had no copy before"
    assert await rows(here, "SELECT DISTINCT version FROM deliveries") == [(2,)]
    told = await rows(here, "SELECT count(*) FROM outbox WHERE params LIKE '%diralat</b>:%' AND outcome = 'sent'")
    assert 0 < told[0][0] < 200, "nobody hears an edit; who had no copy before needs no word of it"


@pytest.mark.parametrize(
    ("choice", "then"),
    [("Ganti", "Kirim daftarnya paling lambat 18 Desember."), ("Hapus barisnya", ""), ("Masih benar", _WISH)],
)
async def test_what_was_asked_of_them_is_put_right_with_the_words(here: Kabupaten, choice: str, then: str) -> None:
    officer, crowd = await settled(here, 2)
    number = await announce(here.database, officer.id, here.clock.now(), asked=_WISH)
    await tick_until(here, "done")
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Rapat pindah ke Jumat, 18 Desember.")
    assert officer.newest().text in says("form.siaran_ralat.minta.tanya")
    await here.presses(officer, officer.newest(), choice)
    if choice == "Ganti":
        await here.says(officer, then)
    shown = officer.newest().text
    assert "Rapat pindah ke Jumat, 18 Desember." in shown
    assert (_WISH in shown, (then or "Yang diminta") in shown) == (then == _WISH, bool(then))
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    await tick_until(here, "done")
    assert copies(crowd, "Rapat pindah") == {1: 2}
    assert copies(crowd, _WISH) == {int(then == _WISH): 2}
    assert copies(crowd, then or "Yang diminta") == {int(bool(then)): 2}


async def test_put_right_whoever_understood_the_old_words_is_asked_again(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 3)
    number = await announce(here.database, officer.id, here.clock.now())
    await tick_until(here, "done")
    await here.pushes(crowd[0], f"e:paham:{number}")
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Musrenbang kecamatan pindah ke pukul 10.00.")
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    await tick_until(here, "done")
    assert await rows(here, "SELECT count(*) FROM deliveries WHERE understood_at IS NOT NULL") == [(0,)]
    assert all(one.newest().text in says("siaran_diralat_kabar") for one in crowd)
    change = "<s>dimulai pukul 09.00</s> menjadi <b>pindah ke pukul 10.00</b>"
    assert all(change in one.newest().text for one in crowd), "what changed, and not all of it again"
    assert copies(crowd, change) == {2: 3}, "above the new words, too"


async def test_what_is_written_anew_altogether_is_to_be_read_as_a_whole(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 1)
    number = await announce(here.database, officer.id, here.clock.now())
    await tick_until(here, "done")
    await here.pushes(officer, f"a:ralat:{number}")
    longer = (
        "Bapak dan Ibu, kumpul dusun di semua dusun diundur ke bulan depan karena jalan ke Boiya masih tertutup tanah."
    )
    await here.says(officer, longer)
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    await tick_until(here, "done")
    assert crowd[0].newest().text in says("siaran_diralat_kabar", ubah="")
    assert copies(crowd, "<s>") == {0: 1}


async def test_put_right_whoever_confirms_before_the_word_of_it_left_gets_none(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 40)
    here.office.sends_a_second = 5.0
    number = await announce(here.database, officer.id, here.clock.now())
    await tick_until(here, "done")
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Musrenbang kecamatan pindah ke pukul 10.00.")
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    of = {one.id: one for one in crowd}
    waits: Sequence[Any] = ()
    while not waits:
        here.stand(here.clock.now() + timedelta(seconds=1))
        await here.tick()
        waits = await rows(here, "SELECT target FROM deliveries WHERE todo = 'tell' ORDER BY target DESC LIMIT 1")
    quick = of[waits[0][0]]
    await here.pushes(quick, f"e:paham:{number}")
    await tick_until(here, "done")
    told = {one.id for one in crowd if any(m.text in says("siaran_diralat_kabar") for m in one.phone.values())}
    assert told == set(of) - {quick.id}


@pytest.mark.parametrize("words", ["aduh salah kecamatan, berhenti", "batal", "tarik siaran tadi", "hentikan dulu bu"])
async def test_who_wants_it_to_stop_says_so_in_words(here: Kabupaten, words: str) -> None:
    officer, _ = await settled(here, 3)
    number = await announce(here.database, officer.id, here.clock.now(), starts_in=timedelta(seconds=60))
    await here.says(officer, words)
    assert await rows(here, "SELECT id, state FROM broadcasts") == [(number, "draft")]


async def test_many_refusals_stop_it_by_itself(here: Kabupaten) -> None:
    officer, _ = await settled(here, 60)
    here.office.sends_a_second = 5.0
    await announce(here.database, officer.id, here.clock.now())
    for _ in range(12):
        await run(here, "UPDATE outbox SET outcome = 'refused', error = 'aneh' WHERE priority = 2 AND outcome IS NULL")
        here.stand(here.clock.now() + timedelta(seconds=1))
        for ticker in here.tickers:
            await ticker.tick()
    assert await state(here) == "paused"
    assert (await ledger(here))["refused"] < 30


async def test_the_chase_goes_to_those_alone_who_did_not_confirm(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 100)
    number = await announce(here.database, officer.id, here.clock.now())
    await tick_until(here, "done")
    for one in crowd[:62]:
        await here.pushes(one, f"e:paham:{number}")
    await run(here, "UPDATE grants SET revoked_at = granted_at WHERE person_id = :p", p=crowd[99].id)
    here.stand(local(2026, 11, 4, 20, 59))
    await here.pushes(officer, f"a:ingatkan:{number}")
    assert officer.newest().text in says("siaran_diingatkan", jumlah=38)
    here.stand(local(2026, 11, 4, 21, 30))
    await tick(here, 2)  # in quiet hours: they wait, and one of them confirms late
    await here.pushes(crowd[70], f"e:paham:{number}")
    here.stand(local(2026, 11, 5, 8, 0))
    await tick(here, 4)
    reminded = await rows(here, "SELECT target FROM deliveries WHERE reminded = 1")
    assert {row[0] for row in reminded} == {one.id for one in crowd[62:99]} - {crowd[70].id}


async def test_a_stranger_confirms_nothing(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 3)
    (stranger,) = await without_a_phone(here, [Place("Tamu", "camat", "73.16.09")])
    number = await announce(here.database, officer.id, here.clock.now(), FACILITATORS)
    await tick_until(here, "done")
    await here.pushes(stranger, f"e:paham:{number}")
    await here.pushes(stranger, f"a:tarik_ya:{number}")
    await here.pushes(crowd[0], f"a:tarik_ya:{number}")
    assert await rows(here, "SELECT count(*) FROM deliveries WHERE understood_at IS NOT NULL") == [(0,)]
    assert await state(here) == "done"


async def test_whoever_understood_or_answered_hears_that_it_is_withdrawn_and_nobody_else(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 3)
    await here.pushes(crowd[0], f"e:paham:{number}")
    await run(here, "UPDATE deliveries SET replied_at = :n WHERE target = :t", n=here.clock.now(), t=crowd[1].id)
    await here.pushes(officer, f"a:tarik_ya:{number}")
    await tick(here, 8)
    told = [any(m.text in says("siaran_ditarik_kabar") for m in one.phone.values()) for one in crowd]
    assert told == [True, True, False]
    assert await rows(here, "SELECT count(*) FROM deliveries WHERE todo IS NOT NULL") == [(0,)]


async def test_the_same_where_the_copy_is_too_old_to_be_deleted(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 2)
    await here.pushes(crowd[0], f"e:paham:{number}")
    await run(here, "UPDATE deliveries SET sent_at = 0")
    await here.pushes(officer, f"a:tarik_ya:{number}")
    await tick(here, 8)
    told = [any(m.text in says("siaran_ditarik_kabar") for m in one.phone.values()) for one in crowd]
    assert told == [True, False]


async def test_whoever_read_its_correction_hears_that_it_is_withdrawn(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 2)
    await here.says(officer, "eh salah, bukan 09.00 tapi 10.00")
    await here.says(officer, "ganti")
    await tick_until(here, "done")
    is_corrected = [any(m.text in says("siaran_diralat_kabar") for m in one.phone.values()) for one in crowd]
    await here.pushes(officer, f"a:tarik_ya:{number}")
    await tick(here, 8)
    told = [any(m.text in says("siaran_ditarik_kabar") for m in one.phone.values()) for one in crowd]
    assert is_corrected == told == [True, True]
