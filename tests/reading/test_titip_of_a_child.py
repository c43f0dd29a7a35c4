"""A pupil's usulan that a teacher brings is begun by what she types, with whose it is."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (
            "ada anak SD kelas 5 namanya Andi bilang lampu jalan di Jambu mati, gelap sekali. tolong catat usulannya",
            True,
        ),
        ("mau titip usulan anak: Andi murid SD, lampu jalan di dusun Jambu mati, gelap kalau pulang mengaji", True),
        ("bukan saya, ada anak murid saya kelas 5 namanya Andi bilang lampu jalan di Jambu mati", True),
        ("mau titip usulan dari anak-anak", False),
    ],
)
async def test_a_childs_usulan_is_begun_at_its_first_wording(village: Village, typed: str, *, named: bool) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, typed, lambda message: True)
    (row,) = await village.town.rows("SELECT flow, state FROM conversations")
    assert row.flow == "titip"
    assert ("Andi" in str(row.state)) is named


@pytest.mark.parametrize(
    "typed", ["ada anak SD namanya Andi", "guru SD bilang besok rapat", "anak-anak mau titip apa?"]
)
async def test_who_brings_nothing_begins_nothing(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, typed, lambda message: True)
    assert not await village.town.rows("SELECT 1 FROM conversations WHERE flow = 'titip'")
