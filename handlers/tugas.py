"""/tugas: what is to be done, by when, and everything that one can do with a task."""

from functools import partial

from bot.core.calendar.rules import LISTS
from bot.work.checking import ending, filling, giving, later, paper, sheet
from bot.work.delegating import speaking
from bot.work.hall import sheets
from bot.work.tasks import cards, daily, doing, duties, handing, proofs, switches
from bot.work.unprompted import work
from bot.work.unprompted.absent import leave, standing_in
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_ACTS: dict[str, Act] = {
    **{f"daftar:{name}:<page>": partial(duties.show, which=name) for name in duties.LISTS},
    "jam": daily.ask,
    "jam:<word>": daily.choose,
    "serah:<id>": handing.choose,
    "serah:<id>:<page>": handing.choose,
    "ke:<id>:<id>": handing.offer,
    "lihat:<id>": cards.show,
    "cara:<id>": cards.tell_how,
    "riwayat:<id>": cards.tell_history,
    "lembar:<id>": sheets.send_for_task,
    "bukti:<id>": proofs.show,
    "sudah:<id>": doing.done,
    "tanpa:<id>": doing.done_unproved,
    "buka_lagi:<id>": doing.open_again,
    "sore:<id>": doing.later_today,
    "besok:<id>": doing.tomorrow,
    "tanggal:<id>": doing.choose_day,
    "tak:<id>": doing.not_needed,
    "bantu:<id>": doing.help_wanted,
    "ambil:<id>": doing.take,
    "terima:<id>": handing.accept,
    "tolak:<id>": handing.refuse,
    "kembali": standing_in.come_back,
    "cuti:<word>": leave.agree,  # under a question of before
    "cuti:<word>:<id>": leave.agree,
    "cuti_lain": leave.ask,
    "cuti_lain:<id>": leave.ask,
}
#: Which tasks the office uses.
_SWITCHES: dict[str, Act] = {
    "pakai": switches.show,
    **{f"daftar:{name}:<page>": partial(switches.show, name=name) for name in LISTS},
    f"ubah:<word>:<page>:{switches.ON}": partial(switches.switch, on=True),
    f"ubah:<word>:<page>:{switches.OFF}": partial(switches.switch, on=False),
}
#: A check in the field, by whom it was given to and by whoever types the paper.
_CHECKS: dict[str, Act] = {
    "buka:<id>": sheet.show,
    "isi:<id>:<word>": filling.begin,
    "cetak:<id>": paper.send,
    "hasil:<id>": ending.choose,
    "putus:<id>:<word>": ending.decide,
    "tidak:<id>": giving.cannot,
    "undur:<id>:<serial>": later.put_off,
}
#: What a delegate speaks for.
_ERRANDS: dict[str, Act] = {
    "buka:<id>": speaking.show,
    "lapor:<id>": speaking.choose,
    "hasil:<id>:<word>": speaking.begin,
}

HANDLERS = [
    on_command("tugas", work.show_tasks),
    on_family("t", _ACTS),
    on_family("y", _SWITCHES),
    on_family("cek", _CHECKS),
    on_family("wakil", _ERRANDS),
]
