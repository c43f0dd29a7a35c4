"""A desa with usulan that were sent to the kabupaten, and the DU-RKP Desa as its facilitator gets it."""

import io
import json
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from python_calamine import load_workbook

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import moves, usulan
from tests.reading.conftest import DESA, KECAMATAN, Village
from tests.support.desk import ZONE
from tests.support.screens import is_file
from tests.support.sentences import says, words
from tests.support.town import catalog_of

AT = datetime(2027, 1, 12, 9, tzinfo=ZONE)
COLUMNS = ("no", "bidang", "kegiatan", "lokasi", "volume", "waktu", "biaya", "sumber")
HEAD = [words(f"durkp.kolom_{name}") for name in COLUMNS]
UP, BUILD, EMPOWER = "masuk_du", *dict.fromkeys(catalog_of().sipd.bidang.values())
Cells = list[list[Any]]


def told(number: int, **more: Any) -> dict[str, Any]:
    """Answers; None takes one away."""
    answers: dict[str, Any] = {
        "kecamatan": {"code": KECAMATAN, "name": "Maiwa"},
        "desa": {"code": DESA, "name": "Pattondon Salu"},
        "dusun": {"name": "Jambu", "listed": True, "rt": 2},
        "cerita": {"text": f"Cerita {number}"},
        "kategori": {"value": "jalan", "label": "Jalan"},
        "harapan": {"text": f"Rabat beton {number}"},
        "patokan": {"text": "dari masjid sampai jembatan"},
        "ukuran": {"sizes": [size("120.5")]},
    }
    return {key: value for key, value in (answers | more).items() if value is not None}


def size(amount: str) -> dict[str, str]:
    return {"amount": amount, "unit": "m", "side": ""}


async def add(
    place: Village, number: int, state: str | None = UP, steps: Sequence[str] = (), desa: str = DESA, **row: Any
) -> None:
    """An usulan in this state, after these `steps`."""
    made = new_id()
    answers = row.pop("answers", told(number))
    whole = {"id": made, "code": f"ENR-27-MAI-{number:04d}", "year": 2027, "kecamatan": KECAMATAN, "serial": number}
    whole |= {"desa": desa, "answers": json.dumps(answers), "status": "dibahas", "spoken_at": AT, "state": state} | row
    step = {"batch": 1, "usulan_id": made, "before": "musdes", "at": AT}
    async with place.town.database.write() as connection:
        await connection.execute(usulan.insert(), [whole])
        if steps:
            await connection.execute(moves.insert(), [step | {"id": new_id(), "state": one} for one in steps])


async def open_it(place: Village, who: Person) -> dict[str, Any]:
    """Where a facilitator looks: /periksa, *Tabel*."""
    await place.town.press_data(who, "u:tabel", says("tabel_pilih"))
    return dict(await place.press(who, words("durkp_tombol"), is_file(".xlsx")))


def cells(place: Village, sent: dict[str, Any], at: int = 0) -> Cells:
    book = load_workbook(io.BytesIO(place.telegram.file(sent["document"]["file_id"])))
    return [list(row) for row in book.get_sheet_by_index(at).to_python()]


def part(place: Village, sent: dict[str, Any], name: str) -> str:
    """As the file itself has it."""
    with zipfile.ZipFile(io.BytesIO(place.telegram.file(sent["document"]["file_id"]))) as book:
        return book.read(f"xl/{name}.xml").decode()


def rows_of(found: Cells) -> Cells:
    """Only what stands for an usulan."""
    return [row for row in found[found.index(HEAD) + 1 :] if isinstance(row[0], float)]
