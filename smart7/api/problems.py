"""Refusals as `application/problem+json` (RFC 9457), in English and Thai."""

import json
from collections.abc import Mapping
from typing import Any, Final

from starlette.responses import Response

from smart7.words import api as words

MEDIA: Final = "application/problem+json"
STATUS: Final[Mapping[str, int]] = {
    "unknown-address": 404,
    "not-watched": 404,
    "unknown-parameter": 400,
    "wrong-value": 400,
    "not-a-day": 400,
    "no-such-day": 404,
    "day-not-kept": 404,
    "wrong-method": 405,
    "no-such-form": 406,
    "too-slow": 503,
    "too-busy": 503,
    "no-snapshot": 503,
    "no-record": 503,
    "no-room": 507,
    "failed": 500,
}
HEADERS: Final[Mapping[str, Mapping[str, str]]] = {
    "wrong-method": {"Allow": "GET, HEAD, OPTIONS"},
    "too-busy": {"Retry-After": "1"},
    "no-snapshot": {"Retry-After": "60"},
    "no-record": {"Retry-After": "60"},
    "no-room": {"Retry-After": "600"},
}


class Problem(Exception):
    """Raise when a request cannot be answered; `kind` is a key of `words.REFUSED`."""

    def __init__(self, kind: str, **values: Any) -> None:  # noqa: ANN401
        super().__init__(kind)
        self.kind = kind
        self.values = values

    def body(self, instance: str) -> dict[str, object]:
        """Return the members of the answer."""
        title, detail = words.REFUSED[self.kind], words.DETAILS[self.kind]
        return {
            "type": f"/api/v1/#{self.kind}",
            "title": title.en,
            "title_th": title.th,
            "status": STATUS[self.kind],
            "detail": detail.format("en", **in_language(self.values, "en")),
            "detail_th": detail.format("th", **in_language(self.values, "th")),
            "instance": instance,
        }

    def response(self, instance: str, shared: Mapping[str, str]) -> Response:
        """Return the answer; `shared` are the headers every answer has."""
        headers = {**shared, **HEADERS.get(self.kind, {}), "Cache-Control": "no-store"}
        text = json.dumps(self.body(instance), ensure_ascii=False)
        return Response(text.encode(), STATUS[self.kind], headers, MEDIA)


def in_language(values: Mapping[str, Any], lang: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return values with each text in one language."""
    return {name: value.get(lang) if hasattr(value, "th") else value for name, value in values.items()}
