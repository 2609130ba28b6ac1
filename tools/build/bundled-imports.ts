// Moves the dynamic imports of a package's built files to one file with two forms. Run it in a package's folder. Node.js takes the form with `import()`. A
// bundler takes the form with static imports, because it sets the condition `module`: in a bundle of one file, `import()` loads nothing later, but the bundler
// wraps all modules in functions, which Node.js then parses twice, and keeps all exports of the imported modules.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(process.cwd(), 'dist');

/** The import in package.json that chooses the form. */
const specifier = '#imports';

/** A dynamic import of a built file, of a module that Rollup has merged into it, or of an entry of core. */
const dynamic =
  /\bimport\((['"])(\.\/[\w.-]+\.js|@arch\/core\/[\w/-]+)\1\)(?:\.then\(function \(n\) \{ return n\.(\w+); \}\))?/g;

/** Imports a file, or a member of it. */
interface Loader {
  readonly name: string;
  readonly file: string;
  readonly member: string | undefined;
}

const loaders = new Map<string, Loader>();

/** Returns a name for a loader, e.g. `loadOwnWay` for `./own-way-ABCD1234.js`. */
const nameFor = (source: string): string => {
  const words = source.replace(/^.*\/|(?:-[\w-]{8}\.js|[A-Z0-9]{8})$/g, '').split(/\W/);
  const name = `load${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
  const same = [...loaders.values()].filter((loader) => loader.name.startsWith(name)).length;
  return same === 0 ? name : `${name}${same + 1}`;
};

const loaderOf = (file: string, member: string | undefined): Loader => {
  const key = `${file} ${member}`;
  const loader = loaders.get(key) ?? { name: nameFor(member ?? file), file, member };
  loaders.set(key, loader);
  return loader;
};

for (const built of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
  const path = join(dist, built);
  const used = new Set<string>();
  const text = readFileSync(path, 'utf8').replaceAll(
    dynamic,
    (_text, _quote, file: string, member: string | undefined) => {
      const { name } = loaderOf(file, member);
      used.add(name);
      return `${name}()`;
    },
  );
  if (used.size > 0) writeFileSync(path, `import { ${[...used].join(', ')} } from '${specifier}';\n${text}`);
}

const onDemand = ({ name, file, member }: Loader): string =>
  `export const ${name} = () => import('${file}')${member ? `.then(({ ${member} }) => ${member})` : ''};\n`;

const bundled = ({ name, file, member }: Loader): string => {
  const [imported, value] = member ? [`{ ${member} }`, member] : [`* as of${name}`, `of${name}`];
  return `import ${imported} from '${file}';\nexport const ${name} = async () => ${value};\n`;
};

const all = [...loaders.values()];
if (all.length === 0) throw new Error('No built file has a dynamic import: remove bundled-imports.ts from the build.');
writeFileSync(join(dist, 'imports.js'), all.map(onDemand).join(''));
writeFileSync(join(dist, 'imports.bundled.js'), all.map(bundled).join(''));
