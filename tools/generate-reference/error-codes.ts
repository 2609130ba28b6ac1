import type { ErrorRule, ErrorTable, Service } from '@arch/core/builder';

import { inCell } from './code.ts';
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

/** What the error codes of the services of a package become. */
export const renderErrorCodes = ({ sections }: Library): string => {
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
  if (byService.size === 0) return '';
  const tables = [...byService].map(([service, codes]) =>
    [
      `### Codes of ${service}`,
      [
        '| code | error | about | what to do |',
        '|---|---|---|---|',
        ...[...codes]
          .sort(([one], [other]) => one.localeCompare(other, 'en'))
          .flatMap(([code, rules]) => rules.map((rule) => row(code, rule))),
      ].join('\n'),
    ].join('\n\n'),
  );
  return [
    '## Error codes',
    "What AWS's codes become. Others follow by habit or status, as [errors](../errors.md) says.",
    ...tables,
  ].join('\n\n');
};

const row = (code: string, { situation, resource = '', remedy = '', words }: ErrorRule): string => {
  const name = classes[situation];
  const said = words ? ` saying \`${inCell(words.source)}\`` : '';
  return `| \`${code}\`${said} | [${name}](../errors.md#${name.toLowerCase()}) | ${resource} | ${inCell(remedy)} |`;
};
