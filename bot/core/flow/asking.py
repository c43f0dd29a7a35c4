"""What is said at each point of a conversation: the question, the review card, and the small questions in between."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import checks
from bot.core.flow.scene import (
    CANCEL,
    FIRST,
    REVIEW,
    STILL,
    TRIED,
    WHICH,
    Scene,
    ask_about,
    holds,
    kind_of,
    line,
    part,
    show,
)
from bot.core.flow.told_otherwise import beside_story
from bot.core.forms.heard import Typed
from bot.core.forms.layout import columns_for, control, data_of, grid, paginate
from bot.core.forms.questions import Offer, Question, Refused, Unsure
from bot.core.forms.say import Button, Rows, Say, Words
from bot.core.stories.readings import fits
from bot.core.stories.several import parts_of
from bot.core.understanding.answers import DO_NOT_KNOW

CHOSEN = "\u2705 "
_HELP = {STILL: "mesin.bantuan_masih", FIRST: "mesin.bantuan_pertama"}
_SHOWN = 600  # characters of a story that is shown before it is used


def ask(scene: Scene, lead: Words | None = None, album: str | None = None, page: int = 1) -> Say:
    """The open question, or the review card when none is open."""
    if scene.target == FIRST:
        said = _first(scene)
    elif scene.target == STILL:
        said = _still(scene)
    elif scene.open is None:
        said = review(scene)
    else:
        said = _still_which(scene, scene.open) or _question(scene, scene.open, page)
    return replace(said, lead=lead, album=album) if lead or album else said


def _question(scene: Scene, question: Question, page: int) -> Say:
    return Say(
        part(scene, question, "tanya"),
        _values(scene, question),
        buttons=_buttons(scene, question, page),
        keyboard=kind_of(question).keyboard,
        question=question.key,
    )


def _still_which(scene: Scene, question: Question) -> Say | None:
    """Whatever came in between, a photo say: which of several was meant waits for its answer, and is asked again."""
    waits = scene.state.pending.get(WHICH)
    if not waits or waits["question"] != question.key:
        return None
    reading = kind_of(question).read(ask_about(scene, question), Typed(waits["words"], waits["message"]))
    if isinstance(reading, Unsure):
        return ask_which(scene, question, reading.why, reading.offers) if reading.offers else None
    offers = reading.perhaps() if isinstance(reading, Refused) else ()
    return ask_which(scene, question, Words("pengertian.maksudnya"), offers) if offers else None


def _values(scene: Scene, question: Question) -> dict[str, object]:
    mentioned = {key: show(scene, key) for key in question.mentions if key in scene.values}
    return {**mentioned, **kind_of(question).told(ask_about(scene, question))}


def _buttons(scene: Scene, question: Question, page: int) -> Rows:
    draft, asked = scene.state.draft, ask_about(scene, question)
    offers = kind_of(question).offers(asked)
    below = _below(scene, question)
    turn = [
        Button(Words("tombol.sebelumnya"), data_of(draft, question.key, f"~halaman{page - 1}")),
        Button(Words("tombol.lainnya"), data_of(draft, question.key, f"~halaman{page + 1}")),
    ]
    return paginate(_offered(scene, question.key, offers, asked.mine or ()), below, page, turn)


def _offered(scene: Scene, key: str, offers: Sequence[Offer], chosen: Sequence[object]) -> Rows:
    draft = scene.state.draft
    marks = {offer.value: CHOSEN if offer.value in chosen else "" for offer in offers}
    buttons = [Button(marks[o.value] + o.label, data_of(draft, key, o.value)) for o in offers]
    return grid(buttons, columns_for([marks[o.value] + o.label for o in offers]))


def _below(scene: Scene, question: Question) -> Rows:
    """What stands under every question, whatever its kind."""
    draft = scene.state.draft
    rows: list[tuple[Button, ...]] = []
    if kind_of(question).toggles and (_has_chosen(scene, question) or not question.optional):
        rows.append((control(draft, question.key, "selesai"),))
    former = scene.state.before.get(question.key)
    waits = scene.state.pending.get("confirm", {}).get("question") == question.key
    if former and not waits and holds(question, former.value, scene.values, scene.world):
        rows.append((_use_before(scene, question, former.value),))
    leave = [control(draft, question.key, name) for name in _ways_on(scene, question)]
    if leave:
        rows.append(tuple(leave))
    back = () if scene.shown[0] is question else (control(draft, question.key, "kembali"),)
    rows.append((*back, control(draft, question.key, "bantuan"), control(draft, question.key, "batal")))
    return tuple(rows)


def _use_before(scene: Scene, question: Question, value: object) -> Button:
    """A place is named; a story is too long for a button."""
    button = control(scene.state.draft, question.key, "pakai")
    if not kind_of(question).left_open:
        return button
    shown = kind_of(question).show(ask_about(scene, question), value)
    return replace(button, label=Words("tombol.pakai_yang", {"isi": shown}))


def _ways_on(scene: Scene, question: Question) -> list[str]:
    """Whoever may say that they do not know, or has chosen and says that it is all, needs no other way past the
    question; what is better not left open may be so after a try, or where it is asked late."""
    skips = question.optional and not offers_unknown(scene, question) and not _has_chosen(scene, question)
    skip, late = "lewati", True
    if kind_of(question).left_open:
        tried = scene.state.pending.get(TRIED) == question.key
        skip, late = "belum_tahu", tried or any(kind_of(one).story and one.key in scene.values for one in scene.shown)
    return [name for name, offered in ((skip, skips and late), ("cukup", may_be_enough(scene))) if offered]


def _has_chosen(scene: Scene, question: Question) -> bool:
    return kind_of(question).toggles and bool(ask_about(scene, question).mine)


def offers_unknown(scene: Scene, question: Question) -> bool:
    return any(offer.value == DO_NOT_KNOW for offer in kind_of(question).offers(ask_about(scene, question)))


def may_be_enough(scene: Scene) -> bool:
    """Whether the rest may be left out: not before all that is needed was told, nor while one answer is changed."""
    asked, start = scene.asked, scene.flow.enough_from
    if asked is None or start is None or not asked.optional or "edit" in scene.state.pending:
        return False
    order = [question.key for question in scene.flow.questions]
    return start in order and order.index(asked.key) >= order.index(start)


def _still(scene: Scene) -> Say:
    """Is it the place of last time? Smallest first, as people say it."""
    given = scene.state.pending["given"]
    inside = replace(scene, values=given)
    names = [show(inside, q.key) for q in reversed(scene.flow.questions) if q.key in given]
    draft = scene.state.draft
    rows = ((control(draft, STILL, "ya"), control(draft, STILL, "lain")), (control(draft, STILL, "batal"),))
    return Say("mesin.masih_di", {"bagian": names}, buttons=rows, question=STILL)


def _first(scene: Scene) -> Say:
    """Is what was said before the story? It is shown before it is used."""
    answers, draft = scene.state.pending["first"]["answers"].values(), scene.state.draft
    said = [answer["value"] for answer in answers]
    text = "\n".join(value["text"] for value in said if value.get("text"))
    told = {
        "awal": text[:_SHOWN],
        "hal": len(parts_of(text, scene.world.spellings.stories)),
        "detik": [value["voice"].get("seconds", 0) for value in said if value.get("voice")],
    }
    rows = ((control(draft, FIRST, "ya_cerita"),), (control(draft, FIRST, "bukan_cerita"),))
    return Say("mesin.ini_ceritanya", told, buttons=rows, question=FIRST)


def review(scene: Scene) -> Say:
    draft = scene.state.draft
    rows = (
        (Button(send_label(scene), data_of(draft, REVIEW, "~kirim")),),
        (control(draft, REVIEW, "ubah"), control(draft, REVIEW, "batal")),
    )
    return Say(
        f"form.{scene.flow.key}.tinjau",
        {
            "baris": [_line(scene, q) for q in scene.shown if q.key not in scene.state.enough],
            "catatan": _findings(scene),
            "sisa": len(scene.state.enough),
            "dilewati": list(scene.state.enough),
            "tertutup": False,
            "terbuka": False,
        },
        buttons=rows,
        question=REVIEW,
    )


def send_label(scene: Scene) -> Words:
    return Words(f"form.{scene.flow.key}.kirim" if scene.flow.own_send else "tombol.kirim")


def _line(scene: Scene, question: Question) -> dict[str, object]:
    shown = line(scene, question) if question.key in scene.values else Words("mesin.dilewati")
    answer = scene.state.answers.get(question.key)
    told = answer is not None and answer.told_in and question.key in scene.values
    if told:
        shown = Words("mesin.isi_dari_cerita", {"isi": shown})
    elif question.key in scene.values:
        shown = beside_story(scene.flow, question, scene.values, scene.world, shown)
    return {"kunci": question.key, "judul": Words(part(scene, question, "judul")), "isi": shown}


def _findings(scene: Scene) -> list[Words]:
    found = list(scene.world.findings)
    for check in scene.flow.checks:
        values = [scene.values[key] for key in check.questions if key in scene.values]
        if len(values) == len(check.questions) and checks.find(check.check)(*values):
            found.append(Words(check.sentence))
    told = {key: value for key, value in scene.values.items() if isinstance(value, dict)}
    return [*found, *fits(told)]


def menu(scene: Scene, page: int = 1) -> Say:
    """Which answer to change."""
    draft = scene.state.draft
    buttons = [Button(Words(part(scene, q, "judul")), data_of(draft, REVIEW, f"~ubah.{q.key}")) for q in scene.shown]
    turn = [
        Button(Words("tombol.sebelumnya"), data_of(draft, REVIEW, f"~ubah{page - 1}")),
        Button(Words("tombol.lainnya"), data_of(draft, REVIEW, f"~ubah{page + 1}")),
    ]
    below = ((control(draft, REVIEW, "tinjau"),),)
    rows = paginate(grid(buttons, columns_for([q.title for q in scene.shown])), below, page, turn)
    return Say("mesin.ubah_yang_mana", buttons=rows, question=REVIEW)


def ask_to_cancel(scene: Scene) -> Say:
    draft = scene.state.draft
    rows = ((Button(Words("tombol.ya_batalkan"), data_of(draft, CANCEL, "~ya")),), (control(draft, CANCEL, "lanjut"),))
    return Say("mesin.yakin_batal", buttons=rows, question=CANCEL)


def ask_which(scene: Scene, question: Question, why: Words, offers: Sequence[Offer]) -> Say:
    """Several things may have been meant."""
    rows = paginate(_offered(scene, question.key, offers, ()), _below(scene, question), 1, ())
    return Say(why.name, why.values, buttons=rows, question=question.key)


def ask_for_yes(scene: Scene, question: Question, why: Words, yes: str, lead: Words | None = None) -> Say:
    """One answer that needs a yes before it counts."""
    draft = scene.state.draft
    button = Button(Words(yes), data_of(draft, question.key, "~ya"))
    return Say(why.name, why.values, buttons=((button,), *_below(scene, question)), question=question.key, lead=lead)


def help_with(scene: Scene) -> Words:
    if scene.asked is None:
        if scene.target in _HELP:
            return Words(_HELP[scene.target])
        return Words("mesin.bantuan_tinjau", {"kirim": send_label(scene)})
    return Words(part(scene, scene.asked, "bantuan"))
