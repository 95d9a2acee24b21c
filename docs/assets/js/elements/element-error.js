// @ts-check
/** The one error of the elements: it names the element and what it lacks. */
export class ElementError extends Error {
  /**
   * @param {Element} element
   * @param {string} lack such as "needs a <form> inside"
   */
  constructor(element, lack) {
    super(`<${element.localName}> ${lack}`);
    this.name = "ElementError";
  }
}
