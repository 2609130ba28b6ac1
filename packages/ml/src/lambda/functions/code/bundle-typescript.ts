import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

/** The part of esbuild that is used. */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

interface BuildProblem {
  readonly text: string;
  readonly location?: { readonly file: string; readonly line: number } | null;
}

/** CommonJS modules in a bundle of ES modules ask for `require`, which those do not have. */
const requireForBundled =
  "import { createRequire as createRequireForBundled } from 'node:module';\n" +
  'globalThis.require ??= createRequireForBundled(import.meta.url);';

/** Bundles a TypeScript file and what it imports into one ES module; throws a sentence about what is in the way. */
export const bundleTypescript = async (entry: string): Promise<Uint8Array> => {
  const path = resolve(entry);
  const esbuild = loadEsbuild(dirname(path));
  try {
    const { outputFiles } = await esbuild.build({
      // Paths are written into the bundle: seen from here they are the same on every machine.
      absWorkingDir: dirname(path),
      entryPoints: [basename(path)],
      outfile: 'index.mjs',
      write: false,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // Lambda's oldest Node: the bundle must not change with the runtime, nor its hash.
      target: 'node20',
      charset: 'utf8',
      logLevel: 'silent',
      banner: { js: requireForBundled },
    });
    return outputFiles[0]!.contents;
  } catch (error) {
    throw new Error(`esbuild cannot bundle it: ${problemsOf(error)}`, { cause: error });
  }
};

/** The esbuild of the project that the code belongs to, else of the one that runs. */
const loadEsbuild = (folder: string): Esbuild => {
  for (const from of [folder, process.cwd()]) {
    const require = createRequire(join(from, 'package.json'));
    try {
      return require('esbuild') as Esbuild;
    } catch (error) {
      if ((error as { code?: string }).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(
    'it is TypeScript, which is bundled with esbuild, and esbuild is not installed: run npm install --save-dev esbuild, or pass JavaScript',
  );
};

const problemsOf = (error: unknown): string => {
  const { errors = [], message } = error as Error & { readonly errors?: readonly BuildProblem[] };
  const found = errors.map(({ text, location }) => (location ? `${location.file}:${location.line}: ` : '') + text);
  return found.slice(0, 3).join('; ') || message;
};
