#!/bin/sh
# Writes the two lock files again: versions and hashes, no index address. Needs uv.
set -eu
cd "$(dirname "$0")/.."
lock="uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header"
$lock pyproject.toml --extra desktop --extra central --group build -o packaging/requirements.lock "$@"
$lock pyproject.toml --extra desktop --extra central --group build --group dev -o packaging/requirements-dev.lock "$@"
