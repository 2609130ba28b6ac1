import { execFileSync } from 'node:child_process';

import { median, milliseconds, report } from './figure.ts';

const script = (name: string): string => `
  const memory = process.memoryUsage().rss;
  const start = performance.now();
  await import(${JSON.stringify(name)});
  console.log(performance.now() - start, (process.memoryUsage().rss - memory) / 1e6);`;

const measure = (name: string): readonly [number, number] => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script(name)], {
    cwd: import.meta.dirname,
  });
  const [time = Number.NaN, memory = Number.NaN] = output.toString().trim().split(' ').map(Number);
  return [time, memory];
};

const names = ['@arch/compute', '@aws-sdk/client-ec2'] as const;
const results = names.map(() => [] as (readonly [number, number])[]);
for (let round = 0; round < 12; round++) {
  for (const [index, name] of names.entries()) {
    const result = measure(name);
    // The first round fills the file system's cache.
    if (round > 0) results[index]?.push(result);
  }
}
const [mine = [], sdk = []] = results;
const [time, sdkTime] = [median(mine.map(([ms]) => ms)), median(sdk.map(([ms]) => ms))];
const [memory, sdkMemory] = [median(mine.map(([, mb]) => mb)), median(sdk.map(([, mb]) => mb))];
report(
  {
    name: 'import: time',
    ours: milliseconds(time),
    theirs: milliseconds(sdkTime),
    value: time / sdkTime,
    limit: 0.35,
    aim: 0.2,
    unit: '×',
  },
  {
    name: 'import: memory',
    ours: `${memory.toFixed(0)} MB`,
    theirs: `${sdkMemory.toFixed(0)} MB`,
    value: memory / sdkMemory,
    limit: 0.6,
    unit: '×',
  },
);
