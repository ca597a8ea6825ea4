"""The server's end: whole frames, whatever the pipes take at a time."""

import os
import select

from protocol import frames

MAX_LENGTH = (1 << 31) - 2  # of a payload: lengths are int32

_HANGUP = select.POLLHUP | select.POLLERR | select.POLLNVAL


class ServerGone(Exception):
    """Nobody is at the other end any more."""


class Channel:
    def __init__(self, input_fd, output_fd):
        self.input = input_fd
        self.output = output_fd
        self._request = frames.Region(1 << 20)
        os.set_blocking(output_fd, False)

    def read_request(self):
        """The next frame, header and payload; blocks. ServerGone when the stream has ended.

        How long it may be is the server's to say: it knows what its callers may send.
        """
        header = bytearray(frames.HEADER_BYTES)
        self._read_into(memoryview(header))
        length = int.from_bytes(header[:4], "big") - 1
        if not 0 <= length <= MAX_LENGTH:
            raise frames.MalformedFrame(f"request of {length} bytes")
        size = frames.HEADER_BYTES + length
        frame = self._request.ensure(size)[:size]
        frame[:frames.HEADER_BYTES] = header
        self._read_into(frame[frames.HEADER_BYTES:])
        return frame

    def forget(self):
        self._request.forget()

    def write(self, *views):
        """Writes everything; waits for the server as long as it is there."""
        for view in views:
            rest = memoryview(view)
            while rest:
                rest = rest[self.write_some(rest):]
                if rest:
                    self._await_room()

    def write_some(self, view):
        """Writes what the pipe takes now, and answers how much."""
        try:
            return os.write(self.output, view)
        except BlockingIOError:
            return 0
        except OSError:
            raise ServerGone from None

    def _await_room(self):
        poll = select.poll()
        poll.register(self.output, select.POLLOUT)
        poll.register(self.input, 0)
        if any(events & _HANGUP for _, events in poll.poll()):
            raise ServerGone

    def _read_into(self, view):
        while view:
            count = os.readv(self.input, [view])
            if count == 0:
                raise ServerGone
            view = view[count:]
