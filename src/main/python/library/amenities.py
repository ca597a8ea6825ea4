"""What an interpreter without `site` and without a shell still has to offer, and has to say."""

import _sitebuiltins
import builtins
import errno
import os
import posix


def provide():
    builtins.exit = _sitebuiltins.Quitter("exit", "")
    builtins.quit = _sitebuiltins.Quitter("quit", "")
    builtins.help = _sitebuiltins._Helper()
    # The original answers -1 without a word when no process can be had.
    os.system = posix.system = _system
    # There is no folder to be in; much of the library asks nevertheless.
    os.getcwd = posix.getcwd = _getcwd
    os.getcwdb = posix.getcwdb = _getcwdb


def _system(command):
    """Execute the command in a subshell. Not in the sandbox."""
    raise PermissionError(errno.EACCES, "no processes can be started in the sandbox")


def _getcwd():
    """Return a unicode string representing the current working directory."""
    return "/"


def _getcwdb():
    """Return a bytes string representing the current working directory."""
    return b"/"
