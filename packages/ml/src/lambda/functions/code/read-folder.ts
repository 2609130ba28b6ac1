import type { Dirent } from 'node:fs';
import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

import { type CodeFile, codeFile, modes } from './code-file.js';
import { containsPrivateKey } from './contains-private-key.js';
import { isSecretName } from './is-secret-name.js';

/**
 * The files of a folder that are packed, and the names of those that are excluded because they may be secrets. Names of folders end with
 * `/`.
 */
export interface FolderFiles {
  readonly files: readonly CodeFile[];
  readonly excluded: readonly string[];
}

/** Returns the files of a folder, sorted by name. The message of an error completes the sentence of `packFunctionCode`. */
export const readFolder = async (folder: string, include: readonly string[] = []): Promise<FolderFiles> => {
  const root = await realpath(folder);
  const included = new Set(include.map((name) => name.replace(/^\.\/|\/$/g, '')));
  const missing = new Set(included);
  const files: CodeFile[] = [];
  const links: Entry[] = [];
  const excluded: string[] = [];
  for await (const entry of entriesOf({ root, included }, root, false)) {
    const { name, path, dirent, verdict } = entry;
    const isFolder = dirent.isDirectory();
    missing.delete(name);
    if (verdict === 'secret') excluded.push(isFolder ? `${name}/` : name);
    if (verdict !== 'open' || isFolder) continue;
    if (dirent.isSymbolicLink()) links.push(entry);
    else if (!included.has(name) && dirent.isFile() && (await containsPrivateKey(path))) excluded.push(name);
    else files.push(await toCodeFile(entry));
  }
  if (missing.size > 0) throw new Error(`the folder does not contain ${[...missing].join(' and ')}, listed in include`);
  const packed = new Set(files.map(({ name }) => name));
  for (const { path, name } of links) {
    const target = await targetOf(root, path, name);
    if (!packed.has(target) && excluded.some((each) => each === target || `${target}/`.startsWith(each)))
      excluded.push(name);
    else files.push(linkTo(target, name));
  }
  return { files: files.sort((one, other) => (one.name < other.name ? -1 : 1)), excluded: excluded.sort() };
};

/** A file, link or folder in the packed folder, at any depth. */
interface Entry {
  readonly path: string;
  /** Path within the packed folder, with `/`. */
  readonly name: string;
  readonly dirent: Dirent;
  readonly verdict: 'open' | 'secret' | 'ignored';
}

interface PackedFolder {
  readonly root: string;
  readonly included: ReadonlySet<string>;
}

async function* entriesOf(packed: PackedFolder, folder: string, isWithinSecret: boolean): AsyncGenerator<Entry> {
  const included = [...packed.included];
  for (const dirent of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, dirent.name);
    const name = slashed(relative(packed.root, path));
    const verdict = included.includes(name) ? 'open' : isWithinSecret ? 'ignored' : verdictOf(dirent.name);
    // An excluded folder is read if `include` contains a file in it.
    const isRead = verdict === 'open' || included.some((each) => each.startsWith(`${name}/`));
    yield { path, name, dirent, verdict };
    if (dirent.isDirectory() && isRead) yield* entriesOf(packed, path, verdict !== 'open');
  }
}

const verdictOf = (name: string): Entry['verdict'] => {
  // These are not part of the code.
  if (name === '.git' || name === '.DS_Store') return 'ignored';
  return isSecretName(name) ? 'secret' : 'open';
};

const toCodeFile = async ({ path, name, dirent }: Entry): Promise<CodeFile> => {
  if (!dirent.isFile()) throw new Error(`${name} is neither a file nor a folder`);
  const { mode, size: sizeBytes } = await stat(path);
  // Some file systems have no executable flag. Lambda always executes bootstrap.
  const isExecutable = (mode & 0o100) !== 0 || name === 'bootstrap';
  return { name, mode: isExecutable ? modes.executable : modes.file, sizeBytes, read: () => readFile(path) };
};

/** Returns the name of a link's target within the packed folder. */
const targetOf = async (root: string, path: string, name: string): Promise<string> => {
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) throw new Error(`${name} is a link to a path that does not exist: ${await readlink(path)}`);
  if (target !== root && !target.startsWith(root + sep))
    throw new Error(`${name} is a link to a path outside the folder: ${target}`);
  return slashed(relative(root, target));
};

/** Returns a link as a link. Lambda supports links, and the node_modules of pnpm require them. */
const linkTo = (target: string, name: string): CodeFile =>
  codeFile(name, modes.link, Buffer.from(slashed(relative(dirname(name), target)) || '.'));

const slashed = (path: string): string => path.split(sep).join('/');
