"""The chat page's own routes: state, events, and everything a person does."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.simulator.chats import Chat, Person
from bot.simulator.faults import Fault
from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal
from bot.simulator.trial import Trial

PING_EVERY = 15.0
"""Seconds after which an idle event stream says that it is alive."""

Verb = Callable[..., Any]


def page_routes(trial: Trial) -> list[web.RouteDef]:
    """Every route below `/sim/`."""
    return [
        web.get("/sim/state", partial(show_state, trial)),
        web.get("/sim/events", partial(stream_events, trial)),
        web.get("/sim/file/{file_id}", partial(show_file, trial)),
        web.post("/sim/media", partial(take_media, trial)),
        web.delete("/sim/faults", partial(remove_faults, trial)),
        *(web.post(f"/sim/{name}", partial(act, trial, verb)) for name, verb in VERBS.items()),
    ]


async def act(trial: Trial, verb: Verb, request: web.Request) -> web.Response:
    return await refusing(_run(trial, verb, request))


async def show_state(trial: Trial, _: web.Request) -> web.Response:
    return web.json_response(trial.stage.state())


async def _run(trial: Trial, verb: Verb, request: web.Request) -> Json:
    try:
        given = json.loads(await request.read() or b"{}")
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise PageRefusal("Permintaan ini tidak terbaca.")
    done = verb(trial, **given)
    return _shown(trial, await done if isinstance(done, Awaitable) else done)


def _shown(trial: Trial, done: Any) -> Json:
    """What came of a verb, as the page reads it."""
    if isinstance(done, Person):
        return done.as_json()
    if isinstance(done, Chat):
        return trial.stage.chat_view(done)
    if isinstance(done, Fault):
        return {"faults": trial.stage.faults.as_json()}
    if isinstance(done, datetime):
        return {"now": done.isoformat()}
    if isinstance(done, str):
        return {"query": done}
    return {} if done is None else trial.stage.view(done)


async def refusing(answering: Awaitable[Any]) -> web.Response:
    """Turn what a person cannot do into 400 with a sentence, and a missing field too."""
    try:
        return web.json_response(await answering)
    except PageRefusal as refusal:
        return web.json_response({"error": str(refusal)}, status=400)
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        return web.json_response({"error": f"Isian kurang atau keliru: {problem}"}, status=400)


async def stream_events(trial: Trial, request: web.Request) -> web.StreamResponse:
    """Server-Sent Events from number `since` on, until the page leaves or the simulator stops."""
    feed = trial.stage.feed
    marks = request.query.get("since"), request.headers.get("Last-Event-ID")
    seen = max((int(mark) for mark in marks if mark and mark.isdecimal()), default=feed.count)
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    stream = web.StreamResponse(headers=headers)
    await stream.prepare(request)
    while not feed.closed:
        events = [trial.stage.event_view(event) for event in feed.since(seen)]
        seen = events[-1]["n"] if events else seen
        lines = "".join(f"id: {event['n']}\ndata: {json.dumps(event)}\n\n" for event in events)
        await stream.write(lines.encode() or b": ada\n\n")
        await _wait_a_little(trial, seen)
    return stream


async def _wait_a_little(trial: Trial, seen: int) -> None:
    try:
        async with asyncio.timeout(PING_EVERY):
            await trial.stage.feed.wait_beyond(seen)
    except TimeoutError:
        return


async def show_file(trial: Trial, request: web.Request) -> web.Response:
    stored = trial.stage.files.find(request.match_info["file_id"])
    if stored is None:
        return web.json_response({"error": "Berkas itu tidak ada."}, status=404)
    kind = stored.mime if stored.mime.startswith(("image/jpeg", "image/png", "audio/", "video/")) else DOWNLOAD
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=3600"}
    return web.Response(body=stored.content, content_type=kind.partition(";")[0], headers=headers)


DOWNLOAD = "application/octet-stream"
"""Anything that a browser might run is only ever downloaded."""


async def take_media(trial: Trial, request: web.Request) -> web.Response:
    form = await request.post()
    return await refusing(_media(trial, dict(form)))


async def _media(trial: Trial, form: dict[str, Any]) -> Json:
    file = form.get("file")
    if not isinstance(file, FileField):
        raise PageRefusal("Berkasnya belum dipilih.")
    content = file.file.read()
    file.file.close()
    reply_to = int(form["reply_to"]) if form.get("reply_to") else None
    message = await trial.media(
        int(form["person"]), form["kind"], content, int(form["chat"]), form.get("caption") or None,
        form.get("album") or None, file.filename, file.content_type.partition(";")[0], reply_to,
    )  # fmt: skip
    return trial.stage.view(message)


async def remove_faults(trial: Trial, request: web.Request) -> web.Response:
    wanted = request.query.get("id")
    trial.clear_faults(int(wanted) if wanted else None)
    return web.json_response({"faults": trial.stage.faults.as_json()})


async def _move_clock(trial: Trial, by: float = 0.0, to: str | None = None) -> datetime:
    """A moment without a zone is meant where the simulator is."""
    if to is None:
        return await trial.move_clock(by=float(by))
    moment = datetime.fromisoformat(to)
    return await trial.move_clock(to=moment if moment.tzinfo else moment.replace(tzinfo=trial.zone))


VERBS: dict[str, Verb] = {
    "people": Trial.add_person, "groups": Trial.add_group, "send": Trial.say, "start": Trial.begin,
    "press": Trial.press_data, "location": Trial.location, "contact": Trial.contact, "edit": Trial.edit,
    "delete": Trial.delete, "vote": Trial.vote, "block": Trial.block, "clock": _move_clock, "faults": Trial.add_fault,
    "kill": Trial.kill,
}  # fmt: skip
"""What the page can do: each is a verb of the trial, with the parameters of the same names."""
