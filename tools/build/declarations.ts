// Writes the public declarations of a package. Run it in the package's folder after `tsc`. It writes one file with all public declarations, a file per
// subpath that imports its names from there, and a report of the public API, which `tools/checks/api-report.ts` compares with `etc/`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const folder = process.cwd();
const name = basename(folder);
const root = resolve(import.meta.dirname, '../..');
const emitted = join(folder, '.types');
const dist = join(folder, 'dist');
const reports = join(folder, '.api');

const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  exports: Record<string, { '@arch/source': string; types: string }>;
};

/** Entries that have no report, because only the packages of this repository use them. */
const untyped = (subpath: string): boolean => /^\.\/(?:builder|sdk)\b/.test(subpath);
/** Entries whose exports are not part of the main entry. */
const separate = new Set(['.', './define', './testing', './vitest']);

// The exports of core in every layer. The report contains them in one line.
const shared = readFileSync(join(root, 'packages/services/src/core/index.ts'), 'utf8').replace(/^\/\/.*\n/, '');

const rollUp = (subpath: string, source: string): void => {
  const entry = join(emitted, source.replace(/^\.\/src\//, '').replace(/\.ts$/, '.d.ts'));
  const out = join(folder, exports[subpath]!.types);
  const report = `${name}${subpath === '.' ? '' : `-${subpath.slice(2)}`}.api.md`;
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: entry,
      compiler: { tsconfigFilePath: join(folder, 'tsconfig.build.json'), skipLibCheck: true },
      dtsRollup: { enabled: true, untrimmedFilePath: out },
      apiReport: {
        enabled: true,
        reportFolder: reports,
        reportTempFolder: join(folder, '.types/report'),
        reportFileName: report,
      },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          // Names of the main entry are imported from it.
          'ae-forgotten-export': { logLevel: subpath === '.' ? ExtractorLogLevel.Error : ExtractorLogLevel.None },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  });
  const result = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === ExtractorLogLevel.Error) console.error(`${name}: ${message.text}`);
    },
  });
  if (!result.succeeded) process.exitCode = 1;
  const text = readFileSync(out, 'utf8')
    .replaceAll('@arch/core/builder', '@arch/core')
    .replace('export * from "@arch/services/core";', shared)
    .replace(/\nexport \{ *\}\s*$/, '\n');
  const libraries = /\bAsyncDisposable\b/.test(text) ? '/// <reference lib="esnext.disposable" />\n' : '';
  const foreign = /from ['"](@aws-sdk|@smithy|zod|@arch\/services)[^'"]*['"]|import\("(@aws-sdk|@smithy|zod)/.exec(
    text,
  );
  if (foreign) {
    console.error(
      `${name}: ${relative(root, out)} contains a type of ${foreign[0]}, which its users do not have: replace it with a type of this package.`,
    );
    process.exitCode = 1;
  }
  // The `lib` option of a user may not contain the types that `await using` requires.
  writeFileSync(out, libraries + text);
};

/** Writes a subpath that exports its names from the package's main file, so that Node loads one file and bundlers drop unused names. */
const reExport = (source: string, out: string): void => {
  const index = readFileSync(join(folder, source), 'utf8');
  const main = relative(dirname(out), join(dist, 'index.js')).replaceAll('\\', '/');
  const typed = index.replaceAll(/from '[^']+'/g, `from '${main}'`);
  writeFileSync(out, typed);
  const values = typed.replaceAll(/export type \{[^}]*\} from '[^']+';\n/g, '').replaceAll(/\btype \w+,?\s*/g, '');
  writeFileSync(out.replace(/\.d\.ts$/, '.js'), values);
};

const removeDeclarations = (path: string): void => {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeDeclarations(join(path, entry.name));
    else if (entry.name.endsWith('.d.ts')) rmSync(join(path, entry.name));
  }
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
removeDeclarations(dist);
for (const [subpath, { '@arch/source': source, types }] of Object.entries(exports)) {
  const out = join(folder, types);
  mkdirSync(dirname(out), { recursive: true });
  if (untyped(subpath))
    writeFileSync(
      out,
      '// What the packages of a layer are built with: not for applications, and without types.\nexport {};\n',
    );
  else if (separate.has(subpath)) rollUp(subpath, source);
  else reExport(source, out);
}
rmSync(emitted, { recursive: true, force: true });
