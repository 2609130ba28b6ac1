/** Returns the form of a name by which a file system without case, or with normalized characters, identifies it. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');

interface Level {
  readonly name: string;
  /** The names in this directory so far, by their folded form. */
  readonly names: Map<string, string>;
}

/**
 * Returns a function for paths in ascending order. It returns the other path if a name on the path differs only in case from an earlier name in
 * the same directory. Needs memory only for the directories on the current path.
 */
export const nameClashes = (): ((path: string) => string | undefined) => {
  const levels: Level[] = [{ name: '', names: new Map() }];
  return (path) => {
    const names = path.split('/');
    for (const [depth, name] of names.entries()) {
      const { names: known } = levels[depth]!;
      const form = folded(name);
      const other = known.get(form);
      if (other !== undefined && other !== name) return [...names.slice(0, depth), other].join('/');
      known.set(form, name);
      // The last name is the file.
      if (depth === names.length - 1) break;
      if (levels[depth + 1]?.name !== name) levels.splice(depth + 1, levels.length, { name, names: new Map() });
    }
    return undefined;
  };
};
