/** Names that Windows reserves for devices, with any extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const deviceName = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\..*)?$/i;

/** Returns the reason for which the rest of a key after its prefix cannot be the path of a local file; `undefined` if it can. */
export const localNameProblem = (path: string, platform: NodeJS.Platform = process.platform): string | undefined => {
  for (const name of path.split('/')) {
    const problem = nameProblem(name) ?? (platform === 'win32' ? windowsProblem(name) : undefined);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

const nameProblem = (name: string): string | undefined => {
  if (name === '') return 'it contains an empty name between, before or after slashes';
  if (name === '.' || name === '..') return `it contains the name "${name}", which would lead to another directory`;
  return name.includes('\0') ? 'it contains a null character' : undefined;
};

const windowsProblem = (name: string): string | undefined => {
  // oxlint-disable-next-line no-control-regex -- Windows rejects control characters in names.
  const rejected = /[<>:"|?*\\\u0001-\u001F]/.exec(name)?.[0];
  if (rejected !== undefined) return `Windows does not allow ${JSON.stringify(rejected)} in a name`;
  if (/[. ]$/.test(name))
    return `Windows does not allow a dot or a space at the end of the name ${JSON.stringify(name)}`;
  return deviceName.test(name) ? `Windows reserves the name ${JSON.stringify(name)}` : undefined;
};
