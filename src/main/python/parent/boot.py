"""From a fresh interpreter to a parent that has said HELLO."""

import gc
import os
import platform
import sys
import time

from library import amenities, archive, numerics, preload, standard_streams, timezones
from lockdown import private
from lockdown.confinement import Confinement, LockdownFailed
from parent import process
from parent.channel import Channel, ServerGone
from parent.serving import Parent, WorkerBroken
from protocol.frames import MalformedFrame


class Template:
    """What every child is made from."""

    def __init__(self, confinement, hidden):
        self.confinement = confinement
        self.hidden = hidden  # modules that live on although nobody can import them
        self.pid = os.getpid()


def serve(opened_library, allow_unconfined, numpy_folder, input_fd, output_fd):
    _take_protocol_streams(input_fd, output_fd)
    standard_streams.open_for_children()
    missing = preload.preload()
    if numpy_folder is not None:
        numerics.load(numpy_folder)
    timezones.serve_from(opened_library)
    amenities.provide()
    _forget_where_we_are()
    try:
        confinement = Confinement(allow_unconfined)
        confinement.of_worker()
        process.require_kernel()
    except LockdownFailed as error:
        sys.exit(f"Python worker: refuses to run code unconfined: {error}")
    except OSError as error:
        sys.exit(f"Python worker: cannot work on this system: {error}")
    template = Template(confinement, preload.withhold(missing) + private.hide())
    # What is here now stays: collections in children need not look at it, and do not touch its pages.
    gc.collect()
    gc.freeze()
    gc.enable()
    parent = Parent(template, Channel(input_fd, output_fd))
    try:
        parent.greet(
            [
                ("engine", "CPython " + platform.python_version()),
                ("isolation", ",".join(confinement.achieved)),
            ]
        )
        parent.serve()
    except ServerGone:
        pass
    except (WorkerBroken, MalformedFrame, OSError) as error:
        sys.exit(f"Python worker: {error}")
    os._exit(0)  # at once: there is nobody to tidy up for


def _take_protocol_streams(input_fd, output_fd):
    """Nothing but the channel may reach the server: a stray print goes nowhere."""
    os.dup2(0, input_fd, False)
    os.dup2(1, output_fd, False)
    null = os.open("/dev/null", os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.close(null)


def _forget_where_we_are():
    """From here on, imports come from memory, and nothing names a folder of the host."""
    stdlib = os.path.dirname(os.__file__) + "/"
    for module in list(sys.modules.values()):
        spec = getattr(module, "__spec__", None)
        for owner, name in ((module, "__file__"), (spec, "origin")):
            path = getattr(owner, name, None)
            if isinstance(path, str) and path.startswith(stdlib):
                setattr(owner, name, archive.SOURCE_PREFIX + path.removeprefix(stdlib))
    os.environ["TZ"] = "UTC"  # a locked child could not read the host's zone
    time.tzset()
    os.environ.clear()  # with LC_CTYPE, which the interpreter sets itself
    sys.path.clear()
    sys.path_hooks.clear()
    sys.path_importer_cache.clear()
    sys.argv = [""]
    sys.orig_argv = ["python3.14"]
    sys.executable = ""
    for name in "prefix exec_prefix base_prefix base_exec_prefix _home _stdlib_dir _base_executable".split():
        if isinstance(getattr(sys, name, None), str):
            setattr(sys, name, "")
