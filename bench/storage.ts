// Transfers of one large and of many small files, each in a process of its own, against a store on this machine. Peers that are not installed are
// left out. It takes about ten minutes and 6 GB of disk: `npm run bench -- storage`.
import { equalKeys } from './storage/equal-keys.ts';
import { large } from './storage/large.ts';
import { small } from './storage/small.ts';
import { startStore } from './storage/store.ts';
import { versions } from './storage/versions.ts';

const only = process.env['ARCH_BENCH_ONLY'];

console.log(`# ${versions()}`);

await using store = await startStore();
if (only === undefined || only === 'plan') await equalKeys(store);
if (only === undefined || only === 'large') await large(store);
if (only === undefined || only === 'small') await small(store);
