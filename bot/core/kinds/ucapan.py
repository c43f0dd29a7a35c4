"""Whatever is typed, also a question: what somebody asks us to hand on, and what somebody says to them."""

from bot.core.kinds import text

#: Not FREE: there a short question is taken for one to us, and here it is the answer.
SPOKEN = True
Params, read = text.Params, text.read
