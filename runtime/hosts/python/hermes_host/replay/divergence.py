"""A request for which there is no recording."""


class Divergence(BaseException):
    """Not an `Exception`: neither the agent's handlers nor a library's retries may take it for a fault of the network."""


LONGEST_TEXT = 2000
# An agent that goes on asking does not fill the trace.
MOST_TOLD = 100
SENTENCES = {
    "not_recorded": "no such request was recorded",
    "body_differs": "it was recorded with another body",
    "used_up": "it was recorded, and all its answers have been given",
    "truncated": "its answer was too large to be recorded",
    "subprocess": "programs are not started in a replay",
}


class Divergences:
    """What could not be served. The first one is what the attempt fails with, whatever the agent made of it."""

    def __init__(self, recorder):
        self._recorder = recorder
        self._first = None
        self._told = 0

    def tell(self, reason, client, method, url, site, asked=b"", recorded=b""):
        """Reports it, and gives the exception to raise."""
        self._told += 1
        if self._told <= MOST_TOLD:
            self._recorder.emit(
                "exchange.diverged",
                client=client,
                method=method,
                url=url,
                reason=reason,
                asked=shown(asked, self._recorder),
                recorded=shown(recorded, self._recorder),
                **site,
            )
        at = site.get("at")
        where = f" ({at['file']}:{at['line']})" if at else ""
        message = f"{method} {url}{where} has no answer in the recording: {SENTENCES[reason]}."
        if self._first is None:
            self._first = {"code": "divergence", "message": message, **({"at": at} if at else {})}
        return Divergence(message)

    def of_program(self, command, site):
        return self.tell("subprocess", "subprocess", "EXEC", " ".join(command), site)

    def failure(self):
        return self._first


def shown(body, recorder):
    return recorder.short(body.decode("utf-8", "replace"), LONGEST_TEXT) if body else None
