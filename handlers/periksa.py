"""/periksa: what a facilitator has not read yet, each usulan with its media, and *Sudah saya baca*; what was read, and
who has to be told in person."""

from functools import partial

from bot.work.checking import giving
from bot.work.deciding import (
    aloud,
    asking_by_words,
    changing,
    clarified,
    clarifying,
    history,
    mistaken,
    saving,
    ticking,
    told_directly,
    word_to_proposer,
)
from bot.work.delegating import giving as delegating
from bot.work.reading import finding, lists, orders, pictures, pointing, screen, sieve, slips, voices
from bot.work.roles import deeds
from bot.work.unprompted import state_told
from bot.work.usulan import completing
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_ACTS: dict[str, Act] = {
    **{f"daftar:{name}:<page>": partial(lists.show, which=name) for name in lists.LISTS},
    **{f"hal:{name}:<page>": partial(lists.show, which=name, in_place=True) for name in lists.LISTS},
    "saring": sieve.choose,
    "tabel": orders.offer,
    **{f"pesan:{kind}:<year>": partial(orders.order, kind=kind) for kind in orders.MOST},
    "dusun:<id>:<page>": sieve.show_dusun,
    "cari": finding.ask,
    "temu:<page>:<word>": finding.turn,
    "lihat:<id>": screen.show,
    "bersama:<id>": completing.begin_together,
    "baca:<id>": screen.mark_read,
    f"{pointing.ALL_READ}:<page>:<id>": pointing.read_all,
    "kabari:<id>": told_directly.say_told,
    "bacakan": aloud.show,
    "dibacakan:<id>": aloud.mark_read,
    "riwayat:<id>": history.show,
    "lagi:<id>": screen.bring_again,
    "ubah:<id>": changing.begin,
    "jadi:<id>:<id>:<word>": changing.become,
    "karena:<id>:<id>:<word>:<word>": changing.because,
    "oleh:<id>:<id>:<word>:<word>:<word>": changing.decided_by,
    "sah:<id>:<id>:<word>:<word>:<word>": saving.save,
    "hasil:<word>": state_told.go_on,
    "batalubah:<id>:<id>": changing.cancel,
    "keliru:<id>:<id>": mistaken.press,
    "sahkeliru:<id>:<id>": mistaken.save,
    "banyak:<page>": ticking.show,
    "centang:<id>:<page>": ticking.tick,
    "takcentang:<page>": ticking.clear,
    "belum:<id>": deeds.unread,
    "ktp:<id>": pictures.choose,
    "buang:<id>:<id>": pictures.remove,
    "kode:<id>": slips.hand_out,
    "tulis:<id>:<word>": voices.begin,
    "tanya:<id>:<word>": clarifying.ask,
    "tanyalain:<id>": clarifying.choose,
    "tanyahal:<id>:<word>": clarifying.begin_own,
    "kirimtanya:<id>:<word>": asking_by_words.send,
    "kirimkata:<id>:<word>": word_to_proposer.send,
    "tariktanya:<id>": clarifying.withdraw,
    "uji:<id>": giving.choose,
    "uji:<id>:<word>:<page>": giving.choose,
    "ujike:<id>:<word>:<id>": giving.give,
    "ujike:<id>:<word>:<id>:<id>": giving.give,
    "ujitarik:<id>": giving.take_back,
    "utus:<id>": delegating.choose,
    "utus:<id>:<page>": delegating.choose,
    "utuske:<id>:<id>": delegating.give,
    "utustarik:<id>": delegating.take_back,
    "isi:<id>": partial(clarified.begin, together=True),  # an answer that was brought by mouth
}
#: What the speaker says to what was typed.
_ANSWERS: dict[str, Act] = {
    "ya:<id>": partial(voices.answer, right=True),
    "bukan:<id>": partial(voices.answer, right=False),
}

HANDLERS = [on_command("periksa", lists.first_screen), on_family("u", _ACTS), on_family("w", _ANSWERS)]
