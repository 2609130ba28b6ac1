import { builderImports } from './builder-imports.ts';
import { declarationLines } from './declaration-lines.ts';
import { ec2ListLines, isEc2List } from './ec2-list-lines.ts';
import { type Field, fieldsOf } from './fields.ts';
import { camel, pascal } from './names.ts';
import type { Plan } from './plan.ts';
import { comment, importLines, open, said } from './text.ts';

/** Writes the first version of an operation's file. */
export const writeOperation = (plan: Plan): string => {
  const { operation, service, name, form, takesString, result, errors, knownId } = plan;
  const asEc2List = isEc2List(plan);
  const fields = fieldsOf(plan).filter((field) => !(asEc2List && field.name === 'filters'));
  const input = `${pascal(name)}Input`;
  const output = result?.type ?? 'void';
  const type =
    form === 'listing'
      ? `ListOperation<${input}, ${output}>`
      : `Operation<${takesString ? 'string | ' : ''}${input}, ${output}>`;
  const maker = form === 'listing' ? 'listOperation' : 'operation';
  const text = [
    ...importLines([
      [asEc2List ? 'ec2List' : service.name, `@arch/services/${service.folder}`],
      ...(knownId ? [[knownId.name, knownId.from] as const] : []),
      ...(errors ? [[errors.name, errors.from] as const] : []),
      [`${operation.name}Command`, operation.client],
      ...(result ? [[result.factory, result.from] as const, [`type ${result.type}`, result.from] as const] : []),
    ]),
    '',
    `export interface ${input} extends ${asEc2List ? 'FilterInput' : 'AwsInput'} {`,
    ...fields.flatMap(({ name: each, type: its, required, doc }) => [
      comment(doc, '  '),
      `  readonly ${each}${required ? '' : '?'}: ${its}${required ? '' : ' | undefined'};`,
    ]),
    '}',
    '',
    documentation(plan, fields),
    `export const ${name}: ${type} = ${maker}(() => ${asEc2List ? 'ec2List({' : '({'}`,
    ...(asEc2List ? ec2ListLines(plan, fields) : declarationLines(plan, fields, input)),
    '}));',
    '',
  ].join('\n');
  return `${builderImports(text)}\n${text}`;
};

const documentation = (
  { operation, service, name, form, key, takesString, knownId, result }: Plan,
  fields: readonly Field[],
): string => {
  const sample = `'${knownId?.sample ?? '…'}'`;
  const others = fields.filter((each) => each.required && each.name !== key).map((each) => `${each.name}: …`);
  const passed = takesString ? sample : `{ ${[...(key ? [`${key}: ${sample}`] : []), ...others].join(', ')} }`;
  const taken = result ? `const { ${camel(result.members[1]?.name ?? result.members[0]?.name ?? 'member')} } = ` : '';
  const example =
    form === 'listing' ? `for await (const item of ${name}()) console.log(item);` : `${taken}await ${name}(${passed});`;
  return comment(
    [
      `${open} what it does, in one sentence in the third person; then only surprises: defaults, limits, cost, delays.${said(operation.text)}`,
      '',
      '@example',
      `${open} a line that runs. ${example}`,
      `@throws {NotFoundError} ${open} when; one line for each error that callers handle.`,
      `@see ${service.documentation}${operation.name}.html`,
    ].join('\n'),
  );
};
