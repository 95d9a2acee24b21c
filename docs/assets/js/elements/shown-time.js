// @ts-check
/** The site's English is that of Britain, where the day comes before the month. */
const LOCALES = /** @type {Record<string, string>} */ ({ en: "en-GB" });

/**
 * A moment as a reader says it: the time today, the day as well otherwise.
 * @param {string} moment ISO 8601
 * @param {string} language
 * @param {Date} [now]
 */
export function shownTime(moment, language, now = new Date()) {
  const date = new Date(moment);
  /** @type {Intl.DateTimeFormatOptions} */
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const today = date.toDateString() === now.toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const dayAndTime = { dateStyle: "long", timeStyle: "short" };
  return new Intl.DateTimeFormat(LOCALES[language] ?? language, today ? time : dayAndTime).format(date);
}

/**
 * The day of a moment as a reader says it.
 * @param {string} moment ISO 8601
 * @param {string} language
 */
export function shownDay(moment, language) {
  return new Intl.DateTimeFormat(LOCALES[language] ?? language, { dateStyle: "long" }).format(new Date(moment));
}
