// @ts-check
/**
 * <course-panel>: the ways in which a course takes this page, or one section of it, along.
 *
 * data-name is the page's id in links, m:trust-stages; data-frame leads to the page that stands in frames. Holds the
 * fields place, day, time and minutes, texts in the slots link, frame and markdown, an <img data-slot="qr">, and the
 * buttons data-action="qr" and "calendar".
 */
import { sequenceAt, writeCalendar } from "../actions/calendar.js";
import { download } from "../elements/download.js";
import { ElementError } from "../elements/element-error.js";
import { pageAddress } from "../elements/page-address.js";
import { PageElement } from "../elements/page-element.js";
import { fillSlots, slot } from "../elements/slots.js";
import { Words } from "../elements/words.js";
import { frameCode, markdownLink } from "./course-texts.js";
import { qrCode } from "./qr-code.js";

export class CoursePanel extends PageElement {
  static tag = "course-panel";

  /** @param {AbortSignal} signal */
  start(signal) {
    this.#listSections();
    this.#show();
    this.#field("place").addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("[data-action]") : null;
      const action = button instanceof HTMLElement ? button.dataset.action : "";
      if (action === "qr") download(`${this.#fileName}-qr.svg`, qrCode(this.#link), "image/svg+xml");
      if (action === "calendar") this.#offerCalendar();
    }, { signal });
  }

  /** @param {string} name */
  #field(name) {
    const field = this.querySelector(`[name="${name}"]`);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new ElementError(this, `needs a field named ${name} inside`);
  }

  get #link() {
    return pageAddress() + this.#field("place").value;
  }

  get #fileName() {
    return (this.dataset.name ?? "").replace(":", "-");
  }

  /** The sections are the headings of the page, which stand there in its language. */
  #listSections() {
    const place = this.#field("place");
    for (const heading of this.closest("article")?.querySelectorAll("h2[id]") ?? []) {
      const text = [...heading.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)?.textContent ?? "";
      if (heading.checkVisibility()) place.append(new Option(text.trim(), `#${heading.id}`));
    }
  }

  #show() {
    const { title = "", frame = "" } = this.dataset;
    const place = this.#field("place");
    const link = this.#link;
    const section = place instanceof HTMLSelectElement && place.value ? place.selectedOptions[0]?.text : "";
    const name = section ? `${title} · ${section}` : title;
    const framed = new URL(frame + place.value, pageAddress()).href;
    for (const [key, text] of Object.entries({
      link,
      frame: frameCode(name, framed),
      markdown: markdownLink(name, link),
    })) {
      const shown = slot(this, key);
      if (shown) fillSlots(shown, { [key]: text });
    }
    const picture = slot(this, "qr");
    if (picture instanceof HTMLImageElement) picture.src = `data:image/svg+xml,${encodeURIComponent(qrCode(link))}`;
  }

  #offerCalendar() {
    const { title = "", name = "", site = "", text = "" } = this.dataset;
    const day = this.#field("day");
    const told = this.querySelector("output[data-slot='told']");
    const words = new Words(this);
    if (told) told.textContent = day.value ? "" : words.say("course-no-day");
    if (!day.value) return day.focus();
    const now = new Date().toISOString();
    const [hour = 0, minute = 0] = (this.#field("time").value || "09:00").split(":").map(Number);
    const start = hour * 60 + minute;
    const meeting = {
      // The same each time, so that a calendar moves the meeting when the day has changed.
      uid: `${name.replace(":", ".")}@${site}`,
      sequence: sequenceAt(now),
      day: day.value,
      hours: { start, end: start + Math.max(1, Math.round(Number(this.#field("minutes").value)) || 60) },
      summary: title,
      description: `${text}\n${this.#link}`,
      address: this.#link,
      saved: now,
    };
    download(`${this.#fileName}.ics`, writeCalendar([meeting], site, now), "text/calendar");
  }
}
