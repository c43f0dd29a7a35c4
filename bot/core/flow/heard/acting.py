"""Acts that are controls: what a yes, a "later", a "don't know" does where it is said. Pure."""

from collections.abc import Callable
from dataclasses import replace

from bot.core.flow.answering import take, take_offered, unsure
from bot.core.flow.asking import ask, ask_for_yes, send_label
from bot.core.flow.controls import (
    choose_to_change,
    explain,
    jump,
    jump_to_named,
    typed_control,
)
from bot.core.flow.correcting.corrections import correct
from bot.core.flow.correcting.leaving_out import ask_which
from bot.core.flow.correcting.numbers import already_so, men_and_women
from bot.core.flow.ending import do_not_know, nothing_to_say, skip, wanting
from bot.core.flow.heard import by_example
from bot.core.flow.scene import (
    FIRST,
    NO,
    OFFERED,
    PICKED,
    REVIEW,
    STILL,
    WHICH,
    YES,
    Scene,
    ask_about,
    kind_of,
    option_for,
)
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.questions import Reading, Took, Unsure
from bot.core.forms.say import Say, Step, Words
from bot.core.forms.writing import beside_done, key_of, says_only_done, says_only_wrong
from bot.core.listening.shapes import Acts
from bot.core.understanding.answers import DO_NOT_KNOW

#: They leave a question without an answer.
WAYS_ON = frozenset({"tidak_ada", "tidak_tahu", "lewati"})
#: They agree to what only waits for a yes.
_SEND, _SENDS_MORE = "kirim", 3  # words that name what
_FEW = 7  # words that put a button's word right
_MEANT = frozenset({"kembali", "lewati", "cukup", "batal", "bantuan", "lanjut", "ubah"})
_ENDING = frozenset({"cukup", _SEND})


def control_meant(scene: Scene, heard: Typed) -> Step | None:
    """ "Bukan, maksud saya kembali": what is put right is a button's word, and no answer. "Eh salah" asks what is."""
    if _only_wrong(scene, heard.text):
        return _change(scene)
    ear = scene.world.ear
    if ear is None or len(heard.text.split()) > _FEW or not ear.corrects(heard.text):
        return None
    right = key_of(ear.corrected(heard.text))
    name = scene.world.words.get(right) if right != key_of(heard.text) else None
    return typed_control(scene, name) if name in _MEANT else None


def act_on(scene: Scene, heard: Typed, name: str) -> Step | None:
    if name == "koreksi":
        assert scene.world.ear is not None
        if says_only_wrong(heard.text, scene.world):
            return _change(scene)
        right = scene.world.ear.corrected(heard.text)
        return (
            already_so.hear(scene, heard.text)
            or men_and_women.put_right(scene, heard)
            or by_example.alone(scene, heard, right)
            or correct(scene, heard, right)
        )
    if name == "ubah" and scene.target == REVIEW:
        return _change_named(scene, heard)
    if name == "tidak" and scene.target == FIRST and not _says_no(scene, heard):
        return Step(scene.state, (ask(scene),))  # "kok belum" would throw away all that was told
    if name == "nanti" and _names_asked(scene, heard):
        return skip(scene).led_by(Words("mesin.menyusul"))
    if name in _ENDING and _agreed(scene) is not None and not says_only_done(heard.text, scene.world):
        return None  # "daftar kelompok sudah mi" is a task that is done, and no yes
    is_ours = scene.target == REVIEW and not scene.flow.hears
    if name == _SEND and is_ours and len(beside_done(heard.text, scene.world)) >= _SENDS_MORE:
        return None  # "kirim semua usulan desa jadi excel" is sent something else
    return CONTROLS[name](scene)


def _only_wrong(scene: Scene, text: str) -> bool:
    """ "Eh salah", where nothing waits for a no: something that was told is wrong, and nothing is passed over."""
    waits = {"confirm", OFFERED, WHICH, "cancel"} & scene.state.pending.keys()
    if waits or scene.target in (FIRST, STILL, REVIEW) or option_for(scene, NO) is not None:
        return False
    said = key_of(text).split()
    return not scene.world.surely_wrong.isdisjoint(said) and says_only_wrong(text, scene.world)


def _names_asked(scene: Scene, heard: Typed) -> bool:
    """ "Fotonya nanti", where a photo is asked for and may be left out: that alone comes later, and nothing stops."""
    asked = scene.asked
    if asked is None or not asked.optional:
        return False
    named = scene.world.ear.named(heard.text) if scene.world.ear else ()
    titled = any(word.startswith(key_of(asked.title)) for word in key_of(heard.text).split())
    return titled or any(name.partition(".")[0] == asked.key for name in named)


def _says_no(scene: Scene, heard: Typed) -> bool:
    return any(scene.world.words.get(word) == "tidak" for word in key_of(heard.text).split())


def _change_named(scene: Scene, heard: Typed) -> Step:
    """ "Ubah patokan", "mau kuganti ceritanya": the question that is named is asked at once."""
    first, _, others = key_of(heard.text).partition(" ")
    found = jump_to_named(scene, others) if scene.world.words.get(first) == "ubah" else None
    names = scene.world.ear.named(heard.text) if scene.world.ear else ()
    named_here = [key for key in (name.partition(".")[0] for name in names) if key in {q.key for q in scene.shown}]
    if found is None and len(set(named_here)) == 1:
        return jump(scene, named_here[0])
    return found or choose_to_change(scene)


def ask_once_more(scene: Scene, lead: Words) -> Say:
    """What waits for a yes is asked again with its buttons."""
    waits = scene.state.pending.get("confirm")
    if scene.asked is None or not waits or waits["question"] != scene.asked.key:
        return ask(scene, lead)
    shown = kind_of(scene.asked).show(ask_about(scene, scene.asked), waits["value"])
    return ask_for_yes(scene, scene.asked, Words("mesin.jadi_ini", {"isi": shown}), "tombol.ya", lead)


