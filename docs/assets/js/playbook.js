// @ts-check
/** The one script of every page: makes the elements known that a page may hold. */
import { CopyButton } from "./elements/copy-button.js";
import { FrameDownload } from "./elements/frame-download.js";
import { LanguageSwitch } from "./elements/language-switch.js";
import { MenuButton } from "./elements/menu-button.js";
import { PageAddress } from "./elements/page-address.js";
import { servePages } from "./elements/page-parts.js";
import { servePlaces } from "./elements/page-places.js";
import { servePrint } from "./elements/print-folds.js";
import { SiteSearch } from "./elements/site-search.js";
import { silenceThemeKeys } from "./elements/theme-keys.js";
import { forgetEarlierEditions } from "./engine/kept-memory.js";

const ELEMENTS = [CopyButton, FrameDownload, LanguageSwitch, MenuButton, PageAddress, SiteSearch];
for (const element of ELEMENTS) element.define();
servePlaces();
servePrint();
silenceThemeKeys();
servePages({
  "tool-form": () => import("./tool/tool.js"),
  "my-results": () => import("./me/me.js"),
  "team-session": () => import("./team/team.js"),
  "check-list, device-memory, reading-path, results-map, tool-states": () => import("./elements/on-device.js"),
}, import.meta.url);
document.documentElement.dataset.playbook = "ready";
void forgetEarlierEditions();
