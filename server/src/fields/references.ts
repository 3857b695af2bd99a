import { DocumentHighlightKind, type DocumentHighlight, type Location } from 'vscode-languageserver/node';
import type { Feature } from '../service/feature.ts';
import type { Place } from './field.ts';
import { fieldsAt, placesBeside, placesOf } from './find-field.ts';

/** Every place that names what is pointed at, in all folders of the window. */
export const references: Feature = {
  capabilities: { referencesProvider: true },
  listen: (connection, look) => {
    connection.onReferences(({ textDocument, position, context }): Location[] | null => {
      const now = look();
      const pointed = now === undefined ? undefined : fieldsAt(now, textDocument.uri, position);
      if (now === undefined || pointed === undefined) return null;
      const places = unique(pointed.fields.flatMap((field) => placesOf(now, field).places));
      return places
        .filter(({ kind }) => context.includeDeclaration || kind !== 'declaration')
        .map(({ file, range }) => ({ uri: now.documents.uriOf(file), range }));
    });
  },
};

/** The same, in one file. */
export const documentHighlights: Feature = {
  capabilities: { documentHighlightProvider: true },
  listen: (connection, look) => {
    connection.onDocumentHighlight(({ textDocument, position }): DocumentHighlight[] | null => {
      const now = look();
      const places = now === undefined ? undefined : placesBeside(now, textDocument.uri, position);
      if (places === undefined) return null;
      return places.map(({ range, kind, write }) => ({
        range,
        kind: kind === 'declaration' || write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    });
  },
};

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.file} ${JSON.stringify(place.range)}`, place])).values()];
}
