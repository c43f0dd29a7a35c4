"""Answers to a question that is known: a yes that repeats it, a no that denies it, and what is neither."""

import pytest

from bot.core.listening.acts import Ear
from bot.core.listening.shapes import Situation


def _done(ear: Ear, said: str, situation: Situation) -> list[str]:
    return [act.name for act in ear.hear(said, situation).done]


@pytest.mark.parametrize(
    ("said", "situation"),
    [
        ("iye pak tetap yang kemarin", "still"),
        ("sama ji tempatnya", "still"),
        ("belum pindah", "still"),
        ("yakin sekali", "cancel"),
        ("ya sudah batalkan mi saja", "cancel"),
        ("iya memang itu namanya dari dulu", "yes_no"),
        ("betul, orang di sini bilang begitu", "yes_no"),
        ("iye betul mi ceritanya", "first"),
        ("sudah pas semua, terima kasih nak", "review"),
        ("tidak ada yang salah", "review"),
        ("baik, saya menyetujui", "consent"),
    ],
)
def test_a_yes_may_repeat_the_question(ear: Ear, said: str, situation: Situation) -> None:
    assert "ya" in _done(ear, said, situation)
    assert ear.hear(said, situation).left == ""


@pytest.mark.parametrize(
    ("said", "situation"),
    [
        ("bukan lagi, sudah pindah", "still"),
        ("nda, beda tempat ini", "still"),
        ("aduh tidak, salah pencet", "cancel"),
        ("JANGAN!! tidak sengaja", "cancel"),
        ("tidak jadi batal", "cancel"),
        ("salah tulis ka", "yes_no"),
        ("bukan, keliru ketik", "yes_no"),
        ("belum pas", "review"),
        ("sy tdk bersedia", "consent"),
    ],
)
def test_a_no_may_deny_the_question(ear: Ear, said: str, situation: Situation) -> None:
    assert _done(ear, said, situation) == ["tidak"]


@pytest.mark.parametrize(
    ("said", "situation"),
    [
        ("iya tapi jumlahnya kurang", "review"),
        ("ya kalau sudah benar semua", "review"),
        ("sudah benar?", "review"),
        ("iya, kirim besok saja", "review"),
        ("ya tidak", "cancel"),
        ("mungkin masih", "still"),
        ("iye sebagian", "still"),
        ("tidak jadi", "cancel"),
    ],
)
def test_any_doubt_asks(ear: Ear, said: str, situation: Situation) -> None:
    assert not {"ya", "tidak", "kirim"} & set(_done(ear, said, situation))


def test_a_pause_parts_what_is_no_and_what_is_wrong(ear: Ear) -> None:
    assert _done(ear, "tidak salah", "review") == ["ya"]
    assert _done(ear, "tidak, salah", "review") == ["tidak"]


def test_behind_a_no_may_stand_what_is_right(ear: Ear) -> None:
    heard = ear.hear("bukan, yang di Lekkong", "still")
    assert [act.name for act in heard.done] == ["tidak"]
    assert "Lekkong" in heard.left


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("tidak ada, kameranya rusak sejak banjir kemarin", "tidak_ada"),
        ("kami ini orang susah tidak punya apa apa lagi", ""),
        ("kami tidak punya apa apa untuk disumbangkan bapak, orang kecil semua", "tidak_ada"),
        ("mana kutahu berapa panjangnya itu tidak pernah ada yang mengukur", "tidak_tahu"),
        ("nanti saya kirim fotonya kalau sudah pulang dari kebun sore", "nanti"),
    ],
)
def test_where_answers_are_certain_an_act_may_be_a_sentence(ear: Ear, said: str, act: str) -> None:
    assert _done(ear, said, "closed") == ([act] if act else [])


def test_each_of_several_sentences_may_ask_or_tell(ear: Ear) -> None:
    both = ear.hear("Kapan musrenbang? Jalan kami putus sejak bulan lalu", "idle")
    assert [act.name for act in both.done] == ["tanya_rapat"]
    assert both.left == "Jalan kami putus sejak bulan lalu"
    assert _done(ear, "Perlu KTP kah? Bayar berapa?", "consent") == ["tanya_ktp", "tanya_biaya"]


def test_what_begins_an_usulan_may_tell_it_at_once(ear: Ear) -> None:
    heard = ear.hear("mau mengusul: jembatan di dusun kami lapuk", "idle")
    assert [act.name for act in heard.done] == ["mulai"]
    assert heard.left == "jembatan di dusun kami lapuk"


def test_a_yes_to_the_consent_is_heard_beside_another_wish(ear: Ear) -> None:
    heard = ear.hear("boleh, tapi jangan tulis namaku", "consent")
    assert ([act.name for act in heard.done], heard.left) == (["ya", "jangan_nama"], "")
