"""Ending well: waits are cut short when it is time to stop, transactions never are.

A task that is cancelled inside BEGIN IMMEDIATE may leave the SQLite file locked for seconds; so nobody cancels a
part, each looks at `stopping` itself.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def unless(stopping: asyncio.Event, wait: Coroutine[Any, Any, T]) -> T | None:
    """The result of a wait (the network, never the database), or None when it is time to stop first."""
    waiting, stopped = asyncio.ensure_future(wait), asyncio.ensure_future(stopping.wait())
    try:
        await asyncio.wait({waiting, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return waiting.result() if waiting.done() else None
    finally:
        waiting.cancel()
        stopped.cancel()


async def pause(stopping: asyncio.Event, seconds: float) -> None:
    """Sleep, but wake at once when it is time to stop."""
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
