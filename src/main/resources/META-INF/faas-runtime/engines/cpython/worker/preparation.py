"""Done once, when the files are unpacked: everything a start would otherwise compile again."""

import compileall
import os
import py_compile


def compile_sources(folder, numpy_folder):
    """Bytecode for the worker's modules, for what the interpreter reads before the archive, and for NumPy."""
    encodings = os.path.dirname(os.__file__) + "/encodings"
    sources = [f"{folder}/{name}" for name in sorted(os.listdir(folder)) if name.endswith(".py")]
    sources += [f"{encodings}/{name}.py" for name in ("__init__", "aliases", "utf_8")]
    for source in sources:
        py_compile.compile(source, doraise=True)
    if numpy_folder is not None:
        compileall.compile_dir(numpy_folder, quiet=1)
