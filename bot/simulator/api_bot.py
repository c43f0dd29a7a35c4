"""Methods about the bot itself: updates, commands, descriptions, answers to buttons, chats."""

from typing import Any

from telegram.constants import CallbackQueryLimit

from bot.simulator.api import Call, Written, answers
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request

ANSWERABLE_FOR = 30.0
"""Seconds on the civil clock after which Telegram calls a press too old. Telegram does not publish the number."""

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@answers
async def get_me(call: Call) -> Json:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": not call.stage.privacy}
    return {**call.stage.bot_user, **abilities, "supports_inline_queries": False, "has_main_web_app": False}


@answers
async def get_updates(call: Call) -> Written:
    params, updates = call.params, call.stage.updates
    if params.get("allowed_updates") is not None:
        updates.allowed = frozenset(params["allowed_updates"]) or None
    limit = params.get("limit") or 100
    if not 1 <= limit <= 100:
        limit = 100
    return Written(await updates.fetch(params.get("offset"), limit, float(params.get("timeout") or 0)))


@answers
async def answer_callback_query(call: Call) -> bool:
    stage, params = call.stage, call.params
    press = stage.presses.pop(str(params["callback_query_id"]), None)
    if press is None or stage.clock.timestamp() - press.asked_at > ANSWERABLE_FOR:
        raise bad_request(TOO_OLD)
    text = params.get("text") or ""
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    press.alarm.cancel()
    where = {"person": press.person, "chat": press.chat, "message_id": press.message_id}
    stage.feed.publish("toast", **where, text=text, alert=bool(params.get("show_alert")), url=params.get("url"))
    return True


@answers
async def set_my_commands(call: Call) -> bool:
    stage, scope = call.stage, _scope(call)
    commands = [{name: command.get(name) for name in ("command", "description")} for command in call.params["commands"]]
    stage.settings.set_commands(commands, scope, call.params.get("language_code") or "")
    _tell_commands(call, scope)
    return True


@answers
async def get_my_commands(call: Call) -> list[Json]:
    return call.stage.settings.get_commands(_scope(call), call.params.get("language_code") or "")


@answers
async def delete_my_commands(call: Call) -> bool:
    scope = _scope(call)
    call.stage.settings.delete_commands(scope, call.params.get("language_code") or "")
    _tell_commands(call, scope)
    return True


def _scope(call: Call) -> Json:
    """The scope with its chat's id as a number; refuses a chat nobody knows."""
    scope: Json = call.params.get("scope") or {"type": "default"}
    if "chat_id" not in scope:
        return scope
    chat = call.stage.directory.find_chat(scope["chat_id"])
    if chat is None:
        raise bad_request("chat not found")
    return scope | {"chat_id": chat.id}


def _tell_commands(call: Call, scope: Json) -> None:
    stage = call.stage
    chat = stage.directory.chats.get(scope.get("chat_id", 0))
    shown = stage.settings.commands_in(chat) if chat else stage.settings.commands_for_everyone()
    stage.feed.publish("commands", chat=chat.id if chat else None, commands=shown)


def _set_text(call: Call, name: str) -> bool:
    call.stage.settings.set_text(name, call.params.get(name) or "", call.params.get("language_code") or "")
    call.stage.feed.publish("bot", bot=call.stage.settings.view(call.stage.bot_user))
    return True


def _get_text(call: Call, name: str) -> Json:
    texts, language = call.stage.settings.texts, call.params.get("language_code") or ""
    return {name: texts.get((name, language)) or texts.get((name, ""), "")}


@answers
async def set_my_description(call: Call) -> bool:
    return _set_text(call, "description")


@answers
async def get_my_description(call: Call) -> Json:
    return _get_text(call, "description")


@answers
async def set_my_short_description(call: Call) -> bool:
    return _set_text(call, "short_description")


@answers
async def get_my_short_description(call: Call) -> Json:
    return _get_text(call, "short_description")


@answers
async def set_my_name(call: Call) -> bool:
    stage = call.stage
    stage.settings.name = call.params.get("name") or stage.settings.username
    stage.bot_user["first_name"] = stage.settings.name
    stage.feed.publish("bot", bot=stage.settings.view(stage.bot_user))
    return True


@answers
async def get_my_name(call: Call) -> Json:
    return {"name": call.stage.settings.name}


@answers
async def set_chat_menu_button(call: Call) -> bool:
    call.stage.settings.menu_buttons[call.params.get("chat_id") or 0] = call.params.get("menu_button") or {}
    return True


@answers
async def get_chat_menu_button(call: Call) -> Json:
    buttons = call.stage.settings.menu_buttons
    return buttons.get(call.params.get("chat_id") or 0) or buttons.get(0) or {"type": "commands"}


@answers
async def get_chat(call: Call) -> Json:
    chat = call.known_chat()
    shown = chat.as_chat() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    pinned = chat.messages.get(chat.pinned or 0)
    return shown | ({"pinned_message": pinned} if pinned else {})


GIFTS: Json = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


@answers
async def get_chat_member(call: Call) -> Json:
    chat, wanted = call.known_chat(), call.params["user_id"]
    if wanted == call.stage.bot_user["id"]:
        return {"user": call.stage.bot_user, "status": "member" if chat.bot_is_member else "left"}
    person = call.stage.directory.people.get(wanted)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"user": person.as_user(), "status": "member" if wanted in chat.members else "left"}


@answers
async def get_chat_member_count(call: Call) -> int:
    return len(call.known_chat().members) + 1


@answers
async def leave_chat(call: Call) -> bool:
    chat = call.chat()
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_is_member = False
    return True


@answers
async def set_webhook(call: Call) -> bool:
    updates, params = call.stage.updates, call.params
    _forget_pending(call)
    if params.get("allowed_updates") is not None:
        updates.allowed = frozenset(params["allowed_updates"]) or None
    updates.webhook = {"url": params.get("url") or "", "secret_token": params.get("secret_token")}
    call.stage.webhook_changed.set()
    return True


@answers
async def delete_webhook(call: Call) -> bool:
    _forget_pending(call)
    call.stage.updates.webhook = {"url": ""}
    return True


def _forget_pending(call: Call) -> None:
    if call.params.get("drop_pending_updates"):
        call.stage.updates.forget()


@answers
async def get_webhook_info(call: Call) -> dict[str, Any]:
    updates = call.stage.updates
    shown: Json = {"url": updates.webhook["url"], "has_custom_certificate": False}
    shown["pending_update_count"] = len(updates)
    error = updates.webhook.get("last_error_message")
    if error:
        shown |= {"last_error_message": error, "last_error_date": updates.webhook["last_error_date"]}
    return shown | ({"allowed_updates": sorted(updates.allowed)} if updates.allowed else {})
