async function get(url) {
  try {
    const response = await fetch(url);
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { error: String(error.cause ?? error) };
  }
}

export async function execute(input) {
  return Object.fromEntries(await Promise.all(input.urls.map(async (url) => [url, await get(url)])));
}
