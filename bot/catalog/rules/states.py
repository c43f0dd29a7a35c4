"""States of an usulan: each with its words, for every track in words of that track, and with somebody who decides."""

from collections.abc import Iterator

from bot.catalog.draft import Draft
from bot.catalog.needed import Needed
from bot.catalog.rules.kelurahan import DESA_ONLY
from bot.catalog.states import FILE, State, StatesFile

_SAID = ("nama", "kabar", "langkah")
KELURAHAN = "kelurahan"


def judge(draft: Draft, _needed: Needed) -> None:
    told = draft.calendar.get(FILE)
    if isinstance(told, StatesFile):
        texts = {sentence.name: sentence.text for sentence in draft.sentences}
        for where, fault in (*_of_states(told, texts), *_of_words(told, texts), *_of_forums(told)):
            draft.report(FILE, where, fault)


def _of_states(told: StatesFile, texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    for one in told.states:
        at = f"keadaan.{one.key}"
        yield from ((at, f"Kalimat “{at}.{part}” belum ditulis.") for part in _SAID if f"{at}.{part}" not in texts)
        strangers = [key for key in one.deciders if key not in told.deciders]
        yield from ((f"{at}.pemutus", f"Pemutus “{key}” tidak dikenal.") for key in strangers)
        if one.movers and not _is_decided_everywhere(told, one):
            yield f"{at}.pemutus", "Tiap jalur perlu paling sedikit satu pemutus."
    yield from (
        ("pemutus", f"Kalimat “pemutus.{key}” belum ditulis.") for key in told.deciders if f"pemutus.{key}" not in texts
    )


def _is_decided_everywhere(told: StatesFile, one: State) -> bool:
    return all(any(track in told.deciders.get(key, ()) for key in one.deciders) for track in one.tracks)


def _of_words(told: StatesFile, texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What people of a kelurahan would read; and each reason with its words."""
    for name in said_in_kelurahan(told, texts):
        if found := DESA_ONLY.search(texts[name]):
            yield name, f"Kata “{found[0]}” tidak dipakai untuk warga kelurahan."
    for one in told.reasons:
        parts = ("tombol",) if one.own_words else ("tombol", "teks", "langkah")
        missing = [part for part in parts if f"alasan.{one.code}.{part}" not in texts]
        yield from ((f"sebab.{one.code}", f"Kalimat “alasan.{one.code}.{part}” belum ditulis.") for part in missing)


def said_in_kelurahan(told: StatesFile, texts: dict[str, str]) -> list[str]:
    """Names of all sentences of states, reasons and deciders that reach people of a kelurahan."""
    states = [f"keadaan.{one.key}.{part}" for one in told.states if KELURAHAN in one.tracks for part in _SAID]
    reasons = [
        f"alasan.{one.code}.{part}" for one in told.reasons if KELURAHAN in one.tracks for part in ("teks", "langkah")
    ]
    deciders = [f"pemutus.{key}" for key, tracks in told.deciders.items() if KELURAHAN in tracks]
    own = [f"{name}_kelurahan" if f"{name}_kelurahan" in texts else name for name in (*states, *reasons, *deciders)]
    return [name for name in own if name in texts]


def _of_forums(told: StatesFile) -> Iterator[tuple[str, str]]:
    known = {one.key for one in told.states}
    for forum in told.forums:
        unknown = {forum.onward, forum.reserve, forum.not_yet, *filter(None, [forum.own])} - known
        yield from ((f"pertemuan.{forum.kinds[0]}", f"Keadaan “{key}” tidak dikenal.") for key in sorted(unknown))
