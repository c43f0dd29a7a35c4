"""A line of the DU-RKP Desa, out of the row of the same usulan for SIPD."""

from dataclasses import dataclass
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.lessons.nameless import names_of
from bot.core.sipd.kamus import Kamus
from bot.work.office import Office
from bot.work.reading.rows import shown
from bot.work.sipd.rows import LANDMARK, Source, beside, row_of, words_of
from bot.work.usulan.usulan import public_hamlet

#: Characters of one cell: the form names an activity and tells no story.
_LONGEST = 240
#: Characters that the form of OpenSID takes for a name and a size; and who has the benefit of it.
_NAME, _BENEFIT = 50, ("merasakan", "jumlah", "kurang_mampu")


@dataclass(frozen=True, slots=True)
class Line:
    """Empty = not known. `size`: how much in words, `amount` of `unit` where that is one number. `number`: of the
    usulan; `near`: what comes near in the kamus, which only people choose from; `benefit`: whom it serves."""

    bidang: str
    activity: str
    place: str
    size: str
    amount: float | None
    unit: str
    number: str
    near: str
    benefit: str


def line_of(office: Office, source: Source, kamus: Kamus) -> Line:
    """It names nobody, as far as a form of address announces a name or it is that of whoever brought it."""
    row, answers = row_of(office, source, kamus), source.answers
    names = names_of(office.catalog.world.spellings.names)

    def bare(text: str) -> str:
        return in_short(names.cover(" ".join(text.split()), source.own), _LONGEST)

    category = str((answers.get("kategori") or {}).get("value", ""))
    is_one = row["volume"] != "" and len(answers["ukuran"]["sizes"]) == 1
    return Line(
        bidang=office.catalog.sipd.bidang.get(category, ""),
        activity=bare(words_of(office, source, "harapan") or row["kata"]),
        place=", ".join(filter(None, (public_hamlet(office, answers), bare(row[LANDMARK])))),
        size=shown(office, answers, "ukuran") if row["volume"] != "" else "",
        amount=row["volume"] if is_one else None,
        unit=row["satuan"],
        number=row["kode"],
        near=row["saran"],
        benefit=bare(beside(office, answers, _BENEFIT)),
    )


def cells(line: Line, size: Any) -> list[Any]:
    """Columns of the form behind the number; when, how much money and from where nobody has told us."""
    return [line.bidang, line.activity, line.place, size, "", "", ""]


def for_opensid(line: Line, year: int) -> list[Any]:
    """The fields of its form *Pembangunan* that a villager can tell, in its order: it reads no file, somebody types."""
    name, size = in_short(line.activity, _NAME), in_short(line.size, _NAME)
    return [name, size, str(year), line.place, line.benefit, line.activity, line.number]
