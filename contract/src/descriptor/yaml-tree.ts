import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type ParsedNode } from 'yaml';
import type { ValuePath } from './yaml-source.ts';

/** A node with its offsets. An alias is the very node that it names, so that nothing is expanded. */
export type YamlNode = {
  readonly start: number;
  end: number;
  value: unknown;
  /** How many nodes there are below, and this one, with every alias expanded. */
  size: number;
  readonly entries?: Map<string, YamlEntry>;
  readonly items?: YamlNode[];
};

export type YamlEntry = { readonly keyStart: number; readonly keyEnd: number; readonly node: YamlNode };

/** Something that is no syntax error and yet makes no value. */
export type YamlFlaw =
  | {
      readonly type: 'duplicate key';
      readonly key: string;
      readonly start: number;
      readonly end: number;
      readonly firstStart: number;
      readonly firstEnd: number;
    }
  | { readonly type: 'unknown alias' | 'endless alias'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly type: 'unknown tag'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly type: 'key is no text'; readonly start: number; readonly end: number };

/** Values with more nodes than this, once aliases are expanded, are not looked at. */
export const maxExpanded = 10_000;
/** More than this nobody reads. */
const maxFlaws = 100;

export type YamlTree = { readonly root: YamlNode; readonly flaws: readonly YamlFlaw[]; readonly tooManyAliases: boolean };

