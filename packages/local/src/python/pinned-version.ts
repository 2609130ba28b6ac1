/** Returns the version of a package in a locked requirements file. */
export function pinnedVersion(requirements: string, name: string): string | undefined {
  const prefix = `${name}==`;
  const line = requirements.split('\n').find((candidate) => candidate.startsWith(prefix));
  return line?.slice(prefix.length).split(/[\s;]/, 1)[0];
}
