"""What an officer has asked of many begins an announcement, also with a question in it, and is no question to us."""

import pytest

from tests.broadcasts.crowd import here
from tests.broadcasts.officers import MALUA, town
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.sentences import mentions

__all__ = ["here"]

_MEETS = "musyawarah kecamatan hari kamis 4 februari 2027 jam 9 di SDN 45 Malua."


@pytest.mark.parametrize(
    "typed",
    [
        f"pengumuman untuk warga malua yang ada usulannya: {_MEETS} Bapak ibu bisa hadir atau tidak?",
        f"tolong umumkan ke warga malua yang ada usulannya, {_MEETS} Bisa hadir atau tidak?",
        f"sampaikan ke warga malua yang ada usulannya: {_MEETS} boleh hadir semua?",
        "tanya semua camat, sudah terima surat edaran atau belum",
        "tolong tanyakan camat malua, sudah terima surat edaran atau belum?",
        "tanya fasilitator malua sudah kumpul blangko atau belum",
    ],
)
async def test_a_question_to_many_begins_an_announcement(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here, Place("Nasir", "camat", MALUA))
    await here.says(masyita, typed)
    newest = masyita.newest()
    begun = (mentions("siaran_kartu"), mentions("form.siaran_tawaran.jadi.tanya"))
    assert newest.text in begun[0] or newest.text in begun[1]
