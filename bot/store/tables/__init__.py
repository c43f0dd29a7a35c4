"""Every table, and beside each the sentence that says why it is there.

Unfinished work is `outcome IS NULL`, so that partial indexes hold only what is left to do and a look for work costs
what is due, never what exists.
"""

from bot.store.tables.broadcasts import *
from bot.store.tables.calendar import *
from bot.store.tables.checking import *
from bot.store.tables.deciding import *
from bot.store.tables.delegating import *
from bot.store.tables.lessons import *
from bot.store.tables.monitoring import *
from bot.store.tables.people import *
from bot.store.tables.queues import *
from bot.store.tables.reaching import *
from bot.store.tables.reading import *
from bot.store.tables.shared import *
from bot.store.tables.sipd import *
from bot.store.tables.training import *
from bot.store.tables.usulan import *
