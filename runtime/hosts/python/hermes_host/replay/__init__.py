"""A recorded task's network, played back: every answer comes from the recording, and no socket is opened."""

import importlib

from .player import Player


def begin(task, exchanges, pending, hooks, scrubber, divergences):
    recorded = task["recorded"]
    player = Player(scrubber, divergences, task["replay"].get("rule"), recorded["exchanges"], recorded["bodies"])
    exchanges.player = player
    hooks.add(
        {
            "http.client": lambda module: client("http_client").patch(module, player),
            "urllib3.connectionpool": lambda module: client("http_client").patch_pool(module, player, pending),
            "urllib3.util.connection": lambda module: client("http_client").patch_util(module, pending),
            "urllib3.util": lambda module: client("http_client").patch_waiting(module),
            "urllib3.connection": lambda module: client("http_client").patch_connection(module),
            "urllib3.util.retry": lambda module: client("http_client").patch_retry(module),
            "httpx": lambda module: client("httpx_client").patch(module, exchanges, player),
            "aiohttp.connector": lambda module: client("aiohttp_client").patch_connector(module, player),
            "aiohttp.client_reqrep": lambda module: client("aiohttp_client").patch_request(module, player),
        }
    )


def client(name):
    """Read once its library is there, for it brings along what the agent may never need."""
    return importlib.import_module(f".{name}", __name__)
