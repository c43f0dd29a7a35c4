"""The bots to compare with: python-telegram-bot as its readme shows it, and the same on our wire.

python -m tests.bench.echo stock|wire ADDRESS CONCURRENCY
"""

import os
import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from tests.support import FAKE_TOKEN


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """One text in, one text out."""
    assert update.message is not None
    assert update.message.text is not None
    await update.message.reply_text(update.message.text)


def _on_our_wire(builder: Any, address: str) -> Any:
    from bot.edges.wire import Wire
    from bot.edges.wire_request import WireRequest

    wire = Wire(address, FAKE_TOKEN)
    return builder.request(WireRequest(wire)).get_updates_request(WireRequest(wire))


def main(client: str, address: str, concurrency: int) -> None:
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    builder = ApplicationBuilder().token(FAKE_TOKEN).base_url(f"{address}/bot")
    if concurrency > 1:
        builder = builder.concurrent_updates(concurrency)
    if client == "wire":
        builder = _on_our_wire(builder, address)
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
