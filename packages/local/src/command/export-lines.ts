/** Shell commands that lead a terminal to a local AWS, and away from the AWS that it knew before. */
export function exportLines(
  env: Readonly<Record<string, string>>,
  inherited: Readonly<Record<string, string | undefined>>,
): string {
  const inTheWay = Object.keys(inherited).filter((name) => /^AWS_/i.test(name) && !(name in env));
  const unset = inTheWay.length === 0 ? [] : [`unset ${inTheWay.join(' ')}`];
  return [...unset, ...Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`)].join('\n');
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
