"""A question to somebody, typed or spoken: whatever its words, it is the answer here and no question to us."""

from bot.core.kinds import story

TAKES, holds, show = story.TAKES, story.holds, story.show
#: Not FREE, like `ucapan`: there a short question is taken for one to us.
SPOKEN = True
Params, read = story.Params, story.read
