"""Around code that is sent to a service of somebody else: says whether the code ended, with what result, and what was
raised, whatever the service makes of stdout, newlines, literals or last expressions.

The first thing printed is the mark that the code began. The envelope is the value of the last expression where the
service hands that over (Pyodide), and is printed between coze-loop's marker lines elsewhere.
"""

import ast
import asyncio
import atexit
import base64
import builtins
import contextlib
import dis
import functools
import inspect
import io
import itertools
import json
import linecache
import os
import sys
import time
import traceback
import types

SNIPPET = "<snippet>"
FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
ON_PYODIDE = sys.platform == "emscripten"
MAX_MESSAGE = 10_000
ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
LIBRARY = os.path.dirname(os.path.dirname(json.__file__)) + os.sep


class OutputLimit(BaseException):
    """The code does not stop printing."""


class Output:
    """What the code prints: two streams under one limit."""

    def __init__(self, limit, hard_limit, stream):
        self.limit = limit
        self.hard_limit = hard_limit
        self.size = 0
        self.parts = {"out": [], "err": []}
        self._pending = {"out": b"", "err": b""}
        self._stream = stream

    def write(self, name, data):
        room = self.limit - self.size
        self.size += len(data)
        if room >= 0:
            # One more byte than there is room for, so that whoever opens the envelope knows of the cut.
            kept = bytes(data[:room + 1])
            self.parts[name].append(kept)
            self._pending[name] += kept
            if kept.endswith(b"\n"):
                self._stream(name, self._pending[name])
                self._pending[name] = b""
        if self.size > self.hard_limit:
            raise OutputLimit

    def text(self, name):
        return b"".join(self.parts[name]).decode("utf-8", "replace")

    def open(self, name):
        raw = Raw(self, name)
        raw.name = f"<std{name}>"
        text = io.TextIOWrapper(raw, "utf-8", "backslashreplace", write_through=True)
        text.mode = "w"
        return text


class Raw(io.RawIOBase):
    def __init__(self, output, stream):
        super().__init__()
        self._output = output
        self._stream = stream

    def writable(self):
        return True

    def write(self, data):
        data = memoryview(data).cast("B")
        self._output.write(self._stream, data)
        return len(data)


