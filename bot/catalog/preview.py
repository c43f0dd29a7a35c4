"""All content as one page, to be read aloud before it is published."""

from collections.abc import Iterator
from html import escape

from bot.catalog.catalog import Catalog
from bot.catalog.checklists import checklists
from bot.catalog.spellings import all_lists
from bot.core.flow.scene import kind_of
from bot.core.forms.questions import Ask, Flow, Question

_PAGE = """<!doctype html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Isi Kawan Musrenbang</title>
<style>
body{{font:16px/1.45 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;background:#eef2f0;color:#1b2b26}}
h1{{font-size:1.4rem}}h2{{font-size:1.15rem;margin-top:2.2rem}}
article{{background:#fff;border-radius:12px;padding:.7rem .9rem;margin:.6rem 0;white-space:pre-wrap;max-width:26rem}}
article p{{margin:0}}article .nama{{font:12px ui-monospace,monospace;color:#64756f;white-space:normal}}
.tombol{{display:inline-block;border:1px solid #9db5ab;border-radius:8px;padding:.15rem .6rem;margin:.3rem .3rem 0 0}}
table{{border-collapse:collapse;background:#fff;font-size:.9rem}}th,td{{border:1px solid #cfdad5;padding:.3rem .5rem;
text-align:left;vertical-align:top}}td:first-child{{white-space:nowrap}}
.isian{{background:#fff3c4;border-radius:4px;padding:0 .2rem}}
</style>
<h1>Isi Kawan Musrenbang</h1>
{body}
</html>
"""


def preview(catalog: Catalog) -> str:
    """One HTML page: every form question by question, the checklists, then every other sentence and every
    spelling that is understood. Values in braces stay as written."""
    forms = "".join(_form(catalog, flow) for flow in catalog.flows.values())
    others = "".join(
        _card(name, source) for name, source in sorted(catalog.texts.sources().items()) if not name.startswith("form.")
    )
    return _PAGE.format(body=f"{forms}{checklists(catalog)}<h2>Kalimat lain</h2>{others}{_spellings(catalog)}")


def _form(catalog: Catalog, flow: Flow) -> str:
    title = catalog.text(f"form.{flow.key}.judul")
    cards = "".join(_card(name, text, _labels(catalog, question)) for question, name, text in _texts(catalog, flow))
    rest = "".join(_card(name, text) for name, text in _endings(catalog, flow))
    return f"<h2>{title}</h2>{cards}{rest}"


def _texts(catalog: Catalog, flow: Flow) -> Iterator[tuple[Question, str, str]]:
    sources = catalog.texts.sources()
    for question in flow.questions:
        for part in ("tanya", "tanya_kelurahan", "bantuan", "bantuan_kelurahan"):
            name = f"form.{flow.key}.{question.key}.{part}"
            if name in sources and not question.form:
                yield question, name, sources[name]


def _endings(catalog: Catalog, flow: Flow) -> Iterator[tuple[str, str]]:
    for name, text in catalog.texts.sources().items():
        if name == f"form.{flow.key}.tinjau" or name.startswith(f"form.{flow.key}.pemeriksaan."):
            yield name, text


def _labels(catalog: Catalog, question: Question) -> list[str]:
    """Buttons of a question that has its own options; places depend on the answer before."""
    return [offer.label for offer in kind_of(question).offers(Ask(question, {}, catalog.world))]


def _spellings(catalog: Catalog) -> str:
    rows = "".join(
        f"<tr><td>{escape(file)}</td><td>{escape(key)}</td><td>{escape(', '.join(told))}</td></tr>"
        for file, key, told in all_lists(catalog.world.spellings)
    )
    return f"<h2>Ejaan yang dikenali</h2><table>{rows}</table>"


def _card(name: str, source: str, labels: list[str] | None = None) -> str:
    buttons = "".join(f'<span class="tombol">{escape(label)}</span>' for label in labels or ())
    return f'<article><p>{_shown(source)}</p>{buttons}<p class="nama">{escape(name)}</p></article>'


def _shown(source: str) -> str:
    """The sentence itself is Telegram HTML already; what stands in braces is marked."""
    return source.replace("{", '<span class="isian">{').replace("}", "}</span>")
