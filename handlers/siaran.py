"""/siaran: announcements. Family `a` is their authors', `e` their recipients'."""

from bot.work.broadcasts import amending, halting, mending, pages, replanning, told
from bot.work.broadcasts.answers import answered, readers, replies
from bot.work.broadcasts.outcome import files, history, results
from bot.work.broadcasts.under_way import steering
from bot.work.broadcasts.writing import agreeing, composing, following, guessed, meanwhile, preview, readdressing
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_AUTHORS: dict[str, Act] = {
    "daftar:<page>": pages.show,
    "lihat:<id>": pages.show_one,
    "baru": composing.write,
    "lanjut": composing.go_on,
    "bahan:<page>": pages.show_templates,
    "tulis:<word>": composing.write_from,
    "ubah:<id>": composing.change,
    "tulisan:<id>": composing.rewrite,
    "tahan:<id>": guessed.hold_to_change,
    "untuk:<id>:<word>:<id>": guessed.readdress,
    "tambahi:<id>:<id>": amending.add_told,
    "tanggal:<id>:<id>": amending.write_dates,
    "pakai:<id>": composing.use_again,
    "tambah:<id>": composing.add_recipients,
    "contoh:<id>": preview.show,
    "syarat:<id>:<word>": preview.narrow,
    "pilihan:<id>": preview.offer_choices,
    "tanpa:<id>": meanwhile.take_out,
    "coba": preview.explain_trial,
    "kirim:<id>": agreeing.send,
    "penting:<id>": told.hasten,
    "sendiri:<id>": agreeing.send_alone,
    "setuju:<id>": agreeing.agree,
    "kembali:<id>": agreeing.give_back,
    "buang:<id>": agreeing.drop,
    "jeda:<id>": steering.pause,
    "teruskan:<id>": steering.resume,
    "hentikan:<id>": steering.stop,
    "urung:<id>": steering.undo,
    "jam:<id>": replanning.ask,
    "kini:<id>": replanning.send_now,
    "jam_ya:<id>:<id>": replanning.put_at,
    "jam_tidak:<id>": replanning.leave,
    "tetap:<id>": steering.keep,
    "tarik:<id>": steering.ask_withdraw,
    "tarik_ya:<id>": steering.withdraw,
    "tarik_ke:<id>:<id>": halting.withdraw_and_show,
    "ralat:<id>": mending.ask,
    "ulang:<id>:<word>": steering.send_again,
    "ingatkan:<id>": steering.remind,
    "hasil:<id>": results.show,
    "balasan:<id>": results.show_answers_of,
    "desa:<id>:<page>": results.show_places,
    "peran:<id>": results.show_roles,
    "belum:<id>:<page>": results.show_unconfirmed,
    "jelas:<id>:<page>": results.show_unsure,
    "excel:<id>": files.send_table,
    "excel:<id>:<word>": files.send_table,
    "gambar:<id>": files.send_picture,
    "papan:<id>": files.send_page,
    "wa:<id>": files.forward,
    "riwayat:<id>:<page>": history.show,
    "lama:<id>:<page>": history.show_old_words,
    "ikut:<id>:<id>": following.follow,
    "biar:<id>:<id>": following.leave,
    "jawab:<id>": replies.begin_answer,
    "balik:<id>:<id>": answered.take_back,
    "balik:<id>:<id>:<id>": answered.take_back,
    "penerima:<word>": readdressing.decide,
}
_RECIPIENTS: dict[str, Act] = {
    "paham:<id>": readers.understood,
    "jawab:<id>:<page>": readers.answer,
    "pilih:<id>:<page>": readers.choose,
}

HANDLERS = [on_command("siaran", pages.show), on_family("a", _AUTHORS), on_family("e", _RECIPIENTS)]
