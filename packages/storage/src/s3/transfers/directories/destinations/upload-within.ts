import { type Operation, task } from '@arch/core/builder';

import type { Bandwidth } from '../../bandwidths/index.js';
import { uploadContent, uploadFile } from '../../upload-file.js';
import { type UploadedFile, type UploadFileInput, uploadFileInput } from '../../upload-file-input.js';

/** Returns a function that uploads a file within a bandwidth that all files of the transfer share. */
export const uploadWithin = (bandwidth: Bandwidth | undefined): Operation<UploadFileInput, UploadedFile> =>
  bandwidth
    ? task(() => ({
        name: 'uploadFile',
        input: uploadFileInput(),
        uses: [uploadFile],
        timeoutMs: 86_400_000,
        run: (members, options, steps) => uploadContent(members, { bandwidth, options, steps }),
      }))
    : uploadFile;
