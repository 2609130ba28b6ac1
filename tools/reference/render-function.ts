import { type CallForm, callForms, goalsOf } from './call-forms.ts';
import { alternativesOf, inCell, linkedCode, type LinkTo, typeArguments, withoutUndefined } from './code.ts';
import { factsOf } from './facts.ts';
import { awsOperationsOf, conditionText, needsOf } from './iam.ts';
import { inputMembers } from './input-members.ts';
import type { Entry } from './library.ts';

/** What a reader finds out about one function. */
export const renderFunction = (entry: Entry, linkTo: LinkTo): string => {
  const { name, declaration, info } = entry;
  const { doc } = declaration;
  const forms = callForms(entry);
  const inputs = [...new Set(forms.flatMap(({ input }) => (info ? alternativesOf(input ?? '') : [])))];
  const signatures = forms.map(({ signature }) => signature);
  return [
    `## ${name}`,
    `\`\`\`ts signature\n${signatures.join('\n')}\n\`\`\``,
    doc.text,
    inputs.length > 0 && inputTable(entry, inputs, linkTo),
    info && returnsText(entry, forms, linkTo),
    !info && typesText(signatures, linkTo),
    info && bullets(factsOf(info, inputs.includes('string'))),
    info && iamText(entry),
    doc.throws.length > 0 &&
      `**Errors**\n\n${bullets(doc.throws.map(({ error, when }) => `${linkedName(error, linkTo)}: ${when}`))}`,
    doc.example !== undefined && `**Example**\n\n\`\`\`ts example\n${doc.example}\n\`\`\``,
    doc.see.length > 0 && `**AWS**: ${doc.see.map((see) => `<${see}>`).join(', ')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
};

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

const linkedName = (name: string, linkTo: LinkTo): string => {
  const link = linkTo(name);
  return link === undefined ? name : `[${name}](${link})`;
};

const inputTable = ({ file }: Entry, inputs: readonly string[], linkTo: LinkTo): string | false => {
  const rows = inputMembers(file, inputs.join(' | '));
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

const returnsText = (entry: Entry, forms: readonly CallForm[], linkTo: LinkTo): string => {
  const [form, , output = ''] = typeArguments(entry.declaration.types[0] ?? '');
  const shown = (each: string): string => (each === 'void' ? 'nothing' : linkedCode(each, linkTo));
  if (form === 'GoalWaiter')
    return `**Returns** ${goalsOf(output)
      .map(([goals, result]) => `${shown(result)} for ${goals.replaceAll("'", '`').replaceAll(' | ', ', ')}`)
      .join('; ')}.`;
  const results = [...new Set(forms.map(({ result }) => result))].map((result) => {
    const [name, inner = ''] = typeArguments(result);
    if (name === 'Promise') return shown(inner);
    return /^(Listing|Stream)$/.test(name) ? `a ${linkedCode(name, linkTo)} of ${shown(inner)}` : shown(result);
  });
  const [first = '', waited] = results;
  if (form !== 'WaitableOperation') return `**Returns** ${results.join(', or ')}.`;
  return `**Returns** ${first}${waited === undefined ? '' : `; with \`wait\`: ${waited}`}.`;
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
