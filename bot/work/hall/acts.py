"""What a button of a meeting may do: one line for each."""

from collections.abc import Awaitable, Callable

from bot.work.hall import attendance, guest_forms, guests, hub, programme, reading_back, results, sheets, turns
from bot.work.hall.meeting import Hall

Act = Callable[[Hall, list[str]], Awaitable[None]]

#: Comes from outside: what it opens stands in a message of its own, and what was said there stays.
ENTERING = "masuk"

#: Shows something, or asks for something.
LOOKS: dict[str, Act] = {
    "buka": hub.show,
    "lain": hub.others,
    "tamu": guests.show,
    "nama": guests.choose,
    "orang": guests.show_one,
    "tambah": guest_forms.ask_one,
    "banyak": guest_forms.ask_many,
    "ganti": guest_forms.ask_replacement,
    "hadir": attendance.show,
    "ketuk": attendance.show_ticks,
    "tamubaru": attendance.ask_guest,
    "angka": attendance.ask_numbers,
    "foto": attendance.ask_photo,
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
    "sebablain": results.ask_own_reason,
    "cetak": sheets.choose,
    "lembar": sheets.send_one,
}
#: Changes something: two telephones that press at once do so one after the other.
CHANGES: dict[str, Act] = {
    "sedia": guests.confirm,
    "absen": guests.refuse,
    "jenis": guests.tell_gender,
    "datang": attendance.tick,
    "hitung": attendance.count_ticks,
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
    "kabari": results.tell_all,
}
#: Those that begin or change something and need nothing but the meeting: what stands behind it was never ours.
ALONE = frozenset({"tambah", "banyak", "tamubaru", "angka", "foto", "acarabaru", "baru", "hitung", "kabari"})
