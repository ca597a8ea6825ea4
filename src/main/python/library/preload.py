"""What is imported before the lock, and what can never be imported after it.

Extension modules map executable pages, which a locked child cannot do: all that make sense are loaded here. Pure-Python
modules could be imported from the library at any time; those that snippets use most are loaded here too, so that no run
pays for them.
"""

import importlib
import sys

EXTENSIONS = (
    "_asyncio _bisect _blake2 _bz2 _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _csv "
    "_decimal _elementtree _hashlib _heapq _hmac _interpchannels _interpqueues _interpreters _json _lsprof _lzma "
    "_md5 _multibytecodec _multiprocessing _pickle _posixshmem _posixsubprocess _queue _random _sha1 _sha2 _sha3 "
    "_socket _sqlite3 _ssl _statistics _struct _uuid _zoneinfo _zstd array binascii cmath fcntl grp math mmap "
    "pyexpat resource select termios unicodedata zlib"
).split()

MODULES = (
    "abc argparse ast asyncio base64 bisect calendar cmath codecs collections collections.abc concurrent.futures "
    "concurrent.futures.thread contextlib contextvars copy csv dataclasses datetime _strptime decimal difflib dis "
    "email.utils encodings.ascii encodings.idna encodings.latin_1 encodings.utf_16 encodings.utf_32 "
    "encodings.utf_8_sig enum fnmatch fractions functools gc hashlib heapq hmac html html.parser importlib inspect "
    "io ipaddress itertools json keyword linecache locale logging math numbers operator os pathlib pickle pprint "
    "queue random re reprlib secrets selectors shlex signal socket sqlite3 stat statistics string string.templatelib "
    "struct subprocess sys tempfile textwrap threading time timeit traceback types typing unicodedata unittest "
    "urllib.parse uuid warnings weakref xml.etree.ElementTree zlib zoneinfo"
).split()

# The worker itself needs some of them: they stay loaded, but cannot be imported.
WITHHELD = {
    "ctypes": "native code is not available",
    "_ctypes": "native code is not available",
    "curses": "there is no terminal",
    "_curses": "there is no terminal",
    "readline": "there is no terminal",
    "tkinter": "there is no display",
    "_tkinter": "there is no display",
    "turtle": "there is no display",
    "turtledemo": "there is no display",
    "idlelib": "there is no display",
    "dbm": "there are no files",
    "_dbm": "there are no files",
    "_gdbm": "there are no files",
    "syslog": "the system log is not available",
    "ensurepip": "packages cannot be installed",
    "pip": "packages cannot be installed",
    "venv": "packages cannot be installed",
    "_remote_debugging": "other processes cannot be reached",
}


def preload():
    """Imports everything; answers the reasons of what could not be, by module."""
    missing = {}
    for name in EXTENSIONS + MODULES:
        try:
            importlib.import_module(name)
        except ImportError as error:
            missing[name] = str(error)
    return missing


class WithheldImporter:
    """First on the meta path: says why a module cannot be there."""

    def __init__(self, missing):
        self._reasons = dict(WITHHELD)
        for name, reason in missing.items():
            self._reasons[name] = "this machine lacks what it needs: " + reason

    def find_spec(self, name, path=None, target=None):
        reason = self._reasons.get(name)
        if reason is None:
            return None
        raise ModuleNotFoundError(f"No module named {name!r} in the sandbox: {reason}", name=name)


def withhold(missing):
    """Takes from the interpreter what a snippet shall not import; answers it."""
    sys.meta_path.insert(0, WithheldImporter(missing))
    return [
        sys.modules.pop(name)
        for name in list(sys.modules)
        if name in missing or name.partition(".")[0] in WITHHELD or name in WITHHELD
    ]
