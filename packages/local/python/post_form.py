"""Checks forms with which a browser uploads to S3. MiniStack checks their policies, but not their signatures.

https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html
"""

from email.message import Message
from email.parser import BytesHeaderParser

from ministack.core.sigv4 import HeaderSignature

import guard
import signature_v2
from asgi_body import Body

# AWS accepts 20 KB.
MOST_BYTES_BEFORE_FILE = 256 * 1024
NAMES_OF_SIGNATURE = ("policy", "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature")


def is_form(request: guard.Request) -> bool:
    content_type = request.headers.get("content-type", "").lower()
    return request.method == "POST" and content_type.startswith("multipart/form-data") and not (
        "authorization" in request.headers or "X-Amz-Signature" in request.parameters
    )


async def read_fields(request: guard.Request, body: Body) -> dict[str, str]:
    """Reads the fields before the file, which is the last field."""
    start = b""
    while not body.is_complete and len(start) <= MOST_BYTES_BEFORE_FILE:
        start += await body.read_ahead()
        fields = fields_before_file(start, boundary_of(request))
        if fields is not None:
            return fields
    raise guard.Refused("AccessDenied", "The form has no file after its fields.")


def boundary_of(request: guard.Request) -> bytes:
    header = Message()
    header["content-type"] = request.headers["content-type"]
    return str(header.get_param("boundary") or "").encode()


def fields_before_file(start: bytes, boundary: bytes) -> dict[str, str] | None:
    fields: dict[str, str] = {}
    for part in (b"\r\n" + start).split(b"\r\n--" + boundary + b"\r\n")[1:]:
        head, blank, value = part.partition(b"\r\n\r\n")
        if not blank:
            return None
        disposition = BytesHeaderParser().parsebytes(head)
        name = str(disposition.get_param("name", "", "content-disposition")).lower()
        if name == "file":
            return fields
        if name in fields:
            raise guard.Refused("AccessDenied", "The form contains a field twice.")
        fields[name] = value.decode("utf-8", "replace")
    return None


def check(fields: dict[str, str], secret_of: guard.SecretOf) -> None:
    if all(fields.get(name) for name in ("policy", "awsaccesskeyid", "signature")):
        return signature_v2.check_form(fields, secret_of)
    scope = fields.get("x-amz-credential", "").split("/")
    is_signed = all(fields.get(name) for name in NAMES_OF_SIGNATURE) and len(scope) == 5 and scope[3] == "s3"
    if not is_signed or fields["x-amz-algorithm"] != "AWS4-HMAC-SHA256":
        raise guard.Refused("AccessDenied", f"The form is not signed. {guard.ADVICE}")
    secret = secret_of(scope[0], fields.get("x-amz-security-token", ""))
    signature = HeaderSignature(*scope[:4], "", fields["x-amz-signature"], fields["x-amz-date"])
    guard.check_digest(signature, secret, fields["policy"])
