"""The house port: `/api/v1/…` for our own offices, `/events`, `/live`, the console at `/`, a supervisor's questions.

On TCP an office signs in first (`officers`); on `node.sock`, whose permissions (0600) say who owns the folder, the
owner acts. Both are the same application.
"""

from pathlib import Path

from fastapi import Depends, FastAPI, Response
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp

from comity.api import events, live, pages
from comity.api.guard import Guard
from comity.api.officers import admit
from comity.api.ogc import routes as ogc
from comity.api.problems import PROBLEMS, add_problems
from comity.api.routes import (
    accounts,
    acts,
    agreements,
    alarms,
    awaiting,
    cases,
    chronology,
    clouds,
    contradictions,
    cooperation,
    cooperation_dates,
    cooperation_digests,
    cooperation_exports,
    cooperation_papers,
    cooperation_registers,
    cooperation_seals,
    couriers,
    custody,
    exchange,
    hand_over,
    keys,
    ledger,
    maritime,
    maritime_exchange,
    memorandum,
    office_titles,
    offices,
    planning,
    public_preview,
    requests,
    screen,
    sessions,
    sheets,
    sitreps,
    tables,
)
from comity.node.app import Node
from comity.node.ceremonies import Ceremonies
from comity.node.journal import Journal
from comity.node.pages.metrics import metrics_text

ROUTERS = (
    *(sessions.router, offices.router, agreements.router, acts.router, tables.router, cases.forms, cases.router),
    awaiting.router,
    chronology.router,
    hand_over.router,
    screen.router,
    couriers.router,
    keys.router,
    contradictions.router,
    requests.router,
    accounts.router,
    cooperation.router,
    cooperation_dates.router,
    cooperation_digests.router,
    cooperation_exports.router,
    cooperation_papers.router,
    cooperation_registers.router,
    cooperation_seals.router,
    office_titles.router,
    sheets.router,
    sitreps.router,
    public_preview.router,
    *(ogc.router, ogc.tokens),
    *(
        clouds.router,
        planning.router,
        custody.router,
        exchange.router,
        ledger.router,
        maritime.router,
        maritime_exchange.router,
        memorandum.router,
        alarms.router,
        events.router,
        live.router,
    ),
)


def house_app(node: Node, journal: Journal, *, writing: bool, console: Path | None = None) -> ASGIApp:
    """Return the house port of a node.

    Parameters
    ----------
    writing
        Whether the owner of the folder speaks (`node.sock`); on TCP an office must sign in.
    console
        The built pages, served at `/`; none are served without.
    """
    return Guard(described(node, writing=writing, console=console), node, journal, is_owners=writing)


def described(node: Node, *, writing: bool, console: Path | None = None) -> FastAPI:
    """Return the application with its OpenAPI document."""
    app = FastAPI(
        title="Comity",
        summary="The house API of a node.",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(admit)],
        responses=PROBLEMS,
    )
    app.state.node, app.state.language = node, node.settings.language
    app.state.is_owners, app.state.ceremonies = writing, Ceremonies(node)
    add_problems(app)
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/healthz", lambda: {"alive": True}, methods=["GET"], include_in_schema=False)
    app.add_api_route("/readyz", lambda: _ready(node), methods=["GET"], include_in_schema=False)
    app.add_api_route("/metrics", lambda: _metrics(node), methods=["GET"], include_in_schema=False)
    if console is not None:
        pages.mount(app, node, console)
    return app


def _metrics(node: Node) -> Response:
    return Response(metrics_text(node), media_type="text/plain; version=0.0.4; charset=utf-8")


def _ready(node: Node) -> Response:
    is_ready = node.failure is None
    troubles = [{"work": work, "code": code, "since_ms": at} for work, (code, at) in sorted(node.troubles.items())]
    found = {"ready": is_ready, "party": node.party, "troubles": troubles}
    return JSONResponse(found, status_code=200 if is_ready else 503)
