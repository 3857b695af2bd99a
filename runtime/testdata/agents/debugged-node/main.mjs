function priceOf(item) {
  const amount = item.amount;
  const total = amount.valueOf() * 2;
  return total;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function execute(input) {
  const totals = [];
  for (const item of input.items ?? []) {
    await null;
    totals.push(priceOf(item));
  }
  return { totals, note: parsed(input.note ?? '{}') };
}
