"""NumPy, for workers that are started with it.

`folder` holds what the server unpacked from org.bytedeco:numpy (python/numpy) and org.bytedeco:openblas (libraries).
The extension modules name a folder of the machine they were built on, so the libraries they need are loaded by
path before them. All of it is loaded before the lock: afterwards no file can be opened.
"""

import ctypes
import importlib
import os
import sys

LIBRARIES = ("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0")
MODULES = (
    "numpy numpy.fft numpy.lib.stride_tricks numpy.lib.scimath numpy.lib.recfunctions numpy.linalg numpy.ma "
    "numpy.matlib numpy.polynomial numpy.random numpy.rec numpy.char numpy.strings numpy.testing numpy.typing"
).split()


def load(folder):
    """Imports NumPy; an ImportError says what is missing."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # threads would not survive a fork
    try:
        for library in LIBRARIES:
            path = f"{folder}/{library}"
            if os.path.exists(path):
                ctypes.CDLL(path, ctypes.RTLD_GLOBAL)
    except OSError as error:
        raise ImportError(f"NumPy cannot be loaded: {error}") from None
    sys.path.append(f"{folder}/python")
    for module in MODULES:
        importlib.import_module(module)
    # Like the standard library's random numbers: no two runs get the same.
    os.register_at_fork(after_in_child=sys.modules["numpy.random"].seed)
