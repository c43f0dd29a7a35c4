"""A button said in words: "iya pindahkan" where *Pindahkan* stands under what was said last, or the words of any other
button there. Pressed is what the button would do, and by its rules."""

import re
from collections.abc import Sequence
from itertools import chain

from bot.core.forms.agreeing import agrees, begun
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.reasoned import agreed_before, before_reason
from bot.core.forms.writing import begun_with, key_of
from bot.core.listening.rules import QUESTION, WORK
from bot.core.understanding.name_words import titles
from bot.store.queues import said
from bot.work import home
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit

#: The buttons that are the yes to the question above them, beside those whose label begins with one: "Ya, tarik".
_ANNOUNCEMENT = "a:"
_OF_ANNOUNCEMENTS = ("a:setuju:", "a:kirim:")
_TAKES = "t:terima:"
#: It goes to a villager: "ya catat" is no yes to that.
_LETTER = "u:kirimkata:"
LETTERS = ("u:kirimtanya:", _LETTER)
_YES = (
    "j:pindah:",
    "j:tempat:",
    "j:sudahi:",
    "t:cuti:",
    *_OF_ANNOUNCEMENTS,
    _TAKES,
    "h:simpan:",
    "si:jalankan:",
    "u:sah",
)
#: Of these also a little higher, where the word of the button stands beside the yes.
_BEFORE = ("j:pindah:", "j:tempat:", "j:sudahi:", "t:cuti:", "h:simpan:", *LETTERS)
#: A yes to these may say why behind a pause: nothing is sent by it that somebody did not look at.
_REASONED = ("a:urung:", "a:tarik_ya:", "j:pindah:", "j:sudahi:")
#: What a yes means only where nothing else can be chosen.
_ALONE = ("s:saya",)
#: Of these the word with which the button begins is enough: "cabut". Each is asked about once more.
_BY_VERB = ("s:cabutperan:", "s:cabutya:", "ser:cabut:", "ser:cabutya:", "b:orang:")
_WHOLE = "o:"  # what is erased or withdrawn of one's own data: only by all the words of its button
_NO = "o:batal"  # stands under what asks for a choice
#: What a villager is asked outside of a form: whether a voice was written down rightly; and what is begun by a yes.
_NEXT = "m:berikut:"  # one more thing of a story, "pisahkan"
_ASKED = {"ya": ("w:ya:", _NEXT), "tidak": ("w:bukan:", "m:lewat:")}
#: An open form hears for itself; consent is pressed, since then it was asked for what it is given.
_HEARD_ELSEWHERE = ("f:", "c:")
_TASKS = ("t:", "e:paham:", "e:pilih:")  # and what was understood is not done by that
#: Under what became of an usulan of one's own; decided by a meeting, or moved, it is the same question.
_OF_OWN = {
    "tombol_sudah_sesuai": "k:sesuai:",
    "tombol_ada_beda": "k:beda:",
    "hasil_tombol_jelas": "k:jelas:",
    "hasil_tombol_tanya": "k:tanya:",
}
_SAME = {"k:jelas:": ("k:jelas:", "k:paham:"), "k:tanya:": ("k:tanya:", "k:nanya:")}
_MINE = ("ku", "di")  # before what is done: "kubaca", "dibaca"
_SHORTEST_VERB = 4  # letters
_OFFICE = " · "  # behind a name: "Darwis · fasilitator kecamatan"
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_LONGEST, _FEW = 8, 5  # words; of a yes or a no
_PAIR = 2  # buttons
#: What a yes or a no may sound like where nothing is known to be asked.
_MAY_ANSWER = frozenset({"ya", "tidak", "tidak_ada", "basa_basi"})


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button; None where no button is meant."""
    if not isinstance(heard, Typed):
        return None
    if home.has_work(visit) and (data := await _agreed_for_a_reason(visit, heard.text)):
        return data
    if len(heard.text.split()) > _LONGEST:
        return None
    if key_of(heard.text) in visit.office.catalog.world.parting["kata"]:
        keys_there = (data for one in await visit.letters() for _, data in one.keys)
        return next((data for data in keys_there if data.startswith(_NEXT)), None)
    if not home.has_work(visit):
        return await _answered(visit, heard.text)
    return _pressed(visit, heard.text, await _done_last(visit, heard.text) or await _keys(visit))


async def _agreed_for_a_reason(visit: Visit, text: str) -> str | None:
    """ "Iya pindahkan, aula tdk bisa dipakai", "ya krn camat tidak ada": a "not" in the reason holds nothing back."""
    head = agreed_before(text, visit.office.catalog.world, paused=True)
    data = _agreed(visit, head, await _keys(visit)) if head else None
    is_paused = head and before_reason(text, visit.office.catalog.world) == text
    fronts = _REASONED if is_paused else (*_REASONED, *_BEFORE)
    return data if data is not None and data.startswith(fronts) else None


async def _done_last(visit: Visit, text: str) -> list[Key]:
    """ "Sudah": of that which was said last and asks for it; what came below a reminder is no task."""
    world = visit.office.catalog.world
    words, done = _WORD.findall(key_of(text)), world.finished
    if done.isdisjoint(words) or not (done | world.with_finished | world.oneself | world.nodding).issuperset(words):
        return []
    letters = [[key for key in one.keys if not key[1].startswith(_HEARD_ELSEWHERE)] for one in await visit.letters()]
    return next((keys for keys in letters if any(key_of(label).partition(" ")[0] in done for label, _ in keys)), [])


async def meant_before(visit: Visit, heard: Typed, front: str) -> str | None:
    """The very label of a button that stands a little higher: other things were said below it. `front`: of its data."""
    typed = key_of(heard.text)
    if len(typed.split()) > _FEW:
        return None
    letter = await visit.look_up(said.carrying, visit.turn.lane, front)
    return next((data for label, data in (letter.keys if letter else ()) if key_of(label) == typed), None)


async def agreed_above(visit: Visit, heard: Heard) -> str | None:
    """ "Ya pindahkan", with something else said between: a yes with the word of the one button that stands higher."""
    if not isinstance(heard, Typed) or "?" in heard.text or not home.has_work(visit):
        return None
    yes, _, does = key_of(heard.text).partition(" ")
    if not does or len(does.split()) > _FEW or not visit.agrees(yes):
        return None
    letter = await visit.look_up(said.carrying, visit.turn.lane, _BEFORE)
    keys = [(label, data) for label, data in (letter.keys if letter else ()) if data.startswith(_BEFORE)]
    bare = [(key_of(label.partition(",")[2] if _is_a_yes(visit, label) else label), data) for label, data in keys]
    found = [data for label, data in bare if f"{label} ".startswith(f"{does} ")]
    return found[0] if len(found) == 1 else None


def asks_now(visit: Visit) -> bool:
    """Whether what is answered now ends with a question that waits for a yes."""
    return _yes_among(visit, said.promised(visit.turn)) is not None


async def ask_which(visit: Visit, heard: Heard) -> bool:
    """A yes to a choice among several chooses nothing: they stand there once more. False where there is no choice."""
    if not isinstance(heard, Typed) or not home.has_work(visit) or not visit.agrees(heard.text):
        return False
    keys = await _keys(visit)
    if _NO not in (data for _, data in keys):
        return False
    visit.say("pilih_yang_mana", keyboard(*([key] for key in keys)))
    return True


async def _keys(visit: Visit) -> list[Key]:
    letters = await visit.letters()
    return [key for one in letters for key in one.keys if not key[1].startswith(_HEARD_ELSEWHERE)]


async def _answered(visit: Visit, text: str) -> str | None:
    """A yes or a no of a villager to the question that stands there; only such words are worth looking for one."""
    if len(text.split()) > _FEW:
        return None
    is_label = key_of(text) in {key_of(visit.text(label)) for label in _OF_OWN}
    if not is_label and {act.name for act in visit.acts(text, "idle").done} - _MAY_ANSWER:
        return None
    if (front := _on_what_was_made(visit, text)) is not None:
        keys = (data for one in await visit.letters() for _, data in one.keys)
        return next((data for data in keys if data.startswith(front)), None)
    said = [act.name for act in visit.acts(text, "yes_no").done]
    fronts = _ASKED.get(said[0]) if len(said) == 1 else None
    if fronts is None:
        return None
    keys = (data for one in await visit.letters() for _, data in one.keys)
    return next((data for data in keys if data.startswith(fronts)), None)


def _on_what_was_made(visit: Visit, text: str) -> str | tuple[str, ...] | None:
    """ "Sesuai", "ada yang beda", where before and after are shown, "ya bawa lagi", "mau tanya": the front of the
    button's data."""
    keys = [(key_of(visit.text(label)), front) for label, front in _OF_OWN.items()]
    keys.append((key_of(visit.text("tombol_bawa_lagi", nomor="")), "l:lagi:"))
    found = _nearly(visit, key_of(text), keys)
    return _SAME.get(found, found) if found is not None else None


