// Compares the packages in the built files with THIRD_PARTY_NOTICES and the SBOM, and checks that imported packages that are not built in are dependencies.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import { permissiveLicences } from '../build/permissive-licences.ts';
import { packageNames } from './pack-packages.ts';
import { root } from '../root.ts';

interface Component {
  readonly name: string;
  readonly version: string;
  /** Absent for what is installed beside the package instead of being built in, and so are hashes. */
  readonly licenses?: readonly { readonly license: { readonly id: string } }[];
  readonly hashes?: readonly object[];
}

/** Packages that only the SDK's error messages mention. */
const namedInMessages = ['@aws-sdk/signature-v4-crt', '@aws-sdk/signature-v4a'];
const problems: string[] = [];
const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** The bundler marks the origin of each part: `// ../../node_modules/.pnpm/zod@4.6.7/node_modules/zod/…`. */
const builtIn = (code: string): readonly string[] => [
  ...new Set(
    [...code.matchAll(/^\s*\/\/ .*node_modules\/\.pnpm\/([^/\s]+?)@([\d.]+)[^/]*\/node_modules\//gm)].map(
      ([, name = '', version]) => `${name.replace('+', '/')} ${version}`,
    ),
  ),
];

/** Returns the packages that the code imports: `import … from 'x'`, `import('x')`, `require('x')`. `#x` is in the package itself. */
const imported = (code: string): readonly string[] => [
  ...new Set(
    [...code.matchAll(/(?:^(?:import|export)\b[^'"\n;]*|\bimport\(|\brequire\()['"]([^.'"/#][^'"]*)['"]/gm)].map(
      ([, path = '']) =>
        path
          .split('/')
          .slice(0, path.startsWith('@') ? 2 : 1)
          .join('/'),
    ),
  ),
];

const checkComponents = (name: string, components: readonly Component[], notices: string, code: string): void => {
  const known = new Set(components.map((component) => `${component.name} ${component.version}`));
  for (const each of builtIn(code))
    if (!known.has(each)) problems.push(`${name}: ${each} is built in and not in sbom.cdx.json`);
  for (const { name: component, version, licenses = [] } of components) {
    const licence = licenses[0]?.license.id ?? 'no licence';
    if (!permissiveLicences.has(licence)) problems.push(`${name}: ${component} is under ${licence}`);
    const [, text = ''] = notices.split(`\n${component} ${version} (${licence})\n`);
    const licenceText = text.split(/^-{80}$/m)[0] ?? '';
    if (licenceText.length < 200)
      problems.push(`${name}: THIRD_PARTY_NOTICES has no licence of ${component} ${version}`);
  }
};

let count = 0;
for (const name of packageNames) {
  const folder = join(root, 'packages', name);
  const code = globSync('dist/**/*.js', { cwd: folder })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  if (code === '') problems.push(`${name} is not built; run npm run build`);
  const { dependencies = {} } = JSON.parse(textOf(join(folder, 'package.json'))) as { dependencies?: object };
  const there = new Set([...builtinModules, ...Object.keys(dependencies), `@arch/${name}`, ...namedInMessages]);
  for (const path of imported(code))
    if (!path.startsWith('node:') && !there.has(path))
      problems.push(`${name}: imports ${path}, which is neither built in nor a dependency`);
  const sbom = textOf(join(folder, 'sbom.cdx.json'));
  if (sbom === '') problems.push(`${name} has no sbom.cdx.json; run npm run build`);
  const all = sbom === '' ? [] : (JSON.parse(sbom) as { components: Component[] }).components;
  const components = all.filter(({ hashes }) => hashes);
  checkComponents(name, components, textOf(join(folder, 'THIRD_PARTY_NOTICES')), code);
  if (textOf(join(folder, 'LICENSE')) !== textOf(join(root, 'LICENSE')))
    problems.push(`${name}: LICENSE is not that of the project`);
  count += components.length;
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${count} packages built in, each with its licence`);
