"""Why a file cannot be read or written, in the reader's language."""

import errno

from plan_cli.i18n import _


def reason_of(error: OSError) -> str:
    """Return why it failed: in the reader's language where it is one of the common reasons."""
    words = {
        errno.ENOENT: _("there is no such file or folder"),
        errno.EACCES: _("permission denied"),
        errno.EPERM: _("permission denied"),
        errno.EISDIR: _("it is a folder"),
        errno.ENOTDIR: _("a part of its path is no folder"),
        errno.EEXIST: _("it is there already"),
        errno.ENOSPC: _("the disk is full"),
        errno.EROFS: _("the disk is read-only"),
        errno.ENAMETOOLONG: _("its name is too long"),
    }
    return words.get(error.errno or 0) or error.strerror or str(error)
