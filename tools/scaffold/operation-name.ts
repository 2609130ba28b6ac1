import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AwsOperation } from './aws-operation.ts';
import { isBuilderName } from './builder-imports.ts';
import type { Form } from './form.ts';
import { camel, pascal, plural, singular, wordsOf } from './names.ts';
import type { Place } from './place.ts';

/** The facts that determine the name of an operation. */
export interface Named {
  readonly place: Place;
  readonly operation: AwsOperation;
  readonly form: Form;
  /** AWS's name without the verb, e.g. `Instances`. */
  readonly noun: string;
  /** The exported names of the layer, each with its folder. */
  readonly taken: ReadonlyMap<string, string>;
}

/** Returns the name of the function: AWS's name in the singular, with the word of its family or with the word that distinguishes two services. */
export const nameOf = ({ place, operation, form, noun, taken }: Named): string => {
  const bare = bareName(operation, form, noun);
  const family = familyWord(place);
  const name = family && !bare.includes(family) ? insertWord(bare, family) : bare;
  if (isFree(name, place, taken)) return name;
  const longer = insertWord(bare, pascalOf(place.service));
  if (isFree(longer, place, taken)) return longer;
  throw new Error(
    `packages/${place.layer}/src/${taken.get(longer)} exports ${longer} already: it is the same operation.`,
  );
};

/** Returns the names for a type that no other folder of the layer exports, the shortest first. */
export const typeNames = (
  wished: readonly string[],
  { place, taken }: Pick<Named, 'place' | 'taken'>,
): readonly string[] =>
  wished
    .flatMap((name) => [name, `${pascalOf(place.service)}${name}`])
    .filter((name) => isFree(name, place, taken) && !isReserved(name));

/** Whether a type or its schema would hide a name that the file needs. */
const isReserved = (type: string): boolean =>
  type in globalThis || isBuilderName(type) || reserved.has(type.toLowerCase());

/** Words that cannot be the name of a constant. */
const reserved = new Set(['case', 'class', 'default', 'delete', 'export', 'function', 'import', 'package', 'return']);

const isFree = (name: string, { folder }: Place, taken: Named['taken']): boolean =>
  !taken.has(name) || taken.get(name) === folder;

const bareName = ({ name, output }: AwsOperation, form: Form, noun: string): string => {
  if (form === 'listing') return `list${pascal(plural(noun))}`;
  const takesMany = form === 'batch' || output.some((member) => member.schema.isListSchema() && member.name === noun);
  return camel(takesMany ? singular(name) : name);
};

/** Joins `describeCluster` and `Redshift` to `describeRedshiftCluster`. */
const insertWord = (name: string, word: string): string => {
  const [verb = '', ...rest] = wordsOf(name);
  return `${verb}${word}${rest.join('')}`;
};

const pascalOf = (folder: string): string =>
  folder
    .split('-')
    .map((word) => word.replace(/^./, (letter) => letter.toUpperCase()))
    .join('');

/** Returns the word that most functions of a folder have in addition to AWS's name: `Redshift` in `describeRedshiftCluster`. */
const familyWord = ({ root, layer, folder }: Place): string | undefined => {
  const files = globSync('*.ts', { cwd: join(root, 'packages', layer, 'src', folder) });
  const words = files.flatMap((file) => {
    const text = readFileSync(join(root, 'packages', layer, 'src', folder, file), 'utf8');
    const [, name = ''] = /^ {2}name: '(\w+)',$/m.exec(text) ?? [];
    const [, command = ''] = /^ {2}command: (\w+)Command,$/m.exec(text) ?? [];
    if (name === '' || command === '') return [];
    const [, ...nouns] = wordsOf(pascal(command));
    const pattern = new RegExp(`^[a-z]+(\\w*)(?:${singular(nouns.join(''))}|${plural(nouns.join(''))})$`);
    return [pattern.exec(name)?.[1] ?? ''];
  });
  const [word, having = []] = [...Map.groupBy(words, (each) => each)].sort(
    ([, one], [, other]) => other.length - one.length,
  )[0] ?? [''];
  return word !== '' && having.length * 2 > words.length ? word : undefined;
};
