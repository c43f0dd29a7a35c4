"""The examples of the ear: readable, with patterns of acts that there are, and weights that were made of them."""

import tomllib

from bot.catalog import ear
from bot.catalog.draft import Draft
from bot.catalog.needed import Needed


def judge(draft: Draft, _needed: Needed) -> None:
    if not ear.there_is_one(draft.folder):
        return
    try:
        ear.read_rules(draft.folder)
        draft.problems += ear.acts_without_examples(draft.folder)
        draft.problems += ear.torn_spellings(draft.folder)
    except FileNotFoundError as error:
        draft.report(_relative(draft, error.filename), "", "Berkas ini tidak ada.")
    except tomllib.TOMLDecodeError as error:
        draft.report(ear.PATTERNS_FILE, "", f"Penulisan TOML keliru: {error}.")
    except (KeyError, TypeError, AttributeError) as error:
        draft.report(ear.PATTERNS_FILE, str(error).strip("'"), "Bagian ini wajib ada dan berupa daftar kata.")
    else:
        _judge_weights(draft)


def _judge_weights(draft: Draft) -> None:
    if not ear.is_fresh(draft.folder):
        draft.report(ear.WEIGHTS_FILE, "", "Contoh maksud sudah berubah. Jalankan: python -m bot latih")


def _relative(draft: Draft, path: str) -> str:
    return str(path).removeprefix(f"{draft.folder}/")
