"""Reads code without running it, with CPython's own compiler and its own words."""

import ast
import itertools
import warnings

from child.errors import SNIPPET, Source, syntax_position

FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

class Unparsable(Exception):
    """The code cannot be compiled. Positions are 1-based, columns in characters."""

    def __init__(self, name, message, line, column, end_line, end_column):
        super().__init__(message)
        self.name = name
        self.message = message
        self.position = (line, column, end_line, end_column)


def compile_snippet(text, source):
    """The code object of a snippet, or Unparsable."""
    try:
        return compile(text, SNIPPET, "exec", FLAGS, dont_inherit=True)
    except SyntaxError as error:
        if "\0" in text:
            raise _unparsable_at(text, text.index("\0"), error.msg) from None
        if error.lineno is not None and error.offset is not None and _parses(text):
            _count_characters(error, source)
        raise Unparsable(type(error).__name__, error.msg, *syntax_position(error, source)) from None
    except UnicodeEncodeError as error:
        raise _unparsable_at(text, error.start, "the code contains half of a surrogate pair") from None
    except (RecursionError, MemoryError) as error:
        if isinstance(error, RecursionError) or "too complex" in str(error):
            raise Unparsable("SyntaxError", "the code is nested too deeply", 1, 1, 1, 1) from None
        raise


def _unparsable_at(text, index, message):
    line = text.count("\n", 0, index) + 1
    column = index - text.rfind("\n", 0, index)
    return Unparsable("SyntaxError", message, line, column, line, column + 1)


def _parses(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, SNIPPET, "exec", FLAGS | ast.PyCF_ONLY_AST, dont_inherit=True)
            return True
        except (SyntaxError, RecursionError, MemoryError):
            return False


def _count_characters(error, source):
    """What the compiler finds after parsing carries columns in bytes of UTF-8, what the parser finds in characters."""
    error.offset = source.column(error.lineno, error.offset - 1)
    if error.end_lineno is not None and error.end_offset is not None:
        error.end_offset = source.column(error.end_lineno, error.end_offset - 1)


def diagnostics(text, required):
    """Every finding as (line, column, end line, end column, severity, message)."""
    source = Source(text)
    found = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile_snippet(text, source)
        except Unparsable as error:
            found.append((*error.position, "error", error.message))
        except MemoryError:
            found.append((1, 1, 1, 1, "error", "the code needs more memory than its validation may take"))
    for warning in caught:
        line = min(max(warning.lineno or 1, 1), source.line_count())
        text_of_line = source.lines[line - 1].rstrip("\n") if source.lines else ""
        first = len(text_of_line) - len(text_of_line.lstrip()) + 1
        found.append((line, first, line, len(text_of_line) + 1, "warning", str(warning.message)))
    if not found or found[0][4] == "warning":
        found.extend(_missing(text, required))
    return found


def _missing(text, required):
    if not required:
        return
    defined = set(_defined(ast.parse(text).body))
    for name in required:
        if name not in defined:
            yield 1, 1, 1, 1, "error", f"the code does not define {name}"


def _defined(statements):
    """The names that running these statements at module level can bind to a function."""
    for statement in statements:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield statement.name
        elif isinstance(statement, ast.ClassDef):
            continue
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            if statement.value is None:
                continue  # an annotation alone assigns nothing
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for node in itertools.chain.from_iterable(map(ast.walk, targets)):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    yield node.id
        elif isinstance(statement, (ast.Import, ast.ImportFrom)):
            yield from ((alias.asname or alias.name).partition(".")[0] for alias in statement.names)
        else:
            for block in ("body", "orelse", "finalbody"):
                yield from _defined(getattr(statement, block, ()))
            for handler in getattr(statement, "handlers", ()):
                yield from _defined(handler.body)
