"""A PDF engine with a fault in its C code: it ends its process on the first document it opens."""

import os
import signal


class PdfiumError(Exception):
    """What the real one raises."""


class PdfDocument:
    """What the real one opens."""

    def __init__(self, data: bytes) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)
