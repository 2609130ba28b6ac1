import { execFileSync } from 'node:child_process';

import { median, milliseconds, report } from './figure.ts';
import { layers } from './layers.ts';

const script = (names: readonly string[]): string => `
  const memory = process.memoryUsage().rss;
  const start = performance.now();
  ${names.map((name) => `await import(${JSON.stringify(name)});`).join('\n  ')}
  console.log(performance.now() - start, (process.memoryUsage().rss - memory) / 1e6);`;

const measure = (names: readonly string[]): readonly [number, number] => {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script(names)], {
    cwd: import.meta.dirname,
  });
  const [time = Number.NaN, memory = Number.NaN] = output.toString().trim().split(' ').map(Number);
  return [time, memory];
};

interface Comparison {
  readonly name: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly rounds: number;
}

const compare = ({ name, ours, theirs, rounds }: Comparison): void => {
  const results = [[], []] as [(readonly [number, number])[], (readonly [number, number])[]];
  for (let round = 0; round <= rounds; round++) {
    for (const [side, names] of [ours, theirs].entries()) {
      const result = measure(names);
      // The first round fills the file system's cache.
      if (round > 0) results[side]?.push(result);
    }
  }
  const [[time, memory], [sdkTime, sdkMemory]] = results.map((side) => [
    median(side.map(([ms]) => ms)),
    median(side.map(([, mb]) => mb)),
  ]) as [[number, number], [number, number]];
  report(
    {
      name: `import of ${name}: time`,
      ours: milliseconds(time),
      theirs: milliseconds(sdkTime),
      value: time / sdkTime,
      limit: 0.35,
      aim: 0.2,
      unit: '×',
    },
    {
      name: `import of ${name}: memory`,
      ours: `${memory.toFixed(0)} MB`,
      theirs: `${sdkMemory.toFixed(0)} MB`,
      value: memory / sdkMemory,
      limit: 0.6,
      unit: '×',
    },
  );
};

// The first comparison is with EC2 alone: with the other services of the layer, the SDK would take longer.
compare({
  name: '@arch/compute, against client-ec2 alone',
  ours: ['@arch/compute'],
  theirs: ['@aws-sdk/client-ec2'],
  rounds: 11,
});
for (const { name, clients } of layers) compare({ name, ours: [name], theirs: clients, rounds: 11 });
compare({
  name: 'all layers',
  ours: layers.map(({ name }) => name),
  theirs: [...new Set(layers.flatMap(({ clients }) => clients))],
  rounds: 5,
});
