import { type Operation, task } from '@arch/core/builder';

import type { Bandwidth } from '../../bandwidths/index.js';
import { downloadFile } from '../../download-file.js';
import { type DownloadedFile, type DownloadFileInput, downloadFileInput } from '../../download-file-input.js';
import { downloadContent } from '../../downloads/index.js';

/** Returns a function that downloads objects within a bandwidth that all files of the transfer share; with `isSmall` in one request each. */
export const downloadWithin = (
  bandwidth: Bandwidth | undefined,
  { isSmall = false }: { readonly isSmall?: boolean } = {},
): Operation<DownloadFileInput, DownloadedFile> =>
  task(() => ({
    name: 'downloadFile',
    input: downloadFileInput(),
    uses: [downloadFile],
    timeoutMs: 86_400_000,
    run: (members, options, steps) => downloadContent(members, { isSmall, bandwidth, options, steps }),
  }));
