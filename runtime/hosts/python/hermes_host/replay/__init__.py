"""A recorded task's network, played back: every answer comes from the recording, and no socket is opened."""

from .player import Player


def begin(task, exchanges, pending, hooks, scrubber, divergences):
    recorded = task["recorded"]
    player = Player(scrubber, divergences, task["replay"].get("rule"), recorded["exchanges"], recorded["bodies"])
    exchanges.player = player
    hooks.add(
        {
            "http.client": lambda module: http_client().patch(module, player),
            "urllib3.connectionpool": lambda module: http_client().patch_pool(module, player, pending),
            "urllib3.util.connection": lambda module: http_client().patch_util(module, pending),
            "urllib3.connection": lambda module: http_client().patch_connection(module),
            "urllib3.util.retry": lambda module: http_client().patch_retry(module),
            "httpx": lambda module: httpx_client().patch(module, exchanges, player),
            "aiohttp.connector": lambda module: aiohttp_client().patch_connector(module, player),
            "aiohttp.client_reqrep": lambda module: aiohttp_client().patch_request(module, player),
        }
    )


# Each is read once its library is there, for it brings along what the agent may never need.


def http_client():
    from . import http_client

    return http_client


def httpx_client():
    from . import httpx_client

    return httpx_client


def aiohttp_client():
    from . import aiohttp_client

    return aiohttp_client
