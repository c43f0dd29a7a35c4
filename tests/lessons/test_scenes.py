"""Latihan memandu: tapped or typed, marked as practice on every message, and at the end what was heard."""

from bot.core.lessons.finding import recognise
from bot.core.lessons.lessons import Scene
from bot.simulator.chats import Person
from tests.journeys.villagers import recording
from tests.lessons.conftest import School, curriculum
from tests.support.client import words_of
from tests.support.sentences import says, words

KEY = "janda_yang_diam"


def scene() -> Scene:
    return curriculum().scenes[KEY]


async def _begin(school: School, person: Person) -> None:
    await school.home.ask(person, "/belajar", says("belajar"))
    await school.home.press(person, words("tombol_belajar_latihan"), says("latihan_daftar"))
    label = words("tombol_belajar_satu", judul=scene().title, selesai=False)
    await school.home.press(person, label, says("latihan_babak", judul=scene().title, tempat=scene().place))


async def test_a_scene_is_played_by_its_buttons_to_the_end(any_school: School) -> None:
    school, one = any_school, scene()
    ratna = await school.join()
    await _begin(school, ratna)
    moment, taken = one.moments[0], []
    while True:
        best = max(range(len(moment.choices)), key=lambda place: moment.choices[place].heard)
        choice = moment.choices[best]
        taken.append(choice)
        following = one.moment(choice.to)
        if following is None:
            break
        wanted = says("latihan_babak", judul=one.title, sebelum=choice.outcome, cerita=following.story)
        await school.home.press(ratna, str(best + 1), wanted)
        moment = following
    heard = [choice.note for choice in taken if choice.heard == 2]
    await school.home.press(
        ratna, str(best + 1), says("latihan_selesai", judul=one.title, inti=one.gist, didengar=heard)
    )
    kept = await school.rows("SELECT scene, heard, most FROM practised")
    assert kept == [(KEY, sum(choice.heard for choice in taken), 2 * len(taken))]
    assert await school.rows("SELECT count(*) FROM conversations") == [(0,)]
    shown = [text for text in school.home.texts(ratna) if one.title in text and "✔" not in text]
    assert all("Latihan" in text for text in shown)


async def test_what_is_typed_is_recognised_and_what_is_not_is_asked(school: School) -> None:
    ratna, one = await school.join(), scene()
    await _begin(school, ratna)
    await school.home.ask(ratna, "xyzzy plugh", says("latihan_yang_mana", diketik=True, mirip=False))
    choice = one.moments[0].choices[0]
    wanted = (
        says("latihan_babak", sebelum=choice.outcome) if choice.to else says("latihan_selesai", sebelum=choice.outcome)
    )
    await school.home.ask(ratna, choice.words[0], wanted)


async def test_a_voice_is_not_kept_and_the_way_to_answer_is_told(school: School) -> None:
    ratna = await school.join()
    await _begin(school, ratna)
    await school.home.voice(ratna, recording(), says("latihan_yang_mana", diketik=False))
    assert await school.rows("SELECT count(*) FROM media") == [(0,)]


async def test_an_old_button_of_a_scene_does_nothing(school: School) -> None:
    ratna, one = await school.join(), scene()
    await _begin(school, ratna)
    await school.home.press(ratna, "1", lambda message: "Latihan" in words_of(message))
    assert await school.home.toast(ratna, f"x:main:{KEY}:0:1", 1) == words("tombol_lewat")
    assert await school.home.toast(ratna, f"x:main:{KEY}:1:9", 1) == words("tombol_lewat")
    assert one.moments[1].choices


async def test_a_scene_can_be_left(school: School) -> None:
    ratna = await school.join()
    await _begin(school, ratna)
    await school.home.ask(ratna, "/batal", says("draf_dibatalkan"))
    assert await school.rows("SELECT count(*) FROM conversations") == [(0,)]


def test_every_choice_is_recognised_by_its_own_words() -> None:
    for one in curriculum().scenes.values():
        for moment in one.moments:
            for place, choice in enumerate(moment.choices):
                assert all(place in recognise(moment.choices, word) for word in choice.words), (
                    one.key,
                    moment.key,
                    place,
                )
                assert recognise(moment.choices, choice.text) == [place], (one.key, moment.key, place)
                assert recognise(moment.choices, str(place + 1)) == [place]


async def test_practice_is_left_by_its_name_and_by_a_button(school: School) -> None:
    ratna = await school.join()
    await _begin(school, ratna)
    await school.home.ask(ratna, "berhenti dulu latihannya", says("latihan_ditinggal"))
    await _begin(school, ratna)
    await school.home.ask(ratna, "sudah saya baca", says("latihan_yang_mana"))
    await school.home.press(ratna, words("tombol_latihan_keluar"), says("latihan_ditinggal"))
    assert await school.rows("SELECT count(*) FROM conversations") == [(0,)]


async def test_what_is_typed_an_hour_later_is_not_meant_for_practice(school: School) -> None:
    ratna, one = await school.join(), scene()
    await _begin(school, ratna)
    await school.home.town.simulator.move_clock(by=3700)
    await school.home.town.begin_again()
    said = words_of(await school.home.ask(ratna, "istirahat dulu seminggu belajarnya", lambda _message: True))
    assert one.title not in said