class Source:
    """The text of the code, by line."""

    def __init__(self, text):
        self.lines = io.StringIO(text, newline=None).readlines()

    def line_count(self):
        return max(len(self.lines), 1)

    def indentation(self, line):
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return len(text) - len(text.lstrip(" \t\f")) + 1

    def column(self, line, offset):
        if not 1 <= line <= len(self.lines):
            return offset + 1
        return len(self.lines[line - 1].encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore")) + 1


class Run:
    def __init__(self, given):
        self.mark = "".join(given["mark"])
        self.text = given["code"]
        self.given = given
        self.source = Source(self.text)
        self.output = Output(given["outputLimit"], given["hardLimit"], self.stream)
        self.letter = {"status": "success"}
        self.began = time.monotonic()
        self.at_exit = []
        self.module = None
        self.print = functools.partial(print, file=sys.stdout, flush=True)

    def stream(self, name, data):
        """For the case that there will be no envelope. Pyodide never tells of such a case."""
        if not ON_PYODIDE:
            self.print(f"{self.mark}{name}{json.dumps(data.decode('utf-8', 'replace'))}")

    def start(self):
        """The envelope, or a coroutine that returns it; None where it is printed."""
        self.print(self.mark)
        if ON_PYODIDE:
            if self.awaits() or missing_modules(self.text):
                return self.on_the_loop_of_the_service()
            with loops_of_ours():
                self.run()
            return self.sealed()
        self.run()
        for line in ("__COZE_RETURN_VAL_START__", self.sealed(), "__COZE_RETURN_VAL_END__"):
            self.print(line)
        return None

    def awaits(self):
        try:
            return bool(compile(self.text, SNIPPET, "exec", FLAGS, dont_inherit=True).co_flags & inspect.CO_COROUTINE)
        except Exception:
            return False

    def run(self):
        with self.in_place_of_the_service():
            coroutine = self.begin()
            if coroutine is not None:
                self.attempt(lambda: asyncio.run(with_all_tasks(coroutine)))
            self.finish()

    async def on_the_loop_of_the_service(self):
        await install(self.text)
        with self.in_place_of_the_service():
            coroutine = self.begin()
            if coroutine is not None:
                try:
                    await with_all_tasks(coroutine)
                except BaseException as error:
                    self.raised(error)
            self.finish()
        return self.sealed()

    def sealed(self):
        self.letter["out"] = self.output.text("out")
        self.letter["err"] = self.output.text("err")
        self.letter["truncated"] = self.output.size > self.output.limit
        self.letter["ms"] = round((time.monotonic() - self.began) * 1000)
        return self.mark + "." + base64.b64encode(json.dumps(self.letter).encode("ascii")).decode("ascii")

    @contextlib.contextmanager
    def in_place_of_the_service(self):
        saved = sys.stdin, sys.stdout, sys.stderr, atexit.register, sys.modules.get("__main__")
        sys.stdin = io.StringIO(self.given["stdin"] or "")
        sys.stdout = self.output.open("out")
        sys.stderr = self.output.open("err")
        atexit.register = self.register
        linecache.cache[SNIPPET] = (len(self.text), None, self.source.lines, SNIPPET)
        try:
            yield
        finally:
            sys.stdin, sys.stdout, sys.stderr, atexit.register, main = saved
            if main is not None:
                sys.modules["__main__"] = main

    def begin(self):
        """Runs the code, or returns it as a coroutine where it awaits at the top level."""
        code = self.compiled()
        if code is None:
            return None
        module = self.module = self.main_module(code)
        if code.co_flags & inspect.CO_COROUTINE:
            return types.FunctionType(code, module.__dict__)()
        self.attempt(lambda: exec(code, module.__dict__))
        return None

    def attempt(self, step):
        try:
            step()
        except BaseException as error:
            self.raised(error)

    def register(self, function, *args, **kwargs):
        self.at_exit.append((function, args, kwargs))
        return function

    def finish(self):
        while self.at_exit:
            function, args, kwargs = self.at_exit.pop()
            self.attempt(lambda: function(*args, **kwargs))
        if self.module is not None:
            self.letter["own"] |= "return_val" in self.module.__dict__

    def main_module(self, code):
        module = types.ModuleType("__main__")
        module.__dict__["__builtins__"] = builtins
        if self.given["input"] is not None:
            module.__dict__["input"] = json.loads(self.given["input"])
        sys.modules["__main__"] = module
        builtins.return_val = self.return_val
        self.letter["own"] = "return_val" in code.co_names and any(
            step.opname in ("STORE_NAME", "STORE_GLOBAL") and step.argval == "return_val"
            for step in dis.get_instructions(code)
        )
        return module

    def return_val(self, value):
        """Hands the result of this run back: a string as it is, anything else as JSON. The last call counts."""
        text = value if isinstance(value, str) else ENCODER.encode(value)
        limit = self.given["resultLimit"]
        if len(text.encode("utf-8", "surrogatepass")) > limit:
            raise ValueError(f"the result is longer than the {limit} bytes allowed")
        self.letter["result"] = text

    def compiled(self):
        try:
            return compile(self.text, SNIPPET, "exec", FLAGS, dont_inherit=True)
        except SyntaxError as error:
            self.syntax_error(type(error).__name__, error.msg, *self.syntax_position(error))
        except UnicodeEncodeError as error:
            message = "the code contains half of a surrogate pair"
            self.syntax_error("SyntaxError", message, *self.position_of(error.start), 0, 0)
        except ValueError as error:
            self.syntax_error("SyntaxError", str(error), *self.position_of(max(self.text.find("\0"), 0)), 0, 0)
        except (RecursionError, MemoryError):
            self.syntax_error("SyntaxError", "the code is nested too deeply", 1, 1, 0, 0)
        return None

    def position_of(self, index):
        return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)

    def syntax_position(self, error):
        if "\0" in self.text:
            return *self.position_of(self.text.index("\0")), 0, 0
        line = min(max(error.lineno or 1, 1), self.source.line_count())
        column = max(error.offset or 1, 1)
        end_line, end_column = error.end_lineno or line, error.end_offset or column
        if error.lineno is not None and error.offset is not None and self.parses():
            column = self.source.column(line, error.offset - 1)
        if type(error) is IndentationError and error.msg.startswith("un"):
            column = end_column = self.source.indentation(line)
        return line, column, end_line, end_column

    def parses(self):
        """What the compiler finds after parsing carries columns in bytes, what the parser finds in characters."""
        try:
            compile(self.text, SNIPPET, "exec", FLAGS | ast.PyCF_ONLY_AST, dont_inherit=True)
            return True
        except Exception:
            return False

    def syntax_error(self, name, message, line, column, end_line, end_column):
        text = self.source.lines[line - 1].rstrip("\n") if self.source.lines else ""
        stripped = text.lstrip()
        indent = len(text) - len(stripped)
        width = max((end_column if end_line == line else len(text) + 1) - column, 1)
        marker = " " * max(column - 1 - indent, 0) + "^" * min(width, 200)
        shown = f"    {stripped}\n    {marker}\n" if stripped and len(stripped) < 1000 else ""
        print(f'  File "{SNIPPET}", line {line}\n{shown}{name}: {message}', file=sys.stderr)
        self.ended("syntax_error", 1, name, message, line, column)

    def ended(self, status, exit_code=None, name=None, message="", line=0, column=0):
        """What happened first is what happened."""
        if self.letter["status"] != "success":
            return
        self.letter["status"] = status
        if exit_code is not None:
            self.letter["exitCode"] = exit_code
        if name is not None:
            self.letter["error"] = {"type": name, "message": message[:MAX_MESSAGE], "line": line, "column": column}

    def raised(self, error):
        if isinstance(error, OutputLimit):
            self.ended("output_limit")
        elif isinstance(error, MemoryError):
            print("MemoryError: the memory limit of the run is reached", file=sys.stderr)
            self.ended("memory_limit")
        elif isinstance(error, SystemExit):
            self.exited(error.code)
        else:
            print(report(error), end="", file=sys.stderr)
            self.ended("error", 1, type(error).__name__, message_of(error), *self.position(error))

    def exited(self, code):
        if code is None or (isinstance(code, int) and code == 0):
            return
        if isinstance(code, int):
            self.ended("error", code & 0xFF or 1, "SystemExit", str(int(code)))
        else:
            print(code, file=sys.stderr)
            self.ended("error", 1, "SystemExit", str(code))

    def position(self, error):
        entry, found = error.__traceback__, None
        while entry is not None:
            if entry.tb_frame.f_code.co_filename == SNIPPET:
                found = entry
            entry = entry.tb_next
        if found is None:
            return 0, 0
        if not hasattr(found.tb_frame.f_code, "co_positions"):
            return found.tb_lineno or 0, 1
        positions = found.tb_frame.f_code.co_positions()
        line, _, offset, _ = next(itertools.islice(positions, found.tb_lasti // 2, None), (None,) * 4)
        if line is None:
            return found.tb_lineno or 0, 1
        return line, 1 if offset is None else self.source.column(line, offset)


def message_of(error):
    try:
        return str(error.msg) if isinstance(error, SyntaxError) else str(error)
    except BaseException:
        return "<the message of the exception could not be had>"


def report(error):
    """The text CPython would print, without the frames that are not the code's."""
    try:
        described = traceback.TracebackException(type(error), error, error.__traceback__, limit=-100, compact=True)
        tidy(described, set())
        return "".join(described.format())
    except BaseException:
        return f"{type(error).__name__}: {message_of(error)}\n"


def tidy(described, seen):
    if described is None or id(described) in seen:
        return
    seen.add(id(described))
    described.stack[:] = [frame for frame in described.stack if not is_ours(frame.filename)]
    for other in (described.__cause__, described.__context__, *(getattr(described, "exceptions", None) or ())):
        tidy(other, seen)


def is_ours(filename):
    return filename.startswith(("<frozen ", "<faas-runtime>", LIBRARY))


async def with_all_tasks(coroutine):
    try:
        return await coroutine
    finally:
        ours = asyncio.current_task()
        while True:
            others = {task for task in asyncio.all_tasks() if task is not ours}
            if not others:
                break
            await asyncio.wait(others)


class Waiting:
    """In the place of a selector: nothing but time passes."""

    def select(self, timeout):
        if timeout:
            time.sleep(timeout)
        return []


class Loop(asyncio.BaseEventLoop):
    """A loop of timers and tasks: Pyodide's own cannot be waited for."""

    def __init__(self):
        super().__init__()
        self._selector = Waiting()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


@contextlib.contextmanager
def loops_of_ours():
    """Lets the code run event loops where the service runs one already."""
    outer, made = asyncio._get_running_loop(), asyncio.events.new_event_loop
    task = None if outer is None else asyncio.current_task(outer)
    if task is not None:
        asyncio._leave_task(outer, task)
    asyncio._set_running_loop(None)
    asyncio.new_event_loop = asyncio.events.new_event_loop = Loop
    try:
        yield
    finally:
        asyncio.new_event_loop = asyncio.events.new_event_loop = made
        asyncio._set_running_loop(outer)
        if task is not None:
            asyncio._enter_task(outer, task)


def missing_modules(text):
    """Modules that the service would install for code that it can read."""
    try:
        from pyodide.code import find_imports

        names = find_imports(text)
    except Exception:
        return []
    missing = []
    for name in names:
        try:
            __import__(name)
        except ImportError:
            missing.append(name)
        except Exception:
            pass
    return missing


async def install(text):
    try:
        from prepare_env import install_imports

        await install_imports(text)
    except Exception:
        pass  # the code's own import says what is missing


def start(given):
    """Runs what is given, as JSON in Base64; see Run.start."""
    return Run(json.loads(base64.b64decode(given))).start()
