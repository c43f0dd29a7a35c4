"""The curriculum of the project: all of it is there, and every part of the field has its lesson."""

import re

import pytest

from bot.core.lessons.lessons import MODULES, Question
from bot.core.lessons.order import SKILLS
from bot.reports.drawing import png
from bot.work.access import ROLES
from tests.lessons.conftest import curriculum, right
from tests.support.content import CONTENT, catalog_of

#: What facilitators have to know, and the lessons in which it is taught.
FIELD = {
    "beragam masyarakat dan pelaku": "L19 L24 L25 L35",
    "permasalahan peserta": "L19 L28",
    "rumah tangga miskin": "L20 L28 L47 L51",
    "perempuan": "L21 L29 L32",
    "tim delegasi": "L23 L31 L54",
    "aspirasi yang miskin didahulukan": "L34 L36 L50 L51",
    "umpan balik": "L33 L40 L44 L52",
    "klarifikasi": "L39 L40",
    "uji silang fakta lapang": "L41 L42 L43",
    "substansi pesan": "L38 L45 L46",
    "peningkatan kapasitas rutin": "L03",
    "pelaku program sebelumnya": "L57",
    "persiapan": "L26 L27 L28 L29 L30",
    "pelaksanaan": "L31 L32 L33 L34 L35 L36 L37",
    "pasca": "L52 L53 L54 L55",
    "pemberdayaan": "L56 L02",
    "politis, teknokratis, partisipatif": "L04 L05 L06",
    "sinergisitas": "L09 L10",
    "dari atas, dari bawah": "L07 L08",
    "pengintegrasian": "L57",
    "kebijakan partisipatif": "L58 L05",
    "swakelola": "L59",
    "kebijakan pendukung lain": "L60 L48",
}


@pytest.mark.parametrize("phrase", FIELD)
def test_every_part_of_the_field_is_taught(phrase: str) -> None:
    assert set(FIELD[phrase].split()) <= curriculum().lessons.keys()


def test_sixty_lessons_six_for_delegates_thirty_questions_twelve_scenes_and_a_bank() -> None:
    keys = curriculum().lessons.keys()
    assert {f"L{number:02}" for number in range(1, 61)} | {f"DM{number}" for number in range(1, 7)} == keys
    assert len(curriculum().hard) >= 30
    assert len(curriculum().scenes) == 12
    assert {module: len(curriculum().bank[module]) >= 3 for module in MODULES} == dict.fromkeys(MODULES, True)


def test_whoever_learns_may_open_belajar_and_the_four_skills_are_there() -> None:
    assert curriculum().roles() <= set(ROLES) - {"petugas_it"}
    assert set(SKILLS) <= curriculum().lessons.keys()


def _lengths(question: Question) -> tuple[int, int]:
    """Characters of the right answer, and of the longest wrong one."""
    wrong = max(len(answer.text) for answer in question.answers if not answer.is_right)
    return len(right(question)), wrong


def test_no_right_answer_gives_itself_away_by_its_length() -> None:
    asked = [question for lesson in curriculum().lessons.values() for question in lesson.questions]
    asked += [question for questions in curriculum().bank.values() for question in questions]
    found = {question.text: _lengths(question) for question in asked}
    assert [text for text, (own, others) in found.items() if own > 1.2 * others] == []
    assert sum(own > others for own, others in found.values()) <= len(found) / 3  # as often as chance would have it


def test_every_message_fits_a_small_telephone() -> None:
    assert max(len(message) for lesson in curriculum().lessons.values() for message in lesson.messages) <= 500


def test_every_drawing_is_light_and_names_nothing_outside_itself() -> None:
    pictures = {lesson.picture for lesson in curriculum().lessons.values() if lesson.picture}
    assert pictures
    for name in pictures:
        assert len(png(catalog_of().shelf.picture(name))) <= 100_000
    with pytest.raises(ValueError, match="outside itself"):
        png('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hostname"/></svg>')


def test_the_tasks_that_name_a_lesson_for_help_name_one_that_exists() -> None:
    helps = {rule.help for rule in catalog_of().calendar.rules.values()}
    named = {name for name in helps if re.fullmatch(r"L\d\d|DM\d", name)}
    assert named <= curriculum().lessons.keys()
    assert (CONTENT / "pelajaran").is_dir()
