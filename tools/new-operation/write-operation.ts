import type { AwsMember } from './aws-operation.ts';
import { camel, pascal } from './names.ts';
import type { Plan } from './plan.ts';
import { inputShape } from './shape.ts';
import { comment, open, said } from './text.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly zod: string;
  readonly required: boolean;
  readonly doc: string;
  /** What `request` says for it, where AWS shapes it otherwise. */
  readonly request?: string | undefined;
  readonly imports: readonly string[];
  readonly aws?: AwsMember | undefined;
}

/** The start of an operation's file. */
export const writeOperation = (plan: Plan): string => {
  const { operation, service, name, form, key, result, errors, knownId } = plan;
  const fields = fieldsOf(plan);
  const input = `${pascal(name)}Input`;
  const output = result?.type ?? 'void';
  const text = fields.some((each) => each.zod.startsWith('z.')) ? ['z'] : [];
  const maker = form === 'listing' ? ['listOperation', 'type ListOperation'] : ['operation', 'type Operation'];
  const imports = [
    'type AwsInput',
    'input',
    ...maker,
    ...(result ? [] : ['nothing']),
    ...text,
    ...fields.flatMap((each) => each.imports),
  ];
  const type =
    form === 'listing'
      ? `ListOperation<${input}, ${output}>`
      : `Operation<${key ? 'string | ' : ''}${input}, ${output}>`;
  return [
    `import { ${[...new Set(imports)].sort(byName).join(', ')} } from '@arch/core/builder';`,
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
    `export const ${name}: ${type} = ${maker[0]}(() => ({`,
    `  name: '${name}',`,
    `  service: ${service.name},`,
    `  command: ${operation.name}Command,`,
    `  // ${open} the resource types that IAM's reference lists for the action: { action: '…', resources: ['…'] }; or remove this line.`,
    `  permissions: ['${service.prefix}:${operation.name}'],`,
    key && `  key: '${key}',`,
    `  input: input<${input}>({ ${fields.map(({ name: each, zod, required }) => `${each}: ${required || zod === 'filterRecord()' ? zod : `z.optional(${zod})`}`).join(', ')} }),`,
    form === 'listing' ? `  item: ${result?.factory}(),` : `  output: ${result ? `${result.factory}()` : 'nothing()'},`,
    requestLine(fields, plan),
    ...ending(plan),
    errors && `  errors: ${errors.name},`,
    '}));',
    '',
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
};

/** Names in the order of the formatter's, whether they are types or not. */
const byName = (one: string, other: string): number =>
  one.replace('type ', '').localeCompare(other.replace('type ', ''), 'en') ||
  Number(one.startsWith('type')) - Number(other.startsWith('type'));

const fieldsOf = ({ operation, form, ids, key, knownId, members }: Plan): readonly Field[] => {
  const list = form === 'batch' && ids ? [idField(key ?? '', knownId?.sample, ids)] : [];
  return [
    ...list,
    ...members.map((member): Field => {
      const name = camel(member.name);
      const special = specialField(member);
      if (special) return special;
      if (name === key && knownId) return { ...idField(key, knownId.sample, member), aws: member };
      const { type, zod, open: undecided } = inputShape(member, operation);
      const doc = `${open} what it means${undecided ? `; ${undecided}` : ''}.${said(member.text)}`;
      return { name, type, zod, required: member.required, doc, imports: member.required ? [] : ['z'], aws: member };
    }),
  ].sort((one, other) => Number(other.required) - Number(one.required));
};

const idField = (name: string, sample: string | undefined, { text }: AwsMember): Field =>
  sample === undefined
    ? {
        name,
        type: 'string',
        zod: 'z.string()',
        required: true,
        doc: `${open} its format, e.g. ec2Id('vol') in a file of clients/.${said(text)}`,
        imports: [],
      }
    : { name, type: 'string', zod: `${name}()`, required: true, doc: `e.g. \`${sample}\`.`, imports: [] };

/** Members that are the same everywhere. */
const specialField = ({ name, schema, required }: AwsMember): Field | undefined => {
  const imports = (...names: string[]): readonly string[] => ['z', ...names];
  if (name === 'Filters' && schema.isListSchema()) {
    const doc = `${open} an example. AWS's filters by name, e.g. \`{ 'tag:team': 'web' }\`.`;
    return {
      name: 'filters',
      type: 'Filters',
      zod: 'filterRecord()',
      required: false,
      doc,
      request: 'Filters: toFilterList(filters)',
      imports: ['filterRecord', 'type Filters', 'toFilterList'],
    };
  }
  if (name === 'Tags' && schema.isListSchema()) {
    const doc = 'At most 50: keys of 1–128 characters that do not begin with `aws:`, values of 0–256.';
    return {
      name: 'tags',
      type: 'Tags',
      zod: 'tagRecord()',
      required,
      doc,
      request: 'Tags: tags && toTagList(tags)',
      imports: imports('tagRecord', 'type Tags', 'toTagList'),
    };
  }
  if (name === 'TagSpecifications') {
    const doc = `${open} AWS's resource type in request. Put on what is made; at most 50.`;
    const request = `TagSpecifications: tags && [{ ResourceType: undefined, Tags: toTagList(tags) }]`;
    return {
      name: 'tags',
      type: 'Tags',
      zod: 'tagRecord()',
      required,
      doc,
      request,
      imports: imports('tagRecord', 'type Tags', 'toTagList'),
    };
  }
  if (!schema.isIdempotencyToken()) return undefined;
  const doc = `${open} its length. Makes the call idempotent: the same token never does it twice. Default: one of our own for each call.`;
  return { name: camel(name), type: 'string', zod: 'z.string()', required: false, doc, imports: imports() };
};

/** What departs from the rule of names; the SDK's types then want the members that AWS requires as well. */
const requestLine = (fields: readonly Field[], { form, ids }: Plan): string | undefined => {
  const special = fields.filter(({ request }) => request !== undefined);
  if (special.length === 0) return undefined;
  const required = fields.filter((each) => each.required && each.aws?.required && each.request === undefined);
  const lines = [
    ...special.map(({ request }) => request),
    ...required.map(({ name, aws, type }) => `${aws?.name}: ${wire(name, type, aws?.type)}`),
    ...(form === 'batch' && ids?.required ? [`${ids.name}: undefined`] : []),
  ];
  return `  request: ({ ${[...special, ...required].map(({ name }) => name).join(', ')} }) => ({ ${lines.join(', ')} }),`;
};

/** A member as the SDK's types want it; a structure is for a person to shape. */
const wire = (name: string, type: string, awsType: string | undefined): string => {
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
