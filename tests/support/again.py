"""`make test`, when it failed: at most five tests are run once more, alone.

What passes then failed of its neighbours (busy workers, a clock that stood still) and is named, so that somebody
mends it; what fails again, or more than five, fails as before."""

import json
import subprocess
import sys
from pathlib import Path

AT_MOST = 5
_FAILED = Path(".pytest_cache/v/cache/lastfailed")


def run_again(failed: list[str]) -> int:
    """The exit code of `make test`: 0 when every one of the named tests passes alone."""
    if not 0 < len(failed) <= AT_MOST:
        print(f"{len(failed)} failed: too many (or none known) to run them again alone.")
        return 1
    code = subprocess.run([sys.executable, "-m", "pytest", "-q", *failed], check=False).returncode
    if code == 0:
        print("UNSTEADY, to be mended: failed beside others and passed alone:", *failed, sep="\n  ")
    return code


def _last_failed() -> list[str]:
    return sorted(json.loads(_FAILED.read_text("utf-8"))) if _FAILED.exists() else []


if __name__ == "__main__":
    raise SystemExit(run_again(_last_failed()))
