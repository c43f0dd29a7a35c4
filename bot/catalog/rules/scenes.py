"""Scenes to practise: every moment is come to, every way ends, and what is heard counts somewhere."""

from collections.abc import Iterator

from bot.catalog.circles import in_circle
from bot.catalog.curriculum import SCENES
from bot.catalog.draft import Draft, Sentence
from bot.catalog.lessons import MomentEntry, SceneFile
from bot.catalog.needed import Needed
from bot.catalog.rules.lessons import too_many

_STORY_WORDS, _OUTCOME_WORDS, _NOTE_WORDS = 60, 45, 20
_BEST = 2


def judge(draft: Draft, _needed: Needed) -> None:
    if draft.curriculum is None:
        return
    kinds = draft.keys_of("pertemuan")
    for name, scene in draft.curriculum.scenes.items():
        faults = [*_way_faults(scene), *(fault for one in scene.moments for fault in _moment_faults(one))]
        faults += [("saat", f"Pertemuan “{key}” tidak ada.") for key in scene.occasions if key not in kinds]
        for key, fault in faults:
            draft.report(f"{SCENES}/{name}.toml", key, fault)


def _way_faults(scene: SceneFile) -> Iterator[tuple[str, str]]:
    keys = [one.key for one in scene.moments]
    ways = {one.key: [choice.to for choice in one.choices if choice.to] for one in scene.moments}
    for number, key in enumerate(keys):
        if key in keys[:number]:
            yield f"babak.{key}", f"Kunci “{key}” dipakai dua kali."
        if in_circle(ways, key):
            yield f"babak.{key}", "Dari babak ini orang kembali ke babak ini lagi; latihannya tidak pernah selesai."
        yield from (
            (f"babak.{key}.ke", f"Babak “{to}” tidak ada.") for to in dict.fromkeys(ways[key]) if to not in keys
        )
    reached, seen = [keys[0]], set[str]()
    while reached:
        key = reached.pop()
        reached += [to for to in ways.get(key, ()) if to not in seen]
        seen.add(key)
    yield from ((f"babak.{key}", "Tidak ada pilihan yang menuju babak ini.") for key in keys if key not in seen)


def _moment_faults(moment: MomentEntry) -> Iterator[tuple[str, str]]:
    at, owner = f"babak.{moment.key}", dict[str, str]()
    yield from ((f"{at}.cerita", fault) for fault in too_many(moment.story, _STORY_WORDS))
    if max(choice.heard for choice in moment.choices) < _BEST:
        yield f"{at}.pilihan", "Tidak ada pilihan yang nilainya 2."
    for number, choice in enumerate(moment.choices, 1):
        yield from ((f"{at}.pilihan.{number}.akibat", fault) for fault in too_many(choice.outcome, _OUTCOME_WORDS))
        yield from ((f"{at}.pilihan.{number}.catat", fault) for fault in too_many(choice.note, _NOTE_WORDS))
        for word in choice.words:
            if owner.setdefault(word.lower(), choice.text) != choice.text:
                yield f"{at}.pilihan.{number}.kata", f"Kata “{word}” sudah dipakai untuk “{owner[word.lower()]}”."


def sentences_in(draft: Draft) -> Iterator[Sentence]:
    """What people read of scenes, for the rules that look at every sentence."""
    assert draft.curriculum is not None
    for name, scene in draft.curriculum.scenes.items():
        for key, text in _texts_of(scene):
            yield Sentence(
                f"latihan.{name}.{key}", f"{SCENES}/{name}.toml", key, text, frozenset(), decision=True, taught=True
            )


def _texts_of(scene: SceneFile) -> Iterator[tuple[str, str]]:
    yield from (("judul", scene.title), ("tempat", scene.place), ("inti", scene.gist))
    for one in scene.moments:
        yield f"babak.{one.key}.cerita", one.story
        for number, choice in enumerate(one.choices, 1):
            at = f"babak.{one.key}.pilihan.{number}"
            yield from ((f"{at}.teks", choice.text), (f"{at}.akibat", choice.outcome), (f"{at}.catat", choice.note))
