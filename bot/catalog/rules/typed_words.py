"""The words people may type instead of pressing a button."""

from bot.catalog.draft import WORDS_FILE, Draft
from bot.catalog.needed import Needed
from bot.core.flow.sentences import CONTROLS


def judge(draft: Draft, _needed: Needed) -> None:
    told = draft.words.get("tombol", {})
    if not isinstance(told, dict):
        draft.report(WORDS_FILE, "tombol", "Isinya harus tabel di antara { dan }.")
        return
    owner: dict[str, str] = {}
    for control in told:
        if control not in CONTROLS:
            draft.report(WORDS_FILE, f"tombol.{control}", "Bagian ini tidak dikenal; mungkin salah tulis.")
    for control in CONTROLS:
        _judge_control(draft, control, told.get(control), owner)


def _judge_control(draft: Draft, control: str, words: object, owner: dict[str, str]) -> None:
    at = f"tombol.{control}"
    if not (isinstance(words, list) and words and all(isinstance(word, str) and word.strip() for word in words)):
        draft.report(WORDS_FILE, at, "Tulis paling sedikit satu kata.")
        return
    for word in words:
        if owner.setdefault(word.lower(), control) != control:
            draft.report(WORDS_FILE, at, f"Kata “{word}” sudah dipakai untuk {owner[word.lower()]}.")
