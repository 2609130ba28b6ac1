/** Returns the shell commands that set the environment of a local AWS and remove all other `AWS_…` variables. */
export function exportLines(
  env: Readonly<Record<string, string>>,
  inherited: Readonly<Record<string, string | undefined>>,
): string {
  const others = Object.keys(inherited).filter((name) => /^AWS_/i.test(name) && !(name in env));
  const unset = others.length === 0 ? [] : [`unset ${others.join(' ')}`];
  return [...unset, ...Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`)].join('\n');
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
