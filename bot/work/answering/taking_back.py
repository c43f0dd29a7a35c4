"""One usulan is taken back in words by whoever brought it ("hapus usulan bungin 1", "tidak jadi usulannya"): after one
yes nobody reads it any more. What a meeting has taken up stays, and the wish is handed on."""

import re
from functools import lru_cache

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.questions import Flow
from bot.core.forms.writing import clean, is_question, key_of
from bot.core.records import WITHDRAWN, Usulan
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.answering import naming, questions
from bot.work.answering.changing import label_of, lately
from bot.work.answering.correcting import subject
from bot.work.people.people import has_consented
from bot.work.saying.keyboard import keyboard
from bot.work.unprompted.nothing_open import naming as above
from bot.work.usulan.usulan import spoken_name
from bot.work.visit import Journey, Visit

_LONGEST = 9  # words
