/** `DescribeDBInstances` as `['Describe', 'DB', 'Instances']`. */
export const wordsOf = (name: string): readonly string[] =>
  name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [name];

/** `DescribeDBInstances` as `describeDbInstances`. */
export const camel = (name: string): string =>
  wordsOf(name)
    .map((word, index) => (index === 0 ? word.toLowerCase() : word[0] + word.slice(1).toLowerCase()))
    .join('');

/** `DescribeDBInstances` as `DescribeDbInstances`. */
export const pascal = (name: string): string => camel(name).replace(/^./, (letter) => letter.toUpperCase());

/** `describeDbInstance` as `describe-db-instance`. */
export const kebab = (name: string): string =>
  wordsOf(name)
    .map((word) => word.toLowerCase())
    .join('-');

/** The last word in the singular: `InstanceStatuses` as `InstanceStatus`. */
export const singular = (name: string): string => {
  if (/(ss|us|is|alias)$/i.test(name)) return name;
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/yses$/.test(name)) return name.replace(/yses$/, 'ysis');
  return name.replace(/(?<=ss|us|[Aa]lias|x|ch|sh)es$|s$/, '');
};

/** The last word in the plural: `InstanceStatus` as `InstanceStatuses`. */
export const plural = (name: string): string => {
  if (singular(name) !== name) return name;
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
};
