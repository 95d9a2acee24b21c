// @ts-check

/**
 * What a tool's page says for scripts alone.
 * @param {HTMLElement} element
 * @param {string} name
 */
export function dataOf(element, name) {
  const data = element.querySelector(`template[data-${name}]`);
  return data instanceof HTMLTemplateElement ? JSON.parse(data.content.textContent) : undefined;
}