def _pressed(visit: Visit, text: str, told: list[Key]) -> str | None:
    """By the words of a button, alone or beside a yes; by a yes alone where exactly one button is one."""
    typed, keys = key_of(text), [(key_of(label), data) for label, data in told]
    keys = [*keys, *((verb, data) for label, data in keys if data.startswith(_BY_VERB) and (verb := _verb(label)))]
    keys += [(name, data) for label, data in keys if (name := label.partition(_OFFICE)[0]) != label]
    told_of = typed[len(begun_with(typed, visit.office.catalog.world.sent)) :].strip()  # "yang maiwa 2"
    alone = (
        data
        for label, data in keys
        if label in (typed, told_of) or (typed.isdecimal() and label.startswith(f"{typed}. "))
    )
    no = visit.office.catalog.world.agreeing["tahan"]  # "ya, tidak usah dikirim" is no *Tidak*
    beside = (data for label, data in keys if label and label not in no and visit.agrees(_without(typed, label)))
    found = next(chain(alone, beside), None) or ("?" not in text and _nearly(visit, typed, keys)) or None
    found = found or _done(visit, typed, keys)
    return found or _agreed(visit, text, told) or _declined(visit, text, told)


def _nearly(visit: Visit, typed: str, keys: list[Key]) -> str | None:
    """ "Ya jalankan" of "Jalankan (1 usulan)", "desa sendiri" of "Bisa dikerjakan desa sendiri": nothing but words of
    one label, and half of them at least; its "not" is one of them, "bisa" is not "belum bisa"."""
    world = visit.office.catalog.world
    polite = world.oneself | world.nodding | world.taking_back["apa"]
    spoken = {word for word in _WORD.findall(typed) if word not in polite}
    labels = [({*_WORD.findall(label)}, data) for label, data in keys if not data.startswith(_WHOLE)]
    denies = world.objecting["tetapi"]
    near = ((words, data) for words, data in labels if spoken and words & denies <= spoken)
    fits = [(words, data) for words, data in near if _all_in(words, spoken) and 2 * len(spoken) >= len(words)]
    is_one = all(words == fits[0][0] for words, _ in fits)  # offered once more, the newest is meant
    return fits[0][1] if fits and is_one else None


