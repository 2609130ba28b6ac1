import type { Field } from './fields.ts';
import { camel } from './names.ts';
import type { Plan } from './plan.ts';
import { open } from './text.ts';

/** Returns the members of a declaration, one per line. */
export const declarationLines = (plan: Plan, fields: readonly Field[], input: string): readonly string[] => {
  const { operation, service, name, form, key, result, errors } = plan;
  return [
    `  name: '${name}',`,
    `  service: ${service.name},`,
    `  command: ${operation.name}Command,`,
    `  // ${open} the resource types that IAM's reference lists for the action: { action: '…', resources: ['…'] }; or remove this line.`,
    `  permissions: ['${service.prefix}:${operation.name}'],`,
    key && `  key: '${key}',`,
    `  input: input<${input}>({ ${inputLines(fields)} }),`,
    form === 'listing'
      ? `  item: ${result?.factory}(),`
      : `  output: ${result ? `${result.factory}()` : 'noOutput()'},`,
    ...absenceLines(plan),
    requestLine(fields, plan),
    ...ending(plan),
    errors && `  errors: ${errors.name},`,
  ].filter((line) => typeof line === 'string');
};

/** Returns the members that the contract tests require for operations that describe or delete one resource. */
const absenceLines = ({ operation, form, key, result }: Plan): readonly string[] => {
  if (form === 'listing') return [];
  if (/^(?:Delete|Deregister|Remove|Terminate)/.test(operation.name))
    return [
      `  // ${open} false if AWS still describes the resource after the call, or if the call removes something else.`,
      '  deletes: true,',
    ];
  const selects = form === 'batch' || result?.parent !== undefined;
  return key && selects && /^(?:Describe|Get)/.test(operation.name) ? [`  absent: 'not-found',`] : [];
};

/** Returns the checks of an input as members of an object. */
export const inputLines = (fields: readonly Field[]): string =>
  fields
    .map(({ name, zod, required }) => `${name}: ${required || zod === 'filterRecord()' ? zod : `z.optional(${zod})`}`)
    .join(', ');

/** Returns `request` for members that differ from AWS's in name or form. The SDK's types then also require the members that AWS requires. */
const requestLine = (fields: readonly Field[], { form, ids, key }: Plan): string | undefined => {
  const special = fields.filter(({ request }) => request !== undefined);
  if (special.length === 0) return undefined;
  const byBatch = form === 'batch' ? key : undefined;
  const required = fields.filter(
    ({ name, aws, request, required: own }) => own && aws.required && request === undefined && name !== byBatch,
  );
  const lines = [
    ...special.map(({ request }) => request),
    ...required.map(({ name, aws, type }) => `${aws.name}: ${wire(name, type, aws.type)}`),
    ...(form === 'batch' && ids?.required ? [`${ids.name}: undefined`] : []),
  ];
  return `  request: ({ ${[...special, ...required].map(({ name }) => name).join(', ')} }) => ({ ${lines.join(', ')} }),`;
};

/** Returns a member for the SDK's types. The author fills in structures. */
const wire = (name: string, type: string, awsType: string): string => {
  if (type === 'string' && awsType === 'string') return name;
  if (type === 'readonly string[]') return `[...${name}]`;
  return /^(boolean|number|Date|Uint8Array|'.*)$/.test(type) ? name : `${name} as never`;
};

const ending = ({ form, ids, result, pages, key }: Plan): readonly string[] => {
  const items = `(response) => response.${result?.parent ?? '…'}`;
  if (form === 'listing') return [`  items: ${items},`, ...(pages ? pageLines(pages) : [])];
  if (form === 'single') return result?.parent ? [`  select: (response) => response.${result.parent},`] : [];
  const id = result?.members.find(({ name }) => camel(name) === key)?.name;
  const limit = /maximum (?:of )?([\d,]+)/i.exec(ids?.text ?? '')?.[1]?.replaceAll(',', '');
  const found = result ? `, items: ${items}, id: '${id ?? ''}'` : '';
  return [
    `  // ${open} how many IDs AWS takes in one request${limit ? `: AWS's text says ${limit}` : ''}${result && !id ? ', and the member that identifies an item' : ''}; at most 100 keeps responses small.`,
    `  batch: { limit: ${Math.min(100, Number(limit ?? 100))}, ids: '${ids?.name}'${found} },`,
  ];
};

const pageLines = ({ token, next, size }: NonNullable<Plan['pages']>): readonly string[] => {
  const [, least, most] = /between ([\d,]+) and ([\d,]+)/i.exec(size?.text ?? '') ?? [];
  const bounds = `least: ${least?.replaceAll(',', '') ?? 1}, most: ${most?.replaceAll(',', '') ?? 100}`;
  return [
    ...(size ? [`  // ${open} the least and the greatest number of items in a request.`] : []),
    `  pages: { token: '${token}'${next === token ? '' : `, next: '${next}'`}${size ? `, size: { member: '${size.name}', ${bounds} }` : ''} },`,
  ];
};
