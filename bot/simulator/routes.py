"""The chat page's own routes: state, events, and everything a person does."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal

if TYPE_CHECKING:
    from bot.simulator.server import Simulator

PING_EVERY = 15.0
"""Seconds after which an idle event stream says that it is alive."""

Act = Callable[["Simulator", Json], Awaitable[Any]]


def page_routes(simulator: "Simulator") -> list[web.RouteDef]:
    """Every route below `/sim/`."""
    acting = [web.post(f"/sim/{name}", _act(simulator, act)) for name, act in ACTS.items()]
    return [
        web.get("/sim/state", _bind(simulator, show_state)),
        web.get("/sim/events", _bind(simulator, stream_events)),
        web.get("/sim/file/{file_id}", _bind(simulator, show_file)),
        web.post("/sim/media", _bind(simulator, take_media)),
        web.delete("/sim/faults", _bind(simulator, remove_faults)),
        *acting,
    ]


Route = Callable[["Simulator", web.Request], Awaitable[web.StreamResponse]]


def _bind(simulator: "Simulator", route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        return await route(simulator, request)

    return answer


def _act(simulator: "Simulator", act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        return await refusing(_run(simulator, act, request))

    return answer


async def show_state(simulator: "Simulator", _: web.Request) -> web.Response:
    return web.json_response(simulator.stage.state())


async def _run(simulator: "Simulator", act: Act, request: web.Request) -> Any:
    try:
        given = json.loads(await request.read() or b"{}")
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise PageRefusal("Permintaan ini tidak terbaca.")
    return await act(simulator, given)


async def refusing(answering: Awaitable[Any]) -> web.Response:
    """Turn what a person cannot do into 400 with a sentence, and a missing field too."""
    try:
        return web.json_response(await answering)
    except PageRefusal as refusal:
        return web.json_response({"error": str(refusal)}, status=400)
    except (KeyError, TypeError, ValueError) as problem:
        return web.json_response({"error": f"Isian kurang atau keliru: {problem}"}, status=400)


async def stream_events(simulator: "Simulator", request: web.Request) -> web.StreamResponse:
    """Server-Sent Events from number `since` on, until the page leaves or the simulator stops."""
    feed = simulator.stage.feed
    marks = request.query.get("since"), request.headers.get("Last-Event-ID")
    seen = max((int(mark) for mark in marks if mark and mark.isdigit()), default=feed.count)
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    stream = web.StreamResponse(headers=headers)
    await stream.prepare(request)
    while not feed.closed:
        events = [simulator.stage.event_view(event) for event in feed.since(seen)]
        seen = events[-1]["n"] if events else seen
        lines = "".join(f"id: {event['n']}\ndata: {json.dumps(event)}\n\n" for event in events)
        await stream.write(lines.encode() or b": ada\n\n")
        await _wait_a_little(simulator, seen)
    return stream


async def _wait_a_little(simulator: "Simulator", seen: int) -> None:
    try:
        async with asyncio.timeout(PING_EVERY):
            await simulator.stage.feed.wait_beyond(seen)
    except TimeoutError:
        return


async def show_file(simulator: "Simulator", request: web.Request) -> web.Response:
    stored = simulator.stage.files.find(request.match_info["file_id"])
    if stored is None:
        return web.json_response({"error": "Berkas itu tidak ada."}, status=404)
    kind = stored.mime if stored.mime.startswith(("image/jpeg", "image/png", "audio/", "video/")) else DOWNLOAD
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=3600"}
    return web.Response(body=stored.content, content_type=kind.partition(";")[0], headers=headers)


DOWNLOAD = "application/octet-stream"
"""Anything that a browser might run is only ever downloaded."""


async def take_media(simulator: "Simulator", request: web.Request) -> web.Response:
    form = await request.post()
    return await refusing(_media(simulator, dict(form)))


async def _media(simulator: "Simulator", form: dict[str, Any]) -> Json:
    file = form.get("file")
    if not isinstance(file, FileField):
        raise PageRefusal("Berkasnya belum dipilih.")
    content = file.file.read()
    file.file.close()
    reply_to = int(form["reply_to"]) if form.get("reply_to") else None
    message = await simulator.media(
        int(form["person"]), form["kind"], content, int(form["chat"]), form.get("caption") or None,
        form.get("album") or None, file.filename, file.content_type.partition(";")[0], reply_to,
    )  # fmt: skip
    return simulator.stage.view(message)


async def remove_faults(simulator: "Simulator", request: web.Request) -> web.Response:
    wanted = request.query.get("id")
    simulator.clear_faults(int(wanted) if wanted else None)
    return web.json_response({"faults": simulator.stage.faults.as_json()})


async def _people(sim: "Simulator", given: Json) -> Json:
    first_name = str(given["first_name"]).strip()
    if not first_name:
        raise PageRefusal("Namanya belum diisi.")
    wanted = (given.get(name) or None for name in ("last_name", "username", "role"))
    return sim.add_person(first_name, *wanted).as_json()


async def _groups(sim: "Simulator", given: Json) -> Json:
    return sim.stage.chat_view(sim.add_group(str(given["title"]), [int(member) for member in given["members"]]))


async def _send(sim: "Simulator", given: Json) -> Json:
    return sim.stage.view(await sim.say(given["person"], str(given["text"]), given["chat"], given.get("reply_to")))


async def _start(sim: "Simulator", given: Json) -> Json:
    return sim.stage.view(await sim.begin(given["person"], given.get("payload") or None))


async def _press(sim: "Simulator", given: Json) -> Json:
    where = given["person"], int(given["message_id"]), str(given["data"]), given["chat"]
    return {"query": await sim.press_data(*where)}


async def _location(sim: "Simulator", given: Json) -> Json:
    place = float(given["latitude"]), float(given["longitude"])
    return sim.stage.view(await sim.location(given["person"], *place, given["chat"]))


async def _contact(sim: "Simulator", given: Json) -> Json:
    fields = ("phone_number", "first_name", "last_name", "user_id")
    card = {name: given[name] for name in fields if given.get(name)}
    card = {"phone_number": given["phone_number"], "first_name": given["first_name"]} | card
    return sim.stage.view(await sim.post(given["person"], {"contact": card}, given["chat"]))


async def _edit(sim: "Simulator", given: Json) -> Json:
    return sim.stage.view(await sim.edit(given["person"], given["message_id"], str(given["text"]), given["chat"]))


async def _delete(sim: "Simulator", given: Json) -> Json:
    await sim.delete(given["person"], given["message_id"], given["chat"])
    return {}


async def _vote(sim: "Simulator", given: Json) -> Json:
    await sim.vote(given["person"], given["message_id"], list(given["options"]), given["chat"])
    return {}


async def _react(sim: "Simulator", given: Json) -> Json:
    await sim.react(given["person"], given["message_id"], given.get("emoji"), given["chat"])
    return {}


async def _block(sim: "Simulator", given: Json) -> Json:
    await sim.block(given["person"], bool(given["blocked"]))
    return {}


async def _clock(sim: "Simulator", given: Json) -> Json:
    if "to" in given:
        moment = datetime.fromisoformat(str(given["to"]))
        now = await sim.move_clock(to=moment if moment.tzinfo else moment.replace(tzinfo=sim.zone))
    else:
        now = await sim.move_clock(by=float(given["by"]))
    return {"now": now.isoformat()}


async def _faults(sim: "Simulator", given: Json) -> Json:
    sim.add_fault(str(given.pop("kind")), **given)
    return {"faults": sim.stage.faults.as_json()}


async def _kill(sim: "Simulator", _: Json) -> Json:
    await sim.kill()
    return {}


ACTS: dict[str, Act] = {
    "people": _people, "groups": _groups, "send": _send, "start": _start, "press": _press, "location": _location,
    "contact": _contact, "edit": _edit, "delete": _delete, "vote": _vote, "react": _react, "block": _block,
    "clock": _clock, "faults": _faults, "kill": _kill,
}  # fmt: skip
