import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LayerSamples } from '@arch/contract';

// The directories of the transfers. They are removed when the process ends, because several test files share the process.
const folder = mkdtempSync(join(tmpdir(), 'arch-contract-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const [source, destination] = [mkdtempSync(join(folder, 'source-')), mkdtempSync(join(folder, 'destination-'))];
writeFileSync(join(source, 'index.html'), '<p>');

const site = { bucket: 'my-site', prefix: '2026' };

/** One valid input per function that transfers a directory. */
export const directoriesSamples: LayerSamples = {
  inputs: {
    archiveDirectory: { ...site, from: source, retain: { years: 7 } },
    downloadDirectory: { ...site, directory: destination },
    syncDirectory: { from: source, to: site },
    syncPrefix: { from: site, to: { bucket: 'my-copy', prefix: '2026' } },
    uploadDirectory: { ...site, directory: source },
  },
  answers: {},
};
