"""The standard library in one file, mapped into memory.

A worker must not open files once it is locked in, and a cold interpreter without .pyc files would spend seconds
compiling. So every pure-Python module that makes sense in a sandbox is compiled once, into one archive; the parent maps
it, imports from it, and its children go on importing from the same shared pages after the lock.

Layout: MAGIC, eight bytes with the offset of the index (little endian), blobs, index. The index is a marshalled dict:
  "version"  what the code was compiled for; another interpreter builds anew
  "modules"  name -> (offset, length, is_package)
  "zones"    time zone -> (offset, length): raw TZif files of the host
  "stamp"    identifies the host's time zone data when it was packed
"""

import importlib.machinery
import importlib.util
import marshal
import mmap
import os
import sys

MAGIC = b"FAASLIB1"
SOURCE_PREFIX = "<stdlib>/"
# The last one is beside the archive: for hosts without any, a server may put TZif files there.
ZONE_FOLDERS = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo", "zoneinfo")

# Nothing of these can work without files, a terminal, a display or other processes, or it is not meant for programs.
LEFT_OUT = frozenset(
    "test idlelib tkinter turtledemo turtle ensurepip venv site-packages lib-dynload curses __phello__ __pycache__ "
    "pydoc_data dbm".split()
)


class Library:
    """Read access to an archive."""

    def __init__(self, data):
        self._data = memoryview(data)
        if bytes(self._data[:8]) != MAGIC:
            raise ValueError("not a library archive")
        index = marshal.loads(self._data[int.from_bytes(self._data[8:16], "little"):])
        if index["version"] != _version():
            raise ValueError("library archive of another interpreter")
        self.stamp = index["stamp"]
        self.modules = index["modules"]
        self.zones = index["zones"]

    def code(self, name):
        offset, length, _ = self.modules[name]
        return marshal.loads(self._data[offset:offset + length])

    def zone(self, key):
        offset, length = self.zones[key]
        return bytes(self._data[offset:offset + length])


class LibraryImporter:
    """Finds and loads modules of the library; knows no files."""

    def __init__(self, library):
        self._library = library

    def find_spec(self, name, path=None, target=None):
        entry = self._library.modules.get(name)
        if entry is None:
            return None
        origin = SOURCE_PREFIX + name.replace(".", "/") + ("/__init__.py" if entry[2] else ".py")
        spec = importlib.machinery.ModuleSpec(name, self, origin=origin, is_package=entry[2])
        spec.has_location = True  # sets __file__, which some modules look at
        return spec

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self._library.code(module.__spec__.name), module.__dict__)

    def is_package(self, name):
        return self._library.modules[name][2]

    def get_code(self, name):
        return self._library.code(name)

    def get_source(self, name):
        return None


def open_library(path):
    """The archive at `path`; built, and kept there when the folder can be written, if it is missing or stale."""
    zones = _zone_folder(os.path.dirname(path))
    try:
        library = _mapped(path)
        if library.stamp == _zone_stamp(zones):
            return library
    except (OSError, ValueError, EOFError, KeyError, TypeError):
        pass
    data = build(zones)
    try:
        _replace(path, data)
        return _mapped(path)
    except OSError:
        return Library(data)


def build(zone_folder):
    """The bytes of a new archive, from the interpreter's own source files and a folder of time zones, if any."""
    blobs = [MAGIC, bytes(8)]
    size = 16
    index = {"version": _version(), "stamp": _zone_stamp(zone_folder), "modules": {}, "zones": {}}
    for name, is_package, blob in _compiled_modules():
        index["modules"][name] = (size, len(blob), is_package)
        blobs.append(blob)
        size += len(blob)
    known = {}
    for key, blob in _zones(zone_folder):
        if blob not in known:
            known[blob] = (size, len(blob))
            blobs.append(blob)
            size += len(blob)
        index["zones"][key] = known[blob]
    blobs[1] = size.to_bytes(8, "little")
    blobs.append(marshal.dumps(index))
    return b"".join(blobs)


def _compiled_modules():
    root = os.path.dirname(os.__file__)
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in LEFT_OUT and not f.startswith("config-"))
        for file in sorted(files):
            if not file.endswith(".py") or file[:-3] in LEFT_OUT:
                continue
            relative = os.path.relpath(os.path.join(folder, file), root)
            name = relative[:-3].replace(os.sep, ".").removesuffix(".__init__")
            with open(os.path.join(folder, file), "rb") as source:
                code = compile(source.read(), SOURCE_PREFIX + relative, "exec", dont_inherit=True)
            yield name, file == "__init__.py", marshal.dumps(code)


def _zones(folder):
    if folder is None:
        return
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in ("posix", "right"))
        for file in sorted(files):
            path = os.path.join(parent, file)
            key = os.path.relpath(path, folder)
            if key in ("localtime", "posixrules"):
                continue
            with open(path, "rb") as zone:
                blob = zone.read(256 * 1024)
            if blob.startswith(b"TZif"):
                yield key, blob


def _zone_folder(home):
    folders = (os.path.join(home, folder) for folder in ZONE_FOLDERS)
    return next((folder for folder in folders if os.path.isfile(folder + "/UTC")), None)


def _zone_stamp(folder):
    if folder is None:
        return ""
    for name in ("tzdata.zi", "+VERSION", "zone1970.tab", "UTC"):
        try:
            status = os.stat(folder + "/" + name)
            return f"{folder}/{name}:{status.st_mtime_ns}:{status.st_size}"
        except OSError:
            continue
    return folder


def _version():
    return sys.version + importlib.util.MAGIC_NUMBER.hex()


def _mapped(path):
    with open(path, "rb") as file:
        return Library(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ, trackfd=False))


def _replace(path, data):
    # Two servers may start at the same time: whoever renames last wins, and both files are whole.
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            pass
        raise
