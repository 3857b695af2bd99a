import type { Budget } from './pattern.ts';

const expressions: Readonly<Record<string, RegExp>> = {
  email: /^(?:"[^"\\]{1,62}"|[^\s@".]{1,64}(?:\.[^\s@".]{1,64}){0,31})@[^\s@.=]{1,63}(?:\.[^\s@.=]{1,63}){0,8}$/,
  uuid: /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i,
  ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/,
  hostname: /^(?=.{1,253}$)[\da-z](?:[\da-z-]{0,61}[\da-z])?(?:\.[\da-z](?:[\da-z-]{0,61}[\da-z])?){0,126}$/i,
  uri: /^[a-z][\d+.a-z-]{0,60}:\S+$/i,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i,
};

/** Whether a text has a format; formats that are not known here say nothing, as JSON Schema has it. */
export function hasFormat(text: string, format: string, budget: Budget): boolean {
  budget.left -= 10;
  if (text.length > 4096) return !(format === 'date' || format === 'date-time' || Object.hasOwn(expressions, format)) || format === 'uri';
  if (format === 'date') return isDate(text);
  if (format === 'date-time')
    return isDate(text.slice(0, 10)) && /^[t ]$/i.test(text.charAt(10)) && expressions['time']?.test(text.slice(11)) === true;
  return Object.hasOwn(expressions, format) ? expressions[format]?.test(text) === true : true;
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
