"""One person is invited: the form, with what is known before its first question."""

from typing import Any

from bot.core import kinds
from bot.core.calendar.places_named import place_named
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Flow, Took
from bot.core.forms.writing import key_of
from bot.core.wilayah import DESA, kecamatan_of, level_of
from bot.work import conversation
from bot.work.access import DELEGASI, FASILITATOR_DESA, FASILITATOR_KECAMATAN, allowed, command, role
from bot.work.places.own import home
from bot.work.roles.invitations import JOURNEY
from bot.work.roles.territory import ROLE, narrowed, only_role
from bot.work.visit import Visit

NAME, _LONGEST_NAME = "nama", 6  # words
FACILITATOR, _LONGEST_INVITATION, _BEFORE = "fasilitator", 14, 3  # words
GIVERS = tuple({giver for name in (DELEGASI, FASILITATOR_DESA) for giver in role(name).given_by})


async def begin(visit: Visit, text: str = "") -> None:
    """With what follows from one's own roles, and the role and the place that the words name. A role that is not theirs
    to give makes no invitation to another."""
    flow = visit.office.catalog.flows[JOURNEY.form]
    named, given = role_told(visit, flow, text), role_told(visit, narrowed(visit, flow), text)
    if named and not given:
        visit.say("undang_di_luar")
        return
    known = only_role(visit.grants, visit.office) or given
    place = place_in(visit, text) if known else {}
    known = known | home(visit.office, visit.grants, GIVERS) | place
    name = name_before_role(visit, text) if place else ""
    await conversation.start_or_finish(visit, JOURNEY, known | (_name_in(visit, text) or named_as(visit, name)))


def role_told(visit: Visit, flow: Flow, text: str) -> dict[str, Any]:
    return role_in(flow, text) or _facilitator_in(visit, flow, text)


def name_before_role(visit: Visit, text: str) -> str:
    """ "Andi Baso fasilitator desa Botto": who stands before the role, where nothing but the place stands behind it;
    empty where that is nobody's name."""
    inviting, flow = visit.office.catalog.world.inviting, visit.office.catalog.flows[JOURNEY.form]
    words = text.replace(",", " ").split()
    spoken = [key_of(word) for word in words]
    question = flow.question(ROLE)
    roles = {word for offer in (question.params.options if question else ()) for word in key_of(offer.label).split()}
    level = inviting["tingkat"]
    first = next((at for at, word in enumerate(spoken) if word in roles - level), None)
    named = sum(len(one["name"].split()) for one in place_in(visit, text).values())
    if first is None or len([word for word in spoken[first:] if word not in roles | level]) > named:
        return ""
    before, after = inviting["undang"] | inviting["penuh"], inviting["sebagai"] | inviting["penuh"]
    begin = next((at for at, word in enumerate(spoken) if word not in before), first)
    last = max((at for at in range(begin, first) if spoken[at] not in after), default=-1)
    name = " ".join(words[begin : last + 1]).strip(" ,.:-")
    return "" if place_in(visit, name) else named_as(visit, name).get(NAME, {}).get("text", "")


def named_as(visit: Visit, name: str) -> dict[str, Any]:
    """The answer that this name is; empty where it is none."""
    inviting, spoken = visit.office.catalog.world.inviting, key_of(name).split()
    question = visit.office.catalog.flows[JOURNEY.form].question(NAME)
    not_names = inviting["bukan_nama"] | inviting["perintah"] | visit.office.catalog.world.guests_said["dan"]
    if question is None or not 0 < len(spoken) <= _LONGEST_NAME or not_names.intersection(spoken):
        return {}
    name = name.title() if name == name.lower() else name
    reading = kinds.find(question.kind).read(Ask(question, {}, visit.office.world(visit.now)), Typed(name, 0))
    return {NAME: reading.value} if isinstance(reading, Took) else {}


def _name_in(visit: Visit, text: str) -> dict[str, Any]:
    """ "Undang Pak Jufri jadi fasilitator": who stands between the two words, where it is a name; else behind
    "namanya"."""
    world = visit.office.catalog.world
    words = text.split()
    spoken = [key_of(word) for word in words]
    if called := next((at + 1 for at, word in enumerate(spoken) if word in world.inviting["namanya"]), 0):
        return named_as(visit, " ".join(words[called:]))
    first = next((at + 1 for at, word in enumerate(spoken) if word in world.inviting["undang"]), None)
    last = next((at for at, word in enumerate(spoken) if word in world.inviting["sebagai"]), None)
    if first is None or last is None or not first < last <= first + _LONGEST_NAME:
        return {}
    name = " ".join(words[first:last]).strip(" ,.:")
    is_office = bool(role_in(visit.office.catalog.flows[JOURNEY.form], name))
    return {} if is_office else named_as(visit, name)


def place_in(visit: Visit, text: str) -> dict[str, Any]:
    """The one desa, kelurahan or kecamatan of their own wilayah that the words name."""
    places, words = visit.office.catalog.places, visit.office.catalog.world.spellings.places
    scopes = [grant.scope for grant in visit.grants if grant.role in GIVERS]
    found = place_named(text, places, scopes, words).places
    return place_answers(visit, found[0].code) if len(found) == 1 else {}


def place_answers(visit: Visit, code: str) -> dict[str, Any]:
    """The wilayah, with the kecamatan around it."""
    chain = map(visit.office.catalog.places.find, (kecamatan_of(code), code))
    named = {level_of(one.code): one for one in chain if one is not None}
    return {level: {"code": one.code, "name": one.name} for level, one in named.items()}


def is_said(visit: Visit, text: str) -> bool:
    """ "Undang Pak Jufri jadi …": an invitation, and nothing that a form could have asked for."""
    spoken, inviting = key_of(text).split(), visit.office.catalog.world.inviting
    if not allowed(command("undang"), visit.grants) or "?" in text or len(spoken) > _LONGEST_INVITATION:
        return False
    first = next((at for at, word in enumerate(spoken[:_BEFORE]) if word in inviting["undang"]), None)
    flow = visit.office.catalog.flows[JOURNEY.form]
    has_role = bool(role_in(flow, text)) or FACILITATOR in spoken
    return first is not None and has_role and bool(inviting["sebagai"].intersection(spoken[first:]))


def _facilitator_in(visit: Visit, flow: Flow, text: str) -> dict[str, Any]:
    """ "Fasilitator Bangkala": of a desa or of a kecamatan, as the place is."""
    place = place_in(visit, text) if FACILITATOR in key_of(text).split() else {}
    name = FASILITATOR_DESA if DESA in place else FASILITATOR_KECAMATAN if place else ""
    return role_answer(flow, name)


def role_answer(flow: Flow, name: str) -> dict[str, Any]:
    """Empty where the form does not offer it."""
    question = flow.question(ROLE)
    offers = question.params.options if question is not None else ()
    found = next((offer for offer in offers if offer.value == name), None)
    return {ROLE: {"value": found.value, "label": found.label}} if found is not None else {}


def role_in(flow: Flow, text: str) -> dict[str, Any]:
    """The one role of this form whose name stands in the text."""
    spoken, question = {*key_of(text).split()}, flow.question(ROLE)
    offers = question.params.options if question is not None else ()
    found = [offer for offer in offers if {*key_of(offer.label).split()} <= spoken]
    return {ROLE: {"value": found[0].value, "label": found[0].label}} if len(found) == 1 else {}
