import { defineConfig } from 'tsup';

// oxlint-disable-next-line import/no-default-export -- tsup reads its configuration from one.
export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts', 'src/vitest.ts', 'src/sql-server.ts'],
  format: 'esm',
  target: 'node22',
  platform: 'node',
  treeshake: true,
  sourcemap: true,
  clean: true,
  dts: false,
  metafile: true,
});
