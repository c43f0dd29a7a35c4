"""/belajar: lessons, questions, scenes to practise; /hemat: without pictures; /tanya: what to say to a hard question;
and answers to a quiz."""

from functools import partial

from telegram import Update
from telegram.ext import PollAnswerHandler

from bot.work.lessons import certificates, exams, left, page, quiz, reading, rhythm, scenes, stories
from bot.work.lessons.coaching import answered, follow_up, greetings, hard, replying, trainers, voices
from bot.work.unprompted.after import after_learning
from handlers.buttons import on_family
from handlers.context import Context, current_turn
from handlers.guard import Act, on_command


async def _poll_answer(update: Update, context: Context) -> None:
    """An answer to a poll carries no chat: only whoever is known here was ever asked."""
    told = update.poll_answer
    assert told is not None
    if current_turn.get().person is not None:
        await quiz.take_poll(context.visit, told.poll_id, told.option_ids)


_ACTS: dict[str, Act] = {
    "awal": page.show,
    "daftar": page.list_modules,
    "sisa:<page>": left.show,
    "modul:<word>": page.list_lessons,
    "hemat": partial(page.set_thrift, thrifty=True),
    "boros": partial(page.set_thrift, thrifty=False),
    "jam": rhythm.show,
    "hari:<page>": rhythm.switch_day,
    "pukul:<word>": rhythm.choose_hour,
    "jeda": rhythm.rest_for_a_month,
    "jeda.tanggal": rhythm.ask_day,
    "jeda:<page>": rhythm.rest,
    "nanti": reading.later,
    "sekarang": reading.now,
    "baca:<word>:<page>": reading.read,
    "gambar:<word>": reading.show_picture,
    "kuis:<word>:<page>": quiz.begin,
    "jawab:<id>:<page>": quiz.press,
    "ulang": quiz.ask_card,
    "suara:<word>:<word>": voices.play,
    "tes:<word>": exams.offer,
    "tes.mulai:<word>": exams.begin,
    "tes.lewat": exams.leave_out,
    "tes.jawab:<id>:<page>": exams.press,
    "tes.bahas:<id>": exams.review,
    "sertifikat": certificates.show,
    "sertifikat.minta": certificates.ask,
    "ditanya:<page>": hard.list_all,
    "tanya:<word>": hard.show,
    "latihan": scenes.list_all,
    "adegan:<word>": scenes.begin,
    "main:<word>:<page>:<page>": scenes.press,
    "keluar": scenes.leave,
    "coba:<word>": stories.begin,
    "belum:<word>": stories.not_yet,
    "bagi:<id>": stories.share,
    "jangan:<id>": stories.keep,
    "bercerita": stories.choose,
    "ceritaku:<word>": after_learning.choose,
    "tanggapi:<id>": replying.begin,
    "cerita:<page>": stories.show_list,
    "dengar:<id>": stories.play,
    "bertanya:<word>": trainers.begin,
    "lagi:<id>": follow_up.begin,
    "jawaban:<word>": trainers.show_published,
    "salam:<id>": greetings.begin_answer,
    "antre:<page>": trainers.show_list,
    "balas:<id>": answered.begin_answer,
    "simak:<id>": trainers.play,
    "terbit:<id>": answered.publish,
    "tuntas:<id>": answered.settle,
}

HANDLERS = [
    on_command("belajar", page.show),
    on_command("hemat", partial(page.set_thrift, thrifty=True)),
    on_command("tanya", hard.find, with_words=True),
    on_family("x", _ACTS),
    PollAnswerHandler(_poll_answer),
]
