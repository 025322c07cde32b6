"""Run in an environment of its own (libcoveocds is AGPL-3.0 and no part of Comity): what it finds in OCDS packages.

`python ocds_checker.py SCHEMA.zip EXTENSION_FOLDER PACKAGE.json…`: reads the standard from the zip and the extension
from its folder, opens no connection, and prints one JSON object for each package.
"""

import io
import json
import socket
import sys
import zipfile
from pathlib import Path
from typing import Any

import requests
from urllib3 import HTTPResponse

STANDARD = "https://standard.open-contracting.org/schema/1__1__5/"


class FromDisk(requests.adapters.BaseAdapter):
    """Answers for the addresses of the standard and of the extension with the files on disk; 404 for the rest."""

    def __init__(self, zipped: str, extension: str) -> None:
        super().__init__()
        self.zipped, self.extension = zipfile.ZipFile(zipped), Path(extension)

    def send(self, request: Any, **_settings: Any) -> Any:
        """Answer one request from disk."""
        content = self.content(request.url)
        status = 404 if content is None else 200
        raw = HTTPResponse(io.BytesIO(content or b""), {}, status, preload_content=False, request_url=request.url)
        response = requests.Response()
        response.request, response.url, response.encoding = request, request.url, "utf-8"
        response.status_code, response.raw = status, raw
        return response

    def content(self, url: str) -> bytes | None:
        """Return the file that an address stands for, or None."""
        if url.startswith(STANDARD):
            return self.zipped.read("standard-1__1__5/schema/" + url.removeprefix(STANDARD))
        base = url.partition("/comity-ocds/")
        found = self.extension / base[2]
        return found.read_bytes() if base[2] and found.is_file() else None

    def close(self) -> None:
        """Nothing is open."""


def offline(zipped: str, extension: str) -> None:
    """Let every session read from disk, and refuse every connection."""
    adapter = FromDisk(zipped, extension)
    requests.Session.get_adapter = lambda _self, url: adapter  # noqa: ARG005

    def refuse(_socket: Any, address: Any) -> None:
        raise ConnectionRefusedError(f"{address}: the check runs offline")

    socket.socket.connect = refuse


def found(zipped: str, extension: str, package: Any) -> dict[str, Any]:
    """Return what the official library says of a package."""
    from libcoveocds.api import ocds_json_output
    from libcoveocds.config import LibCoveOCDSConfig

    config = LibCoveOCDSConfig({"standard_zip": Path(zipped).resolve().as_uri(), "context": "api"})
    said = ocds_json_output(json_data=package, lib_cove_ocds_config=config)
    result = {name: said.get(name) for name in ("validation_errors", "additional_fields", "deprecated_fields")}
    result["codelists"] = [said.get("additional_closed_codelist_values"), said.get("additional_open_codelist_values")]
    result["invalid_extension"] = said.get("extensions", {}).get("invalid_extension")
    if "records" in package:
        result["merged"] = merged(zipped, extension, package)
    return result


def merged(zipped: str, extension: str, package: Any) -> list[bool]:
    """Return for each record whether the official merge of its releases is its compiled release."""
    import json_merge_patch
    import ocdsmerge

    schema = json.loads(zipfile.ZipFile(zipped).read("standard-1__1__5/schema/release-schema.json"))
    patch = json.loads((Path(extension) / "release-schema.json").read_text("utf-8"))
    merger = ocdsmerge.Merger(json_merge_patch.merge(schema, patch))
    return [merger.create_compiled_release(each["releases"]) == each["compiledRelease"] for each in package["records"]]


if __name__ == "__main__":
    zipped, extension, *packages = sys.argv[1:]
    offline(zipped, extension)
    for each in packages:
        print(json.dumps(found(zipped, extension, json.loads(Path(each).read_bytes()))))
