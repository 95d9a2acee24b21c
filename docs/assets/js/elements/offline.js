// @ts-check
/** What a site needs that is read without a network: loaded when a page has nothing else to do. */
import { MissingPage } from "./missing-page.js";
import { OfflineMemory } from "./offline-memory.js";
import { SiteNews } from "./site-news.js";

export { serveOffline } from "./keeping-pages.js";

for (const element of [MissingPage, OfflineMemory, SiteNews]) element.define();
