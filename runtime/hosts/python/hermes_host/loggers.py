"""Records of Python's logging library, each once, as `log` events."""

import threading


def install(logging, recorder, sites, is_ours):
    """`is_ours` tells the streams under sys.stdout and sys.stderr: what a handler would print there is on the channel already."""
    call_handlers = logging.Logger.callHandlers
    emit = logging.StreamHandler.emit
    sending = threading.local()

    def call_handlers_seen(self, record):
        if not getattr(sending, "now", False):
            sending.now = True
            try:
                recorder.emit("log", level=level_of(record.levelno), stream="logger", text=text_of(record), **sites.here())
            finally:
                sending.now = False
        call_handlers(self, record)

    def emit_elsewhere(self, record):
        if not is_ours(self.stream):
            emit(self, record)

    logging.Logger.callHandlers = call_handlers_seen
    logging.StreamHandler.emit = emit_elsewhere


def level_of(number):
    if number >= 40:
        return "error"
    if number >= 30:
        return "warning"
    return "info" if number >= 20 else "debug"


def text_of(record):
    try:
        text = record.getMessage()
    except Exception as error:
        # As logging itself: a wrong number of arguments is reported, not raised.
        text = f"{record.msg} (not formatted: {type(error).__name__}: {error})"
    if record.exc_info and record.exc_info[1] is not None:
        import traceback

        text += "\n" + "".join(traceback.format_exception(*record.exc_info)).rstrip()
    return text
