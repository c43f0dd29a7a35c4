"""The table of contents of guided conversations: what every form of the content is to the program."""

from collections.abc import Iterable

from bot.core.forms.questions import Flow
from bot.work.answering import changing, correcting, questions, told_again
from bot.work.answering.gone import taking_back
from bot.work.broadcasts import mending, replanning
from bot.work.broadcasts.answers import answered, replies
from bot.work.broadcasts.under_way import hurrying
from bot.work.broadcasts.writing import agreeing, composing
from bot.work.calendar import at_once, calling_off, moved_together, moving, setting, venues
from bot.work.checking import ending, filling
from bot.work.deciding import clarified, clarifying, saving, word_to_proposer
from bot.work.delegating import speaking
from bot.work.hall import attendance, letterheads, programme, reading_back, turns
from bot.work.hall.decided import results
from bot.work.hall.invited import guest_changes, guest_forms, guest_lists, ticking
from bot.work.lessons import rhythm, scenes, stories
from bot.work.lessons.coaching import answered as lessons_answered
from bot.work.lessons.coaching import greetings, replying, trainers
from bot.work.lessons.coaching import voices as lesson_voices
from bot.work.monitoring import fitting, photographing
from bot.work.people import phones, rights
from bot.work.places import hamlets, posters
from bot.work.reading import finding, voices
from bot.work.roles import blocking, deeds, handover, invited_lines
from bot.work.sipd import incoming, kamus
from bot.work.tasks import doing, proofs
from bot.work.training import materials
from bot.work.unprompted import passing, reconsidered
from bot.work.unprompted.absent import leave
from bot.work.unprompted.after import after_learning
from bot.work.usulan import completing, usulan
from bot.work.usulan.dangers import where
from bot.work.usulan.voices import kept_off, speakers, titip
from bot.work.visit import Journey

_ALL: tuple[Journey, ...] = (
    usulan.JOURNEY,
    completing.JOURNEY,
    titip.JOURNEY,
    speakers.JOURNEY,
    where.JOURNEY,
    voices.JOURNEY,
    rights.NAME,
    kept_off.JOURNEY,
    phones.JOURNEY,
    invited_lines.JOURNEY,
    handover.JOURNEY,
    blocking.JOURNEY,
    deeds.JOURNEY,
    hamlets.CHOICE,
    hamlets.NEW,
    hamlets.RENAMING,
    posters.JOURNEY,
    setting.JOURNEY,
    at_once.JOURNEY,
    moved_together.JOURNEY,
    moving.OTHER_TIME,
    moving.OTHER_DAY,
    venues.JOURNEY,
    calling_off.JOURNEY,
    doing.DAY,
    doing.NEEDLESS_TASK,
    doing.UNPROVED,
    doing.HELP,
    *proofs.JOURNEYS,
    guest_forms.ONE,
    guest_lists.JOURNEY,
    guest_changes.JOURNEY,
    guest_forms.REPLACEMENT,
    attendance.NUMBERS,
    attendance.SHEET,
    attendance.MINUTES,
    letterheads.JOURNEY,
    letterheads.NUMBER,
    ticking.NEWCOMERS,
    programme.JOURNEY,
    turns.JOURNEY,
    finding.JOURNEY,
    reading_back.JOURNEY,
    results.JOURNEY,
    correcting.JOURNEY,
    changing.JOURNEY,
    told_again.JOURNEY,
    taking_back.JOURNEY,
    reconsidered.JOURNEY,
    reconsidered.WHERE,
    clarifying.JOURNEY,
    clarified.JOURNEY,
    photographing.JOURNEY,
    fitting.JOURNEY,
    filling.JOURNEY,
    ending.JOURNEY,
    speaking.JOURNEY,
    incoming.JOURNEY,
    kamus.JOURNEY,
    saving.REASONING,
    saving.JOINING,
    questions.ANSWERING,
    questions.ASKING,
    questions.WHERE,
    word_to_proposer.JOURNEY,
    composing.JOURNEY,
    after_learning.WHICH,
    *passing.ABOUT_WORDS.values(),
    agreeing.NUMBER,
    replanning.JOURNEY,
    hurrying.JOURNEY,
    agreeing.RETURNING,
    mending.JOURNEY,
    replies.ANSWERING,
    answered.WHOM,
    rhythm.RESTING,
    leave.JOURNEY,
    scenes.JOURNEY,
    stories.TELLING,
    trainers.ASKING,
    lessons_answered.ANSWERING,
    greetings.GREETING,
    greetings.GREETING_ALL,
    greetings.ANSWERING,
    replying.JOURNEY,
    lesson_voices.RECORDING,
    materials.SENDING,
)
#: By the name of the form.
JOURNEYS = {journey.form: journey for journey in _ALL}


class Homeless(Exception):
    """Forms of the content that no journey takes anywhere; whoever filled one in would be let down at *Kirim*."""


def see_that_each_has_one(flows: Iterable[Flow]) -> None:
    """Raises Homeless, with the names of the forms."""
    homeless = sorted(flow.key for flow in flows if (flow.journey or flow.key) not in JOURNEYS)
    if homeless:
        raise Homeless(", ".join(homeless))
