#!/usr/bin/env node
import { main } from './command/main.js';

const ending = await main(process.argv.slice(2));
if ('signal' in ending) process.kill(process.pid, ending.signal);
else process.exitCode = ending.status;
