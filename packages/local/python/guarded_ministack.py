"""Runs MiniStack with the checks of `guard.py`. Web pages can use its HTTP APIs, its function URLs, and S3 with a signature."""

import json
import os
import re
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote

import ministack.app as ministack
from ministack.core.iam_evaluator import (
    AmbiguousAccessKeyError,
    CredentialResolutionError,
    find_iam_access_key_account,
    resolve_credential,
)
from ministack.core.responses import _account_from_sts_session
from ministack.core.router import detect_service
from ministack.core.sigv4 import decode_header_value

import guard
import post_form
import signature_v2
from asgi_body import Body

CREDENTIALS_PATH = "/_arch/credentials/"

# On AWS, these URLs are presigned or contain a secret token.
UNSIGNED = (
    ("GET", re.compile(r"/_ministack/lambda-(?:code|layers)/.+")),
    ("PUT", re.compile(r"/_ministack/cfn-(?:response|signal)/[\w-]{16,}")),
)


def secret_of(access_key_id: str, token: str) -> str:
    """Returns the secret of an access key of this start: its own, also with an account ID as access key ID, or one of IAM or STS."""
    try:
        account = find_iam_access_key_account(access_key_id) or _account_from_sts_session(access_key_id)
    except AmbiguousAccessKeyError:
        raise guard.unknown_key() from None
    if re.fullmatch(r"\d{12}", access_key_id):
        account = access_key_id
    credential = resolve_credential(access_key_id, account or os.environ["MINISTACK_ACCOUNT_ID"], token)
    if not isinstance(credential, CredentialResolutionError):
        return credential.secret_access_key
    if credential.code == "ExpiredTokenException":
        raise guard.Refused("ExpiredToken", credential.message, credential.code)
    raise guard.unknown_key()


def request_of(scope: dict) -> guard.Request:
    headers: dict[str, str] = {}
    for name, value in scope["headers"]:
        key, text = name.decode("latin-1").lower(), decode_header_value(value)
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    path = (scope.get("raw_path") or b"").decode("latin-1")
    return guard.Request(scope.get("method", "GET"), path, scope.get("query_string", b"").decode("latin-1"), headers)


def api_scope(scope: dict, host: str) -> dict | None:
    """Returns the scope of a request to an HTTP API or a function URL, with the path that MiniStack reserves for it, or None."""
    name, _, port = host.lower().rpartition(":")
    prefix = ""
    if found := re.fullmatch(r"([a-z0-9]+)\.execute-api\.(?:[a-z0-9-]+\.)?localhost", name):
        prefix = f"/_aws/execute-api/{found[1]}"
    elif found := re.fullmatch(r"([a-z0-9-]+)\.lambda-url\.(?:[a-z0-9-]+\.)?localhost", name):
        prefix = f"/_aws/lambda-url/{found[1]}"
    path, plain_host = prefix + scope["path"], f"localhost:{port}"
    # Uses MiniStack's own rules, because MiniStack passes a request that does not match them to other services.
    is_api = ministack._parse_execute_api_url(plain_host, path) or ministack._parse_lambda_url(plain_host, path)
    if not is_api or "/@connections/" in path:
        return None
    headers = [(name, value) for name, value in scope["headers"] if name.lower() != b"host"]
    headers.append((b"host", plain_host.encode()))
    return {**scope, "path": path, "raw_path": prefix.encode() + scope["raw_path"], "headers": headers}


def is_public(request: guard.Request) -> bool:
    """Whether AWS accepts the request without a signature too. No such request has an action in its body."""
    if "x-amz-target" in request.headers:
        return False
    if guard.is_key_set(request) or any(
        request.method == method and pattern.fullmatch(request.path) for method, pattern in UNSIGNED
    ):
        return True
    # The links in the notifications that SNS sends to a subscriber.
    has_body = "content-length" in request.headers or "transfer-encoding" in request.headers
    is_link = request.method == "GET" and request.path == "/" and not has_body
    return is_link and request.parameters.get("Action") in (["ConfirmSubscription"], ["Unsubscribe"])


def is_s3(request: guard.Request) -> bool:
    path = unquote(request.path)
    return detect_service(request.method, path, request.headers, request.parameters) == "s3"


