"""From judged content to the values the core works with."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.catalog import ear
from bot.catalog.draft import Draft, FormDraft
from bot.catalog.models import PART_FIELDS, Question, params_of
from bot.catalog.names import check_named, kind_named
from bot.catalog.rules.retention import BOUNDS
from bot.catalog.spellings import compile_vocabulary
from bot.catalog.texts import values_in
from bot.core.forms import questions as core
from bot.core.forms.world import WORDS, Sorts, Where, World
from bot.core.forms.writing import key_of
from bot.core.places.places import Places
from bot.core.retention import Retention
from bot.core.usulan.danger import Danger


def compile_flow(draft: FormDraft) -> core.Flow:
    checks = tuple(
        core.CrossCheck(check_named(check.name), tuple(check.questions), f"form.{draft.key}.pemeriksaan.{number}")
        for number, check in enumerate(draft.form.checks, 1)
    )
    asked = tuple(_compile_question(question) for question in draft.questions)
    review = draft.form.review is not None
    form = draft.form
    return core.Flow(
        draft.key,
        asked,
        checks,
        review=review,
        own_send=form.send is not None,
        sends=frozenset(map(key_of, filter(None, (form.send, *form.sends)))),
        enough_from=form.enough_from,
        hears=form.hears,
    )


def _compile_question(told: Question) -> core.Question:
    kind = kind_named(told.kind)
    params = params_of(kind, told)
    within = getattr(params, "within", None)
    return core.Question(
        told.key,
        kind,
        params,
        title=told.title,
        optional=told.optional,
        skips=frozenset(map(key_of, told.skips)),
        needs=(within,) if within else (),
        only_if=tuple(core.Condition(key, frozenset(values)) for key, values in told.only_if.items()),
        variants=frozenset(part for part, (field, _) in PART_FIELDS.items() if getattr(told, f"{field}_kelurahan")),
        mentions=_mentions(told),
    )


def _mentions(told: Question) -> tuple[str, ...]:
    text = told.text + (told.text_kelurahan or "")
    return tuple(sorted(values_in(text)))


def compile_world(draft: Draft, places: Places, danger: Danger) -> World:
    words = {field: _words(draft.words.get(where.table, {}), where) for field, where in WORDS.items()}
    return World(
        places,
        compile_vocabulary(draft.spellings),
        asking=tuple(word.lower() for word in draft.words.get("bertanya", {}).get("awal", ())),
        ear=ear.ear_of(draft.folder, danger) if ear.there_is_one(draft.folder) else None,
        guesser=ear.guesser_of(draft.folder) if ear.there_is_one(draft.folder, ear.OF_NEWS) else None,
        numbered={verb: tuple(map(key_of, said)) for verb, said in draft.words.get("usulan_bernomor", {}).items()},
        **words | {"wishing": _wishing(words["wishing"], danger)},
    )


def _words(sorts: Mapping[str, Sequence[str]], where: Where) -> Any:
    if where.kind is dict:
        return {key_of(word): name for name, words in sorts.items() for word in words}
    if where.kind is Sorts:
        return Sorts({name: frozenset(map(key_of, words)) for name, words in sorts.items()})
    return where.kind(map(key_of, sorts.get(where.sort, ())))


def _wishing(sorts: Sorts, danger: Danger) -> Sorts:
    """`luka`: what is done to somebody ("dipukuli") is no work that is hoped for."""
    harm = frozenset(word for case in danger.cases if case.private for word in case.words if " " not in word)
    return Sorts({**sorts, "luka": harm, "bukan_kerja": sorts["bukan_kerja"] | harm}) if sorts else sorts


def compile_retention(draft: Draft) -> Retention:
    told = draft.retention or {}
    rules = [(field, told[table][key]) for table, keys in BOUNDS.items() for key, (field, *_) in keys.items()]
    return Retention(**dict(rules))
