import { builderImports } from './builder-imports.ts';
import { type Field, fieldsOf } from './fields.ts';
import { camel, pascal } from './names.ts';
import type { Plan } from './plan.ts';
import { comment, open, said } from './text.ts';

/** The start of an operation's file. */
export const writeOperation = (plan: Plan): string => {
  const { operation, service, name, form, key, result, errors, knownId } = plan;
  const fields = fieldsOf(plan);
  const input = `${pascal(name)}Input`;
  const output = result?.type ?? 'void';
  const maker = form === 'listing' ? 'listOperation' : 'operation';
  const type =
    form === 'listing'
      ? `ListOperation<${input}, ${output}>`
      : `Operation<${key ? 'string | ' : ''}${input}, ${output}>`;
  const text = [
    `import { ${operation.name}Command } from '${operation.client}';`,
    '',
    `import { ${service.name} } from '${service.from}';`,
    knownId && key && `import { ${key} } from '${knownId.from}';`,
    errors && `import { ${errors.name} } from '${errors.from}';`,
    result && `import { ${result.factory}, type ${result.type} } from '${result.from}';`,
    '',
    `export interface ${input} extends AwsInput {`,
    ...fields.flatMap(({ name: each, type: its, required, doc }) => [
      comment(doc, '  '),
      `  readonly ${each}${required ? '' : '?'}: ${its}${required ? '' : ' | undefined'};`,
    ]),
    '}',
    '',
    documentation(plan, fields),
    `export const ${name}: ${type} = ${maker}(() => ({`,
    `  name: '${name}',`,
    `  service: ${service.name},`,
    `  command: ${operation.name}Command,`,
    `  // ${open} the resource types that IAM's reference lists for the action: { action: '…', resources: ['…'] }; or remove this line.`,
    `  permissions: ['${service.prefix}:${operation.name}'],`,
    key && `  key: '${key}',`,
    `  input: input<${input}>({ ${fields.map(({ name: each, zod, required }) => `${each}: ${required || zod === 'filterRecord()' ? zod : `z.optional(${zod})`}`).join(', ')} }),`,
    form === 'listing'
      ? `  item: ${result?.factory}(),`
      : `  output: ${result ? `${result.factory}()` : 'noOutput()'},`,
    ...absenceLines(plan),
    requestLine(fields, plan),
    ...ending(plan),
    errors && `  errors: ${errors.name},`,
    '}));',
    '',
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
  return `${builderImports(text)}\n${text}`;
};

/** What the contract tests demand of operations that describe or delete one thing. */
const absenceLines = ({ operation, form, key, result }: Plan): readonly string[] => {
  if (form === 'listing') return [];
  if (/^(?:Delete|Deregister|Remove|Terminate)/.test(operation.name))
    return [
      `  // ${open} false where AWS still describes it afterwards, or where the call removes something else.`,
      '  deletes: true,',
    ];
  const selects = form === 'batch' || result?.within !== undefined;
  return key && selects && /^(?:Describe|Get)/.test(operation.name) ? [`  absent: 'not-found',`] : [];
};

/** What departs from the rule of names; the SDK's types then want the members that AWS requires as well. */
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

/** A member as the SDK's types want it; a structure is for a person to shape. */
const wire = (name: string, type: string, awsType: string): string => {
  if (type === 'string' && awsType === 'string') return name;
  if (type === 'readonly string[]') return `[...${name}]`;
  return /^(boolean|number|Date|Uint8Array|'.*)$/.test(type) ? name : `${name} as never`;
};

const documentation = (
  { operation, service, name, form, key, knownId, result }: Plan,
  fields: readonly Field[],
): string => {
  const sample = `'${knownId?.sample ?? '…'}'`;
  const others = fields.filter((each) => each.required && each.name !== key).map((each) => `${each.name}: …`);
  const passed =
    key && others.length === 0 ? sample : `{ ${[...(key ? [`${key}: ${sample}`] : []), ...others].join(', ')} }`;
  const taken = result ? `const { ${camel(result.members[1]?.name ?? result.members[0]?.name ?? 'member')} } = ` : '';
  const example =
    form === 'listing' ? `for await (const item of ${name}()) console.log(item);` : `${taken}await ${name}(${passed});`;
  return comment(
    [
      `${open} what it does, one sentence in the third person; then only what surprises: defaults, limits, cost, delays.${said(operation.text)}`,
      '',
      '@example',
      `${open} a line that runs. ${example}`,
      `@throws {NotFoundError} ${open} when; one line for each error that a caller may want to tell apart.`,
      `@see ${service.documentation}${operation.name}.html`,
    ].join('\n'),
  );
};

const ending = ({ form, ids, result, pages, key }: Plan): readonly string[] => {
  const items = `(answer) => answer.${result?.within ?? '…'}`;
  if (form === 'listing') return [`  items: ${items},`, ...(pages ? pageLines(pages) : [])];
  if (form === 'single') return result?.within ? [`  select: (answer) => answer.${result.within},`] : [];
  const id = result?.members.find(({ name }) => camel(name) === key)?.name;
  const limit = /maximum (?:of )?([\d,]+)/i.exec(ids?.text ?? '')?.[1]?.replaceAll(',', '');
  const dealt = result ? `, items: ${items}, id: '${id ?? ''}'` : '';
  return [
    `  // ${open} how many AWS takes at once${limit ? `, which AWS's text gives as ${limit}` : ''}${result && !id ? ', and the member that says which item it is' : ''}; at most 100 keeps answers small.`,
    `  batch: { limit: ${Math.min(100, Number(limit ?? 100))}, ids: '${ids?.name}'${dealt} },`,
  ];
};

const pageLines = ({ token, next, size }: NonNullable<Plan['pages']>): readonly string[] => {
  const [, least, most] = /between ([\d,]+) and ([\d,]+)/i.exec(size?.text ?? '') ?? [];
  const bounds = `least: ${least?.replaceAll(',', '') ?? 1}, most: ${most?.replaceAll(',', '') ?? 100}`;
  return [
    ...(size ? [`  // ${open} the least and the greatest number of items that AWS takes.`] : []),
    `  pages: { token: '${token}'${next === token ? '' : `, next: '${next}'`}${size ? `, size: { member: '${size.name}', ${bounds} }` : ''} },`,
  ];
};
