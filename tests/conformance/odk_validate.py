"""ODK Validate as it comes with the workbook converter: one process looks at many forms."""

import shutil
import subprocess
from pathlib import Path

import pytest
import pyxform

_JAR = Path(pyxform.__file__).parent / "validators/odk_validate/bin/ODK_Validate.jar"
_FAILED, _END = "The following files failed validation:", "Result:"
_SECONDS = 240


def refused(paths):
    """Return the files that ODK Validate refuses."""
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    command = ["java", "-Xss16m", "-jar", str(_JAR), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    said = done.stdout + done.stderr
    assert _END in said, said[-1000:]
    listed = said.rpartition(_FAILED)[2].partition(_END)[0] if _FAILED in said else ""
    return {path for path in paths if str(path) in listed.split("\n")}
