"""Whether a delegate is a woman or a man: said by themselves if they like, so that what is for women delegates alone
reaches them; changed and taken away at any time. Nobody else can say it of them."""

from bot.store.people import genders
from bot.work.access import DELEGASI
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit


def is_asked(visit: Visit) -> bool:
    return any(grant.role == DELEGASI for grant in visit.grants)


def key(visit: Visit) -> list[Key]:
    """The button for delegates; nobody else is asked."""
    return [(visit.text("tombol_jenis"), "o:jenis")] if is_asked(visit) else []


async def told(visit: Visit) -> bool | None:
    if not is_asked(visit):
        return None
    return await visit.look_up(genders.of, visit.me.id)


async def ask(visit: Visit) -> None:
    if not is_asked(visit):
        visit.stale()
        return
    now = await told(visit)
    woman, man = ((visit.text(f"tombol_jenis_{one}"), f"o:jenis.{one}") for one in ("perempuan", "laki"))
    away = [(visit.text("tombol_jenis_hapus"), "o:jenis.hapus")] if now is not None else []
    visit.say("jenis_tanya", keyboard([woman, man], away), ada=now is not None, perempuan=bool(now))


async def tell(visit: Visit, *, is_woman: bool) -> None:
    if not is_asked(visit):
        visit.stale()
        return
    await visit.ask_once(genders.keep, visit.me.id, visit.now, is_woman=is_woman)
    visit.say("jenis_dicatat", perempuan=is_woman)


async def take_away(visit: Visit) -> None:
    await visit.ask_once(genders.drop, visit.me.id)
    visit.say("jenis_dihapus")
