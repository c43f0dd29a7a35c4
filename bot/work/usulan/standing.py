"""Where an usulan stands, in words: for people of a kelurahan in theirs."""

from markupsafe import Markup

from bot.catalog.texts import as_html
from bot.core.deciding.states import DESA, KELURAHAN, State
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.work.office import Office
from bot.work.visit import Visit


def track_of(office: Office, wilayah: str) -> str:
    return KELURAHAN if office.catalog.places.is_kelurahan(wilayah) else DESA


def own(office: Office, name: str, track: str) -> str:
    """The name of the sentence that people of this track read."""
    theirs = f"{name}_{KELURAHAN}"
    return theirs if track == KELURAHAN and theirs in office.catalog.texts else name


def said(office: Office, state: State, part: str, track: str) -> Markup:
    """`part`: "kabar" or "langkah"."""
    return as_html(office.catalog.text(own(office, f"keadaan.{state.key}.{part}", track)))


def name(office: Office, key: str | None, track: str) -> str:
    """Plain, as on a button."""
    return office.plain(own(office, f"keadaan.{office.catalog.states.of(key).key}.nama", track))


def decided_by(office: Office, key: str | None) -> Markup:
    """Who decided, as it is read; the office, where the content knows nobody else."""
    found = f"pemutus.{key}"
    return as_html(office.catalog.text(found if found in office.catalog.texts else "pemutus.bappeda"))


async def is_to_be_discussed(visit: Visit, one: Usulan) -> bool:
    """Not what one reader alone was told, nor once the meetings of its desa are over."""
    office = visit.office
    kinds = [key for key, kind in office.catalog.calendar.kinds.items() if kind.discusses]
    cycle = office.cycle_of(one.spoken_at)
    if one.reader_id is not None:
        return False
    held = await visit.look_up(occasions.of_kinds_in, kinds, one.desa, cycle)
    return not held or any(each.starts_at > visit.now for each in held)
