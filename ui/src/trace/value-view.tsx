import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Icon } from './icon.tsx';

type ValueViewProps = { readonly value: unknown; readonly label: string; readonly onCopy: (text: string) => void };

/** A value as JSON, colours by kind of token; text nodes only, whatever the agent returned. */
export function ValueView({ value, label, onCopy }: ValueViewProps): JSX.Element {
  const text = JSON.stringify(value ?? null, null, 2);
  return (
    <div class="value">
      <button type="button" class="value-copy" onClick={() => onCopy(text)}>
        <Icon name="copy" /> {l10n.t('Copy')}
      </button>
      <pre class="json" tabIndex={0} aria-label={label}>
        {tokensOf(text).map(({ kind, text: token }, i) => (
          <span key={i} class={kind}>
            {token}
          </span>
        ))}
      </pre>
    </div>
  );
}

type Token = { readonly kind: 'json-name' | 'json-text' | 'json-number' | 'json-word' | 'json-rest'; readonly text: string };

/** Beyond this the page would hold too many elements; the text is shown plain. */
const colouredLimit = 100_000;

function tokensOf(text: string): readonly Token[] {
  if (text.length > colouredLimit) return [{ kind: 'json-rest', text }];
  const pattern = /("(?:[^"\\]|\\.)*"(?=:))|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|(true|false|null)|([^"\d\-tfn]+|.)/g;
  return [...text.matchAll(pattern)].map(([token, name, string, number, word]): Token => {
    const kind =
      name !== undefined
        ? 'json-name'
        : string !== undefined
          ? 'json-text'
          : number !== undefined
            ? 'json-number'
            : word !== undefined
              ? 'json-word'
              : 'json-rest';
    return { kind, text: token };
  });
}
