"""Runs a command and prints its wall time, its CPU time and its peak memory as JSON, with those of its child processes."""
import json, resource, subprocess, sys, time

start = time.monotonic()
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
wall = time.monotonic() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
if status.returncode != 0:
    sys.stderr.write(status.stderr.decode(errors="replace"))
    sys.exit(status.returncode)
print(json.dumps({"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}))
