"""SIPD's answers: every word means one thing, and is a state with somebody who decided it on every track;
and a bidang of desa for each category."""

from collections.abc import Iterator

from bot.catalog import states
from bot.catalog.draft import Draft
from bot.catalog.needed import Needed
from bot.catalog.sipd import FILE, Answer, AnswersFile
from bot.catalog.states import StatesFile
from bot.core.places.spelling import fold


def judge(draft: Draft, _needed: Needed) -> None:
    told, known = draft.calendar.get(FILE), draft.calendar.get(states.FILE)
    if isinstance(told, AnswersFile) and isinstance(known, StatesFile):
        for where, fault in (*_of_words(told), *_of_states(told, known), *_of_bidang(told, draft)):
            draft.report(FILE, where, fault)


def _of_words(told: AnswersFile) -> Iterator[tuple[str, str]]:
    seen: dict[str, Answer] = {}
    for one in told.answers:
        for word in one.words:
            if seen.setdefault(fold(word), one) is not one:
                yield f"jawaban.{one.states[0]}", f"Kata “{word}” sudah dipakai jawaban lain."


def _of_states(told: AnswersFile, known: StatesFile) -> Iterator[tuple[str, str]]:
    tracks = {one.key: one.tracks for one in known.states}
    for one in told.answers:
        at = f"jawaban.{one.states[0]}"
        yield from ((at, f"Keadaan “{key}” tidak dikenal.") for key in one.states if key not in tracks)
        yield from ((at, f"Pemutus “{key}” tidak dikenal.") for key in one.deciders if key not in known.deciders)
        if not _is_decided(one, tracks, known):
            yield at, "Tiap jalur perlu paling sedikit satu pemutus."


def _of_bidang(told: AnswersFile, draft: Draft) -> Iterator[tuple[str, str]]:
    """Every category belongs to one bidang, and is one that people can choose."""
    asked = (question for form in draft.forms if form.key == "usulan" for question in form.questions)
    options = next((getattr(one, "param_options", ()) for one in asked if one.key == "kategori"), None)
    seen: set[str] = set()
    for one in told.bidang:
        at = f"bidang.{one.name}"
        for category in one.categories:
            if options is not None and category not in [option.value for option in options]:
                yield at, f"“{category}” bukan pilihan “kategori” di formulir usulan."
            if category in seen:
                yield at, f"“{category}” sudah termasuk bidang lain."
            seen.add(category)


def _is_decided(one: Answer, tracks: dict[str, list[states.Track]], known: StatesFile) -> bool:
    reached = {track for key in one.states for track in tracks.get(key, [])}
    return all(any(track in known.deciders.get(key, ()) for key in one.deciders) for track in reached)
