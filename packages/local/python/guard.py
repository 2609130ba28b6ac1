"""Accepts only requests that are meant for this start of the local AWS.

Any web page can send simple requests to 127.0.0.1, and the local AWS runs code. Therefore a request must contain the host of
the server, must not come from a page of another origin, and must be signed with an access key of this start.
The reasons and the exceptions are in docs/decisions/2026-11-30-guarded-local-aws.md.
"""

import hmac
import json
import os
import re
from dataclasses import dataclass
from typing import Callable
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

from ministack.core.sigv4 import (
    HeaderSignature,
    calculate_signature,
    header_signing_documents,
    parse_header_signature,
    parse_query_signature,
    presigned_request_is_expired,
)

ADVICE = "Use AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of this local AWS: each start creates a new access key."
LONGEST_PRESIGNED_S = 7 * 24 * 3600


class Refused(Exception):
    """A request that is rejected with status 403. `json_code` is the error code of AWS's JSON services."""

    def __init__(self, code: str, message: str, json_code: str | None = None):
        super().__init__(message)
        self.code = code
        self.json_code = json_code or code


@dataclass(frozen=True)
class Request:
    method: str
    # As sent, with its percent-encoding.
    path: str
    query: str
    # Names in lower case.
    headers: dict[str, str]

    @property
    def parameters(self) -> dict[str, list[str]]:
        return parse_qs(self.query, keep_blank_values=True)


@dataclass(frozen=True)
class Claim:
    """The signature in a request, before it is checked."""

    signature: HeaderSignature
    token: str
    presigned: bool


def own_key() -> tuple[str, str]:
    return os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"]


def check_host(headers: dict[str, str], port: int) -> None:
    """Rejects requests to other hosts: the DNS of a web page may resolve its host name to 127.0.0.1."""
    host = headers.get("host", "")
    own = re.fullmatch(r"(?:127\.0\.0\.1|(?:[a-z0-9_-]+\.)*localhost):(\d+)", host, re.IGNORECASE)
    if own is None or int(own[1]) != port:
        raise Refused("AccessDenied", f"The local AWS rejects requests to this host: use http://127.0.0.1:{port}.")


def is_foreign(headers: dict[str, str]) -> bool:
    """Whether a page of another origin may have sent the request. Only browsers send these headers."""
    origin = headers.get("origin")
    foreign_origin = origin is not None and origin.lower() != f"http://{headers.get('host', '').lower()}"
    return foreign_origin or headers.get("sec-fetch-site", "none") not in ("none", "same-origin")


def refuse_foreign() -> None:
    raise Refused(
        "AccessDenied",
        "The local AWS rejects requests from web pages of other origins. "
        "These pages can use HTTP APIs, function URLs, and S3 with a signature.",
    )


def is_key_set(request: Request) -> bool:
    """Whether the request is for the public keys of a user pool. AWS returns them without a signature too."""
    pattern = r"/[a-z0-9-]+_[0-9A-Za-z]+/\.well-known/(?:jwks\.json|openid-configuration)"
    return request.method == "GET" and re.fullmatch(pattern, request.path) is not None


def claim_of(request: Request) -> Claim:
    """Reads the signature of a request, from its headers or its query string."""
    headers = request.headers
    authorization = headers.get("authorization", "")
    parameters = request.parameters
    if authorization.startswith("AWS4-HMAC-SHA256 "):
        signature, token, presigned = parse_header_signature(headers), headers.get("x-amz-security-token", ""), False
    elif parameters.get("X-Amz-Algorithm") == ["AWS4-HMAC-SHA256"] and not authorization:
        token = parameters.get("X-Amz-Security-Token", [""])[0]
        signature, presigned = parse_query_signature(parameters), True
    else:
        raise Refused("MissingAuthenticationToken", f"The request has no signature of version 4. {ADVICE}")
    if isinstance(signature, tuple):
        raise Refused("IncompleteSignature", signature[1])
    return Claim(signature, token, presigned)


def needs_body(request: Request, claim: Claim) -> bool:
    """Whether the body is required to check the signature, because no header contains its hash."""
    return not claim.presigned and not request.headers.get("x-amz-content-sha256")


def check_signature(request: Request, claim: Claim, secret: str, body: bytes = b"") -> None:
    """Checks the signature. Does not check whether the body has the signed hash: the client has the key in any case."""
    signature = claim.signature
    _, string_to_sign = header_signing_documents(
        signature, request.method, request.path, request.parameters, request.headers, body, presigned=claim.presigned
    )
    check_digest(signature, secret, string_to_sign)
    if claim.presigned:
        check_expiry(signature, request.parameters.get("X-Amz-Expires", [""])[0])


def check_digest(signature: HeaderSignature, secret: str, string_to_sign: str) -> None:
    scope = (signature.date_stamp, signature.region, signature.service)
    expected = calculate_signature(secret, *scope, string_to_sign)
    if not hmac.compare_digest(expected.encode(), signature.signature.encode()):
        raise Refused(
            "SignatureDoesNotMatch",
            f"The signature of the request does not match its access key. {ADVICE}",
            "InvalidSignatureException",
        )


def check_expiry(signature: HeaderSignature, expires: str) -> None:
    try:
        lifetime = int(expires)
        expired = presigned_request_is_expired(signature.amz_date, lifetime)
    except ValueError:
        raise Refused("AuthorizationQueryParametersError", "X-Amz-Date and X-Amz-Expires are required.") from None
    if expired or not 0 < lifetime <= LONGEST_PRESIGNED_S:
        raise Refused("AccessDenied", "Request has expired")


def unknown_key() -> Refused:
    return Refused(
        "InvalidClientTokenId",
        f"The access key does not belong to this start of the local AWS. {ADVICE}",
        "UnrecognizedClientException",
    )


def refusal(request: Request, refused: Refused, service: str = "") -> tuple[bytes, str, dict[str, str]]:
    """Returns the body of an error in the service's protocol, its content type, and further headers."""
    message = escape(str(refused))
    if service == "s3":
        code = {"InvalidClientTokenId": "InvalidAccessKeyId"}.get(refused.code, refused.code)
        return f"<Error><Code>{code}</Code><Message>{message}</Message></Error>".encode(), "application/xml", {}
    error = f"<Code>{refused.code}</Code><Message>{message}</Message>"
    if service == "ec2":
        return f"<Response><Errors><Error>{error}</Error></Errors></Response>".encode(), "text/xml", {}
    if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        sender = f"<ErrorResponse><Error><Type>Sender</Type>{error}</Error></ErrorResponse>"
        return sender.encode(), "text/xml", {}
    body = json.dumps({"__type": refused.json_code, "message": str(refused), "Message": str(refused)})
    return body.encode(), "application/json", {"x-amzn-errortype": refused.json_code}


def service_of(headers: dict[str, str]) -> str:
    """Returns the service in the signature of a request. It is not checked, and determines only the form of an error."""
    found = re.search(r"Credential=[^/,]*/\d*/[^/,]*/([a-z0-9-]+)/", headers.get("authorization", ""))
    return found[1] if found else ""


SecretOf = Callable[[str, str], str]
