import os
import subprocess
import time

DAEMON = "trap '' TERM INT HUP; while :; do sleep 1; done"


def daemonise(token, clear):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            environment = {"PATH": "/usr/bin:/bin"} if clear else dict(os.environ)
            os.execve("/bin/sh", ["/bin/sh", "-c", DAEMON, token], environment)
        os._exit(0)


def execute(input_data):
    token = input_data["token"]
    subprocess.Popen(["/bin/sh", "-c", "sleep 300 & sleep 300", token])
    subprocess.Popen(["/bin/sh", "-c", DAEMON, token], start_new_session=True)
    daemonise(token, clear=False)
    if input_data.get("clear"):
        daemonise(token, clear=True)
    time.sleep(input_data.get("settle", 0.1))
    print("started", flush=True)
    if input_data.get("return"):
        return {"left": "daemons"}
    while True:
        time.sleep(0.05)
