import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

/** The function of esbuild that is used. */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

interface BuildProblem {
  readonly text: string;
  readonly location?: { readonly file: string; readonly line: number } | null;
}

/** CommonJS modules in an ES module bundle use `require`, which ES modules lack. */
const requireForBundled =
  "import { createRequire as createRequireForBundled } from 'node:module';\n" +
  'globalThis.require ??= createRequireForBundled(import.meta.url);';

/** Bundles a TypeScript file and its imports into one ES module. The message of an error completes the sentence of `packFunctionCode`. */
export const bundleTypescript = async (entry: string): Promise<Uint8Array> => {
  const path = resolve(entry);
  const esbuild = loadEsbuild(dirname(path));
  try {
    const { outputFiles } = await esbuild.build({
      // The bundle contains paths. Relative to this folder they are the same on every machine.
      absWorkingDir: dirname(path),
      entryPoints: [basename(path)],
      outfile: 'index.mjs',
      write: false,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // The oldest Node of Lambda, for every runtime: the same code has the same hash.
      target: 'node20',
      charset: 'utf8',
      logLevel: 'silent',
      banner: { js: requireForBundled },
    });
    return outputFiles[0]!.contents;
  } catch (error) {
    throw new Error(`esbuild cannot bundle the code: ${problemsOf(error)}`, { cause: error });
  }
};

/** Loads esbuild from the project of the code, otherwise from the current project. */
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
    'TypeScript is bundled with esbuild, which is not installed. Run npm install --save-dev esbuild, or pass JavaScript',
  );
};

const problemsOf = (error: unknown): string => {
  const { errors = [], message } = error as Error & { readonly errors?: readonly BuildProblem[] };
  const found = errors.map(({ text, location }) => (location ? `${location.file}:${location.line}: ` : '') + text);
  return found.slice(0, 3).join('; ') || message;
};
