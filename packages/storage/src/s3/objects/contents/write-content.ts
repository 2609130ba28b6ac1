import { input, type Operation, task, text, withLocalErrors, z } from '@arch/core/builder';

import { downloadFile } from '../../transfers/index.js';
import { openTemporaryFile } from '../../transfers/temporary-files/index.js';
import { objectReference } from '../../object-reference.js';
import { type Content, streamContent } from './stream-content.js';

/** A file that `toFile` has written. */
export interface WrittenFile {
  /** The path of the file. */
  readonly path: string;
  /** The size in bytes; with `decompress`, of the decompressed content. */
  readonly sizeBytes: number;
}

/** Content that is written to a file. */
interface FileContent extends Omit<Content, 'stored'> {
  readonly path: string;
}

/** Writes the content to a file. */
export const writeContent: Operation<FileContent, WrittenFile> = task(() => ({
  name: 'getObject',
  input: input<FileContent>({ ...objectReference(), decompress: z.boolean(), path: text(1, 4_096) }),
  uses: [downloadFile, streamContent],
  timeoutMs: 86_400_000,
  run: async ({ decompress: isDecompressed, path, ...object }, options, { undo }) => {
    if (!isDecompressed) {
      const { sizeBytes } = await downloadFile({ ...object, path }, options);
      return { path, sizeBytes };
    }
    const target = await openTemporaryFile(path);
    undo(`the file ${target.path} is left: delete it`, target.discard);
    let sizeBytes = 0;
    for await (const chunk of streamContent({ ...object, decompress: true }, options)) {
      await withLocalErrors({ operation: 'getObject', verb: 'write', path }, () => target.file.appendFile(chunk));
      sizeBytes += chunk.byteLength;
    }
    await target.flush();
    await target.keep();
    return { path, sizeBytes };
  },
}));
