import { type CodeFile, modes } from './code-file.js';

/**
 * Packs files into a .zip file that depends only on their names, modes and bytes, not on the time or on the zlib of the machine.
 */
export const zipFiles = async (files: readonly CodeFile[], signal?: AbortSignal): Promise<Uint8Array> => {
  const { Zip, ZipDeflate, ZipPassThrough } = await import('fflate/browser');
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { name, mode, read } of files) {
    signal?.throwIfAborted();
    const bytes = await read();
    const entry = mode === modes.link ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    // The earliest time of the format, which has local times.
    Object.assign(entry, { os: 3, attrs: mode << 16, mtime: new Date(1980, 0, 1) });
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
};
