"""What was decided of usulan, in words: the reasons that the content knows, and a decision in one line."""

from collections.abc import Sequence

from bot.catalog.texts import as_html
from bot.core.forms.say import Words
from bot.store.deciding import decisions
from bot.store.deciding.decisions import Decided
from bot.work.office import Office
from bot.work.saying.naming import kind_name, place_name
from bot.work.visit import Visit

_FAMILY = "alasan."


def codes(office: Office) -> Sequence[str]:
    """In the order in which they are offered."""
    names = office.catalog.texts.sources()
    offered = (name for name in names if name.startswith(_FAMILY) and name.endswith(".tombol"))
    return [name.removeprefix(_FAMILY).removesuffix(".tombol") for name in offered]


def label(code: str) -> Words:
    """For whoever writes it down."""
    return Words(f"{_FAMILY}{code}.tombol")


def words(office: Office, code: str | None, part: str) -> str:
    """`part`: "teks" or "langkah"; empty where there is none."""
    name = f"{_FAMILY}{code}.{part}"
    return office.catalog.text(name) if code and name in office.catalog.texts else ""


async def of_usulan(visit: Visit, which: Sequence[int]) -> dict[int, str]:
    """What was decided of each, in one line; those of which nothing was are left out."""
    async with visit.ask() as connection:
        found = await decisions.newest_of(connection, which)
    return {usulan_id: in_short(visit.office, decided) for usulan_id, decided in found.items()}


def in_short(office: Office, one: Decided) -> str:
    in_kelurahan = office.catalog.places.is_kelurahan(one.wilayah)
    by = f"{kind_name(office, one.kind, in_kelurahan=in_kelurahan)}, {place_name(office, one.wilayah)}"
    why = words(office, one.decision.reason, "teks")
    told = {"hasil": one.decision.outcome, "oleh": by, "hari": office.day(one.held_at)}
    return office.catalog.text("hasil_ringkas", **told, sebab=as_html(why))
