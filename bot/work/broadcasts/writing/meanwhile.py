"""What an officer says of the announcement that they are writing, whatever the form asks just then: its words, the hour
in them, whom it is for, whether it can wait."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.core.broadcasts import choosing
from bot.core.broadcasts.said import CHOICES, HASTE, TEXT, TIME, WHOM, Said
from bot.core.flow.scene import REVIEW
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import is_question
from bot.core.kinds.pesan import html_of, plain
from bot.core.listening.rules import QUESTION
from bot.work import conversation
from bot.work.broadcasts.writing import addressed, composed, hearing, ordered, readdressing, rewording
from bot.work.people.first_words import told_in
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

#: Questions that an hour answers; and one that it may answer.
_WHEN = frozenset({"kapan", "waktu", "batas"})
#: What an officer may mean over the summary; the first adds to the text.
_ADDS = "tambah_kalimat"
_ACTS = (_ADDS, "ganti_penerima", "tambah_penerima", "kurangi_penerima", "jam_kirim", "kirim", "penting", "batalkan")
_FEWEST = 3  # words of what is added
_HASTE, _USUAL, _URGENT, _WHY = "penting", "biasa", "penting", "alasan"
Asked = Callable[[Visit, State], Awaitable[str]]


async def goes_straight(visit: Visit, before: State, heard: Heard, show: Callable[..., Awaitable[None]]) -> bool:
    """ "Ke fasilitator malua: rapat besok", where the words are asked for: whom it is for is none of them, and nothing
    is left to ask before its sample is looked at."""
    if not isinstance(heard, Typed) or before.flow != composed.FORM or before.answers or before.about:
        return False
    known, message = addressed.read(visit, heard.text)
    is_closed = heard.text.removesuffix(message).rstrip().endswith(":")
    if not message or not is_closed or not {"peran", "tingkat"} <= known.keys():
        return False
    await show(visit, known, ordered.typed(heard, message))
    return True


async def heed(visit: Visit, before: State, heard: Heard, asked: Asked) -> bool:
    """The question that stands open is asked again."""
    said = hearing.said(visit, heard.text) if isinstance(heard, Typed) else None
    if said is None or not isinstance(heard, Typed) or before.flow not in visit.conversations:
        return False
    if said.act not in {TEXT, TIME, WHOM, HASTE, CHOICES}:
        return False
    target = await asked(visit, before)
    if said.act == WHOM and target in readdressing.WHOM:
        return False
    if said.act == WHOM:
        known = addressed.named_by(visit, said.whom) if rewording.WORDS in before.answers else {}
        return bool(known) and await readdressing.heed_address(visit, before, known, heard)
    takers = {TEXT: _written, TIME: _retimed, HASTE: _hastened, CHOICES: _chosen}
    state = takers[said.act](visit, before, said, heard, target)
    if state is None:
        return False
    conversation.put_in(visit, state)
    return await conversation.resume(visit)


async def add(visit: Visit, before: State, heard: Heard, step: Step, asked: Asked) -> bool:
    """What nobody understands over the summary is one more sentence of the message, unless surely something else is
    meant: it stands in it at once, and can be taken out again."""
    told = before.answers.get(rewording.WORDS)
    if not isinstance(heard, Typed) or told is None or not _is_lost(step, heard):
        return False
    world, words = visit.office.catalog.world, heard.text.split()
    guess = world.guesser.guess(heard.text, _ACTS) if world.guesser is not None else ()
    is_other = bool(guess) and guess[0].act != _ADDS
    is_text = len(words) >= _FEWEST and not is_other and not is_question(heard.text, world, free=False)
    if not is_text or await asked(visit, before) != REVIEW:
        return False
    html = f"{told.value['html']}\n{html_of(heard.html, heard.text)}"
    conversation.put_in(visit, before.give(rewording.WORDS, Answer({**told.value, "html": html}, told.messages)))
    undo = (visit.text("tombol_siaran_tanpa_itu"), f"a:tanpa:{visit.turn.update_id}")
    visit.say("siaran_ditambahkan", keyboard([undo]), kata=heard.text)
    return await conversation.resume(visit)


def _is_lost(step: Step, heard: Typed) -> bool:
    """Refused, or taken for a question to us."""
    is_refused = step.state.pending.get("refused", {}).get("message") == heard.message
    return is_refused or bool(step.wishes and all(wish.act.startswith(QUESTION) for wish in step.wishes))


async def take_out(visit: Visit, update_id: int) -> None:
    """*Jangan ditambahkan*: what was added by these words."""
    said = await told_in(visit, update_id)
    drafts = ((one, State.from_json(one.state)) for one in visit.conversations.values())
    state = next((state for _, state in drafts if rewording.WORDS in state.answers), None)
    told = state.answers[rewording.WORDS] if state is not None else None
    added = f"\n{html_of('', str(said.get('text', '')))}" if said else ""
    if state is None or told is None or not added or not told.value["html"].endswith(added):
        visit.stale()
        return
    await visit.settle("a:tanpa:")
    left = {**told.value, "html": told.value["html"].removesuffix(added)}
    conversation.put_in(visit, state.give(rewording.WORDS, Answer(left, told.messages)))
    await conversation.resume(visit)


def _written(visit: Visit, before: State, said: Said, heard: Typed, target: str) -> State | None:
    """ "Pesannya: …", also where the text is asked: the words before the colon are none of it."""
    if target != rewording.WORDS and rewording.WORDS not in before.answers:
        return None
    html, told = html_of("", said.text), before.answers.get(rewording.WORDS)
    media = (
        told.value.get("media")
        if told is not None and told.value
        else (before.about.get(rewording.OLD) or {}).get("media")
    )
    return before.give(rewording.WORDS, Answer({"html": html, "media": media}, (heard.message,)))


def _retimed(visit: Visit, before: State, said: Said, heard: Typed, target: str) -> State | None:
    """The only hour, or the only day, that stands in the text."""
    told = before.answers.get(rewording.WORDS)
    if said.is_sending or said.rest or target in _WHEN or told is None:
        return None
    found = rewording.of_its_only(visit, str(told.value["html"]), said.when)
    if found is None or not found.html:
        return None
    rewording.say_changed(visit, found)
    return before.give(rewording.WORDS, Answer({**told.value, "html": found.html}, (*told.messages, heard.message)))


def _chosen(visit: Visit, before: State, said: Said, _heard: Typed, _target: str) -> State | None:
    told = before.answers.get(rewording.WORDS)
    world, was = visit.office.catalog.world, tuple(before.about.get(composed.CHOICES, ()))
    found = choosing.completed(said.choices, world, was)
    found = found or (choosing.in_text(plain(told.value["html"]), world) if told else ())
    if not found:
        return None
    visit.say("siaran_pilihan_dipasang", pilihan=found)
    return replace(before, about={**before.about, composed.CHOICES: found})


def _hastened(visit: Visit, before: State, said: Said, heard: Typed, target: str) -> State | None:
    """At any step but where it would be the text itself."""
    told = addressed.choice(visit, _HASTE, _URGENT if said.is_urgent else _USUAL)
    if target in (rewording.WORDS, _WHY) or not told:
        return None
    if target not in (_HASTE, REVIEW):
        visit.say("siaran_penting_dicatat", penting=said.is_urgent)
    return before.give(_HASTE, Answer(told[_HASTE], (heard.message,)))
