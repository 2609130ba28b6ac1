// Writes THIRD_PARTY_NOTICES with the licences of built-in packages, and an SBOM. Run it in the package's folder after tsup.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { parse } from 'yaml';

import { permissiveLicences } from './permissive-licences.ts';
import { type Lockfile, sbomOf, type SbomManifest } from './sbom.ts';

const folder = process.cwd();
const metafile = join(folder, 'dist/metafile-esm.json');

interface Built {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Returns the folder of the package to which a built-in file belongs. */
const packageFolder = (input: string): string | undefined => {
  const at = input.lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const parts = input.slice(at + 'node_modules/'.length).split('/');
  return resolve(folder, input.slice(0, at), 'node_modules', ...parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1));
};

const read = (path: string): Built => {
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  const own = readdirSync(path).find((name) => /^(LICENSE|LICENCE)/i.test(name));
  // Some packages of the SDK name the Apache License without its text. The text of this repository's licence is the same.
  const file = own
    ? join(path, own)
    : manifest.license === 'Apache-2.0'
      ? resolve(import.meta.dirname, '../../LICENSE')
      : undefined;
  return { ...manifest, text: file ? readFileSync(file, 'utf8').trim() : '' };
};

const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as {
  outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
};
const inputs = Object.values(outputs).flatMap(({ inputs: files }) =>
  Object.entries(files)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([name]) => name),
);
const folders = [
  ...new Set(inputs.map(packageFolder).filter((path) => path !== undefined && existsSync(join(path, 'package.json')))),
];
const built = folders.map((path) => read(path as string)).sort((one, other) => one.name.localeCompare(other.name));

for (const { name, version, license, text } of built) {
  const problem = permissiveLicences.has(license)
    ? undefined
    : `is under ${license}, which is not among ${[...permissiveLicences].join(', ')}`;
  if (problem === undefined && text !== '') continue;
  console.error(
    `${basename(folder)}: ${name} ${version}, which is built in, ${problem ?? 'comes without the text of its licence'}.`,
  );
  process.exitCode = 1;
}

/** Writes the text of a licence once, after the names of all packages that have it. */
const notices = [...Map.groupBy(built, ({ text }) => text)].map(([text, covered]) =>
  [...covered.map(({ name, version, license }) => `${name} ${version} (${license})`), '', text].join('\n'),
);
const rule = `\n\n${'-'.repeat(80)}\n\n`;
if (built.length > 0)
  writeFileSync(
    join(folder, 'THIRD_PARTY_NOTICES'),
    `This package contains parts of the following packages.${rule}${notices.join(rule)}\n`,
  );

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const manifest = JSON.parse(textOf(join(folder, 'package.json'))) as SbomManifest;
const installed = Object.keys(manifest.dependencies ?? {}).map((name) => {
  const { version } = JSON.parse(textOf(join(folder, 'node_modules', name, 'package.json'))) as { version: string };
  return { name, version, type: 'npm' } as const;
});
/** `moto==5.1.0 \\`: what the local AWS installs when it starts. */
const fromPython = ['emulators', 'installer'].flatMap((name) =>
  [...textOf(join(folder, `requirements/${name}.txt`)).matchAll(/^([\w.-]+)(?:\[[^\]]*\])?==([\w.]+)/gm)].map(
    ([, requirement = '', version = '']) => ({ name: requirement, version, type: 'pypi' }) as const,
  ),
);
const lockfile = parse(textOf(resolve(import.meta.dirname, '../../pnpm-lock.yaml'))) as Lockfile;
const sbom = sbomOf({ manifest, built, installed: [...installed, ...fromPython], lockfile });
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
rmSync(metafile);
