"""How a store elsewhere is spoken to: no redirect is followed, the password goes when asked for."""

from __future__ import annotations

import urllib.request
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what is sent, and the password, are for the address given."""

    def redirect_request(self, *_: Any) -> None:
        """Stay."""
        return None


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """Sends the password with every request once the store has asked for it: each batch goes once.

    Not before: a store that wants Digest may refuse who comes with Basic.
    """

    _asked: str | None = None

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        """The request, with the password where it is known to be wanted."""
        if self._asked is not None:
            req.add_unredirected_header(self.auth_header, self._asked)
        return req

    https_request = http_request

    def retry_http_basic_auth(self, host: str, req: urllib.request.Request, realm: str) -> Any:
        """The answer to the same request with the password."""
        answer = super().retry_http_basic_auth(host, req, realm)
        if answer is not None:
            self._asked = req.get_header(self.auth_header)
        return answer


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Answers the store's question with every request once it was put: each batch goes once."""

    _asked: dict[str, str] | None = None

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        """The request, with the answer where the question is known."""
        if self._asked is not None and not req.has_header(self.auth_header):
            answer = self.get_authorization(req, self._asked)
            if answer:
                req.add_unredirected_header(self.auth_header, f"Digest {answer}")
        return req

    https_request = http_request

    def get_authorization(self, req: urllib.request.Request, chal: Any) -> str | None:
        """The answer to a question, which is kept for the requests that follow."""
        answer = super().get_authorization(req, chal)
        self._asked = dict(chal) if answer else None
        return answer


def opener(url: str, user: str | None, password: str | None) -> urllib.request.OpenerDirector:
    """What opens the address of a store, and signs in with the user where there is one."""
    handlers: list[urllib.request.BaseHandler] = [_Stay()]
    if user is not None:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, user, password or "")
        handlers += [_Digest(passwords), _Basic(passwords)]
    if urlsplit(url).hostname in LOOPBACK:
        handlers.append(urllib.request.ProxyHandler({}))
    return urllib.request.build_opener(*handlers)
