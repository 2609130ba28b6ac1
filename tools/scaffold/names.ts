/** Converts `DescribeDBInstances` to `['Describe', 'DB', 'Instances']`. */
export const wordsOf = (name: string): readonly string[] =>
  name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [name];

/** Converts `DescribeDBInstances` to `describeDbInstances`. */
export const camel = (name: string): string =>
  wordsOf(name)
    .map((word, index) => (index === 0 ? word.toLowerCase() : word[0] + word.slice(1).toLowerCase()))
    .join('');

/** Converts `DescribeDBInstances` to `DescribeDbInstances`. */
export const pascal = (name: string): string => camel(name).replace(/^./, (letter) => letter.toUpperCase());

/** Converts `describeDbInstance` to `describe-db-instance`. */
export const kebab = (name: string): string =>
  wordsOf(name)
    .map((word) => word.toLowerCase())
    .join('-');

/** Converts the last word to the singular: `InstanceStatuses` to `InstanceStatus`. */
export const singular = (name: string): string => {
  if (/(ss|us|is|alias)$/i.test(name)) return name;
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/yses$/.test(name)) return name.replace(/yses$/, 'ysis');
  return name.replace(/(?<=ss|us|[Aa]lias|x|ch|sh)es$|s$/, '');
};

/** Converts the last word to the plural: `InstanceStatus` to `InstanceStatuses`. */
export const plural = (name: string): string => {
  if (singular(name) !== name) return name;
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
};
