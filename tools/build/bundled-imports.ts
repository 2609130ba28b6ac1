// Moves the dynamic imports of a package's built files to one file with two forms. Run it in a package's folder. Node.js takes the form with `import()`. A
// bundler takes the form with static imports, because it sets the condition `module`: in a bundle of one file, `import()` loads nothing later, but the bundler
// wraps all modules in functions, which Node.js then parses twice, and keeps all exports of the imported modules.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(process.cwd(), 'dist');

/** The import in package.json that chooses the form. */
const specifier = '#imports';

/** A dynamic import of a built file, or of an entry of core. */
const imported = String.raw`\bimport\((?<quote>['"])(?<file>\.\/[\w.-]+\.js|@arch\/core\/[\w/-]+)\k<quote>\)`;

/** The forms of dynamic imports: of a module that Rollup has merged into a file, of some members, of one member, and of all. */
const forms = [
  String.raw`${imported}\.then\(function \(n\) \{ return n\.(?<merged>\w+); \}\)`,
  String.raw`(?<=const \{ (?<members>[\w$:, ]+) \} = await )${imported}`,
  String.raw`(?<=\(await )${imported}(?=\)\.(?<member>[\w$]+))`,
  imported,
].map((form) => new RegExp(form, 'g'));

/** Imports a file, or members of it. */
interface Loader {
  readonly name: string;
  readonly file: string;
  /** The name of the module in its file. */
  readonly merged?: string | undefined;
  /** The members that are used. `undefined` for all. */
  readonly members?: readonly string[] | undefined;
}

const loaders = new Map<string, Loader>();

/** Returns a name for a loader, e.g. `loadOwnWay` for `./own-way-ABCD1234.js`. */
const nameFor = (source: string): string => {
  const words = source.replace(/^.*\/|(?:-[\w-]{8}\.js|[A-Z0-9]{8})$/g, '').split(/\W/);
  const name = `load${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
  const same = [...loaders.values()].filter((loader) => loader.name.startsWith(name)).length;
  return same === 0 ? name : `${name}${same + 1}`;
};

type Found = Readonly<Record<'file' | 'merged' | 'members' | 'member', string | undefined>>;

/** Returns the name of the function that does an import. */
const loaderOf = ({ file = '', merged, members, member }: Found): string => {
  // The bundler renames members whose name is taken: `command: command2`.
  const used = (member ?? members)?.split(', ').map((each) => each.replace(/:.*/, ''));
  const key = [file, merged, used].join(' ');
  const loader = loaders.get(key) ?? { name: nameFor(merged ?? file), file, merged, members: used };
  loaders.set(key, loader);
  return loader.name;
};

for (const built of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
  const path = join(dist, built);
  let text = readFileSync(path, 'utf8');
  const used = new Set<string>();
  for (const form of forms)
    text = text.replaceAll(form, (...match) => {
      const name = loaderOf(match.at(-1) as Found);
      used.add(name);
      return `${name}()`;
    });
  if (used.size > 0) writeFileSync(path, `import { ${[...used].join(', ')} } from '${specifier}';\n${text}`);
}

const onDemand = ({ name, file, merged }: Loader): string =>
  `export const ${name} = () => import('${file}')${merged ? `.then(({ ${merged} }) => ${merged})` : ''};\n`;

const bundled = ({ name, file, merged, members }: Loader): string => {
  if (merged) return `import { ${merged} } from '${file}';\nexport const ${name} = async () => ${merged};\n`;
  if (!members) return `import * as of${name} from '${file}';\nexport const ${name} = async () => of${name};\n`;
  // The file may export a member under a name that another one has too.
  const local = (member: string): string => `${name}_${member}`;
  return [
    `import { ${members.map((member) => `${member} as ${local(member)}`).join(', ')} } from '${file}';\n`,
    `export const ${name} = async () => ({ ${members.map((member) => `${member}: ${local(member)}`).join(', ')} });\n`,
  ].join('');
};

const all = [...loaders.values()];
if (all.length === 0) throw new Error('No built file has a dynamic import: remove bundled-imports.ts from the build.');
writeFileSync(join(dist, 'imports.js'), all.map(onDemand).join(''));
writeFileSync(join(dist, 'imports.bundled.js'), all.map(bundled).join(''));
