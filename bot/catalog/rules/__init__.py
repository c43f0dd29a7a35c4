"""Rules for content, one file per sort of mistake; each has `judge(draft, needed)` and reports into the draft."""

from importlib import import_module
from pkgutil import iter_modules

from bot.catalog.draft import Draft
from bot.catalog.needed import Needed


def judge_all(draft: Draft, needed: Needed) -> None:
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}").judge(draft, needed)
