import { builderImports } from './builder-imports.ts';
import { camel } from './names.ts';
import type { Plan } from './plan.ts';
import type { Result } from './result.ts';
import { outputShape } from './shape.ts';
import { comment, open, said } from './text.ts';

/** Writes the first version of the output's file: an interface, and the schema of AWS's structure. */
export const writeResource = ({ operation, key }: Plan, { structure, type, factory, members }: Result): string => {
  const fields = members.map((member) => {
    const name = camel(member.name);
    const required = name === key;
    if (member.name === 'Tags' && member.schema.isListSchema())
      return { name: 'tags', required: true, type: 'Tags', zod: 'tags()', doc: '' };
    const shape = outputShape(member.schema, required);
    const always = required || shape?.zod.startsWith('list(') === true;
    return {
      name,
      required: always,
      type: shape?.type,
      zod: shape?.zod,
      doc: `${open} what it means, when it is absent.${said(member.text)}`,
    };
  });
  const shaped = fields.filter((each) => each.type !== undefined);
  const nested = fields.filter((each) => each.type === undefined).map(({ name }) => name);
  const text = [
    `import { ${structure}$ } from '${operation.client}';`,
    '',
    comment(`${open} what it is, in a sentence.`),
    `export interface ${type} extends AwsResource {`,
    ...shaped.flatMap(({ name, required, type: its, doc }) => [
      ...(doc === '' ? [] : [comment(doc, '  ')]),
      `  readonly ${name}${required ? '' : '?'}: ${its}${required ? '' : ' | undefined'};`,
    ]),
    ...(nested.length > 0
      ? [`  // ${open} of AWS's structures, what callers rely on: ${nested.join(', ')}. The rest stays in aws.`]
      : []),
    '}',
    '',
    comment(`Parses one \`${structure}\` structure.`),
    `export const ${factory} = (): Schema<${type}> =>`,
    `  resource<${type}>(${structure}$, {`,
    `    // ${open} which members AWS always sends: those are required here and in the interface.`,
    ...shaped.map(({ name, zod: its }) => `    ${name}: ${its},`),
    '  });',
    '',
  ].join('\n');
  return `${builderImports(text)}\n${text}`;
};
