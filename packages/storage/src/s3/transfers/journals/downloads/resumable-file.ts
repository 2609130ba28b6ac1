import { type LocalWork, withLocalErrors } from '@arch/core/builder';

import type { ObjectHead } from '../../../objects/index.js';
import type { WholeRange } from '../../../ranges.js';
import type { TransferCounter } from '../../../transfer-progress.js';
import { openPartialFile, type PartialFile, resumableNames, type TemporaryFile } from '../../temporary-files/index.js';
import { type DownloadHead, downloadHead, isSameObject } from './download-head.js';
import { inGroups } from '../in-groups.js';
import { type Journal, openJournal } from '../journal.js';
import { rangesWithout, recordRange, type RecordedRange, verifyRanges } from './recorded-range.js';

/** An object that is downloaded. */
interface Downloading {
  readonly object: { readonly bucket: string; readonly key: string };
  readonly head: ObjectHead;
  readonly partSizeBytes: number;
  readonly progress: TransferCounter;
  readonly signal: AbortSignal;
}

/** The file of a download that a later call continues. */
export interface ResumableFile extends TemporaryFile {
  /** Returns the ranges that the file lacks, after it has verified those in the journal. Removes the content of another object or version. */
  missing(downloading: Downloading): Promise<AsyncIterable<WholeRange>>;
  /** Writes a range of the file to the disk and then to the journal. */
  record(range: WholeRange): Promise<void>;
  /** Closes the file, and keeps it if a later call can continue it. Returns whether it was kept. */
  leave(): Promise<boolean>;
}

type DownloadJournal = Journal<DownloadHead, RecordedRange>;

/** Opens the file and the journal of a resumable download to `path`. */
export const openResumableFile = async (path: string, operation = 'downloadFile'): Promise<ResumableFile> => {
  const place = { operation, path: resumableNames(path).journal };
  const journal: DownloadJournal = await openJournal(place, 'arch-download-1');
  try {
    return resumable(await openPartialFile(path, operation), journal, { operation, verb: 'write', path });
  } catch (error) {
    await journal.close();
    throw error;
  }
};

const resumable = (partial: PartialFile, journal: DownloadJournal, work: LocalWork): ResumableFile => {
  let head = journal.head;
  const discard = async (): Promise<void> => {
    head = undefined;
    // A call that has taken the journal uses the file.
    await journal.check().then(partial.discard, () => partial.file.close().catch(() => undefined));
    await journal.remove().catch(() => undefined);
  };
  return {
    path: partial.path,
    get file() {
      return partial.file;
    },
    flush: partial.flush,
    missing: async ({ object, head: found, partSizeBytes, progress, signal }) => {
      const now = downloadHead(object, found, partSizeBytes);
      if (isSameObject(head, now)) {
        const begun = { file: partial.file, recorded: journal.entries, progress, signal };
        return rangesWithout(await withLocalErrors(work, () => verifyRanges(begun)), head);
      }
      head = now;
      await journal.check();
      await partial.restart();
      if (head) await journal.begin(head);
      return rangesWithout(new Set(), { sizeBytes: found.sizeBytes, partSizeBytes });
    },
    record: inGroups(async (ranges) => {
      if (!head) return;
      const [entries] = await withLocalErrors(work, () =>
        // The journal must not name bytes that a power failure can still take away.
        Promise.all([Promise.all(ranges.map((range) => recordRange(partial.file, range))), partial.file.datasync()]),
      );
      await journal.add(entries);
    }),
    keep: async () => {
      await journal.check();
      await partial.keep();
      await journal.remove();
    },
    discard,
    leave: async () => {
      const isKept = head !== undefined;
      if (!isKept) await discard();
      await partial.file.close().catch(() => undefined);
      await journal.close();
      return isKept;
    },
  };
};