async def admit(request: guard.Request, body: Body, bucket: tuple[str, str] | None) -> bool:
    """Checks a request. Returns whether the CORS rules of the bucket apply to its response."""
    foreign = guard.is_foreign(request.headers)
    if not foreign and is_public(request):
        return False
    if bucket is not None and bucket[1] == "" and post_form.is_form(request) and is_s3(request):
        post_form.check(await post_form.read_fields(request, body), secret_of)
        return True
    if signature_v2.is_presigned(request) and "authorization" not in request.headers and is_s3(request):
        vhost_bucket = ministack._extract_s3_vhost_bucket(request.headers["host"])
        signature_v2.check_presigned(request, vhost_bucket, secret_of)
        return True
    try:
        claim = guard.claim_of(request)
    except guard.Refused:
        if foreign:
            guard.refuse_foreign()
        raise
    for_s3 = claim.signature.service == "s3" and is_s3(request)
    if foreign and not for_s3:
        guard.refuse_foreign()
    if claim.presigned and not for_s3:
        raise guard.Refused("AccessDenied", "The local AWS accepts presigned requests to S3 only.")
    secret = secret_of(claim.signature.access_key_id, claim.token)
    content = await body.read_all_ahead() if guard.needs_body(request, claim) else b""
    guard.check_signature(request, claim, secret, content)
    return for_s3


def with_cors(send, headers_of_cors):
    """Removes the CORS headers of MiniStack, which allow every origin, and adds those of the user's configuration."""

    async def send_with_cors(message):
        if message["type"] == "http.response.start":
            kept = [
                (name, value)
                for name, value in message.get("headers", [])
                if not name.lower().startswith(b"access-control-")
            ]
            added = [(name.encode(), str(value).encode()) for name, value in headers_of_cors().items()]
            message = {**message, "headers": [*kept, *added]}
        await send(message)

    return send_with_cors


async def respond(send, status: int, headers: dict, body: bytes, method: str) -> None:
    pairs = {**headers, "Content-Length": str(len(body))}
    encoded = [(name.lower().encode(), str(value).encode()) for name, value in pairs.items()]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
    await send({"type": "http.response.body", "body": b"" if method == "HEAD" else body})


async def refuse(request: guard.Request, refused: guard.Refused, body: Body, send) -> None:
    await body.drain()
    service = guard.service_of(request.headers) or ("s3" if "X-Amz-Signature" in request.parameters else "")
    content, content_type, headers = guard.refusal(request, refused, service)
    await respond(send, 403, {**headers, "Content-Type": content_type}, content, request.method)


async def respond_with_secret(request: guard.Request, send) -> None:
    """Returns the secret of an access key of IAM or STS to the other servers of this start."""
    secret = secret_of(unquote(request.path.removeprefix(CREDENTIALS_PATH)), request.headers.get("x-arch-token", ""))
    body = json.dumps({"secretAccessKey": secret}).encode()
    await respond(send, 200, {"Content-Type": "application/json"}, body, request.method)


async def serve(app, request: guard.Request, scope: dict, body: Body, send) -> None:
    host = request.headers["host"]
    if (api := api_scope(scope, host)) is not None:
        # HTTP APIs and function URLs return the CORS headers of the user's configuration.
        return await app(api, body.receive, send)
    if scope["type"] == "websocket":
        guard.refuse_foreign()
    # The rules of S3 are loaded only for requests that may need them.
    bucket = None
    if "origin" in request.headers or post_form.is_form(request):
        bucket = ministack._s3_cors_target(host, scope["path"])
    if request.method == "OPTIONS" and bucket is not None and is_s3(request):
        status, headers, content = ministack._get_module("s3").cors_preflight(*bucket, request.headers)
        return await respond(send, status, headers, content, request.method)
    has_cors = await admit(request, body, bucket)
    if request.path.startswith(CREDENTIALS_PATH):
        return await respond_with_secret(request, send)

    def cors_headers() -> dict:
        if bucket is None or not has_cors:
            return {}
        return ministack._get_module("s3").cors_response_headers(bucket[0], request.method, request.headers)

    await app(scope, body.receive, with_cors(send, cors_headers))


def guarded(app, port: int):
    async def respond_to(scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            return await app(scope, receive, send)
        request, body = request_of(scope), Body(receive)
        try:
            guard.check_host(request.headers, port)
            await serve(app, request, scope, body, send)
        except guard.Refused as refused:
            if scope["type"] == "websocket":
                return await send({"type": "websocket.close", "code": 1008})
            await refuse(request, refused, body, send)

    return respond_to


def guard_runtime_apis() -> None:
    """Adds the checks to the servers from which custom Lambda runtimes read their events."""
    parse_request = BaseHTTPRequestHandler.parse_request

    def parse_and_check(self) -> bool:
        if not parse_request(self):
            return False
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            guard.check_host(headers, self.server.server_address[1])
            if guard.is_foreign(headers):
                guard.refuse_foreign()
        except guard.Refused as refused:
            self.send_error(403, explain=str(refused))
            return False
        return True

    BaseHTTPRequestHandler.parse_request = parse_and_check


def main() -> None:
    ministack.app = guarded(ministack.app, int(os.environ["GATEWAY_PORT"]))
    guard_runtime_apis()
    ministack.main()
