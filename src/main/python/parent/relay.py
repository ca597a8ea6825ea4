"""Carries one job: the request to the child, output to the server, the claim to the parent, until it is over."""

import os
import select
import time

from parent.channel import ServerGone
from protocol import frames

TIMEOUT = "timeout"
OUTPUT_LIMIT = "output_limit"

_QUIET_SECONDS = 0.004  # after output was relayed, what follows is gathered for this long
_CHUNK = 32 * 1024
_HANGUP = select.POLLHUP | select.POLLERR | select.POLLNVAL


class Relay:
    def __init__(self, process, request, allowed, deadline, channel, buffer, claim):
        self._process = process
        self._request = request
        self._deadline = deadline
        self._output_left = allowed.max_output_bytes
        self._channel = channel
        self._buffer = buffer
        self._claim = claim
        self._pending = buffer[:0]
        self._streams = {process.out: frames.STDOUT, process.err: frames.STDERR}
        self._listening = False
        self._quiet_until = 0.0
        self._exceeded = False
        self._poll = select.poll()

    def carry(self):
        """Until the child has ended or has to be killed: TIMEOUT, OUTPUT_LIMIT, or None when it ended by itself.

        A killed child need not be dead yet: on a busy machine that can take longer than the server shall wait.
        """
        process = self._process
        self._poll.register(process.exit, select.POLLIN)
        self._poll.register(process.result, select.POLLIN)
        self._poll.register(process.job, select.POLLOUT)
        self._poll.register(self._channel.input, 0)
        verdict = self._carry()
        if verdict is None:
            process.end()
        else:
            process.kill()
        self._drain()
        return OUTPUT_LIMIT if verdict is None and self._exceeded else verdict

    def _carry(self):
        while True:
            now = time.monotonic()
            if now >= self._deadline:
                return TIMEOUT
            wake = self._deadline
            if self._pending:
                self._listen(False)
            elif now < self._quiet_until:
                self._listen(False)
                wake = min(wake, self._quiet_until)
            else:
                self._listen(True)
            for fd, events in self._poll.poll((wake - now) * 1000):
                if fd == self._process.exit:
                    return None
                self._handle(fd, events)
                if self._exceeded:
                    return OUTPUT_LIMIT

    def _handle(self, fd, events):
        if fd in self._streams:
            if not self._pending:  # else the server is slower than the code; poll tells again
                self._relay(fd)
        elif fd == self._process.result:
            if self._claim.read(fd) is False:
                self._poll.unregister(fd)
        elif fd == self._process.job:
            self._feed(events)
        elif fd == self._channel.output:
            self._flush()
        elif events & _HANGUP:
            raise ServerGone

    def _feed(self, events):
        try:
            if not events & _HANGUP:
                self._request = self._request[os.write(self._process.job, self._request):]
                if self._request:
                    return
        except BlockingIOError:
            return
        except BrokenPipeError:
            pass  # the child does not want it; how it ends tells the rest
        self._poll.unregister(self._process.job)
        self._process.close_job()

    def _relay(self, fd):
        """Passes on what one stream has, as far as the limit allows; False when it has nothing."""
        room = self._buffer[frames.HEADER_BYTES:frames.HEADER_BYTES + _CHUNK]
        try:
            got = os.readv(fd, [room])
        except BlockingIOError:
            return False
        if got == 0:
            self._poll.unregister(fd)
            del self._streams[fd]
            return False
        kept = min(got, self._output_left)
        self._output_left -= kept
        self._exceeded = kept < got
        if kept:
            self._buffer[:frames.HEADER_BYTES] = frames.header(self._streams[fd], kept)
            self._pending = self._buffer[:frames.HEADER_BYTES + kept]
            self._poll.register(self._channel.output, select.POLLOUT)
            self._flush()
            if got < _CHUNK:
                self._quiet_until = time.monotonic() + _QUIET_SECONDS
        return True

    def _flush(self):
        self._pending = self._pending[self._channel.write_some(self._pending):]
        if not self._pending:
            self._poll.unregister(self._channel.output)

    def _listen(self, wanted):
        if wanted != self._listening:
            self._listening = wanted
            for fd in self._streams:
                if wanted:
                    self._poll.register(fd, select.POLLIN)
                else:
                    self._poll.unregister(fd)

    def _drain(self):
        """Takes what the child left in its pipes."""
        while self._claim.read(self._process.result):
            pass
        self._listen(True)
        for fd in list(self._streams):
            more = True
            while more and not self._exceeded:
                self._channel.write(self._pending)
                self._pending = self._buffer[:0]
                more = self._relay(fd)
        self._channel.write(self._pending)
