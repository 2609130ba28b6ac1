import type { Dirent } from 'node:fs';
import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

import { type CodeFile, codeFile, modes } from './code-file.js';
import { holdsPrivateKey } from './holds-private-key.js';
import { isSecretName } from './is-secret-name.js';

/** What is packed of a folder, and what is not because it may be a secret; the name of a folder ends with `/`. */
export interface FolderFiles {
  readonly files: readonly CodeFile[];
  readonly excluded: readonly string[];
}

/** Finds the files of a folder, in an order of their own; throws a sentence about what cannot be packed. */
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
    else if (!included.has(name) && dirent.isFile() && (await holdsPrivateKey(path))) excluded.push(name);
    else files.push(await toCodeFile(entry));
  }
  if (missing.size > 0) throw new Error(`${[...missing].join(' and ')}, which include names, is not in it`);
  const packed = new Set(files.map(({ name }) => name));
  for (const { path, name } of links) {
    const target = await targetOf(root, path, name);
    if (!packed.has(target) && excluded.some((each) => each === target || `${target}/`.startsWith(each)))
      excluded.push(name);
    else files.push(linkTo(target, name));
  }
  return { files: files.sort((one, other) => (one.name < other.name ? -1 : 1)), excluded: excluded.sort() };
};

/** What lies in a folder, at any depth. */
interface Entry {
  readonly path: string;
  /** Within the folder, with `/`. */
  readonly name: string;
  readonly dirent: Dirent;
  readonly verdict: 'open' | 'secret' | 'ignored';
}

interface Place {
  readonly root: string;
  readonly included: ReadonlySet<string>;
}

async function* entriesOf(place: Place, folder: string, isWithinSecret: boolean): AsyncGenerator<Entry> {
  const included = [...place.included];
  for (const dirent of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, dirent.name);
    const name = slashed(relative(place.root, path));
    const verdict = included.includes(name) ? 'open' : isWithinSecret ? 'ignored' : verdictOf(dirent.name);
    // Of a folder that is left out, what is named is packed.
    const isWanted = verdict === 'open' || included.some((each) => each.startsWith(`${name}/`));
    yield { path, name, dirent, verdict };
    if (dirent.isDirectory() && isWanted) yield* entriesOf(place, path, verdict !== 'open');
  }
}

const verdictOf = (name: string): Entry['verdict'] => {
  // These are no part of the code.
  if (name === '.git' || name === '.DS_Store') return 'ignored';
  return isSecretName(name) ? 'secret' : 'open';
};

const toCodeFile = async ({ path, name, dirent }: Entry): Promise<CodeFile> => {
  if (!dirent.isFile()) throw new Error(`${name} in it is neither a file nor a folder`);
  const { mode, size: sizeBytes } = await stat(path);
  // Not every file system knows which files are programs; of this one Lambda does.
  const isProgram = (mode & 0o100) !== 0 || name === 'bootstrap';
  return { name, mode: isProgram ? modes.executable : modes.file, sizeBytes, read: () => readFile(path) };
};

/** The name of what a link leads to. */
const targetOf = async (root: string, path: string, name: string): Promise<string> => {
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) throw new Error(`${name} in it is a link that leads nowhere, to ${await readlink(path)}`);
  if (target !== root && !target.startsWith(root + sep))
    throw new Error(`${name} in it is a link that leads out of the folder, to ${target}`);
  return slashed(relative(root, target));
};

/** A link stays one, which Lambda understands: what pnpm installs does not work without. */
const linkTo = (target: string, name: string): CodeFile =>
  codeFile(name, modes.link, Buffer.from(slashed(relative(dirname(name), target)) || '.'));

const slashed = (path: string): string => path.split(sep).join('/');
