"""Done once, when the files are unpacked: everything a start would otherwise compile again."""

import compileall
import os
import py_compile
import sys


def compile_sources(folder, numpy_folder):
    """Bytecode for the worker's modules, for what the interpreter reads before the archive, and for NumPy."""
    encodings = os.path.dirname(os.__file__) + "/encodings"
    if not compileall.compile_dir(folder, quiet=1):
        sys.exit("the worker's modules cannot be compiled")
    for name in ("__init__", "aliases", "utf_8"):
        py_compile.compile(f"{encodings}/{name}.py", doraise=True)
    if numpy_folder is not None:
        compileall.compile_dir(numpy_folder, quiet=1)
