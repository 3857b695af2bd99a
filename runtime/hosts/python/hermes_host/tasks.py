"""The frames that bring a task: what it is to be served from, if it is a replay, and then the task itself."""


def receive_task(channel):
    """The next task frame, with all that was sent ahead of it as `recorded`; None once the host has closed its end."""
    recorded = {"exchanges": [], "bodies": {}}
    while True:
        frame = channel.receive()
        if frame is None or frame.get("type") == "task":
            return None if frame is None else {**frame, "recorded": recorded}
        if frame.get("type") == "recorded":
            recorded["exchanges"] += frame.get("exchanges") or ()
            recorded["bodies"].update(frame.get("bodies") or {})
        # Anything else is from a newer runtime, and not for us.
