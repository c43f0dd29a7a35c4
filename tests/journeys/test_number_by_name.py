"""A number is taken back by its name alone, and a figure that stands in the story is put right there as well."""

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY, WISH = "talud roboh panjangnya 1 km, 60 kk kena", "talud dibangun"


async def test_over_the_card_it_goes(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card("itu rusak parah, 12 orang lewat", WISH)
    await sitti.say("jumlahnya dihapus saja, sy tdk pernah hitung", mentions("mesin.hapus_sudah"))
    assert "jumlah" not in await _answers(place)


async def test_what_names_it_stays_where_it_goes(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, WISH)
    await sitti.say("panjangnya 30 meter", "30 m")
    await sitti.say("itu jarak ke pos hewan ukurannya", mentions("mesin.disimpan_juga"))
    await sitti.say("hapus ukurannya", mentions("mesin.hapus_sudah"))
    told = await _answers(place)
    assert ("ukuran" in told, told["juga"]["text"]) == (False, "itu jarak ke pos hewan ukurannya")


async def test_after_sending_it_goes(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("itu rusak parah, 12 orang lewat", WISH)
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("jumlahnya dihapus saja, sy tdk pernah hitung", mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert "jumlah" not in await sitti.answers()


async def test_of_several_figures_each_is_put_right_in_the_story_too(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, WISH)
    await sitti.say("di cerita juga ganti 1 km jadi 150 m dan 60 jadi 43", "150 m, 43 kk kena")
    answers = await _answers(place)
    assert answers["cerita"]["text"] == "talud roboh panjangnya 150 m, 43 kk kena"
    assert answers["jumlah"]["families"] == 43
