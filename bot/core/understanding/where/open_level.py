"""Names that fit what is asked for: the level that is open goes before others that are called so, too."""

from collections.abc import Sequence

from bot.core.places.chains import Chain
from bot.core.understanding.where.said import Said
from bot.core.understanding.where.spots import spot_of


def of_open_level(said: Said, chains: Sequence[Chain]) -> Sequence[Chain]:
    """Somebody asked for the desa names a desa, even if a dusun is called so, too."""
    fitting = [chain for chain in chains if chain.deepest.level == said.asked.level]
    return fitting if fitting and all(chain.exact for chain in fitting) else chains


def exact_within(said: Said, top: Chain) -> list[Chain]:
    """ "Sudu tawwa" is nearly Sudu Utara, but Sudu is there as it is."""
    if top.exact or top.deepest.level != said.asked.level:
        return []
    alone = [chain for chain in said.chains if len(chain.hits) == 1 and chain.exact]
    within = [chain for chain in alone if all(map(top.covers, range(chain.hits[0].start, chain.hits[0].end)))]
    return [chain for chain in within if chain.deepest.level == said.asked.level and said.asked.answers(spot_of(chain))]


def begun(said: Said, top: Chain) -> list[Chain]:
    """Names of the level asked for that these words may mean, too, where the likeliest is a name of another level."""
    if top.deepest.level == said.asked.level or top.sure or top.bound:
        return []
    alike = (chain for chain in said.chains if len(chain.hits) == 1 and chain.deepest.level == said.asked.level)
    spans = [(hit.start, hit.end) for hit in top.hits if hit.entry.level != said.asked.level]
    found = [chain for chain in alike if (chain.hits[0].start, chain.hits[0].end) in spans]
    return [chain for chain in found if said.asked.answers(spot_of(chain))]
