"""What goes between the server and its workers: a reply, or a refusal with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its media type, its bytes, its status."""

    media_type: str
    body: bytes
    status: int = 200


class Refusal(Exception):
    """A request that is not answered: the HTTP status, and one line that says why.

    >>> Refusal(400, "query: is empty").status
    400
    """

    def __init__(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, text)
        self.status = status
        self.text = text
        self.headers = dict(headers or {})
