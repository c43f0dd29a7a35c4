"""/cek: whether a certificate is one of ours, for anybody who holds its number."""

from bot.store.lessons import certificates as stored
from bot.store.roles import invites
from bot.work.access import button, may_act
from bot.work.codes.guessing import may_try
from bot.work.codes.secret_codes import is_code, spaced, tidy
from bot.work.lessons.certificates import to_revoke
from bot.work.saying.naming import place_name
from bot.work.visit import Visit

#: Numbers that are none, and codes of invitations that are none, within an hour: nobody tries them all.
WRONG_AN_HOUR = 8


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
