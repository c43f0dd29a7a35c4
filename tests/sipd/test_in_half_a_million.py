"""A thousand of SIPD's answers among half a million usulan, on PostgreSQL: only what is asked costs something."""

from pathlib import Path

import pytest

from tests.reading.test_half_a_million import FILL, MANY
from tests.sipd.coming_back import HEAD, book, code, office
from tests.support.client import labels
from tests.support.installation import fill
from tests.support.kabupaten import tell
from tests.support.postgres import PostgresServer
from tests.support.sentences import says, words
from tests.support.stopwatch import allowed, stopwatch

ROWS = 1000
#: Processor time (s), the database's included, of the file read, shown, agreed to and carried out.
MOST = 5.0


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_a_thousand_answers_among_half_a_million_usulan_within_five_seconds(
    postgres_server: PostgresServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres_server.new_database()
    fill(url, FILL, {"many": MANY}, ("usulan", "usulan_words"))
    async with office(url.replace("postgresql://", "postgresql+psycopg://"), tmp_path) as place:
        people = await place.settle(ROWS, ROWS - 100)
        refused = [(code(number), "Ditolak", f"Belum ada lahannya, {number} meter.") for number in range(1, ROWS + 1)]
        content = book([HEAD, *refused])
        with stopwatch() as took:
            await place.ask(place.andi, "/sipd", says("sipd_mana"))
            await place.press(place.andi, words("sipd_tombol_masuk"), says("form.sipd_jawaban.berkas.tanya"))
            await place.document(place.andi, content, says("sipd_dibaca"), "sipd.xlsx")
            shown = await place.hears(place.andi, says("sipd_pratinjau", ubah=ROWS))
            await place.press(place.andi, labels(shown)[0], says("sipd_selesai", jumlah=ROWS))
        await place.all_told()
        told = await place.told()
    tell(capsys, f"{ROWS:,} answers of SIPD among {MANY:,} usulan: {took.seconds:.2f} s of work")
    assert told == dict.fromkeys(people, 1)
    assert took.seconds < allowed(MOST)
