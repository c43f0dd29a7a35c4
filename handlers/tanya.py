"""Buttons under answers: whether one's name is told, a question for the facilitator; and its answer."""

from bot.work.answering import answers, questions
from handlers.buttons import on_family
from handlers.guard import Act

#: For who asked.
_OWN: dict[str, Act] = {
    "jangan": answers.take_name_off,
    "sebut": answers.put_name_on,
    "tanya": questions.begin,
    "tanya:<word>": questions.begin,
}
#: For who answers.
_ASKED: dict[str, Act] = {
    "daftar:<page>": questions.show_list,
    "lihat:<id>": questions.show,
    "jawab:<id>": questions.begin_answer,
}

HANDLERS = [on_family("n", _OWN), on_family("q", _ASKED)]
