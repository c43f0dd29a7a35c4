"""Where an usulan stands, in words: for people of a kelurahan in theirs."""

from bot.core.deciding.states import DESA, KELURAHAN, State
from bot.core.forms.say import Words
from bot.work.office import Office


def track_of(office: Office, wilayah: str) -> str:
    return KELURAHAN if office.catalog.places.is_kelurahan(wilayah) else DESA


def own(office: Office, name: str, track: str) -> str:
    """The name of the sentence that people of this track read."""
    theirs = f"{name}_{KELURAHAN}"
    return theirs if track == KELURAHAN and theirs in office.catalog.texts else name


def said(office: Office, state: State, part: str, track: str) -> str:
    """`part`: "nama", "kabar" or "langkah". As HTML."""
    return office.catalog.text(own(office, f"keadaan.{state.key}.{part}", track))


def name(office: Office, key: str | None, track: str) -> str:
    """For a button."""
    return office.catalog.label(Words(own(office, f"keadaan.{office.catalog.states.of(key).key}.nama", track)))


def decider(office: Office, key: str | None) -> str:
    """Who decided, as it is read; empty for nobody that the content knows."""
    found = f"pemutus.{key}"
    return office.catalog.text(found) if key and found in office.catalog.texts else ""
