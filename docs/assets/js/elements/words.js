// @ts-check
/** The words that scripts show. They stand in the page, in its language, never in a script. */
export class Words {
  /** @type {Map<string, string>} */
  #words = new Map();

  /** @param {ParentNode} page what holds the page's `<template data-words>` */
  constructor(page) {
    for (const template of page.querySelectorAll("template")) {
      if (template.dataset.words === undefined) continue;
      for (const word of template.content.children) {
        const key = word instanceof HTMLElement ? word.dataset.word : undefined;
        if (key) this.#words.set(key, word.textContent.trim());
      }
    }
  }

  /**
   * The sentence of *key* with its {placeholders} filled; empty when the page has none.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  say(key, values = {}) {
    const text = this.#words.get(key);
    if (text === undefined) console.warn(`The page has no words for "${key}".`);
    return (text ?? "").replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /**
   * The sentence of *key* in the form that the page's language uses for a number: KEY-one, KEY-other …
   * @param {string} key
   * @param {number} number fills {number}
   */
  count(key, number) {
    const form = `${key}-${new Intl.PluralRules(document.documentElement.lang).select(number)}`;
    return this.say(this.#words.has(form) ? form : `${key}-other`, { number });
  }
}
