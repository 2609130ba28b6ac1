import { describe, expect, it } from 'vitest';
import { commandLine } from './command-line.js';

describe('commandLine', () => {
  it.each([
    [['--', 'node', 'script.ts'], { kind: 'run', command: 'node', arguments: ['script.ts'] }],
    [['--', 'npx', 'vitest', '--', '--help'], { kind: 'run', command: 'npx', arguments: ['vitest', '--', '--help'] }],
    [['--region', 'eu-west-1', '--', 'aws'], { kind: 'run', command: 'aws', arguments: [], region: 'eu-west-1' }],
    [['start'], { kind: 'start', json: false }],
    [['start', '--json', '--port', '5000'], { kind: 'start', json: true, port: 5_000 }],
    [['start', '--s3', 'versitygw'], { kind: 'start', json: false, s3: 'versitygw' }],
    [['--s3', 'ministack', '--', 'aws'], { kind: 'run', command: 'aws', arguments: [], s3: 'ministack' }],
    [['--help'], { kind: 'help' }],
    [['start', '-h'], { kind: 'help' }],
  ])('reads %j', (arguments_, expected) => {
    expect(commandLine(arguments_)).toEqual(expected);
  });

  it.each([
    [[], 'A command is required: arch-local start, or arch-local -- COMMAND.'],
    [['--'], 'A command is required: arch-local start, or arch-local -- COMMAND.'],
    [['node', 'script.ts'], '"node script.ts" is not a command of arch-local: put -- before a command to run.'],
    [['start', '--', 'node'], '"start" cannot be combined with "--": use arch-local start, or arch-local -- COMMAND.'],
    [['--port', '5000', '--', 'node'], '--json and --port are options of "arch-local start" only.'],
    [['start', '--port', 'many'], '--port must be a number from 1 to 65535 (got "many").'],
    [['start', '--port', '70000'], '--port must be a number from 1 to 65535 (got "70000").'],
    [['start', '--s3', 'minio'], '--s3 must be ministack or versitygw (got "minio"): did you mean "ministack"?'],
    [
      ['--s3', 'versitigw', '--', 'aws'],
      '--s3 must be ministack or versitygw (got "versitigw"): did you mean "versitygw"?',
    ],
    [['start', '--verbose'], "Unknown option '--verbose'"],
  ])('rejects %j', (arguments_, reason) => {
    expect(commandLine(arguments_)).toEqual({ kind: 'wrong', reason: expect.stringContaining(reason) });
  });
});
