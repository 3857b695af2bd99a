"""Any other client, written with what Python brings: says JSON-RPC over the pipes of the server, and writes down what the server said."""

import json
import os
import pathlib
import queue
import subprocess
import threading

server = subprocess.Popen(["hermes-language-server", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
file = pathlib.Path(os.environ["HERMES_FILE"])
messages = queue.Queue()


def read():
    while header := server.stdout.readline():
        length = 0
        while header.strip():
            name, _, value = header.decode("ascii").partition(":")
            if name.lower() == "content-length":
                length = int(value)
            header = server.stdout.readline()
        messages.put(json.loads(server.stdout.read(length)))


def send(method, params, **more):
    body = json.dumps({"jsonrpc": "2.0", **({"method": method, "params": params} if method else {}), **more}).encode("utf-8")
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def wait_for(fits):
    """Answers what the server asks, until it says what is waited for."""
    while True:
        message = messages.get(timeout=60)
        if "method" in message and "id" in message:
            wants = message["method"] == "workspace/configuration"
            send(None, None, id=message["id"], result=[{"rules": {"unknown-key": "error"}} for _ in message["params"]["items"]] if wants else None)
        elif fits(message):
            return message


def ask(number, method, params):
    send(method, params, id=number)
    return wait_for(lambda message: message.get("id") == number)["result"]


def problems(wanted):
    def fits(message):
        found = message.get("params", {})
        return message.get("method") == "textDocument/publishDiagnostics" and found["uri"] == uri and wanted(found["diagnostics"])

    return wait_for(fits)["params"]["diagnostics"]


threading.Thread(target=read, daemon=True).start()
uri = file.as_uri()
text = file.read_text(encoding="utf-8")
where = {"textDocument": {"uri": uri}}
folders = [{"uri": file.parent.as_uri(), "name": "agent"}]
ask(1, "initialize", {"processId": os.getpid(), "rootUri": None, "workspaceFolders": folders, "capabilities": {"workspace": {"configuration": True}}})
send("initialized", {})
send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
said = {
    "problems": [
        {"code": found["code"], "line": found["range"]["start"]["line"] + 1, "severity": found["severity"], "message": found["message"]}
        for found in problems(bool)
    ],
    "hover": ask(2, "textDocument/hover", {**where, "position": {"line": 14, "character": 4}})["contents"]["value"],
}
mended = text.replace("timeout_second:", "timeout_seconds:")
send("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": mended}]})
problems(lambda found: not found)
position = {"line": mended.count("\n"), "character": 0}
answer = ask(3, "textDocument/completion", {**where, "position": position})
said["completions"] = [item["label"] for item in (answer["items"] if isinstance(answer, dict) else answer)]
ask(4, "shutdown", None)
send("exit", None)
said["exit"] = server.wait(timeout=60)
pathlib.Path(os.environ["HERMES_SAID"]).write_text(json.dumps(said), encoding="utf-8")
