// @ts-check
/** The one script of every page: makes the elements known that a page may hold. */
import { serveChrome } from "./chrome/chrome.js";
import { CopyButton } from "./elements/copy-button.js";
import { FrameDownload } from "./elements/frame-download.js";
import { LanguageSwitch } from "./elements/language-switch.js";
import { MenuButton } from "./elements/menu-button.js";
import { PageAddress } from "./elements/page-address.js";
import { servePages } from "./elements/page-parts.js";
import { servePlaces } from "./elements/page-places.js";
import { servePrint } from "./elements/print-folds.js";
import { whenLoaded } from "./elements/quiet-moment.js";
import { ReadingPath } from "./elements/reading-path.js";
import { SiteSearch } from "./elements/site-search.js";
import { forgetEarlierEditions } from "./engine/earlier-editions.js";

const ELEMENTS = [CopyButton, FrameDownload, LanguageSwitch, MenuButton, PageAddress, ReadingPath, SiteSearch];
for (const element of ELEMENTS) element.define();
const loadOffline = () => import("./elements/offline.js");
servePlaces();
servePrint();
serveChrome();
servePages({
  "tool-form": () => import("./tool/tool.js"),
  // Most readers leave it closed.
  "[open] > course-panel": () => import("./course/in-course.js"),
  "embed-view": () => import("./elements/embed.js"),
  "my-results": () => import("./me/me.js"),
  "team-session": () => import("./team/team.js"),
  "portfolio-list": () => import("./portfolio/portfolio.js"),
  // Only a page in a frame can stand in a package of a learning system.
  ...(window.parent !== window && { "lms-panel": () => import("./lms/lms.js") }),
  "course-agenda, course-questions": () => import("./course/course.js"),
  "course-composer": () => import("./compose/compose.js"),
  "slide-show": () => import("./slides/slides.js"),
  "missing-page, offline-memory": loadOffline,
  "check-list, device-memory, results-map, tool-states": () => import("./elements/on-device.js"),
}, import.meta.url);
// In a package the script that says so first, in the head of a page, is not there.
document.documentElement.classList.replace("no-js", "js");
document.documentElement.dataset.playbook = "ready";
void forgetEarlierEditions();
whenLoaded(() => {
  // A site that keeps nothing for times without a network names no worker.
  if (!document.querySelector("link[data-offline-worker]") || !("serviceWorker" in navigator)) return;
  loadOffline().then(({ serveOffline }) => serveOffline()).catch((error) => console.warn(error));
});
