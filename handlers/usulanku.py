"""/usulanku: one's own usulan, how far each has come, and what each still lacks."""

from bot.catalog.texts import as_html
from bot.work.answering import adding, changing
from bot.work.answering.gone import part_gone, taking_back
from bot.work.checking import differing
from bot.work.deciding import clarified, history, replied
from bot.work.saying.keyboard import keyboard
from bot.work.saying.left_off import tells_anything, where_left
from bot.work.usulan import asked, completing, outcomes, seasons, usulan, withdrawn
from bot.work.usulan.voices import titip
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act, on_command
from handlers.translate import with_words

_FORMS = (usulan.FORM, titip.FORM)

_ACTS: dict[str, Act] = {
    "isi:<id>": completing.begin,
    "jawab:<id>": clarified.begin,  # what a facilitator asks
    "tolak:<id>": clarified.decline,
    "pilih:<id>:<word>": replied.pick,
    "ujibetul:<id>": differing.agree,  # what a check found otherwise
    "ujitetap:<id>": differing.insist,
    "riwayat:<id>": history.show_own,
    "ralat:<id>": changing.choose,  # which answer was wrong
    "ubah:<id>:<word>": changing.begin,
    "tambah:<id>:<id>": with_words(adding.keep),  # not wrong: more of it
    "keluar:<id>:<page>": part_gone.begin,  # a sentence that is to go
    "tarik:<id>": taking_back.begin,  # which of several is not to be
    "lagi:<id>": seasons.bring_own_again,  # what was not taken on in an earlier year
}


async def show_own(visit: Visit) -> None:
    found = await withdrawn.others(visit)
    drafts = [visit.conversations[form] for form in _FORMS if form in visit.conversations]
    draft = next((where_left(visit.office, one) for one in drafts if tells_anything(one.state)), None)
    go_on = [[(visit.text("tombol_lanjutkan"), "m:lanjut")]] if draft else []
    if not found:
        begin = go_on or [[(visit.text("tombol_usulan_baru"), "m:baru")]]
        visit.say("usulanku_kosong", keyboard(*begin), draf=draft)
        return
    together = await completing.by_whom(visit, found)
    decided = await outcomes.of_usulan(visit, [one.id for one in found])
    waiting = await asked.lines(visit, [one.id for one in found])
    lines = [
        {
            "nomor": usulan.number_of(visit.office, one, visit.now),
            "ringkas": usulan.quoted(visit.office, one.answers),
            "tempat": usulan.place(one.answers),
            "dibaca": one.read_at is not None,
            "hari": visit.office.day(one.spoken_at),
            "hasil": as_html(decided.get(one.id, "")),
            "bersama": ", ".join(together.get(one.id, ())),
            "ditanya": [line for line in waiting if line["usulan"] == one.id],
        }
        for one in found
    ]
    rows = [[completing.offer(visit, one, "l:isi")] for one in found if completing.is_open(visit.office, one)]
    rows += [[(visit.office.plain("klarifikasi_tombol_jawab", **line), f"l:jawab:{line['id']}")] for line in waiting]
    known = [(one.id, line["nomor"]) for one, line in zip(found, lines, strict=True) if line["hasil"]]
    rows += [[(visit.text("tombol_riwayat_nomor", nomor=number), f"l:riwayat:{one}")] for one, number in known]
    rows += go_on
    visit.say("usulanku_daftar", keyboard(*rows) if rows else None, usulan=lines, draf=draft)


HANDLERS = [on_command("usulanku", show_own), on_family("l", _ACTS)]
