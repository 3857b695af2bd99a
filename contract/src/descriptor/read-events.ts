import { type Event, EVENT_ID, SCALAR_STYLE, COLLECTION_STYLE, getScalarValue, parseEvents, type ScalarStyle } from 'js-yaml';
import { maxDepth } from './compose-yaml.ts';
import { plainScalar } from './plain-scalar.ts';
import { maxExpanded, type YamlNode, type YamlTree } from './yaml-tree.ts';

/**
 * Reads what nearly every descriptor is: one document without tags, directives and flaws; ten times as fast as by way of `composeYaml`,
 * and with the same nodes at the same offsets. All else is the other reader's, which has the words for what is wrong.
 */
export function readYamlEvents(text: string): YamlTree | 'broken' | 'unusual' {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth });
  } catch {
    // Broken, or nested too deeply: the other reader says so.
    return 'broken';
  }
  const [start = ''] = firstMark.exec(text) ?? [];
  if (documentMark.test(text.slice(start.length))) return 'unusual';
  try {
    return new TreeBuilder(text, start.length).build(events);
  } catch (error) {
    if (error instanceof Unusual) return 'unusual';
    throw error;
  }
}

/** Many begin with it, and it says nothing. */
const firstMark = /^(?:[ \t]*(?:#.*)?\r?\n)*---[ \t]*\r?\n/;
const documentMark = /^[ \t]*(?:---|\.\.\.)(?:\s|$)/m;

/** The text has something that only the other reader understands. */
class Unusual extends Error {}

type Open = {
  readonly node: YamlNode;
  /** The node's value, which is one or the other. */
  readonly map?: Record<string, unknown>;
  readonly list?: unknown[];
  readonly flow: boolean;
  /** The key whose value comes next. */
  key?: { readonly name: string; readonly start: number; readonly end: number } | undefined;
};

function openMap(start: number, flow: boolean): Open {
  const map = {};
  return { node: { start, end: start, size: 1, value: map, entries: new Map() }, flow, map };
}

function openList(start: number, flow: boolean): Open {
  const list: unknown[] = [];
  return { node: { start, end: start, size: 1, value: list, items: [] }, flow, list };
}

class TreeBuilder {
  readonly #text: string;
  readonly #open: Open[] = [];
  readonly #anchors = new Map<string, YamlNode>();
  #root: YamlNode | undefined;
  #documents = 0;
  /** Where the last event ended: what follows up to the next one is space, comments and signs. */
  #last: number;
  #own = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#last = start;
  }

  build(events: readonly Event[]): YamlTree {
    for (const event of events) this.#take(event);
    if (this.#root === undefined) throw new Unusual();
    return { root: this.#root, flaws: [], tooManyAliases: this.#root.size - this.#own > maxExpanded };
  }

  #take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.#documents += 1;
        if (this.#documents > 1 || event.directives.length > 0) throw new Unusual();
        return;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        if (event.tagStart >= 0 || this.#wantsKey) throw new Unusual();
        const flow = event.style === COLLECTION_STYLE.FLOW;
        this.#own += 1;
        this.#last = Math.max(this.#last, event.start + (flow ? 1 : 0));
        const open = event.type === EVENT_ID.MAPPING ? openMap(event.start, flow) : openList(event.start, flow);
        this.#remember(event.anchorStart, event.anchorEnd, open.node);
        this.#open.push(open);
        return;
      }
      case EVENT_ID.SCALAR:
        return this.#scalar(event);
      case EVENT_ID.ALIAS: {
        const target = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd));
        // Of an anchor that is still open nothing can be said yet, as of one that does not exist.
        if (target === undefined || this.#wantsKey || this.#open.some(({ node }) => node === target)) throw new Unusual();
        this.#own += 1;
        this.#last = event.anchorEnd;
        return this.#attach(target);
      }
      case EVENT_ID.POP:
        return this.#close();
    }
  }

  get #wantsKey(): boolean {
    const open = this.#open.at(-1);
    return open?.node.entries !== undefined && open.key === undefined;
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): void {
    if (event.tagStart >= 0) throw new Unusual();
    const { style, valueStart, valueEnd } = event;
    const isEmpty = valueStart < 0;
    if (event.anchorEnd >= 0) this.#last = event.anchorEnd;
    // Where nothing stands, the other reader finds a place by rules of its own.
    if (isEmpty && (this.#wantsKey || event.anchorEnd >= 0)) throw new Unusual();
    const { start, end } = isEmpty ? this.#nothing() : this.#rangeOf(style, valueStart, valueEnd);
    const written = isEmpty ? '' : getScalarValue(this.#text, event);
    this.#last = end;
    const open = this.#open.at(-1);
    if (open !== undefined && this.#wantsKey) {
      const name = this.#nameOf(style, written, start, end);
      if (open.node.entries?.has(name) === true || event.anchorEnd >= 0) throw new Unusual();
      open.key = { name, start, end };
      return;
    }
    this.#own += 1;
    const node: YamlNode = { start, end, value: style === SCALAR_STYLE.PLAIN ? plainScalar(written) : written, size: 1 };
    this.#remember(event.anchorStart, event.anchorEnd, node);
    this.#attach(node);
  }

  /** A key that YAML takes for a number or for nothing is called as it is written. */
  #nameOf(style: ScalarStyle, written: string, start: number, end: number): string {
    return style === SCALAR_STYLE.PLAIN && typeof plainScalar(written) !== 'string' ? this.#text.slice(start, end) : written;
  }

  #rangeOf(style: ScalarStyle, start: number, end: number): { start: number; end: number } {
    if (style === SCALAR_STYLE.PLAIN) return { start, end };
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return { start: start - 1, end: end + 1 };
    return { start: this.#find(/[|>]/), end };
  }

  /** Where the other reader sees a value that is not there: after the colon and the spaces behind it. */
  #nothing(): { start: number; end: number } {
    const open = this.#open.at(-1);
    if (open === undefined || open.flow || open.key === undefined) throw new Unusual();
    const [space] = /^[ \t]*:[ \t]*(?=[\r\n]|$)/.exec(this.#text.slice(open.key.end)) ?? [];
    if (space === undefined) throw new Unusual();
    const at = open.key.end + space.length;
    return { start: at, end: at };
  }

  /** The next sign after the last event, past space, comments and other signs. */
  #find(sign: RegExp): number {
    for (let at = this.#last; at < this.#text.length; at += 1) {
      const char = this.#text.charAt(at);
      if (char === '#' && /\s/.test(this.#text.charAt(at - 1))) at = this.#lineEnd(at);
      else if (sign.test(char)) return at;
    }
    throw new Unusual();
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }

  #remember(anchorStart: number, anchorEnd: number, node: YamlNode): void {
    if (anchorStart >= 0) this.#anchors.set(this.#text.slice(anchorStart, anchorEnd), node);
  }

  #attach(node: YamlNode): void {
    const open = this.#open.at(-1);
    if (open === undefined) {
      if (this.#root !== undefined) throw new Unusual();
      this.#root = node;
      return;
    }
    const { map, list } = open;
    const { entries, items } = open.node;
    open.node.size += node.size;
    items?.push(node);
    list?.push(node.value);
    if (map === undefined) return;
    if (open.key === undefined) throw new Unusual();
    const { name, start, end } = open.key;
    open.key = undefined;
    entries?.set(name, { keyStart: start, keyEnd: end, node });
    // An assignment is many times as fast, and right for all but one name, which must become a key like any other.
    if (name !== '__proto__') map[name] = node.value;
    else Object.defineProperty(map, name, { value: node.value, enumerable: true, configurable: true, writable: true });
  }

  #close(): void {
    const open = this.#open.pop();
    // The end of the document.
    if (open === undefined) return;
    const { node, flow } = open;
    if (flow) {
      node.end = this.#find(node.items === undefined ? /\}/ : /\]/) + 1;
      this.#last = node.end;
    } else {
      let end = this.#last;
      while (end > node.start && /\s/.test(this.#text.charAt(end - 1))) end -= 1;
      node.end = end;
    }
    this.#attach(node);
  }
}
