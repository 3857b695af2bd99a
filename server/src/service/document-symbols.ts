import { isMap, type AgentDescriptor, type ValuePath, valueAt } from '@hermes-runtime/contract';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver/node';
import { portable } from '../index/paths.ts';
import type { Feature } from './feature.ts';

/** The outline of agent.yaml: the keys, and in the two schemas the fields by their own names. */
export const documentSymbols: Feature = {
  capabilities: { documentSymbolProvider: true },
  listen: (connection, look) => {
    connection.onDocumentSymbol(({ textDocument }) => {
      const { path, agent } = look()?.opened(textDocument.uri) ?? {};
      if (path === undefined || agent?.descriptor === undefined || portable(agent.folder, path) !== agent.descriptor.file) return [];
      return outlineOf(agent.descriptor);
    });
  },
};

function outlineOf(descriptor: AgentDescriptor): DocumentSymbol[] {
  return Object.keys(descriptor.value).flatMap((key) => {
    const schema = key === 'input_schema' || key === 'output_schema';
    return symbolAt(descriptor, [key], schema ? SymbolKind.Interface : SymbolKind.Property, schema ? fieldsOf(descriptor, [key]) : []);
  });
}

function fieldsOf(descriptor: AgentDescriptor, at: ValuePath): DocumentSymbol[] {
  const schema = valueAt(descriptor.value, at);
  if (!isMap(schema)) return [];
  if (isMap(schema['items'])) return fieldsOf(descriptor, [...at, 'items']);
  const { properties } = schema;
  if (!isMap(properties)) return [];
  return Object.keys(properties).flatMap((name) => {
    const path = [...at, 'properties', name];
    return symbolAt(descriptor, path, SymbolKind.Field, fieldsOf(descriptor, path));
  });
}

function symbolAt({ yaml, value }: AgentDescriptor, at: ValuePath, kind: SymbolKind, children: DocumentSymbol[]): DocumentSymbol[] {
  const selectionRange = yaml.keyRange(at);
  if (selectionRange === undefined) return [];
  const found = valueAt(value, at);
  const detail = isMap(found) ? found['type'] : found;
  return [
    {
      name: String(at.at(-1)) || "''",
      ...(typeof detail === 'string' || typeof detail === 'number' ? { detail: String(detail).slice(0, 80) } : {}),
      kind,
      // An alias leads to its anchor, which may stand before the key.
      range: spanning(selectionRange, yaml.valueRange(at)),
      selectionRange,
      children,
    },
  ];
}

function spanning(key: Range, value: Range | undefined): Range {
  const isAfter =
    value !== undefined &&
    (value.end.line > key.end.line || (value.end.line === key.end.line && value.end.character >= key.end.character)) &&
    value.start.line >= key.start.line;
  return isAfter ? { start: key.start, end: value.end } : key;
}