const coreTags = new Set(['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`));

/** Reads the nodes of a document whose depth is bounded by `composeYaml`, so that recursion is safe. */
export function readYamlTree(document: Document.Parsed, text: string): YamlTree {
  const flaws: YamlFlaw[] = [];
  const anchors = new Map<string, YamlNode>();
  const open = new Set<YamlNode>();
  let own = 0;

  const read = (node: ParsedNode | null | undefined, at: number): YamlNode => {
    own += 1;
    if (node === null || node === undefined) return { start: at, end: at, value: null, size: 1 };
    const [start, end] = node.range;
    if (isAlias(node)) return readAlias(node.source, start, end);
    if (node.tag !== undefined && !coreTags.has(node.tag) && node.tag !== '!') {
      flaws.push({ type: 'unknown tag', name: node.tag, start, end: Math.min(end, start + node.tag.length) });
    }
    if (isScalar(node)) return remember(node.anchor, { start, end, value: plain(node.value), size: 1 });
    if (isSeq(node)) {
      const list: unknown[] = [];
      const items: YamlNode[] = [];
      const result = remember(node.anchor, { start, end, value: list, size: 1, items });
      open.add(result);
      for (const item of node.items) {
        const child = read(isPair(item) ? null : item, end);
        items.push(child);
        list.push(child.value);
        result.size += child.size;
      }
      open.delete(result);
      return trimmed(result, text);
    }
    return isMap(node) ? readMap(node, start, end) : { start, end, value: null, size: 1 };
  };

  const readMap = (node: Extract<ParsedNode, { items: unknown[] }>, start: number, end: number): YamlNode => {
    const entries = new Map<string, YamlEntry>();
    const map: Record<string, unknown> = {};
    const result = remember(node.anchor, { start, end, value: map, size: 1, entries });
    open.add(result);
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const [keyStart, keyEnd] = keyRangeOf(pair.key, end);
      const name = readKey(pair.key, keyStart, keyEnd);
      if (name === undefined) {
        flaws.push({ type: 'key is no text', start: keyStart, end: keyEnd });
        continue;
      }
      const first = entries.get(name);
      if (first !== undefined)
        flaws.push({ type: 'duplicate key', key: name, start: keyStart, end: keyEnd, firstStart: first.keyStart, firstEnd: first.keyEnd });
      // The value of a pair is a node of the same kind as any other; the package types it more loosely.
      const child = read(isParsed(pair.value) ? pair.value : null, keyEnd);
      entries.set(name, { keyStart, keyEnd, node: child });
      // Not an assignment: `__proto__` must become a key like any other.
      Object.defineProperty(map, name, { value: child.value, enumerable: true, configurable: true, writable: true });
      result.size += child.size;
    }
    open.delete(result);
    return trimmed(result, text);
  };

  /** What a key is called; one that is an alias, as the text that it stands for. */
  const readKey = (key: unknown, start: number, end: number): string | undefined => {
    if (isAlias(key)) {
      const target = anchors.get(key.source);
      return typeof target?.value === 'string' ? target.value : undefined;
    }
    if (!isScalar(key)) return undefined;
    remember(key.anchor, { start, end, value: plain(key.value), size: 1 });
    return keyName(key.value, text.slice(start, end));
  };

  const readAlias = (name: string, start: number, end: number): YamlNode => {
    const target = anchors.get(name);
    if (target !== undefined && !open.has(target)) return target;
    flaws.push({ type: target === undefined ? 'unknown alias' : 'endless alias', name, start, end });
    return { start, end, value: null, size: 1 };
  };

  const remember = (anchor: string | undefined, node: YamlNode): YamlNode => {
    if (anchor !== undefined) anchors.set(anchor, node);
    return node;
  };

  const root = read(document.contents, 0);
  return { root, flaws: flaws.slice(0, maxFlaws), tooManyAliases: root.size - own > maxExpanded };
}

/** The node and, in a map, the key's offsets at a path; an alias leads to its anchor. */
export function findNode(root: YamlNode, path: ValuePath): { node: YamlNode; entry?: YamlEntry } | undefined {
  let node = root;
  let entry: YamlEntry | undefined;
  for (const step of path) {
    entry = node.entries?.get(String(step));
    const next = entry?.node ?? (typeof step === 'number' ? node.items?.[step] : undefined);
    if (next === undefined) return undefined;
    node = next;
  }
  return entry === undefined ? { node } : { node, entry };
}

/** The innermost key, or scalar, at an offset, with its own offsets. Aliases are not followed: they stand for themselves. */
export function targetAt(root: YamlNode, offset: number): { path: ValuePath; on: 'key' | 'value'; start: number; end: number } | undefined {
  const within = (start: number, end: number): boolean => start <= offset && offset <= end;
  let node = root;
  const path: (string | number)[] = [];
  for (;;) {
    const entries = [...(node.entries ?? [])];
    const key = entries.find(([, entry]) => within(entry.keyStart, entry.keyEnd));
    if (key !== undefined) return { path: [...path, key[0]], on: 'key', start: key[1].keyStart, end: key[1].keyEnd };
    const steps: (readonly [string | number, YamlNode])[] = [
      ...entries.map(([name, entry]) => [name, entry.node] as const),
      ...(node.items ?? []).map((item, index) => [index, item] as const),
    ];
    // An alias' node lies elsewhere in the text, and never inside the node that it was found in.
    const inner = steps.find(([, below]) => within(below.start, below.end) && below.start >= node.start && below !== node);
    if (inner === undefined) break;
    path.push(inner[0]);
    node = inner[1];
  }
  const isScalar = node.entries === undefined && node.items === undefined;
  return isScalar && path.length > 0 ? { path, on: 'value', start: node.start, end: node.end } : undefined;
}

function isParsed(value: unknown): value is ParsedNode {
  return isAlias(value) || isScalar(value) || isMap(value) || isSeq(value);
}

function keyRangeOf(key: unknown, end: number): [number, number] {
  return isParsed(key) ? [key.range[0], key.range[1]] : [end, end];
}

function keyName(value: unknown, written: string): string {
  return typeof value === 'string' ? value : written;
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** A block collection's range in the package runs on to the next token; ours ends with its last word. */
function trimmed(node: YamlNode, text: string): YamlNode {
  const last = node.items?.at(-1) ?? [...(node.entries?.values() ?? [])].at(-1)?.node;
  const opener = text.charAt(node.start);
  if (opener !== '[' && opener !== '{') {
    let end = Math.min(node.end, text.length);
    while (end > node.start && /\s/.test(text.charAt(end - 1))) end -= 1;
    node.end = last === undefined || last.start < node.start || last.start >= end ? end : Math.max(node.start, Math.min(end, last.end));
  }
  return node;
}
