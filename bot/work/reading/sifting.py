"""Usulan that were told or changed are looked through, so that readers can sift them and find them by a word."""

from bot.core.understanding.tongue import tongue_of
from bot.core.usulan import finding, quality
from bot.store.reading import sifted as stored
from bot.store.reading.sifted import Sifted, Unsifted
from bot.work.office import Office
from bot.work.round import Round


async def sift_due(tour: Round, limit: int) -> int:
    """Returns how many were looked through."""
    due = await stored.due(tour.connection, tour.now, limit)
    await stored.keep(tour.connection, [_sifted(tour.office, one) for one in due])
    return len(due)


def _sifted(office: Office, one: Unsifted) -> Sifted:
    answers = quality.with_pictures(quality.with_wordings(one.answers, one.wordings), one.pictured)
    lacking = quality.lacks(answers, tongue_of(office.catalog.world.spellings))
    dusun = str((answers.get("dusun") or {}).get("name") or "")
    return Sifted(one.id, one.desa, dusun, len(lacking), len(quality.unwritten(answers)), finding.words_of(answers))
