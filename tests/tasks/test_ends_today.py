"""On the day on which several tasks end the reminder names them all, and counts what villagers ask."""

from sqlalchemy import update

from bot.store.answering import questions
from bot.store.tables import tasks as rows
from tests.support.desk import DESA, DUE, KECAMATAN, NOW, Desk, task_of
from tests.support.sentences import says


async def test_what_ends_on_the_same_day_is_named_and_what_villagers_ask_is_counted(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    villager = await desk.join("Sitti", "delegasi")
    planned = await desk.hold()
    ending = [task_of(planned, rule) for rule in ("D05", "D07", "D08")]
    await desk.run(update(rows).where(rows.c.id.in_([task.id for task in ending])).values(due_on=DUE.date()))
    await desk.run(update(rows).where(rows.c.remind_at < DUE).values(remind_at=DUE))
    async with desk.database.write() as connection:
        where = {"desa": DESA, "kecamatan": KECAMATAN, "told_to": ratna, "alone": False, "unnamed": False}
        asked = {"person_id": villager, "words": "kapan listrik masuk", "asked_at": NOW}
        await questions.add(connection, where | asked)
    await desk.tick(DUE)
    (message,) = [one for one in await desk.told(ratna) if one["text"] in says("tugas_ingat")]
    named = [{"judul": desk.office.catalog.text(f"tugas.{rule}.judul")} for rule in ("D07", "D08")]
    assert message["text"] in says("tugas_ingat", akhir=named, pertanyaan=1)
