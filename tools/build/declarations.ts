// Writes a package's public declarations, run in its folder after `tsc`: one rolled-up file for the package that holds what is public and
// nothing else, a file per subpath that takes its names from there, and a report of the public API, which `tools/api-report.ts` compares with `etc/`.
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

/** Entries whose types are no one's business but ours: what the packages of a layer are built with. */
const untyped = (subpath: string): boolean => /^\.\/(?:builder|sdk)\b/.test(subpath);
/** Entries of their own: what they hold is not in the main one. */
const separate = new Set(['.', './define', './testing', './vitest']);

// What every layer exports of core. The report names it in one line.
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
          // What another entry repeats of the main one is exported there.
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
    console.error(`${name}: ${relative(root, out)} names a type of ${foreign[0]}, which its users do not have.`);
    process.exitCode = 1;
  }
  // A user's own list of libraries may lack what `await using` needs.
  writeFileSync(out, libraries + text);
};

/** A subpath's names, taken from the package's one file: Node then loads one file, and a bundler takes of it what is used. */
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
