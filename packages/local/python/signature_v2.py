"""Signatures of version 2, which boto3 still uses for presigned URLs and forms in us-east-1.

https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html
"""

import base64
import hashlib
import hmac
import time
from urllib.parse import SplitResult

import guard

MISMATCH = "The signature of the request does not match its access key."


def is_presigned(request: guard.Request) -> bool:
    return {"AWSAccessKeyId", "Signature", "Expires"} <= request.parameters.keys()


def check_presigned(request: guard.Request, bucket: str | None, secret_of: guard.SecretOf) -> None:
    """Checks a presigned request. `bucket` is the bucket in the host name, if there is one."""
    query = {name: values[0] for name, values in request.parameters.items()}
    secret = secret_of(query["AWSAccessKeyId"], query.get("x-amz-security-token", ""))
    check(query["Signature"], secret, string_to_sign(request, query, bucket))
    if not query["Expires"].isdigit() or int(query["Expires"]) < time.time():
        raise guard.Refused("AccessDenied", "Request has expired")


def string_to_sign(request: guard.Request, query: dict[str, str], bucket: str | None) -> str:
    # Imported here, because it is slow to load and rarely needed.
    from botocore.auth import HmacV1Auth

    # A presigned request has its headers in the query string.
    headers = {**request.headers, **{name.lower(): value for name, value in query.items()}}
    lines = [request.method, headers.get("content-md5", ""), headers.get("content-type", ""), query["Expires"]]
    lines += [f"{name}:{headers[name].strip()}" for name in sorted(headers) if name.startswith("x-amz-")]
    resource = SplitResult("", "", request.path, request.query, "")
    path = request.path if bucket is None else f"/{bucket}{request.path}"
    return "\n".join([*lines, HmacV1Auth(None).canonical_resource(resource, auth_path=path)])


def check_form(fields: dict[str, str], secret_of: guard.SecretOf) -> None:
    secret = secret_of(fields["awsaccesskeyid"], fields.get("x-amz-security-token", ""))
    check(fields["signature"], secret, fields["policy"])


def check(signature: str, secret: str, text: str) -> None:
    expected = base64.b64encode(hmac.new(secret.encode(), text.encode(), hashlib.sha1).digest())
    if not hmac.compare_digest(expected, signature.encode()):
        raise guard.Refused("SignatureDoesNotMatch", f"{MISMATCH} {guard.ADVICE}")
