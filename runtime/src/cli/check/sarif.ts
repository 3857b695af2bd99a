import type { Problem } from '@hermes-runtime/schemas';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

/** SARIF 2.1.0, for code scanning. Lines and columns count from 1 there; columns in UTF-16, as here. */
export function sarifOf(problems: readonly Problem[], version: string): string {
  const rules = [...new Set(problems.map(({ code }) => code))].toSorted();
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: rules.indexOf(problem.code),
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [location(problem)],
    ...(problem.related && {
      relatedLocations: problem.related.map((place) => ({ ...location(place), message: { text: place.message } })),
    }),
  }));
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'hermes-runtime', version, rules: rules.map((id) => ({ id })) } },
          columnKind: 'utf16CodeUnits',
          results,
        },
      ],
    },
    undefined,
    2,
  );
}

function location({ path, range }: Pick<Problem, 'path' | 'range'>): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      },
    },
  };
}
