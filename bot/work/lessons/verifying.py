"""/cek: whether a certificate is one of ours, for anybody who holds its number; also where it is asked in words, or the
number comes alone, as an invitation's code does."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.lessons import certificates as stored
from bot.store.roles import invites
from bot.work.access import button, may_act
from bot.work.codes.secret_codes import is_code, may_try, spaced, tidy
from bot.work.lessons.certificates import to_revoke
from bot.work.roles import invitations
from bot.work.saying.naming import place_name
from bot.work.usulan import kabar
from bot.work.visit import Visit

#: Numbers that are none, and codes of invitations that are none, within an hour: nobody tries them all.
WRONG_AN_HOUR = 8
_LONGEST = 12  # words in which a certificate is asked after


async def check(visit: Visit, typed: str) -> None:
    if not typed.strip():
        visit.say("cek_cara")
        return
    async with visit.ask() as connection:
        if not await may_try(visit, connection, WRONG_AN_HOUR, "cek_terlalu_sering"):
            return
        one = await stored.by_number(connection, tidy(typed)) if is_code(typed) else None
        if one is None:
            await invites.note_wrong(connection, visit.me.id, visit.now)
    if one is None or one.given_at is None:
        visit.say("cek_tidak_ada", nomor=typed.strip()[:40], bappeda=visit.office.bappeda)
        return
    may = may_act(button("ser"), visit.grants, visit.office.catalog.places.kabupaten.code)
    visit.say(
        "cek_ada",
        to_revoke(visit, one) if may else None,
        nomor=spaced(tidy(typed)),
        nama=one.name,
        tempat=place_name(visit.office, one.scope),
        hari=visit.office.day(one.given_at),
        berlaku=one.revoked_at is None,
        bappeda=visit.office.bappeda,
    )


def number_in(visit: Visit, heard: Heard) -> str:
    """ "Sertifikat ini asli kah FJ6W YJXX", "cek nomor FJ6WYJXX": the number; empty where none is asked after."""
    words = key_of(heard.text).split() if isinstance(heard, Typed) else []
    if not 1 < len(words) <= _LONGEST:
        return ""
    learning = visit.office.catalog.world.learning
    named, beside = learning["sertifikat"], learning["iringan_cek"]
    is_named, checks = not named.isdisjoint(words), words[0] in learning["cek"]
    left = [word for word in words[checks:] if word not in named | beside]
    numbers = _numbers(visit, left) if is_named else [" ".join(left)] if checks else []
    return next(filter(is_code, numbers), "")


def _numbers(visit: Visit, words: Sequence[str]) -> list[str]:
    """What may be one among other words; the number of an usulan is none."""
    found = (" ".join(words[at : at + size]) for size in (2, 1) for at in range(len(words) - size + 1))
    return [one for one in found if kabar.number_in(visit.office, one) is None]


async def take_code(visit: Visit, code: str) -> None:
    """A code that says nothing of what it is: a certificate's number is answered as one, all others are invitations."""
    is_ours = is_code(code) and await visit.look_up(stored.by_number, tidy(code)) is not None
    await (check if is_ours else invitations.redeem)(visit, code)
