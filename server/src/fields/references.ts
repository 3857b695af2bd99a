import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import type { Look } from '../service/feature.ts';
import type { Place } from './field.ts';
import { fieldsAt, placesBeside, placesOf } from './find-field.ts';

/** Every place that names what is pointed at, in all folders of the window. */
export function references(look: Look, { textDocument, position, context }: ReferenceParams): Location[] | null {
  const pointed = fieldsAt(look, textDocument.uri, position);
  if (pointed === undefined) return null;
  const places = unique(pointed.fields.flatMap((field) => placesOf(look, field).places));
  return places
    .filter(({ kind }) => context.includeDeclaration || kind !== 'declaration')
    .map(({ file, range }) => ({ uri: look.documents.uriOf(file), range }));
}

/** The same, in one file. */
export function documentHighlights(look: Look, { textDocument, position }: TextDocumentPositionParams): DocumentHighlight[] | null {
  const places = placesBeside(look, textDocument.uri, position);
  if (places === undefined) return null;
  return places.map(({ range, kind, write }) => ({
    range,
    kind: kind === 'declaration' || write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.file} ${JSON.stringify(place.range)}`, place])).values()];
}
