"""The examples of the ear: readable, with patterns of acts that there are, and weights that were made of them."""

from bot.catalog import ear
from bot.catalog.draft import Draft
from bot.catalog.needed import Needed


def judge(draft: Draft, _needed: Needed) -> None:
    """Content without a folder of examples is right, and has no ear."""
    if not ear.there_is_one(draft.folder):
        return
    found = list(ear.faults(draft.folder))
    draft.problems += found or [*ear.acts_without_examples(draft.folder), *ear.torn_spellings(draft.folder)]
    for stale in ear.stale_files(draft.folder) if not found else ():
        draft.report(stale, "", "Contoh maksud sudah berubah. Jalankan: python -m bot latih")
