"""What it takes to get a certificate, quickly: lessons read, a test answered, experiences told."""

from bot.core.lessons.lessons import Question
from bot.core.records import Grant
from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.database.ids import new_id
from bot.store.tables import lesson_progress, tried
from bot.work.lessons.standing import lessons_for
from tests.lessons.conftest import EVENING, School, curriculum, right, wrong
from tests.support.client import words_of
from tests.support.desk import DESA
from tests.support.sentences import says, words

#: How many questions a test has.
ASKED = 12
QUESTIONS = {question.text: question for questions in curriculum().bank.values() for question in questions}


def asked_in(message: Json) -> Question:
    """The question of the bank that this message asks."""
    return next(question for text, question in QUESTIONS.items() if text in words_of(message))


def option_of(message: Json, text: str) -> str:
    """The label of the button of this answer."""
    lines = words_of(message).splitlines()
    return next(line.partition(".")[0] for line in lines if line.endswith(f". {text}"))


async def begin(school: School, person: Person, kind: str = "awal") -> Json:
    await school.home.press_data(person, f"x:tes:{kind}", says(f"tes_{kind}"))
    return await school.home.press(person, words("tombol_tes_mulai"), says("tes_soal", ke=1, dari=ASKED))


async def answer_all(school: School, person: Person, asked: Json, *, hits: int, begun: int = 1) -> Json:
    """So many right, then wrong ones; what is said at the end."""
    for number in range(begun, ASKED + 1):
        question = asked_in(asked)
        chosen = right(question) if number <= hits else wrong(question)
        wanted = says("tes_soal", ke=number + 1) if number < ASKED else says("tes_selesai", benar=hits, dari=ASKED)
        asked = await school.home.press(person, option_of(asked, chosen), wanted)
    return asked


async def read_everything(school: School, person: Person, role: str = "fasilitator_desa") -> int:
    """Every lesson of theirs is finished. Returns how many there are."""
    person_id = await school.home.id_of(person)
    lessons = lessons_for(school.home.office, [Grant(role, DESA)], met=False)
    row = {"person_id": person_id, "why": "sendiri", "opened_at": EVENING, "page": 5, "finished_at": EVENING}
    rows = [row | {"lesson": lesson.key, "version": lesson.version} for lesson in lessons]
    async with school.home.town.database.write() as connection:
        await connection.execute(lesson_progress.insert(), rows)
    return len(rows)


async def tell_stories(school: School, person: Person, many: int) -> None:
    keys = sorted(curriculum().lessons)[:many]
    row = {"person_id": await school.home.id_of(person), "kecamatan": DESA[:8], "told_at": EVENING}
    rows = [row | {"id": new_id(), "lesson": key, "words": "Berhasil."} for key in keys]
    async with school.home.town.database.write() as connection:
        await connection.execute(tried.insert(), rows)


async def ready(school: School, person: Person) -> None:
    """Everything is there but the officer's tap, and it was asked for."""
    await read_everything(school, person)
    await tell_stories(school, person, 3)
    await answer_all(school, person, await begin(school, person, "akhir"), hits=10)
    await school.home.press(person, words("tombol_belajar_sertifikat"), says("sertifikat_syarat", lengkap=True))
    await school.home.press(person, words("tombol_sertifikat_minta"), says("sertifikat_diminta"))


async def given(school: School, person: Person, officer: Person) -> str:
    """The number of a certificate that an officer gave."""
    await school.home.press_data(officer, "ser:daftar:0", says("sertifikat_daftar", jumlah=1))
    await school.home.press(officer, words("tombol_sertifikat_beri", ke=1), says("sertifikat_diberikan"))
    rows = await school.rows("SELECT number FROM certificates WHERE person_id = :p", p=await school.home.id_of(person))
    return str(rows[0][0])
