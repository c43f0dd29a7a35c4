"""A greeting with what there is today, and "siap" below a reminder: answered as somebody would, with the day's work."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.work import home
from bot.work.hall import still_asked
from bot.work.unprompted import work
from bot.work.visit import Visit

_LONGEST = 12  # words
_OF_TASKS = ("t:lihat:", "t:sudah:", "t:selesai:")


async def take(visit: Visit, heard: Heard) -> bool:
    """ "Assalamualaikum, ada apa hari ini?": the greeting is given back, and then come their tasks."""
    if not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST or not home.has_work(visit):
        return False
    known, world = visit.office.catalog.world.asked_of_work, visit.office.catalog.world
    greeting, rest = begun_with(heard.text, known["salam"]), heard.text
    while begun := begun_with(rest, known["salam"] | known["selamat"] | world.nodding | world.oneself):
        rest = rest[len(begun) :]
    asked = begun_with(rest, known["hari_ini"])
    behind = {*key_of(rest[len(asked) :]).strip(" ?.!").split()}
    if not asked or not behind <= world.nodding | world.oneself:
        return False
    if greeting:
        visit.say("salam_bertugas", nama=visit.me.name)
    await work.show_tasks(visit)
    return True


async def take_nod(visit: Visit, heard: Heard) -> bool:
    """ "Siap", and nothing besides, where nothing waits for a yes."""
    if not isinstance(heard, Typed) or not home.has_work(visit):
        return False
    world = visit.office.catalog.world
    ready, spoken = world.asked_of_work["siap"], {*key_of(heard.text).strip(" .!").replace(",", " ").split()}
    if ready.isdisjoint(spoken) or not spoken <= ready | world.nodding | world.oneself:
        return False
    if await still_asked.heed(visit, heard):
        return True
    of_tasks = any(data.startswith(_OF_TASKS) for letter in await visit.letters() for _, data in letter.keys)
    visit.say("siap_dijawab", tugas=of_tasks)
    return True
