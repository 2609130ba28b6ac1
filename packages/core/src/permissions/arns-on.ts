import type { Service } from '../declaration/service.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quote } from '../schema/quote.js';

const placeholder = /\{(.*?)\}/g;

/** The members that an ARN format accepts: `arn:aws:s3:::{bucket}/{key|prefix*}` accepts `bucket`, `key` and `prefix`. */
export const membersIn = (format: string): readonly string[] =>
  [...format.matchAll(placeholder)].flatMap(([, names = '']) => names.split('|').map((name) => name.replace('*', '')));

/** The values that ARNs consist of. */
export interface ArnValues {
  /** The function for messages, e.g. `putObject`. */
  readonly operation: string;
  readonly resources: Readonly<Record<string, unknown>>;
  readonly arnFrom: Service['arnFrom'];
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** The ARNs of a format for the given resources. A member that is not given stands for all of them. */
export const arnsOn = (format: string, values: ArnValues): readonly string[] => {
  const whole = wholeArns(format, values);
  const parts = format === '*' || whole.given ? [] : [inPlace(format, values)];
  const named = parts.flatMap((part) => {
    let arns = [''];
    let end = 0;
    for (const match of part.matchAll(placeholder)) {
      const before = part.slice(end, match.index);
      const texts = textsFor(match[1] ?? '', values);
      arns = arns.flatMap((arn) => texts.map((text) => arn + before + text));
      end = match.index + match[0].length;
    }
    return arns.map((arn) => arn + part.slice(end));
  });
  return format === '*' ? ['*'] : [...whole.arns, ...named];
};

/** The values that are ARNs themselves. `given`: no other resources are meant. */
const wholeArns = (
  format: string,
  values: ArnValues,
): { readonly arns: readonly string[]; readonly given: boolean } => {
  const names = membersIn(format);
  const all = names.flatMap((name) => valuesOf(name, values).map((value) => ({ name, value })));
  const arns = all.flatMap(({ name, value }) => {
    const arn = values.arnFrom?.[name]?.(value) ?? value;
    const isArn = arn.startsWith('arn:');
    if (isArn ? !fits(arn, format) : name.endsWith('Arn') || values.arnFrom?.[name])
      throw notAnArn(name, value, format, values);
    return isArn ? [arn] : [];
  });
  return { arns, given: arns.length > 0 && arns.length === all.length };
};

/** The parts of an ARN that stand for a placeholder: the names, or `*`. */
const textsFor = (alternatives: string, values: ArnValues): readonly string[] => {
  const given = alternatives.split('|').flatMap((alternative) => {
    const name = alternative.replace('*', '');
    const names = valuesOf(name, values).filter(
      (value) => !(values.arnFrom?.[name]?.(value) ?? value).startsWith('arn:'),
    );
    return alternative === name ? names : names.map((value) => `${value}*`);
  });
  return given.length > 0 ? given : ['*'];
};

const valuesOf = (name: string, { resources, operation }: ArnValues): readonly string[] => {
  const value = resources[name];
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const each of list) {
    // A line break would be part of the ARN.
    if (typeof each !== 'string' || each === '' || /\p{Cc}/u.test(each))
      throw new InvalidInputError(`policyFor: ${operation}.on: ${name} must be a name or an ARN (got ${quote(each)}).`);
  }
  if (list.length === 0)
    throw new InvalidInputError(`policyFor: ${operation}.on: ${name} is an empty list. Omit it for all resources.`);
  return list as readonly string[];
};

/** The format with partition, region and account. */
const inPlace = (format: string, { partition, region, accountId }: ArnValues): string => {
  const [arn, , service, anyRegion, anyAccount, ...rest] = format.split(':');
  const own = [anyRegion === '*' ? region : anyRegion, anyAccount === '*' ? accountId : anyAccount];
  return [arn, partition, service, ...own, ...rest].join(':');
};

/** Whether an ARN, in which `*` is a wildcard, belongs to the resource type of a format. */
const fits = (arn: string, format: string): boolean => {
  const pattern = format
    .replaceAll(placeholder, '*')
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.+')
    .replace('arn:aws:', 'arn:[^:]+:');
  return new RegExp(`^${pattern}$`, 's').test(arn);
};

const notAnArn = (name: string, value: string, format: string, { operation }: ArnValues): InvalidInputError =>
  new InvalidInputError(
    `policyFor: ${operation}.on: ${name} must be like ${format.replaceAll(placeholder, '*')} (got ${quote(value)}).`,
  );