def _done(visit: Visit, typed: str, keys: list[Key]) -> str | None:
    """ "Sudah mi" under *Sudah saya baca*; where only one thing there can be done. Tasks hear it for themselves."""
    world, words = visit.office.catalog.world, _WORD.findall(typed)
    left = {*words} - world.with_finished - world.oneself - world.nodding
    if not left or not left <= world.finished:
        return None
    found = [data for label, data in keys if (told := _WORD.findall(label)) and told[0] in world.finished]
    return found[0] if len(found) == 1 and not found[0].startswith(_TASKS) else None


def _all_in(words: set[str], spoken: set[str]) -> bool:
    """ "Sudah kubaca" is "sudah saya baca"."""
    return all(not words.isdisjoint((word, *(word.removeprefix(front) for front in _MINE))) for word in spoken)


def _yes_among(visit: Visit, keys: Sequence[Key]) -> Key | None:
    """None where several are, or none."""
    found = [(label, data) for label, data in keys if data.startswith(_YES) or _is_a_yes(visit, label)]
    found += [(label, data) for label, data in keys if data.startswith(_ALONE) and len(keys) == 1]
    return found[0] if len(found) == 1 and not found[0][1].startswith(_WHOLE) else None


def _agreed(visit: Visit, text: str, keys: list[Key]) -> str | None:
    """The one button that is a yes; None where there is none such, and where something else is said."""
    yes = _yes_among(visit, keys)
    if yes is None:
        return None
    label, data = yes
    world = visit.office.catalog.world
    if data.startswith(_LETTER) and not world.asking_proposers["catat"].isdisjoint(_WORD.findall(key_of(text))):
        return None
    does = world.put_off["kerja"] if data.startswith(_TAKES) else ()  # "iye bisa, saya yang kerjakan"
    told = _without_whose(visit, text) if does else text
    says_yes = visit.agrees(text) or agrees(told, world, [label, *does])
    return data if says_yes or (data.startswith(_ANNOUNCEMENT) and _is_only_a_yes(visit, label, text)) else None


