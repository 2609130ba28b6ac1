import { describe, expect, it } from 'vitest';
import { commandLine } from './command-line.js';

describe('commandLine', () => {
  it.each([
    [['--', 'node', 'script.ts'], { kind: 'run', command: 'node', arguments: ['script.ts'] }],
    [['--', 'npx', 'vitest', '--', '--help'], { kind: 'run', command: 'npx', arguments: ['vitest', '--', '--help'] }],
    [['--region', 'eu-west-1', '--', 'aws'], { kind: 'run', command: 'aws', arguments: [], region: 'eu-west-1' }],
    [['start'], { kind: 'start', json: false }],
    [['start', '--json', '--port', '5000'], { kind: 'start', json: true, port: 5_000 }],
    [['--help'], { kind: 'help' }],
    [['start', '-h'], { kind: 'help' }],
  ])('understands %j', (arguments_, expected) => {
    expect(commandLine(arguments_)).toEqual(expected);
  });

  it.each([
    [[], 'There is nothing to run.'],
    [['--'], 'There is nothing to run.'],
    [['node', 'script.ts'], '"node script.ts" is unknown; put -- before a command to run.'],
    [['start', '--', 'node'], '"start" is unknown; put -- before a command to run.'],
    [['--port', '5000', '--', 'node'], '--json and --port belong to "arch-local start".'],
    [['start', '--port', 'many'], '--port many is not a port number.'],
    [['start', '--port', '70000'], '--port 70000 is not a port number.'],
    [['start', '--verbose'], "Unknown option '--verbose'"],
  ])('says what is wrong with %j', (arguments_, reason) => {
    expect(commandLine(arguments_)).toEqual({ kind: 'wrong', reason: expect.stringContaining(reason) });
  });
});
