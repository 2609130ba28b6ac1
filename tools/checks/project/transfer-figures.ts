/** The rows of the README, and the names of their figures in bench/storage-results.md. */
const headlines: Readonly<Record<string, string>> = {
  'upload of 1 GiB over TLS': 'upload 1024 MiB, TLS',
  'upload of 1 GiB over HTTP': 'upload 1024 MiB, HTTP',
  'download of 1 GiB over TLS': 'download 1024 MiB, TLS',
  'download of 1 GiB over HTTP': 'download 1024 MiB, HTTP',
  'upload of 10,000 files of 16 KiB': 'upload 10000 × 16 KiB',
  'download of 10,000 files of 16 KiB': 'download 10000 × 16 KiB',
  'sync of them, nothing changed': 'sync 10000 × 16 KiB, nothing changed',
};

const peers = ['s5cmd', 'aws-cli', 'lib-storage|the SDK|s3-sync-client'];

/** The table of transfers in the README: a row per transfer, a column per program. */
export const transferFigures = (results: string): string => {
  const rows = results.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const shown = Object.entries(headlines).map(([name, figure]) => {
    const cells = peers.map((peer) => {
      const row = rows.find(
        (each) => new RegExp(`: time against (?:${peer})$`).test(each[1] ?? '') && each[1]?.startsWith(`${figure}:`),
      );
      return { ours: row?.[2], theirs: row?.[3] ?? '–' };
    });
    const ours = cells.find((cell) => cell.ours !== undefined)?.ours;
    if (ours === undefined)
      throw new Error(
        `bench/storage-results.md has no row "${figure}": adapt tools/checks/project/transfer-figures.ts.`,
      );
    return `| ${[name, ours, ...cells.map(({ theirs }) => theirs)].join(' | ')} |`;
  });
  const head = ['| | @arch | s5cmd | aws-cli | SDK, s3-sync-client |', '|---|--:|--:|--:|--:|'];
  return [...head, ...shown].join('\n');
};
