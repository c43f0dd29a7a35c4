"""A word of the trade is explained to whoever asks, wherever they stand; nothing else is taken for such a question."""

import pytest

from bot.core.understanding.meanings import asked
from tests.journeys.conftest import any_place, place
from tests.journeys.villagers import consent, facilitator
from tests.support.content import catalog_of
from tests.support.sentences import mentions, says
from tests.support.town import Town

__all__ = ["any_place", "place"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("apa itu DU-RKP?", ("du_rkp",)),
        ("pokir itu apa pak", ("pokir",)),
        ("tabe, maaf, artinya RKPD apa di'", ("rkpd",)),
        ("bedanya RKP desa sama DU RKP", ("rkp_desa", "du_rkp")),
        ("kepanjangan kua-ppas", ("kua_ppas",)),
        ("uji silang fakta lapang itu apa", ("uji_silang",)),
        ("apa itu musrenbang", ()),  # which has its own answer
        ("pagu desa kami berapa", ()),
        ("apa usulanku masuk rkpd", ()),
        ("minta DU-RKP", ()),
        ("apa itu", ()),
        ("sipd", ()),
        ("jalan kami tidak masuk prioritas apa karena jauh", ()),
    ],
)
def test_only_a_question_for_the_word_itself_is_one(text: str, names: tuple[str, ...]) -> None:
    assert asked(text, catalog_of().world) == names


def test_every_word_of_the_list_is_explained_and_each_explanation_can_be_asked_for() -> None:
    catalog = catalog_of()
    sentences = {name.removeprefix("arti.") for name in catalog.texts.sources() if name.startswith("arti.")}
    assert set(catalog.world.meanings.values()) == sentences
    for word, name in catalog.world.meanings.items():
        assert asked(f"apa itu {word}?", catalog.world) == (name,)
    assert len(sentences) >= 40


async def test_who_is_asked_something_has_it_explained_and_is_asked_again(any_place: Town) -> None:
    sitti = await consent(any_place)
    await any_place.ask(sitti, "apa itu pagu indikatif?", says("form.usulan.kecamatan.tanya"))
    assert any_place.texts(sitti)[-2] in says("arti.pagu")
    (row,) = await any_place.rows("SELECT state FROM conversations")
    assert '"answers":{}' in row[0]


async def test_who_greets_before_anything_is_told_has_nothing_kept(place: Town) -> None:
    sitti = await consent(place)
    await place.ask(sitti, "assalamualaikum pak", says("form.usulan.kecamatan.tanya"))
    assert place.texts(sitti)[-2] in says("salam", tercerita=False)


async def test_a_facilitator_has_two_words_explained_at_once(place: Town) -> None:
    ratna = await facilitator(place)
    await place.ask(ratna, "bedanya RKP desa sama DU-RKP apa", says("arti.du_rkp"))
    assert place.texts(ratna)[-2] in says("arti.rkp_desa")


@pytest.mark.parametrize(
    ("typed", "names"),
    [("hibah sama bansos bedanya apa", ["hibah", "bansos"]), ("dasar hukum musrenbang apa", ["dasar_hukum"])],
)
async def test_a_facilitator_asks_as_people_ask_them(place: Town, typed: str, names: list[str]) -> None:
    ratna = await facilitator(place)
    await place.ask(ratna, typed, mentions(f"arti.{names[-1]}"))
    told = place.texts(ratna)[-len(names) :]
    assert all(any(text in mentions(f"arti.{name}") for text in told) for name in names)


async def test_before_the_consent_it_is_explained_and_kept_nowhere(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.ask(sitti, "apa itu swakelola", says("arti.swakelola"))
    assert await place.rows("SELECT 1 FROM conversations") == []
