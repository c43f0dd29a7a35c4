"""What is done by words, what is asked about, and what is left as it was said. Sentences are the tests' own."""

import pytest

from bot.core.listening.acts import Ear
from bot.core.listening.judging import SURE
from bot.core.listening.shapes import Acts, Situation

DOUBTFUL = (
    "cara tanam",
    "tahun",
    "nomor rumah",
    "bantu tani",
    "yang penting ada",
    "rapat dusun",
    "siapa",
    "berapa",
    "uang desa",
    "surat",
)
STORY = "jalan tani di dusun kami rusak parah dan kalau hujan motor tidak bisa lewat sampai ke kebun kopi"


def _done(heard: Acts) -> list[str]:
    return [act.name for act in heard.done]


def _maybe(heard: Acts) -> list[str]:
    return [act.name for act in heard.maybe]


@pytest.mark.parametrize(
    ("said", "situation", "act"),
    [
        ("iya pak", "yes_no", "ya"),
        ("betulmi itu", "review", "ya"),
        ("👍", "consent", "ya"),
        ("bukan", "yes_no", "tidak"),
        ("ndak kutau pak", "closed", "tidak_tahu"),
        ("terserah bapak saja", "closed", "terserah"),
        ("selamat pagi", "idle", "salam"),
        ("kirim", "review", "kirim"),
        ("hapus data saya", "idle", "hapus_data"),
        ("tabe pak mau tanya kapan musrenbang desa", "closed", "tanya_rapat"),
        ("bisa diulang pertanyaannya?", "free", "ulangi"),
    ],
)
def test_an_act_alone_is_done_and_nothing_is_left(ear: Ear, said: str, situation: Situation, act: str) -> None:
    heard = ear.hear(said, situation)
    assert (_done(heard), heard.left) == ([act], "")


def test_a_greeting_and_thanks_come_off_and_the_rest_is_judged_alone(ear: Ear) -> None:
    said = "Assalamualaikum pak, sampai dimana mi usulan saya? terima kasih banyak"
    heard = ear.hear(said, "closed")
    spans = [said[slice(*act.span)] for act in heard.done]
    assert _done(heard) == ["salam", "tanya_status", "terima_kasih"]
    assert spans == ["Assalamualaikum pak", "sampai dimana mi usulan saya?", "terima kasih banyak"]
    assert heard.left == ""


def test_a_greeting_before_a_statement_leaves_the_statement(ear: Ear) -> None:
    heard = ear.hear("Selamat pagi pak, jembatan gantung di Buntu putus", "idle")
    assert _done(heard) == ["salam"]
    assert heard.left == "jembatan gantung di Buntu putus"


@pytest.mark.parametrize("said", ["iya, 12 orang", "ya tapi tanya dulu istri saya", "iya, kalau kepala dusun mau"])
def test_a_yes_with_anything_behind_it_is_asked_about(ear: Ear, said: str) -> None:
    heard = ear.hear(said, "review")
    assert "ya" not in _done(heard)
    assert "ya" in _maybe(heard)


@pytest.mark.parametrize("said", ["ya nanti", "ya terserah", "iya kalau boleh", "bukan tidak setuju", "ya bukan"])
def test_a_yes_with_later_if_up_to_you_or_a_no_is_not_done(ear: Ear, said: str) -> None:
    assert "ya" not in _done(ear.hear(said, "review"))


def test_two_different_noes_are_no_plain_no(ear: Ear) -> None:
    assert _done(ear.hear("tidak", "yes_no")) == ["tidak"]
    assert _done(ear.hear("bukan tidak setuju", "yes_no")) == []


@pytest.mark.parametrize("said", ["jangan kirim dulu", "jangan dikirim", "kirim nanti saja", "belum mau kukirim"])
def test_nothing_is_sent_that_somebody_only_speaks_about(ear: Ear, said: str) -> None:
    assert "kirim" not in _done(ear.hear(said, "review"))


def test_a_no_in_front_of_another_act_belongs_to_it(ear: Ear) -> None:
    heard = ear.hear("tidak, saya mau ganti namanya", "review")
    assert (_done(heard), heard.left) == (["ubah"], "")


def test_a_long_story_is_never_an_act_as_a_whole(ear: Ear) -> None:
    heard = ear.hear(STORY, "free")
    assert (heard.done, heard.maybe, heard.left) == ((), (), STORY)


def test_out_of_a_long_story_come_a_wish_about_the_name_and_a_question(ear: Ear) -> None:
    heard = ear.hear(f"{STORY}. jangan tulis nama saya ya pak. Kapan dikerjakan?", "free")
    assert _done(heard) == ["jangan_nama", "tanya_dikerjakan"]
    assert heard.left == STORY


def test_nothing_else_comes_out_of_a_long_story(ear: Ear) -> None:
    assert ear.hear(f"{STORY}. terserah bapak. batal", "free").done == ()


def test_a_correction_covers_all_and_leaves_its_words(ear: Ear) -> None:
    heard = ear.hear("eh, maksudku 12", "closed")
    assert (_done(heard), heard.done[0].span, heard.left) == (["koreksi"], (0, 15), "eh, maksudku 12")


@pytest.mark.parametrize("situation", ["idle", "consent"])
def test_where_a_story_may_begin_an_unsure_text_is_a_statement(ear: Ear, situation: Situation) -> None:
    heard = [ear.hear(one, situation) for one in DOUBTFUL if _is_unsure(ear, one)]
    assert heard
    assert [act for acts in heard for act in acts.maybe if act.sure < SURE] == []


def _is_unsure(ear: Ear, said: str) -> bool:
    heard = ear.hear(said, "closed")
    return bool(heard.maybe) and not heard.done


@pytest.mark.parametrize("said", ["", "   ", ".", "\u200b", "x" * 5000, "🙈" * 300, "ya " * 2000])
def test_anything_may_be_said(ear: Ear, said: str) -> None:
    assert ear.hear(said, "free").left == said.strip()[: len(said)] or ear.hear(said, "free").done


@pytest.mark.parametrize(
    "said",
    [
        "jembatan gantung putus",
        "150 orang",
        "dekat masjid Nurul Iman",
        "Dusun Tanete",
        "supaya anak sekolah tidak jatuh",
        "3 km",
    ],
)
@pytest.mark.parametrize("situation", ["idle", "free", "closed"])
def test_a_statement_is_no_act(ear: Ear, said: str, situation: Situation) -> None:
    assert ear.hear(said, situation).done == ()


@pytest.mark.parametrize("situation", ["idle", "closed", "free", "consent"])
@pytest.mark.parametrize("said", ["suratnya menyusul", "KTP menyusul", "proposalnya menyusul pak"])
def test_what_is_still_to_come_asks_nothing(ear: Ear, said: str, situation: Situation) -> None:
    heard = ear.hear(said, situation)
    assert not [name for name in (*_done(heard), *_maybe(heard)) if name.startswith("tanya_")]


def test_whether_it_may_come_later_is_asked(ear: Ear) -> None:
    assert _done(ear.hear("KTP boleh menyusul?", "closed")) == ["tanya_ktp"]


@pytest.mark.parametrize("situation", ["idle", "closed", "free", "consent", "review", "yes_no"])
def test_a_clause_of_one_word_that_only_joins_is_heard(ear: Ear, situation: Situation) -> None:
    """ "Foto? nda, trus": nothing that anybody writes may stop us."""
    for word in (*ear.rules.joining, *ear.rules.hanging):
        for said in (f"foto? nda, {word}", f"{word}, kapan?", f"{word}? {word}"):
            assert ear.hear(said, situation).left in said
