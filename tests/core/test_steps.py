"""Small rules of the conversation, one each."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance, ask_again, begin
from bot.core.forms.heard import FileRef, Pressed, Sent, Typed
from bot.core.forms.layout import ROWS, grid, paginate
from bot.core.forms.say import Button, Step

Versions = tuple[Catalog, Catalog]


def _follow(catalog: Catalog, *texts: str, form: str = "semua") -> Step:
    flow, world = catalog.flows[form], catalog.world
    step = begin(flow, "d", world)
    for number, text in enumerate(texts, 1):
        step = advance(flow, step.state, Typed(text, number), world)
    return step


def _labels(catalog: Catalog, step: Step) -> list[str]:
    return [catalog.label(button.label) for say in step.say for row in say.buttons for button in row]


@pytest.mark.parametrize("draft", ["", "123456789"])
def test_a_draft_id_that_would_not_fit_a_button_is_refused(catalog: Catalog, draft: str) -> None:
    with pytest.raises(ValueError, match="1 to 8"):
        begin(catalog.flows["usulan"], draft, catalog.world)


@pytest.mark.parametrize(
    "pressed",
    [
        Pressed("other", "kelompok", "tani"),
        Pressed("d", "desa", "73.16.01.2002"),
        Pressed("d", "kelompok", "~kirim"),
        Pressed("d", "~tinjau", "~kirim"),
        Pressed("d", "~batal", "~ya"),
        Pressed("d", "~masih", "~ya"),
        Pressed("d", "kelompok", "~ya"),
        Pressed("d", "kelompok", "~pakai"),
        Pressed("d", "kelompok", "raja"),
        Pressed("d", "kelompok", "~ubah.desa"),
        Pressed("", "", ""),
    ],
)
def test_a_button_that_does_not_belong_here_is_answered_by_a_toast_alone(versions: Versions, pressed: Pressed) -> None:
    catalog = versions[0]
    before = _follow(catalog)
    step = advance(catalog.flows["semua"], before.state, pressed, catalog.world)
    assert before.state == step.state
    assert [True] == [bool(say.toast) and not say.sentence for say in step.say]


def test_the_first_question_has_no_way_back(versions: Versions) -> None:
    assert "Kembali" not in _labels(versions[0], _follow(versions[0]))
    assert "Kembali" in _labels(versions[0], _follow(versions[0], "petani"))


def test_only_an_optional_question_can_be_skipped(versions: Versions) -> None:
    assert "Lewati" not in _labels(versions[0], _follow(versions[0]))
    assert "Lewati" in _labels(versions[0], _follow(versions[0], "ibu-ibu", "maiwa", "boiya", "balajonga"))


def test_a_question_that_does_not_apply_is_not_asked(versions: Versions) -> None:
    asked = [_follow(versions[0], kelompok).say[0].question for kelompok in ("petani", "ibu-ibu")]
    assert ["tanaman", "kecamatan"] == asked


def test_help_is_given_at_every_step(versions: Versions) -> None:
    texts = (
        "petani",
        "kopi",
        "maiwa",
        "boiya",
        "balajonga",
        "lewati",
        "Jalan licin sejak lama",
        "3",
        "lewati",
        "lewati",
    )
    for count in range(len(texts) + 1):
        step = _follow(versions[0], *texts[:count], "bantuan")
        assert step.say[0].lead is not None, texts[:count]


def test_switched_options_are_marked_and_the_message_is_replaced(versions: Versions) -> None:
    catalog = versions[0]
    step = _follow(catalog, "petani")
    step = advance(catalog.flows["semua"], step.state, Pressed("d", "tanaman", "kopi"), catalog.world)
    assert step.say[0].replace
    assert "✅ Kopi" in _labels(catalog, step)


@pytest.mark.parametrize("finish", [Typed("selesai", 9), Pressed("d", "tanaman", "~selesai")])
def test_switched_options_become_the_answer_at_selesai(versions: Versions, finish: Typed | Pressed) -> None:
    catalog = versions[0]
    flow, step = catalog.flows["semua"], _follow(catalog, "petani")
    for value in ("padi", "kopi"):
        step = advance(flow, step.state, Pressed("d", "tanaman", value), catalog.world)
    step = advance(flow, step.state, finish, catalog.world)
    assert ["kopi", "padi"] == [part["value"] for part in step.state.answers["tanaman"].value]


def test_a_photo_on_the_way_does_not_undo_the_options_switched_on(versions: Versions) -> None:
    catalog = versions[0]
    flow, step = catalog.flows["semua"], _follow(catalog, "petani")
    step = advance(flow, step.state, Pressed("d", "tanaman", "kopi"), catalog.world)
    step = advance(flow, step.state, Sent("photo", 9, FileRef("f", "u")), catalog.world)
    assert "✅ Kopi" in _labels(catalog, step)


def test_the_parts_of_an_album_say_that_their_answer_waits(versions: Versions) -> None:
    catalog = versions[0]
    flow, step = catalog.flows["semua"], _follow(catalog)
    for number in range(9, 14):
        step = advance(flow, step.state, Sent("photo", number, FileRef("f", "u"), "album"), catalog.world)
        assert ["album"] == [say.album for say in step.say]
    assert 3 == len(step.state.answers["foto"].value)


def test_a_form_without_a_review_ends_with_its_last_answer(versions: Versions) -> None:
    from dataclasses import replace

    flow = versions[0].flows["semua"]
    short = replace(flow, questions=flow.questions[:1], review=False)
    step = advance(short, begin(short, "d", versions[0].world).state, Typed("ibu-ibu", 1), versions[0].world)
    assert ("sent", ()) == (step.ended, step.say)


def test_a_changed_form_asks_what_is_missing_and_keeps_the_rest(versions: Versions) -> None:
    old, new = versions
    step = _follow(
        old, "ibu-ibu", "maiwa", "boiya", "balajonga", "lewati", "Jalan licin sejak tahun lalu", "300", "lewati"
    )
    again = ask_again(new.flows["semua"], step.state, new.world)
    assert "kelompok" == again.say[0].question
    assert step.state.answers == again.state.answers


def test_a_place_of_last_time_that_is_no_longer_so_is_not_offered(catalog: Catalog) -> None:
    given = {"kecamatan": {"code": "73.99.01", "name": "Hilang"}, "desa": {"code": "73.99.01.2001", "name": "Hilang"}}
    step = begin(catalog.flows["usulan"], "d", catalog.world, given)
    assert "kecamatan" == step.say[0].question


def test_the_state_is_the_same_after_json(versions: Versions) -> None:
    state = _follow(versions[0], "petani", "kopi", "maiwa", "kembali", "batal").state
    assert state == State.from_json(state.to_json())


def test_a_state_of_an_older_program_without_its_newer_parts_is_read() -> None:
    assert State("usulan", "d") == State.from_json({"flow": "usulan", "draft": "d"})


def test_the_keys_of_changed_answers_are_told(versions: Versions) -> None:
    catalog = versions[0]
    step = _follow(catalog, "ibu-ibu", "maiwa", "boiya", "balajonga")
    edited = advance(catalog.flows["semua"], step.state, Typed("baraka", 2, edited=True), catalog.world)
    assert ("kecamatan", "desa", "dusun") == edited.changed


@pytest.mark.parametrize("count", [1, 8, 9, 22, 100])
def test_pages_show_every_button_once_and_never_more_than_eight_rows(count: int) -> None:
    below = ((Button("Kembali", "k"),),)
    turn = (Button("<", "before"), Button(">", "after"))
    rows = grid([Button(str(n), str(n)) for n in range(count)], 1)
    pages = [paginate(rows, below, page, turn) for page in range(1, 20)]
    seen = {button.data for page in pages for row in page for button in row}
    assert all(len(page) <= ROWS for page in pages)
    assert {str(n) for n in range(count)} <= seen


def test_whoever_goes_on_after_batal_is_no_longer_asked_whether_to_stop(versions: Versions) -> None:
    catalog = versions[0]
    step = _follow(catalog, "batal")
    step = advance(catalog.flows["semua"], step.state, Pressed("d", "kelompok", "ibu"), catalog.world)
    assert "cancel" not in step.state.pending
    assert "cancel" not in _follow(catalog, "batal", "bantuan").state.pending
    assert "cancel" not in _follow(catalog, "batal", "ibu-ibu").state.pending


def test_going_back_twice_forgets_what_rests_on_the_answer_and_offers_it_again(versions: Versions) -> None:
    step = _follow(versions[0], "ibu-ibu", "maiwa", "boiya", "balajonga", "kembali", "kembali", "kembali", "yang tadi")
    assert "nama" == step.say[0].question


def test_an_answer_given_anew_drops_what_rested_on_the_old_one(versions: Versions) -> None:
    step = _follow(versions[0], "ibu-ibu", "maiwa", "boiya", "balajonga", "kembali", "kembali", "boiya")
    assert "dusun" in step.state.before
    step = _follow(versions[0], "ibu-ibu", "maiwa", "boiya", "balajonga", "kembali", "kembali", "bangkala")
    assert "dusun" not in step.state.before


def test_an_answer_taken_away_is_not_offered_where_it_no_longer_fits(versions: Versions) -> None:
    old, new = versions
    step = _follow(old, "ibu-ibu", "kembali")
    assert "Pakai yang tadi" in _labels(old, step)
    assert "Pakai yang tadi" not in _labels(new, ask_again(new.flows["semua"], step.state, new.world))


def test_tidak_ada_skips_what_may_be_skipped_and_is_an_answer_elsewhere(versions: Versions) -> None:
    place = ("ibu-ibu", "maiwa", "boiya", "balajonga")
    assert ("nama",) == _follow(versions[0], *place, "tidak ada").state.skipped
    told = _follow(versions[0], *place, "lewati", "tidak ada").say[0].lead
    assert told is not None
    assert "mesin.terlalu_pendek" == told.values["sebab"].name


def test_kembali_out_of_a_change_of_a_skipped_question_leads_back_to_the_review(versions: Versions) -> None:
    all_of_it = (
        "ibu-ibu",
        "maiwa",
        "boiya",
        "balajonga",
        "lewati",
        "Jalan licin sejak tahun lalu",
        "3",
        "lewati",
        "lewati",
    )
    step = _follow(versions[0], *all_of_it, "ubah foto", "kembali")
    assert "~tinjau" == step.say[0].question


def test_a_page_that_does_not_exist_shows_the_last_one(versions: Versions) -> None:
    catalog = versions[0]
    step = _follow(catalog, "ibu-ibu", "maiwa")
    step = advance(catalog.flows["semua"], step.state, Pressed("d", "desa", "~halaman99"), catalog.world)
    assert "Labuku" in _labels(catalog, step)


def test_a_question_that_became_compulsory_is_asked_of_those_who_skipped_it(versions: Versions) -> None:
    old, new = versions
    place = ("lain", "maiwa", "boiya", "balajonga", "lewati")
    state = _follow(old, "yang lain", *place[1:]).state
    step = advance(new.flows["semua"], state, Typed("hujan", 9), new.world)
    assert "nama" == step.say[0].question


def test_a_word_that_acts_as_a_button_never_answers_by_a_toast(versions: Versions) -> None:
    all_of_it = (
        "ibu-ibu",
        "maiwa",
        "boiya",
        "balajonga",
        "lewati",
        "Jalan licin sejak tahun lalu",
        "3",
        "lewati",
        "lewati",
    )
    assert "~tinjau" == _follow(versions[0], *all_of_it, "lewati").say[0].question
