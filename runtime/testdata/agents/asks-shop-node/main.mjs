async function stock(number) {
  const url = `http://shop.example/stock/${number}`;
  const response = await fetch(url);
  return response.json();
}

async function parsed(text) {
  const body = new Response(text);
  return await body.json();
}

export async function execute({ text, catches }) {
  try {
    return { stock: text === undefined ? await stock(9) : await parsed(text) };
  } catch (error) {
    if (catches) return { error: String(error) };
    throw error;
  }
}
