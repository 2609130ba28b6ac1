import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Python } from './python.js';

const script = `
import importlib.util, json, platform, sys, sysconfig
print(json.dumps({
  "executable": sys.executable,
  "version": platform.python_version(),
  "platform": sysconfig.get_config_var("EXT_SUFFIX") or sys.platform,
  "installation": sys.base_prefix,
  "hasVenv": all(map(importlib.util.find_spec, ["venv", "ensurepip"])),
}))`;

/** Runs a command and returns its description of the interpreter. Returns `undefined` if the command is not Python 3. */
export async function probePython(command: string, signal?: AbortSignal): Promise<Python | undefined> {
  try {
    const options = { timeout: 10_000, windowsHide: true, ...(signal && { signal }) };
    const { stdout } = await promisify(execFile)(command, ['-I', '-c', script], options);
    return JSON.parse(stdout) as Python;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}
