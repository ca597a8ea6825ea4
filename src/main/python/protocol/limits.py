"""The limits of one run, as they come with the request."""

import collections

from protocol import frames

DEFAULT_TIMEOUT_MS = 30_000
DEFAULT_MEMORY_MB = 128
DEFAULT_OUTPUT_BYTES = 1 << 20
DEFAULT_RESULT_BYTES = 1 << 20

VALIDATION_TIMEOUT_MS = 5_000
VALIDATION_MEMORY_MB = 512

Limits = collections.namedtuple("Limits", "timeout_ms memory_mb max_output_bytes max_result_bytes cpu_seconds")


def of_run(fields):
    """From a name -> value mapping of RUN's fields; what is absent has its default."""

    def value(name, absent):
        return frames.number(fields[name], name) if name in fields else absent

    timeout_ms = value("timeout_ms", DEFAULT_TIMEOUT_MS)
    return Limits(
        timeout_ms,
        value("memory_mb", DEFAULT_MEMORY_MB),
        value("max_output_bytes", DEFAULT_OUTPUT_BYTES),
        value("max_result_bytes", DEFAULT_RESULT_BYTES),
        _cpu_seconds(timeout_ms),
    )


def of_validation(fields):
    timeout_ms = frames.number(fields["timeout_ms"], "timeout_ms") if "timeout_ms" in fields else VALIDATION_TIMEOUT_MS
    return Limits(timeout_ms, VALIDATION_MEMORY_MB, 64 * 1024, 0, _cpu_seconds(timeout_ms))


def _cpu_seconds(timeout_ms):
    # Wall-clock time ends a run; this bounds what several busy threads may take until then.
    return 2 * (timeout_ms // 1000) + 2
