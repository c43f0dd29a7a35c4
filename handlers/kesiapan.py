"""/kesiapan: how ready the desa and kelurahan are, and by buttons down to one task and its proof."""

from bot.work.readiness import reminding, screens, tasks, urged_in_words, urged_undated
from bot.work.unprompted.asking import urged_undone
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_ACTS: dict[str, Act] = {
    "awal": screens.first_screen,
    "semua": screens.send_all,
    "tabel": screens.send_table,
    "kec:<word>:<page>": screens.show_kecamatan,
    "desa:<word>:<page>": screens.show_village,
    "tugas:<id>": tasks.show_task,
    "ingatkan:<word>": reminding.remind,
    "pesan:<id>:<id>": urged_in_words.send,
    "tanggal:<id>": urged_undated.send,
    "siap:<word>:<id>": urged_undone.prepare,
    "belum:<id>": urged_undone.send,
    "telat:<id>": urged_undone.send_late,
}

HANDLERS = [on_command("kesiapan", screens.first_screen), on_family("r", _ACTS)]
