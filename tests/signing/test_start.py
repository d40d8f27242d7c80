import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys
import fieldapp.signing
for module in pkgutil.iter_modules(fieldapp.signing.__path__):
    importlib.import_module("fieldapp.signing." + module.name)
print(sorted({name.split(".")[0] for name in sys.modules} & {"pyhanko", "pyrage", "asn1crypto", "aiohttp"}))
"""


def test_importing_the_room_imports_no_heavy_library():
    out = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
