"""Killed while a call for help is taken and while it is handed on: each of those who read hears it once, and whoever
called hears each step once."""

import signal

from tests.kill.ledger import outbox
from tests.support.nursery import Nursery
from tests.support.sentences import mentions, says
from tests.support.town import Town

FIRE = "kebakaran rumahku di desa pattondon salu maiwa, cepat"
#: Where one bot after the other dies: before and after what was called is kept, and while the clock hands it on.
IN_THE_CALL = ("worker.before_commit:1", "worker.after_commit:1", "sender.after_send:1")
IN_HANDING_ON = ("ticker.before_commit:1", "ticker.after_commit:1", "sender.before_send:1")


async def test_killed_in_a_call_and_in_handing_it_on_nothing_is_lost_or_told_twice(street: Town, bots: Nursery) -> None:
    await street.start()
    rahman = await street.join("Rahman", "fasilitator_desa", "73.16.01.2002")
    amir = await street.join("Amir", "fasilitator_kecamatan", "73.16.01")
    await street.stop()
    sitti = street.simulator.add_person("Sitti")
    await street.simulator.say(sitti, FIRE)
    for death in IN_THE_CALL:
        bot = await bots.start(street.environment(death))
        assert await bot.ended(60) == -signal.SIGKILL, f"{death} was not reached"
    bot = await bots.start(street.environment())
    await street.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran", kutipan=FIRE), timeout=20)
    await street.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0, seconds=20)
    bot.signal(signal.SIGKILL)
    await bot.ended()
    await street.simulator.move_clock(by=11 * 60)
    for death in IN_HANDING_ON:
        bot = await bots.start(street.environment(death))
        assert await bot.ended(60) == -signal.SIGKILL, f"{death} was not reached"
    await bots.start(street.environment())
    await street.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", kutipan=FIRE), timeout=20)
    await street.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0, seconds=20)
    promised = [(row.chat, row.said) for row in await outbox(street) if "⚠" in row.said]
    assert sorted(chat for chat, _ in promised) == sorted((rahman.id, amir.id))
    rows = await street.rows("SELECT count(*) FROM alarms WHERE person_id IN (SELECT id FROM people)")
    assert rows[0][0] == 1
    heard = [row.said for row in await outbox(street) if row.chat == sitti.id]
    assert sum("Rahman" in said and "Amir" in said for said in heard) == 1
