"""Runs one snippet in the child and reports how it ended."""

import asyncio
import atexit
import builtins
import collections
import dis
import inspect
import json
import linecache
import posix
import resource
import sys
import threading
import types

from child import errors, standard_input, validation

SUCCESS = "success"
ERROR = "error"
SYNTAX_ERROR = "syntax_error"
MEMORY_LIMIT = "memory_limit"

_OUT_OF_MEMORY_LINE = b"MemoryError: the memory limit of the run is reached\n"

# Taken before any snippet can replace them.
_write = posix.write
_exit_process = posix._exit
_exit_functions = atexit._run_exitfuncs
_join_threads = threading._shutdown
_exception_hook = sys.excepthook
_parse_json = json.loads


# What comes with the code: the data as JSON text and the text of standard input, each None when there is none.
Given = collections.namedtuple("Given", "input stdin")


class Outcome:
    """How the run ended, as the fields of the final record. A limit needs no words: the server has them."""

    def __init__(self, status, exit_code=None, error=None, position=(0, 0), name=None, message=None):
        self.status = status
        self.exit_code = exit_code
        self.name = name if error is None else errors.type_name(error)
        self.message = message if error is None else errors.message(error)
        self.position = position

    def fields(self, own_return_val):
        yield "status", self.status
        if self.exit_code is not None:
            yield "exit_code", self.exit_code
        if own_return_val:
            yield "own_return_val", "true"
        if self.name is not None:
            yield "error_type", self.name
            yield "error_message", self.message
        if self.position[0]:
            yield "error_line", self.position[0]
            yield "error_column", self.position[1]


def run(text, given, pipe):
    """Compiles and runs a snippet, tells the parent through the pipe, and never returns."""
    out_of_memory = pipe.prepared_end(Outcome(MEMORY_LIMIT).fields(False))
    reserve = Reserve()
    try:
        module = _main_module(given.input, pipe)
        if given.stdin:
            standard_input.feed(given.stdin)
        source = errors.Source(text)
        linecache.cache[errors.SNIPPET] = (len(text), None, source.lines, errors.SNIPPET)
        pipe.end(_run_source(text, source, module, pipe, reserve))
    except MemoryError:
        # Nothing can be taken for granted any more: everything that is needed here is there already.
        reserve.release()
        _write(2, _OUT_OF_MEMORY_LINE)
        out_of_memory()
    _exit_process(0)


class Reserve:
    """The difference between the soft and the hard limit of memory: enough to report what happened."""

    def __init__(self):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        self._limits = (hard, hard)
        self._kind = resource.RLIMIT_AS
        self._set = resource.setrlimit

    def release(self):
        try:
            self._set(self._kind, self._limits)
        except (MemoryError, ValueError, OSError):
            pass  # the code has spent it, or lowered the hard limit


def _run_source(text, source, module, pipe, reserve):
    """The fields of the final record."""
    code = _compile(text, source)
    if isinstance(code, Outcome):
        return code.fields(False)
    if _defines_return_val(code):
        pipe.announce_own_return_val()
    outcome = _outcome(code, module, source, reserve)
    return outcome.fields("return_val" in module.__dict__)


def _main_module(input_text, pipe):
    module = types.ModuleType("__main__")
    module.__dict__["__builtins__"] = builtins
    if input_text is not None:
        module.__dict__["input"] = _parse_json(input_text)
    sys.modules["__main__"] = module
    builtins.return_val = pipe.return_val
    return module


def _compile(text, source):
    try:
        return validation.compile_snippet(text, source)
    except validation.Unparsable as error:
        _print_error(_syntax_report(error, source))
        return Outcome(SYNTAX_ERROR, 1, name=error.name, message=error.message, position=error.position[:2])


def _syntax_report(error, source):
    line, column, end_line, end_column = error.position
    text = source.lines[line - 1].rstrip("\n") if source.lines else ""
    stripped = text.lstrip()
    indent = len(text) - len(stripped)
    width = max((end_column if end_line == line else len(text) + 1) - column, 1)
    marker = " " * max(column - 1 - indent, 0) + "^" * min(width, 200)
    shown = f"    {stripped}\n    {marker}\n" if stripped and len(stripped) < 1000 else ""
    return f'  File "{errors.SNIPPET}", line {line}\n{shown}{error.name}: {error.message}\n'


def _outcome(code, module, source, reserve):
    """Runs the code to its very end: tasks, threads and exit functions included."""
    outcome = None
    for step in (lambda: _run_code(code, module), _finish):
        try:
            step()
        except MemoryError:
            raise
        except BaseException as error:
            reserve.release()
            failure = _failure(error, source)
            outcome = outcome or failure  # what happened first is what happened
    return outcome or Outcome(SUCCESS, 0)


def _run_code(code, module):
    if code.co_flags & inspect.CO_COROUTINE:
        _run_coroutine(types.FunctionType(code, module.__dict__)())
    else:
        exec(code, module.__dict__)


def _finish():
    _join_threads()
    _exit_functions()
    _flush()


def _run_coroutine(coroutine):
    async def main():
        try:
            return await coroutine
        finally:
            await _finish_tasks(asyncio.current_task())

    asyncio.run(main())


async def _finish_tasks(current):
    while True:
        others = asyncio.all_tasks() - {current}
        if not others:
            return
        await asyncio.wait(others)


def _failure(error, source):
    try:
        return _exit(error) if isinstance(error, SystemExit) else _uncaught(error, source)
    except MemoryError:
        raise
    except BaseException:  # the error's own methods are code of the snippet
        return Outcome(ERROR, 1, name=errors.type_name(error), message="")


def _uncaught(error, source):
    outcome = Outcome(ERROR, 1, error, errors.position(error, source))
    if sys.excepthook is _exception_hook:
        _flush()
        _print_error(errors.report(error))
    else:
        _call_hook(error)
    return outcome


def _call_hook(error):
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException as failure:
        _print_error("Error in sys.excepthook:\n" + errors.report(failure))
        _print_error("\nOriginal exception was:\n" + errors.report(error))


def _exit(error):
    code = error.code
    if code is None or (isinstance(code, int) and code == 0):
        return Outcome(SUCCESS, 0)
    if isinstance(code, int):
        return Outcome(ERROR, code & 0xFF or 1, name="SystemExit", message=str(int(code)))
    text = errors.message(error)
    _flush()
    _print_error(text + "\n")
    return Outcome(ERROR, 1, name="SystemExit", message=text)


def _defines_return_val(code):
    return "return_val" in code.co_names and any(
        instruction.opname in ("STORE_NAME", "STORE_GLOBAL") and instruction.argval == "return_val"
        for instruction in dis.get_instructions(code)
    )


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


def _print_error(text):
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:
        rest = rest[_write(2, rest):]
