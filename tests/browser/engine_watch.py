"""Every worker of a page: when it came, what it said, and how a test ends it."""

from playwright.sync_api import BrowserContext, Page

WATCH = """
const Plain = Worker;
window.workers = [];
window.Worker = class extends Plain {
  constructor(...given) {
    super(...given);
    this.made = performance.now();
    this.said = [];
    this.addEventListener("message", (event) => {
      const { data } = event;
      // What was on its way already would be a dead worker's answer.
      if (this.dead) return event.stopImmediatePropagation();
      this.said.push(Object.keys(data).join(" "));
      if (data.received === undefined || !window.toKill) return;
      if (window.toPass) return void (window.toPass -= 1);
      window.toKill -= 1;
      kill();
    });
    workers.push(this);
  }
};
window.kill = () => {
  window.killed = performance.now();
  const worker = workers.at(-1);
  worker.dead = true;
  worker.terminate();
};
"""


def watch_workers(context: BrowserContext) -> None:
    """Keep every worker that a page of this context makes where a test can reach it."""
    context.add_init_script(WATCH)


def kill_at_next_requests(page: Page, number: int, after: int = 0) -> None:
    """Let each of the next workers die as soon as a request has reached it.

    So many requests before that are answered.
    """
    given = {"toKill": number, "toPass": after}
    page.evaluate("given => Object.assign(window, given)", given)


def wait_until_worker_says(page: Page, word: str, number: int = 1) -> None:
    """Wait until worker *number* has said something: held, received, ready or `id text`."""
    page.wait_for_function(
        "([word, number]) => window.workers?.[number - 1]?.said.includes(word)",
        arg=[word, number],
        polling=20,
    )


def milliseconds_to_notice(page: Page, number: int = 2) -> float:
    """Wait for worker *number*, which follows a killed one; return how long that took."""
    page.wait_for_function("number => workers.length >= number", arg=number, polling=20)
    return float(page.evaluate("number => workers[number - 1].made - killed", number))
