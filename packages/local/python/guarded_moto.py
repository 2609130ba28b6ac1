"""Runs moto with the checks of `guard.py`. Web pages of other origins cannot use moto: it returns no CORS headers."""

import http.client
import io
import json
import os
import re
from urllib.parse import quote, urlsplit

import moto.server
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from ministack.core.sigv4 import decode_header_value
from moto.core.request import PRESERVED_HEADER_NAMES_ENVIRON_KEY

import guard
import slow_states


def secret_of(access_key_id: str, token: str) -> str:
    """Returns the secret of an access key of this start. Requests the secret of a key of IAM or STS from the emulator of STS."""
    own_id, own_secret = guard.own_key()
    if not token and (access_key_id == own_id or re.fullmatch(r"\d{12}", access_key_id)):
        return own_secret
    sts = os.environ.get("AWS_ENDPOINT_URL_STS")
    if sts is None:
        raise guard.unknown_key()
    url = f"{sts}/_arch/credentials/{quote(access_key_id, safe='')}"
    request = AWSRequest("GET", url, headers={"x-arch-token": token})
    SigV4Auth(Credentials(own_id, own_secret), "sts", "us-east-1").add_auth(request)
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    try:
        connection.request("GET", urlsplit(url).path, headers=dict(request.headers.items()))
        response = connection.getresponse()
        body = response.read()
    except OSError:
        raise guard.unknown_key() from None
    finally:
        connection.close()
    if response.status != 200:
        raise guard.unknown_key()
    return json.loads(body)["secretAccessKey"]


def request_of(environ: dict) -> guard.Request:
    path, _, query = environ["REQUEST_URI"].partition("?")
    original = environ.get(PRESERVED_HEADER_NAMES_ENVIRON_KEY, {})
    headers = {}
    for key, value in environ.items():
        if key.startswith("HTTP_") or key in ("CONTENT_TYPE", "CONTENT_LENGTH"):
            name = original.get(key) or key.removeprefix("HTTP_").replace("_", "-")
            headers[name.lower()] = decode_header_value(value.encode("latin-1"))
    return guard.Request(environ["REQUEST_METHOD"], path, query, headers)


def read_body(environ: dict) -> bytes:
    """Reads the body and keeps it in memory, so that moto can read it again."""
    stream = environ["wsgi.input"]
    terminated = environ.get("wsgi.input_terminated")
    body = stream.read() if terminated else stream.read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return body


def admit(environ: dict, request: guard.Request, port: int) -> None:
    guard.check_host(request.headers, port)
    if guard.is_foreign(request.headers):
        guard.refuse_foreign()
    if guard.is_key_set(request):
        return
    claim = guard.claim_of(request)
    if claim.presigned and claim.signature.service != "s3":
        raise guard.Refused("AccessDenied", "The local AWS accepts presigned requests to S3 only.")
    secret = secret_of(claim.signature.access_key_id, claim.token)
    body = read_body(environ) if guard.needs_body(request, claim) else b""
    guard.check_signature(request, claim, secret, body)


def guarded(app, port: int):
    def respond_to(environ, start_response):
        request = request_of(environ)
        try:
            admit(environ, request, port)
        except guard.Refused as refused:
            body, content_type, headers = guard.refusal(request, refused, guard.service_of(request.headers))
            all_headers = {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}
            start_response("403 Forbidden", list(all_headers.items()))
            return [b"" if request.method == "HEAD" else body]

        def start_without_cors(status, headers, *rest):
            kept = [(name, value) for name, value in headers if not name.lower().startswith("access-control-")]
            return start_response(status, kept, *rest)

        return app(environ, start_without_cors)

    return respond_to


def main() -> None:
    slow_states.install(float(os.environ.get("ARCH_TRANSITION_MS", "0")) / 1000)
    run = moto.server.run_simple

    def run_guarded(host, port, app, **options):
        run(host, port, guarded(app, port), **options)

    moto.server.run_simple = run_guarded
    moto.server.main()
