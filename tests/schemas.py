"""JSON Schemas, so that an editor's program helps while a form is written: `python -m tests.schemas` writes them into
`content/skema/`, and a test compares."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from bot.catalog.broadcasts import FOLDER as TEMPLATES
from bot.catalog.broadcasts import TemplateFile
from bot.catalog.calendar import FILES as CALENDAR_FILES
from bot.catalog.hall import FILES as HALL_FILES
from bot.catalog.models import Form, question_model
from bot.catalog.names import KINDS, kind_named
from bot.catalog.sipd import FILES as SIPD_FILES
from bot.catalog.spellings import FILES as SPELLINGS
from bot.catalog.states import FILES as STATES_FILES
from bot.core import kinds

FOLDER = "skema"


def schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of one model, with the keys as editors write them."""
    return model.model_json_schema(by_alias=True)


def form_schema() -> dict[str, Any]:
    """A form, whose questions are one of the kinds there are."""
    form = schema(Form)
    spoken = {kind_named(name): name for name in KINDS}
    choices = [_question_schema(spoken.get(kind, kind), kind) for kind in sorted(kinds.names())]
    definitions = form.setdefault("$defs", {})
    for choice in choices:
        definitions |= choice.pop("$defs", {})
    form["properties"]["pertanyaan"]["items"] = {"oneOf": choices}
    return form


def _question_schema(spoken: str, kind: str) -> dict[str, Any]:
    told = schema(question_model(kind))
    told["properties"]["jenis"] = {"const": spoken}
    return told


def sentences_schema() -> dict[str, Any]:
    """A file of sentences: names and texts, in tables or not."""
    text = {"type": "string", "minLength": 1}
    table = {"type": "object", "additionalProperties": text}
    return {
        "title": "Kalimat",
        "type": "object",
        "properties": {"_keputusan": {"type": "boolean"}},
        "additionalProperties": {"anyOf": [text, table]},
    }


def calendar_schemas() -> dict[str, dict[str, Any]]:
    """One for each sort of file of the calendar; the four checklists share theirs."""
    files = CALENDAR_FILES | HALL_FILES | STATES_FILES | SIPD_FILES
    models = {model.__name__: (name, model) for name, model in files.items()}
    names = {"TasksFile": "tugas"}
    return {names.get(key, Path(name).stem): schema(model) for key, (name, model) in models.items()}


def spelling_schemas() -> dict[str, dict[str, Any]]:
    return {f"kata_{Path(name).stem}": GenerateJsonSchema().generate(shape.schema) for name, shape in SPELLINGS.items()}


def write_schemas(content: Path) -> list[Path]:
    """Write `skema/*.json` into the content folder. Returns the files."""
    folder = content / FOLDER
    folder.mkdir(exist_ok=True)
    written = []
    every = (
        {"formulir": form_schema(), "kalimat": sentences_schema(), TEMPLATES: schema(TemplateFile)}
        | calendar_schemas()
        | spelling_schemas()
    )
    for name, told in every.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    write_schemas(Path(__file__).parents[1] / "content")
