"""Exceptions as `Failure` data (schemas/json/failure.schema.json)."""

import traceback

from .places import is_machinery

MAX_TRACEBACK = 64 * 1024


def of_exception(error, places):
    """Why `execute` did not return."""
    if isinstance(error, SystemExit):
        return of_exit(error, places)
    failure = describe(error, places)
    if isinstance(error, KeyboardInterrupt):
        failure["code"] = "canceled"
        failure["message"] = "The task was canceled."
    elif isinstance(error, MemoryError):
        failure["code"] = "memory_exceeded"
        failure["message"] = "The agent ran out of memory. Raise limits.memory_mb, or keep less at once."
    return failure


def of_load(error, places):
    """Why the agent could not be loaded. The library's line is named, for the agent did not write it."""
    failure = describe(error, places)
    failure["code"] = "import_error"
    if isinstance(error, SystemExit):
        failure["message"] = f"the file calls sys.exit({error.code!r}) while it is loaded"
    if isinstance(error, SyntaxError) and error.filename:
        failure["message"] = error.msg or "invalid syntax"
        if places.owns(error.filename):
            failure["at"] = places.place(error.filename, error.lineno)
        else:
            failure["message"] += f" ({error.filename}:{error.lineno})"
    else:
        library = places.library_line(error.__traceback__)
        if library:
            failure["message"] += f" ({library})"
    return failure


def of_exit(error, places):
    code = error.code
    number = code if isinstance(code, int) else 0 if code is None else 1
    said = "" if code is None or isinstance(code, int) else f": {code}"
    failure = describe(error, places)
    failure["code"] = "exit_code" if number else "no_result"
    failure["exit_code"] = number
    failure["message"] = f"The agent called sys.exit({number}){said} instead of returning a result."
    return failure


def describe(error, places):
    failure = {
        "code": "exception",
        "message": text_of(error),
        "exception_type": type(error).__qualname__,
        "traceback": formatted(error),
    }
    at = places.of_traceback(error.__traceback__)
    if at:
        failure["at"] = at
    return failure


def text_of(error):
    try:
        return str(error) or type(error).__qualname__
    except Exception as broken:
        # An exception whose own __str__ raises must not hide the exception.
        return f"(its text could not be read: {type(broken).__name__})"


def formatted(error):
    try:
        report = traceback.TracebackException.from_exception(error)
        drop_machinery(report, set())
        text = "".join(report.format())
    except Exception as broken:
        # Formatting runs the exception's own code, which may raise anything.
        text = f"(no traceback: {type(broken).__name__})"
    return text if len(text) <= MAX_TRACEBACK else text[:MAX_TRACEBACK] + "\n[cut]\n"


def drop_machinery(report, seen):
    if report is None or id(report) in seen:
        return
    seen.add(id(report))
    kept = [frame for frame in report.stack if not is_machinery(frame.filename)]
    report.stack[:] = kept
    drop_machinery(report.__cause__, seen)
    drop_machinery(report.__context__, seen)
    for inner in getattr(report, "exceptions", None) or ():
        drop_machinery(inner, seen)
