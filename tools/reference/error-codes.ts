import type { ErrorRule, ErrorTable, Service } from '@arch/core/builder';

import { inCell, type LinkTo } from './code.ts';
import type { Library } from './library.ts';

/** The class that stands for a situation. */
const classes: Readonly<Record<ErrorRule['situation'], string>> = {
  'not-found': 'NotFoundError',
  'already-exists': 'AlreadyExistsError',
  conflict: 'ConflictError',
  denied: 'AccessDeniedError',
  throttled: 'ThrottledError',
  quota: 'QuotaExceededError',
  capacity: 'CapacityError',
  credentials: 'CredentialsError',
  invalid: 'InvalidRequestError',
  other: 'ServiceError',
};

/** What an error code of AWS becomes. */
export interface Code {
  readonly service: string;
  readonly code: string;
  /** The class, e.g. `NotFoundError`. */
  readonly error: string;
  readonly rule: ErrorRule;
}

/** The error codes of the services of a package, by service and code. */
export const errorCodesOf = ({ sections }: Library): readonly Code[] => {
  const byService = new Map<string, Map<string, readonly ErrorRule[]>>();
  for (const { info } of sections.flatMap(({ entries }) => entries)) {
    const { service, errors } = (info?.declaration ?? {}) as {
      readonly service?: Service;
      readonly errors?: ErrorTable;
    };
    if (!service) continue;
    const codes = byService.get(service.id) ?? new Map<string, readonly ErrorRule[]>();
    byService.set(service.id, codes);
    for (const [code, rule] of [...Object.entries(errors ?? {}), ...Object.entries(service.errors)])
      if (!codes.has(code)) codes.set(code, [rule].flat());
  }
  return [...byService].flatMap(([service, codes]) =>
    [...codes]
      .sort(([one], [other]) => one.localeCompare(other, 'en'))
      .flatMap(([code, rules]) => rules.map((rule) => ({ service, code, rule, error: classes[rule.situation] }))),
  );
};

/** What the error codes of the services of a package become, as the end of its index. */
export const renderErrorCodes = (library: Library, linkTo: LinkTo): string => {
  const byService = Map.groupBy(errorCodesOf(library), ({ service }) => service);
  if (byService.size === 0) return '';
  const tables = [...byService].map(([service, codes]) =>
    [
      `### Codes of ${service}`,
      ['| code | error | about | what to do |', '|---|---|---|---|', ...codes.map((code) => row(code, linkTo))].join(
        '\n',
      ),
    ].join('\n\n'),
  );
  return [
    '## Error codes',
    `The class of each error code of AWS. The class of other codes follows from their pattern or the status: see [errors](../../errors.md#which-class).`,
    ...tables,
  ].join('\n\n');
};

const row = ({ code, error, rule: { resource = '', remedy = '', words } }: Code, linkTo: LinkTo): string =>
  `| ${codeText(code, words)} | [${error}](${linkTo(error)}) | ${resource} | ${inCell(remedy)} |`;

/** A code, and the pattern of AWS's message if the code has several meanings. */
export const codeText = (code: string, words: RegExp | undefined): string =>
  `\`${code}\`${words ? ` with the message \`${inCell(words.source)}\`` : ''}`;
