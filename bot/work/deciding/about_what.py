"""What a question to a proposer is about, where that is named before it, and where the question begins."""

from bot.core.forms.writing import begun_with, key_of
from bot.core.records import Usulan
from bot.work.answering import topics
from bot.work.visit import Visit

_STOPS = (",", ":")


def is_apart(brought: str) -> bool:
    """ "Tanyakan ke pengusulnya, WC nya berapa pintu": what stands behind is the question."""
    return brought.rstrip().endswith(_STOPS)


def about_what(visit: Visit, among: list[Usulan], text: str) -> tuple[list[Usulan], str]:
    """Those of them that are about what is named first, and the question behind: "jembatan di salu itu, …"."""
    topics_of, found, said = visit.office.catalog.world.topics, among, list[str]()
    rest = text.split()
    while found and rest:
        word = rest[0].strip(",:").lower()
        fitting = [one for one in found if topics.tells(one, [*said, word])]
        if not fitting and word not in topics_of["sesudah"] | topics_of["di_antara"]:
            break
        found, said = fitting or found, [*said, word] if fitting else said
        if rest.pop(0)[-1:] in _STOPS:
            return (found if said else []), " ".join(rest)
    is_ended = not said or not rest or _asks(visit, rest) or key_of(text.split()[-len(rest) - 1]) not in said
    return (found if said else []), " ".join(rest) if is_ended else text  # "WC nya berapa pintu" is one question


def _asks(visit: Visit, spoken: list[str]) -> bool:
    return bool(begun_with(" ".join(spoken), visit.office.catalog.world.asking))
