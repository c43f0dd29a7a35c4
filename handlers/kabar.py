"""/kabar Maiwa 42: how far an usulan is, for anybody who holds its number."""

from bot.work.answering import questions
from bot.work.deciding import moved, telling, word_to_proposer
from bot.work.monitoring import fitting, photographing
from bot.work.usulan import kabar
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act, on_command


async def _tell(visit: Visit, typed: str) -> None:
    number = kabar.number_in(visit.office, typed)
    if number is not None:
        await kabar.tell(visit, *number)
    else:
        await kabar.ask_number(visit)


_ACTS: dict[str, Act] = {
    "n:<word>:<serial>:<year>": kabar.tell,  # another year of the same number
    "d:<id>": kabar.list_of_dusun,
    "jelas:<id>:<id>": telling.say_clear,  # what was decided of one's own
    "tanya:<id>:<id>": telling.ask_more,
    "paham:<id>": moved.say_clear,  # how one's own has moved
    "nanya:<id>": moved.ask_more,
    "tanyalagi:<id>": questions.begin_again,  # below an answer to one's own question
    "balas:<id>": word_to_proposer.begin_answer,  # a word of whoever reads one's own
    "sesudah:<id>": photographing.wait_for,  # what was made of one's own, or of somebody's without a telephone
    "sesuai:<id>": fitting.say_fits,
    "beda:<id>": fitting.begin,
}

HANDLERS = [on_command("kabar", _tell, with_words=True), on_family("k", _ACTS)]
