"""One recorded answer on its way to the agent."""

from ..recording.os_error import is_end, made_again
from ..recording.wire import answer_bytes


class Served:
    """The recorded exchange, and whether the request differs from the one that it answered."""

    def __init__(self, recorded, body, changed):
        self.recorded = recorded
        self.response = recorded.get("response")
        self.error = recorded.get("error")
        self.body = body
        self.changed = changed

    def as_fields(self):
        """For `http.exchanged`."""
        return {"replayed": True, "changed": True if self.changed else None, "given": self.recorded.get("given")}

    def failed_in(self, *phases):
        return self.error is not None and self.error["phase"] in phases

    def was_canceled(self):
        """Whoever asked for it lost patience, and will again: until then there is no answer."""
        return self.error is not None and "CancelledError" in (self.error["type"], self.error.get("client_type"))

    def exception(self):
        """What the operating system raised; None where the other side just stopped."""
        return made_again(self.error) if self.error and not is_end(self.error) else None

    def wire(self):
        """The bytes that a server would have sent, as far as they came."""
        return answer_bytes(self.response, self.body, self.error is None) if self.response else b""
