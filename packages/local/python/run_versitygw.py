"""Runs versitygw, an S3 server on the files of a folder.

    run_versitygw PROGRAM [ARGUMENT ...]

The access key of this start is its root key. The same key with the account ID as access key ID, which Lambda functions have,
is a second key with all permissions. versitygw checks the signature of each request itself.
"""

import json
import os
import subprocess
import sys
import tempfile
from __main__ import writers


def make_folders(folder: str, secret: str, account_id: str) -> None:
    for name in ("data", "versions", "users"):
        os.mkdir(os.path.join(folder, name), 0o700)
    user = {"access": account_id, "secret": secret, "role": "admin", "userID": 0, "groupID": 0, "projectID": 0}
    with open(os.path.join(folder, "users", "users.json"), "w") as file:
        json.dump({"accessAccounts": {account_id: user}}, file)


def main() -> None:
    access_key_id, secret = os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"]
    make_folders(tempfile.gettempdir(), secret, os.environ["ARCH_ACCOUNT_ID"])
    keys = {"ROOT_ACCESS_KEY": access_key_id, "ROOT_SECRET_KEY": secret}
    process = subprocess.Popen(sys.argv[1:], env={**os.environ, **keys}, stdin=subprocess.DEVNULL)
    writers.append(process)
    sys.exit(process.wait())
