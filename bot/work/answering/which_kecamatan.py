"""In which kecamatan a village lies: "tuncung itu masuk apa"."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.places.spelling import fold
from bot.core.spelt import one_of
from bot.work import conversation
from bot.work.people.people import has_consented
from bot.work.visit import Visit

_LONGEST = 9  # words


async def tell(visit: Visit, heard: Heard) -> bool:
    """False where that is not asked, or of nothing that is a desa or a kelurahan here. What stood open is asked
    again."""
    if not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST or not has_consented(visit):
        return False
    found = _asked_of(visit, heard.text)
    if not found:
        return False
    visit.say("tempat_di_kecamatan", tempat=found)
    await conversation.resume(visit)
    return True


def _asked_of(visit: Visit, text: str) -> list[dict[str, str | bool]]:
    """Those of that name, each with its kecamatan."""
    words, places = visit.office.catalog.world.which_kecamatan, visit.office.catalog.places
    asks = one_of(words["kata"])
    spoken = key_of(text)
    if asks.search(spoken) is None:
        return []
    named = fold(" ".join(word for word in asks.sub(" ", spoken).split() if word not in words["iringan"]))
    return [
        {"nama": one.name, "kecamatan": each.name, "kelurahan": places.is_kelurahan(one.code)}
        for each in places.children(places.kabupaten.code)
        for one in places.children(each.code)
        if fold(one.name) == named
    ]
