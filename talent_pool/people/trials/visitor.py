"""Somebody at a browser without script, for trials on a running site: keeps cookies, follows, fills in forms."""

import re
import time
import urllib.request
import uuid
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin

FIELD = re.compile(r'<input[^>]*type="hidden"[^>]*>')
ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')
ESCAPED = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
SECONDS = 120


@dataclass(frozen=True)
class Answer:
    status: int
    address: str
    content: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.content.decode(errors="replace")

    def hidden(self, action: str) -> dict[str, str]:
        """The hidden fields of the form that goes to an address ending so."""
        form = re.search(rf'<form[^>]*action="[^"]*{re.escape(action)}".*?</form>', self.text, re.DOTALL)
        if form is None:
            raise LookupError(f"{self.address} has no form to {action}")
        told = [dict(ATTRIBUTE.findall(field)) for field in FIELD.findall(form[0])]
        return {field["name"]: field.get("value", "") for field in told if "name" in field}


class Visitor:
    def __init__(self, site: str):
        self.site = site
        self.jar = CookieJar()
        cookies = urllib.request.HTTPCookieProcessor(self.jar)
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)

    @property
    def cookie(self) -> str:
        """As a header, for another program that asks in this visitor's name."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)

    @property
    def token(self) -> str:
        return next((cookie.value or "" for cookie in self.jar if cookie.name.startswith("csrftoken")), "")

    def sign_in(self, login: str, password: str) -> None:
        self.get("/accounts/login/")
        answer = self.post("/accounts/login/", login=login, password=password, agree="on")
        if "/accounts/" in answer.address:
            raise LookupError(f"The trial's HR is asked more at {answer.address}")

    def get(self, path: str) -> Answer:
        return self.ask(urllib.request.Request(urljoin(self.site, path)))

    def post(self, path: str, **fields: str) -> Answer:
        content = urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        return self.ask(urllib.request.Request(urljoin(self.site, path), content))

    def upload(self, path: str, name: str, content: bytes) -> Answer:
        """The file in the form's field `file`, named as browsers write a name."""
        edge = uuid.uuid4().hex
        said = f'name="file"; filename="{name.translate(ESCAPED)}"'
        body = (
            f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{self.token}\r\n'
            f"--{edge}\r\nContent-Disposition: form-data; {said}\r\nContent-Type: application/octet-stream\r\n\r\n"
        ).encode()
        request = urllib.request.Request(urljoin(self.site, path), body + content + f"\r\n--{edge}--\r\n".encode())
        request.add_header("Content-Type", f"multipart/form-data; boundary={edge}")
        return self.ask(request)

    def ask(self, request: urllib.request.Request) -> Answer:
        started = time.perf_counter()
        try:
            response = self.opener.open(request, timeout=SECONDS)
        except HTTPError as refused:
            response = refused
        with response:
            content = response.read()
        return Answer(response.status, response.url, content, time.perf_counter() - started)
