"""A recorded task's network, played back: every answer comes from the recording, and no socket is opened."""

from . import aiohttp_client, http_client, httpx_client
from .player import Player


def begin(task, exchanges, pending, hooks, scrubber, divergences):
    recorded = task["recorded"]
    player = Player(scrubber, divergences, task["replay"].get("rule"), recorded["exchanges"], recorded["bodies"])
    exchanges.player = player
    hooks.add(
        {
            "http.client": lambda module: http_client.patch(module, player),
            "urllib3.connectionpool": lambda module: http_client.patch_pool(module, player, pending),
            "urllib3.util.connection": lambda module: http_client.patch_util(module, pending),
            "urllib3.connection": http_client.patch_connection,
            "httpx": lambda module: httpx_client.patch(module, exchanges, player),
            "aiohttp.connector": lambda module: aiohttp_client.patch_connector(module, player),
            "aiohttp.client_reqrep": lambda module: aiohttp_client.patch_request(module, player),
            "urllib3.util.retry": http_client.patch_retry,
        }
    )