def _without_whose(visit: Visit, text: str) -> str:
    """ "Iye sy terima tugasnya bu nurlina": without the words for a task, and whose it is."""
    world, words = visit.office.catalog.world, text.split()
    address, spoken = titles(world.spellings), [key_of(word) for word in words]
    of_task = world.handing_tasks["tugas"] | world.handing_tasks["pekerjaan"]
    beside = {n for n, word in enumerate(spoken) if word in of_task}
    named = {at for n, word in enumerate(spoken) if word in address and n for at in (n, n + 1)}
    return " ".join(word for n, word in enumerate(words) if n not in beside | named)


def _is_only_a_yes(visit: Visit, label: str, text: str) -> bool:
    """ "Iya bu biar semua tahu": it begins with the yes that is asked for, and no other work is named behind it."""
    behind = begun(text, visit.office.catalog.world) if _is_a_yes(visit, label) else None
    if behind is None or _FIGURE.search(text):
        return False
    acts = (*visit.acts(text, "work").done, *visit.acts(" ".join(behind), "work").done)
    return not any(act.name.startswith((WORK, QUESTION)) for act in acts)


def _declined(visit: Visit, text: str, keys: list[Key]) -> str | None:
    """ "Tidak usah bu" of the only other button beside the yes, which is a no."""
    other = [(label, data) for label, data in keys if not _is_a_yes(visit, label)]
    if len(keys) != _PAIR or len(other) != 1 or len(text.split()) > _FEW:
        return None
    says_no = all(_is_no(visit, each) for each in (text, other[0][0]))
    return other[0][1] if says_no else None


def _is_no(visit: Visit, text: str) -> bool:
    return [act.name for act in visit.acts(text, "yes_no").done] == ["tidak"]


def _is_a_yes(visit: Visit, label: str) -> bool:
    """ "Ya, tarik": what it does stands behind."""
    yes, pause, _ = label.partition(",")
    return bool(pause) and visit.agrees(yes)


def _verb(label: str) -> str:
    """ "Cabut" of "cabut tugasnya", "blokir" of "HP-nya hilang: blokir", "cabut" of "ya, cabut"."""
    words = [word for word in label.split() if len(word) >= _SHORTEST_VERB]
    return next((word for word in (words[:1] + words[-1:]) if word.isalpha()), "")


def _without(typed: str, label: str) -> str:
    """What stands around the label; empty where it is not there."""
    found = f" {typed} ".partition(f" {label} ")
    return f"{found[0]} {found[2]}".strip() if found[1] else ""
