"""What is said while nothing is open: names of commands, questions with a story behind them, an usulan at once."""

from bot.work.access import FASILITATOR_DESA
from tests.answering.conftest import Village
from tests.support.sentences import says


async def test_a_question_with_a_story_behind_it_is_answered_and_the_story_is_shown(village: Village) -> None:
    sitti = await village.bring("Sitti")
    await village.ask(sitti, "Perlu KTP kah? Jembatan di dusun kami lapuk papannya", says("tanya_ktp"))
    await village.hears(sitti, "Jembatan di dusun kami lapuk papannya")


async def test_two_questions_in_one_message_are_both_answered(village: Village) -> None:
    sitti = await village.bring("Sitti")
    await village.ask(sitti, "Perlu KTP kah? Bayar kah?", says("tanya_ktp"))
    await village.hears(sitti, says("tanya_biaya"))


async def test_the_name_of_a_command_opens_it_for_those_who_may(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "periksa", says("periksa_kosong_saya"))
    sitti = await village.bring("Sitti")
    await village.ask(sitti, "Usulanku", says("usulanku_daftar"))


async def test_whoever_wants_no_questions_tells_nothing_by_it(village: Village) -> None:
    sitti = await village.bring("Sitti")
    await village.ask(sitti, "malas ka jawab", says("tidak_ada_yang_ditanyakan"))
    await village.ask(sitti, "mau usul posyandu pak", says("mesin.ini_ceritanya"))
    await village.ask(sitti, "tidak mau ka jawab", says("mesin.ya_atau_tidak"))
    asked = "maaf bu baru sempat, anakku ujian. ada kah les matematika gratis untuk anak sd kelas 5 di bappeda?"
    await village.ask(sitti, asked, says("tanya_lain"))
    await village.ask(sitti, "bukan bu, itu cuma tanya les. timbangannya rusak", "timbangannya rusak")
    told = (await village.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))[0].state
    assert "mau usul posyandu pak\\ntimbangannya rusak" in told
    assert "malas" not in told