def _control(name: str, lead: str) -> Callable[[Scene], Step]:
    """What the button of this name does; where it does nothing the question is asked again, and told why."""

    def act(scene: Scene) -> Step:
        return typed_control(scene, name) or Step(scene.state, (ask_once_more(scene, Words(lead)),))

    return act


def _yes(scene: Scene) -> Step:
    """A yes to what waits for one, or the button that is one."""
    if (step := take_offered(scene)) is not None:
        return step
    if OFFERED in scene.state.pending:  # several were: a yes says which of them to nobody
        return Step(scene.state.release(OFFERED), (ask(scene, Words("mesin.ya_untuk_apa")),))
    return _option(scene, YES) or _control("ya", "mesin.ya_untuk_apa")(scene)


def _option(scene: Scene, value: str) -> Step | None:
    """The button of this value, where a question is answered by a yes or a no."""
    asked, meant = scene.asked, option_for(scene, value)
    if asked is None or meant is None or "confirm" in scene.state.pending:
        return None
    return take(scene, asked, Pressed(scene.state.draft, asked.key, meant))


def _no(scene: Scene) -> Step:
    """A no to what waits for one; to a question that may be left out it says that there is none."""
    if OFFERED in scene.state.pending:
        return Step(scene.state.release(OFFERED), (ask(scene),))
    step = _option(scene, NO) or typed_control(scene, "tidak") or _instead(scene)
    if step is None and scene.asked is not None and not kind_of(scene.asked).free:
        step = nothing_to_say(scene)
    if step is None:
        state = scene.state.release(WHICH)  # none of several was meant
        step = Step(state, (ask(replace(scene, state=state), Words("mesin.tidak_untuk_apa")),))
    return step


def _instead(scene: Scene) -> Step | None:
    """A no where a yes is one of the buttons: what there is besides is asked about."""
    asked = scene.asked
    instead = kind_of(asked).instead if asked is not None else None
    if asked is None or instead is None or "confirm" in scene.state.pending:
        return None
    return unsure(scene, asked, Typed("", 0), instead(ask_about(scene, asked)))


def _unknown(scene: Scene) -> Step:
    asked = scene.asked
    if asked is not None and any(o.value == DO_NOT_KNOW for o in kind_of(asked).offers(ask_about(scene, asked))):
        return take(scene, asked, Pressed(scene.state.draft, asked.key, DO_NOT_KNOW))
    return do_not_know(scene) or explain(scene)


def _later(scene: Scene) -> Step:
    return Step(scene.state, (Say("mesin.boleh_nanti"),))


def _whatever(scene: Scene) -> Step:
    return Step(scene.state, (ask(scene, Words("mesin.terserah")),))


def _change(scene: Scene) -> Step:
    if scene.target == REVIEW:
        return choose_to_change(scene)
    return Step(scene.state, (ask(scene, Words("mesin.ubah_kapan")),))


def _send(scene: Scene) -> Step:
    """Before the end, whoever wants to send leaves out what may be left out, and agrees to what only waits for it, as
    to the question whether that is the story."""
    if scene.target == FIRST:
        return _yes(scene)
    step = typed_control(scene, "kirim") or typed_control(scene, "cukup") or _agreed(scene)
    return step or Step(scene.state, (ask_once_more(scene, wanting(scene, "mesin.belum_bisa_kirim")),))


def _enough(scene: Scene) -> Step:
    """ "Itu mi semua" to whoever is asked whether that is it; on the card all is told, and it waits for *Kirim*."""
    if scene.target == REVIEW:
        return Step(scene.state, (ask(scene, Words("mesin.bantuan_tinjau", {"kirim": send_label(scene)})),))
    step = typed_control(scene, "cukup") or _agreed(scene)
    return step or Step(scene.state, (ask_once_more(scene, wanting(scene, "mesin.belum_cukup")),))


def _agreed(scene: Scene) -> Step | None:
    """Where a yes is all that is waited for."""
    asked = scene.asked
    is_all = asked is not None and (kind_of(asked).agrees or len(scene.flow.questions) == 1)
    return _option(scene, YES) if is_all else None


CONTROLS: dict[str, Callable[[Scene], Step]] = {
    "ya": _yes,
    "tidak": _no,
    "tidak_ada": _control("tidak_ada", "mesin.perlu_diisi"),
    "tidak_tahu": _unknown,
    "kembali": _control("kembali", "mesin.paling_awal"),
    "lewati": _control("lewati", "mesin.perlu_diisi"),
    "cukup": _enough,
    "batal": _control("batal", "mesin.lanjut"),
    "bantuan": explain,
    "ulangi": explain,
    "lanjut": _control("lanjut", "mesin.lanjut"),
    "kirim": _send,
    "ubah": _change,
    "nanti": _later,
    "terserah": _whatever,
    "jangan_tulis": ask_which,
}


def outweighs(scene: Scene, heard: Typed, acts: Acts, reading: Reading) -> bool:
    """Options and nothing else ("bukan saya saja, semua warga", "kerja bakti kapan saja") outweigh an act that only
    sounds so, and what is offered ("uang tidak ada") a question without a word that asks."""
    if scene.open is None or scene.open.kind not in PICKED or "confirm" in scene.state.pending:
        return False
    asks = all(act.name.startswith("tanya") for act in acts.done)
    if isinstance(reading, Unsure):
        return asks and bool(reading.offers)
    typed = {scene.world.words.get(word) for word in key_of(heard.text).split()}
    controls = all(act.name in CONTROLS and act.name not in typed for act in acts.done)
    return isinstance(reading, Took) and not reading.left and (asks or controls)
