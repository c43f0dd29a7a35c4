"""What a button of a meeting may do: one line for each."""

from collections.abc import Awaitable, Callable

from bot.work.hall import attendance, came, hub, letterheads, past, programme, reading_back, recounted, sheets, turns
from bot.work.hall.decided import forum_list, results, results_said
from bot.work.hall.invited import guest_changes, guest_forms, guest_lists, guests, ticking
from bot.work.hall.meeting import Hall

Act = Callable[[Hall, list[str]], Awaitable[None]]

#: Comes from outside: what it opens stands in a message of its own, and what was said there stays.
ENTERING = "masuk"

#: Shows something, or asks for something.
LOOKS: dict[str, Act] = {
    "buka": hub.show,
    "lain": hub.others,
    "lewat": past.show,
    "tamu": guests.show,
    "nama": guests.choose,
    "orang": guests.show_one,
    "tambah": guest_forms.ask_one,
    "banyak": guest_lists.ask,
    "ganti": guest_forms.ask_replacement,
    "tulisulang": guest_changes.ask,
    "hadir": attendance.show,
    "ketuk": ticking.show,
    "tamubaru": ticking.ask_newcomers,
    "angka": attendance.ask_numbers,
    "foto": attendance.ask_photo,
    "berita": attendance.ask_minutes,
    "acara": programme.show,
    "susun": programme.arrange,
    "poin": programme.show_point,
    "acarabaru": programme.ask_point,
    "giliran": turns.show,
    "minta": turns.choose,
    "baru": turns.ask_name,
    "baca": reading_back.show,
    "betulkan": reading_back.say_wrong,
    "hasil": results.show,
    "ubahsatu": results.choose_one,
    "daftarhasil": forum_list.show,
    "sisanya": forum_list.ask_rest,
    "sebablain": results.ask_own_reason,
    "cetak": sheets.choose,
    "lembar": sheets.send_one,
    "kop": letterheads.show,
    "isikop": letterheads.ask,
    "nomor": letterheads.ask_number,
}
#: Changes something: two telephones that press at once do so one after the other.
CHANGES: dict[str, Act] = {
    "sedia": guests.confirm,
    "absen": guests.refuse,
    "jenis": guests.tell_gender,
    "simpan": guest_lists.keep,
    "lupakan": guest_lists.put_away,
    "hapus": guest_changes.remove,
    "pulihkan": guest_changes.restore,
    "datang": ticking.tick,
    "semua": ticking.tick_all,
    "batalsemua": ticking.untick_all,
    "hitung": ticking.count,
    "batalhitung": attendance.undo,
    "susul": recounted.add,
    "jumlahkan": came.put,
    "mulai": programme.begin,
    "tutup": programme.close,
    "lebih": programme.more_minutes,
    "kurang": programme.fewer_minutes,
    "naik": programme.move_up,
    "turun": programme.move_down,
    "buang": programme.remove,
    "bicara": turns.begin,
    "cukup": turns.end,
    "tangan": turns.raise_hand,
    "benar": reading_back.say_right,
    "putus": results.decide,
    "sebab": results.give_reason,
    "tetapkan": results_said.agree,
    "maukabari": results.ask_to_tell,
    "kabari": results.tell_all,
    "tandai": forum_list.tick,
    "sisasebab": forum_list.keep_rest,
}
#: Those that begin or change something and need nothing but the meeting: what stands behind it was never ours.
ALONE = frozenset(
    {
        "tambah",
        "banyak",
        "tamubaru",
        "angka",
        "foto",
        "berita",
        "kop",
        "nomor",
        "acarabaru",
        "baru",
        "semua",
        "hitung",
        "maukabari",
        "kabari",
        "sisanya",
    }
)
