"""A child's usulan is brought, and the parent is not there."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.support.sentences import mentions, says, words


@pytest.mark.parametrize(
    ("typed", "guardian"),
    [("orang tuanya tidak ada di sini, ibunya namanya Nurmi", True), ("ortunya tdk ada, masih di kebun", False)],
)
async def test_a_parent_who_is_away_is_waited_for(village: Village, typed: str, *, guardian: bool) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "Fitri", "Perempuan atau laki-laki")
    await village.press(rahman, words("tombol.lewati"), "18 tahun")
    await village.press(rahman, words("form.titip.suara_umur.pilihan.anak"), "orang tuanya")
    await village.ask(rahman, typed, says("titip_wali_jauh"))
    asked = "suara_setuju" if guardian else "suara_wali"
    await village.hears(rahman, mentions(f"form.titip.{asked}.tanya"))
    state = str((await village.town.rows("SELECT state FROM conversations"))[0][0])
    assert ("Nurmi" in state, typed in state) == (guardian, False)
