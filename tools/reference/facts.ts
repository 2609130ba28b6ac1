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
    key !== undefined && takesText && `A string is accepted instead of an input: it is the \`${key}\`.`,
    batch && `Concurrent calls share requests: up to ${written(batch.limit)} \`${batch.ids}\` in one request.`,
    kind === 'listing' && (pages ? pageFact(pages) : 'One request: AWS returns all items in one response.'),
    kind === 'consumer' &&
      'Works until its `signal` is aborted, then resolves. Without `timeoutMs` it has no deadline.',
    kind === 'stream' && 'Makes further calls while the consumer reads.',
    wait !== undefined && 'Accepts the option `wait`: `true` or the options of the wait.',
    kind === 'waiter' &&
      `Default deadline: ${written(timeoutMs ?? 600_000)} ms. The first pause is ${written(pollMs ?? 1_000)} ms.`,
    kind === 'task' && `Makes several calls. Default deadline for all of them: ${written(timeoutMs ?? 900_000)} ms.`,
    names.length > 0 && `Calls ${[...new Set(names)].map((name) => `\`${name}\``).join(', ')}.`,
  ].filter((fact) => typeof fact === 'string');
};

const pageFact = ({ token, size }: NonNullable<Facts['pages']>): string =>
  size
    ? `One request per page of ${written(size.least)}–${written(size.most)} items (\`${size.member}\`), continued by \`${token}\`.`
    : `One request per page, continued by \`${token}\`.`;
