"""What is told about an exception: type, message, position in the snippet, and the traceback as CPython prints it."""

import errno
import io
import itertools
import os

from library.archive import SOURCE_PREFIX
from lockdown import private
from protocol.records import MAX_MESSAGE_CHARACTERS, MAX_NAME_CHARACTERS

SNIPPET = "<snippet>"
MAX_TRACEBACK_FRAMES = 100
MAX_NOTES = 10
_HOME = os.path.dirname(os.path.dirname(os.path.dirname(__file__))) + "/"

_traceback = private.copy_of("traceback")
_type_name = type.__dict__["__name__"].__get__
_get_traceback = BaseException.__dict__["__traceback__"].__get__
_DENIED = (errno.EACCES, errno.EPERM)


def type_name(error):
    return _type_name(type(error))[:MAX_NAME_CHARACTERS]


def message(error):
    """`str(error)`, whatever the error's own `__str__` does, and why where the sandbox is the reason."""
    try:
        text = str(error.msg) if isinstance(error, SyntaxError) else str(error)
        text = str.__str__(text)
        hint = _hint(error)
        if hint:
            text = f"{text} ({hint})"
    except BaseException:
        text = "<the message of the exception could not be had>"
    return text if len(text) <= MAX_MESSAGE_CHARACTERS else text[:MAX_MESSAGE_CHARACTERS - 1] + "…"


def _hint(error):
    if type(error) is ModuleNotFoundError and "sandbox" not in error.msg:
        return "only Python's standard library is available in the sandbox"
    if isinstance(error, PermissionError) and error.errno in _DENIED:
        return "files, other processes and the network are not available in the sandbox"
    return ""


def position(error, source):
    """1-based line and column in characters of the innermost frame in the snippet; (0, 0) without one."""
    entry, found = _get_traceback(error), None
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == SNIPPET:
            found = entry
        entry = entry.tb_next
    if found is None:
        return 0, 0
    positions = found.tb_frame.f_code.co_positions()
    line, _, offset, _ = next(itertools.islice(positions, found.tb_lasti // 2, None), (None,) * 4)
    if line is None:
        return found.tb_lineno or 0, 1
    return line, 1 if offset is None else source.column(line, offset)


def syntax_position(error, source):
    """1-based line, column, end line and end column of a syntax error."""
    line = min(max(error.lineno or 1, 1), source.line_count())
    column = max(error.offset or 1, 1)
    end_line, end_column = error.end_lineno or line, error.end_offset or column
    if type(error) is IndentationError and error.msg.startswith("un"):
        column = end_column = source.indentation(line)  # the compiler points at where it stopped reading
    if (end_line, end_column) <= (line, column):
        end_line, end_column = line, column
    return line, column, end_line, end_column


def report(error):
    """The text CPython would print for an uncaught exception, without the frames that are not the snippet's."""
    try:
        described = _traceback.TracebackException(
            type(error), error, _get_traceback(error), limit=-MAX_TRACEBACK_FRAMES, compact=True
        )
        _tidy(described, set())
        return "".join(described.format()) + _hint_line(error)
    except BaseException:
        return f"{type_name(error)}: {message(error)}\n"


def _hint_line(error):
    hint = _hint(error)
    return f"({hint})\n" if hint else ""


def _tidy(described, seen):
    """Leaves out the frames that are not the snippet's, and notes without number."""
    if described is None or id(described) in seen:
        return
    seen.add(id(described))
    described.stack[:] = [frame for frame in described.stack if not _is_foreign(frame.filename)]
    notes = described.__notes__
    if isinstance(notes, list) and len(notes) > MAX_NOTES:
        described.__notes__ = notes[:MAX_NOTES] + [f"({len(notes) - MAX_NOTES} more notes)"]
    for other in (described.__cause__, described.__context__, *(described.exceptions or ())):
        _tidy(other, seen)


def _is_foreign(filename):
    return filename.startswith((SOURCE_PREFIX, "<frozen ", _HOME))


class Source:
    """The text of a snippet, by line."""

    def __init__(self, text):
        self.lines = io.StringIO(text, newline=None).readlines()  # as the compiler splits: not at form feeds

    def line_count(self):
        return max(len(self.lines), 1)

    def indentation(self, line):
        """The 1-based column of the first character of a line that is not a blank."""
        if line > len(self.lines):
            return 1
        text = self.lines[line - 1]
        return len(text) - len(text.lstrip(" \t\f")) + 1

    def column(self, line, offset):
        """The 1-based column in characters for an offset in bytes of UTF-8."""
        if not 1 <= line <= len(self.lines):
            return offset + 1
        return len(self.lines[line - 1].encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore")) + 1
