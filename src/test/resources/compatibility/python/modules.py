# about: every module of the standard library that needs no files, network or processes can be imported, preloaded or not
import importlib

MODULES = """
__future__ abc argparse array ast asyncio base64 binascii bisect builtins bz2 calendar cmath code codecs codeop
collections collections.abc colorsys concurrent.futures configparser contextlib contextvars copy copyreg csv dataclasses
datetime decimal difflib dis doctest email email.message email.mime.text email.utils encodings.idna enum errno fnmatch
fractions functools gc getopt gettext glob graphlib gzip hashlib heapq hmac html html.entities html.parser http
http.cookies importlib importlib.metadata importlib.resources inspect io ipaddress itertools json json.decoder keyword
linecache locale logging logging.handlers lzma marshal math mimetypes numbers opcode operator optparse os os.path pathlib
pickle pickletools pkgutil plistlib posixpath pprint profile queue quopri random re reprlib rlcompleter sched secrets
select selectors shelve shlex shutil signal site sqlite3 stat statistics string string.templatelib stringprep struct
symtable sys sysconfig tarfile tempfile textwrap threading time timeit token tokenize tomllib trace traceback types typing
unicodedata unittest unittest.mock urllib urllib.error urllib.parse urllib.request uuid warnings wave weakref xml
xml.dom xml.dom.minidom xml.etree.ElementTree xml.sax zipfile zipimport zlib zoneinfo
""".split()

for name in MODULES:
    try:
        importlib.import_module(name)
    except BaseException as error:
        print(f"{name}: {type(error).__name__}: {error}")
