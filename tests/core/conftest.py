import shutil
from pathlib import Path

import pytest

from bot.catalog import Catalog, load
from tests.support.content import catalog_of

CONTENT = Path(__file__).parents[2] / "content"
FORMS = Path(__file__).parent / "formulir"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return catalog_of()


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalog, Catalog]:
    """Content with a form of every kind of question, and the same after an editor changed that form."""
    return _with_form(tmp_path_factory, "semua"), _with_form(tmp_path_factory, "semua_baru")


def _with_form(tmp_path_factory: pytest.TempPathFactory, name: str) -> Catalog:
    folder = tmp_path_factory.mktemp(name) / "content"
    shutil.copytree(CONTENT, folder)
    shutil.copy(FORMS / f"{name}.toml", folder / "formulir" / "semua.toml")
    return load(folder, "73.16")
