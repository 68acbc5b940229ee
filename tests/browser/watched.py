"""A page, and what it complained of and called for while it was open."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Watched:
    page: Page
    complaints: list[str] = field(default_factory=list)  # errors and warnings on the console, uncaught exceptions
    calls: list[str] = field(default_factory=list)  # requests to anything but the file and what is inside of it

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def node(self, name: str) -> tuple[float, float]:
        """Where on the screen the node called `name` is drawn."""
        x, y = self.page.evaluate(
            """name => { const canvas = document.getElementById('canvas'); const { network, places } = canvas.drawn;
            const labels = JSON.parse(document.getElementById('data').textContent).nodes.label;
            const { x, y } = network.canvasToDOM(places.get(labels.indexOf(name)));
            const box = canvas.getBoundingClientRect(); return [box.left + x, box.top + y]; }""",
            name,
        )
        return x, y

    def click_node(self, name: str) -> None:
        self.page.mouse.click(*self.node(name))
        self.page.wait_for_timeout(50)

    def drawn(self) -> set[str]:
        """The names of the nodes that are drawn."""
        return set(
            self.page.evaluate(
                """() => { const labels = JSON.parse(document.getElementById('data').textContent).nodes.label;
                return [...document.getElementById('canvas').drawn.places.keys()].map(node => labels[node]); }"""
            )
        )

    def settle(self) -> None:
        """Waits until animations are over."""
        self.page.wait_for_timeout(450)


def watch(page: Page) -> Watched:
    """Listens to everything that a page does which a page from disk shouldn't."""
    watched = Watched(page)
    page.on("console", lambda m: watched.complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("dialog", lambda dialog: watched.complaints.append(f"dialog: {dialog.message}"))
    page.on(
        "request",
        lambda request: watched.calls.append(request.url) if not request.url.startswith(("file:", "blob:")) else None,
    )
    return watched
