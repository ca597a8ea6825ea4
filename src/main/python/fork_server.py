"""Entry point of the Python worker: loads everything, locks itself in, then serves requests from stdin.

    python3.14 -I -S -E -B fork_server.py [--prepare] [--allow-unconfined] [--numpy]

--prepare            only writes what makes later starts fast (the library archive, compiled modules), and ends
--allow-unconfined   serves even if the kernel offers no system call filter; the greeting says so
--numpy              has NumPy, from the folder "numpy" beside the archive
"""

import gc
import os
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(FOLDER)
ARCHIVE = HOME + "/library.bin"
NUMPY = HOME + "/numpy"

PROTOCOL_INPUT = 100
PROTOCOL_OUTPUT = 101

OPTIONS = {"--prepare", "--allow-unconfined", "--numpy"}


def main(options):
    unknown = set(options) - OPTIONS
    if unknown:
        sys.exit(f"unknown options: {' '.join(sorted(unknown))}")
    library = _open_library()
    if "--prepare" in options:
        from parent import preparation

        preparation.compile_sources(FOLDER, NUMPY if "--numpy" in options else None)
        return
    _serve(library, options)


def _open_library():
    sys.path.insert(0, FOLDER)
    from library import archive
    from lockdown import private

    del sys.path[0]
    opened = archive.open_library(ARCHIVE)
    sys.meta_path.insert(-1, archive.LibraryImporter(opened))  # before the one that looks for files
    sys.meta_path.insert(0, private.WorkerImporter(FOLDER))
    return opened


def _serve(library, options):
    gc.disable()  # until everything is loaded
    from parent import boot

    boot.serve(
        library,
        allow_unconfined="--allow-unconfined" in options,
        numpy_folder=NUMPY if "--numpy" in options else None,
        input_fd=PROTOCOL_INPUT,
        output_fd=PROTOCOL_OUTPUT,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
