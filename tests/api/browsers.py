"""A browser at the house port: it keeps cookies, names its origin, and sends the session's mark, as pages do."""

import io
from pathlib import Path
from typing import Any

import httpx

from comity.api.house import house_app
from comity.node import offices
from comity.node.app import Node
from comity.node.journal import Journal
from comity.node.offices import Role
from tests.two_nodes.two import Cable

HOST = "dz.localhost"
ORIGIN = f"http://{HOST}:8800"
ALL: tuple[Role, ...] = ("drafter", "approver", "auditor", "operator")


class Browser(httpx.Client):
    """Speaks to the TCP side of the house port under a name of this machine."""

    def __init__(self, node: Node, *, console: Path | None = None, journal: Journal | None = None) -> None:
        app = house_app(node, journal or Journal(stream=io.StringIO()), writing=False, console=console)
        super().__init__(transport=Cable({HOST: app}), base_url=ORIGIN, headers={"origin": ORIGIN})
        self.node = node

    def request(self, method: str, url: Any, **rest: Any) -> httpx.Response:
        """Send with the cookie by hand: httpx holds Secure cookies back on plain HTTP, browsers trust *.localhost."""
        headers = {**(rest.pop("headers", None) or {})}
        if self.token and "cookie" not in headers:
            headers["cookie"] = f"__Host-comity={self.token}"
        answer = super().request(method, url, headers=headers, **rest)
        for line in answer.headers.get_list("set-cookie"):
            self.line = line
            self.token = line.partition("=")[2].partition(";")[0].strip('"') or None
        return answer

    token: str | None = None
    line: str = ""

    def enter(self, office: str = "watch", roles: tuple[Role, ...] = ALL) -> "Browser":
        """Sign in with a code that the owner of the folder made."""
        code = offices.invite(self.node, office, roles, enters=True, made_by="test").code
        answer = self.post("/api/v1/session/enter", json={"code": code})
        assert answer.status_code == 200, answer.text
        self.headers["x-comity-csrf"] = answer.json()["csrf"]
        return self
