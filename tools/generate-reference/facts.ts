import type { BatchDeclaration, FunctionInfo } from '@arch/core/builder';

import { infoOf } from './load.ts';

/** What declarations of all kinds may say. */
interface Facts {
  readonly key?: string;
  readonly batch?: BatchDeclaration<unknown>;
  readonly pages?: {
    readonly token: string;
    readonly size?: { readonly member: string; readonly least: number; readonly most: number };
  };
  readonly wait?: unknown;
  readonly timeoutMs?: number;
  readonly pollMs?: number;
  readonly uses?: readonly unknown[];
}

const written = (value: number): string => value.toLocaleString('en');

/** What a declaration says of how its function works, as sentences. */
export const factsOf = ({ kind, declaration }: FunctionInfo, takesText: boolean): readonly string[] => {
  const { key, batch, pages, wait, timeoutMs, pollMs, uses = [] } = declaration as Facts;
  const names = uses
    .flatMap((each) => infoOf(each)?.declaration.name ?? [])
    .filter((name) => name !== declaration.name);
  return [
    key !== undefined && takesText && `A plain string is the \`${key}\`.`,
    batch && `Concurrent calls become requests for up to ${written(batch.limit)} \`${batch.ids}\` each.`,
    kind === 'listing' && (pages ? pageFact(pages) : 'One request: AWS answers everything at once.'),
    kind === 'consumer' &&
      'Works until its `signal` is aborted, and then resolves. It has no deadline unless `timeoutMs` sets one.',
    kind === 'stream' && 'Makes as many calls as are needed while the consumer goes on reading.',
    wait !== undefined && 'Takes `wait`: `true`, or how to wait.',
    kind === 'waiter' &&
      `Gives up after ${written(timeoutMs ?? 600_000)} ms; the first pause is ${written(pollMs ?? 1_000)} ms.`,
    kind === 'task' &&
      `Makes several calls and has ${written(timeoutMs ?? 900_000)} ms for all of them, unless \`timeoutMs\` says otherwise.`,
    names.length > 0 && `Calls ${[...new Set(names)].map((name) => `\`${name}\``).join(', ')}.`,
  ].filter((fact) => typeof fact === 'string');
};

const pageFact = ({ token, size }: NonNullable<Facts['pages']>): string =>
  size
    ? `A request for each page of ${written(size.least)}–${written(size.most)} items (\`${size.member}\`), by \`${token}\`.`
    : `A request for each page, by \`${token}\`.`;
