import { splitAt } from '../typescript-text/split.ts';
import { callerSignature, inCell, linkedCode, type LinkTo, typeArguments, withoutUndefined } from './code.ts';
import { factsOf } from './facts.ts';
import { awsOperationsOf, conditionText, needsOf } from './iam.ts';
import type { Entry } from './library.ts';
import { membersOf } from './members.ts';
import { find } from './sources.ts';

/** What a reader finds out about one function. */
export const renderFunction = (entry: Entry, linkTo: LinkTo): string => {
  const { name, declaration, info } = entry;
  const { doc } = declaration;
  const signatures = signaturesOf(
    name,
    declaration.types.map((type) => find(entry.file, type)?.declaration.types[0] ?? type),
  );
  return [
    `### ${name}`,
    fence(signatures.join('\n')),
    doc.text,
    ...(info
      ? [
          inputTable(entry, linkTo) || inputType(declaration.types[0] ?? '', linkTo),
          returnsText(declaration.types[0] ?? '', linkTo),
        ]
      : [typesText(signatures, linkTo)]),
    info && bullets(factsOf(info, takesText(declaration.types[0] ?? ''))),
    info && iamText(entry),
    doc.throws.length > 0 &&
      `**Errors**\n\n${bullets(doc.throws.map(({ error, when }) => `[${error}](../errors.md#${error.toLowerCase()}): ${when}`))}`,
    doc.example !== undefined && `**Example**\n\n${fence(doc.example)}`,
    doc.see.length > 0 && `**AWS**: ${doc.see.map((see) => `<${see}>`).join(', ')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
};

const fence = (code: string): string => `\`\`\`ts\n${code}\n\`\`\``;
const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** How a function can be called, one line per form. */
export const signaturesOf = (name: string, types: readonly string[]): readonly string[] =>
  types.flatMap((type) => {
    const [form, input = '', output = '', final = ''] = typeArguments(type);
    if (form === 'Operation') return [`${name}(input: ${input}, options?: CallOptions): Promise<${output}>`];
    if (form === 'ListOperation') return [`${name}(input?: ${input}, options?: CallOptions): Listing<${output}>`];
    if (form === 'StreamOperation') return [`${name}(input: ${input}, options?: CallOptions): Stream<${output}>`];
    if (form === 'Waiter') return [`${name}(input: ${input}, options?: CallOptions & WaitOptions): Promise<${output}>`];
    if (form === 'GoalWaiter') {
      return goalsOf(output).map(
        ([goals, result]) =>
          `${name}(input: ${input} & { state: ${goals} }, options?: CallOptions & WaitOptions): Promise<${result}>`,
      );
    }
    if (form !== 'WaitableOperation')
      return [/^[(<]/.test(type) ? `${name}${callerSignature(withResult(type))}` : `${name}: ${type}`];
    return [
      `${name}(input: ${input}, options?: CallOptions): Promise<${output}>`,
      `${name}(input: ${input}, options: CallOptions & { wait: true | WaitOptions }): Promise<${final}>`,
    ];
  });

/** The outputs of a wait that depend on its goal, each with the goals that have it: `{ available: A; deleted: void }`. */
const goalsOf = (outputs: string): readonly (readonly [goals: string, output: string])[] => {
  const members = outputs
    .slice(1, -1)
    .split(';')
    .filter((each) => each.trim() !== '');
  const pairs = members.map((each) => each.split(':').map((part) => part.trim()));
  const byOutput = Map.groupBy(pairs, ([, output = '']) => output);
  return [...byOutput].map(([output, all]) => [
    all.map(([goal = '']) => `'${goal.replaceAll("'", '')}'`).join(' | '),
    output,
  ]);
};

/** A function type as a function is declared: `(a: A) => B` as `(a: A): B`. */
const withResult = (type: string): string => {
  const [parameters, result] = splitAt(type, '=>');
  return result === undefined ? type : `${parameters.trim()}: ${result.trim()}`;
};

const takesText = (type: string): boolean => inputTypes(type).includes('string');
const inputTypes = (type: string): readonly string[] =>
  (typeArguments(type)[1] ?? '').split('|').map((each) => each.trim());

const inputTable = ({ file, declaration }: Entry, linkTo: LinkTo): string | false => {
  const found = inputTypes(declaration.types[0] ?? '').flatMap((type) => find(file, typeArguments(type)[0]) ?? []);
  const rows = found.flatMap((each) => membersOf(each.file, each.declaration));
  if (rows.length === 0) return false;
  return [
    '| input | type | |',
    '|---|---|---|',
    ...rows.map(({ name, optional, type, doc }) => {
      const shown = inCell(linkedCode(withoutUndefined(type, optional), linkTo));
      return `| \`${name}\`${optional ? '' : ', required'} | ${shown} | ${inCell(doc.text)} |`;
    }),
  ].join('\n');
};

/** An input that is no interface. */
const inputType = (type: string, linkTo: LinkTo): string =>
  `**Input** ${linkedCode(typeArguments(type)[1] ?? '', linkTo)}.`;

const returnsText = (type: string, linkTo: LinkTo): string | false => {
  const [form, , output = '', third] = typeArguments(type);
  // The last argument of the other forms names members of ARNs.
  const final = form === 'WaitableOperation' ? third : undefined;
  const shown = (each: string): string => (each === 'void' ? 'nothing' : linkedCode(each, linkTo));
  if (form === 'ListOperation') return `**Returns** a ${linkedCode('Listing', linkTo)} of ${shown(output)}.`;
  if (form === 'StreamOperation') return `**Returns** a ${linkedCode('Stream', linkTo)} of ${shown(output)}.`;
  if (form === 'GoalWaiter')
    return `**Returns** ${goalsOf(output)
      .map(([goals, result]) => `${shown(result)} for ${goals.replaceAll("'", '`').replaceAll(' | ', ', ')}`)
      .join('; ')}.`;
  const waited = final !== undefined && final !== output ? `, with \`wait\` ${shown(final)}` : '';
  return form === type ? false : `**Returns** ${shown(output)}${waited}.`;
};

const typesText = (signatures: readonly string[], linkTo: LinkTo): string | false => {
  const names = [...new Set(signatures.flatMap((each) => each.match(/\b[A-Z]\w*\b/g) ?? []))].filter((name) =>
    linkTo(name),
  );
  return names.length > 0 && `Types: ${names.map((name) => linkedCode(name, linkTo)).join(', ')}.`;
};

const iamText = ({ info }: Entry): string | false => {
  if (!info) return false;
  const lines = needsOf(info).map(({ action, resources, condition, when, with: onRequest }) => {
    const where = resources.map((each) => `\`${each}\``).join(', ');
    const only = condition ? `, if ${conditionText(condition)}` : '';
    const inCase = when === undefined ? '' : `; when ${when.replace(/^when /, '')}`;
    return `\`${action}\` on ${where}${only}${inCase}${onRequest === undefined ? '' : `; with \`${onRequest}\``}`;
  });
  const operations = awsOperationsOf(info).map((each) => `\`${each}\``);
  return lines.length > 0 && `**IAM** (AWS operations: ${operations.join(', ')})\n\n${bullets(lines)}`;
};
