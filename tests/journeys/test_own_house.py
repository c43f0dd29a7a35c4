"""Numbers of one's own house, and what something is as long as, are no answer: they are kept as they were said, and
the question stays open."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_BEHIND_THE_PHOTO = ("kategori", "merasakan", "jumlah", "kurang_mampu", "lokasi", "patokan", "ukuran")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("jumlah", "anak saya 6 orang semua di Makassar"),
        ("jumlah", "cucuku ada 3 orang di rumah"),
        ("ukuran", "kebun saya ada 2 hektar"),
        ("ukuran", "sepanjang tiga tiang listrik"),
        ("ukuran", "panjangnya itu 3 tiang listrik"),
    ],
)
async def test_they_are_not_taken_silently(any_place: Town, asked: str, said: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_photo()
    for key in _BEHIND_THE_PHOTO[: _BEHIND_THE_PHOTO.index(asked) + 1]:
        await sitti.say("lewati", mentions(f"form.usulan.{key}.tanya"))
    await sitti.say(said, mentions(f"form.usulan.{asked}.tanya"))
    await sitti.say("cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    told = await sitti.answers()
    assert not {"jumlah", "kurang_mampu", "ukuran"} & told.keys()
    assert said in told["juga"]["text"]
