"""Readiness as files: pictures for a telephone and for a wall, and a table. Everything they show stands in their
arguments."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.places.spelling import fold
from bot.core.readiness.readiness import ANSWERED, DATED, LATE, QUESTIONS, Answer
from bot.core.readiness.trouble import RUNG_UP
from bot.core.wilayah import above
from bot.work.office import Office
from bot.work.readiness.readiness import Village, troubled
from bot.work.readiness.words import SIGNS, in_short, number_of, plain, short_day, whom, why
from bot.work.saying.files import day_cell

_WALL = 3  # columns side by side


def picture_of_kecamatan(office: Office, code: str, villages: Sequence[Village], day: str) -> dict[str, Any]:
    """Each village a row."""
    name, ranks = office.catalog.places.scope_name(code), _ranks(villages)
    return _picture(office, villages, name, day, [_row(one, ranks) for one in villages], 1)


def picture_of_kabupaten(office: Office, villages: Sequence[Village], day: str) -> dict[str, Any]:
    """Each kecamatan a row, with how many of its villages can say yes."""
    rows = [_kecamatan_row(office, code, found) for code, found in by_kecamatan(villages).items()]
    name = office.catalog.places.kabupaten.name
    told = _picture(office, villages, name, day, rows, 1)
    is_late = any(cell["sign"] == LATE for row in rows for cell in row["cells"])
    return told | {"args": told["args"] | {"legend": [[LATE, plain(office, "arti_kecamatan")]] if is_late else []}}


def picture_of_all(office: Office, villages: Sequence[Village], day: str) -> dict[str, Any]:
    """Each village a row, under its kecamatan; for paper or a large screen."""
    rows: list[dict[str, Any]] = []
    ranks = _ranks(villages)
    for code, found in by_kecamatan(villages).items():
        place = office.catalog.places.find(code)
        rows.append({"group": plain(office, "gambar_kec", nama=place.name if place else code)})
        rows += [_row(one, ranks) for one in found]
    name = office.catalog.places.kabupaten.name
    return _picture(office, villages, name, day, rows, _WALL)


def by_kecamatan(villages: Sequence[Village]) -> dict[str, list[Village]]:
    found: dict[str, list[Village]] = {}
    for one in villages:
        found.setdefault(above(one.code), []).append(one)
    return found


def _picture(
    office: Office, villages: Sequence[Village], place: str, day: str, rows: Sequence[Mapping[str, Any]], columns: int
) -> dict[str, Any]:
    is_ranked = any(row.get("rank") for row in rows)
    args = {
        "title": plain(office, "gambar_judul", jumlah=len(villages)),
        "note": plain(office, "gambar_ket", wilayah=place, hari=day, bernomor=is_ranked),
        "head": [plain(office, f"kepala_{question}") for question in QUESTIONS],
        "rows": list(rows),
        "legend": [[sign, plain(office, f"arti_{sign}")] for sign in SIGNS],
        "columns": columns,
        "filename": plain(office, "berkas", nama=fold(place)[:30]),
    }
    return {"report": "readiness_picture", "args": args}


def _ranks(villages: Sequence[Village]) -> dict[str, int]:
    return {one.code: rank for rank, one in enumerate(troubled(villages)[:RUNG_UP], 1)}


def _row(one: Village, ranks: Mapping[str, int]) -> dict[str, Any]:
    return {"name": one.name, "cells": [_cell(each) for each in one.standing.answers], "rank": ranks.get(one.code, 0)}


def _cell(answer: Answer) -> dict[str, Any]:
    """The day of the musrenbang is worth reading; the rest is a sign."""
    told = short_day(answer.on) if answer.question == DATED else ""
    return {"sign": answer.status, "text": told}


def _kecamatan_row(office: Office, code: str, villages: Sequence[Village]) -> dict[str, Any]:
    place = office.catalog.places.find(code)
    cells = []
    for question in QUESTIONS:
        statuses = [one.standing.of(question).status for one in villages]
        yes = sum(status in ANSWERED for status in statuses)
        sign = LATE if LATE in statuses else ""
        cells.append({"sign": sign, "text": f"{yes}/{len(villages)}", "share": yes / len(villages)})
    return {"name": place.name if place else code, "cells": cells, "rank": 0}


def table(office: Office, villages: Sequence[Village], name: str) -> dict[str, Any]:
    """One row per village: four answers to filter by, their days to sort by, whom to ring and why."""
    places = office.catalog.places
    head = [plain(office, "kolom_kecamatan"), plain(office, "kolom_desa")]
    for question in QUESTIONS:
        told = plain(office, f"kepala_{question}")
        head += [told, plain(office, "kolom_pada", tanya=told)]
    head += [plain(office, "kolom_siapa"), plain(office, "kolom_telepon"), plain(office, "kolom_sebab")]
    rows = []
    for one in villages:
        row = [places.scope_name(above(one.code)), places.scope_name(one.code)]
        for answer in one.standing.answers:
            row += [in_short(office, answer), day_cell(answer.on)]
        rows.append([*row, whom(office, one), number_of(one), why(office, one)])
    sheet = {"title": plain(office, "lembar"), "head": head, "rows": rows}
    return {"report": "sheet", "args": {"filename": plain(office, "berkas", nama=fold(name)[:30]), "sheets": [sheet]}}
